//! Reports → evaluation folders, for a person to review.
//!
//! ```text
//! .txt .docx .pdf ── text, docx, pdf ── Document ── reading ── Reading ─┬─ record, narrative ── files
//!                                                                      └─ account, review ──── import-report.md
//! ```
//!
//! The three readers end in one [`document::Document`], lines of text; from
//! there on nothing depends on what file it was. Nothing is lost and nothing
//! invented: every passage that is written knows the lines it came from, and
//! what no passage came from is listed as left over. The importer never sees
//! the site.

pub mod account;
pub mod area;
pub mod boilerplate;
pub mod chapter;
pub mod cover;
pub mod document;
pub mod edition;
pub mod heading;
pub mod hyphen;
pub mod markup;
pub mod names;
pub mod occasion;
pub mod prose;
pub mod reading;
pub mod score;
pub mod text;
mod words;

use std::collections::BTreeMap;

use self::boilerplate::Boilerplate;
use crate::model::{Code, Edition, EditionId, Municipality};

/// What an import builds on.
#[derive(Clone, Copy, Debug)]
pub struct Knowledge<'k> {
    /// Editions by id.
    pub editions: &'k BTreeMap<EditionId, Edition>,
    /// The register by kommunkod.
    pub municipalities: &'k BTreeMap<Code, Municipality>,
    /// Sentences known from other reports.
    pub boilerplate: &'k Boilerplate,
}
