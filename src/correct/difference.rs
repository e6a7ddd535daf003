//! What differs between two texts, line by line, for people to read.

/// A line that only one of two texts has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'t> {
    /// Its number in that text, from 1.
    pub number: usize,
    /// Whether it is the new text's.
    pub is_new: bool,
    /// What it says.
    pub text: &'t str,
}

/// How many lines may be different in one place before the texts are taken to have nothing more in
/// common. A correction changes two at a time.
const MAX_APART: usize = 12;

/// The lines that `new` has otherwise than `old`, in order. Where many lines in a row differ, the
/// answer is right, though not the shortest; it never takes longer than to read both.
pub fn difference<'t>(old: &'t str, new: &'t str) -> Vec<Line<'t>> {
    let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    let (mut at, mut to) = (0, 0);
    let mut lines = Vec::new();
    while at < old.len() || to < new.len() {
        if at < old.len() && to < new.len() && old.get(at) == new.get(to) {
            (at, to) = (at + 1, to + 1);
            continue;
        }
        let (gone, come) = apart(old.get(at..).unwrap_or_default(), new.get(to..).unwrap_or_default());
        let of = |texts: &[&'t str], start: usize, count: usize, is_new: bool| {
            let texts = texts.iter().enumerate().skip(start).take(count);
            texts.map(|(at, text)| Line { number: at + 1, is_new, text }).collect::<Vec<_>>()
        };
        lines.extend(of(&old, at, gone, false));
        lines.extend(of(&new, to, come, true));
        (at, to) = (at + gone, to + come);
    }
    lines
}

/// How many lines of each differ before both go on alike.
fn apart(old: &[&str], new: &[&str]) -> (usize, usize) {
    for both in 1..=MAX_APART {
        for gone in 0..=both {
            let come = both - gone;
            if gone > old.len() || come > new.len() {
                continue;
            }
            if old.get(gone) == new.get(come) {
                return (gone, come);
            }
        }
    }
    (old.len(), new.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(old: &str, new: &str, expected: &[&str]) {
        let lines = difference(old, new);
        let lines: Vec<_> = lines
            .iter()
            .map(|it| format!("{}{}{}", it.number, if it.is_new { "+" } else { "-" }, it.text))
            .collect();
        assert_eq!(lines, expected, "{old:?} {new:?}");
    }

    #[test]
    fn what_differs_is_told_by_lines() {
        check("a\nb\nc\n", "a\nb\nc\n", &[]);
        check("a\nb\nc\n", "a\nx\nc\n", &["2-b", "2+x"]);
        check("a\nb\nc\n", "a\nc\n", &["2-b"]);
        check("a\nc\n", "a\nb\nc\nd\n", &["2+b", "4+d"]);
        check("", "a\n", &["1+a"]);
        check("a\nb\nc\nd\ne\n", "a\nB\nc\nd\nE\n", &["2-b", "2+B", "5-e", "5+E"]);
    }
}
