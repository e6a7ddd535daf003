//! Lists, narratives, good examples and downloads of the real content.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::project::{element, real, text};

/// A downloaded file of the real site.
fn file(path: &str) -> &'static str {
    let bytes = real().site().tree.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    std::str::from_utf8(bytes).unwrap()
}

fn json(page: &str) -> Value {
    serde_json::from_str(file(&format!("kommuner/{page}/utvardering.json"))).unwrap()
}

fn table(path: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(file(path).as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// Items under a heading in all areas of a page.
fn items(html: &str, heading: &str) -> usize {
    let heading = format!("<h3>{heading}</h3>");
    let lists = html.split(&heading).skip(1);
    lists.map(|list| list.split("</ul>").next().unwrap().matches("<li>").count()).sum()
}

#[test]
fn every_list_item_of_the_reports_in_full_is_there() {
    // In Höganäs' report four items go on in a new cell after a page break; they count once.
    for (page, counts) in [
        ("lund/2011", [39, 32, 21]),
        ("burlov/2020", [43, 0, 20]),
        ("ljungby/2018", [67, 0, 52]),
        ("hoganas/2018", [48, 0, 36]),
        ("lindesberg/2021", [66, 0, 47]),
    ] {
        let html = real().page(&format!("kommuner/{page}/"));
        let headings = ["Styrkor", "Finns delar, kan bli bättre", "Förbättringsmöjligheter"];
        assert_eq!(headings.map(|heading| items(html, heading)), counts, "{page}");
        let areas = json(page)["areas"].as_array().unwrap().clone();
        let lists = ["strengths", "partials", "improvements"];
        let in_data =
            lists.map(|list| areas.iter().map(|area| area[list].as_array().unwrap().len()).sum::<usize>());
        assert_eq!(in_data, counts, "{page} as JSON");
    }
}

#[test]
fn narratives_are_there_where_the_report_has_them() {
    for (page, expected) in [
        ("lund/2011", true),
        ("burlov/2020", true),
        ("ljungby/2018", false),
        ("hoganas/2018", true),
        ("lindesberg/2021", true),
    ] {
        for area in json(page)["areas"].as_array().unwrap() {
            let words: usize = area["sections"]
                .as_array()
                .unwrap()
                .iter()
                .map(|section| section["text"].as_str().unwrap().split_whitespace().count())
                .sum();
            let introduction = area["introduction"].as_str().unwrap_or_default().split_whitespace().count();
            let range = if expected { 60..=150 } else { 0..=0 };
            assert!(
                range.contains(&(words + introduction)),
                "{page} {}: {words} + {introduction}",
                area["number"]
            );
        }
    }
}

#[test]
fn referrals_and_own_examples_are_listed_apart() {
    let rows = table("data/goda-exempel.csv");
    let referrals: Vec<_> = rows.iter().filter(|row| row["typ"] == "hanvisning").collect();
    let of = |name: &str| referrals.iter().filter(|row| row["rapport_kommun"] == name).count();
    assert_eq!((of("Lund"), of("Burlöv"), of("Lindesberg"), referrals.len()), (27, 1, 15, 43));
    assert_eq!(rows.len() - referrals.len(), 12);
    assert!(referrals.iter().all(|row| row["kommun"] != row["rapport_kommun"]));
    let html = real().page("goda-exempel/");
    let (own, referred) = html.split_once("id=\"hanvisningar\"").unwrap();
    assert_eq!((own.matches("data-lesson").count(), referred.matches("data-lesson").count()), (12, 43));
}

#[test]
fn who_names_whom_is_told_from_both_sides() {
    let rows = table("data/goda-exempel.csv");
    let referrals: Vec<_> = rows.iter().filter(|row| row["typ"] == "hanvisning").collect();
    let html = real().page("goda-exempel/natverk/");
    let (list, figure) = html.split_once("id=\"flest\"").unwrap();
    assert_eq!(list.matches("<th scope=\"row\">").count(), referrals.len());
    for row in &referrals {
        let passage = row["sida"].strip_prefix("https://kommunkompassen.example").unwrap();
        let cells =
            format!(">{}</a></th><td><a href=\"{passage}\">{}</a>", row["kommun"], row["rapport_kommun"]);
        assert!(list.contains(&cells), "{cells}");
    }
    // Counted again: reports by municipality and area, each once.
    let named = referrals.iter().map(|row| row["kommun"].as_str()).collect::<std::collections::BTreeSet<_>>();
    for name in named {
        let reports = |area: Option<u8>| {
            let here = referrals.iter().filter(|row| row["kommun"] == name);
            let here = here.filter(|row| area.is_none_or(|area| row["omrade_2020"] == area.to_string()));
            here.map(|row| (&row["rapport_kommun"], &row["ar"]))
                .collect::<std::collections::BTreeSet<_>>()
                .len()
        };
        let row = figure.split("</tr>").find(|row| row.contains(&format!("\">{name}</a></th>")));
        assert_eq!(row.is_some(), reports(None) > 1, "{name}");
        let Some(row) = row else { continue };
        let cells: Vec<_> =
            row.split("<td").skip(1).map(|cell| text(&format!("<td{cell}")).trim().to_owned()).collect();
        let expected: Vec<_> =
            (1..=8).map(Some).chain([None]).map(|area| reports(area).to_string()).collect();
        assert_eq!(cells, expected, "{name}");
    }
    let lund = element(real().page("kommuner/lund/"), "namner", "</section>");
    assert_eq!(lund.matches("<li>").count(), 27);
    assert!(lund.contains("<a href=\"/kommuner/lund/2011/#exempel-kvalitetssystem-ale\">"), "{lund}");
    let lidingo = element(real().page("kommuner/lidingo/"), "forebild", "</section>");
    assert_eq!(lidingo.matches("<li>").count(), 2);
    assert!(!real().page("kommuner/lidingo/").contains("id=\"namner\""), "nothing of it is in the portal");
}

#[test]
fn every_example_leads_to_its_passage_and_stands_in_its_areas_list() {
    let count = |html: &[u8]| std::str::from_utf8(html).unwrap().matches("<dd data-lesson").count();
    let below = |start: &str| {
        let pages = real().site().tree.pages();
        pages.filter(|(path, _)| path.starts_with(start)).map(|(_, html)| count(html)).collect::<Vec<_>>()
    };
    assert_eq!(below("goda-exempel/omrade/").iter().sum::<usize>(), 55);
    // An area's page has the newest five of each kind.
    let on_pages = below("omraden/");
    assert_eq!(on_pages.iter().sum::<usize>(), 47, "{on_pages:?}");
    assert!(on_pages.iter().all(|count| *count <= 10), "{on_pages:?}");
    for row in table("data/goda-exempel.csv") {
        let (page, anchor) = row["sida"].split_once('#').unwrap();
        let page = page.strip_prefix("https://kommunkompassen.example/").unwrap();
        let passage = text(element(real().page(page), anchor, "</li>"));
        assert!(passage.contains(&row["amne"]), "{passage}");
    }
}

#[test]
fn every_example_says_what_there_is_to_learn_wherever_it_is_listed() {
    let rows = table("data/goda-exempel.csv");
    for row in &rows {
        let summary = &row["sammanfattning"];
        assert!(!summary.is_empty() && summary.ends_with('.'), "{row:?}");
        let page = row["sida"].rsplit_once("/kommuner/").unwrap().1.split_once("/#").unwrap().0;
        let data = file(&format!("kommuner/{page}/utvardering.json"));
        assert!(data.contains(&format!("\"summary\":\"{summary}\"")), "{page}: {summary}");
        for list in [format!("kommuner/{page}/"), format!("goda-exempel/ar/{}/", row["ar"])] {
            assert!(real().text(&list).contains(summary.as_str()), "{list}: {summary}");
        }
    }
    let from_uddevalla = rows.iter().filter(|row| row["kommun"] == "Uddevalla");
    for summary in from_uddevalla.map(|row| &row["sammanfattning"]) {
        assert!(real().text("kommuner/uddevalla/").contains(summary.as_str()), "{summary}");
    }
    // Of whom the weakest sub-areas can learn.
    assert!(real().page("kommuner/lindesberg/").contains("<p class=\"learnt\">Burlöv redovisar"));
}

#[test]
fn who_is_good_at_what_is_weak_is_linked_where_the_report_says_what_they_do() {
    let page = real().page("kommuner/ljungby/");
    assert!(page.contains("/kommuner/hoganas/2018/#text-5-1\">Höganäs 2018</a>"), "5.1");
    assert!(real().page("kommuner/hoganas/2018/").contains("<h3 id=\"text-5-1\">"));
    // The weakest sub-area in which nobody is good enough is named all the same.
    let learn = page.split_once("id=\"lara\"").unwrap().1;
    let [chiefs, others] =
        ["Tydliggörs det personliga uppdraget", "Ingen annan kommun har både fler poäng här"]
            .map(|text| learn.find(text).unwrap_or_else(|| panic!("{text}")));
    assert!(chiefs < others);
}

#[test]
fn a_total_is_held_against_the_one_before_it_in_its_edition_only() {
    let text = real().text("kommuner/hoganas/");
    let change =
        "Totalen är 68 poäng högre än i utvärderingen från december\u{a0}2020, om båda följer samma utgåva.";
    assert!(text.contains(change), "{text}");
    assert_eq!(text.matches(" poäng högre än i ").count(), 1, "{text}");
    // Every evaluation of Östervik was made in another edition.
    let page = include_str!("../golden/expected/kommuner/ostervik/index.html");
    assert!(page.contains("Tidigare:") && !page.contains("än i utvärderingen från"), "{page}");
}

#[test]
fn who_has_gained_points_is_listed_where_municipalities_are_compared() {
    let text = real().text("jamfor/");
    let listed = "Höganäs +68 från 611 till 679, 2020 (trolig utgåva) – 2023 (trolig utgåva) \
                  Tomelilla +49 från 497 till 546, 2020 – 2023";
    let plain = text.replace('\u{a0}', " ");
    let listed: Vec<_> = listed.split_whitespace().collect();
    assert!(plain.contains(&listed.join(" ")), "{plain}");
    // Those of other editions never stand in the same list.
    assert!(plain.contains("2016 års utgåva Vallentuna +48"), "{plain}");
}

#[test]
fn a_municipality_that_is_only_referred_to_has_a_page() {
    let text = real().text("kommuner/uddevalla/");
    assert!(text.contains("Portalen har inget resultat för Uddevalla kommun."), "{text}");
    assert_eq!(text.matches("enligt rapporten om Lunds kommun 2011 (2010\u{a0}års\u{a0}utgåva)").count(), 4);
}

#[test]
fn a_facet_narrows_the_list_down() {
    let html = real().page("goda-exempel/kommun/uddevalla/");
    assert_eq!(html.matches("<dd data-lesson").count(), 4);
    assert_eq!(real().page("goda-exempel/typ/egna/").matches("<dd data-lesson").count(), 12);
    assert_eq!(real().page("goda-exempel/ar/2020/").matches("<dd data-lesson").count(), 7);
    assert_eq!(real().page("goda-exempel/ar/2021/").matches("<dd data-lesson").count(), 18);
}

#[test]
fn results_download_with_the_kind_of_every_absent_value() {
    let rows = table("data/kommunkompassen-2010.csv");
    let lund = rows.iter().find(|row| row["kommun"] == "Lund").unwrap();
    assert_eq!((lund["kommunkod"].as_str(), lund["totalpoang"].as_str()), ("1281", "458.9"));
    assert_eq!((lund["totalpoang_grund"].as_str(), lund["omrade_1"].as_str()), ("computed", "42.2"));
    let nacka = rows.iter().find(|row| row["kommun"] == "Nacka").unwrap();
    assert_eq!((nacka["omrade_1"].as_str(), nacka["omrade_1_saknas"].as_str()), ("", "not-published"));
    let editions = ["2010", "2016", "2020"].map(|id| table(&format!("data/kommunkompassen-{id}.csv")).len());
    assert_eq!(editions, [7, 6, 5]);
}

#[test]
fn an_evaluation_downloads_as_printed() {
    let lund = json("lund/2011");
    assert_eq!(lund["total"]["points"], "458.9");
    assert_eq!(lund["total"]["basis"], "computed");
    assert_eq!(lund["areas"][3]["box"], "60");
    assert_eq!(lund["areas"][3]["sub_areas"][0]["points"], "15.0");
    assert_eq!(json("nacka/2011")["areas"][0]["missing"], "not-published");
}

#[test]
fn downloads_are_linked_where_the_figures_stand() {
    assert!(real().page("jamfor/").contains("href=\"/data/kommunkompassen-2016.csv\""));
    assert!(real().page("goda-exempel/").contains("href=\"/data/goda-exempel.csv\""));
    assert!(real().page("kommuner/lund/").contains("href=\"/kommuner/lund/2011/utvardering.json\""));
}

/// Six municipalities of Skåne have a result, three of them in the 2020 edition.
#[test]
fn who_has_no_result_is_led_to_neighbours_that_can_be_compared() {
    let page = real().page("kommuner/malmo/");
    assert!(page.contains("href=\"/jamfor/?kommun=1231,1284,1270\""), "{page}");
    assert!(real().text("kommuner/malmo/").contains("Fråga Provportalen Kompass: redaktionen@"));
}

/// No source of Höganäs 2020 and 2023 names an edition: +68 rests on a conclusion.
#[test]
fn a_change_in_a_table_says_what_it_rests_on() {
    let table = real().text("jamfor/2020/");
    assert!(table.contains("Höganäs +68 2020 (trolig utgåva) 611 2023 (trolig utgåva) 679"), "{table}");
}
