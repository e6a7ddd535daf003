//! The words that compounds of a portal hide.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::language::Vocabulary;
use crate::model::Portal;

/// The words that each of `words` is made of, apart from itself; none for a word that
/// is no compound. `words` are all words of the portal's texts, in lower case: the
/// short ones help to split the longer ones.
pub(super) fn hidden_in(words: &[&str], portal: &Portal) -> Vec<Vec<String>> {
    let names: BTreeSet<String> =
        portal.municipalities.values().map(|municipality| municipality.name.to_lowercase()).collect();
    let mut sorted = words.to_vec();
    sorted.par_sort_unstable();
    let vocabulary = Vocabulary::new(names.iter().map(String::as_str), sorted);
    words.par_iter().map(|word| vocabulary.pieces(word).into_iter().collect()).collect()
}
