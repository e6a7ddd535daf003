use jiff::civil::Date; use rust_decimal::Decimal;
pub fn nearest<'a>(_w: &str, _c: impl Iterator<Item = &'a str>, _n: usize) -> Vec<&'a str> { Vec::new() }
pub fn slug(text: &str) -> Option<String> { Some(text.to_lowercase().replace('å', "a").replace(' ', "-")) }
pub fn is_slug(_text: &str) -> bool { true }
pub fn normalise(text: &str) -> std::borrow::Cow<'_, str> { text.into() }
pub fn comparable(text: &str) -> String { text.to_lowercase() }
pub fn parse_points(t: &str) -> Option<Decimal> { t.replace(',', ".").parse().ok() }
pub fn parse_date(t: &str) -> Option<Date> { t.parse().ok() }
pub fn format_points(d: Decimal) -> String { d.to_string() }
pub fn format_date_iso(d: Date) -> String { d.to_string() }
