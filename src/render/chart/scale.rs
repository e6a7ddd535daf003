//! Places on the full scale, which begins at 0 and ends at a maximum and is never cut
//! (C1).

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// `points` of `maximum` in percent, with at most two decimals, for an attribute.
pub(super) fn share(points: Decimal, maximum: u16) -> String {
    of(points, maximum).round_dp(2).normalize().to_string()
}

/// `points` of `maximum` in whole percent.
pub(super) fn percent(points: Decimal, maximum: u16) -> u8 {
    of(points, maximum).round().to_u8().unwrap_or(0)
}

fn of(points: Decimal, maximum: u16) -> Decimal {
    let share = points * Decimal::ONE_HUNDRED / Decimal::from(maximum.max(1));
    share.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_ends_at_the_maximum() {
        assert_eq!(share(Decimal::from(595), 800), "74.38");
        assert_eq!(share(Decimal::new(422, 1), 100), "42.2");
        assert_eq!(share(Decimal::from(900), 800), "100");
        assert_eq!(percent(Decimal::from(595), 800), 74);
    }
}
