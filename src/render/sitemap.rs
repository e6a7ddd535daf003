//! Files for machines that visit the site (F8).

use jiff::civil::Date;

use crate::language;
use crate::model::{BaseAddress, Drafts, Portal};
use crate::route::{Page, Route};

/// `sitemap.xml`: every page that a search engine should list, with the day of its last
/// change where the content tells it.
pub(super) fn sitemap(portal: &Portal, pages: &[Page<'_>], base: &BaseAddress) -> String {
    let pages = pages.iter().filter(|page| page.is_listed());
    // Addresses consist of letters, digits, `-`, `/` and `:`, which XML takes
    // as they are.
    let entry = |page: &Page<'_>| {
        let day = updated(portal, page).map(language::format_date_iso);
        let day = day.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
        format!("<url><loc>{}</loc>{day}</url>\n", page.route().url(base))
    };
    let entries: Vec<_> = pages.map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        entries.concat()
    )
}

/// The day on which what `page` is about last changed, as far as dates of the content tell.
/// Pages that gather from many have none: nobody writes down when one of these was added.
fn updated(portal: &Portal, page: &Page<'_>) -> Option<Date> {
    match page {
        Page::Evaluation(entry) => portal.updated(&entry.evaluation.key),
        Page::Municipality(municipality) => {
            let entries = portal.entries_of(municipality);
            entries.filter_map(|entry| portal.updated(&entry.evaluation.key)).max()
        }
        Page::Changes => portal.changes.iter().map(|change| change.date).max(),
        Page::Accessibility(statement) => Some(statement.updated),
        _ => None,
    }
}

/// `robots.txt`: everything may be read, and nothing of a preview.
pub(super) fn robots(base: &BaseAddress, drafts: Drafts) -> String {
    if drafts == Drafts::Shown {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    format!("User-agent: *\nAllow: /\nSitemap: {}\n", Route::Sitemap.url(base))
}
