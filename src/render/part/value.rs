//! What templates see: small values that several pages share.
//!
//! Numbers, dates and lists come formatted; words come from the theme, which
//! is why views carry names of texts and their arguments, never sentences.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::language;
use crate::model::{Absence, Citation, Score, Total};

/// A name and where it leads.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Link {
    /// What to show.
    pub name: String,
    /// Where it leads.
    pub href: String,
}

/// A value as a cell shows it: printed, computed, or why it is absent (P4).
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Value {
    /// The value as printed; empty when it is absent.
    pub text: String,
    /// Last part of the name of the text that says why it is absent.
    pub absence: Option<&'static str>,
    /// Whether Kompass computed it.
    pub computed: bool,
    /// Where it is one of a table and has been corrected, the address of the log (P9).
    pub corrected: Option<String>,
}

impl Value {
    /// No value, and why.
    pub(crate) fn absent(absence: Absence) -> Self {
        Self { text: String::new(), absence: Some(absence.name()), computed: false, corrected: None }
    }

    fn printed(points: Decimal) -> Self {
        Self { text: language::format_points(points), absence: None, computed: false, corrected: None }
    }
}

impl From<Score> for Value {
    fn from(score: Score) -> Self {
        match score {
            Score::Points(points) => Self::printed(points),
            Score::Absent(absence) => Self::absent(absence),
        }
    }
}

impl From<Total> for Value {
    fn from(total: Total) -> Self {
        match total {
            Total::Stated(points) => Self::printed(points),
            Total::Computed(points) => Self { computed: true, ..Self::printed(points) },
            Total::Absent(absence) => Self::absent(absence),
        }
    }
}

/// Where something comes from.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Source {
    /// What the source is.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its web address.
    pub url: Option<String>,
}

impl From<&Citation> for Source {
    fn from(citation: &Citation) -> Self {
        let Citation { title, publisher, url } = citation.clone();
        Self { title, publisher, url }
    }
}

/// `december 2020`, or the year alone.
pub(crate) fn month(year: u16, month: Option<u8>) -> String {
    let named =
        month.and_then(|month| language::format_month(i16::try_from(year).ok()?, i8::try_from(month).ok()?));
    named.unwrap_or_else(|| year.to_string())
}
