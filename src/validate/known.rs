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

    /// The municipality called `name`, which may be its code.
    pub(super) fn municipality(
        &self,
        name: &str,
        span: Span,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<&Municipality> {
        let code = self.names.get(&language::comparable(name));
        if code.is_none() {
            let names = self.municipalities.values().map(|municipality| municipality.name.as_str());
            let nearest = joined(language::nearest(name, names, 3));
            faults
                .push(Diagnostic::new(Fault::UnknownMunicipality { found: name.to_owned(), nearest }, span));
        }
        self.municipalities.get(code?)
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
