//! The register of municipalities and their groups.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::field::{bad_code, bad_slug, joined, unreadable_number};
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::register as file;
use crate::language::{self, nearest};
use crate::load::{Row, Table};
use crate::model::{Code, County, Group, Municipality, Slug};
use crate::source::Span;

/// The register by kommunkod. Rows with faults are in it as well, so that
/// records are not blamed for them.
pub(super) fn municipalities(
    rows: &Table<file::Municipality>,
    groups: &Table<file::Group>,
    faults: &mut Vec<Diagnostic>,
) -> BTreeMap<Code, Municipality> {
    let groups: BTreeMap<_, _> =
        groups.rows.iter().map(|row| (row.value.code.as_str(), &row.value)).collect();
    let mut register = BTreeMap::new();
    let mut slugs = BTreeMap::new();
    for row in &rows.rows {
        let municipality = municipality(row, &groups, faults);
        if let Some(other) = slugs.insert(municipality.slug.clone(), municipality.name.clone()) {
            let fault = Fault::SlugCollision { slug: municipality.slug.to_string(), other };
            faults.push(Diagnostic::new(fault, row.field("slug")));
        }
        match register.entry(municipality.code.clone()) {
            Entry::Vacant(free) => drop(free.insert(municipality)),
            Entry::Occupied(other) => {
                let fault =
                    Fault::DuplicateCode { code: other.key().to_string(), other: other.get().name.clone() };
                faults.push(Diagnostic::new(fault, row.field("code")));
            }
        }
    }
    with_namesakes(register)
}

fn municipality(
    row: &Row<file::Municipality>,
    groups: &BTreeMap<&str, &file::Group>,
    faults: &mut Vec<Diagnostic>,
) -> Municipality {
    let value = &row.value;
    if value.code.len() != 4 || !value.code.chars().all(|c| c.is_ascii_digit()) {
        faults.push(Diagnostic::new(bad_code(&value.code), row.field("code")));
    }
    if !language::is_slug(&value.slug) {
        faults.push(Diagnostic::new(bad_slug(&value.slug, "field"), row.field("slug")));
    }
    let population = whole(&value.population, row.field("population"), faults);
    let population_year = whole(&value.population_year, row.field("population_year"), faults);
    Municipality {
        // Spreadsheets drop the zero in front.
        code: Code(format!("{:0>4}", value.code)),
        name: value.name.clone(),
        genitive: value.genitive.clone(),
        official_name: value.official_name.clone(),
        also_called: Some(value.also_called.clone()).filter(|name| !name.is_empty()),
        slug: Slug(value.slug.clone()),
        county: County {
            name: value.county.clone(),
            slug: Slug(language::slug(&value.county).unwrap_or_else(|| value.county_code.clone())),
        },
        group: group(row, groups, faults),
        population: population.unwrap_or_default(),
        population_year: population_year.unwrap_or_default(),
        namesakes: Vec::new(),
    }
}

fn group(
    row: &Row<file::Municipality>,
    groups: &BTreeMap<&str, &file::Group>,
    faults: &mut Vec<Diagnostic>,
) -> Group {
    let code = &row.value.group;
    let found = groups.get(code.as_str());
    if found.is_none() {
        faults.push(Diagnostic::new(unknown_group(code, groups), row.field("group")));
    }
    Group { code: code.clone(), name: found.map(|group| group.name.clone()).unwrap_or_default() }
}

fn unknown_group(found: &str, groups: &BTreeMap<&str, &file::Group>) -> Fault {
    let names = groups.values().map(|group| group.name.as_str()).filter(|_| !found.is_empty());
    let nearest = nearest(found, names, 1).first().copied();
    let nearest = groups.values().find(|group| Some(group.name.as_str()) == nearest);
    Fault::UnknownGroup {
        found: found.to_owned(),
        known: joined(groups.values().map(|group| format!("{} ({})", group.code, group.name))),
        nearest: nearest.map(|group| group.name.clone()).unwrap_or_default(),
        code: nearest.map(|group| group.code.clone()).unwrap_or_default(),
    }
}

/// Reads a whole number.
fn whole<T: std::str::FromStr>(text: &str, span: Span, faults: &mut Vec<Diagnostic>) -> Option<T> {
    let number = text.trim().parse().ok();
    if number.is_none() {
        faults.push(Diagnostic::new(unreadable_number(text, ""), span));
    }
    number
}

/// The register with the namesakes of every municipality: those whose names look
/// the same without dots and rings (L3).
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
