//! What stands beside a Word text: styles and footnotes.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Paragraph styles by id.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

/// What a style says of its paragraphs.
#[derive(Clone, Debug, Default)]
struct Style {
    is_heading: bool,
    is_item: bool,
    /// The list that numbers it, and at which level.
    list: Option<String>,
    level: Option<usize>,
    based_on: Option<String>,
}

/// How many styles in a row are looked up of those that one is based on; a damaged
/// file may have them in a circle.
const MAX_DEPTH: usize = 12;

impl Styles {
    /// Reads `styles.xml`; damaged ones give the styles up to there.
    pub(super) fn read(xml: &str) -> Self {
        let mut styles = BTreeMap::<String, Style>::new();
        let mut id = String::new();
        let mut reader = Reader::from_str(xml);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Eof => break,
                Event::Start(tag) | Event::Empty(tag) => {
                    if tag.local_name().as_ref() == "style" {
                        id = attribute(&tag, "styleId").unwrap_or_default();
                    }
                    styles.entry(id.clone()).or_default().read(&tag);
                }
                _ => {}
            }
        }
        Self(styles)
    }

    /// Whether paragraphs of this style are headings. Word's own styles are
    /// known by their ids as well, in English and Swedish.
    pub(super) fn is_heading(&self, id: &str) -> bool {
        is_heading(id) || self.family(id).any(|style| style.is_heading)
    }

    /// Whether paragraphs of this style are items of a list.
    pub(super) fn is_item(&self, id: &str) -> bool {
        self.family(id).any(|style| style.is_item)
    }

    /// The list that numbers paragraphs of this style, and at which level.
    pub(super) fn list(&self, id: &str) -> Option<(&str, usize)> {
        let list = self.family(id).find_map(|style| style.list.as_deref())?;
        let level = self.family(id).find_map(|style| style.level);
        Some((list, level.unwrap_or_default()))
    }

    /// The style and those it is based on.
    fn family(&self, id: &str) -> impl Iterator<Item = &Style> {
        let parent = |style: &&Style| self.0.get(style.based_on.as_deref()?);
        std::iter::successors(self.0.get(id), parent).take(MAX_DEPTH)
    }
}

impl Style {
    fn read(&mut self, tag: &BytesStart<'_>) {
        let value = attribute(tag, "val");
        match tag.local_name().as_ref() {
            "name" => self.is_heading |= value.is_some_and(|name| is_heading(&name)),
            "outlineLvl" => self.is_heading |= is_outline(tag),
            "basedOn" => self.based_on = value,
            "numId" => {
                self.is_item = value.as_ref().is_some_and(|number| number != "0");
                self.list = value;
            }
            "ilvl" => self.level = value.and_then(|level| level.parse().ok()),
            _ => {}
        }
    }
}

/// Word's name for it is English in every language, its id is not.
fn is_heading(name: &str) -> bool {
    let name = name.to_lowercase();
    ["heading", "rubrik"]
        .iter()
        .any(|word| name.strip_prefix(word).is_some_and(|level| level.trim().parse::<u8>().is_ok()))
}

/// Whether an outline level is one: 9 is body text.
pub(super) fn is_outline(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "val").and_then(|level| level.parse().ok()).is_some_and(|level: u8| level < 9)
}

/// The value of an attribute, whatever its prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|it| it.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// Whether a property that is on unless it says otherwise is on.
pub(super) fn is_on(tag: &BytesStart<'_>) -> bool {
    !attribute(tag, "val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off" | "none"))
}

/// Texts of notes by kind, `footnote` or `endnote`, and id.
#[derive(Debug, Default)]
pub(super) struct Notes(BTreeMap<(String, String), String>);

impl Notes {
    /// Adds those of `footnotes.xml` or `endnotes.xml`; damaged ones give the
    /// notes up to there.
    pub(super) fn read(&mut self, xml: &str) {
        let Self(notes) = self;
        let mut id = Default::default();
        let mut is_text = false;
        let mut reader = Reader::from_str(xml);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Eof => break,
                Event::Start(tag) => match tag.local_name().as_ref() {
                    kind @ ("footnote" | "endnote") => {
                        id = (kind.to_owned(), attribute(&tag, "id").unwrap_or_default());
                    }
                    "t" => is_text = true,
                    _ => {}
                },
                Event::End(tag) if tag.local_name().as_ref() == "t" => is_text = false,
                Event::Text(text) if is_text => {
                    notes.entry(id.clone()).or_default().push_str(&text.xml10_content());
                }
                Event::GeneralRef(name) if is_text => {
                    notes.entry(id.clone()).or_default().extend(character(&name));
                }
                _ => {}
            }
        }
    }

    /// The note of this kind with this id.
    pub(super) fn get(&self, kind: &str, id: &str) -> Option<&str> {
        self.0.get(&(kind.to_owned(), id.to_owned())).map(String::as_str)
    }
}

/// The character that a reference stands for. Entities of a file's own stand
/// for nothing: they are how small files become large.
pub(super) fn character(reference: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Some(character);
    }
    match reference.xml10_content().as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
