//! `content/references.toml`: published means to compare with.

use serde::Deserialize;
use toml::Spanned;

use super::{Citation, Printed};

/// The content of `references.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct References {
    /// [`super::VERSION`].
    pub format: Spanned<u32>,
    /// Published means, best first: the first one with a value of an edition
    /// is drawn in charts.
    #[serde(default)]
    pub means: Vec<Mean>,
}

/// One published set of means. Never shown without population, edition, date.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Mean {
    /// Id of the edition.
    pub edition: Spanned<String>,
    /// `YYYY` or `YYYY-MM`.
    pub as_of: Spanned<String>,
    /// Which municipalities it is the mean of.
    pub population: String,
    /// Mean total, as printed.
    pub total: Option<Spanned<String>>,
    /// Mean per area, as printed.
    #[serde(default)]
    pub areas: Printed,
    /// Where it was published.
    pub source: Citation,
}
