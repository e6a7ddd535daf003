//! The lines of a report, and what one line can be by itself.

pub mod document;
pub mod entry;
pub mod heading;
pub mod markup;
pub mod part;
pub mod score;
