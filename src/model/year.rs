//! Years.

/// A calendar year.
pub type Year = u16;
