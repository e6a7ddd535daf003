//! What belongs together stays on one line (L1).

use super::date::is_month;

/// A space at which no line ends.
const KEPT: char = '\u{a0}';

/// `text` with no-break spaces in dates (`8 december 2020`, `mars 2023`), in what a year
/// owns (`2020 års utgåva`) and before the numbers of pages (`s. 8–12`).
pub fn keep_together(text: String) -> String {
    // Most texts have no figure, and stay what they are.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return text;
    }
    let mut words = text.split(' ');
    let mut kept = String::with_capacity(text.len() + 8);
    let (mut before, mut word) = ("", words.next().unwrap_or_default());
    kept.push_str(word);
    for next in words {
        kept.push(if belong(before, word, next) { KEPT } else { ' ' });
        kept.push_str(next);
        (before, word) = (word, next);
    }
    kept
}

/// Whether no line ends between `word`, which follows `before`, and `next`.
fn belong(before: &str, word: &str, next: &str) -> bool {
    let begins_with_figure = next.starts_with(|c: char| c.is_ascii_digit());
    let is_date =
        ends_with_figure(word) && is_month(bare(next)) || is_month(bare(word)) && begins_with_figure;
    let is_owned = ends_with_figure(word) && next == "års" || ends_with_figure(before) && word == "års";
    is_date || is_owned || bare(word) == "s." && begins_with_figure
}

fn ends_with_figure(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_digit())
}

/// A word without the brackets and marks around it, which leaves the point of `s.`.
fn bare(word: &str) -> &str {
    word.trim_start_matches(['(', '”']).trim_end_matches([')', '”', ',', ';', ':'])
}

#[cfg(test)]
mod tests {
    use super::keep_together;

    #[test]
    fn no_line_ends_within_dates_editions_and_pages() {
        let shown = |text: &str| keep_together(text.to_owned()).replace('\u{a0}', "_");
        assert_eq!(shown("den 8 december 2020, s. 8–12 (s. 3)"), "den 8_december_2020, s._8–12 (s._3)");
        assert_eq!(shown("från mars 2023 (2020 års utgåva)."), "från mars_2023 (2020_års_utgåva).");
        assert_eq!(shown("mars. 2023 poäng, i mars 5:e"), "mars. 2023 poäng, i mars_5:e");
        assert_eq!(shown("för tio års sedan 2 kommuner s. a"), "för tio års sedan 2 kommuner s. a");
        assert_eq!(shown(""), "");
        assert_eq!(shown("utan siffror s. x"), "utan siffror s. x");
    }
}
