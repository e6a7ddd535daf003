//! Values as columns and keys hold them.

use crate::model::{Score, Total};

/// A value, and the kind of its absence when there is none.
pub(super) fn parts(score: Score) -> (String, &'static str) {
    match score {
        Score::Points(points) => (points.to_string(), ""),
        Score::Absent(absence) => (String::new(), absence.name()),
    }
}

/// A total, how it came about, and the kind of its absence when there is none.
pub(super) fn total_parts(total: Total) -> (String, &'static str, &'static str) {
    match total {
        Total::Stated(points) => (points.to_string(), "stated", ""),
        Total::Computed(points) => (points.to_string(), "computed", ""),
        Total::Absent(absence) => (String::new(), "", absence.name()),
    }
}
