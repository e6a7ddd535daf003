//! A new edition needs no code: the golden project with an invented edition of
//! 2027 that has nine areas, no two of them worth the same.

use std::fmt::Write;
use std::fs;

use jiff::civil::{Date, date};

use crate::project::{Compiled, check_content, compile, golden_project, text};
use crate::scratch::Folder;

/// Names, last parts of addresses and maxima of the areas. The first three keep
/// the addresses that the project's texts link to.
const AREAS: [(&str, &str, u16); 9] = [
    ("Tjänster", "tjanster", 40),
    ("Öppenhet", "oppenhet", 60),
    ("Styrning", "styrning", 80),
    ("Klimat", "klimat", 100),
    ("Trygghet", "trygghet", 120),
    ("Lärande", "larande", 50),
    ("Boende", "boende", 70),
    ("Kultur", "kultur", 90),
    ("Beredskap", "beredskap", 110),
];

/// A day after the evaluation.
const DAY: Date = date(2028, 1, 1);

/// The areas of 2027 that continue the three of 2020.
const SUCCESSORS: [u8; 3] = [7, 9, 3];

const RECORD: &str = r#"format = 1
code = "0203"
edition = "2027"
edition-basis = "stated"
year = 2027
narratives = ["area-9"]
texts = "own"

[source]
title = "Rapporten om Älvhult"

[scores.areas]
1 = "30"
2 = "45"
3 = "80"
4 = "62,5"
5 = "60"
6 = "25"
7 = "70"
8 = "45"
9 = "99"

[scores.points]
"1.1" = "12"
"1.2" = "18"

[scores.percent]
"1.1" = "60"
"1.2" = "90"

[missing]
total = "not-published"
sub-areas = "not-published"

[[examples]]
id = "vattentornet"
area = 9
topic = "Ett vattentorn som reserv"
summary = "Tornet står fullt, och en gång om året lever staden av det i en dag."
place = "Område 9"
"#;

const NARRATIVE: &str = "Älvhult har övat på stromavbrott.\n\n## Styrkor\n\n- Reservdammen vid ån\n";

const MEAN: &str = r#"
[[means]]
edition = "2027"
as-of = "2028"
population = "alla kommuner"
total = "500"
areas = { 1 = "36", 3 = "60" }
source = { title = "Provrapporten" }
"#;

fn edition() -> String {
    let mut file = "format = 1\nid = \"2027\"\nname = \"2027 års utgåva\"\nyear = 2027\n\
                    comparability = \"Allt är nytt.\"\n"
        .to_owned();
    for (number, (name, slug, maximum)) in (1..).zip(AREAS) {
        let half = maximum / 2;
        write!(
            file,
            "\n[[areas]]\nnumber = {number}\nname = \"{name}\"\nslug = \"{slug}\"\nmaximum = {maximum}\n\
             description = \"Om detta.\"\nsub-areas = [\n  \
             {{ number = \"{number}.1\", name = \"Planer\", maximum = {half} }},\n  \
             {{ number = \"{number}.2\", name = \"Resultat\", maximum = {half} }},\n]\n"
        )
        .unwrap();
    }
    file
}

/// The golden project with the new edition and one evaluation in it; only
/// content is added and changed.
fn project() -> Folder {
    let folder = golden_project();
    let path = |id: &str| format!("content/editions/{id}.toml");
    for id in ["2010", "2016"] {
        let old = fs::read_to_string(folder.join(path(id))).unwrap();
        folder.write(&path(id), &old.replace("succeeded-by = \"2020\"", "succeeded-by = \"2027\""));
    }
    let old = fs::read_to_string(folder.join(path("2020"))).unwrap();
    let mut successors = SUCCESSORS.iter();
    let lines = old.lines().map(|line| match line {
        "year = 2020" => "year = 2020\nsucceeded-by = \"2027\"".to_owned(),
        _ if line.starts_with("slug = ") => format!("successor = {}", successors.next().unwrap()),
        _ => line.to_owned(),
    });
    folder.write(&path("2020"), &(lines.collect::<Vec<_>>().join("\n") + "\n"));
    folder.write(&path("2027"), &edition());
    folder.write("content/evaluations/alvhult/2027/evaluation.toml", RECORD);
    folder.write("content/evaluations/alvhult/2027/area-9.md", NARRATIVE);
    let means = fs::read_to_string(folder.join("content/references.toml")).unwrap();
    folder.write("content/references.toml", &(means + MEAN));
    // Assessed anew in time, like everything else that is due every year.
    let statement = fs::read_to_string(folder.join("content/accessibility.toml")).unwrap();
    folder.write("content/accessibility.toml", &statement.replace("2025-12-01", "2027-12-01"));
    folder
}

fn site() -> Compiled {
    let compiled = compile(project().path(), DAY);
    assert_eq!(compiled.report, "");
    compiled
}

fn file<'s>(site: &'s Compiled, path: &str) -> &'s str {
    std::str::from_utf8(site.site().tree.get(path).unwrap()).unwrap()
}

/// Asserts that the page at `address` says all of `expected`, in this order.
fn assert_says(site: &Compiled, address: &str, expected: &[&str]) {
    let text = site.text(address).replace('\u{a0}', " ");
    let mut rest = text.as_str();
    for words in expected {
        let Some((_, after)) = rest.split_once(words) else { panic!("{address} lacks {words:?}:\n{rest}") };
        rest = after;
    }
}

#[test]
fn pages_count_with_the_maxima_of_the_new_edition() {
    let site = site();
    assert_says(
        &site,
        "",
        &[
            "nio områden som ger högst 720 poäng tillsammans.",
            "Älvhult 516,5 av 720 (beräknad)",
            "Nio områden",
            "9 Beredskap",
        ],
    );
    assert_says(&site, "omraden/", &["bedömer nio områden, här enligt 2027 års utgåva. Områdena ger olika"]);
    assert_says(
        &site,
        "kommuner/alvhult/2027/",
        &[
            "fick 516,5 av 720 poäng i utvärderingen från 2027, enligt 2027 års utgåva.",
            "skillnad +16,5",
            "Den yttersta ringen är områdets maxpoäng.",
            "Störst andel av maxpoängen: Styrning och Boende (100 %). Minst: Trygghet, Lärande och Kultur (50 %). \
             Över det publicerade medelvärdet: 1 av 2 områden.",
            "1 Tjänster 30",
            "9 Beredskap 99",
            "1 Tjänster 30 av 40",
            "1.1 Planer 12 20 60 %",
            "1.2 Resultat 18 20 90 %",
            "9 Beredskap 99 av 110",
        ],
    );
    assert_says(&site, "metod/", &["2027 års utgåva", "9.2 Resultat 55", "2020 års utgåva"]);
}

#[test]
fn charts_are_drawn_on_the_scale_of_each_area() {
    let site = site();
    let page = site.page("kommuner/alvhult/2027/");
    let rose = &page[page.find("<svg class=\"rose\"").unwrap()..];
    let rose = &rose[..rose.find("</svg>").unwrap()];
    assert_eq!(rose.matches("<path class=\"rose-petal\"").count(), 9);
    // A petal is drawn once, a mean twice: its arc has a rim. 75 % are areas 1
    // and 2 and the mean of area 3; 90 % are area 9 and the mean of area 1.
    for (radius, count) in [("A75.0 75.0", 4), ("A90.0 90.0", 3), ("A100.0 100.0", 2), ("A50.0 50.0", 3)] {
        assert_eq!(rose.matches(radius).count(), count, "{radius}: {rose}");
    }
    // The bars of the total, of 30 of 40 with its mean, and of 99 of 110.
    for bar in [
        "<rect width=\"71.74\"",
        "<rect width=\"75\" height=\"12\"/><rect class=\"bar-reference\" x=\"90\"",
        "<rect width=\"90\"",
    ] {
        assert!(page.contains(bar), "{bar}");
    }
}

#[test]
fn tables_have_a_column_per_area_and_stand_apart_per_edition() {
    let site = site();
    let page = site.page("jamfor/2027/");
    let (_, table) =
        page.split_once("<caption>Poäng per område och totalt (av 720), 2027\u{a0}års\u{a0}utgåva").unwrap();
    let (head, _) = table.split_once("</thead>").unwrap();
    let columns = text(head.split_once("<thead>").unwrap().1);
    let names: Vec<_> = (1..).zip(AREAS).map(|(number, (name, ..))| format!("{number} {name}")).collect();
    assert_eq!(columns, format!("Kommun År Totalpoäng {}", names.join(" ")));
    assert_says(
        &site,
        "jamfor/2027/",
        &["(av 720), 2027 års utgåva", "2027 516,5 (beräknad) 30 45 80 62,5 60 25 70 45 99"],
    );
    assert_says(
        &site,
        "omraden/beredskap/",
        &[
            "Resultat, 2027 års utgåva",
            "Älvhult",
            "99",
            "Resultat, 2020 års utgåva",
            "Närmaste motsvarighet: område 2, Öppenhet",
            "Wedby",
        ],
    );
    assert_says(&site, "kommuner/wedby/2021/", &["Andra kommuners resultat: Beredskap"]);
}

#[test]
fn data_files_take_their_columns_from_the_editions() {
    let site = site();
    let results = file(&site, "data/kommunkompassen-2027.csv");
    let (head, rows) = results.split_once('\n').unwrap();
    let areas: Vec<_> = (1..=9).map(|number| format!("omrade_{number},omrade_{number}_saknas")).collect();
    assert!(
        head.ends_with(&format!("totalpoang_saknas,{},kalla,kalla_adress,sida,rattade", areas.join(","))),
        "{head}"
    );
    let row =
        "2027,,2027,stated,516.5,computed,,30,,45,,80,,62.5,,60,,25,,70,,45,,99,,Rapporten om Älvhult,,";
    assert!(rows.starts_with("0203,Älvhult,Norrvala län,") && rows.contains(row), "{rows}");
    let lessons = file(&site, "data/goda-exempel.csv");
    assert!(lessons.starts_with("typ,amne,kommunkod,kommun,lan,rapport_kommunkod,rapport_kommun,ar,utgava,omrade,delomrade,omrade_2027,plats,sida,texter,texter_licens,texter_licens_adress,sammanfattning\n"));
    assert!(
        lessons.contains("2021,2020,2,2.3,9,"),
        "the area of 2020 and the one that continues it: {lessons}"
    );
    assert!(lessons.contains("2027,2027,9,,9,Område 9,"), "{lessons}");
    let record: serde_json::Value =
        serde_json::from_str(file(&site, "kommuner/alvhult/2027/utvardering.json")).unwrap();
    assert_eq!(record["maximum"], 720);
    assert_eq!(record["areas"].as_array().unwrap().len(), 9);
}

#[test]
fn passages_are_found_by_their_area_of_the_new_edition() {
    let found = crate::search::addresses_found(
        site().site(),
        &[
            r#"{"words": "reservdammen", "chosen": {"omrade": ["beredskap"], "utgava": ["2027"]}}"#,
            r#"{"words": "reservdammen", "chosen": {"omrade": ["styrning"]}}"#,
            r#"{"words": "vattentorn", "chosen": {"omrade": ["beredskap"], "typ": ["exempel"]}}"#,
            r#"{"words": "jäv köper", "chosen": {"omrade": ["beredskap"], "utgava": ["2020"], "typ": ["exempel"]}}"#,
        ],
    );
    let expected: [&[&str]; 4] = [
        &["kommuner/alvhult/2027/#styrkor-9"],
        &[],
        &["kommuner/alvhult/2027/#exempel-vattentornet"],
        &["kommuner/wedby/2021/#exempel-javsvecka"],
    ];
    assert_eq!(found, expected);
}

#[test]
fn values_are_held_against_the_maxima_of_the_new_edition() {
    let check = |record: &str, edition: &str| {
        let folder = project();
        folder.write("content/evaluations/alvhult/2027/evaluation.toml", record);
        folder.write("content/editions/2027.toml", edition);
        check_content(folder.path(), DAY)
    };
    let report = check(&RECORD.replace("1 = \"30\"", "1 = \"40,5\""), &edition());
    assert!(report.contains("area 1 is 40,5, more than the 40 there are to get"), "{report}");
    let report = check(&RECORD.replace("9 = \"99\"", "9 = \"110\""), &edition());
    assert_eq!(report, "");
    let report = check(RECORD, &edition().replace("maximum = 110\n", "maximum = 100\n"));
    assert!(report.contains("the maxima in the area “Beredskap” add up to 110, expected 100"), "{report}");
    assert!(report.contains("maximum = 100\n"), "the place is the key: {report}");
    let report = check(RECORD, &edition().replace("maximum = 110\n", ""));
    assert!(report.contains("the maxima in the area “Beredskap” add up to 110, expected 100"), "{report}");
}
