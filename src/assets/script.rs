//! Scripts that import each other: every import gets the published name of what
//! it asks for.
//!
//! What counts as an import is decided by its shape alone, in comments and strings
//! as well: `from`, `import` or `import(`, then a quoted address that begins with
//! `./` or `../`.
//!
//! Comments that have lines to themselves are not published.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::published::Assets;
use crate::diagnostic::{Diagnostic, Fault};
use crate::load::Text;
use crate::source::Span;

/// Scripts by their paths.
type Scripts = BTreeMap<String, Text>;

/// A script and what it imports.
#[derive(Debug)]
struct Script<'t> {
    text: &'t Text,
    imports: Vec<Import>,
}

/// An import of another file of the theme.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Import {
    /// Where the address stands, without its quotes.
    place: Range<usize>,
    /// The address as it is written.
    address: String,
    /// The path it leads to; none if it leads out of the theme's files.
    path: Option<String>,
}

/// Adds `scripts` to `assets`, which has all other files already. What is imported
/// comes first: its name changes with its content, and so changes the content and
/// name of all that use it (F8).
pub(super) fn publish(scripts: &Scripts, assets: &mut Assets) -> Vec<Diagnostic> {
    let mut waiting: BTreeMap<_, _> =
        scripts.iter().map(|(path, text)| (path.as_str(), Script::new(path, text))).collect();
    let is_there = |path: &str| scripts.contains_key(path) || assets.name(path).is_some();
    let mut faults: Vec<_> = waiting.values().flat_map(|script| script.missing(is_there)).collect();
    loop {
        let is_waiting = |path: &str| waiting.contains_key(path);
        let is_ready = |script: &Script<'_>| !script.imports.iter().filter_map(Import::path).any(is_waiting);
        let ready: Vec<_> =
            waiting.iter().filter(|(_, script)| is_ready(script)).map(|(path, _)| *path).collect();
        if ready.is_empty() {
            break;
        }
        for path in ready {
            let script = waiting.remove(path);
            let linked = script.map(|script| script.linked(assets)).unwrap_or_default();
            assets.add(path, linked.into_bytes());
        }
    }
    faults.extend(circles(&waiting));
    faults
}

/// One fault for every circle that is met from `waiting`, each of which imports
/// another one of them.
fn circles(waiting: &BTreeMap<&str, Script<'_>>) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for (&start, script) in waiting {
        let mut way = Vec::new();
        let mut at = (start, script);
        while seen.insert(at.0) {
            way.push(at.0);
            let leads_on = |import| Some((import, waiting.get_key_value(Import::path(import)?)?));
            let Some((import, (&next, script))) = at.1.imports.iter().find_map(leads_on) else { break };
            let circle: Vec<_> = way.iter().copied().skip_while(|path| *path != next).chain([next]).collect();
            if circle.len() > 1 {
                faults.push(at.1.fault(import, &circle.join(" → ")));
            }
            at = (next, script);
        }
    }
    faults
}

impl<'t> Script<'t> {
    fn new(path: &str, text: &'t Text) -> Self {
        Self { text, imports: imports(path, text) }
    }

    fn missing(&self, is_there: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
        let missing = self.imports.iter().filter(|import| !import.path().is_some_and(&is_there));
        missing.map(|import| self.fault(import, "none")).collect()
    }

    fn fault(&self, import: &Import, circle: &str) -> Diagnostic {
        let words = Fault::Script { found: import.address.clone(), circle: circle.to_owned() };
        Diagnostic::new(words, Span::new(self.text.source, import.place.clone()))
    }

    /// The text with published names in the place of those that it imports. Lines
    /// that are only a comment are left empty: browsers do not read them, and the
    /// numbers of lines stay.
    fn linked(&self, assets: &Assets) -> String {
        let mut linked = self.text.text.as_ref().to_owned();
        for import in self.imports.iter().rev() {
            let name = import.path().and_then(|path| assets.name(path));
            let name = name.and_then(|name| name.rsplit('/').next());
            // Only the last part of a published name differs from its path.
            if let (Some((folder, _)), Some(name)) = (import.address.rsplit_once('/'), name) {
                linked.replace_range(import.place.clone(), &format!("{folder}/{name}"));
            }
        }
        without_comments(&linked)
    }
}

impl Import {
    fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }
}

fn without_comments(script: &str) -> String {
    let is_comment = |line: &str| line.trim_start().starts_with("//");
    script.split_inclusive('\n').map(|line| if is_comment(line) { "\n" } else { line }).collect()
}

/// The imports of the script at `path`, in their order.
fn imports(path: &str, text: &Text) -> Vec<Import> {
    let quotes = text.text.match_indices(['"', '\'']);
    quotes.filter_map(|(at, quote)| import(path, &text.text, at, quote)).collect()
}

/// What is imported by the `quote` at `at`, if anything.
fn import(path: &str, text: &str, at: usize, quote: &str) -> Option<Import> {
    let (before, rest) = text.split_at(at);
    let (address, _) = rest.lines().next()?.strip_prefix(quote)?.split_once(quote)?;
    let is_relative = address.starts_with("./") || address.starts_with("../");
    let start = at + quote.len();
    (is_relative && is_import(before)).then(|| Import {
        place: start..start + address.len(),
        address: address.to_owned(),
        path: resolved(path, address),
    })
}

/// Whether what follows `before` is what an import asks for.
fn is_import(before: &str) -> bool {
    let before = before.trim_end();
    let call = before.strip_suffix('(').map(str::trim_end);
    let word = |text: &str, word: &str| {
        let before = text.strip_suffix(word);
        before.is_some_and(|it| {
            !it.ends_with(|last: char| last.is_alphanumeric() || matches!(last, '_' | '$' | '.'))
        })
    };
    call.map_or_else(|| word(before, "from") || word(before, "import"), |call| word(call, "import"))
}

/// Where `address` leads from the file at `path`; none if out of the folder of
/// all files.
fn resolved(path: &str, address: &str) -> Option<String> {
    let mut parts: Vec<_> = path.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn scripts(files: &[(&str, &str)]) -> Scripts {
        let mut sources = Sources::default();
        let text = |(path, text): &(&str, &str)| {
            let source = sources.add((*path).to_owned(), (*text).into());
            ((*path).to_owned(), Text { source, text: (*text).into() })
        };
        files.iter().map(text).collect()
    }

    fn published(files: &[(&str, &str)]) -> (Assets, Vec<(String, String, usize)>) {
        let mut assets = Assets::default();
        assets.add("words.json", b"[]".to_vec());
        let faults = publish(&scripts(files), &mut assets).into_iter().map(|fault| {
            let crate::diagnostic::Place::Source(span) = fault.place else { panic!("no span") };
            let Fault::Script { found, circle } = fault.fault else { panic!("another fault") };
            (found, circle, span.start)
        });
        let faults = faults.collect();
        (assets, faults)
    }

    fn text<'a>(assets: &'a Assets, path: &str) -> &'a str {
        let name = assets.name(path).unwrap();
        let asset = assets.iter().find(|asset| asset.name == name).unwrap();
        std::str::from_utf8(&asset.bytes).unwrap()
    }

    #[test]
    fn imports_lead_to_published_names() {
        let forms = [
            (r#"import { a } from "./b.js";"#, r#"import { a } from "./B";"#),
            (r#"export*from"./b.js""#, r#"export*from"./B""#),
            (r#"import "./b.js"; import './b.js'"#, r#"import "./B"; import './B'"#),
            ("const b = await import(\n  \"./b.js\", {})", "const b = await import(\n  \"./B\", {})"),
            (r#"f(); // as in import("./b.js")"#, r#"f(); // as in import("./B")"#),
            (r#"import a from "./x/../b.js""#, r#"import a from "./x/../B""#),
        ];
        for (script, expected) in forms {
            let (assets, faults) = published(&[("a.js", script), ("b.js", "export const a = 1;")]);
            assert_eq!(faults, [], "{script}");
            let name = assets.name("b.js").unwrap();
            assert_eq!(text(&assets, "a.js"), expected.replace('B', name), "{script}");
        }
    }

    #[test]
    fn comments_leave_empty_lines() {
        let script = "// Says why.\nf(); // a\n  // b\n\tg(\"// c\");\n//";
        let (assets, _) = published(&[("a.js", script)]);
        assert_eq!(text(&assets, "a.js"), "\nf(); // a\n\n\tg(\"// c\");\n\n");
    }

    #[test]
    fn other_texts_stay() {
        let others = r#"fetch("./b.js"); reimport("./c.js"); it.from("./d.js"); x.import("./e.js");
            import "https://a.example/f.js"; import g from "g"; import(h); import(`./i.js`);
            const from = ["./j.js"]; fetch(import.meta.url, "./k.js")"#;
        let (assets, faults) = published(&[("a.js", others)]);
        assert_eq!(faults, []);
        assert_eq!(text(&assets, "a.js"), others);
    }

    #[test]
    fn folders_are_followed_and_any_file_can_be_imported() {
        let (assets, faults) = published(&[
            ("deep/a.js", r#"import "../b.js"; import "./c/d.js"; import w from "../words.json""#),
            ("b.js", ""),
            ("deep/c/d.js", ""),
        ]);
        assert_eq!(faults, []);
        let d = assets.name("deep/c/d.js").unwrap();
        assert!(d.starts_with("deep/c/d."), "{d}");
        let expected = format!(
            r#"import "../{}"; import "./{}"; import w from "../{}""#,
            assets.name("b.js").unwrap(),
            d.strip_prefix("deep/").unwrap(),
            assets.name("words.json").unwrap(),
        );
        assert_eq!(text(&assets, "deep/a.js"), expected);
    }

    #[test]
    fn a_change_changes_the_names_of_all_that_use_it() {
        let names = |c: &str| {
            let files =
                [("a.js", r#"import "./b.js""#), ("b.js", r#"import "./c.js""#), ("c.js", c), ("d.js", "")];
            let (assets, _) = published(&files);
            files.map(|(path, _)| assets.name(path).unwrap().to_owned())
        };
        let (before, after) = (names("1"), names("2"));
        assert_eq!([0, 1, 2, 3].map(|at| before[at] == after[at]), [false, false, false, true]);
    }

    #[test]
    fn what_is_not_there_is_a_fault_at_its_place() {
        let (_, faults) = published(&[("a.js", r#"import "./b.js"; import "../../c.js""#)]);
        let fault = |found: &str, at| (found.to_owned(), "none".to_owned(), at);
        assert_eq!(faults, [fault("./b.js", 8), fault("../../c.js", 25)]);
    }

    #[test]
    fn every_circle_is_told_once() {
        let (assets, faults) = published(&[
            ("a.js", r#"import "./b.js""#),
            ("b.js", r#"import "./e.js"; import "./c.js""#),
            ("c.js", r#"import "./b.js""#),
            ("d.js", r#"import "./d.js""#),
            ("e.js", ""),
        ]);
        let fault = |found: &str, circle: &str| (found.to_owned(), circle.to_owned(), 8);
        assert_eq!(faults, [fault("./b.js", "b.js → c.js → b.js"), fault("./d.js", "d.js → d.js")]);
        assert!(assets.name("e.js").is_some() && assets.name("a.js").is_none());
    }
}
