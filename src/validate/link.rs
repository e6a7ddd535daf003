//! Links of content: allowed schemes, existing pages, existing anchors.

use std::collections::{BTreeMap, BTreeSet};

use super::text::Link;
use crate::diagnostic::{Diagnostic, Fault};
use crate::language;
use crate::model::{Portal, Publication, Slug};
use crate::route::{self, Anchor, Page, Route, Spot};
use crate::scheme::{self, MAILTO, Scheme};

/// The pages and anchors that texts may link to.
struct Places<'p> {
    portal: &'p Portal,
    /// By address, which begins with a slash.
    pages: BTreeMap<String, Page<'p>>,
}

impl<'p> Places<'p> {
    fn new(portal: &'p Portal) -> Self {
        let pages = route::pages(portal).into_iter().filter(Page::is_destination);
        Self { portal, pages: pages.map(|page| (address(&page.route()), page)).collect() }
    }

    /// Whether there is such a page with such an anchor.
    fn has(&self, spot: &Spot) -> bool {
        let page = self.pages.get(&address(&spot.route));
        page.is_some_and(|page| page.anchors(self.portal).contains(&spot.anchor.id()))
    }
}

/// The links of all texts, and the pages they cannot be checked against.
///
/// A page that is made from a file with an error may be absent or lack places
/// because of it. Links to it are not judged until that error is mended.
#[derive(Debug, Default)]
pub(super) struct Links {
    found: Vec<Link>,
    /// Those of drafts, which may lead to drafts.
    of_drafts: Vec<Link>,
    /// Beginnings of addresses.
    doubtful: BTreeSet<String>,
    /// Whether a record has an error, so that a referral may be missing.
    has_faulty_record: bool,
}

impl Links {
    /// Adds links that are to be checked.
    pub(super) fn extend(&mut self, links: impl IntoIterator<Item = Link>) {
        self.found.extend(links);
    }

    /// The same for those of an evaluation.
    pub(super) fn extend_of(&mut self, publication: &Publication, links: impl IntoIterator<Item = Link>) {
        match publication {
            Publication::Published => self.found.extend(links),
            Publication::Draft | Publication::Awaited(_) => self.of_drafts.extend(links),
            // Nobody sees them.
            Publication::Withdrawn(_) => {}
        }
    }

    /// Does not judge links to `route` and to what lies below it.
    pub(super) fn doubt(&mut self, route: &Route) {
        self.doubtful.insert(address(route));
    }

    /// Does not judge links to pages with places for editions or their areas.
    pub(super) fn doubt_editions(&mut self) {
        let method = Route::Text(route::METHOD.to_owned());
        for route in [Route::Areas, Route::Comparison, method] {
            self.doubt(&route);
        }
    }

    /// Does not judge links to the municipality with the folder `slug`, nor to
    /// those that have a page only if some record refers to them (P8).
    pub(super) fn doubt_record(&mut self, slug: &str) {
        self.doubt(&Route::Municipality(Slug(slug.to_owned())));
        self.has_faulty_record = true;
    }

    /// Objects to every link that leads nowhere or may not be there (W2, W3), and to
    /// those from what is published to what is not. `preview` is the portal with its
    /// drafts, if it has any.
    pub(super) fn check(&self, published: &Portal, preview: Option<&Portal>, faults: &mut Vec<Diagnostic>) {
        let places = Places::new(published);
        let with_drafts = preview.map(Places::new);
        let wider = with_drafts.as_ref().unwrap_or(&places);
        let found = self.found.iter().filter(|link| !self.is_doubtful(link, &places));
        let judged = found.filter_map(|link| {
            let fault = fault(link, &places)?;
            let is_draft = self::fault(link, wider).is_none();
            let fault = if is_draft { Fault::DraftLink { target: link.target.clone() } } else { fault };
            Some(Diagnostic::new(fault, link.span))
        });
        faults.extend(judged);
        let of_drafts = self.of_drafts.iter().filter(|link| !self.is_doubtful(link, wider));
        faults.extend(of_drafts.filter_map(|link| Some(Diagnostic::new(fault(link, wider)?, link.span))));
    }

    fn is_doubtful(&self, link: &Link, places: &Places<'_>) -> bool {
        let page = page_of(link);
        let is_below = self.doubtful.iter().any(|beginning| page.starts_with(beginning));
        is_below
            || self.has_faulty_record
                && is_municipality(&page, places.portal)
                && !places.pages.contains_key(&page)
    }
}

/// Whether `page` is or would be the page of a municipality.
fn is_municipality(page: &str, portal: &Portal) -> bool {
    portal.municipalities.values().any(|it| address(&Route::Municipality(it.slug.clone())) == page)
}

/// The address of `route` as links in texts spell it.
fn address(route: &Route) -> String {
    format!("/{}", route.address())
}

/// The address of the page that an internal link leads to.
fn page_of(link: &Link) -> String {
    match link.target.split_once('#').unwrap_or((&link.target, "")) {
        ("", _) => address(&link.page),
        (page, _) => page.to_owned(),
    }
}

fn fault(link: &Link, places: &Places<'_>) -> Option<Fault> {
    let target = link.target.as_str();
    let forbidden =
        |why: &str, fix| Fault::ForbiddenLink { target: target.to_owned(), why: why.to_owned(), fix };
    match Scheme::of(target) {
        Some(Scheme::Web) => scheme::own_computer(target).map(|path| forbidden("own-computer", path)),
        Some(Scheme::Mail) if target.contains('@') => None,
        Some(Scheme::Mail) => Some(match scheme::mail_meant(target) {
            Some(mail) => forbidden("at", format!("{MAILTO}{mail}")),
            None => forbidden("other", String::new()),
        }),
        None if target.starts_with("www.") => Some(forbidden("https", format!("https://{target}"))),
        None if !target.starts_with("//") => match scheme::mail_meant(target) {
            Some(mail) => Some(forbidden("mailto", format!("{MAILTO}{mail}"))),
            None => internal_fault(link, places),
        },
        _ => Some(forbidden("other", String::new())),
    }
}

fn internal_fault(link: &Link, places: &Places<'_>) -> Option<Fault> {
    let address = page_of(link);
    let anchor = link.target.split_once('#').map_or("", |(_, anchor)| anchor);
    let Some(page) = places.pages.get(&address) else {
        let nearest = nearest_page(&address, places).unwrap_or_default();
        return Some(Fault::BrokenLink { target: link.target.clone(), nearest });
    };
    if anchor.is_empty() {
        return None;
    }
    let anchors = page.anchors(places.portal);
    if anchors.contains(anchor) {
        return None;
    }
    let nearest = language::nearest(anchor, anchors.iter().map(String::as_str), 1).join("");
    Some(Fault::BrokenAnchor { anchor: anchor.to_owned(), page: address, nearest })
}

/// How many parts an address has at most: the longest are those of evaluations,
/// `kommuner/lund/2011`, and of facets, `goda-exempel/omrade/styrning`.
const MAX_PARTS: usize = 3;

/// The address that was probably meant. For a municipality without a page that is
/// its entry in the list of municipalities; else it is the most similar address
/// among those that differ in one part only.
fn nearest_page(page: &str, places: &Places<'_>) -> Option<String> {
    let wanted = parts(page);
    let slug = Slug((*wanted.last()?).to_owned());
    let entry = Route::Municipalities.at(Anchor::Municipality(slug.clone()));
    if address(&Route::Municipality(slug)) == page && places.has(&entry) {
        return Some(format!("/{}", entry.address()));
    }
    (0..wanted.len().min(MAX_PARTS)).rev().find_map(|at| {
        let siblings = places.pages.keys().filter_map(|place| Some((sibling(&wanted, place, at)?, place)));
        let siblings: BTreeMap<_, _> = siblings.collect();
        let nearest = language::nearest(wanted.get(at)?, siblings.keys().copied(), 1);
        siblings.get(nearest.first()?).map(ToString::to_string)
    })
}

fn parts(address: &str) -> Vec<&str> {
    address.trim_matches('/').split('/').collect()
}

/// The part numbered `at` of `place`, if all its other parts are those of `wanted`.
fn sibling<'a>(wanted: &[&str], place: &'a str, at: usize) -> Option<&'a str> {
    let parts = parts(place);
    let is_alike = |other: usize| other == at || parts.get(other) == wanted.get(other);
    (parts.len() == wanted.len() && (0..parts.len()).all(is_alike)).then(|| parts.get(at).copied())?
}
