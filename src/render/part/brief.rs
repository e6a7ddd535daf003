//! What a page says of itself in a sentence or two.

use crate::language;

/// How long a description may be, in characters. Search engines cut what is longer, at a
/// place of theirs.
const MOST: usize = 160;

/// The description of the page called `name`: how its `text` begins. With the name before it,
/// so that pages which begin with the same words differ all the same.
pub(crate) fn brief(name: &str, text: &str) -> String {
    language::excerpt(&format!("{name}: {text}"), MOST)
}
