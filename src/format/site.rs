//! `site.toml`: what the portal is called, where it lives, who answers for it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::Licence;

/// The settings of a project, as `site.toml` has them.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Settings {
    /// [`super::VERSION`].
    pub format: Spanned<u32>,
    /// Name of the portal.
    pub title: String,
    /// Absolute address of the home page; its path is the default base path.
    pub base_address: Spanned<String>,
    /// Language of content and interface: a file of the theme's texts.
    pub language: Spanned<String>,
    /// Folder below `themes/`.
    pub theme: Spanned<String>,
    /// Who publishes the portal.
    pub publisher: Publisher,
    /// Terms under which the data may be used.
    pub data_licence: Licence,
    /// Mail address or web address for reports of errors.
    pub error_contact: Spanned<String>,
    /// Whether evaluators are named (P7). Without them no file of the site has their names,
    /// roles and organisations.
    #[serde(default = "yes")]
    pub people: bool,
    /// Page stem → date (`YYYY-MM-DD`) by which its text is to be read again.
    #[serde(default)]
    pub review: BTreeMap<Spanned<String>, Spanned<String>>,
}

fn yes() -> bool {
    true
}

/// Who publishes the portal.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Publisher {
    /// Full name.
    pub name: String,
    /// Home page.
    pub url: Option<Spanned<String>>,
}
