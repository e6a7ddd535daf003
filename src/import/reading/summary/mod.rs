//! The summarising chapter: when and how the evaluation was made, and its total.

pub mod occasion;
pub mod total;
