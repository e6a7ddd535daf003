//! Municipalities by their names in running text.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::token::tokens;
use super::words::words;
use crate::language::{comparable, fold, nearest};
use crate::model::{Code, Municipality};

/// All names of all municipalities, with and without "kommun" and genitive.
#[derive(Debug)]
pub struct Names<'r> {
    register: &'r BTreeMap<Code, Municipality>,
    /// Every spelling in comparable form, with whose name it is.
    forms: BTreeMap<String, Form>,
}

#[derive(Clone, Debug)]
struct Form {
    code: Code,
    /// Whether "kommun" or "stad" is a part of it.
    is_full: bool,
}

/// A municipality named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The municipality.
    pub code: Code,
    /// The bytes of its name, "kommun" included.
    pub range: Range<usize>,
    /// Whether "kommun" or "stad" stands with it.
    pub is_full: bool,
}

/// The most words that a name has; the register's longest are such as "Upplands
/// Väsbys kommun".
const MAX_WORDS: usize = 4;

impl<'r> Names<'r> {
    /// The names of `register`.
    pub fn new(register: &'r BTreeMap<Code, Municipality>) -> Self {
        let mut forms = BTreeMap::new();
        for municipality in register.values() {
            for (name, is_full) in spellings(municipality) {
                let form = Form { code: municipality.code.clone(), is_full };
                // Where two municipalities share a spelling, the first one has it.
                forms.entry(comparable(&name)).or_insert(form);
            }
        }
        Self { register, forms }
    }

    /// The municipality with this code.
    pub fn get(&self, code: &Code) -> Option<&'r Municipality> {
        self.register.get(code)
    }

    /// The municipality whose name, kommunkod or slug `name` is.
    pub fn find(&self, name: &str) -> Option<&'r Municipality> {
        let wanted = comparable(name);
        let named = self.forms.get(&wanted).and_then(|form| self.register.get(&form.code));
        named.or_else(|| self.register.values().find(|it| it.code.0 == wanted || it.slug.0 == wanted))
    }

    /// Municipalities whose names are near `name`.
    pub fn near(&self, name: &str) -> Vec<&'r Municipality> {
        let name = comparable(name);
        let name = name.trim_end_matches(" kommun").trim_end_matches(" stad");
        let all = self.register.values().flat_map(|it| [it.name.as_str(), it.genitive.as_str()]);
        let found = nearest(name, all, 4).into_iter().filter(|it| is_slip(name, it));
        let mut near: Vec<_> = found.filter_map(|it| self.find(it)).collect();
        near.dedup_by(|a, b| a.code == b.code);
        near
    }

    /// Every municipality that `text` names. Case matters.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let tokens = words_of(text);
        let mut mentions = Vec::new();
        let mut at = 0;
        while let Some(first) = tokens.get(at) {
            let is_name = text.get(first.clone()).is_some_and(|word| word.starts_with(char::is_uppercase));
            let found = is_name.then(|| self.longest(text, &tokens, at)).flatten();
            match found {
                Some((mention, words)) => {
                    mentions.extend(self.is_meant(text, &tokens, at, words, &mention).then_some(mention));
                    at += words;
                }
                None => at += 1,
            }
        }
        mentions
    }

    /// The longest name that begins with token `at`, and its words.
    fn longest(&self, text: &str, tokens: &[Range<usize>], at: usize) -> Option<(Mention, usize)> {
        (1..=MAX_WORDS).rev().find_map(|words| {
            let range = tokens.get(at)?.start..tokens.get(at + words - 1)?.end;
            let name = text.get(range.clone())?;
            let form = self.forms.get(&comparable(name))?;
            Some((Mention { code: form.code.clone(), range, is_full: form.is_full }, words))
        })
    }

    /// Whether the words around a spelling allow it to mean the municipality, and
    /// not a person, a word or another name.
    fn is_meant(
        &self,
        text: &str,
        tokens: &[Range<usize>],
        at: usize,
        count: usize,
        mention: &Mention,
    ) -> bool {
        if mention.is_full {
            return true;
        }
        let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).and_then(|it| text.get(it.clone()));
        let is_in = |word: Option<&str>, set: &BTreeSet<String>| {
            word.is_some_and(|word| set.contains(&comparable(word)))
        };
        let names = &words().names;
        let own = text.get(mention.range.clone()).unwrap_or_default();
        let begins_sentence = mention.range.start == 0
            || text
                .get(..mention.range.start)
                .is_some_and(|it| it.trim_end().ends_with(['.', '!', '?', ':']));
        let is_word =
            names.words.contains(&comparable(own)) && begins_sentence && !self.is_subject(text, mention);
        !is_word
            && !self.is_surname(text, tokens, at)
            && !is_in(word(at.checked_sub(1)), &names.not_after)
            && !is_in(word(Some(at + count)), &names.not_before)
    }

    /// Whether the name stands behind a first name: a capital in mid-sentence
    /// that begins no name of a municipality.
    fn is_surname(&self, text: &str, tokens: &[Range<usize>], at: usize) -> bool {
        let token = |back: usize| at.checked_sub(back).and_then(|it| tokens.get(it)).cloned();
        let (Some(own), Some(first), Some(before)) = (token(0), token(1), token(2)) else { return false };
        let between = |from: &Range<usize>, to: &Range<usize>| text.get(from.end..to.start) == Some(" ");
        let name = text.get(first.clone()).unwrap_or_default();
        let is_name = name.chars().skip(1).all(char::is_lowercase) && name.starts_with(char::is_uppercase);
        is_name
            && between(&before, &first)
            && between(&first, &own)
            && !self.forms.contains_key(&comparable(name))
            && !words().names.not_after.contains(&comparable(name))
    }

    /// Whether "och" or a comma and another name follow, or a verb.
    fn is_subject(&self, text: &str, mention: &Mention) -> bool {
        let rest = text.get(mention.range.end..).unwrap_or_default();
        let more = rest.strip_prefix(" och ").or_else(|| rest.strip_prefix(", ")).unwrap_or_default();
        let next: String = more.chars().take_while(|c| c.is_alphabetic() || *c == '-').collect();
        let verb: String = rest.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
        self.forms.contains_key(&comparable(&next)) || words().names.verbs.contains(&verb)
    }
}

/// Whether two names differ by a slip of the keyboard or two, as long ones may.
fn is_slip(a: &str, b: &str) -> bool {
    strsim::osa_distance(&fold(a), &fold(b)) <= (a.chars().count() / 4).clamp(1, 2)
}

/// Ways to write a municipality's name, and whether each says what it is.
fn spellings(municipality: &Municipality) -> Vec<(String, bool)> {
    let Municipality { name, genitive, official_name, also_called, .. } = municipality;
    let mut spellings = vec![(name.clone(), false), (genitive.clone(), false), (official_name.clone(), true)];
    for kind in ["kommun", "kommuns", "stad", "stads", "kommunen"] {
        spellings.extend([name, genitive].map(|name| (format!("{name} {kind}"), true)));
    }
    spellings.extend(also_called.iter().map(|name| (name.clone(), true)));
    spellings
}

/// Words of a text; a hyphen is a part of one, other punctuation is not.
fn words_of(text: &str) -> Vec<Range<usize>> {
    tokens(text, |c| !c.is_alphanumeric() && c != '-').map(|token| token.range).collect()
}
