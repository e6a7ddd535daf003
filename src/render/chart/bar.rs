//! The bar of one value on the full scale (C1).

use rust_decimal::Decimal;

use super::scale::share;

/// A bar for `value` of `maximum`, with a tick at `reference` where a mean of the
/// same edition exists. The axis always begins at 0 and ends at `maximum`: the
/// whole drawing is the scale, and its background is shaded. It stands in a table
/// row that holds the same numbers, so it is hidden from screen readers.
pub(crate) fn bar(value: Decimal, reference: Option<Decimal>, maximum: u16) -> String {
    let length = |points: Decimal| share(points, maximum);
    let tick = reference.map(|points| {
        format!(
            "<rect class=\"bar-reference\" x=\"{}\" y=\"-1\" width=\"0.8\" height=\"14\"/>",
            length(points)
        )
    });
    format!(
        "<svg class=\"bar\" viewBox=\"0 0 100 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
         <rect width=\"{}\" height=\"12\"/>{}</svg>",
        length(value),
        tick.unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tick_is_drawn_only_where_there_is_a_mean() {
        assert!(bar(Decimal::ONE, Some(Decimal::TWO), 100).contains("bar-reference"));
        assert!(!bar(Decimal::ONE, None, 100).contains("bar-reference"));
    }
}
