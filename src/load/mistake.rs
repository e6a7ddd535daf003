//! What somebody meant who has written something that is no TOML.
//!
//! A parser says what it met; an editor wants to know what to write instead. So the line
//! is looked at once more by itself, for the mistakes that people make who do not know
//! the format, and where the line can be put right, it is. A corrected line is suggested
//! only if it can be read.

use toml::de::DeTable;

use super::bracket::Open;
use crate::diagnostic::Fault;
use crate::language;

/// The fault of the line of `text` in which a parser gave up at byte `at` with `message`.
pub(super) fn mistake(text: &str, at: usize, message: &str) -> Fault {
    let line = line(text, at).trim();
    let (kind, fix) = Line::new(line).kind(message);
    // Brackets over several lines cannot be judged line by line.
    let is_sound = |fix: &String| kind == "comma" || DeTable::parse(fix).is_ok();
    let fix = fix.filter(|fix| fix != line).filter(is_sound).unwrap_or_default();
    let kind = if is_cut(text, at, kind, &fix) { "cut" } else { kind };
    Fault::TomlSyntax { kind: kind.to_owned(), fix, message: message.to_owned() }
}

/// Whether `text` ends in the middle of the line in which `at` stands: nothing follows what is
/// missing there, not even the end of the line.
fn is_cut(text: &str, at: usize, kind: &str, fix: &str) -> bool {
    let may_be_cut = match kind {
        "quote" | "unclosed" | "bracket" | "brace" | "header" => true,
        "no-equals" => fix.is_empty(),
        _ => false,
    };
    let rest = text.get(text.floor_char_boundary(at)..).unwrap_or_default();
    may_be_cut && !rest.contains('\n') && !text.ends_with('\n')
}

/// The fault of a text in quotes that is `joined` in one line.
pub(super) fn line_break(joined: &str) -> Fault {
    let message = "a text ends with its line".to_owned();
    Fault::TomlSyntax { kind: "line-break".to_owned(), fix: joined.to_owned(), message }
}

/// The fault of the line before byte `at`, where a parser has missed a comma first in a line,
/// and where that comma belongs.
pub(super) fn missing_comma(text: &str, at: usize, message: &str) -> Option<(usize, Fault)> {
    if !message.contains("missing comma") && !message.contains("between array elements") {
        return None;
    }
    let (mut above, here) = text.get(..text.floor_char_boundary(at))?.rsplit_once('\n')?;
    if !here.trim().is_empty() {
        return None;
    }
    loop {
        let start = above.rfind('\n').map_or(0, |end| end + 1);
        let (said, comment) = without_comment(above.get(start..)?);
        if !said.trim().is_empty() {
            let (kind, fix) = ("comma-above".to_owned(), format!("{said},{comment}").trim().to_owned());
            return Some((start + said.len(), Fault::TomlSyntax { kind, fix, message: message.to_owned() }));
        }
        above = above.get(..start.checked_sub(1)?)?;
    }
}

/// The line that byte `at` belongs to; the end of a line belongs to it.
pub(super) fn line(text: &str, at: usize) -> &str {
    let at = text.floor_char_boundary(at);
    let (before, after) = text.split_at(at);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = after.find('\n').map_or(text.len(), |length| at + length);
    text.get(start..end).unwrap_or_default()
}

/// A line `key = value` with `key` and `value` as they can be read.
pub(super) fn entry(key: &str, value: &str) -> String {
    format!("{} = {value}", quoted_key(key))
}

/// A key in quotes where it needs them.
fn quoted_key(key: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    let is_path = key.split('.').all(|part| !part.is_empty() && part.chars().all(is_bare));
    let is_dotted_number = key.contains('.') && key.split('.').all(is_number);
    match key {
        _ if key.starts_with(['"', '\'']) => key.to_owned(),
        _ if is_path && !is_dotted_number => key.to_owned(),
        _ => format!("\"{}\"", key.replace('"', "")),
    }
}

/// One line as somebody wrote it.
struct Line<'a> {
    text: &'a str,
    /// The line without what stands in quotes.
    bare: String,
}

/// What a line suffers from, and the line put right if that is possible.
type Kind = (&'static str, Option<String>);

/// Quotes that are no straight ones.
const CURLY: [char; 7] = ['“', '”', '„', '‟', '«', '»', '″'];

/// Signs that look like a hyphen.
const DASHES: [char; 6] = ['\u{2010}', '\u{2011}', '–', '—', '\u{2015}', '−'];

impl<'a> Line<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, bare: outside(text) }
    }

    fn kind(&self, message: &str) -> Kind {
        if ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|it| self.text.starts_with(it)) {
            return ("conflict", None);
        }
        if self.bare.contains(CURLY) || self.bare.contains(['‘', '’', '‚', '´', '`']) {
            let straight = |c: char| if CURLY.contains(&c) || "‘’‚´`".contains(c) { '"' } else { c };
            return ("curly", Some(self.text.chars().map(straight).collect()));
        }
        let is_odd_space = |c: char| c.is_whitespace() && !matches!(c, ' ' | '\t');
        if self.bare.contains(is_odd_space) {
            let plain = |c: char| if is_odd_space(c) { ' ' } else { c };
            return ("space", Some(self.text.chars().map(plain).collect()));
        }
        if let Some(fix) = self.with_hyphens() {
            return ("hyphen", Some(fix));
        }
        if let Some(fix) = self.in_latin() {
            return ("alphabet", Some(fix));
        }
        if let Some(comment) = self.text.strip_prefix("//") {
            return ("comment", Some(format!("# {}", comment.trim_start())));
        }
        if self.text.starts_with('[') && !self.bare.contains('=') {
            return self.header();
        }
        match split(self.text) {
            Some((key, value)) => entry_kind(key, value, message),
            None => self.without_equals(message),
        }
    }

    /// The line with hyphens for the dashes of its key or heading, if it has any.
    fn with_hyphens(&self) -> Option<String> {
        let is_heading = self.text.starts_with('[') && !self.bare.contains('=');
        let (key, rest) = match split(self.text) {
            _ if is_heading => (self.text, String::new()),
            Some((key, value)) => (key, format!(" = {value}")),
            None => return None,
        };
        let is_quoted = key.starts_with(['"', '\'']);
        (key.contains(DASHES) && !is_quoted).then(|| key.replace(DASHES, "-") + &rest)
    }

    /// The line with Latin letters in its key, if it has any that only look so.
    fn in_latin(&self) -> Option<String> {
        let (key, value) = split(self.text).filter(|(key, _)| !key.starts_with(['"', '\'']))?;
        language::latin(key).map(|(_, key)| format!("{key} = {value}"))
    }

    /// `[scores` or `[[examples]`
    fn header(&self) -> Kind {
        let name = self.text.trim_matches(|c| matches!(c, '[' | ']' | ' '));
        let doubled = self.text.starts_with("[[");
        ("header", Some(if doubled { format!("[[{name}]]") } else { format!("[{name}]") }))
    }

    fn without_equals(&self, message: &str) -> Kind {
        if message.contains("missing comma") || message.contains("between array elements") {
            return ("comma", None);
        }
        if let Some((key, value)) = self.text.split_once(':').filter(|(key, _)| !key.contains(['"', ' '])) {
            return ("colon", Some(entry(key.trim(), value.trim())));
        }
        if self.text.matches('"').count() % 2 == 1 {
            return ("unclosed", None);
        }
        match self.text.split_once(char::is_whitespace).map(|(key, value)| (key, value.trim())) {
            // Points of an area or a sub-area are texts, as they are printed.
            Some((key, value)) if key.starts_with(|it: char| it.is_ascii_digit()) && is_points(value) => {
                ("no-equals", Some(entry(key, &format!("\"{value}\""))))
            }
            Some((key, value)) if DeTable::parse(&entry(key, value)).is_ok() => {
                ("no-equals", Some(entry(key, value)))
            }
            _ => ("no-equals", None),
        }
    }
}

/// Whether `value` is a number with at most a comma or point in it.
fn is_points(value: &str) -> bool {
    !value.is_empty() && language::parse_points(value).is_some()
}

/// What is wrong with a line that has a sign of equality.
fn entry_kind(key: &str, value: &str, message: &str) -> Kind {
    let right = |value: &str| Some(entry(key, value));
    let (bare, comment) = without_comment(value);
    let with_comment = |value: String| Some(entry(key, &format!("{value}{comment}")));
    let quotes = bare.matches('"').count();
    let inner = bare.strip_prefix('"').unwrap_or(bare);
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    if key.matches('"').count() % 2 == 1 {
        return ("unclosed", right(value).map(|_| entry(key.trim_matches('"'), value)));
    }
    if bare.is_empty() {
        return ("no-value", None);
    }
    if bare.ends_with(';') {
        return ("semicolon", with_comment(bare.trim_end_matches(';').to_owned()));
    }
    if let Some(number) = padded(key, bare) {
        return ("zero", with_comment(number.to_owned()));
    }
    if let Some(number) = number(bare) {
        return ("decimal", with_comment(format!("\"{number}\"")));
    }
    if let Some(digits) = language::digits(bare) {
        return ("letter", with_comment(quoted_number(digits)));
    }
    if let Some(number) = language::bare_number(bare) {
        return ("unit", with_comment(quoted_number(number)));
    }
    if matches!(bare, "-" | "–" | "—" | "−" | "?") {
        return ("dash", None);
    }
    if let Some(word) = truth(bare) {
        return ("truth", with_comment(word.to_owned()));
    }
    if let Some(file) = own_path(bare).filter(|_| key == "report") {
        return ("own-path", with_comment(format!("\"{file}\"")));
    }
    if message.contains("missing comma") || bare.starts_with(['[', '{']) {
        return brackets(key, bare, message);
    }
    if bare.contains('\\') && DeTable::parse(&entry(key, &bare.replace('\\', "/"))).is_ok() {
        return ("backslash", with_comment(bare.replace('\\', "/")));
    }
    if message.contains("date") || message.contains("month") || message.contains("day") {
        return ("date", None);
    }
    if let Some(before) = bare.strip_suffix(',').filter(|it| !it.is_empty()) {
        return ("comma-end", with_comment(before.trim_end().to_owned()));
    }
    if bare.starts_with('"') && quotes % 2 == 1 {
        return ("quote", with_comment(format!("{}\"", bare.trim_end_matches('"'))));
    }
    if bare.starts_with('"') && bare.ends_with('"') && quotes > 2 {
        return ("inner-quotes", with_comment(format!("\"{}\"", inner.replace('"', "”"))));
    }
    if bare.starts_with('"') {
        return ("rest", None);
    }
    if bare.starts_with('\'') {
        return ("quote", with_comment(format!("\"{}\"", bare.trim_matches('\''))));
    }
    if key != quoted_key(key) {
        let value = if DeTable::parse(&format!("a = {bare}")).is_ok() {
            bare.to_owned()
        } else {
            format!("\"{inner}\"")
        };
        return ("key", with_comment(value));
    }
    match language::parse_month(&inner.to_lowercase()).filter(|_| key == "month") {
        Some(number) => ("month", with_comment(number.to_string())),
        None => ("text", with_comment(format!("\"{inner}\""))),
    }
}

/// What is wrong with a value that lacks the bracket `close`.
fn bracket_kind(close: char) -> &'static str {
    if close == ']' { "bracket" } else { "brace" }
}

/// The fault of an entry of `text` that nobody has closed: its last line, put right.
pub(super) fn unclosed(text: &str, entry: &Open) -> Fault {
    let line = line(text, entry.end);
    let start = text.get(..entry.end).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let (said, comment) = line.split_at(entry.end - start);
    let space = if entry.closing.starts_with('}') { " " } else { "" };
    let kind = bracket_kind(entry.closing.chars().next().unwrap_or(']'));
    let kind = if is_cut(text, entry.end, kind, "") { "cut" } else { kind };
    Fault::TomlSyntax {
        kind: kind.to_owned(),
        fix: format!("{said}{space}{}{comment}", entry.closing).trim().to_owned(),
        message: format!("expected `{}`", entry.closing),
    }
}

/// A list or table in one line.
fn brackets(key: &str, value: &str, message: &str) -> Kind {
    let (open, close) = if value.starts_with('[') { ('[', ']') } else { ('{', '}') };
    if message.contains("unclosed") {
        return (
            bracket_kind(close),
            Some(entry(key, &format!("{value}{}{close}", if open == '{' { " " } else { "" }))),
        );
    }
    // Between two texts the comma has its place.
    let with_commas = value.replace("\" \"", "\", \"");
    if message.contains("missing comma") || with_commas != value {
        return ("comma", (with_commas != value).then(|| entry(key, &with_commas)));
    }
    ("other", None)
}

/// Key and value of a line, parted at the first sign of equality outside quotes.
fn split(line: &str) -> Option<(&str, &str)> {
    let mut open = None;
    let at = line.char_indices().find_map(|(at, c)| {
        match (open, c) {
            (None, '=') => return Some(at),
            (None, '"' | '\'') => open = Some(c),
            (Some(quote), _) if quote == c => open = None,
            _ => {}
        }
        None
    });
    // A quote that is never closed hides the sign.
    let at = at.or_else(|| line.find('='))?;
    Some((line.get(..at)?.trim(), line.get(at + 1..)?.trim()))
}

/// `value` without the comment behind it, and that comment with the space before it.
fn without_comment(value: &str) -> (&str, &str) {
    let is_quoted = |at: usize| value.get(..at).is_some_and(|it| it.matches('"').count() % 2 == 1);
    let at = value.match_indices('#').map(|(at, _)| at).find(|at| !is_quoted(*at)).unwrap_or(value.len());
    let bare = value.get(..at).unwrap_or(value).trim_end();
    (bare, value.get(bare.len()..).unwrap_or_default())
}

/// The number of a value that is one with a decimal comma, or a percentage, without quotes.
fn number(value: &str) -> Option<String> {
    let number = value.trim_end_matches('%').trim_end();
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    let is_number = match number.split_once(',') {
        Some((whole, part)) => is_digits(whole) && is_digits(part),
        None => is_digits(number) && (number != value || number.starts_with('0')),
    };
    is_number.then(|| number.to_owned())
}

/// The number of a month, a day or something in order, written with a nought in front. Codes have
/// more digits, and what is printed in a report stands in quotes under a number as its key.
fn padded<'v>(key: &str, value: &'v str) -> Option<&'v str> {
    let is_word = key.starts_with(|it: char| it.is_ascii_alphabetic());
    let digit = value.strip_prefix('0').filter(|it| it.len() == 1)?;
    (is_word && digit.bytes().all(|it| it.is_ascii_digit())).then_some(digit)
}

/// A number with quotes where TOML needs them: it has no decimal commas and no noughts in front.
fn quoted_number(number: String) -> String {
    let is_whole = number.bytes().all(|it| it.is_ascii_digit()) && !number.starts_with('0');
    if is_whole { number } else { format!("\"{number}\"") }
}

/// What TOML writes for a Swedish or capital yes or no.
fn truth(value: &str) -> Option<&'static str> {
    match value.to_lowercase().as_str() {
        "ja" | "sant" | "true" | "yes" => Some("true"),
        "nej" | "falskt" | "false" | "no" => Some("false"),
        _ => None,
    }
}

/// The name of the file that a text in quotes leads to on a computer.
fn own_path(value: &str) -> Option<&str> {
    let path = value.strip_prefix('"')?.strip_suffix('"')?;
    let (_, file) = path.rsplit_once('\\')?;
    (!file.is_empty() && !file.contains('"')).then_some(file)
}

/// What of a line stands outside straight quotes and comments.
fn outside(line: &str) -> String {
    let mut open = None;
    let mut found = String::new();
    for c in line.chars() {
        match (open, c) {
            (None, '#') => break,
            (None, '"' | '\'') => open = Some(c),
            (Some(quote), _) if quote == c => open = None,
            (None, _) => found.push(c),
            _ => {}
        }
    }
    found
}

/// What a parser says, in one line.
pub(super) fn one_line(message: &str) -> String {
    message.lines().map(str::trim).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kind and the corrected line of the first mistake in `text`.
    fn check(text: &str, kind: &str, fix: &str) {
        let (_, errors) = DeTable::parse_recoverable(text);
        let error = errors.first().unwrap();
        let at = error.span().unwrap().start;
        let Fault::TomlSyntax { kind: found, fix: line, .. } = mistake(text, at, error.message()) else {
            panic!("{text}");
        };
        assert_eq!((found.as_str(), line.as_str()), (kind, fix), "{text}: {}", error.message());
    }

    #[test]
    fn what_people_write_is_put_right() {
        check("[scores]\n\"1.1\" = 4,5\n", "decimal", "\"1.1\" = \"4,5\"");
        check("1.1 = 4,5 # ny\n", "decimal", "\"1.1\" = \"4,5\" # ny");
        check("\"1.1\" = 50 %\n", "decimal", "\"1.1\" = \"50\"");
        check("code = 0180\n", "decimal", "code = \"0180\"");
        check("name = “Lund”\n", "curly", "name = \"Lund\"");
        check("name = ”Lund”\n", "curly", "name = \"Lund\"");
        check("name = Lund\n", "text", "name = \"Lund\"");
        check("month = mars\n", "month", "month = 3");
        check("name = Lund\"\n", "text", "name = \"Lund\"");
        check("name = \"Lund\nyear = 2\n", "quote", "name = \"Lund\"");
        check("name = 'Lund\n", "quote", "name = \"Lund\"");
        check("name = \n", "no-value", "");
        check("name \"Lund\"\n", "no-equals", "name = \"Lund\"");
        check("name: \"Lund\"\n", "colon", "name = \"Lund\"");
        check("hej\n", "no-equals", "");
        check("a = [\"x\" \"y\"]\n", "comma", "a = [\"x\", \"y\"]");
        check("a = [\"x\"\n \"y\"]\n", "comma", "");
        check("a = { x = 1\n", "brace", "a = { x = 1 }");
        check("[scores\na = 1\n", "header", "[scores]");
        check("[[examples]\na = 1\n", "header", "[[examples]]");
        check("två ord = 1\n", "key", "\"två ord\" = 1");
        check("a = ja\n", "truth", "a = true");
        check("a = True\n", "truth", "a = true");
        check("a = \"x\",\n", "comma-end", "a = \"x\"");
        check("a = 1;\n", "semicolon", "a = 1");
        check("a = \"x\" b = 2\n", "rest", "");
        check("a = \"C:\\mapp\"\n", "backslash", "a = \"C:/mapp\"");
        check("a = \"sade \"hej\" till\"\n", "inner-quotes", "a = \"sade ”hej” till\"");
        check("// hej\n", "comment", "# hej");
        check("a\u{a0}= 1\n", "space", "a = 1");
        check("\"1.1\" = –\n", "dash", "");
        check("\"1.1 = \"4,5\"\n", "unclosed", "\"1.1\" = \"4,5\"");
        check("a = 2020-13-01\n", "date", "");
        check("sub–areas = \"x\" # –\n", "hyphen", "sub-areas = \"x\" # –");
        check("c\u{43e}de = \"x\"\n", "alphabet", "code = \"x\"");
        check("[header–links]\n", "hyphen", "[header-links]");
        check("year = 2O18\n", "letter", "year = 2018");
        check("total = 4l,5 # ny\n", "letter", "total = \"41,5\" # ny");
        check("total = 461 poäng\n", "unit", "total = 461");
        check("population = 35 347\n", "unit", "population = 35347");
        check("report = \"C:\\Users\\a\\b 1.pdf\"\n", "own-path", "report = \"b 1.pdf\"");
        check("a = \"x", "cut", "a = \"x\"");
        check("a = 1\nb", "cut", "");
        check("year 2019", "no-equals", "year = 2019");
        check("<<<<<<< HEAD\n", "conflict", "");
    }
}
