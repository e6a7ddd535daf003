//! How the total of a municipality has changed within an edition.

use serde::Serialize;

use crate::derive::{Change, ChangedValue};
use crate::language;
use crate::render::part::value::Link;
use crate::render::renderer::Renderer;
use crate::route::Route;

/// A municipality's totals before and after.
#[derive(Debug, Serialize)]
pub(crate) struct TotalChange {
    municipality: Link,
    from: u16,
    /// Whether the edition of the evaluation before is a conclusion of the portal.
    from_inferred: bool,
    to: u16,
    /// The same of the one after it.
    to_inferred: bool,
    before: String,
    after: String,
    difference: String,
}

/// How `total` looks, which is the total of `change`.
pub(crate) fn total_change(
    renderer: &Renderer<'_>,
    change: &Change<'_>,
    total: ChangedValue<'_>,
) -> TotalChange {
    let Change { from, to, .. } = *change;
    TotalChange {
        municipality: Link {
            name: to.municipality.name.clone(),
            href: renderer.href(&Route::Municipality(to.municipality.slug.clone())),
        },
        from: from.evaluation.key.year,
        from_inferred: from.evaluation.basis.is_inferred(),
        to: to.evaluation.key.year,
        to_inferred: to.evaluation.basis.is_inferred(),
        before: language::format_points(total.before),
        after: language::format_points(total.after),
        difference: language::format_difference(total.after - total.before),
    }
}
