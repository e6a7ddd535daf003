//! One area's chapter: box, general text, narrative, lists.

use std::collections::BTreeMap;

use super::chapter::Chapter;
use super::prose::{Node, Text, continues, join};
use super::sieve::{Aside, Sieve, Sifted};
use crate::import::line::document::Passage;
use crate::import::line::heading::{self, Headings, Meant};
use crate::import::line::markup::{self, Mark, cells, without_tags};
use crate::import::line::part::{Part, is_box_head};
use crate::import::line::score::{Maxima, labelled_score, lone_score};
use crate::import::vocabulary::list::{is_general, list_heading};
use crate::import::vocabulary::sentence::{is_finished, is_open};
use crate::model::{AreaNumber, Edition, List, SubAreaNumber};

/// What an area's chapter holds.
#[derive(Clone, Debug, Default)]
pub struct AreaChapter {
    /// The number of the area.
    pub number: AreaNumber,
    /// Its heading, number included.
    pub heading: Passage,
    /// The score in its box.
    pub boxed: Option<Passage>,
    /// Further scores in the box, which contradict the first or repeat it.
    pub other_boxes: Vec<Passage>,
    /// The sub-areas that the box lists.
    pub rubrics: Vec<Passage>,
    /// Text before the first sub-area.
    pub introduction: Vec<Node>,
    /// Text by sub-area, in the order of the report.
    pub sections: Vec<Section>,
    /// The three lists.
    pub lists: BTreeMap<List, Vec<Passage>>,
    /// Items of lists that stood together with the one before.
    pub parted: Vec<Passage>,
    /// Headings of sub-areas that stood in the middle of text.
    pub inline: Vec<Passage>,
    /// Headings and heads of tables, which the format says in its own way.
    pub structure: Vec<Passage>,
}

impl AreaChapter {
    /// Each section with the sub-area that it is about: an unknown heading goes on with the
    /// one before it.
    pub fn by_sub_area(&self) -> impl Iterator<Item = (Option<SubAreaNumber>, &Section)> {
        self.sections.iter().scan(None, |number, section| {
            *number = section.meant.map(|meant| meant.number).or(*number);
            Some((*number, section))
        })
    }

    /// Whether there is a section on a sub-area.
    pub fn has_section(&self, number: SubAreaNumber) -> bool {
        self.by_sub_area().any(|(about, _)| about == Some(number))
    }

    /// The text about a sub-area.
    pub fn nodes_on(&self, number: Option<SubAreaNumber>) -> impl Iterator<Item = &Node> {
        let sections = self.by_sub_area().filter(move |(about, _)| *about == number);
        sections.flat_map(|(_, section)| &section.nodes)
    }
}

/// Text under a heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its heading.
    pub heading: Passage,
    /// The sub-area it is about; nothing if the heading matches none.
    pub meant: Option<Meant>,
    /// Its text.
    pub nodes: Vec<Node>,
}

/// The chapters of all areas.
#[derive(Debug, Default)]
pub(crate) struct Areas {
    /// The chapters by number; pieces that are parted are one chapter.
    pub chapters: BTreeMap<AreaNumber, AreaChapter>,
    /// What every report says of the areas.
    pub aside: Vec<Aside>,
}

/// Reads the chapters of the areas that `edition` has; what it does not have is
/// left over, all of it.
pub(crate) fn areas(
    text: &Text<'_>,
    chapters: &[Chapter],
    sieve: Sieve<'_>,
    edition: Option<&Edition>,
) -> Areas {
    let document = text.document;
    let maxima = Maxima::of(sieve.editions);
    let mut areas = Areas::default();
    // How the chapter right before was left, if it is an area's.
    let mut left = None;
    for chapter in chapters {
        let before = left.take();
        let Part::Area(number) = chapter.part else { continue };
        let Some(area) = edition.and_then(|edition| edition.area(number)) else { continue };
        let headings = Headings::new(area);
        let is_heading = |text: &str| heading::is_common(text) || headings.is_heading(text);
        let nodes = text.nodes(chapter, &is_heading);
        let line = chapter.heading.unwrap_or_default();
        let heading = markup::plain(document, line, 0..document.text(line).len());
        let begun = match areas.chapters.remove(&number) {
            // The heading is printed again, most likely on top of the next page.
            Some(mut begun) => {
                begun.structure.push(heading);
                begun
            }
            None => AreaChapter { number, heading, ..AreaChapter::default() },
        };
        let state = match before {
            Some((area, state)) if area == number => state,
            _ => State::default(),
        };
        let sifted = begun.introduction.len();
        let (mut read, state) =
            AreaReader { text, headings: &headings, maxima: &maxima, state, chapter: begun }.read(nodes);
        let Sifted { own, aside } = sieve.sift(read.introduction.split_off(sifted));
        read.introduction.extend(own);
        areas.aside.push(aside);
        areas.chapters.insert(number, read);
        left = Some((number, state));
    }
    areas
}

/// Where in a chapter the reader is.
#[derive(Default)]
enum Mode {
    /// Within the box.
    Box,
    /// In running text.
    #[default]
    Text,
    /// Below a list's heading.
    List(List),
    /// In a table with a list per column.
    Columns(Vec<Option<List>>),
}

/// How far a chapter has been read.
#[derive(Default)]
struct State {
    mode: Mode,
    /// Whether the table being read has bullets.
    has_bullets: bool,
}

/// Reads a chapter, or more of one that has been begun and left in `state`.
struct AreaReader<'a> {
    text: &'a Text<'a>,
    headings: &'a Headings,
    maxima: &'a Maxima,
    state: State,
    chapter: AreaChapter,
}

impl AreaReader<'_> {
    /// The chapter with all of `nodes` in it, and how it was left.
    fn read(mut self, nodes: Vec<Node>) -> (AreaChapter, State) {
        let mut is_finished = true;
        let parts: Vec<_> = nodes.into_iter().flat_map(|node| self.freed(node)).collect();
        let mut nodes = parts.into_iter().peekable();
        while let Some(node) = nodes.next() {
            let next = match nodes.peek() {
                Some(Node::Paragraph(next)) => Some(next.text.as_str()),
                _ => None,
            };
            let node = match node {
                Node::Paragraph(it)
                    if self.is_text() && heading::looks_like_one(&it.text, is_finished, next) =>
                {
                    Node::Heading(it)
                }
                other => other,
            };
            is_finished = match &node {
                Node::Paragraph(it) => it.text.ends_with(['.', '!', '?', '”', ')', ':']),
                _ => true,
            };
            self.take(node);
        }
        (self.chapter, self.state)
    }

    /// A node, parted at the headings of sub-areas within its text.
    fn freed(&mut self, node: Node) -> Vec<Node> {
        let (Node::Paragraph(passage) | Node::Item(passage)) = &node else { return vec![node] };
        let found = self.headings.within(&passage.text);
        let Some(first) = found.first() else { return vec![node] };
        let before = passage.trimmed(0..first.start);
        let mut parts = Vec::new();
        if !before.text.is_empty() {
            parts.push(if matches!(node, Node::Item(_)) {
                Node::Item(before)
            } else {
                Node::Paragraph(before)
            });
        }
        let ends = found.iter().skip(1).map(|next| next.start).chain([passage.text.len()]);
        for (heading, end) in found.iter().zip(ends) {
            let (heading, text) = (passage.slice(heading.clone()), passage.trimmed(heading.end..end));
            self.chapter.inline.push(heading.clone());
            parts.push(Node::Heading(heading));
            if !text.text.is_empty() {
                parts.push(Node::Paragraph(text));
            }
        }
        parts
    }

    fn is_text(&self) -> bool {
        matches!(self.state.mode, Mode::Text)
    }

    fn take(&mut self, node: Node) {
        match node {
            Node::Row(index) => self.row(index),
            Node::Heading(passage) => self.heading(passage),
            Node::Paragraph(passage) => self.paragraph(passage),
            Node::Item(passage) => self.item(passage),
        }
    }

    fn row(&mut self, index: usize) {
        let text = self.text.document.text(index);
        if is_box_head(text) {
            self.chapter.structure.push(self.text.document.whole(index));
            self.state.mode = Mode::Box;
            return;
        }
        if let Some(columns) = columns(text) {
            self.chapter.structure.push(self.text.document.whole(index));
            self.state.mode = Mode::Columns(columns);
            self.state.has_bullets = false;
            return;
        }
        match &self.state.mode {
            Mode::Box => self.box_row(index),
            Mode::Columns(columns) if self.is_of_another_table(index, columns.len()) => {
                self.state.mode = Mode::Text;
            }
            Mode::Columns(columns) => {
                let columns = columns.clone();
                self.list_row(index, &columns);
            }
            // A row of a table of another kind is left over.
            Mode::Text | Mode::List(_) => {}
        }
    }

    /// Whether a row has more cells than the lists above have columns and an
    /// empty line before it. Without that it is a row with a tab too many.
    fn is_of_another_table(&self, index: usize, columns: usize) -> bool {
        let is_parted = index.checked_sub(1).is_some_and(|before| self.text.document.text(before).is_empty());
        is_parted && self.text.document.text(index).trim_end_matches('\t').split('\t').count() > columns
    }

    fn box_row(&mut self, index: usize) {
        for cell in cells(self.text.document.text(index)) {
            let items = markup::items(self.text.document, index, cell);
            for item in items {
                self.box_item(item.passage);
            }
        }
    }

    /// A sub-area's name or the score.
    fn box_item(&mut self, passage: Passage) {
        let Some(range) =
            lone_score(&passage.text, self.maxima).or_else(|| labelled_score(&passage.text, self.maxima))
        else {
            self.chapter.rubrics.push(passage);
            return;
        };
        let is_bare = range.len() == passage.text.len();
        let score = passage.slice(range);
        match &mut self.chapter.boxed {
            Some(_) => self.chapter.other_boxes.push(score),
            boxed => *boxed = Some(score),
        }
        // The unit beside the score is the same in every box.
        self.chapter.structure.extend((!is_bare).then_some(passage));
    }

    fn list_row(&mut self, index: usize, columns: &[Option<List>]) {
        let cells = cells(self.text.document.text(index));
        // Cells beyond the last head belong to the last column.
        for (at, cell) in cells.into_iter().enumerate() {
            let Some(list) = columns.get(at).or(columns.last()).copied().flatten() else { continue };
            let items = self.parted(markup::items(self.text.document, index, cell));
            let mut items = items.into_iter().peekable();
            let open = self.chapter.lists.get_mut(&list).and_then(|it| it.last_mut());
            if let (Some(first), Some(open)) = (items.peek(), open)
                && goes_on(&open.text, first, self.state.has_bullets)
                && let Some(first) = items.next()
            {
                join(open, first.passage, self.text.lexicon);
            }
            items.for_each(|item| self.list_item(list, item));
        }
    }

    /// The items of a cell; one that stands there alone under a list's mark may be several
    /// that have lost theirs.
    fn parted(&mut self, mut items: Vec<markup::Item>) -> Vec<markup::Item> {
        let [markup::Item { passage, mark: Mark::Item }] = items.as_slice() else { return items };
        let all = passage.clone();
        let seams = self.text.lexicon.seams(&all.text);
        let ends = seams.iter().copied().chain([all.text.len()]);
        let starts = std::iter::once(0).chain(seams.iter().copied());
        items.clear();
        items.extend(
            starts
                .zip(ends)
                .map(|(start, end)| markup::Item { passage: all.trimmed(start..end), mark: Mark::Item }),
        );
        self.chapter.parted.extend(items.iter().skip(1).map(|it| it.passage.clone()));
        items
    }

    fn list_item(&mut self, list: List, item: markup::Item) {
        self.state.has_bullets |= item.mark == Mark::Item;
        // A mark where a cell has nothing to say is no item.
        if item.passage.text.contains(char::is_alphanumeric) {
            self.chapter.lists.entry(list).or_default().push(item.passage);
        }
    }

    fn heading(&mut self, passage: Passage) {
        if is_general(&passage.text) {
            self.chapter.structure.push(passage);
            self.state.mode = Mode::Text;
            return;
        }
        if let Some(list) = list_heading(&passage.text) {
            self.chapter.structure.push(passage);
            self.state.mode = Mode::List(list);
            return;
        }
        let meant = self.headings.meant(&passage.text);
        // An item of a list without bullets may resemble a sub-area's name.
        if let Mode::List(list) = self.state.mode
            && meant.is_none_or(|meant| !meant.is_certain)
        {
            self.list_item(list, markup::Item { passage, mark: Mark::Item });
            return;
        }
        self.state.mode = Mode::Text;
        self.chapter.sections.push(Section { heading: passage, meant, nodes: Vec::new() });
    }

    fn paragraph(&mut self, passage: Passage) {
        match &self.state.mode {
            Mode::Box if is_of_box(&passage) => self.box_item(passage),
            Mode::Text
                if self.chapter.sections.is_empty()
                    && labelled_score(&passage.text, self.maxima).is_some() =>
            {
                self.box_item(passage);
            }
            Mode::List(list) => {
                let list = *list;
                self.list_item(list, markup::Item { passage, mark: Mark::Item });
            }
            _ => {
                self.state.mode = Mode::Text;
                self.text(Node::Paragraph(passage));
            }
        }
    }

    fn item(&mut self, passage: Passage) {
        match &self.state.mode {
            Mode::Box => self.box_item(passage),
            Mode::List(list) => {
                let list = *list;
                self.list_item(list, markup::Item { passage, mark: Mark::Item });
            }
            // Which column an item below a table belongs to cannot be told.
            Mode::Columns(_) | Mode::Text => {
                self.state.mode = Mode::Text;
                self.text(Node::Item(passage));
            }
        }
    }

    fn text(&mut self, node: Node) {
        match self.chapter.sections.last_mut() {
            Some(section) => section.nodes.push(node),
            None => self.chapter.introduction.push(node),
        }
    }
}

/// Whether the first item of a cell is the rest of `open`, the last one of the row above,
/// most likely because a page break has parted their cell.
fn goes_on(open: &str, item: &markup::Item, has_bullets: bool) -> bool {
    let text = item.passage.text.as_str();
    let is_low = text.starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | ','));
    let is_cut = open.ends_with(['-', '/']) || is_open(open);
    match item.mark {
        Mark::None => is_low && (has_bullets || continues(open, "X", false)),
        // Where every item stands in a tag, this may be one, though it begins low.
        Mark::Line => is_low && !is_finished(open) && (has_bullets || is_cut),
        Mark::Item => false,
    }
}

/// Whether a line below a box's head still belongs to it.
fn is_of_box(passage: &Passage) -> bool {
    passage.text.len() <= 120 && !passage.text.ends_with(['.', ':'])
}

/// The lists that the cells of a row are the heads of, nothing for an empty cell.
/// `None` when one of the cells is no such head.
fn columns(text: &str) -> Option<Vec<Option<List>>> {
    if !text.contains('\t') || text.len() > 200 {
        return None;
    }
    let bare = without_tags(text);
    let cells = bare.split('\t').map(str::trim);
    let lists: Vec<_> = cells.map(|cell| (cell.is_empty(), list_heading(cell))).collect();
    let is_head = lists.iter().all(|(is_empty, list)| *is_empty || list.is_some());
    let named = lists.iter().filter(|(_, list)| list.is_some()).count();
    (is_head && named > 0).then(|| lists.into_iter().map(|(_, list)| list).collect())
}
