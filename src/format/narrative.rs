//! The headings and file names by which the parts of a narrative are recognised.

use crate::model::List;

/// The lists of an area narrative with the headings they stand under.
pub const HEADINGS: [(&str, List); 3] = [
    ("Styrkor", List::Strengths),
    ("Finns delar, kan bli bättre", List::Partials),
    ("Förbättringsmöjligheter", List::Improvements),
];

/// Stem of the summary's file.
pub const SUMMARY: &str = "summary";

/// Stem of the file with the narrative of area `number`.
pub fn area_stem(number: u8) -> String {
    format!("area-{number}")
}

/// Whether a file with this stem is the narrative of an area.
pub fn is_area_stem(stem: &str) -> bool {
    stem.strip_prefix("area-").is_some_and(|number| number.parse::<u8>().is_ok())
}
