//! The cover: municipality, date, evaluators, publisher.

pub(crate) mod evaluator;

use std::ops::Range;

use jiff::civil::Date;

use self::evaluator::{Evaluator, evaluator_lines, evaluators};
use crate::import::line::document::{Document, Passage};
use crate::import::vocabulary::date::{date, long_date, year};
use crate::import::vocabulary::names::Names;
use crate::import::vocabulary::token::tokens;
use crate::import::vocabulary::words;
use crate::language::{self, comparable};
use crate::model::Code;

/// What the cover says.
#[derive(Clone, Debug, Default)]
pub struct Cover {
    /// The municipality it names.
    pub municipality: Option<Code>,
    /// Where it names it.
    pub name: Option<Passage>,
    /// Its full date.
    pub date: Option<Date>,
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

/// How many lines a cover has at most: a text without headings has none, and
/// would be a cover from beginning to end. Covers in real reports have 9 at most.
const MAX_LINES: usize = 40;

/// The longest line of a cover, in bytes. Those in real reports have 70 at most.
const MAX_LINE: usize = 300;

/// Reads the lines in `range`, those before the list of contents.
pub(crate) fn cover(document: &Document, range: Range<usize>, names: &Names<'_>) -> Cover {
    let indices = range.filter(|index| !document.text(*index).is_empty()).take(MAX_LINES);
    let indices: Vec<_> = indices.filter(|index| document.text(*index).len() <= MAX_LINE).collect();
    let lines: Vec<_> = indices.iter().map(|index| document.whole(*index)).collect();
    let words: Vec<_> = lines.iter().flat_map(words_of).collect();
    let people = evaluator_lines(document, &indices, names);
    let evaluators = in_a_row(people.clone()).map_or_else(Vec::new, |all| evaluators(&all, names));

    // Where evaluators work is not what the report is about.
    let is_of_people = |place: &Passage| people.iter().any(|it| it.covers(place));
    let subject = lines.iter().find_map(|line| {
        let mut places = names.mentions(&line.text).into_iter().map(|it| (it.code, line.slice(it.range)));
        places.find(|(_, place)| !is_of_people(place))
    });
    let (municipality, name) = subject.unzip();
    let is_stranger = |line: &&Passage| {
        comparable(&line.text).ends_with(" kommun")
            && !is_of_people(line)
            && names.mentions(&line.text).is_empty()
    };
    let stranger = lines.iter().find(is_stranger).cloned();
    let date = lines.iter().find_map(|line| date(&comparable(&line.text)));
    let dated = lines.iter().find_map(|line| Some((year(&comparable(&line.text))?, line.clone())));
    let (year, year_line) = dated.unzip();
    let publisher = publisher(&words);
    let title = title(&lines, stranger.as_ref(), names);

    let spell = |phrase: &str| spelled(&words, phrase);
    let places = |is_it: &dyn Fn(&str) -> bool| {
        words.iter().filter(|word| is_it(&word.plain)).map(|word| word.place.clone()).collect::<Vec<_>>()
    };
    let said: [Vec<_>; 5] = [
        evaluators.iter().flat_map(Evaluator::passages).cloned().collect(),
        stranger.iter().cloned().collect(),
        publisher.iter().flat_map(|it| spell(&comparable(it))).collect(),
        places(&|word| year.is_some() && word.parse().ok() == year),
        places(&|word| language::parse_month(word).is_some()),
    ];
    let official = municipality.as_ref().and_then(|code| names.get(code));
    let own_names = lines.iter().flat_map(|line| {
        let mentions = names.mentions(&line.text).into_iter();
        mentions.filter(|it| Some(&it.code) == municipality.as_ref()).map(|it| line.slice(it.range))
    });
    let translated: [Vec<_>; 3] = [
        official.iter().flat_map(|it| spell(&comparable(&it.official_name))).collect(),
        date.iter().flat_map(|date| dates(&words, *date)).collect(),
        own_names.collect(),
    ];
    let signs = &words::words().cover;
    let labels: [Vec<_>; 2] = [
        people
            .iter()
            .flat_map(words_of)
            .filter(|it| JOINING.contains(&it.plain.as_str()))
            .map(|it| it.place)
            .collect(),
        signs
            .report
            .iter()
            .chain(&signs.evaluators)
            .chain(&signs.labels)
            .flat_map(|label| spell(label))
            .collect(),
    ];
    let (said, translated, labels) = (said.concat(), translated.concat(), labels.concat());
    let taken: Vec<_> = said.iter().chain(&translated).chain(&labels).collect();
    let understood = lines.into_iter().filter(|line| explains(&taken, line)).collect();
    Cover {
        municipality,
        name,
        date,
        year,
        year_line,
        evaluators,
        title,
        publisher,
        lines: understood,
        said,
        translated,
        labels,
    }
}

/// The lines that name people as one. A new line parts them, unless "och" stands there.
fn in_a_row(lines: Vec<Passage>) -> Option<Passage> {
    lines.into_iter().reduce(|mut all, next| {
        let (before, after) = (comparable(&all.text), comparable(&next.text));
        let goes_on = JOINING
            .iter()
            .any(|word| before.ends_with(&format!(" {word}")) || after.starts_with(&format!("{word} ")));
        all.append(if goes_on { " " } else { "; " }, next);
        all
    })
}

/// The title: the line that says that this is a report, with those below it that
/// say on whom and of when.
fn title(lines: &[Passage], stranger: Option<&Passage>, names: &Names<'_>) -> Option<String> {
    let signs = &words::words().cover;
    let is_of_title = |line: &&Passage| is_of_title(line, stranger, names);
    let is_about = |line: &Passage| {
        let plain = comparable(&line.text);
        signs.report.iter().any(|sign| plain.contains(sign.as_str())) && is_of_title(&line)
    };
    let start = lines.iter().position(is_about)?;
    let lines = lines.get(start..)?.iter().take_while(is_of_title);
    let mut lines: Vec<_> = lines.map(|line| line.text.as_str()).collect();
    // "Analys av" at the end introduces who made it.
    lines.pop_if(|last| signs.analysis.contains(&comparable(last)));
    let title = lines.join(" ").replace('\t', " ");
    let is_telling = comparable(&title).contains("kommunkompass") || !names.mentions(&title).is_empty();
    if is_telling { Some(title) } else { None }
}

/// Whether a line consists of nothing but words of a title, the municipality,
/// month and year.
fn is_of_title(line: &Passage, stranger: Option<&Passage>, names: &Names<'_>) -> bool {
    let signs = &words::words().cover;
    let words = words_of(line);
    let phrases = signs.report.iter().chain(&signs.labels);
    let mut known: Vec<_> = phrases.flat_map(|phrase| spelled(&words, phrase)).collect();
    known.extend(names.mentions(&line.text).into_iter().map(|it| line.slice(it.range)));
    known.extend(stranger.cloned());
    let is_time = |word: &Word| year(&word.plain).is_some() || language::parse_month(&word.plain).is_some();
    let is_known = |word: &Word| {
        is_time(word) || signs.small.contains(&word.plain) || known.iter().any(|it| it.covers(&word.place))
    };
    date(&comparable(&line.text)).is_none() && words.iter().all(is_known)
}

/// Whether `taken` holds all words of a line, but for one.
fn explains(taken: &[&Passage], line: &Passage) -> bool {
    let is_taken = |word: &Word| taken.iter().any(|it| it.covers(&word.place));
    let words = words_of(line);
    let left = words.iter().filter(|word| !is_taken(word)).count();
    left <= usize::from(left < words.len())
}

/// Words between names of people.
const JOINING: [&str; 2] = ["och", "samt"];

/// The words of a line, without the marks around them.
fn words_of(line: &Passage) -> Vec<Word> {
    let is_mark = |c: char| !c.is_alphanumeric();
    let words = tokens(&line.text, |c| matches!(c, ' ' | '\t' | ',')).map(|it| it.trimmed(is_mark, is_mark));
    words
        .filter(|word| !word.text.is_empty())
        .map(|word| Word { plain: comparable(word.text), place: line.slice(word.range) })
        .collect()
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
