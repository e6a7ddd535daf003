//! What is concluded from a reading: municipality, year and edition, figures,
//! proposals, and everything that a reviewer should look at.

pub(super) mod decision;
pub(super) mod doubt;
pub(super) mod figures;
pub(super) mod finding;
pub(super) mod proposal;
