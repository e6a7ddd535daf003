//! The way from a text to events, and from events to HTML, both by
//! pulldown-cmark.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{self as cmark, CodeBlockKind, CowStr, HeadingLevel, LinkType, Options, Parser, html};

use super::event::{CodeBlock, Document, Element, Event, Link, Words};
use super::{Block, Found, Heading, Outline, Part, Prose};

/// Reads `text`: the whole of it as prose, and what it consists of.
pub fn read(text: &Arc<str>) -> (Prose, Outline) {
    let parser = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES);
    let mut definitions: Vec<_> =
        parser.reference_definitions().iter().map(|(_, it)| it.span.clone()).collect();
    definitions.sort_by_key(|range| range.start);
    let mut reader = Reader {
        document: Document::new(text, definitions),
        outline: Outline::default(),
        open: Vec::new(),
        code: None,
        cells_end: 0,
    };
    for (event, range) in parser.into_offset_iter() {
        reader.read(event, range);
    }
    let Reader { mut document, mut outline, .. } = reader;
    document.shrink();
    outline.whole = Part { range: 0..text.len(), events: 0..document.events.len() };
    (Prose::new(document, outline.whole.clone()), outline)
}

/// Writes down a parser's events, and the outline that they give.
struct Reader {
    document: Document,
    outline: Outline,
    /// The elements around the current event, the outermost first.
    open: Vec<Open>,
    /// The block of code being read.
    code: Option<(Box<str>, String)>,
    /// Where the last cell of a table ends, in bytes.
    cells_end: usize,
}

/// An element that has begun.
struct Open {
    /// As it is written down; some elements are not.
    element: Option<Element>,
    /// Where it stands, in bytes.
    range: Range<usize>,
    /// The number of its first event.
    first: usize,
}

impl Reader {
    fn read(&mut self, event: cmark::Event<'_>, range: Range<usize>) {
        if self.open.len() >= 2 && !matches!(event, cmark::Event::End(_)) {
            self.item_content(&range);
        }
        match event {
            cmark::Event::Start(tag) => self.start(tag, range),
            cmark::Event::End(_) => self.end(),
            cmark::Event::Text(text) => match &mut self.code {
                Some((_, code)) => code.push_str(&text),
                None => self.words(Event::Text, &text, &range),
            },
            cmark::Event::Code(text) => self.words(Event::Code, &text, &range),
            cmark::Event::Html(html) | cmark::Event::InlineHtml(html) => {
                self.words(Event::Html, &html, &range);
                self.raw_html(&html, range);
            }
            cmark::Event::SoftBreak => self.document.events.push(Event::SoftBreak),
            cmark::Event::HardBreak => self.document.events.push(Event::HardBreak),
            cmark::Event::Rule => {
                if self.open.is_empty() {
                    self.outline.blocks.push(Block::Other(range));
                }
                self.document.events.push(Event::Rule);
            }
            // Footnotes, formulas and tasks are not turned on.
            cmark::Event::FootnoteReference(_)
            | cmark::Event::InlineMath(_)
            | cmark::Event::DisplayMath(_)
            | cmark::Event::TaskListMarker(_) => {}
        }
    }

    fn words(&mut self, event: fn(Words) -> Event, words: &str, range: &Range<usize>) {
        let words = self.document.add_words(words, range);
        self.document.events.push(event(words));
    }

    fn start(&mut self, tag: cmark::Tag<'_>, range: Range<usize>) {
        let first = self.document.events.len();
        if let cmark::Tag::CodeBlock(CodeBlockKind::Indented) = tag {
            self.outline.indented.push(range.clone());
        }
        self.outline_start(&tag, &range);
        let element = self.element(tag);
        self.document.events.extend(element.map(Event::Start));
        if self.open.len() == 1 && element == Some(Element::Item) {
            self.item(range.end);
        }
        self.open.push(Open { element, range, first });
    }

    fn outline_start(&mut self, tag: &cmark::Tag<'_>, range: &Range<usize>) {
        match tag {
            cmark::Tag::Link { link_type, dest_url, .. } if *link_type != LinkType::Email => {
                self.outline.links.push(found(dest_url, range.clone()));
            }
            cmark::Tag::Image { dest_url, .. } => self.outline.images.push(found(dest_url, range.clone())),
            // A heading joins the outline at its end, when its text is known.
            cmark::Tag::Heading { .. } => {}
            cmark::Tag::TableCell => self.cells_end = range.end,
            cmark::Tag::List(_) if self.open.is_empty() => self.outline.blocks.push(Block::List(Vec::new())),
            _ if self.open.is_empty() => self.outline.blocks.push(Block::Other(range.clone())),
            _ => {}
        }
    }

    /// The element that is written down for `tag`.
    fn element(&mut self, tag: cmark::Tag<'_>) -> Option<Element> {
        let element = match tag {
            cmark::Tag::Paragraph | cmark::Tag::HtmlBlock => Element::Paragraph,
            cmark::Tag::Heading { level, id, .. } => {
                let id = id.filter(|id| !id.is_empty()).map(|id| self.document.add_rewritten(&id));
                Element::Heading { level: level as u8, id }
            }
            cmark::Tag::BlockQuote(_) => Element::Quotation,
            cmark::Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language,
                    CodeBlockKind::Indented => CowStr::Borrowed(""),
                };
                self.code = Some(((*language).into(), String::new()));
                return None;
            }
            cmark::Tag::List(None) => Element::BulletList,
            // Markdown allows nine digits.
            cmark::Tag::List(Some(first)) => Element::NumberedList(u32::try_from(first).unwrap_or(u32::MAX)),
            cmark::Tag::Item => Element::Item,
            // Alignments would come out as inline styles (F4).
            cmark::Tag::Table(_) => Element::Table,
            cmark::Tag::TableHead => Element::TableHead,
            cmark::Tag::TableRow => Element::TableRow,
            cmark::Tag::TableCell => Element::TableCell,
            cmark::Tag::Emphasis => Element::Emphasis,
            cmark::Tag::Strong => Element::Strong,
            cmark::Tag::Link { link_type, dest_url, title, .. } => {
                let is_mail = link_type == LinkType::Email;
                let link = Link { target: (*dest_url).into(), title: (*title).into(), is_mail };
                Element::Link(self.document.add_link(link))
            }
            // No portal is made of a text with images; everything else is not
            // turned on.
            cmark::Tag::Image { .. }
            | cmark::Tag::FootnoteDefinition(_)
            | cmark::Tag::DefinitionList
            | cmark::Tag::DefinitionListTitle
            | cmark::Tag::DefinitionListDefinition
            | cmark::Tag::Strikethrough
            | cmark::Tag::Superscript
            | cmark::Tag::Subscript
            | cmark::Tag::MetadataBlock(_) => return None,
        };
        Some(element)
    }

    /// An item of an outermost list begins: an empty one, at its `end`, until
    /// its content is met.
    fn item(&mut self, end: usize) {
        if let Some(Block::List(items)) = self.outline.blocks.last_mut() {
            let first = self.document.events.len();
            items.push(Part { range: end..end, events: first..first });
        }
    }

    /// Content of an outermost list's item: the marker is what lies before.
    fn item_content(&mut self, range: &Range<usize>) {
        if let Some(item) = self.outline.last_item() {
            item.range.start = item.range.start.min(range.start);
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

    /// The row that ends at `end` may have more cells than its table has columns: the parser
    /// passes over them.
    fn lost_cells(&mut self, end: usize) {
        let range = self.cells_end.min(end)..end;
        let lost = self.document.text.get(range.clone()).unwrap_or_default();
        let what = lost.trim_matches(|c: char| c == '|' || c.is_whitespace());
        if let Some(at) = lost.find(what).filter(|_| !what.is_empty()) {
            let start = range.start + at;
            self.outline.lost_cells.push(found(what, start..start + what.len()));
        }
    }

    fn end(&mut self) {
        let Some(Open { element, range, first }) = self.open.pop() else { return };
        let last = self.document.events.len();
        self.document.events.extend(element.map(Event::End));
        match element {
            Some(Element::Heading { level, .. }) => {
                let events = first..self.document.events.len();
                let text = self.document.heading_text(self.document.events.get(first..).unwrap_or_default());
                let heading =
                    Heading { level, text, is_nested: !self.open.is_empty(), part: Part { range, events } };
                self.outline.blocks.push(Block::Heading(heading));
            }
            Some(Element::TableRow) => self.lost_cells(range.end),
            Some(Element::Item) if self.open.len() == 1 => {
                if let Some(item) = self.outline.last_item() {
                    item.events.end = last;
                }
            }
            Some(_) => {}
            None => {
                let block =
                    self.code.take().map(|(language, code)| CodeBlock { language, code: code.into() });
                let number = block.map(|block| self.document.add_code_block(block));
                self.document.events.extend(number.map(Event::CodeBlock));
            }
        }
    }
}

impl Outline {
    /// The last item of the list that has begun last.
    fn last_item(&mut self) -> Option<&mut Part> {
        match self.blocks.last_mut() {
            Some(Block::List(items)) => items.last_mut(),
            _ => None,
        }
    }
}

fn found(what: &str, range: Range<usize>) -> Found {
    Found { what: what.to_owned(), range }
}

/// How a text becomes HTML.
pub struct Rendering<'a> {
    /// Added to every heading's level; levels end at 6.
    pub shift: u8,
    /// Whether headings carry [`Prose::heading_ids`].
    pub heading_ids: bool,
    /// The address a link's target stands for.
    pub link: &'a (dyn Fn(&str) -> String + Sync),
    /// HTML of a code block's text in a language, without its frame.
    pub highlight: &'a (dyn Fn(&str, &str) -> Option<String> + Sync),
    /// The language of what is emphasised, as in `lang`, where that is not the text's own: in
    /// a text about words of another language, these are set in italics and nothing else is.
    pub emphasised: Option<&'a str>,
}

impl Rendering<'_> {
    /// The HTML of `prose`. Raw HTML in it comes out as text (W3).
    pub fn html(&self, prose: &Prose) -> String {
        let ids = if self.heading_ids { prose.heading_ids() } else { Vec::new() };
        self.write(prose, prose.events(), ids)
    }

    /// The HTML of `prose` without the frame of its paragraph, if it is one.
    pub fn inline_html(&self, prose: &Prose) -> String {
        let events = match prose.events() {
            [Event::Start(Element::Paragraph), inner @ .., Event::End(Element::Paragraph)]
                if !inner.contains(&Event::Start(Element::Paragraph)) =>
            {
                inner
            }
            all => all,
        };
        self.write(prose, events, Vec::new()).trim().to_owned()
    }

    /// The HTML of `events`, which are of `prose`; its headings get `ids`.
    fn write(&self, prose: &Prose, events: &[Event], ids: Vec<String>) -> String {
        let length = prose.written().len();
        let mut out = String::with_capacity(length + length / 4);
        let mut ids = ids.into_iter();
        html::push_html(&mut out, events.iter().map(|event| self.event(prose.document(), *event, &mut ids)));
        out
    }

    /// One event as the portal wants it.
    fn event<'d>(
        &self,
        document: &'d Document,
        event: Event,
        ids: &mut impl Iterator<Item = String>,
    ) -> cmark::Event<'d> {
        match (event, self.emphasised) {
            (Event::Start(Element::Emphasis), Some(language)) => {
                return cmark::Event::InlineHtml(format!("<i lang=\"{language}\">").into());
            }
            (Event::End(Element::Emphasis), Some(_)) => return cmark::Event::InlineHtml("</i>".into()),
            _ => {}
        }
        match event {
            Event::Start(element) => cmark::Event::Start(self.tag(document, element, ids)),
            Event::End(element) => cmark::Event::End(self.tag_end(element)),
            Event::Text(words) | Event::Html(words) => cmark::Event::Text(document.words(words).into()),
            Event::Code(words) => cmark::Event::Code(document.words(words).into()),
            Event::CodeBlock(number) => {
                let html = document.code_block(number).map(|block| self.code_block(block));
                cmark::Event::Html(html.unwrap_or_default().into())
            }
            Event::SoftBreak => cmark::Event::SoftBreak,
            Event::HardBreak => cmark::Event::HardBreak,
            Event::Rule => cmark::Event::Rule,
        }
    }

    fn tag<'d>(
        &self,
        document: &'d Document,
        element: Element,
        ids: &mut impl Iterator<Item = String>,
    ) -> cmark::Tag<'d> {
        match element {
            Element::Paragraph => cmark::Tag::Paragraph,
            Element::Heading { level, .. } => {
                let (level, id) = (self.level(level), ids.next().map(CowStr::from));
                cmark::Tag::Heading { level, id, classes: Vec::new(), attrs: Vec::new() }
            }
            Element::Quotation => cmark::Tag::BlockQuote(None),
            Element::BulletList => cmark::Tag::List(None),
            Element::NumberedList(first) => cmark::Tag::List(Some(first.into())),
            Element::Item => cmark::Tag::Item,
            Element::Table => cmark::Tag::Table(Vec::new()),
            Element::TableHead => cmark::Tag::TableHead,
            Element::TableRow => cmark::Tag::TableRow,
            Element::TableCell => cmark::Tag::TableCell,
            Element::Emphasis => cmark::Tag::Emphasis,
            Element::Strong => cmark::Tag::Strong,
            Element::Link(number) => {
                let link = document.link(number);
                let (target, title) = link.map_or(("", ""), |link| (&*link.target, &*link.title));
                let (link_type, dest_url) = if link.is_some_and(|link| link.is_mail) {
                    (LinkType::Email, target.into())
                } else {
                    (LinkType::Inline, (self.link)(target).into())
                };
                cmark::Tag::Link { link_type, dest_url, title: title.into(), id: CowStr::Borrowed("") }
            }
        }
    }

    fn tag_end(&self, element: Element) -> cmark::TagEnd {
        match element {
            Element::Paragraph => cmark::TagEnd::Paragraph,
            Element::Heading { level, .. } => cmark::TagEnd::Heading(self.level(level)),
            Element::Quotation => cmark::TagEnd::BlockQuote(None),
            Element::BulletList => cmark::TagEnd::List(false),
            Element::NumberedList(_) => cmark::TagEnd::List(true),
            Element::Item => cmark::TagEnd::Item,
            Element::Table => cmark::TagEnd::Table,
            Element::TableHead => cmark::TagEnd::TableHead,
            Element::TableRow => cmark::TagEnd::TableRow,
            Element::TableCell => cmark::TagEnd::TableCell,
            Element::Emphasis => cmark::TagEnd::Emphasis,
            Element::Strong => cmark::TagEnd::Strong,
            Element::Link(_) => cmark::TagEnd::Link,
        }
    }

    fn level(&self, level: u8) -> HeadingLevel {
        let shifted = level.saturating_add(self.shift).min(6);
        HeadingLevel::try_from(usize::from(shifted)).unwrap_or(HeadingLevel::H6)
    }

    /// A code block; it can be scrolled, so it must be reachable by keyboard.
    fn code_block(&self, block: &CodeBlock) -> String {
        let inner = (self.highlight)(&block.code, &block.language).unwrap_or_else(|| escaped(&block.code));
        format!("<pre tabindex=\"0\"><code>{inner}</code></pre>\n")
    }
}

/// `text` as HTML that shows it as it is, between tags; not for attributes,
/// since quotation marks stay.
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    html::push_html(&mut out, std::iter::once(cmark::Event::Text(text.into())));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Renders as a page does, links below `/bas`; `inline` as an item of a list.
    fn rendered(prose: &Prose, inline: bool) -> String {
        let link = |target: &str| format!("/bas{target}");
        let highlight = |_: &str, _: &str| None;
        let rendering =
            Rendering { shift: 1, heading_ids: true, link: &link, highlight: &highlight, emphasised: None };
        if inline { rendering.inline_html(prose) } else { rendering.html(prose) }
    }

    fn html(text: &str) -> String {
        rendered(&read(&text.into()).0, false)
    }

    #[test]
    fn raw_html_is_text_and_headings_are_shifted() {
        assert_eq!(
            html("## Å <b>x</b>\n\n<div>\n\n[om](/om/)\n"),
            "<h3 id=\"a-x\">Å &lt;b&gt;x&lt;/b&gt;</h3>\n<p>&lt;div&gt;\n</p>\n<p><a href=\"/bas/om/\">om</a></p>\n"
        );
    }

    #[test]
    fn code_is_framed_and_escaped() {
        assert_eq!(
            html("```toml\na = \"<\"\n```\n"),
            "<pre tabindex=\"0\"><code>a = \"&lt;\"\n</code></pre>\n"
        );
    }

    /// Events of our own lose nothing that pulldown-cmark's have.
    #[test]
    fn everything_comes_out_as_the_parser_would_write_it() {
        let texts = [
            "a\\\nb  \nc\nd &amp; e &ouml; \\* f\u{0} `g  h\ni`\n",
            "- a\n- *b* **c** __d *e*__\n  - f\n\n    g\n\n- h\n1. i\n2) j\n\n7. k\n\n* * *\n",
            "> a\n> > b\n\n    code\n\tmore\n\n````\n```\n````\n",
            "| a | b |\n|---|---|\n| `c\\|d` | *e* |\n| f |\n",
            "[a](/b \"c & d\") [e][f] [g] <http://h/> <i@j.k> [*l*](m%20&amp;n)\n\n[f]: /o 'p'\n[g]: <q r>\n",
            "A\n=\n\nB\n-\n\n###### C ######\n\n# D `e` *f*\n",
        ];
        for text in texts {
            let mut expected = String::new();
            html::push_html(&mut expected, Parser::new_ext(text, Options::ENABLE_TABLES));
            let link = |target: &str| target.to_owned();
            let highlight = |_: &str, _: &str| None;
            let rendering = Rendering {
                shift: 0,
                heading_ids: false,
                link: &link,
                highlight: &highlight,
                emphasised: None,
            };
            let found = rendering.html(&read(&text.into()).0).replace("<pre tabindex=\"0\">", "<pre>");
            assert_eq!(found, expected, "{text}");
        }
    }

    /// The content of the items in the first block of `text`.
    fn items(text: &str) -> Vec<Prose> {
        let (prose, outline) = read(&text.into());
        match outline.blocks.first() {
            Some(Block::List(items)) => items.iter().map(|item| prose.part(item)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_item_of_a_list_stands_in_a_line() {
        let shown = |text: &str| items(text).iter().map(|item| rendered(item, true)).collect::<Vec<_>>();
        assert_eq!(
            shown("- a *b*\n- [c](/d/)\n  e\n-\n"),
            ["a <em>b</em>", "<a href=\"/bas/d/\">c</a>\ne", ""]
        );
        assert_eq!(shown("- a\n\n- b\n\n  c\n"), ["a", "<p>b</p>\n<p>c</p>"]);
        assert_eq!(shown("1. a\n   - b\n"), ["a\n<ul>\n<li>b</li>\n</ul>"]);
    }

    #[test]
    fn an_outline_knows_items_links_and_headings() {
        let text = "## Ett {#ett}\n\n- a\n- b [c](/d/)\n  - inre\n\n> ## Ett <b>\n\n![e](f)\n";
        let (prose, outline) = read(&text.into());
        let mut shown = Vec::new();
        for block in &outline.blocks {
            match block {
                Block::Heading(Heading { level, text, is_nested, part }) => {
                    shown.push(format!("{level} {text} {is_nested} {}", prose.part(part).source()));
                }
                Block::List(items) => {
                    shown.extend(items.iter().map(|it| prose.part(it).source().into_owned()));
                }
                Block::Other(range) => shown.push(text.get(range.clone()).unwrap().trim_end().to_owned()),
            }
        }
        let expected = [
            "2 Ett false ## Ett {#ett}",
            "a",
            "b [c](/d/)\n  - inre",
            "> ## Ett <b>",
            "2 Ett  true ## Ett <b>",
            "![e](f)",
        ];
        assert_eq!(shown, expected);
        assert_eq!(outline.links, [Found { what: "/d/".into(), range: 23..31 }]);
        assert_eq!(outline.images.iter().map(|it| &*it.what).collect::<Vec<_>>(), ["f"]);
        assert_eq!(outline.raw_html.iter().map(|it| &*it.what).collect::<Vec<_>>(), ["<b>"]);
    }
}
