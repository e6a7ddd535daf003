//! Figures on a line: words, numbers of points, and scores that stand alone.

use std::ops::Range;

use crate::import::vocabulary::token::{Token, tokens};
use crate::import::vocabulary::words::words;
use crate::language::{comparable, parse_points};

/// Points to get in every area.
pub const FULL_MARKS: u8 = 100;

/// A figure without the unit that is written close to it: `67%`, `16p`.
pub fn bare_figure(word: &str) -> &str {
    word.strip_suffix(['%', 'p']).unwrap_or(word)
}

/// Where the score stands in `text`, if nothing else does: `67`, `67 p`,
/// `67/100`, `67 av 100 poäng`, `67 %`.
pub fn lone_score(text: &str) -> Option<Range<usize>> {
    let columns = &words().columns;
    let is_unit = |token: &Token<'_>| columns.units.contains(&comparable(token.text));
    let tokens = words_and_figures(text);
    let (first, rest) = tokens.split_first()?;
    let points = bare_figure(first.text);
    parse_points(points)?;
    let mut figures = rest.iter().filter(|token| !is_unit(token));
    let is_alone = figures.next().is_none_or(|it| bare_figure(it.text).parse() == Ok(FULL_MARKS));
    (is_alone && figures.next().is_none()).then(|| first.range.start..first.range.start + points.len())
}

/// Where the score stands in a line that says by a label, or at least by a unit,
/// that it is one: `Poäng: 34`, `34 av 100`, `34 p`.
pub fn labelled_score(text: &str) -> Option<Range<usize>> {
    let Some((label, _)) = text.split_once(':') else {
        return lone_score(text).filter(|score| score.len() < text.trim().len());
    };
    let is_label = |word: &str| words().columns.labels.contains(&comparable(word));
    let start = label.len() + 1;
    let score = label.split(' ').all(is_label).then(|| lone_score(text.get(start..)?))??;
    Some(start + score.start..start + score.end)
}

/// The words of a line; the two figures of `16/20` count as two.
pub fn words_and_figures(text: &str) -> Vec<Token<'_>> {
    tokens(text, |c| matches!(c, ' ' | '\t')).flat_map(parts).collect()
}

/// `16/20` is two figures, any other word itself.
fn parts(token: Token<'_>) -> Vec<Token<'_>> {
    let halves = token.text.split_once('/');
    let Some((first, second)) = halves.filter(|(first, second)| {
        parse_points(first).is_some() && parse_points(bare_figure(second)).is_some()
    }) else {
        return vec![token];
    };
    let (start, end) = (token.range.start, token.range.end);
    let middle = start + first.len();
    vec![Token { text: first, range: start..middle }, Token { text: second, range: middle + 1..end }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_stands_alone_with_its_unit() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(lone_score(text).and_then(|range| text.get(range)), expected, "{text}");
        };
        for text in ["67", "67 p", "67p", "67 poäng", "67/100", "67 av 100", "67 av 100 poäng", "67%", "67 %"]
        {
            check(text, Some("67"));
        }
        for (text, expected) in [
            ("Poäng: 34 av 100", Some("34")),
            ("Områdets poäng: 34,5 p", Some("34,5")),
            ("Mål: 34", None),
            ("Poäng: 34 personer", None),
            ("34 poäng av 100", Some("34")),
            ("34", None),
        ] {
            assert_eq!(labelled_score(text).and_then(|range| text.get(range)), expected, "{text}");
        }
        check("66,6 p", Some("66,6"));
        for text in ["", "p", "67 av 80", "67 68", "Plan 2030", "2030 års plan", "5.1 Bro"] {
            check(text, None);
        }
    }
}
