//! Texts of an evaluation, cut along their headings.

use super::SubAreaNumber;
use crate::markdown::Prose;

/// The narrative of one area.
#[derive(Clone, Debug, Default)]
pub struct AreaNarrative {
    /// What stands before the first heading.
    pub introduction: Prose,
    /// One section per sub-area that has a text, in the text's order.
    pub sections: Vec<Section>,
    /// What the evaluators found strong.
    pub strengths: Vec<Prose>,
    /// What exists in part and can become better (2010 edition).
    pub partials: Vec<Prose>,
    /// What can be improved.
    pub improvements: Vec<Prose>,
}

/// The part of a narrative that is about one sub-area.
#[derive(Clone, Debug)]
pub struct Section {
    /// The sub-area.
    pub sub_area: SubAreaNumber,
    /// Its heading without the number.
    pub heading: String,
    /// Its text.
    pub prose: Prose,
}
