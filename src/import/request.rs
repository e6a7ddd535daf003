//! What an import is given beside the report.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::vocabulary::boilerplate::Boilerplate;
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

/// What the person who imports a report says of it on the command line.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Name of the report's file.
    pub file: String,
    /// Name or kommunkod of the municipality, if the report does not tell.
    pub municipality: Option<String>,
    /// Year of the evaluation, likewise.
    pub year: Option<u16>,
    /// Its edition, likewise.
    pub edition: Option<EditionId>,
    /// The day, which becomes that of the record's last change.
    pub day: Option<Date>,
    /// Digest of the report's file, by which it is known again, see `format::review`.
    pub digest: Option<String>,
}
