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

/// Reads the lines in `range`, those before the list of contents.
pub fn cover(document: &Document, range: Range<usize>, names: &Names<'_>) -> Cover {
    // A cover is a page; a text without headings has none.
    let lines: Vec<_> = range.filter(|index| !document.text(*index).is_empty()).take(40).collect();
    let mut cover = Cover { publisher: publisher(document, &lines), ..Cover::default() };
    let people = evaluator_lines(document, &lines);
    let text: Vec<_> = people.iter().map(|passage| passage.text.as_str()).collect();
    cover.evaluators = evaluators(&text.join(" och "));
    for index in lines {
        let text = document.text(index);
        if text.len() > 300 {
            continue;
        }
        if cover.understands(text, names, document, index) || people.iter().any(|it| it.line() == index) {
            cover.lines.push(document.whole(index));
        }
    }
    cover
}

impl Cover {
    /// Takes what a line says; whether it said anything.
    fn understands(&mut self, text: &str, names: &Names<'_>, document: &Document, index: usize) -> bool {
        let plain = comparable(text);
        let date = date(&plain);
        let year = year(&plain);
        let mention = names.mentions(text).into_iter().next();
        let is_people = words().cover.evaluators.iter().any(|it| plain.starts_with(it.as_str()));
        let is_report = words().cover.report.iter().any(|it| plain.contains(it.as_str()));
        let is_publisher = self.publisher.as_ref().is_some_and(|it| comparable(it).contains(&plain));
        self.date = self.date.or(date);
        self.year = self.year.or(year);
        if !is_people && self.municipality.is_none() {
            self.municipality = mention.as_ref().map(|it| it.code.clone());
        }
        let is_named = plain.ends_with(" kommun") && mention.is_none() && !is_people;
        if is_named && self.stranger.is_none() {
            self.stranger = Some(document.whole(index));
        }
        date.is_some()
            || year.is_some()
            || mention.is_some()
            || is_people
            || is_report
            || is_publisher
            || is_named
    }
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
        let plain = comparable(text);
        if let Some(at) = words().cover.evaluators.iter().find_map(|word| behind(text, word)) {
            found.clear();
            found.push(document.passage(*index, at..text.len()));
        } else if !found.is_empty() && found.len() < 6 {
            if words().cover.publishers.iter().any(|it| it.starts_with(plain.as_str()))
                || text.len() > 200
                || year(&plain).is_some()
            {
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
