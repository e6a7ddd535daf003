//! The lines of a report, and what one line can be by itself.

pub(super) mod document;
pub(super) mod entry;
pub(super) mod heading;
pub(super) mod markup;
pub(super) mod part;
pub(super) mod score;
