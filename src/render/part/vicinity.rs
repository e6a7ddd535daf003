//! The municipality on a small map among its neighbours (C3).

use std::fmt::Write;
use std::iter;

use serde::Serialize;

use super::latest::{Latest, latest};
use crate::derive::Neighbour;
use crate::model::Municipality;
use crate::render::chart::Canvas;
use crate::render::renderer::Renderer;
use crate::render::template::Html;

/// How long the longer side of the map is. The theme shows it about as large, so that its
/// letters are as large as those of texts.
const LONGEST: u16 = 300;

/// The municipality among its neighbours.
#[derive(Debug, Serialize)]
pub(crate) struct Vicinity {
    /// The part of the plane that is shown.
    pub view_box: String,
    /// The attribute `d` of its own path.
    pub own: Html,
    /// The attribute `d` of one path around all neighbours. They are links in the list only:
    /// the page of a municipality in a portal of the whole country has no room for elements
    /// that lead where others do (F6).
    pub others: Html,
    /// What the neighbours are called in it.
    pub letters: Letters,
    /// By name, so that no order of theirs is one by points.
    pub neighbours: Vec<Near>,
    /// How many of them have a result.
    pub with_result: usize,
}

/// A neighbour.
#[derive(Debug, Serialize)]
pub(crate) struct Near {
    /// Its latest result.
    #[serde(flatten)]
    pub latest: Latest,
    /// Whether there is water between the two.
    pub over_water: bool,
}

/// What neighbours are called on the map, as one text: the letters of their items in the list.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Letters {
    /// One letter a neighbour.
    pub text: String,
    /// The attribute `x`, a number for each letter.
    pub x: String,
    /// The attribute `y` likewise.
    pub y: String,
}

impl Letters {
    fn put(&mut self, letter: char, (x, y): (i64, i64)) {
        let space = if self.text.is_empty() { "" } else { " " };
        self.text.push(letter);
        let _ = write!(self.x, "{space}{x}");
        let _ = write!(self.y, "{space}{y}");
    }
}

/// The map of `municipality`, if it has neighbours on it.
pub(crate) fn vicinity(renderer: &Renderer<'_>, municipality: &Municipality) -> Option<Vicinity> {
    let shapes = &renderer.materials.portal.shapes;
    let geography = &renderer.materials.insights.geography;
    let neighbours = geography.neighbours.get(&municipality.code)?;
    let own = shapes.get(&municipality.code)?;
    let others = neighbours.iter().filter_map(|it| Some((it, shapes.get(&it.municipality.code)?)));
    let canvas = Canvas::around(iter::once(own).chain(others.clone().map(|(_, shape)| shape)), LONGEST)?;
    let mut letters = Letters::default();
    for (letter, (neighbour, _)) in ('a'..='z').zip(others.clone()) {
        if let Some(middle) = geography.middles.get(&neighbour.municipality.code) {
            letters.put(letter, canvas.place(*middle));
        }
    }
    let paths: String = others.clone().map(|(_, shape)| canvas.path(shape)).collect();
    let neighbours: Vec<_> = others.map(|(it, _)| near(renderer, *it)).collect();
    Some(Vicinity {
        view_box: canvas.view_box(),
        own: canvas.path(own).into(),
        others: paths.into(),
        letters,
        with_result: neighbours.iter().filter(|it| it.latest.result.is_some()).count(),
        neighbours,
    })
}

fn near(renderer: &Renderer<'_>, neighbour: Neighbour<'_>) -> Near {
    let Neighbour { municipality, is_over_water } = neighbour;
    Near { latest: latest(renderer, municipality), over_water: is_over_water }
}
