//! Words that mean the same.

/// Words for one meaning. Neither list is empty and no entry stands twice, in
/// whichever list. Each entry is a word or a phrase of at most three, in the form
/// in which texts are compared: lower case, plain hyphens and quotes, single spaces
/// between the words (L4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SynonymSet {
    /// What people say, in the order of the file. No other set has these.
    pub everyday: Vec<String>,
    /// What reports say, in the order of the file. Other sets may have these
    /// as well.
    pub official: Vec<String>,
}
