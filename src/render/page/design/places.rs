//! Invented municipalities: on maps, among their neighbours, and in a table with its tools.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Absence, Score, Total};
use crate::render::part::value::Value;
use crate::render::renderer::Renderer;
use crate::render::template::Html;
use crate::route::Route;

/// Where links of invented municipalities lead.
const NOWHERE: &str = "#kartor";

/// What maps and tables of municipalities show, in all their states.
#[derive(Debug, Serialize)]
pub(crate) struct Places {
    map: Map,
    vicinity: Vicinity,
    /// The rows of the table.
    all: Vec<Place>,
    tools: Tools,
}

/// As the map of all municipalities.
#[derive(Debug, Serialize)]
struct Map {
    view_box: &'static str,
    classes: Vec<Class>,
    others: Vec<Place>,
}

/// Municipalities of one shade.
#[derive(Debug, Serialize)]
struct Class {
    shade: usize,
    years: &'static str,
    outlines: Vec<Place>,
}

/// As the map of a municipality and its neighbours.
#[derive(Debug, Serialize)]
struct Vicinity {
    view_box: &'static str,
    own: Html,
    others: Html,
    letters: Letters,
    neighbours: Vec<Place>,
}

#[derive(Debug, Serialize)]
struct Letters {
    text: &'static str,
    x: &'static str,
    y: &'static str,
}

/// A municipality.
#[derive(Clone, Debug, Serialize)]
struct Place {
    name: &'static str,
    href: &'static str,
    path: Html,
    over_water: bool,
    keys: Keys,
    result: Option<Latest>,
}

/// By what its row is narrowed down to.
#[derive(Clone, Debug, Serialize)]
struct Keys {
    kommun: String,
    lan: &'static str,
    grupp: &'static str,
    utgava: &'static str,
}

/// Its latest result.
#[derive(Clone, Debug, Serialize)]
struct Latest {
    total: Value,
    maximum: &'static str,
    month: &'static str,
    edition: &'static str,
    inferred: bool,
    draft: bool,
}

/// What a reader can do with the table.
#[derive(Debug, Serialize)]
struct Tools {
    is_long: bool,
    is_plain: bool,
    filters: Vec<Filter>,
    comparison: String,
    script: Option<String>,
}

#[derive(Debug, Serialize)]
struct Filter {
    name: &'static str,
    values: [FilterValue; 2],
}

#[derive(Debug, Serialize)]
struct FilterValue {
    value: &'static str,
    label: &'static str,
}

/// Everything about invented municipalities.
pub(super) fn places(renderer: &Renderer<'_>) -> Places {
    let all = all();
    let years = ["2020–2025", "2017–2019", "2011–2014"];
    // Two of each shade, the rest without a result.
    let mut of_shades = all.chunks(2);
    let class = |(shade, years)| {
        let outlines = of_shades.next().unwrap_or_default().to_vec();
        Class { shade, years, outlines }
    };
    let classes = (1..).zip(years).map(class).collect();
    let map = Map { view_box: VIEW, classes, others: of_shades.flatten().cloned().collect() };
    Places { map, vicinity: vicinity(&all), tools: tools(renderer), all }
}

/// What the maps show of the plane that the outlines lie in.
const VIEW: &str = "0 0 188 108";

fn all() -> Vec<Place> {
    let points = |points: i64| Score::Points(Decimal::from(points)).into();
    let results = [
        ("Ekvik", Some((points(648), "maj 2025", "2020 års utgåva", false, false))),
        ("Fagerby", Some((points(512), "2020", "2020 års utgåva", true, false))),
        (
            "Granö",
            Some((Total::Computed(Decimal::from(471)).into(), "mars 2019", "2016 års utgåva", false, false)),
        ),
        ("Hedsta", Some((Value::absent(Absence::NotPublished), "2017", "2016 års utgåva", false, true))),
        ("Ilsbo", Some((points(420), "2014", "2010 års utgåva", false, false))),
        ("Järnvik", Some((points(398), "2011", "2010 års utgåva", false, false))),
        ("Kärrby med Västra Norrlunda", None),
        ("Lövö", None),
    ];
    let place = |(at, (name, latest)): (u8, (&'static str, Option<Told>))| Place {
        name,
        href: NOWHERE,
        path: outline(at % 4, at / 4).into(),
        over_water: at % 3 == 2,
        keys: Keys {
            kommun: format!("990{at}"),
            lan: if at < 4 { "norra-lan" } else { "sodra-lan" },
            grupp: "A1",
            utgava: "2020",
        },
        result: latest.map(latest_of),
    };
    (0..).zip(results).map(place).collect()
}

/// A total, when, the edition, whether that is inferred, and whether it is a draft.
type Told = (Value, &'static str, &'static str, bool, bool);

fn latest_of((total, month, edition, inferred, draft): Told) -> Latest {
    Latest { total, maximum: "800", month, edition, inferred, draft }
}

/// The outline of a place in a grid of hexagons.
fn outline(column: u8, row: u8) -> String {
    let (x, y) = (4 + 40 * u16::from(column) + 20 * u16::from(row % 2), 16 + 36 * u16::from(row));
    format!("M{x} {y}l20 -12l20 12l0 24l-20 12l-20 -12z")
}

/// The last of the first row but one, among three around it.
fn vicinity(all: &[Place]) -> Vicinity {
    Vicinity {
        view_box: VIEW,
        own: outline(1, 0).into(),
        others: [outline(0, 0), outline(2, 0), outline(1, 1)].concat().into(),
        letters: Letters { text: "abc", x: "24 104 84", y: "28 28 64" },
        neighbours: [0, 2, 6].into_iter().filter_map(|at| all.get(at).cloned()).collect(),
    }
}

fn tools(renderer: &Renderer<'_>) -> Tools {
    let counties = [("norra-lan", "Norra län"), ("sodra-lan", "Södra län")];
    let values = counties.map(|(value, label)| FilterValue { value, label });
    Tools {
        is_long: true,
        is_plain: false,
        filters: vec![Filter { name: "lan", values }],
        comparison: renderer.href(&Route::Comparison),
        script: renderer.asset("tables.js"),
    }
}
