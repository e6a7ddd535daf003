//! Entries of a list of contents, and numbers that a line begins with or is.

use crate::language::comparable;

/// The longest heading, in bytes. Those of chapters and areas in real reports
/// have 90 at most.
pub(crate) const MAX_HEADING: usize = 200;

/// A line as an entry of a list of contents: a name, and the digits that the
/// line ends in, which may be a page number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry<'t> {
    line: &'t str,
    /// What stands before the digits.
    before: &'t str,
}

/// What parts the name from the page number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leader {
    /// A tab or a row of dots: nothing but an entry has them.
    Drawn,
    /// A blank: a heading or sentence may end so as well.
    Blank,
}

impl<'t> Entry<'t> {
    /// Looks at a line; what it is, the other functions tell.
    pub(crate) fn read(line: &'t str) -> Self {
        Self { line, before: line.trim_end_matches(|c: char| c.is_ascii_digit()) }
    }

    /// What parts the page number, of three digits at most, from the name.
    pub(crate) fn leader(self) -> Option<Leader> {
        let digits = self.line.len() - self.before.len();
        let name = self.before.trim_end();
        match self.before.chars().next_back() {
            _ if !(1..=3).contains(&digits) => None,
            Some('\t') => Some(Leader::Drawn),
            _ if name.ends_with("..") || name.ends_with('…') => Some(Leader::Drawn),
            Some(' ') => Some(Leader::Blank),
            _ => None,
        }
    }

    /// Whether the line is an entry wherever it stands.
    pub(crate) fn is_certain(self) -> bool {
        self.leader() == Some(Leader::Drawn)
    }

    /// Whether the line can be an entry where entries are expected: there any
    /// digits at the end count.
    pub(crate) fn is_possible(self) -> bool {
        let has_digits = self.before.len() < self.line.len();
        self.is_certain() || (has_digits && self.line.len() <= MAX_HEADING)
    }

    /// What stands before the page number.
    pub(crate) fn before(self) -> &'t str {
        self.before
    }

    /// The name, without the page number and what leads to it.
    pub(crate) fn name(self) -> &'t str {
        self.before.trim_end_matches(['.', '…', ' ', '\t'])
    }
}

/// Whether a line is nothing but a page number: `7`, `7 (43)`, `Sida 7 av 43`,
/// `- 7 -`.
pub(crate) fn is_page_number(text: &str) -> bool {
    let text = text.trim_matches(['-', '–', ' ', '|']);
    if text.is_empty() || text.len() > 20 || !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let is_word = |word: &str| matches!(comparable(word).as_str(), "sida" | "sid" | "s." | "av");
    let is_number = |word: &str| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    let words: Vec<_> = text.split([' ', '(', ')', '/']).filter(|word| !word.is_empty()).collect();
    let numbers = words.iter().filter(|word| is_number(word)).count();
    (1..=2).contains(&numbers) && words.iter().all(|word| is_number(word) || is_word(word))
}

/// Whether a line is nothing but rules: `---`, or one under every head of a table.
pub(crate) fn is_rule(text: &str) -> bool {
    let is_line = |cell: &str| cell.chars().count() > 1 && cell.chars().all(|c| RULES.contains(&c));
    let mut cells = text.split(['\t', '|', ' ']).filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(is_line)
}

/// What rules are made of; with colons text editors say how cells are set.
const RULES: [char; 9] = ['-', '‐', '–', '—', '_', '=', '*', '~', ':'];

/// The number of a chapter in front of its title: `5. Hamnens framtid`.
pub(crate) fn chapter_number(text: &str) -> Option<u8> {
    let (number, title) = text.split_once(' ')?;
    if !title.starts_with(|c: char| c.is_uppercase()) {
        return None;
    }
    number.trim_end_matches('.').parse().ok()
}

/// The number that a line is, if it is nothing else.
pub(crate) fn lone_number(text: &str) -> Option<u16> {
    let is_short = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_short { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_told_from_cells_without_a_value() {
        for text in ["---", "--\t---", "| :--- | ---: |", "_____"] {
            assert!(is_rule(text), "{text}");
        }
        for text in ["", "-", "-\t-", "–", "--\tett", "-1", "5.1\t--"] {
            assert!(!is_rule(text), "{text}");
        }
    }

    #[test]
    fn page_numbers_are_told_from_other_lines() {
        for text in ["7", "7 (43)", "Sida 7 av 43", "- 7 -"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["", "2011", "7 %", "Sida", "7 områden", "1.1"] {
            assert!(!is_page_number(text), "{text}");
        }
    }

    #[test]
    fn entries_are_told_by_what_leads_to_the_page() {
        for (text, leader, is_possible, name) in [
            ("Hamnen\t12", Some(Leader::Drawn), true, "Hamnen"),
            ("Hamnen .... 12", Some(Leader::Drawn), true, "Hamnen"),
            ("Hamnen… 12", Some(Leader::Drawn), true, "Hamnen"),
            ("Hamnen 12", Some(Leader::Blank), true, "Hamnen"),
            ("Hamnen 2018", None, true, "Hamnen"),
            ("Hamnen12", None, true, "Hamnen"),
            ("Hamnen", None, false, "Hamnen"),
            ("Hamnen. ", None, false, "Hamnen"),
            ("12", None, true, ""),
        ] {
            let entry = Entry::read(text);
            assert_eq!(
                (entry.leader(), entry.is_possible(), entry.name()),
                (leader, is_possible, name),
                "{text}"
            );
        }
        let long = format!("{} 12", "x".repeat(MAX_HEADING));
        assert!(!Entry::read(&long).is_possible());
    }
}
