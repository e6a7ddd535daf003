//! `content/evaluations/<slug>/<year>/evaluation.toml`: the facts of one
//! evaluation, figures as printed.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use toml::Spanned;
use toml::value::Datetime;

use super::{Citation, Licence, Printed};

/// Name of the record's file.
pub const FILE: &str = "evaluation.toml";

/// One evaluation's record. Its keys are written in this order.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Evaluation {
    /// [`super::VERSION`].
    pub format: Spanned<u32>,
    /// Whether it stays out of the portal until a person has looked through it (P11).
    #[serde(default, skip_serializing_if = "is_false")]
    pub draft: bool,
    /// The day from which it is published, `YYYY-MM-DD`.
    pub publish_at: Option<Spanned<Day>>,
    /// Why the evaluation has been taken back after it was published (P12).
    pub withdrawn: Option<Spanned<String>>,
    /// The municipality's kommunkod.
    pub code: Spanned<String>,
    /// Id of the edition.
    pub edition: Spanned<String>,
    /// Whether the source names the edition or it was concluded.
    pub edition_basis: EditionBasis,
    /// From what an edition that the source does not name was concluded.
    pub edition_ground: Option<Spanned<EditionGround>>,
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evaluators: Vec<Evaluator>,
    /// Years of earlier evaluations that the source mentions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Spanned<u16>>,
    /// Stems of the Markdown files beside the record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub narratives: Vec<Spanned<String>>,
    /// Whose words these texts are; said wherever there are any.
    pub texts: Option<Spanned<Texts>>,
    /// Terms under which these texts may be used, where they are not the usual ones (P10).
    pub texts_licence: Option<Spanned<Licence>>,
    /// Date of the last change to the record or its texts, `YYYY-MM-DD` (P9).
    pub updated: Option<Spanned<String>>,
    /// The original report, a file beside the record that may be published.
    pub report: Option<Spanned<String>>,
    /// Short facts that the source gives of the municipality.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// Where the figures come from.
    pub source: Citation,
    /// The figures.
    pub scores: Spanned<Scores>,
    /// Kind of every absent value (P4), by `total`, `areas`, `sub-areas`, or
    /// the number of an area or sub-area.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub missing: BTreeMap<Spanned<String>, Spanned<Missing>>,
    /// Passages that call the municipality itself a good example.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
    /// Passages that name another municipality to learn from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub referrals: Vec<Referral>,
}

/// The keys at the top of a record, in the order in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the fields of an evaluation tell")]
pub enum Key {
    Format,
    Draft,
    PublishAt,
    Withdrawn,
    Code,
    Edition,
    EditionBasis,
    EditionGround,
    Year,
    Month,
    CoverDate,
    Ordinal,
    Interviews,
    Evaluators,
    Earlier,
    Narratives,
    Texts,
    TextsLicence,
    Updated,
    Report,
    Facts,
    Source,
    Scores,
    Missing,
    Examples,
    Referrals,
}

impl Key {
    /// Every key with its name in the file.
    const NAMES: [(Self, &'static str); 26] = [
        (Self::Format, "format"),
        (Self::Draft, "draft"),
        (Self::PublishAt, "publish-at"),
        (Self::Withdrawn, "withdrawn"),
        (Self::Code, "code"),
        (Self::Edition, "edition"),
        (Self::EditionBasis, "edition-basis"),
        (Self::EditionGround, "edition-ground"),
        (Self::Year, "year"),
        (Self::Month, "month"),
        (Self::CoverDate, "cover-date"),
        (Self::Ordinal, "ordinal"),
        (Self::Interviews, "interviews"),
        (Self::Evaluators, "evaluators"),
        (Self::Earlier, "earlier"),
        (Self::Narratives, "narratives"),
        (Self::Texts, "texts"),
        (Self::TextsLicence, "texts-licence"),
        (Self::Updated, "updated"),
        (Self::Report, "report"),
        (Self::Facts, "facts"),
        (Self::Source, "source"),
        (Self::Scores, "scores"),
        (Self::Missing, "missing"),
        (Self::Examples, "examples"),
        (Self::Referrals, "referrals"),
    ];

    /// Every key, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::NAMES.into_iter().map(|(key, _)| key)
    }

    /// Its name in the file.
    pub fn name(self) -> &'static str {
        Self::NAMES.into_iter().find(|(key, _)| *key == self).map_or("", |(_, name)| name)
    }

    /// The key with this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(_, other)| *other == name).map(|(key, _)| key)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_false(value: &bool) -> bool {
    !value
}

/// A day that is still to be read. TOML has dates of its own: both `2027-02-01` and
/// `"2027-02-01"` are taken, because the mistake would be to miss the day for want of
/// quotes.
#[derive(Clone, Debug, Serialize)]
pub struct Day(pub String);

impl AsRef<str> for Day {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Day;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a date such as 2027-02-01")
            }

            fn visit_str<E>(self, text: &str) -> Result<Day, E> {
                Ok(Day(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Day, A::Error> {
                Datetime::deserialize(MapAccessDeserializer::new(map)).map(|date| Day(date.to_string()))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// A short fact, as the source gives it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// As printed.
    pub value: String,
}

/// How it is known which edition an evaluation belongs to.
///
/// It stands beside `model::Basis`, as [`Missing`] stands beside `model::Absence`,
/// because the model knows nothing of serde: what a file may say is settled here.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditionBasis {
    /// The source names the edition.
    Stated,
    /// The source does not: concluded from `edition-ground`.
    Inferred,
}

/// From what an edition was concluded.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditionGround {
    /// The maxima of the sub-areas, which are those of that edition only.
    Maxima,
    /// When the evaluation was made.
    Time,
}

/// Whose words the texts of an evaluation are (P10).
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Texts {
    /// The report's, word for word.
    Verbatim,
    /// The publisher's own, who says what the report says.
    Own,
}

/// A person whom the source names as an evaluator.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Evaluator {
    /// Full name.
    pub name: String,
    /// Where they work.
    pub organisation: Option<String>,
    /// What they are there, such as `senior konsult`.
    pub role: Option<String>,
}

/// Printed figures. Every table has the values of one column of the score table, or
/// of the boxes, as they are printed; nothing here is computed.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Scores {
    /// The total, where the source states one.
    pub total: Option<Spanned<String>>,
    /// Area rows of the score table, or published area values.
    #[serde(default, skip_serializing_if = "Printed::is_empty")]
    pub areas: Printed,
    /// Boxes in the areas' chapters.
    #[serde(default, skip_serializing_if = "Printed::is_empty")]
    pub boxes: Printed,
    /// Points per sub-area.
    #[serde(default, skip_serializing_if = "Printed::is_empty")]
    pub points: Printed,
    /// Percentage per sub-area, without the sign.
    #[serde(default, skip_serializing_if = "Printed::is_empty")]
    pub percent: Printed,
}

impl Scores {
    /// The key of the total, here and in [`Evaluation::missing`].
    pub const TOTAL: &str = "total";
    /// The key of the areas' values, likewise.
    pub const AREAS: &str = "areas";
    /// The key of the boxes.
    pub const BOXES: &str = "boxes";
    /// The key of the sub-areas' points.
    pub const POINTS: &str = "points";
    /// The key of the sub-areas' percentages.
    pub const PERCENT: &str = "percent";

    /// Places that have been left empty, with their number; the total has none.
    pub fn blanks(&self) -> impl Iterator<Item = (&str, &Spanned<String>)> {
        let total = self.total.iter().map(|value| ("", value));
        let tables = [&self.areas, &self.boxes, &self.points, &self.percent];
        let others = tables.into_iter().flatten().map(|(number, value)| (number.get_ref().as_str(), value));
        total.chain(others).filter(|(_, value)| is_blank(value))
    }
}

/// Whether nobody has written anything in the place of a figure. In a draft that is to be done yet;
/// elsewhere it is a fault.
pub fn is_blank(printed: &Spanned<String>) -> bool {
    printed.get_ref().trim().is_empty()
}

/// Why a value is absent from a record.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The source does not give it.
    NotPublished,
    /// The source gives it, but it cannot be read.
    Unreadable,
}

impl Missing {
    /// The key for the points of all sub-areas in [`Evaluation::missing`].
    pub const SUB_AREAS: &str = "sub-areas";
}

/// Whether a passage has been confirmed and may be shown.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// A person has read it.
    #[default]
    Confirmed,
    /// An import has found it; not shown before a person has read it.
    Proposed,
}

impl Status {
    /// Whether a person has read it.
    pub fn is_confirmed(&self) -> bool {
        *self == Self::Confirmed
    }
}

/// The most characters of a summary of a good example or referral.
pub const MOST_OF_SUMMARY: usize = 300;

/// What no such summary has: it is shown as it is written, so these would be read as
/// the markup that they are elsewhere.
pub const MARKUP: [char; 7] = ['*', '_', '`', '<', '>', '[', ']'];

/// A passage that calls the evaluated municipality a good example.
#[derive(Clone, Debug, Deserialize, Serialize)]
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
    /// What the municipality does, in one or two plain sentences.
    pub summary: Option<Spanned<String>>,
    /// Where the passage stands in the source.
    pub place: String,
    /// Whether a person has agreed.
    #[serde(default, skip_serializing_if = "Status::is_confirmed")]
    pub status: Status,
}

/// A passage that names another municipality to learn from.
#[derive(Clone, Debug, Deserialize, Serialize)]
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
    /// What can be learnt.
    pub topic: String,
    /// What the municipality named does, in one or two plain sentences.
    pub summary: Option<Spanned<String>>,
    /// Where the passage stands in the source.
    pub place: String,
    /// Whether a person has agreed.
    #[serde(default, skip_serializing_if = "Status::is_confirmed")]
    pub status: Status,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A record with everything that a record can have, in order.
    const WHOLE: &str = r#"
format = 1
draft = true
publish-at = "2027-02-01"
withdrawn = "w"
code = "0001"
edition = "e"
edition-basis = "inferred"
edition-ground = "time"
year = 2001
month = 2
cover-date = "2001-02-03"
ordinal = 1
interviews = 2
evaluators = [{ name = "a", organisation = "b", role = "c" }]
earlier = [2000]
narratives = ["summary"]
texts = "own"
texts-licence = { name = "l", url = "https://example.org/" }
updated = "2002-01-01"
report = "r.pdf"
facts = [{ label = "l", value = "v" }]

[source]
title = "t"
publisher = "p"
url = "https://example.org/"

[scores]
total = "4"

[scores.areas]
1 = "1"

[scores.boxes]
1 = "1"

[scores.points]
"1.1" = "1"

[scores.percent]
"1.1" = "10"

[missing]
"1.2" = "unreadable"
areas = "not-published"
sub-areas = "not-published"
total = "not-published"

[[examples]]
id = "a"
area = 1
sub-area = "1.1"
topic = "t"
summary = "s"
place = "p"
status = "proposed"

[[referrals]]
id = "b"
municipality = "m"
area = 1
sub-area = "1.1"
topic = "t"
summary = "s"
place = "p"
status = "proposed"
"#;

    #[test]
    fn a_record_is_written_as_it_is_read() {
        let table: toml::Table = toml::from_str(WHOLE).unwrap();
        let record: Evaluation = toml::from_str(WHOLE).unwrap();
        assert_eq!(toml::Table::try_from(&record).unwrap(), table);
    }

    #[test]
    fn a_day_may_be_a_date_or_a_text() {
        let day = |line: &str| {
            let text = WHOLE.replace("publish-at = \"2027-02-01\"", line);
            toml::from_str::<Evaluation>(&text).map(|it| it.publish_at.unwrap().into_inner().0)
        };
        assert_eq!(day("publish-at = 2027-02-01").unwrap(), "2027-02-01");
        assert_eq!(day("publish-at = 'soon'").unwrap(), "soon", "validation objects");
        assert!(
            day("publish-at = 2027").unwrap_err().message().ends_with("expected a date such as 2027-02-01")
        );
        assert!(day("publish-at = { year = 2027 }").is_err());
    }

    #[test]
    fn every_key_has_its_name_and_place() {
        let is_top = |line: &&str| !line.contains('.') && line.starts_with('[');
        let heads = WHOLE.lines().filter(is_top).map(|line| line.trim_matches(['[', ']']));
        let top = WHOLE.lines().take_while(|line| !line.starts_with('['));
        let top = top.filter_map(|line| Some(line.split_once(" = ")?.0));
        let keys: Vec<_> = top.chain(heads).map(|name| Key::of(name).unwrap()).collect();
        assert!(keys.is_sorted(), "{keys:?}");
        assert_eq!(keys, Key::NAMES.map(|(key, _)| key));
        let record: toml::Table = toml::from_str(WHOLE).unwrap();
        let scores: Vec<_> = record["scores"].as_table().unwrap().keys().map(String::as_str).collect();
        let expected = [Scores::AREAS, Scores::BOXES, Scores::PERCENT, Scores::POINTS, Scores::TOTAL];
        assert_eq!(scores, expected);
    }
}
