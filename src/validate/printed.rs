//! The warnings of the printed-values rule, each at the value it is about.

use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::format::evaluation as file;
use crate::language;
use crate::load::Document;
use crate::model::{AreaNumber, Difference, Weight};
use crate::source::Span;

/// One warning per contradiction among the `differences` in `document`.
pub(super) fn warnings(
    document: &Document<file::Evaluation>,
    differences: &[Difference],
    faults: &mut Vec<Diagnostic>,
) {
    for difference in differences {
        if difference.weight() == Weight::Warning {
            let fault = difference.fault(language::format_points);
            faults.push(Diagnostic::new(fault, span(document, difference)));
        }
    }
}

/// Where the value stands that a difference is about.
fn span(document: &Document<file::Evaluation>, difference: &Difference) -> Span {
    let record = &document.value;
    let scores = record.scores.get_ref();
    let area = |map: &crate::format::Printed, area: AreaNumber| {
        map.get(area.to_string().as_str()).map(Spanned::span)
    };
    let found = match difference {
        Difference::AreaBox { area: number, .. } => area(&scores.boxes, *number),
        Difference::AreaSum { area: number, .. } => {
            area(&scores.areas, *number).or_else(|| area(&scores.boxes, *number))
        }
        Difference::Percent { sub_area, .. } => {
            scores.percent.get(sub_area.to_string().as_str()).map(Spanned::span)
        }
        Difference::TotalSum { .. } => scores.total.as_ref().map(Spanned::span),
        Difference::CoverDate { .. } => record.cover_date.as_ref().map(Spanned::span),
    };
    Span::new(document.source, found.unwrap_or_else(|| record.scores.span()))
}
