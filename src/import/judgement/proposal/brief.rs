//! What a sentence recommends, in a few words and in a sentence or two: topic and summary
//! to begin with.

use std::ops::Range;

use crate::format::evaluation::{MARKUP, MOST_OF_SUMMARY};
use crate::import::vocabulary::sentence::sentences;
use crate::import::vocabulary::token::{Token, tokens};
use crate::import::vocabulary::words::words;
use crate::language::excerpt;

/// The most words of a topic.
const MOST: usize = 12;

/// The fewest words that a sentence's first part is a topic by: "Arbetet" alone says nothing.
const FEWEST: usize = 2;

/// At most twelve words of `sentence` that say what it is about, in a row: what stands
/// before its first verb, else what it is an example of, else its beginning. Words are the
/// report's own; a person makes a topic of them.
pub(crate) fn brief(sentence: &str) -> String {
    let words: Vec<_> = tokens(sentence, |c| c == ' ').collect();
    let found = before_verb(&words).or_else(|| behind_sign(&words)).unwrap_or_else(|| beginning(&words));
    // With the mark that says so, what is cut has as many words as a topic.
    let (end, is_cut) = if found.len() > MOST { (found.start + MOST - 1, true) } else { (found.end, false) };
    let places = words.get(found.start).zip(end.checked_sub(1).and_then(|last| words.get(last)));
    let text = places.and_then(|(first, last)| sentence.get(first.range.start..last.range.end));
    let text = capitalised(text.unwrap_or_default().trim_end_matches(['.', ',', ';', ':', '!']));
    if is_cut { format!("{text} …") } else { text }
}

/// The passage itself as far as a summary may go, word for word: as many of its sentences
/// as there is room for, else the first words of its first. None if it has signs that no
/// summary has: to leave them out would be to change what the report says.
pub(crate) fn summary(passage: &str) -> Option<String> {
    if passage.contains(MARKUP) {
        return None;
    }
    let fits = |end: &usize| passage.get(..*end).is_some_and(|it| it.chars().count() <= MOST_OF_SUMMARY);
    let ends = sentences(passage).into_iter().map(|it| it.end);
    match ends.take_while(fits).last() {
        Some(end) => passage.get(..end).map(str::to_owned),
        // The mark that says so takes one character.
        None => Some(excerpt(passage, MOST_OF_SUMMARY - 1)),
    }
    .filter(|it| !it.trim().is_empty())
}

/// What follows "exempel på" or "när det gäller", as far as the clause goes.
fn behind_sign(words: &[Token<'_>]) -> Option<Range<usize>> {
    let signs = &topic().signs;
    let start = (0..words.len()).find_map(|at| {
        let begins = |sign: &&String| {
            let mut rest = words.iter().skip(at).map(plain);
            sign.split(' ').all(|word| rest.next().as_deref() == Some(word))
        };
        signs.iter().find(begins).map(|sign| at + sign.split(' ').count())
    })?;
    let end = (start..words.len()).find(|at| ends_clause(words, *at, start)).unwrap_or(words.len());
    let has_question = words.get(start).is_some_and(|it| topic().questions.contains(&plain(it)));
    let is_topic = has_question || (end <= start + MOST && says_what(words, start..end));
    is_topic.then_some(start..end).filter(|it| !it.is_empty())
}

/// Whether a clause that began at word `start` has ended before word `at`.
fn ends_clause(words: &[Token<'_>], at: usize, start: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| *before >= start).and_then(|before| words.get(before));
    let ends_with = |marks: &[char]| before.is_some_and(|it| it.text.ends_with(marks));
    // "exempel på hur det, med enkla medel, kan göras": what belongs to the clause itself.
    let has_question = words.get(start).is_some_and(|it| topic().questions.contains(&plain(it)));
    let is_verb = words.get(at).is_some_and(|it| topic().verbs.contains(&plain(it)));
    ends_with(&['.', ';', ':', '!']) || (!has_question && (is_verb || ends_with(&[',', ')'])))
}

/// What stands before the first verb, if that names something.
fn before_verb(words: &[Token<'_>]) -> Option<Range<usize>> {
    let is_end = |word: &Token<'_>| topic().verbs.contains(&plain(word));
    let end = words.iter().position(is_end)?;
    let names = says_what(words, 0..end) && !words.first().is_some_and(is_empty);
    (names && (FEWEST..=MOST).contains(&end)).then_some(0..end)
}

/// Whether words name something, and not only municipalities: those say who is meant.
fn says_what(words: &[Token<'_>], range: Range<usize>) -> bool {
    let is_word = |word: &Token<'_>| word.text.starts_with(char::is_lowercase) && !is_empty(word);
    words.get(range).is_some_and(|words| words.iter().any(|it| is_word(it) && plain(it).chars().count() > 3))
}

fn is_empty(word: &Token<'_>) -> bool {
    topic().empty.contains(&plain(word))
}

/// All of it, up to a comma that stands far enough, or as many words as a topic has.
fn beginning(words: &[Token<'_>]) -> Range<usize> {
    if words.len() <= MOST {
        return 0..words.len();
    }
    let comma =
        (4..MOST).rev().find(|at| words.get(*at).is_some_and(|it| it.text.ends_with([',', ';', ':', '.'])));
    0..comma.map_or(words.len(), |at| at + 1)
}

fn topic() -> &'static crate::import::vocabulary::words::Topic {
    &words().topic
}

fn plain(word: &Token<'_>) -> String {
    word.text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_a_few_words_of_its_sentence() {
        for (sentence, expected) in [
            (
                "Arbetet med unga på torget är ett gott exempel för andra kommuner.",
                "Arbetet med unga på torget",
            ),
            ("Kommunen är ett gott exempel på hur brygglaget kan styras.", "Hur brygglaget kan styras"),
            ("Det är ett föredöme när det gäller öppna möten, tycker vi.", "Öppna möten"),
            ("I fråga om hamnens skötsel är kommunen en förebild.", "Hamnens skötsel"),
            (
                "Björknäs och Wedby har goda planer för hamnen.",
                "Björknäs och Wedby har goda planer för hamnen",
            ),
            (
                "Det är ett gott exempel på hur rådet, också på vintern, kan möta alla som bor på öarna utan båt.",
                "Hur rådet, också på vintern, kan möta alla som bor på …",
            ),
            ("Wedby är ett exempel på en kommun som gör så.", "Wedby är ett exempel på en kommun som gör så"),
            (
                "Satsningen på nya bryggor är ett gott exempel på hur en kommun kan bygga.",
                "Satsningen på nya bryggor",
            ),
            ("Detta kan fler ta efter.", "Detta kan fler ta efter"),
            ("Mönstergillt!", "Mönstergillt"),
            (
                "Vi ser gärna att det sätt som rådet har valt, med korta möten på torget varje lördag hela året, sprids.",
                "Vi ser gärna att det sätt som rådet har valt",
            ),
            (
                "Vi ser gärna att fler kommuner på sikt tar efter det som här har gjorts för hamnen.",
                "Vi ser gärna att fler kommuner på sikt tar efter det …",
            ),
            ("", ""),
        ] {
            let found = brief(sentence);
            assert_eq!(found, expected, "{sentence}");
            assert!(found.split(' ').count() <= MOST, "{found}");
        }
    }

    #[test]
    fn a_summary_is_whole_sentences_of_the_report_or_says_that_it_breaks_off() {
        let check = |passage: &str, expected: Option<&str>| assert_eq!(summary(passage).as_deref(), expected);
        check(
            "Rådet möts på torget. Det kan fler ta efter.",
            Some("Rådet möts på torget. Det kan fler ta efter."),
        );
        let long = format!("Wedby har bryggor, bl.a. en vid {}.", "ån ".repeat(80).trim_end());
        check(&format!("{long} Ett gott exempel på hur en hamn kan skötas hela året."), Some(&long));
        let longer = format!("Wedby {}här.", "har bryggor ".repeat(40));
        let cut = summary(&longer).unwrap();
        assert!(cut.ends_with(" har bryggor har…") || cut.ends_with(" bryggor…"), "{cut}");
        assert!(cut.chars().count() <= MOST_OF_SUMMARY && longer.starts_with(cut.trim_end_matches('…')));
        check("Se *hamnen* i Wedby.", None);
        check("", None);
    }
}
