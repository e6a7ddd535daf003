//! The names that the search field suggests while a query is typed (S1).

use crate::derive::Insights;
use crate::language;
use crate::model::{Municipality, Slug};

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
