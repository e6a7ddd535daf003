//! Text as Markdown that shows just that text.

/// `text`, a line without markup, written so that Markdown shows it as it is.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let rest = opening(text, &mut escaped);
    let mut before = None;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let after = letters.peek().map(|(_, next)| *next);
        let is_markup = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' | '{' | '}' | '|' => true,
            // Within a word it is a letter like others.
            '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
            '&' => is_entity(rest.get(at + 1..).unwrap_or_default()),
            // A row of them closes a heading.
            '#' => before.is_none_or(char::is_whitespace),
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(letter);
        before = Some(letter);
    }
    escaped
}

/// Writes what would open a block at the start of a line so that it does not,
/// and gives the rest.
fn opening<'t>(text: &'t str, escaped: &mut String) -> &'t str {
    if text.starts_with(['-', '+', '=', '>', '#', '~', ':']) {
        escaped.push('\\');
        let Some(first) = text.chars().next() else { return text };
        escaped.push(first);
        return text.get(first.len_utf8()..).unwrap_or_default();
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    if (1..=9).contains(&digits) && rest.starts_with(['.', ')']) {
        escaped.push_str(text.get(..digits).unwrap_or_default());
        escaped.push('\\');
        escaped.push_str(rest.get(..1).unwrap_or_default());
        return rest.get(1..).unwrap_or_default();
    }
    text
}

/// Whether what follows an ampersand makes it the beginning of an entity.
fn is_entity(text: &str) -> bool {
    text.find(';').is_some_and(|end| {
        let name = text.get(..end).unwrap_or_default();
        (1..=32).contains(&end) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Block, Rendering, read};

    /// What a reader of the HTML sees.
    fn shown(markdown: &str) -> String {
        let link = |target: &str| target.to_owned();
        let highlight = |_: &str, _: &str| None;
        let (prose, _) = read(&markdown.into());
        let html =
            Rendering { shift: 0, heading_ids: false, link: &link, highlight: &highlight, emphasised: None }
                .html(&prose);
        let inner = html.trim().strip_prefix("<p>").and_then(|it| it.strip_suffix("</p>"));
        let inner = inner.unwrap_or_else(|| panic!("{markdown:?} gives {html:?}"));
        assert!(!inner.contains('<'), "{markdown:?} gives {html:?}");
        inner.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    }

    const PIECES: [&str; 40] = [
        "#",
        "##",
        "-",
        "+",
        "*",
        "_",
        "=",
        "~",
        "~~~",
        ">",
        "<",
        "<b>",
        "</p>",
        "[",
        "]",
        "(",
        ")",
        "!",
        "{#id}",
        "|",
        "`",
        "```",
        "\\",
        "&amp;",
        "&",
        ";",
        ":",
        "1.",
        "2)",
        "http://x.y",
        "a",
        "å",
        "Ord",
        "slut.",
        "\"",
        "”",
        "---",
        "===",
        "***",
        "0",
    ];

    #[test]
    fn whatever_is_written_is_shown() {
        for first in PIECES {
            for second in PIECES {
                for glue in ["", " "] {
                    let text = format!("{first}{glue}{second}{glue}x{glue}{first}");
                    let escaped = escape(&text);
                    assert_eq!(shown(&escaped), text, "{escaped:?}");
                    let (_, outline) = read(&escaped.as_str().into());
                    assert!(
                        outline.links.is_empty() && outline.raw_html.is_empty() && outline.images.is_empty()
                    );
                    let (_, heading) = read(&format!("## 1.1 {escaped}\n").into());
                    let Some(Block::Heading(heading)) = heading.blocks.first() else { panic!("{escaped:?}") };
                    assert_eq!(heading.text, format!("1.1 {text}"));
                }
            }
        }
    }
}
