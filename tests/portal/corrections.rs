//! Corrections: where they are told, and how they have to agree with the record (P9).

use std::fs;

use crate::project::{Compiled, GOLDEN_DAY, check_content, compile, element, golden_project, text};
use crate::scratch::Folder;

/// The golden project with these corrections, as `date municipality year value old new`.
fn with(changes: &[[&str; 6]]) -> Folder {
    let project = golden_project();
    let tables = changes.iter().enumerate().map(|(place, [date, municipality, year, value, old, new])| {
        format!(
            "\n[[changes]]\ndate = \"{date}\"\nmunicipality = \"{municipality}\"\nyear = {year}\n\
             value = \"{value}\"\nold = \"{old}\"\nnew = \"{new}\"\nreason = \"Skäl {place}.\"\n"
        )
    });
    project.write("content/changes.toml", &format!("format = 1\n{}", tables.collect::<String>()));
    project
}

fn site(changes: &[[&str; 6]]) -> Compiled {
    let compiled = compile(with(changes).path(), GOLDEN_DAY);
    assert_eq!(compiled.report, "");
    compiled
}

fn corrections(compiled: &Compiled, address: &str) -> serde_json::Value {
    let bytes = compiled.site().tree.get(&format!("{address}utvardering.json")).unwrap();
    let json: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    json["corrections"].clone()
}

#[test]
fn a_corrected_score_says_so_wherever_it_stands() {
    let compiled = site(&[
        ["2025-10-20", "Östervik", "2011", "1.2", "20", "27.0"],
        ["2025-10-21", "Östervik", "2011", "2", "52", "52,3"],
        ["2025-10-22", "Östervik", "2011", "total", "not-published", "159,8"],
        ["2025-10-23", "Östervik", "2016", "3", "16", "61"],
    ]);
    let html = compiled.page("kommuner/ostervik/2011/");
    let row = text(element(html, "delomrade-1-2", "</tr>"));
    assert!(
        row.contains("Rättat 20\u{a0}oktober\u{a0}2025: tidigare 20, nu 27,0. Skäl: Skäl 0. 27,0 45"),
        "{row}"
    );
    let head = text(element(html, "omrade-2", "<table"));
    let correction = "Rättat 21\u{a0}oktober\u{a0}2025: tidigare 52, nu 52,3. Skäl: Skäl 1.";
    assert!(head.contains(&format!("52,3 av 100 {correction}")), "{head}");
    assert_eq!(html.matches("21\u{a0}oktober\u{a0}2025").count(), 1, "once, in the head");
    let answer = text(element(compiled.page("kommuner/ostervik/"), "omrade-2", "</tr>"));
    assert!(answer.contains(&format!("{correction} 52,3")), "{answer}");
    let page = compiled.text("kommuner/ostervik/2011/");
    let total = "Rättat 22\u{a0}oktober\u{a0}2025: tidigare inte publicerat, nu 159,8. Skäl: Skäl 2.";
    assert!(page.contains(&format!("159,8 av 300 {total}")), "{page}");
    // That year has no more of its areas than their points.
    let row = compiled.page("kommuner/ostervik/2016/");
    let row = text(element(row, "omrade-3", "</tr>"));
    assert!(row.contains("Rättat 23\u{a0}oktober\u{a0}2025: tidigare 16, nu 61. Skäl: Skäl 3."), "{row}");

    let log = compiled.text("om/andringar/");
    let rows = [
        "Österviks kommun 2016 Område 3: Ledning och resurser 16 61 Skäl 3.",
        "Österviks kommun 2011 Totalpoäng inte publicerat 159,8 Skäl 2.",
        "Österviks kommun 2011 Område 2: ",
        "Österviks kommun 2011 Delområde 1.2: Hur förs dialogen med invånarna? 20 27,0 Skäl 0.",
    ];
    let places: Vec<_> =
        rows.iter().map(|row| log.find(row).unwrap_or_else(|| panic!("{row}: {log}"))).collect();
    assert!(places.is_sorted(), "the latest first");

    let told = corrections(&compiled, "kommuner/ostervik/2011/");
    assert_eq!(
        told[0],
        serde_json::json!({
            "date": "2025-10-20", "value": "1.2", "what": null, "old": "20", "new": "27.0", "reason": "Skäl 0."
        })
    );
    assert_eq!(told[2]["value"], "total");
    assert_eq!(told[2]["old"], "not-published");
    assert_eq!(told.as_array().unwrap().len(), 3);
    assert_eq!(corrections(&compiled, "kommuner/ostervik/2022/"), serde_json::json!([]));
}

#[test]
fn corrected_values_are_marked_in_tables_and_files() {
    let compiled = site(&[
        ["2025-10-20", "Östervik", "2011", "1.2", "20", "27.0"],
        ["2025-10-21", "Östervik", "2011", "2", "52", "52,3"],
        ["2025-10-22", "Östervik", "2011", "total", "not-published", "159,8"],
    ]);
    let mark = r#"<a class="unit" href="/prov/om/andringar/">rättat</a>"#;
    let value = |value: &str| format!("{value} {mark}");
    let marked = |folder: &str, mark: &str| -> usize {
        let pages = compiled.site().tree.pages().filter(|(path, _)| path.starts_with(folder));
        pages.map(|(_, html)| String::from_utf8_lossy(html).matches(mark).count()).sum()
    };
    // In the edition's table and its county's, and the total in that of all editions as well.
    assert_eq!((marked("jamfor/", &value("159,8")), marked("jamfor/", &value("52,3"))), (3, 2));
    assert_eq!((marked("omraden/", &value("52,3")), marked("omraden/", mark)), (1, 1));
    let table = compiled.site().tree.get("data/kommunkompassen-2010.csv").unwrap();
    let table = String::from_utf8(table.to_vec()).unwrap();
    assert!(table.lines().next().unwrap().ends_with(",sida,rattade"), "{table}");
    let rows: Vec<_> = table.lines().skip(1).map(|row| row.rsplit(',').next().unwrap()).collect();
    let corrected: Vec<_> = rows.iter().filter(|it| !it.is_empty()).collect();
    assert_eq!(corrected, [&"totalpoang omrade_2"], "{table}");
}

#[test]
fn what_has_no_place_on_the_page_is_corrected_among_the_sources() {
    // Of that evaluation, the page has the total only.
    let change = ["2025-10-20", "Östervik", "2022", "1", "60", "not-published"];
    let compiled = site(&[change, ["2025-10-20", "Östervik", "2022", "1.1", "30", "not-published"]]);
    let page = compiled.text("kommuner/ostervik/2022/");
    let sources = page.split_once(" Källor ").unwrap().1;
    for (name, old) in [("Område 1: Tjänster efter behov", 60), ("Delområde 1.1: Lätt att nå och förstå", 30)]
    {
        let told =
            format!("{name} Rättat 20\u{a0}oktober\u{a0}2025: tidigare {old}, nu inte publicerat. Skäl:");
        assert!(sources.contains(&told), "{sources}");
    }
    // What is no score stands there as well, in its own words.
    let golden = compile(golden_project().path(), GOLDEN_DAY);
    let page = golden.text("kommuner/ostervik/2011/");
    let sources = page.split_once(" Källor ").unwrap().1;
    let told = "Antal intervjuade Rättat 3\u{a0}november\u{a0}2025: tidigare 14, nu 41. Skäl: Siffrorna hade bytt plats.";
    assert!(sources.contains(told), "{sources}");
}

#[test]
fn corrections_follow_each_other_to_the_record() {
    let report = |changes: &[[&str; 6]]| check_content(with(changes).path(), GOLDEN_DAY);
    let change = |date, old, new| [date, "Östervik", "2011", "1.2", old, new];
    // The order in the file does not matter, unless two are of one day.
    let (first, second) =
        (change("2025-01-02", "20", "unreadable"), change("2025-01-03", "unreadable", "27,0"));
    assert_eq!(report(&[first, second]), "");
    assert_eq!(report(&[second, first]), "");
    let on_one_day = [change("2025-01-03", "20", "unreadable"), second];
    assert_eq!(report(&on_one_day), "");
    let turned = report(&[on_one_day[1], on_one_day[0]]);
    assert!(
        turned.contains("content/correction-gap") && turned.contains("content/correction-record"),
        "{turned}"
    );
    // Decimals are part of a value.
    let decimals = report(&[change("2025-01-02", "20", "27"), change("2025-01-03", "27,00", "27.0")]);
    assert_eq!(decimals.matches("error[").count(), 1, "{decimals}");
    assert!(decimals.contains(
        "1.2 is corrected from 27,00, but the correction before this one, of 2025-01-02, made it 27"
    ));
    // Other scores and years have corrections of their own.
    let other = ["2025-01-04", "Östervik", "2011", "1.1", "20", "21,5"];
    let year = ["2025-01-04", "Sabro", "2017", "1.2", "20", "25"];
    assert_eq!(report(&[first, other, year, second]), "");
}

#[test]
fn a_correction_of_what_is_withdrawn_tells_nothing() {
    let project = with(&[["2025-10-20", "Åmossa", "2020", "total", "1", "2"]]);
    let record = project.join("content/evaluations/amossa/2020/evaluation.toml");
    let text = fs::read_to_string(&record).unwrap();
    fs::write(&record, text.replacen("format = 1\n", "format = 1\nwithdrawn = \"Fel.\"\n", 1)).unwrap();
    let compiled = compile(project.path(), GOLDEN_DAY);
    assert_eq!(compiled.report, "", "nobody sees whether it agrees");
    assert!(!compiled.text("om/andringar/").contains("Skäl 0"));
}
