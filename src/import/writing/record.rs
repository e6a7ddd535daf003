//! `evaluation.toml`, with a comment wherever the reviewer should look.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::mem;
use std::vec::IntoIter;

use jiff::civil::Date;
use toml::Spanned;
use toml_edit::visit::Visit;
use toml_edit::{DocumentMut, Formatted, Item, KeyMut, Table};

use super::Written;
use super::phrase::Phrases;
use crate::format::evaluation::{
    EditionBasis, EditionGround, Evaluation, Evaluator, Example, Fact, Key, Missing, Referral, Scores,
    Status, Texts,
};
use crate::format::{Citation, Printed, VERSION};
use crate::import::judgement::decision::{Decision, Ground};
use crate::import::judgement::figures::Figures;
use crate::import::judgement::finding::{About, Finding};
use crate::import::judgement::proposal::Proposal;
use crate::import::judgement::proposal::brief::{brief, summary};
use crate::import::line::document::Passage;
use crate::import::reading::Reading;
use crate::import::vocabulary::names::Names;
use crate::language;
use crate::model::{Edition, SubAreaNumber};

/// The record of what was read and decided on `day`, with `findings` as comments. The
/// texts beside it have the stems `narratives`.
pub(crate) fn record(
    reading: &Reading,
    decision: &Decision<'_>,
    figures: &Figures,
    narratives: impl Iterator<Item = String>,
    lessons: Lessons<'_>,
    findings: &[Finding],
    day: Option<Date>,
) -> Written {
    let (occasion, cover) = (&reading.occasion, &reading.cover);
    let phrases = Phrases::swedish();
    let title = cover.title.as_ref().map_or_else(
        || phrases.source_described(&decision.municipality.official_name, decision.year),
        |title| phrases.source_title(title),
    );
    let text = |passage: &Passage| passage.text.clone();
    let evaluators = cover.evaluators.iter().map(|it| Evaluator {
        name: text(&it.name),
        organisation: it.organisation.as_ref().map(text),
        role: it.role.as_ref().map(text),
    });
    let (examples, of_examples): (Vec<_>, Vec<_>) = lessons.examples.into_iter().unzip();
    let (referrals, of_referrals): (Vec<_>, Vec<_>) = lessons.referrals.into_iter().unzip();
    let record = Evaluation {
        format: unplaced(VERSION),
        // What nobody has read is not for readers (P11).
        draft: true,
        publish_at: None,
        withdrawn: None,
        code: unplaced(decision.municipality.code.0.clone()),
        edition: unplaced(decision.edition.id.0.clone()),
        edition_basis: match decision.ground {
            Ground::Stated(_) => EditionBasis::Stated,
            Ground::Maxima | Ground::Other => EditionBasis::Inferred,
        },
        edition_ground: match decision.ground {
            Ground::Stated(_) => None,
            Ground::Maxima | Ground::Other => Some(unplaced(EditionGround::Maxima)),
        },
        year: unplaced(decision.year),
        month: occasion.month.map(unplaced),
        cover_date: cover.date.map(|it| unplaced(language::format_date_iso(it))),
        ordinal: occasion.ordinal.filter(|_| !occasion.is_ordinal_doubtful).map(unplaced),
        interviews: occasion.interviews.map(unplaced),
        evaluators: evaluators.collect(),
        earlier: occasion.earlier.iter().filter(|it| **it < decision.year).copied().map(unplaced).collect(),
        narratives: narratives.map(unplaced).collect(),
        texts: Some(unplaced(Texts::Verbatim)),
        texts_licence: None,
        updated: day.map(|day| unplaced(language::format_date_iso(day))),
        report: None,
        facts: reading
            .facts
            .iter()
            .map(|(label, value)| Fact { label: text(label), value: text(value) })
            .collect(),
        source: Citation { title, publisher: cover.publisher.clone(), url: None },
        scores: unplaced(scores(figures)),
        missing: missing(figures, decision.edition),
        examples,
        referrals,
    };
    annotated(&record, findings, &of_examples, &of_referrals)
}

/// A value of a record that is not in a file yet.
pub(super) fn unplaced<T>(value: T) -> Spanned<T> {
    Spanned::new(0..0, value)
}

fn scores(figures: &Figures) -> Scores {
    fn printed<K: ToString>(values: &BTreeMap<K, Passage>) -> Printed {
        values.iter().map(|(number, it)| (unplaced(number.to_string()), unplaced(it.text.clone()))).collect()
    }
    Scores {
        total: figures.total.as_ref().map(|it| unplaced(it.text.clone())),
        areas: printed(&figures.areas),
        boxes: printed(&figures.boxes),
        points: printed(&figures.points),
        percent: printed(&figures.percent),
    }
}

/// Every absent value with its kind (P4).
fn missing(figures: &Figures, edition: &Edition) -> BTreeMap<Spanned<String>, Spanned<Missing>> {
    let mut missing = BTreeMap::new();
    let mut lacks = |key: String, kind| missing.insert(unplaced(key), unplaced(kind));
    if figures.total.is_none() {
        lacks(Scores::TOTAL.to_owned(), Missing::NotPublished);
    }
    let has_value = |area| figures.areas.contains_key(&area) || figures.boxes.contains_key(&area);
    if !edition.areas.iter().all(|area| has_value(area.number)) {
        lacks(Scores::AREAS.to_owned(), Missing::NotPublished);
    }
    let is_printed = |it: SubAreaNumber| figures.points.contains_key(&it) || figures.unreadable.contains(&it);
    if !edition.areas.iter().flat_map(|area| &area.sub_areas).all(|it| is_printed(it.number)) {
        lacks(Missing::SUB_AREAS.to_owned(), Missing::NotPublished);
    }
    for number in &figures.unreadable {
        if !figures.points.contains_key(number) {
            lacks(number.to_string(), Missing::Unreadable);
        }
    }
    missing
}

/// Good examples and referrals as a record holds them, each with the proposal
/// that it was made of.
#[derive(Debug, Default)]
pub(crate) struct Lessons<'r> {
    examples: Vec<(Example, &'r Proposal)>,
    referrals: Vec<(Referral, &'r Proposal)>,
}

impl<'r> Lessons<'r> {
    /// What a record holds of `proposals`. One whose area nobody can tell
    /// stands in the import report alone.
    pub(crate) fn new(proposals: &'r [Proposal], names: &Names<'_>) -> Self {
        let mut lessons = Self::default();
        let mut ids = BTreeMap::new();
        for proposal in proposals {
            let Some(area) = proposal.area else { continue };
            let to = proposal.from.as_ref().and_then(|code| names.get(code));
            let sub_area = |it: SubAreaNumber| format!("{}-{}", it.area, it.index);
            let place = proposal.sub_area.map_or_else(|| area.to_string(), sub_area);
            let who = to.map_or("eget", |it| it.slug.0.as_str());
            let id = unplaced(unique(&mut ids, format!("omrade-{place}-{who}")));
            let area = unplaced(area);
            let sub_area = proposal.sub_area.map(|it| unplaced(it.to_string()));
            let topic = brief(&proposal.sentence.text);
            let summary = summary(&proposal.sentence.text).map(unplaced);
            let place = Phrases::swedish().place(proposal);
            let status = Status::Proposed;
            if let Some(to) = to {
                let municipality = unplaced(to.name.clone());
                let referral = Referral { id, municipality, area, sub_area, topic, summary, place, status };
                lessons.referrals.push((referral, proposal));
            } else {
                let example = Example { id, area, sub_area, topic, summary, place, status };
                lessons.examples.push((example, proposal));
            }
        }
        lessons
    }
}

/// An id that has not been given yet.
fn unique(ids: &mut BTreeMap<String, usize>, id: String) -> String {
    let count = ids.entry(id.clone()).or_default();
    *count += 1;
    if *count == 1 { id } else { format!("{id}-{count}") }
}

/// The file of `record`, with comments before the keys that `findings` are
/// about, and before the passages that were made of `examples` and `referrals`.
fn annotated(
    record: &Evaluation,
    findings: &[Finding],
    examples: &[&Proposal],
    referrals: &[&Proposal],
) -> Written {
    let mut document = toml_edit::ser::to_document(record).unwrap_or_default();
    // The day of the import is nothing that the report says.
    let mut said = document.clone();
    said.remove(Key::Updated.name());
    let mut comments = Comments(values(&said));
    let about_keys = findings.iter().filter_map(|it| match it.about {
        About::Key(key) => Some((key, Phrases::swedish().finding(it))),
        _ => None,
    });
    let mut notes = Notes::new(about_keys.collect());
    for (mut name, item) in document.iter_mut() {
        let Some(key) = Key::of(name.get()) else { continue };
        let before = comments.lines(notes.due(key).into_iter());
        match key {
            Key::Source | Key::Scores | Key::Missing => {
                let Some(table) = opened(item) else { continue };
                table.decor_mut().set_prefix(before + "\n");
                match key {
                    Key::Scores => comment_scores(table, findings, &mut comments),
                    Key::Missing => comment_missing(table, findings, &mut comments),
                    _ => {}
                }
            }
            Key::Examples => comment_lessons(item, examples, &mut comments),
            Key::Referrals => comment_lessons(item, referrals, &mut comments),
            _ => {
                name.leaf_decor_mut().set_prefix(before);
                if key == Key::Facts {
                    break_lines(item);
                }
            }
        }
    }
    Written { text: document.to_string(), said: comments.0 }
}

/// What is to be said of the keys of a record.
pub(super) struct Notes(Peekable<IntoIter<(Key, String)>>);

impl Notes {
    /// These notes; those on one key stay in their order.
    pub(super) fn new(mut notes: Vec<(Key, String)>) -> Self {
        notes.sort_by_key(|(key, _)| *key);
        Self(notes.into_iter().peekable())
    }

    /// The notes that are due before `key`, the next one that the record has: what is said of
    /// a key that it lacks stands where that would be.
    pub(super) fn due(&mut self, key: Key) -> Vec<String> {
        std::iter::from_fn(|| self.0.next_if(|(about, _)| *about <= key)).map(|(_, note)| note).collect()
    }

    /// Those that are left, after the last key that the record has.
    pub(super) fn rest(self) -> Vec<String> {
        self.0.map(|(_, note)| note).collect()
    }
}

/// Comments that have been written, after the values of the record.
struct Comments(Vec<String>);

impl Comments {
    /// Lines of comments; none ends before its line does.
    fn lines(&mut self, notes: impl Iterator<Item = String>) -> String {
        let mut lines = String::new();
        for note in notes {
            let text: String = note.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            lines.push_str("# ");
            lines.push_str(&text);
            lines.push('\n');
            self.0.push(text);
        }
        lines
    }

    fn before(&mut self, mut key: KeyMut<'_>, notes: impl Iterator<Item = String>) {
        let lines = self.lines(notes);
        key.leaf_decor_mut().set_prefix(lines);
    }
}

/// An inline table made one with a head of its own.
pub(super) fn opened(item: &mut Item) -> Option<&mut Table> {
    *item = mem::take(item).into_table().map_or_else(|item| item, Item::Table);
    item.as_table_mut()
}

fn comment_scores(scores: &mut Table, findings: &[Finding], comments: &mut Comments) {
    let mut notes = BTreeMap::<_, Vec<String>>::new();
    for finding in findings {
        if let Some(place) = place(finding.about) {
            notes.entry(place).or_default().push(Phrases::swedish().finding(finding));
        }
    }
    let mut notes = |section, number: &str| notes.remove(&(section, number.to_owned())).unwrap_or_default();
    // A head of its own stands over the total, or over nothing at all.
    scores.set_implicit(!scores.contains_key(Scores::TOTAL) && !scores.is_empty());
    if let Some(total) = scores.key_mut(Scores::TOTAL) {
        comments.before(total, notes(Scores::TOTAL, "").into_iter());
    }
    for section in [Scores::AREAS, Scores::BOXES, Scores::POINTS, Scores::PERCENT] {
        let Some(table) = scores.get_mut(section).and_then(opened) else { continue };
        table.sort_values_by(|one, _, other, _| number(one.get()).cmp(&number(other.get())));
        for (number, _) in table.iter_mut() {
            let here = notes(section, number.get());
            comments.before(number, here.into_iter());
        }
    }
}

/// The number of an area or sub-area, to sort by: 1.10 comes after 1.2.
fn number(key: &str) -> Vec<u8> {
    key.split('.').filter_map(|part| part.parse().ok()).collect()
}

/// The section of the scores and the number of the value that a finding is
/// about; the total has no number.
fn place(about: About) -> Option<(&'static str, String)> {
    match about {
        About::Total => Some((Scores::TOTAL, String::new())),
        About::Area(area) => Some((Scores::AREAS, area.to_string())),
        About::Box(area) => Some((Scores::BOXES, area.to_string())),
        About::Points(sub_area) => Some((Scores::POINTS, sub_area.to_string())),
        About::Percent(sub_area) => Some((Scores::PERCENT, sub_area.to_string())),
        About::Whole | About::Key(_) | About::Missing => None,
    }
}

fn comment_missing(missing: &mut Table, findings: &[Finding], comments: &mut Comments) {
    // From the whole to the parts.
    let whole = [Scores::TOTAL, Scores::AREAS, Missing::SUB_AREAS];
    let rank = |name: &str| (whole.iter().position(|it| *it == name).unwrap_or(whole.len()), number(name));
    missing.sort_values_by(|one, _, other, _| rank(one.get()).cmp(&rank(other.get())));
    let here = findings.iter().filter(|it| it.about == About::Missing);
    if let Some((first, _)) = missing.iter_mut().next() {
        comments.before(first, here.map(|it| Phrases::swedish().finding(it)));
    }
}

fn comment_lessons(item: &mut Item, proposals: &[&Proposal], comments: &mut Comments) {
    *item = mem::take(item).into_array_of_tables().map_or_else(|item| item, Item::ArrayOfTables);
    let Some(tables) = item.as_array_of_tables_mut() else { return };
    let phrases = Phrases::swedish();
    for (table, proposal) in tables.iter_mut().zip(proposals) {
        let guess = proposal.is_guess.then(|| phrases.guess());
        let notes = std::iter::once(phrases.proposal(&proposal.sentence)).chain(guess);
        if let Some((first, _)) = table.iter_mut().next() {
            comments.before(first, notes);
        }
    }
}

/// A list with a line per value.
fn break_lines(item: &mut Item) {
    let Some(list) = item.as_array_mut() else { return };
    for value in list.iter_mut() {
        value.decor_mut().set_prefix("\n  ");
    }
    list.set_trailing_comma(true);
    list.set_trailing("\n");
}

/// Every text and number of a document.
fn values(document: &DocumentMut) -> Vec<String> {
    struct Values(Vec<String>);
    impl<'d> Visit<'d> for Values {
        fn visit_string(&mut self, text: &'d Formatted<String>) {
            self.0.push(text.value().clone());
        }
        fn visit_integer(&mut self, number: &'d Formatted<i64>) {
            self.0.push(number.value().to_string());
        }
    }
    let mut values = Values(Vec::new());
    values.visit_document(document);
    values.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_the_order_of_their_numbers() {
        let points = BTreeMap::from(["1.1", "1.10", "1.2"].map(|key| (key, "4")));
        let areas = BTreeMap::from(["10", "9"].map(|key| (key, "40")));
        let scores = BTreeMap::from([("points", points), ("areas", areas)]);
        let mut scores = toml_edit::ser::to_document(&scores).unwrap();
        comment_scores(&mut scores, &[], &mut Comments(Vec::new()));
        let keys = |name: &str| -> Vec<_> {
            scores[name].as_table().unwrap().iter().map(|(key, _)| key.to_owned()).collect()
        };
        assert_eq!(keys("points"), ["1.1", "1.2", "1.10"]);
        assert_eq!(keys("areas"), ["9", "10"]);
    }

    #[test]
    fn what_is_missing_goes_from_the_whole_to_its_parts() {
        let missing = BTreeMap::from(["1.10", "1.2", "areas", "total"].map(|key| (key, "unreadable")));
        let mut missing = toml_edit::ser::to_document(&missing).unwrap();
        comment_missing(&mut missing, &[], &mut Comments(Vec::new()));
        let keys: Vec<_> = missing.iter().map(|(key, _)| key.to_owned()).collect();
        assert_eq!(keys, ["total", "areas", "1.2", "1.10"]);
    }
}
