//! What kind of file a report is, by how it begins.

/// What kind of file it is, by how it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    Word,
    Pdf,
    /// One that is told by its beginning, but not read.
    Foreign(&'static str),
}

/// How files begin that people take for reports, and what they are.
const FOREIGN: [(&[u8], &str); 7] = [
    (b"\xd0\xcf\x11\xe0", "a Word file of before 2007 (.doc), or one with a password"),
    (b"{\\rtf", "rich text (.rtf)"),
    (b"<!doctype html", "a page of the web (.html)"),
    (b"<html", "a page of the web (.html)"),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
];

/// Letters in pictures are not read.
const PICTURE: &str = "a picture, whose text must be recognised first";

/// What to tell the person who has a file of a kind that is not read.
pub(super) fn foreign(kind: &str) -> String {
    format!("it is {kind}; save it as .docx")
}

/// The kind of a file that begins with `head`. A PDF may have other bytes before
/// its mark; a Word file is a zip archive.
pub(super) fn form_of(head: &[u8]) -> Form {
    let begun = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let begins = |mark: &[u8]| begun.get(..mark.len()).is_some_and(|it| it.eq_ignore_ascii_case(mark));
    if let Some((_, kind)) = FOREIGN.iter().find(|(mark, _)| begins(mark)) {
        Form::Foreign(kind)
    } else if head.starts_with(b"PK\x03\x04") {
        Form::Word
    } else if head.windows(5).any(|it| it == b"%PDF-") {
        Form::Pdf
    } else {
        Form::Text
    }
}
