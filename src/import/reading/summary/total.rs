//! The total that a report states. Of the numbers of points in its summary, one
//! is what this municipality has reached in all areas in this evaluation.
//!
//! Others are the mean of other municipalities, the total of the last evaluation,
//! the maximum, and single areas. The words between the number before and the end
//! of the clause tell which; `words.toml` lists them.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::import::line::document::Passage;
use crate::import::line::markup::without_tags;
use crate::import::line::score::Maxima;
use crate::import::vocabulary::token::tokens;
use crate::import::vocabulary::words::words;
use crate::language::{comparable, parse_points};

/// A number of points and what it can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The number.
    pub points: Passage,
    /// The words that tell of it.
    pub clause: Passage,
    /// How sure it is that it is the total.
    pub certainty: Certainty,
}

/// How sure it is that a number is the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It is said to be something else.
    Other,
    /// Nothing is said of it.
    Possible,
    /// The municipality is said to have reached it.
    Likely,
    /// It is called the total.
    Certain,
}

/// A total is at least this; smaller numbers count something else.
const MIN_TOTAL: u16 = 50;

/// A word and where it stands.
struct Word {
    text: String,
    range: Range<usize>,
    /// Whether a clause ends behind it.
    is_last: bool,
}

/// Every number of points that `sentence` speaks of.
pub(crate) fn mentions(sentence: &Passage, maxima: &Maxima) -> Vec<Mention> {
    let all = split(&sentence.text);
    let mut mentions: Vec<Mention> = Vec::new();
    let mut from = 0;
    for at in 0..all.len() {
        let Some(range) = points(&all, at, maxima) else { continue };
        let reader = Reader { all: &all, from, at, maxima };
        from = at + 1;
        let Some(mut certainty) = reader.certainty() else { continue };
        // In "476 and 436 points" both numbers are of the same kind.
        if reader.goes_on() && mentions.last().is_some_and(|it| it.certainty == Certainty::Other) {
            certainty = Certainty::Other;
        }
        let clause = sentence.slice(reader.range());
        mentions.push(Mention { points: sentence.slice(range), clause, certainty });
    }
    mentions
}

/// The longest line that states the total, in bytes. Those in real reports have
/// 30.
pub(crate) const MAX_LINE: usize = 80;

/// The total in a line that does nothing but state it: `Norrby kommun 2018 -
/// 461p`.
pub(crate) fn line(line: &Passage, maxima: &Maxima) -> Option<Passage> {
    let is_total = line.text.len() <= MAX_LINE
        && line.text.starts_with(char::is_uppercase)
        && ["poäng", "p"].iter().any(|unit| line.text.ends_with(unit));
    if !is_total {
        return None;
    }
    mentions(line, maxima).pop().filter(|it| it.certainty > Certainty::Other).map(|it| it.points)
}

/// The row of a table that holds the total: `Totalt`, `487`, `800`, `61%`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TotalRow {
    /// The total.
    pub points: Passage,
    /// What stands before it, the maximum, and the percentage if it follows from
    /// the two.
    pub rest: Vec<Passage>,
}

/// The total in `row`, a whole line. Only the maximum of all areas tells it from
/// other rows with that name.
pub(crate) fn row(row: &Passage, maxima: &Maxima) -> Option<TotalRow> {
    let all = split(&without_tags(&row.text));
    let at = all.iter().position(|word| parse_points(&word.text).is_some())?;
    let (label, rest) = all.split_at_checked(at)?;
    let is_figure = |word: &&Word| !words().columns.units.contains(&word.text);
    let figures: Vec<_> = rest.iter().filter(is_figure).collect();
    let (points, maximum, percent) = match figures.as_slice() {
        [points, maximum] => (points, maximum, None),
        [points, maximum, percent] => (points, maximum, Some(percent)),
        _ => return None,
    };
    let is_total = label.first().is_some_and(|it| begins_any(&it.text, &words().total.signs));
    if !is_total || !maxima.is_of_total(&maximum.text) {
        return None;
    }
    let range = self::points(&all, at, maxima)?;
    let percent = percent.filter(|it| is_share(&points.text, &maximum.text, it.text.trim_end_matches('%')));
    let rest = label.iter().chain([*maximum]).chain(percent.copied());
    Some(TotalRow { points: row.slice(range), rest: rest.map(|it| row.slice(it.range.clone())).collect() })
}

/// Whether `percent` is how much `points` are of `maximum`.
fn is_share(points: &str, maximum: &str, percent: &str) -> bool {
    let share = || parse_points(points)?.checked_div(parse_points(maximum)?);
    let computed = share().map(|it| it * Decimal::ONE_HUNDRED);
    let printed = parse_points(percent);
    computed.zip(printed).is_some_and(|(computed, printed)| (computed - printed).abs() < Decimal::ONE)
}

/// The number, if word `at` is one that a total can be.
fn points(all: &[Word], at: usize, maxima: &Maxima) -> Option<Range<usize>> {
    let word = all.get(at)?;
    let digits = word.text.trim_end_matches('p');
    let is_total = parse_points(digits)
        .is_some_and(|points| points >= MIN_TOTAL.into() && points <= maxima.most_of_total().into());
    is_total.then(|| word.range.start..word.range.start + digits.len())
}

/// The words around number `at`; `from` is the first behind the number before.
struct Reader<'a> {
    all: &'a [Word],
    from: usize,
    at: usize,
    maxima: &'a Maxima,
}

impl Reader<'_> {
    /// What the number is; nothing if it counts no points.
    fn certainty(&self) -> Option<Certainty> {
        let total = &words().total;
        let (before, after) = (self.before(), self.after());
        let says = |signs: &[String]| before.iter().chain(after).any(|word| begins_any(&word.text, signs));
        let is_named = says(&total.signs);
        let counts_points =
            self.has_unit() || (is_named && before.iter().any(|it| it.text.contains("poäng")));
        if !(counts_points || is_named && self.is_of_maximum()) {
            return None;
        }
        let is_difference = after.iter().take(2).any(|word| begins_any(&word.text, &total.differences));
        Some(match () {
            () if self.is_maximum() || is_difference || says(&total.others) => Certainty::Other,
            () if is_named => Certainty::Certain,
            () if says(&total.reached) => Certainty::Likely,
            () => Certainty::Possible,
        })
    }

    fn word(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |word| &word.text)
    }

    fn before(&self) -> &[Word] {
        self.all.get(self.from..self.at).unwrap_or_default()
    }

    /// The rest of the clause.
    fn after(&self) -> &[Word] {
        if self.all.get(self.at).is_none_or(|word| word.is_last) {
            return &[];
        }
        let rest = self.all.get(self.at + 1..).unwrap_or_default();
        let joins = |word: &Word| words().total.joining.contains(&word.text);
        let end = rest.iter().position(joins).unwrap_or(rest.len());
        let mark = rest.iter().position(|word| word.is_last).map_or(rest.len(), |at| at + 1);
        let next = rest.iter().position(|word| parse_points(&word.text).is_some()).unwrap_or(rest.len());
        rest.get(..end.min(mark).min(next)).unwrap_or_default()
    }

    fn has_unit(&self) -> bool {
        self.word(self.at).ends_with('p')
            || ["poäng", "p"].contains(&self.word(self.at + 1))
            || self.is_of_maximum()
    }

    /// Whether the maximum of all areas follows: `398 av 800`.
    fn is_of_maximum(&self) -> bool {
        let mut next = (2..5).map(|count| self.word(self.at + count));
        ["av", "/"].contains(&self.word(self.at + 1)) && next.any(|word| self.maxima.is_of_total(word))
    }

    /// Whether the number is a maximum itself: `av totalt 800`, `max 800`.
    fn is_maximum(&self) -> bool {
        let last = self.before().iter().rev().take(3);
        last.into_iter().any(|word| word.text == "av" || word.text.starts_with("max"))
    }

    fn goes_on(&self) -> bool {
        self.before().iter().all(|word| words().total.joining.contains(&word.text) || word.text == "poäng")
    }

    fn range(&self) -> Range<usize> {
        let words = self.all.get(self.from..=self.at).unwrap_or_default();
        let start = words.first().map_or(0, |word| word.range.start);
        let end = self.after().last().or(words.last()).map_or(start, |word| word.range.end);
        start..end
    }
}

fn begins_any(word: &str, signs: &[String]) -> bool {
    signs.iter().any(|sign| word.starts_with(sign.as_str()))
}

/// The words of a text without the marks around them.
fn split(text: &str) -> Vec<Word> {
    let is_leading = |c| matches!(c, '(' | '[' | '”' | '"' | '–' | '-');
    let is_trailing = |c| matches!(c, ')' | ']' | ',' | '.' | ';' | ':' | '!' | '?' | '”' | '"');
    let words = tokens(text, |c| matches!(c, ' ' | '\t')).map(|token| {
        let is_last = token.text.ends_with([',', ';', ')']);
        let bare = token.trimmed(is_leading, is_trailing);
        Word { text: comparable(bare.text), range: bare.range, is_last }
    });
    words.filter(|word| !word.range.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::line::document::Document;

    fn read(text: &str) -> Vec<(String, Certainty)> {
        let sentence = Document::of_lines([text]).whole(0);
        mentions(&sentence, &Maxima::alike(8, 100))
            .into_iter()
            .map(|it| (it.points.text, it.certainty))
            .collect()
    }

    #[test]
    fn a_total_is_told_in_many_ways() {
        for (text, expected) in [
            ("Norrby får totalt 595 poäng av 800.", "595"),
            ("Totalt fick Norrby kommun 398 poäng av 800 möjliga.", "398"),
            ("Kommunens totalpoäng blev 398.", "398"),
            ("Totalpoäng: 398", "398"),
            ("Totalt: 398 av 800", "398"),
            ("Sammanlagt nådde kommunen 398p.", "398"),
            ("Den sammanlagda poängen är 455,5.", "455,5"),
            ("Totalpoängen uppgår till femhundraåttioen (581) poäng.", "581"),
            ("Total poängsumma 398 (max 800).", "398"),
            ("Summa 398 poäng", "398"),
        ] {
            let certain: Vec<_> = read(text).into_iter().filter(|it| it.1 == Certainty::Certain).collect();
            assert_eq!(certain, [(expected.to_owned(), Certainty::Certain)], "{text}");
        }
    }

    #[test]
    fn a_line_of_its_own_states_the_total() {
        let check = |text: &str, expected: Option<&str>| {
            let found = line(&Document::of_lines([text]).whole(0), &Maxima::alike(8, 100)).map(|it| it.text);
            assert_eq!(found.as_deref(), expected, "{text}");
        };
        check("Norrby kommun 2018 - 461p", Some("461"));
        check("Norrby kommun 2018: 461,5 poäng", Some("461,5"));
        check("Norrby får totalt 595 poäng av 800.", None);
        check("Medelvärde alla kommuner: 476 p", None);
    }

    #[test]
    fn a_row_of_a_table_holds_the_total() {
        let check = |text: &str, expected: Option<(&str, &[&str])>| {
            let line = Document::of_lines([text]).whole(0);
            let rest = |it: &TotalRow| it.rest.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
            let found = row(&line, &Maxima::alike(8, 100)).map(|it| (it.points.text.clone(), rest(&it)));
            let expected = expected.map(|(points, rest)| {
                (points.to_owned(), rest.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>())
            });
            assert_eq!(found, expected, "{text}");
        };
        check("Totalt\t487\t800\t61%", Some(("487", &["Totalt", "800", "61%"])));
        check("Totalsumma:\t<p>487,5</p>\t800 p", Some(("487,5", &["Totalsumma", "800"])));
        check("Totalt\t487\t800\t71%", Some(("487", &["Totalt", "800"])));
        check("Totalt\t487\t476\t436", None);
        check("Totalt\t67\t100\t67%", None);
        check("Medelvärde\t487\t800", None);
        check("Totalt\t487\t800\t61%\t476", None);
        check("Totalt\t900\t800", None);
    }

    #[test]
    fn points_of_others_are_not_the_total() {
        use Certainty::{Certain, Likely, Other, Possible};
        let check = |text: &str, expected: &[(&str, Certainty)]| {
            let expected: Vec<_> = expected.iter().map(|(points, it)| ((*points).to_owned(), *it)).collect();
            assert_eq!(read(text), expected, "{text}");
        };
        check("Medelvärdet är totalt 476 poäng.", &[("476", Other)]);
        check("Vi brukar få 80-100 poäng till med åren.", &[]);
        check("Kommunen når 487 poäng, vilket är högre än genomsnittet.", &[("487", Likely)]);
        check("Resultatet blev 398 poäng av maximala 800.", &[("398", Likely)]);
        check(
            "Norrby kommun uppnådde 398,0 poäng av totalt 800 poäng.",
            &[("398,0", Certain), ("800", Other)],
        );
        check(
            "Det sammanlagda resultatet, 398 poäng, är lägre än medelvärdet 476 poäng.",
            &[("398", Certain), ("476", Other)],
        );
        check(
            "Vid förra utvärderingen fick kommunen 350 poäng, nu 398 poäng.",
            &[("350", Other), ("398", Likely)],
        );
        check("Två medelvärden visas (210 poäng och 190 poäng).", &[("210", Other), ("190", Other)]);
        check("Det är 60 poäng fler än sist.", &[("60", Other)]);
        check("På området ledarskap får kommunen 67 poäng.", &[("67", Other)]);
        check("Norrby 398 poäng", &[("398", Possible)]);
        check("Totalt har 60 av 80 personer svarat.", &[]);
        check("Totalt intervjuades 60 personer.", &[]);
        check("", &[]);
    }

    #[test]
    fn a_total_is_one_of_an_edition_with_other_maxima() {
        let maxima = Maxima::alike(9, 120);
        let row = |text| row(&Document::of_lines([text]).whole(0), &maxima).map(|it| it.points.text);
        assert_eq!(row("Totalt\t905\t1080\t84%").as_deref(), Some("905"));
        assert_eq!(row("Totalt\t487\t800\t61%"), None);
    }
}
