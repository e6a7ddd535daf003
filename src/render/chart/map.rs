//! Municipalities on a map (C3).

use std::fmt::Write;

use crate::model::{Point, Shape};

/// A drawing of shapes: from their units to whole numbers of a `viewBox` whose longer side has
/// a length of its own. Fewer numbers make a shorter path, and since a point is rounded by
/// itself, whoever shares it, borders stay shared.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Canvas {
    left: i64,
    top: i64,
    /// Units of the longer side, at least 1.
    extent: i64,
    /// Its length in the drawing.
    longest: i64,
    width: i64,
    height: i64,
}

impl Canvas {
    /// A canvas as large as `shapes`, whose longer side is `longest` in the drawing; none
    /// without a point.
    pub(crate) fn around<'s>(shapes: impl Iterator<Item = &'s Shape>, longest: u16) -> Option<Self> {
        let points = shapes.flat_map(Shape::points);
        let bounds = points
            .map(|it| [it.x, it.y, it.x, it.y])
            .reduce(|[a, b, c, d], [e, f, g, h]| [a.min(e), b.min(f), c.max(g), d.max(h)]);
        let [left, top, right, bottom] = bounds?.map(i64::from);
        let (width, height) = (right - left, bottom - top);
        let canvas = Self {
            left,
            top,
            extent: width.max(height).max(1),
            longest: longest.into(),
            width: 0,
            height: 0,
        };
        Some(Self { width: canvas.scaled(width), height: canvas.scaled(height), ..canvas })
    }

    /// Rounded, half a step up.
    fn scaled(&self, units: i64) -> i64 {
        (2 * units * self.longest + self.extent) / (2 * self.extent)
    }

    /// The attribute `viewBox`, with room for half a line around the drawing.
    pub(crate) fn view_box(&self) -> String {
        format!("-2 -2 {} {}", self.width + 4, self.height + 4)
    }

    /// Where `point` is in the drawing.
    pub(crate) fn place(&self, point: Point) -> (i64, i64) {
        (self.scaled(i64::from(point.x) - self.left), self.scaled(i64::from(point.y) - self.top))
    }

    /// The attribute `d` of a path around `shape`. A piece that is nothing at this scale is
    /// left out; a shape that is nothing at all is a dot, so that no municipality is missing.
    pub(crate) fn path(&self, shape: &Shape) -> String {
        let mut path = String::new();
        for ring in &shape.rings {
            let corners = corners(ring.iter().map(|point| self.place(*point)));
            if corners.len() > 2 {
                draw(&mut path, &corners);
            }
        }
        let Some(first) = shape.points().next().filter(|_| path.is_empty()) else { return path };
        let (x, y) = self.place(first);
        format!("M{x} {y}h1v1h-1z")
    }
}

/// The points of a ring at which its line turns.
fn corners(points: impl Iterator<Item = (i64, i64)>) -> Vec<(i64, i64)> {
    let mut corners: Vec<(i64, i64)> = Vec::new();
    for point in points {
        while corners.last() == Some(&point) || turns_back(&corners, point) {
            corners.pop();
        }
        corners.push(point);
    }
    // The ring has no beginning, but the list has.
    while corners.len() > 2
        && (corners.first() == corners.last() || corners.first().is_some_and(|it| turns_back(&corners, *it)))
    {
        corners.pop();
    }
    corners
}

/// Whether `next` lies on one line with the last two corners.
fn turns_back(corners: &[(i64, i64)], next: (i64, i64)) -> bool {
    let [.., (ax, ay), (bx, by)] = *corners else { return false };
    (bx - ax) * (next.1 - by) == (by - ay) * (next.0 - bx)
}

/// One closed line: a point and the ways from each to the next. A minus keeps numbers apart.
fn draw(path: &mut String, corners: &[(i64, i64)]) {
    let mut before: Option<(i64, i64)> = None;
    let mut separator = "l";
    for (x, y) in corners.iter().copied() {
        match before.replace((x, y)) {
            None => drop(write!(path, "M{x} {y}")),
            Some((from_x, from_y)) => {
                let (x, y) = (x - from_x, y - from_y);
                let space = if x < 0 && separator == " " { "" } else { separator };
                let _ = write!(path, "{space}{x}{}{y}", if y < 0 { "" } else { " " });
                separator = " ";
            }
        }
    }
    path.push('z');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(rings: &[&[(i32, i32)]]) -> Shape {
        let ring = |points: &&[(i32, i32)]| points.iter().map(|(x, y)| Point { x: *x, y: *y }).collect();
        Shape { rings: rings.iter().map(ring).collect() }
    }

    #[test]
    fn a_path_has_the_corners_of_its_shape_at_the_scale_of_the_drawing() {
        let square = shape(&[&[(10, 20), (20, 20), (30, 20), (30, 40), (10, 40)]]);
        let half = Canvas::around([&square].into_iter(), 10).unwrap();
        assert_eq!(half.path(&square), "M0 0l10 0 0 10-10 0z");
        assert_eq!(half.view_box(), "-2 -2 14 14");
        assert_eq!(half.place(Point { x: 20, y: 30 }), (5, 5));
    }

    #[test]
    fn an_island_that_is_too_small_is_left_out_but_no_municipality_is() {
        let country = shape(&[&[(0, 0), (4000, 0), (4000, 4000), (0, 4000)]]);
        let with_island = shape(&[&[(0, 0), (1, 0), (1, 1)], &[(9, 0), (2000, 0), (9, 2000)]]);
        let canvas = Canvas::around([&country].into_iter(), 100).unwrap();
        assert_eq!(canvas.path(&with_island).matches('M').count(), 1);
        let island = shape(&[&[(800, 400), (801, 400), (801, 401)]]);
        assert_eq!(canvas.path(&island), "M20 10h1v1h-1z");
    }

    #[test]
    fn without_a_point_there_is_no_drawing() {
        assert!(Canvas::around([].into_iter(), 100).is_none());
    }
}
