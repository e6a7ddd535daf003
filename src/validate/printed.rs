//! The warnings of the printed-values rule, each at the value it is about.

use toml::Spanned;

use crate::diagnostic::{Diagnostic, Fault};
use crate::format::evaluation as file;
use crate::language;
use crate::load::Document;
use crate::model::printed::{Difference, Weight, differences};
use crate::model::{AreaNumber, Edition, Evaluation};
use crate::source::Span;

/// One warning per contradiction in `evaluation`, which `document` describes.
pub fn warnings(
    document: &Document<file::Evaluation>,
    evaluation: &Evaluation,
    edition: &Edition,
    faults: &mut Vec<Diagnostic>,
) {
    let warnings = differences(evaluation, edition).into_iter().filter(|it| it.weight() == Weight::Warning);
    faults.extend(warnings.map(|it| Diagnostic::new(fault(&it, evaluation), span(document, &it))));
}

fn fault(difference: &Difference, evaluation: &Evaluation) -> Fault {
    let shown = language::format_points;
    match difference {
        Difference::AreaBox { area, boxed, table } => {
            Fault::AreaBoxDiffers { area: area.to_string(), printed: shown(*boxed), table: shown(*table) }
        }
        Difference::Percent { sub_area, percent, points, maximum } => Fault::PercentOutside {
            sub_area: sub_area.to_string(),
            percent: shown(*percent),
            points: shown(*points),
            maximum: maximum.to_string(),
        },
        Difference::AreaSum { area, value, sum, .. } => {
            Fault::AreaSumOutside { area: area.to_string(), value: shown(*value), sum: shown(*sum) }
        }
        Difference::TotalSum { total, sum, .. } => {
            Fault::TotalSumOutside { total: shown(*total), sum: shown(*sum) }
        }
        Difference::CoverDate => cover_date(evaluation),
    }
}

fn cover_date(evaluation: &Evaluation) -> Fault {
    let cover = evaluation.cover_date.map(language::format_date_iso).unwrap_or_default();
    let year = evaluation.key.year;
    let evaluation = evaluation.month.map_or_else(|| year.to_string(), |month| format!("{year}-{month:02}"));
    Fault::CoverBeforeEvaluation { cover, evaluation }
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
        Difference::CoverDate => record.cover_date.as_ref().map(Spanned::span),
    };
    Span::new(document.source, found.unwrap_or_else(|| record.scores.span()))
}
