//! Swedish alphabetical order (L2): Å Ä Ö last, v and w apart, a space before
//! a hyphen before a letter.

use icu_collator::options::{AlternateHandling, CollatorOptions, Strength};
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

/// The letters of the Swedish alphabet in its order, each a heading of its own.
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ";

/// Swedish order. Make it once and share it; it is `Send` and `Sync`.
#[derive(Debug)]
pub struct Order {
    /// Tells apart everything that reads differently.
    names: CollatorBorrowed<'static>,
    /// Tells apart base letters only: E and é are one, A and Å are two.
    letters: CollatorBorrowed<'static>,
}

/// A text's place in Swedish order (L2): keys compare as their texts do, only
/// faster. Texts that the language does not tell apart follow each other by code
/// point, so only keys of identical texts are equal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey {
    collation: Vec<u8>,
    text: String,
}

impl Default for Order {
    fn default() -> Self {
        Self::new()
    }
}

impl Order {
    /// The order of Swedish since 2006.
    pub fn new() -> Self {
        Self { names: collator(Strength::Tertiary), letters: collator(Strength::Primary) }
    }

    /// Compares two texts (L2). Total: texts the language does not tell apart
    /// follow each other by code point, so only identical texts are equal.
    #[cfg(test)]
    fn compare(&self, a: &str, b: &str) -> std::cmp::Ordering {
        self.names.compare(a, b).then_with(|| a.cmp(b))
    }

    /// The key of `text`, for `sort_by_cached_key` and parallel sorts. It costs
    /// about three comparisons, so it pays from a few dozen texts on.
    pub fn key(&self, text: &str) -> SortKey {
        let mut collation = Vec::new();
        let Ok(()) = self.names.write_sort_key_to(text, &mut collation);
        SortKey { collation, text: text.to_owned() }
    }

    /// The heading `name` stands under in an A–Ö list: a capital letter of the
    /// Swedish alphabet, É under E, Ü under Y where the order puts it too. Names
    /// that begin outside the alphabet get their own first character, the empty
    /// name an empty heading. The order itself decides, so headings come in order.
    pub fn initial(&self, name: &str) -> String {
        let Some(first) = name.chars().next() else { return String::new() };
        let first = first.to_string();
        match self.letter_at_or_before(&first) {
            Some('Ö') if self.letters.compare(&first, "Ö").is_gt() => first.to_uppercase(),
            Some(letter) => letter.to_string(),
            None => first.to_uppercase(),
        }
    }

    fn letter_at_or_before(&self, first: &str) -> Option<char> {
        let is_at_or_before =
            |letter: &char| self.letters.compare(letter.encode_utf8(&mut [0; 4]), first).is_le();
        LETTERS.chars().rev().find(is_at_or_before)
    }
}

#[expect(clippy::expect_used, reason = "the order of Swedish is compiled in: this works always or never")]
fn collator(strength: Strength) -> CollatorBorrowed<'static> {
    let mut options = CollatorOptions::default();
    options.strength = Some(strength);
    // Spaces and hyphens count: Upplands-Bro comes before Uppsala, not after.
    options.alternate_handling = Some(AlternateHandling::NonIgnorable);
    let swedish = CollatorPreferences::from(&locale!("sv"));
    CollatorBorrowed::try_new(swedish, options).expect("Swedish order is compiled in")
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::*;

    /// In Swedish order. Traditional order, which takes w for v, would have
    /// Wallin before Vara.
    const SORTED: &str = "Ale, Dals-Ed, Danderyd, Ed, Eda, Edé, habo, Habo, habo ort, Håbo, Upplands Väsby, \
        Upplands-Bro, Uppsala, Vadstena, Vara, Växjö, Wallin, Yxhult, Zinkgruvan, Åmål, Åre, Älvdalen, \
        Ängelholm, Öckerö, Örebro";

    #[test]
    fn every_pair_compares_as_in_the_list() {
        let order = Order::new();
        for (i, a) in SORTED.split(", ").enumerate() {
            for (j, b) in SORTED.split(", ").enumerate() {
                assert_eq!(order.compare(a, b), i.cmp(&j), "{a} against {b}");
                assert_eq!(order.key(a).cmp(&order.key(b)), i.cmp(&j), "keys of {a} and {b}");
            }
        }
    }

    #[test]
    fn only_identical_texts_are_equal() {
        let order = Order::new();
        for (a, b) in [("a", "a\u{200d}"), ("Åre", "A\u{30a}re"), ("Ale", "ale"), ("Ide", "Idé")] {
            assert_ne!(order.compare(a, b), Ordering::Equal, "{a:?} {b:?}");
            assert_eq!(order.compare(a, b), order.compare(b, a).reverse());
            assert_eq!(order.compare(a, b), order.key(a).cmp(&order.key(b)));
        }
    }

    #[test]
    fn initials_are_letters_of_the_swedish_alphabet() {
        let order = Order::new();
        let cases = [
            ("Ale", "A"),
            ("ale", "A"),
            ("Åre", "Å"),
            ("åre", "Å"),
            ("Älvdalen", "Ä"),
            ("Örebro", "Ö"),
            ("École", "E"),
            ("Väsby", "V"),
            ("Wien", "W"),
            ("Übo", "Y"),
            ("Øster", "Ö"),
            ("Zorn", "Z"),
            ("3:e", "3"),
            ("Ωmega", "Ω"),
            ("", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(order.initial(name), expected, "{name}");
        }
    }

    #[test]
    fn is_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Order>();
        shared::<SortKey>();
    }
}
