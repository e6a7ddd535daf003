//! Pages of `content/introductions/`, which tell in other languages what the portal is.

use std::collections::BTreeSet;

use super::link::Links;
use super::{field, page};
use crate::diagnostic::{Diagnostic, Fault, Place};
use crate::format::site;
use crate::load::Raw;
use crate::model::Introduction;
use crate::route::{RESERVED, Route};
use crate::source::Span;

/// The introductions in the order of `site.toml`. A text that `site.toml` does not name is a
/// fault, and so is a name without a text (W2).
pub(super) fn introductions(raw: &Raw, links: &mut Links, faults: &mut Vec<Diagnostic>) -> Vec<Introduction> {
    let named = &raw.site.value.introductions;
    let languages: BTreeSet<_> = named.iter().map(|it| it.language.get_ref()).collect();
    // A language that is written otherwise than `lang` has it may be that of any of the texts.
    let is_sure = languages.iter().all(|language| is_language(language));
    let strangers = raw.introductions.iter().filter(|(it, _)| is_sure && !languages.contains(it));
    faults.extend(strangers.map(|(_, text)| Diagnostic::new(Fault::unused(), Span::file(text.source))));
    let mut seen = BTreeSet::new();
    let mut read = |written| {
        let language = language(raw, written, &mut seen, faults)?;
        introduction(raw, written, language, links, faults)
    };
    named.iter().filter_map(&mut read).collect()
}

/// The language of an introduction, which is its address as well, unless it has a fault.
fn language<'r>(
    raw: &'r Raw,
    written: &'r site::Introduction,
    seen: &mut BTreeSet<&'r str>,
    faults: &mut Vec<Diagnostic>,
) -> Option<&'r str> {
    let found = written.language.get_ref().as_str();
    let own = raw.site.value.language.get_ref();
    let why = match found {
        _ if !is_language(found) => Some("form"),
        _ if found == own => Some("own"),
        _ if !seen.insert(found) => Some("twice"),
        _ => None,
    };
    let fault = match why {
        Some(why) => Some(Fault::IntroductionLanguage { found: found.to_owned(), why: why.to_owned() }),
        None => taken(raw, found).map(|other| Fault::SlugCollision { slug: found.to_owned(), other }),
    };
    let is_sound = fault.is_none();
    faults.extend(fault.map(|fault| Diagnostic::new(fault, raw.site.span(&written.language))));
    is_sound.then_some(found)
}

/// Whether `text` is a code as `lang` has it (BCP 47), in small letters: the language, then
/// perhaps script and region.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_small = |part: &str| part.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit());
    let is_primary =
        |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_lowercase());
    parts.next().is_some_and(is_primary) && parts.all(|part| (2..=8).contains(&part.len()) && is_small(part))
}

/// What has the address `/<language>/` already.
fn taken(raw: &Raw, language: &str) -> Option<String> {
    if RESERVED.contains(&language) {
        return Some(format!("/{language}/"));
    }
    raw.pages.contains_key(language).then(|| format!("content/pages/{language}.md"))
}

fn introduction(
    raw: &Raw,
    written: &site::Introduction,
    language: &str,
    links: &mut Links,
    faults: &mut Vec<Diagnostic>,
) -> Option<Introduction> {
    let route = Route::Introduction(language.to_owned());
    let name = field::filled(&raw.site, &written.name, faults);
    let contents = written.contents.as_ref().map(|it| field::filled(&raw.site, it, faults));
    let Some(text) = raw.introductions.get(language) else {
        let path = format!("content/introductions/{language}.md");
        let name = format!("{language}.md");
        let fault = Fault::MissingFile { name, nearest: String::new() };
        faults.push(Diagnostic::new(fault, Place::File(path)));
        links.doubt(&route);
        return None;
    };
    let mut own = Vec::new();
    let text = page::page(text, &route, links, &mut own);
    if own.iter().any(Diagnostic::is_error) {
        links.doubt(&route);
    }
    faults.extend(own);
    Some(Introduction { language: language.to_owned(), name, contents, text: text? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_written_as_lang_has_them() {
        for language in ["en", "fi", "sma", "zh-hans", "pt-br", "es-419"] {
            assert!(is_language(language), "{language}");
        }
        for other in ["", "e", "engl", "EN", "en-", "-en", "en_gb", "en-GB", "e1", "en-x", "om/design"] {
            assert!(!is_language(other), "{other}");
        }
    }
}
