//! How surely a sentence recommends.
//!
//! Evaluators say it in a hundred ways: "X kan stå modell", "Så gör däremot X",
//! "värt en resa". No list of phrases holds them all, so every word and every
//! pair of words has a weight, and a sentence recommends when its weights add
//! up to enough. The weights are learnt from sentences of our own
//! invention (`tests/import/sentences`); `tests/portal/import/taught.rs` learns
//! them and says how well they do with sentences they have not seen.

use std::ops::Range;
use std::sync::LazyLock;

use crate::import::vocabulary::fingerprint::{NOTHING, fingerprint};
use crate::import::vocabulary::words::words;
use crate::language::comparable;

/// A sentence among its neighbours in the paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'t> {
    /// The sentence before; empty for the first.
    pub before: &'t str,
    /// The sentence.
    pub sentence: &'t str,
    /// The sentence after; empty for the last.
    pub after: &'t str,
}

/// Whose name stands somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// The municipality that the report is about.
    Own,
    /// Another one.
    Other,
}

/// What a sentence is judged by: its words, its pairs of words, next to each other or with
/// one between them, the words before
/// another municipality's name and those of the neighbours. A fingerprint each,
/// in order, without repetition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    prints: Vec<u32>,
    /// Whether any word of the sentence can be one of praise for others to hear.
    has_sign: bool,
}

/// Weights of features by their fingerprints, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weights(Vec<(u32, f32)>);

/// Weights for the two questions.
#[derive(Clone, Debug, Default)]
pub struct Recommenders {
    referral: Weights,
    own: Weights,
}

impl Context<'_> {
    /// The features of the sentence; `names` are places of municipalities'
    /// names in it, in order, which are all alike.
    pub fn features(&self, names: &[(Range<usize>, Bearer)]) -> Features {
        let mut features = Vec::new();
        self.each_feature(names, &mut |pieces| features.push(of_pieces(pieces)));
        features.sort_unstable();
        features.dedup();
        Features { prints: features, has_sign: has_sign(self.sentence) }
    }

    /// Shows every feature to `see`, in pieces, some more than once.
    pub fn each_feature(&self, names: &[(Range<usize>, Bearer)], see: &mut dyn FnMut(&[&str])) {
        let mut before = EDGE;
        let tokens = tokens(self.sentence, names);
        for token in &tokens {
            see(&[token]);
            see(&[before, " ", token]);
            before = token;
        }
        see(&[before, " ", EDGE]);
        let third = tokens.iter().skip(2);
        tokens.iter().zip(third).for_each(|(first, third)| see(&[first, AROUND, third]));
        let is_other = |at: &usize| tokens.get(*at).is_some_and(|it| it == mark(Bearer::Other));
        for at in (0..tokens.len()).filter(is_other) {
            let near = tokens.iter().take(at).skip(at.saturating_sub(NEAR));
            near.for_each(|token| see(&[NEARBY, token]));
        }
        tokens_of(self.before).for_each(|token| see(&[BEFORE, &token]));
        tokens_of(self.after).for_each(|token| see(&[AFTER, &token]));
    }
}

/// Whether a sentence has a word without which nothing is held up as an example: "exempel",
/// "andra", "framkant". In a long description many small weights add up to praise; with this
/// asked first, the weights find 68 % of the praise of authors who have taught nothing where
/// they found 61 % at the same share of wrong ones.
fn has_sign(sentence: &str) -> bool {
    let sentence = format!(" {} ", comparable(sentence).replace(|c: char| !c.is_alphanumeric(), " "));
    words().praise.signs.iter().any(|sign| sentence.contains(sign.as_str()))
}

fn of_pieces(pieces: &[&str]) -> u32 {
    fingerprint(pieces.iter().flat_map(|piece| piece.bytes()))
}

/// Between two words with another one between them: "exempel för @ andra", whoever those are.
/// With such pairs the weights find 77 % of the praise of authors who have taught nothing
/// where 1 % of what is none passes for it, without them 73 %. Referrals are not found better.
pub const AROUND: &str = " _ ";

/// Stands at both ends of a sentence.
const EDGE: &str = "|";

/// Before words of the sentence before.
const BEFORE: &str = "<";

/// Before words of the sentence after.
const AFTER: &str = ">";

/// Before words that lead up to another municipality's name: "i förhållande
/// till @" compares, however much else its sentence recommends.
const NEARBY: &str = "~";

/// How many words lead up to a name. Learnt with 4, 5 or 6 the weights find 94 % of
/// the referrals of authors who have taught nothing, with 8 or 12 they find 93 %
/// (`tests/portal/import/taught.rs`).
const NEAR: usize = 6;

/// What stands for a name.
const fn mark(bearer: Bearer) -> &'static str {
    match bearer {
        Bearer::Own => "&",
        Bearer::Other => "@",
    }
}

/// What stands for a number.
const NUMBER: &str = "0";

/// Marks that say something.
const TELLING: [char; 4] = ['?', ':', '(', '”'];

/// Letters of a word that count: what follows is mostly its ending. With 7 or 8 the
/// weights find 66 % of the praise of authors who have taught nothing, with 5 or
/// with 20 they find 64 %, with 6 they find 65 %; with 9 fewer of the referrals that
/// are proposed are right (86 % instead of 87 %).
const STEM: usize = 7;

/// Words of `text`, with marks in the place of `names`.
fn tokens(text: &str, names: &[(Range<usize>, Bearer)]) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut at = 0;
    for (range, bearer) in names {
        tokens.extend(tokens_of(text.get(at..range.start).unwrap_or_default()));
        tokens.push(mark(*bearer).to_owned());
        at = range.end;
    }
    tokens.extend(tokens_of(text.get(at..).unwrap_or_default()));
    tokens
}

/// Beginnings of words in lower case, numbers and telling marks.
fn tokens_of(text: &str) -> impl Iterator<Item = String> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_telling = |c: char| c.is_alphanumeric() || TELLING.contains(&c);
        rest = rest.get(rest.find(is_telling)?..)?;
        let first = rest.chars().next()?;
        let is_same: fn(char) -> bool = match first {
            _ if first.is_alphabetic() => char::is_alphabetic,
            _ if first.is_numeric() => |c| c.is_numeric() || matches!(c, ',' | '.'),
            _ => |_| false,
        };
        let length = rest.find(|c| !is_same(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (word, behind) = rest.split_at_checked(length)?;
        rest = behind;
        Some(if first.is_numeric() { NUMBER.to_owned() } else { stem(word) })
    })
}

fn stem(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).take(STEM).collect()
}

impl Weights {
    /// What the weights of `features` add up to; every sentence has the feature
    /// that is nothing.
    fn score(&self, features: &Features) -> f32 {
        let weight = |print: &u32| {
            let at = self.0.binary_search_by_key(print, |(print, _)| *print).ok()?;
            self.0.get(at).map(|(_, weight)| *weight)
        };
        features.prints.iter().chain([&NOTHING]).filter_map(weight).sum()
    }

    /// The lines of `text` below the question's head.
    fn read(text: &str, question: &str) -> Self {
        let lines = text.lines().skip_while(|line| *line != question).skip(1);
        let pairs = lines.map_while(|line| line.split_once('\t'));
        let weights = pairs.filter_map(|(weight, feature)| {
            let weight: i16 = weight.parse().ok()?;
            Some((of_pieces(&[feature]), f32::from(weight)))
        });
        let mut weights: Vec<_> = weights.collect();
        weights.sort_unstable_by_key(|(print, _)| *print);
        Self(weights)
    }
}

impl Recommenders {
    /// Those that the program comes with.
    pub fn known() -> &'static Self {
        static KNOWN: LazyLock<Recommenders> =
            LazyLock::new(|| Recommenders::read(include_str!("weights.txt")));
        &KNOWN
    }

    /// Reads the weights for the questions `own` and `referral`: below a line
    /// with its name a line per weight, in thousandths, a tab and the feature.
    pub fn read(text: &str) -> Self {
        Self { referral: Weights::read(text, "referral"), own: Weights::read(text, "own") }
    }

    /// Whether a sentence that names another municipality recommends to learn
    /// from it; asked of one that names none, the answer means nothing.
    pub fn refers(&self, features: &Features) -> bool {
        self.referral.score(features) > -DOUBT
    }

    /// Whether it holds the report's own municipality up as an example.
    pub fn praises(&self, features: &Features) -> bool {
        features.has_sign && self.own.score(features) > CAUTION
    }
}

/// A referral is proposed even when its score is below zero by so much, in
/// thousandths as the weights: a reviewer strikes out one too many faster than
/// they find one that was missed.
const DOUBT: f32 = 100.0;

/// Praise must score above zero by so much, in thousandths: most sentences of a
/// report could be mistaken for it. Of what is proposed in three reports by strangers 83 %
/// is right and 88 % of what is right is proposed; with 60 it is 77 % and 90 %. (What is said
/// of authors above was measured with 60.)
const CAUTION: f32 = 150.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_stems_and_names_are_alike() {
        let sentence = "Se Växjö kommuns 12,5 (exempelsamling)!";
        let names = [(3..19, Bearer::Other)];
        assert_eq!(tokens(sentence, &names), ["se", "@", "0", "(", "exempel"]);
        let context = Context { before: "Ett.", sentence: "Se X.", after: "" };
        let mut features = Vec::new();
        context.each_feature(&[(3..4, Bearer::Own)], &mut |pieces| features.push(pieces.concat()));
        assert_eq!(features, ["se", "| se", "&", "se &", "& |", "<ett"]);
        let all: Vec<_> = features.iter().map(|it| of_pieces(&[it])).collect();
        let Features { prints, .. } = context.features(&[(3..4, Bearer::Own)]);
        assert!(prints.len() == all.len() && all.iter().all(|it| prints.contains(it)));
    }

    #[test]
    fn weights_are_added_up() {
        let known = Recommenders::read("own\n104\tandra\n-3\t\nreferral\n-125\t\n50\tse @\n-9\t~om\n");
        for (sentence, referral, own) in
            [("Se X.", -75.0, -3.0), ("Om X, andra och andra.", -134.0, 101.0), ("Om X.", -134.0, -3.0)]
        {
            let features = Context { sentence, ..Context::default() }.features(&[(3..4, Bearer::Other)]);
            assert!((known.referral.score(&features) - referral).abs() < 1e-6, "{sentence}");
            assert!((known.own.score(&features) - own).abs() < 1e-6, "{sentence}");
            assert_eq!(
                (known.refers(&features), known.praises(&features)),
                (referral > -DOUBT, own > CAUTION)
            );
        }
        // What names nobody who could learn is no praise, whatever its words weigh.
        let known = Recommenders::read("own\n900\ttorget\n");
        let praises = |sentence| known.praises(&Context { sentence, ..Context::default() }.features(&[]));
        assert!(praises("Torget är ett exempel.") && !praises("Torget är stort."));
    }
}
