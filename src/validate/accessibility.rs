//! The accessibility statement.

use jiff::ToSpan;
use jiff::civil::Date;
use toml::Spanned;

use super::field::{contact, filled, past_date, web_address};
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::accessibility as file;
use crate::language;
use crate::load::Document;
use crate::model::{LegalGround, Shortcoming, Statement, Status};

/// The statement, none of whose fields may be empty. One whose assessment is older than a
/// year on the day `today` is warned about: a statement is to be looked over every year
/// (Commission Implementing Decision (EU) 2018/1523, recital 3).
pub(super) fn statement(
    document: &Document<file::Statement>,
    today: Date,
    faults: &mut Vec<Diagnostic>,
) -> Statement {
    let file = &document.value;
    contradiction(document, faults);
    let assessed = past_date(document, &file.assessed, today, faults);
    let old = assessed.filter(|day| day.checked_add(1.year()).is_ok_and(|end| end < today));
    faults.extend(old.map(|day| {
        let fault = Fault::AssessmentOld { date: language::format_date_iso(day) };
        Diagnostic::new(fault, document.span(&file.assessed))
    }));
    let updated = past_date(document, &file.updated, today, faults);
    let contact = contact(document, &file.report.contact, faults);
    let complaint = web_address(document, &file.supervision.url, faults);
    let mut text = |it: &Spanned<String>| filled(document, it, faults);
    Statement {
        actor: text(&file.actor),
        service: text(&file.service),
        status: *file.status.get_ref(),
        // A day that cannot be read has its fault, so that nobody sees the one put here.
        assessed: assessed.unwrap_or(Date::ZERO),
        updated: updated.unwrap_or(Date::ZERO),
        method: text(&file.method),
        measures: file.measures.iter().map(|it| (text(&it.name), text(&it.text))).collect(),
        shortcomings: file
            .shortcomings
            .iter()
            .map(|it| Shortcoming { what: text(&it.what), why: text(&it.why), ground: it.ground })
            .collect(),
        how: text(&file.report.how),
        response: text(&file.report.response),
        authority: text(&file.supervision.authority),
        contact,
        complaint,
    }
}

/// Objects to a status that what follows it contradicts: all is met and something falls short,
/// or something is not met and nothing does.
fn contradiction(document: &Document<file::Statement>, faults: &mut Vec<Diagnostic>) {
    let file = &document.value;
    let falls_short = file.shortcomings.iter().any(|it| it.ground == LegalGround::Requirements);
    if falls_short == (*file.status.get_ref() == Status::Fully) {
        let given = if falls_short { "some" } else { "none" };
        let fault = Fault::StatementStatus { given: given.to_owned() };
        faults.push(Diagnostic::new(fault, document.span(&file.status)));
    }
}
