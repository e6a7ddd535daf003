//! Headings in the forms that other reports give them.

use super::{import, record, report, texts};

/// Every way to head the chapter of area 3 gives the same record.
#[test]
fn an_areas_chapter_is_found_whatever_form_its_heading_has() {
    let text = report("ostervik-2012");
    let usual = "\nOmråde 3 Ledning och resurser\n\nRubriker";
    assert!(text.contains(usual));
    let expected = record(&import(text.as_bytes()));
    for heading in [
        "OMRÅDE 3 – LEDNING OCH RESURSER",
        "\tOmråde  3  Ledning och resurser",
        "Område 3\tLedning och resurser",
        "<h1>Område 3 Ledning och resurser</h1>",
        "Omräde 3 Ledning och resurser",
        "3. Ledning och resurser",
        "3.3 Ledning och resurser",
        "3.3 Område 3: Ledning och resurser",
        "Kapitel 3. Ledning och resurser",
        "## Område 3 Ledning och resurser",
        "Ledning och resurser",
        "Ledning och resuser",
    ] {
        let other = text.replace(usual, &format!("\n{heading}\n\nRubriker"));
        assert_eq!(record(&import(other.as_bytes())), expected, "{heading}");
    }
}

#[test]
fn a_list_of_the_areas_begins_no_chapter() {
    let text = report("ostervik-2012");
    let list = "1. Öppenhet och demokrati\n2. Service och bemötande\n3. Ledning och resurser\n\n";
    let other = text.replace("Frågorna gäller\n", &format!("{list}Frågorna gäller\n"));
    assert_ne!(other, text);
    assert_eq!(record(&import(other.as_bytes())), record(&import(text.as_bytes())));
}

#[test]
fn lists_are_found_whatever_their_heads_are_called() {
    let text = report("ostervik-2012");
    let expected = record(&import(text.as_bytes()));
    for (strengths, improvements) in
        [("Område 1 – styrkor", "Förbättringsförslag"), ("STARKA SIDOR:", "Möjligheter till förbättring")]
    {
        let other = text
            .replace("Styrkor\tFinns", &format!("{strengths}\tFinns"))
            .replace("\tFörbättringsmöjligheter\n", &format!("\t{improvements}\n"));
        assert_ne!(other, text);
        assert_eq!(record(&import(other.as_bytes())), expected, "{strengths}");
    }
}

#[test]
fn further_chapters_end_the_summary_under_their_own_headings() {
    let text = report("ostervik-2012").replace(
        "\n5 Kortfakta",
        "\n5 Hamnens framtid\n\nHamnen blir större.\n\nBilaga 1: Båtar\n\nEn eka.\n\n6 Kortfakta",
    );
    let texts = texts(&import(text.as_bytes()));
    let end = "\n## 5 Hamnens framtid\n\nHamnen blir större.\n\n## Bilaga 1: Båtar\n\nEn eka.\n";
    assert!(texts["summary.md"].ends_with(end), "{}", texts["summary.md"]);
    let review = &texts["import-report.md"];
    assert!(review.contains("kapitlet ”5 Hamnens framtid” har ingen egen plats"), "{review}");
    assert!(review.contains("kapitlet ”Bilaga 1: Båtar”"), "{review}");
    assert!(texts["evaluation.toml"].contains("Antal bryggor"));
}

/// The same line in three areas must not be mistaken for a running head.
#[test]
fn an_areas_score_may_stand_in_a_line_that_says_so() {
    let text = report("ostervik-2012");
    let expected = record(&import(text.as_bytes()));
    for (before, after) in [("Poäng: ", ""), ("Poäng: ", " av 100"), ("", " poäng av 100")] {
        let mut other = String::new();
        for (at, chapter) in text.split("Rubriker\tPoäng\n").enumerate() {
            let (table, rest) = chapter.split_once('\n').unwrap();
            let score = table.trim_end_matches("</p>").rsplit(['>', '\t']).next().unwrap();
            let line = if at == 0 { table } else { &format!("{before}{score}{after}") };
            other.extend([line, "\n", rest]);
        }
        assert!(!other.contains("Rubriker"), "{other}");
        assert_eq!(record(&import(other.as_bytes())), expected, "{before}…{after}");
    }
}

/// A heading that comes again on every page cuts nothing in two.
#[test]
fn an_areas_heading_on_top_of_the_next_page_goes_on_with_the_list() {
    let text = report("wedby-2017");
    let expected = texts(&import(text.as_bytes()));
    let heading = "Område 3 Ledning och resurser\n";
    for item in ["- Chefer som åker med båten\n", "- En brygga mellan mål och pengar\n"] {
        let bare = item.strip_prefix("- ").unwrap();
        for item_again in [item, bare] {
            let other = text.replace(item, &format!("\n{heading}\n{item_again}"));
            assert_ne!(other, text);
            let found = texts(&import(other.as_bytes()));
            assert_eq!(found["area-3.md"], expected["area-3.md"], "{item_again}");
        }
    }
}

/// What all areas have in common is no running head.
#[test]
fn items_that_areas_have_in_common_stay_with_each_of_them() {
    let text = report("wedby-2017");
    for mark in ["", "+ ", "- "] {
        let common = format!("FÖRBÄTTRINGSOMRÅDEN\n\n{mark}Samlad strategi saknas\n");
        let other = text.replace("FÖRBÄTTRINGSOMRÅDEN\n", &common);
        let found = texts(&import(other.as_bytes()));
        for number in 1..=3 {
            let area = &found[&format!("area-{number}.md")];
            assert!(area.contains("\n- Samlad strategi saknas\n"), "{mark}: {area}");
        }
    }
}

#[test]
fn a_heading_like_that_of_the_contents_begins_none_within_an_area() {
    let text = report("ostervik-2012");
    let sentence = "Rådhuset sänder sina möten, och de kan ses i efterhand.";
    let other = text.replacen(sentence, &format!("\n\nInnehåll\n\nTidningen började 2019\n\n{sentence}"), 1);
    assert_ne!(other, text);
    let found = texts(&import(other.as_bytes()));
    for words in ["Innehåll", "Tidningen började 2019", sentence] {
        assert!(found["area-1.md"].contains(words), "{words}: {}", found["area-1.md"]);
    }
    assert_eq!(found["area-3.md"], texts(&import(text.as_bytes()))["area-3.md"]);
}

/// The headings of area 2 and what stands below them.
const FIRST: &str = "\n\nHur lätt är det att nå kommunen?\n\nVäxeln svarar";
const SECOND: &str = "\n\nSynpunkter och klagomål\n\nKlagomålen räknas";

#[test]
fn a_sub_areas_heading_in_the_middle_of_text_parts_it() {
    let text = report("ostervik-2012");
    let expected = record(&import(text.as_bytes()));
    for (heading, melted) in [
        (SECOND, "\n\nSynpunkter och klagomål Klagomålen räknas"),
        (SECOND, "\n\n2.2 Synpunkter och klagomål Klagomålen räknas"),
        (SECOND, " Synpunkter och klagomål Klagomålen räknas"),
        (FIRST, " Hur lätt är det att nå kommunen? Växeln svarar"),
        (FIRST, "\n\nHUR LÄTT ÄR DET ATT NÅ KOMMUNEN? Växeln svarar"),
    ] {
        let other = text.replacen(heading, melted, 1);
        assert_ne!(other, text);
        let files = record(&import(other.as_bytes()));
        assert_eq!(files["area-2.md"].to_lowercase(), expected["area-2.md"].to_lowercase(), "{melted}");
        super::carried::check(&import(other.as_bytes()), melted);
    }
    // The name as words of a sentence is no heading.
    let said = "\n\nSynpunkter och klagomål tas emot. Klagomålen räknas";
    let files = record(&import(text.replacen(SECOND, said, 1).as_bytes()));
    assert!(
        files["area-2.md"].contains("Synpunkter och klagomål tas emot. Klagomålen"),
        "{}",
        files["area-2.md"]
    );
    assert!(!files["area-2.md"].contains("## 2.2"), "{}", files["area-2.md"]);
}

#[test]
fn sections_that_are_not_found_are_told_first_and_counted() {
    let text = report("ostervik-2012");
    let said = |text: &str| {
        let review = texts(&import(text.as_bytes()))["import-report.md"].clone();
        let first = review.split("\n## Att granska\n\n").nth(1).unwrap().lines().next().unwrap().to_owned();
        let found = review.lines().find(|line| line.starts_with("Av det som")).unwrap().to_owned();
        (first, found)
    };
    let counted = |sections: usize| {
        format!(
            "Av det som utgåvan väntar är funnet: {sections} av 9 avsnitt om delområden, 6 av 6 listor, \
             3 av 3 rutor med områdets poäng, 9 av 9 tabellrader, 3 av 3 summor."
        )
    };
    let (first, found) = said(&text);
    assert!(first.starts_with("- `import/contents`"), "{first}");
    assert_eq!(found, counted(9));
    let other = text.replacen(SECOND, "\n\nKlagomålen räknas", 1);
    let (first, found) = said(&other);
    assert_eq!(first, "- `import/sections`: område 2 har text, men inget avsnitt om 2.2");
    assert_eq!(found, counted(8));
    let (first, found) = said(&other.replacen(FIRST, "\n\nVäxeln svarar", 1));
    assert_eq!(
        first,
        "- `import/sections`: område 2 har text, men ingen rubrik för något delområde har hittats: 2.1, 2.2"
    );
    assert_eq!(found, counted(7));
}

#[test]
fn a_heading_without_text_is_told() {
    let text = report("ostervik-2012");
    let from = text.find("Klagomålen räknas").unwrap();
    let to = from + text[from..].find('\n').unwrap();
    let other = format!("{}{}", &text[..from], &text[to..]);
    let review = texts(&import(other.as_bytes()))["import-report.md"].clone();
    assert!(
        review.contains(
            "`import/empty-section`, rad 98: under rubriken ”Synpunkter och klagomål” står ingen text"
        ),
        "{review}"
    );
    assert!(!texts(&import(text.as_bytes()))["import-report.md"].contains("empty-section"));
}

/// Tables alone, or points alone, are more than nothing: what is there, what is missing and
/// what to do.
#[test]
fn scores_without_heads_are_told_with_what_to_do() {
    let text = report("wedby-2017");
    let tables = &text[text.find("Tabellerna visar").unwrap()..];
    let rows: Vec<_> = tables.lines().filter(|line| line.contains('%')).collect();
    let points = rows.iter().filter_map(|row| {
        let cells: Vec<_> = row.split('\t').collect();
        (!cells[0].is_empty()).then(|| format!("{}\t{}", cells[0], cells[2]))
    });
    let points: Vec<_> = points.collect();
    // The same within a report: points, but no maxima to tell the edition by.
    let bare: Vec<_> = text
        .lines()
        .map(|line| match line.split('\t').collect::<Vec<_>>().as_slice() {
            [number, title, points, _, _] if line.ends_with('%') => format!("{number}\t{title}\t{points}"),
            _ => line.to_owned(),
        })
        .collect();
    let bare = bare.join("\n");
    for (text, request, expected) in [
        (
            points.join("\n"),
            super::request(),
            "error[import/no-head]: 8 lines look like scores of sub-areas, but no head of a table says which maxima they have; there are no",
        ),
        (points[..2].join("\n"), super::request(), "error[import/no-report]"),
        (
            bare.clone(),
            super::request(),
            "error[import/no-head]: 8 lines look like scores of sub-areas, but no head of a table says which maxima they have\n",
        ),
        // Tables with heads, and nothing else: only the municipality and the year are missing.
        (tables.replace("Wedbys", "kommunens"), super::request(), "error[import/no-municipality]"),
        (rows.join("\n"), super::request(), "error[import/no-year]"),
    ] {
        let (outcome, sources) = super::imported(super::file::parse(text.as_bytes()).unwrap(), &request);
        let words = kompass::report::Report::new(
            &sources,
            kompass::report::Style::Plain,
            kompass::message::Language::English,
        )
        .text(&outcome.faults);
        assert!(outcome.value.is_none() && words.contains(expected), "{words}");
    }
    // With these named, the record has what there is, and the import says what is missing.
    let asked =
        super::Request { municipality: Some("wedby".to_owned()), year: Some(2017), ..super::request() };
    let whole = record(&import(text.as_bytes()))["evaluation.toml"].clone();
    for text in [tables.to_owned(), rows.join("\n")] {
        let (outcome, _) = super::imported(super::file::parse(text.as_bytes()).unwrap(), &asked);
        let import = outcome.value.unwrap();
        let found = record(&import)["evaluation.toml"].clone();
        let points = |record: &str| {
            record.split("[scores.points]").nth(1).unwrap().split("\n\n").next().unwrap().to_owned()
        };
        assert_eq!(points(&found), points(&whole), "{text}");
        let review = &texts(&import)["import-report.md"];
        assert!(review.contains("0 av 8 avsnitt om delområden, 0 av 6 listor, 0 av 3 rutor med områdets poäng, 8 av 8 tabellrader, 3 av 3 summor"), "{review}");
        assert!(review.contains("rapporten saknar kapitel om område 1"), "{review}");
    }
}
