//! What records may refer to: editions and municipalities.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use toml::Spanned;

use super::field::joined;
use crate::diagnostic::{Diagnostic, Fault};
use crate::language;
use crate::load::Document;
use crate::model::{Code, Edition, EditionId, Municipality};
use crate::source::Span;

/// Where the record of a municipality's year lies.
pub(super) fn folder(slug: &str, year: &str) -> String {
    format!("content/evaluations/{slug}/{year}")
}

/// What records may refer to.
pub(super) struct Known {
    /// The day of the build: nothing that is told has happened after it.
    pub(super) today: Date,
    pub(super) editions: BTreeMap<EditionId, Edition>,
    pub(super) municipalities: BTreeMap<Code, Municipality>,
    /// The folders of all records that could be read: `content/evaluations/lund/2011`.
    pub(super) folders: BTreeSet<String>,
    /// Codes by everything that a municipality may be called by: code, slug, name and
    /// other names, in comparable form.
    names: BTreeMap<String, Code>,
}

impl Known {
    pub(super) fn new(
        today: Date,
        editions: BTreeMap<EditionId, Edition>,
        municipalities: BTreeMap<Code, Municipality>,
        folders: BTreeSet<String>,
    ) -> Self {
        let names = municipalities.values().flat_map(|municipality| {
            let other = municipality.also_called.iter().chain([&municipality.official_name]);
            let all =
                [&municipality.code.0, &municipality.slug.0, &municipality.name].into_iter().chain(other);
            all.map(|name| (language::comparable(name), municipality.code.clone()))
        });
        // Names are put in once more, because one municipality's name may be
        // spelled like another one's slug: the name must win, whatever the order of
        // the register.
        let mut by_name: BTreeMap<_, _> = names.collect();
        by_name.extend(municipalities.values().map(|it| (language::comparable(&it.name), it.code.clone())));
        Self { today, editions, municipalities, folders, names: by_name }
    }

    /// Whether the municipality of `slug` has the folder of any year.
    pub(super) fn has_folders_of(&self, slug: &str) -> bool {
        let all = folder(slug, "");
        self.folders.range(all.clone()..).next().is_some_and(|it| it.starts_with(&all))
    }

    /// The municipality called `name`, which may be its code.
    pub(super) fn municipality(
        &self,
        name: &str,
        span: Span,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<&Municipality> {
        let found = self.called(name);
        if found.is_none() {
            faults.push(Diagnostic::new(self.unknown(name), span));
        }
        found
    }

    /// The municipality called exactly so, in any case.
    fn called(&self, name: &str) -> Option<&Municipality> {
        self.municipalities.get(self.names.get(&language::comparable(name))?)
    }

    /// No municipality is called `name`: the fault, with what was probably meant.
    fn unknown(&self, name: &str) -> Fault {
        let padded = format!("{name:0>4}");
        let code = Some(&padded).filter(|it| it.bytes().all(|byte| byte.is_ascii_digit()));
        let code = code.and_then(|code| self.municipalities.get(&Code(code.clone())));
        let names = self.municipalities.values().map(|municipality| municipality.name.as_str());
        let (why, nearest, others) = match (code, self.several(name).as_slice()) {
            (Some(municipality), _) => ("zero", municipality.name.clone(), String::new()),
            (None, [first, others @ ..]) if !others.is_empty() => {
                ("several", first.name.clone(), joined(others.iter().map(|it| &it.name)))
            }
            _ => ("name", joined(language::nearest(name, names, 3)), String::new()),
        };
        let (found, code) = (name.to_owned(), code.map_or(String::new(), |it| it.code.to_string()));
        Fault::UnknownMunicipality { found, why: why.to_owned(), nearest, others, code }
    }

    /// The municipalities that `names` enumerates; none when it is no enumeration of them.
    fn several(&self, names: &str) -> Vec<&Municipality> {
        const AND: [&str; 5] = [" och ", " samt ", "&", "/", ";"];
        let names = AND.iter().fold(names.to_owned(), |names, and| names.replace(and, ","));
        let parts = names.split(',').map(|part| self.called(part.trim()));
        parts.collect::<Option<_>>().unwrap_or_default()
    }

    /// The edition with this id.
    pub(super) fn edition<T>(
        &self,
        document: &Document<T>,
        id: &Spanned<String>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<&Edition> {
        let edition = self.editions.get(&EditionId(id.get_ref().clone()));
        // When there are no editions at all, that is one fault; each record would
        // only repeat it.
        if edition.is_none() && !self.editions.is_empty() {
            let known = joined(self.editions.keys());
            let fault = Fault::UnknownEdition { found: id.get_ref().clone(), known };
            faults.push(Diagnostic::new(fault, document.span(id)));
        }
        edition
    }
}
