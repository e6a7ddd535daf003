//! Figures on a line: words, numbers of points, and scores that stand alone.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::import::vocabulary::token::{Token, tokens};
use crate::import::vocabulary::words::words;
use crate::language::{comparable, parse_points};
use crate::model::{Edition, EditionId};

/// Points to get, as the editions give them: by these numbers the figures of an
/// area or a total are known before the edition is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Maxima {
    /// Of areas, in any edition.
    areas: BTreeSet<u16>,
    /// Of all areas together, in any edition.
    totals: BTreeSet<u16>,
}

impl Maxima {
    /// The maxima of `editions`.
    pub fn of(editions: &BTreeMap<EditionId, Edition>) -> Self {
        let areas = editions.values().flat_map(|edition| &edition.areas).map(|area| area.maximum);
        Self { areas: areas.collect(), totals: editions.values().map(Edition::maximum).collect() }
    }

    /// Whether an area may be worth `points`.
    pub fn is_of_area(&self, points: u16) -> bool {
        self.areas.contains(&points)
    }

    /// Whether all areas together may be worth `points`.
    pub fn is_of_total(&self, points: &str) -> bool {
        points.parse().is_ok_and(|points: u16| self.totals.contains(&points))
    }

    /// The most that an area is worth.
    pub fn most_of_area(&self) -> u16 {
        self.areas.last().copied().unwrap_or_default()
    }

    /// The most that all areas together are worth.
    pub fn most_of_total(&self) -> u16 {
        self.totals.last().copied().unwrap_or_default()
    }

    /// Those of an edition of `count` areas that are worth `maximum` each.
    #[cfg(test)]
    pub fn alike(count: u16, maximum: u16) -> Self {
        Self { areas: [maximum].into(), totals: [count * maximum].into() }
    }
}

/// A figure without the unit that is written close to it: `67%`, `16p`.
pub(crate) fn bare_figure(word: &str) -> &str {
    word.strip_suffix(['%', 'p']).unwrap_or(word)
}

/// Where the score stands in `text`, if nothing else does: `67`, `67 p`,
/// `67/100`, `67 av 100 poäng`, `67 %`.
pub(crate) fn lone_score(text: &str, maxima: &Maxima) -> Option<Range<usize>> {
    let columns = &words().columns;
    let is_unit = |token: &Token<'_>| columns.units.contains(&comparable(token.text));
    let tokens = words_and_figures(text);
    let (first, rest) = tokens.split_first()?;
    let points = bare_figure(first.text);
    parse_points(points)?;
    let mut figures = rest.iter().filter(|token| !is_unit(token));
    let is_alone =
        figures.next().is_none_or(|it| bare_figure(it.text).parse().is_ok_and(|it| maxima.is_of_area(it)));
    (is_alone && figures.next().is_none()).then(|| first.range.start..first.range.start + points.len())
}

/// Where the score stands in a line that says by a label, or at least by a unit,
/// that it is one: `Poäng: 34`, `34 av 100`, `34 p`.
pub(crate) fn labelled_score(text: &str, maxima: &Maxima) -> Option<Range<usize>> {
    let Some((label, _)) = text.split_once(':') else {
        return lone_score(text, maxima).filter(|score| score.len() < text.trim().len());
    };
    let is_label = |word: &str| words().columns.labels.contains(&comparable(word));
    let start = label.len() + 1;
    let score = label.split(' ').all(is_label).then(|| lone_score(text.get(start..)?, maxima))??;
    Some(start + score.start..start + score.end)
}

/// The words of a line; the two figures of `16/20` count as two.
pub(crate) fn words_and_figures(text: &str) -> Vec<Token<'_>> {
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
            assert_eq!(
                lone_score(text, &Maxima::alike(8, 100)).and_then(|range| text.get(range)),
                expected,
                "{text}"
            );
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
            assert_eq!(
                labelled_score(text, &Maxima::alike(8, 100)).and_then(|range| text.get(range)),
                expected,
                "{text}"
            );
        }
        check("66,6 p", Some("66,6"));
        for text in ["", "p", "67 av 80", "67 68", "Plan 2030", "2030 års plan", "5.1 Bro"] {
            check(text, None);
        }
    }

    #[test]
    fn the_maximum_beside_a_score_is_one_of_an_edition() {
        let alone = |text| lone_score(text, &Maxima::alike(9, 120)).is_some();
        assert!(alone("67/120") && alone("67 av 120 poäng") && alone("67"));
        assert!(!alone("67/100"), "no edition has an area of 100");
    }
}
