//! `themes/<name>/theme.toml`: what a theme builds on, and its parts in order.

use serde::Deserialize;
use toml::Spanned;

/// The content of `theme.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Theme {
    /// [`super::VERSION`].
    pub format: Spanned<u32>,
    /// The theme whose files this one replaces in part: a folder below `themes/`.
    pub extends: Option<Spanned<String>>,
    /// Style sheets below `styles/`, in the order of the cascade. In a theme that extends
    /// another, those with a name of their own: they come after the others, while one that
    /// replaces another stands where that stood.
    #[serde(default)]
    pub styles: Vec<Spanned<String>>,
}
