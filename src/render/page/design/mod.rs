//! Every component of the theme in every state, with invented values: what those who
//! change the theme look at, and what the tests photograph.

mod places;

use rust_decimal::Decimal;
use serde::Serialize;

use self::places::{Places, places};
use crate::model::{Absence, Score, Total};
use crate::render::chart::{Dots, Petal, bar, change, dot, rose, strip};
use crate::render::part::frame::{Frame, frame};
use crate::render::part::value::Value;
use crate::render::renderer::Renderer;
use crate::render::template::Html;
use crate::route::Route;

/// What the page of components shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    /// Values: printed, with decimals, computed, corrected, and absent for every reason.
    values: Vec<Value>,
    charts: Charts,
    places: Places,
}

/// Every chart, from its simplest to its fullest state.
#[derive(Debug, Serialize)]
pub(crate) struct Charts {
    bar: Html,
    /// With a published mean.
    bar_to_mean: Html,
    /// Nobody but the municipality itself.
    strip_alone: Html,
    /// Among few, with a published mean.
    strip_few: Html,
    /// Among a country.
    strip_many: Html,
    rise: Html,
    fall: Html,
    /// Few and many of what a dot counts.
    dots: [Html; 3],
    rose: Html,
    /// Without means, and with an area that has no value.
    rose_gaps: Html,
}

/// The view of the page of components.
pub(crate) fn view(renderer: &Renderer<'_>) -> View {
    View {
        frame: frame(renderer, &Route::Design, Vec::new()),
        values: values(renderer),
        charts: charts(),
        places: places(renderer),
    }
}

fn values(renderer: &Renderer<'_>) -> Vec<Value> {
    let points = |tenths| Score::Points(Decimal::new(tenths, 1));
    let corrected = Value { corrected: Some(renderer.href(&Route::Changes)), ..points(610).into() };
    let present = [Value::from(Score::Points(Decimal::from(72))), points(644).into()];
    let present = present.into_iter().chain([Total::Computed(Decimal::from(595)).into(), corrected]);
    present.chain(Absence::ALL.map(Value::absent)).collect()
}

/// The maximum of an area, in points.
const MAXIMUM: u16 = 100;

fn charts() -> Charts {
    let points = Decimal::from;
    let few = Dots::new(&[420, 546, 595, 648, 679].map(points), 800);
    // Many values around the middle, fewer towards the ends.
    let country: Vec<_> = (0..290_i64).map(|at| points(400 + (at * 97 % 160) + (at * 61 % 140))).collect();
    let (many, alone) = (Dots::new(&country, 800), Dots::new(&[points(72)], MAXIMUM));
    Charts {
        bar: bar(points(72), None, MAXIMUM).into(),
        bar_to_mean: bar(points(56), Some(points(65)), MAXIMUM).into(),
        strip_alone: strip(Some(points(72)), None, MAXIMUM, &alone).into(),
        strip_few: strip(Some(points(595)), Some(points(515)), 800, &few).into(),
        strip_many: strip(Some(points(548)), Some(points(515)), 800, &many).into(),
        rise: change(points(48), points(71), MAXIMUM).into(),
        fall: change(points(71), points(48), MAXIMUM).into(),
        dots: [1, 6, 24].map(|count| dot(count, 24).into()),
        rose: rose(&petals([79, 72, 80, 73, 70, 68, 78, 75].map(Some), true)).into(),
        rose_gaps: rose(&petals(
            [Some(79), None, Some(12), Some(100), Some(0), None, Some(55), Some(33)],
            false,
        ))
        .into(),
    }
}

fn petals(values: [Option<u8>; 8], has_means: bool) -> Vec<Petal> {
    let petal = |(number, points): (u8, Option<u8>)| Petal {
        number,
        label: number.to_string(),
        shown: points.map_or_else(String::new, |points| points.to_string()),
        href: "#diagram".to_owned(),
        points: points.map(Decimal::from),
        mean: has_means.then(|| Decimal::from(64)),
        maximum: MAXIMUM,
    };
    (1..).zip(values).map(petal).collect()
}
