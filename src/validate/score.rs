//! Printed figures of a record: known areas and sub-areas, readable numbers,
//! nothing above its maximum, and every absent value with its kind (P4).

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use toml::Spanned;

use super::{at_most, joined};
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::Printed;
use crate::format::evaluation::{self as file, Missing};
use crate::load::Document;
use crate::model::{Absence, AreaNumber, AreaResult, Edition, Score, SubAreaNumber, SubAreaResult};

/// The figures of one record.
pub struct Scores {
    /// The stated total.
    pub total: Score,
    /// One result per area, still without narratives.
    pub areas: Vec<AreaResult>,
}

/// Reads the figures of `document`, which belongs to `edition`.
pub fn scores(
    document: &Document<file::Evaluation>,
    edition: &Edition,
    faults: &mut Vec<Diagnostic>,
) -> Scores {
    let printed = document.value.scores.get_ref();
    let reader = Reader { document, edition };
    let figures = Figures {
        total: printed
            .total
            .as_ref()
            .and_then(|total| at_most(reader.document, total, "the total", edition.maximum(), faults)),
        tables: reader.areas(&printed.areas, faults),
        boxes: reader.areas(&printed.boxes, faults),
        points: reader.points(&printed.points, faults),
        percent: reader.percent(&printed.percent, faults),
    };
    let absences = reader.absences(faults);
    reader.declared(&figures, &absences, faults);
    figures.scores(edition, &absences)
}

/// The area a key names.
pub fn area<T>(
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
pub fn unknown_area(found: &str, edition: &Edition) -> Fault {
    let known = format!("1–{}", edition.areas.len());
    Fault::UnknownArea { found: found.to_owned(), edition: edition.id.to_string(), known }
}

/// The sub-area a key names.
pub fn sub_area<T>(
    document: &Document<T>,
    key: &Spanned<String>,
    edition: &Edition,
    faults: &mut Vec<Diagnostic>,
) -> Option<SubAreaNumber> {
    let number = SubAreaNumber::parse(key.get_ref()).filter(|number| edition.sub_area(*number).is_some());
    if number.is_none() {
        faults.push(Diagnostic::new(unknown_sub_area(key.get_ref(), edition), document.span(key)));
    }
    number
}

/// A sub-area that `edition` does not have; names those of the same area.
pub fn unknown_sub_area(found: &str, edition: &Edition) -> Fault {
    let area = found.split('.').next().and_then(|area| edition.area(area.parse().ok()?));
    let known = match area {
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
}

impl Reader<'_> {
    fn areas(&self, printed: &Printed, faults: &mut Vec<Diagnostic>) -> BTreeMap<AreaNumber, Decimal> {
        let mut values = BTreeMap::new();
        for (key, value) in printed {
            let area = area(self.document, key, self.edition, faults);
            let what = format!("area {}", key.get_ref());
            let points = at_most(self.document, value, &what, Edition::AREA_MAXIMUM, faults);
            values.extend(area.zip(points));
        }
        values
    }

    fn points(&self, printed: &Printed, faults: &mut Vec<Diagnostic>) -> BTreeMap<SubAreaNumber, Decimal> {
        let mut values = BTreeMap::new();
        for (key, value) in printed {
            let number = sub_area(self.document, key, self.edition, faults);
            let maximum =
                number.and_then(|number| self.edition.sub_area(number)).map(|it| u16::from(it.maximum));
            let what = format!("sub-area {}", key.get_ref());
            let points =
                at_most(self.document, value, &what, maximum.unwrap_or(Edition::AREA_MAXIMUM), faults);
            values.extend(number.zip(points));
        }
        values
    }

    fn percent(&self, printed: &Printed, faults: &mut Vec<Diagnostic>) -> BTreeMap<SubAreaNumber, Decimal> {
        let mut values = BTreeMap::new();
        for (key, value) in printed {
            let number = sub_area(self.document, key, self.edition, faults);
            let what = format!("the percentage of {}", key.get_ref());
            let percent = at_most(self.document, value, &what, 100, faults);
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
        let areas: Vec<_> = self.edition.areas.iter().map(|area| area.number).collect();
        let sub_areas: Vec<_> = self
            .edition
            .areas
            .iter()
            .flat_map(|area| &area.sub_areas)
            .map(|sub_area| sub_area.number)
            .collect();
        let printed = self.document.value.scores.get_ref();
        // A value that is there but unreadable already has its fault.
        let is_printed = |map: &Printed, key: &str| map.contains_key(key);
        let has_area = |n: &AreaNumber| {
            figures.has_area(*n)
                || is_printed(&printed.areas, &n.to_string())
                || is_printed(&printed.boxes, &n.to_string())
        };
        let has_sub_area = |n: &SubAreaNumber| is_printed(&printed.points, &n.to_string());
        self.one("the total", "total", printed.total.is_some(), absences.total.is_some(), faults);
        self.many("area", &areas, has_area, absences.areas, &absences.area, faults);
        self.many("sub-area", &sub_areas, has_sub_area, absences.sub_areas, &absences.sub_area, faults);
    }

    fn one(&self, what: &str, key: &str, given: bool, missing: bool, faults: &mut Vec<Diagnostic>) {
        if given && missing {
            self.both(what, key, faults);
        }
        if !given && !missing {
            self.neither(what, key, faults);
        }
    }

    /// The same for every area or every sub-area, as `noun` says.
    fn many<N: Copy + Ord + ToString>(
        &self,
        noun: &str,
        numbers: &[N],
        is_given: impl Fn(&N) -> bool,
        whole: Option<Absence>,
        single: &BTreeMap<N, Absence>,
        faults: &mut Vec<Diagnostic>,
    ) {
        let (every, key) = (format!("every {noun}"), format!("{noun}s"));
        let one = |number: &N| (format!("{noun} {}", number.to_string()), number.to_string());
        let (given, absent): (BTreeSet<N>, BTreeSet<N>) = numbers.iter().partition(|number| is_given(number));
        for (what, key) in single.keys().filter(|number| given.contains(number)).map(one) {
            self.both(&what, &key, faults);
        }
        if whole.is_some() && absent.iter().all(|number| single.contains_key(number)) {
            self.both(&every, &key, faults);
        }
        if whole.is_some() {
            return;
        }
        let undeclared: Vec<_> = absent.iter().filter(|number| !single.contains_key(number)).collect();
        if undeclared.len() == numbers.len() {
            return self.neither(&every, &key, faults);
        }
        for (what, key) in undeclared.into_iter().map(one) {
            self.neither(&what, &key, faults);
        }
    }

    fn both(&self, what: &str, key: &str, faults: &mut Vec<Diagnostic>) {
        let declared = self.document.value.missing.get_key_value(key);
        let span = declared.map_or_else(
            || self.document.span(&self.document.value.scores),
            |(key, _)| self.document.span(key),
        );
        faults.push(Diagnostic::new(Fault::MissingAndGiven { what: what.to_owned() }, span));
    }

    fn neither(&self, what: &str, key: &str, faults: &mut Vec<Diagnostic>) {
        let fault = Fault::UndeclaredMissing { what: what.to_owned(), key: key.to_owned() };
        faults.push(Diagnostic::new(fault, self.document.span(&self.document.value.scores)));
    }
}

fn absence(missing: Missing) -> Absence {
    match missing {
        Missing::NotPublished => Absence::NotPublished,
        Missing::Unreadable => Absence::Unreadable,
    }
}
