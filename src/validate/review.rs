//! What is left to look at in each evaluation's folder (P11).

use jiff::civil::Date;

use super::draft;
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::evaluation::Status;
use crate::format::review::{REMARK, is_sealed};
use crate::load::{Raw, RawEvaluation};
use crate::model::Publication;
use crate::source::Span;

/// What is left to look at in one evaluation's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The folder's path below the project.
    pub folder: String,
    /// Whether the evaluation is published on the day of the build.
    pub publication: Publication,
    /// How many figures of the record are still to be filled in.
    pub blanks: usize,
    /// How many remarks of an import are left in the record.
    pub remarks: usize,
    /// How many good examples and referrals are only proposed.
    pub proposals: usize,
    /// How many good examples and referrals that are not do not say what there is to learn.
    pub without_summary: usize,
    /// Names of the texts that are as an import wrote them, though nobody has said that
    /// they may stay so.
    pub texts: Vec<String>,
}

impl Review {
    /// Whether anything is left to look at.
    pub fn is_open(&self) -> bool {
        self.blanks > 0
            || self.remarks > 0
            || self.proposals > 0
            || self.without_summary > 0
            || !self.texts.is_empty()
    }
}

/// The reviews of all drafts, and of other evaluations in which anything is left to look
/// at, by the paths of their folders.
pub fn reviews(raw: &Raw, today: Date) -> Vec<Review> {
    let reviews = raw.evaluations.iter().map(|it| review(it, today));
    reviews.filter(|it| it.is_open() || it.publication.is_draft()).collect()
}

/// How many evaluations are drafts on the day of the build.
pub fn drafts(raw: &Raw, today: Date) -> usize {
    raw.evaluations.iter().filter(|it| publication(it, today).is_draft()).count()
}

/// What of it is no date has been objected to already.
fn publication(raw: &RawEvaluation, today: Date) -> Publication {
    draft::publication(&raw.record, today, &mut Vec::new())
}

fn review(raw: &RawEvaluation, today: Date) -> Review {
    Review {
        folder: format!("content/evaluations/{}/{}", raw.slug, raw.year),
        publication: publication(raw, today),
        blanks: raw.record.value.scores.get_ref().blanks().count(),
        remarks: remarks(raw).count(),
        proposals: proposals(raw).count(),
        without_summary: without_summary(raw).count(),
        texts: texts(raw).map(|(name, _)| name).collect(),
    }
}

/// Warns of a record that is no draft, though something in its folder is left to look
/// at. One that only waits for its day is no draft either: nobody will be asked again.
pub(super) fn warnings(raw: &RawEvaluation, faults: &mut Vec<Diagnostic>) {
    if raw.record.value.draft {
        return;
    }
    let folder = format!("{}/{}", raw.slug, raw.year);
    let mut warn = |what: &str, found: String, place: Option<Span>| {
        let fault = Fault::StillOpen { what: what.to_owned(), found, folder: folder.clone() };
        faults.extend(place.map(|place| Diagnostic::new(fault, place)));
    };
    let remarks: Vec<_> = remarks(raw).collect();
    let (ids, proposals): (Vec<_>, Vec<_>) = proposals(raw).unzip();
    warn("remarks", remarks.len().to_string(), remarks.first().copied());
    warn("proposals", ids.join(", "), proposals.first().copied());
    warn("summaries", without_summary(raw).count().to_string(), without_summary(raw).next());
    let (names, places): (Vec<_>, Vec<_>) = texts(raw).unzip();
    warn("texts", names.join(", "), places.first().copied());
}

/// The places of an import's remarks in the record.
fn remarks(raw: &RawEvaluation) -> impl Iterator<Item = Span> {
    let text = &*raw.text.text;
    let remarks = text.match_indices(REMARK).filter_map(|(start, _)| {
        let (before, line) = text.split_at_checked(start)?;
        let begins = before.is_empty() || before.ends_with('\n');
        begins.then(|| (start, line.lines().next().unwrap_or_default().trim_end()))
    });
    remarks.map(|(start, line)| Span::new(raw.record.source, start..start + line.len()))
}

/// The good examples and referrals that are only proposed: their ids, and the lines that say so.
fn proposals(raw: &RawEvaluation) -> impl Iterator<Item = (String, Span)> {
    let record = &raw.record.value;
    let examples = record.examples.iter().map(|it| (&it.id, it.status));
    let all = examples.chain(record.referrals.iter().map(|it| (&it.id, it.status)));
    let proposed = all.filter(|(_, status)| *status == Status::Proposed);
    proposed.map(|(id, _)| {
        let place = raw.record.span(id);
        (id.get_ref().clone(), status_line(raw, place).unwrap_or(place))
    })
}

/// The line with the status of the entry whose id stands at `id`.
fn status_line(raw: &RawEvaluation, id: Span) -> Option<Span> {
    const HEADING: &str = "\n[";
    let (before, after) = raw.text.text.split_at_checked(id.start)?;
    let start = before.rfind(HEADING)?;
    let end = after.find(HEADING).map_or(raw.text.text.len(), |length| id.start + length);
    let entry = raw.text.text.get(start..end)?;
    let at = start + entry.find("\nstatus")? + 1;
    let line = raw.text.text.get(at..end)?.lines().next()?.trim_end();
    Some(Span::new(id.source, at..at + line.len()))
}

/// The places of good examples and referrals that a person has confirmed, but that have no
/// summary. What is only proposed is told of already.
fn without_summary(raw: &RawEvaluation) -> impl Iterator<Item = Span> {
    let record = &raw.record.value;
    let examples = record.examples.iter().map(|it| (&it.id, it.status, &it.summary));
    let all = examples.chain(record.referrals.iter().map(|it| (&it.id, it.status, &it.summary)));
    let open = all.filter(|(_, status, summary)| status.is_confirmed() && summary.is_none());
    open.map(|(id, _, _)| raw.record.span(id))
}

/// Names and places of texts that are as an import wrote them.
fn texts(raw: &RawEvaluation) -> impl Iterator<Item = (String, Span)> {
    let report = raw.import_report.as_ref().map_or("", |report| &report.text);
    let texts = raw.narratives.iter().map(|(stem, text)| (format!("{stem}.md"), text));
    let sealed = texts.filter(|(name, text)| is_sealed(report, name, text.text.as_bytes()));
    sealed.map(|(name, text)| (name, Span::file(text.source)))
}
