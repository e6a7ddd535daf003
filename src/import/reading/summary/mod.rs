//! The summarising chapter: when and how the evaluation was made, its total,
//! and its text.

pub(crate) mod occasion;
pub(crate) mod total;

use std::collections::BTreeSet;

use self::occasion::Occasion;
use self::total::TotalRow;
use super::chapter::Chapter;
use super::prose::{Node, Text};
use super::sieve::{Aside, Sieve, Sifted};
use crate::import::line::document::{Document, Passage};
use crate::import::line::heading::is_of_summary;
use crate::import::line::part::Part;
use crate::import::line::score::Maxima;
use crate::import::vocabulary::names::Names;
use crate::import::vocabulary::sentence::is_finished;
use crate::model::Code;

/// What the chapters say that sum up the report.
#[derive(Debug)]
pub(crate) struct Summary {
    /// Date, order, interviews and total.
    pub occasion: Occasion,
    /// Their text, without what the record holds.
    pub text: Vec<Node>,
    /// What the record holds, and headings below which nothing is left.
    pub structure: Vec<Passage>,
    /// Sentences that every report has.
    pub aside: Vec<Aside>,
}

/// Whom the report is about, as far as is known before its summary is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject<'a> {
    /// The municipality that the cover names.
    pub of_cover: Option<&'a Code>,
    /// The municipality that the import was asked for.
    pub asked: Option<&'a Code>,
    /// All municipalities.
    pub names: &'a Names<'a>,
}

impl<'a> Subject<'a> {
    /// The municipality that is asked for, and the one that the cover names if
    /// the chapter's heading names no other.
    fn of_chapter(self, document: &Document, chapter: &Chapter) -> BTreeSet<&'a Code> {
        let heading = chapter.heading.map_or("", |index| document.text(index));
        let mentions = self.names.mentions(heading);
        let is_sure = mentions.is_empty() || mentions.iter().any(|it| Some(&it.code) == self.of_cover);
        let of_cover = if is_sure { self.of_cover } else { None };
        of_cover.into_iter().chain(self.asked).collect()
    }

    /// Whether a sentence is on municipalities that are none of `subjects`.
    fn is_of_others(self, subjects: &BTreeSet<&Code>, sentence: &str) -> bool {
        let mentions = self.names.mentions(sentence);
        let is_of_these = mentions.is_empty() || mentions.iter().any(|it| subjects.contains(&it.code));
        !subjects.is_empty() && !is_of_these
    }
}

/// Reads the chapters that sum up: the summary, what stands between the heading
/// of the detailed chapter and its first area, and text around the tables.
pub(crate) fn summary(
    text: &Text<'_>,
    chapters: &[Chapter],
    sieve: Sieve<'_>,
    subject: Subject<'_>,
) -> Summary {
    let maxima = Maxima::of(sieve.editions);
    let mut occasion = Occasion::default();
    let (mut kept, mut structure, mut asides) = (Vec::new(), Vec::new(), Vec::new());
    let is_read = |chapter: &&Chapter| matches!(chapter.part, Part::Summary | Part::Detail | Part::Tables);
    for chapter in chapters.iter().filter(is_read) {
        let nodes = text.nodes(chapter, &is_of_summary);
        let subjects = subject.of_chapter(text.document, chapter);
        let is_of_others = |sentence: &str| subject.is_of_others(&subjects, sentence);
        let mut paragraphs = nodes.iter().filter_map(Node::passage);
        occasion =
            paragraphs.clone().fold(occasion, |it, paragraph| it.told_by(paragraph, &maxima, is_of_others));
        let stated = occasion.total_line.take().or_else(|| {
            paragraphs.find_map(|it| {
                let total = total::line(it, &maxima)?;
                if is_of_others(&it.text) { None } else { Some(total) }
            })
        });
        let (total, printed) = total_of_rows(text.document, &nodes, &maxima, stated);
        let Sifted { own, aside } = sieve.sift(nodes);
        let (own, empty) = without_empty_headings(own);
        let is_total = |node: &Node| match (node, &total) {
            (Node::Paragraph(it), Some(total)) => {
                it.line() == total.line() && it.text.len() <= total::MAX_LINE
            }
            _ => false,
        };
        let (lines, own): (Vec<_>, Vec<_>) = own.into_iter().partition(is_total);
        structure.extend(printed.into_iter().chain(empty));
        structure.extend(lines.into_iter().filter_map(Node::into_passage));
        // Pieces of broken cells are left over, and told.
        let is_kept = |node: &Node| chapter.part != Part::Tables || !is_fragment(node);
        kept.extend(own.into_iter().filter(is_kept));
        asides.push(aside);
        occasion.total_line = total;
    }
    Summary { occasion, text: kept, structure, aside: asides }
}

/// Whether a node between score tables is a piece of a cell: a few words that begin and end in
/// the middle of a sentence.
fn is_fragment(node: &Node) -> bool {
    let Node::Paragraph(passage) = node else { return false };
    let text = passage.text.as_str();
    text.starts_with(char::is_lowercase) && !is_finished(text) && text.len() <= MAX_FRAGMENT
}

/// The longest piece of a cell, in bytes: a line of a narrow column.
const MAX_FRAGMENT: usize = 60;

/// The total, which a row of a table among `nodes` gives if none has been
/// `stated`, and what else such rows print. A row with another total than was
/// stated is left over.
fn total_of_rows(
    document: &Document,
    nodes: &[Node],
    maxima: &Maxima,
    stated: Option<Passage>,
) -> (Option<Passage>, Vec<Passage>) {
    let mut total = stated;
    let mut printed = Vec::new();
    for node in nodes {
        let Node::Row(index) = node else { continue };
        let Some(TotalRow { points, rest }) = total::row(&document.whole(*index), maxima) else { continue };
        match &total {
            None => total = Some(points),
            Some(stated) if stated.text == points.text => printed.push(points),
            Some(_) => continue,
        }
        printed.extend(rest);
    }
    (total, printed)
}

/// Chapters that reports do not have as a rule.
#[derive(Debug, Default)]
pub(crate) struct Extra {
    /// Their headings.
    pub headings: Vec<Passage>,
    /// Their text, each below its heading.
    pub text: Vec<Node>,
    /// Sentences that every report has.
    pub aside: Vec<Aside>,
}

/// Reads the chapters that reports do not have as a rule; their text goes to
/// the end of the summary.
pub(crate) fn extra(text: &Text<'_>, chapters: &[Chapter], sieve: Sieve<'_>) -> Extra {
    let mut extra = Extra::default();
    for chapter in chapters.iter().filter(|chapter| matches!(chapter.part, Part::Extra(_))) {
        let heading = chapter.heading.map(|index| text.document.whole(index)).unwrap_or_default();
        let Sifted { own, aside } = sieve.sift(text.nodes(chapter, &is_of_summary));
        extra.headings.push(heading.clone());
        extra.text.push(Node::Heading(heading));
        extra.text.extend(own);
        extra.aside.push(aside);
    }
    extra
}

/// Parts nodes from headings below which nothing is left.
fn without_empty_headings(nodes: Vec<Node>) -> (Vec<Node>, Vec<Passage>) {
    let mut kept = Vec::new();
    let mut empty = Vec::new();
    let mut nodes = nodes.into_iter().peekable();
    while let Some(node) = nodes.next() {
        match (node, nodes.peek()) {
            (Node::Heading(heading), None | Some(Node::Heading(_))) => empty.push(heading),
            (node, _) => kept.push(node),
        }
    }
    (kept, empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_total_holds_and_another_is_left_over() {
        let lines = ["Totalt\t487\t800\t61%", "Totalt\t487\t800", "Totalt\t500\t800"];
        let document = Document::of_lines(lines);
        let nodes = [Node::Row(0), Node::Row(1), Node::Row(2)];
        let (total, printed) = total_of_rows(&document, &nodes, &Maxima::alike(8, 100), None);
        let total = total.unwrap();
        assert_eq!((total.text.as_str(), total.line()), ("487", 0));
        let lines: BTreeSet<_> = printed.iter().map(Passage::line).collect();
        assert_eq!(lines, BTreeSet::from([0, 1]));
        // What a line has stated before goes before all rows.
        let stated = Document::of_lines(["500"]).whole(0);
        let (total, printed) = total_of_rows(&document, &nodes, &Maxima::alike(8, 100), Some(stated));
        assert_eq!(total.unwrap().text, "500");
        assert!(printed.iter().all(|it| it.line() == 2) && !printed.is_empty());
    }

    #[test]
    fn headings_below_which_nothing_is_left_are_parted() {
        let document = Document::of_lines(["Resultat", "Jämförelser", "Det gick bra.", "Sammanfattning"]);
        let heading = |index| Node::Heading(document.whole(index));
        let nodes = vec![heading(0), heading(1), Node::Paragraph(document.whole(2)), heading(3)];
        let (kept, empty) = without_empty_headings(nodes);
        assert_eq!(kept, [heading(1), Node::Paragraph(document.whole(2))]);
        assert_eq!(empty, [document.whole(0), document.whole(3)]);
    }
}
