//! The files that lie beside a record, and those that it names: each has to be both (W2).

use std::collections::{BTreeMap, BTreeSet};

use super::field::joined;
use super::known::folder;
use crate::diagnostic::{Diagnostic, Fault, Place};
use crate::format::narrative::{self, Misnamed, SUMMARY, area_stem};
use crate::language;
use crate::load::RawEvaluation;
use crate::model::Edition;
use crate::source::Span;

/// Whether a record that names the file `written` means `file`: some systems write å as two
/// characters in names of files.
pub(super) fn is_same_name(written: &str, file: &str) -> bool {
    language::normalise(written) == language::normalise(file)
}

/// A record and what lies beside it.
pub(super) struct Beside<'a> {
    raw: &'a RawEvaluation,
    /// Every name that a narrative of its edition can have.
    stems: Vec<String>,
}

impl<'a> Beside<'a> {
    pub(super) fn new(raw: &'a RawEvaluation, edition: &Edition) -> Self {
        let areas = edition.areas.iter().map(|area| area_stem(area.number));
        Self { raw, stems: std::iter::once(SUMMARY.to_owned()).chain(areas).collect() }
    }

    /// Objects to what is named but not there, or there but not named.
    pub(super) fn faults(&self, faults: &mut Vec<Diagnostic>) {
        let names = &self.raw.record.value.narratives;
        for name in names {
            let fault = self.named(name.get_ref());
            faults.extend(fault.map(|fault| Diagnostic::new(fault, self.raw.record.span(name))));
        }
        if self.knows_all() {
            self.unlisted(faults);
        }
        let strangers = self.strangers().filter(|file| !self.is_meant(file));
        faults.extend(strangers.map(|file| self.unused(&file)));
    }

    /// Whether every name of the list is one that a narrative can have. Where one is not, a text
    /// that seems unused may be the one that it means.
    fn knows_all(&self) -> bool {
        self.raw.record.value.narratives.iter().all(|name| self.stems.contains(name.get_ref()))
    }

    /// What is wrong with a narrative of the list.
    fn named(&self, name: &str) -> Option<Fault> {
        if !self.stems.iter().any(|stem| stem == name) {
            return Some(Fault::UnknownNarrative { name: name.to_owned(), known: self.stems.join(", ") });
        }
        if self.raw.narratives.contains_key(name) {
            return None;
        }
        let meant = self.strangers().find_map(|file| {
            let Misnamed { stem, form } = narrative::misnamed(&file)?;
            (stem == name).then_some((file, form))
        });
        let (found, form) = meant.unwrap_or((String::new(), "none"));
        let path = self.path(&format!("{name}.md"));
        Some(Fault::MissingNarrative { name: name.to_owned(), path, form: form.to_owned(), found })
    }

    /// Objects to narratives that nothing shows, because the list lacks them.
    fn unlisted(&self, faults: &mut Vec<Diagnostic>) {
        let unlisted: Vec<_> = self.stems.iter().filter(|stem| self.is_unlisted(stem)).collect();
        if unlisted.is_empty() {
            return;
        }
        let all = self.stems.iter().filter(|stem| self.is_listed(stem) || self.is_unlisted(stem));
        let all = joined(all.map(|stem| format!("\"{stem}\"")));
        let list = if self.raw.record.value.narratives.is_empty() { "none" } else { "some" };
        let fault = Fault::UnlistedNarrative {
            names: joined(unlisted.iter().map(|stem| format!("{stem}.md"))),
            list: list.to_owned(),
            fix: format!("narratives = [{all}]"),
            texts: if self.raw.record.value.texts.is_some() { "some" } else { "none" }.to_owned(),
        };
        faults.push(Diagnostic::new(fault, self.end_of_list()));
    }

    /// Where the list of narratives ends, or behind which line it would stand.
    fn end_of_list(&self) -> Span {
        let record = &self.raw.record;
        record.span(record.value.narratives.last().unwrap_or(&record.value.edition))
    }

    fn is_listed(&self, stem: &str) -> bool {
        self.raw.record.value.narratives.iter().any(|name| name.get_ref() == stem)
    }

    fn is_unlisted(&self, stem: &str) -> bool {
        self.raw.narratives.contains_key(stem) && !self.is_listed(stem)
    }

    /// Files that are neither a narrative by their names nor the report that the record names.
    fn strangers(&self) -> impl Iterator<Item = String> {
        let is_stranger = |stem: &&String| self.knows_all() && !self.stems.contains(stem);
        let texts = self.raw.narratives.keys().filter(is_stranger);
        let texts = texts.map(|stem| format!("{stem}.md"));
        let report = self.raw.record.value.report.as_ref();
        let is_report = move |file: &&String| report.is_some_and(|it| is_same_name(it.get_ref(), file));
        texts.chain(self.raw.reports.keys().filter(move |file| !is_report(file)).cloned())
    }

    /// Whether `file` is told of already, as the one that a name of the list means.
    fn is_meant(&self, file: &str) -> bool {
        let meant = narrative::misnamed(file);
        meant.is_some_and(|it| self.is_listed(&it.stem) && !self.raw.narratives.contains_key(&it.stem))
    }

    /// `file` is there and nothing shows it.
    fn unused(&self, file: &str) -> Diagnostic {
        let meant = narrative::misnamed(file)
            .filter(|it| self.stems.contains(&it.stem) && !self.raw.narratives.contains_key(&it.stem));
        let meant = meant.map(|it| (format!("{}.md", it.stem), it.form));
        let (nearest, form) = meant.or_else(|| self.spare(file)).unwrap_or_default();
        let fault = Fault::UnusedFile { nearest, form: form.to_owned() };
        let text = file.strip_suffix(".md").and_then(|stem| self.raw.narratives.get(stem));
        match text {
            Some(text) => Diagnostic::new(fault, Span::file(text.source)),
            None => Diagnostic::new(fault, Place::File(self.path(file))),
        }
    }

    /// What a file is that nothing uses and whose name says so: a copy of a narrative, or a report.
    fn spare(&self, file: &str) -> Option<(String, &'static str)> {
        let (stem, extension) = file.rsplit_once('.')?;
        if extension.eq_ignore_ascii_case("pdf") && self.raw.record.value.report.is_none() {
            return Some((file.to_owned(), "report"));
        }
        let is_copy = |known: &&String| narrative::is_copy(stem, known) && extension == "md";
        let original = self.raw.narratives.keys().filter(|it| self.stems.contains(it)).find(is_copy)?;
        Some((format!("{original}.md"), "copy"))
    }

    fn path(&self, file: &str) -> String {
        format!("{}/{file}", folder(&self.raw.slug, &self.raw.year))
    }
}

/// Tells of a report that lies in the folder of another record, or under another spelling beside its
/// own, where it is missed, and not once more where it lies. Where several miss it, or it lies in
/// several places, nobody knows whose it is.
pub(super) fn misplaced_reports(faults: &mut Vec<Diagnostic>) {
    let mut unused = BTreeMap::<_, Vec<_>>::new();
    let mut missing = BTreeMap::<_, usize>::new();
    for fault in faults.iter() {
        if let Some(path) = unused_file(fault) {
            unused
                .entry(bare(path.rsplit('/').next().unwrap_or_default()))
                .or_default()
                .push(path.to_owned());
        } else if let Fault::MissingReport { name, .. } = &fault.fault {
            *missing.entry(bare(name)).or_default() += 1;
        }
    }
    let mut found = BTreeSet::new();
    for fault in faults.iter_mut() {
        let Fault::MissingReport { name, path, nearest, form } = &mut fault.fault else { continue };
        let alike = unused.get(&bare(name)).map_or(&[][..], Vec::as_slice);
        let folder = path.strip_suffix(name.as_str()).unwrap_or_default();
        let file = |path: &String| path.rsplit('/').next().unwrap_or_default().to_owned();
        if let Some(beside) = alike.iter().find(|it| it.starts_with(folder)) {
            (*nearest, *form) = (file(beside), "name".to_owned());
            found.insert(beside.clone());
        } else if let ([only], Some(1)) = (alike, missing.get(&bare(name)))
            && is_same_name(name, &file(only))
        {
            (*nearest, *form) = (only.clone(), "folder".to_owned());
            found.insert(only.clone());
        }
    }
    faults.retain(|fault| unused_file(fault).is_none_or(|path| !found.contains(path)));
}

/// The name of a file without what stands between its words, and without capitals.
fn bare(name: &str) -> String {
    let lower = language::normalise(name).to_lowercase();
    lower.chars().filter(|it| it.is_alphanumeric() || *it == '.').collect()
}

/// The path of the file that a fault says is not used.
fn unused_file(fault: &Diagnostic) -> Option<&str> {
    match (&fault.fault, &fault.place) {
        (Fault::UnusedFile { .. }, Place::File(path)) => Some(path),
        _ => None,
    }
}
