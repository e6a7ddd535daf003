//! The list of all municipalities.

use serde::Serialize;

use crate::model::Municipality;
use crate::render::renderer::Renderer;
use crate::route::{Anchor, Route};

/// Municipalities under one letter.
#[derive(Debug, Serialize)]
pub(crate) struct Letter {
    /// The letter.
    pub letter: String,
    /// Municipalities by name.
    pub municipalities: Vec<Listed>,
}

/// A municipality in the list.
#[derive(Debug, Serialize)]
pub(crate) struct Listed {
    /// Its name.
    pub name: String,
    /// The id of its entry.
    pub id: String,
    /// Its page (P8).
    pub href: String,
    /// Whether there is an evaluation in the portal.
    pub evaluated: bool,
}

/// The whole register A–Ö.
pub(crate) fn letters(renderer: &Renderer<'_>) -> Vec<Letter> {
    let initials = renderer.materials.insights.alphabet.iter();
    let letters = initials.map(|initial| Letter {
        letter: initial.letter.clone(),
        municipalities: initial.municipalities.iter().map(|it| listed(renderer, it)).collect(),
    });
    letters.collect()
}

fn listed(renderer: &Renderer<'_>, municipality: &Municipality) -> Listed {
    let history = renderer.materials.insights.history(municipality);
    let route = Route::Municipality(municipality.slug.clone());
    Listed {
        name: municipality.name.clone(),
        id: Anchor::Municipality(municipality.slug.clone()).id(),
        href: renderer.href(&route),
        evaluated: history.entries().next().is_some(),
    }
}
