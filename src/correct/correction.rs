//! What a correction is, and what all its parts share.

use jiff::civil::Date;

use crate::format::evaluation::{Missing, Scores};
use crate::model::{Change, Edition, Evaluation, Measure, Municipality};

/// What is to be corrected.
#[derive(Clone, Debug)]
pub struct Correction<'a> {
    /// The municipality.
    pub municipality: &'a Municipality,
    /// Its evaluation, which is published.
    pub evaluation: &'a Evaluation,
    /// The edition of that.
    pub edition: &'a Edition,
    /// The score, as files name it: `total`, `3` or `3.2`.
    pub score: &'a str,
    /// The new value, as printed, or the kind of its absence.
    pub new: &'a str,
    /// Why.
    pub reason: &'a str,
    /// The day of the correction.
    pub date: Date,
    /// The corrections of the portal so far.
    pub changes: &'a [Change],
}

/// The files of a correction, with their old and their new texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// `evaluation.toml`.
    pub record: String,
    /// `changes.toml`.
    pub changes: String,
}

/// Why a correction cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The edition has no such score; these are those that come next to it.
    UnknownScore {
        /// Numbers near by.
        near: Vec<String>,
    },
    /// The new value is neither points nor a kind of absence.
    NoScore,
    /// More points than there can be.
    AboveMaximum {
        /// The most points.
        maximum: u16,
    },
    /// The record has this value already.
    Unchanged,
    /// Nobody has said why.
    NoReason,
    /// The score has been corrected later than that day.
    Earlier {
        /// The day of the last correction.
        last: Date,
    },
    /// The day is to come yet.
    Future,
    /// A file is not what has been checked: no TOML, or the value is not in its place.
    File {
        /// Its name.
        name: &'static str,
    },
}

/// `text` with line ends as `original` has them; what writes TOML knows only one kind.
pub(super) fn line_ends(text: &str, original: &str) -> String {
    let text = text.replace("\r\n", "\n");
    if original.contains("\r\n") { text.replace('\n', "\r\n") } else { text }
}

/// The key for all values of a kind in the record's `missing`.
pub(super) fn key_for_all(measure: Measure) -> Option<&'static str> {
    match measure {
        Measure::Total => None,
        Measure::Area(_) => Some(Scores::AREAS),
        Measure::SubArea(_) => Some(Missing::SUB_AREAS),
    }
}
