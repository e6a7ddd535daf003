//! What of the portal is published on the day of the build, and what is still a draft.

use jiff::civil::Date;

/// Whether an evaluation is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Publication {
    /// It is.
    Published,
    /// Nobody has said yet that it may be.
    Draft,
    /// It will be on this day, which is still to come.
    Awaited(Date),
    /// It was, and has been taken back for this reason.
    Withdrawn(String),
}

impl Publication {
    /// Whether it is still to be published.
    pub fn is_draft(&self) -> bool {
        matches!(self, Self::Draft | Self::Awaited(_))
    }
}

/// What a portal does with drafts, and with the good examples and referrals that an
/// import has proposed and that no reviewer has confirmed yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafts {
    /// It has none.
    #[default]
    Hidden,
    /// It has them among the rest, marked: it is a preview and not for publication.
    Shown,
}
