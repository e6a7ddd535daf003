//! Dates as Swedish print has them (L1). Nothing here reads a clock.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// Reads `2020-12-08` and nothing else: no other order, no time, no white space.
pub fn parse_date(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    // The parser accepts several forms. Only the one wanted here is written as it was
    // read.
    (format_date_iso(date) == text).then_some(date)
}

/// `2020-12-08` (L1).
pub fn format_date_iso(date: Date) -> String {
    date.to_string()
}

/// `8 december 2020` (L1).
pub fn format_date_long(date: Date) -> String {
    let month = month_name(date.month()).unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// `december 2020` (L1); `None` unless `month` is 1–12.
pub fn format_month(year: i16, month: i8) -> Option<String> {
    month_name(month).map(|name| format!("{name} {year}"))
}

/// The number, 1–12, of a month's name in lower case.
pub fn parse_month(name: &str) -> Option<i8> {
    let index = MONTHS.iter().position(|month| *month == name)?;
    i8::try_from(index + 1).ok()
}

/// Whether `word` is the name of a month, in lower case.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
}

fn month_name(month: i8) -> Option<&'static str> {
    let index = usize::try_from(month).ok()?.checked_sub(1)?;
    MONTHS.get(index).copied()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_one_form_is_read() {
        assert_eq!(parse_date("2020-12-08"), Some(date(2020, 12, 8)));
        assert_eq!(parse_date("2024-02-29"), Some(date(2024, 2, 29)));
        let others = [
            "",
            "2023-02-29",
            "2020-13-01",
            "2020-12-8",
            "20201208",
            "2020-12-08T10:00",
            " 2020-12-08",
            "2020-12-08 ",
            "+2020-12-08",
            "+002020-12-08",
            "08-12-2020",
            "2020-12",
            "2020-12-08Z",
            "٢٠٢٠-12-08",
        ];
        for text in others {
            assert_eq!(parse_date(text), None, "{text:?}");
        }
    }

    #[test]
    fn dates_are_written_in_swedish() {
        for (day, long) in [(date(2020, 12, 8), "8 december 2020"), (date(2021, 1, 31), "31 januari 2021")] {
            assert_eq!(format_date_long(day), long);
            assert_eq!(parse_date(&format_date_iso(day)), Some(day));
        }
        for (month, expected) in
            [(1, Some("januari 2018")), (12, Some("december 2018")), (0, None), (13, None), (-1, None)]
        {
            assert_eq!(format_month(2018, month).as_deref(), expected, "{month}");
        }
    }
}
