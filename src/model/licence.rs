//! Licences.

/// Terms under which the data, or the texts of an evaluation, may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// Its name.
    pub name: String,
    /// Where its text is.
    pub url: String,
}
