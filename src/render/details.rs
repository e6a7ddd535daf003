//! The details of an evaluation: shown in full on the page of its year, and on
//! its municipality's page while it is the latest one that has them.

use rust_decimal::Decimal;
use serde::Serialize;

use super::Renderer;
use super::chart::{Petal, bar, rose};
use super::evaluation::{MeanView, mean};
use super::view::{self, Html, Link, Source, Value};
use crate::derive::{Entry, Insights};
use crate::language;
use crate::model::printed::{Difference, Weight};
use crate::model::{Area, AreaResult, Edition, Evaluation, Mean, Place, SubAreaResult};
use crate::route::{Anchor, Route};

/// Everything an evaluation says (P5: what there is, and what is missing).
#[derive(Debug, Serialize)]
pub struct Details {
    year: u16,
    edition: String,
    edition_href: String,
    comparability: String,
    interviews: Option<String>,
    cover_date: Option<String>,
    evaluators: Option<String>,
    source: Source,
    /// Date of the last change (P9).
    updated: Option<String>,
    /// Short facts that the source gives of the municipality.
    facts: Vec<FactView>,
    /// The original report.
    report: Option<ReportLink>,
    /// The evaluation as data.
    data: String,
    /// Differences of the whole (P: printed-values rule).
    notes: Vec<Note>,
    summary: Option<Html>,
    /// The shape of the result (C2).
    rose: Option<Rose>,
    /// Empty when nothing is known of areas.
    areas: Vec<AreaRow>,
    /// The mean that the areas are compared with.
    mean: Option<MeanView>,
    /// Areas with more to say than their value.
    sections: Vec<AreaSection>,
    examples: Vec<ExampleView>,
    referrals: Vec<ReferralView>,
}

/// A short fact.
#[derive(Debug, Serialize)]
pub struct FactView {
    label: String,
    value: String,
}

/// The original report as a file.
#[derive(Debug, Serialize)]
pub struct ReportLink {
    href: String,
    /// Its kind, such as `PDF`.
    kind: String,
    size: String,
}

/// The kompassros and what it shows in words.
#[derive(Debug, Serialize)]
pub struct Rose {
    svg: Html,
    /// Names of the areas with the most points.
    highest: String,
    /// Their points.
    highest_points: String,
    /// Names of the areas with the fewest points.
    lowest: String,
    /// Their points.
    lowest_points: String,
    /// How many areas lie above the published mean, where there is one.
    above: Option<u64>,
    /// How many areas could be compared.
    compared: u64,
}

/// A difference between printed values; its text is `note-<id>`.
#[derive(Debug, Default, Serialize)]
pub struct Note {
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
pub struct AreaRow {
    number: u8,
    /// The id of the row or of the area's section.
    id: String,
    /// Whether the area has a section of its own.
    has_section: bool,
    name: String,
    value: Value,
    bar: Option<Html>,
    mean: Option<String>,
    difference: Option<String>,
}

/// One area in full.
#[derive(Debug, Serialize)]
pub struct AreaSection {
    number: u8,
    id: String,
    name: String,
    /// The page of the area, or of its nearest successor.
    area: Option<Link>,
    value: Value,
    sub_areas: Vec<SubAreaRow>,
    notes: Vec<Note>,
    introduction: Option<Html>,
    passages: Vec<Passage>,
    strengths: Vec<Html>,
    partials: Vec<Html>,
    improvements: Vec<Html>,
}

/// One sub-area in its table.
#[derive(Debug, Serialize)]
pub struct SubAreaRow {
    id: String,
    number: String,
    name: String,
    points: Value,
    maximum: u8,
    percent: Option<String>,
}

/// The part of a narrative that is about one sub-area.
#[derive(Debug, Serialize)]
pub struct Passage {
    number: String,
    heading: String,
    html: Html,
}

/// A good example or referral, in its place.
#[derive(Debug, Serialize)]
pub struct ExampleView {
    id: String,
    topic: String,
    place: String,
    area: String,
    sub_area: Option<String>,
}

/// A municipality that the report names as one to learn from.
#[derive(Debug, Serialize)]
pub struct ReferralView {
    #[serde(flatten)]
    example: ExampleView,
    to: Link,
}

/// The details of an evaluation.
pub fn details(renderer: &Renderer<'_>, entry: Entry<'_>) -> Option<Details> {
    let evaluation = entry.evaluation;
    let portal = renderer.materials.portal;
    let edition = portal.editions.get(&evaluation.edition)?;
    let reference = Insights::mean(portal, &edition.id).filter(|mean| !mean.areas.is_empty());
    let reader = Reader { renderer, entry, edition, reference };
    let method = renderer.href(&Route::Text(crate::route::METHOD.to_owned()));
    let has_mean = evaluation.has_areas();
    Some(Details {
        year: evaluation.key.year,
        edition: edition.name.clone(),
        edition_href: format!("{method}#{}", Anchor::Edition(edition.id.clone()).id()),
        comparability: edition.comparability.clone(),
        interviews: evaluation.interviews.map(|count| language::format_count(count.into())),
        cover_date: evaluation.cover_date.map(language::format_date_long),
        evaluators: evaluators(evaluation),
        source: (&evaluation.source).into(),
        updated: evaluation.updated.map(language::format_date_long),
        facts: evaluation.facts.iter().map(fact).collect(),
        report: reader.report(),
        data: renderer.href(&Route::EvaluationData(entry.municipality.slug.clone(), evaluation.key.year)),
        notes: reader.notes(None),
        summary: evaluation.summary.as_ref().map(|prose| renderer.html(prose, &reader.page(), 1)),
        rose: reader.rose(),
        areas: reader.rows(),
        mean: reference.filter(|_| has_mean).map(mean),
        sections: reader.sections(),
        examples: evaluation.examples.iter().map(|example| reader.example(&example.place)).collect(),
        referrals: reader.referrals(),
    })
}

fn fact(fact: &crate::model::Fact) -> FactView {
    FactView { label: fact.label.clone(), value: fact.value.clone() }
}

/// "A (X), B och C", where the source names anybody (P7).
fn evaluators(evaluation: &Evaluation) -> Option<String> {
    let names: Vec<_> = evaluation
        .evaluators
        .iter()
        .map(|evaluator| match &evaluator.organisation {
            Some(organisation) => format!("{} ({organisation})", evaluator.name),
            None => evaluator.name.clone(),
        })
        .collect();
    (!names.is_empty()).then(|| language::join_and(&names))
}

/// Turns one evaluation into views.
struct Reader<'a> {
    renderer: &'a Renderer<'a>,
    entry: Entry<'a>,
    edition: &'a Edition,
    reference: Option<&'a Mean>,
}

impl Reader<'_> {
    fn page(&self) -> Route {
        Route::Evaluation(self.entry.municipality.slug.clone(), self.entry.evaluation.key.year)
    }

    fn report(&self) -> Option<ReportLink> {
        let report = self.entry.evaluation.report.as_ref()?;
        let slug = self.entry.municipality.slug.clone();
        let route = Route::Report(slug, self.entry.evaluation.key.year, report.name.clone());
        let kind = report.name.rsplit('.').next().unwrap_or_default().to_uppercase();
        let size = language::format_bytes(u64::try_from(report.bytes.len()).unwrap_or(u64::MAX));
        Some(ReportLink { href: self.renderer.href(&route), kind, size })
    }

    /// Areas of the edition with their results, if there is anything to say.
    fn results(&self) -> impl Iterator<Item = (&Area, &AreaResult)> {
        let shown = self.entry.evaluation.has_areas();
        self.edition.areas.iter().zip(&self.entry.evaluation.areas).filter(move |_| shown)
    }

    /// The rose, when at least two areas have a value to compare.
    fn rose(&self) -> Option<Rose> {
        let petals: Vec<_> = self.results().map(|(area, result)| self.petal(area, result)).collect();
        let points: Vec<_> = petals.iter().filter_map(|petal| petal.points).collect();
        let (highest, lowest) = (*points.iter().max()?, *points.iter().min()?);
        let with_mean: Vec<_> = petals.iter().filter_map(|petal| petal.points.zip(petal.mean)).collect();
        let above = with_mean.iter().filter(|(points, mean)| points > mean).count();
        (points.len() > 1).then(|| Rose {
            svg: Html(rose(&petals)),
            highest: self.names_at(&petals, highest),
            highest_points: language::format_points(highest),
            lowest: self.names_at(&petals, lowest),
            lowest_points: language::format_points(lowest),
            above: (!with_mean.is_empty()).then(|| u64::try_from(above).unwrap_or(0)),
            compared: u64::try_from(with_mean.len()).unwrap_or(0),
        })
    }

    fn petal(&self, area: &Area, result: &AreaResult) -> Petal {
        let mean = self.reference.and_then(|mean| mean.areas.get(&area.number)).copied();
        Petal { number: area.number, points: result.value().points(), mean }
    }

    /// "A och B": the areas with exactly these points (ties are ties, P6).
    fn names_at(&self, petals: &[Petal], points: Decimal) -> String {
        let tied = petals.iter().filter(|petal| petal.points == Some(points));
        let names: Vec<_> = tied.filter_map(|petal| Some(&self.edition.area(petal.number)?.name)).collect();
        language::join_and(&names)
    }

    fn rows(&self) -> Vec<AreaRow> {
        self.results().map(|(area, result)| self.row(area, result)).collect()
    }

    fn row(&self, area: &Area, result: &AreaResult) -> AreaRow {
        let Petal { points, mean, .. } = self.petal(area, result);
        AreaRow {
            number: area.number,
            id: Anchor::Area(area.number).id(),
            has_section: result.is_detailed(),
            name: area.name.clone(),
            value: result.value().into(),
            bar: points.map(|points| Html(bar(points, mean, Edition::AREA_MAXIMUM))),
            mean: mean.map(language::format_points),
            difference: points.zip(mean).map(|(points, mean)| language::format_difference(points - mean)),
        }
    }

    fn sections(&self) -> Vec<AreaSection> {
        let detailed = self.results().filter(|(_, result)| result.is_detailed());
        detailed.map(|(area, result)| self.section(area, result)).collect()
    }

    fn section(&self, area: &Area, result: &AreaResult) -> AreaSection {
        let page = self.page();
        let narrative = result.narrative.as_ref();
        let list = |items: Option<&Vec<crate::model::Prose>>| {
            items.into_iter().flatten().map(|item| self.renderer.inline_html(item, &page)).collect()
        };
        let introduction = narrative.map(|it| &it.introduction).filter(|prose| !prose.is_empty());
        AreaSection {
            number: area.number,
            id: Anchor::Area(area.number).id(),
            name: area.name.clone(),
            area: self.area_page(area),
            value: result.value().into(),
            sub_areas: result.sub_areas.iter().filter_map(|it| self.sub_area(it)).collect(),
            notes: self.notes(Some(area.number)),
            introduction: introduction.map(|prose| self.renderer.html(prose, &page, 2)),
            passages: narrative
                .into_iter()
                .flat_map(|it| &it.sections)
                .map(|it| self.passage(it, &page))
                .collect(),
            strengths: list(narrative.map(|it| &it.strengths)),
            partials: list(narrative.map(|it| &it.partials)),
            improvements: list(narrative.map(|it| &it.improvements)),
        }
    }

    /// The page of the area; an earlier edition's areas are found under their
    /// nearest successor.
    fn area_page(&self, area: &Area) -> Option<Link> {
        let successor = self.renderer.materials.portal.current_edition()?.area(area.successor)?;
        let href = self.renderer.href(&Route::Area(successor.slug.clone()?));
        Some(Link { name: successor.name.clone(), href })
    }

    fn sub_area(&self, result: &SubAreaResult) -> Option<SubAreaRow> {
        let sub_area = self.edition.sub_area(result.number)?;
        Some(SubAreaRow {
            id: Anchor::SubArea(result.number).id(),
            number: result.number.to_string(),
            name: sub_area.name.clone(),
            points: result.points.into(),
            maximum: sub_area.maximum,
            percent: result.percent.map(language::format_percent),
        })
    }

    fn passage(&self, section: &crate::model::Section, page: &Route) -> Passage {
        Passage {
            number: section.sub_area.to_string(),
            heading: section.heading.clone(),
            html: self.renderer.html(&section.prose, page, 1),
        }
    }

    /// Notes about one area, or about the whole.
    fn notes(&self, area: Option<u8>) -> Vec<Note> {
        let differences = self.renderer.materials.insights.differences.get(&self.entry.evaluation.key);
        let here = differences.into_iter().flatten().filter(|difference| difference.area() == area);
        here.map(|difference| note(difference, self.entry.evaluation)).collect()
    }

    fn example(&self, place: &Place) -> ExampleView {
        let area = self.edition.area(place.area);
        let sub_area = place.sub_area.and_then(|number| self.edition.sub_area(number));
        ExampleView {
            id: Anchor::Example(place.id.clone()).id(),
            topic: place.topic.clone(),
            place: place.passage.clone(),
            area: area.map(|area| format!("{} {}", area.number, area.name)).unwrap_or_default(),
            sub_area: sub_area.map(|sub_area| format!("{} {}", sub_area.number, sub_area.name)),
        }
    }

    fn referrals(&self) -> Vec<ReferralView> {
        let portal = self.renderer.materials.portal;
        let referrals = self.entry.evaluation.referrals.iter().filter_map(|referral| {
            let to = portal.municipalities.get(&referral.to)?;
            let href = self.renderer.href(&Route::Municipality(to.slug.clone()));
            let to = Link { name: to.official_name.clone(), href };
            Some(ReferralView { example: self.example(&referral.place), to })
        });
        referrals.collect()
    }
}

fn note(difference: &Difference, evaluation: &Evaluation) -> Note {
    let shown = language::format_points;
    let note = Note { area: difference.area(), ..Note::default() };
    match difference {
        Difference::AreaBox { boxed, table, .. } => {
            Note { id: "area-box", value: shown(*table), other: shown(*boxed), ..note }
        }
        Difference::AreaSum { value, sum, weight, .. } => {
            let id = if *weight == Weight::Note { "area-sum" } else { "area-sum-unexplained" };
            Note { id, value: shown(*value), other: shown(*sum), ..note }
        }
        Difference::TotalSum { total, sum, weight } => {
            let id = if *weight == Weight::Note { "total-sum" } else { "total-sum-unexplained" };
            Note { id, value: shown(*total), other: shown(*sum), ..note }
        }
        Difference::Percent { sub_area, percent, points, maximum } => Note {
            id: "percent",
            sub_area: Some(sub_area.to_string()),
            value: language::format_percent(*percent),
            other: format!("{}/{maximum}", shown(*points)),
            ..note
        },
        Difference::CoverDate => Note {
            id: "cover-date",
            value: evaluation.cover_date.map(language::format_date_long).unwrap_or_default(),
            other: view::month(evaluation.key.year, evaluation.month),
            ..note
        },
    }
}
