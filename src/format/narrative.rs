//! Words that give a narrative's headings a meaning.

/// A list of an area narrative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// What the evaluators found strong.
    Strengths,
    /// What exists in part and can become better; the 2010 edition only.
    Partials,
    /// What can be improved.
    Improvements,
}

impl List {
    /// The lists with the headings they stand under.
    pub const HEADINGS: [(&'static str, Self); 3] = [
        ("Styrkor", Self::Strengths),
        ("Finns delar, kan bli bättre", Self::Partials),
        ("Förbättringsmöjligheter", Self::Improvements),
    ];
}

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
