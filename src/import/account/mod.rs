//! What became of every character of a report.
//!
//! The account is made of the finished reading: whatever no passage of it was
//! made of is left over, and so is what a passage says that the written files
//! do not. So nothing can be lost without being listed.

pub(super) mod begun;
pub(super) mod carried;
pub(super) mod fate;
pub(super) mod review;

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use self::carried::Carried;
use self::fate::Fate;
use super::judgement::finding::{About, Finding};
use super::line::document::{Document, Passage};
use super::line::markup::{readable, without_tags};
use super::reading::Reading;
use super::reading::area::AreaChapter;
use super::reading::prose::Node;
use super::reading::table::{Figures, Tables};
use crate::diagnostic::Fault;
use crate::language::parse_points;

/// The fate of every byte of every line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Per line: ranges that follow each other from its beginning to its end.
    pub lines: Vec<Vec<(Range<usize>, Fate)>>,
}

impl Account {
    /// The account of `document`, of which `reading` was made, and of that
    /// what is `carried` over.
    pub fn new(document: &Document, reading: &Reading, carried: &Carried) -> Self {
        let mut claims = vec![Vec::new(); document.lines.len()];
        for (passage, fate) in Claims::of(reading).0 {
            for part in carried.part(passage, fate) {
                for piece in part.pieces() {
                    if let Some(line) = claims.get_mut(piece.line) {
                        line.push((piece.range.clone(), fate));
                    }
                }
            }
        }
        let lines = document.lines.iter().zip(claims);
        Self { lines: lines.map(|(line, claims)| settle(&line.text, claims)).collect() }
    }

    /// Characters by fate, white space not counted.
    pub fn characters(&self, document: &Document) -> BTreeMap<Fate, usize> {
        let mut counts = BTreeMap::new();
        for (line, fates) in document.lines.iter().zip(&self.lines) {
            for (range, fate) in fates {
                let text = line.text.get(range.clone()).unwrap_or_default();
                let count = text.chars().filter(|c| !c.is_whitespace()).count();
                *counts.entry(*fate).or_default() += count;
            }
        }
        counts.retain(|_, count| *count > 0);
        counts
    }

    /// What is left over, by index of line.
    pub fn left(&self) -> impl Iterator<Item = (usize, &Range<usize>)> {
        let lines = self.lines.iter().enumerate();
        lines.flat_map(|(index, fates)| {
            fates.iter().filter(|(_, fate)| *fate == Fate::Left).map(move |(range, _)| (index, range))
        })
    }
}

/// What no file says.
pub(super) fn left_over(document: &Document, account: &Account) -> impl Iterator<Item = Finding> {
    account.left().map(|(index, range)| {
        let text = readable(document.text(index).get(range.clone()).unwrap_or_default());
        let shown: String = text.chars().take(200).collect();
        Finding::on_line(Fault::LeftOver { text: shown }, index, range.clone(), About::Whole)
    })
}

/// Cuts a line by its claims; of two that overlap the first one holds.
fn settle(text: &str, mut claims: Vec<(Range<usize>, Fate)>) -> Vec<(Range<usize>, Fate)> {
    claims.sort_by_key(|(range, _)| (range.start, range.end));
    let mut settled = Vec::new();
    let mut at = 0;
    for (range, fate) in claims {
        let (start, end) = (range.start.max(at), range.end.min(text.len()));
        if start >= end {
            continue;
        }
        settled.extend(unclaimed(text, at..start));
        settled.push((start..end, fate));
        at = end;
    }
    settled.extend(unclaimed(text, at..text.len()));
    settled
}

/// The fate of text that no passage has taken: words are left over, and marks
/// around them are only marks.
fn unclaimed(text: &str, range: Range<usize>) -> Vec<(Range<usize>, Fate)> {
    let bare = without_tags(text.get(range.clone()).unwrap_or_default());
    let first = bare.find(char::is_alphanumeric);
    let last = bare.rfind(char::is_alphanumeric);
    let (start, end) = match (first, last) {
        (Some(first), Some(last)) => (range.start + first, range.start + after(&bare, last)),
        _ => (range.end, range.end),
    };
    let pieces =
        [(range.start..start, Fate::Markup), (start..end, Fate::Left), (end..range.end, Fate::Markup)];
    pieces.into_iter().filter(|(range, _)| !range.is_empty()).collect()
}

/// Where the character at `at` ends, and the mark that belongs to it.
fn after(text: &str, at: usize) -> usize {
    let mut rest = text.get(at..).unwrap_or_default().char_indices().skip(1);
    match rest.next() {
        Some((length, mark)) if matches!(mark, '.' | '!' | '?' | '%') => at + length + mark.len_utf8(),
        Some((length, _)) => at + length,
        None => text.len(),
    }
}

/// Every passage of a reading with its fate.
#[derive(Default)]
struct Claims<'r>(Vec<(&'r Passage, Fate)>);

impl<'r> Claims<'r> {
    fn of(reading: &'r Reading) -> Self {
        let mut claims = Self::default();
        claims.whole(reading);
        claims.tables(&reading.tables);
        reading.areas.values().for_each(|area| claims.area(area));
        claims
    }

    fn add(&mut self, fate: Fate, passages: impl IntoIterator<Item = &'r Passage>) {
        self.0.extend(passages.into_iter().map(|passage| (passage, fate)));
    }

    fn whole(&mut self, reading: &'r Reading) {
        self.add(Fate::Translated, &reading.cover.translated);
        self.add(Fate::Cover, &reading.cover.said);
        self.add(Fate::Structure, &reading.cover.labels);
        self.add(Fate::Furniture, &reading.furniture);
        self.add(Fate::Contents, &reading.contents);
        self.add(Fate::Boilerplate, &reading.boilerplate);
        self.add(Fate::Summary, reading.summary.iter().filter_map(Node::passage));
        self.add(Fate::Score, &reading.occasion.total_line);
        self.add(Fate::Fact, reading.facts.iter().flat_map(|(label, value)| [label, value]));
        self.add(Fate::Structure, &reading.structure);
    }

    fn tables(&mut self, tables: &'r Tables) {
        self.add(Fate::Structure, tables.heads.iter().map(|head| &head.line));
        for row in &tables.rows {
            self.add(Fate::Structure, [&row.label, &row.title]);
            self.add(Fate::Score, row.figures.iter().flat_map(figures));
            self.add(Fate::Structure, row.figures.iter().flat_map(|it| &it.units));
        }
        for sum in &tables.sums {
            self.add(Fate::Structure, std::iter::once(&sum.label).chain(&sum.figures.units));
            let percent = sum.figures.percent.iter().filter(|_| is_repeated(&sum.figures));
            self.add(Fate::Score, [&sum.figures.points, &sum.figures.maximum].into_iter().chain(percent));
        }
    }

    fn area(&mut self, area: &'r AreaChapter) {
        let here = Fate::Area(area.number);
        self.add(Fate::Structure, area.structure.iter().chain([&area.heading]).chain(&area.rubrics));
        self.add(Fate::Score, area.boxed.iter().chain(&area.other_boxes));
        self.add(here, area.introduction.iter().filter_map(Node::passage));
        self.add(here, area.lists.values().flatten());
        for section in &area.sections {
            self.add(here, [&section.heading]);
            self.add(here, section.nodes.iter().filter_map(Node::passage));
        }
    }
}

/// Whether an area's percentage, of a hundred, is its points again. The record
/// has no place for another.
fn is_repeated(figures: &Figures) -> bool {
    let percent = figures.percent.as_ref().and_then(|it| parse_points(&it.text));
    let points = parse_points(&figures.points.text);
    points.zip(percent).is_some_and(|(points, percent)| (points - percent).abs() < Decimal::ONE)
}

fn figures(figures: &Figures) -> impl Iterator<Item = &Passage> {
    [&figures.points, &figures.maximum].into_iter().chain(&figures.percent)
}
