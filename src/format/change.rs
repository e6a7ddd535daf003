//! `content/changes.toml`: corrections of published values (P9).

use serde::Deserialize;
use toml::Spanned;

/// The content of `changes.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Changes {
    /// [`super::VERSION`].
    pub format: Spanned<u32>,
    /// Corrections in any order.
    #[serde(default)]
    pub changes: Vec<Change>,
}

/// One correction.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Change {
    /// The day of the correction, `YYYY-MM-DD`.
    pub date: Spanned<String>,
    /// Name or kommunkod of the municipality.
    pub municipality: Spanned<String>,
    /// Year of the evaluation.
    pub year: Spanned<u16>,
    /// Which value, such as `Område 3`.
    pub what: String,
    /// What the portal said before.
    pub old: String,
    /// What it says now.
    pub new: String,
    /// Why.
    pub reason: String,
}
