//! A dot whose area says how many.

/// Radius of the largest dot; the drawing is a little larger.
const RADIUS: f64 = 11.0;

/// A dot for `count` of something, at least 1, where the largest dot stands for `most`. Its
/// area grows with the number, so that two are seen as twice as much as one. It stands
/// beside the number, so it is hidden from screen readers.
pub(crate) fn dot(count: u32, most: u32) -> String {
    let share = f64::from(count.min(most)) / f64::from(most.max(1));
    let radius = RADIUS * share.sqrt();
    format!(
        "<svg class=\"dot\" viewBox=\"-12 -12 24 24\" aria-hidden=\"true\"><circle r=\"{radius:.2}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_times_as_many_have_twice_the_radius() {
        assert!(dot(1, 8).contains("r=\"3.89\""), "{}", dot(1, 8));
        assert!(dot(4, 8).contains("r=\"7.78\""), "{}", dot(4, 8));
        assert!(dot(8, 8).contains("r=\"11.00\""), "{}", dot(8, 8));
        assert!(dot(1, 0).contains("r=\"0.00\""), "nothing to compare with");
    }
}
