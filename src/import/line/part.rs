//! Parts of a report, by the headings that they begin with.

use super::entry::{Entry, MAX_HEADING};
use crate::import::vocabulary::list::{holds_any, list_heading};
use crate::import::vocabulary::words::words;
use crate::language::comparable;
use crate::model::AreaNumber;

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Everything before the first heading.
    Cover,
    /// The list of contents.
    Contents,
    /// What Kommunkompassen is.
    About,
    /// The evaluation and its results in short.
    Summary,
    /// Between the heading of the detailed chapter and its first area.
    Detail,
    /// One area.
    Area(AreaNumber),
    /// The score tables.
    Tables,
    /// Short facts on the municipality.
    Facts,
    /// A chapter that reports do not have as a rule, by the line of its
    /// heading.
    Extra(usize),
}

/// The part that begins with a heading of this text.
pub(crate) fn heading(text: &str) -> Option<Part> {
    if text.is_empty() || text.len() > MAX_HEADING || Entry::read(text).is_certain() || text.contains('\t') {
        return None;
    }
    // "Område 2 – Styrkor" is the head of a list and begins no chapter.
    if text.ends_with(['.', ',', ';']) || list_heading(text).is_some() {
        return None;
    }
    if let Some((number, _)) = area_heading(text) {
        return Some(Part::Area(number));
    }
    chapter_heading(&comparable(text))
}

fn chapter_heading(text: &str) -> Option<Part> {
    let chapters = &words().chapters;
    let bare = text.trim_end_matches(':');
    if chapters.contents.iter().any(|it| it == bare) {
        return Some(Part::Contents);
    }
    [
        (&chapters.detail, Part::Detail),
        (&chapters.about, Part::About),
        (&chapters.summary, Part::Summary),
        (&chapters.tables, Part::Tables),
        (&chapters.facts, Part::Facts),
    ]
    .into_iter()
    .find_map(|(signs, part)| holds_any(text, signs).then_some(part))
}

/// Numbers that an area can have. Editions have eight or nine areas; higher
/// numbers before a name are those of pages and years.
pub(crate) const AREAS: std::ops::RangeInclusive<AreaNumber> = 1..=20;

/// The number in an area's heading, and where its name begins: `Område 3
/// Politisk styrning och kontroll`.
pub(crate) fn area_heading(text: &str) -> Option<(AreaNumber, usize)> {
    let (word, rest) = text.split_once(' ')?;
    if comparable(word) != "område" {
        return None;
    }
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let number = rest.get(..digits)?.parse().ok().filter(|number| AREAS.contains(number))?;
    let name = rest.get(digits..)?;
    let mark = name.trim_start_matches([' ', ':', '.', '-', '–', '—']);
    // "Område 3:s" and "Område 3b" are not about the area as a whole.
    let is_parted = name.is_empty() || mark.len() < name.len();
    let begins_well = mark.is_empty() || mark.starts_with(char::is_uppercase);
    (is_parted && begins_well && mark.len() <= 100).then_some((number, text.len() - mark.len()))
}

/// Whether a line is the head of an area's box: `Rubriker`, `Poäng`.
pub(crate) fn is_box_head(text: &str) -> bool {
    if text.len() > 40 || !text.contains('\t') {
        return false;
    }
    let cells: Vec<_> = text.split('\t').map(comparable).filter(|cell| !cell.is_empty()).collect();
    words().headings.r#box.contains(&cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_sentences_and_entries() {
        for (text, expected) in [
            ("1 Vad är Kommunkompassen?", Some(Part::About)),
            (
                "2. Norrby kommun i förhållande till Kommunkompassen: En sammanfattande genomgång",
                Some(Part::Summary),
            ),
            ("3 Detaljerad genomgång i förhållande till Kommunkompassens åtta områden", Some(Part::Detail)),
            ("Område 3 Politisk styrning och kontroll", Some(Part::Area(3))),
            ("OMRÅDE 3: POLITISK STYRNING", Some(Part::Area(3))),
            ("Område 3", Some(Part::Area(3))),
            ("Område 3 har blivit bättre", None),
            ("Område 3 – Styrkor", None),
            ("Område 3 Politisk styrning\t12", None),
            ("Område 3 Politisk styrning......12", None),
            ("4. Översikt av poängfördelning", Some(Part::Tables)),
            ("Innehåll", Some(Part::Contents)),
            ("Innehållet är rikt", None),
        ] {
            assert_eq!(heading(text), expected, "{text}");
        }
    }
}
