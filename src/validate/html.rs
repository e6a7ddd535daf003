//! HTML in texts, which is shown as it is written (W3): what to write instead.

use std::ops::Range;

use super::field::joined;
use crate::diagnostic::Fault;
use crate::markdown::Found;

/// Tags of letters that stand out, with what Markdown writes around them.
const BOLD: (&[&str], &str) = (&["b", "strong"], "**");
const ITALIC: (&[&str], &str) = (&["i", "em"], "*");
const BREAK: &str = "br";

/// One fault for each paragraph of `text` with HTML in it, and where that stands.
pub(super) fn faults(text: &str, found: &[Found]) -> Vec<(Fault, Range<usize>)> {
    let fault = |range: Range<usize>| (fault(text.get(range.clone()).unwrap_or_default()), range);
    paragraphs(text, found).into_iter().map(fault).collect()
}

/// From the first to the last tag of each paragraph.
fn paragraphs(text: &str, found: &[Found]) -> Vec<Range<usize>> {
    let mut ranges = Vec::<Range<usize>>::new();
    for it in found {
        match ranges.last_mut() {
            Some(last) if is_paragraph(text.get(last.end..it.range.start).unwrap_or_default()) => {
                last.end = it.range.end;
            }
            _ => ranges.push(it.range.clone()),
        }
    }
    ranges
}

/// Whether what stands on both sides of `between` is of one paragraph.
fn is_paragraph(between: &str) -> bool {
    !["\n\n", "\n- ", "\n* ", "\n#"].iter().any(|end| between.contains(end))
}

fn fault(html: &str) -> Fault {
    let tags = tags(html);
    let has = |names: &[&str]| tags.iter().any(|tag| names.contains(&tag.as_str()));
    let marked = |(names, mark): (&[&str], &str)| {
        if has(names) { marked(html, names, mark) } else { "none".to_owned() }
    };
    let known = [BOLD.0, ITALIC.0, &[BREAK]].concat();
    let others: Vec<_> = tags.iter().filter(|tag| !known.contains(&tag.as_str())).collect();
    let others = if others.is_empty() {
        "none".to_owned()
    } else {
        joined(others.iter().map(|tag| format!("<{tag}>")))
    };
    let breaks = if has(&[BREAK]) { "some" } else { "none" };
    Fault::RawHtml { bold: marked(BOLD), italic: marked(ITALIC), breaks: breaks.to_owned(), others }
}

/// The names of the tags in `html`, each once, in order.
fn tags(html: &str) -> Vec<String> {
    let mut tags = Vec::new();
    for rest in html.split('<').skip(1) {
        let rest = rest.trim_start_matches('/');
        let end = rest.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let name = rest.get(..end).unwrap_or_default().to_ascii_lowercase();
        if !name.is_empty() && !tags.contains(&name) {
            tags.push(name);
        }
    }
    tags
}

/// The first words of `html` within a tag of `names`, between `mark`s instead.
fn marked(html: &str, names: &[&str], mark: &str) -> String {
    let lower = html.to_ascii_lowercase();
    let words = names.iter().find_map(|name| {
        let (open, close) = (format!("<{name}>"), format!("</{name}>"));
        let start = lower.find(&open)? + open.len();
        let length = lower.get(start..)?.find(&close)?;
        html.get(start..start + length).map(str::trim).filter(|it| !it.is_empty() && !it.contains('<'))
    });
    format!("{mark}{}{mark}", words.unwrap_or("text"))
}
