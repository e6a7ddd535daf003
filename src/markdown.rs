//! Markdown: what a text consists of, and its HTML. Alone names pulldown-cmark.
//!
//! Validation needs the places of headings, links and lists, rendering needs
//! HTML, and both must read a text the same way. So the one parser is a module
//! of its own, below both.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html,
};

use crate::language;

/// What a text consists of, with byte ranges into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Headings, lists and everything else, in order, on the outermost level.
    pub blocks: Vec<Block>,
    /// Links, wherever they stand.
    pub links: Vec<Found>,
    /// Images, wherever they stand.
    pub images: Vec<Found>,
    /// Pieces of raw HTML (W3).
    pub raw_html: Vec<Found>,
    /// Definitions of link references, which belong to the whole text.
    pub definitions: Vec<Range<usize>>,
}

/// One outermost block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A list, as the content of its items.
    List(Vec<Range<usize>>),
    /// Anything else.
    Other(Range<usize>),
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1–6.
    pub level: u8,
    /// Its text without markup.
    pub text: String,
    /// The id given to it.
    pub given_id: Option<String>,
    /// Whether it stands within a quotation or a list's item.
    pub is_nested: bool,
    /// Where it stands.
    pub range: Range<usize>,
}

/// Something worth a look, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// A link's or image's target, or raw HTML.
    pub what: String,
    /// Where it stands.
    pub range: Range<usize>,
}

impl Outline {
    /// An id for every heading, in order: the one given to it, else one made
    /// of its text. Unique in the text.
    pub fn heading_ids(&self) -> Vec<String> {
        let mut taken = Ids::default();
        let headings = self.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            _ => None,
        });
        headings.map(|heading| taken.unused(heading.wanted_id())).collect()
    }
}

impl Heading {
    fn wanted_id(&self) -> String {
        let made = || language::slug(&self.text).unwrap_or_else(|| "avsnitt".to_owned());
        self.given_id.clone().unwrap_or_else(made)
    }
}

/// Ids that are taken, with the last number put behind each.
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

/// Reads what `text` consists of.
pub fn outline(text: &str) -> Outline {
    let parser = parser(text);
    let mut definitions: Vec<_> =
        parser.reference_definitions().iter().map(|(_, it)| it.span.clone()).collect();
    definitions.sort_by_key(|range| range.start);
    let mut reader =
        OutlineReader { outline: Outline { definitions, ..Outline::default() }, ..OutlineReader::default() };
    for (event, range) in parser.into_offset_iter() {
        reader.read(&event, range);
    }
    reader.outline
}

fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES)
}

/// Collects an [`Outline`] from a stream of events.
#[derive(Default)]
struct OutlineReader {
    outline: Outline,
    /// How many blocks are open around the current event.
    depth: usize,
    /// The heading being read.
    heading: Option<Heading>,
}

impl OutlineReader {
    fn read(&mut self, event: &Event<'_>, range: Range<usize>) {
        if self.depth >= 2 && !matches!(event, Event::End(_)) {
            self.item_content(&range);
        }
        match event {
            Event::Start(tag) => {
                self.start(tag, range);
                self.depth += 1;
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                self.end(*tag);
            }
            Event::Text(text) | Event::Code(text) => self.text(text),
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            Event::Html(text) | Event::InlineHtml(text) => self.raw_html(text, range),
            Event::Rule if self.depth == 0 => self.outline.blocks.push(Block::Other(range)),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Link { link_type: LinkType::Email, .. } => {}
            Tag::Link { dest_url, .. } => self.outline.links.push(found(dest_url, range.clone())),
            Tag::Image { dest_url, .. } => self.outline.images.push(found(dest_url, range.clone())),
            _ => {}
        }
        match tag {
            Tag::Heading { level, id, .. } => {
                let is_nested = self.depth > 0;
                self.heading = Some(heading(*level, id.as_ref(), is_nested, range));
            }
            Tag::Item if self.depth == 1 => self.item(range),
            Tag::List(_) if self.depth == 0 => self.outline.blocks.push(Block::List(Vec::new())),
            _ if self.depth == 0 => self.outline.blocks.push(Block::Other(range)),
            _ => {}
        }
    }

    /// An item begins: an empty one until its content is met.
    fn item(&mut self, range: Range<usize>) {
        if let Some(Block::List(items)) = self.outline.blocks.last_mut() {
            items.push(range.end..range.end);
        }
    }

    /// Content of an outermost list's item: the marker is what lies before.
    fn item_content(&mut self, range: &Range<usize>) {
        let Some(Block::List(items)) = self.outline.blocks.last_mut() else { return };
        if let Some(item) = items.last_mut() {
            item.start = item.start.min(range.start);
        }
    }

    /// Raw HTML; lines and tags without anything between them are one piece.
    fn raw_html(&mut self, text: &str, range: Range<usize>) {
        match self.outline.raw_html.last_mut() {
            Some(before) if before.range.end == range.start => {
                before.what.push_str(text);
                before.range.end = range.end;
            }
            _ => self.outline.raw_html.push(found(text, range)),
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let ended = self.heading.take_if(|_| matches!(tag, TagEnd::Heading(_)));
        self.outline.blocks.extend(ended.map(Block::Heading));
    }
}

fn found(what: &str, range: Range<usize>) -> Found {
    Found { what: what.to_owned(), range }
}

fn heading(level: HeadingLevel, id: Option<&CowStr<'_>>, is_nested: bool, range: Range<usize>) -> Heading {
    let given_id = id.filter(|id| !id.is_empty()).map(ToString::to_string);
    Heading { level: level as u8, text: String::new(), given_id, is_nested, range }
}

/// Whether `text` is a line of plain words, which both Markdown and HTML take
/// as they are. Most items of lists are, and there are more of them than of
/// anything else.
fn is_plain(text: &str) -> bool {
    let is_literal =
        |byte: u8| !byte.is_ascii() || byte.is_ascii_alphanumeric() || b" ,.:;/()-".contains(&byte);
    text.starts_with(char::is_alphabetic) && !text.ends_with(' ') && text.bytes().all(is_literal)
}

/// How a text becomes HTML.
pub struct Rendering<'a> {
    /// Added to every heading's level; levels end at 6.
    pub shift: u8,
    /// Whether headings carry [`Outline::heading_ids`].
    pub heading_ids: bool,
    /// The address a link's target stands for.
    pub link: &'a (dyn Fn(&str) -> String + Sync),
    /// HTML of a code block's text in a language, without its frame.
    pub highlight: &'a (dyn Fn(&str, &str) -> Option<String> + Sync),
}

impl Rendering<'_> {
    /// The HTML of `text`. Raw HTML in it comes out as text (W3).
    pub fn html(&self, text: &str) -> String {
        let mut ids = self.ids(text).into_iter();
        let mut code = None;
        let events = parser(text).filter_map(|event| self.event(event, &mut ids, &mut code));
        let mut out = String::with_capacity(text.len() + text.len() / 4);
        html::push_html(&mut out, events);
        out
    }

    /// The HTML of `text` without the frame of its paragraph, if it is one.
    pub fn inline_html<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if is_plain(text) {
            return Cow::Borrowed(text);
        }
        let html = self.html(text);
        let whole = html.trim();
        let inner = whole.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
        match inner {
            Some(inner) if !inner.contains("<p>") => Cow::Owned(inner.to_owned()),
            _ => Cow::Owned(whole.to_owned()),
        }
    }

    fn ids(&self, text: &str) -> Vec<String> {
        if self.heading_ids { outline(text).heading_ids() } else { Vec::new() }
    }

    /// One event as the portal wants it; `code` holds the block being read.
    fn event<'t>(
        &self,
        event: Event<'t>,
        ids: &mut impl Iterator<Item = String>,
        code: &mut Option<(CowStr<'t>, String)>,
    ) -> Option<Event<'t>> {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                *code = Some((code_language(kind), String::new()));
                None
            }
            Event::Text(text) if code.is_some() => {
                if let Some((_, block)) = code {
                    block.push_str(&text);
                }
                None
            }
            Event::End(TagEnd::CodeBlock) => {
                let (language, block) = code.take()?;
                Some(Event::Html(self.code_block(&language, &block).into()))
            }
            Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
            Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
            Event::Start(tag) => Some(Event::Start(self.tag(tag, ids))),
            Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(self.level(level)))),
            other => Some(other),
        }
    }

    fn tag<'t>(&self, tag: Tag<'t>, ids: &mut impl Iterator<Item = String>) -> Tag<'t> {
        match tag {
            Tag::Heading { level, .. } => {
                let id = ids.next().map(CowStr::from);
                Tag::Heading { level: self.level(level), id, classes: Vec::new(), attrs: Vec::new() }
            }
            Tag::Link { link_type, dest_url, title, id } => {
                let is_mail = link_type == LinkType::Email;
                let dest_url = if is_mail { dest_url } else { (self.link)(&dest_url).into() };
                Tag::Link { link_type, dest_url, title, id }
            }
            Tag::HtmlBlock => Tag::Paragraph,
            // Alignments would come out as inline styles (F4).
            Tag::Table(columns) => Tag::Table(vec![Alignment::None; columns.len()]),
            other => other,
        }
    }

    fn level(&self, level: HeadingLevel) -> HeadingLevel {
        let shifted = (level as u8).saturating_add(self.shift).min(6);
        HeadingLevel::try_from(usize::from(shifted)).unwrap_or(HeadingLevel::H6)
    }

    /// A code block; it can be scrolled, so it must be reachable by keyboard.
    fn code_block(&self, language: &str, code: &str) -> String {
        let inner = (self.highlight)(code, language).unwrap_or_else(|| escaped(code));
        format!("<pre tabindex=\"0\"><code>{inner}</code></pre>\n")
    }
}

/// The words of `text` without markup, in one line. Raw HTML is text (W3), and
/// what is no sentence is set apart from what follows.
pub fn plain_text(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for event in parser(text) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                plain.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            Event::End(end) if ends_block(end) => set_apart(&mut plain),
            _ => {}
        }
    }
    plain.truncate(plain.trim_end_matches([' ', '·', '\n']).len());
    plain
}

fn ends_block(end: TagEnd) -> bool {
    !matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image)
}

fn set_apart(plain: &mut String) {
    plain.truncate(plain.trim_end().len());
    match plain.chars().next_back() {
        None => {}
        Some('.' | '!' | '?' | ':' | '·') => plain.push(' '),
        Some(_) => plain.push_str(" · "),
    }
}

fn code_language(kind: CodeBlockKind<'_>) -> CowStr<'_> {
    match kind {
        CodeBlockKind::Fenced(language) => language,
        CodeBlockKind::Indented => "".into(),
    }
}

/// `text` with what HTML would misread written out.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    html::push_html(&mut out, std::iter::once(Event::Text(text.into())));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn render(text: &str) -> String {
        let link = |target: &str| format!("/bas{target}");
        let highlight = |_: &str, _: &str| None;
        Rendering { shift: 1, heading_ids: true, link: &link, highlight: &highlight }.html(text)
    }

    #[test]
    fn raw_html_is_text_and_headings_are_shifted() {
        assert_eq!(
            render("## Å <b>x</b>\n\n<div>\n\n[om](/om/)\n"),
            "<h3 id=\"a-x\">Å &lt;b&gt;x&lt;/b&gt;</h3>\n<p>&lt;div&gt;\n</p>\n<p><a href=\"/bas/om/\">om</a></p>\n"
        );
    }

    #[test]
    fn plain_words_are_what_the_parser_makes_of_them() {
        let pieces = [
            "a", "Å", "1", " ", "  ", ",", ".", ":", ";", "/", "(", ")", "-", "--", "–", "\u{a0}", "www",
            "*", "_", "\n", "&amp;", "<", "\"",
        ];
        let mut plain = 0;
        let texts = pieces.iter().flat_map(|a| pieces.iter().map(move |b| [a, b]));
        for text in texts.flat_map(|[a, b]| pieces.iter().map(move |c| format!("{a}{b}{c}{a}"))) {
            let text = text.trim();
            if is_plain(text) {
                plain += 1;
                assert_eq!(render(text), format!("<p>{text}</p>\n"), "{text:?}");
            }
        }
        assert!(plain > 500, "{plain}");
    }

    #[test]
    fn code_is_framed_and_escaped() {
        assert_eq!(
            render("```toml\na = \"<\"\n```\n"),
            "<pre tabindex=\"0\"><code>a = \"&lt;\"\n</code></pre>\n"
        );
    }

    #[test]
    fn plain_text_sets_apart_what_is_no_sentence() {
        let text = "## Ett *b*\n\nTvå [tre](/x/)\nfyra.\n\n- a\n- b\n\n> <b>c</b>\n\n```\nd\n```\n";
        assert_eq!(plain_text(text), "Ett b · Två tre fyra. a · b · <b>c</b> · d");
        assert_eq!(plain_text(""), "");
    }

    #[test]
    fn an_outline_knows_items_links_and_ids() {
        let text = "## Ett {#ett}\n\n- a\n- b [c](/d/)\n  - inre\n\n## Ett\n\nslut\n";
        let outline = outline(text);
        assert_eq!(outline.heading_ids(), ["ett", "ett-2"]);
        let shown: Vec<_> = outline
            .blocks
            .iter()
            .map(|block| match block {
                Block::Heading(heading) => format!("{} {}", heading.level, heading.text),
                Block::List(items) => items
                    .iter()
                    .map(|item| text.get(item.clone()).unwrap().trim_end())
                    .collect::<Vec<_>>()
                    .join("|"),
                Block::Other(range) => text.get(range.clone()).unwrap().trim_end().to_owned(),
            })
            .collect();
        assert_eq!(shown, ["2 Ett", "a|b [c](/d/)\n  - inre", "2 Ett", "slut"]);
        assert_eq!(outline.links, [Found { what: "/d/".into(), range: 23..31 }]);
    }
}
