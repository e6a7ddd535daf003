//! The figures of a reading, as a record holds them, and where they contradict
//! each other.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::decision::Decision;
use super::finding::{About, Finding};
use crate::diagnostic::Fault;
use crate::import::line::document::Passage;
use crate::import::reading::Reading;
use crate::import::reading::summary::occasion::Occasion;
use crate::import::reading::summary::total::{Certainty, Mention};
use crate::import::reading::table::Row;
use crate::import::vocabulary::names::Names;
use crate::language::parse_points;
use crate::model::{Absence, Area, AreaNumber, AreaResult, Edition, Score, SubAreaNumber, SubAreaResult};

/// Printed figures by number.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// The stated total.
    pub total: Option<Passage>,
    /// Sums of the score tables.
    pub areas: BTreeMap<AreaNumber, Passage>,
    /// Boxes of the chapters.
    pub boxes: BTreeMap<AreaNumber, Passage>,
    /// Points of sub-areas.
    pub points: BTreeMap<SubAreaNumber, Passage>,
    /// Percentages of sub-areas.
    pub percent: BTreeMap<SubAreaNumber, Passage>,
    /// Sub-areas whose row is there but cannot be used.
    pub unreadable: BTreeSet<SubAreaNumber>,
}

/// The figures of `reading`, and a finding for each that cannot be used or
/// contradicts another one of the same number.
pub(crate) fn figures(
    reading: &Reading,
    decision: &Decision<'_>,
    names: &Names<'_>,
) -> (Figures, Vec<Finding>) {
    let edition = decision.edition;
    let sums = reading.tables.sums.iter().map(|sum| (sum.area, &sum.figures.points));
    let (areas, mut findings) = by_area(sums, edition, About::Area);
    let chapters = reading.areas.values();
    let boxes =
        chapters.flat_map(|it| it.boxed.iter().chain(&it.other_boxes).map(|boxed| (it.number, boxed)));
    let (boxes, doubtful) = by_area(boxes, edition, About::Box);
    findings.extend(doubtful);
    let (sub_areas, doubtful) = by_sub_area(&reading.tables.rows, edition);
    findings.extend(doubtful);
    // "Norrby reached 420 points" says nothing of another municipality.
    let is_foreign = |text: &str| names.mentions(text).iter().any(|it| it.code != decision.municipality.code);
    let (total, doubtful) = total(&reading.occasion, edition, sum(&areas, &boxes, edition), is_foreign);
    findings.extend(doubtful);
    (Figures { total, areas, boxes, ..sub_areas }, findings)
}

/// The first usable figure of every area; `about` is what other figures of the
/// same area contradict.
fn by_area<'p>(
    printed: impl Iterator<Item = (AreaNumber, &'p Passage)>,
    edition: &Edition,
    about: fn(AreaNumber) -> About,
) -> (BTreeMap<AreaNumber, Passage>, Vec<Finding>) {
    let (mut kept, mut findings) = (BTreeMap::new(), Vec::new());
    for (number, printed) in printed {
        let what = number.to_string();
        match edition.area(number).filter(|area| is_at_most(printed, area.maximum.into())) {
            Some(_) => findings.extend(keep(&mut kept, number, printed, what, about(number))),
            None => findings.push(unusable(what, printed)),
        }
    }
    (kept, findings)
}

/// The points and percentages of the sub-areas; nothing else is filled in.
fn by_sub_area(rows: &[Row], edition: &Edition) -> (Figures, Vec<Finding>) {
    let (mut figures, mut findings) = (Figures::default(), Vec::new());
    for row in rows {
        let number = row.number;
        let what = number.to_string();
        let Some(sub_area) = edition.sub_area(number) else {
            findings.push(unusable(what, &whole(row)));
            continue;
        };
        let Some(printed) = &row.figures else {
            findings.push(unusable(what, &row.title));
            figures.unreadable.insert(number);
            continue;
        };
        if printed.maximum() != Some(sub_area.maximum.into()) {
            let (found, expected) = (printed.maximum.text.clone(), sub_area.maximum.to_string());
            let fault = Fault::OtherMaximum { sub_area: what.clone(), found, expected };
            findings.push(Finding::at(fault, &printed.maximum, About::Points(number)));
        }
        if is_at_most(&printed.points, sub_area.maximum.into()) {
            let about = About::Points(number);
            findings.extend(keep(&mut figures.points, number, &printed.points, what, about));
        } else {
            findings.push(unusable(what, &printed.points));
            figures.unreadable.insert(number);
        }
        let Some(percent) = &printed.percent else { continue };
        let what = format!("{number} %");
        if is_at_most(percent, Decimal::ONE_HUNDRED) {
            findings.extend(keep(&mut figures.percent, number, percent, what, About::Percent(number)));
        } else {
            findings.push(unusable(what, percent));
        }
    }
    (figures, findings)
}

/// A row's title and figures as one passage.
fn whole(row: &Row) -> Passage {
    let mut whole = row.title.clone();
    let figures = row.figures.iter();
    let figures = figures.flat_map(|it| [&it.points, &it.maximum].into_iter().chain(&it.percent));
    figures.for_each(|it| whole.append(" ", it.clone()));
    whole
}

/// The sum of all areas, if all are there.
fn sum(
    areas: &BTreeMap<AreaNumber, Passage>,
    boxes: &BTreeMap<AreaNumber, Passage>,
    edition: &Edition,
) -> Option<Decimal> {
    let printed = |it: &Area| areas.get(&it.number).or(boxes.get(&it.number));
    edition.areas.iter().map(|area| parse_points(&printed(area)?.text)).sum()
}

/// The total: what a line of its own states, else what the areas add up to,
/// else what is called so. When it is none of these, every number that may be
/// the total is a finding.
fn total(
    occasion: &Occasion,
    edition: &Edition,
    sum: Option<Decimal>,
    is_foreign: impl Fn(&str) -> bool,
) -> (Option<Passage>, Vec<Finding>) {
    let fits = |it: &Mention| sum.is_some_and(|sum| is_near(&it.points, sum, edition.areas.len()));
    let own: Vec<_> = occasion.totals.iter().filter(|it| !is_foreign(&it.clause.text)).collect();
    let best = |least: Certainty, is_fitting: bool| {
        let it = own.iter().filter(|it| it.certainty >= least && (!is_fitting || fits(it)));
        it.rev().max_by_key(|it| it.certainty).map(|it| &it.points)
    };
    let likely = if sum.is_some() { Certainty::Certain } else { Certainty::Likely };
    let line = occasion.total_line.as_ref();
    let total = line.or_else(|| best(Certainty::Possible, true)).or_else(|| best(likely, false));
    match total {
        Some(total) if is_at_most(total, edition.maximum().into()) => (Some(total.clone()), Vec::new()),
        Some(total) => (None, vec![unusable("total".to_owned(), total)]),
        None => {
            let possible = own.into_iter().filter(|it| it.certainty > Certainty::Other || fits(it));
            (None, possible.map(|it| unclear_total(&it.points)).collect())
        }
    }
}

/// Keeps `printed` under `number` unless a figure is there already; a finding
/// about `about` when that one differs.
fn keep<N: Ord>(
    kept: &mut BTreeMap<N, Passage>,
    number: N,
    printed: &Passage,
    what: String,
    about: About,
) -> Option<Finding> {
    let kept = kept.entry(number).or_insert_with(|| printed.clone());
    (kept.text != printed.text).then(|| {
        let fault = Fault::ScoreTwice { what, kept: kept.text.clone(), other: printed.text.clone() };
        Finding::at(fault, printed, about)
    })
}

fn unclear_total(printed: &Passage) -> Finding {
    let fault = Fault::Unclear { what: "total".to_owned(), found: printed.text.clone() };
    Finding::at(fault, printed, About::Missing)
}

fn unusable(what: String, printed: &Passage) -> Finding {
    let fault = Fault::ScoreUnreadable { what, found: printed.text.clone() };
    Finding::at(fault, printed, About::Missing)
}

/// Whether `printed` is a number, and none that is too great.
fn is_at_most(printed: &Passage, most: Decimal) -> bool {
    parse_points(&printed.text).is_some_and(|number| number <= most)
}

/// Whether points may be what `count` figures add up to before they are rounded:
/// each may have lost or won half a point.
fn is_near(points: &Passage, sum: Decimal, count: usize) -> bool {
    let most = Decimal::from(count) / Decimal::TWO;
    parse_points(&points.text).is_some_and(|points| (points - sum).abs() <= most)
}

impl Figures {
    /// The results per area, as the printed-values rule judges them.
    pub fn results(&self, edition: &Edition) -> Vec<AreaResult> {
        let absent = |is_unreadable| if is_unreadable { Absence::Unreadable } else { Absence::NotPublished };
        let value = |passage: Option<&Passage>| passage.and_then(|it| parse_points(&it.text));
        let sub_area = |number: SubAreaNumber| SubAreaResult {
            number,
            points: value(self.points.get(&number))
                .map_or(Score::Absent(absent(self.unreadable.contains(&number))), Score::Points),
            percent: value(self.percent.get(&number)),
        };
        let area = |area: &Area| AreaResult {
            number: area.number,
            table: value(self.areas.get(&area.number)),
            boxed: value(self.boxes.get(&area.number)),
            absence: Absence::NotPublished,
            sub_areas: area.sub_areas.iter().map(|it| sub_area(it.number)).collect(),
            narrative: None,
        };
        edition.areas.iter().map(area).collect()
    }
}
