//! The kompassros: one petal per area, the mean of the edition as a tick (C2).

use std::f64::consts::TAU;
use std::fmt::Write;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Radius of a petal of 100 points; the axis is never cut (C1).
const RADIUS: f64 = 100.0;
/// Radius of the circle that the areas' numbers stand on.
const LABELS: f64 = 114.0;
/// Angle left free between two petals, in turns.
const GAP: f64 = 0.011;

/// One area's value on the rose.
#[derive(Clone, Copy, Debug)]
pub struct Petal {
    /// The area's number.
    pub number: u8,
    /// Its points, 0–100; a petal without is drawn as an empty outline.
    pub points: Option<Decimal>,
    /// The published mean of the same edition.
    pub mean: Option<Decimal>,
}

/// The rose of `petals`, clockwise from the top. Its figure says in words what
/// it shows and the exact numbers stand in the table beside it, so it is hidden
/// from screen readers.
pub fn rose(petals: &[Petal]) -> String {
    let mut svg =
        "<svg class=\"rose\" viewBox=\"-125 -125 250 250\" aria-hidden=\"true\" focusable=\"false\">"
            .to_owned();
    for ring in [25, 50, 75, 100] {
        let _ = write!(svg, "<circle class=\"rose-ring\" r=\"{ring}\"/>");
    }
    let turn = 1.0 / f64::from(u8::try_from(petals.len()).unwrap_or(u8::MAX));
    for (place, petal) in (0_u8..).zip(petals) {
        svg.push_str(&self::petal(petal, f64::from(place) * turn, turn / 2.0 - GAP));
    }
    svg + "</svg>"
}

/// One petal around the direction `middle`, `half` wide to each side; both in
/// turns from the top.
fn petal(petal: &Petal, middle: f64, half: f64) -> String {
    let (from, to) = (middle - half, middle + half);
    let shape = match petal.points {
        Some(points) => format!("<path class=\"rose-petal\" d=\"{}Z\"/>", sector(from, to, radius(points))),
        None => format!("<path class=\"rose-absent\" d=\"{}Z\"/>", sector(from, to, RADIUS)),
    };
    let tick = petal.mean.map(|mean| tick(&arc('M', from, to, radius(mean))));
    let (x, y) = point(middle, LABELS);
    format!("{shape}{}<text x=\"{x}\" y=\"{y}\">{}</text>", tick.unwrap_or_default(), petal.number)
}

/// The mean's arc, with a rim that keeps it apart from the petal.
fn tick(arc: &str) -> String {
    format!("<path class=\"rose-rim\" d=\"{arc}\"/><path class=\"rose-mean\" d=\"{arc}\"/>")
}

/// A path from the centre along an arc; to be closed.
fn sector(from: f64, to: f64, radius: f64) -> String {
    format!("M0 0{}", arc('L', from, to, radius))
}

/// A path that goes to the arc's beginning by `command` and along it.
fn arc(command: char, from: f64, to: f64, radius: f64) -> String {
    let ((x, y), (end_x, end_y)) = (point(from, radius), point(to, radius));
    format!("{command}{x} {y}A{radius:.1} {radius:.1} 0 0 1 {end_x} {end_y}")
}

/// The point in direction `turns` (from the top, clockwise), to one decimal.
fn point(turns: f64, radius: f64) -> (String, String) {
    let angle = TAU * turns;
    let shown = |value: f64| {
        let text = format!("{value:.1}");
        if text == "-0.0" { "0.0".to_owned() } else { text }
    };
    (shown(radius * angle.sin()), shown(-radius * angle.cos()))
}

fn radius(points: Decimal) -> f64 {
    points.to_f64().unwrap_or(0.0).clamp(0.0, RADIUS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_petal_points_up_and_a_missing_one_is_an_outline() {
        let petal = |number, points: Option<i64>, mean: Option<i64>| Petal {
            number,
            points: points.map(Decimal::from),
            mean: mean.map(Decimal::from),
        };
        let petals = [
            petal(1, Some(50), Some(63)),
            petal(2, None, None),
            petal(3, Some(100), None),
            petal(4, Some(0), None),
        ];
        let svg = rose(&petals);
        assert_eq!(svg.matches("rose-petal").count(), 3);
        assert_eq!(svg.matches("rose-absent").count(), 1);
        assert_eq!(svg.matches("rose-mean").count(), 1);
        assert!(svg.contains("<text x=\"0.0\" y=\"-114.0\">1</text>"), "{svg}");
        assert!(svg.contains("<text x=\"114.0\" y=\"0.0\">2</text>"), "{svg}");
    }
}
