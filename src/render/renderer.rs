//! What pages are made of, and what every page and part needs to make HTML.

use super::highlight::Highlighter;
use super::template::{Html, Templates};
use crate::assets::Assets;
use crate::derive::Insights;
use crate::markdown::{Prose, Rendering};
use crate::model::{BaseAddress, Portal};
use crate::route::Route;

/// Everything pages are made of.
pub struct Materials<'a> {
    /// The content, checked.
    pub portal: &'a Portal,
    /// What follows from it.
    pub insights: &'a Insights<'a>,
    /// The theme's files.
    pub assets: &'a Assets,
    /// The theme's templates.
    pub templates: &'a Templates<'a>,
    /// Where the site will live.
    pub base: &'a BaseAddress,
    /// The folder of the index for full-text search, if there is one.
    pub index: Option<&'a str>,
}

/// Makes addresses and HTML for pages and parts.
pub(super) struct Renderer<'a> {
    /// What the pages are made of.
    pub materials: &'a Materials<'a>,
    /// Whether any text has another licence than the data. Every page says so, so it is
    /// looked for once.
    pub has_other_licences: bool,
    highlighter: Highlighter,
}

impl<'a> Renderer<'a> {
    /// A renderer of pages made of `materials`.
    pub(super) fn new(materials: &'a Materials<'a>) -> Self {
        let has_other_licences = materials.portal.has_other_licences();
        Self { materials, has_other_licences, highlighter: Highlighter::new() }
    }
}

impl Renderer<'_> {
    /// The address of `route` on its own server.
    pub(super) fn href(&self, route: &Route) -> String {
        route.href(self.materials.base)
    }

    /// The address of a file of the theme, if there is one of that name.
    pub(super) fn asset(&self, logical: &str) -> Option<String> {
        let name = self.materials.assets.name(logical)?;
        Some(self.href(&Route::Asset(name.to_owned())))
    }

    /// The addresses of all scripts that the script with a logical name imports, at once or later.
    pub(super) fn modules(&self, logical: &str) -> Vec<String> {
        let names = self.materials.assets.imported_by(logical);
        names.into_iter().filter_map(|name| self.asset(name)).collect()
    }

    /// The HTML of a text shown on `page`; headings are `shift` levels deeper.
    pub(super) fn html(&self, prose: &Prose, page: &Route, shift: u8) -> Html {
        self.with_rendering(page, shift, false, |rendering| rendering.html(prose).into())
    }

    /// The HTML of a list's item.
    pub(super) fn inline_html(&self, prose: &Prose, page: &Route) -> Html {
        self.with_rendering(page, 0, false, |rendering| rendering.inline_html(prose).into())
    }

    /// The HTML of a page's own text, whose headings carry ids.
    pub(super) fn page_html(&self, prose: &Prose, page: &Route) -> Html {
        self.with_rendering(page, 0, true, |rendering| {
            // Introductions quote the words that readers will meet.
            let is_foreign = matches!(page, Route::Introduction(_));
            let emphasised = is_foreign.then_some(self.materials.portal.site.language.as_str());
            Rendering { emphasised, ..*rendering }.html(prose).into()
        })
    }

    fn with_rendering<T>(
        &self,
        page: &Route,
        shift: u8,
        heading_ids: bool,
        then: impl FnOnce(&Rendering<'_>) -> T,
    ) -> T {
        let link = |target: &str| self.link(target, page);
        let highlight = |code: &str, language: &str| self.highlighter.highlight(code, language);
        then(&Rendering { shift, heading_ids, link: &link, highlight: &highlight, emphasised: None })
    }

    /// Internal links follow the base path (F5); those to a place on the own
    /// page name that page, because texts are shown on others as well.
    pub(super) fn link(&self, target: &str, page: &Route) -> String {
        let base = &self.materials.base.path;
        match target.strip_prefix('/') {
            Some(below) => format!("{base}{below}"),
            None if target.starts_with('#') => format!("{}{target}", self.href(page)),
            None => target.to_owned(),
        }
    }
}
