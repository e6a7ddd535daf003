//! Words that say nothing in a search where other words say something.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::stem;

/// The most usual Swedish words, those with which people ask or only lay stress, and those that
/// stand on every page of a portal about municipalities; in lower case. Their forms are words of
/// their own.
const STOP_WORDS: &str = "\
    all alla allt andra annan annat att av bland blev bli blir bra bäst bästa då de dem den denna \
    deras dess dessa det detta dig din dina ditt du där därför efter eller en ens er era ert ett \
    finns för få får från fått flest föra ge ger gick gjort gör göra gäller går gå ha hade han har \
    heter hitta hon hur hög högre högst i inom inte information jag jobba jobbar kan kanske kom \
    kommer kommun kommunen kommunens kommuner kommunerna kommuners kommuns kompass kommunkompassen \
    ligger läsa man med men mer mest mig min mina mitt mot mycket många måste möjligt na någon \
    något några när nära och om oss på rapport rapporten resultat sade samma satsa satsar se sedan \
    ser sig sin sina sitt ska skall skulle som stad stads står så sådan sätt säger ta tar till \
    tycker upp ut utan utvärdering utvärderingen utvärderas utvärderats vad var vara vart varför \
    vem vet vi vid vilka vilken vilket vill visa vår våra vårt vore är även åt över bättre sämre \
    sämst dålig dåliga dåligt god goda gott berätta menas betyder fungerar funkar kunna använder \
    arbetar arbeta under hos genom mellan innan medan enligt egentligen verkligen faktiskt väldigt \
    liksom typ ju jättebra jättedålig jättedåliga jättedåligt jättehög jättehögt jättemycket \
    jättemånga jättestor jättestora jättestort jätteviktig jätteviktigt";

/// The stop words, each of which can be asked for.
#[derive(Clone, Debug)]
pub struct StopWords(BTreeSet<&'static str>);

impl Default for StopWords {
    fn default() -> Self {
        Self(STOP_WORDS.split_whitespace().collect())
    }
}

impl StopWords {
    /// Every stop word, sorted by its bytes.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().copied()
    }

    /// Whether `word`, in lower case, is one.
    pub fn contains(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// What `word`, in lower case and NFC, is looked up by: its stem. But a word whose stem is a
    /// stop word, though it is none itself, stays as it is: whoever asks for `demens` wants no
    /// text that has `dem`.
    pub fn term<'w>(&self, word: &'w str) -> Cow<'w, str> {
        let stem = stem(word);
        let is_lost = self.contains(&stem) && !self.contains(word);
        if is_lost { Cow::Borrowed(word) } else { stem }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_taken_for_a_stop_word() {
        let stop = StopWords::default();
        let cases = [("demens", "demens"), ("dem", "dem"), ("rapporten", "rapport"), ("styrkor", "styrk")];
        for (word, expected) in cases {
            assert_eq!(stop.term(word), expected, "{word}");
        }
    }
}
