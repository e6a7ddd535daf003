//! The compass rose (kompassros): one petal per area, with the mean of the edition
//! as an arc across it (C2).

use std::f64::consts::TAU;
use std::fmt::{self, Write};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::markdown::escaped;

/// Radius of the petal of an area with full marks; the axis is never cut (C1).
const RADIUS: f64 = 100.0;
/// Radius of the circle that the names stand on.
const LABELS: f64 = 108.0;
/// How far from the middle a name stands in the middle of its place; farther out it
/// begins or ends there.
const CENTRE: f64 = 20.0;
/// Angle left free between two petals, in turns.
const GAP: f64 = 0.011;

/// One area's value on the rose.
#[derive(Clone, Debug)]
pub(crate) struct Petal {
    /// The area's number.
    pub number: u8,
    /// What stands beside the petal: the area's short name, or its number.
    pub label: String,
    /// The value as it stands below the label; empty where there is none.
    pub shown: String,
    /// Where the petal leads.
    pub href: String,
    /// Its points; without them the petal is drawn as an empty outline.
    pub points: Option<Decimal>,
    /// The published mean of the same edition.
    pub mean: Option<Decimal>,
    /// The maximum in points, at least 1.
    pub maximum: u16,
}

impl Petal {
    /// Its points in percent of the maximum, which areas of different maxima
    /// are compared by.
    pub(crate) fn share(&self) -> Option<Decimal> {
        self.points.map(|points| self.share_of(points))
    }

    fn share_of(&self, points: Decimal) -> Decimal {
        points * Decimal::ONE_HUNDRED / Decimal::from(self.maximum.max(1))
    }
}

/// The rose of `petals`, clockwise from the top. Every petal is a link with name and
/// value; the caption says in words what the rose shows, and the exact numbers stand in
/// the table beside it.
pub(crate) fn rose(petals: &[Petal]) -> String {
    let mut svg = "<svg class=\"rose\" viewBox=\"-230 -146 460 292\">".to_owned();
    for ring in [25, 50, 75, 100] {
        let _ = write!(svg, "<circle class=\"rose-ring\" r=\"{ring}\"/>");
    }
    let turn = 1.0 / f64::from(u8::try_from(petals.len()).unwrap_or(u8::MAX));
    for (place, petal) in (0_u8..).zip(petals) {
        let _ = draw(&mut svg, petal, f64::from(place) * turn, turn / 2.0 - GAP);
    }
    svg + "</svg>"
}

/// One petal around the direction `middle`, `half` wide to each side; both in
/// turns from the top. The mean's arc has a rim that keeps it apart.
fn draw(svg: &mut String, petal: &Petal, middle: f64, half: f64) -> fmt::Result {
    write!(svg, "<a href=\"{}\">", escaped(&petal.href))?;
    let arc = |share| Arc { from: middle - half, to: middle + half, radius: radius(share) };
    match petal.share() {
        Some(share) => write!(svg, "<path class=\"rose-petal\" d=\"M0 0L{}Z\"/>", arc(share))?,
        None => write!(svg, "<path class=\"rose-absent\" d=\"M0 0L{}Z\"/>", arc(Decimal::ONE_HUNDRED))?,
    }
    if let Some(arc) = petal.mean.map(|mean| arc(petal.share_of(mean))) {
        write!(svg, "<path class=\"rose-rim\" d=\"M{arc}\"/><path class=\"rose-mean\" d=\"M{arc}\"/>")?;
    }
    label(svg, petal, middle)?;
    svg.write_str("</a>")
}

/// The name and the value beside the petal around `middle`, as two lines that keep clear
/// of the circle.
fn label(svg: &mut String, petal: &Petal, middle: f64) -> fmt::Result {
    let (sine, cosine) = (TAU * middle).sin_cos();
    let Point { x, y } = Point::at(middle, LABELS);
    let class = match LABELS * sine {
        far if far > CENTRE => "",
        far if far < -CENTRE => " class=\"ends\"",
        _ => " class=\"centred\"",
    };
    // At the top the lines stand above their point, at the bottom below, at the sides
    // around it.
    let lift = Tenths::of(-12.0 * cosine - 2.0);
    write!(svg, "<text x=\"{x}\" y=\"{y}\" dy=\"{lift}\"{class}>{}", escaped(&petal.label))?;
    if !petal.shown.is_empty() {
        write!(svg, "<tspan x=\"{x}\" dy=\"19\">{}</tspan>", escaped(&petal.shown))?;
    }
    svg.write_str("</text>")
}

/// A part of a circle around the centre, its ends in turns from the top. It is
/// written as coordinates that follow an `M` or `L` in a path.
#[derive(Clone, Copy)]
struct Arc {
    from: f64,
    to: f64,
    radius: f64,
}

impl fmt::Display for Arc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (begin, end) = (Point::at(self.from, self.radius), Point::at(self.to, self.radius));
        let radius = Tenths::of(self.radius);
        write!(f, "{} {}A{radius} {radius} 0 0 1 {} {}", begin.x, begin.y, end.x, end.y)
    }
}

/// A point of the drawing.
struct Point {
    x: Tenths,
    y: Tenths,
}

impl Point {
    /// The point in direction `turns`, clockwise from the top.
    fn at(turns: f64, radius: f64) -> Self {
        let (sine, cosine) = (TAU * turns).sin_cos();
        Self { x: Tenths::of(radius * sine), y: Tenths::of(-radius * cosine) }
    }
}

/// A coordinate in tenths. Every rose has dozens of them, and an integer is written
/// in a third of the time that a float takes and is never `-0.0`.
#[derive(Clone, Copy)]
struct Tenths(i16);

impl Tenths {
    #[expect(clippy::cast_possible_truncation, reason = "the drawing is 250 wide")]
    fn of(value: f64) -> Self {
        Self((value * 10.0).round() as i16)
    }
}

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        write!(f, "{sign}{}.{}", size / 10, size % 10)
    }
}

/// The radius of `share`, in percent.
fn radius(share: Decimal) -> f64 {
    share.to_f64().unwrap_or(0.0).clamp(0.0, RADIUS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_petal_points_up_and_a_missing_one_is_an_outline() {
        let petal = |number: u8, points: Option<i64>, mean: Option<i64>| Petal {
            number,
            label: format!("A & {number}"),
            shown: points.map(|it| it.to_string()).unwrap_or_default(),
            href: format!("#omrade-{number}"),
            points: points.map(Decimal::from),
            mean: mean.map(Decimal::from),
            maximum: 100,
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
        assert_eq!(svg.matches("<a href=\"#omrade-").count(), 4);
        let up = "<text x=\"0.0\" y=\"-108.0\" dy=\"-14.0\" class=\"centred\">A &amp; 1<tspan x=\"0.0\" dy=\"19\">50</tspan></text>";
        assert!(svg.contains(up), "{svg}");
        assert!(svg.contains("<text x=\"108.0\" y=\"0.0\" dy=\"-2.0\">A &amp; 2</text>"), "{svg}");
    }
}
