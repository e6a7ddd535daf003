//! Spreadsheets → records of many evaluations.
//!
//! ```text
//! .csv .xlsx ── book ── Workbook ── table ── Table ── entry ── Entry ── plan ── Plan ── write ── records
//! ```
//!
//! From the cells on nothing depends on what file it was. Every figure knows its cell until
//! it is in a record, so that whatever is refused can be found. Nothing is written before
//! all of it is known.

pub mod book;
pub mod cell;
pub mod edition;
pub mod entry;
pub mod figure;
pub mod head;
pub mod objection;
pub mod plan;
pub mod record;
pub mod table;
pub mod template;
pub mod title;
pub mod write;

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use self::cell::{Spot, Workbook};
use self::entry::entries;
use self::objection::{At, Objection, Remark, Trouble};
use self::plan::{Licence, Plan, plan};
use self::table::tables;
use self::title::Titles;
use super::request::Knowledge;
use super::vocabulary::names::Names;
use crate::language::comparable;

/// What the spreadsheet `book`, a file named `file`, would change in the folder `content`.
///
/// # Errors
/// When the file system fails.
pub fn import(
    book: &Workbook,
    knowledge: &Knowledge<'_>,
    content: &Path,
    file: &str,
    licence: Licence,
) -> io::Result<Plan> {
    let names = Names::new(knowledge.municipalities);
    let titles = Titles::new(knowledge.editions);
    let (tables, mut objections, remarks) = tables(book, &titles);
    let (unnumbered, remarks) = unnumbered(remarks, knowledge);
    objections.extend(unnumbered);
    let without: BTreeSet<_> = objections
        .iter()
        .filter(|it| matches!(it.what, Trouble::NameHead { .. }))
        .map(|it| it.spot.sheet.clone())
        .collect();
    let mut entries = entries(&tables, &names, &titles, licence.today);
    entries.refuse(|entry| without.contains(&entry.spot.sheet));
    entries.objections.splice(0..0, objections);
    entries.remarks.extend(remarks);
    for (is_so, remark) in
        [(book.is_windows_1252, Remark::Windows1252 {}), (book.has_bad_bytes, Remark::BadBytes {})]
    {
        entries.remarks.extend(is_so.then(|| At::new(Spot::default(), remark)));
    }
    plan(entries, knowledge, &titles, content, file, licence)
}

/// Objects to heads that are names of areas or sub-areas without a number: an evaluation
/// that is read without them would look complete.
fn unnumbered(remarks: Vec<At<Remark>>, knowledge: &Knowledge<'_>) -> (Vec<Objection>, Vec<At<Remark>>) {
    let areas = || knowledge.editions.values().flat_map(|edition| &edition.areas);
    let sub_areas = areas().flat_map(|area| &area.sub_areas).map(|it| &it.name);
    let names: BTreeSet<_> = areas().map(|it| &it.name).chain(sub_areas).map(|it| comparable(it)).collect();
    let (mut objections, mut others) = (Vec::new(), Vec::new());
    for remark in remarks {
        match remark.what {
            Remark::OtherColumn { head } if names.contains(&comparable(&head)) => {
                objections.push(Objection::new(remark.spot, Trouble::NameHead { head }));
            }
            _ => others.push(remark),
        }
    }
    (objections, others)
}
