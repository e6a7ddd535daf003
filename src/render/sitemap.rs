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
    let translations = translations(portal, base);
    let entry = |page: &Page<'_>| {
        let day = updated(portal, page).map(language::format_date_iso);
        let day = day.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
        let is_translated = matches!(page, Page::Home | Page::Introduction(_));
        let translations = if is_translated { translations.as_str() } else { "" };
        format!("<url><loc>{}</loc>{day}{translations}</url>\n", page.route().url(base))
    };
    let entries: Vec<_> = pages.map(entry).collect();
    let links = if translations.is_empty() { "" } else { " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"" };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"{links}>\n{}</urlset>\n",
        entries.concat()
    )
}

/// The home page in all languages that the portal introduces itself in; empty if that is one.
/// Each of those pages has the whole list, or search engines do not believe it.
fn translations(portal: &Portal, base: &BaseAddress) -> String {
    if portal.introductions.is_empty() {
        return String::new();
    }
    let others = portal.introductions.iter();
    let others = others.map(|it| (&it.language, Route::Introduction(it.language.clone())));
    let all = std::iter::once((&portal.site.language, Route::Home)).chain(others);
    let link = |(language, route): (&String, Route)| {
        let url = route.url(base);
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{url}\"/>")
    };
    all.map(link).collect()
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
