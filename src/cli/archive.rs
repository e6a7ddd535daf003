//! `kompass import` of a folder of reports: each that is not there yet becomes a draft, and
//! one that cannot be read keeps no other from it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::publication::{PublicationArgs, tell_waiting};
use super::words::{Words, say};
use crate::diagnostic::Diagnostic;
use crate::disk::shown;
use crate::format::review::digest;
use crate::import::file::{self, Limits};
use crate::import::folder::{self, Consent, FolderError};
use crate::import::{Import, Knowledge, Request, archive};
use crate::message::Argument;
use crate::report::{Report, Style};
use crate::source::Sources;

/// An import of a folder of reports.
pub(super) struct ArchiveImport {
    content: PathBuf,
    is_dry: bool,
    publication: PublicationArgs,
    /// The reports that have been imported already, by their digests.
    known: BTreeMap<String, PathBuf>,
    /// The reports of this run by the folders that they became.
    made: BTreeMap<PathBuf, PathBuf>,
    count: Count,
}

/// What became of the reports.
#[derive(Default)]
struct Count {
    imported: usize,
    doubts: usize,
    known: usize,
    again: usize,
    refused: usize,
}

/// What became of one report, and the message that says it.
enum Fate {
    Imported {
        folder: PathBuf,
        doubts: usize,
    },
    Known(PathBuf),
    There(PathBuf),
    Again(PathBuf),
    /// Why, in the words of a report.
    Refused(String),
}

impl ArchiveImport {
    /// An import into the folder `content`, which writes nothing if it `is_dry`.
    pub(super) fn new(content: PathBuf, is_dry: bool, publication: PublicationArgs) -> Result<Self, Failure> {
        let known = archive::imported(&content)?;
        Ok(Self { content, is_dry, publication, known, made: BTreeMap::new(), count: Count::default() })
    }

    /// Imports the reports in `folder`, one after the other in the order of their paths.
    pub(super) fn run(
        mut self,
        folder: &Path,
        knowledge: &Knowledge<'_>,
        words: &Words,
    ) -> Result<(), Failure> {
        let found = archive::find(folder)?;
        if found.reports.is_empty() {
            return Err(Failure::told(words, "archive-none", &[("path", Argument::Text(&shown(folder)))]));
        }
        let of = found.reports.len();
        for (at, path) in (1..).zip(&found.reports) {
            let fate = self.report(path, knowledge, words)?;
            self.tell(&fate, (at, of), path, words);
            self.add(fate, path);
        }
        let Count { imported, doubts, known, again, refused } = self.count;
        words.say(
            "archive-summary",
            &[
                ("imported", imported.into()),
                ("doubts", doubts.into()),
                ("known", known.into()),
                ("again", again.into()),
                ("refused", refused.into()),
                ("others", found.others.into()),
            ],
        );
        if imported > 0 && !self.is_dry {
            words.say("archive-next", &[]);
        }
        if refused + again > 0 { Err(Failure::Faults) } else { Ok(()) }
    }

    fn report(&mut self, path: &Path, knowledge: &Knowledge<'_>, words: &Words) -> Result<Fate, Failure> {
        let mut sources = Sources::default();
        let refused = |faults: &[Diagnostic], sources: &Sources| {
            Fate::Refused(Report::new(sources, Style::Coloured, words.language()).text(faults))
        };
        let digest = match archive::bytes(path) {
            Ok(bytes) => digest(&bytes),
            Err(error) => {
                return Ok(Fate::Refused(Failure::Io(error).text(words).unwrap_or_default() + "\n"));
            }
        };
        if let Some(folder) = self.known.get(&digest) {
            return Ok(Fate::Known(folder.clone()));
        }
        let document = match file::read(path, &std::env::current_exe()?, &Limits::default()) {
            Ok(document) => document,
            Err(error) => return Ok(refused(&[error.diagnostic(path)?], &sources)),
        };
        let request = Request {
            file: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            day: Some(jiff::ZonedDateTime::now().date()),
            digest: Some(digest.clone()),
            ..Request::default()
        };
        let outcome = crate::import::import(document, &request, knowledge, &mut sources);
        let Some(import) = outcome.value else { return Ok(refused(&outcome.faults, &sources)) };
        let fate = self.place(&import, outcome.faults.len(), words)?;
        if let Fate::Imported { folder, .. } = &fate {
            self.known.insert(digest, folder.clone());
        }
        Ok(fate)
    }

    /// Writes a report's evaluation unless there is one.
    fn place(&self, import: &Import, doubts: usize, words: &Words) -> Result<Fate, Failure> {
        let target = folder::path(&import.folder, &self.content);
        if let Some(first) = self.made.get(&target) {
            return Ok(Fate::Again(first.clone()));
        }
        let waiting = |lock: &Path| tell_waiting(lock, words);
        let care = self.publication.care(false, &waiting);
        let written = if self.is_dry {
            folder::permit(&import.folder, &target, Consent::Keep)
        } else {
            folder::publish(&import.folder, &target, Consent::Keep, &care).map(drop)
        };
        match written {
            Ok(()) => Ok(Fate::Imported { folder: target, doubts }),
            Err(FolderError::Exists(_)) => Ok(Fate::There(target)),
            Err(error) => Err(error.into()),
        }
    }

    fn tell(&self, fate: &Fate, (at, of): (usize, usize), path: &Path, words: &Words) {
        let path = shown(path);
        let mut told = vec![("at", at.into()), ("of", of.into()), ("path", Argument::Text(&path))];
        let (id, place, name) = match fate {
            Fate::Imported { folder, .. } if self.is_dry => ("archive-would", shown(folder), "folder"),
            Fate::Imported { folder, doubts } => {
                told.push(("doubts", (*doubts).into()));
                ("archive-imported", shown(folder), "folder")
            }
            Fate::Known(folder) => ("archive-known", shown(folder), "folder"),
            Fate::There(folder) => ("archive-there", shown(folder), "folder"),
            Fate::Again(first) => ("archive-again", shown(first), "first"),
            Fate::Refused(_) => ("archive-refused", String::new(), "folder"),
        };
        told.push((name, Argument::Text(&place)));
        words.say(id, &told);
        if let Fate::Refused(why) = fate {
            say(why);
        }
    }

    fn add(&mut self, fate: Fate, path: &Path) {
        match fate {
            Fate::Imported { folder, doubts } => {
                self.count.imported += 1;
                self.count.doubts += doubts;
                self.made.insert(folder, path.to_owned());
            }
            Fate::Known(folder) => {
                self.count.known += 1;
                // Another report of the same evaluation is a double in every run.
                self.made.entry(folder).or_insert_with(|| path.to_owned());
            }
            Fate::There(_) => self.count.known += 1,
            Fate::Again(_) => self.count.again += 1,
            Fate::Refused(_) => self.count.refused += 1,
        }
    }
}
