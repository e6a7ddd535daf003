//! Which sub-area a heading in a chapter means.
//!
//! Contents list, text and table may call a sub-area by different names; the
//! edition knows most of them.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::import::vocabulary::list::{is_general, list_heading};
use crate::import::vocabulary::sentence::is_finished;
use crate::import::vocabulary::token::{Token, tokens};
use crate::import::vocabulary::words::words;
use crate::language::comparable;
use crate::model::{Area, SubAreaNumber};

/// The names of an area's sub-areas.
#[derive(Debug)]
pub(crate) struct Headings {
    names: Vec<(String, SubAreaNumber)>,
}

/// A sub-area that a heading means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The number of the sub-area.
    pub number: SubAreaNumber,
    /// Whether the heading is one of its names, or has its number.
    pub is_certain: bool,
}

/// The longest heading of a sub-area, in bytes. Sub-areas are questions; with
/// their numbers real reports print up to 140.
const MAX_LENGTH: usize = 220;

impl Headings {
    /// The names of `area`'s sub-areas.
    pub(crate) fn new(area: &Area) -> Self {
        let names = area.sub_areas.iter().flat_map(|sub_area| {
            let all = std::iter::once(&sub_area.name).chain(&sub_area.also);
            all.map(|name| (bare(name), sub_area.number))
        });
        Self { names: names.collect() }
    }

    /// The sub-area that a line is the heading of, if it is one. A sentence, told
    /// by the mark at its end, is none.
    pub(crate) fn meant(&self, text: &str) -> Option<Meant> {
        if text.len() > MAX_LENGTH || text.ends_with(['.', ',', ';', ':']) && !text.ends_with("”.") {
            return None;
        }
        let (number, title) = numbered(text);
        let wanted = bare(title);
        let exact = self.names.iter().find(|(name, _)| *name == wanted).map(|(_, number)| *number);
        if let Some(number) = exact.or(number.filter(|number| self.has(*number))) {
            return Some(Meant { number, is_certain: true });
        }
        let is_heading =
            wanted.len() > 5 && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let number = is_heading.then(|| self.near(&wanted)).flatten()?;
        Some(Meant { number, is_certain: false })
    }

    /// Whether a line is the heading of a sub-area, and not text with one in it.
    pub(crate) fn is_heading(&self, text: &str) -> bool {
        self.meant(text).is_some_and(|meant| meant.is_certain || self.within(text).is_empty())
    }

    /// Where names of sub-areas stand in running text as headings do: at its beginning or
    /// behind a sentence, before a capital or at its end. Readers of PDFs cannot tell them from
    /// the text around them when they look like it.
    pub(crate) fn within(&self, text: &str) -> Vec<Range<usize>> {
        let words: Vec<_> = tokens(text, |c| c == ' ').collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let count = self.names_at(text, &words, at);
            let range = |count: usize| Some(words.get(at)?.range.start..words.get(at + count - 1)?.range.end);
            found.extend(count.and_then(range));
            at += count.unwrap_or(1);
        }
        found
    }

    /// How many words the heading has that begins with word `at`, its number included.
    fn names_at(&self, text: &str, words: &[Token<'_>], at: usize) -> Option<usize> {
        let number = SubAreaNumber::parse(words.get(at)?.text.trim_end_matches('.'));
        let from = at + usize::from(number.is_some());
        let first = words.get(from).filter(|it| it.text.starts_with(char::is_uppercase))?;
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map(|it| it.text);
        let is_behind_sentence = before.is_none_or(is_finished);
        // A capital in the middle of a sentence begins a name, as these are, or a heading.
        let is_in_sentence = before.is_some_and(|it| it.ends_with(char::is_lowercase));
        let count = |(name, its): &(String, SubAreaNumber)| {
            let count = name.split(' ').count();
            let last = words.get(from + count - 1)?;
            let printed = text.get(first.range.start..last.range.end)?;
            let next = words.get(from + count).map(|it| it.text.trim_start_matches(['”', '"', '(']));
            let is_parted = match next {
                Some(next) => next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()),
                None => before.is_some(),
            };
            let may_begin = is_behind_sentence || (count > 1 && is_in_sentence);
            let is_it = may_begin
                && is_parted
                && !printed.ends_with(['.', ':', ',', ';'])
                && number.is_none_or(|number| number == *its)
                && bare(printed) == *name;
            is_it.then_some(from + count - at)
        };
        self.names.iter().filter_map(count).max()
    }

    fn has(&self, number: SubAreaNumber) -> bool {
        self.names.iter().any(|(_, it)| *it == number)
    }

    /// The sub-area with the name that is nearest to comparable `wanted`: one that
    /// differs in a few letters, else one that is a part of it, else one that
    /// shares most of its longer words.
    fn near(&self, wanted: &str) -> Option<SubAreaNumber> {
        let slip = |name: &str| is_within(name, wanted, name.len().min(wanted.len()) / 6);
        let part = |name: &str| name.len() > 12 && is_part(wanted, name);
        let shared = |name: &str| share(name, wanted) >= 60;
        let find = |is_near: &dyn Fn(&str) -> bool| {
            self.names.iter().find(|(name, _)| is_near(name)).map(|(_, number)| *number)
        };
        find(&slip).or_else(|| find(&part)).or_else(|| find(&shared))
    }
}

/// Whether `part` stands in `whole` as whole words.
fn is_part(whole: &str, part: &str) -> bool {
    let Some(at) = whole.find(part) else { return false };
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let (before, after) = (whole.get(..at), whole.get(at + part.len()..));
    is_edge(before.and_then(|it| it.chars().next_back())) && is_edge(after.and_then(|it| it.chars().next()))
}

/// How many percent of the words of more than three letters two names have in
/// common; 0 where it is only one word.
fn share(a: &str, b: &str) -> usize {
    let long = |text: &str| -> BTreeSet<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|it| it.chars().count() > 3)
            .map(str::to_owned)
            .collect()
    };
    let (a, b) = (long(a), long(b));
    let both = a.intersection(&b).count();
    if both < 2 { 0 } else { both * 100 / a.union(&b).count().max(1) }
}

/// Parts a sub-area's number in front of a heading from the rest.
fn numbered(text: &str) -> (Option<SubAreaNumber>, &str) {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    match SubAreaNumber::parse(first.trim_end_matches('.')) {
        Some(number) if !rest.is_empty() => (Some(number), rest.trim_start()),
        _ => (None, text),
    }
}

/// A name in the form in which names are compared.
fn bare(text: &str) -> String {
    comparable(text).trim_end_matches(['?', '.', ':', ' ']).to_owned()
}

/// Whether a line is a heading that every area may have.
pub(crate) fn is_common(text: &str) -> bool {
    is_general(text) || list_heading(text).is_some()
}

/// The longest heading within the summarising chapter, in bytes; the longest that
/// is known has 28.
const MAX_SUMMARY_HEADING: usize = 60;

/// Whether a line is a heading of the summarising chapter.
pub(crate) fn is_of_summary(text: &str) -> bool {
    text.len() <= MAX_SUMMARY_HEADING
        && words().headings.summary.contains(&comparable(text.trim_end_matches(':')))
}

/// Whether a paragraph looks like a heading, though no list knows it: it is
/// short, ends without a mark, stands behind a finished sentence and before a
/// long paragraph.
pub(crate) fn looks_like_one(text: &str, before_is_finished: bool, next: Option<&str>) -> bool {
    let is_short = (4..=80).contains(&text.len()) && text.split(' ').count() <= 9;
    let has_end =
        text.ends_with(['.', ',', ';', ':', '!', ')', '%']) || text.ends_with(|c: char| c.is_ascii_digit());
    let next_is_text =
        next.is_some_and(|next| next.len() > 100 && next.starts_with(|c: char| !c.is_lowercase()));
    is_short && !has_end && text.starts_with(char::is_uppercase) && before_is_finished && next_is_text
}

/// Whether a printed name is one of an area's names.
pub(crate) fn is_name_of(printed: &str, name: &str, also: &[String]) -> bool {
    let wanted = comparable(printed);
    std::iter::once(name).chain(also.iter().map(String::as_str)).any(|it| comparable(it) == wanted)
}

/// Whether two texts differ by `slips` letters at most (added, left out,
/// replaced or swapped). Swedish letters have two bytes at most, so that texts
/// whose lengths differ by more need not be compared letter by letter.
pub(crate) fn is_within(a: &str, b: &str, slips: usize) -> bool {
    a.len().abs_diff(b.len()) <= 2 * slips && strsim::osa_distance(a, b) <= slips
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_in_running_text() {
        let names = [("1.1", "Dialog med invånarna"), ("1.2", "Hur motverkas mutor?"), ("1.3", "Etik")];
        let names = names.map(|(number, name)| (bare(name), SubAreaNumber::parse(number).unwrap()));
        let headings = Headings { names: names.into() };
        for (text, expected) in [
            ("Dialog med invånarna Torget är öppet.", &["Dialog med invånarna"][..]),
            ("1.1 Dialog med invånarna Torget är öppet.", &["1.1 Dialog med invånarna"]),
            ("Det går bra. DIALOG MED INVÅNARNA 14 möten hölls.", &["DIALOG MED INVÅNARNA"]),
            ("Det görs utan bokning Dialog med invånarna Torget är", &["Dialog med invånarna"]),
            ("Ja. Hur motverkas mutor? Med regler. Etik Reglerna är", &["Hur motverkas mutor?", "Etik"]),
            ("Det går bra. Dialog med invånarna", &["Dialog med invånarna"]),
            // What goes on is a sentence, and what has another number another name.
            ("Dialog med invånarna förs på torget.", &[]),
            ("Läs om Dialog med invånarna. Torget är", &[]),
            ("1.2 Dialog med invånarna Torget är öppet.", &[]),
            ("Det görs utan Etik Torget", &[]),
            ("dialog med invånarna Torget", &[]),
            ("Dialog med invånarna", &[]),
            ("", &[]),
        ] {
            let found: Vec<_> = headings.within(text).into_iter().map(|it| text.get(it).unwrap()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
