//! What a text consists of, one event after the other.

use std::ops::Range;
use std::sync::Arc;

/// A text with its events.
///
/// A portal of 290 municipalities has several hundred thousand events, so they
/// are kept small: they point at their words in the text, and whatever is too
/// large for them lies in a list of its own.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// The text as it is written.
    pub(super) text: Arc<str>,
    /// Where the targets of link references are defined: ranges of bytes, in
    /// the order of the text.
    pub(super) definitions: Vec<Range<usize>>,
    /// Everything in the text, in its order.
    pub(super) events: Vec<Event>,
    links: Vec<Link>,
    code_blocks: Vec<CodeBlock>,
    /// Words that read otherwise than they are written, such as `&amp;`.
    rewritten: Vec<Box<str>>,
}

/// One step through a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    Start(Element),
    End(Element),
    Text(Words),
    /// Code within a line.
    Code(Words),
    /// Raw HTML. It is shown as text (W3), but is no part of a heading's words.
    Html(Words),
    /// A whole block of code, with its number in the document.
    CodeBlock(u32),
    SoftBreak,
    HardBreak,
    Rule,
}

/// What has a beginning and an end. A block of raw HTML is a paragraph (W3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Paragraph,
    Heading {
        /// 1–6.
        level: u8,
        /// The number of the id given to it among the rewritten words.
        id: Option<u32>,
    },
    Quotation,
    BulletList,
    /// A numbered list, with its first number.
    NumberedList(u32),
    Item,
    Table,
    TableHead,
    TableRow,
    TableCell,
    Emphasis,
    Strong,
    /// A link, with its number in the document.
    Link(u32),
}

impl Element {
    /// Whether it stands apart from what is around it; all others are parts of
    /// a line.
    pub(super) fn is_block(self) -> bool {
        !matches!(self, Self::Emphasis | Self::Strong | Self::Link(_))
    }
}

/// Where the words of an event are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    /// In the text, between these bytes.
    Written { start: u32, end: u32 },
    /// In the document's list of words that read otherwise than written.
    Rewritten(u32),
}

/// A link.
#[derive(Debug)]
pub(super) struct Link {
    /// An address, or a mail address without its scheme.
    pub(super) target: Box<str>,
    pub(super) title: Box<str>,
    pub(super) is_mail: bool,
}

/// A block of code.
#[derive(Debug)]
pub(super) struct CodeBlock {
    /// The language named with it; empty when there is none.
    pub(super) language: Box<str>,
    pub(super) code: Box<str>,
}

impl Document {
    pub(super) fn new(text: &Arc<str>, definitions: Vec<Range<usize>>) -> Self {
        Self { text: Arc::clone(text), definitions, ..Self::default() }
    }

    /// Keeps the words at `range`, which read `words`.
    pub(super) fn add_words(&mut self, words: &str, range: &Range<usize>) -> Words {
        if self.text.get(range.clone()) == Some(words) {
            Words::Written { start: narrow(range.start), end: narrow(range.end) }
        } else {
            Words::Rewritten(self.add_rewritten(words))
        }
    }

    /// The number under which `words` are kept.
    pub(super) fn add_rewritten(&mut self, words: &str) -> u32 {
        self.rewritten.push(words.into());
        narrow(self.rewritten.len() - 1)
    }

    /// The number under which `link` is kept.
    pub(super) fn add_link(&mut self, link: Link) -> u32 {
        self.links.push(link);
        narrow(self.links.len() - 1)
    }

    /// The number under which `block` is kept.
    pub(super) fn add_code_block(&mut self, block: CodeBlock) -> u32 {
        self.code_blocks.push(block);
        narrow(self.code_blocks.len() - 1)
    }

    pub(super) fn words(&self, words: Words) -> &str {
        match words {
            Words::Written { start, end } => self.text.get(start as usize..end as usize).unwrap_or_default(),
            Words::Rewritten(number) => self.rewritten(number),
        }
    }

    pub(super) fn rewritten(&self, number: u32) -> &str {
        self.rewritten.get(number as usize).map(AsRef::as_ref).unwrap_or_default()
    }

    pub(super) fn link(&self, number: u32) -> Option<&Link> {
        self.links.get(number as usize)
    }

    pub(super) fn code_block(&self, number: u32) -> Option<&CodeBlock> {
        self.code_blocks.get(number as usize)
    }

    /// What the heading says whose `events` these are, without its markup.
    pub(super) fn heading_text(&self, events: &[Event]) -> String {
        let mut text = String::new();
        for event in events {
            match event {
                Event::Text(words) | Event::Code(words) => text.push_str(self.words(*words)),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        text
    }

    /// Returns the room that was kept free for more.
    pub(super) fn shrink(&mut self) {
        self.events.shrink_to_fit();
    }
}

/// A place or number as events hold it. `load` accepts no file with more than
/// 16 MB, so nothing is lost.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_stays_small() {
        assert!(size_of::<Event>() <= 16, "{}", size_of::<Event>());
    }
}
