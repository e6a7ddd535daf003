//! The register of municipalities and their groups.

use std::collections::BTreeMap;

use super::joined;
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::register as file;
use crate::language;
use crate::load::{Row, Table};
use crate::model::{Code, Group, Municipality, Slug};
use crate::source::Span;

/// The register by kommunkod.
pub fn municipalities(
    rows: &Table<file::Municipality>,
    groups: &Table<file::Group>,
    faults: &mut Vec<Diagnostic>,
) -> BTreeMap<Code, Municipality> {
    let groups: BTreeMap<_, _> =
        groups.rows.iter().map(|row| (row.value.code.as_str(), &row.value)).collect();
    let mut register = BTreeMap::new();
    let mut slugs = BTreeMap::new();
    for row in &rows.rows {
        let Some(municipality) = municipality(row, &groups, faults) else { continue };
        if let Some(other) = slugs.insert(municipality.slug.clone(), municipality.name.clone()) {
            let fault = Fault::SlugCollision { slug: municipality.slug.to_string(), other };
            faults.push(Diagnostic::new(fault, row.field("slug")));
        }
        if let Some(other) = register.insert(municipality.code.clone(), municipality) {
            let fault = Fault::DuplicateCode { code: other.code.to_string(), other: other.name };
            faults.push(Diagnostic::new(fault, row.field("code")));
        }
    }
    with_namesakes(register)
}

fn municipality(
    row: &Row<file::Municipality>,
    groups: &BTreeMap<&str, &file::Group>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Municipality> {
    let value = &row.value;
    if value.code.len() != 4 || !value.code.chars().all(|c| c.is_ascii_digit()) {
        faults.push(Diagnostic::new(Fault::BadCode { found: value.code.clone() }, row.field("code")));
    }
    if !language::is_slug(&value.slug) {
        faults.push(Diagnostic::new(Fault::BadSlug { found: value.slug.clone() }, row.field("slug")));
    }
    let population = whole(&value.population, row.field("population"), faults);
    let population_year = whole(&value.population_year, row.field("population_year"), faults);
    Some(Municipality {
        code: Code(value.code.clone()),
        name: value.name.clone(),
        genitive: value.genitive.clone(),
        official_name: value.official_name.clone(),
        also_called: Some(value.also_called.clone()).filter(|name| !name.is_empty()),
        slug: Slug(value.slug.clone()),
        county: value.county.clone(),
        county_slug: Slug(language::slug(&value.county).unwrap_or_else(|| value.county_code.clone())),
        group: group(row, groups, faults)?,
        population: population?,
        population_year: population_year?,
        namesakes: Vec::new(),
    })
}

fn group(
    row: &Row<file::Municipality>,
    groups: &BTreeMap<&str, &file::Group>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Group> {
    let found = groups.get(row.value.group.as_str());
    if found.is_none() {
        let fault = Fault::UnknownGroup { found: row.value.group.clone(), known: joined(groups.keys()) };
        faults.push(Diagnostic::new(fault, row.field("group")));
    }
    found.map(|group| Group { code: group.code.clone(), name: group.name.clone() })
}

/// Reads a whole number.
fn whole<T: std::str::FromStr>(text: &str, span: Span, faults: &mut Vec<Diagnostic>) -> Option<T> {
    let number = text.trim().parse().ok();
    if number.is_none() {
        faults.push(Diagnostic::new(Fault::UnreadableNumber { found: text.to_owned() }, span));
    }
    number
}

/// Tells municipalities apart whose names look the same without dots (L3).
fn with_namesakes(mut register: BTreeMap<Code, Municipality>) -> BTreeMap<Code, Municipality> {
    let mut bearers = BTreeMap::<_, Vec<Code>>::new();
    for municipality in register.values() {
        bearers.entry(language::slug(&municipality.name)).or_default().push(municipality.code.clone());
    }
    for municipality in register.values_mut() {
        let alike = bearers.get(&language::slug(&municipality.name)).into_iter().flatten();
        municipality.namesakes = alike.filter(|code| **code != municipality.code).cloned().collect();
    }
    register
}
