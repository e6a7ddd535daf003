//! `evaluation.toml`, with a comment wherever the reviewer should look.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use toml::Value;

use super::phrase::Phrases;
use crate::format::VERSION;
use crate::import::judgement::decision::Decision;
use crate::import::judgement::figures::Figures;
use crate::import::judgement::finding::{About, Finding};
use crate::import::judgement::proposal::Proposal;
use crate::import::line::document::Passage;
use crate::import::reading::Reading;
use crate::import::vocabulary::names::Names;
use crate::language;
use crate::model::{AreaNumber, SubAreaNumber};

/// What a record is written from.
pub struct Recorder<'a> {
    /// The report.
    pub reading: &'a Reading,
    /// What it is filed under.
    pub decision: &'a Decision<'a>,
    /// Its figures.
    pub figures: &'a Figures,
    /// Good examples and referrals to confirm.
    pub proposals: &'a [Proposal],
    /// What the reviewer should look at.
    pub findings: &'a [Finding],
    /// Stems of the texts beside the record.
    pub narratives: &'a [String],
    /// Municipalities.
    pub names: &'a Names<'a>,
    /// The reviewer's language.
    pub phrases: &'a Phrases,
}

impl Recorder<'_> {
    /// The file.
    pub fn text(&self) -> String {
        let mut out = Out::default();
        self.head(&mut out);
        self.source(&mut out);
        self.scores(&mut out);
        self.missing(&mut out);
        self.proposals(&mut out);
        out.0
    }

    fn head(&self, out: &mut Out) {
        let (occasion, cover) = (&self.reading.occasion, &self.reading.cover);
        self.notes(out, &About::Whole);
        let mut pair = |key: &'static str, value: Option<Value>| {
            self.notes(out, &About::Key(key));
            out.pair(key, value);
        };
        let basis = if self.decision.is_edition_exact { "stated" } else { "inferred" };
        pair("format", Some(Value::Integer(VERSION.into())));
        pair("code", Some(string(&self.decision.municipality.code.0)));
        pair("edition", Some(string(&self.decision.edition.id.0)));
        pair("edition-basis", Some(string(basis)));
        pair("year", Some(Value::Integer(self.decision.year.into())));
        pair("month", occasion.month.map(|it| Value::Integer(it.into())));
        pair("cover-date", cover.date.map(|it| string(&language::format_date_iso(it))));
        let ordinal = occasion.ordinal.filter(|_| !occasion.is_ordinal_doubtful);
        pair("ordinal", ordinal.map(|it| Value::Integer(it.into())));
        pair("interviews", occasion.interviews.map(|it| Value::Integer(it.into())));
        let evaluators = cover.evaluators.iter().map(|it| {
            let organisation = it.organisation.as_ref().map(|it| it.text.as_str());
            let role = it.role.as_ref().map(|it| it.text.as_str());
            table([("name", Some(it.name.text.as_str())), ("role", role), ("organisation", organisation)])
        });
        pair("evaluators", list(evaluators.collect()));
        let earlier = occasion.earlier.iter().filter(|it| **it < self.decision.year);
        pair("earlier", list(earlier.map(|it| Value::Integer((*it).into())).collect()));
        pair("narratives", list(self.narratives.iter().map(|it| string(it)).collect()));
        let facts = self.reading.facts.iter();
        out.list(
            "facts",
            facts.map(|(label, value)| {
                table([("label", Some(label.text.as_str())), ("value", Some(value.text.as_str()))])
            }),
        );
    }

    fn source(&self, out: &mut Out) {
        out.head("[source]");
        let name = &self.decision.municipality.official_name;
        let title = self.reading.cover.title.as_ref().map_or_else(
            || self.phrases.source_described(name, self.decision.year),
            |title| self.phrases.source_title(title),
        );
        out.pair("title", Some(string(&title)));
        out.pair("publisher", self.reading.cover.publisher.as_deref().map(string));
    }

    fn scores(&self, out: &mut Out) {
        // The table is there with any of its own, and must be there at all.
        if self.figures.total.is_some() || self.figures.is_empty() {
            out.head("[scores]");
            self.notes(out, &About::Key("total"));
            out.pair("total", self.figures.total.as_ref().map(|it| string(&it.text)));
        }
        self.printed(out, "areas", &self.figures.areas, false);
        self.printed(out, "boxes", &self.figures.boxes, false);
        self.printed(out, "points", &self.figures.points, true);
        self.printed(out, "percent", &self.figures.percent, true);
    }

    fn printed<K: ToString>(
        &self,
        out: &mut Out,
        name: &'static str,
        values: &BTreeMap<K, Passage>,
        is_quoted: bool,
    ) {
        if values.is_empty() {
            return;
        }
        out.head(&format!("[scores.{name}]"));
        for (number, passage) in values {
            let number = number.to_string();
            self.notes(out, &About::Score(name, number.clone()));
            let key = if is_quoted { format!("\"{number}\"") } else { number };
            out.pair(&key, Some(string(&passage.text)));
        }
    }

    /// Every absent value with its kind (P4).
    fn missing(&self, out: &mut Out) {
        let edition = self.decision.edition;
        let lacks_area =
            |number| !self.figures.areas.contains_key(&number) && !self.figures.boxes.contains_key(&number);
        let all = || edition.areas.iter().flat_map(|area| &area.sub_areas).map(|it| it.number);
        let is_unpublished = |number: &SubAreaNumber| {
            !self.figures.points.contains_key(number) && !self.figures.unreadable.contains(number)
        };
        let mut rows: Vec<(String, &str)> = Vec::new();
        if self.figures.total.is_none() {
            rows.push(("total".to_owned(), "not-published"));
        }
        if edition.areas.iter().any(|area| lacks_area(area.number)) {
            rows.push(("areas".to_owned(), "not-published"));
        }
        if all().any(|number| is_unpublished(&number)) {
            rows.push(("sub-areas".to_owned(), "not-published"));
        }
        let unreadable = self.figures.unreadable.iter().filter(|it| !self.figures.points.contains_key(it));
        rows.extend(unreadable.map(|it| (format!("\"{it}\""), "unreadable")));
        if rows.is_empty() {
            return;
        }
        out.head("[missing]");
        let about = self.findings.iter().filter(|it| matches!(it.about, About::Score("missing", _)));
        about.for_each(|it| out.note(&self.phrases.finding(it)));
        for (key, kind) in &rows {
            out.pair(key, Some(string(kind)));
        }
    }

    fn proposals(&self, out: &mut Out) {
        let (own, others): (Vec<_>, Vec<_>) = self.proposals.iter().partition(|it| it.from.is_none());
        let mut ids = BTreeMap::new();
        // One whose area nobody can tell stands in the import report alone.
        for proposal in own.into_iter().chain(others) {
            if let Some(area) = proposal.area {
                self.proposal(out, proposal, area, &mut ids);
            }
        }
    }

    fn proposal(
        &self,
        out: &mut Out,
        proposal: &Proposal,
        area: AreaNumber,
        ids: &mut BTreeMap<String, usize>,
    ) {
        let to = proposal.from.as_ref().and_then(|code| self.names.get(code));
        out.head(if to.is_some() { "[[referrals]]" } else { "[[examples]]" });
        out.note(&self.phrases.proposal(proposal.sentence.line() + 1));
        if proposal.is_guess {
            out.note(&self.phrases.guess());
        }
        let sub_area = |it: SubAreaNumber| format!("{}-{}", it.area, it.index);
        let place = proposal.sub_area.map_or_else(|| area.to_string(), sub_area);
        let who = to.map_or("eget", |it| it.slug.0.as_str());
        out.pair("id", Some(string(&unique(ids, format!("omrade-{place}-{who}")))));
        out.pair("municipality", to.map(|it| string(&it.name)));
        out.pair("area", Some(Value::Integer(area.into())));
        out.pair("sub-area", proposal.sub_area.map(|it| string(&it.to_string())));
        out.pair("topic", Some(string(&proposal.sentence.text)));
        out.pair("place", Some(string(&self.phrases.place(proposal))));
        out.pair("status", Some(string("proposed")));
    }

    /// Findings about a key, as comments before it.
    fn notes(&self, out: &mut Out, about: &About) {
        // What is missing or left over as a whole stands in the report alone.
        if *about != About::Whole {
            self.findings
                .iter()
                .filter(|it| it.about == *about)
                .for_each(|it| out.note(&self.phrases.finding(it)));
        }
    }
}

/// An id that has not been given yet.
fn unique(ids: &mut BTreeMap<String, usize>, id: String) -> String {
    let count = ids.entry(id.clone()).or_default();
    *count += 1;
    if *count == 1 { id } else { format!("{id}-{count}") }
}

fn string(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn list(values: Vec<Value>) -> Option<Value> {
    (!values.is_empty()).then_some(Value::Array(values))
}

fn table<const N: usize>(pairs: [(&str, Option<&str>); N]) -> Value {
    let pairs = pairs.into_iter().filter_map(|(key, value)| Some((key.to_owned(), string(value?))));
    Value::Table(pairs.collect())
}

/// The file so far.
#[derive(Default)]
struct Out(String);

impl Out {
    fn head(&mut self, head: &str) {
        // Writing to a string does not fail.
        let _ = write!(self.0, "\n{head}\n");
    }

    fn pair(&mut self, key: &str, value: Option<Value>) {
        if let Some(value) = value {
            let _ = writeln!(self.0, "{key} = {value}");
        }
    }

    /// A list with a line per value.
    fn list(&mut self, key: &str, values: impl Iterator<Item = Value>) {
        let rows: Vec<_> = values.map(|value| value.to_string()).collect();
        if !rows.is_empty() {
            let _ = writeln!(self.0, "{key} = [\n  {},\n]", rows.join(",\n  "));
        }
    }

    /// A comment; it must not end before its line does.
    fn note(&mut self, text: &str) {
        let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let _ = writeln!(self.0, "# {text}");
    }
}
