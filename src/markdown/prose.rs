//! A text that has been read, or a part of one.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::event::{Document, Element, Event};
use crate::language;

/// A part of a text: some of its bytes, and the events that come of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Which events of the document belong to it.
    pub(super) events: Range<usize>,
}

impl Part {
    /// What of this part stands before `other`.
    #[must_use]
    pub fn before(&self, other: &Self) -> Self {
        Self { range: self.range.start..other.range.start, events: self.events.start..other.events.start }
    }

    /// What of this part stands after `other`.
    #[must_use]
    pub fn after(&self, other: &Self) -> Self {
        Self { range: other.range.end..self.range.end, events: other.events.end..self.events.end }
    }
}

/// What stands under one heading, or before the first one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Id and words of the heading.
    pub heading: Option<(String, String)>,
    /// Level of the heading as written, 1–6; 0 where there is none.
    pub level: u8,
    /// What follows it, as [`Prose::plain_text`] has it.
    pub text: String,
    /// Whether code is in it.
    pub has_code: bool,
}

/// Markdown that has been read: a part of its file, not a copy of it.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    document: Arc<Document>,
    part: Part,
}

impl Prose {
    pub(super) fn new(document: Document, whole: Part) -> Self {
        Self { document: Arc::new(document), part: whole }
    }

    /// A part of the same text, without white space around it.
    #[must_use]
    pub fn part(&self, part: &Part) -> Self {
        let written = self.document.text.get(part.range.clone()).unwrap_or_default();
        let start = part.range.start + (written.len() - written.trim_start().len());
        let range = start..start + written.trim().len();
        Self { document: Arc::clone(&self.document), part: Part { range, events: part.events.clone() } }
    }

    /// The Markdown, together with the definitions of the link references in
    /// it: they may stand in another part of the text.
    pub fn source(&self) -> Cow<'_, str> {
        let written = self.written();
        // Only a text with brackets can refer to a definition.
        let definitions = if written.contains('[') { self.document.definitions.as_slice() } else { &[] };
        let mut whole = Cow::Borrowed(written);
        for definition in definitions {
            if definition.start < self.part.range.start || definition.end > self.part.range.end {
                let definition = self.document.text.get(definition.clone()).unwrap_or_default();
                whole = Cow::Owned(format!("{whole}\n\n{definition}"));
            }
        }
        whole
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.written().is_empty()
    }

    /// The words without markup, in one line. Raw HTML is text (W3), and what is
    /// no sentence is set apart from what follows.
    pub fn plain_text(&self) -> String {
        self.plain(self.events())
    }

    /// The text cut at its headings, apart from those in quotations and lists: first what
    /// stands before them, which may be nothing, then what follows each.
    pub fn sections(&self) -> Vec<Section> {
        let mut ids = self.heading_ids().into_iter();
        let mut depth = 0_usize;
        // Where headings begin, with their ids and levels.
        let mut headings = Vec::new();
        for (at, event) in self.events().iter().enumerate() {
            match event {
                Event::Start(Element::Heading { level, .. }) => {
                    let id = ids.next().unwrap_or_default();
                    if depth == 0 {
                        headings.push((at, (id, *level)));
                    }
                    depth += 1;
                }
                Event::Start(element) if element.is_block() => depth += 1,
                Event::End(element) if element.is_block() => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        let ends = headings.iter().map(|(at, _)| *at).chain([self.events().len()]);
        let starts = std::iter::once((0, None)).chain(headings.iter().map(|(at, id)| (*at, Some(id))));
        let sections = starts.zip(ends).map(|((from, id), to)| {
            let events = self.events().get(from..to).unwrap_or_default();
            self.section(id, events)
        });
        sections.collect()
    }

    /// The section of a heading with this id and level, which its `events` begin with.
    fn section(&self, heading: Option<&(String, u8)>, events: &[Event]) -> Section {
        let is_end = |event: &Event| matches!(event, Event::End(Element::Heading { .. }));
        let length = heading.and_then(|_| events.iter().position(is_end)).map_or(0, |end| end + 1);
        let (words, rest) = events.split_at_checked(length).unwrap_or_default();
        let is_code = |event: &Event| matches!(event, Event::Code(_) | Event::CodeBlock(_));
        Section {
            heading: heading.map(|(id, _)| (id.clone(), self.document.heading_text(words))),
            level: heading.map_or(0, |(_, level)| *level),
            text: self.plain(rest),
            has_code: rest.iter().any(is_code),
        }
    }

    fn plain(&self, events: &[Event]) -> String {
        let mut plain = String::with_capacity(self.part.range.len());
        for event in events {
            match event {
                Event::Text(words) | Event::Code(words) | Event::Html(words) => {
                    plain.push_str(self.document.words(*words));
                }
                Event::CodeBlock(number) => {
                    set_apart(&mut plain);
                    plain.push_str(self.document.code_block(*number).map_or("", |block| &block.code));
                    set_apart(&mut plain);
                }
                Event::SoftBreak | Event::HardBreak => plain.push(' '),
                Event::Start(element) | Event::End(element) if element.is_block() => set_apart(&mut plain),
                Event::Start(_) | Event::End(_) | Event::Rule => {}
            }
        }
        plain.truncate(plain.trim_end_matches([' ', '·', '\n']).len());
        plain
    }

    /// An id for every heading, in order: the one given to it, or one made of
    /// its words. No two are the same.
    pub fn heading_ids(&self) -> Vec<String> {
        let mut taken = Ids::default();
        let headings = self.events().iter().enumerate().filter_map(|(at, event)| match event {
            Event::Start(Element::Heading { id, .. }) => Some(self.wanted_id(*id, at)),
            _ => None,
        });
        headings.map(|wanted| taken.unused(wanted)).collect()
    }

    /// The id that the heading at the event `at` should have, unless it is taken.
    fn wanted_id(&self, given: Option<u32>, at: usize) -> String {
        if let Some(given) = given {
            return self.document.rewritten(given).to_owned();
        }
        let rest = self.events().get(at..).unwrap_or_default();
        let is_end = |event: &Event| matches!(event, Event::End(Element::Heading { .. }));
        let length = rest.iter().position(is_end).unwrap_or_default();
        let words = self.document.heading_text(rest.get(..length).unwrap_or_default());
        language::slug(&words).unwrap_or_else(|| "avsnitt".to_owned())
    }

    pub(super) fn document(&self) -> &Document {
        &self.document
    }

    pub(super) fn events(&self) -> &[Event] {
        self.document.events.get(self.part.events.clone()).unwrap_or_default()
    }

    pub(super) fn written(&self) -> &str {
        self.document.text.get(self.part.range.clone()).unwrap_or_default()
    }
}

/// Ends what stands in `plain` so that it does not run into what follows.
fn set_apart(plain: &mut String) {
    plain.truncate(plain.trim_end().len());
    match plain.chars().next_back() {
        None => {}
        Some('.' | '!' | '?' | ':' | '·') => plain.push(' '),
        Some(_) => plain.push_str(" · "),
    }
}

/// Ids that are taken, each with the last number that was put behind it.
#[derive(Default)]
struct Ids(BTreeMap<String, u64>);

impl Ids {
    /// `id`, or the first of `id-2`, `id-3` … that is free; taken from now on.
    fn unused(&mut self, id: String) -> String {
        let Some(last) = self.0.get(&id).copied() else {
            self.0.insert(id.clone(), 1);
            return id;
        };
        let mut numbered = (last + 1..).map(|number| (number, format!("{id}-{number}")));
        let free = numbered.find(|(_, candidate)| !self.0.contains_key(candidate));
        let Some((number, candidate)) = free else { return id };
        self.0.insert(id, number);
        self.0.insert(candidate.clone(), 1);
        candidate
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Block, read};

    #[test]
    fn plain_text_sets_apart_what_is_no_sentence() {
        let plain = |text: &str| read(&text.into()).0.plain_text();
        let text = "## Ett *b*\n\nTvå [tre](/x/)\nfyra.\n\n- a\n- b\n\n> <b>c</b>\n\n```\nd\n```\n";
        assert_eq!(plain(text), "Ett b · Två tre fyra. a · b · <b>c</b> · d");
        assert_eq!(plain("- ett\n  - två\n  ```\n  tre\n  ```\n"), "ett · två · tre");
        assert_eq!(plain(""), "");
    }

    #[test]
    fn sections_begin_at_headings() {
        let sections = |text: &str| {
            let sections = read(&text.into()).0.sections().into_iter();
            sections.map(|it| format!("{:?} {}", it.heading.unwrap_or_default(), it.text)).collect::<Vec<_>>()
        };
        assert_eq!(
            sections("a\n\n## B *c* {#d}\n\ne\n\n- f\n\n> ## G\n\n### B\n"),
            [r#"("", "") a"#, r#"("d", "B c") e · f · G"#, r#"("b", "B") "#]
        );
        assert_eq!(sections("## A\n\nb"), [r#"("", "") "#, r#"("a", "A") b"#]);
        assert_eq!(sections(""), [r#"("", "") "#]);
    }

    #[test]
    fn headings_get_ids_of_their_own() {
        let ids = |text: &str| read(&text.into()).0.heading_ids();
        assert_eq!(
            ids("## Ett {#ett}\n\n## Ett\n\n> # *Ett* <b>x</b>\n\n## !\n"),
            ["ett", "ett-2", "ett-x", "avsnitt"]
        );
        assert_eq!(ids("## A\n\n## A 2\n\n## A\n"), ["a", "a-2", "a-3"]);
    }

    #[test]
    fn a_part_brings_the_definitions_it_needs() {
        let text = "[a]\n\n## B\n\nc [a]\n\n## D\n\ne\n\n[a]: /f/ 'g'\n[h]: /i/\n";
        let (prose, outline) = read(&text.into());
        let headings = outline.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading.part.clone()),
            _ => None,
        });
        let headings: Vec<_> = headings.collect();
        let middle = outline.whole.after(&headings[0]).before(&headings[1]);
        assert_eq!(prose.part(&middle).source(), "c [a]\n\n[a]: /f/ 'g'\n\n[h]: /i/");
        assert_eq!(prose.part(&middle).plain_text(), "c a");
        let last = prose.part(&outline.whole.after(&headings[1]));
        assert_eq!(last.source(), "e\n\n[a]: /f/ 'g'\n[h]: /i/");
        let nothing = outline.whole.before(&outline.whole);
        assert!(prose.part(&nothing).is_empty());
    }
}
