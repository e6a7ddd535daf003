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
        let fault = Fault::UnreadableNumber { found: printed.get_ref().clone() };
        faults.push(Diagnostic::new(fault, document.span(printed)));
    }
    number
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
        let expected = "2020-12-08".to_owned();
        let fault = Fault::UnreadableDate { found: found.to_owned(), expected };
        faults.push(Diagnostic::new(fault, document.span(written)));
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
    let trimmed = address.trim();
    let is_web = scheme::split_web_address(trimmed).is_some();
    if !is_web || address.contains(char::is_whitespace) {
        let fix = if is_web { format!("\"{}\"", without_spaces(trimmed)) } else { String::new() };
        let fault = Fault::ForbiddenLink { target: address.clone(), fix };
        faults.push(Diagnostic::new(fault, document.span(url)));
    }
    address.clone()
}

/// `address` as a web address writes its spaces.
fn without_spaces(address: &str) -> String {
    address.split(char::is_whitespace).collect::<Vec<_>>().join("%20")
}

/// Whom to write to: a web address, or a mail address with or without its scheme.
pub(super) fn contact<T>(
    document: &Document<T>,
    contact: &Spanned<String>,
    faults: &mut Vec<Diagnostic>,
) -> String {
    let address = contact.get_ref();
    let mail = address.strip_prefix(MAILTO).unwrap_or(address);
    if mail.contains('@') && !mail.contains("://") {
        return format!("{MAILTO}{mail}");
    }
    web_address(document, contact, faults)
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
