//! Style sheets: checked one by one, then minified as one.
//!
//! The only module that names lightningcss.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;

use lightningcss::dependencies::{Dependency, DependencyOptions};
use lightningcss::error::{Error, ErrorLocation};
use lightningcss::properties::Property;
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::selector::SelectorList;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};
use lightningcss::traits::{Parse, ToCss};
use lightningcss::values::color::{CssColor, RGBA};

use crate::scheme::Scheme;

/// The browsers of May 2024: that month `light-dark()` reached the last engine, and
/// nesting and `color-mix()` are older, so all three stay as they are written,
/// which is shorter and clearer than what older browsers would need. Every browser
/// that gets updates has reached these versions since. Samsung's reached that state
/// in version 27; Android's is Chrome and needs no version of its own.
const BROWSERS: Browsers = Browsers {
    android: None,
    chrome: Some(version(124, 0)),
    edge: Some(version(124, 0)),
    firefox: Some(version(125, 0)),
    ie: None,
    ios_saf: Some(version(17, 5)),
    opera: Some(version(110, 0)),
    safari: Some(version(17, 5)),
    samsung: Some(version(27, 0)),
};

const fn version(major: u32, minor: u32) -> u32 {
    (major << 16) | (minor << 8)
}

/// How many brackets may be open at once. With some values every further bracket
/// doubles the time the parser takes, and a hundred exhaust the stack of a thread.
/// Style sheets written by hand stay well below.
const MAX_DEPTH: usize = 16;

/// A style sheet that cannot be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CssFault {
    /// The file's path as it was given.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: CssProblem,
}

/// What is wrong with a style sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CssProblem {
    /// It cannot be used, for this reason, in English and without the place.
    Unusable(String),
    /// It asks for this file, which the theme does not have.
    NoFile(String),
}

/// The address of the file of a theme with this name below `files/`, as pages ask for it from
/// the folder that the style sheet is published in; nothing if there is no such file.
pub(super) type Addresses<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Minifies style sheets, given as path and normalised text (L4), as if they
/// were one, in the order given. The result fits browsers of May 2024 and later, and asks for
/// files of the theme, which style sheets name as they lie below `files/`, by `addresses`.
///
/// # Errors
/// The first fault met:
/// - text that is no CSS, or has brackets nested more than 16 deep;
/// - `@import`, for the theme itself names its style sheets in order, and
///   `@namespace`, which would reach into the next style sheet;
/// - an address at another host, for pages load nothing from elsewhere (F4);
/// - an address of a file that the theme does not have;
/// - a relative `url()` in a custom property, whose meaning depends on where the
///   property is used.
pub(super) fn minify(parts: &[(&str, &str)], addresses: Addresses<'_>) -> Result<String, CssFault> {
    let mut whole = StyleSheet::new(Vec::new(), CssRuleList(Vec::new()), ParserOptions::default());
    for (index, (path, text)) in parts.iter().enumerate() {
        let sheet = parse(index, path, text, addresses)?;
        whole.sources.extend(sheet.sources);
        whole.license_comments.extend(sheet.license_comments);
        whole.rules.0.extend(sheet.rules.0);
    }
    let targets = Targets::from(BROWSERS);
    whole.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(fault_of_whole)?;
    let analyze_dependencies = Some(DependencyOptions::default());
    let options = PrinterOptions { minify: true, targets, analyze_dependencies, ..PrinterOptions::default() };
    let printed = whole.to_css(options).map_err(fault_of_whole)?;
    Ok(with_addresses(&printed.code, printed.dependencies.unwrap_or_default(), addresses))
}

/// `code` with published addresses in the place of what its style sheets ask for. The printer
/// has put a placeholder of its own, a string without escapes, where each address stood.
fn with_addresses(code: &str, dependencies: Vec<Dependency>, addresses: Addresses<'_>) -> String {
    let urls = dependencies.into_iter().filter_map(|dependency| match dependency {
        Dependency::Url(address) => Some((address.placeholder, address.url)),
        Dependency::Import(_) => None,
    });
    let published: BTreeMap<_, _> =
        urls.map(|(placeholder, url)| (placeholder, published(&url, addresses).unwrap_or(url))).collect();
    let parts = code.split('"').map(|part| published.get(part).map_or(part.into(), |url| escaped(url)));
    parts.collect::<Vec<_>>().join("\"")
}

/// `url` as it may stand between quotes.
fn escaped(url: &str) -> Cow<'_, str> {
    if !url.contains(|it: char| matches!(it, '"' | '\\') || it.is_ascii_control()) {
        return url.into();
    }
    let escape = |it: char| match it {
        '"' | '\\' => format!("\\{it}"),
        _ if it.is_ascii_control() => format!("\\{:x} ", u32::from(it)),
        _ => it.to_string(),
    };
    url.chars().map(escape).collect::<String>().into()
}

/// The address that stands for `url` in the published style sheet; nothing if the theme has no
/// such file. What is no file, a place on the page or data, stays.
fn published(url: &str, addresses: Addresses<'_>) -> Option<String> {
    if url.starts_with('#') || url.get(..5).is_some_and(|it| it.eq_ignore_ascii_case("data:")) {
        return Some(url.to_owned());
    }
    // A part of a picture stands behind `#`; old instructions have `?#iefix` behind fonts.
    let (file, rest) = url.split_at(url.find(['#', '?']).unwrap_or(url.len()));
    addresses(file).map(|address| address + rest)
}

/// What the last of `sheets` that has it at its top, in a rule for `:root`, says of the custom
/// property `name`; nothing if none has it, or it cannot be read.
pub(super) fn value_at_root(sheets: &[(&str, &str)], name: &str) -> Option<String> {
    sheets.iter().rev().find_map(|(_, text)| {
        let sheet = StyleSheet::parse(text, ParserOptions::default()).ok()?;
        let rules = sheet.rules.0.iter().rev().filter_map(|rule| match rule {
            CssRule::Style(style) if is_root(&style.selectors) => Some(style),
            _ => None,
        });
        let mut values = rules.flat_map(|rule| rule.declarations.declarations.iter().rev());
        values.find_map(|property| match property {
            Property::Custom(custom) if custom.name.as_ref() == name => {
                property.value_to_css_string(PrinterOptions::default()).ok()
            }
            _ => None,
        })
    })
}

fn is_root(selectors: &SelectorList<'_>) -> bool {
    selectors.to_css_string(PrinterOptions::default()).is_ok_and(|it| it == ":root")
}

/// The colour that `text` is on light and on dark pages: red, green and blue, 0 to 255. The
/// same one twice unless it is a `light-dark()`; nothing if one can be seen through, or is
/// the device's to choose.
pub(super) fn colours(text: &str) -> Option<[[u8; 3]; 2]> {
    match CssColor::parse_string(text).ok()? {
        CssColor::LightDark(light, dark) => Some([opaque(&light)?, opaque(&dark)?]),
        colour => opaque(&colour).map(|colour| [colour, colour]),
    }
}

fn opaque(colour: &CssColor) -> Option<[u8; 3]> {
    match colour.to_rgb().ok()? {
        CssColor::RGBA(RGBA { red, green, blue, alpha: u8::MAX }) => Some([red, green, blue]),
        _ => None,
    }
}

/// Parses and checks the `index`th style sheet.
fn parse<'i>(
    index: usize,
    path: &str,
    text: &'i str,
    addresses: Addresses<'_>,
) -> Result<StyleSheet<'i>, CssFault> {
    let source_index = u32::try_from(index).unwrap_or(u32::MAX);
    let options = ParserOptions { filename: path.to_owned(), source_index, ..ParserOptions::default() };
    let in_file = |placed: Placed| placed.in_file(path, text);
    check_depth(path, text)?;
    let sheet = StyleSheet::parse(text, options).map_err(|error| in_file(error.into()))?;
    check_rules(&sheet).map_err(in_file)?;
    check_addresses(&sheet, addresses).map_err(in_file)?;
    Ok(sheet)
}

/// Refuses brackets that are nested so deep that the parser would take too long.
fn check_depth(path: &str, text: &str) -> Result<(), CssFault> {
    let Some(offset) = too_deep(text) else { return Ok(()) };
    let (line, column) = position(text, offset);
    Err(CssFault {
        path: path.to_owned(),
        line,
        column,
        problem: CssProblem::Unusable(format!("nested more than {MAX_DEPTH} deep")),
    })
}

/// Where more than [`MAX_DEPTH`] brackets are open, outside strings and comments.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut bytes = text.bytes().enumerate().peekable();
    while let Some((offset, byte)) = bytes.next() {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth = depth.saturating_sub(1),
            b'"' | b'\'' => skip_string(&mut bytes, byte),
            b'/' if bytes.next_if(|(_, next)| *next == b'*').is_some() => skip_comment(&mut bytes),
            b'\\' => drop(bytes.next()),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Some(offset);
        }
    }
    None
}

fn skip_string(bytes: &mut impl Iterator<Item = (usize, u8)>, quote: u8) {
    while let Some((_, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'\n' => return,
            _ if byte == quote => return,
            _ => {}
        }
    }
}

fn skip_comment(bytes: &mut impl Iterator<Item = (usize, u8)>) {
    let mut previous = b' ';
    for (_, byte) in bytes {
        if (previous, byte) == (b'*', b'/') {
            return;
        }
        previous = byte;
    }
}

/// Refuses `@import` and `@namespace`, which can only stand at the top level.
fn check_rules(sheet: &StyleSheet) -> Result<(), Placed> {
    for rule in &sheet.rules.0 {
        let (name, place) = match rule {
            CssRule::Import(import) => ("@import", import.loc),
            CssRule::Namespace(namespace) => ("@namespace", namespace.loc),
            _ => continue,
        };
        let problem = CssProblem::Unusable(format!("{name} is not allowed"));
        return Err(Placed::new(problem, place.line, place.column));
    }
    Ok(())
}

/// Refuses addresses at other hosts, and of files that the theme does not have. They may stand
/// in any value, and only the printer of lightningcss lists all of them, so the style sheet is
/// printed once for that.
fn check_addresses(sheet: &StyleSheet, addresses: Addresses<'_>) -> Result<(), Placed> {
    let analyze_dependencies = Some(DependencyOptions::default());
    let printed = sheet.to_css(PrinterOptions { analyze_dependencies, ..PrinterOptions::default() })?;
    for dependency in printed.dependencies.unwrap_or_default() {
        let Dependency::Url(address) = dependency else { continue };
        let problem = if is_elsewhere(&address.url) {
            CssProblem::Unusable(format!("{} is at another host", address.url))
        } else if published(&address.url, addresses).is_none() {
            CssProblem::NoFile(address.url)
        } else {
            continue;
        };
        // The place is that of the address itself, behind `url(`, and its line counts from 1.
        let (line, column) = (address.loc.start.line, address.loc.start.column);
        return Err(Placed::new(problem, line.saturating_sub(1), column.saturating_sub(4)));
    }
    Ok(())
}

/// Whether a browser would ask another host for `url`. Browsers read a backslash as
/// a slash and ignore control characters.
fn is_elsewhere(url: &str) -> bool {
    let url: String = url.chars().filter(|character| !character.is_ascii_control()).collect();
    let url = url.trim_start().to_ascii_lowercase().replace('\\', "/");
    url.starts_with("//") || Scheme::of(&url) == Some(Scheme::Web)
}

/// A problem at a place that is counted as the parser counts.
struct Placed {
    problem: CssProblem,
    /// From 0. A form feed ends a line, too.
    line: usize,
    /// From 1, in UTF-16 code units.
    column: usize,
}

impl Placed {
    fn new(problem: CssProblem, line: u32, column: u32) -> Self {
        Self { problem, line: line as usize, column: column as usize }
    }

    fn in_file(self, path: &str, text: &str) -> CssFault {
        let (line, column) = position(text, self.offset(text));
        CssFault { path: path.to_owned(), line, column, problem: self.problem }
    }

    /// The byte at the place, or the first one behind it that is no white space: the
    /// parser reports where it stood before it skipped that.
    fn offset(&self, text: &str) -> usize {
        let lines = text.split_inclusive(['\n', '\u{c}']);
        let line_start: usize = lines.take(self.line).map(str::len).sum();
        let line = text.get(line_start..).unwrap_or_default();
        let place = line_start + utf16_offset(line, self.column.saturating_sub(1));
        let rest = text.get(place..).unwrap_or_default();
        place + rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\u{c}']).len()
    }
}

impl<T: Display> From<Error<T>> for Placed {
    fn from(error: Error<T>) -> Self {
        let (line, column) = error.loc.map_or((0, 1), |place| (place.line, place.column));
        Self::new(CssProblem::Unusable(error.kind.to_string()), line, column)
    }
}

/// The byte offset of the character that begins after `units` UTF-16 code units.
fn utf16_offset(text: &str, units: usize) -> usize {
    let mut passed = 0;
    let before = text.chars().take_while(|character| {
        passed += character.len_utf16();
        passed <= units
    });
    before.map(char::len_utf8).sum()
}

/// Line and column of a byte, both from 1, the column in characters.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}

/// A fault that only shows in all style sheets together. None is known: each has
/// been parsed and printed on its own before.
fn fault_of_whole<T: Display>(error: Error<T>) -> CssFault {
    let nowhere = ErrorLocation { filename: String::new(), line: 0, column: 1 };
    let place = error.loc.unwrap_or(nowhere);
    let (line, column) = (place.line as usize + 1, place.column as usize);
    CssFault { path: place.filename, line, column, problem: CssProblem::Unusable(error.kind.to_string()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_become_one_in_the_order_given() {
        let parts = [
            ("b.css", "/* hush */\n.b { color : red ; }\n"),
            ("a.css", "/*! licence */ @charset \"utf-8\";\n@layer x;\n.a { margin: 0px 0px; }\n"),
        ];
        assert_eq!(minify(&parts).unwrap(), "/*! licence */\n.b{color:red}@layer x;.a{margin:0}");
        assert_eq!(minify(&parts), minify(&parts));
        assert_eq!(minify(&[]).unwrap(), "");
    }

    #[test]
    fn modern_css_stays_as_it_is() {
        let text = ":root { color-scheme: light dark; --x: light-dark(#fff, #000) }
            .a { color: light-dark(#111, #eee); background: color-mix(in oklch, var(--x) 50%, transparent); &:hover { color: red } }
            @media (width >= 40em) { .a { inset-inline: 0 } }
            @supports (animation-timeline: view()) { .a { text-wrap: balance } }";
        let css = minify(&[("a.css", text)]).unwrap();
        for kept in [
            "--x:light-dark(#fff,#000)",
            "color:light-dark(#111,#eee)",
            "color-mix(in oklch,",
            "&:hover{",
            "width>=40em",
            "inset-inline:0",
        ] {
            assert!(css.contains(kept), "{kept} in {css}");
        }
    }

    /// Style sheets as a theme with one file has them.
    fn minify(parts: &[(&str, &str)]) -> Result<String, CssFault> {
        let has = |file: &str| file == "b.svg" || file == "typsnitt/å b.woff2";
        super::minify(parts, &|file| has(file).then(|| file.replace('.', ".0a1b.")))
    }

    fn check(text: &str, line: usize, column: usize, message: &str) {
        let fault = minify(&[("ok.css", ".ok { color: red }"), ("bad.css", text)]).unwrap_err();
        assert_eq!(fault.path, "bad.css", "{text:?}");
        let (CssProblem::Unusable(found) | CssProblem::NoFile(found)) = fault.problem;
        assert_eq!((fault.line, fault.column), (line, column), "{text:?}: {found}");
        assert!(found.contains(message), "{text:?}: {found}");
    }

    #[test]
    fn files_of_the_theme_are_asked_for_by_their_published_names() {
        let text = "@font-face { font-family: Å; font-display: swap;
            src: url('typsnitt/å b.woff2') format(\"woff2\"), url(b.svg#f) }
            a { background: url(\"b.svg\"), url(b.svg?x), url(#g), image-set('b.svg' 1x) }
            b::before { content: \"b.svg\" url(\"data:image/svg+xml,<svg xmlns='x' id=\\\"å\\\"/>\") }";
        let css = minify(&[("a.css", text)]).unwrap();
        for published in [
            "src:url(\"typsnitt/å b.0a1b.woff2\")format(\"woff2\"),url(\"b.0a1b.svg#f\")",
            "url(\"b.0a1b.svg\"),url(\"b.0a1b.svg?x\"),url(\"#g\"),image-set(",
            "\"b.svg\" url(\"data:image/svg+xml,<svg xmlns='x' id=\\\"å\\\"/>\")",
        ] {
            assert!(css.contains(published), "{published} in {css}");
        }
        assert_eq!(css.matches("b.0a1b.svg").count(), 4, "{css}");
    }

    #[test]
    fn files_that_the_theme_does_not_have_are_faults() {
        check("å {}\na { background: url(\"c.svg\") }", 2, 17, "c.svg");
        for absent in ["/b.svg", "../files/b.svg", "./b.svg", "B.svg", "b.svgx", "mailto:a@b.se", ""] {
            check(&format!("a {{ background: url(\"{absent}\") }}"), 1, 17, absent);
        }
    }

    #[test]
    fn faults_are_placed_in_characters() {
        check("a{}\n\n/* åäö */ b { color: red; & }", 3, 29, "end of input");
        check("/* 😀å */ }", 1, 11, "end of input");
        check("\"å\" {}", 1, 1, "");
        check(".å😀 ! {}", 1, 5, "combinator");
        check("å { b: url(å b) }", 1, 8, "BadUrl");
    }

    #[test]
    fn nesting_has_an_end() {
        check(&format!("å{{width: {}", "calc(".repeat(100_000)), 1, 89, "nested");
        check(&"a{\n".repeat(100_000), 17, 2, "nested");
        for harmless in ["/* ( */", "a { content: '(\\'(' }", "a { --b: \\( }", ":is(a) { b: (c) }"] {
            minify(&[("a.css", &harmless.repeat(100))]).unwrap();
        }
    }

    #[test]
    fn a_property_is_what_the_last_sheet_says_at_its_root() {
        let tokens =
            ("a.css", "/* --x: red */ :root { --x: light-dark(#FFFFFF, rgb(1 2 3)) } p { --x: blue }");
        let own = ("b.css", "@media print { :root { --x: green } } :root { --y: 1 }");
        let value = value_at_root(&[tokens, own], "--x").unwrap();
        assert_eq!(colours(&value), Some([[255, 255, 255], [1, 2, 3]]));
        assert_eq!(value_at_root(&[tokens, own], "--z"), None);
        assert_eq!(colours("rebeccapurple"), Some([[0x66, 0x33, 0x99]; 2]));
        for unclear in ["#0008", "currentcolor", "Canvas", "teal}", "var(--x)", ""] {
            assert_eq!(colours(unclear), None, "{unclear}");
        }
    }

    #[test]
    fn imports_and_namespaces_are_refused() {
        check("/* å */ @import \"x.css\";", 1, 9, "@import");
        check("@layer x;\n@import url(x.css);", 2, 1, "@import");
        check("a {}\n@import url(x.css);", 2, 9, "@import");
        check("@namespace svg url(http://www.w3.org/2000/svg);", 1, 1, "@namespace");
    }

    #[test]
    fn other_hosts_are_not_asked() {
        check("a { background: url(https://x.se/å.png) }", 1, 17, "https://x.se/å.png");
        check(
            "@font-face { font-family: å; src: url(\"//x.se/a.woff2\") format(\"woff2\") }",
            1,
            35,
            "//x.se/a.woff2",
        );
        check("a {\n  --å: url(HTTP://x.se) }", 2, 8, "HTTP://x.se");
        check("@media print {\n a { b {\n list-style: 'å'\n   url('\\68ttps:x') } } }", 4, 4, "https:x");
        check("a { background: image-set(\"https://x.se/a.png\" 1x) }", 1, 27, "https://x.se");
        check("a { --å: /* å */ url(b.svg) }", 1, 18, "Ambiguous");
        for harmless in
            ["url(b.svg)", "url(#b)", "url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\")"]
        {
            let text = format!("a {{ background: {harmless} }}");
            assert!(minify(&[("a.css", &text)]).unwrap().contains("url("), "{text}");
        }
    }
}
