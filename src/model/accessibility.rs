//! The accessibility statement.

use jiff::civil::Date;
use serde::Deserialize;

/// How far everybody can use the portal, as its publisher has assessed it.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Who answers for the portal.
    pub actor: String,
    /// What it is called.
    pub service: String,
    /// How far it meets the law.
    pub status: Status,
    /// The day of the assessment.
    pub assessed: Date,
    /// The day on which the statement was last changed.
    pub updated: Date,
    /// Who assessed it, and how.
    pub method: String,
    /// What is meant to work, each by a few words and in a sentence or two; may be none.
    pub measures: Vec<(String, String)>,
    /// What does not work for everybody, or need not, in the order of the file.
    pub shortcomings: Vec<Shortcoming>,
    /// `mailto:` or web address for reports of what does not work.
    pub contact: String,
    /// What to write, and other ways.
    pub how: String,
    /// How soon one has an answer.
    pub response: String,
    /// Who sees to it that the law is kept.
    pub authority: String,
    /// Where to complain there.
    pub complaint: String,
}

/// Something that not everybody can use.
#[derive(Clone, Debug)]
pub struct Shortcoming {
    /// What.
    pub what: String,
    /// Why.
    pub why: String,
    /// What the law says of it.
    pub ground: LegalGround,
}

/// How far a service meets the law: one of the three answers there are.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Wholly: `helt förenlig`.
    Fully,
    /// Partly: `delvis förenlig`.
    Partly,
    /// Not at all: `inte förenlig`.
    Not,
}

/// What the law (2018:1937) says of something that not everybody can use.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum LegalGround {
    /// It falls short of the requirements.
    Requirements,
    /// To adapt it would be an unreasonable burden (12 §).
    Burden,
    /// The law does not reach it (9 §).
    OutsideLaw,
}
