//! Numbers as Swedish print has them (L1): decimal comma, no-break space
//! between thousands and before %, a real minus. Points keep the decimals of
//! their source, so numbers are decimals throughout, never floats.

use rust_decimal::Decimal;

const NO_BREAK_SPACE: char = '\u{a0}';
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
const EN_DASH: char = '\u{2013}';
const MINUS: char = '\u{2212}';

/// The most decimals of a number that is read. Reports print two at most; more than
/// four are no number of a report.
const MAX_DECIMALS: usize = 4;
/// The most digits of a number that is read, decimals included. The largest numbers
/// in reports count inhabitants and have seven.
const MAX_DIGITS: usize = 9;

/// Reads a non-negative number as reports print it: `461`, `4,5`, `17.0`, with
/// white space around it and (narrow) no-break spaces between thousands. Keeps
/// the scale: `17,0` has one decimal. `None` for anything else, signs, percent
/// signs and exponents included, and for more than 4 decimals or 9 digits.
pub fn parse_points(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let (integer, decimals) = match text.split_once([',', '.']) {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (text, ""),
    };
    let digits = ungroup(integer)? + decimals;
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number || digits.len() > MAX_DIGITS || decimals.len() > MAX_DECIMALS {
        return None;
    }
    let scale = u32::try_from(decimals.len()).ok()?;
    Decimal::try_new(digits.parse().ok()?, scale).ok()
}

/// `text` as digits where letters that look like them stand among them: `45O` → `450`.
/// `None` when there is no such letter, or no digit, or the rest is no number.
pub fn digits(text: &str) -> Option<String> {
    let digit = |character| match character {
        'O' | 'o' => '0',
        'l' | 'I' | '|' => '1',
        other => other,
    };
    let digits: String = text.chars().map(digit).collect();
    let has_digit = text.bytes().any(|it| it.is_ascii_digit());
    (digits != text && has_digit && parse_points(&digits).is_some()).then_some(digits)
}

/// What people write after a number of points or a share.
const UNITS: [&str; 4] = ["%", "procent", "poäng", "p"];

/// The number of `text` without spaces between thousands or a unit after it: `368 135` →
/// `368135`, `75 %` → `75`. `None` when there is neither, or the rest is no number.
pub fn bare_number(text: &str) -> Option<String> {
    let number = UNITS.iter().fold(text.trim(), |it, unit| it.trim_end_matches(unit)).trim_end();
    let number = if number.contains(char::is_whitespace) {
        ungroup(&number.replace(char::is_whitespace, &NO_BREAK_SPACE.to_string()))?
    } else {
        number.to_owned()
    };
    (number != text.trim() && parse_points(&number).is_some()).then_some(number)
}

/// Removes separators between thousands, which must have three digits to the
/// right.
fn ungroup(integer: &str) -> Option<String> {
    let mut groups = integer.split([NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE]);
    let first = groups.next().filter(|first| !first.is_empty())?;
    let rest: Vec<&str> = groups.collect();
    let grouped = first.len() <= 3 && rest.iter().all(|group| group.len() == 3);
    (rest.is_empty() || grouped).then(|| first.to_owned() + &rest.concat())
}

/// `4,5`, `17,0`, `1 200`, `−3`: decimals as they are (L1).
pub fn format_points(value: Decimal) -> String {
    if is_below_zero(value) { format!("{MINUS}{}", magnitude(value)) } else { magnitude(value) }
}

/// A difference with its sign: `+3`, `−3`, and `0` without one (L1).
pub fn format_difference(value: Decimal) -> String {
    if value.is_zero() || value.is_sign_negative() {
        return format_points(value);
    }
    format!("+{}", magnitude(value))
}

/// `75 %` for 75: a no-break space before the sign (L1).
pub fn format_percent(value: Decimal) -> String {
    format!("{}{NO_BREAK_SPACE}%", format_points(value))
}

/// A whole number: `290`, `15 000` (L1).
pub fn format_count(count: u64) -> String {
    group(&count.to_string())
}

/// A place in an order: `1:a`, `2:a`, `3:e`, `11:e`, `21:a`. One and two end in a,
/// unless they are said as eleven and twelve.
pub fn format_ordinal(place: u64) -> String {
    let ends_in_a = matches!(place % 10, 1 | 2) && !matches!(place % 100, 11 | 12);
    format!("{}:{}", format_count(place), if ends_in_a { 'a' } else { 'e' })
}

/// A file's size: `845 kB`, `1,2 MB`; kilobytes are 1 000 bytes.
pub fn format_bytes(bytes: u64) -> String {
    if bytes < 1_000_000 {
        return format!("{}\u{a0}kB", format_count(bytes.div_ceil(1000)));
    }
    let tenths = bytes.div_ceil(100_000);
    format!("{},{}\u{a0}MB", format_count(tenths / 10), tenths % 10)
}

/// `2010–2016`: years are not grouped in thousands (L1). One year alone when
/// both are the same.
pub fn format_years(from: impl Into<i32>, to: impl Into<i32>) -> String {
    let (from, to) = (from.into(), to.into());
    if from == to { from.to_string() } else { format!("{from}{EN_DASH}{to}") }
}

/// Whether a value gets a minus sign. A decimal zero can carry one, which is not
/// shown.
fn is_below_zero(value: Decimal) -> bool {
    value.is_sign_negative() && !value.is_zero()
}

fn magnitude(value: Decimal) -> String {
    let text = value.abs().to_string();
    match text.split_once('.') {
        Some((integer, decimals)) => format!("{},{decimals}", group(integer)),
        None => group(&text),
    }
}

fn group(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(NO_BREAK_SPACE);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_end_as_they_are_said() {
        let places = [1, 2, 3, 10, 11, 12, 13, 21, 22, 23, 100, 101, 111, 112, 1_202];
        let said: Vec<_> = places.into_iter().map(format_ordinal).collect();
        let expected = "1:a 2:a 3:e 10:e 11:e 12:e 13:e 21:a 22:a 23:e 100:e 101:a 111:e 112:e 1\u{a0}202:a";
        assert_eq!(said.join(" "), expected);
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn letters_spaces_and_units_are_told_from_numbers() {
        let letters = |text, expected: Option<&str>| assert_eq!(digits(text).as_deref(), expected, "{text}");
        letters("45O", Some("450"));
        letters("450", None);
        letters("OO", None);
        letters("75 %", None);
        let bare =
            |text, expected: Option<&str>| assert_eq!(bare_number(text).as_deref(), expected, "{text}");
        bare("368 135", Some("368135"));
        bare("1 368 135", Some("1368135"));
        bare("35\u{a0}347", Some("35347"));
        bare("75 %", Some("75"));
        bare("4,5 poäng", Some("4,5"));
        bare("36 8", None);
        bare("450", None);
        bare("45O", None);
        bare("poäng", None);
    }

    #[test]
    fn printed_numbers_are_read_with_their_decimals() {
        let cases = [
            ("461", "461"),
            ("4,5", "4.5"),
            ("17.0", "17.0"),
            ("1,75", "1.75"),
            (" 42 ", "42"),
            ("\u{a0}42\u{202f}", "42"),
            ("1\u{a0}200", "1200"),
            ("1\u{202f}200\u{a0}300,5", "1200300.5"),
            ("0", "0"),
            ("0,00", "0.00"),
            ("123456789", "123456789"),
            ("1,2345", "1.2345"),
        ];
        for (text, expected) in cases {
            // The text of a decimal shows its scale, its value alone does not.
            assert_eq!(
                parse_points(text).map(|value| value.to_string()).as_deref(),
                Some(expected),
                "{text:?}"
            );
        }
    }

    #[test]
    fn everything_else_is_refused() {
        let cases = [
            "",
            " ",
            ",",
            "5,",
            ",5",
            "-1",
            "\u{2212}1",
            "+1",
            "75%",
            "75 %",
            "1e3",
            "1,2,3",
            "1.2,3",
            "1 200",
            "12\u{a0}00",
            "1200\u{a0}300",
            "\u{a0}\u{a0}",
            "1\u{a0}\u{a0}200",
            "1,2\u{a0}3",
            "1,23456",
            "1234567890",
            "123456,7890",
            "a",
            "4a",
            "٤",
            "½",
            "NaN",
            "0x1",
        ];
        for text in cases {
            assert_eq!(parse_points(text), None, "{text:?}");
        }
    }

    #[test]
    fn points_differences_and_percentages() {
        let cases = [
            ("461", "461", "+461"),
            ("4.5", "4,5", "+4,5"),
            ("17.0", "17,0", "+17,0"),
            ("-3", "−3", "−3"),
            ("0", "0", "0"),
            ("-0.0", "0,0", "0,0"),
            ("1000", "1\u{a0}000", "+1\u{a0}000"),
            ("-1234567.89", "−1\u{a0}234\u{a0}567,89", "−1\u{a0}234\u{a0}567,89"),
        ];
        for (value, points, difference) in cases {
            assert_eq!(format_points(decimal(value)), points);
            assert_eq!(format_difference(decimal(value)), difference);
            assert_eq!(format_percent(decimal(value)), format!("{points}\u{a0}%"));
        }
    }

    #[test]
    fn sizes_are_rounded_up() {
        for (bytes, expected) in
            [(1, "1\u{a0}kB"), (76_458, "77\u{a0}kB"), (1_000_000, "1,0\u{a0}MB"), (1_249_999, "1,3\u{a0}MB")]
        {
            assert_eq!(format_bytes(bytes), expected);
        }
    }

    #[test]
    fn counts_are_grouped_and_years_are_not() {
        for (count, expected) in [
            (0, "0"),
            (290, "290"),
            (1000, "1\u{a0}000"),
            (u64::MAX, "18\u{a0}446\u{a0}744\u{a0}073\u{a0}709\u{a0}551\u{a0}615"),
        ] {
            assert_eq!(format_count(count), expected);
        }
        assert_eq!(format_years(2010_u16, 2016_u16), "2010–2016");
        assert_eq!(format_years(2020_i16, 2020_i16), "2020");
    }
}
