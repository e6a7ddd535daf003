//! The value of one municipality on the full scale, and above it a dot for everyone
//! it is compared with (C1).

use std::collections::BTreeMap;
use std::fmt::Write;

use rust_decimal::Decimal;

use super::scale::{percent, share};

/// Height of the scale, in pixels. A drawing is as wide as there is room, so what lies
/// along it is in percent, and marks keep their form by strokes that do not scale.
const SCALE: u32 = 14;
/// Height of a dot with its distance from the scale, in pixels.
const DOT: u32 = 10;
/// Distance from one dot to the next above it, in tenths of a pixel.
const STEP: u32 = 70;
/// The highest stack, in tenths of a pixel; dots of a higher one lie closer.
const HIGHEST: u32 = 350;
/// From this height, in pixels, a row needs more room on a narrow screen.
const TALL: u32 = 24;

/// The dots of everyone on one scale: one path, however many they are. Those whose
/// values fall on the same percent of the scale are stacked.
#[derive(Clone, Debug)]
pub(crate) struct Dots {
    path: String,
    /// Distance between two dots of a stack, in tenths of a pixel.
    step: u32,
    /// Pixels that they take above the scale.
    height: u32,
}

impl Dots {
    /// The dots of `values` on a scale that ends at `maximum`.
    pub(crate) fn new(values: &[Decimal], maximum: u16) -> Self {
        let mut stacks: BTreeMap<u8, u32> = BTreeMap::new();
        for value in values {
            *stacks.entry(percent(*value, maximum)).or_default() += 1;
        }
        let gaps = stacks.values().max().map_or(0, |most| most - 1);
        let step = STEP.min(HIGHEST / gaps.max(1));
        let mut path = String::new();
        for (at, count) in stacks {
            // A dash without length and with round ends is a dot. The line is a little
            // longer than its dots need: one without length would have none.
            let length = (count - 1) * step + 1;
            let _ = write!(path, "M{at} -3v-{}.{}", length / 10, length % 10);
        }
        Self { path, step, height: (gaps * step).div_ceil(10) + DOT }
    }
}

/// A scale from 0 to `maximum`, with room for half a dot at its ends, a bar up to `value`, a tick at `mean` where a mean of
/// the same edition exists, and `dots` above. It stands beside the same numbers, so it is
/// hidden from screen readers.
pub(crate) fn strip(value: Option<Decimal>, mean: Option<Decimal>, maximum: u16, dots: &Dots) -> String {
    let Dots { path, step, height: top } = dots;
    let height = top + SCALE;
    let class = if *top > TALL { "strip tall" } else { "strip" };
    let mut svg = format!(
        "<svg class=\"{class}\" viewBox=\"-2 -{top} 104 {height}\" height=\"{height}\" \
         preserveAspectRatio=\"none\" aria-hidden=\"true\">\
         <rect class=\"strip-scale\" y=\"4\" width=\"100\" height=\"6\"/>\
         <path class=\"strip-dots\" stroke-dasharray=\"0 {}.{}\" d=\"{path}\"/>",
        step / 10,
        step % 10,
    );
    let at = |points| share(points, maximum);
    if let Some(value) = value.map(at) {
        let _ = write!(svg, "<rect y=\"4\" width=\"{value}\" height=\"6\"/>");
    }
    if let Some(mean) = mean.map(at) {
        let _ = write!(svg, "<path class=\"strip-mean\" d=\"M{mean} 0v14\"/>");
    }
    if let Some(value) = value.map(at) {
        let _ = write!(svg, "<path class=\"strip-own\" d=\"M{value} 7h0\"/>");
    }
    svg + "</svg>"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dots(values: &[i64]) -> Dots {
        Dots::new(&values.iter().map(|it| Decimal::from(*it)).collect::<Vec<_>>(), 100)
    }

    #[test]
    fn equal_values_are_stacked_in_one_path() {
        let three = dots(&[40, 70, 70]);
        assert_eq!((three.path.as_str(), three.height), ("M40 -3v-0.1M70 -3v-7.1", 17));
        let many = dots(&[50; 61]);
        assert_eq!((many.path.as_str(), many.height), ("M50 -3v-30.1", 40), "they lie closer");
        assert!(dots(&[]).path.is_empty());
    }

    #[test]
    fn the_axis_ends_at_the_maximum_and_a_mean_is_a_tick() {
        let svg = strip(Some(595.into()), Some(461.into()), 800, &dots(&[1]));
        assert!(svg.contains("width=\"74.38\"") && svg.contains("d=\"M57.62 0v14\""), "{svg}");
        let without = strip(None, None, 800, &dots(&[1]));
        assert!(!without.contains("strip-own") && !without.contains("strip-mean"));
    }
}
