//! Which municipality, year and edition a report is about, and every sign in
//! it that says otherwise.

use super::finding::{About, Finding};
use crate::diagnostic::Fault;
use crate::format::evaluation::Key;
use crate::import::line::document::{Document, Passage};
use crate::import::reading::Reading;
use crate::import::request::{Knowledge, Request};
use crate::import::vocabulary::date::YEARS;
use crate::import::vocabulary::names::Names;
use crate::import::vocabulary::token::{Token, tokens};
use crate::language::comparable;
use crate::model::{Edition, Municipality};

/// What the evaluation is filed under.
#[derive(Clone, Debug)]
pub struct Decision<'k> {
    /// The municipality.
    pub municipality: &'k Municipality,
    /// The year of the evaluation.
    pub year: u16,
    /// Its edition.
    pub edition: &'k Edition,
    /// How its edition is known.
    pub ground: Ground,
}

/// How the edition of a report is known, the surest first (P10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The report names it, in this sentence.
    Stated(String),
    /// All maxima are those of the edition.
    Maxima,
    /// Not all are: it is the nearest, or somebody has said so.
    Other,
}

/// Decides on all three, and what a reviewer should look at because of it.
///
/// # Errors
/// When one of them cannot be told: all that cannot.
pub(crate) fn decide<'k>(
    document: &Document,
    reading: &Reading,
    request: &Request,
    knowledge: &Knowledge<'k>,
    names: &Names<'k>,
) -> Result<(Decision<'k>, Vec<Finding>), Vec<Fault>> {
    let mut findings = Vec::new();
    let municipality = municipality(reading, request, names, &mut findings);
    let year = year(reading, request, &mut findings);
    let edition = edition(reading, request, knowledge, &mut findings);
    match (municipality, year, edition) {
        (Ok(municipality), Ok(year), Ok((edition, is_exact))) => {
            let ground = match statement(document, edition) {
                _ if !is_exact => Ground::Other,
                Some(sentence) => Ground::Stated(sentence),
                None => Ground::Maxima,
            };
            Ok((Decision { municipality, year, edition, ground }, findings))
        }
        (municipality, year, edition) => {
            Err([municipality.err(), year.err(), edition.err()].into_iter().flatten().collect())
        }
    }
}

/// The sentence that says when the tool was revised, if the last year in it is the edition's.
///
/// Reports name every revision until theirs ("reviderades åren 2010, 2016 och 2019/2020"). One
/// whose sentence ends earlier, as was seen, does not name its edition.
fn statement(document: &Document, edition: &Edition) -> Option<String> {
    let sentences = document.lines.iter().flat_map(|line| line.text.split_inclusive(['.', '\t']));
    let mut of_tool = sentences.filter(|sentence| {
        let words = comparable(sentence);
        words.contains("kompassen") && words.contains(" revider")
    });
    let sentence = of_tool.next()?.trim();
    let numbers = sentence.split(|letter: char| !letter.is_ascii_digit());
    let last = numbers.filter_map(|number| number.parse().ok()).filter(|year| YEARS.contains(year)).max();
    (last == Some(edition.year)).then(|| sentence.to_owned())
}

/// The passages that name the municipality, the surest first.
fn witnesses(reading: &Reading) -> Vec<Passage> {
    let sentence = reading.occasion.sentence.iter().cloned();
    let headings = reading.structure.iter().filter(|it| comparable(&it.text).contains(" kommun"));
    let cover = &reading.cover.lines;
    // The name stands also on a line that is not understood otherwise.
    let name = reading.cover.name.iter().filter(|name| !cover.iter().any(|line| line.covers(name)));
    sentence.chain(headings.cloned()).chain(cover.iter().chain(name).cloned()).collect()
}

fn municipality<'k>(
    reading: &Reading,
    request: &Request,
    names: &Names<'k>,
    findings: &mut Vec<Finding>,
) -> Result<&'k Municipality, Fault> {
    let people = || reading.cover.evaluators.iter().filter_map(|it| it.organisation.as_ref());
    // "Ängelholms kommun" on the cover is where an evaluator works; elsewhere it
    // may be the municipality all the same.
    let is_employer = |place: &Passage| people().any(|it| it.covers(place) || place.covers(it));
    let mut said = Vec::new();
    let mut strangers = Vec::new();
    for passage in witnesses(reading) {
        let mentions = names.mentions(&passage.text).into_iter();
        let mut places = mentions.map(|it| (it.code, passage.slice(it.range)));
        match places.find(|(_, place)| !is_employer(place)) {
            Some(own) => said.push(own),
            None if is_employer(&passage) => {}
            None => strangers.extend(stranger(&passage, names)),
        }
    }
    let chosen = match &request.municipality {
        Some(name) => names.find(name),
        None => said.first().and_then(|(code, _)| names.get(code)).or_else(|| nearest(&strangers, names)),
    };
    let Some(chosen) = chosen else {
        let asked = request.municipality.clone().or_else(|| strangers.first().map(|it| it.text.clone()));
        let near: Vec<_> = asked.iter().flat_map(|it| names.near(it)).map(|it| it.name.clone()).collect();
        let nearest = near.join(", ");
        return Err(match &request.municipality {
            Some(value) => Fault::ImportOption {
                option: "--municipality".to_owned(),
                value: value.clone(),
                known: if nearest.is_empty() {
                    "the names and codes of the register".to_owned()
                } else {
                    nearest
                },
            },
            None => Fault::ReportMunicipality { found: asked.unwrap_or_else(|| "none".to_owned()), nearest },
        });
    };
    let others = said.into_iter().filter(|(code, _)| *code != chosen.code).map(|(_, passage)| passage);
    let slips =
        strangers.into_iter().filter(|it| names.near(&it.text).iter().any(|near| near.code == chosen.code));
    for passage in others.chain(slips) {
        let fault = Fault::OtherMunicipality { found: passage.text.clone(), chosen: chosen.name.clone() };
        findings.push(Finding::at(fault, &passage, About::Key(Key::Code)));
    }
    Ok(chosen)
}

fn nearest<'k>(strangers: &[Passage], names: &Names<'k>) -> Option<&'k Municipality> {
    strangers.iter().find_map(|stranger| match names.near(&stranger.text).as_slice() {
        [only] => Some(*only),
        _ => None,
    })
}

/// The words before "kommun", where they can be a name: as many as are near
/// one, else the last.
fn stranger(passage: &Passage, names: &Names<'_>) -> Option<Passage> {
    // Marks stay with their word: a name goes into the message as it is printed.
    let words: Vec<_> = tokens(&passage.text, char::is_whitespace).collect();
    let is_kind =
        |word: &Token<'_>| matches!(comparable(word.text).trim_end_matches(['.', ',']), "kommun" | "kommuns");
    let kind = words.iter().position(is_kind)?;
    let before = words.get(..kind)?;
    let is_name = |word: &&Token<'_>| word.text.starts_with(char::is_uppercase);
    let count = before.iter().rev().take_while(is_name).count();
    let end = before.last()?.range.end;
    let starts = before.get(kind - count..)?.iter().map(|word| word.range.start);
    let candidates: Vec<_> = starts.map(|start| passage.slice(start..end)).collect();
    let near = candidates.iter().find(|it| !names.near(&it.text).is_empty());
    let found = near.or(candidates.last()).cloned()?;
    (!matches!(comparable(&found.text).as_str(), "sveriges" | "en" | "vår")).then_some(found)
}

fn year(reading: &Reading, request: &Request, findings: &mut Vec<Finding>) -> Result<u16, Fault> {
    let (said, cover) = (reading.occasion.year, reading.cover.year);
    if let Some(year) = request.year.filter(|year| !YEARS.contains(year)) {
        let known = format!("{}–{}", YEARS.start, YEARS.end - 1);
        return Err(Fault::ImportOption { option: "--year".to_owned(), value: year.to_string(), known });
    }
    let chosen = request.year.or(said).or(cover).ok_or(Fault::ReportYear {})?;
    let differs = |year: Option<u16>| year.filter(|year| *year != chosen);
    if let (Some(found), Some(sentence)) = (differs(said), &reading.occasion.sentence) {
        let fault = Fault::OtherYear { found: found.to_string(), chosen: chosen.to_string() };
        findings.push(Finding::at(fault, sentence, About::Key(Key::Year)));
    }
    // A report's date may lie in the year after, and a date before is told as a
    // contradiction; a year alone is the evaluation's.
    let is_explained = |year: u16| {
        let dated = reading.cover.date.is_some_and(|date| i32::from(date.year()) == i32::from(year));
        dated && year <= chosen + 1
    };
    let is_asked = request.year.is_some() && said.is_none();
    if let Some(found) = differs(cover).filter(|year| is_asked || !is_explained(*year)) {
        let fault = Fault::OtherYear { found: found.to_string(), chosen: chosen.to_string() };
        let line = reading.cover.year_line.as_ref();
        findings.extend(line.map(|line| Finding::at(fault, line, About::Key(Key::Year))));
    }
    Ok(chosen)
}

fn edition<'k>(
    reading: &Reading,
    request: &Request,
    knowledge: &Knowledge<'k>,
    findings: &mut Vec<Finding>,
) -> Result<(&'k Edition, bool), Fault> {
    let detected = reading.detected.as_ref();
    let id = request.edition.as_ref().or(detected.map(|it| &it.id));
    let edition = id.and_then(|id| knowledge.editions.get(id));
    let Some(edition) = edition else {
        let known: Vec<_> = knowledge.editions.keys().map(ToString::to_string).collect();
        let known = known.join(", ");
        return Err(match &request.edition {
            Some(id) => Fault::ImportOption { option: "--edition".to_owned(), value: id.to_string(), known },
            None => Fault::ReportEdition { known },
        });
    };
    let is_exact = detected.is_some_and(|it| it.is_exact && it.id == edition.id);
    if !is_exact {
        let found = detected.map_or_else(|| "none".to_owned(), |it| it.id.to_string());
        let fault = Fault::OtherEdition { found, chosen: edition.id.to_string() };
        let head = reading.tables.heads.first().map(|head| &head.line);
        let key = About::Key(Key::Edition);
        findings.push(match head {
            Some(head) => Finding::at(fault, head, key),
            None => Finding::of_whole(fault, key),
        });
    }
    Ok((edition, is_exact))
}
