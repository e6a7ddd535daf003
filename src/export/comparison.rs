//! Every value of an edition, for the page that puts municipalities side by side (P14).
//!
//! Made to be small, for one reader: the script of that page. Rows are arrays by
//! kommunkod, values stand in the order of [`Measure::all`], which is that of the rows of
//! the page's forms.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::derive::Insights;
use crate::language;
use crate::model::{Edition, Entry, Measure, Score, Total};
use crate::route::Route;

/// A municipality: name, last part of its address, year, whether the edition is a
/// conclusion of the portal and whether the total is computed (0 or 1), group, population,
/// and the values: a whole number, a text with a decimal comma, or the kind of absence (P4).
#[derive(Serialize)]
struct Row<'p>(&'p str, &'p str, u16, u8, u8, &'p str, u32, Vec<Value>);

/// The values of everyone who has a result in `edition`.
pub(super) fn values(edition: &Edition, insights: &Insights<'_>) -> (Route, Vec<u8>) {
    let entries = insights.editions.get(&edition.id).into_iter().flatten();
    let rows: BTreeMap<_, _> =
        entries.map(|entry| (entry.municipality.code.to_string(), row(*entry))).collect();
    let bytes = serde_json::to_vec(&rows);
    debug_assert!(bytes.is_ok(), "{:?}", bytes.as_ref().err());
    (Route::ComparisonData(edition.id.clone()), bytes.unwrap_or_default())
}

fn row(entry: Entry<'_>) -> Row<'_> {
    let Entry { municipality, edition, evaluation } = entry;
    let total = evaluation.total();
    let score = |measure| match (measure, total.points()) {
        (Measure::Total, Some(points)) => Some(Score::Points(points)),
        _ => evaluation.score(measure),
    };
    Row(
        &municipality.name,
        &municipality.slug.0,
        evaluation.key.year,
        evaluation.basis.is_inferred().into(),
        matches!(total, Total::Computed(_)).into(),
        &municipality.group.code,
        municipality.population,
        Measure::all(edition).map(|measure| value(score(measure))).collect(),
    )
}

fn value(score: Option<Score>) -> Value {
    match score {
        Some(Score::Points(points)) => match u16::try_from(points) {
            Ok(whole) if points.scale() == 0 => whole.into(),
            _ => language::format_points(points).into(),
        },
        Some(Score::Absent(absence)) => absence.name().into(),
        None => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::model::Absence;

    #[test]
    fn decimals_of_the_source_and_kinds_of_absence_are_kept() {
        let points = |text: &str| Some(Score::Points(text.parse::<Decimal>().unwrap()));
        let written = [
            points("595"),
            points("42.2"),
            points("17.0"),
            points("0"),
            Some(Score::Absent(Absence::NotPublished)),
            None,
        ];
        let written = serde_json::to_string(&written.map(value)).unwrap();
        assert_eq!(written, r#"[595,"42,2","17,0",0,"not-published",null]"#);
    }
}
