//! The file formats, as serde types.
//!
//! What a file may hold is said here once and shared by everybody who reads or
//! writes one. The types mirror the files: numbers are still printed text,
//! names are still unresolved, and every value that a later rule can object to
//! remembers where it stood.

pub mod accessibility;
pub mod change;
pub mod edition;
pub mod evaluation;
pub mod narrative;
pub mod reference;
pub mod register;
pub mod review;
pub mod shape;
pub mod site;
pub mod synonym;
pub mod theme;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;

/// The version of every file format this Kompass reads and writes.
pub const VERSION: u32 = 1;

/// What stands in a new portal before what is to be filled in, up to the end of the line.
pub const PLACEHOLDER: &str = "FYLL I:";

/// Printed values by the number of their area (`"3"`) or sub-area (`"3.2"`).
pub type Printed = BTreeMap<Spanned<String>, Spanned<String>>;

/// Where a figure or a text comes from.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Citation {
    /// What the source is, in the language of the site.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its web address.
    pub url: Option<Spanned<String>>,
}

/// Terms under which something may be used.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Licence {
    /// Name, such as `CC BY 4.0`.
    pub name: String,
    /// Where its text is.
    pub url: Spanned<String>,
}
