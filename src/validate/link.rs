//! Links of content: allowed schemes, existing pages, existing anchors.

use std::collections::{BTreeMap, BTreeSet};

use super::text::Link;
use crate::diagnostic::{Diagnostic, Fault};
use crate::language;
use crate::markdown::{Block, outline};
use crate::model::Portal;
use crate::route::{self, Route};

/// Anchors by address; addresses begin with a slash.
type Places = BTreeMap<String, BTreeSet<String>>;

/// Objects to every link that leads nowhere or may not be there (W2, W3).
pub fn check(portal: &Portal, links: &[Link], faults: &mut Vec<Diagnostic>) {
    let places = places(portal);
    let found = links.iter().filter_map(|link| Some(Diagnostic::new(fault(link, &places)?, link.span)));
    faults.extend(found);
}

fn places(portal: &Portal) -> Places {
    let mut places: Places = route::pages(portal)
        .into_iter()
        .map(|(route, anchors)| (format!("/{}", route.address()), anchors.into_iter().collect()))
        .collect();
    for (stem, page) in &portal.pages {
        let address = format!("/{}", Route::Text(stem.clone()).address());
        let headings = outline(&page.prose.0).blocks.into_iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading.id),
            _ => None,
        });
        places.entry(address).or_default().extend(headings);
    }
    places
}

fn fault(link: &Link, places: &Places) -> Option<Fault> {
    let target = link.target.as_str();
    if let Some(scheme) = scheme(target) {
        let allowed = ["http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str());
        return (!allowed).then(|| Fault::ForbiddenLink { target: target.to_owned() });
    }
    if target.starts_with("//") {
        return Some(Fault::ForbiddenLink { target: target.to_owned() });
    }
    internal_fault(link, places)
}

/// The scheme of an address that has one.
fn scheme(target: &str) -> Option<&str> {
    let (scheme, _) = target.split_once(':')?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(allowed)).then_some(scheme)
}

fn internal_fault(link: &Link, places: &Places) -> Option<Fault> {
    let (address, anchor) = link.target.split_once('#').unwrap_or((&link.target, ""));
    let own = format!("/{}", link.page.address());
    let page = if address.is_empty() { own.as_str() } else { address };
    let Some(anchors) = places.get(page) else {
        let nearest = language::nearest(page, places.keys().map(String::as_str), 1).join("");
        return Some(Fault::BrokenLink { target: link.target.clone(), nearest });
    };
    if anchor.is_empty() || anchors.contains(anchor) {
        return None;
    }
    let nearest = language::nearest(anchor, anchors.iter().map(String::as_str), 1).join("");
    Some(Fault::BrokenAnchor { anchor: anchor.to_owned(), page: page.to_owned(), nearest })
}
