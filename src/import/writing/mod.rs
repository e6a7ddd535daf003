//! The texts of the files: record and narratives.

pub(super) mod blank;
pub(super) mod escape;
pub(super) mod narrative;
pub(super) mod phrase;
pub(super) mod record;

/// A file and what it says.
#[derive(Clone, Debug)]
pub struct Written {
    /// The file.
    pub text: String,
    /// The texts and numbers that were put into it, as they were before they
    /// were escaped.
    pub said: Vec<String>,
}
