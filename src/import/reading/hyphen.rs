//! Words that a line break has split. They are joined where the whole word is
//! known to exist, and kept as they are otherwise.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::line::document::{Document, Passage, Piece};
use crate::import::line::markup::without_tags;
use crate::import::vocabulary::token::{Token, tokens};
use crate::import::vocabulary::words::words;

/// Words known to exist, in lower case: those of the report itself, of the
/// editions, of the register and of a list.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    words: BTreeSet<String>,
    /// Those that are written with a hyphen.
    hyphenated: BTreeSet<String>,
}

/// A word with a hyphen that may be a line break's, or a word put together from
/// the end of one line and the beginning of the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Index of the line.
    pub line: usize,
    /// The word as it stands.
    pub word: String,
    /// What it has become; nothing when it was kept.
    pub joined: Option<String>,
}

impl Lexicon {
    /// The words of `document`, of `others` and of the list.
    pub(crate) fn new<'t>(document: &'t Document, others: impl Iterator<Item = &'t str>) -> Self {
        let texts = document.lines.iter().map(|line| line.text.as_str()).chain(others);
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for text in texts {
            let written = text.split(is_between_words);
            known.extend(written.filter(|word| word.len() > 3 && !word.ends_with('-')));
        }
        let (hyphenated, mut plain): (BTreeSet<_>, BTreeSet<_>) =
            known.into_iter().map(str::to_lowercase).partition(|word| word.contains('-'));
        plain.extend(words().joining.words.iter().cloned());
        Self { words: plain, hyphenated }
    }

    fn knows(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
    }

    /// Whether the end of `open` and the beginning of `next` are halves of one
    /// word.
    pub(crate) fn is_split(&self, open: &str, next: &str) -> bool {
        let Some(bare) = open.strip_suffix('-') else { return false };
        let head = bare.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let tail = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        !head.is_empty()
            && tail.starts_with(char::is_lowercase)
            && !words().joining.after_hyphen.contains(tail)
            && self.knows(&format!("{head}{tail}"))
    }

    /// Whether the hyphen at the end of `open` stands within a word or a range
    /// of numbers that `next` goes on with: `Upplands-` `Bro`, `2010-` `2014`.
    pub(crate) fn is_cut(&self, open: &str, next: &str) -> bool {
        let Some(bare) = open.strip_suffix(['-', '–']) else { return false };
        let is_mark = |c: char| !c.is_alphanumeric() && c != '-';
        let head = bare.rsplit(is_mark).next().unwrap_or_default();
        let tail = next.split(is_mark).next().unwrap_or_default();
        let is_number =
            |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        is_number(head) && is_number(tail)
            || open.ends_with('-') && self.hyphenated.contains(&format!("{head}-{tail}").to_lowercase())
    }

    /// Where texts meet in `text` without a blank: in the middle of a word, at a capital
    /// behind a small letter, with a known word on either side. One that begins with a
    /// capital is left alone, being a name: `PowerPoint`.
    pub(crate) fn seams(&self, text: &str) -> Vec<usize> {
        let words =
            tokens(text, |c| !c.is_alphabetic()).filter(|word| word.text.starts_with(char::is_lowercase));
        let seam = |word: Token<'_>| {
            let capitals = word.text.char_indices().filter(|(_, letter)| letter.is_uppercase());
            let halves = capitals.filter_map(|(at, _)| Some((at, word.text.split_at_checked(at)?)));
            let is_known = |half: &str| half.chars().count() > 2 && self.knows(half);
            let mut known = halves.filter(|(_, (head, tail))| is_known(head) && is_known(tail));
            known.next().map(|(at, _)| word.range.start + at)
        };
        words.filter_map(seam).collect()
    }

    /// Joins the split words inside lines. Returns the document with the words that
    /// were joined, and those that may be split but were kept.
    pub(crate) fn mend(&self, mut document: Document) -> (Document, Vec<Repair>) {
        let mut repairs = Vec::new();
        for (index, line) in document.lines.iter_mut().enumerate() {
            if line.text.contains('-') {
                let found = self.repairs(index, &without_tags(&line.text));
                if found.iter().any(|it| it.joined.is_some()) {
                    line.text = mended(&line.text, &found);
                }
                repairs.extend(found);
            }
        }
        (document, repairs)
    }

    fn repairs(&self, line: usize, text: &str) -> Vec<Repair> {
        let written = text.split(is_between_words);
        let mut seen = BTreeSet::new();
        let doubtful = written.filter(|word| seen.insert(*word)).filter_map(|word| {
            let (head, tail) = word.split_once('-')?;
            let is_inside = head.chars().count() > 1 && head.ends_with(char::is_lowercase);
            let is_single = tail.chars().count() > 1 && tail.chars().all(char::is_lowercase);
            if !is_inside || !is_single || words().joining.after_hyphen.contains(tail) {
                return None;
            }
            let joined = format!("{head}{tail}");
            if self.knows(&joined) {
                return Some(Repair { line, word: word.to_owned(), joined: Some(joined) });
            }
            // Where both halves are words, it is a compound written with a hyphen.
            let is_compound = self.knows(tail) || tail.chars().count() < 4 && self.knows(head);
            (!is_compound).then(|| Repair { line, word: word.to_owned(), joined: None })
        });
        doubtful.collect()
    }
}

/// The words of `passage` that begin at the end of one line and end on the next.
pub(super) fn closed(document: &Document, passage: &Passage) -> Vec<Repair> {
    let word = |text: &str, at: usize| {
        let (head, tail) = text.split_at_checked(at).unwrap_or_default();
        let head = head.rsplit(' ').next().unwrap_or_default();
        format!("{head}{}", tail.split(' ').next().unwrap_or_default())
    };
    let repair = |(at, first, second): (usize, &Piece, &Piece)| {
        let text = |piece: &Piece| document.text(piece.line).get(piece.range.clone()).unwrap_or_default();
        let head = text(first).rsplit(' ').next().unwrap_or_default();
        let tail = text(second).split(' ').next().unwrap_or_default();
        let joined = Some(word(&passage.text, at));
        Repair { line: first.line, word: format!("{head} {tail}"), joined }
    };
    passage.seams().map(repair).collect()
}

fn is_between_words(c: char) -> bool {
    !c.is_alphabetic() && c != '-'
}

/// `text` with every word of `repairs` that was joined in its new form.
fn mended(text: &str, repairs: &[Repair]) -> String {
    let joined: BTreeMap<_, _> =
        repairs.iter().filter_map(|it| Some((it.word.as_str(), it.joined.as_deref()?))).collect();
    let pieces = text.split_inclusive(is_between_words);
    let mend = |piece| {
        let word: &str = str::trim_end_matches(piece, is_between_words);
        let mark = piece.get(word.len()..).unwrap_or_default();
        [joined.get(word).copied().unwrap_or(word), mark]
    };
    pieces.flat_map(mend).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_joined_only_when_it_is_known() {
        let document = Document::of_lines([
            "Ny lö-nesättning och e-tjänster i kommun-gemensamt arbete, brukar-enkäter.",
            "Brukarenkäter görs, kultur- och fritid, IT-stöd, fråge-xyzformulär.",
        ]);
        let lexicon = Lexicon::new(&document, std::iter::empty());
        let (document, repairs) = lexicon.mend(document);
        assert_eq!(
            document.text(0),
            "Ny lönesättning och e-tjänster i kommungemensamt arbete, brukarenkäter."
        );
        assert_eq!(document.text(1), "Brukarenkäter görs, kultur- och fritid, IT-stöd, fråge-xyzformulär.");
        let kept: Vec<_> =
            repairs.iter().filter(|it| it.joined.is_none()).map(|it| it.word.as_str()).collect();
        assert_eq!(kept, ["fråge-xyzformulär"]);
    }

    #[test]
    fn a_hyphen_within_a_name_or_range_is_told() {
        let document = Document::of_lines(["Upplands-Bro och e-tjänster"]);
        let lexicon = Lexicon::new(&document, std::iter::empty());
        for (open, next, expected) in [
            ("åren 2010-", "2014 gick bra", true),
            ("åren 2010–", "2014.", true),
            ("som i Upplands-", "Bro.", true),
            ("fler e-", "tjänster", true),
            ("Norrby-", "Bro.", false),
            ("kort-", "och långtid", false),
            ("åren 2010-", "och 2014", false),
            ("åren 2010", "2014", false),
        ] {
            assert_eq!(lexicon.is_cut(open, next), expected, "{open} {next}");
        }
    }
}
