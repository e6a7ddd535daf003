//! Summaries and area narratives: sections by sub-area, the three lists.

use std::ops::Range;

use super::field::joined;
use super::text::{Link, Reading};
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::narrative::HEADINGS;
use crate::language;
use crate::load::Text;
use crate::markdown::{self, Block, Heading, Prose};
use crate::model::{Area, AreaNarrative, AreaNumber, Edition, List, Section, SubAreaNumber};
use crate::route::Route;

/// The level of the headings that cut a narrative into sections.
const SECTION: u8 = 2;

/// The summary and its links; it is shown on `page`.
pub(super) fn summary(
    text: &Text,
    page: &Route,
    links: &mut Vec<Link>,
    faults: &mut Vec<Diagnostic>,
) -> Prose {
    let reading = Reading::new(text, faults);
    reading.heading_levels(SECTION, faults);
    links.extend(reading.links(page));
    reading.prose(&reading.outline.whole)
}

/// The narrative of `area`, one of `edition`, and its links; it is shown on `page`.
pub(super) fn area_narrative(
    text: &Text,
    (edition, area): (&Edition, &Area),
    page: &Route,
    links: &mut Vec<Link>,
    faults: &mut Vec<Diagnostic>,
) -> AreaNarrative {
    let reading = Reading::new(text, faults);
    reading.heading_levels(SECTION, faults);
    links.extend(reading.links(page));
    let unmarked = unmarked_headings(&reading, area);
    faults.extend(unmarked.iter().map(|it| it.fault(&reading)));
    let mut narrative = AreaNarrative::default();
    let mut seen = Vec::new();
    let mut unknown = Vec::new();
    for part in parts(&reading) {
        let Some(heading) = part.heading else {
            narrative.introduction = reading.prose(&part.body);
            continue;
        };
        let meaning = meaning(&heading.text, area);
        let subject = meaning.as_ref().map(Meaning::subject);
        if subject.is_some_and(|subject| seen.contains(&subject)) {
            faults.push(
                reading.fault(Fault::DuplicateHeading { heading: heading.text.clone() }, &heading.part.range),
            );
        }
        match &meaning {
            Some(Meaning::SubArea(sub_area, title)) => {
                let section =
                    Section { sub_area: *sub_area, heading: title.clone(), prose: reading.prose(&part.body) };
                narrative.sections.push(section);
            }
            Some(Meaning::List(list)) => {
                narrative.lists.set(*list, items(&reading, heading, part.blocks, &unmarked, faults));
            }
            // A second title is reported with the headings of all texts (F1).
            None if heading.level < SECTION => {}
            None => unknown.push(heading),
        }
        seen.extend(subject);
    }
    let has_own = seen.iter().any(|subject| matches!(subject, Subject::SubArea(_)));
    let other = if has_own { None } else { other_area(&unknown, edition) };
    match (other, unknown.first()) {
        (Some(own), Some(first)) => {
            let fault = Fault::OtherArea { area: area.number.to_string(), own: own.to_string() };
            faults.push(reading.fault(fault, &first.part.range));
        }
        _ => faults.extend(unknown.iter().map(|it| reading.fault(unknown_heading(it, area), &it.part.range))),
    }
    narrative
}

/// The other area of `edition` whose sub-areas all of `headings` name: a text saved under the name
/// of another is told of once. One heading alone may as well be mistyped.
fn other_area(headings: &[&Heading], edition: &Edition) -> Option<AreaNumber> {
    let mut areas = headings.iter().map(|heading| {
        let number = heading.text.split_whitespace().next().unwrap_or_default();
        SubAreaNumber::parse(number.trim_end_matches('.')).map(|number| number.area)
    });
    let area = areas.next()??;
    let is_sure = headings.len() > 1 && areas.all(|other| other == Some(area));
    edition.area(area).filter(|_| is_sure).map(|area| area.number)
}

/// Longer lines, in bytes, are taken for sentences.
const LONGEST: usize = 150;

/// A line that reads like a heading of a narrative and lacks its marks.
struct Unmarked {
    /// Its words.
    words: String,
    /// Where it stands, in bytes.
    range: Range<usize>,
    /// Where its paragraph begins.
    start: usize,
}

impl Unmarked {
    fn fault(&self, reading: &Reading<'_>) -> Diagnostic {
        let Self { words, range, .. } = self;
        let fault = Fault::HeadingMarks { found: words.clone(), fix: format!("## {words}") };
        reading.fault(fault, range)
    }
}

/// Lines that read like headings of a narrative and lack their marks, as they do when a word
/// processor has written the text anew: what follows would go to whatever stands before. Where there
/// is such a heading with its marks, the line is a sentence of its own.
fn unmarked_headings(reading: &Reading<'_>, area: &Area) -> Vec<Unmarked> {
    let mut unmarked = Vec::new();
    for block in &reading.outline.blocks {
        let Block::Other(range) = block else { continue };
        let text = reading.slice(range.clone());
        if text.starts_with("```") || text.starts_with("~~~") {
            continue;
        }
        let is_alone = text.trim_end().lines().count() == 1;
        let mut start = range.start;
        for line in text.split_inclusive('\n') {
            let words = line.trim().trim_matches(['*', '_']);
            let subject = if may_be_heading(words) { heading(words, area, is_alone) } else { None };
            if let Some(subject) = subject {
                let (words, range_of_line) =
                    (words.trim_end_matches(':').to_owned(), start..start + line.len());
                unmarked.push((subject, Unmarked { words, range: range_of_line, start: range.start }));
            }
            start += line.len();
        }
    }
    // Hardly any narrative has such a line, so it is asked only now what the headings are.
    let headings = reading.outline.blocks.iter().filter_map(section_heading).filter(|_| !unmarked.is_empty());
    let mut marked: Vec<_> = headings.filter_map(|it| Some(meaning(&it.text, area)?.subject())).collect();
    marked.dedup();
    let unmarked = unmarked.into_iter().filter(|(subject, _)| !marked.contains(subject));
    unmarked.map(|(_, it)| it).collect()
}

/// Whether it is worth a closer look if a line is a heading: a country has a million lines.
fn may_be_heading(line: &str) -> bool {
    let is_numbered = line.len() <= LONGEST && line.starts_with(|c: char| c.is_ascii_digit());
    is_numbered || HEADINGS.iter().any(|(name, _)| name.len() == line.trim_end_matches(':').len())
}

/// What a line would be the heading of if it had the marks of one. Below a number there may be a
/// name of one's own, if the line stands by itself; within a paragraph it may be any sentence.
fn heading(line: &str, area: &Area, is_alone: bool) -> Option<Subject> {
    let meaning = meaning(line.trim_end_matches(':'), area)?;
    let is_heading = match &meaning {
        Meaning::List(_) => is_alone,
        Meaning::SubArea(number, title) => {
            let sub_area = area.sub_areas.iter().find(|it| it.number == *number);
            let mut names = sub_area.into_iter().flat_map(|it| it.also.iter().chain([&it.name]));
            let title = language::comparable(title);
            let is_named = names.any(|name| language::comparable(name) == title);
            let is_sentence = line.ends_with(['.', '!', '?', ':', '”', ')']);
            (is_named || is_alone) && !is_sentence && line.contains(char::is_alphabetic)
        }
    };
    is_heading.then(|| meaning.subject())
}

/// A heading and what stands under it.
struct Part<'a> {
    heading: Option<&'a Heading>,
    body: markdown::Part,
    blocks: &'a [Block],
}

/// The text before the first section, then the sections.
fn parts<'a>(reading: &'a Reading<'_>) -> Vec<Part<'a>> {
    let (whole, blocks) = (&reading.outline.whole, &reading.outline.blocks);
    let starts = blocks.iter().enumerate().filter_map(|(at, block)| Some((at, section_heading(block)?)));
    let mut parts = vec![Part { heading: None, body: whole.clone(), blocks }];
    for (at, heading) in starts {
        if let Some(before) = parts.last_mut() {
            before.body = before.body.before(&heading.part);
            let here = before.blocks.len() + at - blocks.len();
            before.blocks = before.blocks.get(..here).unwrap_or_default();
        }
        let blocks = blocks.get(at + 1..).unwrap_or_default();
        parts.push(Part { heading: Some(heading), body: whole.after(&heading.part), blocks });
    }
    parts
}

/// A heading within a quotation or an item begins no section: what it stands in
/// would be cut in two.
fn section_heading(block: &Block) -> Option<&Heading> {
    match block {
        Block::Heading(heading) if heading.level <= SECTION && !heading.is_nested => Some(heading),
        _ => None,
    }
}

/// What a heading stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Meaning {
    /// A sub-area, and the title behind its number.
    SubArea(SubAreaNumber, String),
    /// One of the lists.
    List(List),
}

/// What may occur at most once in a narrative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    SubArea(SubAreaNumber),
    List(List),
}

impl Meaning {
    fn subject(&self) -> Subject {
        match self {
            Self::SubArea(number, _) => Subject::SubArea(*number),
            Self::List(list) => Subject::List(*list),
        }
    }
}

fn meaning(heading: &str, area: &Area) -> Option<Meaning> {
    let (number, title) = heading.split_once(char::is_whitespace).unwrap_or((heading, ""));
    let Some(number) = SubAreaNumber::parse(number.trim_end_matches('.')) else {
        return list(heading).map(Meaning::List);
    };
    let sub_area = area.sub_areas.iter().find(|sub_area| sub_area.number == number)?;
    let title = if title.trim().is_empty() { &sub_area.name } else { title.trim() };
    Some(Meaning::SubArea(number, title.to_owned()))
}

/// The list that stands under `heading`.
fn list(heading: &str) -> Option<List> {
    let as_written = HEADINGS.iter().find(|(name, _)| *name == heading);
    let found = as_written.or_else(|| {
        let wanted = language::comparable(heading);
        HEADINGS.iter().find(|(name, _)| language::comparable(name) == wanted)
    });
    found.map(|(_, list)| *list)
}

fn unknown_heading(heading: &Heading, area: &Area) -> Fault {
    let numbers = area.sub_areas.iter().map(|sub_area| sub_area.number.to_string());
    let lists = HEADINGS.iter().map(|(name, _)| format!("”{name}”"));
    let latin = language::latin(&heading.text).filter(|(_, plain)| meaning(plain, area).is_some());
    let (letter, fix) = latin.map(|(letter, fix)| (Some(letter), fix)).unwrap_or_default();
    Fault::UnknownHeading {
        heading: heading.text.clone(),
        known: joined(numbers.chain(lists)),
        letter: letter.map(String::from).unwrap_or_default(),
        code: letter.map(|it| format!("U+{:04X}", u32::from(it))).unwrap_or_default(),
        fix,
    }
}

/// The items of the one list that stands under a list's heading. Paragraphs with `unmarked`
/// headings have been told of already.
fn items(
    reading: &Reading<'_>,
    heading: &Heading,
    blocks: &[Block],
    unmarked: &[Unmarked],
    faults: &mut Vec<Diagnostic>,
) -> Vec<Prose> {
    let stranger = blocks.iter().find_map(|block| match block {
        Block::List(_) => None,
        Block::Heading(inner) => Some(&inner.part.range),
        Block::Other(range) => {
            Some(range).filter(|range| unmarked.binary_search_by_key(&range.start, |it| it.start).is_err())
        }
    });
    if stranger.is_some() || blocks.is_empty() {
        let fault = Fault::ListExpected { heading: heading.text.clone() };
        faults.push(reading.fault(fault, stranger.unwrap_or(&heading.part.range)));
    }
    let lists =
        blocks.iter().filter_map(|block| if let Block::List(items) = block { Some(items) } else { None });
    lists.flatten().map(|item| reading.prose(item)).collect()
}
