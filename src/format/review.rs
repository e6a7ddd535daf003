//! How an import marks what a person has to look at: comments in the record, examples
//! that are proposed (`evaluation::Status`), and a line in the import report for each text
//! that it has written.

use sha2::{Digest, Sha256};

/// Name of the import report.
pub const FILE: &str = "import-report.md";

/// The same without its extension. It lies among the narratives but is none.
pub const STEM: &str = "import-report";

/// How a comment begins that a person is to look at and to take away.
pub const REMARK: &str = "# granska:";

/// A line of the import report by which a text is known again: its name and the
/// beginning of its SHA-256. As long as it stands there and fits the text, nobody has
/// looked at that.
pub fn seal(name: &str, bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let start = digest.iter().take(8).fold(0, |start: u64, byte| start << 8 | u64::from(*byte));
    format!("{}`{start:016x}`", about(name))
}

/// How the line of a text begins, whatever its bytes.
fn about(name: &str) -> String {
    format!("- `{name}`: ")
}

/// Whether `report`, an import report, has the line of a text as it is. Most texts come of
/// no import, so none is digested without a line about it.
pub fn is_sealed(report: &str, name: &str, bytes: &[u8]) -> bool {
    let start = about(name);
    let mut lines = report.lines().filter(|line| line.starts_with(&start)).peekable();
    lines.peek().is_some() && {
        let seal = seal(name, bytes);
        lines.any(|line| line == seal)
    }
}

/// How the line of an import report begins that has the digest of the report it is about.
const ORIGIN: &str = "- originalets SHA-256: ";

/// The digest of a report, by which it is known again.
pub fn digest(report: &[u8]) -> String {
    let digits =
        |byte: &u8| [byte >> 4, byte & 15].map(|it| char::from_digit(it.into(), 16).unwrap_or_default());
    Sha256::digest(report).iter().flat_map(digits).collect()
}

/// The line of an import report that has the digest of the report it is about.
pub fn origin(digest: &str) -> String {
    format!("{ORIGIN}`{digest}`")
}

/// The digest that `report`, an import report, has in such a line.
pub fn origin_of(report: &str) -> Option<&str> {
    report.lines().find_map(|line| line.strip_prefix(ORIGIN)).map(|it| it.trim_matches('`'))
}
