//! `site.toml`.

use jiff::civil::Date;

use super::field;
use super::link::Links;
use super::text::Link;
use crate::diagnostic::{Diagnostic, Fault};
use crate::format;
use crate::load::{Document, Raw};
use crate::model::{BaseAddress, Change, Publisher, SiteLink, SiteMetadata, Statement};
use crate::route::Route;

/// The metadata of the site. A base address that cannot be read is replaced by a
/// placeholder, which nobody sees: such a site is not published.
pub(super) fn site(
    document: &Document<format::site::Settings>,
    links: &mut Links,
    faults: &mut Vec<Diagnostic>,
) -> SiteMetadata {
    let file = &document.value;
    let base = BaseAddress::parse(file.base_address.get_ref());
    if base.is_none() {
        let fault = Fault::BaseAddress { found: file.base_address.get_ref().clone() };
        faults.push(Diagnostic::new(fault, document.span(&file.base_address)));
    }
    let publisher = Publisher {
        name: file.publisher.name.clone(),
        url: file.publisher.url.as_ref().map(|url| field::web_address(document, url, faults)),
        contact: file.publisher.contact.as_ref().map(|it| field::contact(document, it, faults)),
        phone: file.publisher.phone.as_ref().map(|it| field::filled(document, it, faults)),
        address: file.publisher.address.as_ref().map(|it| field::filled(document, it, faults)),
    };
    let nowhere = || BaseAddress { origin: String::new(), path: "/".to_owned() };
    SiteMetadata {
        title: file.title.clone(),
        base: base.unwrap_or_else(nowhere),
        language: file.language.get_ref().clone(),
        publisher,
        licence: field::licence(document, &file.data_licence, faults),
        error_contact: field::contact(document, &file.error_contact, faults),
        header_links: site_links(document, &file.header_links, links, faults),
        footer_links: site_links(document, &file.footer_links, links, faults),
        updated: None,
    }
}

/// Links that the publisher adds; where they lead is for `links` to check.
fn site_links(
    document: &Document<format::site::Settings>,
    written: &[format::site::SiteLink],
    links: &mut Links,
    faults: &mut Vec<Diagnostic>,
) -> Vec<SiteLink> {
    let mut read = |it: &format::site::SiteLink| {
        let url = field::filled(document, &it.url, faults);
        if !url.is_empty() {
            links.extend([Link { target: url.clone(), span: document.span(&it.url), page: Route::Home }]);
        }
        SiteLink { name: field::filled(document, &it.name, faults), url }
    };
    written.iter().map(&mut read).collect()
}

/// The day of the last change that dates of the content tell of, none of them after `today`:
/// what the site says of itself, the corrections, evaluations that waited for their day, and
/// the statement of accessibility. Never the day of the build: the same content gives the
/// same bytes.
pub(super) fn updated(
    raw: &Raw,
    changes: &[Change],
    statement: Option<&Statement>,
    today: Date,
    faults: &mut Vec<Diagnostic>,
) -> Option<Date> {
    let own = raw.site.value.updated.as_ref();
    let own = own.and_then(|day| field::past_date(&raw.site, day, today, faults));
    let corrected = changes.iter().map(|change| change.date);
    let published = raw.evaluations.iter().filter(|it| !it.record.value.draft).filter_map(|it| {
        let day = it.record.value.publish_at.as_ref()?;
        // What is no date has been objected to already.
        field::date(&it.record, day, &mut Vec::new()).filter(|day| *day <= today)
    });
    let stated = statement.map(|it| it.updated);
    own.into_iter().chain(stated).chain(corrected).chain(published).max()
}
