//! Characters that no text may have: those that steer machines, and those that are none.
//! Neither XML nor HTML has a place for them (D4).

use crate::diagnostic::{Diagnostic, Fault};
use crate::source::{SourceId, Span};

/// The first byte of U+0080 in UTF-8, from where on controls take two bytes.
const FIRST_LONG_CONTROL: u8 = 0xc2;

/// The first byte of characters from U+F000 on, among which are some that are none.
const FIRST_NONE: u8 = 0xef;

/// Whether no text may have `character`.
pub(super) fn is_forbidden(character: char) -> bool {
    let is_none = matches!(character, '\u{fdd0}'..='\u{fdef}') || u32::from(character) & 0xfffe == 0xfffe;
    is_none || (character.is_control() && !matches!(character, '\n' | '\t'))
}

/// The fault of having `character`.
pub(super) fn fault(character: char) -> Fault {
    Fault::ControlCharacter { code: format!("U+{:04X}", u32::from(character)) }
}

/// Forbidden characters in the text at `path`. TOML is judged when it is decoded, since
/// its strings can hide them, and a theme is for those who know.
pub(super) fn faults(path: &str, text: &str, source: SourceId) -> Vec<Diagnostic> {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    if path.starts_with("themes/") || !matches!(extension, "md" | "csv") {
        return Vec::new();
    }
    let at = |start: usize, length: usize| Span::new(source, start..start + length);
    let mut faults = Vec::new();
    if !is_plain(text) {
        let found = text.char_indices().filter(|(_, character)| is_forbidden(*character));
        faults.extend(found.map(|(start, it)| Diagnostic::new(fault(it), at(start, it.len_utf8()))));
    }
    if extension == "md" {
        let found = references(text).filter(|(_, _, character)| is_forbidden(*character));
        faults.extend(found.map(|(start, length, it)| Diagnostic::new(fault(it), at(start, length))));
    }
    faults
}

/// Whether every byte shows that no character is forbidden, which is seen at many bytes a
/// step.
fn is_plain(text: &str) -> bool {
    let is_odd = |byte: u8| {
        (byte < b' ' && byte != b'\n' && byte != b'\t')
            || byte == 0x7f
            || byte == FIRST_LONG_CONTROL
            || byte >= FIRST_NONE
    };
    !text.bytes().fold(false, |odd, byte| odd | is_odd(byte))
}

/// Characters that Markdown gives by number, such as `&#27;`, with where and how long.
fn references(text: &str) -> impl Iterator<Item = (usize, usize, char)> {
    text.match_indices("&#").filter_map(|(start, _)| {
        let (number, _) = text.get(start + 2..)?.split_once(';')?;
        let value = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        Some((start, number.len() + 3, char::from_u32(value.ok()?)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_and_what_is_no_character_are_forbidden() {
        let check = |character, expected| assert_eq!(is_forbidden(character), expected, "{character:?}");
        for character in ['\0', '\u{1b}', '\u{c}', '\u{7f}', '\u{85}', '\u{fdd0}', '\u{ffff}', '\u{10fffe}'] {
            check(character, true);
            assert!(!is_plain(&character.to_string()), "{character:?}");
        }
        for character in ['\n', '\t', ' ', 'å', '\u{a0}', '\u{fffd}', '\u{10fffd}', '\u{e000}'] {
            check(character, false);
        }
    }

    #[test]
    fn characters_given_by_number_are_found() {
        let found: Vec<_> = references("a &#1; &#x1B; &#x; &#99999999; &#65").collect();
        assert_eq!(found, [(2, 4, '\u{1}'), (7, 6, '\u{1b}')]);
    }
}
