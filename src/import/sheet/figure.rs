//! One cell → a figure as a record prints it, or why it is none.

use rust_decimal::Decimal;

use super::cell::Value;
use super::objection::{Remark, Trouble};
use crate::language::{comparable, parse_points};

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Points reached.
    Points,
    /// Points to get.
    Maximum,
    /// Percentage of these.
    Percent,
}

/// A figure as a record prints it, `4,5`, without a percent sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The digits, with a comma.
    pub printed: String,
    /// The same as a number.
    pub number: Decimal,
    /// What should be known of how it was read.
    pub remark: Option<Remark>,
}

/// The most significant digits that spreadsheets show of a number. What a file holds behind
/// them comes of reckoning in twos: 0.1 + 0.2 is 0.30000000000000004.
const SHOWN_DIGITS: usize = 15;

/// How people write that there is no value.
const ABSENT: [&str; 15] = [
    "-",
    "--",
    "x",
    "saknas",
    "ej publicerad",
    "ej publicerat",
    "ej publ.",
    "e.p.",
    "e.p",
    "ep",
    "ej uppgift",
    "uppgift saknas",
    "n/a",
    "na",
    ".",
];

/// Reads a cell that holds a figure; nothing when it says that there is none.
///
/// # Errors
/// When it is none of this measure. What is more than there is to get is for those to say
/// who know the edition.
pub fn figure(value: &Value, measure: Measure) -> Result<Option<Figure>, Trouble> {
    match value {
        Value::Text(text) => of_text(text, measure),
        Value::Number { digits, is_percent } => of_number(digits, *is_percent, measure).map(Some),
        Value::Date(found) => Err(Trouble::DateCell { found: found.clone() }),
        Value::Truth(_) => Err(Trouble::NoNumber { found: value.typed() }),
        Value::Error(found) => Err(Trouble::ErrorCell { found: swedish_error(found) }),
        Value::Uncomputed => Err(Trouble::Uncomputed {}),
    }
}

/// An error as Swedish spreadsheets show it; files have the English names.
fn swedish_error(found: &str) -> String {
    let swedish = match found {
        "#VALUE!" => "#VÄRDEFEL!",
        "#DIV/0!" => "#DIVISION/0!",
        "#N/A" => "#SAKNAS!",
        "#NAME?" => "#NAMN?",
        "#NULL!" => "#SKÄRNING!",
        "#NUM!" => "#OGILTIGT!",
        "#REF!" => "#REFERENS!",
        other => other,
    };
    swedish.to_owned()
}

fn of_text(text: &str, measure: Measure) -> Result<Option<Figure>, Trouble> {
    let found = text.trim();
    if found.is_empty() || ABSENT.contains(&comparable(found).as_str()) {
        return Ok(None);
    }
    if found.starts_with('#') {
        return Err(Trouble::ErrorCell { found: found.to_owned() });
    }
    let (digits, has_sign) = match found.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), true),
        None => (unit_removed(found, measure), false),
    };
    if has_sign && measure != Measure::Percent {
        return Err(Trouble::PercentAsPoints { found: found.to_owned() });
    }
    let digits = ungrouped(digits);
    if let Some(positive) = digits.strip_prefix(['-', '\u{2212}'])
        && parse_points(positive).is_some()
    {
        return Err(Trouble::Negative { found: found.to_owned() });
    }
    let decimals = digits.split_once([',', '.']).map_or(0, |(_, decimals)| decimals.len());
    let is_thousand = |it: &str| !it.starts_with('0');
    if decimals == 3 && digits.len() <= 7 && is_thousand(&digits) && parse_points(&digits).is_some() {
        return Err(Trouble::Ambiguous { found: found.to_owned() });
    }
    let Some(number) = parse_points(&digits) else {
        return Err(no_number(&digits, found.to_owned()));
    };
    is_no_fraction(number, has_sign, measure, found)?;
    Ok(Some(Figure { printed: digits.replace('.', ","), number, remark: None }))
}

/// Why `digits`, which stand for `found`, are no figure: too many decimals, or no number.
fn no_number(digits: &str, found: String) -> Trouble {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    match digits.split_once([',', '.']) {
        Some((whole, decimals)) if is_digits(whole) && is_digits(decimals) => Trouble::TooPrecise { found },
        _ => Trouble::NoNumber { found },
    }
}

/// `15 p` without its unit.
fn unit_removed(text: &str, measure: Measure) -> &str {
    let without =
        |unit: &str| text.strip_suffix(unit).filter(|rest| rest.ends_with(|c: char| c.is_whitespace()));
    match measure {
        Measure::Percent => ["procent"].into_iter().find_map(without),
        Measure::Points | Measure::Maximum => ["p", "poäng"].into_iter().find_map(without),
    }
    .map_or(text, str::trim_end)
}

/// `1 200` with any kind of space as 1200, if the spaces stand between thousands.
fn ungrouped(text: &str) -> String {
    let integer = text.split([',', '.']).next().unwrap_or_default();
    let mut groups = integer.split(char::is_whitespace);
    let first = groups.next().unwrap_or_default().len();
    let is_grouped = integer.contains(char::is_whitespace)
        && (1..=3).contains(&first)
        && groups.all(|group| group.len() == 3 && group.bytes().all(|it| it.is_ascii_digit()));
    if is_grouped { text.split_whitespace().collect() } else { text.to_owned() }
}

fn of_number(digits: &str, is_percent: bool, measure: Measure) -> Result<Figure, Trouble> {
    let found = digits.replace('.', ",");
    if digits.starts_with('-') {
        return Err(Trouble::Negative { found });
    }
    if is_percent && measure != Measure::Percent {
        return Err(Trouble::PercentAsPoints { found: format!("{found} (%)") });
    }
    let shown = shown(digits).ok_or_else(|| Trouble::NoNumber { found: found.clone() })?;
    let number = if is_percent { shown * Decimal::ONE_HUNDRED } else { shown }.normalize();
    let printed = number.to_string().replace('.', ",");
    if parse_points(&printed).is_none() {
        return Err(no_number(&printed, found));
    }
    is_no_fraction(number, is_percent, measure, &found)?;
    let is_rounded = digits.parse::<Decimal>().map(|it| it.normalize()) != Ok(shown.normalize());
    let read = printed.clone();
    Ok(Figure { printed, number, remark: is_rounded.then_some(Remark::Rounded { found, read }) })
}

/// The number of `digits` as a spreadsheet shows it, to 15 significant digits.
fn shown(digits: &str) -> Option<Decimal> {
    let significant = digits.trim_start_matches(['0', '.']).bytes().filter(u8::is_ascii_digit).count();
    if significant <= SHOWN_DIGITS {
        return digits.parse().ok();
    }
    let number: f64 = digits.parse().ok()?;
    let rounded = format!("{number:.*e}", SHOWN_DIGITS - 1);
    Decimal::from_scientific(&rounded).ok()
}

/// Objects to 0.75 where a percentage belongs: 75 may be meant.
fn is_no_fraction(number: Decimal, has_sign: bool, measure: Measure, found: &str) -> Result<(), Trouble> {
    let is_fraction = !number.is_zero() && number <= Decimal::ONE;
    if measure == Measure::Percent && !has_sign && is_fraction {
        return Err(Trouble::FractionAsPercent { found: found.to_owned() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str, measure: Measure) -> String {
        told(&Value::Text(text.to_owned()), measure)
    }

    fn number(digits: &str, is_percent: bool, measure: Measure) -> String {
        told(&Value::Number { digits: digits.to_owned(), is_percent }, measure)
    }

    fn told(value: &Value, measure: Measure) -> String {
        match figure(value, measure) {
            Ok(Some(Figure { printed, remark: None, .. })) => printed,
            Ok(Some(Figure { printed, .. })) => format!("{printed} (rounded)"),
            Ok(None) => "absent".to_owned(),
            Err(trouble) => trouble.code().to_owned(),
        }
    }

    #[test]
    fn texts_are_read_as_people_type_them() {
        for (typed, expected) in [
            ("4,5", "4,5"),
            ("4.5", "4,5"),
            (" 17,0 ", "17,0"),
            ("1 200", "1200"),
            ("1\u{a0}200,5", "1200,5"),
            ("15 p", "15"),
            ("15 poäng", "15"),
            ("–", "absent"),
            ("Saknas", "absent"),
            ("", "absent"),
            ("12 00", "sheet-no-number"),
            ("1.200", "sheet-ambiguous"),
            ("1,200", "sheet-ambiguous"),
            ("0,125", "0,125"),
            ("-3", "sheet-negative"),
            ("\u{2212}3", "sheet-negative"),
            ("75 %", "sheet-percent-as-points"),
            ("4,49999999", "sheet-too-precise"),
            ("#VÄRDEFEL!", "sheet-error-cell"),
            ("15 av 20", "sheet-no-number"),
            ("1e2", "sheet-no-number"),
            ("l5", "sheet-no-number"),
            ("NaN", "sheet-no-number"),
        ] {
            assert_eq!(text(typed, Measure::Points), expected, "{typed:?}");
        }
        for (typed, expected) in [
            ("75", "75"),
            ("75 %", "75"),
            ("75%", "75"),
            ("75,5 procent", "75,5"),
            ("0,75", "sheet-fraction-as-percent"),
            ("1 %", "1"),
            ("0", "0"),
        ] {
            assert_eq!(text(typed, Measure::Percent), expected, "{typed:?}");
        }
    }

    #[test]
    fn numbers_are_never_rounded_in_silence() {
        for (digits, expected) in [
            ("4.5", "4,5"),
            ("17", "17"),
            ("17.0", "17"),
            ("0.30000000000000004", "0,3 (rounded)"),
            ("4.499999999", "sheet-too-precise"),
            ("4.4999999999999991", "4,5 (rounded)"),
            ("-1", "sheet-negative"),
            ("1e300", "sheet-no-number"),
            ("100000000000000000000000", "sheet-no-number"),
            ("NaN", "sheet-no-number"),
            ("inf", "sheet-no-number"),
        ] {
            assert_eq!(number(digits, false, Measure::Points), expected, "{digits}");
        }
    }

    #[test]
    fn percentages_are_what_the_cell_shows() {
        assert_eq!(number("0.75", true, Measure::Percent), "75");
        assert_eq!(number("0.835", true, Measure::Percent), "83,5");
        assert_eq!(number("1", true, Measure::Percent), "100");
        assert_eq!(number("0.005", true, Measure::Percent), "0,5");
        assert_eq!(number("75", false, Measure::Percent), "75");
        assert_eq!(number("0.75", false, Measure::Percent), "sheet-fraction-as-percent");
        assert_eq!(number("0.75", true, Measure::Points), "sheet-percent-as-points");
    }

    #[test]
    fn what_is_no_number_is_named_for_what_it_is() {
        let points = |value| figure(&value, Measure::Points).map_err(|trouble| trouble.code());
        assert_eq!(points(Value::Date("2026-05-04".to_owned())), Err("sheet-date-cell"));
        assert_eq!(points(Value::Truth(true)), Err("sheet-no-number"));
        assert_eq!(points(Value::Uncomputed), Err("sheet-uncomputed"));
        let error = figure(&Value::Error("#VALUE!".to_owned()), Measure::Points);
        assert_eq!(error, Err(Trouble::ErrorCell { found: "#VÄRDEFEL!".to_owned() }));
    }
}
