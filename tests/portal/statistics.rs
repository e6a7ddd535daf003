//! Statistics are those of one edition, told of eight or more (P6).
//!
//! The values are worked out twice: by Kompass, and by `tests/statistics/make.py`,
//! which shares no code with it and has invented the results as well.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use crate::dice::Dice;
use crate::project::{Compiled, GOLDEN_DAY, compile, golden_project, repository};
use crate::scratch::Folder;

/// One evaluation: what a column of results has.
type Row = BTreeMap<String, String>;

/// The invented results.
fn results() -> Vec<Row> {
    table(&fs::read(repository().join("tests/statistics/results.csv")).unwrap())
}

fn table(bytes: &[u8]) -> Vec<Row> {
    csv::Reader::from_reader(bytes).deserialize().map(Result::unwrap).collect()
}

/// A portal with these results and no others, in the golden project's editions.
fn portal(rows: &[Row]) -> Folder {
    let project = golden_project();
    fs::remove_dir_all(project.join("content/evaluations")).unwrap();
    // Their own texts lead to evaluations that are gone.
    for page in ["data", "metod", "om"] {
        project.write(&format!("content/pages/{page}.md"), "# En sida\n\nOch en text.\n");
    }
    fs::remove_file(project.join("content/changes.toml")).unwrap();
    // The municipalities that join the register lie nowhere.
    fs::remove_file(project.join("content/shapes.csv")).unwrap();
    let mut register = fs::read_to_string(project.join("content/municipalities.csv")).unwrap();
    let mut listed = std::collections::BTreeSet::new();
    for row in rows {
        let slug = row["name"].to_lowercase();
        if listed.insert(slug.clone()) {
            let (code, name) = (&row["code"], &row["name"]);
            let line =
                [code, name, &format!("{name}s"), &format!("{name} kommun"), "", &slug, "70", &row["county"]];
            writeln!(register, "{},{},{},2025", line.join(","), row["group"], row["population"]).unwrap();
        }
        project.write(&format!("content/evaluations/{slug}/{}/evaluation.toml", row["year"]), &record(row));
    }
    project.write("content/municipalities.csv", &register);
    project
}

fn record(row: &Row) -> String {
    let mut text = format!(
        "format = 1\ncode = \"{}\"\nedition = \"{}\"\nedition-basis = \"stated\"\nyear = {}\n",
        row["code"], row["edition"], row["year"]
    );
    for key in ["month", "ordinal"] {
        if !row[key].is_empty() {
            writeln!(text, "{key} = {}", row[key]).unwrap();
        }
    }
    let maxima: &[usize] = if row["edition"] == "2016" { &[3, 2, 3] } else { &[2, 3, 4] };
    let areas = (1..=3).map(|area| area.to_string());
    let sub_areas =
        maxima.iter().zip(1..).flat_map(|(count, area)| (1..=*count).map(move |it| format!("{area}.{it}")));
    let (mut scores, mut points, mut missing) = (String::new(), String::new(), String::new());
    for area in areas {
        writeln!(scores, "{area} = \"{}\"", row[&area]).unwrap();
    }
    for key in sub_areas {
        match row[&key].as_str() {
            "" => writeln!(missing, "\"{key}\" = \"not-published\"").unwrap(),
            value => writeln!(points, "\"{key}\" = \"{value}\"").unwrap(),
        }
    }
    let total = match row["total"].as_str() {
        "" => {
            missing = format!("total = \"not-published\"\n{missing}");
            String::new()
        }
        total => format!("total = \"{total}\"\n"),
    };
    text + "[source]\ntitle = \"Rapporten\"\n[scores]\n"
        + &total
        + "[scores.areas]\n"
        + &scores
        + "[scores.points]\n"
        + &points
        + "[missing]\n"
        + &missing
}

fn compiled(rows: &[Row]) -> Compiled {
    compile(portal(rows).path(), GOLDEN_DAY)
}

/// The statistics of an edition as the portal gives them away.
fn statistics(compiled: &Compiled, edition: &str) -> Vec<Row> {
    table(compiled.site().tree.get(&format!("data/statistik-{edition}.csv")).unwrap())
}

#[test]
fn statistics_are_those_that_a_separate_script_works_out() {
    let compiled = compiled(&results());
    assert!(!compiled.report.contains("error"), "{}", compiled.report);
    let expected = table(&fs::read(repository().join("tests/statistics/expected.csv")).unwrap());
    let key = |row: &Row| ["utgava", "bland", "bland_namn", "matt"].map(|name| row[name].clone());
    let mut found: BTreeMap<_, _> = ["2016", "2020"]
        .iter()
        .flat_map(|edition| statistics(&compiled, edition))
        .map(|row| (key(&row), row))
        .collect();
    for wanted in &expected {
        let row = found.remove(&key(wanted)).unwrap_or_else(|| panic!("{wanted:?}"));
        for (name, value) in wanted {
            assert_eq!(row[name], *value, "{name} of {wanted:?}");
        }
    }
    assert!(found.is_empty(), "{found:?}");
    assert!(expected.iter().any(|row| row["antal"] == "8" && !row["median"].is_empty()));
}

#[test]
fn what_few_have_is_told_nowhere() {
    let rows = results();
    for count in [1, 7, 8, 9] {
        let mut codes: Vec<_> =
            rows.iter().filter(|row| row["edition"] == "2020").map(|row| &row["code"]).collect();
        codes.dedup();
        codes.truncate(count);
        let kept: Vec<_> = rows
            .iter()
            .filter(|row| codes.contains(&&row["code"]) && row["edition"] == "2020")
            .cloned()
            .collect();
        let compiled = compiled(&kept);
        for row in statistics(&compiled, "2020") {
            let told = ["lagst", "undre_kvartil", "median", "ovre_kvartil", "hogst"]
                .map(|name| !row[name].is_empty());
            let may = row["antal"].parse::<usize>().unwrap() >= 8;
            assert_eq!(told, [may; 5], "{row:?}");
        }
        let pages: Vec<_> = compiled.site().tree.pages().map(|(path, _)| path.to_owned()).collect();
        let said: Vec<_> = pages
            .iter()
            .filter(|path| path.starts_with("kommuner/") || path.starts_with("omraden/"))
            .map(|path| compiled.text(path.trim_end_matches("index.html")))
            .filter(|text| {
                ["Medianen bland", "högsta bland", "Medianer", "avståndet till medianen"]
                    .iter()
                    .any(|it| text.contains(it))
            })
            .collect();
        assert_eq!(said.is_empty(), count < 8, "{count}: {said:?}");
        let area = compiled.page("omraden/styrning/");
        assert_eq!(area.contains("class=\"figure place\""), count >= 8, "places");
    }
}

#[test]
fn nothing_spans_editions() {
    for seed in 0..4 {
        let mut dice = Dice::new(seed);
        let rows: Vec<_> = results().into_iter().filter(|_| dice.below(5) > 0).collect();
        let both = compiled(&rows);
        for edition in ["2016", "2020"] {
            let kept: Vec<_> = rows.iter().filter(|row| row["edition"] == edition).cloned().collect();
            let alone = compiled(&kept);
            assert_eq!(statistics(&both, edition), statistics(&alone, edition), "{seed}");
            for area in ["oppenhet", "styrning", "tjanster"] {
                let section = |compiled: &Compiled| {
                    let html = compiled.page(&format!("omraden/{area}/")).to_owned();
                    crate::project::element(&html, &format!("utgava-{edition}"), "<h2 id=\"lara\"").to_owned()
                };
                if edition == "2020" {
                    assert_eq!(section(&both), section(&alone), "{seed} {area}");
                }
            }
            // A page of a year never tells of another edition, and what a municipality with
            // one edition is compared with does not either.
            let others: Vec<_> =
                rows.iter().filter(|row| row["edition"] != edition).map(|row| &row["code"]).collect();
            for row in kept.iter().filter(|row| !others.contains(&&row["code"])) {
                let page = |compiled: &Compiled| {
                    compiled.page(&format!("kommuner/{}/", row["name"].to_lowercase())).to_owned()
                };
                assert_eq!(page(&both), page(&alone), "{seed} {}", row["name"]);
            }
        }
    }
}

#[test]
fn the_order_of_the_register_does_not_matter() {
    let rows = results();
    let mut turned = rows.clone();
    turned.reverse();
    let tree = |rows: &[Row]| compiled(rows).site.unwrap().tree;
    assert!(tree(&rows) == tree(&turned));
}
