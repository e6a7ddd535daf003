//! What became of a value from one evaluation to the next of the same edition (C1).

use rust_decimal::Decimal;

use super::scale::share;

/// A scale from 0 to `maximum` with a line from the value before to the value after,
/// whose end is the dot. It stands beside the same numbers, so it is hidden from
/// screen readers.
pub(crate) fn change(before: Decimal, after: Decimal, maximum: u16) -> String {
    let [from, to] = [before, after].map(|points| share(points, maximum));
    format!(
        "<svg class=\"strip\" viewBox=\"-2 0 104 14\" height=\"14\" preserveAspectRatio=\"none\" \
         aria-hidden=\"true\"><rect class=\"strip-scale\" y=\"4\" width=\"100\" height=\"6\"/>\
         <path class=\"strip-way\" d=\"M{from} 7H{to}\"/><path class=\"strip-before\" d=\"M{from} 3v8\"/>\
         <path class=\"strip-own\" d=\"M{to} 7h0\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_leads_from_the_value_before_to_the_dot() {
        let svg = change(Decimal::from(400), Decimal::from(480), 800);
        assert!(svg.contains("d=\"M50 7H60\"") && svg.contains("d=\"M60 7h0\""), "{svg}");
    }
}
