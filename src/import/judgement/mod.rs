//! What is concluded from a reading: municipality, year and edition, figures,
//! proposals, and everything that a reviewer should look at.

pub mod decision;
pub mod doubt;
pub mod figures;
pub mod finding;
pub mod proposal;
