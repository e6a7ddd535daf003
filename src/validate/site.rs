//! `site.toml`.

use crate::diagnostic::{Diagnostic, Fault};
use crate::format;
use crate::load::Document;
use crate::model::{BaseAddress, Publisher, SiteMetadata};
use crate::scheme::MAILTO;

/// The metadata of the site. A base address that cannot be read is replaced by a
/// placeholder, which nobody sees: such a site is not published.
pub(super) fn site(
    document: &Document<format::site::Settings>,
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
        url: file.publisher.url.as_ref().map(|url| super::field::web_address(document, url, faults)),
    };
    let nowhere = || BaseAddress { origin: String::new(), path: "/".to_owned() };
    SiteMetadata {
        title: file.title.clone(),
        base: base.unwrap_or_else(nowhere),
        language: file.language.get_ref().clone(),
        publisher,
        licence: super::field::licence(document, &file.data_licence, faults),
        error_contact: contact(document, faults),
    }
}

/// Whom to tell about an error: a web address, or a mail address with or
/// without its scheme.
fn contact(document: &Document<format::site::Settings>, faults: &mut Vec<Diagnostic>) -> String {
    let contact = &document.value.error_contact;
    let address = contact.get_ref();
    let mail = address.strip_prefix(MAILTO).unwrap_or(address);
    if mail.contains('@') && !mail.contains("://") {
        return format!("{MAILTO}{mail}");
    }
    super::field::web_address(document, contact, faults)
}
