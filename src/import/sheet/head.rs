//! The head of a column → what the column holds.

use super::figure::Measure;
use crate::import::line::part::AREAS;
use crate::language::comparable;
use crate::model::{AreaNumber, SubAreaNumber};

/// What a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The whole.
    Total,
    /// An area.
    Area(AreaNumber),
    /// A sub-area.
    SubArea(SubAreaNumber),
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Name of the municipality; its kommunkod is taken, too.
    Name,
    /// Kommunkod.
    Code,
    /// Year of the evaluation.
    Year,
    /// Its month.
    Month,
    /// Both in one.
    Date,
    /// Its edition.
    Edition,
    /// Title of the source.
    Source,
    /// Publisher of the source.
    Publisher,
    /// Web address of the source.
    Address,
    /// Number of an area or sub-area, in a table with a row for each.
    Part,
    /// Figures of what [`Column::Part`] says.
    Measure(Measure),
    /// Figures of one part of every evaluation.
    Value(Key, Measure),
}

/// A head that is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What is below it.
    pub column: Column,
    /// The most points to get, where the head says it: `1.1 (max 20)`.
    pub maximum: Option<String>,
    /// What stands behind the number, in comparable form.
    pub title: Option<String>,
}

/// Heads that are one column's and no other's.
const LABELS: [(Column, &[&str]); 10] = [
    (Column::Name, &["kommun", "kommunnamn", "kommunens namn", "kommuner", "municipality"]),
    (
        Column::Code,
        &["kommunkod", "kommun-kod", "kommun kod", "kod", "kommunnr", "kommunnummer", "scb-kod", "code"],
    ),
    (Column::Year, &["år", "årtal", "utvärderingsår", "år för utvärdering", "year"]),
    (Column::Month, &["månad", "utvärderingsmånad", "mån", "month"]),
    (Column::Date, &["datum", "utvärderingsdatum", "tidpunkt", "år och månad", "år-månad", "date"]),
    (Column::Edition, &["utgåva", "års utgåva", "upplaga", "edition"]),
    (Column::Source, &["källa", "rapport", "rapportens titel", "source"]),
    (Column::Publisher, &["utgivare", "publisher"]),
    (Column::Address, &["adress", "webbadress", "länk", "url"]),
    (
        Column::Part,
        &[
            "delområde",
            "område",
            "område/delområde",
            "delområde/område",
            "(del)område",
            "nr",
            "nummer",
            "del",
        ],
    ),
];

/// Words that say what is measured, by how much they decide: "% av max" is a percentage,
/// "max poäng" a maximum.
const MEASURES: [(Measure, &[&str]); 3] = [
    (Measure::Percent, &["procent", "%", "andel", "procentuell", "percent"]),
    (
        Measure::Maximum,
        &[
            "max",
            "max.",
            "maxpoäng",
            "maximum",
            "maximal",
            "maximala",
            "maximalt",
            "möjlig",
            "möjliga",
            "möjligt",
        ],
    ),
    (
        Measure::Points,
        &["uppnått", "uppnådd", "uppnådda", "poäng", "poängen", "resultat", "värde", "utfall", "p", "points"],
    ),
];

/// Words that may stand among those.
const BETWEEN: [&str; 3] = ["av", "i", "antal"];

/// Words before a number.
const KINDS: [&str; 6] = ["delområde", "delomr", "område", "omr", "fråga", "nr"];

/// Words for the whole.
const TOTALS: [&str; 7] = ["total", "totalt", "totala", "totalpoäng", "totalsumma", "summa", "slutpoäng"];

/// What the column with the head `text` holds; nothing when that is not understood.
pub fn head(text: &str) -> Option<Head> {
    let text = comparable(text);
    let plain = text.trim_matches([':', '.', '*', ' ']);
    let labelled = LABELS.iter().find(|(_, labels)| labels.contains(&plain)).map(|(column, _)| *column);
    if let Some(column) = labelled {
        return Some(Head { column, maximum: None, title: None });
    }
    let words = words(&text);
    if let Some(measure) = measure(&words) {
        return Some(Head { column: Column::Measure(measure), maximum: None, title: None });
    }
    keyed(&words)
}

/// The number of an area or sub-area, or the whole, that `text` begins with.
pub fn part(text: &str) -> Option<Key> {
    let text = comparable(text);
    let words = words(&text);
    let at = words.iter().position(|word| !KINDS.contains(word))?;
    let word = words.get(at)?;
    number(word).or_else(|| TOTALS.contains(word).then_some(Key::Total))
}

/// What stands behind the number in `text`, in comparable form.
pub fn title(text: &str) -> Option<String> {
    let text = comparable(text);
    let words = words(&text);
    let at = words.iter().position(|word| number(word).is_some())?;
    let rest = words.get(at + 1..).filter(|rest| !rest.is_empty())?;
    Some(rest.join(" "))
}

/// Words without the brackets, colons and lines between them; `%` is one of its own.
pub(super) fn words(text: &str) -> Vec<&str> {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ':' | ';' | '/' | '=');
    let words = text.split(is_mark).filter(|word| !word.is_empty() && *word != "-");
    words.flat_map(split_percent).collect()
}

fn split_percent(word: &str) -> impl Iterator<Item = &str> {
    let at = if word.len() > 1 { word.find('%').unwrap_or(word.len()) } else { word.len() };
    let (before, sign) = word.split_at_checked(at).unwrap_or((word, ""));
    [before, sign].into_iter().filter(|part| !part.is_empty())
}

/// What `words` measure if they say nothing else.
pub(super) fn measure(words: &[&str]) -> Option<Measure> {
    let is_said = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let is_known = |word: &&str| BETWEEN.contains(word) || MEASURES.iter().any(|(_, it)| it.contains(word));
    let all = words.iter().all(is_known);
    MEASURES.iter().find(|(_, list)| is_said(list)).map(|(measure, _)| *measure).filter(|_| all)
}

/// `1.1 Name max`, `Max 1.1`, `Delområde 1.1`, `Totalt uppnått`.
fn keyed(words: &[&str]) -> Option<Head> {
    let is_before = |word: &&str| KINDS.contains(word) || measure(&[word]).is_some();
    let at = words.iter().position(|word| !is_before(word))?;
    let (before, rest) = words.split_at_checked(at)?;
    let (word, rest) = rest.split_first()?;
    let key = number(word).or_else(|| TOTALS.contains(word).then_some(Key::Total))?;
    let (maximum, rest) = stated_maximum(rest);
    let before: Vec<_> = before.iter().copied().filter(|word| !KINDS.contains(word)).collect();
    // A name may have such words, too, so only those at its end count.
    let count = rest.iter().rev().take_while(|word| is_measured(word)).count();
    let after = rest.get(rest.len() - count..).unwrap_or_default();
    let measure = measure(&[before.as_slice(), after].concat()).unwrap_or(Measure::Points);
    // "Totalt antal invånare" is no total.
    let is_total = key == Key::Total;
    let is_meant = !is_total || count == rest.len();
    let title = (!rest.is_empty()).then(|| rest.join(" "));
    is_meant.then_some(Head { column: Column::Value(key, measure), maximum, title })
}

/// Whether `word` may stand in what says how something is measured.
pub(super) fn is_measured(word: &str) -> bool {
    measure(&[word]).is_some() || BETWEEN.contains(&word)
}

/// `max 20` at the end of a head, and what stands before it.
pub(super) fn stated_maximum<'w, 't>(words: &'w [&'t str]) -> (Option<String>, &'w [&'t str]) {
    let without_unit = match words {
        [rest @ .., "p" | "poäng"] => rest,
        _ => words,
    };
    match without_unit {
        [rest @ .., word, number]
            if measure(&[word]) == Some(Measure::Maximum) && number.bytes().all(|it| it.is_ascii_digit()) =>
        {
            (Some((*number).to_owned()), rest)
        }
        _ => (None, words),
    }
}

/// `1`, `1.`, `1.1`, `1,1`, `1.1.`
fn number(word: &str) -> Option<Key> {
    let plain = word.trim_end_matches(['.', ',']).replace(',', ".");
    if plain.contains('.') {
        return SubAreaNumber::parse(&plain).map(Key::SubArea);
    }
    let is_plain = plain.bytes().all(|it| it.is_ascii_digit()) && !plain.starts_with('0');
    plain.parse().ok().filter(|number| is_plain && AREAS.contains(number)).map(Key::Area)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUB: fn(u8, u8) -> Key = |area, index| Key::SubArea(SubAreaNumber { area, index });

    fn column(text: &str) -> Option<Column> {
        head(text).map(|head| head.column)
    }

    #[test]
    fn heads_are_told_however_they_are_written() {
        use Column::{Code, Date, Edition, Month, Name, Part, Value, Year};
        use Measure::{Maximum, Percent, Points};
        for (text, expected) in [
            ("Kommun", Name),
            (" KOMMUN: ", Name),
            ("Kommunkod", Code),
            ("År", Year),
            ("Utvärderingsår", Year),
            ("månad", Month),
            ("Datum", Date),
            ("Utgåva", Edition),
            ("Delområde", Part),
            ("Poäng", Column::Measure(Points)),
            ("Uppnådda poäng", Column::Measure(Points)),
            ("Max poäng", Column::Measure(Maximum)),
            ("Maxpoäng", Column::Measure(Maximum)),
            ("Procent (%)", Column::Measure(Percent)),
            ("% av max", Column::Measure(Percent)),
            ("Total", Value(Key::Total, Points)),
            ("Totalpoäng", Value(Key::Total, Points)),
            ("Summa poäng", Value(Key::Total, Points)),
            ("1", Value(Key::Area(1), Points)),
            ("Område 8", Value(Key::Area(8), Points)),
            ("1. Offentlighet och demokrati", Value(Key::Area(1), Points)),
            ("1.1", Value(SUB(1, 1), Points)),
            ("1,1", Value(SUB(1, 1), Points)),
            ("Delområde 1.1 Namn på det", Value(SUB(1, 1), Points)),
            ("1.1\nNamn", Value(SUB(1, 1), Points)),
            ("8.2 Högsta cheferna som förebilder", Value(SUB(8, 2), Points)),
            ("8.2 Högsta cheferna som förebilder max", Value(SUB(8, 2), Maximum)),
            ("1.1 (%)", Value(SUB(1, 1), Percent)),
            ("1.1%", Value(SUB(1, 1), Percent)),
            ("Max 1.1", Value(SUB(1, 1), Maximum)),
            ("Uppnått 1.1 Namn", Value(SUB(1, 1), Points)),
            ("1 procent", Value(Key::Area(1), Percent)),
        ] {
            assert_eq!(column(text), Some(expected), "{text:?}");
        }
    }

    #[test]
    fn other_heads_are_no_columns() {
        for text in [
            "",
            "Kommentar",
            "Befolkning",
            "2020",
            "0.1",
            "1.1.1",
            "Totalt antal invånare",
            "Lund",
            "0",
            "10.5.2",
        ] {
            assert_eq!(column(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_head_may_state_the_maximum() {
        for text in ["1.1 Namn (max 20)", "1.1 max 20 p", "1.1 max: 20"] {
            let head = head(text).unwrap();
            assert_eq!(head.column, Column::Value(SUB(1, 1), Measure::Points), "{text}");
            assert_eq!(head.maximum.as_deref(), Some("20"), "{text}");
        }
    }

    #[test]
    fn parts_are_told_by_their_numbers() {
        assert_eq!(part("1.1 Namn"), Some(SUB(1, 1)));
        assert_eq!(part("Delområde 3,2"), Some(SUB(3, 2)));
        assert_eq!(part("Område 4"), Some(Key::Area(4)));
        assert_eq!(part("Totalt"), Some(Key::Total));
        assert_eq!(part("Demokrati"), None);
    }
}
