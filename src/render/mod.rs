//! Portal and Insights → pages.
//!
//! From the bottom: templates, colours of code and charts know nothing of a
//! page; `renderer` makes addresses and HTML; `part` is what several pages
//! share; `page` has one view struct and one function per page kind. What
//! stands lower never imports what stands higher.

mod chart;
mod highlight;
mod page;
mod part;
mod renderer;
mod sitemap;
mod template;

use rayon::prelude::*;

use self::part::lessons::Lessons;
use self::part::strips::Strips;
pub use self::renderer::Materials;
use self::renderer::Renderer;
pub use self::template::{Templates, templates};
use crate::diagnostic::{Diagnostic, Outcome};
use crate::model::Peers;
use crate::parallel;
use crate::route::{self, Page, Route};
use crate::tree::Tree;

/// The theme's file that is published where browsers ask for it unasked, too.
const FAVICON: &str = "favicon.ico";

/// The finished site: pages, rendered in parallel, and the theme's files.
pub fn render(materials: &Materials<'_>) -> Outcome<Tree> {
    let renderer = Renderer::new(materials);
    let shared = Shared { lessons: Lessons::render(materials), strips: Strips::new(materials.insights) };
    let pages = route::pages(materials.portal);
    let all = pages.par_iter().with_max_len(parallel::BATCH);
    let results: Vec<_> = all.map(|page| (page, html(&renderer, &shared, page))).collect();
    let mut faults: Vec<Diagnostic> = Vec::new();
    let mut tree = Tree::default();
    for (page, html) in results {
        match html {
            Ok(html) => add(&mut tree, &page.route(), html),
            // A template's fault is met on every page that it renders.
            Err(fault) if faults.contains(&*fault) => {}
            Err(fault) => faults.push(*fault),
        }
    }
    for asset in materials.assets.iter() {
        add(&mut tree, &Route::Asset(asset.name.clone()), asset.bytes.clone());
    }
    if let Some(icon) = materials.assets.bytes(FAVICON) {
        add(&mut tree, &Route::Favicon, icon.to_vec());
    }
    add(&mut tree, &Route::Sitemap, sitemap::sitemap(materials.portal, &pages, materials.base).into_bytes());
    add(&mut tree, &Route::Robots, sitemap::robots(materials.base, materials.portal.drafts).into_bytes());
    Outcome::new(tree, faults)
}

/// The pages that gather what others say, with their titles in the theme and what the search
/// finds them by: their descriptions, or a longer text where those are too short for it.
pub fn listings(templates: &Templates<'_>) -> Vec<(Route, String, String)> {
    let pages = [
        (Route::Municipalities, "municipalities"),
        (Route::Areas, "areas"),
        (Route::Comparison, "comparison"),
        (Route::Examples, "examples"),
        (Route::Network, "network"),
        (Route::Changes, "changes"),
        (Route::Differences, "differences"),
        (Route::Accessibility, "accessibility"),
    ];
    let titled = pages.into_iter().filter_map(|(route, name)| {
        let title = templates.text(&format!("{name}-title"))?;
        let text = |kind| templates.text(&format!("{name}-{kind}"));
        Some((route, title, text("found").or_else(|| text("description")).unwrap_or_default()))
    });
    titled.collect()
}

/// No two routes have the same file. If two had, the first would stay, and the
/// check of links would miss the anchors of the other.
fn add(tree: &mut Tree, route: &Route, bytes: Vec<u8>) {
    let taken = tree.insert(route.file(), bytes);
    debug_assert!(taken.is_ok(), "{taken:?}");
}

/// A page's HTML, or the fault of a template.
type Rendered = Result<Vec<u8>, Box<Diagnostic>>;

/// What stands on many pages and is made once.
struct Shared<'a> {
    lessons: Lessons<'a>,
    strips: Strips<'a>,
}

/// The HTML of a page.
fn html(renderer: &Renderer<'_>, shared: &Shared<'_>, page: &Page<'_>) -> Rendered {
    let Shared { lessons, strips } = shared;
    let templates = renderer.materials.templates;
    match page {
        Page::Home => templates.render("home.html", &page::home::view(renderer, strips)),
        Page::Municipalities => {
            templates.render("municipalities.html", &page::municipalities::view(renderer))
        }
        Page::Municipality(municipality) => {
            templates.render("municipality.html", &page::municipality::view(renderer, strips, municipality))
        }
        Page::Evaluation(entry) => {
            templates.render("evaluation.html", &page::evaluation::view(renderer, *entry))
        }
        Page::Withdrawn(municipality, year, reason) => {
            templates.render("withdrawn.html", &page::withdrawn::view(renderer, municipality, *year, reason))
        }
        Page::Areas => templates.render("areas.html", &page::areas::view(renderer)),
        Page::Area(subject) => {
            templates.render("area.html", &page::area::view(renderer, lessons, strips, *subject)?)
        }
        Page::AreaResults(subject, edition) => templates
            .render("area-results.html", &page::area_results::view(renderer, strips, *subject, edition)),
        Page::Comparison => templates.render("comparison.html", &page::comparison::view(renderer)),
        Page::EditionTable(edition) => {
            templates.render("edition-table.html", &page::edition_table::view(renderer, edition, Peers::All))
        }
        Page::PeersTable(edition, peers, _) => {
            templates.render("edition-table.html", &page::edition_table::view(renderer, edition, *peers))
        }
        Page::Examples => templates.render("examples.html", &page::examples::view(renderer, lessons, None)?),
        Page::ExamplesBy(facet) => {
            templates.render("examples.html", &page::examples::view(renderer, lessons, Some(facet))?)
        }
        Page::Network => templates.render("network.html", &page::network::view(renderer)),
        Page::Search => templates.render("search.html", &page::search::view(renderer)),
        Page::Changes => templates.render("changes.html", &page::changes::view(renderer)),
        Page::Differences => templates.render("differences.html", &page::differences::view(renderer)),
        Page::Design => templates.render("design.html", &page::design::view(renderer)),
        Page::Accessibility(statement) => {
            templates.render("accessibility.html", &page::accessibility::view(renderer, statement))
        }
        Page::About(text) => {
            templates.render("about.html", &page::about::view(renderer, &page.route(), text))
        }
        Page::Method(text) => {
            templates.render("method.html", &page::method::view(renderer, &page.route(), text))
        }
        Page::Text(_, text) => {
            templates.render("text.html", &page::text::view(renderer, &page.route(), text))
        }
        Page::Introduction(it) => {
            templates.render("introduction.html", &page::introduction::view(renderer, &page.route(), it))
        }
        Page::NotFound => templates.render("404.html", &page::not_found::view(renderer)),
        Page::Manifest => templates.render("manifest.html", &page::manifest::view(renderer)),
        Page::SearchDescription => {
            templates.render("opensearch.html", &page::search_description::view(renderer))
        }
    }
}
