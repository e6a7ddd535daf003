//! Files of a folder, read in parallel, kept in the order of their paths.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use encoding_rs::WINDOWS_1252;
use rayon::prelude::*;

use super::character;
use super::form;
use super::found::{self, Found};
use super::text::Text;
use crate::diagnostic::{Diagnostic, Fault, Place};
use crate::disk;
use crate::format::{evaluation, narrative};
use crate::language;
use crate::source::{Sources, Span};

/// The largest text that is read, in bytes. No file of the repository's content has
/// 100 kilobytes; one that is larger than this was put there by mistake.
const MAX_SIZE: u64 = 16 * 1024 * 1024;

/// Extensions of files that are texts; anything else is kept as bytes.
const TEXTS: [&str; 7] = ["toml", "csv", "md", "html", "css", "ftl", "js"];

/// Extensions of original reports.
const REPORTS: [&str; 4] = ["pdf", "docx", "odt", "txt"];

/// Files that lie directly in `content/`.
const FILES: [&str; 7] = [
    "municipalities.csv",
    "groups.csv",
    "shapes.csv",
    "references.toml",
    "changes.toml",
    "synonyms.toml",
    "accessibility.toml",
];

/// The files below one folder, or one single file.
#[derive(Debug, Default)]
pub(super) struct Files {
    texts: BTreeMap<String, Text>,
    binaries: BTreeMap<String, Arc<[u8]>>,
    /// Files that are there but cannot be read as text; each has its fault.
    unreadable: BTreeSet<String>,
}

/// A file as read, before its text has a source.
enum Read {
    Text(Arc<str>),
    NotUtf8 {
        lossy: String,
        valid: usize,
        fault: Fault,
    },
    Binary(Vec<u8>),
    /// No plain text though its name says so, and what it is.
    NotText(&'static str),
    TooLarge(u64),
    /// A link that is not followed, and why.
    Link(&'static str),
    /// No file, though no folder either.
    Special,
}

impl Found {
    fn read(self) -> io::Result<Read> {
        match self {
            Self::File(file) => read(&file),
            Self::Link(why) => Ok(Read::Link(why)),
            Self::Special => Ok(Read::Special),
        }
    }
}

impl Files {
    /// Reads `start`, a file or folder below `root`. A start that does not
    /// exist gives no files. What systems and programs leave is
    /// passed over.
    ///
    /// # Errors
    /// When a folder or file cannot be read.
    pub(super) fn read(
        root: &Path,
        start: &str,
        sources: &mut Sources,
        faults: &mut Vec<Diagnostic>,
    ) -> io::Result<Self> {
        let mut files = Self::default();
        let read: Vec<_> = found::find(root, start)?
            .into_par_iter()
            .with_max_len(crate::parallel::BATCH)
            .map(|(path, found)| Ok((path, found.read()?)))
            .collect();
        for file in read {
            let (path, content): (String, Read) = file.map_err(|error: io::Error| error)?;
            files.keep(path, content, sources, faults);
        }
        let texts: Vec<_> = files.texts.iter().collect();
        let of_text = |(path, text): (&String, &Text)| character::faults(path, &text.text, text.source);
        faults.par_extend(texts.into_par_iter().with_max_len(crate::parallel::BATCH).flat_map_iter(of_text));
        Ok(files)
    }

    /// The files of a folder that the program has in it, named as if it lay at `folder`.
    pub(super) fn shipped(
        folder: &str,
        shipped: &[(&str, &[u8])],
        sources: &mut Sources,
        faults: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut files = Self::default();
        for (name, bytes) in shipped {
            let content = content(Path::new(name), bytes.to_vec());
            files.keep(format!("{folder}/{name}"), content, sources, faults);
        }
        files
    }

    fn keep(&mut self, path: String, content: Read, sources: &mut Sources, faults: &mut Vec<Diagnostic>) {
        match content {
            Read::Binary(bytes) => {
                let bytes: Arc<[u8]> = bytes.into();
                sources.keep(path.clone(), Arc::clone(&bytes));
                self.binaries.insert(path, bytes);
            }
            Read::Text(text) => {
                let source = sources.add(path.clone(), Arc::clone(&text));
                self.texts.insert(path, Text { source, text });
            }
            Read::NotUtf8 { lossy, valid, fault } => {
                let source = sources.add(path.clone(), lossy.into());
                let replaced = valid..valid + char::REPLACEMENT_CHARACTER.len_utf8();
                faults.push(Diagnostic::new(fault, Span::new(source, replaced)));
                self.unreadable.insert(path);
            }
            Read::NotText(kind) => self.refuse(path, Fault::NotText { kind: kind.to_owned() }, faults),
            Read::TooLarge(size) => {
                let fault = Fault::TooLarge { size: size.to_string(), limit: MAX_SIZE.to_string() };
                self.refuse(path, fault, faults);
            }
            Read::Link(why) => self.refuse(path, Fault::Link { why: why.to_owned() }, faults),
            Read::Special => self.refuse(path, Fault::SpecialFile {}, faults),
        }
    }

    fn refuse(&mut self, path: String, fault: Fault, faults: &mut Vec<Diagnostic>) {
        faults.push(Diagnostic::new(fault, Place::File(path.clone())));
        self.unreadable.insert(path);
    }

    /// Whether the file at `path`, or a folder that it would lie in, has a fault already.
    fn is_unreadable(&self, path: &str) -> bool {
        let mut above = path.match_indices('/').filter_map(|(end, _)| path.get(..end));
        self.unreadable.contains(path) || above.any(|folder| self.unreadable.contains(folder))
    }

    /// The text at `path`.
    pub(super) fn get(&self, path: &str) -> Option<&Text> {
        self.texts.get(path)
    }

    /// The text at `path`; its absence is a fault, unless one was found in it.
    pub(super) fn required(&self, path: &str, faults: &mut Vec<Diagnostic>) -> Option<&Text> {
        let text = self.texts.get(path);
        if text.is_none() && !self.is_unreadable(path) {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let nearest = self.misnamed(folder, name).unwrap_or_default().to_owned();
            let fault = Fault::MissingFile { name: name.to_owned(), nearest };
            faults.push(Diagnostic::new(fault, Place::File(path.to_owned())));
        }
        text
    }

    /// The file in `folder` that was most likely meant to be called `name`: an editor has put
    /// another ending to it, or its letters are capitals.
    fn misnamed(&self, folder: &str, name: &str) -> Option<&str> {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let likely = [name.to_owned(), format!("{name}.txt"), format!("{stem}.txt"), stem.to_owned()];
        let is_likely = |file: &&str| likely.contains(&file.to_lowercase());
        let inside = self.paths().filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
        inside.into_iter().find(is_likely)
    }

    /// Whether every text could be read.
    pub(super) fn is_whole(&self) -> bool {
        self.unreadable.is_empty()
    }

    /// Texts directly in `folder` whose names end in `extension`, by stem.
    pub(super) fn in_folder<'s>(
        &'s self,
        folder: &str,
        extension: &'static str,
    ) -> impl Iterator<Item = (&'s str, &'s Text)> + use<'s> {
        let prefix = format!("{folder}/");
        self.texts
            .range(prefix.clone()..)
            .map_while(move |(path, text)| Some((path.strip_prefix(&prefix)?, text)))
            .filter_map(move |(name, text)| Some((name.strip_suffix(extension)?, text)))
            .filter(|(stem, _)| !stem.contains('/'))
    }

    /// Everything that is no text, by path.
    pub(super) fn binaries(&self) -> &BTreeMap<String, Arc<[u8]>> {
        &self.binaries
    }

    /// Files directly in `folder` that are no texts, by name.
    pub(super) fn binaries_in<'s>(
        &'s self,
        folder: &str,
    ) -> impl Iterator<Item = (&'s str, &'s Arc<[u8]>)> + use<'s> {
        let prefix = format!("{folder}/");
        let inside = self.binaries.range(prefix.clone()..);
        inside
            .map_while(move |(path, bytes)| Some((path.strip_prefix(&prefix)?, bytes)))
            .filter(|(name, _)| !name.contains('/'))
    }

    /// All paths, in order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        let all: BTreeSet<&str> = self.texts.keys().chain(self.binaries.keys()).map(String::as_str).collect();
        all.into_iter()
    }

    /// The beginning of the file at `path`.
    pub(super) fn place(&self, path: &str) -> Place {
        match self.texts.get(path) {
            Some(text) => Place::Source(Span::file(text.source)),
            None => Place::File(path.to_owned()),
        }
    }

    /// Folders `content/evaluations/<slug>/<year>` that hold anything of an evaluation.
    pub(super) fn evaluation_folders(&self) -> Vec<String> {
        let content = self.paths().filter(|path| is_content(path));
        let folders: BTreeSet<_> = content.filter_map(evaluation_folder).map(str::to_owned).collect();
        folders.into_iter().collect()
    }
}

fn read(file: &Path) -> io::Result<Read> {
    let with_name = |error| found::named(file, error);
    let Some(open) = disk::open(file).map_err(with_name)? else { return Ok(Read::Special) };
    let size = open.metadata().map_err(with_name)?.len();
    if size > MAX_SIZE {
        return Ok(Read::TooLarge(size));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
    open.take(MAX_SIZE).read_to_end(&mut bytes).map_err(with_name)?;
    Ok(content(file, bytes))
}

/// What the bytes of a file are, by its name.
fn content(file: &Path, bytes: Vec<u8>) -> Read {
    let extension = file.extension().and_then(OsStr::to_str).filter(|it| TEXTS.contains(it));
    match extension.map(|it| form::foreign(&bytes, it)) {
        None => Read::Binary(bytes),
        Some(Some(kind)) => Read::NotText(kind),
        Some(None) => text(&bytes, extension == Some("csv")),
    }
}

fn text(bytes: &[u8], is_table: bool) -> Read {
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => Read::Text(language::normalise(text).into()),
        Err(error) => not_utf8(bytes, error.valid_up_to(), is_table),
    }
}

/// What is kept of `bytes` of which only the first `valid` are UTF-8: the whole
/// with replacement characters, and how much of that is sound. Both are normalised,
/// and normalising the sound part alone gives the beginning of the normalised
/// whole, because a replacement character never combines with the character before
/// it.
fn not_utf8(bytes: &[u8], valid: usize, is_table: bool) -> Read {
    let beginning = String::from_utf8_lossy(bytes.get(..valid).unwrap_or_default());
    let lossy = String::from_utf8_lossy(bytes);
    Read::NotUtf8 {
        valid: language::normalise(&beginning).len(),
        lossy: language::normalise(&lossy).into_owned(),
        fault: encoding(bytes, valid, is_table),
    }
}

/// In what encoding `bytes` most likely are, of which only the first `valid` are UTF-8. A table
/// whose head is parted by semicolons was saved anew by a Swedish Excel, which changes more than
/// letters.
fn encoding(bytes: &[u8], valid: usize, is_table: bool) -> Fault {
    let is_wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let is_edge = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
    let (before, after) = bytes.split_at(valid);
    let start = before.iter().rposition(is_edge).map_or(0, |at| at + 1);
    let end = after.iter().position(is_edge).map_or(bytes.len(), |length| valid + length);
    let word = WINDOWS_1252.decode_without_bom_handling(bytes.get(start..end).unwrap_or_default()).0;
    let is_word = word.chars().all(|it| it.is_alphanumeric() || "–’”“…".contains(it));
    let encoding = match (is_wide, is_word && word.chars().count() <= LONGEST_WORD) {
        (true, _) => "utf-16",
        (_, true) if is_table && is_by_excel(bytes) => "excel",
        (_, true) => "windows-1252",
        _ => "other",
    };
    let found = if ["windows-1252", "excel"].contains(&encoding) { word.into_owned() } else { String::new() };
    Fault::NotUtf8 { encoding: encoding.to_owned(), found }
}

/// Whether the first line is parted by semicolons.
fn is_by_excel(bytes: &[u8]) -> bool {
    let head = bytes.split(|it| *it == b'\n').next().unwrap_or_default();
    head.contains(&b';') && !head.contains(&b',')
}

/// The longest word that is taken for one, in characters.
const LONGEST_WORD: usize = 40;

/// The evaluation folder that `path` lies directly in.
fn evaluation_folder(path: &str) -> Option<&str> {
    let mut below = path.strip_prefix("content/evaluations/")?.split('/');
    let (_slug, _year, file) = (below.next()?, below.next()?, below.next()?);
    below.next().is_none().then(|| path.get(..path.len() - file.len() - 1))?
}

fn has_extension(file: &str, extension: &str) -> bool {
    file.rsplit_once('.').is_some_and(|(_, found)| found == extension)
}

/// Whether the format has a place for a file at `path`.
pub(super) fn is_content(path: &str) -> bool {
    let Some(below) = path.strip_prefix("content/") else { return true };
    let parts: Vec<_> = below.split('/').collect();
    match parts.as_slice() {
        [file] => FILES.contains(file),
        ["editions", file] => has_extension(file, "toml"),
        ["pages" | "introductions", file] => has_extension(file, "md"),
        ["evaluations", _, _, file] => {
            *file == evaluation::FILE
                || has_extension(file, "md")
                || REPORTS.iter().any(|it| has_extension(&file.to_lowercase(), it))
                || narrative::misnamed(file).is_some_and(|it| narrative::is_stem(&it.stem))
        }
        _ => false,
    }
}
