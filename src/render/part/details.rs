//! The details of an evaluation, which stand on the page of its year and nowhere
//! else: they are the bulk of the site.

use serde::Serialize;

use super::correction::{CorrectionView, of_score};
use super::mean::{MeanView, mean};
use super::subject::Subject;
use super::value::{self, Link, Value};
use crate::language;
use crate::markdown::Prose;
use crate::model::{
    Area, AreaNarrative, AreaNumber, AreaResult, Difference, List, Measure, Section, SubAreaResult, Texts,
};
use crate::render::chart::bar;
use crate::render::template::Html;
use crate::route::{Anchor, METHOD, Route};

/// Results and texts of an evaluation (P5: what is known, and what is missing).
#[derive(Debug, Serialize)]
pub(crate) struct DetailsView {
    year: u16,
    edition: String,
    edition_href: String,
    comparability: String,
    /// Differences between printed values that concern the whole evaluation.
    notes: Vec<Note>,
    /// The id of these notes.
    notes_id: String,
    summary: Option<Html>,
    /// Whose words the texts are: `texts-<this>`.
    texts: Option<&'static str>,
    /// Their licence, if they have one.
    licence: Option<Link>,
    /// Empty when nothing is known of areas.
    areas: Vec<AreaRow>,
    /// The mean that the areas are compared with.
    mean: Option<MeanView>,
    /// Areas with more to say than their value.
    sections: Vec<AreaSection>,
}

/// A difference between printed values; its text is `note-<id>`.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Note {
    id: &'static str,
    area: Option<u8>,
    sub_area: Option<String>,
    /// The value that counts.
    value: String,
    /// What it differs from.
    other: String,
}

/// One area in the table of results.
#[derive(Debug, Serialize)]
pub(crate) struct AreaRow {
    number: u8,
    /// The id of the row or of the area's section.
    id: String,
    /// Whether the area has a section of its own.
    has_section: bool,
    name: String,
    value: Value,
    /// Corrections of the value, unless the area's section shows them.
    corrections: Vec<CorrectionView>,
    bar: Option<Html>,
    mean: Option<String>,
    difference: Option<String>,
}

/// One area in full.
#[derive(Debug, Serialize)]
pub(crate) struct AreaSection {
    number: u8,
    id: String,
    name: String,
    /// The page of the area, or of its nearest successor.
    area: Option<Link>,
    value: Value,
    /// Corrections of the value (P9).
    corrections: Vec<CorrectionView>,
    /// The maximum in points.
    maximum: String,
    sub_areas: Vec<SubAreaRow>,
    notes: Vec<Note>,
    introduction: Option<Html>,
    passages: Vec<Passage>,
    /// Strengths, partials and improvements, as far as there are any.
    lists: Vec<ListView>,
}

/// A list of findings; its heading is `list-<name>`.
#[derive(Debug, Serialize)]
pub(crate) struct ListView {
    id: String,
    name: &'static str,
    items: Vec<Html>,
}

/// One sub-area in its table.
#[derive(Debug, Serialize)]
pub(crate) struct SubAreaRow {
    id: String,
    number: String,
    name: String,
    points: Value,
    /// Corrections of the points.
    corrections: Vec<CorrectionView>,
    maximum: u8,
    percent: Option<String>,
}

/// The part of a narrative that is about one sub-area.
#[derive(Debug, Serialize)]
pub(crate) struct Passage {
    id: String,
    number: String,
    heading: String,
    html: Html,
}

/// The details of an evaluation.
pub(crate) fn details(subject: &Subject<'_>) -> DetailsView {
    let evaluation = subject.entry.evaluation;
    let method = Route::Text(METHOD.to_owned()).at(Anchor::Edition(subject.entry.edition.id.clone()));
    let summary = evaluation.summary.as_ref();
    DetailsView {
        year: evaluation.key.year,
        edition: subject.entry.edition.name.clone(),
        edition_href: method.href(subject.renderer.materials.base),
        comparability: subject.entry.edition.comparability.clone(),
        notes: notes_on(subject, None),
        notes_id: Anchor::Notes.id(),
        texts: evaluation.texts.map(Texts::name),
        licence: evaluation
            .licence(&subject.renderer.materials.portal.site.licence)
            .map(|it| Link { name: it.name.clone(), href: it.url.clone() }),
        summary: summary.map(|prose| subject.renderer.html(prose, &subject.page(), 1)),
        areas: subject.results().map(|(area, result)| row(subject, area, result)).collect(),
        mean: if evaluation.has_areas() { subject.reference.map(mean) } else { None },
        sections: sections(subject),
    }
}

fn row(subject: &Subject<'_>, area: &Area, result: &AreaResult) -> AreaRow {
    let (points, mean) = (result.value().points(), subject.mean(area));
    AreaRow {
        number: area.number,
        id: Anchor::Area(area.number).id(),
        has_section: result.is_detailed(),
        name: area.name.clone(),
        value: result.value().into(),
        corrections: if result.is_detailed() {
            Vec::new()
        } else {
            of_score(subject, Measure::Area(area.number))
        },
        bar: points.map(|points| bar(points, mean, area.maximum).into()),
        mean: mean.map(language::format_points),
        difference: points.zip(mean).map(|(points, mean)| language::format_difference(points - mean)),
    }
}

fn sections(subject: &Subject<'_>) -> Vec<AreaSection> {
    let detailed = subject.results().filter(|(_, result)| result.is_detailed());
    detailed.map(|(area, result)| section(subject, area, result)).collect()
}

fn section(subject: &Subject<'_>, area: &Area, result: &AreaResult) -> AreaSection {
    let page = subject.page();
    let narrative = result.narrative.as_ref();
    let introduction = narrative.map(|it| &it.introduction).filter(|prose| !prose.is_empty());
    AreaSection {
        number: area.number,
        id: Anchor::Area(area.number).id(),
        name: area.name.clone(),
        area: area_page(subject, area),
        value: result.value().into(),
        corrections: of_score(subject, Measure::Area(area.number)),
        maximum: language::format_count(area.maximum.into()),
        sub_areas: result.sub_areas.iter().filter_map(|it| sub_area(subject, it)).collect(),
        notes: notes_on(subject, Some(area.number)),
        introduction: introduction.map(|prose| subject.renderer.html(prose, &page, 2)),
        passages: narrative
            .into_iter()
            .flat_map(|it| &it.sections)
            .map(|it| passage(subject, it, &page))
            .collect(),
        lists: narrative.map(|it| lists(subject, area.number, it)).unwrap_or_default(),
    }
}

fn lists(subject: &Subject<'_>, area: AreaNumber, narrative: &AreaNarrative) -> Vec<ListView> {
    let page = subject.page();
    let view = |(list, items): (List, &[Prose])| ListView {
        id: Anchor::List(area, list).id(),
        name: list.name(),
        items: items.iter().map(|item| subject.renderer.inline_html(item, &page)).collect(),
    };
    narrative.lists.iter().map(view).collect()
}

/// The page of the area; an earlier edition's areas are found under their
/// nearest successor.
fn area_page(subject: &Subject<'_>, area: &Area) -> Option<Link> {
    let successor = subject.renderer.materials.portal.current_edition()?.area(area.successor)?;
    let href = subject.renderer.href(&Route::Area(successor.slug.clone()?));
    Some(Link { name: successor.name.clone(), href })
}

fn sub_area(subject: &Subject<'_>, result: &SubAreaResult) -> Option<SubAreaRow> {
    let sub_area = subject.entry.edition.sub_area(result.number)?;
    Some(SubAreaRow {
        id: Anchor::SubArea(result.number).id(),
        number: result.number.to_string(),
        name: sub_area.name.clone(),
        points: result.points.into(),
        corrections: of_score(subject, Measure::SubArea(result.number)),
        maximum: sub_area.maximum,
        percent: result.percent.map(language::format_percent),
    })
}

fn passage(subject: &Subject<'_>, section: &Section, page: &Route) -> Passage {
    Passage {
        id: Anchor::Passage(section.sub_area).id(),
        number: section.sub_area.to_string(),
        heading: section.heading.clone(),
        html: subject.renderer.html(&section.prose, page, 1),
    }
}

/// All notes about an evaluation.
pub(crate) fn notes(subject: &Subject<'_>) -> Vec<Note> {
    subject.entry.evaluation.differences.iter().map(note).collect()
}

/// Notes about one area, or about the whole.
fn notes_on(subject: &Subject<'_>, area: Option<u8>) -> Vec<Note> {
    let differences = subject.entry.evaluation.differences.iter();
    differences.filter(|difference| difference.area() == area).map(note).collect()
}

/// A difference in words: it is stated, never explained (P10).
pub(crate) fn note(difference: &Difference) -> Note {
    let shown = language::format_points;
    let note = Note { area: difference.area(), ..Note::default() };
    match difference {
        Difference::AreaBox { boxed, table, is_row_alone, .. } => {
            let id = if *is_row_alone { "area-row" } else { "area-box" };
            Note { id, value: shown(*table), other: shown(*boxed), ..note }
        }
        Difference::AreaSum { value, sum, may_be_rounding, .. } => {
            let id = if *may_be_rounding { "area-sum-rounding" } else { "area-sum" };
            Note { id, value: shown(*value), other: shown(*sum), ..note }
        }
        Difference::TotalSum { total, sum, may_be_rounding, .. } => {
            let id = if *may_be_rounding { "total-sum-rounding" } else { "total-sum" };
            Note { id, value: shown(*total), other: shown(*sum), ..note }
        }
        Difference::Percent { sub_area, percent, points, maximum } => Note {
            id: "percent",
            sub_area: Some(sub_area.to_string()),
            value: language::format_percent(*percent),
            other: format!("{}/{maximum}", shown(*points)),
            ..note
        },
        Difference::CoverDate { cover, year, month } => Note {
            id: "cover-date",
            value: language::format_date_long(*cover),
            other: value::month(*year, *month),
            ..note
        },
    }
}
