//! One evaluation with everything that its views are made from.

use rust_decimal::Decimal;

use crate::derive::Insights;
use crate::language;
use crate::model::{Area, AreaResult, Change, Entry, Mean};
use crate::render::chart::Petal;
use crate::render::renderer::Renderer;
use crate::route::{Anchor, Route};

/// An evaluation, the mean it may be compared with, and its corrections.
pub(crate) struct Subject<'a> {
    /// The renderer of the page.
    pub renderer: &'a Renderer<'a>,
    /// The evaluation.
    pub entry: Entry<'a>,
    /// A published mean of the areas, of the same edition.
    pub reference: Option<&'a Mean>,
    /// Its corrections, the first of them first (P9).
    pub corrections: Vec<&'a Change>,
}

impl<'a> Subject<'a> {
    /// Everything that pages say of the evaluation of `entry`.
    pub(crate) fn new(renderer: &'a Renderer<'a>, entry: Entry<'a>) -> Self {
        let portal = renderer.materials.portal;
        let reference = Insights::mean(portal, &entry.edition.id, |mean| !mean.areas.is_empty());
        let corrections = portal.corrections(&entry.evaluation.key).collect();
        Self { renderer, entry, reference, corrections }
    }

    /// The page of the year, which texts and referrals point to (P1).
    pub(crate) fn page(&self) -> Route {
        Route::of(self.entry)
    }

    /// Areas of the edition with their results, if there is anything to say.
    pub(crate) fn results(&self) -> impl Iterator<Item = (&'a Area, &'a AreaResult)> {
        let Entry { edition, evaluation, .. } = self.entry;
        let results: &[_] = if evaluation.has_areas() { &evaluation.areas } else { &[] };
        edition.areas.iter().zip(results)
    }

    /// The published mean of an area.
    pub(crate) fn mean(&self, area: &Area) -> Option<Decimal> {
        self.reference.and_then(|mean| mean.areas.get(&area.number)).copied()
    }

    /// Where the page of the year tells of an area.
    pub(crate) fn place(&self, area: &Area) -> String {
        self.page().at(Anchor::Area(area.number)).href(self.renderer.materials.base)
    }

    /// The points of an area and the mean beside them.
    pub(crate) fn petal(&self, area: &Area, result: &AreaResult) -> Petal {
        let points = result.value().points();
        Petal {
            number: area.number,
            label: area.short_name.clone().unwrap_or_else(|| area.number.to_string()),
            shown: points.map(language::format_points).unwrap_or_default(),
            href: self.place(area),
            points,
            mean: self.mean(area),
            maximum: area.maximum,
        }
    }

    /// The areas with exactly this share of their maximum, as `A och B`. A tie names
    /// all of them (P6).
    pub(crate) fn names_at(&self, petals: &[Petal], share: Decimal) -> String {
        let tied = petals.iter().filter(|petal| petal.share() == Some(share));
        let names: Vec<_> =
            tied.filter_map(|petal| Some(&self.entry.edition.area(petal.number)?.name)).collect();
        language::join_and(&names)
    }
}
