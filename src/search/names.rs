//! The names of municipalities: what the search field suggests while a query is
//! typed (S1), and what a search knows them by.

use std::collections::BTreeSet;

use crate::derive::Insights;
use crate::language;
use crate::model::{Code, Municipality, Portal, Slug};

/// All municipalities in Swedish order as rows of JSON, kept short because every
/// visitor loads them. `["Ydre","0512"]` has no page, `["Lund","1281",1]` has one
/// whose slug is made of its name, `["Håbo","0305","habo-uppsala"]` has one with
/// another slug.
pub fn suggestions(insights: &Insights<'_>) -> Vec<u8> {
    let municipalities = insights.alphabet.iter().flat_map(|initial| &initial.municipalities);
    let rows: Vec<_> = municipalities
        .map(|municipality| row(municipality, insights.histories.contains_key(&municipality.code)))
        .collect();
    serde_json::Value::Array(rows).to_string().into_bytes()
}

fn row(municipality: &Municipality, has_page: bool) -> serde_json::Value {
    let Municipality { name, code, slug: Slug(slug), .. } = municipality;
    let is_plain = language::slug(name).as_ref() == Some(slug);
    match (has_page, is_plain) {
        (false, _) => serde_json::json!([name, code.0]),
        (true, true) => serde_json::json!([name, code.0, 1]),
        (true, false) => serde_json::json!([name, code.0, slug]),
    }
}

/// What a search needs to know to understand a query. `municipalities` has for each its
/// name, kommunkod, slug (empty without a page), and what else it is called that
/// does not begin with its name (`Falu kommun` is Falun's). `synonyms` has the two
/// sides of every set.
pub(super) fn known(portal: &Portal) -> serde_json::Map<String, serde_json::Value> {
    let with_page: BTreeSet<&Code> = portal.with_page().into_iter().map(|it| &it.code).collect();
    let rows = portal.municipalities.values().map(|municipality| {
        let Municipality { name, code, slug: Slug(slug), .. } = municipality;
        let slug = if with_page.contains(code) { slug.as_str() } else { "" };
        let mut row = vec![name.as_str(), &code.0, slug];
        let called = [Some(&municipality.official_name), municipality.also_called.as_ref()];
        row.extend(called.into_iter().flatten().filter(|other| !other.starts_with(name)).map(String::as_str));
        row
    });
    let rows: Vec<_> = rows.collect();
    let synonyms: Vec<_> = portal.synonyms.iter().map(|set| (&set.everyday, &set.official)).collect();
    serde_json::Map::from_iter([
        ("municipalities".to_owned(), serde_json::json!(rows)),
        ("synonyms".to_owned(), serde_json::json!(synonyms)),
    ])
}
