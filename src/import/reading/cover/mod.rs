//! The cover: municipality, date, evaluators, publisher.

pub mod evaluator;

use std::ops::Range;

use jiff::civil::Date;

use self::evaluator::{Evaluator, evaluator_lines, evaluators};
use crate::import::line::document::{Document, Passage};
use crate::import::vocabulary::date::{date, long_date, year};
use crate::import::vocabulary::names::Names;
use crate::import::vocabulary::words;
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
    /// Where it names it.
    pub name: Option<Passage>,
    /// A year on it.
    pub year: Option<u16>,
    /// The line with this year.
    pub year_line: Option<Passage>,
    /// Who made the evaluation.
    pub evaluators: Vec<Evaluator>,
    /// Its title as printed, over as many lines as it takes.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Every line that has been understood, but for a word.
    pub lines: Vec<Passage>,
    /// What the record says as the cover does: people, year, publisher.
    pub said: Vec<Passage>,
    /// What the record says in its own way: date and municipality.
    pub translated: Vec<Passage>,
    /// Words that every cover has.
    pub labels: Vec<Passage>,
}

/// A word of a cover and where it stands.
struct Word {
    plain: String,
    place: Passage,
}

/// No line of a cover is longer.
const LONGEST: usize = 300;

/// Reads the lines in `range`, those before the list of contents.
pub fn cover(document: &Document, range: Range<usize>, names: &Names<'_>) -> Cover {
    // A cover is a page; a text without headings has none.
    let lines = range.filter(|index| !document.text(*index).is_empty()).take(40);
    let lines: Vec<_> = lines.filter(|index| document.text(*index).len() <= LONGEST).collect();
    let all: Vec<_> = lines.iter().map(|index| document.whole(*index)).collect();
    let words: Vec<_> = all.iter().flat_map(words_of).collect();
    let people = evaluator_lines(document, &lines, names);
    let mut cover = Cover { publisher: publisher(&words), ..Cover::default() };
    for line in &all {
        cover.take(line, &people, names);
    }
    cover.people(&people, names);
    cover.places(&all, &words, names);
    cover.title = cover.title(&all, names);
    cover.lines = all.into_iter().filter(|line| cover.explains(line)).collect();
    cover
}

impl Cover {
    /// Takes what a line says. Where evaluators work is not what it is about.
    fn take(&mut self, line: &Passage, people: &[Passage], names: &Names<'_>) {
        let plain = comparable(&line.text);
        self.date = self.date.or_else(|| date(&plain));
        if self.year.is_none() {
            self.year = year(&plain);
            self.year_line = self.year.map(|_| line.clone());
        }
        let is_of_people = |place: &Passage| people.iter().any(|it| it.covers(place));
        let mentions = names.mentions(&line.text);
        if plain.ends_with(" kommun") && mentions.is_empty() && self.stranger.is_none() && !is_of_people(line)
        {
            self.stranger = Some(line.clone());
        }
        let own = mentions.into_iter().find(|it| !is_of_people(&line.slice(it.range.clone())));
        if let Some(own) = own.filter(|_| self.municipality.is_none()) {
            self.municipality = Some(own.code);
            self.name = Some(line.slice(own.range));
        }
    }

    /// Takes the evaluators, one passage per line.
    fn people(&mut self, lines: &[Passage], names: &Names<'_>) {
        let all = lines.iter().cloned().reduce(|mut before, next| {
            before.append(" och ", next);
            before
        });
        self.evaluators = all.map(|all| evaluators(&all, names)).unwrap_or_default();
        for evaluator in &self.evaluators {
            let Evaluator { name, role, organisation } = evaluator;
            self.said.extend(std::iter::once(name).chain(role).chain(organisation).cloned());
        }
        let words = lines.iter().flat_map(words_of);
        self.labels.extend(words.filter(|it| JOINING.contains(&it.plain.as_str())).map(|it| it.place));
    }

    /// Where everything that was taken stands, as often as it does.
    fn places(&mut self, lines: &[Passage], words: &[Word], names: &Names<'_>) {
        self.said.extend(self.stranger.clone());
        self.said.extend(self.publisher.iter().flat_map(|it| spelled(words, &comparable(it))));
        let is_year = |word: &&Word| self.year.is_some() && word.plain.parse().ok() == self.year;
        self.said.extend(words.iter().filter(is_year).map(|word| word.place.clone()));
        let is_month = |word: &&Word| language::parse_month(&word.plain).is_some();
        self.said.extend(words.iter().filter(is_month).map(|word| word.place.clone()));
        let official = self.municipality.as_ref().and_then(|code| names.get(code));
        let official = official.map(|it| comparable(&it.official_name));
        self.translated.extend(official.iter().flat_map(|name| spelled(words, name)));
        self.translated.extend(self.date.iter().flat_map(|date| dates(words, *date)));
        let signs = &words::words().cover;
        let labels = signs.report.iter().chain(&signs.evaluators).chain(&signs.labels);
        self.labels.extend(labels.flat_map(|label| spelled(words, label)));
        for line in lines {
            let own = names
                .mentions(&line.text)
                .into_iter()
                .filter(|it| Some(&it.code) == self.municipality.as_ref());
            self.translated.extend(own.map(|mention| line.slice(mention.range)));
        }
    }

    /// What the lines from the one that says what it is say on whom, and when.
    fn title(&self, lines: &[Passage], names: &Names<'_>) -> Option<String> {
        let signs = &words::words().cover;
        let is_about = |line: &&Passage| {
            let plain = comparable(&line.text);
            signs.report.iter().any(|sign| plain.contains(sign.as_str())) && self.is_of_title(line, names)
        };
        let start = lines.iter().position(|line| is_about(&line))?;
        let lines = lines.get(start..)?.iter().take_while(|line| self.is_of_title(line, names));
        let mut lines: Vec<_> = lines.map(|line| line.text.as_str()).collect();
        // Below it stands who made it.
        lines.pop_if(|last| signs.analysis.contains(&comparable(last)));
        let title = lines.join(" ").replace('\t', " ");
        let is_telling = comparable(&title).contains("kommunkompass") || !names.mentions(&title).is_empty();
        is_telling.then_some(title)
    }

    /// Whether a line consists of nothing but words of a title, the
    /// municipality, month and year.
    fn is_of_title(&self, line: &Passage, names: &Names<'_>) -> bool {
        let signs = &words::words().cover;
        let words = words_of(line);
        let phrases = signs.report.iter().chain(&signs.labels);
        let mut known: Vec<_> = phrases.flat_map(|phrase| spelled(&words, phrase)).collect();
        known.extend(names.mentions(&line.text).into_iter().map(|it| line.slice(it.range)));
        known.extend(self.stranger.clone());
        let is_time =
            |word: &Word| year(&word.plain).is_some() || language::parse_month(&word.plain).is_some();
        let is_known = |word: &Word| {
            is_time(word)
                || signs.small.contains(&word.plain)
                || known.iter().any(|it| it.covers(&word.place))
        };
        date(&comparable(&line.text)).is_none() && words.iter().all(is_known)
    }

    /// Whether all words of a line, but for one, have been taken.
    fn explains(&self, line: &Passage) -> bool {
        let taken = || self.said.iter().chain(&self.translated).chain(&self.labels);
        let is_taken = |word: &Word| taken().any(|it| it.covers(&word.place));
        let words = words_of(line);
        let left = words.iter().filter(|word| !is_taken(word)).count();
        left <= usize::from(left < words.len())
    }
}

/// What parts people from each other.
const JOINING: [&str; 2] = ["och", "samt"];

/// The words of a line, without the marks around them.
fn words_of(line: &Passage) -> Vec<Word> {
    let mut start = 0;
    let mut words = Vec::new();
    for text in line.text.split([' ', '\t', ',']) {
        let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        let from = start + text.len() - bare.len();
        let bare = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
        start += text.len() + 1;
        if !bare.is_empty() {
            words.push(Word { plain: comparable(bare), place: line.slice(from..from + bare.len()) });
        }
    }
    words
}

/// The words that spell `phrase`, wherever they do.
fn spelled(words: &[Word], phrase: &str) -> Vec<Passage> {
    let phrase: Vec<_> = phrase.split(' ').collect();
    let is_it = |found: &&[Word]| found.iter().map(|it| it.plain.as_str()).eq(phrase.iter().copied());
    words.windows(phrase.len()).filter(is_it).flatten().map(|word| word.place.clone()).collect()
}

/// The words that spell `date`, wherever they do.
fn dates(words: &[Word], date: Date) -> Vec<Passage> {
    let short =
        words.windows(1).filter(|it| it.iter().any(|it| language::parse_date(&it.plain) == Some(date)));
    let is_long =
        |it: &&[Word]| long_date(&it.iter().map(|it| it.plain.as_str()).collect::<Vec<_>>()) == Some(date);
    let long = words.windows(3).filter(is_long);
    short.chain(long).flatten().map(|word| word.place.clone()).collect()
}

/// The publisher whose name the words spell, also over several lines.
fn publisher(words: &[Word]) -> Option<String> {
    let found = words::words().cover.publishers.iter().find(|name| !spelled(words, name).is_empty())?;
    // Lower case in the list, title case in print, but for "och".
    let title = found.split(' ').map(|word| if word == "och" { word.to_owned() } else { capitalised(word) });
    Some(title.collect::<Vec<_>>().join(" "))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
