//! Texts that are used as they are: Markdown and templates, not TOML or CSV.

use std::sync::Arc;

use crate::source::SourceId;

/// A text that is kept as it is.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its source.
    pub source: SourceId,
    /// Its normalised content.
    pub text: Arc<str>,
}
