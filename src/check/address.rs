//! Addresses in pages, and where in the tree they lead.

use std::borrow::Cow;

use crate::scheme::Scheme;

/// What an address in a page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A file of this site.
    Internal,
    /// Another site, a mail, a number to call, or data in the address itself.
    External,
    /// A script in the address.
    Script,
    /// A scheme no page may use (W3).
    Unknown,
}

/// The file an internal address leads to.
pub(crate) struct Destination<'a> {
    /// Path in the tree.
    pub(crate) path: Cow<'a, str>,
    /// The text after `#`, still percent-encoded; empty for none.
    pub(crate) anchor: &'a str,
}

/// `address` as a browser reads it: without white space around it and without
/// line breaks and tabs anywhere, which could hide a scheme.
pub(crate) fn clean(address: &str) -> Cow<'_, str> {
    let trimmed = address.trim_matches(|character| character <= ' ');
    if !trimmed.contains(BREAKS) {
        return Cow::Borrowed(trimmed);
    }
    Cow::Owned(trimmed.chars().filter(|character| !BREAKS.contains(character)).collect())
}

/// What browsers leave out of an address.
const BREAKS: [char; 3] = ['\t', '\n', '\r'];

/// What a cleaned `address` asks for.
pub(crate) fn kind(address: &str) -> Kind {
    if address.starts_with("//") {
        return Kind::External;
    }
    match Scheme::of(address) {
        None => Kind::Internal,
        Some(Scheme::Web | Scheme::Mail | Scheme::Telephone | Scheme::Data) => Kind::External,
        Some(Scheme::Script) => Kind::Script,
        Some(Scheme::Unknown) => Kind::Unknown,
    }
}

/// The addresses in the value of a `srcset` attribute.
pub(crate) fn candidates(srcset: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = srcset;
    loop {
        rest = rest.trim_start_matches(|character: char| character.is_ascii_whitespace() || character == ',');
        let Some(first) = rest.split_ascii_whitespace().next() else { return found };
        rest = rest.get(first.len()..).unwrap_or_default();
        if !first.ends_with(',') {
            rest = rest.split_once(',').map_or("", |(_, next)| next);
        }
        found.push(first.trim_end_matches(','));
    }
}

/// Where the internal `address` leads that stands in the page at `page`, a
/// path in the tree; `None` when it leads out of `base_path` or nowhere at
/// all. Queries do not matter to a static site.
pub(crate) fn resolve<'a>(base_path: &str, page: &'a str, address: &'a str) -> Option<Destination<'a>> {
    let (target, anchor) = address.split_once('#').unwrap_or((address, ""));
    let path = target.split_once('?').map_or(target, |(path, _)| path);
    if path.is_empty() {
        return Some(Destination { path: Cow::Borrowed(page), anchor });
    }
    let full =
        if is_plain(path) { Cow::Borrowed(path) } else { Cow::Owned(absolute(base_path, page, path)?) };
    let path = full.strip_prefix(base_path)?;
    let index = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
    Some(Destination { path: Cow::Owned([path, index].concat()), anchor })
}

/// Whether `path` needs no resolving: it is the same from every page and has
/// nothing encoded. Most are like that, and this is the quick way.
fn is_plain(path: &str) -> bool {
    path.starts_with('/') && !path.contains('%') && !path.contains("/.")
}

/// `path` without `.` and `..` and percent-decoded, as seen from `page`.
fn absolute(base_path: &str, page: &str, path: &str) -> Option<String> {
    let (folder, _) = page.rsplit_once('/').unwrap_or_default();
    let mut parts: Vec<Cow<str>> = Vec::new();
    if !path.starts_with('/') {
        let around = base_path.split('/').chain(folder.split('/'));
        parts.extend(around.filter(|part| !part.is_empty()).map(Cow::Borrowed));
    }
    let relative = path.strip_prefix('/').unwrap_or(path);
    for part in relative.split('/') {
        step(&mut parts, decode(part)?);
    }
    if matches!(last_part(relative), "." | "..") {
        parts.push(Cow::Borrowed(""));
    }
    Some(format!("/{}", parts.join("/")))
}

/// Goes one `part` of a path further.
fn step<'a>(parts: &mut Vec<Cow<'a, str>>, part: Cow<'a, str>) {
    match &*part {
        "." => {}
        ".." => drop(parts.pop()),
        _ => parts.push(part),
    }
}

fn last_part(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, last)| last)
}

/// `text` with its percent-encoding resolved once. `None` when the encoding is
/// damaged, gives no UTF-8, or hides a slash or NUL, which no path contains.
pub(crate) fn decode(text: &str) -> Option<Cow<'_, str>> {
    let Some((plain, encoded)) = text.split_once('%') else { return Some(Cow::Borrowed(text)) };
    let mut bytes = plain.as_bytes().to_vec();
    for piece in encoded.split('%') {
        let (digits, rest) = piece.split_at_checked(2)?;
        bytes.push(octet(digits).filter(|byte| !b"/\0".contains(byte))?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

/// The byte that two hexadecimal digits stand for.
fn octet(digits: &str) -> Option<u8> {
    let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    hexadecimal.then(|| u8::from_str_radix(digits, 16).ok()).flatten()
}

/// Whether `anchor` needs no element with its id: it names the top of the page, or
/// text to be highlighted, which a browser ignores where it is not found.
pub(crate) fn is_top(anchor: &str) -> bool {
    anchor.is_empty() || anchor.starts_with(":~:") || anchor.eq_ignore_ascii_case("top")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_where_a_browser_goes() {
        let check = |address, expected: Option<(&str, &str)>| {
            let there = resolve("/kk/", "kommuner/habo/index.html", address);
            let found = there.as_ref().map(|there| (&*there.path, there.anchor));
            assert_eq!(found, expected, "{address}");
        };
        check("#a", Some(("kommuner/habo/index.html", "a")));
        check("?q=1#a", Some(("kommuner/habo/index.html", "a")));
        check("2020/", Some(("kommuner/habo/2020/index.html", "")));
        check("..", Some(("kommuner/index.html", "")));
        check("../", Some(("kommuner/index.html", "")));
        check(".", Some(("kommuner/habo/index.html", "")));
        check("%2e%2E/ale/?x#y", Some(("kommuner/ale/index.html", "y")));
        check("../../data/a.csv", Some(("data/a.csv", "")));
        check("/kk/", Some(("index.html", "")));
        check("/kk/a%20%C3%A5.png", Some(("a å.png", "")));
        check("/kk", None);
        check("/", None);
        check("/kommuner/", None);
        check("../../../x/", None);
        check("../../../../../kk/x/", Some(("x/index.html", "")));
        check("/kk/a%2Fb/", None);
        check("/kk/%+f", None);
        check("/kk/%ff", None);
        check("/kk/%", None);
    }

    #[test]
    fn schemes_are_found_behind_white_space_and_case() {
        let check = |address, expected| assert_eq!(kind(&clean(address)), expected, "{address}");
        check(" JavaScript:alert(1)", Kind::Script);
        check("java\nscript:alert(1)", Kind::Script);
        check("\u{1}javascript:", Kind::Script);
        check("HTTPS://skr.se", Kind::External);
        check("//skr.se/", Kind::External);
        check("mailto:a@example.se", Kind::External);
        check("hhtp://skr.se", Kind::Unknown);
        check("a/b:c", Kind::Internal);
        check("1a:b", Kind::Internal);
        check("/sok/?q=a:b", Kind::Internal);
    }

    #[test]
    fn srcset_is_split_as_browsers_do() {
        let check = |srcset, expected: &[&str]| assert_eq!(candidates(srcset), expected, "{srcset}");
        check("a.png, b.png 2x , c,d.png 3x", &["a.png", "b.png", "c,d.png"]);
        check(" a.png 100w,b.png", &["a.png", "b.png"]);
        check("data:image/png;base64,AA== 1x", &["data:image/png;base64,AA=="]);
        check(" , ", &[]);
    }
}
