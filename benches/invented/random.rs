//! Text by chance, always the same chance.

use super::words::WORDS;

/// A stream of numbers that one seed determines (`SplitMix64`).
pub(super) struct Random(u64);

impl Random {
    /// The stream of `seed`.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    /// One of `items`, of which there is at least one.
    pub(super) fn one_of<'t, T>(&mut self, items: &'t [T]) -> &'t T {
        items.get(self.below(items.len())).unwrap()
    }

    /// A few words, the first one with a capital letter.
    pub(super) fn phrase(&mut self) -> String {
        let length = self.between(4, 9);
        self.words(length)
    }

    fn words(&mut self, count: u64) -> String {
        let words: Vec<_> = (0..count).map(|_| *self.one_of(&WORDS)).collect();
        let text = words.join(" ");
        let mut letters = text.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }

    /// `count` paragraphs, now and then with a list behind them.
    pub(super) fn paragraphs(&mut self, count: u64) -> String {
        let mut text = String::new();
        for _ in 0..count {
            let sentences: Vec<_> = (0..self.between(3, 6)).map(|_| self.sentence()).collect();
            text += &sentences.join(" ");
            text += "\n\n";
            if self.below(8) == 0 {
                text += &self.list(3);
                text.push('\n');
            }
        }
        text
    }

    /// A list with `count` items.
    pub(super) fn list(&mut self, count: u64) -> String {
        (0..count).flat_map(|_| ["- ".to_owned(), self.phrase(), "\n".to_owned()]).collect()
    }

    /// A sentence; one in twenty has markup.
    fn sentence(&mut self) -> String {
        let length = self.between(9, 17);
        let words = self.words(length);
        match self.below(60) {
            0 => format!("**{words}** och *{}*.", self.one_of(&WORDS)),
            1 => format!("Se [{}](https://www.example.org/underlag).", words.to_lowercase()),
            2 => format!("{words}, *{}*.", self.one_of(&WORDS)),
            _ => format!("{words}."),
        }
    }
}
