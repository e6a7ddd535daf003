//! Messages of the commands to the terminal.

use std::io::{self, Write};

/// Writes to standard error, without colours where they are not wanted (`NO_COLOR`,
/// no terminal). A failure to write is ignored: there is no place left to report
/// it.
pub(super) fn say(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
    let _ = io::stderr().flush();
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
