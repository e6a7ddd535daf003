//! Pages of `content/pages/` and their review dates.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::field::{bad_slug, joined};
use super::link::Links;
use super::text::Reading;
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::{PLACEHOLDER, narrative};
use crate::language;
use crate::load::{Raw, Text};
use crate::markdown::Block;
use crate::model::TextPage;
use crate::route::{RESERVED, Route};
use crate::source::Span;

/// The pages by stem; those overdue for review on `today` are warned about.
pub(super) fn pages(
    raw: &Raw,
    today: Date,
    links: &mut Links,
    faults: &mut Vec<Diagnostic>,
) -> BTreeMap<String, TextPage> {
    reviews(raw, today, faults);
    let mut pages = BTreeMap::new();
    for (stem, text) in &raw.pages {
        let mut own = Vec::new();
        address(stem, text, raw, &mut own);
        let route = Route::Text(stem.clone());
        pages.extend(page(text, &route, links, &mut own).map(|page| (stem.clone(), page)));
        if own.iter().any(Diagnostic::is_error) {
            links.doubt(&route);
        }
        faults.extend(own);
    }
    pages
}

/// A page's address is a slug that no other page has.
fn address(stem: &str, text: &Text, raw: &Raw, faults: &mut Vec<Diagnostic>) {
    let place = Span::file(text.source);
    if !language::is_slug(stem) {
        let original = raw.pages.keys().find(|original| narrative::is_copy(stem, original));
        let fault = original.map(|original| Fault::BadSlug {
            found: stem.to_owned(),
            of: "copy".to_owned(),
            fix: original.clone(),
        });
        faults.push(Diagnostic::new(fault.unwrap_or_else(|| bad_slug(stem, "page")), place));
    }
    if RESERVED.contains(&stem) {
        let fault = Fault::SlugCollision { slug: stem.to_owned(), other: format!("/{stem}/") };
        faults.push(Diagnostic::new(fault, place));
    }
}

/// The page at `route` with this text.
pub(super) fn page(
    text: &Text,
    route: &Route,
    links: &mut Links,
    faults: &mut Vec<Diagnostic>,
) -> Option<TextPage> {
    placeholders(text, faults);
    let reading = Reading::new(text, faults);
    links.extend(reading.links(route));
    match reading.outline.blocks.first() {
        Some(Block::Heading(title)) if title.level == 1 => {
            reading.heading_levels(1, faults);
            let prose = reading.prose(&reading.outline.whole.after(&title.part));
            Some(TextPage { title: title.text.clone(), prose })
        }
        _ => {
            faults.push(Diagnostic::new(Fault::NoTitle {}, Span::file(text.source)));
            None
        }
    }
}

/// Warns of what nobody has filled in: readers would see it.
fn placeholders(text: &Text, faults: &mut Vec<Diagnostic>) {
    for (at, _) in text.text.match_indices(PLACEHOLDER) {
        let rest = text.text.get(at..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default().trim_end_matches(['*', '_', ' ']);
        let what = line.strip_prefix(PLACEHOLDER).unwrap_or_default().trim().to_owned();
        let place = Span::new(text.source, at..at + line.len());
        faults.push(Diagnostic::new(Fault::Placeholder { what }, place));
    }
}

/// Review dates: each of a page that exists, and none of them past.
fn reviews(raw: &Raw, today: Date, faults: &mut Vec<Diagnostic>) {
    for (stem, written) in &raw.site.value.review {
        if !stems(raw).any(|known| known == stem.get_ref()) {
            faults.push(Diagnostic::new(unknown_page(raw, stem.get_ref()), raw.site.span(stem)));
        }
        let Some(date) = super::field::date(&raw.site, written, faults) else { continue };
        if date < today {
            let fault =
                Fault::ReviewOverdue { what: stem.get_ref().clone(), date: language::format_date_iso(date) };
            faults.push(Diagnostic::new(fault, raw.site.span(written)));
        }
    }
}

/// What pages with a text of their own are called.
fn stems(raw: &Raw) -> impl Iterator<Item = &String> {
    raw.pages.keys().chain(raw.introductions.keys())
}

fn unknown_page(raw: &Raw, stem: &str) -> Fault {
    let nearest = language::nearest(stem, stems(raw).map(String::as_str), 1).join("");
    let (above, why) = (String::new(), "unknown".to_owned());
    Fault::UnknownKey { key: stem.to_owned(), nearest, known: joined(stems(raw)), above, why }
}
