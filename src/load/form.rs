//! What a file is in spite of its name: a word processor keeps the name it was given, but not
//! the plain text.

/// How files begin that are no plain text, and what kind they are.
const FOREIGN: [(&[u8], &str); 6] = [
    (b"{\\rtf", "rich-text"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"%PDF-", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
];

/// How pages of the web begin.
const WEB: [&[u8]; 3] = [b"<!doctype html", b"<html", b"<head"];

/// Files that only a zip archive of some kind holds, and that kind.
const INSIDE: [(&[u8], &str); 4] = [
    (b"word/document.xml", "word"),
    (b"xl/workbook.xml", "sheet"),
    (b"opendocument.text", "word"),
    (b"opendocument.spreadsheet", "sheet"),
];

/// The kind of `bytes` if they are no plain text, though the file's name ends in `extension`.
pub(super) fn foreign(bytes: &[u8], extension: &str) -> Option<&'static str> {
    let begun = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |mark: &[u8]| begun.get(..mark.len()).is_some_and(|it| it.eq_ignore_ascii_case(mark));
    if begins(b"PK\x03\x04") {
        return Some(archive(bytes));
    }
    if extension != "html" && WEB.iter().any(|mark| begins(mark)) {
        return Some("web-page");
    }
    FOREIGN.iter().find(|(mark, _)| begins(mark)).map(|(_, kind)| *kind)
}

/// What a zip archive is: its list of names is not compressed.
fn archive(bytes: &[u8]) -> &'static str {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|it| it == name);
    INSIDE.iter().find(|(name, _)| holds(name)).map_or("zip", |(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_how_they_begin() {
        let check = |text: &str, extension, expected| {
            assert_eq!(foreign(text.as_bytes(), extension), expected, "{text}");
        };
        check("{\\rtf1\\ansi", "toml", Some("rich-text"));
        check("\u{feff}\n<!DOCTYPE html>", "md", Some("web-page"));
        check("<!DOCTYPE html>", "html", None);
        check("PK\u{3}\u{4} word/document.xml", "md", Some("word"));
        check("PK\u{3}\u{4}", "md", Some("zip"));
        check("format = 1\n", "toml", None);
        check("<div>", "md", None);
        check("", "md", None);
    }
}
