//! Kompass compiles Kommunkompassen evaluations into a static results portal.
//!
//! Data flows one way. Every stage takes an immutable value and returns the
//! next one together with the faults it met:
//!
//! ```text
//! site.toml + content ── load ── Raw ── validate ── Portal ── derive ── Insights ─┬─ search, render, export ── Tree ── check ─┬─ output
//! themes ── load ── Theme ── assets ── Assets ─────────────────────────────────────┘                                          └─ serve
//! ```
//!
//! [`compile`] is that line. Nothing in it reads or writes a file after
//! [`load::load`], a clock or the environment: the same project and date give
//! the same bytes.

pub mod assets;
pub mod check;
pub mod cli;
pub mod correct;
pub mod derive;
pub mod diagnostic;
mod disk;
pub mod export;
mod fingerprint;
pub mod follow;
pub mod format;
pub mod import;
pub mod language;
pub mod load;
pub mod markdown;
pub mod message;
pub mod model;
pub mod output;
mod parallel;
pub mod render;
pub mod replace;
pub mod report;
pub mod route;
pub mod schema;
mod scheme;
pub mod search;
pub mod serve;
mod shipped;
pub mod source;
pub mod starter;
pub mod tree;
pub mod validate;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Outcome};
use crate::load::Project;
use crate::model::{BaseAddress, Drafts};
use crate::render::{Materials, Templates};
use crate::route::Route;
use crate::search::SearchError;
use crate::tree::Tree;

/// What a compilation depends on besides the project's files.
#[derive(Clone, Debug)]
pub struct Options {
    /// Path to publish under instead of the site's own, such as
    /// `/kommunkompassen/`.
    pub base_path: Option<String>,
    /// The day of the build, which decides what is published already and which reviews
    /// are overdue.
    pub today: Date,
    /// Whether the site gets an index for full-text search.
    pub full_text: FullText,
    /// Whether the site is a preview with its drafts.
    pub drafts: Drafts,
}

/// Whether and when a site gets an index for full-text search, which takes as long as all
/// the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FullText {
    /// It gets none.
    Omitted,
    /// It has one.
    Included,
    /// Its search looks for one in the folder [`search::AFTERWARDS`], and what that is made of
    /// comes with the site.
    Afterwards,
}

/// A stage of the compilation, for progress and timing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Files are read and decoded.
    Load,
    /// Content is checked against every rule.
    Validate,
    /// Conclusions are drawn.
    Derive,
    /// The theme's files are made.
    Assets,
    /// The index is made.
    Search,
    /// Pages are rendered.
    Render,
    /// Data files are made.
    Export,
    /// Finished pages are checked.
    Check,
    /// Files are written.
    Output,
}

/// A finished site.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its files.
    pub tree: Tree,
    /// Where it will live.
    pub base: BaseAddress,
    /// How many evaluations it shows.
    pub evaluations: usize,
    /// How many drafts there are, which a preview shows as well.
    pub drafts: usize,
    /// Whether it is such a preview.
    pub kind: Drafts,
    /// What its index is made of, with [`FullText::Afterwards`].
    pub pending: Option<search::Pending>,
}

/// Compiles a loaded project; `watch` is told when a stage begins. Content and
/// theme are checked even when the other has faults, so that one run shows
/// them all (W1).
///
/// # Errors
/// When there can be no search index, though the content is fine.
pub fn compile(
    project: &Project,
    options: &Options,
    watch: &mut dyn FnMut(Stage),
) -> Result<Outcome<Site>, SearchError> {
    let mut faults = Vec::new();
    let value = compile_into(project, options, watch, &mut faults).transpose()?;
    Ok(Outcome { value, faults })
}

fn compile_into(
    project: &Project,
    options: &Options,
    watch: &mut dyn FnMut(Stage),
    faults: &mut Vec<Diagnostic>,
) -> Option<Result<Site, SearchError>> {
    watch(Stage::Assets);
    let theme = project.theme.as_ref();
    let assets = theme.and_then(|theme| assets::assets(theme).collect(faults));
    let templates = theme.and_then(|theme| render::templates(theme).collect(faults));
    watch(Stage::Validate);
    let content = project.content.as_ref();
    let portal = content
        .and_then(|content| validate::validate(content, options.today, options.drafts).collect(faults));
    let (portal, assets, templates) = (portal?, assets?, templates?);
    watch(Stage::Derive);
    let insights = derive::derive(&portal);
    let base = options.base_path.as_ref().and_then(|path| portal.site.base.with_path(path));
    let base = base.as_ref().unwrap_or(&portal.site.base);
    // The index is made before the pages, whose memory it can use until then.
    watch(Stage::Search);
    let listings = listings(&templates);
    let index = match options.full_text {
        FullText::Included => match search::search(&portal, &listings) {
            Ok(index) => Some(index),
            Err(error) => return Some(Err(error)),
        },
        FullText::Omitted | FullText::Afterwards => None,
    };
    let folder = match options.full_text {
        FullText::Afterwards => Some(search::AFTERWARDS),
        _ => index.as_ref().map(|index| index.name.as_str()),
    };
    let materials = Materials {
        portal: &portal,
        insights: &insights,
        assets: &assets,
        templates: &templates,
        base,
        index: folder,
    };
    watch(Stage::Render);
    let mut tree = render::render(&materials).collect(faults)?;
    add(&mut tree, &Route::Suggestions, search::suggestions(&portal, &insights));
    add(&mut tree, &Route::Topics, search::topics(&insights));
    if let Some(search::Index { name, files }) = index {
        for (path, bytes) in files {
            add(&mut tree, &Route::SearchIndex(format!("{name}/{path}")), bytes);
        }
    }
    watch(Stage::Export);
    for (route, bytes) in export::export(&portal, &insights, base) {
        add(&mut tree, &route, bytes);
    }
    watch(Stage::Check);
    check::check(&tree, &base.path).collect(faults)?;
    let drafts = content.map_or(0, |content| validate::drafts(content, options.today));
    let base = base.clone();
    let (evaluations, kind) = (portal.evaluations.len(), portal.drafts);
    let is_pending = options.full_text == FullText::Afterwards;
    let pending = is_pending.then_some(search::Pending { portal, listings });
    Some(Ok(Site { tree, base, evaluations, drafts, kind, pending }))
}

/// What a search finds of pages that are no municipality's.
fn listings(templates: &Templates<'_>) -> Vec<search::Listing> {
    let listings = render::listings(templates).into_iter();
    listings.map(|(route, title, description)| search::Listing { route, title, description }).collect()
}

/// Routes are distinct by construction, so a path is never taken.
fn add(tree: &mut Tree, route: &Route, bytes: Vec<u8>) {
    let taken = tree.insert(route.file(), bytes);
    debug_assert!(taken.is_ok(), "{taken:?}");
}
