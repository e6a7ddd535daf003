//! `[appearance]` of `site.toml`: colours and fonts as a style sheet, and the logo.

use super::contrast::{Colour, LEAST, contrast, nearest};
use super::{css, picture};
use crate::diagnostic::{Diagnostic, Fault};
use crate::load::{Text, Theme};
use toml::Spanned;

/// The logo of a portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Its name in the theme.
    pub file: String,
    /// Width and height, in pixels or in units of its own.
    pub size: (u32, u32),
}

/// A colour on light and on dark pages, each as `#0b5563`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shades {
    /// On light pages.
    pub light: String,
    /// On dark pages.
    pub dark: String,
}

/// The logo, if there is to be one.
pub(super) fn logo(theme: &Theme, faults: &mut Vec<Diagnostic>) -> Option<Logo> {
    let written = theme.appearance.value.logo.as_ref()?;
    let file = written.get_ref();
    // One that is not there has its fault already.
    let bytes = theme.files.get(file)?;
    let kind = picture::Kind::of(file);
    let size = kind.and_then(|kind| kind.size(bytes));
    if size.is_none() {
        let why = if kind.is_some() { "size" } else { "kind" };
        let fault = Fault::Logo { found: file.clone(), why: why.to_owned(), nearest: String::new() };
        faults.push(Diagnostic::new(fault, theme.appearance.span(written)));
    }
    Some(Logo { file: file.clone(), size: size? })
}

/// The style sheet that says what `site.toml` says; empty if that is nothing.
pub(super) fn style(theme: &Theme, faults: &mut Vec<Diagnostic>) -> String {
    let declarations: String = [font(theme, faults), accent(theme, faults)].into_iter().flatten().collect();
    if declarations.is_empty() { declarations } else { format!(":root {{ {declarations}}}") }
}

/// Names that stand without quotes, because they are no fonts but kinds of them.
const GENERIC: [&str; 9] = [
    "serif",
    "sans-serif",
    "monospace",
    "system-ui",
    "ui-serif",
    "ui-sans-serif",
    "ui-monospace",
    "ui-rounded",
    "cursive",
];

fn font(theme: &Theme, faults: &mut Vec<Diagnostic>) -> Option<String> {
    let names = &theme.appearance.value.font;
    let is_name = |name: &str| {
        let allowed = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '_');
        !name.trim().is_empty() && name.chars().all(allowed)
    };
    let bad = names.iter().filter(|name| !is_name(name.get_ref()));
    faults.extend(bad.map(|name| {
        let fault = Fault::FontName { found: name.get_ref().clone() };
        Diagnostic::new(fault, theme.appearance.span(name))
    }));
    let quoted = names
        .iter()
        .map(Spanned::get_ref)
        .map(|name| if GENERIC.contains(&name.as_str()) { name.clone() } else { format!("\"{name}\"") });
    let list = quoted.collect::<Vec<_>>().join(", ");
    (!names.is_empty()).then(|| format!("--font: {list}; "))
}

/// The colour that the style sheets in `parts` give to the custom property `name`; nothing if
/// they do not say it, or not clearly.
pub(super) fn shades(parts: &[(&str, &str)], name: &str) -> Option<Shades> {
    let [light, dark] = css::colours(&css::value_at_root(parts, name)?)?;
    Some(Shades { light: hex(light), dark: hex(dark) })
}

/// The custom properties that text in the accent's colour stands on.
const SURFACES: [&str; 2] = ["--paper", "--soft"];

fn accent(theme: &Theme, faults: &mut Vec<Diagnostic>) -> Option<String> {
    let accent = &theme.appearance.value.accent;
    if accent.light.is_none() && accent.dark.is_none() {
        return None;
    }
    let sheets: Vec<_> =
        theme.styles.iter().map(|(path, text)| (path.as_str(), text.text.as_ref())).collect();
    let mut surfaces = Vec::new();
    for name in SURFACES {
        let colours = css::value_at_root(&sheets, name).and_then(|value| css::colours(&value));
        match colours {
            Some(colours) => surfaces.push((name, colours)),
            None => faults.push(unclear(theme, name)),
        }
    }
    let usual = css::value_at_root(&sheets, "--accent").and_then(|value| css::colours(&value));
    let [usual_light, usual_dark] = usual.unwrap_or([[0; 3], [u8::MAX; 3]]);
    let mut chosen = |written: &Option<Spanned<String>>, usual: Colour, scheme: Scheme| match written {
        Some(written) => colour(theme, written, scheme, &surfaces, faults),
        None => Some(usual),
    };
    // Both are looked at, whatever becomes of the first (W1).
    let (light, dark) =
        (chosen(&accent.light, usual_light, Scheme::Light), chosen(&accent.dark, usual_dark, Scheme::Dark));
    Some(format!("--accent: light-dark({}, {}); ", hex(light?), hex(dark?)))
}

/// Which pages a colour is for.
#[derive(Clone, Copy)]
enum Scheme {
    Light,
    Dark,
}

/// The colour that `written` is, which must stand out from every one of `surfaces`.
fn colour(
    theme: &Theme,
    written: &Spanned<String>,
    scheme: Scheme,
    surfaces: &[(&str, [Colour; 2])],
    faults: &mut Vec<Diagnostic>,
) -> Option<Colour> {
    let span = theme.appearance.span(written);
    let found = written.get_ref().clone();
    let one = css::colours(&found).filter(|[light, dark]| light == dark);
    let Some([colour, _]) = one else {
        faults.push(Diagnostic::new(Fault::Colour { found }, span));
        return None;
    };
    let surfaces: Vec<_> = surfaces
        .iter()
        .map(|(name, [light, dark])| (*name, if matches!(scheme, Scheme::Light) { *light } else { *dark }))
        .collect();
    let worst = surfaces.iter().map(|(name, surface)| (contrast(colour, *surface), *name, *surface));
    let worst = worst.min_by(|(one, ..), (other, ..)| one.total_cmp(other));
    if let Some((ratio, name, surface)) = worst.filter(|(ratio, ..)| *ratio < LEAST) {
        let all: Vec<_> = surfaces.iter().map(|(_, surface)| *surface).collect();
        let scheme = if matches!(scheme, Scheme::Light) { "light" } else { "dark" };
        let fault = Fault::Contrast {
            scheme: scheme.to_owned(),
            found,
            // Rounded down: 4.499 is not enough, and must not be told to be 4.5.
            ratio: format!("{:.2}", (ratio * 100.0).floor() / 100.0),
            surface: format!("`{name}` (`{}`)", hex(surface)),
            nearest: hex(nearest(colour, &all)),
        };
        faults.push(Diagnostic::new(fault, span));
        return None;
    }
    Some(colour)
}

fn hex([red, green, blue]: Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// That the theme does not say plainly what the surface `name` looks like. The place is the
/// style sheet that names it last, or else the first.
fn unclear(theme: &Theme, name: &str) -> Diagnostic {
    let message = format!(
        "`accent` in site.toml needs `{name}` as an opaque colour in a rule for `:root` to measure the contrast, such as `light-dark(#ffffff, #11181e)`"
    );
    let named = theme.styles.iter().rev().find(|(_, text)| text.text.contains(&format!("{name}:")));
    let place = named.or(theme.styles.first()).map(|(_, Text { source, .. })| *source);
    let place = place.unwrap_or(theme.appearance.source);
    Diagnostic::new(Fault::Style { message }, crate::source::Span::file(place))
}
