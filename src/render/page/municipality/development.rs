//! All evaluations of a municipality: those of an edition together with what changed
//! between them, editions side by side.

use serde::Serialize;

use crate::derive::{Change, History, Occasion, Spell};
use crate::language;
use crate::model::Entry;
use crate::render::chart;
use crate::render::part::value::{Value, month};
use crate::render::renderer::Renderer;
use crate::render::template::Html;
use crate::route::Route;

/// How a municipality has developed.
#[derive(Debug, Serialize)]
pub(crate) struct Development {
    /// Editions, the one that was first used first.
    spells: Vec<SpellView>,
    /// Years of evaluations that are only known from later reports.
    known: Vec<u16>,
    /// Whether the evaluations belong to different or unknown editions.
    mixed: bool,
}

/// The evaluations of one edition, the oldest first.
#[derive(Debug, Serialize)]
pub(crate) struct SpellView {
    edition: String,
    maximum: String,
    evaluations: Vec<EvaluationRow>,
    changes: Vec<ChangeView>,
}

/// One evaluation.
#[derive(Debug, Serialize)]
pub(crate) struct EvaluationRow {
    month: String,
    href: String,
    /// Whether the edition is a conclusion of the portal.
    inferred: bool,
    /// Whether it is a draft, which only a preview shows.
    draft: bool,
    total: Value,
}

/// What changed from one evaluation to the next.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeView {
    from: u16,
    to: u16,
    rows: Vec<ChangeRow>,
}

/// What became of one value; without a name it is the total.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeRow {
    number: Option<u8>,
    name: Option<String>,
    before: String,
    after: String,
    difference: String,
    chart: Html,
}

/// The development; `None` where no evaluation is known.
pub(crate) fn development(renderer: &Renderer<'_>, history: &History<'_>) -> Option<Development> {
    let spells: Vec<_> = history.spells().iter().map(|it| spell(renderer, it)).collect();
    let known: Vec<_> =
        history.occasions.iter().filter(|it| it.entry().is_none()).map(|it| Occasion::year(*it)).collect();
    let mixed = spells.len() + usize::from(!known.is_empty()) > 1;
    (!history.occasions.is_empty()).then_some(Development { spells, known, mixed })
}

fn spell(renderer: &Renderer<'_>, spell: &Spell<'_>) -> SpellView {
    SpellView {
        edition: spell.edition.name.clone(),
        maximum: language::format_count(spell.edition.maximum().into()),
        evaluations: spell.entries.iter().map(|it| evaluation(renderer, *it)).collect(),
        changes: spell.changes().iter().filter_map(change).collect(),
    }
}

fn evaluation(renderer: &Renderer<'_>, entry: Entry<'_>) -> EvaluationRow {
    let evaluation = entry.evaluation;
    EvaluationRow {
        month: month(evaluation.key.year, evaluation.month),
        href: renderer.href(&Route::of(entry)),
        inferred: evaluation.basis.is_inferred(),
        draft: evaluation.publication.is_draft(),
        total: evaluation.total().into(),
    }
}

/// A change with all that is known before and after; `None` where that is nothing.
fn change(change: &Change<'_>) -> Option<ChangeView> {
    let rows: Vec<_> = change
        .rows
        .iter()
        .map(|row| {
            let area = row.area;
            ChangeRow {
                number: area.map(|area| area.number),
                name: area.map(|area| area.name.clone()),
                before: language::format_points(row.before),
                after: language::format_points(row.after),
                difference: language::format_difference(row.after - row.before),
                chart: chart::change(row.before, row.after, row.maximum).into(),
            }
        })
        .collect();
    let [from, to] = [change.from, change.to].map(|it| it.evaluation.key.year);
    (!rows.is_empty()).then_some(ChangeView { from, to, rows })
}
