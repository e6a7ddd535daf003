//! Values in the form that the columns of CSV files and the keys of JSON files
//! hold.

use crate::model::{Score, Total};

/// The value and the kind of its absence; one of the two is empty.
pub(super) fn parts(score: Score) -> (String, &'static str) {
    match score {
        Score::Points(points) => (points.to_string(), ""),
        Score::Absent(absence) => (String::new(), absence.name()),
    }
}

/// The total, whether it is `stated` or `computed`, and the kind of its absence.
/// The first two are empty when it is absent, else the last.
pub(super) fn total_parts(total: Total) -> (String, &'static str, &'static str) {
    match total {
        Total::Stated(points) => (points.to_string(), "stated", ""),
        Total::Computed(points) => (points.to_string(), "computed", ""),
        Total::Absent(absence) => (String::new(), "", absence.name()),
    }
}
