//! Rows of score tables in narrow columns. A title takes several lines there, and its figures
//! stand beside the middle one or between two: each row is made one line again, before lines
//! are joined to paragraphs and its words end up in those of others.

use super::layout::{Line, Word};
use crate::import::line::part::AREAS;
use crate::import::line::score::bare_figure;
use crate::import::vocabulary::words::words;
use crate::language::{comparable, parse_points};
use crate::model::SubAreaNumber;

/// The most lines of a title above its figures.
const MAX_ABOVE: usize = 6;

/// Points, maximum and percentage.
const MAX_FIGURES: usize = 3;

/// Lines of one row are at most so many heights apart.
const ROW_GAP: f64 = 2.2;

/// The lines of a page, with one for every row of a score table that has several.
pub(super) fn with_whole_rows(lines: &[Line]) -> Vec<Line> {
    let mut whole = Vec::with_capacity(lines.len());
    let mut rest = lines;
    while let [first, after @ ..] = rest {
        let count = if begins_row(first) && ends(first).is_none() { row(rest) } else { None };
        if let Some((above, count)) = count {
            whole.push(merged(rest.get(..count).unwrap_or_default(), above));
            rest = rest.get(count..).unwrap_or_default();
        } else {
            whole.push(first.clone());
            rest = after;
        }
    }
    whole
}

/// Which of `lines`, counted from the first, has the figures of the row that begins there,
/// and how many lines the row has. A title is set around the middle of its row, so there are
/// as many lines below the figures as above.
fn row(lines: &[Line]) -> Option<(usize, usize)> {
    let above = (1..=MAX_ABOVE.min(lines.len().checked_sub(1)?))
        .find(|at| lines.get(*at).is_some_and(|line| ends(line).is_some()))?;
    let figures = lines.get(above)?;
    let start = figures.words.get(ends(figures)?)?.x;
    let is_beside = |at: usize| lines.get(at).is_some_and(|line| line.end() < start);
    let is_near = |at: usize| {
        lines
            .get(at - 1)
            .zip(lines.get(at))
            .is_some_and(|(one, next)| one.y - next.y < ROW_GAP * one.size.max(next.size))
    };
    let is_title =
        |at: usize| is_beside(at) && lines.get(at).is_some_and(|it| !begins_row(it) && ends(it).is_none());
    let is_row = is_beside(0) && (1..above).all(|at| is_title(at) && is_near(at)) && is_near(above);
    let is_own = !begins_row(figures);
    let below = (above + 1..=2 * above).take_while(|at| is_near(*at) && is_title(*at)).count();
    (is_row && is_own).then_some((above, above + 1 + below))
}

/// The lines of a row as one; that at `at` has the figures.
fn merged(lines: &[Line], at: usize) -> Line {
    let Some(figures) = lines.get(at) else { return lines.first().cloned().unwrap_or_else(empty) };
    let (before, figures_of) = figures.words.split_at(ends(figures).unwrap_or(0));
    let title = lines.iter().enumerate().flat_map(
        |(index, line)| {
            if index == at { before } else { line.words.as_slice() }
        },
    );
    let mut words: Vec<Word> = title.cloned().collect();
    let start = figures_of.first().map_or(0.0, |word| word.x);
    let left = words.iter().map(|word| word.x).fold(f64::INFINITY, f64::min);
    // One word, so that its lines do not stand in each other, well before the figures.
    let text = words.drain(..).map(|word| word.text).collect::<Vec<_>>().join(" ");
    let title = Word { x: left, end: left.max(start - 2.0 * figures.size), text };
    Line {
        y: figures.y,
        size: figures.size,
        words: std::iter::once(title).chain(figures_of.iter().cloned()).collect(),
    }
}

fn empty() -> Line {
    Line { y: 0.0, size: 0.0, words: Vec::new() }
}

/// Whether a line begins a row: with the number of an area or sub-area, or as a sum does.
fn begins_row(line: &Line) -> bool {
    let Some(first) = line.words.first() else { return false };
    let number = first.text.trim_end_matches('.');
    let is_named = || line.words.get(1).is_some_and(|it| it.text.starts_with(char::is_uppercase));
    let is_area = || number.parse().is_ok_and(|number| AREAS.contains(&number)) && is_named();
    let is_sub_area = SubAreaNumber::parse(number).is_some_and(|it| AREAS.contains(&it.area));
    // "område 3" may be the second line of "Summa för område 3".
    let word = comparable(first.text.trim_end_matches(':'));
    let is_sum = first.text.starts_with(char::is_uppercase) && words().columns.sums.contains(&word);
    is_sub_area || is_area() || is_sum
}

/// From which word on a line has nothing but figures of a row, or the heads of their columns.
fn ends(line: &Line) -> Option<usize> {
    let columns = &words().columns;
    let plain = |word: &Word| comparable(&word.text);
    let is_figure = |word: &&Word| parse_points(bare_figure(&word.text)).is_some();
    let is_unit = |word: &&Word| columns.units.contains(&plain(word));
    let is_head = |word: &&Word| {
        let word = plain(word);
        columns.points.contains(&word) || columns.maximum.contains(&word) || columns.percent.contains(&word)
    };
    let trailing =
        |is_it: &dyn Fn(&&Word) -> bool| line.words.iter().rev().take_while(|word| is_it(word)).count();
    // A fourth figure is one of the title: "område 3 64 100 64%".
    let mut left = MAX_FIGURES;
    let figures = line.words.iter().rev().take_while(|word| match is_figure(word) {
        true if left > 0 => {
            left -= 1;
            true
        }
        is_figure => !is_figure && is_unit(word),
    });
    let from = line.words.len() - figures.count();
    if MAX_FIGURES - left > 1 {
        return Some(from);
    }
    let heads = trailing(&|word| is_head(word) || is_unit(word));
    let from = line.words.len() - heads;
    let has = |of: &std::collections::BTreeSet<String>| {
        line.words.iter().skip(from).any(|it| of.contains(&plain(it)))
    };
    (has(&columns.points) && has(&columns.maximum)).then_some(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::file::pdf::layout::lines;
    use crate::import::file::pdf::layout::tests::page;

    fn check(set: &[(&str, f64, f64)], expected: &[&str]) {
        let whole = with_whole_rows(&lines(&page(set)));
        let rows: Vec<_> = whole.iter().map(|line| line.row(&line.cells())).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn figures_beside_the_middle_of_a_title_are_its_rows() {
        check(
            &[
                ("1. Torget", 50.0, 760.0),
                ("Uppnått Max Procent", 200.0, 754.0),
                ("och rådet", 50.0, 748.0),
                ("1.1", 50.0, 730.0),
                ("Öppenhet", 50.0, 718.0),
                ("24", 200.0, 718.0),
                ("30", 240.0, 718.0),
                ("80%", 280.0, 718.0),
                ("för alla", 50.0, 706.0),
                ("1.2 Möten", 50.0, 690.0),
                ("30", 200.0, 684.0),
                ("45", 240.0, 684.0),
                ("67%", 280.0, 684.0),
                ("på torget", 50.0, 678.0),
                ("Summa", 50.0, 660.0),
                ("54", 200.0, 654.0),
                ("75", 240.0, 654.0),
                ("72%", 280.0, 654.0),
                ("område 1", 50.0, 648.0),
                ("Summa för", 50.0, 640.0),
                ("område 3", 50.0, 628.0),
                ("64", 200.0, 628.0),
                ("100", 240.0, 628.0),
                ("64%", 280.0, 628.0),
                ("2.1", 50.0, 612.0),
                ("18", 200.0, 606.0),
                ("40", 240.0, 606.0),
                ("Tillgänglighet", 50.0, 600.0),
                ("Ny text.", 50.0, 570.0),
            ],
            &[
                "1. Torget och rådet\tUppnått Max Procent",
                "1.1 Öppenhet för alla\t24\t30\t80%",
                "1.2 Möten på torget\t30\t45\t67%",
                "Summa område 1\t54\t75\t72%",
                "Summa för område 3\t64\t100\t64%",
                "2.1 Tillgänglighet\t18\t40",
                "Ny text.",
            ],
        );
    }

    #[test]
    fn other_lines_stay_as_they_are() {
        check(
            &[
                ("1.1 Öppenhet", 50.0, 730.0),
                ("24", 200.0, 730.0),
                ("30", 240.0, 730.0),
                ("för alla", 50.0, 718.0),
                ("1.2 Möten på torget", 50.0, 690.0),
                ("Rådet möts på torget varje lördag hela året om", 50.0, 678.0),
                ("och 14 20", 50.0, 666.0),
            ],
            &[
                "1.1 Öppenhet\t24\t30",
                "för alla",
                "1.2 Möten på torget",
                "Rådet möts på torget varje lördag hela året om",
                "och 14 20",
            ],
        );
    }
}
