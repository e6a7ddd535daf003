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
    /// Which score: `total`, or the number of an area or sub-area.
    pub value: Option<Spanned<String>>,
    /// What it is about where that is no score, such as `Antal intervjuade`.
    pub what: Option<Spanned<String>>,
    /// What the portal said before; a score as a record has it, or the kind of its absence.
    pub old: Spanned<String>,
    /// What it says now, likewise.
    pub new: Spanned<String>,
    /// Why.
    pub reason: String,
}
