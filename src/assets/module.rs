//! Scripts as JavaScript modules: what they ask for, and the same in fewer bytes.
//!
//! The only module that names oxc.

use std::ops::Range;
use std::panic::resume_unwind;
use std::thread::{self, Builder};

use oxc_allocator::Allocator;
use oxc_ast::AstKind;
use oxc_ast::ast::{Expression, Program, StringLiteral};
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_diagnostics::OxcDiagnostic;
use oxc_mangler::Mangler;
use oxc_parser::{ParseOptions, Parser};
use oxc_semantic::{Semantic, SemanticBuilder};
use oxc_span::{SourceType, Span};

/// The longest script of a theme, in bytes: eight times all of our own together.
const MAX_LENGTH: usize = 512 * 1024;

/// Stack for each byte of a script. The parser calls itself for everything that
/// stands inside something else, and the worst is a row of opening brackets, which
/// takes 1.6 KB for each.
const STACK_PER_BYTE: usize = 4 * 1024;

/// Stack for what does not depend on the script.
const STACK: usize = 1024 * 1024;

/// Why a text is no module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SyntaxFault {
    /// Where, in bytes of the text.
    pub place: Range<usize>,
    /// What is wrong, in English and without the place.
    pub message: String,
}

/// What a module asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// Where the address stands with its quotes, in bytes of the text.
    pub place: Range<usize>,
    /// The address, without quotes and escapes.
    pub address: String,
}

/// All that the module `text` imports, exports from elsewhere, or imports while it
/// runs (`import("…")`), in the order in which it stands there. An address that is
/// only known when the module runs is left out.
///
/// # Errors
/// Everything for which a browser would refuse the module as it stands, or the
/// first of it if what follows cannot be read for it. A text of more than 512 KiB is
/// refused as well.
pub(super) fn requests(text: &str) -> Result<Vec<Request>, Vec<SyntaxFault>> {
    if text.len() > MAX_LENGTH {
        return Err(fault_of_all(format!("longer than {} KiB", MAX_LENGTH / 1024)));
    }
    read(text, |_, semantic| {
        let mut requests: Vec<_> = semantic.nodes().iter().filter_map(|node| request(&node.kind())).collect();
        requests.sort_by_key(|request| request.place.start);
        requests
    })
}

/// The module `text` without comments and white space, and with short names for
/// what only it can see. Names that it exports stay, and so do names of properties.
///
/// # Errors
/// Those of [`requests`], but for the length.
pub(super) fn minify(text: &str) -> Result<String, Vec<SyntaxFault>> {
    read(text, |program, mut semantic| {
        let private_names = Mangler::new().build_with_semantic(&mut semantic, program);
        let printer = Codegen::new().with_options(CodegenOptions::minify());
        let printer = printer.with_private_member_mappings(Some(private_names));
        printer.with_scoping(Some(semantic.into_scoping())).build(program).code
    })
}

/// What `answer` makes of the module `text`. It is asked in a thread with as much
/// stack as a text of this length can need, however it is nested.
fn read<T: Send>(
    text: &str,
    answer: impl FnOnce(&Program<'_>, Semantic<'_>) -> T + Send,
) -> Result<T, Vec<SyntaxFault>> {
    let thread = Builder::new().stack_size(STACK + text.len() * STACK_PER_BYTE);
    thread::scope(|scope| match thread.spawn_scoped(scope, || parse(text, answer)) {
        Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
        Err(error) => Err(fault_of_all(error.to_string())),
    })
}

fn parse<T>(text: &str, answer: impl FnOnce(&Program<'_>, Semantic<'_>) -> T) -> Result<T, Vec<SyntaxFault>> {
    let arena = Allocator::default();
    let options = ParseOptions { parse_regular_expression: true, ..ParseOptions::default() };
    let parsed = Parser::new(&arena, text, SourceType::mjs()).with_options(options).parse();
    if !parsed.diagnostics.is_empty() {
        return Err(parsed.diagnostics.iter().map(fault).collect());
    }
    // What is declared twice, exported without being there and the like is found
    // only here.
    let builder = SemanticBuilder::new().with_build_nodes(true).with_class_table(true);
    let checked = builder.with_check_syntax_error(true).build(&parsed.program);
    if !checked.diagnostics.is_empty() {
        return Err(checked.diagnostics.iter().map(fault).collect());
    }
    Ok(answer(&parsed.program, checked.semantic))
}

fn request(node: &AstKind<'_>) -> Option<Request> {
    match node {
        AstKind::ImportDeclaration(import) => Some(quoted(&import.source)),
        AstKind::ExportFromDeclaration(export) => Some(quoted(&export.source)),
        AstKind::ExportAllDeclaration(export) => Some(quoted(&export.source)),
        AstKind::ImportExpression(import) => constant(import.source.without_parentheses()),
        _ => None,
    }
}

fn quoted(literal: &StringLiteral<'_>) -> Request {
    Request { place: place(literal.span), address: literal.value.to_string() }
}

fn constant(expression: &Expression<'_>) -> Option<Request> {
    match expression {
        Expression::StringLiteral(literal) => Some(quoted(literal)),
        Expression::TemplateLiteral(template) => {
            let address = template.single_quasi()?.to_string();
            Some(Request { place: place(template.span), address })
        }
        _ => None,
    }
}

fn place(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// The fault at the place that is marked as its own, or else at the last: what it does
/// not agree with comes before.
fn fault(found: &OxcDiagnostic) -> SyntaxFault {
    let label = found.labels.iter().find(|label| label.primary()).or(found.labels.last());
    SyntaxFault { place: label.map_or(0..0, |label| place(label.span())), message: found.message.to_string() }
}

fn fault_of_all(message: String) -> Vec<SyntaxFault> {
    vec![SyntaxFault { place: 0..0, message }]
}

#[cfg(test)]
mod tests {
    use std::fs;

    use rayon::prelude::*;

    use super::*;

    #[test]
    fn requests_are_what_the_module_asks_for() {
        let text = r#"import a from "./a.js"; import './b.js'; import * as c from "c";
            export * from "./d.js"; export { e } from "./e.js";
            const f = await import("./f\u002ejs"), g = () => import((`./g.js`));
            import h from "./h.json" with { type: "json" };
            // import "./x.js"
            /* import("./x.js") */
            const from = ["./x.js"], say = "import './x.js'", t = `import("./x.js")`, r = /import"./;
            fetch("./x.js"); c.import("./x.js"); c.from("./x.js"); import(a); import(`./x${a}`); import("./" + a);"#;
        let found = requests(text).unwrap();
        let addresses: Vec<_> = found.iter().map(|request| request.address.as_str()).collect();
        let expected = ["./a.js", "./b.js", "c", "./d.js", "./e.js", "./f.js", "./g.js", "./h.json"];
        assert_eq!(addresses, expected);
        let places: Vec<_> = found.iter().map(|request| text.get(request.place.clone()).unwrap()).collect();
        assert_eq!(places[..3], [r#""./a.js""#, "'./b.js'", r#""c""#]);
        assert_eq!(places[5..7], [r#""./f\u002ejs""#, "`./g.js`"]);
    }

    #[test]
    fn names_that_only_the_module_sees_get_short() {
        let text = "// Says why.
            import { distance } from './b.js'; /* Says how. */
            const factor = 2; //! licence
            export const double = (number) => distance(number) * factor;
            export class Shape { #sides = 3; corners() { return this.#sides } }
            function hidden(first) { return first.length } export { hidden as shown };
            export default function named(value) { return hidden(value) + window.size }";
        let minified = minify(text).unwrap();
        for kept in ["double", "Shape", "corners", "shown", ".length", "window.size", "distance as "] {
            assert!(minified.contains(kept), "{kept} in {minified}");
        }
        for gone in
            ["why.", "how.", "licence", "factor", "number", "#sides", "hidden", "first", "value", "\n", "  "]
        {
            assert!(!minified.contains(gone), "{gone} in {minified}");
        }
    }

    fn check(text: &str, start: usize, message: &str) {
        let faults = requests(text).unwrap_err();
        let found = faults.iter().map(|fault| (fault.place.start, fault.message.as_str()));
        assert_eq!(found.collect::<Vec<_>>(), [(start, message)], "{text}");
        assert_eq!(minify(text).unwrap_err(), faults, "{text}");
    }

    #[test]
    fn what_is_no_module_is_told_with_its_place() {
        check("const å = ;", 11, "Unexpected token");
        check("å(", 3, "Expected `)` but found `EOF`");
        check("const a = 1; const a = 2;", 19, "Identifier `a` has already been declared");
        check("export { å };", 9, "Export 'å' is not defined");
        check("a = /(/;", 5, "Invalid regular expression: Unterminated capturing group");
        check("return 1", 0, "A 'return' statement can only be used within a function body.");
        // What the parser can read all the same.
        check("with (a) {}", 0, "'with' statements are not allowed");
    }

    /// Without a stack of their own these end the program.
    #[test]
    fn nesting_has_no_end() {
        let open =
            ["(", "[", "{", "({a:", "f(", "!", "a=>", "a?", "`${", "if(a)", "class{a(){", "-", "new ", "/("];
        let closed =
            [("(", "1", ")"), ("[", "", "]"), ("{", "", "}"), ("`${", "1", "}`"), ("f(()=>", "1", ")")];
        for text in open.map(|open| open.repeat(5_000)).into_iter().chain(["a+".repeat(50_000) + "a"]) {
            check_any(&text);
        }
        for (open, middle, close) in closed {
            assert!(minify(&(open.repeat(5_000) + middle + &close.repeat(5_000))).is_ok(), "{open}");
        }
    }

    #[test]
    fn what_is_too_long_is_not_read() {
        let faults = requests(&" ".repeat(MAX_LENGTH + 1)).unwrap_err();
        assert_eq!(faults, fault_of_all("longer than 512 KiB".to_owned()));
    }

    /// Whether `text` is a module or not: no panic, faults within the text, and what
    /// is made of a module is one that asks for the same.
    fn check_any(text: &str) {
        match requests(text) {
            Err(faults) => {
                assert!(!faults.is_empty(), "{text}");
                assert!(
                    faults.iter().all(|fault| text.get(fault.place.clone()).is_some()),
                    "{faults:?}: {text}"
                );
            }
            Ok(asked) => {
                let minified = minify(text).unwrap();
                let addresses =
                    |asked: Vec<Request>| asked.into_iter().map(|request| request.address).collect();
                let (before, after): (Vec<_>, Vec<_>) =
                    (addresses(asked), addresses(requests(&minified).unwrap()));
                assert_eq!(before, after, "{text}");
            }
        }
    }

    fn scripts() -> Vec<String> {
        let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/kompass/files")).unwrap();
        let paths = folder.map(|entry| entry.unwrap().path());
        let scripts = paths.filter(|path| path.extension().is_some_and(|extension| extension == "js"));
        scripts.map(|path| fs::read_to_string(path).unwrap()).collect()
    }

    #[test]
    fn every_beginning_of_every_script_is_answered() {
        let scripts = scripts();
        assert!(scripts.len() >= 10);
        for script in scripts {
            let ends: Vec<_> = script.char_indices().map(|(end, _)| end).collect();
            ends.into_par_iter().for_each(|end| check_any(script.get(..end).unwrap()));
            minify(&script).unwrap();
        }
    }

    #[test]
    fn every_damaged_script_is_answered() {
        let damages = [
            "", "(", "}", "`", "/*", "'", "\\", "/", "#", "\0", "\u{2028}", "å", "import(", "=>", "\n",
            "<!--",
        ];
        for script in scripts() {
            let places: Vec<_> = script.char_indices().skip(3).step_by(11).collect();
            places.into_par_iter().enumerate().for_each(|(count, (at, character))| {
                let damage = damages[count % damages.len()];
                let mut script = script.clone();
                // Something comes in, and every other time a character goes.
                let gone = if count % 2 == 0 { 0 } else { character.len_utf8() };
                script.replace_range(at..at + gone, damage);
                check_any(&script);
            });
        }
    }
}
