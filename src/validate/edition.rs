//! Editions: numbers without gaps, maxima that add up, known successors.

use std::collections::BTreeMap;

use super::field::{bad_slug, joined};
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::edition as file;
use crate::language;
use crate::load::Document;
use crate::model::{Area, Edition, EditionId, Slug, SubArea, SubAreaNumber};
use crate::source::Span;

type Files = BTreeMap<String, Document<file::Edition>>;

/// All editions. Exactly one of them has no successor.
pub(super) fn editions(files: &Files, faults: &mut Vec<Diagnostic>) -> BTreeMap<EditionId, Edition> {
    let current: Vec<_> = files.iter().filter(|(_, file)| file.value.succeeded_by.is_none()).collect();
    let has_current = current.len() == 1;
    // An edition under the name of another is most likely a copy of it, and nothing else that is
    // said of the two helps.
    let is_named = |(stem, file): (&String, &Document<file::Edition>)| file.value.id.get_ref() == stem;
    if !has_current && files.iter().all(is_named) {
        faults.push(not_one_current(&current, files));
    }
    if let [(_, only)] = current.as_slice() {
        slug_collisions(only, faults);
    }
    files
        .iter()
        .map(|(stem, document)| edition(stem, document, files, has_current, faults))
        .map(|it| (it.id.clone(), it))
        .collect()
}

/// The fault of several `current` editions, or of none.
fn not_one_current(current: &[(&String, &Document<file::Edition>)], files: &Files) -> Diagnostic {
    let names = joined(current.iter().map(|(stem, _)| stem));
    let mut by_year = current.to_vec();
    by_year.sort_by_key(|(_, file)| file.value.year);
    let (file, fix) = match by_year.as_slice() {
        [(older, _), (newer, _)] => {
            (format!("content/editions/{older}.toml"), format!("succeeded-by = \"{newer}\""))
        }
        _ => Default::default(),
    };
    let current = if names.is_empty() { "none".to_owned() } else { names };
    let fault = Fault::CurrentEdition { current, file, fix };
    match by_year.last().map(|(_, file)| *file).or(files.values().last()) {
        Some(file) => Diagnostic::new(fault, file.span(&file.value.id)),
        None => Diagnostic::new(fault, crate::diagnostic::Place::File("content/editions".to_owned())),
    }
}

/// Objects to areas of the current edition that claim the same address (L3).
fn slug_collisions(current: &Document<file::Edition>, faults: &mut Vec<Diagnostic>) {
    let mut taken = BTreeMap::new();
    for area in current.value.areas.get_ref() {
        let Some(slug) = &area.slug else { continue };
        if let Some(other) = taken.insert(slug.get_ref(), &area.name) {
            let fault = Fault::SlugCollision { slug: slug.get_ref().clone(), other: other.clone() };
            faults.push(Diagnostic::new(fault, current.span(slug)));
        }
    }
}

/// One edition. Without exactly one current edition nothing can be said of
/// successors and addresses.
fn edition(
    stem: &str,
    document: &Document<file::Edition>,
    files: &Files,
    has_current: bool,
    faults: &mut Vec<Diagnostic>,
) -> Edition {
    let file = &document.value;
    if file.id.get_ref() != stem {
        let fault = Fault::EditionFileName { id: file.id.get_ref().clone(), file: stem.to_owned() };
        faults.push(Diagnostic::new(fault, document.span(&file.id)));
    }
    let successor = if has_current { successor(document, files, faults) } else { None };
    let checker = AreaChecker { document, has_current, successor };
    let numbered = (1..=u8::MAX).zip(file.areas.get_ref());
    let areas = numbered.map(|(number, area)| checker.area(number, area, faults)).collect();
    Edition {
        id: EditionId(stem.to_owned()),
        name: file.name.clone(),
        year: file.year,
        succeeded_by: file.succeeded_by.as_ref().map(|id| EditionId(id.get_ref().clone())),
        comparability: file.comparability.clone(),
        areas,
    }
}

/// The edition that `document` says succeeds it.
fn successor<'a>(
    document: &Document<file::Edition>,
    files: &'a Files,
    faults: &mut Vec<Diagnostic>,
) -> Option<&'a file::Edition> {
    let id = document.value.succeeded_by.as_ref()?;
    let found = files.get(id.get_ref()).filter(|found| found.value.succeeded_by.is_none());
    if found.is_none() {
        let known =
            joined(files.iter().filter(|(_, file)| file.value.succeeded_by.is_none()).map(|(id, _)| id));
        let fault = Fault::UnknownEdition { found: id.get_ref().clone(), known };
        faults.push(Diagnostic::new(fault, document.span(id)));
    }
    found.map(|found| &found.value)
}

/// Checks the areas of one edition.
struct AreaChecker<'a> {
    document: &'a Document<file::Edition>,
    has_current: bool,
    successor: Option<&'a file::Edition>,
}

impl AreaChecker<'_> {
    fn area(&self, number: u8, area: &file::Area, faults: &mut Vec<Diagnostic>) -> Area {
        check_number(
            &area.number.get_ref().to_string(),
            &number.to_string(),
            self.document.span(&area.number),
            faults,
        );
        let maximum = self.maximum(area, faults);
        let short_name = self.short_name(area, faults);
        let sub_areas = (1..=u8::MAX).zip(&area.sub_areas).map(|(index, sub_area)| {
            let expected = SubAreaNumber { area: number, index };
            let span = self.document.span(&sub_area.number);
            check_number(sub_area.number.get_ref(), &expected.to_string(), span, faults);
            SubArea {
                number: expected,
                name: sub_area.name.clone(),
                also: sub_area.also.clone(),
                maximum: *sub_area.maximum.get_ref(),
            }
        });
        Area {
            number,
            name: area.name.clone(),
            short_name,
            also: area.also.clone(),
            description: area.description.clone(),
            maximum,
            sub_areas: sub_areas.collect(),
            slug: self.slug(area, faults),
            successor: self.successor(area, number, faults),
        }
    }

    fn short_name(&self, area: &file::Area, faults: &mut Vec<Diagnostic>) -> Option<String> {
        let name = area.short_name.as_ref()?;
        let length = name.get_ref().chars().count();
        if !(1..=file::Area::SHORT).contains(&length) {
            let most = file::Area::SHORT.to_string();
            let fault = Fault::ShortName { length: length.to_string(), most };
            faults.push(Diagnostic::new(fault, self.document.span(name)));
        }
        Some(name.get_ref().clone())
    }

    /// The points an area is worth, which those of its sub-areas add up to.
    fn maximum(&self, area: &file::Area, faults: &mut Vec<Diagnostic>) -> u16 {
        let maximum = area.maximum.as_ref().map_or(file::Area::USUAL_MAXIMUM, |it| *it.get_ref());
        let sum: u32 = area.sub_areas.iter().map(|sub_area| u32::from(*sub_area.maximum.get_ref())).sum();
        if sum != u32::from(maximum) {
            let fault = Fault::MaximaSum {
                area: area.name.clone(),
                sum: sum.to_string(),
                expected: maximum.to_string(),
                parts: joined(area.sub_areas.iter().map(|sub_area| sub_area.maximum.get_ref())),
            };
            let given = area.maximum.as_ref().map(|maximum| self.document.span(maximum));
            faults.push(Diagnostic::new(fault, given.unwrap_or_else(|| self.document.span(&area.number))));
        }
        maximum
    }

    /// The address of an area. Areas of the current edition must have one, others must
    /// not.
    fn slug(&self, area: &file::Area, faults: &mut Vec<Diagnostic>) -> Option<Slug> {
        let is_current = self.document.value.succeeded_by.is_none();
        if self.has_current && area.slug.is_some() != is_current {
            faults.push(self.misplaced_slug(area));
        }
        let slug = area.slug.as_ref()?;
        if !language::is_slug(slug.get_ref()) {
            let fault = bad_slug(slug.get_ref(), "field");
            faults.push(Diagnostic::new(fault, self.document.span(slug)));
        }
        Some(Slug(slug.get_ref().clone()))
    }

    /// An address that is missing, or that should not be there.
    fn misplaced_slug(&self, area: &file::Area) -> Diagnostic {
        let slug = area.slug.as_ref().map_or("none", |slug| slug.get_ref().as_str());
        let fault = Fault::AreaSlug {
            area: area.name.clone(),
            slug: slug.to_owned(),
            edition: self.document.value.id.get_ref().clone(),
        };
        let span = area.slug.as_ref().map(|slug| self.document.span(slug));
        Diagnostic::new(fault, span.unwrap_or_else(|| self.document.span(&area.number)))
    }

    fn successor(&self, area: &file::Area, own: u8, faults: &mut Vec<Diagnostic>) -> u8 {
        let Some(successor) = self.successor else { return own };
        let found = area.successor.as_ref();
        let known = successor.areas.get_ref().len();
        if let Some(number) = found.filter(|number| (1..=known).contains(&usize::from(*number.get_ref()))) {
            return *number.get_ref();
        }
        let fault = Fault::UnknownSuccessor {
            found: found.map_or_else(|| "none".to_owned(), |number| number.get_ref().to_string()),
            edition: successor.id.get_ref().clone(),
        };
        let span =
            found.map_or_else(|| self.document.span(&area.number), |number| self.document.span(number));
        faults.push(Diagnostic::new(fault, span));
        own
    }
}

/// Objects to numbers that do not follow each other without gaps.
fn check_number(found: &str, expected: &str, span: Span, faults: &mut Vec<Diagnostic>) {
    if found != expected {
        let fault = Fault::EditionNumber { found: found.to_owned(), expected: expected.to_owned() };
        faults.push(Diagnostic::new(fault, span));
    }
}
