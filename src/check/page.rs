//! What one pass over a finished page finds.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::ops::Range;

use html5gum::{Emitter, Error, Readable, Reader, State, Tokenizer, naive_next_state};

use super::address::{self, Kind};
use super::attribute::{Meaning, meaning};
use super::source::Source;
use crate::diagnostic::Fault;

/// What the checks need to know of a page.
pub(super) struct Page<'a> {
    /// The page itself.
    pub(super) bytes: &'a [u8],
    /// All ids, each once.
    pub(super) ids: BTreeSet<String>,
    /// Addresses that lead to this site, in the order of the page.
    pub(super) links: Vec<Link>,
    /// Faults that show without looking at other pages.
    pub(super) findings: Vec<Finding>,
}

/// An address of this site in a page.
pub(super) struct Link {
    /// The start tag it stands in, as bytes of the page.
    pub(super) tag: Range<usize>,
    /// The address as a browser reads it.
    pub(super) target: String,
}

/// A fault in a page.
#[derive(Clone)]
pub(super) struct Finding {
    /// The start tag it concerns, as bytes of the page.
    pub(super) tag: Range<usize>,
    /// What is wrong.
    pub(super) fault: Fault,
}

impl<'a> Page<'a> {
    /// Reads a page once, from its first byte to its last.
    pub(super) fn read(bytes: &'a [u8]) -> Self {
        Self::read_from(bytes, Source(bytes))
    }

    /// Does the same with a `source` that yields `bytes`, or some of them.
    fn read_from<'s, R: Reader<Error = Infallible>>(
        bytes: &'a [u8],
        source: impl Readable<'s, Reader = R>,
    ) -> Self {
        let mut page = Self { bytes, ids: BTreeSet::new(), links: Vec::new(), findings: Vec::new() };
        let scanner = Scanner::new(&mut page);
        let Ok(()) = Tokenizer::new_with_emitter(source, scanner).finish();
        page
    }

    /// Takes note of a start tag.
    fn record(&mut self, tag: &Tag) {
        self.record_element(tag);
        for (name, value) in tag.attributes() {
            self.record_attribute(tag, name, value);
        }
    }

    fn record_element(&mut self, tag: &Tag) {
        match tag.name.as_slice() {
            b"script" if tag.value(b"src").is_none() && !tag.is_linked_data() => {
                self.report(tag, Fault::InlineScript {});
            }
            b"style" => self.report(tag, Fault::InlineStyle {}),
            b"img" if tag.value(b"alt").is_none() => self.report(tag, Fault::PageAlt {}),
            b"svg" if tag.is_unnamed_image() => self.report(tag, Fault::PageAlt {}),
            _ => {}
        }
    }

    fn record_attribute(&mut self, tag: &Tag, name: &[u8], value: &[u8]) {
        let Some(meaning) = meaning(name) else { return };
        match meaning {
            Meaning::Id => self.record_id(tag, value),
            Meaning::Style => self.report(tag, Fault::InlineStyle {}),
            Meaning::Script => self.report(tag, Fault::InlineScript {}),
            Meaning::File if value.is_empty() => {
                self.report(tag, Fault::PageLink { target: String::new() });
            }
            Meaning::File | Meaning::Link => self.record_address(tag, &String::from_utf8_lossy(value)),
            Meaning::Candidates => self.record_candidates(tag, &String::from_utf8_lossy(value)),
        }
    }

    fn record_id(&mut self, tag: &Tag, value: &[u8]) {
        let id = String::from_utf8_lossy(value);
        if self.ids.contains(&*id) {
            self.report(tag, Fault::PageId { id: id.into_owned() });
        } else {
            self.ids.insert(id.into_owned());
        }
    }

    fn record_candidates(&mut self, tag: &Tag, srcset: &str) {
        for candidate in address::candidates(srcset) {
            self.record_address(tag, candidate);
        }
    }

    fn record_address(&mut self, tag: &Tag, value: &str) {
        let target = address::clean(value);
        match address::kind(&target) {
            Kind::Internal => self.links.push(Link { tag: tag.range.clone(), target: target.into_owned() }),
            Kind::External => {}
            Kind::Script => self.report(tag, Fault::InlineScript {}),
            Kind::Unknown => self.report(tag, Fault::PageLink { target: target.into_owned() }),
        }
    }

    fn report(&mut self, tag: &Tag, fault: Fault) {
        self.findings.push(Finding { tag: tag.range.clone(), fault });
    }
}

/// The tag being read. Its buffers are reused for every tag, so that memory is
/// allocated only for what is kept.
#[derive(Default)]
struct Tag {
    range: Range<usize>,
    closing: bool,
    self_closing: bool,
    name: Vec<u8>,
    /// Names and values of all attributes, one after the other.
    text: Vec<u8>,
    attributes: Vec<Attribute>,
}

/// Offsets into [`Tag::text`]: the name is `start..middle`, the value
/// `middle..end`.
struct Attribute {
    start: usize,
    middle: usize,
    end: usize,
}

impl Tag {
    fn reset(&mut self, closing: bool) {
        self.closing = closing;
        self.self_closing = false;
        self.name.clear();
        self.text.clear();
        self.attributes.clear();
    }

    /// Names and values, in order.
    fn attributes(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        let text = |range| self.text.get(range).unwrap_or_default();
        self.attributes.iter().map(move |it| (text(it.start..it.middle), text(it.middle..it.end)))
    }

    /// The value of the attribute `name`, which may be empty; `None` when the tag has
    /// no such attribute.
    fn value(&self, name: &[u8]) -> Option<&[u8]> {
        self.attributes().find(|(found, _)| *found == name).map(|(_, value)| value)
    }

    /// Whether this opens data for search engines, which no browser runs.
    fn is_linked_data(&self) -> bool {
        self.name == b"script" && self.value(b"type") == Some(b"application/ld+json")
    }

    /// Whether this is declared an image (`role="img"`) without saying of what.
    fn is_unnamed_image(&self) -> bool {
        let is_named = |name| self.value(name).is_some_and(|text| !text.trim_ascii().is_empty());
        self.value(b"role") == Some(b"img") && !is_named(b"aria-label") && !is_named(b"aria-labelledby")
    }
}

/// Follows the tokenizer through a page and hands every start tag over.
struct Scanner<'p, 'a> {
    page: &'p mut Page<'a>,
    position: usize,
    tag: Tag,
    last_start: Vec<u8>,
    /// How many `svg` and `math` elements are open: text there is markup where
    /// HTML would take it literally, as in `title` and `style`.
    foreign: usize,
    /// The start tag of data for search engines whose end has not come yet.
    data: Option<Range<usize>>,
}

/// Whether `block` is JSON that cannot end before its end: a `<` in it might, and then the
/// rest would be markup of the page. Escaped, it may be there.
fn is_contained(block: &[u8]) -> bool {
    !block.contains(&b'<') && serde_json::from_slice::<serde::de::IgnoredAny>(block).is_ok()
}

impl<'p, 'a> Scanner<'p, 'a> {
    fn new(page: &'p mut Page<'a>) -> Self {
        Self { page, position: 0, tag: Tag::default(), last_start: Vec::new(), foreign: 0, data: None }
    }

    /// Judges the data for search engines that ends at byte `end`, if any does.
    fn end_data(&mut self, end: usize) {
        let Some(tag) = self.data.take() else { return };
        let block = self.page.bytes.get(tag.end..end).unwrap_or_default();
        if !is_contained(block) {
            self.page.findings.push(Finding { tag, fault: Fault::InlineScript {} });
        }
    }

    fn is_foreign_root(&self) -> bool {
        matches!(self.tag.name.as_slice(), b"svg" | b"math")
    }

    fn close(&mut self) {
        if self.is_foreign_root() {
            self.foreign = self.foreign.saturating_sub(1);
        }
    }

    /// How the text after the start tag just read is to be read. `noscript` is
    /// read as markup: for a reader without scripts it is (F3).
    fn open(&mut self) -> Option<State> {
        if self.is_foreign_root() && !self.tag.self_closing {
            self.foreign += 1;
        }
        let is_markup = self.foreign > 0 || self.tag.name == b"noscript";
        if is_markup { None } else { naive_next_state(&self.tag.name) }
    }
}

impl Emitter for Scanner<'_, '_> {
    type Token = Infallible;

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    #[inline]
    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_error(&mut self, _: Error) {}

    fn start_open_tag(&mut self) {
        self.tag.range.start = self.position.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.tag.reset(false);
    }

    fn init_end_tag(&mut self) {
        self.tag.reset(true);
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.name.extend_from_slice(name);
    }

    fn set_self_closing(&mut self) {
        self.tag.self_closing = true;
    }

    fn init_attribute(&mut self) {
        let start = self.tag.text.len();
        self.tag.attributes.push(Attribute { start, middle: start, end: start });
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.tag.text.extend_from_slice(name);
        let end = self.tag.text.len();
        if let Some(attribute) = self.tag.attributes.last_mut() {
            attribute.middle = end;
            attribute.end = end;
        }
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.tag.text.extend_from_slice(value);
        if let Some(attribute) = self.tag.attributes.last_mut() {
            attribute.end = self.tag.text.len();
        }
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.tag.range.end = self.position;
        self.end_data(self.tag.range.start);
        if self.tag.closing {
            self.close();
            return None;
        }
        self.page.record(&self.tag);
        if self.tag.is_linked_data() && self.tag.value(b"src").is_none() {
            self.data = Some(self.tag.range.clone());
        }
        self.last_start.clone_from(&self.tag.name);
        self.open()
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.tag.closing && !self.last_start.is_empty() && self.tag.name == self.last_start
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.foreign > 0
    }

    fn emit_eof(&mut self) {
        self.end_data(usize::MAX);
    }

    // Only tags matter here, so text, comments and doctypes go by unread.
    #[inline]
    fn emit_string(&mut self, _: &[u8]) {}
    fn init_comment(&mut self) {}
    fn emit_current_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn emit_current_doctype(&mut self) {}
    fn set_force_quirks(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a page is found to have, in words.
    fn found(page: &Page<'_>) -> Vec<String> {
        let ids = page.ids.iter().cloned();
        let links = page.links.iter().map(|link| format!("{:?} {}", link.tag, link.target));
        let findings = page.findings.iter().map(|it| format!("{:?} {:?}", it.tag, it.fault));
        ids.chain(links).chain(findings).collect()
    }

    #[test]
    fn our_source_reads_pages_as_the_tokenizers_own_does() {
        let pieces = [
            "<p id=a>",
            "</p>",
            "</P >",
            "</p a='<img>'>",
            "<a href=/b/>",
            "</a",
            "<title>",
            "</title>",
            "</Title>",
            "<textarea>",
            "</textarea>",
            "<svg>",
            "</svg>",
            "<style>",
            "</style>",
            "<script>",
            "<script type=application/ld+json>",
            "</script>",
            "<!--",
            "-->",
            "text & \u{e5}",
            "&amp;",
            "\0",
            "\r\n",
            "<",
            "</",
            "</>",
            "<img>",
            "<math>",
            "</math>",
            "</svgx>",
            "<td class=\"a & b\" data-x hidden>",
            "<p class=\"</title><img>\">",
            "<p onclick=\"a()\">",
            "<path d=\"M0 0\"/>",
            "<p class=a/",
            "<p 1",
            "<1>",
        ];
        for a in pieces {
            for b in pieces {
                for c in pieces {
                    let text = format!("{a}{b}x{c}<b id=c href=/d/>{b}{a}<img>");
                    let bytes = text.as_bytes();
                    assert_eq!(found(&Page::read(bytes)), found(&Page::read_from(bytes, bytes)), "{text:?}");
                }
            }
        }
    }
}
