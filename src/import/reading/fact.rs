//! Short facts on the municipality: rows of label and value.

use super::chapter::Chapter;
use super::prose::Text;
use crate::import::line::document::{Document, Passage};
use crate::import::line::markup::{cells, plain};
use crate::import::line::part::Part;

/// How long the label before a colon may be, in bytes; behind that the colon is
/// one of a sentence.
const MAX_LABEL: usize = 80;

/// Label and value of every fact, in the order of the report.
pub(super) fn facts(text: &Text<'_>, chapters: &[Chapter]) -> Vec<(Passage, Passage)> {
    let chapters = chapters.iter().filter(|chapter| chapter.part == Part::Facts);
    chapters.flat_map(|chapter| text.lines(chapter)).filter_map(|index| fact(text.document, index)).collect()
}

/// Label and value on line `index`, with a tab or colon in between. Further
/// cells belong to the value.
fn fact(document: &Document, index: usize) -> Option<(Passage, Passage)> {
    let text = document.text(index);
    let colon = text.find(": ").filter(|at| *at < MAX_LABEL);
    let cut = text.find('\t').or(colon.map(|at| at + 1))?;
    let label = plain(document, index, 0..cut);
    let cells = cells(text).into_iter().skip_while(|cell| cell.end <= cut);
    let values = cells.map(|cell| plain(document, index, cell.start.max(cut)..cell.end));
    let value = Passage::joined(values.filter(|value| !value.text.is_empty()), " ")?;
    if label.text.is_empty() { None } else { Some((label, value)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_a_label_and_its_value() {
        let check = |line: &str, expected: Option<(&str, &str)>| {
            let document = Document::of_lines([line]);
            let found = fact(&document, 0);
            let found = found.as_ref().map(|(label, value)| (label.text.as_str(), value.text.as_str()));
            assert_eq!(found, expected, "{line}");
        };
        check("Invånare\t9 000", Some(("Invånare", "9 000")));
        check("Invånare\t\t9 000\t2018", Some(("Invånare", "9 000 2018")));
        check("Styre: Torgpartiet", Some(("Styre:", "Torgpartiet")));
        check("\t9 000", None);
        check("Invånare\t", None);
        check("Norrby har ett torg.", None);
        check(&format!("{}: nej", "ord ".repeat(MAX_LABEL / 4)), None);
    }
}
