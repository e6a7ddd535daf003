//! Remnants of HTML in the cells of a text: tags are taken out, items of lists
//! are parted.

use std::ops::Range;

use super::document::{Document, Passage};

/// Characters that open an item of a list.
pub(crate) const BULLETS: [char; 8] = ['•', '·', '▪', '●', '◦', '‣', '∙', '■'];

/// Tags that begin a line of their own; all others stand within one.
const BREAKING: [&str; 14] =
    ["li", "p", "br", "ul", "ol", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td"];

/// Tags that stand within a line.
const INLINE: [&str; 8] = ["b", "i", "em", "strong", "span", "u", "a", "font"];

/// The longest tag, in bytes; real reports have some of 39. A `<` that no `>`
/// follows within these is a character like others.
const MAX_TAG: usize = 400;

/// A paragraph or item of a list within a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// Its text, without tags.
    pub passage: Passage,
    /// What says that it begins here.
    pub mark: Mark,
}

/// What says that an item begins: the more, the less it may go on with what stood in
/// the row above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// Nothing: it is the beginning of a cell.
    None,
    /// A tag that begins any line. The text of a cell that a page break has parted
    /// begins with one on the next page.
    Line,
    /// A bullet, or the tag of a list or of its item.
    Item,
}

/// The cells of a line, as ranges: what stands between its tabs.
pub(crate) fn cells(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let cell = |cell: &str| {
        let range = start..start + cell.len();
        start = range.end + 1;
        range
    };
    text.split('\t').map(cell).collect()
}

/// Whether a line is a row of a table: it has tabs or remnants of a list.
pub(crate) fn is_row(text: &str) -> bool {
    text.contains('\t') || text.starts_with("<ul") || text.starts_with("<li")
}

/// The items of the cell at `range` of line `index`.
pub(crate) fn items(document: &Document, index: usize, range: Range<usize>) -> Vec<Item> {
    let text = document.text(index).get(range.clone()).unwrap_or_default();
    let mut items = Vec::new();
    let mut open: Option<Item> = None;
    let mut mark = Mark::None;
    let mut is_apart = false;
    for token in tokens(text) {
        match token {
            Token::Break(of) => {
                // A bullet after its tag is the mark of the same item.
                mark = if open.is_none() { mark.max(of) } else { of };
                items.extend(open.take());
            }
            Token::Inline => {}
            Token::Text(at) => {
                let inner = text.get(at.clone()).unwrap_or_default();
                let between = if is_apart || inner.starts_with(' ') { " " } else { "" };
                is_apart = inner.ends_with(' ');
                let passage = document.passage(index, range.start + at.start..range.start + at.end);
                add(&mut open, between, passage, mark);
            }
        }
    }
    items.extend(open);
    items
}

/// Adds text to the open item, with `between` before it, or opens an item.
fn add(open: &mut Option<Item>, between: &str, passage: Passage, mark: Mark) {
    match open {
        _ if passage.text.is_empty() => {}
        Some(item) => item.passage.append(between, passage),
        None => *open = Some(Item { passage, mark }),
    }
}

/// The text of the cell at `range` of line `index`, without tags and bullets.
pub(crate) fn plain(document: &Document, index: usize, range: Range<usize>) -> Passage {
    let mut items = items(document, index, range).into_iter().map(|item| item.passage);
    let Some(mut first) = items.next() else { return Passage::default() };
    items.for_each(|next| first.append(" ", next));
    first
}

/// `text`, a line or a piece of one, as it is shown to people: without tags, with
/// one blank between words and a bar between cells.
pub(crate) fn readable(text: &str) -> String {
    let bare = without_tags(text);
    let cells = bare.split('\t').map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
    cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" | ")
}

/// `text` with a blank in the place of every byte of a tag, so that everything
/// else stays where it is.
pub(crate) fn without_tags(text: &str) -> String {
    if !text.contains('<') {
        return text.to_owned();
    }
    let mut blanked = String::with_capacity(text.len());
    for token in tokens(text) {
        if let Token::Text(range) = token {
            (blanked.len()..range.start).for_each(|_| blanked.push(' '));
            blanked.push_str(text.get(range).unwrap_or_default());
        }
    }
    (blanked.len()..text.len()).for_each(|_| blanked.push(' '));
    blanked
}

/// A piece of a cell.
enum Token {
    Text(Range<usize>),
    Break(Mark),
    Inline,
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(|c| c == '<' || BULLETS.contains(&c))) {
        let here = at + found;
        let (length, token) = mark(text.get(here..).unwrap_or_default());
        at = here + length;
        let Some(token) = token else { continue };
        if here > start {
            tokens.push(Token::Text(start..here));
        }
        tokens.push(token);
        start = at;
    }
    if start < text.len() {
        tokens.push(Token::Text(start..text.len()));
    }
    tokens
}

/// The bullet or tag that `text` begins with, and its length.
fn mark(text: &str) -> (usize, Option<Token>) {
    if let Some(bullet) = text.chars().next().filter(|c| BULLETS.contains(c)) {
        return (bullet.len_utf8(), Some(Token::Break(Mark::Item)));
    }
    match tag(text) {
        Some((length, Some(mark))) => (length, Some(Token::Break(mark))),
        Some((length, None)) => (length, Some(Token::Inline)),
        None => (1, None),
    }
}

/// The length of the tag that `text` begins with and what it marks, if it breaks the
/// line. A tag that is never closed ends before the next one or a bullet.
fn tag(text: &str) -> Option<(usize, Option<Mark>)> {
    let body = text.strip_prefix('<')?;
    let name = body.strip_prefix('/').unwrap_or(body);
    let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let name = name.get(..length)?.to_ascii_lowercase();
    let is_closing = body.starts_with('/');
    let mark = match name.as_str() {
        // What stands behind a list's end is no item of it.
        "ul" | "ol" | "li" if !is_closing => Some(Mark::Item),
        name if BREAKING.contains(&name) => Some(Mark::Line),
        name if INLINE.contains(&name) => None,
        _ => return None,
    };
    let window = body.get(..body.floor_char_boundary(MAX_TAG)).unwrap_or(body);
    let end = window.find(|c| c == '>' || c == '<' || BULLETS.contains(&c));
    let length = match end {
        Some(end) if window.get(end..).is_some_and(|rest| rest.starts_with('>')) => end + 2,
        Some(end) => end + 1,
        None => return Some((1 + length + usize::from(is_closing), mark)),
    };
    Some((length, mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Mark)]) {
        let document = Document::of_lines([text]);
        let found = items(&document, 0, 0..document.text(0).len());
        let found: Vec<_> = found.iter().map(|it| (it.passage.text.as_str(), it.mark)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn cells_fall_into_items() {
        check("<ul style=\"x: none\">• Ett• Två </ul>", &[("Ett", Mark::Item), ("Två", Mark::Item)]);
        check("<p style=\"font-size: 24pt\">56</p>", &[("56", Mark::Line)]);
        check("<ul><li data-bbox=\"1 2\">• Ett", &[("Ett", Mark::Item)]);
        check("<ul><li data-bbox=\"1 2• Ett", &[("Ett", Mark::Item)]);
        check("fortsätter här • Två", &[("fortsätter här", Mark::None), ("Två", Mark::Item)]);
        check("med <b>fet</b> stil, 3 < 4", &[("med fet stil, 3 < 4", Mark::None)]);
        check(
            "<p>slutar här</p> <ul> • Två</ul><p>Tre</p>",
            &[("slutar här", Mark::Line), ("Två", Mark::Item), ("Tre", Mark::Line)],
        );
        check("", &[]);
    }

    #[test]
    fn rows_are_readable() {
        let row = "<p>År</p>\t\t<ul><li> Antal  brev\t7 <b>st</b>";
        assert_eq!(readable(row), "År | Antal brev | 7 st");
    }

    #[test]
    fn blanks_keep_offsets() {
        for (text, expected) in
            [("a<p>ö</p>", "a   ö    "), ("3 < 4", "3 < 4"), ("<ul>• x", "        x"), ("<ul>x", "    x")]
        {
            let blanked = without_tags(text);
            assert_eq!(blanked, expected, "{text}");
        }
    }
}
