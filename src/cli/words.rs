//! Messages of the commands to the terminal.

use std::io::{self, Write};

use crate::language;
use crate::model::Publication;
use crate::validate::Review;

/// Writes to standard error, without colours where they are not wanted (`NO_COLOR`,
/// no terminal). A failure to write is ignored: there is no place left to report
/// it.
pub(super) fn say(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
    let _ = io::stderr().flush();
}

/// A line on an evaluation that is a draft, or in which anything is left to look at.
pub(super) fn review(review: &Review) -> String {
    let state = match &review.publication {
        Publication::Draft => "draft".to_owned(),
        Publication::Awaited(day) => format!("from {}", language::format_date_iso(*day)),
        Publication::Published => "published".to_owned(),
        Publication::Withdrawn(_) => "withdrawn".to_owned(),
    };
    let count = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let texts = review.texts.join(", ");
    let open = [
        count(review.remarks, "remark", "remarks"),
        count(review.proposals, "proposed example", "proposed examples"),
        count(review.without_summary, "example without a summary", "examples without a summary"),
        (!texts.is_empty()).then(|| format!("not looked at: {texts}")),
    ];
    let open: Vec<_> = open.into_iter().flatten().collect();
    let open = if open.is_empty() { "nothing left to look at".to_owned() } else { open.join("; ") };
    format!("{} ({state}): {open}\n", review.folder)
}

/// `2 errors, 5 warnings`
pub(super) fn counted(errors: usize, warnings: usize) -> String {
    let count = |count: usize, what: &str| match count {
        0 => None,
        1 => Some(format!("1 {what}")),
        _ => Some(format!("{count} {what}s")),
    };
    let parts: Vec<_> = [count(errors, "error"), count(warnings, "warning")].into_iter().flatten().collect();
    parts.join(", ")
}
