//! Portal and Insights → pages. One function and one typed view per page kind.

mod area;
mod changes;
mod chart;
mod comparison;
mod details;
mod evaluation;
mod examples;
mod frame;
mod highlight;
mod home;
mod lessons;
mod municipalities;
mod municipality;
mod passages;
mod profile;
mod provenance;
mod register;
mod search;
mod sitemap;
mod subject;
mod template;
mod text;
mod view;

use std::collections::BTreeMap;

use rayon::prelude::*;

use self::highlight::Highlighter;
use self::lessons::Lessons;
use self::subject::Subject;
pub use self::template::templates;
use self::template::{Html, Templates};
use crate::assets::Assets;
use crate::derive::Insights;
use crate::diagnostic::{Diagnostic, Outcome};
use crate::markdown::{Prose, Rendering};
use crate::model::{BaseAddress, EvaluationKey, Portal};
use crate::route::{self, Route};
use crate::tree::Tree;

/// Everything pages are made of.
pub struct Materials<'a> {
    /// The world.
    pub portal: &'a Portal,
    /// What follows from it.
    pub insights: &'a Insights<'a>,
    /// The theme's files.
    pub assets: &'a Assets,
    /// The theme's templates.
    pub templates: &'a Templates<'a>,
    /// Where the site will live.
    pub base: &'a BaseAddress,
    /// Whether there will be an index for full-text search.
    pub has_search: bool,
}

/// The finished site: pages, rendered in parallel, and the theme's files.
pub fn render(materials: &Materials<'_>) -> Outcome<Tree> {
    let lessons = Lessons::render(materials);
    let renderer = Renderer { materials, lessons, highlighter: Highlighter::new() };
    let mut routes: Vec<_> = route::pages(materials.portal).into_iter().map(|page| page.route).collect();
    routes.extend([Route::NotFound, Route::SearchDescription]);
    let groups: Vec<_> = routes.chunk_by(share_fragments).collect();
    let groups = groups.into_par_iter().with_max_len(crate::BATCH);
    let pages: Vec<_> = groups.flat_map_iter(|routes| renderer.pages(routes)).collect();
    let mut faults: Vec<Diagnostic> = Vec::new();
    let mut tree = Tree::default();
    for (route, page) in pages {
        match page {
            Ok(html) => add(&mut tree, route, html),
            // A template's fault is met on every page that it renders.
            Err(fault) if faults.contains(&*fault) => {}
            Err(fault) => faults.push(*fault),
        }
    }
    for asset in materials.assets.iter() {
        add(&mut tree, &Route::Asset(asset.name.clone()), asset.bytes.clone());
    }
    add(&mut tree, &Route::Sitemap, sitemap::sitemap(&routes, materials.base).into_bytes());
    add(&mut tree, &Route::Robots, sitemap::robots(materials.base).into_bytes());
    Outcome::new(tree, faults)
}

/// Whether two neighbours are pages of the same municipality.
fn share_fragments(one: &Route, other: &Route) -> bool {
    one.municipality().is_some_and(|slug| other.municipality() == Some(slug))
}

/// Routes are distinct by construction, so a path is never taken; were it, the
/// first file would stay and the tree's check would miss the other's anchors.
fn add(tree: &mut Tree, route: &Route, bytes: Vec<u8>) {
    let taken = tree.insert(route.file(), bytes);
    debug_assert!(taken.is_ok(), "{taken:?}");
}

/// Renders single pages.
struct Renderer<'a> {
    materials: &'a Materials<'a>,
    lessons: Lessons<'a>,
    highlighter: Highlighter,
}

/// Parts that stand on several pages, rendered when first asked for. Neighbours
/// share them, then they go: all at once would be as large as the site.
#[derive(Default)]
struct Fragments(BTreeMap<EvaluationKey, Html>);

/// Bytes that most details fit in.
const USUAL_DETAILS: usize = 1 << 16;

impl Fragments {
    /// The details of an evaluation.
    fn details(&mut self, subject: &Subject<'_>) -> Result<Html, Box<Diagnostic>> {
        let key = &subject.entry.evaluation.key;
        if let Some(rendered) = self.0.get(key) {
            return Ok(rendered.clone());
        }
        let templates = subject.renderer.materials.templates;
        let html = templates.fragment("details.html", &details::details(subject), USUAL_DETAILS)?;
        self.0.insert(key.clone(), html.clone());
        Ok(html)
    }
}

/// A finished page, or its template's fault.
type Page = Result<Vec<u8>, Box<Diagnostic>>;

impl Renderer<'_> {
    /// The pages at `routes`, which may share fragments.
    fn pages<'r>(&self, routes: &'r [Route]) -> Vec<(&'r Route, Page)> {
        let mut fragments = Fragments::default();
        routes.iter().map(|route| (route, self.page(route, &mut fragments))).collect()
    }

    /// The HTML of the page at `route`.
    fn page(&self, route: &Route, fragments: &mut Fragments) -> Page {
        let templates = self.materials.templates;
        match route {
            Route::Home => templates.render("home.html", &home::view(self)),
            Route::Municipalities => templates.render("municipalities.html", &municipalities::view(self)),
            Route::Municipality(slug) => {
                templates.render("municipality.html", &municipality::view(self, slug, fragments)?)
            }
            Route::Evaluation(slug, year) => {
                templates.render("evaluation.html", &evaluation::view(self, slug, *year, fragments)?)
            }
            Route::Areas => templates.render("areas.html", &area::index(self)),
            Route::Area(slug) => templates.render("area.html", &area::view(self, slug)?),
            Route::Comparison => templates.render("comparison.html", &comparison::view(self)),
            Route::Examples => templates.render("examples.html", &examples::view(self, None)?),
            Route::ExamplesBy(facet) => {
                templates.render("examples.html", &examples::view(self, Some(facet))?)
            }
            Route::Search => templates.render("search.html", &search::view(self)),
            Route::SearchDescription => templates.render("opensearch.html", &search::description(self)),
            Route::Changes => templates.render("changes.html", &changes::view(self)),
            Route::Text(stem) if stem == route::METHOD => {
                templates.render("method.html", &text::method(self, stem))
            }
            Route::Text(stem) => templates.render("text.html", &text::view(self, stem)),
            Route::NotFound => templates.render("404.html", &register::not_found(self)),
            // Files are no pages; whoever makes them adds them to the tree.
            Route::Sitemap
            | Route::Robots
            | Route::Asset(_)
            | Route::Report(..)
            | Route::EvaluationData(..)
            | Route::EditionData(_)
            | Route::ExampleData
            | Route::SearchIndex(_)
            | Route::Suggestions => Ok(Vec::new()),
        }
    }

    /// The address of `route` on its own server.
    fn href(&self, route: &Route) -> String {
        route.href(self.materials.base)
    }

    /// The address of a file of the theme, if there is one of that name.
    fn asset(&self, logical: &str) -> Option<String> {
        let name = self.materials.assets.name(logical)?;
        Some(self.href(&Route::Asset(name.to_owned())))
    }

    /// The HTML of a text shown on `page`; headings are `shift` levels deeper.
    fn html(&self, prose: &Prose, page: &Route, shift: u8) -> Html {
        self.with_rendering(page, shift, false, |rendering| rendering.html(prose).into())
    }

    /// The HTML of a list's item.
    fn inline_html(&self, prose: &Prose, page: &Route) -> Html {
        self.with_rendering(page, 0, false, |rendering| rendering.inline_html(prose).into())
    }

    /// The HTML of a page's own text, whose headings carry ids.
    fn page_html(&self, prose: &Prose, page: &Route) -> Html {
        self.with_rendering(page, 0, true, |rendering| rendering.html(prose).into())
    }

    fn with_rendering<T>(
        &self,
        page: &Route,
        shift: u8,
        heading_ids: bool,
        then: impl FnOnce(&Rendering<'_>) -> T,
    ) -> T {
        let link = |target: &str| self.link(target, page);
        let highlight = |code: &str, language: &str| self.highlighter.highlight(code, language);
        then(&Rendering { shift, heading_ids, link: &link, highlight: &highlight })
    }

    /// Internal links follow the base path (F5); those to a place on the own
    /// page name that page, because texts are shown on others as well.
    fn link(&self, target: &str, page: &Route) -> String {
        let base = &self.materials.base.path;
        match target.strip_prefix('/') {
            Some(below) => format!("{base}{below}"),
            None if target.starts_with('#') => format!("{}{target}", self.href(page)),
            None => target.to_owned(),
        }
    }
}
