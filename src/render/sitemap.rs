//! Files for machines that visit the site (F8).

use crate::model::BaseAddress;
use crate::route::Route;

/// `sitemap.xml`: every page that somebody may want to find.
pub fn sitemap(routes: &[Route], base: &BaseAddress) -> String {
    let pages = routes.iter().filter(|route| !matches!(route, Route::NotFound | Route::SearchDescription));
    // Addresses consist of letters, digits, `-`, `/` and `:`, which XML takes
    // as they are.
    let entries: Vec<_> = pages.map(|route| format!("<url><loc>{}</loc></url>\n", route.url(base))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        entries.concat()
    )
}

/// `robots.txt`: everything may be read.
pub fn robots(base: &BaseAddress) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {}\n", Route::Sitemap.url(base))
}
