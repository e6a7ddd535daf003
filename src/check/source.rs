//! Feeds the bytes of a page to the tokenizer and skips those that no check needs.

use std::convert::Infallible;

use html5gum::{Reader, naive_next_state};

use super::attribute::meaning;

/// The part of a page that has not been read yet.
///
/// The reader that comes with html5gum passes every tag on. Half of all tags only
/// end an element, and most of the others have nothing but a class; no check needs to know
/// of either. This reader skips them together with the text around them, many bytes at a
/// step, which spares most of the time of a check.
pub(super) struct Source<'a>(pub(super) &'a [u8]);

/// Elements whose end changes how the text after it is read.
const WITH_END: [&[u8]; 4] = [b"svg", b"math", b"title", b"textarea"];

impl Source<'_> {
    fn take(&mut self, length: usize) -> &[u8] {
        let (taken, rest) = self.0.split_at_checked(length).unwrap_or((self.0, &[]));
        self.0 = rest;
        taken
    }
}

impl Reader for Source<'_> {
    type Error = Infallible;

    #[inline]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        Ok(self.take(1).first().copied())
    }

    fn try_read_string(&mut self, text: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        let is_it = |it: &[u8]| it == text || !case_sensitive && it.eq_ignore_ascii_case(text);
        let is_next = self.0.get(..text.len()).is_some_and(is_it);
        self.take(if is_next { text.len() } else { 0 });
        Ok(is_next)
    }

    /// The next byte if it is in `needle`, else what comes before the first one
    /// that is.
    #[inline]
    fn read_until<'b>(
        &'b mut self,
        needle: &[u8],
        _: &'b mut [u8; 4],
    ) -> Result<Option<&'b [u8]>, Infallible> {
        let length = match needle {
            // Text, also that of a title.
            [b'&', b'<', 0, b'\r'] => text_length(self.0),
            _ => self.0.iter().position(|byte| needle.contains(byte)),
        };
        let piece = self.take(length.unwrap_or(usize::MAX).max(1));
        Ok(Some(piece).filter(|piece| !piece.is_empty()))
    }
}

/// How many of `bytes` are text or tags that no check needs; `None` for all.
fn text_length(bytes: &[u8]) -> Option<usize> {
    let mut length = 0;
    loop {
        let rest = bytes.get(length..)?;
        let text = memchr::memchr3(b'<', b'&', b'\r', rest);
        let plain = rest.get(..text.unwrap_or(rest.len()))?;
        if let Some(null) = memchr::memchr(0, plain) {
            return Some(length + null);
        }
        length += text?;
        match bytes.get(length..).and_then(|rest| end_tag(rest).or_else(|| start_tag(rest))) {
            Some(tag) => length += tag,
            None => return Some(length),
        }
    }
}

/// The length of the tag that `bytes` begin with, if it plainly ends an element
/// and nothing else.
fn end_tag(bytes: &[u8]) -> Option<usize> {
    let name = bytes.strip_prefix(b"</")?;
    let length = name.iter().position(|byte| !byte.is_ascii_alphanumeric())?;
    let (name, rest) = name.split_at_checked(length)?;
    let is_plain = rest.starts_with(b">") && name.first().is_some_and(u8::is_ascii_alphabetic);
    let matters = WITH_END.iter().any(|it| it.eq_ignore_ascii_case(name));
    (is_plain && !matters).then_some(length + 3)
}

/// The length of the tag that `bytes` begin with, if it plainly starts an element that no
/// check looks at, and has no attribute that any looks at. A `<` in a value would end it
/// where this is no tag but the text of a title.
fn start_tag(bytes: &[u8]) -> Option<usize> {
    let is_name = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-';
    let split = |rest: &'_ [u8]| rest.iter().position(|byte| !is_name(byte));
    let mut rest = bytes.strip_prefix(b"<")?;
    let (name, after) = rest.split_at_checked(split(rest)?)?;
    if !name.first()?.is_ascii_lowercase() || is_looked_at(name) {
        return None;
    }
    rest = after;
    while let Some(attribute) = rest.strip_prefix(b" ") {
        let (name, after) = attribute.split_at_checked(split(attribute)?)?;
        if name.is_empty() || meaning(name).is_some() {
            return None;
        }
        rest = match after.strip_prefix(b"=\"") {
            Some(value) => value.get(memchr::memchr2(b'"', b'<', value)?..)?.strip_prefix(b"\"")?,
            None => after,
        };
    }
    let rest = rest.strip_prefix(b"/").unwrap_or(rest).strip_prefix(b">")?;
    Some(bytes.len() - rest.len())
}

/// Whether a check looks at every element of this name, or text after it is read otherwise.
fn is_looked_at(name: &[u8]) -> bool {
    matches!(name, b"svg" | b"math" | b"img") || naive_next_state(name).is_some()
}
