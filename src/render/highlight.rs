//! Colours for code blocks: class names only, the theme decides on colours.
//!
//! The only module that names syntect. Its scopes are far finer than any theme
//! cares for, so they are gathered in a handful of classes, which also keeps
//! pages small.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use syntect::parsing::{
    ParseState, Scope, ScopeStack, ScopeStackOp, SyntaxDefinition, SyntaxSet, SyntaxSetBuilder,
};
use syntect::util::LinesWithEndings;

use crate::markdown::escaped;

/// Grammars syntect does not bring along.
const OWN_GRAMMARS: [&str; 2] =
    [include_str!("syntaxes/csv.sublime-syntax"), include_str!("syntaxes/toml.sublime-syntax")];

/// Which scopes get which class. The first line that fits any of the scopes
/// around a piece of text wins, so the quotes of a key are part of the key.
const CLASSES: [(&str, &str); 13] = [
    ("comment", "hl-comment"),
    ("entity.name.section", "hl-section"),
    ("markup.heading", "hl-section"),
    ("entity.name.tag", "hl-key"),
    ("meta.structure.dictionary.key", "hl-key"),
    ("string", "hl-string"),
    ("markup.raw", "hl-string"),
    ("markup.underline.link", "hl-string"),
    ("constant.character", "hl-string"),
    ("constant.numeric", "hl-number"),
    ("constant.language", "hl-constant"),
    ("punctuation", "hl-punctuation"),
    ("keyword.operator", "hl-punctuation"),
];

/// Longer lines are left plain: a grammar may take quadratic time on one line,
/// and no reader gets that far to the right. The longest line of code in our own
/// pages has 440 characters.
const MAX_LINE: usize = 2000;

/// Turns code into HTML. Make it once and share it; grammars are read when a
/// code block first needs them.
#[derive(Debug)]
pub(super) struct Highlighter {
    languages: BTreeMap<&'static str, Grammar>,
    own: LazyLock<SyntaxSet>,
    bundled: LazyLock<SyntaxSet>,
    classes: LazyLock<Vec<(Scope, &'static str)>>,
}

/// Where the grammar of a language is, by its name there.
#[derive(Clone, Copy, Debug)]
enum Grammar {
    Own(&'static str),
    Bundled(&'static str),
    /// Plain text has none.
    Absent,
}

impl Default for Highlighter {
    fn default() -> Self {
        Self::new()
    }
}

impl Highlighter {
    /// A highlighter that has not read any grammar yet.
    pub(super) fn new() -> Self {
        Self {
            languages: BTreeMap::from([
                ("csv", Grammar::Own("CSV")),
                ("json", Grammar::Bundled("JSON")),
                ("markdown", Grammar::Bundled("Markdown")),
                ("text", Grammar::Absent),
                ("toml", Grammar::Own("TOML")),
            ]),
            own: LazyLock::new(own_grammars),
            bundled: LazyLock::new(SyntaxSet::load_defaults_newlines),
            classes: LazyLock::new(classes),
        }
    }

    /// `code` as HTML for inside a `pre`: escaped, with `span`s of the classes
    /// `hl-comment`, `hl-section`, `hl-key`, `hl-string`, `hl-number`,
    /// `hl-constant` and `hl-punctuation` and no inline style (F4). `None` when
    /// the language is not known.
    pub(super) fn highlight(&self, code: &str, language: &str) -> Option<String> {
        let grammar = self.languages.get(language)?;
        Some(self.spans(code, *grammar).unwrap_or_else(|| escaped(code)))
    }

    /// `None` when there is no grammar or it fails on the code.
    fn spans(&self, code: &str, grammar: Grammar) -> Option<String> {
        let (syntaxes, name): (&SyntaxSet, _) = match grammar {
            Grammar::Own(name) => (&self.own, name),
            Grammar::Bundled(name) => (&self.bundled, name),
            Grammar::Absent => return None,
        };
        if code.lines().any(|line| line.len() > MAX_LINE) {
            return None;
        }
        let mut state = ParseState::new(syntaxes.find_syntax_by_name(name)?);
        let mut walk = Walk::new(&self.classes);
        for line in LinesWithEndings::from(code) {
            walk.line(line, &state.parse_line(line, syntaxes).ok()?)?;
        }
        Some(walk.markup.finish())
    }
}

fn own_grammars() -> SyntaxSet {
    let mut builder = SyntaxSetBuilder::new();
    for definition in
        OWN_GRAMMARS.iter().filter_map(|text| SyntaxDefinition::load_from_str(text, true, None).ok())
    {
        builder.add(definition);
    }
    builder.build()
}

fn classes() -> Vec<(Scope, &'static str)> {
    CLASSES.iter().filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, *class))).collect()
}

/// Goes through the code line by line and collects the HTML.
struct Walk<'a> {
    classes: &'a [(Scope, &'static str)],
    stack: ScopeStack,
    markup: Markup,
}

impl<'a> Walk<'a> {
    fn new(classes: &'a [(Scope, &'static str)]) -> Self {
        Self { classes, stack: ScopeStack::new(), markup: Markup::default() }
    }

    /// Adds a line, given where in it scopes begin and end. `None` when these
    /// places make no sense.
    fn line(&mut self, line: &str, changes: &[(usize, ScopeStackOp)]) -> Option<()> {
        let mut start = 0;
        for (end, change) in changes {
            self.markup.push(line.get(start..*end)?, self.class());
            self.stack.apply(change).ok()?;
            start = *end;
        }
        self.markup.push(line.get(start..)?, self.class());
        Some(())
    }

    fn class(&self) -> Option<&'static str> {
        let scopes = self.stack.as_slice();
        let fits = |prefix: Scope| scopes.iter().any(|scope| prefix.is_prefix_of(*scope));
        self.classes.iter().find(|(prefix, _)| fits(*prefix)).map(|(_, class)| *class)
    }
}

/// The HTML so far. Pieces of one class that follow each other share a span.
#[derive(Default)]
struct Markup {
    html: String,
    class: Option<&'static str>,
}

impl Markup {
    fn push(&mut self, text: &str, class: Option<&'static str>) {
        // White space has no colour: it need not end a span.
        if !text.trim().is_empty() {
            self.change_to(class);
        }
        self.html.push_str(&escaped(text));
    }

    fn change_to(&mut self, class: Option<&'static str>) {
        if self.class == class {
            return;
        }
        if self.class.is_some() {
            self.html.push_str("</span>");
        }
        if let Some(class) = class {
            self.html.extend(["<span class=\"", class, "\">"]);
        }
        self.class = class;
    }

    fn finish(mut self) -> String {
        self.change_to(None);
        self.html
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGES: [&str; 5] = ["csv", "json", "markdown", "text", "toml"];

    static HIGHLIGHTER: LazyLock<Highlighter> = LazyLock::new(Highlighter::new);

    /// Checks against HTML in short: `<key:name>` for a span of `hl-key`.
    fn check(language: &str, code: &str, expected: &str) {
        let html = HIGHLIGHTER.highlight(code, language).unwrap();
        let short = html.replace("<span class=\"hl-", "<").replace("\">", ":").replace("</span>", ">");
        assert_eq!(short, expected, "{language}");
    }

    #[test]
    fn toml_keys_tables_and_comments() {
        check(
            "toml",
            "a.\"b\" = 1 # å\n[[x.\"y]\"]] # z\n",
            "<key:a><punctuation:.><key:\"b\" ><punctuation:= ><number:1 ><comment:# å\n><section:[[x.\"y]\"]] ><comment:# z\n>",
        );
    }

    #[test]
    fn toml_over_several_lines() {
        check(
            "toml",
            "k = [\n  1, # a ] b\n  'x#',\n]\nl = true\n",
            "<key:k ><punctuation:= [\n  ><number:1><punctuation:, ><comment:# a ] b\n  ><string:'x#'><punctuation:,\n]\n>\
             <key:l ><punctuation:= ><constant:true\n>",
        );
        check(
            "toml",
            "t = \"\"\"\na = 1\n\\\"\"\" [x] \"\"\"\"\nb = {c = 2, d.e = [-1.5e3]}\n",
            "<key:t ><punctuation:= ><string:\"\"\"\na = 1\n\\\"\"\" [x] \"\"\"\"\n><key:b ><punctuation:= {><key:c ><punctuation:= >\
             <number:2><punctuation:, ><key:d><punctuation:.><key:e ><punctuation:= [><number:-1.5e3><punctuation:]}\n>",
        );
    }

    #[test]
    fn toml_values() {
        check(
            "toml",
            "d = 2020-12-08\nt = 08:30:00\n1 = inf\nz = 'open\ny = 0xF_f\n",
            "<key:d ><punctuation:= ><number:2020-12-08\n><key:t ><punctuation:= ><number:08:30:00\n><key:1 ><punctuation:= >\
             <number:inf\n><key:z ><punctuation:= ><string:'open\n><key:y ><punctuation:= ><number:0xF_f\n>",
        );
    }

    #[test]
    fn csv() {
        check(
            "csv",
            "kod,\"namn\"\n1284,\"Höga\n,näs\"\"\"\n0305;Väg 7,4.5\n",
            "<key:kod><punctuation:,><key:\"namn\"\n><number:1284><punctuation:,><string:\"Höga\n,näs\"\"\"\n><number:0305>\
             <punctuation:;>Väg 7<punctuation:,><number:4.5\n>",
        );
    }

    #[test]
    fn bundled_languages() {
        check(
            "json",
            "{\"a\": [1, true, \"b\\n\"]}\n",
            "<punctuation:{><key:\"a\"><punctuation:: [><number:1><punctuation:, ><constant:true><punctuation:, >\
             <string:\"b\\n\"><punctuation:]}\n>",
        );
        check(
            "markdown",
            "# Rubrik\n\nText `kod` [länk](/a/)\n",
            "<section:# Rubrik\n\n>Text <string:`kod` ><punctuation:[>länk<punctuation:](><string:/a/><punctuation:)\n>",
        );
    }

    #[test]
    fn only_the_languages_named_are_known() {
        for language in LANGUAGES {
            assert_eq!(HIGHLIGHTER.highlight("", language).as_deref(), Some(""));
        }
        for language in ["", "rust", "TOML", "JSON"] {
            assert_eq!(HIGHLIGHTER.highlight("a", language), None);
        }
    }

    #[test]
    fn every_text_comes_out_escaped_and_complete() {
        let long = "<".repeat(MAX_LINE + 1);
        for code in [
            "<b a=\"1\">&amp;</b>",
            "\0\r\u{2028}😀",
            "\"\"\"",
            "[[[",
            "{\"a",
            "```toml\n<",
            "a = [\n\"",
            &long,
        ] {
            for language in LANGUAGES {
                let html = HIGHLIGHTER.highlight(code, language).unwrap();
                assert_eq!(text_of(&html), code, "{language}");
            }
        }
        assert_eq!(HIGHLIGHTER.highlight("<a&b>\"", "text").as_deref(), Some("&lt;a&amp;b&gt;\""));
    }

    fn text_of(html: &str) -> String {
        let text: String =
            html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    }
}
