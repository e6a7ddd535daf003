//! The map of all municipalities: how recent the latest evaluation of each is (C3).

use std::collections::BTreeMap;

use serde::Serialize;

use super::latest::{Latest, latest};
use crate::language;
use crate::model::{EditionId, Entry, Municipality, Shape};
use crate::render::chart::Canvas;
use crate::render::renderer::Renderer;
use crate::render::template::Html;

/// How long the longer side of the map is. Twice as long, its borders could not be told from
/// these on a screen, and it would weigh a third more.
const LONGEST: u16 = 1056;

/// How many shades the theme has; still older editions share the last.
const SHADES: u8 = 3;

/// The map of all municipalities.
#[derive(Debug, Serialize)]
pub(crate) struct MapView {
    /// The part of the plane that is shown.
    pub view_box: String,
    /// The newest edition first; only those that are the latest of somebody.
    pub classes: Vec<Class>,
    /// Municipalities without a result.
    pub others: Vec<Outline>,
}

/// The municipalities whose latest evaluation was made in one edition. They are never parted
/// by their points, which mean something else in another edition.
#[derive(Debug, Serialize)]
pub(crate) struct Class {
    /// Number of its shade, 1 for the newest.
    pub shade: u8,
    /// The first and the last year of these evaluations, or the only one.
    pub years: String,
    /// Its municipalities.
    pub outlines: Vec<Outline>,
}

/// One municipality.
#[derive(Debug, Serialize)]
pub(crate) struct Outline {
    /// Its latest result.
    #[serde(flatten)]
    pub latest: Latest,
    /// The attribute `d` of its path.
    pub path: Html,
}

/// The map, if the portal has shapes.
pub(crate) fn map(renderer: &Renderer<'_>) -> Option<MapView> {
    let shapes = &renderer.materials.portal.shapes;
    let canvas = Canvas::around(shapes.values(), LONGEST)?;
    let mut others = Vec::new();
    let mut classes: BTreeMap<&EditionId, Vec<(Entry<'_>, Outline)>> = BTreeMap::new();
    let insights = renderer.materials.insights;
    for municipality in insights.alphabet.iter().flat_map(|initial| &initial.municipalities) {
        let Some(shape) = shapes.get(&municipality.code) else { continue };
        let outline = outline(renderer, &canvas, municipality, shape);
        match insights.history(municipality).entries().next() {
            Some(entry) => classes.entry(&entry.edition.id).or_default().push((entry, outline)),
            None => others.push(outline),
        }
    }
    let newest_first = (1..).zip(classes.into_values().rev());
    let classes = newest_first.filter_map(|(place, members)| class(place, members)).collect();
    Some(MapView { view_box: canvas.view_box(), classes, others })
}

/// The class of `members`, which have one edition; none without members.
fn class(place: u8, members: Vec<(Entry<'_>, Outline)>) -> Option<Class> {
    let years = members.iter().map(|(entry, _)| entry.evaluation.key.year);
    Some(Class {
        shade: place.min(SHADES),
        years: language::format_years(years.clone().min()?, years.max()?),
        outlines: members.into_iter().map(|(_, outline)| outline).collect(),
    })
}

/// The outline of `municipality` on `canvas`.
fn outline(renderer: &Renderer<'_>, canvas: &Canvas, municipality: &Municipality, shape: &Shape) -> Outline {
    Outline { latest: latest(renderer, municipality), path: canvas.path(shape).into() }
}
