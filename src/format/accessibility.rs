//! `content/accessibility.toml`: the accessibility statement, with the fields that the Swedish
//! Agency for Digital Government (Digg) asks for: actor, service, how far it meets the law, what
//! does not with the reason for each, when that was assessed and how, the day of the last change,
//! how to report what does not work, and whom to turn to after that.
//! Source: digg.se, "Skapa en tillgänglighetsredogörelse", and the law (2018:1937), 9, 12 and 14 §§.

use serde::Deserialize;
use toml::Spanned;

use crate::model::{LegalGround, Status};

/// The content of `accessibility.toml`. All texts are plain, without Markdown.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Statement {
    /// [`super::VERSION`].
    pub format: Spanned<u32>,
    /// Who answers for the service.
    pub actor: Spanned<String>,
    /// What the service is called.
    pub service: Spanned<String>,
    /// How far it meets the law.
    pub status: Spanned<Status>,
    /// The day of the assessment, `YYYY-MM-DD`.
    pub assessed: Spanned<String>,
    /// The day on which this statement was last changed, `YYYY-MM-DD`.
    pub updated: Spanned<String>,
    /// Who assessed it, and how.
    pub method: Spanned<String>,
    /// How the service is meant to work for everybody, if anything is said of that.
    #[serde(default)]
    pub measures: Vec<Measure>,
    /// What does not, or need not.
    #[serde(default)]
    pub shortcomings: Vec<Shortcoming>,
    /// How to report what does not work.
    pub report: Report,
    /// Whom to turn to when that did not help.
    pub supervision: Supervision,
}

/// Something that helps.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Measure {
    /// What it is about, in a few words.
    pub name: Spanned<String>,
    /// What is meant to work.
    pub text: Spanned<String>,
}

/// Something that not everybody can use.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Shortcoming {
    /// What.
    pub what: Spanned<String>,
    /// Why.
    pub why: Spanned<String>,
    /// What the law says of it.
    pub ground: LegalGround,
}

/// How to report what does not work.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Report {
    /// Mail address or web address.
    pub contact: Spanned<String>,
    /// What to write, and other ways.
    pub how: Spanned<String>,
    /// How soon one has an answer, such as `inom fem arbetsdagar`.
    pub response: Spanned<String>,
}

/// Who sees to it that the law is kept.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Supervision {
    /// The authority.
    pub authority: Spanned<String>,
    /// Where to complain.
    pub url: Spanned<String>,
}
