//! Invented municipalities: on maps, among their neighbours, and in a table with its tools.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Absence, Score, Total};
use crate::render::part::latest::Latest;
use crate::render::part::map::{Class, MapView, Outline};
use crate::render::part::result::ResultItem;
use crate::render::part::table_tools::{ColumnFilter, FilterValue, RowKeys, TableTools, plain_tools};
use crate::render::part::value::Value;
use crate::render::part::vicinity::{Letters, Near, Vicinity};
use crate::render::renderer::Renderer;

/// Where links of invented municipalities lead.
const NOWHERE: &str = "#kartor";

/// What the maps show of the plane that the outlines lie in.
const VIEW: &str = "0 0 188 108";

/// What maps and tables of municipalities show, in all their states.
#[derive(Debug, Serialize)]
pub(crate) struct Places {
    map: MapView,
    vicinity: Vicinity,
    /// The rows of the table.
    results: Vec<ResultItem>,
    tools: TableTools,
}

/// Everything about invented municipalities.
pub(super) fn places(renderer: &Renderer<'_>) -> Places {
    let all = all();
    Places {
        map: map(&all),
        vicinity: vicinity(&all),
        results: all.iter().filter_map(|it| it.result.clone()).collect(),
        tools: TableTools { is_long: true, is_plain: false, filters: filters(), ..plain_tools(renderer, 0) },
    }
}

/// Two of every edition, and two without a result.
fn all() -> Vec<Latest> {
    let points = |points: i64| Score::Points(Decimal::from(points)).into();
    let computed = Total::Computed(Decimal::from(471)).into();
    let results = [
        ("Ekvik", Some((points(648), 2025, "maj 2025", "2020 års utgåva"))),
        ("Fagerby", Some((points(512), 2020, "2020", "2020 års utgåva"))),
        ("Granö", Some((computed, 2019, "mars 2019", "2016 års utgåva"))),
        ("Hedsta", Some((Value::absent(Absence::NotPublished), 2017, "2017", "2016 års utgåva"))),
        ("Ilsbo", Some((points(420), 2014, "2014", "2010 års utgåva"))),
        ("Järnvik", Some((points(398), 2011, "2011", "2010 års utgåva"))),
        ("Kärrby med Västra Norrlunda", None),
        ("Lövö", None),
    ];
    let place = |(at, (name, told)): (usize, (&str, Option<Told>))| Latest {
        name: name.to_owned(),
        href: NOWHERE.to_owned(),
        result: told.map(|told| result(at, name, told)),
    };
    results.into_iter().enumerate().map(place).collect()
}

/// A total, the year, the month, and the edition.
type Told = (Value, u16, &'static str, &'static str);

/// The result of the place `at`: the second one's edition is inferred, the fourth is a draft.
fn result(at: usize, name: &str, (total, year, month, edition): Told) -> ResultItem {
    let is_northern = at < 4;
    ResultItem {
        keys: RowKeys {
            kommun: format!("990{at}"),
            lan: if is_northern { "norra-lan" } else { "sodra-lan" }.to_owned(),
            grupp: "A1".to_owned(),
            utgava: "2020".to_owned(),
        },
        name: name.to_owned(),
        href: NOWHERE.to_owned(),
        evaluation_href: NOWHERE.to_owned(),
        total,
        maximum: "800".to_owned(),
        year,
        date: year.to_string(),
        month: month.to_owned(),
        edition: edition.to_owned(),
        inferred: at == 1,
        draft: at == 3,
        county: if is_northern { "Norra län" } else { "Södra län" }.to_owned(),
        group: "A1".to_owned(),
    }
}

fn map(all: &[Latest]) -> MapView {
    let outlines = |from: usize| {
        let pair = all.iter().enumerate().skip(from).take(2);
        pair.map(|(at, latest)| Outline { latest: latest.clone(), path: outline(at).into() }).collect()
    };
    let class = |(shade, years): (u8, &str)| Class {
        shade,
        years: years.to_owned(),
        outlines: outlines(2 * usize::from(shade - 1)),
    };
    let years = ["2020–2025", "2017–2019", "2011–2014"];
    MapView {
        view_box: VIEW.to_owned(),
        classes: (1..).zip(years).map(class).collect(),
        others: outlines(2 * years.len()),
    }
}

/// The outline of the place `at` in a grid of hexagons, four in a row.
fn outline(at: usize) -> String {
    let (column, row) = (at % 4, at / 4);
    let (x, y) = (4 + 40 * column + 20 * row, 16 + 36 * row);
    format!("M{x} {y}l20 -12l20 12l0 24l-20 12l-20 -12z")
}

/// The second place among three around it.
fn vicinity(all: &[Latest]) -> Vicinity {
    let around = [0, 2, 6];
    let near = |at: usize| Some(Near { latest: all.get(at)?.clone(), over_water: at == 2 });
    let neighbours: Vec<_> = around.into_iter().filter_map(near).collect();
    Vicinity {
        view_box: VIEW.to_owned(),
        own: outline(1).into(),
        others: around.map(outline).concat().into(),
        letters: Letters { text: "abc".to_owned(), x: "24 104 124".to_owned(), y: "28 28 64".to_owned() },
        with_result: neighbours.iter().filter(|it| it.latest.result.is_some()).count(),
        neighbours,
    }
}

fn filters() -> Vec<ColumnFilter> {
    let counties = [("norra-lan", "Norra län"), ("sodra-lan", "Södra län")];
    let value =
        |(value, label): (&str, &str)| FilterValue { value: value.to_owned(), label: label.to_owned() };
    vec![ColumnFilter { name: "lan", values: counties.map(value).into() }]
}
