//! Nothing lost: whatever counts as placed stands in the files, word for word.
//!
//! This is judged by the written files alone, with other means than the
//! importer uses to make its account.

use std::collections::BTreeMap;

use kompass::import::{Fate, Import, file};
use kompass::language;

use super::{NAMES, World, import, imported, pdf, report, request, source, texts, word};

/// Fails unless every word that is placed is where its fate says.
pub fn check(import: &Import, what: &str) {
    let files = Files::of(import);
    let mut placed = BTreeMap::<Fate, String>::new();
    for (line, fates) in import.document.lines.iter().zip(&import.account.lines) {
        for (range, fate) in fates {
            let text = &line.text[range.clone()];
            for word in words(text) {
                assert!(files.say(&word, *fate), "{what}: {fate:?} loses {word:?} of {:?}", line.text);
            }
            placed.entry(*fate).or_default().push_str(text);
        }
    }
    for (fate, text) in &placed {
        files.are_long_enough(text, *fate, what);
    }
}

/// The written files, in lower case and without what escapes.
struct Files {
    all: BTreeMap<String, String>,
    /// The report without its leftovers and the table of all lines.
    findings: String,
    /// What is said in another form: names of the municipality, the edition's.
    other: String,
}

impl Files {
    fn of(import: &Import) -> Self {
        let plain = |text: String| text.replace('\\', "").to_lowercase();
        let mut all: BTreeMap<_, _> =
            texts(import).into_iter().map(|(name, text)| (name, plain(text))).collect();
        let report = all.remove("import-report.md").unwrap();
        let findings = report.split("\n## blev över").next().unwrap().to_owned();
        let world = World::get();
        let municipality = world.municipalities.values().find(|it| it.slug.0 == import.folder.slug).unwrap();
        let words = include_str!("../../../src/import/vocabulary/words.toml");
        let edition =
            all["evaluation.toml"].lines().find_map(|line| line.strip_prefix("edition = ")).unwrap();
        let edition = world.editions.values().find(|it| format!("\"{}\"", it.id.0) == edition).unwrap();
        let other = plain(format!("{municipality:?} {words} 100 {:?}", edition.areas));
        Self { all, findings, other }
    }

    fn say(&self, word: &str, fate: Fate) -> bool {
        let record = &self.all["evaluation.toml"];
        let anywhere = || self.all.values().any(|text| text.contains(word));
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        match fate {
            Fate::Cover | Fate::Fact => {
                let month = language::parse_month(word).map(|month| format!("\nmonth = {month}\n"));
                record.contains(word) || month.is_some_and(|month| record.contains(&month))
            }
            Fate::Score => {
                record.contains(word) || is_number && (self.other.contains(word) || is_percent(record, word))
            }
            Fate::Summary | Fate::Area(_) => self.text(fate).contains(word),
            Fate::Translated => {
                is_number
                    || language::parse_month(word).is_some()
                    || self.other.contains(word)
                    || record.contains(word)
            }
            Fate::Structure => {
                is_number || anywhere() || self.findings.contains(word) || self.other.contains(word)
            }
            Fate::Boilerplate | Fate::Contents | Fate::Furniture | Fate::Markup | Fate::Left => true,
        }
    }

    fn text(&self, fate: Fate) -> &str {
        let name = match fate {
            Fate::Area(number) => format!("area-{number}.md"),
            _ => "summary.md".to_owned(),
        };
        self.all.get(&name).map_or("", String::as_str)
    }

    /// A sentence that stands twice is carried over twice: a text has at least
    /// as many of every letter as what went into it.
    fn are_long_enough(&self, placed: &str, fate: Fate, what: &str) {
        if !matches!(fate, Fate::Summary | Fate::Area(_)) {
            return;
        }
        let (placed, written) = (letters(placed), letters(self.text(fate)));
        for (letter, count) in placed {
            let there = written.get(&letter).copied().unwrap_or_default();
            assert!(there >= count, "{what}: {fate:?} has {there} of {count} {letter:?}");
        }
    }
}

/// Whether an area has so many percent: of a hundred, its points are percent.
fn is_percent(record: &str, word: &str) -> bool {
    let areas = record.split("[scores.areas]").nth(1).and_then(|rest| rest.split('[').next());
    let points = areas.into_iter().flat_map(|areas| areas.split('"').filter_map(language::parse_points));
    let Some(percent) = language::parse_points(word) else { return false };
    points.into_iter().any(|points| (points - percent).abs() < 1.into())
}

fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for letter in text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase) {
        *counts.entry(letter).or_default() += 1;
    }
    counts
}

/// Letters in a row and numbers, in lower case.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for letter in text.chars().chain([' ']) {
        let is_same = before.is_alphabetic() && letter.is_alphabetic()
            || before.is_ascii_digit() && letter.is_ascii_digit();
        if letter.is_alphanumeric() {
            match words.last_mut().filter(|_| is_same) {
                Some(word) => word.push(letter),
                None => words.push(letter.to_string()),
            }
        }
        before = letter;
    }
    words.into_iter().map(|word| word.to_lowercase()).collect()
}

#[test]
fn what_is_placed_is_in_the_files() {
    for name in NAMES {
        let blocks = source::blocks(&report(name));
        for (kind, bytes) in [
            ("text", report(name).into_bytes()),
            ("Word", word::write(&blocks)),
            ("PDF", pdf::write(&blocks)),
        ] {
            check(&import(&bytes), &format!("{name} as {kind}"));
        }
    }
}

/// The leftovers of a report in which `from` is replaced.
fn left(name: &str, from: &str, to: &str) -> Vec<String> {
    let text = report(name);
    assert!(text.contains(from), "{name}: {from}");
    let import = import(text.replace(from, to).as_bytes());
    check(&import, name);
    let piece = |(index, range): (usize, &std::ops::Range<usize>)| {
        let text = &import.document.text(index)[range.clone()];
        format!("{}: {}", index + 1, text.trim_matches([',', ' ', '(', ')', '\t']))
    };
    let pieces: Vec<_> = import.account.left().map(piece).collect();
    let report = &texts(&import)["import-report.md"];
    let section = report.split("\n## Blev över").nth(1).unwrap().replace('\\', "");
    for piece in &pieces {
        assert!(section.contains(piece), "{piece} is not in {section}");
    }
    pieces
}

#[test]
fn what_has_no_place_in_the_files_is_left_over() {
    let name = NAMES[2];
    for (from, to, expected) in [
        ("Ida von Åberg, PROV", "Ida von Åberg, senior prövare, PROV", &[][..]),
        ("Ida von Åberg, PROV", "Ida von Åberg (PROV), tel. 0700-123456", &["5: tel. 0700-123456"]),
        ("Analys av Norra", "Utkast till analys av Norra", &["3: Utkast till"]),
        ("2020-11-05 Utv", "2020-11-05, tryckt 2021-03-07. Utv", &["5: tryckt 2021-03-07."]),
        ("TJÄNSTER SOM FORMAS TILLSAMMANS\t71", "TJÄNSTER SOM FORMAS (zebra)\t71", &["43: zebra"]),
        (
            "3. Detaljerad genomgång per område\n\n",
            "3. Detaljerad genomgång utan zebror\n\n",
            &["38: utan zebror"],
        ),
    ] {
        assert_eq!(left(name, from, to), expected, "{to}");
    }
}

#[test]
fn a_number_in_word_is_left_over_as_well() {
    let text = report(NAMES[2]).replace("Ida von Åberg, PROV", "Ida von Åberg, tel. 0700, PROV");
    let document = file::parse(&word::write(&source::blocks(&text))).unwrap();
    let import = imported(document, &request()).0.value.unwrap();
    check(&import, "Word");
    let left: Vec<_> =
        import.account.left().map(|(index, range)| &import.document.text(index)[range.clone()]).collect();
    assert_eq!(left, ["tel. 0700"]);
}

#[test]
fn what_evaluators_are_is_carried_over() {
    let text = report(NAMES[2]).replace("Ida von Åberg, PROV", "Ida von Åberg, senior prövare (PROV)");
    let record = &texts(&import(text.as_bytes()))["evaluation.toml"];
    let expected = r#"{ name = "Ida von Åberg", organisation = "PROV", role = "senior prövare" }"#;
    assert!(record.contains(expected), "{record}");
}

/// An invented table, as the three kinds of files have it.
#[test]
fn every_cell_of_an_unknown_table_is_in_the_leftovers() {
    let table = "År\tKväkande ankor\tLedning (antal)\n2009\t<p>17</p>\t<ul>• tre bojar• en pir\n2010\t\tsjutton zebror";
    let rows =
        ["År | Kväkande ankor | Ledning (antal", "2009 | 17 | • tre bojar • en pir", "2010 | sjutton zebror"];
    for before in ["Samskapande\n", "Sammanfattande kommentarer\n", "Provkompassen är ett", "4. Översikt av"]
    {
        let text = report(NAMES[2]);
        let at = text.rfind(&format!("\n{before}")).unwrap();
        let text = format!("{}\n{table}\n\n{}", &text[..at], &text[at + 1..]);
        let blocks = source::blocks(&text);
        for (kind, bytes) in [("text", text.into_bytes()), ("Word", word::write(&blocks))] {
            let import = import(&bytes);
            check(&import, kind);
            let report = texts(&import)["import-report.md"].replace('\\', "");
            let section = report.split("\n## Blev över").nth(1).unwrap();
            let section = section.split("\n## ").next().unwrap();
            let numbered = |row: &str| {
                let cells = row.replace("• ", "");
                section
                    .replace("• ", "")
                    .lines()
                    .any(|line| line.starts_with("- rad ") && line.contains(&cells))
            };
            for row in rows {
                assert!(numbered(row), "{kind}, before {before:?}: {row:?} is not in {section}");
            }
        }
    }
}
