//! Theme → the files that pages load, under names that change with their
//! content (F8), so that a browser may cache them for ever.

mod css;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Fault, Outcome};
use crate::fingerprint::fingerprint;
use crate::load::{Text, Theme};
use crate::source::Span;

/// Logical name of the one style sheet.
pub const STYLE: &str = "style.css";

/// The files of a theme by logical name, such as `style.css`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets(BTreeMap<String, Asset>);

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// The name it is published under, such as `style.0a1b2c3d.css`.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Assets {
    /// The name that the file with this logical name is published under.
    pub fn name(&self, logical: &str) -> Option<&str> {
        self.0.get(logical).map(|asset| asset.name.as_str())
    }

    /// All files.
    pub fn iter(&self) -> impl Iterator<Item = &Asset> {
        self.0.values()
    }

    fn add(&mut self, logical: &str, bytes: Vec<u8>) {
        let name = fingerprinted(logical, &bytes);
        self.0.insert(logical.to_owned(), Asset { name, bytes });
    }
}

/// Makes the files of `theme`.
pub fn assets(theme: &Theme) -> Outcome<Assets> {
    let mut assets = Assets::default();
    for (path, bytes) in &theme.files {
        assets.add(path, bytes.clone());
    }
    let parts: Vec<_> = theme.styles.iter().map(|(path, text)| (path.as_str(), text.text.as_ref())).collect();
    let faults = match css::minify(&parts) {
        Ok(style) => {
            assets.add(STYLE, style.into_bytes());
            Vec::new()
        }
        Err(fault) => vec![style_fault(theme, &fault)],
    };
    Outcome::new(assets, faults)
}

/// `style.css` → `style.0a1b2c3d4e5f6071.css`.
fn fingerprinted(logical: &str, bytes: &[u8]) -> String {
    let print = fingerprint([bytes]);
    match logical.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{print}.{extension}"),
        None => format!("{logical}.{print}"),
    }
}

fn style_fault(theme: &Theme, fault: &css::CssFault) -> Diagnostic {
    let words = Fault::Style { message: fault.message.clone() };
    let found = theme.styles.iter().find(|(path, _)| *path == fault.path);
    match found {
        Some((_, text)) => Diagnostic::new(words, point(text, fault.line, fault.column)),
        None => Diagnostic::new(words, crate::diagnostic::Place::File(fault.path.clone())),
    }
}

/// The place of a line and a column in characters, both from 1.
fn point(text: &Text, line: usize, column: usize) -> Span {
    let mut start = 0;
    for (number, content) in (1..).zip(text.text.split_inclusive('\n')) {
        if number == line {
            let within: usize = content.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
            return Span::new(text.source, start + within..start + within);
        }
        start += content.len();
    }
    Span::new(text.source, start..start)
}
