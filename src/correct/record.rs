//! The new text of `evaluation.toml`.

use jiff::civil::Date;
use toml_edit::{DocumentMut, Item, Table, Value, table, value};

use super::correction::{Refusal, key_for_all, line_ends};
use crate::format::evaluation::{FILE, Key, Scores};
use crate::language;
use crate::model::{Edition, Measure, Score};

/// The text of a record in which `measure` is `new`, which says `score`, and the value that it had
/// before, as printed. The day of its last change becomes `date`, unless it is later.
pub(super) fn record(
    text: &str,
    measure: Measure,
    new: &str,
    score: Score,
    edition: &Edition,
    date: Date,
) -> Result<(String, Option<String>), Refusal> {
    let mut document: DocumentMut = text.parse().map_err(|_| Refusal::File { name: FILE })?;
    let printed = match score {
        Score::Points(_) => {
            let printed = set(&mut document, measure, new)?;
            present(&mut document, measure, edition)?;
            printed
        }
        Score::Absent(_) => {
            let printed = remove(&mut document, measure)?;
            absent(&mut document, measure, new)?;
            printed
        }
    };
    updated(&mut document, date);
    Ok((line_ends(&document.to_string(), text), printed))
}

/// A table below `parent`; one that is not there is made where `is_wanted`.
fn child<'d>(
    parent: &'d mut dyn toml_edit::TableLike,
    name: &str,
    is_wanted: bool,
) -> Result<Option<&'d mut dyn toml_edit::TableLike>, Refusal> {
    if !parent.contains_key(name) && is_wanted {
        parent.insert(name, table());
    }
    match parent.get_mut(name) {
        None => Ok(None),
        Some(item) => item.as_table_like_mut().map(Some).ok_or(Refusal::File { name: FILE }),
    }
}

/// The table of the scores that has `measure`, and its key there. The value of an area that counts
/// is its row in the table, else its box.
fn place(
    document: &mut DocumentMut,
    measure: Measure,
    is_wanted: bool,
) -> Result<Option<(&mut dyn toml_edit::TableLike, String)>, Refusal> {
    let key = measure.to_string();
    let Some(scores) = child(document.as_table_mut(), Key::Scores.name(), is_wanted)? else {
        return Ok(None);
    };
    let has = |scores: &dyn toml_edit::TableLike, name: &str| {
        scores.get(name).and_then(Item::as_table_like).is_some_and(|it| it.contains_key(&key))
    };
    let name = match measure {
        Measure::Total => return Ok(Some((scores, key))),
        Measure::Area(_) if !has(scores, Scores::AREAS) && has(scores, Scores::BOXES) => Scores::BOXES,
        Measure::Area(_) => Scores::AREAS,
        Measure::SubArea(_) => Scores::POINTS,
    };
    Ok(child(scores, name, is_wanted)?.map(|table| (table, key)))
}

/// Writes the value and returns what was there.
fn set(document: &mut DocumentMut, measure: Measure, new: &str) -> Result<Option<String>, Refusal> {
    let Some((table, key)) = place(document, measure, true)? else { return Ok(None) };
    if let Some(Item::Value(old)) = table.get_mut(&key) {
        let printed = old.as_str().map(str::to_owned);
        let decor = old.decor().clone();
        *old = Value::from(new);
        *old.decor_mut() = decor;
        return Ok(printed);
    }
    table.insert(&key, value(new));
    // In the order of letters, which is that of numbers in every edition so far.
    if measure != Measure::Total {
        table.sort_values();
    }
    Ok(None)
}

fn remove(document: &mut DocumentMut, measure: Measure) -> Result<Option<String>, Refusal> {
    let Some((table, key)) = place(document, measure, false)? else { return Ok(None) };
    Ok(table.remove(&key).and_then(|item| item.as_str().map(str::to_owned)))
}

/// Takes back that the value is missing: its own line, and the line for all where none is missing
/// any more.
fn present(document: &mut DocumentMut, measure: Measure, edition: &Edition) -> Result<(), Refusal> {
    let all = key_for_all(measure);
    let is_given: Vec<bool> = Measure::all(edition)
        .filter(|other| key_for_all(*other) == all)
        .map(|other| Ok(is_in(document, other)? || is_missing(document, &other.to_string())?))
        .collect::<Result<_, Refusal>>()?;
    let Some(missing) = child(document.as_table_mut(), Key::Missing.name(), false)? else { return Ok(()) };
    missing.remove(&measure.to_string());
    if let Some(all) = all
        && is_given.into_iter().all(|it| it)
    {
        missing.remove(all);
    }
    Ok(())
}

fn is_in(document: &mut DocumentMut, measure: Measure) -> Result<bool, Refusal> {
    let place = place(document, measure, false)?;
    Ok(place.is_some_and(|(table, key)| table.get(&key).is_some_and(Item::is_value)))
}

fn is_missing(document: &mut DocumentMut, key: &str) -> Result<bool, Refusal> {
    let missing = child(document.as_table_mut(), Key::Missing.name(), false)?;
    Ok(missing.is_some_and(|missing| missing.contains_key(key)))
}

/// Says that the value is missing, and why, unless that is said of all.
fn absent(document: &mut DocumentMut, measure: Measure, kind: &str) -> Result<(), Refusal> {
    // What stands behind the last table would otherwise come before a new one.
    let is_new = !document.contains_key(Key::Missing.name());
    let Some(missing) = child(document.as_table_mut(), Key::Missing.name(), true)? else { return Ok(()) };
    let of_all = key_for_all(measure).and_then(|all| missing.get(all)).and_then(Item::as_str);
    if of_all == Some(kind) {
        missing.remove(&measure.to_string());
    } else {
        missing.insert(&measure.to_string(), value(kind));
    }
    if is_new && let Some(table) = document.get_mut(Key::Missing.name()).and_then(Item::as_table_mut) {
        set_apart(table);
    }
    Ok(())
}

/// An empty line before the head of a new table.
fn set_apart(table: &mut Table) {
    table.decor_mut().set_prefix("\n");
}

fn updated(document: &mut DocumentMut, date: Date) {
    let Some(Item::Value(old)) = document.get_mut(Key::Updated.name()) else { return };
    let is_earlier = old.as_str().and_then(language::parse_date).is_some_and(|old| old < date);
    if is_earlier {
        let decor = old.decor().clone();
        *old = Value::from(language::format_date_iso(date));
        *old.decor_mut() = decor;
    }
}
