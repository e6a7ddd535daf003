//! Words that a line break has split: joined when the whole word is known,
//! kept otherwise.

use std::collections::BTreeSet;

use super::document::Document;
use super::markup::without_tags;
use super::words::words;

/// Words known to exist, in lower case: those of the report itself, of the
/// editions and of a list.
#[derive(Debug, Default)]
pub struct Lexicon(BTreeSet<String>);

/// A hyphen inside a word that looks like a line break's.
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
    pub fn new<'t>(document: &'t Document, others: impl Iterator<Item = &'t str>) -> Self {
        let texts = document.lines.iter().map(|line| line.text.as_str()).chain(others);
        let whole = |word: &&str| word.len() > 3 && !word.contains('-');
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for text in texts {
            known.extend(text.split(|c: char| !c.is_alphabetic() && c != '-').filter(whole));
        }
        let mut lexicon: BTreeSet<_> = known.into_iter().map(str::to_lowercase).collect();
        lexicon.extend(words().joining.words.iter().cloned());
        Self(lexicon)
    }

    fn knows(&self, word: &str) -> bool {
        self.0.contains(&word.to_lowercase())
    }

    /// Whether the end of `open` and the beginning of `next` are halves of one
    /// word.
    pub fn is_split(&self, open: &str, next: &str) -> bool {
        let Some(bare) = open.strip_suffix('-') else { return false };
        let head = bare.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let tail = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        !head.is_empty()
            && tail.starts_with(char::is_lowercase)
            && !words().joining.after_hyphen.contains(tail)
            && self.knows(&format!("{head}{tail}"))
    }

    /// Whether a hyphen at the end of `open` was kept that may be a line
    /// break's.
    pub fn is_doubtful(&self, open: &str, next: &str) -> bool {
        let tail = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        open.ends_with('-')
            && tail.starts_with(char::is_lowercase)
            && !words().joining.after_hyphen.contains(tail)
            && !self.is_split(open, next)
    }

    /// Joins split words inside the lines of `document`.
    pub fn mend(&self, document: &mut Document) -> Vec<Repair> {
        let mut repairs = Vec::new();
        for (index, line) in document.lines.iter_mut().enumerate() {
            if line.text.contains('-') {
                let found = self.repairs(index, &without_tags(&line.text));
                for repair in &found {
                    if let Some(joined) = &repair.joined {
                        line.text = line.text.replace(&repair.word, joined);
                    }
                }
                repairs.extend(found);
            }
        }
        repairs
    }

    fn repairs(&self, line: usize, text: &str) -> Vec<Repair> {
        let words = text.split(|c: char| !c.is_alphabetic() && c != '-');
        let mut seen = BTreeSet::new();
        let doubtful = words.filter(|word| seen.insert(*word)).filter_map(|word| {
            let (head, tail) = word.split_once('-')?;
            let is_inside = head.chars().count() > 1 && head.ends_with(char::is_lowercase);
            let is_single = tail.chars().count() > 1 && tail.chars().all(char::is_lowercase);
            (is_inside && is_single && !words_after_hyphen(tail)).then_some(())?;
            let joined = format!("{head}{tail}");
            if self.knows(&joined) {
                return Some(Repair { line, word: word.to_owned(), joined: Some(joined) });
            }
            // Two words that exist are a compound written with a hyphen.
            let is_compound = self.knows(tail) || tail.chars().count() < 4 && self.knows(head);
            (!is_compound).then(|| Repair { line, word: word.to_owned(), joined: None })
        });
        doubtful.collect()
    }
}

fn words_after_hyphen(tail: &str) -> bool {
    words().joining.after_hyphen.contains(tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_joined_only_when_it_is_known() {
        let mut document = Document::of_lines([
            "Ny lö-nesättning och e-tjänster i kommun-gemensamt arbete, brukar-enkäter.",
            "Brukarenkäter görs, kultur- och fritid, IT-stöd, fråge-xyzformulär.",
        ]);
        let lexicon = Lexicon::new(&document.clone(), std::iter::empty());
        let repairs = lexicon.mend(&mut document);
        assert_eq!(
            document.text(0),
            "Ny lönesättning och e-tjänster i kommungemensamt arbete, brukarenkäter."
        );
        assert_eq!(document.text(1), "Brukarenkäter görs, kultur- och fritid, IT-stöd, fråge-xyzformulär.");
        let kept: Vec<_> =
            repairs.iter().filter(|it| it.joined.is_none()).map(|it| it.word.as_str()).collect();
        assert_eq!(kept, ["fråge-xyzformulär"]);
    }
}
