//! The figures of an evaluation into its record, which keeps all that a person has written.

use jiff::civil::Date;
use toml_edit::{DocumentMut, Item, Table, TableLike, Value, value};

use super::edition::{Ground, label};
use super::entry::{Entry, Identity};
use super::figure::Measure;
use super::head::{Column, Key};
use crate::format::VERSION;
use crate::format::evaluation::{Key as Name, Missing, Scores};
use crate::language::{format_date_iso, parse_points};
use crate::model::Edition;

/// One value of a record that becomes another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is of, as `label` says, or `month`.
    pub of: String,
    /// Whether it is a percentage.
    pub is_percent: bool,
    /// What the record has; nothing when it has none.
    pub old: Option<String>,
    /// What it gets.
    pub new: String,
}

/// A new record without figures.
pub fn blank(identity: &Identity, entry: &Entry, edition: &Edition, ground: Ground, file: &str) -> String {
    let mut document = DocumentMut::new();
    let mut set = |name: Name, item: Item| drop(document.insert(name.name(), item));
    set(Name::Format, value(i64::from(VERSION)));
    // What nobody has read is not for readers (P11).
    set(Name::Draft, value(true));
    set(Name::Code, value(&identity.code.0));
    set(Name::Edition, value(&edition.id.0));
    let basis = if ground == Ground::Stated { "stated" } else { "inferred" };
    set(Name::EditionBasis, value(basis));
    match ground {
        Ground::Stated => {}
        Ground::Maxima => set(Name::EditionGround, value("maxima")),
        Ground::Time => set(Name::EditionGround, value("time")),
    }
    set(Name::Year, value(i64::from(identity.year)));
    let mut source = Table::new();
    let given = |column: Column| entry.source.get(&column).cloned();
    let sheet = if entry.spot.sheet.is_empty() {
        String::new()
    } else {
        format!(", bladet ”{}”", entry.spot.sheet)
    };
    let title = given(Column::Source).unwrap_or_else(|| format!("Kalkylarket ”{file}”{sheet}"));
    source.insert("title", value(title));
    for (name, column) in [("publisher", Column::Publisher), ("url", Column::Address)] {
        if let Some(text) = given(column) {
            source.insert(name, value(text));
        }
    }
    set(Name::Source, Item::Table(source));
    set(Name::Scores, Item::Table(Table::new()));
    set(Name::Missing, Item::Table(Table::new()));
    document.to_string()
}

/// Puts the figures of `entry` into the record `text`, of `edition`, and tells what changes.
/// Values that are equal stay as they are written. `today` becomes the day of the last
/// change, if there is any.
///
/// # Errors
/// With a parser's message, when the record cannot be read or is no record.
pub fn merged(
    text: &str,
    entry: &Entry,
    edition: &Edition,
    today: Date,
) -> Result<(String, Vec<Change>), String> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
    let mut changes = Vec::new();
    let scores = document.entry(Name::Scores.name()).or_insert_with(|| Item::Table(Table::new()));
    let scores = scores.as_table_like_mut().ok_or("scores is no table")?;
    for ((key, measure), (figure, _)) in &entry.figures {
        let Some(section) = section(*key, *measure) else { continue };
        let is_percent = *measure == Measure::Percent;
        let set = if section == Scores::TOTAL {
            set(scores, section, &figure.printed)
        } else {
            let item = scores.entry(section).or_insert_with(|| Item::Table(Table::new()));
            let table = item.as_table_like_mut().ok_or_else(|| format!("scores.{section} is no table"))?;
            set(table, &label(*key), &figure.printed)
        };
        changes.extend(set.map(|old| Change {
            of: label(*key),
            is_percent,
            old,
            new: figure.printed.clone(),
        }));
    }
    if changes.iter().any(|change| change.old.is_none()) {
        in_order(scores);
    }
    let given = Given::of(scores, edition);
    missing(&mut document, &given, edition)?;
    if let Some((month, _)) = entry.month {
        let old = document.get(Name::Month.name()).map(|it| it.to_string().trim().to_owned());
        if old.as_deref() != Some(&month.to_string()) {
            put(document.as_table_mut(), Name::Month.name(), i64::from(month).into());
            changes.push(Change {
                of: Name::Month.name().to_owned(),
                is_percent: false,
                old,
                new: month.to_string(),
            });
        }
    }
    if changes.is_empty() {
        return Ok((text.to_owned(), changes));
    }
    put(document.as_table_mut(), Name::Updated.name(), format_date_iso(today).into());
    Ok((document.to_string(), changes))
}

/// The table of a record that a figure stands in; the maxima are the edition's.
fn section(key: Key, measure: Measure) -> Option<&'static str> {
    match (key, measure) {
        (Key::Total, Measure::Points) => Some(Scores::TOTAL),
        (Key::Area(_), Measure::Points) => Some(Scores::AREAS),
        (Key::SubArea(_), Measure::Points) => Some(Scores::POINTS),
        (Key::SubArea(_), Measure::Percent) => Some(Scores::PERCENT),
        _ => None,
    }
}

/// Sets a printed value unless it is there; returns what there was if it was not equal.
#[expect(clippy::option_option, reason = "nothing changes, nothing was there, something was there")]
fn set(table: &mut dyn TableLike, key: &str, printed: &str) -> Option<Option<String>> {
    let old = table
        .get(key)
        .and_then(Item::as_value)
        .map(|it| it.as_str().map_or_else(|| it.to_string().trim().to_owned(), str::to_owned));
    let is_equal = |old: &String| {
        old == printed || parse_points(old).is_some_and(|number| Some(number) == parse_points(printed))
    };
    if old.as_ref().is_some_and(is_equal) {
        return None;
    }
    put(table, key, printed.into());
    Some(old)
}

/// Puts a value in the place of another one, whose comments stay.
fn put(table: &mut dyn TableLike, key: &str, mut new: Value) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        None => drop(table.insert(key, Item::Value(new))),
    }
}

/// Values by their numbers, and no empty head over them.
fn in_order(scores: &mut dyn TableLike) {
    for (_, item) in scores.iter_mut() {
        if let Some(table) = item.as_table_mut() {
            table.sort_values_by(|one, _, other, _| number(one.get()).cmp(&number(other.get())));
        }
    }
}

fn number(key: &str) -> Vec<u8> {
    key.split('.').filter_map(|part| part.parse().ok()).collect()
}

/// What a record has of the parts of its edition.
struct Given {
    has_total: bool,
    /// Numbers of areas and of sub-areas that lack a value.
    areas: Vec<String>,
    sub_areas: Vec<String>,
}

impl Given {
    fn of(scores: &dyn TableLike, edition: &Edition) -> Self {
        let has = |section: &str, key: &str| {
            scores.get(section).and_then(Item::as_table_like).is_some_and(|it| it.contains_key(key))
        };
        let areas = edition.areas.iter().map(|area| area.number.to_string());
        let areas = areas.filter(|it| !has(Scores::AREAS, it) && !has(Scores::BOXES, it));
        let sub_areas = edition.areas.iter().flat_map(|area| &area.sub_areas).map(|it| it.number.to_string());
        Self {
            has_total: scores.contains_key(Scores::TOTAL),
            areas: areas.collect(),
            sub_areas: sub_areas.filter(|it| !has(Scores::POINTS, it)).collect(),
        }
    }
}

/// Every absent value is declared, and no other (P4).
fn missing(document: &mut DocumentMut, given: &Given, edition: &Edition) -> Result<(), String> {
    let item = document.entry(Name::Missing.name()).or_insert_with(|| Item::Table(Table::new()));
    let table = item.as_table_like_mut().ok_or("missing is no table")?;
    let mut declare = |key: &str, is_due: bool| {
        if !is_due {
            table.remove(key);
        } else if !table.contains_key(key) {
            table.insert(key, value("not-published"));
        }
    };
    declare(Scores::TOTAL, !given.has_total);
    for area in &edition.areas {
        let number = area.number.to_string();
        if !given.areas.contains(&number) {
            declare(&number, false);
        }
        for number in area.sub_areas.iter().map(|it| it.number.to_string()) {
            if !given.sub_areas.contains(&number) {
                declare(&number, false);
            }
        }
    }
    for (key, absent) in [(Scores::AREAS, &given.areas), (Missing::SUB_AREAS, &given.sub_areas)] {
        // A value may be declared by itself, as one that cannot be read.
        let is_due = absent.iter().any(|it| !table.contains_key(it));
        if !is_due {
            table.remove(key);
        } else if !table.contains_key(key) {
            table.insert(key, value("not-published"));
        }
    }
    if table.is_empty() {
        document.remove(Name::Missing.name());
    }
    Ok(())
}
