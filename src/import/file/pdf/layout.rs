//! Letters on a page → lines of words, from top to bottom.

use crate::import::line::markup::BULLETS;

/// A letter, or several that one code stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Left end, in points.
    pub x: f64,
    /// Base line; upwards.
    pub y: f64,
    /// To the right end.
    pub width: f64,
    /// Height of its font, in points.
    pub size: f64,
    /// What it says.
    pub text: String,
}

/// A page's letters in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The letters.
    pub glyphs: Vec<Glyph>,
}

/// Letters without a gap between them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Word {
    /// Left end.
    pub x: f64,
    /// Right end.
    pub end: f64,
    /// What it says.
    pub text: String,
}

/// Words on one base line, from left to right.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// Base line.
    pub y: f64,
    /// Height that most of its letters have.
    pub size: f64,
    /// Its words.
    pub words: Vec<Word>,
}

/// A gap of more than so many heights parts words.
const WORD_GAP: f64 = 0.16;

/// A gap of more than so many heights parts cells.
const CELL_GAP: f64 = 1.5;

/// Letters whose base lines differ by less than so many heights stand on one
/// line: notes and marks are raised a little.
const SAME_LINE: f64 = 0.45;

impl Glyph {
    /// Whether place and size are finite and of a page's order.
    pub fn is_sound(&self) -> bool {
        let places = [self.x, self.y, self.width, self.size];
        places.iter().all(|place| place.is_finite() && place.abs() < 1e6) && self.size > 0.1
    }

    fn is_blank(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || c.is_control())
    }
}

impl Word {
    fn is_bullet(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(|first| BULLETS.contains(&first)) && letters.next().is_none()
    }
}

impl Line {
    /// Its words from `from` up to `to`, with a blank between them.
    pub(crate) fn text(&self, from: f64, to: f64) -> String {
        let inside = self.words.iter().filter(|word| (from..to).contains(&word.x));
        inside.map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// All of it.
    pub(crate) fn whole(&self) -> String {
        self.text(f64::NEG_INFINITY, f64::INFINITY)
    }

    /// Where its cells begin: behind every wide gap, and at every bullet of a
    /// line that begins with one.
    pub(crate) fn cells(&self) -> Vec<f64> {
        let mut starts: Vec<f64> = self.words.first().map(|word| word.x).into_iter().collect();
        let has_bullets = self.words.first().is_some_and(Word::is_bullet);
        for pair in self.words.windows(2) {
            if let [before, after] = pair
                && (after.x - before.end > CELL_GAP * self.size || (has_bullets && after.is_bullet()))
            {
                starts.push(after.x);
            }
        }
        starts
    }

    /// Whether no text runs over `x`.
    pub(crate) fn is_parted_at(&self, x: f64) -> bool {
        let before = self.words.iter().rfind(|word| word.x < x);
        let after = self.words.iter().find(|word| word.x >= x);
        match (before, after) {
            (Some(before), Some(after)) => after.x - before.end > CELL_GAP / 2.0 * self.size,
            (Some(before), None) => before.end < x + self.size,
            _ => true,
        }
    }

    /// Its cells, with a tab between them.
    pub(crate) fn row(&self, starts: &[f64]) -> String {
        let ends = starts.iter().skip(1).copied().chain([f64::INFINITY]);
        let cells = starts.iter().zip(ends).enumerate().map(|(at, (start, end))| {
            let from = if at == 0 { f64::NEG_INFINITY } else { *start };
            self.text(from, end)
        });
        cells.collect::<Vec<_>>().join("\t")
    }

    /// Left end.
    pub(crate) fn start(&self) -> f64 {
        self.words.first().map_or(0.0, |word| word.x)
    }

    /// Right end.
    pub(crate) fn end(&self) -> f64 {
        self.words.last().map_or(0.0, |word| word.end)
    }
}

/// The lines of a page, from top to bottom.
pub(crate) fn lines(page: &Page) -> Vec<Line> {
    let mut glyphs: Vec<_> = page.glyphs.iter().filter(|glyph| !glyph.is_blank()).collect();
    glyphs.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lines: Vec<Vec<&Glyph>> = Vec::new();
    for glyph in glyphs {
        let fits = lines
            .last()
            .and_then(|line| line.first())
            .is_some_and(|first| first.y - glyph.y < SAME_LINE * first.size.max(glyph.size));
        match lines.last_mut() {
            Some(line) if fits => line.push(glyph),
            _ => lines.push(vec![glyph]),
        }
    }
    lines.into_iter().map(line).collect()
}

/// The height that most letters have: bullets are often larger, notes smaller.
fn usual_size(glyphs: &[&Glyph]) -> f64 {
    let mut sizes: Vec<_> = glyphs.iter().map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or_default()
}

fn line(mut glyphs: Vec<&Glyph>) -> Line {
    glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    let size = usual_size(&glyphs);
    let y = glyphs.iter().map(|glyph| glyph.y).fold(f64::INFINITY, f64::min);
    let mut words: Vec<Word> = Vec::new();
    for glyph in glyphs {
        let end = glyph.x + glyph.width.max(0.0);
        match words.last_mut() {
            Some(word) if glyph.x - word.end <= WORD_GAP * glyph.size => {
                word.text.push_str(&glyph.text);
                word.end = word.end.max(end);
            }
            _ => words.push(Word { x: glyph.x, end, text: glyph.text.clone() }),
        }
    }
    Line { y, size, words }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A page of texts with letters 5 wide and 10 high, each at its place.
    pub(in crate::import::file::pdf) fn page(words: &[(&str, f64, f64)]) -> Page {
        let glyphs = words.iter().flat_map(|(text, x, y)| {
            text.chars().enumerate().map(move |(at, letter)| Glyph {
                x: x + 5.0 * f64::from(u32::try_from(at).unwrap()),
                y: *y,
                width: 5.0,
                size: 10.0,
                text: letter.to_string(),
            })
        });
        Page { glyphs: glyphs.collect() }
    }

    #[test]
    fn lines_words_and_cells_are_told_by_gaps() {
        let page = page(&[
            ("under", 50.0, 680.0),
            ("en", 50.0, 700.0),
            ("rad", 63.0, 700.0),
            ("cell", 300.0, 701.0),
        ]);
        let lines = lines(&page);
        let shown: Vec<_> = lines.iter().map(|line| line.row(&line.cells())).collect();
        assert_eq!(shown, ["en rad\tcell", "under"]);
    }

    #[test]
    fn text_that_runs_over_a_place_is_told_from_columns() {
        let page = page(&[
            ("left", 50.0, 700.0),
            ("right", 200.0, 700.0),
            ("one two", 50.0, 680.0),
            ("three", 90.0, 680.0),
        ]);
        let lines = lines(&page);
        let parted: Vec<_> = lines.iter().map(|line| line.is_parted_at(88.0)).collect();
        assert_eq!(parted, [true, false]);
    }

    #[test]
    fn bullets_part_cells_where_the_line_begins_with_one() {
        for (text, cells) in [("• a • b", 2), ("a • b", 1)] {
            let words = text.split(' ').scan(50.0, |x, word| {
                let at = *x;
                *x += 12.0;
                Some((word, at, 700.0))
            });
            let words: Vec<_> = words.collect();
            let lines = lines(&page(&words));
            assert_eq!(lines.first().unwrap().cells().len(), cells, "{text}");
        }
    }

    #[test]
    fn places_that_are_none_are_refused() {
        let glyph = |x: f64, size: f64| Glyph { x, y: 0.0, width: 1.0, size, text: "a".into() };
        assert!(glyph(1.0, 1.0).is_sound());
        for (x, size) in [(f64::NAN, 1.0), (f64::INFINITY, 1.0), (1e9, 1.0), (0.0, 0.0)] {
            assert!(!glyph(x, size).is_sound());
        }
    }
}
