//! The web app manifest, by which telephones keep the portal among their programs.

use serde::Serialize;

use crate::render::renderer::Renderer;
use crate::route::Route;

/// What such a telephone is told (W3C Web Application Manifest).
#[derive(Debug, Serialize)]
pub(crate) struct View {
    name: String,
    language: String,
    home: String,
    icon: Option<String>,
    touch_icon: Option<String>,
    /// What pages stand on, and what can be pressed on them, in the light; a manifest knows no
    /// dark.
    paper: Option<String>,
    accent: Option<String>,
}

/// The view of the manifest.
pub(crate) fn view(renderer: &Renderer<'_>) -> View {
    let site = &renderer.materials.portal.site;
    View {
        name: site.title.clone(),
        language: site.language.clone(),
        home: renderer.href(&Route::Home),
        icon: renderer.asset("icon.svg"),
        touch_icon: renderer.asset("touch-icon.png"),
        paper: renderer.materials.assets.paper.as_ref().map(|it| it.light.clone()),
        accent: renderer.materials.assets.accent.as_ref().map(|it| it.light.clone()),
    }
}
