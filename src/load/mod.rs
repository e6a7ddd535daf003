//! The only reader of content and theme.
//!
//! Walks the project in sorted order, reads every text once, normalises it
//! (rule L4) and decodes it into its format type. What a file means together
//! with the others is for `validate` to say.

mod bracket;
mod character;
mod csv;
mod decode;
mod form;
mod found;
mod key;
mod mistake;
mod quote;
mod text;
mod theme;
mod value;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

pub use self::csv::{Row, Table};
pub use self::decode::Document;
use self::decode::{document, optional};
pub use self::text::Text;
pub use self::theme::Theme;
use self::walk::Files;
use crate::diagnostic::{Diagnostic, Fault, Outcome};
use crate::format;
use crate::format::narrative::Misnamed;
use crate::source::Sources;

/// What no content is without: the register and the list of groups.
const REQUIRED: [&str; 2] = ["content/municipalities.csv", "content/groups.csv"];

/// The accessibility statement, which may be absent.
const STATEMENT: &str = "content/accessibility.toml";

/// What of the project's folder is read, and nothing else.
pub const STARTS: [&str; 3] = ["site.toml", "content", "themes"];

/// Everything a project's files say, with all their faults.
///
/// The texts are there even when nothing could be made of them: the report
/// quotes from them.
#[derive(Debug)]
pub struct Loaded {
    /// Every file that was read.
    pub sources: Sources,
    /// Content and theme.
    pub project: Outcome<Project>,
}

/// A project's content and theme, as far as they could be decoded. Each is
/// checked without the other, so that one run shows the faults of both (W1).
#[derive(Debug)]
pub struct Project {
    /// `site.toml` and `content/`.
    pub content: Option<Raw>,
    /// The folder below `themes/` that the site names.
    pub theme: Option<Theme>,
}

/// The content as its files hold it.
#[derive(Debug)]
pub struct Raw {
    /// `site.toml`.
    pub site: Document<format::site::Settings>,
    /// `content/editions/<id>.toml` by id.
    pub editions: BTreeMap<String, Document<format::edition::Edition>>,
    /// `content/municipalities.csv`.
    pub municipalities: Table<format::register::Municipality>,
    /// `content/groups.csv`.
    pub groups: Table<format::register::Group>,
    /// `content/shapes.csv`, which may be absent.
    pub shapes: Option<Table<format::shape::Shape>>,
    /// `content/references.toml`, which may be absent.
    pub references: Option<Document<format::reference::References>>,
    /// `content/changes.toml`, which may be absent.
    pub changes: Option<Document<format::change::Changes>>,
    /// `content/synonyms.toml`, which may be absent.
    pub synonyms: Option<Document<format::synonym::Synonyms>>,
    /// `content/accessibility.toml`, which may be absent.
    pub accessibility: Option<Document<format::accessibility::Statement>>,
    /// Whether it is there but could not be decoded, so that its page is missing.
    pub has_faulty_statement: bool,
    /// `content/evaluations/<slug>/<year>/`, in the order of their paths, as
    /// far as their records could be decoded.
    pub evaluations: Vec<RawEvaluation>,
    /// The `<slug>` of every evaluation whose record could not be decoded, and
    /// so has its faults already.
    pub undecoded: BTreeSet<String>,
    /// `content/pages/<stem>.md` by stem.
    pub pages: BTreeMap<String, Text>,
    /// `content/introductions/<language>.md` by language.
    pub introductions: BTreeMap<String, Text>,
}

/// One evaluation's folder.
#[derive(Debug)]
pub struct RawEvaluation {
    /// Name of the municipality's folder.
    pub slug: String,
    /// Name of the year's folder.
    pub year: String,
    /// `evaluation.toml`.
    pub record: Document<format::evaluation::Evaluation>,
    /// The same as it is written, for what only comments say.
    pub text: Text,
    /// Markdown files by stem, the import report apart.
    pub narratives: BTreeMap<String, Text>,
    /// `import-report.md`, which is no part of the portal.
    pub import_report: Option<Text>,
    /// Original reports by name.
    pub reports: BTreeMap<String, Arc<[u8]>>,
}

/// Reads the project in the folder `root`.
///
/// # Errors
/// When the environment fails: a folder or file cannot be read. Everything
/// that is wrong with the files themselves is a fault.
pub fn load(root: &Path) -> io::Result<Loaded> {
    let mut sources = Sources::default();
    let mut faults = Vec::new();
    let site_files = Files::read(root, "site.toml", &mut sources, &mut faults)?;
    let site = document::<format::site::Settings>(&site_files, "site.toml", &mut faults);
    let content = Files::read(root, "content", &mut sources, &mut faults)?;
    let content = raw(site.clone(), &content, &mut faults);
    let theme = match site {
        Some(site) => theme::load(root, &site, &mut sources, &mut faults)?,
        None => None,
    };
    Ok(Loaded { sources, project: Outcome { value: Some(Project { content, theme }), faults } })
}

/// The folders that decide what [`load`] reads, links resolved: whatever changes in the
/// project changes an entry of one of them, or a file directly in one of them.
///
/// # Errors
/// When a folder cannot be listed.
pub fn folders(root: &Path) -> io::Result<BTreeSet<PathBuf>> {
    let mut folders = BTreeSet::from([root.canonicalize()?]);
    for start in STARTS {
        folders.extend(found::places(root, start)?);
    }
    Ok(folders)
}

/// What evaluations refer to: editions and the register.
#[derive(Debug)]
pub struct Reference {
    /// `content/editions/<id>.toml` by id.
    pub editions: BTreeMap<String, Document<format::edition::Edition>>,
    /// `content/municipalities.csv`.
    pub municipalities: Table<format::register::Municipality>,
    /// `content/groups.csv`.
    pub groups: Table<format::register::Group>,
}

/// Reads only what evaluations refer to, from the project in the folder `root`.
///
/// # Errors
/// When a folder or file cannot be read.
pub fn reference(root: &Path, sources: &mut Sources) -> io::Result<Outcome<Reference>> {
    let mut faults = Vec::new();
    let mut read = |start: &str| Files::read(root, start, sources, &mut faults);
    let (folder, register, list) =
        (read("content/editions")?, read("content/municipalities.csv")?, read("content/groups.csv")?);
    let editions = editions(&folder, &mut faults);
    let columns = &format::register::Municipality::COLUMNS;
    let municipalities = csv::table(&register, "content/municipalities.csv", columns, &mut faults);
    let groups = csv::table(&list, "content/groups.csv", &format::register::Group::COLUMNS, &mut faults);
    let value = editions.zip(municipalities).zip(groups);
    let value =
        value.map(|((editions, municipalities), groups)| Reference { editions, municipalities, groups });
    Ok(Outcome { value, faults })
}

/// Decodes `content/`; nothing when a file that the others build on is missing
/// or faulty, or when a file is no text.
fn raw(
    site: Option<Document<format::site::Settings>>,
    files: &Files,
    faults: &mut Vec<Diagnostic>,
) -> Option<Raw> {
    unused(files, faults);
    let editions = editions(files, faults);
    let [register, list] = REQUIRED;
    let municipalities = csv::table(files, register, &format::register::Municipality::COLUMNS, faults);
    let groups = csv::table(files, list, &format::register::Group::COLUMNS, faults);
    let shapes = csv::optional(files, format::shape::PATH, &format::shape::Shape::COLUMNS, faults);
    let references = optional(files, "content/references.toml", faults);
    let changes = optional(files, "content/changes.toml", faults);
    let synonyms = optional(files, "content/synonyms.toml", faults);
    let accessibility = optional(files, STATEMENT, faults);
    let has_faulty_statement = accessibility.is_none() && files.get(STATEMENT).is_some();
    let (evaluations, undecoded) = evaluations(files, faults);
    let texts =
        |folder| files.in_folder(folder, ".md").map(|(stem, text)| (stem.to_owned(), text.clone())).collect();
    let (pages, introductions) = (texts("content/pages"), texts("content/introductions"));
    let site = site.filter(|_| files.is_whole())?;
    Some(Raw {
        site,
        editions: editions?,
        municipalities: municipalities?,
        groups: groups?,
        shapes,
        references,
        changes,
        synonyms,
        accessibility,
        has_faulty_statement,
        evaluations,
        undecoded,
        pages,
        introductions,
    })
}

fn editions(
    files: &Files,
    faults: &mut Vec<Diagnostic>,
) -> Option<BTreeMap<String, Document<format::edition::Edition>>> {
    let decoded: Vec<_> = files
        .in_folder("content/editions", ".toml")
        .map(|(stem, text)| Some((stem.to_owned(), decode::decode(&text.text, text.source).collect(faults)?)))
        .collect();
    decoded.into_iter().collect()
}

/// All evaluation folders, decoded in parallel, and the slugs of those that
/// could not be.
fn evaluations(files: &Files, faults: &mut Vec<Diagnostic>) -> (Vec<RawEvaluation>, BTreeSet<String>) {
    let folders = files.evaluation_folders();
    let decoded: Vec<_> = folders
        .par_iter()
        .with_max_len(crate::parallel::BATCH)
        .map(|folder| evaluation(files, folder))
        .collect();
    let mut undecoded = BTreeSet::new();
    let mut evaluations = Vec::new();
    for (folder, outcome) in folders.iter().zip(decoded) {
        match outcome.collect(faults) {
            Some(evaluation) => evaluations.push(evaluation),
            None => drop(undecoded.insert(slug_and_year(folder).0.to_owned())),
        }
    }
    (evaluations, undecoded)
}

/// The last two parts of an evaluation folder.
fn slug_and_year(folder: &str) -> (&str, &str) {
    let (above, year) = folder.rsplit_once('/').unwrap_or(("", folder));
    (above.rsplit('/').next().unwrap_or_default(), year)
}

fn evaluation(files: &Files, folder: &str) -> Outcome<RawEvaluation> {
    let mut faults = Vec::new();
    let path = format!("{folder}/{}", format::evaluation::FILE);
    let record = document(files, &path, &mut faults);
    let text = files.get(&path).cloned();
    let import_report = files.get(&format!("{folder}/{}", format::review::FILE)).cloned();
    let (slug, year) = slug_and_year(folder);
    let (slug, year) = (slug.to_owned(), year.to_owned());
    let narratives = files.in_folder(folder, ".md").filter(|(stem, _)| *stem != format::review::STEM);
    let narratives = narratives.map(|(stem, text)| (stem.to_owned(), text.clone())).collect();
    // What cannot be a report is told of already, wherever it lies.
    let is_content = |name: &str| walk::is_content(&format!("{folder}/{name}"));
    let reports = files.binaries_in(folder).filter(|(name, _)| is_content(name));
    let reports = reports.map(|(name, bytes)| (name.to_owned(), Arc::clone(bytes))).collect();
    let value = record.zip(text);
    let value = value.map(|(record, text)| RawEvaluation {
        slug,
        year,
        record,
        text,
        narratives,
        import_report,
        reports,
    });
    Outcome { value, faults }
}

/// Files below `content/` that no rule gives a meaning (W2).
fn unused(files: &Files, faults: &mut Vec<Diagnostic>) {
    for path in files.paths().filter(|path| !walk::is_content(path)) {
        let meant = meant(path).filter(|(meant, _)| files.get(meant).is_none());
        let (meant, form) = meant.or_else(|| original(files, path)).unwrap_or_default();
        // What has to be there is asked for by its own name.
        if !REQUIRED.contains(&meant.as_str()) {
            let nearest = meant.rsplit('/').next().unwrap_or_default().to_owned();
            let fault = Fault::UnusedFile { nearest, form: form.to_owned() };
            faults.push(Diagnostic::new(fault, files.place(path)));
        }
    }
}

/// The record that the file at `path` is a copy of, by its name.
fn original(files: &Files, path: &str) -> Option<(String, &'static str)> {
    let (folder, file) = path.rsplit_once('/')?;
    let (stem, ending) = format::evaluation::FILE.rsplit_once('.')?;
    let original = format!("{folder}/{}", format::evaluation::FILE);
    let (of_file, ending_of_file) = file.rsplit_once('.')?;
    let is_copy = ending_of_file == ending && format::narrative::is_copy(of_file, stem);
    (is_copy && files.get(&original).is_some()).then_some((original, "copy"))
}

/// Where the file at `path` was most likely meant to lie, and what has to be done with it
/// (`format::narrative::Misnamed`).
fn meant(path: &str) -> Option<(String, &'static str)> {
    let (folder, file) = path.rsplit_once('/')?;
    if matches!(folder, "content/pages" | "content/introductions") {
        let Misnamed { stem, form } = format::narrative::misnamed(file)?;
        return Some((format!("{folder}/{stem}.md"), form));
    }
    let meant = path.strip_suffix(".txt").filter(|meant| walk::is_content(meant));
    meant.map(|meant| (meant.to_owned(), "ending"))
}
