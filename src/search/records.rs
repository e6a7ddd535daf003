//! What can be found, as records. A hit leads to a passage instead of to the top
//! of a long page, so every passage of an evaluation is a record of its own, with
//! the address of its page and its anchor there.
//!
//! Texts that all reports share are no content of this portal, so no record holds
//! them (S4).

use super::document::{Document, Listing, Standing};
use crate::markdown::Section;
use crate::model::{
    AreaNumber, AreaResult, Entry, Facet, Lesson, LessonKind, Municipality, PassageKind, Portal, Statement,
    TextPage,
};
use crate::route::{Anchor, AreaSubject, Page, Route, StatementPart};

/// Stands after a part of a text that does not end like a sentence.
const APART: &str = " · ";

/// Everything that can be found on `pages`, in their order.
pub(super) fn records(portal: &Portal, listings: &[Listing], pages: &[Page<'_>]) -> Vec<Document> {
    let library = Library { portal, listings };
    pages.iter().flat_map(|page| library.documents(page)).collect()
}

/// Where everything that records say comes from.
#[derive(Clone, Copy)]
struct Library<'p> {
    portal: &'p Portal,
    listings: &'p [Listing],
}

impl<'p> Library<'p> {
    /// The records of one page, sorted by their anchors.
    fn documents(self, page: &Page<'p>) -> Vec<Document> {
        let mut documents = match page {
            Page::Municipality(municipality) => vec![municipality_record(municipality)],
            Page::Evaluation(entry) => self.evaluation(*entry),
            Page::Area(subject) => vec![area_record(*subject)],
            Page::Accessibility(statement) => self.statement(&page.route(), statement),
            Page::About(text) | Page::Method(text) | Page::Text(_, text) => text_records(&page.route(), text),
            // They gather what other pages say, and are found by their titles.
            Page::Municipalities
            | Page::Areas
            | Page::Comparison
            | Page::Examples
            | Page::Network
            | Page::Changes
            | Page::Differences => self.listing(&page.route()).into_iter().collect(),
            // Whoever asks in the portal's language is not helped by a text in another.
            Page::Introduction(_)
            | Page::Home
            | Page::Withdrawn(..)
            | Page::AreaResults(..)
            | Page::EditionTable(_)
            | Page::PeersTable(..)
            | Page::ExamplesBy(_)
            | Page::Search
            | Page::Design
            | Page::NotFound
            | Page::SearchDescription
            | Page::Manifest => Vec::new(),
        };
        documents.sort_by(|one, other| one.anchor.cmp(&other.anchor));
        documents
    }

    /// A page that lists what is found elsewhere.
    fn listing(&self, route: &Route) -> Option<Document> {
        let listing = self.listings.iter().find(|listing| listing.route == *route)?;
        let record = Record::new(PassageKind::Page, route).titled(&listing.title).says(&listing.title);
        Some(record.says(&listing.description).finish())
    }

    /// The accessibility statement: what it is, and its parts as passages of their own.
    fn statement(self, route: &Route, statement: &Statement) -> Vec<Document> {
        let Some(listing) = self.listings.iter().find(|listing| listing.route == *route) else {
            return Vec::new();
        };
        let whole = Record::of_portal(route).titled(&listing.title).says(&listing.title);
        let whole = whole.says(&listing.description);
        let part = |part| {
            let record = Record::of_portal(route).at(&Anchor::Statement(part).id());
            record.titled(&listing.title).placed(&statement.service)
        };
        let measures = statement
            .measures
            .iter()
            .fold(part(StatementPart::Measures), |record, (name, text)| record.headed(name).says(text));
        let lacking = statement
            .shortcomings
            .iter()
            .fold(part(StatementPart::Shortcomings), |record, it| record.headed(&it.what).says(&it.why));
        let report = part(StatementPart::Report).says(&statement.how);
        let supervision = part(StatementPart::Supervision).says(&statement.authority);
        let assessment = part(StatementPart::Assessment).says(&statement.method);
        let records = [whole, measures, lacking, report, supervision, assessment];
        records.into_iter().filter(Record::has_words).map(Record::finish).collect()
    }

    /// The records of an evaluation: its summary, the narrative and the lists of
    /// each area, its good examples and referrals.
    fn evaluation(&self, entry: Entry<'p>) -> Vec<Document> {
        let mut documents = vec![summary(entry)];
        for area in &entry.evaluation.areas {
            documents.extend(self.narrative(entry, area));
            documents.extend(self.lists(entry, area));
        }
        documents.extend(self.portal.lessons_of(entry).map(|lesson| self.lesson(&lesson)));
        documents
    }

    fn narrative(&self, entry: Entry<'_>, result: &AreaResult) -> Option<Document> {
        let narrative = result.narrative.as_ref()?;
        let introduction = (!narrative.introduction.is_empty()).then_some((None, &narrative.introduction));
        let sections = narrative.sections.iter().map(|it| (Some(it.heading.as_str()), &it.prose));
        let record = self.passage(PassageKind::Narrative, entry, result.number, &Anchor::Area(result.number));
        let texts = introduction.into_iter().chain(sections);
        let record = texts.fold(record, |record, (heading, prose)| {
            record.headed(heading.unwrap_or_default()).says(&prose.plain_text())
        });
        record.has_words().then(|| record.finish())
    }

    fn lists(&self, entry: Entry<'_>, result: &AreaResult) -> Vec<Document> {
        let Some(narrative) = &result.narrative else { return Vec::new() };
        let records = narrative.lists.iter().map(|(list, items)| {
            let anchor = Anchor::List(result.number, list);
            let record = self.passage(PassageKind::List(list), entry, result.number, &anchor);
            items.iter().fold(record, |record, item| record.says(&item.plain_text()))
        });
        records.filter(Record::has_words).map(Record::finish).collect()
    }

    fn lesson(&self, lesson: &Lesson<'_>) -> Document {
        let Lesson { kind, from, entry, place, .. } = *lesson;
        let kind = match kind {
            LessonKind::Own => PassageKind::Example,
            LessonKind::Referral => PassageKind::Referral,
        };
        let sub_area = place.sub_area.and_then(|number| entry.edition.sub_area(number));
        let record = self.passage(kind, entry, place.area, &Anchor::Example(place.id.clone()));
        // Of a referral it is the other municipality that there is to learn from.
        let title = match kind {
            PassageKind::Referral => format!("{}: {}", from.name, place.topic),
            _ => place.topic.clone(),
        };
        let record = record.titled(&title).says(&title).says(&from.official_name);
        let record = record.says(place.summary.as_deref().unwrap_or_default());
        let record = record.says(sub_area.map_or("", |it| &it.name));
        // Where it stands says something only of what says nothing itself.
        let record = record.says(if place.summary.is_some() { "" } else { &place.passage });
        record.narrowed(whereabouts(from)).finish()
    }

    /// A passage of an evaluation that is about an area.
    fn passage(&self, kind: PassageKind, entry: Entry<'_>, number: AreaNumber, anchor: &Anchor) -> Record {
        let current = self.portal.current_area(entry, number);
        let record = Record::new(kind, &Route::of(entry)).at(&anchor.id());
        let record = record.titled(entry.edition.area(number).map_or("", |area| &area.name));
        let record = record.about(entry);
        record.narrowed(current.and_then(|area| area.slug.clone()).map(Facet::Area))
    }
}

fn summary(entry: Entry<'_>) -> Document {
    let Entry { municipality, edition, evaluation } = entry;
    let title = format!("{} {}", municipality.official_name, evaluation.key.year);
    let record = Record::new(PassageKind::Summary, &Route::of(entry)).titled(&title);
    let record = match &evaluation.summary {
        Some(summary) => record.says(&summary.plain_text()),
        None => record.says(&title).says(&edition.name),
    };
    record.about(entry).finish()
}

fn municipality_record(municipality: &Municipality) -> Document {
    let Municipality { name, genitive, official_name, also_called, code, county, group, .. } = municipality;
    let names: Vec<_> = std::iter::once(name.as_str()).chain(also_called.as_deref()).collect();
    let about = [code.0.as_str(), &county.name, &group.name];
    let called = [&names[..], &[genitive.as_str(), official_name, code.0.as_str()]].concat().join(" ");
    let record = Record::new(PassageKind::Municipality, &Route::Municipality(municipality.slug.clone()));
    let record =
        record.titled(official_name).called(&called).says(&[&names[..], &about].concat().join(APART));
    record.narrowed(whereabouts(municipality)).finish()
}

fn area_record(AreaSubject { area, slug, .. }: AreaSubject<'_>) -> Document {
    let names = area.sub_areas.iter().map(|sub_area| sub_area.name.as_str());
    let words: Vec<_> = std::iter::once(area.description.as_str()).chain(names).collect();
    let record = Record::new(PassageKind::Page, &Route::Area(slug.clone()));
    record.titled(&area.name).says(&words.join(APART)).narrowed([Facet::Area(slug.clone())]).finish()
}

/// The parts of a page of text: what stands before its first heading, under its title,
/// and what follows each heading, under that.
fn text_records(route: &Route, page: &TextPage) -> Vec<Document> {
    let sections = page.prose.sections().into_iter();
    let records = sections.map(|Section { heading, text, has_code, .. }| {
        let record = Record::of_portal(route);
        let record = match heading {
            None => record.titled(&page.title).says(&page.title),
            Some((id, heading)) => record.at(&id).titled(&heading).placed(&page.title),
        };
        record.says(&text).technical(has_code)
    });
    records.map(Record::finish).collect()
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
    /// A record of a page, or of a passage of it.
    fn new(kind: PassageKind, route: &Route) -> Self {
        let record = Self(Document { page: route.address(), ..Document::default() });
        record.narrowed([Facet::Passage(kind)])
    }

    /// A record of what explains the portal.
    fn of_portal(route: &Route) -> Self {
        let mut record = Self::new(PassageKind::Page, route);
        record.0.standing = Standing::About;
        record
    }

    /// Says that it names columns, keys or files, if it does.
    fn technical(mut self, is_technical: bool) -> Self {
        if is_technical {
            self.0.standing = Standing::Technical;
        }
        self
    }

    fn at(mut self, anchor: &str) -> Self {
        anchor.clone_into(&mut self.0.anchor);
        self
    }

    fn titled(mut self, title: &str) -> Self {
        title.clone_into(&mut self.0.title);
        self
    }

    fn placed(mut self, place: &str) -> Self {
        place.clone_into(&mut self.0.place);
        self
    }

    fn called(mut self, names: &str) -> Self {
        names.clone_into(&mut self.0.names);
        self
    }

    /// Adds a heading to the text.
    fn headed(mut self, heading: &str) -> Self {
        self.0.headings.push_str(heading);
        self.0.headings.push('\n');
        self.says(heading)
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

    /// Adds the evaluation that this is a passage of.
    fn about(self, entry: Entry<'_>) -> Self {
        let Entry { municipality, edition, evaluation } = entry;
        let year = evaluation.key.year;
        self.placed(&format!("{} {year}", municipality.official_name))
            .narrowed([Facet::Edition(edition.id.clone()), Facet::Year(year)])
            .narrowed(whereabouts(municipality))
    }

    fn narrowed(mut self, facets: impl IntoIterator<Item = Facet>) -> Self {
        let filters = &mut self.0.filters;
        for facet in facets {
            let (name, value) = (facet.name(), facet.value());
            match filters.iter_mut().find(|(of, _)| *of == name) {
                Some((_, values)) if values.contains(&value) => {}
                Some((_, values)) => values.push(value),
                None => filters.push((name, vec![value])),
            }
        }
        self
    }

    fn finish(self) -> Document {
        self.0
    }
}
