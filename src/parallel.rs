//! How work is cut up for the processors.

/// How many files, evaluations or pages a processor takes on at once. Left to
/// itself rayon cuts them into a few large parts, and whoever works on the last
/// of these keeps the others waiting.
pub(crate) const BATCH: usize = 8;
