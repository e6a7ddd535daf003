//! Nothing lost: whatever counts as placed stands in the files, word for word.
//!
//! This is judged by the written files alone, with other means than the
//! importer uses to make its account.

use std::collections::BTreeMap;

use kompass::import::{Fate, Import, file};
use kompass::language;

use super::{NAMES, World, import, imported, pdf, report, request, source, texts, word};

/// Fails unless every word that is placed is where its fate says.
pub(super) fn check(import: &Import, what: &str) {
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
    /// What no file repeats word for word: the edition and the register say it.
    known: String,
}

impl Files {
    fn of(import: &Import) -> Self {
        let plain = |text: String| text.replace('\\', "").to_lowercase();
        let mut all: BTreeMap<_, _> =
            texts(import).into_iter().map(|(name, text)| (name, plain(text))).collect();
        // The leftovers and the table of all lines would say anything.
        let report = all.get_mut("import-report.md").unwrap();
        *report = report.split("\n## blev över").next().unwrap().to_owned();
        let world = World::get();
        let municipality = world.municipalities.values().find(|it| it.slug.0 == import.folder.slug).unwrap();
        let words = include_str!("../../../src/import/vocabulary/words.toml");
        let known = plain(format!("{municipality:?} {words} {:?}", world.editions));
        Self { all, known }
    }

    /// Whether a word that has been placed is still there: in its own text when
    /// it belongs in one, else anywhere. Numbers and months are told in other
    /// forms; `what_single_lines_became` looks at those one by one.
    fn say(&self, word: &str, fate: Fate) -> bool {
        match fate {
            Fate::Summary | Fate::Area(_) => self.text(fate).contains(word),
            Fate::Boilerplate | Fate::Contents | Fate::Furniture | Fate::Markup | Fate::Left => true,
            _ => {
                word.starts_with(|c: char| c.is_ascii_digit())
                    || language::parse_month(word).is_some()
                    || self.known.contains(word)
                    || self.all.values().any(|text| text.contains(word))
            }
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

/// What became of single lines, as a person who reads the report would say.
#[test]
fn what_single_lines_became() {
    let check = |name: &str, line: &str, expected: &[(&str, Fate)]| {
        let import = import(report(name).as_bytes());
        let at = import.document.lines.iter().position(|it| it.text == line).unwrap();
        let fates = import.account.lines[at].iter().filter(|(_, fate)| *fate != Fate::Markup);
        let found: Vec<_> = fates.map(|(range, fate)| (&line[range.clone()], *fate)).collect();
        assert_eq!(found, expected, "{name}: {line}");
    };
    let norra = NAMES[2];
    let head = [("Kommunkompassen", Fate::Structure), ("Analys", Fate::Structure), ("av", Fate::Structure)];
    let name = [("Norra", Fate::Translated), (" Sundets kommun", Fate::Translated)];
    check(norra, "Kommunkompassen Analys av Norra Sundets kommun", &[&head[..], &name].concat());
    let date = [("2020-11-05", Fate::Translated), ("Utvärderare", Fate::Structure)];
    let person = [("Ida von Åberg", Fate::Cover), ("PROV", Fate::Cover)];
    check(norra, "2020-11-05 Utvärderare Ida von Åberg, PROV", &[date, person].concat());
    let entry = "1 Vad är kommunkompassen?\t3";
    check(norra, entry, &[(entry, Fate::Contents)]);
    check(norra, "Rubriker\tPoäng", &[("Rubriker\tPoäng", Fate::Structure)]);
    check(norra, "Allmänt", &[("Allmänt", Fate::Structure)]);
    check(norra, "Lätt att nå och förstå", &[("Lätt att nå och förstå", Fate::Area(1))]);
    let all = "Tjänsterna formas tillsammans i verkstäder. Tillsammans med Östervik delar man på en verkstadsledare. Sabro har t.ex. en bra modell för verkstäder i glesbygd.";
    check(norra, all, &[(all, Fate::Area(1))]);
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
