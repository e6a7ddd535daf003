//! Kinds of things that a reader may look for.

/// What a searchable passage is (S3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PassageKind {
    /// A municipality itself.
    Municipality,
    /// The summary of an evaluation.
    Summary,
    /// What an evaluation says of an area.
    Narrative,
    /// The strengths it found in an area.
    Strength,
    /// What it found to exist in part (2010 edition).
    Partial,
    /// What it found can be improved in an area.
    Improvement,
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
        Self::Strength,
        Self::Partial,
        Self::Improvement,
        Self::Example,
        Self::Referral,
        Self::Page,
    ];

    /// The kinds that point out somebody to learn from.
    pub const LESSONS: [Self; 2] = [Self::Example, Self::Referral];
}
