//! Makes the files that pages load out of a theme. Their names change with their
//! content (F8), so that browsers may cache them for ever.

mod appearance;
mod contrast;
mod css;
mod module;
mod picture;
mod published;
mod script;

pub use self::appearance::{Logo, Shades};
pub use self::published::{Asset, Assets};
use crate::diagnostic::{Diagnostic, Fault, Outcome};
use crate::language;
use crate::load::{Text, Theme};
use crate::source::Span;

/// Logical name of the style sheet that all style sheets of the theme are joined
/// to.
pub const STYLE: &str = "style.css";

/// Makes the files of `theme`.
pub fn assets(theme: &Theme) -> Outcome<Assets> {
    let mut assets = Assets::default();
    for (path, bytes) in &theme.files {
        assets.add(path, bytes.clone());
    }
    let mut faults = script::publish(&theme.scripts, &mut assets);
    assets.logo = appearance::logo(theme, &mut faults);
    let own = appearance::style(theme, &mut faults);
    let parts = theme.styles.iter().map(|(path, text)| (path.as_str(), text.text.as_ref()));
    // What the site says comes last, so that it wins over the theme.
    let parts: Vec<_> = parts.chain([("site.toml", own.as_str())]).collect();
    (assets.paper, assets.accent) =
        (appearance::shades(&parts, "--paper"), appearance::shades(&parts, "--accent"));
    // They lie in one folder with the style sheet, whose addresses are relative to it.
    let published = |file: &str| assets.name(file).map(str::to_owned);
    match css::minify(&parts, &published) {
        Ok(style) => assets.add(STYLE, style.into_bytes()),
        Err(fault) => faults.push(style_fault(theme, &fault)),
    }
    Outcome::new(assets, faults)
}

fn style_fault(theme: &Theme, fault: &css::CssFault) -> Diagnostic {
    let words = match &fault.problem {
        css::CssProblem::Unusable(message) => Fault::Style { message: message.clone() },
        css::CssProblem::NoFile(found) => {
            Fault::StyleFile { found: found.clone(), nearest: nearest(theme, found) }
        }
    };
    let found = theme.styles.iter().find(|(path, _)| *path == fault.path);
    match found {
        Some((_, text)) => Diagnostic::new(words, point(text, fault.line, fault.column)),
        None => Diagnostic::new(words, crate::diagnostic::Place::File(fault.path.clone())),
    }
}

/// The file of `theme` that `found` was probably meant to be.
fn nearest(theme: &Theme, found: &str) -> String {
    // What lies beside the style sheets, or at the top of a site, has to be written otherwise.
    let name = found.trim_start_matches(['.', '/']);
    let name = name.strip_prefix("files/").unwrap_or(name);
    if theme.files.contains_key(name) {
        return name.to_owned();
    }
    language::nearest(name, theme.files.keys().map(String::as_str), 1).join("")
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
