//! Texts that nobody decodes.

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
