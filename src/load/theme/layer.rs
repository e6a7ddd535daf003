//! The folders that a theme is made of: its own, that of the theme it extends, and so on.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Fault};
use crate::format::site::Settings;
use crate::format::theme::Theme as ThemeFile;
use crate::language::nearest;
use crate::load::decode::{Document, document};
use crate::load::found;
use crate::load::walk::Files;
use crate::shipped;
use crate::source::{Sources, Span};

/// One folder below `themes/`.
pub(super) struct Layer {
    /// Its path below the project.
    pub folder: String,
    /// What lies in it.
    pub files: Files,
    /// Its `theme.toml`.
    pub file: Document<ThemeFile>,
}

/// The folders of the theme that `site` names, its own last; nothing when one of them does
/// not exist, extends itself, or has a faulty `theme.toml`.
///
/// # Errors
/// When a folder or file cannot be read.
pub(super) fn layers(
    root: &Path,
    site: &Document<Settings>,
    sources: &mut Sources,
    faults: &mut Vec<Diagnostic>,
) -> io::Result<Option<Vec<Layer>>> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut next = Some((site.value.theme.get_ref().clone(), site.span(&site.value.theme)));
    while let Some((name, asked)) = next {
        if names.contains(&name) {
            let fault = Fault::ThemeCircle { themes: [&names[..], &[name]].concat().join(" → ") };
            faults.push(Diagnostic::new(fault, asked));
            return Ok(None);
        }
        let Some(layer) = layer(root, &name, asked, sources, faults)? else { return Ok(None) };
        let base = layer.file.value.extends.as_ref();
        next = base.map(|base| (base.get_ref().clone(), layer.file.span(base)));
        names.push(name);
        layers.insert(0, layer);
    }
    Ok(Some(layers))
}

/// The theme `name`, which is asked for at `asked`.
fn layer(
    root: &Path,
    name: &str,
    asked: Span,
    sources: &mut Sources,
    faults: &mut Vec<Diagnostic>,
) -> io::Result<Option<Layer>> {
    let folder = format!("themes/{name}");
    let is_name = !name.is_empty() && !name.contains(['/', '\\']) && !name.starts_with('.');
    let has_folder = is_name && root.join(&folder).is_dir();
    // A folder of the project comes first: there the theme can be worked on.
    let is_shipped = name == shipped::THEME_NAME && !has_folder;
    if !has_folder && !is_shipped {
        let mut known = found::folders(&root.join("themes"))?;
        if !known.iter().any(|it| it == shipped::THEME_NAME) {
            known.push(shipped::THEME_NAME.to_owned());
            known.sort();
        }
        let nearest = nearest(name, known.iter().map(String::as_str), 1).join("");
        let fault = Fault::UnknownTheme { theme: name.to_owned(), nearest, known: known.join(", ") };
        faults.push(Diagnostic::new(fault, asked));
        return Ok(None);
    }
    let files = if is_shipped {
        Files::shipped(&folder, shipped::THEME, sources, faults)
    } else {
        Files::read(root, &folder, sources, faults)?
    };
    let file = document::<ThemeFile>(&files, &format!("{folder}/theme.toml"), faults);
    Ok(file.map(|file| Layer { folder, files, file }))
}

impl Layer {
    /// The path below this folder of every file, such as `templates/home.html`.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.paths().filter_map(|path| self.below(path))
    }

    fn below<'s>(&self, path: &'s str) -> Option<&'s str> {
        path.strip_prefix(&self.folder)?.strip_prefix('/')
    }

    /// Objects to every file that neither replaces one of `base`, the themes below this one,
    /// nor is asked for by another file of this theme: by its name, or, a style sheet, in
    /// `theme.toml` (W2). Most likely its name is misspelt, and what it says would never be seen.
    /// `asked` are the names of files that the site asks for.
    pub(super) fn replaces(&self, base: &[Layer], asked: &[&str], faults: &mut Vec<Diagnostic>) {
        let known: BTreeSet<&str> = base.iter().flat_map(Layer::paths).collect();
        for path in self.paths() {
            // Texts are judged one by one, and what lies beside `theme.toml` is for people.
            let is_part = path.contains('/') && !path.starts_with("texts/");
            if !is_part || known.contains(path) || self.asks_for(path) || asked.contains(&path) {
                continue;
            }
            let nearest = nearest(path, known.iter().copied(), 1).join("");
            let fault = Fault::ReplacesNothing { what: path.to_owned(), nearest };
            faults.push(Diagnostic::new(fault, self.files.place(&format!("{}/{path}", self.folder))));
        }
    }

    fn asks_for(&self, path: &str) -> bool {
        if let Some(style) = path.strip_prefix("styles/").and_then(|name| name.strip_suffix(".css")) {
            return self.file.value.styles.iter().any(|name| name.get_ref() == style);
        }
        let Some((_, name)) = path.split_once('/') else { return false };
        let others = self.paths().filter(|other| *other != path);
        let mut texts = others.filter_map(|other| self.files.get(&format!("{}/{other}", self.folder)));
        texts.any(|text| text.text.contains(name))
    }
}
