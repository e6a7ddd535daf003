//! `import-report.md`: what the reviewer should look at first, and what became
//! of every line.

use std::collections::BTreeMap;

use super::Account;
use super::fate::Fate;
use super::seal::seal;
use crate::import::judgement::decision::Decision;
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

/// What a review is written from.
pub(crate) struct Reviewer<'a> {
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

impl Reviewer<'_> {
    /// The file.
    pub(crate) fn text(&self) -> String {
        let mut blocks = self.head();
        blocks.extend(self.findings());
        blocks.extend(self.proposals());
        blocks.extend(self.left());
        blocks.extend(self.joined());
        blocks.extend(self.unfamiliar());
        blocks.extend(self.parted());
        blocks.extend(self.furniture());
        blocks.extend(self.account());
        blocks.extend(self.seals());
        blocks.join("\n\n") + "\n"
    }

    fn say(&self, id: &str) -> String {
        self.phrases.say(id, &[])
    }

    fn heading(&self, id: &str) -> String {
        format!("## {}", self.say(id))
    }

    fn head(&self) -> Vec<String> {
        let year = self.decision.year.to_string();
        let name = &self.decision.municipality.official_name;
        let edition = if self.decision.is_edition_exact { "edition-exact" } else { "edition-other" };
        let coverage = Coverage::of(self.account, self.document);
        let (known, all, percent) =
            (coverage.known.to_string(), coverage.all.to_string(), coverage.percent());
        vec![
            format!(
                "# {}",
                self.phrases.say("title", &[("municipality", Text(name)), ("year", Text(&year))])
            ),
            self.phrases.say("lead", &[("file", Text(self.file))]),
            self.phrases.say(edition, &[("edition", Text(&self.decision.edition.id.0))]),
            self.phrases.say(
                "coverage",
                &[("percent", Text(&percent)), ("known", Text(&known)), ("all", Text(&all))],
            ),
        ]
    }

    fn findings(&self) -> Vec<String> {
        let items: Vec<_> = self.findings.iter().map(|finding| self.finding(finding)).collect();
        self.section("review", Some("review-none"), None, &items)
    }

    fn finding(&self, finding: &Finding) -> String {
        let what = escape(&self.phrases.fault(finding));
        let line = finding.line_number().map(|line| format!(", {}", self.at_line(line)));
        format!("- `{}`{}: {what}", finding.fault.code(), line.unwrap_or_default())
    }

    fn at_line(&self, line: usize) -> String {
        self.phrases.say("at-line", &[("line", Text(&line.to_string()))])
    }

    fn proposals(&self) -> Vec<String> {
        let items = self.proposals.iter().map(|it| {
            let who = it.from.as_ref().and_then(|code| self.names.get(code));
            let who = who.map_or_else(|| self.say("own"), |it| it.name.clone());
            let area = it.area.map_or_else(|| self.say("area-unknown"), |it| it.to_string());
            let place = it.sub_area.map_or(area, |it| it.to_string());
            format!(
                "- {place}, **{who}**, {}: {}",
                self.at_line(it.sentence.line() + 1),
                escape(&it.sentence.text)
            )
        });
        self.section("proposals", Some("proposals-none"), Some("proposals-lead"), &items.collect::<Vec<_>>())
    }

    fn left(&self) -> Vec<String> {
        let items = self.account.left().map(|(index, range)| {
            let text = self.document.text(index).get(range.clone()).unwrap_or_default();
            format!("- {}: {}", self.at_line(index + 1), escape(&readable(text)))
        });
        self.section("left", Some("left-none"), None, &items.collect::<Vec<_>>())
    }

    fn joined(&self) -> Vec<String> {
        let items = self.reading.repairs.iter().filter_map(|it| {
            let joined = it.joined.as_ref()?;
            Some(format!("- {}: {} → {}", self.at_line(it.line + 1), escape(&it.word), escape(joined)))
        });
        self.section("joined", None, Some("joined-lead"), &items.collect::<Vec<_>>())
    }

    fn unfamiliar(&self) -> Vec<String> {
        let items = self.reading.unfamiliar.iter();
        let items = items.map(|it| format!("- {}: {}", self.at_line(it.line() + 1), escape(&it.text)));
        self.section("unfamiliar", None, Some("unfamiliar-lead"), &items.collect::<Vec<_>>())
    }

    /// What stands alone now may not be understood, or say something else.
    fn parted(&self) -> Vec<String> {
        let items = self.reading.parted.iter();
        let items = items.map(|it| format!("- {}: {}", self.at_line(it.line() + 1), escape(&it.text)));
        self.section("parted", None, Some("parted-lead"), &items.collect::<Vec<_>>())
    }

    /// Lines that are taken for running heads and feet, each once: a line of
    /// the report's own may have been repeated as well.
    fn furniture(&self) -> Vec<String> {
        let mut kinds = BTreeMap::<&str, (usize, usize)>::new();
        let with_words = |it: &&Passage| it.text.contains(char::is_alphabetic);
        for passage in self.reading.furniture.iter().filter(with_words) {
            kinds
                .entry(passage.text.trim_matches(|c: char| !c.is_alphabetic()))
                .or_insert((passage.line(), 0))
                .1 += 1;
        }
        let item = |(text, (line, count)): (&&str, &(usize, usize))| {
            format!("- {}: {} (× {count})", self.at_line(line + 1), escape(text))
        };
        let items: Vec<_> = kinds.iter().map(item).collect();
        self.section("furniture", None, Some("furniture-lead"), &items)
    }

    /// A heading, a lead and items; `none` stands there when there are none,
    /// and without it the whole section is left out.
    fn section(&self, id: &str, none: Option<&str>, lead: Option<&str>, items: &[String]) -> Vec<String> {
        match (items.is_empty(), none) {
            (true, None) => Vec::new(),
            (true, Some(none)) => vec![self.heading(id), self.say(none)],
            (false, _) => {
                let lead = lead.map(|lead| self.say(lead));
                std::iter::once(self.heading(id)).chain(lead).chain([items.join("\n")]).collect()
            }
        }
    }

    /// Lines in a row with the same fates, one row each.
    fn account(&self) -> Vec<String> {
        let mut runs: Vec<(usize, usize, Vec<Fate>, usize)> = Vec::new();
        for (index, fates) in self.account.lines.iter().enumerate().filter(|(_, fates)| !fates.is_empty()) {
            let mut kinds: Vec<_> = fates
                .iter()
                .map(|(_, fate)| fate.destination())
                .filter(|fate| *fate != Fate::Markup)
                .collect();
            kinds.dedup();
            let text = self.document.text(index);
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
            let fates: Vec<_> = fates.iter().map(|fate| self.fate(*fate)).collect();
            let what = if fates.is_empty() { self.fate(Fate::Markup) } else { fates.join("; ") };
            format!("| {lines} | {what} | {count} |")
        };
        let rows: Vec<_> = runs.iter().map(row).collect();
        let table = format!("{}\n| --- | --- | ---: |\n{}", self.say("account-head"), rows.join("\n"));
        vec![self.heading("account"), table]
    }

    /// By which a later import knows whether somebody has rewritten a text.
    fn seals(&self) -> Vec<String> {
        let seal = |(stem, text): &(String, Written)| seal(&format!("{stem}.md"), text.text.as_bytes());
        let items: Vec<_> = self.texts.iter().map(seal).collect();
        self.section("seals", None, Some("seals-lead"), &items)
    }

    fn fate(&self, fate: Fate) -> String {
        let id = match fate {
            Fate::Area(number) => {
                return self.phrases.say("fate-area", &[("area", Text(&number.to_string()))]);
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
        self.say(id)
    }
}
