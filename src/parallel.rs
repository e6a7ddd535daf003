//! How work is cut up for the processors.

/// How many files, evaluations or pages a processor takes on at once. Left to
/// itself rayon cuts the work into a few large parts, and the processor with the
/// last of them keeps the others waiting.
pub(crate) const BATCH: usize = 8;
