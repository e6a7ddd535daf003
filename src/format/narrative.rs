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

/// Whether a file with this stem is a narrative.
pub fn is_stem(stem: &str) -> bool {
    stem == SUMMARY || is_area_stem(stem)
}

/// A file that should have been Markdown, and is not by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misnamed {
    /// The stem that it would have.
    pub stem: String,
    /// What has to be done with it: `ending` (to give it its name), `word` or `document` (to
    /// copy the text out of it).
    pub form: &'static str,
}

/// What `file` was most likely meant to be: editors put endings of their own to names, and
/// texts are written in word processors.
pub fn misnamed(file: &str) -> Option<Misnamed> {
    let lower = file.to_lowercase();
    let (stem, endings) = lower.split_once('.').unwrap_or((&lower, ""));
    let form = match endings.rsplit('.').next().unwrap_or_default() {
        "" | "md" | "txt" | "text" | "markdown" => "ending",
        "docx" | "doc" => "word",
        "odt" | "rtf" | "pages" | "pdf" => "document",
        _ => return None,
    };
    Some(Misnamed { stem: stem.trim().replace([' ', '_'], "-"), form })
}

/// Whether a file with this `stem` is a copy of the one called `original`, by what browsers, file
/// managers and shared folders make of the names of copies.
pub fn is_copy(stem: &str, original: &str) -> bool {
    if let Some(of) = ["Kopia av ", "Copy of "].iter().find_map(|word| stem.strip_prefix(word)) {
        return of == original;
    }
    let Some(behind) = stem.strip_prefix(original) else { return false };
    let is_number = |text: &str| {
        let digits = text.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
        digits.is_some_and(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()))
    };
    let lower = behind.to_lowercase();
    let bare = lower.trim_start_matches([' ', '-', '_']);
    let word = ["kopia", "copy"].iter().find_map(|word| bare.strip_prefix(word)).map(str::trim);
    let is_named = bare.len() < lower.len()
        && (is_number(bare) || word.is_some_and(|it| it.is_empty() || is_number(it)));
    // A shared folder puts the name of the computer behind a file that two have changed.
    let computer = behind.strip_prefix('-').unwrap_or_default();
    let is_upper = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    let is_conflict = computer.contains(|c: char| c.is_ascii_uppercase()) && computer.chars().all(is_upper);
    is_named || is_conflict
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_nearly_right_are_understood() {
        for (file, stem, form) in [
            ("area-3.md.txt", "area-3", "ending"),
            ("Area 3.md", "area-3", "ending"),
            ("area-3", "area-3", "ending"),
            ("summary.docx", "summary", "word"),
            ("summary.md.rtf", "summary", "document"),
        ] {
            assert_eq!(misnamed(file), Some(Misnamed { stem: stem.to_owned(), form }), "{file}");
        }
        assert_eq!(misnamed("area-3.png"), None);
    }

    #[test]
    fn copies_are_told_by_their_names() {
        for stem in ["om (1)", "om - kopia", "om-kopia (2)", "om - Copy", "Kopia av om", "om-SKR-PC1187"] {
            assert!(is_copy(stem, "om"), "{stem}");
        }
        for stem in ["om", "om 2024", "om_2", "om-kort", "om-a", "omrade", "om oss", "om-", "om ()"] {
            assert!(!is_copy(stem, "om"), "{stem}");
        }
    }
}
