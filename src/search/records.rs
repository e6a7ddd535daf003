//! What can be found, as records. A hit leads to a passage instead of to the top
//! of a long page, so every passage of an evaluation is a record of its own, with
//! the address of its page and its anchor there.
//!
//! Texts that all reports share are no content of this portal, so no record holds
//! them (S4).

use rayon::prelude::*;

use super::Document;
use super::compounds::Compounds;
use crate::model::{
    AreaNumber, AreaResult, Entry, Facet, Lesson, LessonKind, Municipality, PassageKind, Portal, TextPage,
};
use crate::route::{self, Anchor, AreaSubject, Page, Route, Spot};

/// Stands after a part of a text that does not end like a sentence.
const APART: &str = " · ";

/// How many pages' records are made at the same time: enough to keep all
/// processors busy, and few enough that only a little of all text is in memory.
const PAGES_AT_ONCE: usize = 64;

/// Everything that can be found, sorted by address. The iterator makes records as
/// it goes, so that they are never all in memory.
pub(super) fn records<'p>(portal: &'p Portal, compounds: &'p Compounds) -> impl Iterator<Item = Document> {
    let library = Library { portal, compounds };
    let mut pages = route::pages(portal);
    pages.sort_by_cached_key(|page| page.route().address());
    let mut batches = pages.chunks(PAGES_AT_ONCE).map(<[_]>::to_vec).collect::<Vec<_>>().into_iter();
    let batches = std::iter::from_fn(move || {
        let batch = batches.next()?;
        Some(batch.par_iter().map(|page| library.documents(page)).collect::<Vec<_>>())
    });
    batches.flatten().flatten()
}

/// Where everything that records say comes from.
#[derive(Clone, Copy)]
struct Library<'p> {
    portal: &'p Portal,
    compounds: &'p Compounds,
}

impl<'p> Library<'p> {
    /// The records of one page, sorted by address.
    fn documents(&self, page: &Page<'p>) -> Vec<Document> {
        let mut documents = match page {
            Page::Municipality(municipality) => vec![self.municipality(municipality)],
            Page::Evaluation(entry) => self.evaluation(*entry),
            Page::Area(subject) => vec![self.area_page(*subject)],
            Page::Method(text) | Page::Text(_, text) => vec![self.text_page(&page.route(), text)],
            // Not found: they gather what other pages say, or have no text of their own.
            Page::Home
            | Page::Municipalities
            | Page::Areas
            | Page::Comparison
            | Page::Examples
            | Page::ExamplesBy(_)
            | Page::Search
            | Page::Changes
            | Page::NotFound
            | Page::SearchDescription => Vec::new(),
        };
        documents.sort_by(|one, other| one.address.cmp(&other.address));
        documents
    }

    fn municipality(&self, municipality: &Municipality) -> Document {
        let Municipality { name, genitive, official_name, also_called, code, county, group, .. } =
            municipality;
        let names: Vec<_> = std::iter::once(name.as_str()).chain(also_called.as_deref()).collect();
        let words: Vec<_> = names
            .iter()
            .copied()
            .chain([code.0.as_str(), county.name.as_str(), group.name.as_str()])
            .collect();
        let called = [&names[..], &[genitive.as_str(), official_name, code.0.as_str()]].concat().join(" ");
        let record = Record::new(PassageKind::Municipality, &Route::Municipality(municipality.slug.clone()));
        let record = record.titled(official_name).says(&words.join(APART)).with("name", &called);
        self.finish(record.narrowed(whereabouts(municipality)))
    }

    fn area_page(&self, AreaSubject { area, slug, .. }: AreaSubject<'_>) -> Document {
        let names = area.sub_areas.iter().map(|sub_area| sub_area.name.as_str());
        let words: Vec<_> = std::iter::once(area.description.as_str()).chain(names).collect();
        let record = Record::new(PassageKind::Page, &Route::Area(slug.clone()));
        let record = record.titled(&area.name).says(&words.join(APART));
        self.finish(record.narrowed([Facet::Area(slug.clone())]))
    }

    fn text_page(&self, route: &Route, page: &TextPage) -> Document {
        let record = Record::new(PassageKind::Page, route).titled(&page.title);
        self.finish(record.says(&page.title).says(&page.prose.plain_text()))
    }

    /// The records of an evaluation: its summary, the narrative and the lists of
    /// each area, its good examples and referrals.
    fn evaluation(&self, entry: Entry<'p>) -> Vec<Document> {
        let mut documents = vec![self.summary(entry)];
        for area in &entry.evaluation.areas {
            documents.extend(self.narrative(entry, area));
            documents.extend(self.lists(entry, area));
        }
        documents.extend(self.portal.lessons_of(entry).map(|lesson| self.lesson(&lesson)));
        documents
    }

    fn summary(&self, entry: Entry<'_>) -> Document {
        let Entry { municipality, edition, evaluation } = entry;
        let title = format!("{} {}", municipality.official_name, evaluation.key.year);
        let record = Record::new(PassageKind::Summary, &Route::of(entry)).titled(&title);
        let record = match &evaluation.summary {
            Some(summary) => record.says(&summary.plain_text()),
            None => record.says(&title).says(&edition.name),
        };
        self.finish(record.about(entry))
    }

    fn narrative(&self, entry: Entry<'_>, result: &AreaResult) -> Option<Document> {
        let narrative = result.narrative.as_ref()?;
        let introduction = (!narrative.introduction.is_empty()).then_some((None, &narrative.introduction));
        let sections = narrative.sections.iter().map(|it| (Some(it.heading.as_str()), &it.prose));
        let record = self.passage(PassageKind::Narrative, entry, result.number, Anchor::Area(result.number));
        let texts = introduction.into_iter().chain(sections);
        let record = texts.fold(record, |record, (heading, prose)| {
            record.says(heading.unwrap_or_default()).says(&prose.plain_text())
        });
        record.has_words().then(|| self.finish(record))
    }

    fn lists(&self, entry: Entry<'_>, result: &AreaResult) -> Vec<Document> {
        let Some(narrative) = &result.narrative else { return Vec::new() };
        let records = narrative.lists.iter().map(|(list, items)| {
            let anchor = Anchor::List(result.number, list);
            let record = self.passage(PassageKind::List(list), entry, result.number, anchor);
            items.iter().fold(record, |record, item| record.says(&item.plain_text()))
        });
        records.filter(Record::has_words).map(|record| self.finish(record)).collect()
    }

    fn lesson(&self, lesson: &Lesson<'_>) -> Document {
        let Lesson { kind, from, entry, place, .. } = *lesson;
        let kind = match kind {
            LessonKind::Own => PassageKind::Example,
            LessonKind::Referral => PassageKind::Referral,
        };
        let sub_area = place.sub_area.and_then(|number| entry.edition.sub_area(number));
        let record = self.passage(kind, entry, place.area, Anchor::Example(place.id.clone()));
        let record = record.titled(&place.topic).says(&place.topic).says(&from.official_name);
        let record = record.says(sub_area.map_or("", |it| &it.name)).says(&place.passage);
        self.finish(record.narrowed(whereabouts(from)))
    }

    /// A passage of an evaluation that is about an area.
    fn passage(&self, kind: PassageKind, entry: Entry<'_>, number: AreaNumber, anchor: Anchor) -> Record {
        let current = self.portal.current_area(entry, number);
        let record = Record::at(kind, &Route::of(entry).at(anchor));
        let record = record.titled(entry.edition.area(number).map_or("", |area| &area.name));
        let record = record.about(entry);
        record.narrowed(current.and_then(|area| area.slug.clone()).map(Facet::Area))
    }

    fn finish(&self, record: Record) -> Document {
        let mut document = record.0;
        document.parts = self.compounds.parts_of(&[&document.title, &document.text]);
        document
    }
}

/// Where a municipality belongs: a search can be narrowed down by all of this.
fn whereabouts(municipality: &Municipality) -> [Facet; 3] {
    [
        Facet::County(municipality.county.slug.clone()),
        Facet::Group(municipality.group.clone()),
        Facet::Municipality(municipality.slug.clone()),
    ]
}

/// A record being written.
struct Record(Document);

impl Record {
    /// A record of what a page is about as a whole.
    fn new(kind: PassageKind, route: &Route) -> Self {
        Self::found_at(kind, route.address())
    }

    /// A record of a passage of a page.
    fn at(kind: PassageKind, spot: &Spot) -> Self {
        Self::found_at(kind, spot.address())
    }

    fn found_at(kind: PassageKind, address: String) -> Self {
        let document = Document { address, ..Document::default() };
        Self(document).narrowed([Facet::Passage(kind)])
    }

    fn titled(mut self, title: &str) -> Self {
        title.clone_into(&mut self.0.title);
        self
    }

    /// Adds `words` to the text, with ` · ` before them unless the text ends like a
    /// sentence.
    fn says(mut self, words: &str) -> Self {
        if words.is_empty() {
            return self;
        }
        let text = &mut self.0.text;
        if !text.is_empty() {
            text.push_str(if text.ends_with(['.', '!', '?']) { " " } else { APART });
        }
        text.push_str(words);
        self
    }

    fn has_words(&self) -> bool {
        self.0.text.contains(char::is_alphanumeric)
    }

    /// Adds words by which it is found as well, under the name of a field.
    fn with(mut self, name: &str, words: &str) -> Self {
        self.0.context.insert(name.to_owned(), words.to_owned());
        self
    }

    /// Adds the evaluation that this is a passage of.
    fn about(mut self, entry: Entry<'_>) -> Self {
        let Entry { municipality, edition, evaluation } = entry;
        let year = evaluation.key.year;
        self = self.with("evaluation", &format!("{} {year}", municipality.official_name));
        self.0.order.insert("year".to_owned(), i32::from(year));
        self.narrowed([Facet::Edition(edition.id.clone()), Facet::Year(year)])
            .narrowed(whereabouts(municipality))
    }

    fn narrowed(mut self, facets: impl IntoIterator<Item = Facet>) -> Self {
        for facet in facets {
            let values = self.0.filters.entry(facet.name().to_owned()).or_default();
            let value = facet.value();
            if !values.contains(&value) {
                values.push(value);
            }
        }
        self
    }
}
