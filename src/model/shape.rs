//! How municipalities look on a map.

/// The farthest that a point may lie from the corner of the map, in units. Products of two
/// distances fit in an `i64` by far.
pub const CANVAS: i32 = 4096;

/// A point of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// Units to the right of the upper left corner, 0 to [`CANVAS`].
    pub x: i32,
    /// Units below it, 0 to [`CANVAS`].
    pub y: i32,
}

/// The outline of a municipality. Where two municipalities border on each other, both have
/// the same points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its pieces, at least one. Each is a closed line through at least three points; the
    /// first is not repeated at the end.
    pub rings: Vec<Vec<Point>>,
}

impl Shape {
    /// The points of all its pieces.
    pub fn points(&self) -> impl Iterator<Item = Point> {
        self.rings.iter().flatten().copied()
    }
}
