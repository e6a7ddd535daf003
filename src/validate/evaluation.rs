//! One evaluation: its record and its narratives.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use super::beside::{self, Beside};
use super::field::{bad_code, joined};
use super::known::{Known, folder};
use super::score::{self, Scores};
use super::text::Link;
use super::{draft, narrative, printed, review};
use crate::diagnostic::{self, Diagnostic, Fault, Outcome};
use crate::format::evaluation as file;
use crate::format::narrative::{SUMMARY, area_stem};
use crate::language;
use crate::load::{RawEvaluation, Text};
use crate::markdown::Prose;
use crate::model::printed::{Printed, differences};
use crate::model::{
    Attachment, Basis, Edition, Evaluation, EvaluationKey, Evaluator, Example, Fact, Ground, Licence,
    Municipality, Place, Referral, Texts,
};
use crate::route::Route;
use crate::source::Span;

/// Checks one evaluation. Its links are returned, to be checked once all pages are
/// known.
pub(super) fn evaluation(raw: &RawEvaluation, known: &Known) -> Outcome<(Evaluation, Vec<Link>)> {
    let mut faults = Vec::new();
    let code = &raw.record.value.code;
    let municipality = known.municipality(code.get_ref(), raw.record.span(code), &mut faults);
    if municipality.is_some_and(|municipality| municipality.code.0 != *code.get_ref()) {
        faults.push(Diagnostic::new(bad_code(code.get_ref()), raw.record.span(code)));
    }
    let edition = known.edition(&raw.record, &raw.record.value.edition, &mut faults);
    let (Some(municipality), Some(edition)) = (municipality, edition) else {
        return Outcome { value: None, faults };
    };
    let edition = fitting(raw, edition, known, &mut faults);
    let checker = Checker { raw, known, municipality, edition };
    let mut links = Vec::new();
    let evaluation = checker.evaluation(&mut links, &mut faults);
    printed::warnings(&raw.record, &evaluation.differences, &mut faults);
    review::warnings(raw, &mut faults);
    Outcome { value: Some((evaluation, links)), faults }
}

/// The edition that the record is judged by: another one where only that fits the figures, so
/// that there is one fault and not one for each figure.
fn fitting<'k>(
    raw: &RawEvaluation,
    edition: &'k Edition,
    known: &'k Known,
    faults: &mut Vec<Diagnostic>,
) -> &'k Edition {
    let Some((fitting, count)) = score::fitting(&raw.record, edition, known.editions.values()) else {
        return edition;
    };
    let fault = Fault::MisfittingEdition {
        edition: edition.id.to_string(),
        fitting: fitting.id.to_string(),
        count: count.to_string(),
    };
    faults.push(Diagnostic::new(fault, raw.record.span(&raw.record.value.edition)));
    fitting
}

/// One record with what it refers to.
struct Checker<'a> {
    raw: &'a RawEvaluation,
    known: &'a Known,
    municipality: &'a Municipality,
    edition: &'a Edition,
}

impl Checker<'_> {
    fn evaluation(&self, links: &mut Vec<Link>, faults: &mut Vec<Diagnostic>) -> Evaluation {
        let record = &self.raw.record.value;
        self.folder(faults);
        self.ranges(faults);
        self.future(faults);
        Beside::new(self.raw, self.edition).faults(faults);
        let Scores { total, mut areas } = score::scores(&self.raw.record, self.edition, faults);
        for (result, area) in areas.iter_mut().zip(&self.edition.areas) {
            let text = self.named(&area_stem(area.number));
            let page = self.page();
            let of = (self.edition, area);
            result.narrative = text.map(|text| narrative::area_narrative(text, of, &page, links, faults));
        }
        let key = EvaluationKey { code: self.municipality.code.clone(), year: *record.year.get_ref() };
        let month = record.month.as_ref().map(|month| *month.get_ref()).filter(|month| *month <= 12);
        let cover_date = record
            .cover_date
            .as_ref()
            .and_then(|date| super::field::past_date(&self.raw.record, date, self.known.today, faults));
        let printed = Printed { year: key.year, month, cover_date, total, areas: &areas };
        let differences = differences(printed, self.edition);
        Evaluation {
            key,
            publication: draft::publication(&self.raw.record, self.known.today, faults),
            month,
            edition: self.edition.id.clone(),
            basis: self.basis(faults),
            is_old: self.is_old(month),
            texts: self.texts(faults),
            stated_licence: self.licence(faults),
            cover_date,
            ordinal: record.ordinal.as_ref().map(|ordinal| *ordinal.get_ref()),
            interviews: record.interviews.as_ref().map(|interviews| *interviews.get_ref()),
            evaluators: record.evaluators.iter().map(evaluator).collect(),
            earlier: record.earlier.iter().map(|year| *year.get_ref()).collect(),
            updated: record
                .updated
                .as_ref()
                .and_then(|date| super::field::past_date(&self.raw.record, date, self.known.today, faults)),
            report: self.report(faults),
            facts: record.facts.iter().map(fact).collect(),
            source: super::field::citation(&self.raw.record, &record.source, faults),
            stated_total: total,
            areas,
            differences,
            summary: self.summary(links, faults),
            examples: self.examples(faults),
            referrals: self.referrals(faults),
        }
    }

    fn page(&self) -> Route {
        Route::Evaluation(self.municipality.slug.clone(), *self.raw.record.value.year.get_ref())
    }

    /// Objects to an evaluation that has not been made yet.
    fn future(&self, faults: &mut Vec<Diagnostic>) {
        let (record, today) = (&self.raw.record.value, self.known.today);
        let year = *record.year.get_ref();
        if i32::from(year) > i32::from(today.year()) {
            let span = self.raw.record.span(&record.year);
            faults.push(super::field::future(year.to_string(), today, span));
        } else if let Some(month) = &record.month
            && i32::from(year) == i32::from(today.year())
            && i32::from(*month.get_ref()) > i32::from(today.month())
        {
            let found = format!("{year}-{:02}", month.get_ref());
            faults.push(super::field::future(found, today, self.raw.record.span(month)));
        }
    }

    /// Whose words the texts are: said where there are any, and only there (P10).
    fn texts(&self, faults: &mut Vec<Diagnostic>) -> Option<Texts> {
        let record = &self.raw.record.value;
        let (has_texts, at) = match (record.narratives.first(), &record.texts) {
            (Some(_), Some(texts)) => {
                return Some(match texts.get_ref() {
                    file::Texts::Verbatim => Texts::Verbatim,
                    file::Texts::Own => Texts::Own,
                });
            }
            (None, None) => return None,
            // Texts that are not listed are told of by themselves.
            (None, Some(_)) if !self.raw.narratives.is_empty() => return None,
            (Some(narrative), None) => ("yes", self.raw.record.span(narrative)),
            (None, Some(texts)) => ("no", self.raw.record.span(texts)),
        };
        faults.push(Diagnostic::new(Fault::WhoseTexts { has_texts: has_texts.to_owned() }, at));
        None
    }

    /// The licence of the texts, if it is stated and there are any (P10).
    fn licence(&self, faults: &mut Vec<Diagnostic>) -> Option<Licence> {
        let record = &self.raw.record;
        let written = record.value.texts_licence.as_ref()?;
        if record.value.narratives.is_empty() && self.raw.narratives.is_empty() {
            faults.push(Diagnostic::new(Fault::LicenceOfNoTexts {}, record.span(written)));
        }
        Some(super::field::licence(record, written.get_ref(), faults))
    }

    /// Whether more than ten years have passed since the month of the evaluation; without a
    /// month, since the end of its year.
    fn is_old(&self, month: Option<u8>) -> bool {
        let months = |year: i32, month: i32| year * 12 + month;
        let made = months((*self.raw.record.value.year.get_ref()).into(), month.unwrap_or(12).into());
        let today = self.known.today;
        months(today.year().into(), today.month().into()) - made > 10 * 12
    }

    /// How the edition is known: one that was concluded says from what, and only that (P10).
    fn basis(&self, faults: &mut Vec<Diagnostic>) -> Basis {
        let record = &self.raw.record.value;
        let (basis, at) = match (record.edition_basis, &record.edition_ground) {
            (file::EditionBasis::Stated, None) => return Basis::Stated,
            (file::EditionBasis::Inferred, Some(ground)) => {
                return Basis::Inferred(match ground.get_ref() {
                    file::EditionGround::Maxima => Ground::Maxima,
                    file::EditionGround::Time => Ground::Time,
                });
            }
            (file::EditionBasis::Stated, Some(ground)) => ("stated", self.raw.record.span(ground)),
            (file::EditionBasis::Inferred, None) => ("inferred", self.raw.record.span(&record.edition)),
        };
        faults.push(Diagnostic::new(Fault::EditionGround { basis: basis.to_owned() }, at));
        Basis::Stated
    }

    /// Objects to a record outside the folder of its municipality and year.
    fn folder(&self, faults: &mut Vec<Diagnostic>) {
        let record = &self.raw.record;
        let found = folder(&self.raw.slug, &self.raw.year);
        let slug = &self.municipality.slug.0;
        let year = record.value.year.get_ref().to_string();
        let expected = folder(slug, &year);
        let at = if self.raw.slug == *slug {
            record.span(&record.value.year)
        } else {
            record.span(&record.value.code)
        };
        let is_respelt = self.raw.slug != *slug && language::slug(&self.raw.slug).as_ref() == Some(slug);
        // A folder is named anew once, whatever it holds.
        let is_told = is_respelt && {
            let all = folder(&self.raw.slug, "");
            self.known.folders.range(all.clone()..found.clone()).any(|it| it.starts_with(&all))
        };
        // A slug that is itself at fault cannot tell whether the folder is right.
        if found != expected && language::is_slug(slug) && !is_told {
            let taken = match self.known.folders.contains(&expected) {
                true => "yes",
                false if is_respelt && self.known.has_folders_of(slug) => "beside",
                false if is_respelt => "respelt",
                false if self.raw.slug == *slug && self.raw.year.parse::<u16>().is_err() => "year",
                false => "no",
            };
            let taken = taken.to_owned();
            let (meant, fix) = self.meant_by_folder();
            let fault = Fault::FolderMismatch { folder: found, expected, taken, meant, fix };
            faults.push(Diagnostic::new(fault, at));
        }
    }

    /// What the evaluation is about by its folder, and the line that makes the record say so;
    /// both empty where the folder does not tell.
    fn meant_by_folder(&self) -> (String, String) {
        let here = self.known.municipalities.values().find(|it| it.slug.0 == self.raw.slug);
        match here.map(|here| (here, self.raw.year.parse::<u16>())) {
            Some((here, _)) if here.code != self.municipality.code => {
                (here.name.clone(), format!("code = \"{}\"", here.code))
            }
            Some((_, Ok(year))) => (year.to_string(), format!("year = {year}")),
            _ => (String::new(), String::new()),
        }
    }

    fn ranges(&self, faults: &mut Vec<Diagnostic>) {
        let record = &self.raw.record.value;
        let reason = record.withdrawn.as_ref().filter(|reason| is_no_reason(reason.get_ref()));
        faults.extend(reason.map(|it| {
            let found = Some(it.get_ref().trim()).filter(|found| !found.is_empty()).unwrap_or("none");
            let fault = Fault::NoReason { found: found.to_owned() };
            Diagnostic::new(fault, self.raw.record.span(it))
        }));
        let mut range = |what: &str, found: u16, lowest: u16, highest: u16, span| {
            if !(lowest..=highest).contains(&found) {
                let range = format!("{lowest}–{highest}");
                let fault = Fault::OutOfRange { what: what.to_owned(), found: found.to_string(), range };
                faults.push(Diagnostic::new(fault, span));
            }
        };
        let record_span = &self.raw.record;
        range("year", *record.year.get_ref(), self.edition.year, 2100, record_span.span(&record.year));
        if let Some(month) = &record.month {
            range("month", u16::from(*month.get_ref()), 1, 12, record_span.span(month));
        }
        if let Some(ordinal) = &record.ordinal {
            range("ordinal", u16::from(*ordinal.get_ref()), 1, 20, record_span.span(ordinal));
        }
        for year in &record.earlier {
            let before = record.year.get_ref().saturating_sub(1);
            range("earlier", *year.get_ref(), 1998, before, record_span.span(year));
        }
    }

    /// The text of a narrative that the record names.
    fn named(&self, stem: &str) -> Option<&Text> {
        let is_named = self.raw.record.value.narratives.iter().any(|name| name.get_ref() == stem);
        self.raw.narratives.get(stem).filter(|_| is_named)
    }

    /// The original report.
    fn report(&self, faults: &mut Vec<Diagnostic>) -> Option<Attachment> {
        let named = self.raw.record.value.report.as_ref();
        let (name, span) = (named?.get_ref(), self.raw.record.span(named?));
        let address = address_name(name);
        if address.is_none() {
            faults.push(Diagnostic::new(Fault::BadFileName { found: name.clone() }, span));
        }
        let mut reports = self.raw.reports.iter();
        let bytes = reports.find(|(file, _)| beside::is_same_name(name, file)).map(|(_, bytes)| bytes);
        if bytes.is_none() {
            let path = format!("{}/{name}", folder(&self.raw.slug, &self.raw.year));
            let (name, nearest, form) = (name.clone(), String::new(), "folder".to_owned());
            let fault = Fault::MissingReport { name, path, nearest, form };
            faults.push(Diagnostic::new(fault, span));
        }
        Some(Attachment { name: address?, bytes: Arc::clone(bytes?) })
    }

    fn summary(&self, links: &mut Vec<Link>, faults: &mut Vec<Diagnostic>) -> Option<Prose> {
        let text = self.named(SUMMARY)?;
        Some(narrative::summary(text, &self.page(), links, faults))
    }

    fn examples(&self, faults: &mut Vec<Diagnostic>) -> Vec<Example> {
        let record = &self.raw.record.value;
        let mut ids = BTreeMap::new();
        for id in record.examples.iter().map(|it| &it.id).chain(record.referrals.iter().map(|it| &it.id)) {
            self.id(id, &mut ids, faults);
        }
        let places = record.examples.iter().filter_map(|example| {
            let (area, sub_area) = self.place(&example.area, example.sub_area.as_ref(), faults)?;
            let (id, topic, passage) =
                (example.id.get_ref().clone(), example.topic.clone(), example.place.clone());
            let summary = self.lesson_summary(example.summary.as_ref(), faults);
            let is_proposed = is_proposed(example.status);
            Some(Example { place: Place { id, area, sub_area, topic, summary, passage, is_proposed } })
        });
        places.collect()
    }

    fn referrals(&self, faults: &mut Vec<Diagnostic>) -> Vec<Referral> {
        let referrals = self.raw.record.value.referrals.iter().filter_map(|referral| {
            let span = self.raw.record.span(&referral.municipality);
            let to = self.known.municipality(referral.municipality.get_ref(), span, faults);
            let place = self.place(&referral.area, referral.sub_area.as_ref(), faults);
            let (to, (area, sub_area)) = to.zip(place)?;
            if to.code == self.municipality.code {
                let fault = Fault::SelfReferral { municipality: to.name.clone() };
                faults.push(Diagnostic::new(fault, span));
            }
            let (id, topic, passage) =
                (referral.id.get_ref().clone(), referral.topic.clone(), referral.place.clone());
            let summary = self.lesson_summary(referral.summary.as_ref(), faults);
            let is_proposed = is_proposed(referral.status);
            let place = Place { id, area, sub_area, topic, summary, passage, is_proposed };
            Some(Referral { place, to: to.code.clone() })
        });
        referrals.collect()
    }

    /// The summary of a good example or referral; objects to one that is no short plain
    /// paragraph.
    fn lesson_summary(
        &self,
        summary: Option<&toml::Spanned<String>>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<String> {
        let (summary, text) = (summary?, summary?.get_ref().trim());
        let length = text.chars().count();
        let mut marks: Vec<_> = text.chars().filter(|it| file::MARKUP.contains(it)).collect();
        marks.sort_unstable();
        marks.dedup();
        let (why, found) = if text.is_empty() {
            ("empty", String::new())
        } else if text.contains(['\n', '\r']) {
            ("lines", String::new())
        } else if !marks.is_empty() {
            ("markup", marks.into_iter().map(String::from).collect::<Vec<_>>().join(" "))
        } else if length > file::MOST_OF_SUMMARY {
            ("long", length.to_string())
        } else {
            return Some(text.to_owned());
        };
        let most = file::MOST_OF_SUMMARY.to_string();
        let fault = Fault::LessonSummary { why: why.to_owned(), found, most };
        faults.push(Diagnostic::new(fault, self.raw.record.span(summary)));
        None
    }

    /// Objects to an id that cannot be an anchor, or that occurs twice in the record.
    fn id(
        &self,
        id: &toml::Spanned<String>,
        seen: &mut BTreeMap<String, Span>,
        faults: &mut Vec<Diagnostic>,
    ) {
        let place = self.raw.record.span(id);
        if !language::is_slug(id.get_ref()) {
            faults.push(Diagnostic::new(Fault::BadId { found: id.get_ref().clone() }, place));
            return;
        }
        match seen.entry(id.get_ref().clone()) {
            Entry::Vacant(free) => drop(free.insert(place)),
            Entry::Occupied(first) => {
                let fault = Fault::DuplicateExample { id: id.get_ref().clone() };
                faults.push(Diagnostic::new(fault, diagnostic::Place::Again { place, first: *first.get() }));
            }
        }
    }

    /// The area and sub-area of a passage; the sub-area must be one of that area.
    fn place(
        &self,
        area: &toml::Spanned<u8>,
        sub_area: Option<&toml::Spanned<String>>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<(u8, Option<crate::model::SubAreaNumber>)> {
        let number = *area.get_ref();
        if self.edition.area(number).is_none() {
            let fault = score::unknown_area(&number.to_string(), self.edition);
            faults.push(Diagnostic::new(fault, self.raw.record.span(area)));
            return None;
        }
        let Some(key) = sub_area else { return Some((number, None)) };
        let sub_area = score::sub_area(&self.raw.record, key, self.edition, faults)?;
        if sub_area.area != number {
            let of_area = self.edition.area(number).into_iter().flat_map(|area| &area.sub_areas);
            let fault = Fault::SubAreaElsewhere {
                sub_area: sub_area.to_string(),
                name: self.edition.sub_area(sub_area).map(|it| it.name.clone()).unwrap_or_default(),
                area: number.to_string(),
                own: sub_area.area.to_string(),
                known: joined(of_area.map(|it| format!("{} ({})", it.number, it.name))),
            };
            let (place, first) = (self.raw.record.span(key), self.raw.record.span(area));
            faults.push(Diagnostic::new(fault, diagnostic::Place::Again { place, first }));
        }
        Some((number, Some(sub_area)))
    }
}

/// Warns of numbers in order that do not follow those of earlier evaluations by the same edition:
/// a copied record keeps the number of the one it was copied from. Some reports count only those
/// by the same criteria, so numbers of two editions are not compared.
pub(super) fn ordinals(evaluations: &[RawEvaluation], faults: &mut Vec<Diagnostic>) {
    let shown = evaluations.iter().filter(|raw| raw.record.value.withdrawn.is_none());
    let numbered = shown.filter_map(|raw| {
        let record = &raw.record.value;
        let of = (&raw.slug, record.edition.get_ref());
        Some((of, *record.year.get_ref(), record.ordinal.as_ref()?, &raw.record))
    });
    let mut numbered: Vec<_> = numbered.collect();
    numbered.sort_by_key(|(of, year, ..)| (*of, *year));
    for pair in numbered.windows(2) {
        let [(of_earlier, year, earlier, _), (of, later, ordinal, record)] = pair else { continue };
        if of == of_earlier && year < later && ordinal.get_ref() <= earlier.get_ref() {
            let fault = Fault::OrdinalOrder {
                ordinal: ordinal.get_ref().to_string(),
                earlier: earlier.get_ref().to_string(),
                year: year.to_string(),
            };
            faults.push(Diagnostic::new(fault, record.span(ordinal)));
        }
    }
}

/// Whether `reason` says nothing: it is empty, or answers a question that nobody has asked.
fn is_no_reason(reason: &str) -> bool {
    let words = ["", "ja", "nej", "yes", "no", "true", "false", "-", "–", "?"];
    words.contains(&reason.trim().to_lowercase().as_str())
}

/// The name in the address of a file: its own where that needs no encoding, else one made of
/// it, `Rapport från Höganäs.pdf` → `rapport-fran-hoganas.pdf` (L3). `None` where nothing of
/// it can be kept, and for hidden files and paths.
fn address_name(name: &str) -> Option<String> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if name.starts_with('.') || name.contains(['/', '\\']) {
        return None;
    }
    if name.chars().all(is_plain) {
        return Some(name.to_owned());
    }
    let (stem, extension) = name.rsplit_once('.')?;
    Some(format!("{}.{}", language::slug(stem)?, language::slug(extension)?))
}

fn is_proposed(status: file::Status) -> bool {
    status == file::Status::Proposed
}

fn fact(fact: &file::Fact) -> Fact {
    Fact { label: fact.label.clone(), value: fact.value.clone() }
}

fn evaluator(evaluator: &file::Evaluator) -> Evaluator {
    let file::Evaluator { name, role, organisation } = evaluator.clone();
    Evaluator { name, role, organisation }
}
