//! The areas among all others, and the sub-areas that stand out.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::derive::{Basis, Distribution, Extremes, Standing};
use crate::language;
use crate::model::{Area, AreaResult, List, Measure, Peers};
use crate::render::chart::bar;
use crate::render::part::among::{among, count};
use crate::render::part::correction::{CorrectionView, of_score};
use crate::render::part::mean::{MeanView, mean};
use crate::render::part::strips::Strips;
use crate::render::part::subject::Subject;
use crate::render::part::value::Value;
use crate::render::template::Html;
use crate::route::Anchor;

/// The areas of an evaluation as a table.
#[derive(Debug, Serialize)]
pub(crate) struct Areas {
    rows: Vec<Row>,
    /// How many dots there are, where an area has fewest, and where it has most; the first
    /// only where they differ.
    fewest: Option<String>,
    most: Option<String>,
    /// The mean that the areas are compared with.
    mean: Option<MeanView>,
}

/// One area.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    id: String,
    number: u8,
    name: String,
    /// Where the page of the year tells of it.
    href: String,
    value: Value,
    strip: Option<Html>,
    mean: Option<String>,
    difference: Option<String>,
    /// The lists of the area, each with its number of items.
    lists: Vec<ListLink>,
    corrections: Vec<CorrectionView>,
    /// Ids that pages of municipalities had for places that are now on the page of the
    /// year alone: a link to one of them leads to this row, and the row leads on.
    stubs: Vec<String>,
}

/// A list on the page of the year; its text is `answer-<name>`.
#[derive(Debug, Serialize)]
pub(crate) struct ListLink {
    id: String,
    name: &'static str,
    count: u64,
    href: String,
}

/// The areas of an evaluation; `None` where nothing is known of them.
pub(crate) fn areas(subject: &Subject<'_>, strips: &Strips<'_>) -> Option<Areas> {
    let rows: Vec<_> = subject.results().map(|(area, result)| row(subject, strips, area, result)).collect();
    let edition = subject.entry.edition;
    let statistics = subject.renderer.materials.insights.statistics.get(&edition.id)?;
    let distributions =
        edition.areas.iter().filter_map(|area| statistics.among(Peers::All, Measure::Area(area.number)));
    let counts: BTreeSet<_> = distributions.map(|distribution| count(distribution.count())).collect();
    let most = counts.last().map(|count| language::format_count(*count));
    let fewest =
        counts.first().map(|count| language::format_count(*count)).filter(|it| Some(it) != most.as_ref());
    (!rows.is_empty()).then(|| Areas { rows, fewest, most, mean: subject.reference.map(mean) })
}

fn row(subject: &Subject<'_>, strips: &Strips<'_>, area: &Area, result: &AreaResult) -> Row {
    let (points, mean) = (result.value().points(), subject.mean(area));
    let stubs: &[_] = if result.is_detailed() { &result.sub_areas } else { &[] };
    Row {
        id: Anchor::Area(area.number).id(),
        number: area.number,
        name: area.name.clone(),
        href: subject.place(area),
        value: result.value().into(),
        strip: strips.strip(subject.entry.edition, Measure::Area(area.number), points, mean),
        mean: mean.map(language::format_points),
        difference: points.zip(mean).map(|(points, mean)| language::format_difference(points - mean)),
        lists: lists(subject, area, result),
        corrections: of_score(subject, Measure::Area(area.number)),
        stubs: stubs.iter().map(|it| Anchor::SubArea(it.number).id()).collect(),
    }
}

fn lists(subject: &Subject<'_>, area: &Area, result: &AreaResult) -> Vec<ListLink> {
    let lists = result.narrative.iter().flat_map(|narrative| narrative.lists.iter());
    let link = |(list, items): (List, &[_])| {
        let anchor = Anchor::List(area.number, list);
        let id = anchor.id();
        let href = subject.page().at(anchor).href(subject.renderer.materials.base);
        ListLink { id, name: list.name(), count: count(items.len()), href }
    };
    lists.map(link).collect()
}

/// The sub-areas that stand out.
#[derive(Debug, Serialize)]
pub(crate) struct ExtremesView {
    /// Last part of the name of the text that says how they were found: `median` or
    /// `share`.
    basis: &'static str,
    strongest: Vec<StandingView>,
    weakest: Vec<StandingView>,
    /// Month and year of the latest value behind a median.
    as_of: Option<String>,
}

/// One sub-area that stands out.
#[derive(Debug, Serialize)]
pub(crate) struct StandingView {
    pub number: String,
    pub name: String,
    /// Where the page of the year has it.
    pub href: String,
    pub points: String,
    pub maximum: u8,
    pub bar: Html,
    pub median: Option<String>,
    /// How many municipalities have points in it. Not the same for all sub-areas, because
    /// some points are not published.
    pub count: u64,
    pub corrections: Vec<CorrectionView>,
}

/// The view of the strongest and weakest sub-areas.
pub(crate) fn extremes(subject: &Subject<'_>, extremes: &Extremes<'_>) -> ExtremesView {
    let views = |standings: &[Standing<'_>]| standings.iter().map(|it| standing(subject, it)).collect();
    let all = extremes.strongest.iter().chain(&extremes.weakest);
    let latest = all.filter_map(|it| spread(subject, it)).max_by_key(|distribution| distribution.as_of);
    ExtremesView {
        basis: match extremes.basis {
            Basis::Median => "median",
            Basis::Share => "share",
        },
        strongest: views(&extremes.strongest),
        weakest: views(&extremes.weakest),
        as_of: latest.map(|distribution| among(distribution).as_of),
    }
}

/// How everyone did in a sub-area.
fn spread<'a>(subject: &Subject<'a>, standing: &Standing<'_>) -> Option<&'a Distribution> {
    let statistics = subject.renderer.materials.insights.statistics.get(&subject.entry.edition.id)?;
    statistics.among(Peers::All, Measure::SubArea(standing.sub_area.number))
}

/// The view of one of them.
pub(crate) fn standing(subject: &Subject<'_>, standing: &Standing<'_>) -> StandingView {
    let Standing { sub_area, points, median } = standing;
    StandingView {
        number: sub_area.number.to_string(),
        name: sub_area.name.clone(),
        href: subject.page().at(Anchor::SubArea(sub_area.number)).href(subject.renderer.materials.base),
        points: language::format_points(*points),
        maximum: sub_area.maximum,
        bar: bar(*points, *median, sub_area.maximum.into()).into(),
        median: median.map(language::format_points),
        count: count(spread(subject, standing).map_or(0, Distribution::count)),
        corrections: of_score(subject, Measure::SubArea(sub_area.number)),
    }
}
