//! Rules that every Markdown text keeps, and the links it holds.

use std::ops::Range;

use super::html;
use crate::diagnostic::{Diagnostic, Fault};
use crate::load::Text;
use crate::markdown::{self, Block, Found, Outline, Part, Prose};
use crate::route::Route;
use crate::source::Span;

/// A link of a text, to be checked once all pages are known.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// Its target as written.
    pub target: String,
    /// Where it stands.
    pub span: Span,
    /// The page that links beginning with `#` are about.
    pub page: Route,
}

/// A text that is being checked.
pub(super) struct Reading<'a> {
    text: &'a Text,
    prose: Prose,
    /// What it consists of.
    pub outline: Outline,
}

impl<'a> Reading<'a> {
    /// Reads `text` and objects to raw HTML, to images, to what is code or not shown at all
    /// without anybody meaning it, and to lines that look like headings but are not.
    pub(super) fn new(text: &'a Text, faults: &mut Vec<Diagnostic>) -> Self {
        let (prose, outline) = markdown::read(&text.text);
        let reading = Self { text, prose, outline };
        let raw_html = html::faults(&text.text, &reading.outline.raw_html).into_iter();
        let raw_html = raw_html.map(|(fault, range)| reading.fault(fault, &range));
        let images = reading.outline.images.iter();
        let images = images.map(|it| reading.fault(Fault::Image { target: it.what.clone() }, &it.range));
        let indented = reading.outline.indented.iter();
        let indented = indented.map(|range| reading.fault(Fault::IndentedCode {}, range));
        let lost = reading.outline.lost_cells.iter();
        let lost = lost.map(|it| reading.fault(Fault::TableRow { lost: it.what.clone() }, &it.range));
        faults.extend(raw_html.chain(images).chain(indented).chain(lost));
        reading.swallowed_headings(faults);
        reading.pasted(faults);
        reading
    }

    /// Objects to what paragraphs bring along that are pasted from other programs: tabs of
    /// spreadsheets, and words that the lines of a PDF have parted.
    fn pasted(&self, faults: &mut Vec<Diagnostic>) {
        for block in &self.outline.blocks {
            let Block::Other(range) = block else { continue };
            let text = self.slice(range.clone());
            let is_indented = self.outline.indented.binary_search_by_key(&range.start, |it| it.start).is_ok();
            if text.starts_with("```") || text.starts_with("~~~") || is_indented {
                continue;
            }
            if let Some(fix) = tabbed_table(text) {
                faults.push(self.fault(Fault::TabbedTable { fix }, range));
            }
            let parted = parted_words(text).map(|(at, found, fix)| {
                let start = range.start + at;
                let place = start..start + found.len();
                self.fault(
                    Fault::PartedWord { found: found.split_whitespace().collect::<Vec<_>>().join(" "), fix },
                    &place,
                )
            });
            faults.extend(parted);
        }
    }

    /// A fault at `range` of this text.
    pub(super) fn fault(&self, fault: Fault, range: &Range<usize>) -> Diagnostic {
        let trimmed = self.slice(range.clone()).trim_end().len();
        Diagnostic::new(fault, Span::new(self.text.source, range.start..range.start + trimmed))
    }

    /// The text at `range`.
    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.text.get(range).unwrap_or_default()
    }

    /// The prose of a part of the text.
    pub(super) fn prose(&self, part: &Part) -> Prose {
        self.prose.part(part)
    }

    /// The links of the text, which is shown on `page`.
    pub(super) fn links(&self, page: &Route) -> impl Iterator<Item = Link> {
        let link = |found: &Found| Link {
            target: found.what.clone(),
            span: Span::new(self.text.source, found.range.clone()),
            page: page.clone(),
        };
        self.outline.links.iter().map(link)
    }

    /// Objects to lines that begin like a heading but are not: `##Styrkor`, or a
    /// no-break space after the `#`, which some keyboards make easy to type.
    fn swallowed_headings(&self, faults: &mut Vec<Diagnostic>) {
        for block in &self.outline.blocks {
            let Block::Other(range) = block else { continue };
            let text = self.slice(range.clone());
            if text.starts_with("```") || text.starts_with("~~~") {
                continue;
            }
            let mut start = range.start;
            for line in text.split_inclusive('\n') {
                if line.starts_with('#') {
                    let fault = Fault::HeadingSpace { found: line.trim_end().to_owned() };
                    faults.push(self.fault(fault, &(start..start + line.len())));
                }
                start += line.len();
            }
        }
    }

    /// Headings go down one level at a time, and there is one title (F1);
    /// `top` is the level the first heading has.
    pub(super) fn heading_levels(&self, top: u8, faults: &mut Vec<Diagnostic>) {
        let mut deepest = top - 1;
        let mut is_first = true;
        for block in &self.outline.blocks {
            let Block::Heading(heading) = block else { continue };
            let lowest = if is_first { top } else { 2.max(top) };
            if heading.level < lowest || heading.level > deepest + 1 {
                let expected = if heading.level < lowest { lowest } else { deepest + 1 };
                let fault = Fault::HeadingLevel {
                    found: heading.level.to_string(),
                    expected: expected.to_string(),
                    form: if top > 1 && is_note(&heading.text) { "note" } else { "heading" }.to_owned(),
                };
                faults.push(self.fault(fault, &heading.part.range));
            }
            deepest = heading.level.max(lowest);
            is_first = false;
        }
    }
}

/// Whether a heading reads like a note to oneself or a colleague, as `# granska: …` of a record.
fn is_note(heading: &str) -> bool {
    let first = heading.split_once(':').map(|(first, _)| first.trim().to_lowercase());
    first.is_some_and(|it| ["granska", "kolla", "fråga", "obs", "todo", "kommentar"].contains(&&*it))
}

/// The first row of `text` as Markdown has tables, if several of its lines have tabs between cells.
fn tabbed_table(text: &str) -> Option<String> {
    let is_row = |line: &&str| line.trim().contains('\t');
    memchr::memchr(b'\t', text.as_bytes())?;
    let first = text.lines().find(is_row).filter(|_| text.lines().filter(is_row).count() > 1)?;
    let cells: Vec<_> = first.trim().split('\t').map(str::trim).collect();
    Some(format!("| {} |", cells.join(" | ")))
}

/// What may follow a hyphen at the end of a word that shares its ending with another:
/// `hand- och fotvård`, `såväl förvaltnings- som enhetsnivå`.
const BETWEEN: [&str; 9] = ["och", "eller", "samt", "respektive", "resp", "såväl", "som", "men", "till"];

/// Words of `text` that have a hyphen and then a space or the end of a line within them: where, as
/// written, and whole.
fn parted_words(text: &str) -> impl Iterator<Item = (usize, &str, String)> {
    memchr::memchr_iter(b'-', text.as_bytes()).filter_map(|at| {
        let (before, after) = (text.get(..at)?, text.get(at + 1..)?.strip_prefix([' ', '\n'])?);
        let first = before.rsplit(|c: char| !c.is_alphabetic()).next()?;
        let second = after.split(|c: char| !c.is_alphabetic()).next()?;
        let is_word = |part: &str| part.chars().count() > 1;
        // `kultur- fritids- och idrottsfrågor`
        let is_listed = after.get(second.len()..)?.starts_with('-');
        let is_parted = is_word(first) && is_word(second) && second.starts_with(char::is_lowercase);
        (is_parted && !is_listed && !BETWEEN.contains(&second)).then_some(())?;
        let start = at - first.len();
        let found = text.get(start..at + "- ".len() + second.len())?;
        Some((start, found, format!("{first}{second}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_parted_by_lines_are_found_whole() {
        let found = |text: &str| parted_words(text).map(|(_, _, fix)| fix).collect::<Vec<_>>();
        assert_eq!(
            found("Det finns hand- lingsplaner och äld-\nreboenden."),
            ["handlingsplaner", "äldreboenden"]
        );
        for text in [
            "hand- och fotvård",
            "in- respektive utflyttning",
            "2016- talet",
            "e- post",
            "Ja - nej",
            "- punkt",
            "Malung- Sälen",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn rows_of_a_spreadsheet_become_rows_of_a_table() {
        assert_eq!(tabbed_table("Utgåva\tTotal\n2016\t517\n").as_deref(), Some("| Utgåva | Total |"));
        assert_eq!(tabbed_table("ett\tindrag i en mening\noch nästa rad"), None);
        assert_eq!(tabbed_table("\tindraget\n\toch mer"), None);
    }
}
