//! The names of municipalities: what the search field suggests while a query is
//! typed (S1), and what a search knows them by.

use serde_json::{Value, json};

use crate::derive::Insights;
use crate::language;
use crate::model::{Municipality, Portal, Slug};

/// Names that mean something else when they stand alone in small letters.
const ORDINARY: [&str; 15] = [
    "Berg",
    "Boden",
    "Dorotea",
    "Eda",
    "Flen",
    "Grums",
    "Kil",
    "Mark",
    "Nora",
    "Sala",
    "Salem",
    "Säter",
    "Trosa",
    "Vara",
    "Vilhelmina",
];

/// How much of the portal is about a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Presence {
    /// It has no result.
    Page,
    /// The same, and its name is an ordinary word.
    Word,
    /// It has a result.
    Result,
}

/// All municipalities by kommunkod and the areas of the current edition as rows of
/// JSON, kept short because every visitor who searches loads them.
///
/// A row has the name and how far the code is from the one before. `["Lund",1,1]` has
/// a result, `["Åre",1]` has none, nor has `["Vara",1,-1]`, whose name is an ordinary
/// word. The slug follows unless it is made of the name,
/// `["Håbo",114,1,"habo-uppsala"]`, then what else it is called:
/// `["Falun",18,1,0,"Falu kommun"]`.
pub fn suggestions(portal: &Portal, insights: &Insights<'_>) -> Vec<u8> {
    let mut last = 0;
    let mut municipalities = Vec::new();
    for municipality in portal.municipalities.values() {
        let code = municipality.code.0.parse().unwrap_or(last);
        municipalities.push(row(municipality, code - last, presence(insights, municipality)));
        last = code;
    }
    let areas = portal.current_edition().into_iter().flat_map(|edition| &edition.areas);
    let areas: Vec<_> = areas.filter_map(|area| Some(json!([area.name, area.slug.as_ref()?.0]))).collect();
    json!({ "kommuner": municipalities, "omraden": areas }).to_string().into_bytes()
}

fn presence(insights: &Insights<'_>, municipality: &Municipality) -> Presence {
    if insights.history(municipality).entries().next().is_some() {
        Presence::Result
    } else if ORDINARY.contains(&municipality.name.as_str()) {
        Presence::Word
    } else {
        Presence::Page
    }
}

fn row(municipality: &Municipality, step: i32, presence: Presence) -> Value {
    let Municipality { name, slug: Slug(slug), .. } = municipality;
    let presence = match presence {
        Presence::Page => 0,
        Presence::Word => -1,
        Presence::Result => 1,
    };
    let is_plain = language::slug(name).as_ref() == Some(slug);
    let slug = if is_plain { json!(0) } else { json!(slug) };
    let mut row = vec![json!(name), json!(step), json!(presence), slug];
    row.extend(others(municipality).map(|other| json!(other)));
    // What is 0 at the end says nothing.
    while row.last() == Some(&json!(0)) {
        row.pop();
    }
    Value::Array(row)
}

/// What a municipality is called, as far as its name does not tell: suggester and
/// search themselves know `Lunds`, `Lunds kommun` and `Lunds stad`.
fn others(municipality: &Municipality) -> impl Iterator<Item = &str> {
    let Municipality { name, genitive, official_name, also_called, .. } = municipality;
    let called = [Some(genitive), Some(official_name), also_called.as_ref()].into_iter().flatten();
    called.map(String::as_str).filter(move |called| {
        let plain = called.to_lowercase();
        let plain = plain.strip_suffix(" kommun").or_else(|| plain.strip_suffix(" stad")).unwrap_or(&plain);
        let rest = plain.strip_prefix(&name.to_lowercase());
        !matches!(rest, Some("" | "s"))
    })
}

/// What a search needs to know to understand a query (S7). `municipalities` has for each its
/// name, kommunkod, slug, and what else it is called, as
/// [`others`] has it.
pub(super) fn known(portal: &Portal) -> serde_json::Map<String, Value> {
    let rows = portal.municipalities.values().map(|municipality| {
        let Municipality { name, code, slug: Slug(slug), .. } = municipality;
        let mut row = vec![name.as_str(), &code.0, slug];
        row.extend(others(municipality));
        row
    });
    let rows: Vec<_> = rows.collect();
    serde_json::Map::from_iter([("municipalities".to_owned(), json!(rows))])
}
