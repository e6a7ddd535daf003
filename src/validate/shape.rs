//! Shapes of municipalities (C3).

use std::collections::BTreeMap;
use std::ops::Range;

use super::field::joined;
use crate::diagnostic::{Diagnostic, Fault, Place};
use crate::format::shape as file;
use crate::load::{Row, Table};
use crate::model::{CANVAS, Code, Municipality, Point, Shape};
use crate::source::Span;

/// A piece with fewer points encloses nothing.
const FEWEST_POINTS: usize = 3;

/// The shapes by kommunkod: of the whole register, or none without the file. A map with holes
/// would say that there is no municipality. Without a `register`, because that has faults of
/// its own, only paths are read: codes would be blamed for what is wrong there.
pub(super) fn shapes(
    table: Option<&Table<file::Shape>>,
    register: Option<&BTreeMap<Code, Municipality>>,
    faults: &mut Vec<Diagnostic>,
) -> BTreeMap<Code, Shape> {
    let Some(table) = table else { return BTreeMap::new() };
    let mut shapes = BTreeMap::new();
    for row in &table.rows {
        let shape = shape(row, faults);
        let code = Code(row.value.code.clone());
        if let Some(fault) = register.and_then(|register| objection(&code, &shapes, register)) {
            faults.push(Diagnostic::new(fault, row.field("code")));
        }
        shapes.insert(code, shape);
    }
    faults.extend(register.and_then(|register| missing(&shapes, register)));
    shapes
}

/// What is wrong with `code`, if `earlier` are the shapes of the rows before.
fn objection(
    code: &Code,
    earlier: &BTreeMap<Code, Shape>,
    register: &BTreeMap<Code, Municipality>,
) -> Option<Fault> {
    let Some(municipality) = register.get(code) else {
        return Some(Fault::UnknownShape { found: code.to_string() });
    };
    earlier
        .contains_key(code)
        .then(|| Fault::DuplicateCode { code: code.to_string(), other: municipality.name.clone() })
}

/// What is said of the municipalities without a shape, however many they are.
fn missing(shapes: &BTreeMap<Code, Shape>, register: &BTreeMap<Code, Municipality>) -> Option<Diagnostic> {
    let without = register.values().filter(|municipality| !shapes.contains_key(&municipality.code));
    let without: Vec<_> = without.map(|it| format!("{} ({})", it.name, it.code)).collect();
    let fault = Fault::MissingShape { municipalities: joined(&without) };
    (!without.is_empty()).then(|| Diagnostic::new(fault, Place::File(file::PATH.to_owned())))
}

fn shape(row: &Row<file::Shape>, faults: &mut Vec<Diagnostic>) -> Shape {
    let field = row.field("path");
    let mut path = Path { text: &row.value.path, at: 0 };
    match path.rings() {
        Ok(rings) => Shape { rings },
        Err(Broken { what, range }) => {
            let place = Span::new(field.source, field.start + range.start..field.start + range.end);
            faults.push(Diagnostic::new(what.into(), place));
            Shape { rings: Vec::new() }
        }
    }
}

/// What is wrong with a path, and at which bytes of it.
struct Broken {
    what: Wrong,
    range: Range<usize>,
}

/// What can be wrong with a path.
enum Wrong {
    /// Something else should be here, in the words of [`Fault::BrokenPath`].
    Expected(&'static str),
    /// The point lies outside the map.
    OutOfRange,
}

impl From<Wrong> for Fault {
    fn from(wrong: Wrong) -> Self {
        match wrong {
            Wrong::Expected(expected) => Self::BrokenPath { expected: expected.to_owned() },
            Wrong::OutOfRange => Self::ShapeOutOfRange { limit: CANVAS.to_string() },
        }
    }
}

/// A path that is being read.
struct Path<'t> {
    text: &'t str,
    /// How many bytes have been read.
    at: usize,
}

impl Path<'_> {
    /// All pieces; at least one.
    fn rings(&mut self) -> Result<Vec<Vec<Point>>, Broken> {
        let mut rings = vec![self.ring()?];
        while self.at < self.text.len() {
            rings.push(self.ring()?);
        }
        Ok(rings)
    }

    /// `M` and a point, `l` and the ways to further points, `z`.
    fn ring(&mut self) -> Result<Vec<Point>, Broken> {
        self.expect("M")?;
        let mut point = self.step(Point { x: 0, y: 0 })?;
        let mut ring = vec![point];
        self.expect("l")?;
        while !self.rest().is_empty() && !self.rest().starts_with('z') {
            point = self.step(point)?;
            ring.push(point);
        }
        let range = self.at..self.at + 1;
        self.expect("z")?;
        // Some programs lead a line back to its beginning before they close it.
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        match ring.len() {
            FEWEST_POINTS.. => Ok(ring),
            _ => Err(Broken { what: Wrong::Expected("points"), range }),
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn expect(&mut self, letter: &'static str) -> Result<(), Broken> {
        if !self.rest().starts_with(letter) {
            return Err(self.broken(letter));
        }
        self.at += letter.len();
        Ok(())
    }

    /// The point that two numbers lead to from `from`.
    fn step(&mut self, from: Point) -> Result<Point, Broken> {
        let start = self.at;
        let (x, y) = (self.number()?, self.number()?);
        let moved = |from: i32, by| from.checked_add(by).filter(|it| (0..=CANVAS).contains(it));
        match (moved(from.x, x), moved(from.y, y)) {
            (Some(x), Some(y)) => Ok(Point { x, y }),
            _ => Err(Broken { what: Wrong::OutOfRange, range: start..self.at }),
        }
    }

    /// A whole number and what is between it and the one before.
    fn number(&mut self) -> Result<i32, Broken> {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', ',']).len();
        let rest = self.rest();
        let digits = rest.strip_prefix('-').unwrap_or(rest);
        let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let end = rest.len() - digits.len() + length;
        let written = rest.get(..end).unwrap_or_default();
        if length == 0 {
            return Err(self.broken("number"));
        }
        let range = self.at..self.at + end;
        let Ok(number) = written.parse() else {
            return Err(Broken { what: Wrong::OutOfRange, range });
        };
        self.at += end;
        Ok(number)
    }

    /// What there is instead of what was `expected` is one character, or the end.
    fn broken(&self, expected: &'static str) -> Broken {
        let length = self.rest().chars().next().map_or(0, char::len_utf8);
        Broken { what: Wrong::Expected(expected), range: self.at..self.at + length }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Rings = Vec<Vec<(i32, i32)>>;

    fn read(text: &str) -> Result<Rings, (&'static str, Range<usize>)> {
        let rings = Path { text, at: 0 }.rings();
        let points = |ring: Vec<Point>| ring.into_iter().map(|it| (it.x, it.y)).collect();
        rings
            .map(|rings| rings.into_iter().map(points).collect())
            .map_err(|broken| (Fault::from(broken.what).code(), broken.range))
    }

    #[test]
    fn pieces_are_read_however_their_numbers_are_kept_apart() {
        assert_eq!(read("M3 4l2-1,0 5z"), Ok(vec![vec![(3, 4), (5, 3), (5, 8)]]));
        let two = read("M0 0l1 0 0 1-1 0 0-1zM9 9l1 1 -2 0z").unwrap();
        assert_eq!(two, [vec![(0, 0), (1, 0), (1, 1), (0, 1)], vec![(9, 9), (10, 10), (8, 10)]]);
    }

    #[test]
    fn what_is_broken_is_pointed_at() {
        let broken = "shape/broken-path";
        assert_eq!(read(""), Err((broken, 0..0)));
        assert_eq!(read("M1 1l1 0 0 1"), Err((broken, 12..12)), "it is not closed");
        assert_eq!(read("M1 1L1 0 0 1z"), Err((broken, 4..5)), "ways are relative");
        assert_eq!(read("M1 1l1 0 0.5 1z"), Err((broken, 10..11)), "numbers are whole");
        assert_eq!(read("M1 1l1 0 2z"), Err((broken, 10..11)), "numbers come in pairs");
        assert_eq!(read("M1 1l1 0z"), Err((broken, 8..9)), "two points enclose nothing");
        assert_eq!(read("M1 1l1 0 0 1zz"), Err((broken, 13..14)));
        let far = "shape/out-of-range";
        assert_eq!(read("M1 1l-2 0 0 1z"), Err((far, 5..9)));
        assert_eq!(read("M4097 1l1 0 0 1z"), Err((far, 1..7)));
        assert_eq!(read("M1 99999999999l1 0 0 1z"), Err((far, 3..14)));
    }
}
