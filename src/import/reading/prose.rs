//! Lines → paragraphs, items and headings. Paragraphs that a page break has
//! parted are put together again; nothing else is changed.

use super::chapter::Chapter;
use super::hyphen::Lexicon;
use crate::import::line::document::{Document, Kind, Passage};
use crate::import::line::entry::{is_rule, lone_number};
use crate::import::line::heading::is_common;
use crate::import::line::markup::{BULLETS, is_row};
use crate::import::vocabulary::list::list_heading;
use crate::import::vocabulary::sentence::{goes_on_around, is_finished, is_open};

/// The running text of a report: its lines without page furniture and score
/// tables.
#[derive(Debug)]
pub(crate) struct Text<'a> {
    /// The whole report.
    pub document: &'a Document,
    /// Words known to exist, by which split ones are joined.
    pub lexicon: &'a Lexicon,
    /// Per line: whether it is one of the text.
    pub is_free: Vec<bool>,
}

impl Text<'_> {
    /// The indices of a chapter's lines.
    pub(crate) fn lines(&self, chapter: &Chapter) -> impl Iterator<Item = usize> {
        chapter.lines.clone().filter(|index| self.is_free.get(*index) == Some(&true))
    }

    /// The paragraphs, items and headings of a chapter; `is_heading` knows the
    /// headings that plain text does not mark.
    pub(crate) fn nodes(&self, chapter: &Chapter, is_heading: &dyn Fn(&str) -> bool) -> Vec<Node> {
        nodes(self.document, self.lines(chapter), self.lexicon, is_heading)
    }
}

/// What a stretch of lines consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A line that the file or its words say is a heading.
    Heading(Passage),
    /// A paragraph.
    Paragraph(Passage),
    /// An item of a list, without its bullet.
    Item(Passage),
    /// A row of a table, by the index of its line.
    Row(usize),
}

impl Node {
    /// Its text; nothing for a row, whose cells are read one by one.
    pub fn passage(&self) -> Option<&Passage> {
        match self {
            Self::Heading(it) | Self::Paragraph(it) | Self::Item(it) => Some(it),
            Self::Row(_) => None,
        }
    }

    /// Takes the node apart instead of copying its text.
    pub fn into_passage(self) -> Option<Passage> {
        match self {
            Self::Heading(it) | Self::Paragraph(it) | Self::Item(it) => Some(it),
            Self::Row(_) => None,
        }
    }
}

/// A line with what is known of it, before it is joined to others.
struct Draft<'d> {
    node: Node,
    /// Whether it may be the rest of a line that was broken at a fixed width:
    /// not behind an empty line, nor in a list without bullets, whose items
    /// are lines.
    may_be_rest: bool,
    /// The text that follows a number alone on its line.
    after: Option<&'d str>,
}

/// Puts the lines with the given indices together; `is_heading` knows the
/// headings that plain text does not mark.
fn nodes(
    document: &Document,
    lines: impl Iterator<Item = usize>,
    lexicon: &Lexicon,
    is_heading: &dyn Fn(&str) -> bool,
) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    let (mut is_parted, mut in_list) = (true, false);
    let lines: Vec<_> = lines.collect();
    let mut last = None;
    for (at, index) in lines.iter().copied().enumerate() {
        let text = document.text(index);
        // A rule is no line of the text, but parts it.
        let between = last.map_or(index, |last| last + 1)..index;
        is_parted |= between.into_iter().any(|it| is_rule(document.text(it)));
        last = Some(index);
        if text.is_empty() {
            is_parted = true;
            continue;
        }
        let node = node(document, index, is_heading);
        if list_heading(text).is_some() {
            in_list = true;
        } else if matches!(node, Node::Heading(_) | Node::Item(_)) {
            in_list = false;
        }
        let after = lone_number(text).and(lines.get(at + 1..)).and_then(|rest| next_text(document, rest));
        add(&mut nodes, Draft { node, may_be_rest: !is_parted && !in_list, after }, lexicon);
        is_parted = false;
    }
    nodes
}

fn next_text<'d>(document: &'d Document, lines: &[usize]) -> Option<&'d str> {
    lines.iter().map(|index| document.text(*index)).find(|text| !text.is_empty())
}

fn node(document: &Document, index: usize, is_heading: &dyn Fn(&str) -> bool) -> Node {
    let text = document.text(index);
    if is_row(text) {
        return Node::Row(index);
    }
    match (document.kind(index), bullet(text)) {
        (Kind::Heading, None) => Node::Heading(document.whole(index)),
        (_, Some(length)) => Node::Item(document.passage(index, length..text.len())),
        (Kind::Item, None) => Node::Item(document.whole(index)),
        (_, None) if is_heading(text) && !runs_on(document, index, is_heading) => {
            Node::Heading(document.whole(index))
        }
        (_, None) => Node::Paragraph(document.whole(index)),
    }
}

/// Whether a line that reads like a heading is the beginning of a sentence that
/// was broken at a fixed width: the next line goes on, and both together are no
/// heading.
fn runs_on(document: &Document, index: usize, is_heading: &dyn Fn(&str) -> bool) -> bool {
    let (text, next) = (document.text(index), document.text(index + 1));
    !is_common(text)
        && next.starts_with(char::is_lowercase)
        && !is_finished(text)
        && !is_heading(&format!("{text} {next}"))
}

/// The length of the bullet that a line begins with.
fn bullet(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let rest = text.get(first.len_utf8()..)?;
    let is_dash = matches!(first, '-' | '–' | '—' | '*' | '+' | 'o') && rest.starts_with(' ');
    (is_dash || BULLETS.contains(&first)).then_some(first.len_utf8())
}

/// Adds a line: to the node before it, if it goes on with that one.
fn add(nodes: &mut Vec<Node>, draft: Draft<'_>, lexicon: &Lexicon) {
    match (nodes.last_mut(), draft.node) {
        (Some(Node::Paragraph(open) | Node::Item(open)), Node::Paragraph(next))
            if continues(&open.text, &next.text, draft.may_be_rest)
                || lexicon.is_cut(&open.text, &next.text)
                || draft.after.is_some_and(|after| goes_on_around(&open.text, after)) =>
        {
            join(open, next, lexicon);
        }
        (_, node) => nodes.push(node),
    }
}

/// Puts two halves of a sentence together.
pub(crate) fn join(open: &mut Passage, next: Passage, lexicon: &Lexicon) {
    if lexicon.is_split(&open.text, &next.text) {
        open.drop_hyphen();
        open.append("", next);
    } else if lexicon.is_cut(&open.text, &next.text) || open.text.ends_with('/') {
        open.append("", next);
    } else {
        open.append(" ", next);
    }
}

/// Whether `next` goes on with what `open` has begun.
pub(crate) fn continues(open: &str, next: &str, may_be_rest: bool) -> bool {
    if is_finished(open) || is_point(next) {
        return false;
    }
    let begins_low = next.starts_with(|c: char| c.is_lowercase() || c == ',' || c == ')');
    // Lines broken at a fixed width are long; headings and names are short.
    let is_wrapped = may_be_rest && open.len() > 60 && !next.starts_with(BULLETS);
    begins_low || is_open(open) || is_wrapped
}

/// Whether a line begins with the number or letter of an item: `3) `, `a) `.
fn is_point(line: &str) -> bool {
    line.split_once(") ").is_some_and(|(mark, _)| {
        (1..=2).contains(&mark.chars().count()) && mark.chars().all(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &[&str], expected: &[&str]) {
        let document = Document::of_lines(lines.iter().copied());
        let lexicon = Lexicon::new(&document, std::iter::empty());
        let is_heading = |text: &str| text == "Rubrik" || is_common(text);
        let nodes = nodes(&document, 0..lines.len(), &lexicon, &is_heading);
        let shown: Vec<_> = nodes
            .iter()
            .map(|node| match node {
                Node::Heading(it) => format!("# {}", it.text),
                Node::Paragraph(it) => it.text.clone(),
                Node::Item(it) => format!("- {}", it.text),
                Node::Row(index) => format!("| {}", document.text(*index)),
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn only_what_a_page_break_has_parted_is_joined() {
        check(
            &["Rådet möts ofta och", "", "beslutar sedan.", "", "Ny text"],
            &["Rådet möts ofta och beslutar sedan.", "Ny text"],
        );
        check(
            &["Orten har många föreningar", "", "Skolan växer."],
            &["Orten har många föreningar", "Skolan växer."],
        );
        let points = ["1) Sortera mer", "a) plast", "b) glas"];
        check(&points, &points);
        let long = "Samlat stöd för omvärldsbevakning i alla nämnder och förvaltningar";
        check(&["Styrkor", long, "God kännedom"], &["# Styrkor", long, "God kännedom"]);
        check(&["Text", long, "Norrby leder"], &["Text", &format!("{long} Norrby leder")]);
        check(&["Här pågår ar-", "", "betet med allt."], &["Här pågår arbetet med allt."]);
        check(
            &["Följ upp frånvaro på kort-", "", "och lång sikt."],
            &["Följ upp frånvaro på kort- och lång sikt."],
        );
        check(&["Planen heter grå-", "", "xyz här."], &["Planen heter grå- xyz här."]);
        check(
            &["Planen gäller åren 2010-", "", "2014.", "", "2016", "–2018."],
            &["Planen gäller åren 2010-2014.", "2016", "–2018."],
        );
        check(&["Det görs i Väster-", "Ås som i Väster-Ås."], &["Det görs i Väster-Ås som i Väster-Ås."]);
        check(
            &["Orten har", "14", "", "nämnder som möts.", "", "3", "Ny text"],
            &["Orten har 14 nämnder som möts.", "3", "Ny text"],
        );
        check(&["Rubrik", "", "liten start"], &["# Rubrik", "liten start"]);
        check(&["Rubrik", "Stor start"], &["# Rubrik", "Stor start"]);
        check(&["Styrkor", "snabba svar"], &["# Styrkor", "snabba svar"]);
        check(&["Rubrik", "kan vara början på mer."], &["Rubrik kan vara början på mer."]);
        check(&["- Ett som går", "  vidare", "• Två", "a\tb"], &["- Ett som går vidare", "- Två", "| a\tb"]);
        check(
            &["Kommunen samarbetar tätt med", "", "Norrby i frågan."],
            &["Kommunen samarbetar tätt med Norrby i frågan."],
        );
    }
}
