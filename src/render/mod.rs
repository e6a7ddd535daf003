//! Portal and Insights → pages.
//!
//! From the bottom: templates, colours of code and charts know nothing of a
//! page; [`renderer`] makes addresses and HTML; [`part`] is what several pages
//! share; [`page`] has one view struct and one function per page kind. What
//! stands lower never imports what stands higher.

mod chart;
mod highlight;
mod page;
mod part;
mod renderer;
mod sitemap;
mod template;

use rayon::prelude::*;

use self::part::details::Fragments;
use self::part::lessons::Lessons;
pub use self::renderer::Materials;
use self::renderer::Renderer;
pub use self::template::templates;
use crate::diagnostic::{Diagnostic, Outcome};
use crate::parallel;
use crate::route::{self, Route};
use crate::tree::Tree;

/// The finished site: pages, rendered in parallel, and the theme's files.
pub fn render(materials: &Materials<'_>) -> Outcome<Tree> {
    let lessons = Lessons::render(materials);
    let renderer = Renderer::new(materials);
    let mut routes: Vec<_> = route::pages(materials.portal).into_iter().map(|page| page.route).collect();
    routes.extend([Route::NotFound, Route::SearchDescription]);
    let groups: Vec<_> = routes.chunk_by(share_fragments).collect();
    let groups = groups.into_par_iter().with_max_len(parallel::BATCH);
    let pages: Vec<_> = groups.flat_map_iter(|routes| pages(&renderer, &lessons, routes)).collect();
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

/// A finished page, or its template's fault.
type Page = Result<Vec<u8>, Box<Diagnostic>>;

/// The pages at `routes`, which may share fragments.
fn pages<'r>(renderer: &Renderer<'_>, lessons: &Lessons<'_>, routes: &'r [Route]) -> Vec<(&'r Route, Page)> {
    let mut fragments = Fragments::default();
    routes.iter().map(|route| (route, page(renderer, lessons, &mut fragments, route))).collect()
}

/// The HTML of the page at `route`.
fn page(renderer: &Renderer<'_>, lessons: &Lessons<'_>, fragments: &mut Fragments, route: &Route) -> Page {
    let templates = renderer.materials.templates;
    match route {
        Route::Home => templates.render("home.html", &page::home::view(renderer)),
        Route::Municipalities => {
            templates.render("municipalities.html", &page::municipalities::view(renderer))
        }
        Route::Municipality(slug) => {
            templates.render("municipality.html", &page::municipality::view(renderer, slug, fragments)?)
        }
        Route::Evaluation(slug, year) => {
            templates.render("evaluation.html", &page::evaluation::view(renderer, slug, *year, fragments)?)
        }
        Route::Areas => templates.render("areas.html", &page::areas::view(renderer)),
        Route::Area(slug) => templates.render("area.html", &page::area::view(renderer, lessons, slug)?),
        Route::Comparison => templates.render("comparison.html", &page::comparison::view(renderer)),
        Route::Examples => templates.render("examples.html", &page::examples::view(renderer, lessons, None)?),
        Route::ExamplesBy(facet) => {
            templates.render("examples.html", &page::examples::view(renderer, lessons, Some(facet))?)
        }
        Route::Search => templates.render("search.html", &page::search::view(renderer)),
        Route::SearchDescription => {
            templates.render("opensearch.html", &page::search_description::view(renderer))
        }
        Route::Changes => templates.render("changes.html", &page::changes::view(renderer)),
        Route::Text(stem) if stem == route::METHOD => {
            templates.render("method.html", &page::method::view(renderer, stem))
        }
        Route::Text(stem) => templates.render("text.html", &page::text::view(renderer, stem)),
        Route::NotFound => templates.render("404.html", &page::not_found::view(renderer)),
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
