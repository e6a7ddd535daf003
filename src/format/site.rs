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
    /// The day (`YYYY-MM-DD`) on which the publisher last changed anything that no other date
    /// of the content tells of.
    pub updated: Option<Spanned<String>>,
    /// Whether evaluators are named (P7). Without them no file of the site has their names,
    /// roles and organisations.
    #[serde(default = "yes")]
    pub people: bool,
    /// What the portal wears.
    #[serde(default)]
    pub appearance: Appearance,
    /// Links after the main navigation, such as to the publisher's own site.
    #[serde(default)]
    pub header_links: Vec<SiteLink>,
    /// Links in the foot of every page.
    #[serde(default)]
    pub footer_links: Vec<SiteLink>,
    /// Pages that tell in other languages what the portal is.
    #[serde(default)]
    pub introductions: Vec<Introduction>,
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
    /// Mail address or web address for questions.
    pub contact: Option<Spanned<String>>,
    /// Telephone number, as it is to be shown.
    pub phone: Option<Spanned<String>>,
    /// Postal address in one line.
    pub address: Option<Spanned<String>>,
}

/// What the portal wears. What is left out is as the theme has it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Appearance {
    /// A picture, SVG or PNG, below `files/` of the theme, that stands for the portal's name.
    pub logo: Option<Spanned<String>>,
    /// Names of fonts, the first that a reader's device has being used.
    #[serde(default)]
    pub font: Vec<Spanned<String>>,
    /// The colour of links and of what can be pressed.
    #[serde(default)]
    pub accent: Accent,
}

/// A colour for light and for dark pages, each as CSS writes it, such as `#0b5563`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Accent {
    /// On light pages.
    pub light: Option<Spanned<String>>,
    /// On dark pages.
    pub dark: Option<Spanned<String>>,
}

/// A page in another language than the portal's that tells what it is and how to read it. Its
/// text lies in `content/introductions/<language>.md`, its address is `/<language>/`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Introduction {
    /// The language as `lang` has it, in small letters, such as `en`.
    pub language: Spanned<String>,
    /// What the link to it says in the foot of every page, in that language: `In English`.
    pub name: Spanned<String>,
    /// What its list of contents is called, in that language; without it there is no list.
    pub contents: Option<Spanned<String>>,
}

/// A link that the publisher adds.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SiteLink {
    /// What it says.
    pub name: Spanned<String>,
    /// A page of the portal, such as `/om/`, a web address, or a `mailto:`.
    pub url: Spanned<String>,
}
