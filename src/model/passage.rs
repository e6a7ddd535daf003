//! Kinds of passages that a search can find.

use super::List;

/// What a searchable passage is (S3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PassageKind {
    /// A municipality itself.
    Municipality,
    /// The summary of an evaluation.
    Summary,
    /// What an evaluation says of an area.
    Narrative,
    /// One of the lists in which it sums up an area.
    List(List),
    /// A passage that calls the evaluated municipality a good example.
    Example,
    /// A passage that names another municipality to learn from.
    Referral,
    /// A page about the portal, its method or an area.
    Page,
}

impl PassageKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Municipality,
        Self::Summary,
        Self::Narrative,
        Self::List(List::Strengths),
        Self::List(List::Partials),
        Self::List(List::Improvements),
        Self::Example,
        Self::Referral,
        Self::Page,
    ];

    /// The kinds that name a municipality to learn from.
    pub const LESSONS: [Self; 2] = [Self::Example, Self::Referral];
}
