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
use crate::model::{Absence, AreaNumber, AreaResult, Edition, Score, SubAreaNumber, SubAreaResult};

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

/// Gathers the figures of `reading`; what cannot be used is a finding.
pub(crate) fn figures(
    reading: &Reading,
    decision: &Decision<'_>,
    names: &Names<'_>,
) -> (Figures, Vec<Finding>) {
    let mut gatherer =
        Gatherer { edition: decision.edition, findings: Vec::new(), figures: Figures::default() };
    for sum in &reading.tables.sums {
        gatherer.area(sum.area, &sum.figures.points, false);
    }
    for area in reading.areas.values() {
        for boxed in area.boxed.iter().chain(&area.other_boxes) {
            gatherer.area(area.number, boxed, true);
        }
    }
    reading.tables.rows.iter().for_each(|row| gatherer.row(row));
    // "Norrby reached 420 points" says nothing of another municipality.
    let is_foreign = |text: &str| names.mentions(text).iter().any(|it| it.code != decision.municipality.code);
    gatherer.total(&reading.occasion, is_foreign);
    (gatherer.figures, gatherer.findings)
}

struct Gatherer<'a> {
    edition: &'a Edition,
    findings: Vec<Finding>,
    figures: Figures,
}

impl Gatherer<'_> {
    /// The total: what a line of its own states, else what the areas add up to,
    /// else what is called so. What else may be one is for the reviewer.
    fn total(&mut self, occasion: &Occasion, is_foreign: impl Fn(&str) -> bool) {
        let sum = self.sum();
        let fits = |it: &Mention| sum.is_some_and(|sum| is_near(&it.points, sum, self.edition.areas.len()));
        let own: Vec<_> = occasion.totals.iter().filter(|it| !is_foreign(&it.clause.text)).collect();
        let best = |least: Certainty, is_fitting: bool| {
            let it = own.iter().filter(|it| it.certainty >= least && (!is_fitting || fits(it)));
            it.rev().max_by_key(|it| it.certainty).map(|it| &it.points)
        };
        let likely = if sum.is_some() { Certainty::Certain } else { Certainty::Likely };
        let line = occasion.total_line.as_ref();
        let total = line.or_else(|| best(Certainty::Possible, true)).or_else(|| best(likely, false));
        match total {
            Some(total) => self.take_total(total),
            None => own
                .iter()
                .filter(|it| it.certainty > Certainty::Other || fits(it))
                .for_each(|it| self.unclear("total", &it.points)),
        }
    }

    /// The sum of all areas, if all are there.
    fn sum(&self) -> Option<Decimal> {
        let number = |it: &crate::model::Area| {
            self.figures.areas.get(&it.number).or(self.figures.boxes.get(&it.number))
        };
        self.edition.areas.iter().map(|area| parse_points(&number(area)?.text)).sum()
    }

    fn take_total(&mut self, total: &Passage) {
        let most = Decimal::from(self.edition.maximum());
        if parse_points(&total.text).is_some_and(|points| points <= most) {
            self.figures.total = Some(total.clone());
        } else {
            self.unusable("total".to_owned(), total);
        }
    }

    fn unclear(&mut self, what: &'static str, printed: &Passage) {
        let fault = Fault::Unclear { what: what.to_owned(), found: printed.text.clone() };
        self.findings.push(Finding::at(fault, printed, About::Missing));
    }

    fn area(&mut self, area: AreaNumber, printed: &Passage, is_box: bool) {
        let what = area.to_string();
        let most = self.edition.area(area).map(|area| Decimal::from(area.maximum));
        if most.zip(parse_points(&printed.text)).is_none_or(|(most, points)| points > most) {
            self.unusable(what, printed);
            return;
        }
        let place = if is_box { &mut self.figures.boxes } else { &mut self.figures.areas };
        let kept = place.entry(area).or_insert_with(|| printed.clone());
        if kept.text != printed.text {
            let fault = Fault::ScoreTwice { what, kept: kept.text.clone(), other: printed.text.clone() };
            let about = if is_box { About::Box(area) } else { About::Area(area) };
            self.findings.push(Finding::at(fault, printed, about));
        }
    }

    fn row(&mut self, row: &Row) {
        let number = row.number;
        let Some(sub_area) = self.edition.sub_area(number) else {
            let mut whole = row.title.clone();
            let figures =
                row.figures.iter().flat_map(|it| [&it.points, &it.maximum].into_iter().chain(&it.percent));
            figures.for_each(|it| whole.append(" ", it.clone()));
            self.unusable(number.to_string(), &whole);
            return;
        };
        let Some(printed) = &row.figures else {
            self.unusable(number.to_string(), &row.title);
            self.figures.unreadable.insert(number);
            return;
        };
        if printed.maximum() != Some(sub_area.maximum.into()) {
            let (found, expected) = (printed.maximum.text.clone(), sub_area.maximum.to_string());
            let fault = Fault::OtherMaximum { sub_area: number.to_string(), found, expected };
            self.findings.push(Finding::at(fault, &printed.maximum, About::Points(number)));
        }
        self.points(number, &printed.points, sub_area.maximum);
        if let Some(percent) = &printed.percent {
            self.percent(number, percent);
        }
    }

    fn points(&mut self, number: SubAreaNumber, printed: &Passage, maximum: u8) {
        if parse_points(&printed.text).is_none_or(|points| points > Decimal::from(maximum)) {
            self.unusable(number.to_string(), printed);
            self.figures.unreadable.insert(number);
            return;
        }
        let kept = self.figures.points.entry(number).or_insert_with(|| printed.clone());
        if kept.text != printed.text {
            let (kept, other) = (kept.text.clone(), printed.text.clone());
            let fault = Fault::ScoreTwice { what: number.to_string(), kept, other };
            self.findings.push(Finding::at(fault, printed, About::Points(number)));
        }
    }

    fn percent(&mut self, number: SubAreaNumber, printed: &Passage) {
        if parse_points(&printed.text).is_none_or(|percent| percent > Decimal::ONE_HUNDRED) {
            self.unusable(format!("{number} %"), printed);
            return;
        }
        let kept = self.figures.percent.entry(number).or_insert_with(|| printed.clone());
        if kept.text != printed.text {
            let (kept, other) = (kept.text.clone(), printed.text.clone());
            let fault = Fault::ScoreTwice { what: format!("{number} %"), kept, other };
            self.findings.push(Finding::at(fault, printed, About::Percent(number)));
        }
    }

    fn unusable(&mut self, what: String, printed: &Passage) {
        let fault = Fault::ScoreUnreadable { what, found: printed.text.clone() };
        self.findings.push(Finding::at(fault, printed, About::Missing));
    }
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
        let area = |area: &crate::model::Area| AreaResult {
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
