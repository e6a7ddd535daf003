//! Where municipalities lie: who borders on whom, and where in a shape its name goes (C3).

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::{Code, Municipality, Point, Portal, Shape};

/// How near, in units, points of two municipalities lie between which only water is.
const STRAIT: i32 = 3;

/// Places on each side of the lattice among which the middle of a shape is looked for.
const LATTICE: i32 = 10;

/// What follows from the shapes of municipalities; empty where a portal has none.
#[derive(Debug, Default)]
pub struct Geography<'p> {
    /// The neighbours of each municipality that has any, in Swedish order.
    pub neighbours: BTreeMap<&'p Code, Vec<Neighbour<'p>>>,
    /// A point well inside the largest piece of each shape.
    pub middles: BTreeMap<&'p Code, Point>,
}

/// A municipality beside another one.
#[derive(Clone, Copy, Debug)]
pub struct Neighbour<'p> {
    /// Which.
    pub municipality: &'p Municipality,
    /// Whether there is water between the two.
    pub is_over_water: bool,
}

/// What follows from the shapes of `register`, which comes in Swedish order.
pub(super) fn geography<'p>(portal: &'p Portal, register: &[&'p Municipality]) -> Geography<'p> {
    let drawn: Vec<_> = register.iter().filter_map(|it| Some((*it, portal.shapes.get(&it.code)?))).collect();
    let middles = drawn.par_iter().with_max_len(crate::parallel::BATCH);
    let middles = middles.filter_map(|(it, shape)| Some((&it.code, middle(shape)?)));
    Geography { neighbours: neighbours(&drawn), middles: middles.collect() }
}

/// Neighbours share a piece of their borders, however short: two points that follow each
/// other in both. A corner where three or four meet makes no neighbours. Who borders on
/// nobody, being an island, has those nearby over the water, and they have it.
fn neighbours<'p>(drawn: &[(&'p Municipality, &Shape)]) -> BTreeMap<&'p Code, Vec<Neighbour<'p>>> {
    let mut near = borders(drawn);
    for (one, (_, shape)) in drawn.iter().enumerate() {
        if near.range((one, 0)..(one + 1, 0)).any(|(_, is_over_water)| !is_over_water) {
            continue;
        }
        let others = drawn.iter().enumerate().filter(|(other, _)| *other != one);
        for (other, _) in others.filter(|(_, (_, other))| faces(shape, other)) {
            near.extend([((one, other), true), ((other, one), true)]);
        }
    }
    let mut neighbours = BTreeMap::<_, Vec<_>>::new();
    for ((one, other), is_over_water) in near {
        if let (Some((one, _)), Some((municipality, _))) = (drawn.get(one), drawn.get(other)) {
            neighbours.entry(&one.code).or_default().push(Neighbour { municipality, is_over_water });
        }
    }
    neighbours
}

/// Pairs of places in `drawn`, each in both orders; none of them is over water.
fn borders(drawn: &[(&Municipality, &Shape)]) -> BTreeMap<(usize, usize), bool> {
    let mut lines: Vec<_> = drawn
        .iter()
        .enumerate()
        .flat_map(|(place, (_, shape))| {
            let rings = shape.rings.iter();
            rings.flat_map(|ring| sides(ring)).map(move |(a, b)| ((a.min(b), a.max(b)), place))
        })
        .collect();
    lines.sort_unstable();
    let shared = lines.chunk_by(|one, other| one.0 == other.0);
    let pairs = shared.flat_map(|same| same.iter().flat_map(|one| same.iter().map(|other| (one.1, other.1))));
    pairs.filter(|(one, other)| one != other).map(|pair| (pair, false)).collect()
}

/// The lines of a ring from each point to the next and from the last to the first.
fn sides(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// Whether two shapes have points that lie near each other.
fn faces(one: &Shape, other: &Shape) -> bool {
    let (Some(bounds), Some(those)) = (Bounds::of(one.points()), Bounds::of(other.points())) else {
        return false;
    };
    bounds.is_within(&those, STRAIT)
        && one.points().any(|a| {
            let near = |b: Point| (a.x - b.x).pow(2) + (a.y - b.y).pow(2) <= STRAIT * STRAIT;
            other.points().any(near)
        })
}

/// The rectangle around some points.
struct Bounds {
    least: Point,
    most: Point,
}

impl Bounds {
    fn of(points: impl Iterator<Item = Point>) -> Option<Self> {
        points.map(|it| Self { least: it, most: it }).reduce(|one, other| Self {
            least: Point { x: one.least.x.min(other.least.x), y: one.least.y.min(other.least.y) },
            most: Point { x: one.most.x.max(other.most.x), y: one.most.y.max(other.most.y) },
        })
    }

    /// Whether no more than `distance` is between the two in either direction.
    fn is_within(&self, other: &Self, distance: i32) -> bool {
        let apart = |least: i32, most: i32| least - most > distance;
        !apart(self.least.x, other.most.x)
            && !apart(other.least.x, self.most.x)
            && !apart(self.least.y, other.most.y)
            && !apart(other.least.y, self.most.y)
    }
}

/// The point of a lattice over the largest piece that is inside it and farthest from its
/// line; the first of its points where it is so thin that none is inside.
fn middle(shape: &Shape) -> Option<Point> {
    let ring = shape.rings.iter().max_by_key(|ring| doubled_area(ring).abs())?;
    let Bounds { least, most } = Bounds::of(ring.iter().copied())?;
    let steps = (1..LATTICE).flat_map(|row| (1..LATTICE).map(move |column| (column, row)));
    let at = |from: i32, to: i32, step: i32| from + (to - from) * step / LATTICE;
    let points =
        steps.map(|(column, row)| Point { x: at(least.x, most.x, column), y: at(least.y, most.y, row) });
    let inside = points.filter_map(|point| Some((room(ring, point)?, point)));
    let best = inside.reduce(|best, it| if it.0 > best.0 { it } else { best });
    best.map(|(_, point)| point).or_else(|| ring.first().copied())
}

fn doubled_area(ring: &[Point]) -> i64 {
    let parts = sides(ring).map(|(a, b)| i64::from(a.x) * i64::from(b.y) - i64::from(b.x) * i64::from(a.y));
    parts.sum()
}

/// The square of the distance from `point` to the line around it; none where it lies outside.
fn room(ring: &[Point], point: Point) -> Option<f64> {
    let mut is_inside = false;
    let mut nearest = f64::INFINITY;
    let (x, y) = (f64::from(point.x), f64::from(point.y));
    for (a, b) in sides(ring) {
        let (ax, ay) = (f64::from(a.x) - x, f64::from(a.y) - y);
        let (bx, by) = (f64::from(b.x) - x, f64::from(b.y) - y);
        // A ray to the right crosses the line an odd number of times from inside.
        if (ay > 0.0) != (by > 0.0) && ax + (bx - ax) * ay / (ay - by) > 0.0 {
            is_inside = !is_inside;
        }
        let (dx, dy) = (bx - ax, by - ay);
        let length = dx * dx + dy * dy;
        let share = if length > 0.0 { (-(ax * dx + ay * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
        let (nx, ny) = (ax + share * dx, ay + share * dy);
        nearest = nearest.min(nx * nx + ny * ny);
    }
    is_inside.then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(i32, i32)]) -> Vec<Point> {
        points.iter().map(|(x, y)| Point { x: *x, y: *y }).collect()
    }

    #[test]
    fn the_middle_is_well_inside_the_largest_piece() {
        let island = ring(&[(90, 0), (99, 0), (99, 9), (90, 9)]);
        // A hook: the middle of its bounds is outside.
        let hook = ring(&[(0, 0), (80, 0), (80, 80), (50, 80), (50, 10), (0, 10)]);
        let Point { x, y } = middle(&Shape { rings: vec![island, hook] }).unwrap();
        assert!((60..=70).contains(&x) && (10..=70).contains(&y), "{x} {y}");
        let thread = ring(&[(0, 0), (9, 0), (0, 0)]);
        assert_eq!(middle(&Shape { rings: vec![thread] }), Some(Point { x: 0, y: 0 }));
    }

    #[test]
    fn water_is_narrow_or_nobody_faces_anybody() {
        let square = |x: i32| Shape { rings: vec![ring(&[(x, 0), (x + 9, 0), (x + 9, 9), (x, 9)])] };
        assert!(faces(&square(0), &square(12)));
        assert!(!faces(&square(0), &square(13)));
    }
}
