//! Dates and years in running text.

use std::ops::Range;

use jiff::civil::Date;

use crate::language;

/// `2020-12-08` or `8 december 2020` anywhere in comparable `text`.
pub(crate) fn date(text: &str) -> Option<Date> {
    let words: Vec<_> = text.split([' ', '\t', ',']).filter(|word| !word.is_empty()).collect();
    let iso = words.iter().find_map(|word| language::parse_date(word.trim_end_matches('.')));
    iso.or_else(|| words.windows(3).find_map(long_date))
}

/// The date that three words in comparable form spell: day, month, year.
pub(crate) fn long_date(words: &[&str]) -> Option<Date> {
    let [day, month, year] = words else { return None };
    let month = language::parse_month(month)?;
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// Years in which evaluations can have been made; other numbers of four digits
/// are amounts.
pub(crate) const YEARS: Range<u16> = 1998..2100;

/// A year of [`YEARS`] that stands as a word of its own.
pub(crate) fn year(text: &str) -> Option<u16> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| word.len() == 4)
        .filter_map(|word| word.parse().ok())
        .find(|year| YEARS.contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_in_lines() {
        assert_eq!(date("2020-12-08 utvärderare"), language::parse_date("2020-12-08"));
        assert_eq!(date("den 8 december 2020"), language::parse_date("2020-12-08"));
        assert_eq!(date("31 februari 2020"), None);
        assert_eq!(year("rapport, mars 2018."), Some(2018));
        assert_eq!(year("12018"), None);
    }
}
