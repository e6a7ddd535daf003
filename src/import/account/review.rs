//! `import-report.md`: what the reviewer should look at first, and what became
//! of every line.

use std::collections::BTreeMap;

use super::Account;
use super::fate::Fate;
use crate::format::review::seal;
use crate::import::judgement::decision::{Decision, Ground};
use crate::import::judgement::figures::Figures;
use crate::import::judgement::finding::Finding;
use crate::import::judgement::proposal::Proposal;
use crate::import::line::document::{Document, Passage};
use crate::import::line::markup::readable;
use crate::import::reading::Reading;
use crate::import::vocabulary::names::Names;
use crate::import::writing::Written;
use crate::import::writing::escape::escape;
use crate::import::writing::phrase::Phrases;
use crate::language;
use crate::message::Argument::Text;
use crate::model::{Edition, List, SubAreaNumber};

/// What a review is written from: an import, all but the review.
pub(crate) struct Reviewed<'a> {
    /// Name of the report's file.
    pub file: &'a str,
    /// Its lines.
    pub document: &'a Document,
    /// What was made of them.
    pub reading: &'a Reading,
    /// What it is filed under.
    pub decision: &'a Decision<'a>,
    /// What to look at.
    pub findings: &'a [Finding],
    /// Good examples and referrals to confirm.
    pub proposals: &'a [Proposal],
    /// What became of every line.
    pub account: &'a Account,
    /// What was found of what is expected.
    pub structure: &'a Structure,
    /// The texts that are written, by stem.
    pub texts: &'a [(String, Written)],
    /// Municipalities.
    pub names: &'a Names<'a>,
    /// The reviewer's language.
    pub phrases: &'a Phrases,
}

/// Characters that have been placed or classified, of all there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Characters with a fate.
    pub known: usize,
    /// All characters, white space not counted.
    pub all: usize,
}

impl Coverage {
    /// The coverage that `account` shows.
    pub fn of(account: &Account, document: &Document) -> Self {
        let counts = account.characters(document);
        let left = counts.get(&Fate::Left).copied().unwrap_or_default();
        let all = counts.values().sum();
        Self { known: all - left, all }
    }

    /// In percent with two decimals, rounded down: only a whole is 100.
    pub fn percent(self) -> String {
        let hundredths = (self.known * 10_000).checked_div(self.all).unwrap_or(10_000);
        format!("{},{:02}", hundredths / 100, hundredths % 100)
    }
}

/// How much of what an edition makes expect has been found. All words of a report can be
/// placed, and its headings and rows lost all the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Structure(Vec<Share>);

/// A kind of things: how many were found, of how many that are expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// `sections`, `lists`, `boxes`, `rows` or `sums`.
    pub kind: &'static str,
    /// How many there are.
    pub found: usize,
    /// How many there should be.
    pub expected: usize,
}

impl Structure {
    /// What `reading` and `figures` have of what `edition` makes expect: a section and a
    /// row for every sub-area; two lists, a box and a sum for every area.
    pub(crate) fn of(reading: &Reading, edition: &Edition, figures: &Figures) -> Self {
        let sub_areas = || edition.areas.iter().flat_map(|it| &it.sub_areas).map(|it| it.number);
        let areas = || edition.areas.iter().map(|it| it.number);
        let has_section = |number: &SubAreaNumber| {
            reading.areas.get(&number.area).is_some_and(|chapter| chapter.has_section(*number))
        };
        let lists = reading.areas.values().flat_map(|it| &it.lists);
        let full = lists.filter(|(list, items)| **list != List::Partials && !items.is_empty()).count();
        let is_row = |it: &SubAreaNumber| figures.points.contains_key(it) || figures.unreadable.contains(it);
        let share = |kind, found, expected| Share { kind, found, expected };
        Self(vec![
            share("sections", sub_areas().filter(has_section).count(), sub_areas().count()),
            share("lists", full, 2 * areas().count()),
            share("boxes", areas().filter(|it| figures.boxes.contains_key(it)).count(), areas().count()),
            share("rows", sub_areas().filter(is_row).count(), sub_areas().count()),
            share("sums", areas().filter(|it| figures.areas.contains_key(it)).count(), areas().count()),
        ])
    }

    /// Every kind, in the order of a report.
    pub fn shares(&self) -> impl Iterator<Item = Share> {
        self.0.iter().copied()
    }
}

/// The text of `import-report.md`.
pub(crate) fn review(reviewed: &Reviewed<'_>) -> String {
    let Reviewed { document, reading, account, phrases, .. } = *reviewed;
    let mut blocks = head(reviewed);
    blocks.extend(findings(reviewed.findings, phrases));
    blocks.extend(proposals(reviewed.proposals, reviewed.names, phrases));
    blocks.extend(left(account, document, phrases));
    blocks.extend(inline(reading, phrases));
    blocks.extend(joined(reading, phrases));
    blocks.extend(unfamiliar(reading, phrases));
    blocks.extend(parted(reading, phrases));
    blocks.extend(furniture(reading, phrases));
    blocks.extend(lines(account, document, phrases));
    blocks.extend(seals(reviewed.texts, phrases));
    blocks.join("\n\n") + "\n"
}

fn say(id: &str, phrases: &Phrases) -> String {
    phrases.say(id, &[])
}

fn heading(id: &str, phrases: &Phrases) -> String {
    format!("## {}", say(id, phrases))
}

fn head(reviewed: &Reviewed<'_>) -> Vec<String> {
    let Reviewed { file, document, decision, account, phrases, .. } = *reviewed;
    let year = decision.year.to_string();
    let name = &decision.municipality.official_name;
    let (edition, sentence) = match &decision.ground {
        Ground::Stated(sentence) => ("edition-stated", sentence.as_str()),
        Ground::Maxima => ("edition-exact", ""),
        Ground::Other => ("edition-other", ""),
    };
    let coverage = Coverage::of(account, document);
    let (known, all, percent) = (coverage.known.to_string(), coverage.all.to_string(), coverage.percent());
    vec![
        format!("# {}", phrases.say("title", &[("municipality", Text(name)), ("year", Text(&year))])),
        phrases.say("lead", &[("file", Text(file))]),
        phrases.say(
            edition,
            &[("edition", Text(&decision.edition.id.0)), ("sentence", Text(&escape(sentence)))],
        ),
        phrases.say("coverage", &[("percent", Text(&percent)), ("known", Text(&known)), ("all", Text(&all))]),
        phrases.say("structure", &[("found", Text(&structure(reviewed.structure, phrases)))]),
    ]
}

fn structure(structure: &Structure, phrases: &Phrases) -> String {
    let part = |Share { kind, found, expected }: Share| {
        let (found, expected) = (found.to_string(), expected.to_string());
        phrases.say(
            "structure-part",
            &[("kind", Text(kind)), ("found", Text(&found)), ("expected", Text(&expected))],
        )
    };
    structure.shares().map(part).collect::<Vec<_>>().join(", ")
}

fn findings(findings: &[Finding], phrases: &Phrases) -> Vec<String> {
    let items: Vec<_> = findings.iter().map(|it| finding(it, phrases)).collect();
    section("review", Some("review-none"), None, &items, phrases)
}

fn finding(finding: &Finding, phrases: &Phrases) -> String {
    let what = escape(&phrases.fault(finding));
    let line = finding.line_number().map(|line| format!(", {}", at_line(line, phrases)));
    format!("- `{}`{}: {what}", finding.fault.code(), line.unwrap_or_default())
}

fn at_line(line: usize, phrases: &Phrases) -> String {
    phrases.say("at-line", &[("line", Text(&line.to_string()))])
}

fn proposals(proposals: &[Proposal], names: &Names<'_>, phrases: &Phrases) -> Vec<String> {
    let items = proposals.iter().map(|it| {
        let who = it.from.as_ref().and_then(|code| names.get(code));
        let who = who.map_or_else(|| say("own", phrases), |it| it.name.clone());
        let area = it.area.map_or_else(|| say("area-unknown", phrases), |it| it.to_string());
        let place = it.sub_area.map_or(area, |it| it.to_string());
        format!(
            "- {place}, **{who}**, {}: {}",
            at_line(it.sentence.line() + 1, phrases),
            escape(&it.sentence.text)
        )
    });
    section("proposals", Some("proposals-none"), Some("proposals-lead"), &items.collect::<Vec<_>>(), phrases)
}

fn left(account: &Account, document: &Document, phrases: &Phrases) -> Vec<String> {
    let items = account.left().map(|(index, range)| {
        let text = document.text(index).get(range.clone()).unwrap_or_default();
        format!("- {}: {}", at_line(index + 1, phrases), escape(&readable(text)))
    });
    section("left", Some("left-none"), None, &items.collect::<Vec<_>>(), phrases)
}

fn inline(reading: &Reading, phrases: &Phrases) -> Vec<String> {
    let items = reading.areas.values().flat_map(|area| &area.inline);
    let items = items.map(|it| format!("- {}: {}", at_line(it.line() + 1, phrases), escape(&it.text)));
    section("inline", None, Some("inline-lead"), &items.collect::<Vec<_>>(), phrases)
}

fn joined(reading: &Reading, phrases: &Phrases) -> Vec<String> {
    let items = reading.repairs.iter().filter_map(|it| {
        let joined = it.joined.as_ref()?;
        Some(format!("- {}: {} → {}", at_line(it.line + 1, phrases), escape(&it.word), escape(joined)))
    });
    section("joined", None, Some("joined-lead"), &items.collect::<Vec<_>>(), phrases)
}

fn unfamiliar(reading: &Reading, phrases: &Phrases) -> Vec<String> {
    let items = reading.unfamiliar.iter();
    let items = items.map(|it| format!("- {}: {}", at_line(it.line() + 1, phrases), escape(&it.text)));
    section("unfamiliar", None, Some("unfamiliar-lead"), &items.collect::<Vec<_>>(), phrases)
}

/// What stands alone now may not be understood, or say something else.
fn parted(reading: &Reading, phrases: &Phrases) -> Vec<String> {
    let items = reading.parted.iter();
    let items = items.map(|it| format!("- {}: {}", at_line(it.line() + 1, phrases), escape(&it.text)));
    section("parted", None, Some("parted-lead"), &items.collect::<Vec<_>>(), phrases)
}

/// Lines that are taken for running heads and feet, each once: a line of
/// the report's own may have been repeated as well.
fn furniture(reading: &Reading, phrases: &Phrases) -> Vec<String> {
    let mut kinds = BTreeMap::<&str, (usize, usize)>::new();
    let with_words = |it: &&Passage| it.text.contains(char::is_alphabetic);
    for passage in reading.furniture.iter().filter(with_words) {
        kinds
            .entry(passage.text.trim_matches(|c: char| !c.is_alphabetic()))
            .or_insert((passage.line(), 0))
            .1 += 1;
    }
    let item = |(text, (line, count)): (&&str, &(usize, usize))| {
        format!("- {}: {} (× {count})", at_line(line + 1, phrases), escape(text))
    };
    let items: Vec<_> = kinds.iter().map(item).collect();
    section("furniture", None, Some("furniture-lead"), &items, phrases)
}

/// A heading, a lead and items; `none` stands there when there are none,
/// and without it the whole section is left out.
fn section(
    id: &str,
    none: Option<&str>,
    lead: Option<&str>,
    items: &[String],
    phrases: &Phrases,
) -> Vec<String> {
    match (items.is_empty(), none) {
        (true, None) => Vec::new(),
        (true, Some(none)) => vec![heading(id, phrases), say(none, phrases)],
        (false, _) => {
            let lead = lead.map(|lead| say(lead, phrases));
            std::iter::once(heading(id, phrases)).chain(lead).chain([items.join("\n")]).collect()
        }
    }
}

/// Lines in a row with the same fates, one row each.
fn lines(account: &Account, document: &Document, phrases: &Phrases) -> Vec<String> {
    let mut runs: Vec<(usize, usize, Vec<Fate>, usize)> = Vec::new();
    for (index, fates) in account.lines.iter().enumerate().filter(|(_, fates)| !fates.is_empty()) {
        let mut kinds: Vec<_> =
            fates.iter().map(|(_, fate)| fate.destination()).filter(|fate| *fate != Fate::Markup).collect();
        kinds.dedup();
        let text = document.text(index);
        let count = text.chars().filter(|c| !c.is_whitespace()).count();
        match runs.last_mut() {
            Some((_, end, same, sum)) if *same == kinds => {
                *end = index;
                *sum += count;
            }
            _ => runs.push((index, index, kinds, count)),
        }
    }
    let row = |(start, end, fates, count): &(usize, usize, Vec<Fate>, usize)| {
        let lines = language::format_years(
            i32::try_from(start + 1).unwrap_or(i32::MAX),
            i32::try_from(end + 1).unwrap_or(i32::MAX),
        );
        let fates: Vec<_> = fates.iter().map(|it| fate(*it, phrases)).collect();
        let what = if fates.is_empty() { fate(Fate::Markup, phrases) } else { fates.join("; ") };
        format!("| {lines} | {what} | {count} |")
    };
    let rows: Vec<_> = runs.iter().map(row).collect();
    let table = format!("{}\n| --- | --- | ---: |\n{}", say("account-head", phrases), rows.join("\n"));
    vec![heading("account", phrases), table]
}

/// By which a later import knows whether somebody has rewritten a text.
pub(super) fn seals(texts: &[(String, Written)], phrases: &Phrases) -> Vec<String> {
    let seal = |(stem, text): &(String, Written)| seal(&format!("{stem}.md"), text.text.as_bytes());
    let items: Vec<_> = texts.iter().map(seal).collect();
    section("seals", None, Some("seals-lead"), &items, phrases)
}

fn fate(fate: Fate, phrases: &Phrases) -> String {
    let id = match fate {
        Fate::Area(number) => {
            return phrases.say("fate-area", &[("area", Text(&number.to_string()))]);
        }
        Fate::Cover | Fate::Translated => "fate-cover",
        Fate::Score => "fate-score",
        Fate::Fact => "fate-fact",
        Fate::Summary => "fate-summary",
        Fate::Structure => "fate-structure",
        Fate::Boilerplate => "fate-boilerplate",
        Fate::Contents => "fate-contents",
        Fate::Furniture => "fate-furniture",
        Fate::Markup => "fate-markup",
        Fate::Left => "fate-left",
    };
    say(id, phrases)
}
