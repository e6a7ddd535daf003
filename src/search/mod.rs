//! Full-text search: the records of what can be found, the index of these, and
//! the names that the search field suggests.

pub mod analysis;
mod compounds;
mod document;
pub mod index;
mod names;
mod records;
mod topics;

use std::collections::BTreeSet;
use std::error::Error;
use std::{fmt, io};

pub use self::document::{Document, Listing, Standing};
pub use self::index::{Bundle, Index, Setup, Sizes};
pub use self::names::suggestions;
pub use self::topics::topics;
use crate::model::Portal;
use crate::route;

/// How many pages are read together: enough to keep all processors busy, and few
/// enough that only a little of all text is in memory.
const PAGES_AT_ONCE: usize = 64;

/// Why there is no index: a fault of the machine, never of content.
#[derive(Debug)]
pub struct SearchError(io::Error);

impl fmt::Display for SearchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no search index could be made: {}", self.0)
    }
}

impl Error for SearchError {}

/// The folder of an index that is made when the pages are shown already. It keeps its name
/// when its files change, so browsers must not keep these.
pub const AFTERWARDS: &str = "afterwards";

/// What an index is made of.
#[derive(Clone, Debug)]
pub struct Pending {
    /// The portal that is searched.
    pub portal: Portal,
    /// Its other pages.
    pub listings: Vec<Listing>,
}

impl Pending {
    /// The files of the index, by their path in the site.
    ///
    /// # Errors
    /// When a file of it cannot be compressed.
    pub fn index(&self) -> Result<Bundle, SearchError> {
        let place = |path: String| route::Route::SearchIndex(format!("{AFTERWARDS}/{path}")).file();
        let Index { files, .. } = search(&self.portal, &self.listings)?;
        Ok(files.into_iter().map(|(path, bytes)| (place(path), bytes)).collect())
    }
}

/// The index of everything that can be found in a portal (S1–S4).
///
/// # Errors
/// When a file of it cannot be compressed.
pub fn search(portal: &Portal, listings: &[Listing]) -> Result<Index, SearchError> {
    let spoken_of: BTreeSet<_> = portal.spoken_of().map(|municipality| &municipality.code).collect();
    // A page that says nothing of its own is found by its name alone, which needs no record.
    let is_found = |page: &route::Page<'_>| match page {
        route::Page::Municipality(municipality) => spoken_of.contains(&municipality.code),
        _ => true,
    };
    let mut pages = route::pages(portal);
    pages.retain(is_found);
    pages.sort_by_cached_key(|page| page.route().address());
    let batches: Vec<_> = pages.chunks(PAGES_AT_ONCE).collect();
    let read = |pages: &&[route::Page<'_>]| records::records(portal, listings, pages);
    let parts = |words: &[&str]| compounds::hidden_in(words, portal);
    let setup = Setup {
        synonyms: &portal.synonyms,
        known: names::known(portal),
        sizes: Sizes::for_pages(pages.len()),
    };
    index::index(&batches, setup, read, parts).map_err(SearchError)
}
