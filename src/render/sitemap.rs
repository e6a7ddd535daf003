//! Files for machines that visit the site (F8).

use crate::model::{BaseAddress, Drafts};
use crate::route::{Page, Route};

/// `sitemap.xml`: every page that a search engine should list.
pub(super) fn sitemap(pages: &[Page<'_>], base: &BaseAddress) -> String {
    let pages = pages.iter().filter(|page| page.is_listed());
    // Addresses consist of letters, digits, `-`, `/` and `:`, which XML takes
    // as they are.
    let entries: Vec<_> =
        pages.map(|page| format!("<url><loc>{}</loc></url>\n", page.route().url(base))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        entries.concat()
    )
}

/// `robots.txt`: everything may be read, and nothing of a preview.
pub(super) fn robots(base: &BaseAddress, drafts: Drafts) -> String {
    if drafts == Drafts::Shown {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    format!("User-agent: *\nAllow: /\nSitemap: {}\n", Route::Sitemap.url(base))
}
