//! The cover: municipality, date, evaluators, publisher.

use std::ops::Range;

use jiff::civil::Date;

use super::document::{Document, Passage};
use super::names::Names;
use super::words::words;
use crate::language::{self, comparable};
use crate::model::Code;

/// What the cover says.
#[derive(Clone, Debug, Default)]
pub struct Cover {
    /// The municipality it names.
    pub municipality: Option<Code>,
    /// A name of a municipality that there is not.
    pub stranger: Option<Passage>,
    /// Its full date.
    pub date: Option<Date>,
    /// A year on it.
    pub year: Option<u16>,
    /// Who made the evaluation.
    pub evaluators: Vec<Evaluator>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Every line that has been understood.
    pub lines: Vec<Passage>,
}

/// A person named as evaluator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluator {
    /// Full name.
    pub name: String,
    /// Where they work.
    pub organisation: Option<String>,
}

/// No line of a cover is longer.
const LONGEST: usize = 300;

/// Reads the lines in `range`, those before the list of contents.
pub fn cover(document: &Document, range: Range<usize>, names: &Names<'_>) -> Cover {
    // A cover is a page; a text without headings has none.
    let lines: Vec<_> = range.filter(|index| !document.text(*index).is_empty()).take(40).collect();
    let mut cover = Cover { publisher: publisher(document, &lines), ..Cover::default() };
    let people = evaluator_lines(document, &lines);
    let text: Vec<_> = people.iter().map(|passage| passage.text.as_str()).collect();
    cover.evaluators = evaluators(&text.join(" och "));
    for index in lines {
        let line = document.whole(index);
        cover.take(&line.text, names, &line);
        if cover.explains(&line.text, names, &text) {
            cover.lines.push(line);
        }
    }
    cover
}

impl Cover {
    /// Takes what a line says.
    fn take(&mut self, text: &str, names: &Names<'_>, line: &Passage) {
        let plain = comparable(text);
        if text.len() > LONGEST || is_people(&plain) && self.municipality.is_some() {
            return;
        }
        let mention = names.mentions(text).into_iter().next();
        self.date = self.date.or_else(|| date(&plain));
        self.year = self.year.or_else(|| year(&plain));
        if plain.ends_with(" kommun") && mention.is_none() && self.stranger.is_none() {
            self.stranger = Some(line.clone());
        }
        if !is_people(&plain) {
            self.municipality = self.municipality.take().or(mention.map(|it| it.code));
        }
    }

    /// Whether all words of a line, but for one, have been taken: names, dates,
    /// people, and the words that every cover has.
    fn explains(&self, text: &str, names: &Names<'_>, people: &[&str]) -> bool {
        if text.len() > LONGEST {
            return false;
        }
        // People first: where they work may be a municipality.
        let whole = people.iter().copied().chain(self.stranger.as_ref().map(|it| it.text.as_str()));
        let mentioned = names.mentions(text).into_iter().filter_map(|it| text.get(it.range));
        let rest = whole.chain(mentioned).fold(text.to_owned(), |rest, known| rest.replace(known, " "));
        let words = words();
        let said = words.cover.report.iter().chain(&words.cover.evaluators).chain(&words.cover.publishers);
        let said: Vec<_> = said.flat_map(|it| it.split(' ')).collect();
        let plain = comparable(&rest);
        let left = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| {
            let is_date = word.chars().all(|c| c.is_ascii_digit()) || language::parse_month(word).is_some();
            !is_date && *word != "kommun" && *word != "den" && !said.contains(word)
        });
        left.count() <= usize::from(rest != text)
    }
}

/// Whether a line begins with the word for evaluators.
fn is_people(plain: &str) -> bool {
    words().cover.evaluators.iter().any(|it| plain.starts_with(it.as_str()))
}

/// `2020-12-08` or `8 december 2020` anywhere in comparable `text`.
pub fn date(text: &str) -> Option<Date> {
    let words: Vec<_> = text.split([' ', '\t', ',']).filter(|word| !word.is_empty()).collect();
    let iso = words.iter().find_map(|word| language::parse_date(word.trim_end_matches('.')));
    iso.or_else(|| words.windows(3).find_map(long_date))
}

fn long_date(words: &[&str]) -> Option<Date> {
    let [day, month, year] = words else { return None };
    let month = language::parse_month(month)?;
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// A year between 1998 and 2099 that stands as a word of its own.
pub fn year(text: &str) -> Option<u16> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| word.len() == 4)
        .filter_map(|word| word.parse().ok())
        .find(|year| (1998..2100).contains(year))
}

/// The publisher whose name the lines spell, one after the other.
fn publisher(document: &Document, lines: &[usize]) -> Option<String> {
    let text: Vec<_> = lines.iter().map(|index| comparable(document.text(*index))).collect();
    let text = text.join(" ");
    let found = words().cover.publishers.iter().find(|name| text.contains(name.as_str()))?;
    // Lower case in the list, title case in print, but for "och".
    let title = found.split(' ').map(|word| if word == "och" { word.to_owned() } else { capitalised(word) });
    Some(title.collect::<Vec<_>>().join(" "))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What stands behind the word "Utvärderare", on its line and the next ones.
fn evaluator_lines(document: &Document, lines: &[usize]) -> Vec<Passage> {
    let mut found = Vec::new();
    for index in lines {
        let text = document.text(*index);
        if let Some(at) = words().cover.evaluators.iter().find_map(|word| behind(text, word)) {
            found.clear();
            found.push(document.passage(*index, at..text.len()));
        } else if !found.is_empty() {
            if evaluators(text).is_empty() && !(text.len() < 60 && is_organisation(text)) {
                break;
            }
            found.push(document.whole(*index));
        }
    }
    found.retain(|passage| !passage.text.is_empty());
    found
}

/// Where a line goes on behind `word`.
fn behind(text: &str, word: &str) -> Option<usize> {
    let at = text.char_indices().find(|(at, _)| text.get(*at..).is_some_and(|rest| begins(rest, word)))?.0;
    let rest = text.get(at + word.len()..)?;
    Some(text.len() - rest.trim_start_matches([':', ' ', '\t']).len())
}

/// Whether `text` begins with `word`, in any case, and then another word.
fn begins(text: &str, word: &str) -> bool {
    let head = text.get(..word.len()).map(str::to_lowercase);
    head.as_deref() == Some(word)
        && !text.get(word.len()..).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// People and where they work: `Eva Ek, konsult (SKR) och Bo Al, Norrby kommun`.
pub fn evaluators(text: &str) -> Vec<Evaluator> {
    let mut evaluators: Vec<Evaluator> = Vec::new();
    let parts = text
        .split([',', ';', '\t'])
        .flat_map(|part| part.split(" och "))
        .flat_map(|part| part.split(" samt "));
    for part in parts {
        let (before, inside) = part.split_once('(').unwrap_or((part, ""));
        let before = before.trim();
        if is_person(before) {
            evaluators.push(Evaluator { name: before.to_owned(), organisation: None });
        }
        let inside = inside.trim_end_matches([')', ' ', '.']);
        let organisation = if inside.is_empty() && is_organisation(before) { before } else { inside };
        if let Some(last) =
            evaluators.last_mut().filter(|it| it.organisation.is_none() && !organisation.is_empty())
        {
            last.organisation = Some(organisation.to_owned());
        }
    }
    evaluators
}

fn is_organisation(text: &str) -> bool {
    let is_short_form = (2..=6).contains(&text.len()) && text.chars().all(char::is_uppercase);
    is_short_form || comparable(text).split(' ').any(|word| words().cover.organisations.contains(word))
}

/// Two to four names, each with a capital.
fn is_person(text: &str) -> bool {
    let names: Vec<_> = text.split(' ').filter(|name| !name.is_empty()).collect();
    let is_name = |name: &&str| {
        name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase)
            || matches!(*name, "af" | "von" | "de")
    };
    (2..=4).contains(&names.len()) && names.iter().all(is_name) && !is_organisation(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_from_where_they_work() {
        let check = |text: &str, expected: &[(&str, Option<&str>)]| {
            let found = evaluators(text);
            let found: Vec<_> =
                found.iter().map(|it| (it.name.as_str(), it.organisation.as_deref())).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Eva Ek, SKR", &[("Eva Ek", Some("SKR"))]);
        check(
            "Eva Ek, senior konsult (SKL) och Bo von Al, Norrby kommun",
            &[("Eva Ek", Some("SKL")), ("Bo von Al", Some("Norrby kommun"))],
        );
        check("Eva Ek, Bo Al och Ida Åberg", &[("Eva Ek", None), ("Bo Al", None), ("Ida Åberg", None)]);
        check("", &[]);
    }

    #[test]
    fn dates_are_found_in_lines() {
        assert_eq!(date("2020-12-08 utvärderare"), language::parse_date("2020-12-08"));
        assert_eq!(date("den 8 december 2020"), language::parse_date("2020-12-08"));
        assert_eq!(date("31 februari 2020"), None);
        assert_eq!(year("rapport, mars 2018."), Some(2018));
        assert_eq!(year("12018"), None);
    }
}
