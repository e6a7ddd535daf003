//! `kompass import`: from a report to a folder that a person reviews.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::archive::ArchiveImport;
use super::failure::Failure;
use super::publication::{PublicationArgs, tell_left, tell_remains, tell_waiting, tell_way};
use super::sheet;
use super::words::{Words, say};
use crate::diagnostic::{Diagnostic, Outcome};
use crate::disk::shown;
use crate::format::review::digest;
use crate::import::file::Limits;
use crate::import::folder::{Consent, Loss, Review};
use crate::import::{Boilerplate, Document, Import, Knowledge, Request, Share, archive, file, folder};
use crate::message::Argument;
use crate::model::EditionId;
use crate::report::{Report, Style};
use crate::source::Sources;
use crate::{load, validate};

/// The arguments of `kompass import`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(super) struct ImportArgs {
    /// The report: .txt, .docx or .pdf.
    report: PathBuf,
    /// Folder of the project, whose editions and register are used.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Municipality, if the report does not tell.
    #[arg(long, value_name = "NAME|CODE")]
    municipality: Option<String>,
    /// Year of the evaluation, if the report does not tell.
    #[arg(long, value_name = "YYYY")]
    year: Option<u16>,
    /// Edition, if the score tables do not tell.
    #[arg(long, value_name = "ID")]
    edition: Option<String>,
    /// Content folder to write to [default: content in the project folder].
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// Say what would be written, and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Replace the evaluation's folder if there is one.
    #[arg(long)]
    replace: bool,
    /// Replace it even if somebody has reviewed it.
    #[arg(long)]
    discard_review: bool,
    /// Write what is read from a spreadsheet.
    #[arg(long)]
    write: bool,
    /// Write the rest of a spreadsheet if a part of it cannot be read.
    #[arg(long)]
    skip_refused: bool,
    #[command(flatten)]
    publication: PublicationArgs,
}

impl ImportArgs {
    fn consent(&self) -> Consent {
        match (self.discard_review, self.replace) {
            (true, _) => Consent::Discard,
            (_, true) => Consent::Replace,
            _ => Consent::Keep,
        }
    }
}

/// Imports one report, or the evaluations of a spreadsheet.
pub(super) fn import(arguments: &ImportArgs, words: &Words) -> Result<(), Failure> {
    let mut sources = Sources::default();
    if arguments.report.is_dir() {
        return folder_of_reports(arguments, words);
    }
    if sheet::is_named(&arguments.report) {
        return spreadsheet(arguments, words);
    }
    let reference = load::reference(&arguments.root, &mut sources)?;
    let reference = reference.and_then(|raw| validate::reference(&raw));
    let (editions, municipalities) = told(reference, &sources, words)?;
    let document = document(&arguments.report, &sources, words)?;
    let knowledge =
        Knowledge { editions: &editions, municipalities: &municipalities, boilerplate: Boilerplate::known() };
    let request = Request {
        file: arguments.report.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        municipality: arguments.municipality.clone(),
        year: arguments.year,
        edition: arguments.edition.clone().map(EditionId),
        day: Some(jiff::ZonedDateTime::now().date()),
        digest: Some(digest(&archive::bytes(&arguments.report)?)),
    };
    let outcome = crate::import::import(document, &request, &knowledge, &mut sources);
    let import = told(outcome, &sources, words)?;
    write(&import, arguments, words)
}

/// Imports the evaluations of a spreadsheet.
fn spreadsheet(arguments: &ImportArgs, words: &Words) -> Result<(), Failure> {
    let mut sources = Sources::default();
    refuse(&[("--discard-review", arguments.discard_review)], arguments, words)?;
    let reference = load::reference(&arguments.root, &mut sources)?;
    let reference = reference.and_then(|raw| validate::reference(&raw));
    let (editions, municipalities) = told(reference, &sources, words)?;
    let knowledge =
        Knowledge { editions: &editions, municipalities: &municipalities, boilerplate: Boilerplate::known() };
    let import = sheet::SheetImport {
        path: &arguments.report,
        content: arguments.into.clone().unwrap_or_else(|| arguments.root.join("content")),
        replace: arguments.replace,
        write: arguments.write && !arguments.dry_run,
        skip_refused: arguments.skip_refused,
        publication: arguments.publication,
    };
    import.run(&knowledge, words)
}

/// Imports a folder of reports.
fn folder_of_reports(arguments: &ImportArgs, words: &Words) -> Result<(), Failure> {
    let more = [("--replace", arguments.replace), ("--discard-review", arguments.discard_review)];
    refuse(&more, arguments, words)?;
    let mut sources = Sources::default();
    let reference = load::reference(&arguments.root, &mut sources)?;
    let reference = reference.and_then(|raw| validate::reference(&raw));
    let (editions, municipalities) = told(reference, &sources, words)?;
    let knowledge =
        Knowledge { editions: &editions, municipalities: &municipalities, boilerplate: Boilerplate::known() };
    let content = arguments.into.clone().unwrap_or_else(|| arguments.root.join("content"));
    let import = ArchiveImport::new(content, arguments.dry_run, arguments.publication)?;
    import.run(&arguments.report, &knowledge, words)
}

/// Refuses options that only make sense with one report.
fn refuse(more: &[(&str, bool)], arguments: &ImportArgs, words: &Words) -> Result<(), Failure> {
    let of_one = [
        ("--municipality", arguments.municipality.is_some()),
        ("--year", arguments.year.is_some()),
        ("--edition", arguments.edition.is_some()),
    ];
    match of_one.iter().chain(more).find(|(_, is_given)| *is_given) {
        Some((option, _)) => {
            Err(Failure::told(words, "import-option", &[("option", Argument::Text(option))]))
        }
        None => Ok(()),
    }
}

/// Reads a report and writes its document to standard output.
pub(super) fn read_report(path: &Path, memory: u64, work: u64) -> Result<(), Failure> {
    // The process that has started this one tells such a message by its prefix from
    // what the system or a panic prints.
    file::answer(path, memory, work, &mut io::stdout().lock()).map_err(|message| {
        say(&format!("reader: {message}\n"));
        Failure::Faults
    })
}

fn document(path: &Path, sources: &Sources, words: &Words) -> Result<Document, Failure> {
    let program = std::env::current_exe()?;
    file::read(path, &program, &Limits::default()).or_else(|error| {
        let fault = error.diagnostic(path)?;
        say(&Report::new(sources, Style::Coloured, words.language()).text(&[fault]));
        Err(Failure::Faults)
    })
}

/// Reports the faults of `outcome` and returns its value.
pub(super) fn told<T>(outcome: Outcome<T>, sources: &Sources, words: &Words) -> Result<T, Failure> {
    let faults = outcome.faults;
    say(&Report::new(sources, Style::Coloured, words.language()).text(&faults));
    let errors = faults.iter().filter(|it| Diagnostic::is_error(it)).count();
    if !faults.is_empty() {
        say(&format!("{}\n", words.counted(errors, faults.len() - errors)));
    }
    outcome.value.ok_or(Failure::Faults)
}

fn write(import: &Import, arguments: &ImportArgs, words: &Words) -> Result<(), Failure> {
    let into = arguments.into.clone().unwrap_or_else(|| arguments.root.join("content"));
    let target = folder::path(&import.folder, &into);
    summarise(import, words);
    let consent = arguments.consent();
    if consent > Consent::Keep {
        let lost = folder::lost(&import.folder, &target)?;
        lost.losses().into_iter().for_each(|loss| warn(loss, words));
    }
    let path = shown(&target);
    if arguments.dry_run {
        folder::permit(&import.folder, &target, consent)?;
        let files: Vec<_> = import.folder.files.iter().map(|(name, _)| name.as_str()).collect();
        let files = files.join(", ");
        words
            .say("import-would-write", &[("files", Argument::Text(&files)), ("path", Argument::Text(&path))]);
        return Ok(());
    }
    let waiting = |lock: &Path| tell_waiting(lock, words);
    let care = arguments.publication.care(false, &waiting);
    let replaced = folder::publish(&import.folder, &target, consent, &care)?;
    tell_remains(&replaced.remains, words);
    tell_way(&replaced.way, words);
    tell_left(replaced.left.as_deref(), words);
    words.say("import-written", &[("path", Argument::Text(&path))]);
    Ok(())
}

/// Says how much of the report was understood.
fn summarise(import: &Import, words: &Words) {
    let part = |Share { kind, found, expected }: Share| {
        let shares = [("kind", Argument::Text(kind)), ("found", found.into()), ("expected", expected.into())];
        words.text("import-share", &shares)
    };
    let structure = import.structure.shares().map(part).collect::<Vec<_>>().join(", ");
    words.say(
        "import-coverage",
        &[
            ("percent", Argument::Text(&import.coverage.percent())),
            ("structure", Argument::Text(&structure)),
            ("proposals", import.proposals.into()),
        ],
    );
}

/// Says what the import takes away.
fn warn(loss: Loss<'_>, words: &Words) {
    match loss {
        Loss::File(name) => words.say("loss-file", &[("name", Argument::Text(name))]),
        Loss::Rewritten(name) => words.say("loss-rewritten", &[("name", Argument::Text(name))]),
        Loss::Review(Review { confirmed, rejected }) => {
            words.say("loss-review", &[("confirmed", confirmed.into()), ("rejected", rejected.into())]);
        }
    }
}
