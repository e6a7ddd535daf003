//! `content/evaluations/<slug>/<year>/evaluation.toml`: the facts of one
//! evaluation, figures as printed.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{Citation, Printed};

/// One evaluation's record.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Evaluation {
    /// [`super::VERSION`].
    pub format: Spanned<u32>,
    /// The municipality's kommunkod.
    pub code: Spanned<String>,
    /// Id of the edition.
    pub edition: Spanned<String>,
    /// Whether the source says so.
    pub edition_basis: EditionBasis,
    /// Year of the evaluation.
    pub year: Spanned<u16>,
    /// Month of the evaluation, 1–12.
    pub month: Option<Spanned<u8>>,
    /// Date on the cover, `YYYY-MM-DD`.
    pub cover_date: Option<Spanned<String>>,
    /// Which evaluation of the municipality it is, from 1.
    pub ordinal: Option<Spanned<u8>>,
    /// How many people were interviewed.
    pub interviews: Option<Spanned<u16>>,
    /// Who made it, where the source says so (P7).
    #[serde(default)]
    pub evaluators: Vec<Evaluator>,
    /// Years of earlier evaluations that the source mentions.
    #[serde(default)]
    pub earlier: Vec<Spanned<u16>>,
    /// Stems of the Markdown files beside the record.
    #[serde(default)]
    pub narratives: Vec<Spanned<String>>,
    /// Date of the last change to the record or its texts, `YYYY-MM-DD` (P9).
    pub updated: Option<Spanned<String>>,
    /// The original report, a file beside the record that may be published.
    pub report: Option<Spanned<String>>,
    /// Short facts that the source gives of the municipality.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// Where the figures come from.
    pub source: Citation,
    /// The figures.
    pub scores: Spanned<Scores>,
    /// Kind of every absent value (P4), by `total`, `areas`, `sub-areas`, or
    /// the number of an area or sub-area.
    #[serde(default)]
    pub missing: BTreeMap<Spanned<String>, Spanned<Missing>>,
    /// Passages that call the municipality itself a good example.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// Passages that name another municipality to learn from.
    #[serde(default)]
    pub referrals: Vec<Referral>,
}

/// A short fact, as the source gives it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// As printed.
    pub value: String,
}

/// How it is known which edition an evaluation belongs to.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum EditionBasis {
    /// The source says so.
    Stated,
    /// Concluded from the time or the shape of the evaluation.
    Inferred,
}

/// Somebody the source names as an evaluator.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Evaluator {
    /// Full name.
    pub name: String,
    /// What they are there, such as `senior konsult`.
    pub role: Option<String>,
    /// Where they work.
    pub organisation: Option<String>,
}

/// Printed figures; every table has the columns' or boxes' own values.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Scores {
    /// The total, where the source states one.
    pub total: Option<Spanned<String>>,
    /// Area rows of the score table, or published area values.
    #[serde(default)]
    pub areas: Printed,
    /// Boxes in the areas' chapters.
    #[serde(default)]
    pub boxes: Printed,
    /// Points per sub-area.
    #[serde(default)]
    pub points: Printed,
    /// Percentage per sub-area, without the sign.
    #[serde(default)]
    pub percent: Printed,
}

/// Why a value is absent from a record.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The source does not give it.
    NotPublished,
    /// The source gives it, but it cannot be read.
    Unreadable,
}

/// Whether a passage may be shown.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// A person has read it.
    #[default]
    Confirmed,
    /// An import has found it; not shown before somebody has read it.
    Proposed,
}

/// A passage that calls the evaluated municipality a good example.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Example {
    /// `a–z0–9-`; the anchor is `#exempel-<id>`.
    pub id: Spanned<String>,
    /// Number of the area.
    pub area: Spanned<u8>,
    /// Number of the sub-area, such as `3.2`.
    pub sub_area: Option<Spanned<String>>,
    /// What is exemplary.
    pub topic: String,
    /// Where the passage stands in the source.
    pub place: String,
    /// Whether a person has agreed.
    #[serde(default)]
    pub status: Status,
}

/// A passage that names another municipality to learn from.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Referral {
    /// `a–z0–9-`; the anchor is `#exempel-<id>`.
    pub id: Spanned<String>,
    /// Name or kommunkod of the municipality named.
    pub municipality: Spanned<String>,
    /// Number of the area.
    pub area: Spanned<u8>,
    /// Number of the sub-area, such as `3.2`.
    pub sub_area: Option<Spanned<String>>,
    /// What there is to learn.
    pub topic: String,
    /// Where the passage stands in the source.
    pub place: String,
    /// Whether a person has agreed.
    #[serde(default)]
    pub status: Status,
}
