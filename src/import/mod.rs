//! Reports → evaluation folders, for a person to review.
//!
//! ```text
//! .txt .docx .pdf ── file ── Document ── reading ── Reading ── judgement ─┬─ writing ── record and texts
//!                                                                        └─ account ── import-report.md
//! ```
//!
//! The modules are storeys: `vocabulary`, `line`, `request`, `file`, `reading`,
//! `judgement`, `writing`, `account`, `folder`, from the bottom up, and none
//! imports from one above it; `sheet`, which reads spreadsheets, and `archive` stand on top. All files end in one [`Document`], lines of text;
//! from there on nothing depends on what file it was. Nothing is lost and nothing
//! invented: every passage that is written knows the lines it came from, and
//! what no passage came from is listed as left over. The importer never sees
//! the site.

mod account;
pub mod archive;
pub mod file;
pub mod folder;
mod judgement;
mod line;
mod reading;
mod request;
pub mod sheet;
mod vocabulary;
mod writing;

use self::account::begun::begun;
use self::account::carried::Carried;
use self::account::review::{Reviewed, review};
use self::folder::Folder;
use self::judgement::decision::decide;
use self::judgement::doubt::{doubts, sections};
use self::judgement::figures;
use self::judgement::finding;
use self::judgement::proposal;
use self::judgement::proposal::topic::Topics;
use self::line::part::Part;
use self::reading::Reading;
use self::reading::headless::{Headless, headless};
use self::writing::Written;
use self::writing::blank;
use self::writing::narrative;
use self::writing::phrase::Phrases;
use self::writing::record::{Lessons, record};
use crate::diagnostic::{Diagnostic, Fault, Outcome};
use crate::format::evaluation::FILE;
use crate::format::narrative::{SUMMARY, area_stem};
use crate::format::review::{FILE as REPORT, origin};
use crate::source::{SourceId, Sources, Span};
use crate::tree::Tree;

pub use self::account::Account;
pub use self::account::fate::Fate;
pub use self::account::review::{Coverage, Share, Structure};
pub use self::judgement::proposal::recommend::{AROUND, Bearer, Context, Features, KIND, Recommenders};
pub use self::line::document::{Document, Kind, Line, Unseen};
pub use self::request::{Knowledge, Request};
pub use self::vocabulary::boilerplate::Boilerplate;
pub use self::vocabulary::names::Names;
pub use self::writing::blank::Beginning;

/// A report, ready to be written.
#[derive(Clone, Debug)]
pub struct Import {
    /// The folder to write.
    pub folder: Folder,
    /// How much of the report has been placed or classified.
    pub coverage: Coverage,
    /// What was found of what its edition makes expect.
    pub structure: Structure,
    /// How many good examples and referrals are proposed.
    pub proposals: usize,
    /// What became of every line.
    pub account: Account,
    /// The lines, split words joined.
    pub document: Document,
}

/// Makes the files of `document`'s evaluation. Its text is added to `sources`,
/// so that faults can quote it.
pub fn import(
    document: Document,
    request: &Request,
    knowledge: &Knowledge<'_>,
    sources: &mut Sources,
) -> Outcome<Import> {
    let names = Names::new(knowledge.municipalities);
    let (document, reading) = reading::read(document, knowledge, &names, request);
    let source = sources.add(request.file.clone(), document.joined().into());
    let whole = |fault| Diagnostic::new(fault, Span::file(source));
    let has_areas = reading.parts.keys().any(|part| matches!(part, Part::Area(_)));
    let has_figures = reading.tables.rows.iter().any(|row| row.figures.is_some());
    // Whoever names the edition wants the texts, even without tables.
    if !(has_figures || has_areas && request.edition.is_some()) {
        let rows = headless(&document);
        let told = rows.map(|rows| headless_fault(&rows, has_areas, &document, source));
        if let Some(fault) = told.or_else(|| (!has_areas).then(|| whole(Fault::NoReport {}))) {
            return Outcome { value: None, faults: vec![fault] };
        }
    }
    let (decision, mut findings) = match decide(&document, &reading, request, knowledge, &names) {
        Ok(decided) => decided,
        Err(faults) => return Outcome { value: None, faults: faults.into_iter().map(whole).collect() },
    };
    let (figures, doubtful) = figures::figures(&reading, &decision, &names);
    findings.splice(0..0, sections(&reading, decision.edition, &figures));
    findings.extend(doubtful);
    findings.extend(doubts(&document, &reading, &decision, &figures));
    let topics = Topics::new(decision.edition);
    let proposals = proposal::proposals(&reading, &names, &topics, &decision.municipality.code);
    let texts = texts(&reading);
    let stems = texts.iter().map(|(stem, _)| stem.clone());
    let lessons = Lessons::new(&proposals, &names);
    let record = record(&reading, &decision, &figures, stems, lessons, &findings, request.day);
    let carried = Carried::new(&record, reading.occasion.month, &texts, &findings, &decision, &figures);
    let account = Account::new(&document, &reading, &carried);
    findings.extend(account::left_over(&document, &account));
    let structure = Structure::of(&reading, decision.edition, &figures);
    let reviewed = Reviewed {
        file: &request.file,
        document: &document,
        reading: &reading,
        decision: &decision,
        findings: &findings,
        proposals: &proposals,
        account: &account,
        structure: &structure,
        texts: &texts,
        names: &names,
        phrases: Phrases::swedish(),
    };
    let origin = request.digest.as_deref().map(|digest| format!("\n{}\n", origin(digest)));
    let report = review(&reviewed) + &origin.unwrap_or_default();
    let own = [(FILE.to_owned(), record.text), (REPORT.to_owned(), report)];
    let texts = texts.into_iter().map(|(stem, text)| (format!("{stem}.md"), text.text));
    let slug = decision.municipality.slug.0.clone();
    let folder = Folder { slug, year: decision.year, files: tree(texts.chain(own)) };
    let faults = finding::diagnostics(&findings, &document, source);
    let coverage = Coverage::of(&account, &document);
    let proposals = proposals.len();
    Outcome::new(Import { folder, coverage, structure, proposals, account, document }, faults)
}

/// The folder of a draft for a person to fill in, where there is no report to read.
pub fn begin(beginning: &Beginning<'_>) -> Folder {
    let texts = blank::texts(beginning.edition);
    let own = [(FILE.to_owned(), blank::record(beginning)), (REPORT.to_owned(), begun(beginning, &texts))];
    let texts = texts.into_iter().map(|(stem, text)| (format!("{stem}.md"), text.text));
    let slug = beginning.municipality.slug.0.clone();
    Folder { slug, year: beginning.year, files: tree(texts.chain(own)) }
}

/// What is there of score tables without heads, at the first of their rows.
fn headless_fault(rows: &Headless, has_areas: bool, document: &Document, source: SourceId) -> Diagnostic {
    let fault = Fault::NoHead {
        rows: rows.count.to_string(),
        kind: if rows.has_maxima { "figures" } else { "points" }.to_owned(),
        chapters: if has_areas { "some" } else { "none" }.to_owned(),
    };
    let before = document.lines.iter().take(rows.first).map(|line| line.text.len() + 1).sum::<usize>();
    Diagnostic::new(fault, Span::new(source, before..before + document.text(rows.first).len()))
}

/// Narratives by stem, in the order of the report.
fn texts(reading: &Reading) -> Vec<(String, Written)> {
    let summary = narrative::summary(&reading.summary).map(|text| (SUMMARY.to_owned(), text));
    let areas = reading.areas.values();
    let areas = areas.filter_map(|area| Some((area_stem(area.number), narrative::area(area)?)));
    summary.into_iter().chain(areas).collect()
}

fn tree(files: impl Iterator<Item = (String, String)>) -> Tree {
    let mut tree = Tree::default();
    for (name, text) in files {
        // Stems differ from each other and from the two other files.
        let taken = tree.insert(name, text.into_bytes());
        debug_assert!(taken.is_ok(), "{taken:?}");
    }
    tree
}
