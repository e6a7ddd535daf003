//! Numbers that Word counts itself and writes into no text: those of headings
//! say which sub-area they are about.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::style::attribute;

/// How lists and headings are numbered.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Formats by their ids.
    formats: BTreeMap<String, [Level; LEVELS]>,
    /// Lists by the ids that paragraphs name.
    lists: BTreeMap<String, List>,
}

/// How many levels a list has in Word.
const LEVELS: usize = 9;

/// The longest number of a heading with the words around it, in bytes: `Område 3:`
/// and the like.
const MAX_NUMBER: usize = 60;

/// A level of a format.
#[derive(Clone, Debug, Default)]
struct Level {
    /// Whether it counts in digits.
    is_decimal: bool,
    /// `%1.%2`: the numbers of the levels and what stands around them.
    text: String,
    /// The first number.
    start: u32,
}

#[derive(Clone, Debug, Default)]
struct List {
    format: String,
    /// Levels that this list begins anew, and with which numbers.
    starts: BTreeMap<usize, u32>,
}

/// What stands before a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// As Word shows it: `1.2`, `Område 3`.
    pub text: String,
    /// Whether it names more than one level, as items of lists do not.
    pub is_deep: bool,
}

impl Numbering {
    /// Reads `numbering.xml`; a damaged one gives what stood before.
    pub(super) fn read(xml: &str) -> Self {
        let mut numbering = Self::default();
        let mut place = Place::default();
        let mut reader = Reader::from_str(xml);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Eof => break,
                Event::Start(tag) | Event::Empty(tag) => numbering.take(&tag, &mut place),
                _ => {}
            }
        }
        numbering
    }

    fn take(&mut self, tag: &BytesStart<'_>, place: &mut Place) {
        let value = || attribute(tag, "val").unwrap_or_default();
        match tag.local_name().as_ref() {
            "abstractNum" => *place = Place { format: attribute(tag, "abstractNumId"), ..Place::default() },
            "num" => *place = Place { list: attribute(tag, "numId"), ..Place::default() },
            "lvl" | "lvlOverride" => {
                place.level = attribute(tag, "ilvl").and_then(|it| it.parse().ok()).unwrap_or_default();
            }
            "abstractNumId" => {
                if let Some(list) = &place.list {
                    self.lists.entry(list.clone()).or_default().format = value();
                }
            }
            "startOverride" => {
                if let (Some(list), Ok(start)) = (&place.list, value().parse()) {
                    self.lists.entry(list.clone()).or_default().starts.insert(place.level, start);
                }
            }
            name => {
                let levels = place.format.as_ref().map(|it| self.formats.entry(it.clone()).or_default());
                if let Some(level) = levels.and_then(|levels| levels.get_mut(place.level)) {
                    level.take(name, value());
                }
            }
        }
    }
}

/// Where in the file the reader is.
#[derive(Default)]
struct Place {
    format: Option<String>,
    list: Option<String>,
    level: usize,
}

impl Level {
    fn take(&mut self, name: &str, value: String) {
        match name {
            "start" => self.start = value.parse().unwrap_or_default(),
            "numFmt" => self.is_decimal = value == "decimal",
            "lvlText" if value.len() <= MAX_NUMBER => self.text = value,
            _ => {}
        }
    }
}

/// Counts paragraphs, one after the other.
#[derive(Debug)]
pub(super) struct Counter<'n> {
    numbering: &'n Numbering,
    /// Numbers reached, by format; nothing before the first.
    reached: BTreeMap<&'n str, [Option<u32>; LEVELS]>,
    /// Lists that have begun.
    begun: BTreeSet<&'n str>,
}

impl<'n> Counter<'n> {
    /// A counter before the first paragraph.
    pub(super) fn new(numbering: &'n Numbering) -> Self {
        Self { numbering, reached: BTreeMap::new(), begun: BTreeSet::new() }
    }

    /// The number of the next paragraph of a list at a level, counted from 0;
    /// nothing for bullets, letters and lists that the file does not define.
    pub(super) fn next(&mut self, list: &str, level: usize) -> Option<Number> {
        let (id, list) = self.numbering.lists.get_key_value(list)?;
        let levels = self.numbering.formats.get(&list.format)?;
        let reached = self.reached.entry(&list.format).or_default();
        if self.begun.insert(id) {
            for (level, start) in &list.starts {
                if let Some(it) = reached.get_mut(*level) {
                    *it = start.checked_sub(1);
                }
            }
        }
        for (at, (it, level_at)) in reached.iter_mut().zip(levels).enumerate() {
            *it = match at.cmp(&level) {
                std::cmp::Ordering::Less => it.or(Some(level_at.start)),
                std::cmp::Ordering::Equal => Some(it.map_or(level_at.start, |it| it.saturating_add(1))),
                std::cmp::Ordering::Greater => None,
            };
        }
        let format = levels.get(level).filter(|it| it.is_decimal && it.text.contains('%'))?;
        Some(format.number(reached))
    }
}

impl Level {
    fn number(&self, reached: &[Option<u32>]) -> Number {
        let mut text = self.text.clone();
        for (at, number) in reached.iter().enumerate() {
            text = text.replace(&format!("%{}", at + 1), &number.unwrap_or_default().to_string());
        }
        Number { text, is_deep: self.text.matches('%').count() > 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &str = "<w:numbering xmlns:w=\"x\">\
        <w:abstractNum w:abstractNumId=\"7\">\
        <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"Område %1\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2.\"/></w:lvl>\
        <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"o\"/></w:lvl>\
        </w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>\
        <w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>\
        </w:numbering>";

    #[test]
    fn paragraphs_are_counted_by_level() {
        let numbering = Numbering::read(XML);
        let mut counter = Counter::new(&numbering);
        for (list, level, expected) in [
            ("1", 0, Some(("Område 1", false))),
            ("1", 1, Some(("1.1.", true))),
            ("1", 1, Some(("1.2.", true))),
            ("1", 2, None),
            ("1", 0, Some(("Område 2", false))),
            ("1", 1, Some(("2.1.", true))),
            ("2", 0, Some(("Område 5", false))),
            ("2", 9, None),
            ("3", 0, None),
        ] {
            let found = counter.next(list, level);
            let found = found.as_ref().map(|it| (it.text.as_str(), it.is_deep));
            assert_eq!(found, expected, "{list} {level}");
        }
    }
}
