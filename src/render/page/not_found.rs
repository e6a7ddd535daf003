//! The page that a server shows for an address that does not exist.

use serde::Serialize;

use crate::render::part::frame::{Frame, frame};
use crate::render::part::register::{Letter, letters};
use crate::render::renderer::Renderer;
use crate::route::Route;

/// What the page for addresses that lead nowhere shows.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    frame: Frame,
    letters: Vec<Letter>,
}

/// The view of the page for addresses that lead nowhere.
pub(crate) fn view(renderer: &Renderer<'_>) -> View {
    View { frame: frame(renderer, &Route::NotFound, Vec::new()), letters: letters(renderer) }
}
