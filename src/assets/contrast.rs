//! How well a colour stands out from another, as WCAG 2.2 reckons it.

/// Red, green and blue, 0 to 255.
pub(super) type Colour = [u8; 3];

/// The least contrast of text to what it stands on (WCAG 2.2, 1.4.3).
pub(super) const LEAST: f64 = 4.5;

/// The contrast of two colours, from 1, which is none, to 21 (WCAG 2.2, "contrast ratio").
pub(super) fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The colour between `colour` and black, or white if `surfaces` are dark, that is most like
/// `colour` and stands out enough from all of them; the end of the way if none does.
pub(super) fn nearest(colour: Colour, surfaces: &[Colour]) -> Colour {
    let is_light = surfaces.iter().all(|it| contrast(*it, BLACK) > contrast(*it, WHITE));
    let end = if is_light { BLACK } else { WHITE };
    let stands_out = |it: &Colour| surfaces.iter().all(|surface| contrast(*it, *surface) >= LEAST);
    (0..=u8::MAX).map(|share| mixed(colour, end, share)).find(stands_out).unwrap_or(end)
}

const BLACK: Colour = [0; 3];
const WHITE: Colour = [u8::MAX; 3];

/// `share` parts of 255 of `end`, and the rest of `colour`.
fn mixed(colour: Colour, end: Colour, share: u8) -> Colour {
    let mut mixed = colour;
    for (part, end) in mixed.iter_mut().zip(end) {
        let sum = u16::from(*part) * u16::from(u8::MAX - share) + u16::from(end) * u16::from(share);
        *part = u8::try_from(sum / u16::from(u8::MAX)).unwrap_or(u8::MAX);
    }
    mixed
}

/// WCAG 2.2, "relative luminance": 0 for black, 1 for white.
fn luminance([red, green, blue]: Colour) -> f64 {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_are_those_that_others_measure() {
        // Figures of the WebAIM contrast checker.
        for (one, other, expected) in [
            (BLACK, WHITE, 21.0),
            (WHITE, WHITE, 1.0),
            ([0x77; 3], WHITE, 4.48),
            ([0xff, 0, 0], WHITE, 4.0),
            ([0, 0, 0xff], BLACK, 2.44),
        ] {
            let found = contrast(one, other);
            assert!((found - expected).abs() < 0.005, "{one:?} on {other:?}: {found}");
            assert!((found - contrast(other, one)).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn the_nearest_colour_is_the_first_that_stands_out() {
        assert_eq!(nearest([0x77; 3], &[WHITE]), [0x76; 3]);
        assert_eq!(nearest([0x76; 3], &[WHITE]), [0x76; 3], "nothing to mend");
        let on_dark = nearest([0x33, 0, 0x66], &[[0x11, 0x18, 0x1e], [0x1a, 0x24, 0x2c]]);
        assert!(contrast(on_dark, [0x1a, 0x24, 0x2c]) >= LEAST && on_dark > [0x33, 0, 0x66]);
        assert_eq!(nearest([0x80; 3], &[[0x80; 3]]), [0x17; 3], "black has 5.3 here");
        assert_eq!(nearest([0x80; 3], &[BLACK, WHITE]), WHITE, "nothing stands out from both");
    }
}
