//! `themes/<name>/theme.toml`: the parts of a theme, in order.

use serde::Deserialize;
use toml::Spanned;

/// The content of `theme.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Theme {
    /// [`super::VERSION`].
    pub format: Spanned<u32>,
    /// Style sheets below `styles/`, in the order of the cascade.
    pub styles: Vec<Spanned<String>>,
}
