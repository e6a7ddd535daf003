//! Lines → chapters: what stands where in a report.

use std::collections::BTreeMap;
use std::ops::Range;

use super::document::{Document, Kind, Line};
use super::extra::{self, Extras};
use super::heading::is_common;
use super::page;
use super::score::labelled_score;
use super::title::Titles;
use super::words::{holds_any, list_heading, words};
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
    /// The evaluation, its results in short.
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

/// A stretch of lines that belong to one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Which part.
    pub part: Part,
    /// The line of its heading; none for what stands before the first.
    pub heading: Option<usize>,
    /// The lines below the heading.
    pub lines: Range<usize>,
}

/// No heading is longer.
const LONGEST_HEADING: usize = 200;

/// Cuts a document into chapters; every line is a heading or in one chapter.
/// `titles` are names of areas that may be headings by themselves.
pub fn chapters(document: &Document, titles: &Titles) -> Vec<Chapter> {
    let mut chapters = vec![Chapter { part: Part::Cover, heading: None, lines: 0..0 }];
    // The number of the last chapter that has one.
    let mut last = None;
    let extras = Extras::new(document, titles);
    for (index, line) in document.lines.iter().enumerate() {
        let is_in_contents = chapters.last().is_some_and(|it| it.part == Part::Contents);
        // A list of contents stands before what it lists.
        let has_area = chapters.iter().any(|it| matches!(it.part, Part::Area(_)));
        let part = heading(&line.text)
            .filter(|part| !(has_area && *part == Part::Contents))
            .filter(|_| !(is_in_contents && is_listed(document, index)))
            .or_else(|| titles.area(document, index).map(Part::Area))
            .or_else(|| further(&extras, index, &chapters, last));
        if let Some(part) = part {
            let number = extra::number(&line.text).filter(|_| !matches!(part, Part::Area(_)));
            last = number.or(last);
            chapters.push(Chapter { part, heading: Some(index), lines: index + 1..index + 1 });
        } else if let Some(last) = chapters.last_mut() {
            last.lines.end = index + 1;
        }
    }
    chapters
}

/// The chapter that nobody knows which begins on line `index`. Before the
/// areas it is the summary, if none has come.
fn further(extras: &Extras<'_>, index: usize, before: &[Chapter], last: Option<u8>) -> Option<Part> {
    let has = |is_it: fn(&Part) -> bool| before.iter().any(|chapter| is_it(&chapter.part));
    let is_in_text = before.last().is_some_and(|it| !matches!(it.part, Part::Cover | Part::Contents));
    (is_in_text && extras.begin(index, last)).then_some(())?;
    let is_summary = !has(|part| matches!(part, Part::Summary | Part::Detail | Part::Area(_) | Part::Tables));
    Some(if is_summary { Part::Summary } else { Part::Extra(index) })
}

/// No list of contents goes on for so many lines.
const MOST_ENTRIES: usize = 100;

/// Whether a line of the list of contents that reads like a heading is an entry
/// all the same: it has a page number, or the line has in which it ends.
fn is_listed(document: &Document, index: usize) -> bool {
    let lines = document.lines.iter().skip(index + 1).take(MOST_ENTRIES).map(|it| it.text.as_str());
    let mut below =
        lines.filter(|it| !it.is_empty()).skip_while(|it| !is_loose_entry(it) && heading(it).is_some());
    is_loose_entry(document.text(index))
        || below.next().is_some_and(|it| is_loose_entry(it) || is_page_number(it))
}

/// Whether a line is an entry of a list of contents, be it that only a blank
/// parts the page number from the heading.
fn is_loose_entry(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let has_number = (1..=3).contains(&(text.len() - bare.len())) && bare.ends_with(' ');
    is_entry(text) || (has_number && heading(bare.trim_end()).is_some())
}

/// The part that begins with a heading of this text.
pub fn heading(text: &str) -> Option<Part> {
    if text.is_empty() || text.len() > LONGEST_HEADING || is_entry(text) || text.contains('\t') {
        return None;
    }
    // "Område 2 – Styrkor" is the head of a list.
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

/// The number in an area's heading, and where its name begins: `Område 3
/// Politisk styrning och kontroll`.
pub fn area_heading(text: &str) -> Option<(AreaNumber, usize)> {
    let (word, rest) = text.split_once(' ')?;
    if comparable(word) != "område" {
        return None;
    }
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let number = rest.get(..digits)?.parse().ok().filter(|number| (1..=20).contains(number))?;
    let name = rest.get(digits..)?;
    let mark = name.trim_start_matches([' ', ':', '.', '-', '–', '—']);
    // "Område 3:s" and "Område 3b" are not about the area as a whole.
    let is_parted = name.is_empty() || mark.len() < name.len();
    let begins_well = mark.is_empty() || mark.starts_with(char::is_uppercase);
    (is_parted && begins_well && mark.len() <= 100).then_some((number, text.len() - mark.len()))
}

/// Whether a line is an entry of a list of contents: its page number stands
/// behind a tab or a row of dots.
pub fn is_entry(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - bare.len();
    (1..=3).contains(&digits)
        && (bare.ends_with('\t') || bare.trim_end().ends_with("..") || bare.trim_end().ends_with('…'))
}

/// An entry of a list of contents without its page number.
pub fn bare_entry(text: &str) -> &str {
    let name = text.trim_end_matches(|c: char| c.is_ascii_digit());
    name.trim_end_matches(['.', '…', ' ', '\t'])
}

/// Whether a line within the list of contents belongs to it.
pub fn is_contents(text: &str) -> bool {
    is_entry(text)
        || (text.len() <= LONGEST_HEADING
            && text.ends_with(|c: char| c.is_ascii_digit())
            && !text.ends_with('%'))
}

/// Lines that stand on every page: numbers, running heads and feet. A mark per
/// line.
pub fn page_furniture(document: &Document) -> Vec<bool> {
    let mut counts = BTreeMap::<String, usize>::new();
    let keys: Vec<_> = document.lines.iter().map(running_key).collect();
    // Areas may have items in common; what runs stands elsewhere as well.
    let elsewhere = keys.iter().zip(within_lists(document)).filter(|(_, is_within)| !is_within);
    elsewhere
        .filter_map(|(key, _)| key.as_ref())
        .for_each(|key| *counts.entry(key.clone()).or_default() += 1);
    // Below the head of a box a number is a score, until there is one.
    let mut awaits_score = false;
    let mut furniture = Vec::with_capacity(keys.len());
    for (line, key) in document.lines.iter().zip(keys) {
        if line.kind == Kind::Margin {
            furniture.push(true);
            continue;
        }
        let is_number = is_page_number(&line.text);
        let is_repeated = key.is_some_and(|key| counts.get(&key).is_some_and(|count| *count >= 3));
        furniture.push((is_repeated && may_run(&line.text)) || (is_number && !awaits_score));
        let has_score = is_number || line.text.contains('\t') || is_common(&line.text);
        awaits_score = is_box_head(&line.text) || (awaits_score && !has_score);
    }
    page::spare_words(document, &mut furniture);
    furniture
}

/// Whether each line stands below the head of a list, before any long one.
fn within_lists(document: &Document) -> impl Iterator<Item = bool> {
    document.lines.iter().scan(false, |is_within, line| {
        let ends = line.text.len() > LONGEST_ITEM || heading(&line.text).is_some();
        *is_within = list_heading(&line.text).is_some() || (*is_within && !ends);
        Some(*is_within)
    })
}

/// Hardly an item of a list is longer.
const LONGEST_ITEM: usize = 200;

/// What a running head or foot has in common on all pages; nothing for lines
/// that are too long for one, or of a table or list.
fn running_key(line: &Line) -> Option<String> {
    let text = &line.text;
    let is_candidate = (4..=100).contains(&text.len())
        && line.kind != Kind::Item
        && !text.contains('\t')
        && !text.ends_with(['.', ':', ';', '!'])
        && !text.starts_with(['-', '•', '–', '+', '<']);
    is_candidate.then(|| text.chars().filter(|c| !c.is_ascii_digit()).collect())
}

/// Whether a line that stands on several pages has no other reason to.
fn may_run(text: &str) -> bool {
    let says_something = is_common(text) || heading(text).is_some() || labelled_score(text).is_some();
    text.chars().any(char::is_alphabetic) && !says_something
}

/// `7`, `7 (43)`, `Sida 7 av 43`, `- 7 -`.
pub fn is_page_number(text: &str) -> bool {
    let text = text.trim_matches(['-', '–', ' ', '|']);
    if text.is_empty() || text.len() > 20 || !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let words: Vec<_> = text.split([' ', '(', ')', '/']).filter(|word| !word.is_empty()).collect();
    let is_word = |word: &str| matches!(comparable(word).as_str(), "sida" | "sid" | "s." | "av");
    let numbers =
        words.iter().filter(|word| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit())).count();
    numbers >= 1
        && words
            .iter()
            .all(|word| is_word(word) || (word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit())))
        && numbers <= 2
}

/// Whether a line is the head of an area's box: `Rubriker`, `Poäng`.
pub fn is_box_head(text: &str) -> bool {
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

    #[test]
    fn entries_over_two_lines_do_not_end_the_list_of_contents() {
        let lines = [
            "Innehåll",
            "1 Vad är Kommunkompassen? 3",
            "2 Norrby kommun i förhållande till Kommunkompassen: en",
            "kort genomgång\t5",
            "3 Detaljerad genomgång per område",
            "8",
            "Område 1 Torget 8",
            "Område 2 Hamnen\t9",
            "1 Vad är Kommunkompassen?",
            "Ett redskap.",
            "Område 3",
        ];
        let parts = chapters(&Document::of_lines(lines), &Titles::default()).into_iter().skip(1);
        let parts: Vec<_> = parts.map(|it| (it.part, it.heading)).collect();
        assert_eq!(parts, [(Part::Contents, Some(0)), (Part::About, Some(8)), (Part::Area(3), Some(10))]);
    }

    #[test]
    fn page_numbers_are_told_from_scores_in_boxes() {
        for text in ["7", "7 (43)", "Sida 7 av 43", "- 7 -"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["", "2011", "7 %", "Sida", "7 områden", "1.1"] {
            assert!(!is_page_number(text), "{text}");
        }
        let document = Document::of_lines(["Rubriker\tPoäng", "46", "", "Allmänt"]);
        assert_eq!(page_furniture(&document), [false; 4]);
    }
}
