//! `themes/<name>/`: templates, style sheets, interface texts, files. A theme may extend
//! another: then its files and texts replace those of the same name.

mod layer;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use self::layer::{Layer, layers};
use super::decode::Document;
use super::text::Text;
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::site::{Appearance, Settings};
use crate::language::nearest;
use crate::source::{Sources, Span};

/// A theme's files, and what the site says of its looks.
#[derive(Clone, Debug)]
pub struct Theme {
    /// `templates/<name>` by name.
    pub templates: BTreeMap<String, Text>,
    /// `styles/` in the order of the cascade, with their paths.
    pub styles: Vec<(String, Text)>,
    /// Interface texts in the site's language: `texts/<language>.ftl` of the theme that is
    /// extended first, whose single texts those after it replace.
    pub texts: Vec<Text>,
    /// The site's language.
    pub language: String,
    /// `files/<path>`, copied to the site under fingerprinted names, without scripts.
    pub files: BTreeMap<String, Vec<u8>>,
    /// `files/<path>.js`, which may import each other.
    pub scripts: BTreeMap<String, Text>,
    /// `[appearance]` of `site.toml`.
    pub appearance: Document<Appearance>,
}

/// Reads the theme that `site` names.
pub(super) fn load(
    root: &Path,
    site: &Document<Settings>,
    sources: &mut Sources,
    faults: &mut Vec<Diagnostic>,
) -> io::Result<Option<Theme>> {
    let layers = layers(root, site, sources, faults)?;
    Ok(layers.and_then(|layers| theme(&layers, site, faults)))
}

/// What the folders say together, the later instead of the earlier.
fn theme(layers: &[Layer], site: &Document<Settings>, faults: &mut Vec<Diagnostic>) -> Option<Theme> {
    let appearance = Document { source: site.source, value: site.value.appearance.clone() };
    let logo = appearance.value.logo.as_ref().map(|logo| format!("files/{}", logo.get_ref()));
    let asked: Vec<_> = logo.as_deref().into_iter().collect();
    for (at, layer) in layers.iter().enumerate().skip(1) {
        layer.replaces(layers.get(..at).unwrap_or_default(), &asked, faults);
    }
    let language = site.value.language.get_ref().clone();
    let texts = texts(layers, &language, faults);
    let styles = styles(layers, faults)?;
    let of_each = |find: fn(&Layer) -> BTreeMap<String, Text>| layers.iter().flat_map(find).collect();
    let theme = Theme {
        templates: of_each(templates),
        styles,
        texts: texts?,
        language,
        files: layers.iter().flat_map(plain_files).collect(),
        scripts: of_each(scripts),
        appearance,
    };
    logo_exists(&theme, faults);
    Some(theme)
}

/// The texts in `language`; one of the folders must have some.
fn texts(layers: &[Layer], language: &str, faults: &mut Vec<Diagnostic>) -> Option<Vec<Text>> {
    let path = |layer: &Layer| format!("{}/texts/{language}.ftl", layer.folder);
    let texts: Vec<_> = layers.iter().filter_map(|layer| layer.files.get(&path(layer)).cloned()).collect();
    match (texts.is_empty(), layers.first()) {
        (true, Some(base)) => base.files.required(&path(base), faults).map(|text| vec![text.clone()]),
        _ => Some(texts),
    }
}

/// Objects to a logo that no folder has.
fn logo_exists(theme: &Theme, faults: &mut Vec<Diagnostic>) {
    let Some(logo) = &theme.appearance.value.logo else { return };
    if !theme.files.contains_key(logo.get_ref()) {
        let known = theme.files.keys().map(String::as_str);
        let nearest = nearest(logo.get_ref(), known, 1).join("");
        let fault = Fault::Logo { found: logo.get_ref().clone(), why: "missing".to_owned(), nearest };
        faults.push(Diagnostic::new(fault, theme.appearance.span(logo)));
    }
}

/// The style sheets of all folders: one that has the name of an earlier stands in its place.
fn styles(layers: &[Layer], faults: &mut Vec<Diagnostic>) -> Option<Vec<(String, Text)>> {
    let mut styles: Vec<(String, (String, Text))> = Vec::new();
    let mut is_whole = true;
    for (at, layer) in layers.iter().enumerate() {
        let folder = format!("{}/styles", layer.folder);
        for (stem, text) in layer.files.in_folder(&folder, ".css") {
            let sheet = (format!("{folder}/{stem}.css"), text.clone());
            let listed = || layer.file.value.styles.iter().any(|name| name.get_ref() == stem);
            match styles.iter_mut().find(|(name, _)| name == stem) {
                Some((_, replaced)) => *replaced = sheet,
                None if at == 0 && !listed() => {
                    faults.push(Diagnostic::new(Fault::unused(), Span::file(text.source)));
                }
                None => {}
            }
        }
        for name in &layer.file.value.styles {
            let path = format!("{folder}/{}.css", name.get_ref());
            let text = layer.files.required(&path, faults);
            is_whole &= text.is_some();
            let is_new = styles.iter().all(|(other, _)| other != name.get_ref());
            styles.extend(text.filter(|_| is_new).map(|it| (name.get_ref().clone(), (path, it.clone()))));
        }
    }
    is_whole.then(|| styles.into_iter().map(|(_, sheet)| sheet).collect())
}

fn templates(layer: &Layer) -> BTreeMap<String, Text> {
    let templates = layer.files.in_folder(&format!("{}/templates", layer.folder), ".html");
    templates.map(|(stem, text)| (format!("{stem}.html"), text.clone())).collect()
}

/// What ends the name of a script.
const SCRIPT: &str = ".js";

/// Everything below `files/` but scripts.
fn plain_files(layer: &Layer) -> BTreeMap<String, Vec<u8>> {
    let Layer { folder, files, .. } = layer;
    let prefix = format!("{folder}/files/");
    let below = |path: &str| path.strip_prefix(&prefix).map(str::to_owned);
    let binaries = files.binaries().iter().filter_map(|(path, bytes)| Some((below(path)?, bytes.to_vec())));
    let texts = files.paths().filter(|path| !path.ends_with(SCRIPT));
    let texts = texts.filter_map(|path| Some((below(path)?, files.get(path)?.text.as_bytes().to_vec())));
    binaries.chain(texts).collect()
}

/// The scripts below `files/`.
fn scripts(layer: &Layer) -> BTreeMap<String, Text> {
    let prefix = format!("{}/files/", layer.folder);
    let scripts = layer.files.paths().filter(|path| path.ends_with(SCRIPT));
    scripts
        .filter_map(|path| Some((path.strip_prefix(&prefix)?.to_owned(), layer.files.get(path)?.clone())))
        .collect()
}
