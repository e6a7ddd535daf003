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
pub mod write;

use std::io;
use std::path::Path;

use self::cell::{Spot, Workbook};
use self::entry::entries;
use self::objection::{At, Remark};
use self::plan::{Licence, Plan, plan};
use self::table::tables;
use super::request::Knowledge;
use super::vocabulary::names::Names;

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
    let (tables, objections, remarks) = tables(book);
    let mut entries = entries(&tables, &names, licence.today);
    entries.objections.splice(0..0, objections);
    entries.remarks.extend(remarks);
    for (is_so, remark) in
        [(book.is_windows_1252, Remark::Windows1252 {}), (book.has_bad_bytes, Remark::BadBytes {})]
    {
        entries.remarks.extend(is_so.then(|| At::new(Spot::default(), remark)));
    }
    plan(entries, knowledge, content, file, licence)
}
