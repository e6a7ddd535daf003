//! `kompass import`: from a report to a folder that a person reviews.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::publication::{PublicationArgs, tell_left, tell_remains, tell_way};
use super::words::{counted, say};
use crate::diagnostic::{Diagnostic, Outcome};
use crate::disk::shown;
use crate::import::file::Limits;
use crate::import::folder::{Consent, FolderError};
use crate::import::{Boilerplate, Document, Import, Knowledge, Request, Share, file, folder};
use crate::model::EditionId;
use crate::report::{Report, Style};
use crate::source::Sources;
use crate::{load, validate};

/// The arguments of `kompass import`.
#[derive(Debug, Args)]
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

/// Imports one report.
pub(super) fn import(arguments: &ImportArgs) -> Result<(), Failure> {
    let mut sources = Sources::default();
    let reference = load::reference(&arguments.root, &mut sources)?;
    let reference = reference.and_then(|raw| validate::reference(&raw));
    let (editions, municipalities) = told(reference, &sources)?;
    let document = document(&arguments.report, &sources)?;
    let knowledge =
        Knowledge { editions: &editions, municipalities: &municipalities, boilerplate: Boilerplate::known() };
    let request = Request {
        file: arguments.report.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        municipality: arguments.municipality.clone(),
        year: arguments.year,
        edition: arguments.edition.clone().map(EditionId),
        day: Some(jiff::ZonedDateTime::now().date()),
    };
    let outcome = crate::import::import(document, &request, &knowledge, &mut sources);
    let import = told(outcome, &sources)?;
    write(&import, arguments)
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

fn document(path: &Path, sources: &Sources) -> Result<Document, Failure> {
    let program = std::env::current_exe()?;
    file::read(path, &program, &Limits::default()).or_else(|error| {
        let fault = error.diagnostic(path)?;
        say(&Report::new(sources, Style::Coloured).text(&[fault]));
        Err(Failure::Faults)
    })
}

/// Reports the faults of `outcome` and returns its value.
fn told<T>(outcome: Outcome<T>, sources: &Sources) -> Result<T, Failure> {
    let faults = outcome.faults;
    say(&Report::new(sources, Style::Coloured).text(&faults));
    let errors = faults.iter().filter(|it| Diagnostic::is_error(it)).count();
    if !faults.is_empty() {
        say(&format!("{}\n", counted(errors, faults.len() - errors)));
    }
    outcome.value.ok_or(Failure::Faults)
}

fn write(import: &Import, arguments: &ImportArgs) -> Result<(), Failure> {
    let into = arguments.into.clone().unwrap_or_else(|| arguments.root.join("content"));
    let target = folder::path(&import.folder, &into);
    let (coverage, count) = (import.coverage.percent().replace(',', "."), import.proposals);
    let part = |it: Share| format!("{} of {} {}", it.found, it.expected, it.kind);
    let structure = import.structure.shares().map(part).collect::<Vec<_>>().join(", ");
    say(&format!(
        "{coverage} % of the report placed or classified; found {structure}; {count} good examples and \
         referrals proposed\n"
    ));
    let consent = arguments.consent();
    if consent > Consent::Keep {
        let lost = folder::lost(&import.folder, &target).map_err(refusal)?;
        lost.sentences().iter().for_each(|loss| say(&format!("warning: {loss}\n")));
    }
    if arguments.dry_run {
        folder::permit(&import.folder, &target, consent).map_err(refusal)?;
        let files: Vec<_> = import.folder.files.iter().map(|(name, _)| name.as_str()).collect();
        say(&format!("would write {} to {}\n", files.join(", "), shown(&target)));
        return Ok(());
    }
    let care = arguments.publication.care(false);
    let replaced = folder::publish(&import.folder, &target, consent, &care).map_err(refusal)?;
    tell_remains(&replaced.remains);
    tell_way(&replaced.way);
    tell_left(replaced.left.as_deref());
    say(&format!("written to {}: review import-report.md, then `kompass check`\n", shown(&target)));
    Ok(())
}

#[expect(clippy::needless_pass_by_value, reason = "that is what a mapping of errors takes")]
fn refusal(error: FolderError) -> Failure {
    Failure::Environment(error.to_string())
}
