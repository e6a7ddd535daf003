//! Raw → Portal: every rule that content has to keep, all faults in one run.
//!
//! Files are checked in the order in which they depend on each other: site,
//! editions, register, then everything that refers to them, and links last,
//! when it is known which pages there will be.

mod change;
mod edition;
mod evaluation;
mod link;
mod narrative;
mod page;
mod printed;
mod quantity;
mod reference;
mod register;
mod score;
mod site;
mod text;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;
use rust_decimal::Decimal;
use toml::Spanned;

use self::link::Links;
use self::quantity::Quantity;
use crate::diagnostic::{Diagnostic, Fault, Outcome};
use crate::language;
use crate::load::{self, Document, Raw};
use crate::model::{Code, Edition, EditionId, Evaluation, EvaluationKey, Municipality, Portal, Proposals};
use crate::route::Route;
use crate::scheme;
use crate::source::Span;

/// Checks the content against every rule. `today` is read only to warn of
/// texts that are due for review. Good examples that are only proposed are
/// checked like the others, also when they are not shown.
pub fn validate(raw: &Raw, today: Date, proposals: Proposals) -> Outcome<Portal> {
    let mut faults = Vec::new();
    let mut links = Links::default();
    let editions = edition::editions(&raw.editions, &mut faults);
    if faults.iter().any(Diagnostic::is_error) {
        links.doubt_editions();
    }
    let mut register_faults = Vec::new();
    let municipalities = register::municipalities(&raw.municipalities, &raw.groups, &mut register_faults);
    if !register_faults.is_empty() {
        links.doubt(&Route::Municipalities);
    }
    faults.extend(register_faults);
    let site = site::site(&raw.site, &mut faults);
    let known = Known::new(editions, municipalities);
    let means = reference::means(raw.references.as_ref(), &known, &mut faults);
    let mut evaluations = evaluations(raw, &known, &mut links, &mut faults);
    for evaluation in evaluations.values_mut() {
        evaluation.keep(proposals);
    }
    let pages = page::pages(raw, today, &mut links, &mut faults);
    let changes = change::changes(raw, &known, &evaluations, &mut faults);
    let Known { editions, municipalities, .. } = known;
    let portal = Portal { site, editions, municipalities, evaluations, means, changes, pages };
    links.check(&portal, &mut faults);
    let is_complete = raw.undecoded.is_empty() && !faults.iter().any(Diagnostic::is_error);
    Outcome { value: is_complete.then_some(portal), faults }
}

/// Editions by id, and the register by kommunkod.
pub type Reference = (BTreeMap<EditionId, Edition>, BTreeMap<Code, Municipality>);

/// Checks only what evaluations refer to.
pub fn reference(raw: &load::Reference) -> Outcome<Reference> {
    let mut faults = Vec::new();
    let editions = edition::editions(&raw.editions, &mut faults);
    let municipalities = register::municipalities(&raw.municipalities, &raw.groups, &mut faults);
    Outcome::new((editions, municipalities), faults)
}

/// All evaluations, checked in parallel.
fn evaluations(
    raw: &Raw,
    known: &Known,
    links: &mut Links,
    faults: &mut Vec<Diagnostic>,
) -> BTreeMap<EvaluationKey, Evaluation> {
    let checked: Vec<_> = raw
        .evaluations
        .par_iter()
        .with_max_len(crate::parallel::BATCH)
        .map(|raw| evaluation::evaluation(raw, known))
        .collect();
    raw.undecoded.iter().for_each(|slug| links.doubt_record(slug));
    let mut evaluations = BTreeMap::new();
    for (raw, outcome) in raw.evaluations.iter().zip(checked) {
        if outcome.value.is_none() || outcome.faults.iter().any(Diagnostic::is_error) {
            links.doubt_record(&raw.slug);
        }
        if let Some((evaluation, found)) = outcome.collect(faults) {
            links.extend(found);
            evaluations.insert(evaluation.key.clone(), evaluation);
        }
    }
    evaluations
}

/// What records may refer to.
struct Known {
    editions: BTreeMap<EditionId, Edition>,
    municipalities: BTreeMap<Code, Municipality>,
    /// Codes by code, name and slug, all in comparable form.
    names: BTreeMap<String, Code>,
}

impl Known {
    fn new(editions: BTreeMap<EditionId, Edition>, municipalities: BTreeMap<Code, Municipality>) -> Self {
        let names = municipalities.values().flat_map(|municipality| {
            let other = municipality.also_called.iter().chain([&municipality.official_name]);
            let all =
                [&municipality.code.0, &municipality.slug.0, &municipality.name].into_iter().chain(other);
            all.map(|name| (language::comparable(name), municipality.code.clone()))
        });
        // A name that is another one's slug stays with its bearer, because
        // names come later in the register's order only by chance.
        let mut by_name: BTreeMap<_, _> = names.collect();
        by_name.extend(municipalities.values().map(|it| (language::comparable(&it.name), it.code.clone())));
        Self { editions, municipalities, names: by_name }
    }

    /// The municipality called `name`, which may be its code.
    fn municipality(&self, name: &str, span: Span, faults: &mut Vec<Diagnostic>) -> Option<&Municipality> {
        let code = self.names.get(&language::comparable(name));
        if code.is_none() {
            let names = self.municipalities.values().map(|municipality| municipality.name.as_str());
            let nearest = choice(&language::nearest(name, names, 3));
            faults
                .push(Diagnostic::new(Fault::UnknownMunicipality { found: name.to_owned(), nearest }, span));
        }
        self.municipalities.get(code?)
    }

    /// The edition with this id.
    fn edition<T>(
        &self,
        document: &Document<T>,
        id: &Spanned<String>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<&Edition> {
        let edition = self.editions.get(&EditionId(id.get_ref().clone()));
        // Without any edition there is one fault, not one per record.
        if edition.is_none() && !self.editions.is_empty() {
            let known = joined(self.editions.keys());
            let fault = Fault::UnknownEdition { found: id.get_ref().clone(), known };
            faults.push(Diagnostic::new(fault, document.span(id)));
        }
        edition
    }
}

/// `items`, separated by commas, for a message.
fn joined<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

/// `a, b or c`, for a message.
fn choice(items: &[&str]) -> String {
    match items.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// Reads a printed number.
fn number<T>(
    document: &Document<T>,
    printed: &Spanned<String>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Decimal> {
    let number = language::parse_points(printed.get_ref());
    if number.is_none() {
        let fault = Fault::UnreadableNumber { found: printed.get_ref().clone() };
        faults.push(Diagnostic::new(fault, document.span(printed)));
    }
    number
}

/// Reads a printed number that cannot be more than `maximum`.
fn at_most<T>(
    document: &Document<T>,
    printed: &Spanned<String>,
    quantity: &Quantity,
    maximum: u16,
    faults: &mut Vec<Diagnostic>,
) -> Option<Decimal> {
    let value = number(document, printed, faults)?;
    if value > Decimal::from(maximum) {
        let found = printed.get_ref().clone();
        let (what, number) = (quantity.kind(), quantity.number());
        let fault = Fault::PointsAboveMaximum { what, number, found, maximum: maximum.to_string() };
        faults.push(Diagnostic::new(fault, document.span(printed)));
        return None;
    }
    Some(value)
}

/// Reads a date written as `YYYY-MM-DD`.
fn date<T>(document: &Document<T>, written: &Spanned<String>, faults: &mut Vec<Diagnostic>) -> Option<Date> {
    let date = language::parse_date(written.get_ref());
    if date.is_none() {
        let expected = "2020-12-08".to_owned();
        let fault = Fault::UnreadableDate { found: written.get_ref().clone(), expected };
        faults.push(Diagnostic::new(fault, document.span(written)));
    }
    date
}

/// Objects to a web address that is neither http nor https.
fn web_address<T>(document: &Document<T>, url: &Spanned<String>, faults: &mut Vec<Diagnostic>) -> String {
    let address = url.get_ref();
    if scheme::split_web_address(address).is_none() {
        faults.push(Diagnostic::new(Fault::ForbiddenLink { target: address.clone() }, document.span(url)));
    }
    address.clone()
}

/// A citation of the files as one of the model.
fn citation<T>(
    document: &Document<T>,
    citation: &crate::format::Citation,
    faults: &mut Vec<Diagnostic>,
) -> crate::model::Citation {
    let url = citation.url.as_ref().map(|url| web_address(document, url, faults));
    crate::model::Citation { title: citation.title.clone(), publisher: citation.publisher.clone(), url }
}
