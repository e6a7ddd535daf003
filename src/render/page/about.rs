//! The page about the portal: its text, then who publishes it and what it keeps of its readers.

use serde::Serialize;

use super::text;
use crate::model::TextPage;
use crate::render::renderer::Renderer;
use crate::route::{Anchor, Route};

/// What the page about the portal shows. Who publishes it stands in its frame.
#[derive(Debug, Serialize)]
pub(crate) struct View {
    #[serde(flatten)]
    text: text::View,
    /// Id of the part on the publisher.
    publisher_id: String,
    /// Id of the part on what is kept of readers.
    privacy_id: String,
}

/// The view of the page at `route` with this text.
pub(crate) fn view(renderer: &Renderer<'_>, route: &Route, text: &TextPage) -> View {
    View {
        text: text::view(renderer, route, text),
        publisher_id: Anchor::Publisher.id(),
        privacy_id: Anchor::Privacy.id(),
    }
}
