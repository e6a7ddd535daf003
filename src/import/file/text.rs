//! Plain text → document.

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::import::line::document::{Document, Unseen};
use crate::language;

/// Reads the bytes of a text file: UTF-8, UTF-16 with its mark, or
/// Windows-1252, which older programs write.
pub fn read(bytes: &[u8]) -> Document {
    let (text, unseen) = decode(bytes);
    let text = language::normalise(&text);
    let mut document = Document::of_lines(text.lines());
    document.unseen.extend(unseen);
    document
}

/// The text of `bytes`, and how they were encoded if not as UTF-8.
pub(in crate::import) fn decode(bytes: &[u8]) -> (String, Option<Unseen>) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        let (text, _, is_damaged) = encoding.decode(bytes);
        return (text.into_owned(), is_damaged.then_some(Unseen::BadBytes));
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return (text.to_owned(), None);
    }
    let text = String::from_utf8_lossy(bytes);
    if is_mostly_utf8(&text) {
        return (text.into_owned(), Some(Unseen::BadBytes));
    }
    (WINDOWS_1252.decode(bytes).0.into_owned(), Some(Unseen::Windows1252))
}

/// Whether a text with bad bytes has more characters that only UTF-8 can have
/// put there: then it is damaged UTF-8 and no other encoding.
fn is_mostly_utf8(text: &str) -> bool {
    let bad = text.matches(char::REPLACEMENT_CHARACTER).count();
    let good = text.chars().filter(|c| !c.is_ascii() && *c != char::REPLACEMENT_CHARACTER).count();
    good > bad
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_are_recognised() {
        let cases: [(&[u8], &str, Option<Unseen>); 4] = [
            ("\u{feff}Höganäs\r\nett".as_bytes(), "Höganäs\nett\n", None),
            (b"H\xf6gan\xe4s", "Höganäs\n", Some(Unseen::Windows1252)),
            (b"\xc3\xa5\xc3\xa4\xff", "åä\u{fffd}\n", Some(Unseen::BadBytes)),
            (b"\xff\xfeA\0\xe5\0", "Aå\n", None),
        ];
        for (bytes, expected, unseen) in cases {
            let document = read(bytes);
            assert_eq!(document.joined(), expected);
            assert_eq!(document.unseen.first().copied(), unseen);
        }
    }
}
