//! Texts of a reading as Markdown, in the form that the format asks for.

use super::Written;
use super::escape::escape;
use crate::format::narrative::HEADINGS;
use crate::import::reading::area::{AreaChapter, Section};
use crate::import::reading::prose::Node;
use crate::model::SubAreaNumber;

/// The summary; nothing when there is no text.
pub(crate) fn summary(nodes: &[Node]) -> Option<Written> {
    let mut writer = Writer::default();
    for node in nodes {
        writer.node(node, "## ");
    }
    writer.text()
}

/// The narrative of an area; nothing when there is no text.
pub(crate) fn area(chapter: &AreaChapter) -> Option<Written> {
    let mut writer = Writer::default();
    chapter.introduction.iter().for_each(|node| writer.node(node, "### "));
    for (number, sections) in by_sub_area(chapter) {
        writer.sections(number, &sections);
    }
    for (heading, list) in HEADINGS {
        let items = chapter.lists.get(&list).filter(|items| !items.is_empty());
        if let Some(items) = items {
            let heading = writer.say(heading);
            writer.block(&format!("## {heading}"));
            for item in items {
                writer.item(&item.text);
            }
        }
    }
    writer.text()
}

/// Sections by sub-area, in the order of the report: an unknown
/// heading belongs to the one before it, and so does one that comes again.
fn by_sub_area(chapter: &AreaChapter) -> Vec<(Option<SubAreaNumber>, Vec<&Section>)> {
    let mut grouped: Vec<(Option<SubAreaNumber>, Vec<&Section>)> = Vec::new();
    for (number, section) in chapter.by_sub_area() {
        match grouped.iter_mut().find(|(other, _)| *other == number) {
            Some((_, group)) => group.push(section),
            None => grouped.push((number, vec![section])),
        }
    }
    grouped
}

/// Writes blocks with an empty line between them, items without.
#[derive(Default)]
struct Writer {
    out: String,
    said: Vec<String>,
    is_list: bool,
}

impl Writer {
    fn text(self) -> Option<Written> {
        (!self.out.is_empty()).then_some(Written { text: self.out, said: self.said })
    }

    /// Notes that `text` is written, and gives it as Markdown.
    fn say(&mut self, text: &str) -> String {
        self.said.push(text.to_owned());
        escape(text)
    }

    fn block(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(text);
        self.out.push('\n');
        self.is_list = false;
    }

    fn item(&mut self, text: &str) {
        if !self.is_list && !self.out.is_empty() {
            self.out.push('\n');
        }
        let text = self.say(text);
        self.out.push_str("- ");
        self.out.push_str(&text);
        self.out.push('\n');
        self.is_list = true;
    }

    /// The sections on one sub-area under its number, or, without any, under
    /// headings that are set in bold: the format has no others there.
    fn sections(&mut self, number: Option<SubAreaNumber>, sections: &[&Section]) {
        for (at, section) in sections.iter().enumerate() {
            let title = self.say(title(&section.heading.text));
            match number {
                Some(number) if at == 0 => {
                    self.said.push(number.to_string());
                    self.block(&format!("## {number} {title}"));
                }
                Some(_) => self.block(&format!("### {title}")),
                None => self.block(&format!("**{title}**")),
            }
            let level = if number.is_some() { "### " } else { "" };
            section.nodes.iter().for_each(|node| self.node(node, level));
        }
    }

    fn node(&mut self, node: &Node, heading: &str) {
        match node {
            Node::Heading(passage) => {
                let text = self.say(&passage.text);
                self.block(&format!("{heading}{text}"));
            }
            Node::Paragraph(passage) => {
                let text = self.say(&passage.text);
                self.block(&text);
            }
            Node::Item(passage) => self.item(&passage.text),
            Node::Row(_) => {}
        }
    }
}

/// A heading without the number in front of it.
fn title(heading: &str) -> &str {
    let (first, rest) = heading.split_once(' ').unwrap_or((heading, ""));
    let is_number = SubAreaNumber::parse(first.trim_end_matches('.')).is_some();
    if is_number && !rest.is_empty() { rest.trim_start() } else { heading }
}
