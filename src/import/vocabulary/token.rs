//! Words of a text and where they stand.

use std::ops::Range;

/// A word and the bytes of the text that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    /// The word.
    pub text: &'t str,
    /// Its bytes.
    pub range: Range<usize>,
}

impl Token<'_> {
    /// The word without leading and trailing marks; it may be empty then.
    #[must_use]
    pub(crate) fn trimmed(
        self,
        is_leading: impl Fn(char) -> bool,
        is_trailing: impl Fn(char) -> bool,
    ) -> Self {
        let bare = self.text.trim_start_matches(is_leading);
        let start = self.range.end - bare.len();
        let bare = bare.trim_end_matches(is_trailing);
        Self { text: bare, range: start..start + bare.len() }
    }
}

/// Cuts `text` at every character that `is_between` names; no token is empty.
pub(crate) fn tokens(text: &str, is_between: impl Fn(char) -> bool) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(|c| !is_between(c))?;
        let rest = text.get(start..)?;
        at = start + rest.find(&is_between).unwrap_or(rest.len());
        let range = start..at;
        Some(Token { text: text.get(range.clone())?, range })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_where_they_stand() {
        let text = "\tÅ rad,  (två). ";
        let found: Vec<_> = tokens(text, |c| matches!(c, ' ' | '\t')).collect();
        assert_eq!(found.iter().map(|it| it.text).collect::<Vec<_>>(), ["Å", "rad,", "(två)."]);
        let is_mark = |c: char| !c.is_alphanumeric();
        for (token, expected) in found.into_iter().zip(["Å", "rad", "två"]) {
            let token = token.trimmed(is_mark, is_mark);
            assert_eq!((token.text, text.get(token.range)), (expected, Some(expected)));
        }
        assert_eq!(tokens("   ", char::is_whitespace).next(), None);
        let all_marks = Token { text: "()", range: 3..5 }.trimmed(is_mark, is_mark);
        assert!(all_marks.text.is_empty() && all_marks.range.is_empty());
    }
}
