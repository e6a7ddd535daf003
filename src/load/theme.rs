//! `themes/<name>/`: templates, style sheets, interface texts, files.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::decode::{Document, document};
use super::text::Text;
use super::walk::Files;
use crate::diagnostic::{Diagnostic, Fault};
use crate::format::site::Settings;
use crate::format::theme::Theme as ThemeFile;
use crate::language::nearest;
use crate::source::Sources;

/// A theme's files.
#[derive(Clone, Debug)]
pub struct Theme {
    /// `templates/<name>` by name.
    pub templates: BTreeMap<String, Text>,
    /// `styles/` in the order of the cascade, with their paths.
    pub styles: Vec<(String, Text)>,
    /// Interface texts in the site's language: `texts/<language>.ftl`.
    pub texts: Text,
    /// The site's language.
    pub language: String,
    /// `files/<path>`, copied to the site under fingerprinted names, without scripts.
    pub files: BTreeMap<String, Vec<u8>>,
    /// `files/<path>.js`, which may import each other.
    pub scripts: BTreeMap<String, Text>,
}

/// Reads the theme that `site` names.
pub(super) fn load(
    root: &Path,
    site: &Document<Settings>,
    sources: &mut Sources,
    faults: &mut Vec<Diagnostic>,
) -> io::Result<Option<Theme>> {
    let name = site.value.theme.get_ref();
    let folder = format!("themes/{name}");
    let is_name = !name.is_empty() && !name.contains(['/', '\\']) && !name.starts_with('.');
    if !is_name || !root.join(&folder).is_dir() {
        faults.push(unknown(root, site)?);
        return Ok(None);
    }
    let files = Files::read(root, &folder, sources, faults)?;
    Ok(theme(&folder, &files, site, faults))
}

fn unknown(root: &Path, site: &Document<Settings>) -> io::Result<Diagnostic> {
    let theme = site.value.theme.get_ref().clone();
    let known = super::found::folders(&root.join("themes"))?;
    let nearest = nearest(&theme, known.iter().map(String::as_str), 1).join("");
    let fault = Fault::UnknownTheme { theme, nearest, known: known.join(", ") };
    Ok(Diagnostic::new(fault, site.span(&site.value.theme)))
}

fn theme(
    folder: &str,
    files: &Files,
    site: &Document<Settings>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Theme> {
    let file = document::<ThemeFile>(files, &format!("{folder}/theme.toml"), faults);
    let language = site.value.language.get_ref().clone();
    let texts = files.required(&format!("{folder}/texts/{language}.ftl"), faults).cloned();
    let styles = styles(folder, files, &file?, faults);
    let templates = files.in_folder(&format!("{folder}/templates"), ".html");
    let templates = templates.map(|(stem, text)| (format!("{stem}.html"), text.clone())).collect();
    Some(Theme {
        templates,
        styles: styles?,
        texts: texts?,
        language,
        files: plain_files(folder, files),
        scripts: scripts(folder, files),
    })
}

/// The style sheets that `theme.toml` names; each must exist, none may lie
/// there unnamed (W2).
fn styles(
    folder: &str,
    files: &Files,
    file: &Document<ThemeFile>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Vec<(String, Text)>> {
    let mut styles = Vec::new();
    for name in &file.value.styles {
        let path = format!("{folder}/styles/{}.css", name.get_ref());
        styles.push(files.required(&path, faults).map(|text| (path, text.clone())));
    }
    let is_named = |stem: &str| file.value.styles.iter().any(|name| name.get_ref() == stem);
    for (stem, text) in files.in_folder(&format!("{folder}/styles"), ".css") {
        if !is_named(stem) {
            faults.push(Diagnostic::new(Fault::UnusedFile {}, crate::source::Span::file(text.source)));
        }
    }
    styles.into_iter().collect()
}

/// What ends the name of a script.
const SCRIPT: &str = ".js";

/// Everything below `files/` but scripts.
fn plain_files(folder: &str, files: &Files) -> BTreeMap<String, Vec<u8>> {
    let prefix = format!("{folder}/files/");
    let below = |path: &str| path.strip_prefix(&prefix).map(str::to_owned);
    let binaries = files.binaries().iter().filter_map(|(path, bytes)| Some((below(path)?, bytes.to_vec())));
    let texts = files.paths().filter(|path| !path.ends_with(SCRIPT));
    let texts = texts.filter_map(|path| Some((below(path)?, files.get(path)?.text.as_bytes().to_vec())));
    binaries.chain(texts).collect()
}

/// The scripts below `files/`.
fn scripts(folder: &str, files: &Files) -> BTreeMap<String, Text> {
    let prefix = format!("{folder}/files/");
    let scripts = files.paths().filter(|path| path.ends_with(SCRIPT));
    scripts
        .filter_map(|path| Some((path.strip_prefix(&prefix)?.to_owned(), files.get(path)?.clone())))
        .collect()
}
