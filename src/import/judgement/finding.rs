//! What the reviewer should look at: a fault, where in the report it was met,
//! and which key of the record it is about.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Fault};
use crate::format::evaluation::Key;
use crate::import::line::document::{Document, Passage};
use crate::model::{AreaNumber, SubAreaNumber};
use crate::source::{SourceId, Span};

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub fault: Fault,
    /// The line, as an index, and the bytes of it; nothing for the whole.
    pub place: Option<(usize, Range<usize>)>,
    /// The key beside which it is noted.
    pub about: About,
}

/// What of the record a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The record or a text as a whole.
    Whole,
    /// A key at the top, such as `year`.
    Key(Key),
    /// The total.
    Total,
    /// An area's value in the score table.
    Area(AreaNumber),
    /// The value in an area's box.
    Box(AreaNumber),
    /// The points of a sub-area.
    Points(SubAreaNumber),
    /// The percentage of a sub-area.
    Percent(SubAreaNumber),
    /// A figure that the record lacks, because the report's cannot be used.
    Missing,
}

impl Finding {
    /// `fault` of the report as a whole.
    pub fn of_whole(fault: Fault, about: About) -> Self {
        Self { fault, place: None, about }
    }

    /// `fault` where `passage` begins, as far as it lies on one line.
    pub fn at(fault: Fault, passage: &Passage, about: About) -> Self {
        let mut pieces = passage.pieces();
        let place = pieces.next().map(|first| {
            let same_line = pieces.take_while(|piece| piece.line == first.line);
            let end = same_line.map(|piece| piece.range.end).last().unwrap_or(first.range.end);
            (first.line, first.range.start..end.max(first.range.end))
        });
        Self { fault, place, about }
    }

    /// `fault` at `range` of line `index`.
    pub fn on_line(fault: Fault, index: usize, range: Range<usize>, about: About) -> Self {
        Self { fault, place: Some((index, range)), about }
    }

    /// The number of its line.
    pub fn line_number(&self) -> Option<usize> {
        self.place.as_ref().map(|(index, _)| index + 1)
    }
}

/// Findings as faults in the text of `document`, which is `source`.
pub(crate) fn diagnostics(findings: &[Finding], document: &Document, source: SourceId) -> Vec<Diagnostic> {
    let mut starts = Vec::with_capacity(document.lines.len());
    let mut at = 0;
    for line in &document.lines {
        starts.push(at);
        at += line.text.len() + 1;
    }
    let span = |finding: &Finding| match &finding.place {
        Some((line, range)) => {
            let start = starts.get(*line).copied().unwrap_or(at);
            Span::new(source, start + range.start..start + range.end)
        }
        None => Span::file(source),
    };
    findings.iter().map(|finding| Diagnostic::new(finding.fault.clone(), span(finding))).collect()
}
