//! One evaluation as JSON: all its figures, texts and sources.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::value::{parts, total_parts};
use crate::format::VERSION;
use crate::markdown::Prose;
use crate::model::{
    AreaResult, BaseAddress, Change, Citation, Corrected, Edition, Entry, List, Lists, Place, Portal, Score,
    SubAreaResult, Texts, Total,
};
use crate::route::{Anchor, Route};

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    /// Only in a preview.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    draft: bool,
    address: String,
    municipality: Municipality<'a>,
    year: u16,
    month: Option<u8>,
    edition: &'a str,
    edition_basis: &'static str,
    edition_ground: Option<&'static str>,
    texts: Option<&'static str>,
    texts_licence: Option<Licence<'a>>,
    ordinal: Option<u8>,
    interviews: Option<u16>,
    evaluators: Vec<Evaluator<'a>>,
    cover_date: Option<String>,
    updated: Option<String>,
    facts: Vec<Fact<'a>>,
    source: Source<'a>,
    total: TotalValue,
    maximum: u16,
    areas: Vec<Area<'a>>,
    summary: Option<Cow<'a, str>>,
    examples: Vec<Passage<'a>>,
    referrals: Vec<Passage<'a>>,
    corrections: Vec<Correction<'a>>,
}

/// A correction (P9): of the score `value`, or of `what` words say.
#[derive(Serialize)]
struct Correction<'a> {
    date: String,
    value: Option<String>,
    what: Option<&'a str>,
    /// Points, or the kind of their absence; words with `what`.
    old: Cow<'a, str>,
    new: Cow<'a, str>,
    reason: &'a str,
}

/// What the texts may be used for (P10).
#[derive(Serialize)]
struct Licence<'a> {
    name: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
struct Evaluator<'a> {
    name: &'a str,
    role: Option<&'a str>,
    organisation: Option<&'a str>,
}

#[derive(Serialize)]
struct Fact<'a> {
    label: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
struct Municipality<'a> {
    code: &'a str,
    name: &'a str,
    official_name: &'a str,
    county: &'a str,
    group: &'a str,
}

#[derive(Serialize)]
struct Source<'a> {
    title: &'a str,
    publisher: Option<&'a str>,
    url: Option<&'a str>,
}

/// A printed value, or the kind of its absence; the other key is left out.
#[derive(Serialize)]
struct Value {
    #[serde(skip_serializing_if = "String::is_empty")]
    points: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    missing: &'static str,
}

#[derive(Serialize)]
struct TotalValue {
    #[serde(flatten)]
    value: Value,
    #[serde(skip_serializing_if = "str::is_empty")]
    basis: &'static str,
}

#[derive(Serialize)]
struct Area<'a> {
    number: u8,
    name: &'a str,
    #[serde(flatten)]
    value: Value,
    table: Option<String>,
    r#box: Option<String>,
    sub_areas: Vec<SubArea<'a>>,
    introduction: Option<Cow<'a, str>>,
    sections: Vec<Section<'a>>,
    #[serde(flatten)]
    lists: ListTexts<'a>,
}

/// The items of every list under its name. Empty lists are written too, so that the
/// keys are always the same.
struct ListTexts<'a>(Option<&'a Lists>);

impl Serialize for ListTexts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items = |list| self.0.map_or(&[][..], |lists| lists.items(list)).iter().map(Prose::source);
        serializer.collect_map(List::ALL.map(|list| (list.name(), items(list).collect::<Vec<_>>())))
    }
}

#[derive(Serialize)]
struct SubArea<'a> {
    number: String,
    name: &'a str,
    #[serde(flatten)]
    value: Value,
    maximum: u8,
    percent: Option<String>,
}

#[derive(Serialize)]
struct Section<'a> {
    sub_area: String,
    heading: &'a str,
    text: Cow<'a, str>,
}

#[derive(Serialize)]
struct Passage<'a> {
    id: &'a str,
    topic: &'a str,
    summary: Option<&'a str>,
    area: u8,
    sub_area: Option<String>,
    place: &'a str,
    municipality: Option<&'a str>,
    address: String,
}

/// How many bytes most files have, so that few buffers have to grow.
const USUAL_FILE: usize = 1 << 17;

/// The JSON file of one evaluation.
pub(super) fn json(portal: &Portal, entry: Entry<'_>, base: &BaseAddress) -> Option<(Route, Vec<u8>)> {
    let Entry { municipality, edition, evaluation } = entry;
    let page = Route::Evaluation(municipality.slug.clone(), evaluation.key.year);
    let passage = |place, to| passage(place, to, &page, base);
    let document = Document {
        format: VERSION,
        draft: evaluation.publication.is_draft(),
        municipality: Municipality {
            code: &municipality.code.0,
            name: &municipality.name,
            official_name: &municipality.official_name,
            county: &municipality.county.name,
            group: &municipality.group.name,
        },
        year: evaluation.key.year,
        month: evaluation.month,
        edition: &edition.id.0,
        edition_basis: evaluation.basis.name(),
        edition_ground: evaluation.basis.ground(),
        texts: evaluation.texts.map(Texts::name),
        texts_licence: evaluation
            .licence(&portal.site.licence)
            .map(|it| Licence { name: &it.name, url: &it.url }),
        ordinal: evaluation.ordinal,
        interviews: evaluation.interviews,
        evaluators: evaluation.evaluators.iter().map(evaluator).collect(),
        cover_date: evaluation.cover_date.map(crate::language::format_date_iso),
        facts: evaluation.facts.iter().map(|it| Fact { label: &it.label, value: &it.value }).collect(),
        updated: evaluation.updated.map(crate::language::format_date_iso),
        source: source(&evaluation.source),
        total: total(evaluation.total()),
        maximum: edition.maximum(),
        areas: evaluation.areas.iter().filter_map(|result| area(edition, result)).collect(),
        summary: evaluation.summary.as_ref().map(Prose::source),
        examples: evaluation.examples.iter().map(|it| passage(&it.place, None)).collect(),
        referrals: evaluation.referrals.iter().map(|it| passage(&it.place, Some(it.to.0.as_str()))).collect(),
        corrections: portal.corrections(&evaluation.key).map(correction).collect(),
        address: page.url(base),
    };
    let route = Route::EvaluationData(municipality.slug.clone(), evaluation.key.year);
    let mut bytes = Vec::with_capacity(USUAL_FILE);
    serde_json::to_writer(&mut bytes, &document).ok()?;
    bytes.shrink_to_fit();
    Some((route, bytes))
}

fn evaluator(evaluator: &crate::model::Evaluator) -> Evaluator<'_> {
    Evaluator {
        name: &evaluator.name,
        role: evaluator.role.as_deref(),
        organisation: evaluator.organisation.as_deref(),
    }
}

fn correction(change: &Change) -> Correction<'_> {
    let (value, what, old, new) = match &change.corrected {
        Corrected::Score { of, old, new } => {
            (Some(of.to_string()), None, printed(*old).into(), printed(*new).into())
        }
        Corrected::Other { what, old, new } => {
            (None, Some(what.as_str()), old.as_str().into(), new.as_str().into())
        }
    };
    Correction {
        date: crate::language::format_date_iso(change.date),
        value,
        what,
        old,
        new,
        reason: &change.reason,
    }
}

/// The points, or the kind of their absence.
fn printed(score: Score) -> String {
    let (points, missing) = parts(score);
    if missing.is_empty() { points } else { missing.to_owned() }
}

fn source(citation: &Citation) -> Source<'_> {
    Source { title: &citation.title, publisher: citation.publisher.as_deref(), url: citation.url.as_deref() }
}

fn value(score: Score) -> Value {
    let (points, missing) = parts(score);
    Value { points, missing }
}

fn total(total: Total) -> TotalValue {
    let (points, basis, missing) = total_parts(total);
    TotalValue { value: Value { points, missing }, basis }
}

fn area<'a>(edition: &'a Edition, result: &'a AreaResult) -> Option<Area<'a>> {
    let narrative = result.narrative.as_ref();
    let sections = narrative.into_iter().flat_map(|it| &it.sections);
    Some(Area {
        number: result.number,
        name: &edition.area(result.number)?.name,
        value: value(result.value()),
        table: result.table.map(|points| points.to_string()),
        r#box: result.boxed.map(|points| points.to_string()),
        sub_areas: result.sub_areas.iter().filter_map(|it| sub_area(edition, it)).collect(),
        introduction: narrative.map(|it| it.introduction.source()).filter(|text| !text.is_empty()),
        sections: sections
            .map(|it| Section {
                sub_area: it.sub_area.to_string(),
                heading: &it.heading,
                text: it.prose.source(),
            })
            .collect(),
        lists: ListTexts(narrative.map(|it| &it.lists)),
    })
}

fn sub_area<'a>(edition: &'a Edition, result: &SubAreaResult) -> Option<SubArea<'a>> {
    let sub_area = edition.sub_area(result.number)?;
    Some(SubArea {
        number: result.number.to_string(),
        name: &sub_area.name,
        value: value(result.points),
        maximum: sub_area.maximum,
        percent: result.percent.map(|percent| percent.to_string()),
    })
}

fn passage<'a>(
    place: &'a Place,
    municipality: Option<&'a str>,
    page: &Route,
    base: &BaseAddress,
) -> Passage<'a> {
    Passage {
        id: &place.id,
        topic: &place.topic,
        summary: place.summary.as_deref(),
        area: place.area,
        sub_area: place.sub_area.map(|number| number.to_string()),
        place: &place.passage,
        municipality,
        address: page.clone().at(Anchor::Example(place.id.clone())).url(base),
    }
}
