//! The portal's metadata, its pages of text, corrections and published means.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{AreaNumber, Citation, EditionId, EvaluationKey, Licence, Measure, Score};
use crate::markdown::Prose;
use crate::scheme;

/// What the portal is called and who answers for it.
#[derive(Clone, Debug)]
pub struct SiteMetadata {
    /// Name of the portal.
    pub title: String,
    /// Where it will be published.
    pub base: BaseAddress,
    /// Language of content and interface, as in `lang`.
    pub language: String,
    /// Who publishes it.
    pub publisher: Publisher,
    /// Terms for the data.
    pub licence: Licence,
    /// `mailto:` or web address for reports of errors.
    pub error_contact: String,
    /// Links of the publisher's after the main navigation.
    pub header_links: Vec<SiteLink>,
    /// Links of the publisher's in the foot of every page.
    pub footer_links: Vec<SiteLink>,
    /// The day of the last change that the content tells of; none if it tells of none.
    pub updated: Option<Date>,
}

/// A link that the publisher adds.
#[derive(Clone, Debug)]
pub struct SiteLink {
    /// What it says.
    pub name: String,
    /// A page of the portal, beginning with a slash, a web address, or a `mailto:`.
    pub url: String,
}

/// An absolute address, as origin and path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseAddress {
    /// Scheme and host, such as `https://example.org`.
    pub origin: String,
    /// Path with a slash at both ends, such as `/kommunkompassen/` or `/`.
    pub path: String,
}

impl BaseAddress {
    /// Reads an absolute http or https address without query and fragment. A
    /// missing slash at the end is added.
    pub fn parse(address: &str) -> Option<Self> {
        let (scheme, rest) = scheme::split_web_address(address)?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
        let path = base_path(path)?;
        (!host.is_empty() && host.chars().all(is_host))
            .then(|| Self { origin: format!("{scheme}://{host}"), path })
    }

    /// The same host with another path.
    pub fn with_path(&self, path: &str) -> Option<Self> {
        Some(Self { origin: self.origin.clone(), path: base_path(path)? })
    }
}

/// `path` with one slash at both ends, if it is a plain path.
fn base_path(path: &str) -> Option<String> {
    let inner = path.trim_matches('/');
    let is_plain = |part: &str| {
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~');
        !part.is_empty() && part != "." && part != ".." && part.chars().all(allowed)
    };
    match inner {
        "" => Some("/".to_owned()),
        _ => inner.split('/').all(is_plain).then(|| format!("/{inner}/")),
    }
}

/// Who publishes the portal.
#[derive(Clone, Debug)]
pub struct Publisher {
    /// Full name.
    pub name: String,
    /// Home page.
    pub url: Option<String>,
    /// `mailto:` or web address for questions.
    pub contact: Option<String>,
    /// Telephone number, as it is shown.
    pub phone: Option<String>,
    /// Postal address in one line.
    pub address: Option<String>,
}

/// A page whose text lies in `content/pages/`.
#[derive(Clone, Debug)]
pub struct TextPage {
    /// Its title.
    pub title: String,
    /// Its text below the title.
    pub prose: Prose,
}

/// A page in another language than the portal's: what the portal is and how to read it.
#[derive(Clone, Debug)]
pub struct Introduction {
    /// The language as `lang` has it; the page's address as well.
    pub language: String,
    /// What the link to it says, in that language.
    pub name: String,
    /// What its list of contents is called, in that language, if it has one.
    pub contents: Option<String>,
    /// Its text.
    pub text: TextPage,
}

/// One correction of a published value (P9).
#[derive(Clone, Debug)]
pub struct Change {
    /// The day of the correction.
    pub date: Date,
    /// The evaluation it concerns.
    pub evaluation: EvaluationKey,
    /// What was corrected.
    pub corrected: Corrected,
    /// Why.
    pub reason: String,
}

/// What a correction is about, with what the portal said before and what it says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Corrected {
    /// A score.
    Score {
        /// Which.
        of: Measure,
        /// Before.
        old: Score,
        /// Now.
        new: Score,
    },
    /// Anything else, in words.
    Other {
        /// What.
        what: String,
        /// Before.
        old: String,
        /// Now.
        new: String,
    },
}

/// One published set of means; never shown without population, edition and
/// date.
#[derive(Clone, Debug)]
pub struct Mean {
    /// The edition it belongs to.
    pub edition: EditionId,
    /// Year of the mean.
    pub year: u16,
    /// Month of the mean, 1–12.
    pub month: Option<u8>,
    /// Which municipalities it is the mean of.
    pub population: String,
    /// Mean total.
    pub total: Option<Decimal>,
    /// Mean per area.
    pub areas: BTreeMap<AreaNumber, Decimal>,
    /// Where it was published.
    pub source: Citation,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_addresses() {
        let shown =
            |address| BaseAddress::parse(address).map(|base| format!("{} {}", base.origin, base.path));
        assert_eq!(shown("https://a.example").as_deref(), Some("https://a.example /"));
        assert_eq!(shown("https://a.example/b/c").as_deref(), Some("https://a.example /b/c/"));
        for bad in ["a.example", "ftp://a.example/", "https:///", "https://a.example/?q", "https://a/../b"] {
            assert_eq!(shown(bad), None, "{bad}");
        }
    }
}
