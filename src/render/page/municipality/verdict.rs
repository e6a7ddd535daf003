//! The answer in a few sentences: how many points, and how the areas did. Every
//! sentence says what the data carry, and nothing else.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::derive::{Distribution, Insights};
use crate::language;
use crate::model::{Area, Entry, Measure, Peers};
use crate::render::part::among::{Among, RankView, SummaryView, among, count, rank, summary};
use crate::render::part::headline::{Headline, headline};
use crate::render::part::named::{Named, named};
use crate::render::part::strips::Strips;
use crate::render::part::subject::Subject;
use crate::render::part::value::{Value, month};
use crate::render::renderer::Renderer;
use crate::render::template::Html;
use crate::route::Route;

/// The latest evaluation in short (P1).
#[derive(Debug, Serialize)]
pub(crate) struct Verdict {
    /// Total, edition and mean.
    headline: Headline,
    /// The place of the total, where there are enough to compare with.
    rank: Option<RankView>,
    /// How the areas lie to the published means, where there are any.
    means: Option<Means>,
    /// How the total lies to the published mean, where there is one.
    to_mean: Option<Apart>,
    /// The total on its scale among all of the edition.
    scale: Option<Html>,
    /// What these come down to, where there are enough (P6).
    summary: Option<SummaryView>,
    /// Who these are.
    among: Option<Among>,
    /// The same by name, the highest first, where they are too few for more (P6).
    named: Vec<Named>,
    /// The page with all results of the edition.
    all: String,
    /// How the total changed since the evaluation before, if that is of the same edition.
    change: Option<Change>,
    /// Earlier evaluations, the latest first.
    earlier: Vec<Earlier>,
}

/// An evaluation before the latest.
#[derive(Debug, Serialize)]
pub(crate) struct Earlier {
    href: String,
    total: Value,
    month: String,
    /// Its edition, where that is not the latest one's.
    edition: Option<String>,
    /// Whether the edition is a conclusion of the portal.
    inferred: bool,
}

/// How the total lies to another value in its edition.
#[derive(Debug, Serialize)]
pub(crate) struct Apart {
    /// `more`, `less` or `same`.
    way: &'static str,
    /// By how many points, without a sign.
    by: String,
    /// What it is compared with: the published mean, or the month of the evaluation before.
    other: String,
}

/// How the total changed since the evaluation before.
#[derive(Debug, Serialize)]
pub(crate) struct Change {
    #[serde(flatten)]
    apart: Apart,
    /// Whether it is a conclusion of the portal that both are of one edition.
    inferred: bool,
}

/// How areas lie to the published means.
#[derive(Debug, Serialize)]
pub(crate) struct Means {
    /// Last part of the sentence's name: `all-above`, `all-below`, `level`, `above`,
    /// `below` or `mixed`.
    id: &'static str,
    above: u64,
    compared: u64,
    /// Names of the areas farthest above, and by how much; empty where none is.
    most: String,
    most_by: String,
    /// The same below.
    least: String,
    least_by: String,
}

/// The verdict on `entry`.
pub(crate) fn verdict(renderer: &Renderer<'_>, strips: &Strips<'_>, entry: Entry<'_>) -> Verdict {
    let Entry { edition, evaluation, .. } = entry;
    let materials = renderer.materials;
    let total = evaluation.total().points();
    let statistics = materials.insights.statistics.get(&edition.id);
    let distribution = statistics.and_then(|it| it.among(Peers::All, Measure::Total));
    let mean = Insights::mean(materials.portal, &edition.id, |mean| mean.total.is_some());
    let is_told = distribution.is_none_or(Distribution::is_told);
    Verdict {
        headline: headline(renderer, entry),
        rank: total.and_then(|total| distribution?.rank(total)).map(rank),
        means: means(&Subject::new(renderer, entry)),
        to_mean: total
            .zip(mean.and_then(|it| it.total))
            .map(|(total, mean)| apart(total - mean, language::format_points(mean))),
        summary: distribution.and_then(Distribution::summary).as_ref().map(summary),
        scale: strips.strip(edition, Measure::Total, total, mean.and_then(|mean| mean.total)),
        among: distribution.map(among),
        named: if is_told {
            Vec::new()
        } else {
            named(renderer, &edition.id, Some(&entry.municipality.code))
        },
        all: renderer.href(&Route::EditionTable(edition.id.clone())),
        change: change(renderer, entry),
        earlier: earlier(renderer, entry),
    }
}

/// The change of the total from the evaluation before to `entry`, the latest; `None` where
/// that is of another edition or one of the two has no total.
fn change(renderer: &Renderer<'_>, entry: Entry<'_>) -> Option<Change> {
    let history = renderer.materials.insights.history(entry.municipality);
    let changes = history.total_changes(entry.edition);
    let (change, total) = changes.last().filter(|(it, _)| it.to.evaluation.key == entry.evaluation.key)?;
    let before = change.from.evaluation;
    Some(Change {
        apart: apart(total.after - total.before, month(before.key.year, before.month)),
        inferred: before.basis.is_inferred() || entry.evaluation.basis.is_inferred(),
    })
}

/// How a total lies to `other`, from which it differs by `by`.
fn apart(by: Decimal, other: String) -> Apart {
    let way = match by.cmp(&Decimal::ZERO) {
        Ordering::Greater => "more",
        Ordering::Less => "less",
        Ordering::Equal => "same",
    };
    Apart { way, by: language::format_points(by.abs()), other }
}

fn earlier(renderer: &Renderer<'_>, of: Entry<'_>) -> Vec<Earlier> {
    let history = renderer.materials.insights.history(of.municipality);
    let view = |entry: Entry<'_>| Earlier {
        href: renderer.href(&Route::of(entry)),
        total: entry.evaluation.total().into(),
        month: month(entry.evaluation.key.year, entry.evaluation.month),
        edition: (entry.edition.id != of.edition.id).then(|| entry.edition.name.clone()),
        inferred: entry.evaluation.basis.is_inferred(),
    };
    history.entries().skip(1).map(view).collect()
}

/// How the areas lie to the published means; `None` without means.
fn means(subject: &Subject<'_>) -> Option<Means> {
    let compared = subject
        .results()
        .filter_map(|(area, result)| Some((area, result.value().points()? - subject.mean(area)?)));
    let compared: Vec<_> = compared.collect();
    let above = compared.iter().filter(|(_, by)| *by > Decimal::ZERO).count();
    let below = compared.iter().filter(|(_, by)| *by < Decimal::ZERO).count();
    let (all, differences) = (compared.len(), || compared.iter().map(|(_, by)| *by));
    let id = match (above, below) {
        _ if all == 0 => return None,
        (above, _) if above == all => "all-above",
        (_, below) if below == all => "all-below",
        (0, 0) => "level",
        (_, 0) => "above",
        (0, _) => "below",
        _ => "mixed",
    };
    let highest = differences().max().filter(|by| *by > Decimal::ZERO);
    let lowest = differences().min().filter(|by| *by < Decimal::ZERO);
    let named = |by: Option<Decimal>| by.map(|by| names_by(&compared, by)).unwrap_or_default();
    let signed = |by: Option<Decimal>| by.map(language::format_difference).unwrap_or_default();
    Some(Means {
        id,
        above: count(above),
        compared: count(all),
        most: named(highest),
        most_by: signed(highest),
        least: named(lowest),
        least_by: signed(lowest),
    })
}

/// All areas that differ by exactly this much: a tie names all of them (P6).
fn names_by(compared: &[(&Area, Decimal)], by: Decimal) -> String {
    let tied = compared.iter().filter(|(_, other)| *other == by);
    let names: Vec<_> = tied.map(|(area, _)| area.name.as_str()).collect();
    language::join_and(&names)
}
