//! Single fields of records: numbers, dates, addresses and citations, and lists
//! for messages about them.

use jiff::civil::Date;
use rust_decimal::Decimal;
use toml::Spanned;

use super::quantity::Quantity;
use crate::diagnostic::{Diagnostic, Fault};
use crate::language;
use crate::load::Document;
use crate::scheme::{self, MAILTO};
use crate::source::Span;

/// `items`, separated by commas, for a message.
pub(super) fn joined<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

/// Reads a printed number.
pub(super) fn number<T>(
    document: &Document<T>,
    printed: &Spanned<String>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Decimal> {
    let number = language::parse_points(printed.get_ref());
    if number.is_none() {
        faults.push(Diagnostic::new(unreadable_number(printed.get_ref(), "\""), document.span(printed)));
    }
    number
}

/// The fault of `found`, which is no number; a number is written between `quotes`.
pub(super) fn unreadable_number(found: &str, quotes: &str) -> Fault {
    let digits = language::digits(found);
    let letter = found.chars().find(|it| digits.is_some() && !it.is_ascii_digit() && !",. ".contains(*it));
    Fault::UnreadableNumber {
        found: found.to_owned(),
        letter: letter.map(String::from).unwrap_or_default(),
        fix: digits
            .or_else(|| language::bare_number(found))
            .map(|it| format!("{quotes}{it}{quotes}"))
            .unwrap_or_default(),
    }
}

/// The fault of `found`, which is no kommunkod. Spreadsheets drop the zero in front.
pub(super) fn bad_code(found: &str) -> Fault {
    let is_short = found.len() == 3 && found.bytes().all(|it| it.is_ascii_digit());
    Fault::BadCode {
        found: found.to_owned(),
        fix: if is_short { format!("0{found}") } else { String::new() },
    }
}

/// The fault of `found`, which cannot be a part of an address: that of a `page` or a `field`.
pub(super) fn bad_slug(found: &str, of: &str) -> Fault {
    let fix = language::slug(found).unwrap_or_default();
    Fault::BadSlug { found: found.to_owned(), of: of.to_owned(), fix }
}

/// The fault of `found`, which is no date like `expected`.
pub(super) fn unreadable_date(found: &str, expected: &str) -> Fault {
    let mut parts = found.split('-').map(str::parse::<i16>);
    let [year, month, day] = [(); 3].map(|()| parts.next().and_then(Result::ok));
    let is_form = found.len() == expected.len() && day.is_some() && parts.next().is_none();
    let first = year.zip(month).and_then(|(year, month)| Date::new(year, month.try_into().ok()?, 1).ok());
    let why = match first {
        _ if !is_form => "form",
        Some(_) => "day",
        None => "month",
    };
    let days = first.map(|first| first.days_in_month().to_string()).unwrap_or_default();
    let month = match month {
        Some(2) => "february".to_owned(),
        Some(4) => "april".to_owned(),
        Some(6) => "june".to_owned(),
        Some(9) => "september".to_owned(),
        Some(11) => "november".to_owned(),
        other => other.map(|it| it.to_string()).unwrap_or_default(),
    };
    let (found, expected, why) = (found.to_owned(), expected.to_owned(), why.to_owned());
    Fault::UnreadableDate { found, expected, why, month, days }
}

/// Reads a printed number that cannot be more than `maximum`.
pub(super) fn at_most<T>(
    document: &Document<T>,
    printed: &Spanned<String>,
    quantity: &Quantity,
    maximum: u16,
    faults: &mut Vec<Diagnostic>,
) -> Option<Decimal> {
    let value = number(document, printed, faults)?;
    if value > Decimal::from(maximum) {
        let found = printed.get_ref().clone();
        let (what, number) = (quantity.kind(), quantity.number());
        let fault = Fault::PointsAboveMaximum { what, number, found, maximum: maximum.to_string() };
        faults.push(Diagnostic::new(fault, document.span(printed)));
        return None;
    }
    Some(value)
}

/// Reads a date written as `YYYY-MM-DD`.
pub(super) fn date<T, D: AsRef<str>>(
    document: &Document<T>,
    written: &Spanned<D>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Date> {
    let found = written.get_ref().as_ref();
    let date = language::parse_date(found);
    if date.is_none() {
        faults.push(Diagnostic::new(unreadable_date(found, "2020-12-08"), document.span(written)));
    }
    date
}

/// Reads the date of something that has happened by `today`.
pub(super) fn past_date<T>(
    document: &Document<T>,
    written: &Spanned<String>,
    today: Date,
    faults: &mut Vec<Diagnostic>,
) -> Option<Date> {
    let date = date(document, written, faults)?;
    if date > today {
        faults.push(future(written.get_ref().clone(), today, document.span(written)));
    }
    Some(date)
}

/// Objects to a date, month or year that `today` has not reached.
pub(super) fn future(found: String, today: Date, span: Span) -> Diagnostic {
    Diagnostic::new(Fault::FutureDate { found, today: language::format_date_iso(today) }, span)
}

/// Objects to a web address that is neither http nor https, or has spaces.
pub(super) fn web_address<T>(
    document: &Document<T>,
    url: &Spanned<String>,
    faults: &mut Vec<Diagnostic>,
) -> String {
    let address = url.get_ref();
    let is_web = scheme::split_web_address(address.trim()).is_some();
    if !is_web || address.contains(char::is_whitespace) {
        let is_bare = address.trim().starts_with("www.") && !address.trim().contains(char::is_whitespace);
        let (why, fix) = match (is_web, is_bare) {
            (true, _) => ("space", Some(without_spaces(address.trim()))),
            (false, true) => ("https", Some(format!("https://{}", address.trim()))),
            (false, false) => ("other", None),
        };
        faults.push(forbidden(document, url, why, fix));
    }
    address.clone()
}

/// `address` as a web address writes its spaces.
fn without_spaces(address: &str) -> String {
    address.split(char::is_whitespace).collect::<Vec<_>>().join("%20")
}

/// Objects to the address `url`; `why` is what `fix`, if there is one, is the cure for.
fn forbidden<T>(document: &Document<T>, url: &Spanned<String>, why: &str, fix: Option<String>) -> Diagnostic {
    let fix = fix.map(|fix| format!("\"{fix}\"")).unwrap_or_default();
    let fault = Fault::ForbiddenLink { target: url.get_ref().clone(), why: why.to_owned(), fix };
    Diagnostic::new(fault, document.span(url))
}

/// Whom to write to: a web address, or a mail address with or without its scheme.
pub(super) fn contact<T>(
    document: &Document<T>,
    contact: &Spanned<String>,
    faults: &mut Vec<Diagnostic>,
) -> String {
    let address = contact.get_ref();
    let mail = address.strip_prefix(MAILTO).unwrap_or(address);
    let is_mail = mail.contains('@') && !mail.contains("://");
    if is_mail && !mail.contains(char::is_whitespace) {
        return format!("{MAILTO}{mail}");
    }
    let Some(meant) = scheme::mail_meant(address) else { return web_address(document, contact, faults) };
    faults.push(forbidden(document, contact, if is_mail { "space" } else { "at" }, Some(meant)));
    address.clone()
}

/// A text that must not be empty.
pub(super) fn filled<T>(
    document: &Document<T>,
    text: &Spanned<String>,
    faults: &mut Vec<Diagnostic>,
) -> String {
    let trimmed = text.get_ref().trim();
    if trimmed.is_empty() {
        faults.push(Diagnostic::new(Fault::EmptyText {}, document.span(text)));
    }
    trimmed.to_owned()
}

/// A licence of the files as one of the model.
pub(super) fn licence<T>(
    document: &Document<T>,
    licence: &crate::format::Licence,
    faults: &mut Vec<Diagnostic>,
) -> crate::model::Licence {
    let fault = super::licence::mismatch(&licence.name, licence.url.get_ref());
    faults.extend(fault.map(|fault| Diagnostic::new(fault, document.span(&licence.url))));
    crate::model::Licence { name: licence.name.clone(), url: web_address(document, &licence.url, faults) }
}

/// A citation of the files as one of the model.
pub(super) fn citation<T>(
    document: &Document<T>,
    citation: &crate::format::Citation,
    faults: &mut Vec<Diagnostic>,
) -> crate::model::Citation {
    let url = citation.url.as_ref().map(|url| web_address(document, url, faults));
    crate::model::Citation { title: citation.title.clone(), publisher: citation.publisher.clone(), url }
}
