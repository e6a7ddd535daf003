//! What a spreadsheet would change in the content: a value, which is told before anything
//! of it is written.

use std::path::{Path, PathBuf};
use std::{fs, io};

use jiff::civil::Date;

use super::edition::{Ground, decide, other_sums};
use super::entry::{Entries, Entry, Identity, edition_named};
use super::objection::{At, Objection, Remark, Trouble};
use super::record::{Change, blank, merged};
use super::title::Titles;
use crate::disk::shown;
use crate::format::evaluation::{Evaluation, FILE};
use crate::import::request::Knowledge;
use crate::model::{EditionId, Municipality};

/// What the content would be.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Every evaluation that can be written, by municipality and year.
    pub evaluations: Vec<Planned>,
    /// Everything that is refused, in the order of the cells.
    pub objections: Vec<Objection>,
    /// How many evaluations, or rows of nobody knows which, are refused.
    pub refused: usize,
    /// Everything that should be known, in the order of the cells.
    pub remarks: Vec<At<Remark>>,
}

/// One evaluation as it would be.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Name of the municipality.
    pub name: String,
    /// Year of the evaluation.
    pub year: u16,
    /// Its edition.
    pub edition: EditionId,
    /// How that is known.
    pub ground: Ground,
    /// The folder of its record.
    pub folder: PathBuf,
    /// The record there is, if there is one.
    pub old: Option<String>,
    /// Whether nobody has released it.
    pub is_draft: bool,
    /// The record as it would be.
    pub new: String,
    /// The values that change, none if it is there already.
    pub changes: Vec<Change>,
}

/// How far a plan may go.
#[derive(Clone, Copy, Debug)]
pub struct Licence {
    /// Whether values of records that have been released may change.
    pub replace: bool,
    /// The day of the change.
    pub today: Date,
}

/// Compares `entries` with the records in the folder `content`. `file` is the name of the
/// spreadsheet, which becomes the source of new records that give none.
///
/// # Errors
/// When the file system fails.
pub fn plan(
    entries: Entries,
    knowledge: &Knowledge<'_>,
    titles: &Titles,
    content: &Path,
    file: &str,
    licence: Licence,
) -> io::Result<Plan> {
    let Entries { entries, refused, unidentified, objections, remarks } = entries;
    let refused = refused.len() + unidentified;
    let mut plan = Plan { evaluations: Vec::new(), objections, refused, remarks };
    for (identity, entry) in &entries {
        let Some(municipality) = knowledge.municipalities.get(&identity.code) else { continue };
        match planned((identity, entry), municipality, knowledge, titles, content, file, licence)? {
            Ok(planned) => {
                let edition =
                    knowledge.editions.get(&planned.edition).filter(|_| !planned.changes.is_empty());
                plan.remarks.extend(edition.into_iter().flat_map(|it| other_sums(entry, it)));
                plan.evaluations.push(planned);
            }
            Err(objections) => {
                plan.refused += 1;
                plan.objections.extend(objections);
            }
        }
    }
    plan.objections.sort_by(|one, other| one.spot.cmp(&other.spot));
    // What is wrong with a head is wrong with every row.
    plan.objections.dedup();
    plan.remarks.sort_by(|one, other| one.spot.cmp(&other.spot));
    Ok(plan)
}

fn planned(
    (identity, entry): (&Identity, &Entry),
    municipality: &Municipality,
    knowledge: &Knowledge<'_>,
    titles: &Titles,
    content: &Path,
    file: &str,
    licence: Licence,
) -> io::Result<Result<Planned, Vec<Objection>>> {
    let folder = content.join("evaluations").join(&municipality.slug.0).join(identity.year.to_string());
    let path = folder.join(FILE);
    let old = match fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let at = |trouble| vec![Objection::new(entry.spot.clone(), trouble)];
    let bad = |message: String| at(Trouble::BadRecord { path: shown(&path), message });
    let old = match old.map(String::from_utf8).transpose() {
        Ok(old) => old,
        Err(error) => return Ok(Err(bad(error.to_string()))),
    };
    let there = match old.as_deref().map(toml::from_str::<Evaluation>).transpose() {
        Ok(there) => there,
        Err(error) => return Ok(Err(bad(error.message().to_owned()))),
    };
    let asked = match asked(entry, knowledge) {
        Ok(asked) => asked,
        Err(objection) => return Ok(Err(vec![objection])),
    };
    let recorded = there.as_ref().map(|it| EditionId(it.edition.get_ref().clone()));
    if let (Some(asked), Some(recorded)) = (asked, &recorded)
        && asked != recorded
    {
        let (edition, record) = (asked.to_string(), recorded.to_string());
        return Ok(Err(at(Trouble::RecordOfOther { path: shown(&path), edition, record })));
    }
    let (edition, ground) =
        match decide(entry, identity.year, asked.or(recorded.as_ref()), knowledge.editions, titles) {
            Ok(decided) => decided,
            Err(objections) => return Ok(Err(objections)),
        };
    let start = old.clone().unwrap_or_else(|| blank(identity, entry, edition, ground, file));
    let (new, changes) = match merged(&start, entry, edition, licence.today) {
        Ok(merged) => merged,
        Err(message) => return Ok(Err(bad(message))),
    };
    // What is written must be a record, whatever was there.
    if let Err(error) = toml::from_str::<Evaluation>(&new) {
        return Ok(Err(bad(error.message().to_owned())));
    }
    let is_draft = there.as_ref().is_none_or(|it| it.draft);
    if !is_draft && !changes.is_empty() && !licence.replace {
        return Ok(Err(at(Trouble::Released { path: shown(&path) })));
    }
    let (name, edition) = (municipality.name.clone(), edition.id.clone());
    Ok(Ok(Planned { name, year: identity.year, edition, ground, folder, old, is_draft, new, changes }))
}

/// The edition that the spreadsheet names.
fn asked<'k>(entry: &Entry, knowledge: &Knowledge<'k>) -> Result<Option<&'k EditionId>, Objection> {
    let Some((text, spot)) = &entry.edition else { return Ok(None) };
    let known = knowledge.editions.values().map(|it| (&it.id, it.name.as_str()));
    let found = edition_named(text, known);
    let ids: Vec<_> = knowledge.editions.keys().map(ToString::to_string).collect();
    let unknown = || Trouble::UnknownEdition { found: text.clone(), known: ids.join(", ") };
    found.map(Some).ok_or_else(|| Objection::new(spot.clone(), unknown()))
}

impl Planned {
    /// Whether there is no record yet.
    pub fn is_new(&self) -> bool {
        self.old.is_none()
    }

    /// Whether the record has all of it already.
    pub fn is_same(&self) -> bool {
        self.old.is_some() && self.changes.is_empty()
    }
}
