//! Which edition an evaluation's figures belong to, and which of them do not fit it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::cell::Spot;
use super::entry::Entry;
use super::figure::Measure;
use super::head::Key;
use super::objection::{At, Objection, Remark, Trouble};
use super::title::Titles;
use crate::language::format_points;
use crate::model::{Edition, EditionId};

/// How the edition is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The spreadsheet or the record that is there says it.
    Stated,
    /// The maxima of all sub-areas are given, and they are those of this edition only.
    Maxima,
    /// It is the one of the time, and the figures fit it.
    Time,
}

/// How many sub-areas must fit for it to be no chance.
const MIN_FIT: usize = 3;

/// The edition of `entry`, an evaluation of `year`; `asked` is the one that is said.
///
/// # Errors
/// With every cell that does not fit, or the edition that fits better.
pub fn decide<'e>(
    entry: &Entry,
    year: u16,
    asked: Option<&EditionId>,
    editions: &'e BTreeMap<EditionId, Edition>,
    titles: &Titles,
) -> Result<(&'e Edition, Ground), Vec<Objection>> {
    let one = |trouble| vec![Objection::new(entry.spot.clone(), trouble)];
    let names = |editions: &[&Edition]| {
        let ids: Vec<_> = editions.iter().map(|it| it.id.to_string()).collect();
        ids.join(", ")
    };
    let fitting: Vec<_> = editions.values().filter(|it| misfits(entry, it, titles).is_empty()).collect();
    let parts = entry.figures.keys().filter(|(key, _)| matches!(key, Key::SubArea(_))).count();
    let misfit = |edition: &Edition| match fitting.as_slice() {
        [other] if parts >= MIN_FIT => {
            one(Trouble::FitsOther { asked: edition.id.to_string(), fits: other.id.to_string() })
        }
        _ => misfits(entry, edition, titles),
    };
    if let Some(edition) = asked.and_then(|id| editions.get(id)) {
        if year < edition.year {
            let (year, edition) = (year.to_string(), edition.id.to_string());
            return Err(one(Trouble::BeforeEdition { year, edition }));
        }
        let fits = fitting.iter().any(|it| it.id == edition.id);
        return if fits { Ok((edition, Ground::Stated)) } else { Err(misfit(edition)) };
    }
    let of_time: Vec<_> = editions.values().filter(|edition| edition.year <= year).collect();
    let Some(newest) = of_time.iter().copied().max_by_key(|edition| edition.year) else {
        return Err(one(Trouble::NoEdition { known: names(&editions.values().collect::<Vec<_>>()) }));
    };
    let fitting: Vec<_> = fitting.iter().copied().filter(|it| it.year <= year).collect();
    let whole = |measure| fitting.iter().copied().filter(move |it| is_whole(entry, it, measure));
    if let [only] = whole(Measure::Maximum).collect::<Vec<_>>().as_slice() {
        return Ok((only, Ground::Maxima));
    }
    let complete: Vec<_> = whole(Measure::Points).collect();
    let fits = |edition: &Edition| fitting.iter().any(|it| it.id == edition.id);
    let is_only = fitting.len() == 1 || matches!(complete.as_slice(), [only] if only.id == newest.id);
    // In its first year the edition before is used, too.
    let is_doubtful = newest.year == year || complete.iter().any(|it| it.id != newest.id);
    if !fits(newest) {
        return Err(misfit(newest));
    }
    if is_only || !is_doubtful {
        return Ok((newest, Ground::Time));
    }
    Err(one(Trouble::NoEdition { known: names(&fitting) }))
}

/// Whether all sub-areas of `edition` have a figure of this measure.
fn is_whole(entry: &Entry, edition: &Edition, measure: Measure) -> bool {
    let mut all = edition.areas.iter().flat_map(|area| &area.sub_areas);
    all.all(|it| entry.figures.contains_key(&(Key::SubArea(it.number), measure)))
}

/// Every figure that `edition` cannot have.
fn misfits(entry: &Entry, edition: &Edition, titles: &Titles) -> Vec<Objection> {
    let figures = entry.figures.iter();
    let misfit = |((key, measure), (figure, spot)): (&(Key, Measure), &(_, Spot))| {
        let figure: &super::figure::Figure = figure;
        let maximum = maximum(*key, edition);
        let found = figure.printed.clone();
        let trouble = match (maximum, measure) {
            (None, _) => Trouble::PartOfOther { part: label(*key), edition: edition.id.to_string() },
            (Some(maximum), Measure::Points) if figure.number > maximum.into() => {
                Trouble::AboveMaximum { found, maximum: maximum.to_string() }
            }
            (Some(_), Measure::Percent) if figure.number > 100.into() => {
                Trouble::AboveMaximum { found: format!("{found} %"), maximum: "100 %".to_owned() }
            }
            (Some(maximum), Measure::Maximum) if figure.number != maximum.into() => {
                let (expected, edition) = (maximum.to_string(), edition.id.to_string());
                Trouble::OtherMaximum { found, expected, edition }
            }
            _ => return None,
        };
        Some(Objection::new(spot.clone(), trouble))
    };
    let misnamed = entry.titles.iter().filter_map(|(key, (title, spot))| {
        let others = titles.misfit(title, *key, &edition.id)?;
        let others: Vec<_> = others.iter().map(ToString::to_string).collect();
        let trouble = Trouble::NameOfOther {
            name: title.clone(),
            edition: edition.id.to_string(),
            others: others.join(", "),
        };
        Some(Objection::new(spot.clone(), trouble))
    });
    figures.filter_map(misfit).chain(misnamed).collect()
}

/// How far a sum may lie from what stands there, which may be rounded.
const ROUNDING: Decimal = Decimal::ONE;

/// Where the total or an area differs from the sum of its parts, all of which are given: it is
/// written as it stands, and somebody has to see it.
pub fn other_sums(entry: &Entry, edition: &Edition) -> Vec<At<Remark>> {
    let points = |key| entry.figures.get(&(key, Measure::Points));
    let check = |of: Key, parts: Vec<Key>| {
        let (figure, spot) = points(of)?;
        let parts: Option<Vec<_>> = parts.into_iter().map(|key| Some(points(key)?.0.number)).collect();
        let sum: Decimal = parts.filter(|parts| !parts.is_empty())?.into_iter().sum();
        let remark =
            Remark::OtherSum { part: label(of), found: figure.printed.clone(), sum: format_points(sum) };
        ((sum - figure.number).abs() >= ROUNDING).then(|| At::new(spot.clone(), remark))
    };
    let areas = edition.areas.iter();
    let total = check(Key::Total, areas.clone().map(|area| Key::Area(area.number)).collect());
    let of_areas = areas.filter_map(|area| {
        check(Key::Area(area.number), area.sub_areas.iter().map(|it| Key::SubArea(it.number)).collect())
    });
    total.into_iter().chain(of_areas).collect()
}

/// The most points of `key` in `edition`; nothing when it has no such part.
pub fn maximum(key: Key, edition: &Edition) -> Option<u16> {
    match key {
        Key::Total => Some(edition.maximum()),
        Key::Area(number) => edition.area(number).map(|it| it.maximum),
        Key::SubArea(number) => edition.sub_area(number).map(|it| it.maximum.into()),
    }
}

/// `total`, `1`, `1.1`: as records and spreadsheets name it.
pub fn label(key: Key) -> String {
    match key {
        Key::Total => "total".to_owned(),
        Key::Area(number) => number.to_string(),
        Key::SubArea(number) => number.to_string(),
    }
}
