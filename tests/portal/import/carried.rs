//! Nothing lost: whatever counts as placed stands in the files, word for word.
//!
//! This is judged by the written files alone, with other means than the
//! importer uses to make its account.

use std::collections::BTreeMap;
use std::ops::Range;

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

/// What became of single lines, as a person who reads the report would say. Words
/// in a row with the same fate are one piece.
#[test]
fn what_single_lines_became() {
    let check = |name: &str, line: &str, expected: &[(&str, Fate)]| {
        let import = import(report(name).as_bytes());
        let at = import.document.lines.iter().position(|it| it.text == line).unwrap();
        let mut pieces = Vec::<(Range<usize>, Fate)>::new();
        for (range, fate) in import.account.lines[at].iter().filter(|(_, fate)| *fate != Fate::Markup) {
            let goes_on = |last: &Range<usize>| line[last.end..range.start].chars().all(|c| c == ' ');
            match pieces.last_mut().filter(|(last, same)| same == fate && goes_on(last)) {
                Some((last, _)) => last.end = range.end,
                None => pieces.push((range.clone(), *fate)),
            }
        }
        let found: Vec<_> = pieces.into_iter().map(|(range, fate)| (&line[range], fate)).collect();
        assert_eq!(found, expected, "{name}: {line}");
    };
    let norra = NAMES[2];
    let title = [("Kommunkompassen Analys av", Fate::Structure), ("Norra Sundets kommun", Fate::Translated)];
    check(norra, "Kommunkompassen Analys av Norra Sundets kommun", &title);
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
    let whole = |name: &str, line: &str, fate: Fate| check(name, line, &[(line, fate)]);

    let ostervik = NAMES[0];
    whole(ostervik, "KommunKompassen", Fate::Structure);
    whole(ostervik, "ÖSTERVIKS KOMMUN", Fate::Translated);
    whole(ostervik, "2012", Fate::Cover);
    whole(ostervik, "Innehåll", Fate::Structure);
    whole(ostervik, "4.\tÖversikt av poängfördelning.....\t11", Fate::Contents);
    let same = "Varje rapport i provet har samma inledning, så att den känns igen.";
    // All of the first chapter is every report's. What is new in it is no text of the
    // portal either, but the review lists it.
    let own = "Det här står bara i Österviks rapport.";
    whole(ostervik, &format!("{same} {own}"), Fate::Boilerplate);
    assert!(texts(&import(report(ostervik).as_bytes()))["import-report.md"].contains(own));
    whole(ostervik, "Nedan visas Österviks kurva i provet.", Fate::Boilerplate);
    let text = "Östervik har gott om idéer men ont om bryggor. Rådet lyssnar på alla som vill tala.";
    whole(ostervik, text, Fate::Summary);
    let box_line = "<ul style=\"list-style-type: none\"> • Att nå kommunen • Synpunkter och klagomål\t<p style=\"font-size: 24pt; margin: 0;\">61</p>";
    let names = [("Att nå kommunen", Fate::Structure), ("Synpunkter och klagomål", Fate::Structure)];
    check(ostervik, box_line, &[&names[..], &[("61", Fate::Score)]].concat());
    let item = "Hamnkontoret tar emot besök utan bokning";
    check(ostervik, &format!("- {item}"), &[(item, Fate::Area(2))]);
    whole(ostervik, "Styrkor\tFinns delar, kan bli bättre\tFörbättringsmöjligheter", Fate::Structure);
    let list_line = "<ul style=\"list-style-type: none\"> • Växeln • Hamnkontoret\t<ul style=\"list-style-type: none\"> • Chatten behöver fler svar\t<ul style=\"list-style-type: none\"> • Svara alla som klagar";
    let items = ["Växeln", "Hamnkontoret", "Chatten behöver fler svar", "Svara alla som klagar"];
    check(ostervik, list_line, &items.map(|item| (item, Fate::Area(2))));
    let row = [("1.3", Fate::Structure), ("Hur motverkas mutor och jäv?", Fate::Structure)];
    let figures = [("13,25", Fate::Score), ("25", Fate::Score), ("53", Fate::Score)];
    check(ostervik, "1.3\tHur motverkas mutor och jäv?\t13,25\t25\t53%", &[&row[..], &figures].concat());
    check(ostervik, "Folkmängd\t96 340\t", &[("Folkmängd", Fate::Fact), ("96 340", Fate::Fact)]);

    let wedby = NAMES[1];
    // A slip in the name is quoted in a note beside the code.
    whole(wedby, "WEDBI KOMMUN", Fate::Cover);
    check(wedby, "Utvärderare:", &[("Utvärderare", Fate::Structure)]);
    let signe = [("Signe Hav", Fate::Cover), ("senior konsult", Fate::Cover), ("PROV", Fate::Cover)];
    let bo = [("och", Fate::Structure), ("Bo Al", Fate::Cover), ("Björknäs kommun", Fate::Cover)];
    let people = "Signe Hav, senior konsult (PROV) och Bo Al, Björknäs kommun";
    check(wedby, people, &[signe, bo].concat());
    let means = "Som jämförelse visas två medelvärden (210 poäng och 190 poäng).";
    whole(wedby, means, Fate::Summary);
    whole(wedby, "Tabellerna visar Wedbys poäng i provet.", Fate::Boilerplate);
    let item = "Brevlådor på alla öar som töms varje";
    check(wedby, &format!("- {item}"), &[(item, Fate::Area(1))]);
    whole(wedby, "dag", Fate::Area(1));
    whole(wedby, "FÖRBÄTTRINGSOMRÅDEN", Fate::Structure);
    whole(wedby, "Båten stannar vid alla bryggor", Fate::Area(2));
    let head = ["2.", "Tjänster", "Uppnått", "Max", "Procent"];
    check(wedby, "2.\tTjänster\tUppnått\tMax\tProcent", &head.map(|it| (it, Fate::Structure)));
    let sum = [("70", Fate::Score), ("100", Fate::Score), ("70", Fate::Score)];
    check(wedby, "\t\t70\t100\t70%", &sum);
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
