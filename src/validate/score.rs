//! Printed figures of a record: known areas and sub-areas, readable numbers,
//! nothing above its maximum, and every absent value with its kind (P4).

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use toml::Spanned;

use super::field::{at_most, joined};
use super::quantity::Quantity;
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::Printed;
use crate::format::evaluation::{self as file, Missing};
use crate::language;
use crate::load::Document;
use crate::model::{Absence, Area, AreaNumber, AreaResult, Edition, Score, SubAreaNumber, SubAreaResult};

/// The figures of one record.
pub(super) struct Scores {
    /// The stated total.
    pub total: Score,
    /// One result per area, still without narratives.
    pub areas: Vec<AreaResult>,
}

/// Reads the figures of `document`, which belongs to `edition`.
pub(super) fn scores(
    document: &Document<file::Evaluation>,
    edition: &Edition,
    faults: &mut Vec<Diagnostic>,
) -> Scores {
    let printed = document.value.scores.get_ref();
    let reader = Reader { document, edition, swapped: swapped(document, edition, faults) };
    let figures = Figures {
        total: printed
            .total
            .as_ref()
            .and_then(|total| reader.points_of(total, &Quantity::Total, edition.maximum(), faults)),
        tables: reader.areas(&printed.areas, faults),
        boxes: reader.areas(&printed.boxes, faults),
        points: reader.points(&printed.points, faults),
        percent: reader.percent(&printed.percent, faults),
    };
    reader.blanks(faults);
    let absences = reader.absences(faults);
    reader.declared(&figures, &absences, faults);
    figures.scores(edition, &absences)
}

/// How many figures have to be wrong before another edition is thought of.
const MANY: usize = 3;

/// The edition that fits the figures of `document` much better than its own, and how many
/// figures do not fit that.
pub(super) fn fitting<'e>(
    document: &Document<file::Evaluation>,
    own: &Edition,
    editions: impl Iterator<Item = &'e Edition>,
) -> Option<(&'e Edition, usize)> {
    let misfits = |edition: &Edition| {
        let mut faults = Vec::new();
        scores(document, edition, &mut faults);
        faults.len()
    };
    let count = misfits(own);
    if count < MANY {
        return None;
    }
    let others = editions.filter(|it| it.id != own.id).map(|it| (misfits(it), it));
    let (left, best) = others.min_by_key(|(misfits, _)| *misfits)?;
    // What is wrong in any edition is no reason to think of another.
    (left * 4 <= count).then_some((best, count))
}

/// The area a key names.
pub(super) fn area<T>(
    document: &Document<T>,
    key: &Spanned<String>,
    edition: &Edition,
    faults: &mut Vec<Diagnostic>,
) -> Option<AreaNumber> {
    let number =
        key.get_ref().parse().ok().filter(|number: &AreaNumber| number.to_string() == *key.get_ref());
    let number = number.filter(|number| edition.area(*number).is_some());
    if number.is_none() {
        faults.push(Diagnostic::new(unknown_area(key.get_ref(), edition), document.span(key)));
    }
    number
}

/// An area that `edition` does not have.
pub(super) fn unknown_area(found: &str, edition: &Edition) -> Fault {
    let known = format!("1–{}", edition.areas.len());
    Fault::UnknownArea { found: found.to_owned(), edition: edition.id.to_string(), known }
}

/// The most points that a value of `area` can have. A key that names no area is
/// reported by itself; its value is then only compared with the maximum of the
/// total.
pub(super) fn area_maximum(edition: &Edition, area: Option<AreaNumber>) -> u16 {
    area.and_then(|number| edition.area(number)).map_or(edition.maximum(), |area| area.maximum)
}

/// The sub-area a key names.
pub(super) fn sub_area<T>(
    document: &Document<T>,
    key: &Spanned<String>,
    edition: &Edition,
    faults: &mut Vec<Diagnostic>,
) -> Option<SubAreaNumber> {
    let number = known_sub_area(key.get_ref(), edition);
    if number.is_none() {
        faults.push(Diagnostic::new(unknown_sub_area(key.get_ref(), edition), document.span(key)));
    }
    number
}

fn known_sub_area(key: &str, edition: &Edition) -> Option<SubAreaNumber> {
    SubAreaNumber::parse(key).filter(|number| edition.sub_area(*number).is_some())
}

/// The area whose sub-area `key` would be.
fn area_of<'e>(key: &str, edition: &'e Edition) -> Option<&'e Area> {
    key.split('.').next().and_then(|area| edition.area(area.parse().ok()?))
}

/// A sub-area that `edition` does not have; names those of the same area.
pub(super) fn unknown_sub_area(found: &str, edition: &Edition) -> Fault {
    let known = match area_of(found, edition) {
        Some(area) => joined(area.sub_areas.iter().map(|sub_area| sub_area.number)),
        None => joined(edition.areas.iter().map(|area| format!("{}.1 …", area.number))),
    };
    Fault::UnknownSubArea { found: found.to_owned(), edition: edition.id.to_string(), known }
}

/// The figures that could be read.
struct Figures {
    total: Option<Decimal>,
    tables: BTreeMap<AreaNumber, Decimal>,
    boxes: BTreeMap<AreaNumber, Decimal>,
    points: BTreeMap<SubAreaNumber, Decimal>,
    percent: BTreeMap<SubAreaNumber, Decimal>,
}

impl Figures {
    fn has_area(&self, number: AreaNumber) -> bool {
        self.tables.contains_key(&number) || self.boxes.contains_key(&number)
    }

    fn scores(&self, edition: &Edition, absences: &Absences) -> Scores {
        let score = |value: Option<Decimal>, absence| value.map_or(Score::Absent(absence), Score::Points);
        let areas = edition.areas.iter().map(|area| AreaResult {
            number: area.number,
            table: self.tables.get(&area.number).copied(),
            boxed: self.boxes.get(&area.number).copied(),
            absence: absences.of_area(area.number),
            sub_areas: area
                .sub_areas
                .iter()
                .map(|sub_area| self.sub_area(sub_area.number, absences))
                .collect(),
            narrative: None,
        });
        Scores {
            areas: areas.collect(),
            total: score(self.total, absences.total.unwrap_or(Absence::NotPublished)),
        }
    }

    fn sub_area(&self, number: SubAreaNumber, absences: &Absences) -> SubAreaResult {
        let absent = Score::Absent(absences.of_sub_area(number));
        let points = self.points.get(&number).copied().map_or(absent, Score::Points);
        SubAreaResult { number, points, percent: self.percent.get(&number).copied() }
    }
}

/// Kinds of absent values, as declared.
#[derive(Default)]
struct Absences {
    total: Option<Absence>,
    areas: Option<Absence>,
    sub_areas: Option<Absence>,
    area: BTreeMap<AreaNumber, Absence>,
    sub_area: BTreeMap<SubAreaNumber, Absence>,
}

impl Absences {
    fn of_area(&self, number: AreaNumber) -> Absence {
        self.area.get(&number).copied().or(self.areas).unwrap_or(Absence::NotPublished)
    }

    fn of_sub_area(&self, number: SubAreaNumber) -> Absence {
        self.sub_area.get(&number).copied().or(self.sub_areas).unwrap_or(Absence::NotPublished)
    }
}

/// Reads the tables of one record.
struct Reader<'a> {
    document: &'a Document<file::Evaluation>,
    edition: &'a Edition,
    /// Sub-areas whose points and percentages stand in each other's place.
    swapped: BTreeSet<&'a str>,
}

/// Objects once to all points and percentages that stand in each other's place, and tells their
/// sub-areas: points above the maximum that are just what the percentage makes of it.
fn swapped<'a>(
    document: &'a Document<file::Evaluation>,
    edition: &Edition,
    faults: &mut Vec<Diagnostic>,
) -> BTreeSet<&'a str> {
    let printed = document.value.scores.get_ref();
    let rows = printed.points.iter().filter_map(|(key, points)| {
        let percent = printed.percent.get(key.get_ref().as_str())?;
        let maximum = edition.sub_area(SubAreaNumber::parse(key.get_ref())?)?.maximum;
        let (of_points, of_percent) =
            (language::parse_points(points.get_ref())?, language::parse_points(percent.get_ref())?);
        is_swapped(of_points, of_percent, maximum.into()).then_some((key, points, percent))
    });
    let rows: Vec<_> = rows.collect();
    if let Some((_, first, _)) = rows.first() {
        let line = |key: &str, value: &str| format!("\"{key}\" = \"{value}\"");
        let form = match rows.len() {
            count if count == printed.points.len() => "all",
            count if count > SHOWN => "many",
            _ => "few",
        };
        let shown = || rows.iter().take(SHOWN);
        let fault = Fault::SwappedColumns {
            sub_areas: joined(shown().map(|(key, ..)| key.get_ref())),
            points: joined(shown().map(|(key, _, percent)| line(key.get_ref(), percent.get_ref()))),
            percent: joined(shown().map(|(key, points, _)| line(key.get_ref(), points.get_ref()))),
            form: form.to_owned(),
        };
        faults.push(Diagnostic::new(fault, document.span(first)));
    }
    rows.into_iter().map(|(key, ..)| key.get_ref().as_str()).collect()
}

/// So many rows of columns that have changed places are shown as they would be right.
const SHOWN: usize = 4;

/// Whether `points` are a percentage, and `percent` the points that make it of `maximum`.
fn is_swapped(points: Decimal, percent: Decimal, maximum: Decimal) -> bool {
    // Nothing can be above a maximum of nought and below it as well.
    points > maximum
        && percent <= maximum
        && !maximum.is_zero()
        && (percent * Decimal::ONE_HUNDRED / maximum - points).abs() <= Decimal::ONE
}

impl Reader<'_> {
    /// A figure; nothing where it is still to be filled in, which [`Self::blanks`] tells of, or
    /// stands in another's place, which has been told.
    fn points_of(
        &self,
        printed: &Spanned<String>,
        quantity: &Quantity,
        maximum: u16,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Decimal> {
        let is_swapped = matches!(quantity, Quantity::SubArea(number) | Quantity::Percent(number)
            if self.swapped.contains(number.as_str()));
        if file::is_blank(printed) || is_swapped {
            return None;
        }
        at_most(self.document, printed, quantity, maximum, faults)
    }

    /// Objects once to all figures that nobody has filled in. A draft may have some.
    fn blanks(&self, faults: &mut Vec<Diagnostic>) {
        if self.document.value.draft {
            return;
        }
        let scores = self.document.value.scores.get_ref();
        let mut blanks = scores.blanks().peekable();
        let Some((_, first)) = blanks.peek() else { return };
        let span = self.document.span(first);
        let fault = Fault::BlankScores { count: blanks.count().to_string() };
        faults.push(Diagnostic::new(fault, span));
    }

    fn areas(&self, printed: &Printed, faults: &mut Vec<Diagnostic>) -> BTreeMap<AreaNumber, Decimal> {
        let mut values = BTreeMap::new();
        for (key, value) in printed {
            let area = area(self.document, key, self.edition, faults);
            let quantity = Quantity::area(key.get_ref());
            let points = self.points_of(value, &quantity, area_maximum(self.edition, area), faults);
            values.extend(area.zip(points));
        }
        values
    }

    /// The sub-area that a key of `printed` names. Where all of its area stand there already, it
    /// can be none of them, and the line is one too many.
    fn key(
        &self,
        key: &Spanned<String>,
        printed: &Printed,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<SubAreaNumber> {
        let has_all = area_of(key.get_ref(), self.edition).is_some_and(|area| {
            area.sub_areas.iter().all(|it| printed.contains_key(it.number.to_string().as_str()))
        });
        if !has_all || known_sub_area(key.get_ref(), self.edition).is_some() {
            return sub_area(self.document, key, self.edition, faults);
        }
        let fault = Fault::UnknownSubArea {
            found: key.get_ref().clone(),
            edition: self.edition.id.to_string(),
            known: "none".to_owned(),
        };
        faults.push(Diagnostic::new(fault, self.document.span(key)));
        None
    }

    fn points(&self, printed: &Printed, faults: &mut Vec<Diagnostic>) -> BTreeMap<SubAreaNumber, Decimal> {
        let mut values = BTreeMap::new();
        for (key, value) in printed {
            let number = self.key(key, printed, faults);
            let sub_area = number.and_then(|number| self.edition.sub_area(number));
            let maximum = sub_area.map_or(self.edition.maximum(), |it| it.maximum.into());
            let quantity = Quantity::sub_area(key.get_ref());
            let points = self.points_of(value, &quantity, maximum, faults);
            values.extend(number.zip(points));
        }
        values
    }

    fn percent(&self, printed: &Printed, faults: &mut Vec<Diagnostic>) -> BTreeMap<SubAreaNumber, Decimal> {
        let mut values = BTreeMap::new();
        for (key, value) in printed {
            let number = self.key(key, printed, faults);
            let quantity = Quantity::Percent(key.get_ref().clone());
            let percent = self.points_of(value, &quantity, 100, faults);
            values.extend(number.zip(percent));
        }
        values
    }

    fn absences(&self, faults: &mut Vec<Diagnostic>) -> Absences {
        let mut absences = Absences::default();
        for (key, kind) in &self.document.value.missing {
            let absence = absence(*kind.get_ref());
            match key.get_ref().as_str() {
                file::Scores::TOTAL => absences.total = Some(absence),
                file::Scores::AREAS => absences.areas = Some(absence),
                file::Missing::SUB_AREAS => absences.sub_areas = Some(absence),
                number if number.contains('.') => {
                    let number = sub_area(self.document, key, self.edition, faults);
                    absences.sub_area.extend(number.map(|number| (number, absence)));
                }
                _ => {
                    let number = area(self.document, key, self.edition, faults);
                    absences.area.extend(number.map(|number| (number, absence)));
                }
            }
        }
        absences
    }

    /// Every value is either given or declared missing, never both (P4).
    fn declared(&self, figures: &Figures, absences: &Absences, faults: &mut Vec<Diagnostic>) {
        let in_order = &self.edition.areas;
        let areas = All {
            numbers: in_order.iter().map(|area| area.number).collect(),
            every: Quantity::EveryArea,
            one: Quantity::area,
        };
        let sub_areas = All {
            numbers: in_order.iter().flat_map(|area| &area.sub_areas).map(|it| it.number).collect(),
            every: Quantity::EverySubArea,
            one: Quantity::sub_area,
        };
        let printed = self.document.value.scores.get_ref();
        // A value that cannot be read is reported already, so it counts as given.
        let is_printed = |map: &Printed, key: &str| map.contains_key(key);
        let has_area = |n: &AreaNumber| {
            figures.has_area(*n)
                || is_printed(&printed.areas, &n.to_string())
                || is_printed(&printed.boxes, &n.to_string())
        };
        let has_sub_area = |n: &SubAreaNumber| is_printed(&printed.points, &n.to_string());
        self.one(&Quantity::Total, printed.total.is_some(), absences.total.is_some(), faults);
        self.many(&areas, has_area, absences.areas, &absences.area, faults);
        self.many(&sub_areas, has_sub_area, absences.sub_areas, &absences.sub_area, faults);
    }

    fn one(&self, quantity: &Quantity, given: bool, missing: bool, faults: &mut Vec<Diagnostic>) {
        if given && missing {
            self.both(quantity, faults);
        }
        if !given && !missing {
            self.neither(quantity, faults);
        }
    }

    /// The same for every area or every sub-area: each is given or declared
    /// missing, by its own number or by the key for all.
    fn many<N: Copy + Ord>(
        &self,
        all: &All<N>,
        is_given: impl Fn(&N) -> bool,
        whole: Option<Absence>,
        single: &BTreeMap<N, Absence>,
        faults: &mut Vec<Diagnostic>,
    ) {
        let (given, absent): (BTreeSet<N>, BTreeSet<N>) =
            all.numbers.iter().partition(|number| is_given(number));
        for number in single.keys().filter(|number| given.contains(number)) {
            self.both(&(all.one)(*number), faults);
        }
        let undeclared: Vec<_> = absent.iter().filter(|number| !single.contains_key(number)).collect();
        match whole {
            Some(_) if undeclared.is_empty() => self.both(&all.every, faults),
            Some(_) => {}
            None if undeclared.len() == all.numbers.len() => self.neither(&all.every, faults),
            None => undeclared.into_iter().for_each(|number| self.neither(&(all.one)(*number), faults)),
        }
    }

    fn both(&self, quantity: &Quantity, faults: &mut Vec<Diagnostic>) {
        let declared = self.document.value.missing.get_key_value(quantity.key().as_str());
        let span = declared.map_or_else(
            || self.document.span(&self.document.value.scores),
            |(key, _)| self.document.span(key),
        );
        let fault = Fault::MissingAndGiven { what: quantity.kind(), number: quantity.number() };
        faults.push(Diagnostic::new(fault, span));
    }

    fn neither(&self, quantity: &Quantity, faults: &mut Vec<Diagnostic>) {
        let (what, number, key) = (quantity.kind(), quantity.number(), quantity.key());
        let before = self.before(quantity);
        let span = match before {
            Some(line) => self.document.span(line),
            None => self.document.span(&self.document.value.scores),
        };
        let after = before.map_or("none", |line| line.get_ref()).to_owned();
        let has_table = if self.document.value.missing.is_empty() { "no" } else { "yes" }.to_owned();
        let fault = Fault::UndeclaredMissing { what, number, key, after, has_table };
        faults.push(Diagnostic::new(fault, span));
    }

    /// The line behind which the one of `quantity` would stand.
    fn before(&self, quantity: &Quantity) -> Option<&Spanned<String>> {
        let printed = self.document.value.scores.get_ref();
        let (table, number) = match quantity {
            Quantity::Area(number) => (&printed.areas, number),
            Quantity::SubArea(number) => (&printed.points, number),
            _ => return None,
        };
        let parts = |number: &str| -> Vec<u16> {
            number.split('.').map(|part| part.parse().unwrap_or(u16::MAX)).collect()
        };
        let wanted = parts(number);
        let earlier = table.keys().filter(|key| parts(key.get_ref()) < wanted);
        earlier.max_by_key(|key| parts(key.get_ref()))
    }
}

/// All areas, or all sub-areas, of an edition.
struct All<N> {
    numbers: Vec<N>,
    /// What all of them are called in a fault.
    every: Quantity,
    /// What one of them is.
    one: fn(N) -> Quantity,
}

/// The kind of absence that a record declares.
pub(super) fn absence(missing: Missing) -> Absence {
    match missing {
        Missing::NotPublished => Absence::NotPublished,
        Missing::Unreadable => Absence::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_and_percentages_are_told_apart_by_the_maximum() {
        for (points, percent, maximum, expected) in [
            (80, 16, 20, true),
            (63, 19, 30, true),
            (16, 80, 20, false),
            (20, 20, 20, false),
            (80, 15, 20, false),
            (80, 0, 0, false),
        ] {
            let found = is_swapped(points.into(), percent.into(), maximum.into());
            assert_eq!(found, expected, "{points} {percent} {maximum}");
        }
    }
}
