//! A record and texts for a person to fill in, where there is no report to read.

use std::collections::BTreeMap;

use jiff::civil::Date;
use toml_edit::{DocumentMut, Item, Table, value};

use super::phrase::Phrases;
use super::record::{Notes, opened, unplaced};
use super::{Written, escape};
use crate::format::evaluation::{EditionBasis, EditionGround, Evaluation, Key, Scores, Texts};
use crate::format::narrative::{SUMMARY, area_stem};
use crate::format::{Citation, Printed, VERSION};
use crate::language;
use crate::message::Argument;
use crate::model::{Area, Edition, Municipality};

/// What a draft is begun for.
#[derive(Clone, Copy, Debug)]
pub struct Beginning<'a> {
    /// The municipality.
    pub municipality: &'a Municipality,
    /// Its edition.
    pub edition: &'a Edition,
    /// All editions, to name them.
    pub editions: &'a BTreeMap<crate::model::EditionId, Edition>,
    /// The year of the evaluation.
    pub year: u16,
    /// The day, which becomes that of the record's last change.
    pub day: Date,
    /// Where the schema of records lies, seen from the record, if it is known.
    pub schema: Option<&'a str>,
}

/// The record: what is known is written, every score has an empty place, all other keys stand
/// as comments, and each is explained.
pub(crate) fn record(beginning: &Beginning<'_>) -> String {
    let mut document = toml_edit::ser::to_document(&known(beginning)).unwrap_or_default();
    // Comments say where a new table begins, so the empty ones are there as well.
    *document.entry(Key::Missing.name()).or_insert_with(toml_edit::table) = toml_edit::table();
    let mut notes = Notes::new(notes(beginning));
    for (mut name, item) in document.iter_mut() {
        let Some(key) = Key::of(name.get()) else { continue };
        let before = comment(&notes.due(key));
        match key {
            Key::Source | Key::Scores | Key::Missing => {
                let Some(table) = opened(item) else { continue };
                table.decor_mut().set_prefix(before);
                if key == Key::Scores {
                    places(table, beginning.edition);
                }
            }
            _ => name.leaf_decor_mut().set_prefix(before),
        }
    }
    document.set_trailing(comment(&notes.rest()));
    headed(&document, beginning)
}

/// The file, with the link to its schema in the first line, where editors look for it.
fn headed(document: &DocumentMut, beginning: &Beginning<'_>) -> String {
    let schema = beginning.schema.map(|path| format!("#:schema {path}\n")).unwrap_or_default();
    format!("{schema}{document}")
}

/// What is known before anybody has filled in anything.
fn known(beginning: &Beginning<'_>) -> Evaluation {
    let Beginning { municipality, edition, year, day, .. } = *beginning;
    Evaluation {
        format: unplaced(VERSION),
        draft: true,
        publish_at: None,
        withdrawn: None,
        code: unplaced(municipality.code.0.clone()),
        edition: unplaced(edition.id.0.clone()),
        edition_basis: EditionBasis::Inferred,
        edition_ground: Some(unplaced(EditionGround::Time)),
        year: unplaced(year),
        month: None,
        cover_date: None,
        ordinal: None,
        interviews: None,
        evaluators: Vec::new(),
        earlier: Vec::new(),
        narratives: texts(edition).into_iter().map(|(stem, _)| unplaced(stem)).collect(),
        texts: Some(unplaced(Texts::Own)),
        texts_licence: None,
        updated: Some(unplaced(language::format_date_iso(day))),
        report: None,
        facts: Vec::new(),
        source: Citation {
            title: Phrases::swedish().source_described(&municipality.official_name, year),
            publisher: None,
            url: None,
        },
        scores: unplaced(Scores {
            total: Some(unplaced(String::new())),
            areas: Printed::new(),
            boxes: Printed::new(),
            points: Printed::new(),
            percent: Printed::new(),
        }),
        missing: BTreeMap::new(),
        examples: Vec::new(),
        referrals: Vec::new(),
    }
}

/// An empty place for every score of `edition`, with the name of what it is given for.
fn places(scores: &mut Table, edition: &Edition) {
    let area = |area: &Area| (area.number.to_string(), area.name.clone(), area.maximum);
    let areas: Vec<_> = edition.areas.iter().map(area).collect();
    let sub_areas = edition.areas.iter().flat_map(|area| &area.sub_areas);
    let sub_areas = sub_areas.map(|it| (it.number.to_string(), it.name.clone(), it.maximum.into()));
    let sub_areas: Vec<_> = sub_areas.collect();
    if let Some(mut total) = scores.key_mut(Scores::TOTAL) {
        let maximum = edition.maximum().to_string();
        let note = say("blank-total", &[("maximum", Argument::Text(&maximum))]);
        total.leaf_decor_mut().set_prefix(comment(&[note]));
    }
    let tables = [
        (Scores::AREAS, "blank-areas", "blank-place", &areas),
        (Scores::BOXES, "blank-boxes", "blank-place", &areas),
        (Scores::POINTS, "blank-points", "blank-place", &sub_areas),
        (Scores::PERCENT, "blank-percent", "blank-place-percent", &sub_areas),
    ];
    for (name, note, place_note, rows) in tables {
        let mut table = Table::new();
        table.decor_mut().set_prefix(format!("\n{}", comment(&[say(note, &[])])));
        for (number, name, maximum) in rows {
            let maximum = maximum.to_string();
            let arguments = [("name", Argument::Text(name)), ("maximum", Argument::Text(&maximum))];
            let mut place = value("");
            if let Some(value) = place.as_value_mut() {
                value
                    .decor_mut()
                    .set_suffix(format!("  {}", comment(&[say(place_note, &arguments)]).trim_end()));
            }
            table.insert(number, place);
        }
        scores.insert(name, Item::Table(table));
    }
}

/// What is said of each key, in its order; those without a value are lines to take the `#` from.
fn notes(beginning: &Beginning<'_>) -> Vec<(Key, String)> {
    let Beginning { municipality, edition, editions, year, .. } = *beginning;
    let (before, year) = ((year - 1).to_string(), year.to_string());
    let editions: Vec<_> = editions.keys().map(|id| format!("\"{id}\"")).collect();
    let editions = editions.join(", ");
    let arguments = [
        ("municipality", Argument::Text(&municipality.official_name)),
        ("edition", Argument::Text(&edition.name)),
        ("editions", Argument::Text(&editions)),
        ("year", Argument::Text(&year)),
        ("before", Argument::Text(&before)),
    ];
    let text = |id: &str| say(&format!("blank-{id}"), &arguments);
    let of_key = |key: Key| {
        let begins = matches!(key, Key::Source | Key::Scores | Key::Missing | Key::Examples | Key::Referrals);
        // What a table may have besides stands below its own lines, so before the next table.
        let more = match key {
            Key::Scores => Some("source-more"),
            Key::Examples => Some("missing-more"),
            _ => None,
        };
        let own = format!("{}{}", if begins { "\n" } else { "" }, text(key.name()));
        more.map(text).into_iter().chain([own]).map(move |note| (key, note))
    };
    Key::all().flat_map(of_key).collect()
}

fn say(id: &str, arguments: &[(&'static str, Argument<'_>)]) -> String {
    Phrases::swedish().say(id, arguments)
}

/// Lines of comments; an empty line stays empty.
fn comment(notes: &[String]) -> String {
    let lines = notes.iter().flat_map(|note| note.lines());
    lines.map(|line| if line.is_empty() { "\n".to_owned() } else { format!("# {line}\n") }).collect()
}

/// The texts by stem: a summary that says that it is to be written, and headings of all sub-areas.
pub(crate) fn texts(edition: &Edition) -> Vec<(String, Written)> {
    let area = |area: &Area| {
        let heading = |it: &crate::model::SubArea| format!("## {} {}\n", it.number, escape::escape(&it.name));
        let text = area.sub_areas.iter().map(heading).collect::<Vec<_>>().join("\n");
        (area_stem(area.number), Written { text, said: Vec::new() })
    };
    // Pages lead to the summary wherever there is one, so it is never without a word.
    let text = format!("{}\n", say("blank-summary", &[]));
    let summary = (SUMMARY.to_owned(), Written { text, said: Vec::new() });
    std::iter::once(summary).chain(edition.areas.iter().map(area)).collect()
}
