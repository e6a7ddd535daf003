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

/// Makes rows whole that a page break has parted: what stands of one on top of a page goes to
/// the foot of the page before. `is_margin` says of a line, of its place on its page and of
/// the lines of that whether it is a running head or foot.
pub(super) fn join_rows(pages: &mut [Vec<Line>], is_margin: &dyn Fn(&Line, usize, usize) -> bool) {
    for at in 1..pages.len() {
        let (before, after) = pages.split_at_mut(at);
        let (Some(former), Some(next)) = (before.last_mut(), after.first_mut()) else { continue };
        let body = |page: &[Line]| -> Vec<usize> {
            let is_body = |(at, line): (usize, &Line)| (!is_margin(line, at, page.len())).then_some(at);
            page.iter().enumerate().filter_map(is_body).collect()
        };
        let (feet, tops) = (body(former), body(next));
        let foot: Vec<_> = feet.iter().filter_map(|at| former.get(*at)).collect();
        let top: Vec<_> = tops.iter().filter_map(|at| next.get(*at)).collect();
        let Some((start, parted)) = parted_row(&foot, &top) else { continue };
        let row: Vec<_> =
            foot.iter().skip(start).chain(top.iter().take(parted)).map(|it| (*it).clone()).collect();
        let Some(figures) = row.iter().position(|line| ends(line).is_some()) else { continue };
        let whole = merged(&row, figures);
        let y = foot.get(start).map_or(whole.y, |line| line.y);
        let is_gone: Vec<_> = tops.iter().take(parted).copied().collect();
        let from = feet.get(start).copied().unwrap_or(former.len());
        let is_row: Vec<_> = feet.iter().skip(start).copied().collect();
        let margins = former.iter().enumerate().skip(from).filter(|(at, _)| !is_row.contains(at));
        let margins: Vec<_> = margins.map(|(_, line)| line.clone()).collect();
        former.truncate(from);
        former.push(Line { y, ..whole });
        former.extend(margins);
        let mut index = 0;
        next.retain(|_| {
            index += 1;
            !is_gone.contains(&(index - 1))
        });
    }
}

/// From which line on the `foot` of a page is a row of which more stands on `top` of the next
/// page, and how many lines of that. It is certain only where the row has no figures before
/// the break and has some behind it, or where its title goes on and another row follows.
fn parted_row(foot: &[&Line], top: &[&Line]) -> Option<(usize, usize)> {
    let near = foot.len().saturating_sub(2 * MAX_ABOVE + 1);
    let start = (near..foot.len()).rev().find(|at| foot.get(*at).is_some_and(|it| begins_row(it)))?;
    let row = foot.get(start..)?;
    let figures_of = |line: &Line| ends(line).and_then(|at| line.words.get(at)).map(|word| word.x);
    // Where the title begins: what goes on with it begins there or behind its number.
    let left = row.first()?.start();
    let is_title = |line: &&&Line, right: f64| {
        !begins_row(line) && ends(line).is_none() && line.start() >= left - line.size && line.end() < right
    };
    if let Some(right) = row.iter().find_map(|line| figures_of(line)) {
        let lines = top.iter().take_while(|line| is_title(line, right)).count();
        let goes_on = top.get(lines).is_some_and(|it| begins_row(it));
        return (goes_on && (1..=MAX_ABOVE).contains(&lines)).then_some((start, lines));
    }
    let figures = top.iter().take(MAX_ABOVE + 1).position(|line| ends(line).is_some())?;
    let line = top.get(figures)?;
    let right = figures_of(line)?;
    let before = row.iter().skip(1).chain(top.iter().take(figures));
    let is_in_table = foot.iter().take(start).rev().take(MAX_ABOVE).any(|line| figures_of(line).is_some());
    let is_row = row.first()?.end() < right && before.clone().all(|line| is_title(&line, right));
    let below = top.iter().skip(figures + 1).take_while(|line| is_title(line, right)).count();
    // What follows the row has to be another one, or text would be taken for its title.
    let goes_on = top.get(figures + 1 + below).is_some_and(|it| begins_row(it));
    let below = if goes_on { below } else { 0 };
    (is_row && !begins_row(line) && (goes_on || is_in_table)).then_some((start, figures + 1 + below))
}

/// The lines of a page, with figures made whole that are broken within their cell: "12," and
/// "5" below it. Only beside other figures, or below them; a number at the end of a line of
/// text may be anything.
pub(super) fn with_whole_figures(mut lines: Vec<Line>) -> Vec<Line> {
    let mut at = 0;
    while at < lines.len() {
        match broken_figure(&lines, at) {
            Some((upper, below, lower, row)) => join_figure(&mut lines, (at, upper), (below, lower), row),
            None => at += 1,
        }
    }
    lines.retain(|line| !line.words.is_empty());
    lines
}

/// Of line `at`: the place of a word that is the beginning of a figure, the line and place of
/// its end, and the line that has the other figures of the row.
fn broken_figure(lines: &[Line], at: usize) -> Option<(usize, usize, usize, usize)> {
    let line = lines.get(at)?;
    line.words.iter().enumerate().find_map(|(upper, word)| {
        let is_digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        let (whole, is_open) = match word.text.strip_suffix([',', '.']) {
            Some(whole) => (whole, true),
            None => (word.text.as_str(), false),
        };
        let is_end = |text: &str| match text.strip_prefix([',', '.']) {
            Some(rest) => !is_open && rest.len() <= 2 && is_digits(rest),
            None => is_open && text.len() <= 2 && is_digits(text),
        };
        let below = (at + 1..lines.len().min(at + 3)).find_map(|below| {
            let other = lines.get(below).filter(|it| line.y - it.y < ROW_GAP * line.size)?;
            let is_below = |it: &Word| (it.x - word.x).abs() < line.size && is_end(&it.text);
            Some((below, other.words.iter().position(is_below)?))
        });
        let (below, lower) = below.filter(|_| is_digits(whole) && whole.len() <= 3)?;
        let others = |line: usize| {
            lines.get(line).is_some_and(|it| {
                let figures = it.words.iter().filter(|it| parse_points(bare_figure(&it.text)).is_some());
                figures.filter(|it| it.x > word.end || it.end < word.x).count() >= 1
                    && it.words.last().is_some_and(|it| parse_points(bare_figure(&it.text)).is_some())
            })
        };
        let row = (at..=below).find(|line| {
            others(*line) && (*line != below || lines.get(below).is_some_and(|it| it.words.len() > 1))
        })?;
        Some((upper, below, lower, row))
    })
}

/// Puts the figure of two words into line `row`.
fn join_figure(lines: &mut [Line], upper: (usize, usize), lower: (usize, usize), row: usize) {
    let mut take = |(line, word): (usize, usize)| lines.get_mut(line).map(|it| it.words.remove(word));
    let (Some(end), Some(mut figure)) = (take(lower), take(upper)) else { return };
    figure.text.push_str(&end.text);
    figure.end = figure.end.max(end.end);
    if let Some(line) = lines.get_mut(row) {
        let place = line.words.iter().position(|it| it.x > figure.x).unwrap_or(line.words.len());
        line.words.insert(place, figure);
    }
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

    fn over_pages(pages: &[&[(&str, f64, f64)]], expected: &[&[&str]]) {
        let mut pages: Vec<_> = pages.iter().map(|it| lines(&page(it))).collect();
        join_rows(&mut pages, &|line, _, _| line.whole().starts_with("Sida"));
        for (lines, expected) in pages.iter().zip(expected) {
            let rows: Vec<_> = lines.iter().map(|line| line.row(&line.cells())).collect();
            assert_eq!(rows, *expected);
        }
    }

    #[test]
    fn rows_are_made_whole_over_a_page_break() {
        // The figures stand behind it.
        over_pages(
            &[
                &[("1.1 Öppenhet", 50.0, 90.0), ("Sida 1", 250.0, 30.0)],
                &[
                    ("Sida", 250.0, 800.0),
                    ("för", 50.0, 760.0),
                    ("24", 200.0, 760.0),
                    ("30", 240.0, 760.0),
                    ("alla", 50.0, 748.0),
                    ("1.2 Möten", 50.0, 730.0),
                ],
            ],
            &[&["1.1 Öppenhet för alla\t24\t30", "Sida 1"], &["Sida", "1.2 Möten"]],
        );
        // The title goes on behind it.
        over_pages(
            &[
                &[("1.1 Öppenhet", 50.0, 90.0), ("24", 200.0, 90.0), ("30", 240.0, 90.0)],
                &[
                    ("för alla", 50.0, 760.0),
                    ("Summa", 50.0, 748.0),
                    ("24", 200.0, 748.0),
                    ("30", 240.0, 748.0),
                ],
            ],
            &[&["1.1 Öppenhet för alla\t24\t30"], &["Summa\t24\t30"]],
        );
    }

    #[test]
    fn text_behind_a_page_break_is_no_row() {
        // No other row follows: it may be a paragraph.
        over_pages(
            &[
                &[("1.1 Öppenhet", 50.0, 90.0), ("24", 200.0, 90.0), ("30", 240.0, 90.0)],
                &[("Ny text", 50.0, 760.0), ("om torget.", 50.0, 748.0)],
            ],
            &[&["1.1 Öppenhet\t24\t30"], &["Ny text", "om torget."]],
        );
        // A heading with a number, and text that ends in two numbers.
        over_pages(
            &[
                &[("1.1 Öppenhet", 50.0, 90.0)],
                &[("Rådet möts på torget varje lördag", 50.0, 760.0), ("mellan 10 och 14 20", 50.0, 748.0)],
            ],
            &[&["1.1 Öppenhet"], &["Rådet möts på torget varje lördag", "mellan 10 och 14 20"]],
        );
    }

    #[test]
    fn figures_are_made_whole_within_their_cell() {
        let check = |set: &[(&str, f64, f64)], expected: &[&str]| {
            let whole = with_whole_figures(lines(&page(set)));
            let rows: Vec<_> = whole.iter().map(|line| line.row(&line.cells())).collect();
            assert_eq!(rows, expected);
        };
        // Beside the middle, as the other figures, or on top.
        check(
            &[
                ("12,", 200.0, 736.0),
                ("1.1 Öppenhet", 50.0, 730.0),
                ("30", 240.0, 730.0),
                ("42%", 280.0, 730.0),
                ("5", 200.0, 724.0),
                ("1.2 Möten", 50.0, 700.0),
                ("7", 200.0, 700.0),
                ("45", 240.0, 700.0),
                ("17%", 280.0, 700.0),
                (",5", 200.0, 688.0),
            ],
            &["1.1 Öppenhet\t12,5\t30\t42%", "1.2 Möten\t7,5\t45\t17%"],
        );
        // Years in text, and a whole figure above another row's.
        let text = ("Åren 2011, 2012,", 50.0, 730.0);
        check(&[text, ("5 gånger", 50.0, 718.0)], &["Åren 2011, 2012,", "5 gånger"]);
        let rows = [("1.1 A", 50.0, 730.0), ("12", 200.0, 730.0), ("30", 240.0, 730.0), ("5", 200.0, 718.0)];
        check(&rows, &["1.1 A\t12\t30", "5"]);
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
