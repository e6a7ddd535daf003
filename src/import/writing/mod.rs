//! The texts of the files: record and narratives.

pub mod escape;
pub mod narrative;
pub mod phrase;
pub mod record;
