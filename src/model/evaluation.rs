//! Evaluations, and which of their printed values the portal counts with.

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::difference::Difference;
use super::{AreaNarrative, AreaNumber, Code, EditionId, Licence, Publication, SubAreaNumber, Year};
use crate::markdown::Prose;

/// What identifies an evaluation; sorts by municipality, then year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EvaluationKey {
    /// The municipality.
    pub code: Code,
    /// The year.
    pub year: Year,
}

/// One evaluation.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// Municipality and year.
    pub key: EvaluationKey,
    /// Whether it is published. In a portal without drafts each is, and in no portal is one
    /// that has been withdrawn.
    pub publication: Publication,
    /// Month, 1–12, where known.
    pub month: Option<u8>,
    /// Its edition.
    pub edition: EditionId,
    /// How the edition is known.
    pub basis: Basis,
    /// Whether it was made more than ten years before the day of the build.
    pub is_old: bool,
    /// Whose words its texts are; none where there are none.
    pub texts: Option<Texts>,
    /// The licence of its texts, where the record states one.
    pub stated_licence: Option<Licence>,
    /// Date on the report's cover.
    pub cover_date: Option<Date>,
    /// Which evaluation of the municipality it is, from 1.
    pub ordinal: Option<u8>,
    /// How many people were interviewed.
    pub interviews: Option<u16>,
    /// Who made it, where the source says so (P7).
    pub evaluators: Vec<Evaluator>,
    /// Years of earlier evaluations that the source mentions.
    pub earlier: Vec<Year>,
    /// Date of the last change to the record or its texts (P9).
    pub updated: Option<Date>,
    /// The original report.
    pub report: Option<Attachment>,
    /// Short facts that the source gives of the municipality.
    pub facts: Vec<Fact>,
    /// Where the figures come from.
    pub source: Citation,
    /// The total as the source states it.
    pub stated_total: Score,
    /// One result per area of the edition, in order.
    pub areas: Vec<AreaResult>,
    /// Where the source contradicts itself, or seems to.
    pub differences: Vec<Difference>,
    /// The summary.
    pub summary: Option<Prose>,
    /// Passages that call the municipality a good example.
    pub examples: Vec<Example>,
    /// Passages that name another municipality to learn from.
    pub referrals: Vec<Referral>,
}

/// A file that is published beside an evaluation.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its name in the address, which needs no encoding.
    pub name: String,
    /// Its content.
    pub bytes: Arc<[u8]>,
}

/// A short fact, as the source gives it.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// As printed.
    pub value: String,
}

/// How it is known which edition an evaluation belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The source names the edition.
    Stated,
    /// The source does not, and the portal has concluded it.
    Inferred(Ground),
}

/// Whose words the texts of an evaluation are (P10).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texts {
    /// The report's, word for word.
    Verbatim,
    /// The publisher's own, who says what the report says.
    Own,
}

impl Texts {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Own => "own",
        }
    }
}

/// From what an edition was concluded (P10).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The maxima of the sub-areas, which are those of that edition only.
    Maxima,
    /// When the evaluation was made.
    Time,
}

impl Basis {
    /// Whether the portal has concluded the edition and has to say so.
    pub fn is_inferred(self) -> bool {
        self != Self::Stated
    }

    /// The name in files of what it was concluded from; none where the source names it.
    pub fn ground(self) -> Option<&'static str> {
        match self {
            Self::Stated => None,
            Self::Inferred(Ground::Maxima) => Some("maxima"),
            Self::Inferred(Ground::Time) => Some("time"),
        }
    }

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Inferred(_) => "inferred",
        }
    }
}

/// A person whom the source names as an evaluator.
#[derive(Clone, Debug)]
pub struct Evaluator {
    /// Full name.
    pub name: String,
    /// What they are there, such as `senior konsult`.
    pub role: Option<String>,
    /// Where they work.
    pub organisation: Option<String>,
}

/// Where something comes from.
#[derive(Clone, Debug)]
pub struct Citation {
    /// What the source is.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its web address.
    pub url: Option<String>,
}

/// A printed value or the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Score {
    /// The value with the decimals of the source.
    Points(Decimal),
    /// There is no value, for this reason.
    Absent(Absence),
}

impl Score {
    /// The value, if there is one.
    pub fn points(self) -> Option<Decimal> {
        match self {
            Self::Points(points) => Some(points),
            Self::Absent(_) => None,
        }
    }

    /// Why there is no value; `None` when there is one.
    pub fn absence(self) -> Option<Absence> {
        match self {
            Self::Points(_) => None,
            Self::Absent(absence) => Some(absence),
        }
    }
}

/// The four kinds of missing value (P4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absence {
    /// The municipality has no evaluation in the portal.
    NoEvaluation,
    /// It has one, but not in that edition.
    NotInEdition,
    /// The source does not give the value.
    NotPublished,
    /// The source gives it, but it cannot be read.
    Unreadable,
}

impl Absence {
    /// All four.
    pub const ALL: [Self; 4] = [Self::NoEvaluation, Self::NotInEdition, Self::NotPublished, Self::Unreadable];

    /// Its name in files and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoEvaluation => "no-evaluation",
            Self::NotInEdition => "not-in-edition",
            Self::NotPublished => "not-published",
            Self::Unreadable => "unreadable",
        }
    }
}

/// The total that counts: as stated, else the sum of the area values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// Printed in the source.
    Stated(Decimal),
    /// The sum of the areas' values, to be labelled as computed.
    Computed(Decimal),
    /// Neither stated nor the sum of a complete set of areas.
    Absent(Absence),
}

impl Total {
    /// The points, if there are any.
    pub fn points(self) -> Option<Decimal> {
        match self {
            Self::Stated(points) | Self::Computed(points) => Some(points),
            Self::Absent(_) => None,
        }
    }

    /// Why there are no points, if there are none.
    pub fn absence(self) -> Option<Absence> {
        match self {
            Self::Stated(_) | Self::Computed(_) => None,
            Self::Absent(absence) => Some(absence),
        }
    }
}

/// What an evaluation says of one area.
#[derive(Clone, Debug)]
pub struct AreaResult {
    /// The area's number.
    pub number: AreaNumber,
    /// The area's row of the score table, or its published value.
    pub table: Option<Decimal>,
    /// The box in the area's chapter.
    pub boxed: Option<Decimal>,
    /// Why neither exists; without meaning as long as one of them does.
    pub absence: Absence,
    /// One result per sub-area, in order.
    pub sub_areas: Vec<SubAreaResult>,
    /// Its narrative.
    pub narrative: Option<AreaNarrative>,
}

impl AreaResult {
    /// The value that counts: the table's row, else the box.
    pub fn value(&self) -> Score {
        self.table.or(self.boxed).map_or(Score::Absent(self.absence), Score::Points)
    }

    /// Whether there is more to say of the area than its value: points of
    /// sub-areas or a narrative.
    pub fn is_detailed(&self) -> bool {
        self.narrative.is_some() || self.sub_areas.iter().any(|sub_area| sub_area.points.points().is_some())
    }
}

/// What an evaluation says of one sub-area.
#[derive(Clone, Debug)]
pub struct SubAreaResult {
    /// Its number.
    pub number: SubAreaNumber,
    /// Points.
    pub points: Score,
    /// Percentage of the maximum, as printed.
    pub percent: Option<Decimal>,
}

/// Where in an evaluation a good example belongs.
#[derive(Clone, Debug)]
pub struct Place {
    /// Id, unique in the evaluation.
    pub id: String,
    /// Its area.
    pub area: AreaNumber,
    /// Its sub-area, where the passage is about one.
    pub sub_area: Option<SubAreaNumber>,
    /// What it is about.
    pub topic: String,
    /// What the municipality to learn from does, in one or two plain sentences.
    pub summary: Option<String>,
    /// Where the passage stands in the source.
    pub passage: String,
    /// Whether an import has proposed it and no reviewer has confirmed it yet.
    pub is_proposed: bool,
}

/// The report calls the evaluated municipality a good example.
#[derive(Clone, Debug)]
pub struct Example {
    /// What and where.
    pub place: Place,
}

/// The report names another municipality to learn from.
#[derive(Clone, Debug)]
pub struct Referral {
    /// What and where.
    pub place: Place,
    /// The municipality named.
    pub to: Code,
}

impl Evaluation {
    /// Whether a good example or a referral of it is only proposed.
    pub fn has_proposals(&self) -> bool {
        let referrals = self.referrals.iter().map(|it| &it.place);
        self.examples.iter().map(|it| &it.place).chain(referrals).any(|it| it.is_proposed)
    }

    /// The same without the good examples and referrals that are only proposed.
    #[must_use]
    pub fn without_proposals(mut self) -> Self {
        self.examples.retain(|it| !it.place.is_proposed);
        self.referrals.retain(|it| !it.place.is_proposed);
        self
    }

    /// The licence of its texts: as stated, else `of_site` for the publisher's own words and
    /// none for those of the report (P10). None as well where there are no texts.
    pub fn licence<'a>(&'a self, of_site: &'a Licence) -> Option<&'a Licence> {
        let usual = match self.texts? {
            Texts::Own => Some(of_site),
            Texts::Verbatim => None,
        };
        self.stated_licence.as_ref().or(usual)
    }

    /// The total that counts.
    pub fn total(&self) -> Total {
        match (self.stated_total, self.area_sum()) {
            (Score::Points(points), _) => Total::Stated(points),
            (Score::Absent(_), Some(sum)) => Total::Computed(sum),
            (Score::Absent(absence), None) => Total::Absent(absence),
        }
    }

    /// The sum of the areas' values, if all of them are known (P4: nothing is
    /// dropped from a sum silently).
    pub fn area_sum(&self) -> Option<Decimal> {
        if self.areas.is_empty() {
            return None;
        }
        self.areas.iter().map(|area| area.value().points()).sum()
    }

    /// The result of the area numbered `number`.
    pub fn area(&self, number: AreaNumber) -> Option<&AreaResult> {
        self.areas.get(usize::from(number).checked_sub(1)?)
    }
    /// Whether there is anything to say of its areas (P5).
    pub fn has_areas(&self) -> bool {
        self.areas.iter().any(|area| area.value().points().is_some() || area.is_detailed())
    }
}
