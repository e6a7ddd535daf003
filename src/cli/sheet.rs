//! `kompass import` of a spreadsheet: what it would change is told first, and written when
//! that is asked for.

use std::io;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::publication::{PublicationArgs, tell_left, tell_remains, tell_waiting, tell_way};
use super::words::{Words, say};
use crate::import::Knowledge;
use crate::import::file::Limits;
use crate::import::folder::FolderError;
use crate::import::sheet::book::{self, BookError};
use crate::import::sheet::cell::{Spot, Workbook};
use crate::import::sheet::edition::Ground;
use crate::import::sheet::objection::{At, Objection, Remark, Trouble};
use crate::import::sheet::plan::{Licence, Plan, Planned};
use crate::import::sheet::record::Change;
use crate::import::sheet::write::{WriteError, write};
use crate::message::Argument;
use crate::report::{Report, Style};
use crate::source::Sources;

/// How many objections, and how many remarks, are told one by one.
const TOLD: usize = 100;

/// Ends of names of spreadsheets. Those that are not read are told from reports by them,
/// and get a better answer.
const NAMES: [&str; 7] = ["xlsx", "xlsm", "csv", "tsv", "xls", "xlsb", "ods"];

/// Whether `path` is named like a spreadsheet.
pub(super) fn is_named(path: &Path) -> bool {
    let end = path.extension().map(|it| it.to_string_lossy().to_lowercase());
    end.is_some_and(|end| NAMES.contains(&end.as_str()))
}

/// An import of one spreadsheet.
pub(super) struct SheetImport<'a> {
    /// The file.
    pub(super) path: &'a Path,
    /// The content folder.
    pub(super) content: PathBuf,
    /// Whether values may change that have been reviewed.
    pub(super) replace: bool,
    /// Whether to write.
    pub(super) write: bool,
    /// Whether to write even if something is refused.
    pub(super) skip_refused: bool,
    /// How to write.
    pub(super) publication: PublicationArgs,
}

/// Reads a spreadsheet and writes its cells to standard output.
pub(super) fn read_sheet(path: &Path, memory: u64, work: u64) -> Result<(), Failure> {
    book::answer(path, memory, work, &mut io::stdout().lock()).map_err(|message| {
        say(&format!("reader: {message}\n"));
        Failure::Faults
    })
}

impl SheetImport<'_> {
    /// Tells what the spreadsheet changes, and writes it.
    pub(super) fn run(&self, knowledge: &Knowledge<'_>, words: &Words) -> Result<(), Failure> {
        let book = self.book(words)?;
        let file = self.path.file_name().unwrap_or_default().to_string_lossy();
        let today = jiff::ZonedDateTime::now().date();
        let licence = Licence { replace: self.replace, today };
        let plan = crate::import::sheet::import(&book, knowledge, &self.content, &file, licence)?;
        tell(&plan, words);
        let is_refused = !plan.objections.is_empty();
        if !self.write {
            words.say("sheet-dry", &[]);
        } else if is_refused && !self.skip_refused {
            words.say("sheet-stopped", &[]);
        } else {
            self.write_all(&plan, words)?;
        }
        if is_refused { Err(Failure::Faults) } else { Ok(()) }
    }

    fn book(&self, words: &Words) -> Result<Workbook, Failure> {
        let program = std::env::current_exe()?;
        book::read(self.path, &program, &Limits::default()).or_else(|error| match error {
            BookError::Objection(objection) => {
                tell_objection(&objection, words);
                Err(Failure::Faults)
            }
            BookError::File(error) => {
                let fault = error.diagnostic(self.path)?;
                say(&Report::new(&Sources::default(), Style::Coloured, words.language()).text(&[fault]));
                Err(Failure::Faults)
            }
        })
    }

    fn write_all(&self, plan: &Plan, words: &Words) -> Result<(), Failure> {
        let waiting = |lock: &Path| tell_waiting(lock, words);
        let care = self.publication.care(false, &waiting);
        let mut written: usize = 0;
        for planned in plan.evaluations.iter().filter(|it| !it.is_same()) {
            let replaced = write(planned, &care).map_err(|error| match error {
                WriteError::Changed(path) => {
                    Failure::told(words, "sheet-record-changed", &[("path", Argument::Text(&path))])
                }
                WriteError::Replace(error) => Failure::Folder(FolderError::Replace(error)),
            })?;
            tell_remains(&replaced.remains, words);
            tell_way(&replaced.way, words);
            tell_left(replaced.left.as_deref(), words);
            written += 1;
        }
        words.say("sheet-written", &[("number", written.into())]);
        Ok(())
    }
}

/// Tells a plan: what is refused last, where a reader of the terminal is.
fn tell(plan: &Plan, words: &Words) {
    plan.evaluations.iter().for_each(|planned| tell_planned(planned, words));
    plan.remarks.iter().take(TOLD).for_each(|remark| tell_remark(remark, words));
    tell_more(plan.remarks.len(), words);
    plan.objections.iter().take(TOLD).for_each(|objection| tell_objection(objection, words));
    tell_more(plan.objections.len(), words);
    let count =
        |is_counted: fn(&Planned) -> bool| plan.evaluations.iter().filter(|it| is_counted(it)).count();
    words.say(
        "sheet-summary",
        &[
            ("new", count(Planned::is_new).into()),
            ("changed", count(|it| !it.is_new() && !it.is_same()).into()),
            ("same", count(Planned::is_same).into()),
            ("refused", plan.refused.into()),
        ],
    );
}

fn tell_more(number: usize, words: &Words) {
    if let Some(more) = number.checked_sub(TOLD).filter(|more| *more > 0) {
        words.say("sheet-more", &[("number", more.into())]);
    }
}

fn tell_planned(planned: &Planned, words: &Words) {
    let year = planned.year.to_string();
    let named = [("name", Argument::Text(&planned.name)), ("year", Argument::Text(&year))];
    if planned.is_new() {
        let ground = match planned.ground {
            Ground::Stated => "stated",
            Ground::Maxima => "maxima",
            Ground::Time => "time",
        };
        let edition = [("ground", Argument::Text(ground)), ("edition", Argument::Text(&planned.edition.0))];
        let edition = words.text("sheet-edition", &edition);
        let values = words.text("sheet-values", &[("number", planned.changes.len().into())]);
        let more = [("edition", Argument::Text(&edition)), ("values", Argument::Text(&values))];
        words.say("sheet-new", &[named.as_slice(), &more].concat());
    } else if !planned.is_same() {
        let state = words.text(if planned.is_draft { "review-draft" } else { "review-published" }, &[]);
        words.say("sheet-changed", &[named.as_slice(), &[("state", Argument::Text(&state))]].concat());
        planned.changes.iter().for_each(|change| tell_change(change, words));
    }
}

fn tell_change(change: &Change, words: &Words) {
    let nothing = || words.text("sheet-nothing", &[]);
    let old = change.old.clone().filter(|old| !old.is_empty()).unwrap_or_else(nothing);
    let of = if change.of == "month" { words.text("sheet-month", &[]) } else { change.of.clone() };
    let id = if change.is_percent { "sheet-change-percent" } else { "sheet-change" };
    words.say(
        id,
        &[("of", Argument::Text(&of)), ("old", Argument::Text(&old)), ("new", Argument::Text(&change.new))],
    );
}

fn tell_objection(objection: &Objection, words: &Words) {
    let hint = match &objection.what {
        Trouble::UnknownMunicipality { nearest, .. } if nearest.is_empty() => {
            words.text("sheet-no-nearest", &[])
        }
        Trouble::UnknownMunicipality { nearest, .. } => {
            words.text("sheet-nearest", &[("nearest", Argument::Text(nearest))])
        }
        _ => String::new(),
    };
    let mut arguments = arguments(objection.what.arguments());
    arguments.push(("hint", Argument::Text(&hint)));
    let what = words.text(objection.what.code(), &arguments);
    at("sheet-error", &objection.spot, &what, words);
}

fn tell_remark(remark: &At<Remark>, words: &Words) {
    let what = words.text(remark.what.code(), &arguments(remark.what.arguments()));
    at("sheet-note", &remark.spot, &what, words);
}

fn arguments<'a>(told: Vec<(&'static str, &'a str)>) -> Vec<(&'a str, Argument<'a>)> {
    told.into_iter().map(|(name, value)| (name, Argument::Text(value))).collect()
}

/// A line about a place.
fn at(id: &str, spot: &Spot, what: &str, words: &Words) {
    let cell = spot.cell();
    let place = match (spot.row, spot.column) {
        (Some(_), Some(_)) => "sheet-spot-cell",
        (Some(_), None) => "sheet-spot-row",
        (None, _) if spot.sheet.is_empty() => "sheet-spot-file",
        (None, _) => "sheet-spot-sheet",
    };
    let place = words.text(place, &[("cell", Argument::Text(&cell))]);
    let sheet = match spot.sheet.as_str() {
        "" => String::new(),
        sheet => words.text("sheet-spot-in", &[("sheet", Argument::Text(sheet))]),
    };
    let spot = sheet + &place;
    words.say(id, &[("spot", Argument::Text(&spot)), ("what", Argument::Text(what))]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Language;

    #[test]
    fn everything_that_is_told_of_spreadsheets_has_words() {
        for language in [Language::Swedish, Language::English] {
            let words = Words::new(language);
            for code in Trouble::CODES.iter().chain(Remark::CODES) {
                assert!(words.has(code), "{code}");
            }
        }
    }

    #[test]
    fn spreadsheets_are_told_from_reports_by_their_names() {
        let named = |path: &str| is_named(Path::new(path));
        assert!(named("a/Poäng.XLSX") && named("b.csv") && named("c.ods"));
        assert!(!named("rapport.docx") && !named("csv"));
    }
}
