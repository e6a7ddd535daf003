//! Scripts that import each other: every import gets the published name of what
//! it asks for, and then the script is minified.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde_json::Value;

use super::module::{self, Request};
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
    /// What the script asks for.
    request: Request,
    /// The path it leads to; none if it leads out of the theme's files.
    path: Option<String>,
}

/// Adds `scripts` to `assets`, which has all other files already. What is imported
/// comes first: its name changes with its content, and so changes the content and
/// name of all that use it (F8).
pub(super) fn publish(scripts: &Scripts, assets: &mut Assets) -> Vec<Diagnostic> {
    let (mut waiting, mut faults) = read(scripts);
    let is_there = |path: &str| scripts.contains_key(path) || assets.name(path).is_some();
    faults.extend(waiting.values().flat_map(|script| script.missing(is_there)));
    loop {
        let is_waiting = |path: &str| waiting.contains_key(path);
        let is_ready = |script: &Script<'_>| !script.imports.iter().filter_map(Import::path).any(is_waiting);
        let ready: Vec<_> =
            waiting.iter().filter(|(_, script)| is_ready(script)).map(|(path, _)| *path).collect();
        if ready.is_empty() {
            break;
        }
        for path in ready {
            let Some(script) = waiting.remove(path) else { continue };
            let imports = script.imports.iter().filter_map(Import::path).map(str::to_owned).collect();
            let published = script.published(assets);
            assets.add_script(path, published.into_bytes(), imports);
        }
    }
    faults.extend(circles(&waiting));
    faults
}

/// The scripts that are modules, and what is wrong with those that are none.
fn read(scripts: &Scripts) -> (BTreeMap<&str, Script<'_>>, Vec<Diagnostic>) {
    let mut modules = BTreeMap::new();
    let mut faults = Vec::new();
    for (path, text) in scripts {
        match module::requests(&text.text) {
            Ok(requests) => drop(modules.insert(path.as_str(), Script::new(path, text, requests))),
            Err(found) => faults.extend(found.into_iter().map(|fault| {
                let place = Span::new(text.source, fault.place);
                Diagnostic::new(Fault::ScriptSyntax { message: fault.message }, place)
            })),
        }
    }
    (modules, faults)
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
    fn new(path: &str, text: &'t Text, requests: Vec<Request>) -> Self {
        Self {
            text,
            imports: requests.into_iter().filter_map(|request| Import::new(path, request)).collect(),
        }
    }

    fn missing(&self, is_there: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
        let missing = self.imports.iter().filter(|import| !import.path().is_some_and(&is_there));
        missing.map(|import| self.fault(import, "none")).collect()
    }

    fn fault(&self, import: &Import, circle: &str) -> Diagnostic {
        let words = Fault::Script { found: import.request.address.clone(), circle: circle.to_owned() };
        Diagnostic::new(words, Span::new(self.text.source, import.unquoted()))
    }

    /// The script as it is published, with published names in the place of those
    /// that it imports.
    fn published(&self, assets: &Assets) -> String {
        let mut linked = self.text.text.as_ref().to_owned();
        for import in self.imports.iter().rev() {
            if let Some(address) = import.published(assets) {
                // Every string of JSON is one of JavaScript.
                linked.replace_range(import.request.place.clone(), &Value::from(address).to_string());
            }
        }
        // It has been read as a module before, and another address changes nothing
        // about that.
        module::minify(&linked).unwrap_or(linked)
    }
}

impl Import {
    /// None if what the script at `path` asks for is no file of the theme, but one
    /// at an address of its own.
    fn new(path: &str, request: Request) -> Option<Self> {
        let is_relative = request.address.starts_with("./") || request.address.starts_with("../");
        is_relative.then(|| Self { path: resolved(path, &request.address), request })
    }

    fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// The address under which what it asks for is published. Only the last part of a
    /// published name differs from its path.
    fn published(&self, assets: &Assets) -> Option<String> {
        let name = assets.name(self.path()?)?.rsplit('/').next()?;
        let (folder, _) = self.request.address.rsplit_once('/')?;
        Some(format!("{folder}/{name}"))
    }

    /// Where the address stands, without its quotes.
    fn unquoted(&self) -> Range<usize> {
        self.request.place.start + 1..self.request.place.end - 1
    }
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
    fn a_script_needs_what_its_imports_need() {
        let (assets, faults) = published(&[
            ("a.js", r#"import "./b.js"; import("./c.js"); import "./words.json";"#),
            ("b.js", r#"import "./d/e.js";"#),
            ("c.js", r#"import "./b.js";"#),
            ("d/e.js", "export const a = 1;"),
            ("f.js", r#"import "./a.js";"#),
        ]);
        assert!(faults.is_empty());
        let needs = |script| assets.imported_by(script).into_iter().collect::<Vec<_>>();
        assert_eq!(needs("a.js"), ["b.js", "c.js", "d/e.js", "words.json"]);
        assert_eq!(needs("c.js"), ["b.js", "d/e.js"]);
        assert!(needs("d/e.js").is_empty() && needs("none.js").is_empty());
    }

    #[test]
    fn imports_lead_to_published_names() {
        let forms = [
            (r#"import { a } from "./b.js"; a()"#, r#"import{a as e}from"./B";e();"#),
            (r#"export*from"./b.js""#, r#"export*from"./B";"#),
            (r#"import "./b.js"; import './b.js'"#, r#"import"./B";import"./B";"#),
            ("const b = await import(\n  `./b.js`, {}); b()", "const e=await import(`./B`,{});e();"),
            (r#"import a from "./x/../b.js"; a()"#, r#"import e from"./x/../B";e();"#),
            (r#"f("import './b.js'"); // as in import("./b.js")"#, "f(`import './b.js'`);"),
        ];
        for (script, expected) in forms {
            let (assets, faults) = published(&[("a.js", script), ("b.js", "export const a = 1;")]);
            assert_eq!(faults, [], "{script}");
            let name = assets.name("b.js").unwrap();
            assert_eq!(text(&assets, "a.js"), expected.replace('B', name), "{script}");
        }
    }

    #[test]
    fn names_need_not_be_plain() {
        let name = "å'\"\\n.js";
        let (assets, faults) = published(&[("a.js", r#"import "./å'\"\\n.js""#), (name, "")]);
        assert_eq!(faults, []);
        let expected = format!("import{};", Value::from(format!("./{}", assets.name(name).unwrap())));
        assert_eq!(module::requests(text(&assets, "a.js")), module::requests(&expected));
    }

    #[test]
    fn other_addresses_stay() {
        let others =
            r#"import"https://a.example/f.js";import e from"g";import(e);import(`./i${e}`);fetch(`./k.js`);"#;
        let (assets, faults) = published(&[("a.js", others)]);
        assert_eq!(faults, []);
        assert_eq!(text(&assets, "a.js"), others);
    }

    #[test]
    fn what_is_no_module_is_a_fault_of_its_own() {
        let scripts = scripts(&[("a.js", r#"import "./b.js"; import "./c.js""#), ("b.js", "export x;")]);
        let faults = publish(&scripts, &mut Assets::default());
        let codes: Vec<_> = faults.iter().map(|fault| fault.fault.code()).collect();
        assert_eq!(codes, ["theme/script-syntax", "theme/script"]);
        assert!(matches!(&faults[1].fault, Fault::Script { found, .. } if found == "./c.js"));
    }

    #[test]
    fn folders_are_followed_and_any_file_can_be_imported() {
        let (assets, faults) = published(&[
            ("deep/a.js", r#"import "../b.js"; import "./c/d.js"; import "../words.json""#),
            ("b.js", ""),
            ("deep/c/d.js", ""),
        ]);
        assert_eq!(faults, []);
        let d = assets.name("deep/c/d.js").unwrap();
        assert!(d.starts_with("deep/c/d."), "{d}");
        let expected = format!(
            r#"import"../{}";import"./{}";import"../{}";"#,
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
