//! The repository's own content: right to the last printed decimal.

use std::fs;

use crate::project::{element, real, repository, text};

/// Every warning the content gives: contradictions in the sources, kept as
/// printed.
const WARNINGS: [(&str, &str, &str); 5] = [
    ("printed/area-box", "hoganas/2018", "2 = \"66\""),
    ("printed/cover-date", "lindesberg/2021", "cover-date = \"2020-05-11\""),
    ("printed/area-box", "lindesberg/2021", "1 = \"46\""),
    ("printed/area-box", "lindesberg/2021", "4 = \"45\""),
    ("printed/area-box", "lindesberg/2021", "5 = \"51\""),
];

#[test]
fn the_content_gives_exactly_the_known_warnings() {
    let report = &real().report;
    let faults: Vec<_> = report.split("\n\n").filter(|fault| !fault.trim().is_empty()).collect();
    assert_eq!(faults.len(), WARNINGS.len(), "{report}");
    for (fault, (code, folder, line)) in faults.iter().zip(WARNINGS) {
        assert!(fault.starts_with(&format!("warning[{code}]")), "{fault}");
        assert!(fault.contains(&format!("content/evaluations/{folder}/evaluation.toml:")), "{fault}");
        assert!(fault.contains(line), "{fault}");
    }
}

#[test]
fn every_printed_sub_area_stands_on_its_pages() {
    let rows = fs::read_to_string(repository().join("tests/real/scores.csv")).unwrap();
    let rows: Vec<Vec<String>> =
        csv::Reader::from_reader(rows.as_bytes()).deserialize().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 205);
    for row in rows {
        let [page, sub_area, points, maximum, percent] = row.as_slice() else { panic!("{row:?}") };
        let html = real().page(&format!("kommuner/{page}/"));
        let id = format!("delomrade-{}", sub_area.replace('.', "-"));
        let shown = text(element(html, &id, "</tr>"));
        assert!(shown.starts_with(&format!("{sub_area} ")), "{page}: {shown}");
        assert!(
            shown.ends_with(&format!(" {points} {maximum} {percent}\u{a0}%")),
            "{page} {sub_area}: {shown}"
        );
    }
}

#[test]
fn totals_are_stated_or_computed() {
    for (page, total) in [
        ("lund/2011", "458,9 av 800 (beräknad)"),
        ("burlov/2020", "595 av 800 (beräknad)"),
        ("hoganas/2018", "549 av 800 (beräknad)"),
        ("lindesberg/2021", "420 av 800"),
        ("ljungby/2018", "461 av 800"),
    ] {
        let text = real().text(&format!("kommuner/{page}/"));
        let (_, after) = text.split_once("Totalpoäng ").unwrap();
        assert!(after.starts_with(total), "{page}: {}", &after[..60]);
        assert!(!after[total.len()..].starts_with(" (beräknad)"), "{page}");
    }
}

#[test]
fn differences_are_noted_on_the_page_without_a_cause() {
    for (page, areas) in [
        ("lund/2011", [1, 3, 4, 6].as_slice()),
        ("ljungby/2018", &[1, 4, 7]),
        ("burlov/2020", &[]),
        ("hoganas/2018", &[]),
        ("lindesberg/2021", &[]),
    ] {
        let text = real().text(&format!("kommuner/{page}/"));
        for area in 1..=8 {
            let noted = text.contains(&format!("poäng för område {area}, men delområdena blir"));
            assert_eq!(noted, areas.contains(&area), "{page}, area {area}");
        }
        assert!(
            !text.contains("eftersom värdena är avrundade") && !text.contains("Avrundning förklarar"),
            "{page}"
        );
    }
    let says = |page: &str, sentence: &str| {
        let text = real().text(&format!("kommuner/{page}/"));
        assert!(text.contains(sentence), "{page}: {sentence}");
    };
    let may_be = "tillsammans. Skillnaden kan bero på avrundning.";
    says("lindesberg/2021", &format!("Källan anger 420 poäng totalt, men områdena blir 423 {may_be}"));
    says("lund/2011", &format!("Källan anger 42,2 poäng för område 1, men delområdena blir 42,25 {may_be}"));
    says("ljungby/2018", &format!("Källan anger 45 poäng för område 4, men delområdena blir 47 {may_be}"));
}

#[test]
fn every_difference_in_print_stands_in_the_table_of_all_as_on_its_page() {
    let html = real().page("metod/avvikelser/");
    let rows: Vec<_> = html.split("<tr>").skip(2).map(|row| row.split("</tr>").next().unwrap()).collect();
    let told: Vec<_> = rows
        .iter()
        .map(|row| (href(row), text(row.rsplit("<span class=\"below\">").next().unwrap())))
        .collect();
    let mut on_pages = 0;
    for (path, page) in real().site().tree.pages() {
        let parts: Vec<_> = path.split('/').collect();
        let ["kommuner", slug, year, "index.html"] = parts[..] else { continue };
        let page = std::str::from_utf8(page).unwrap();
        for note in page.split("role=\"note\"").skip(1) {
            for item in note.split("</ul>").next().unwrap().split("<li>").skip(1) {
                let sentence = text(item.split("</li>").next().unwrap());
                let link = told.iter().find(|(_, told)| told.trim() == sentence.trim());
                let (address, anchor) =
                    link.unwrap_or_else(|| panic!("{path}: {sentence}")).0.split_once('#').unwrap();
                assert_eq!(address, format!("/kommuner/{slug}/{year}/"), "{sentence}");
                // The note stands where the row leads.
                assert!(
                    text(element(page, anchor, "</ul>")).contains(sentence.trim()),
                    "{anchor}: {sentence}"
                );
                on_pages += 1;
            }
        }
    }
    assert_eq!((rows.len(), on_pages), (13, 13));
    let kinds = |kind: &str| html.matches(&format!("<td>{kind} ")).count();
    assert_eq!((kinds("Varning"), kinds("Notering")), (5, 8));
    let said = "5 varningar och 8 noteringar, i 4 av 22 utvärderingar.";
    assert!(real().text("metod/avvikelser/").contains(said));
    assert!(real().page("metod/").contains("href=\"/metod/avvikelser/\""));
}

/// Where the first link in `html` leads.
fn href(html: &str) -> &str {
    html.split_once("href=\"").unwrap().1.split_once('"').unwrap().0
}

#[test]
fn an_edition_that_a_report_does_not_name_says_how_it_is_known() {
    let says = |page: &str| {
        real().text(&format!("kommuner/{page}/")).contains("Källan säger inte vilken utgåva den följer")
    };
    for page in ["burlov/2020", "lindesberg/2021", "ljungby/2018", "lund/2011"] {
        assert!(!says(page), "{page}");
    }
    let hoganas = real().text("kommuner/hoganas/2018/");
    assert!(hoganas.contains(
        "Källan nämner ingen utgåva. Vi har slutit oss till den av delområdenas maxpoäng, som ingen annan \
         utgåva har."
    ));
    assert!(
        real()
            .text("kommuner/helsingborg/2017/")
            .contains("Källan nämner ingen utgåva. Vi har slutit oss till den av tidpunkten.")
    );
}

#[test]
fn an_evaluation_older_than_ten_years_says_so_first() {
    let old = real().text("kommuner/lund/2011/");
    let (at, result) = (old.find("för mer än tio år sedan").unwrap(), old.find("Totalpoäng").unwrap());
    assert!(at < result);
    assert!(!real().text("kommuner/lindesberg/2021/").contains("tio år sedan"));
}

#[test]
fn the_headline_is_the_latest_and_details_the_latest_there_are() {
    let page = real().page("kommuner/hoganas/");
    let text = real().text("kommuner/hoganas/");
    assert!(text.contains(
        "Höganäs kommun fick 679 av 800 poäng i utvärderingen från februari\u{a0}2023 \
         (2020\u{a0}års\u{a0}utgåva, trolig)."
    ));
    assert!(text.contains("Det som följer är från utvärderingen 2018 (2016\u{a0}års\u{a0}utgåva)."));
    assert!(text.contains("Källa till resultatet 2023:"), "the headline's own source");
    let history = crate::project::text(element(page, "historik", "Jämför Höganäs"));
    let places: Vec<_> =
        ["2016 års utgåva", "549 av 800 (beräknad)", "2020 års utgåva", "611 av 800", "679 av 800", "+68"]
            .map(|it| history.find(it).unwrap())
            .into();
    assert!(places.is_sorted(), "{history}");
}

/// A total says little alone: where a mean of totals in its edition has been published, the
/// verdict compares them, and no other edition's mean is put beside it.
#[test]
fn a_total_is_compared_with_the_published_mean_of_its_edition() {
    let says = |page: &str, sentence: &str| real().text(&format!("kommuner/{page}/")).contains(sentence);
    assert!(says("helsingborg", "Totalen är 192 poäng högre än det publicerade medelvärdet 476."));
    assert!(says("ljungby", "Totalen är 15 poäng lägre än det publicerade medelvärdet 476."));
    assert!(says("karlskoga", "Totalen är lika hög som det publicerade medelvärdet 450."));
    assert!(!says("burlov", "det publicerade medelvärdet 4"), "2020 has no published mean of totals");
}

#[test]
fn every_evaluation_has_a_lasting_address_and_its_source() {
    let pages = real().site().tree.pages();
    let years: Vec<_> =
        pages.filter(|(path, _)| path.starts_with("kommuner/") && path.matches('/').count() == 3).collect();
    assert_eq!(years.len(), 22);
    for (path, html) in years {
        let html = std::str::from_utf8(html).unwrap();
        assert!(text(element(html, "kallor", "</dl>")).len() > "Källor Utvärderingen 2011 ".len(), "{path}");
    }
    let sitemap = real().site().tree.get("sitemap.xml").unwrap();
    // Neither the page for wrong addresses nor that of the theme's components is for searchers.
    assert_eq!(
        std::str::from_utf8(sitemap).unwrap().matches("<loc>").count(),
        real().site().tree.pages().count() - 2
    );
}

#[test]
fn a_municipality_without_evaluation_has_a_page_that_leads_to_its_neighbours() {
    let html = real().page("kommuner/");
    assert_eq!(html.matches("<li id=\"kommun-").count(), 290);
    for slug in ["lund", "malmo"] {
        let entry = element(html, &format!("kommun-{slug}"), "</li>");
        assert!(entry.contains(&format!("href=\"/kommuner/{slug}/\"")), "{entry}");
    }
    let malmo = real().text("kommuner/malmo/");
    assert!(malmo.contains("ingen utvärdering i portalen"), "{malmo}");
    assert!(malmo.contains("Kommunen kan ändå ha utvärderats"), "{malmo}");
    let county = &malmo[malmo.find("Kommuner i Skåne län med resultat").unwrap()..];
    assert!(county.contains("Burlöv 595 (beräknad) 2020 2020 års utgåva 20\u{a0}386"), "{county}");
    assert!(county.find("Burlöv").unwrap() < county.find("Ängelholm").unwrap(), "by name");
    assert!(!malmo.contains("ej utvärderad"));
}

#[test]
fn earlier_evaluations_without_result_are_known() {
    let lund = real().text("kommuner/lund/");
    assert!(lund.contains("2009: resultatet finns inte i portalen"), "{lund}");
}

#[test]
fn the_four_kinds_of_missing_value_are_told_apart() {
    let table = real().text("jamfor/2020/");
    assert!(table.contains("inte publicerat: områdenas poäng 2023 (trolig utgåva) 679 – – – –"), "{table}");
    assert!(table.contains("– betyder att värdet saknas. Orsaken står under kommunens namn."), "{table}");
    let comparison = real().text("jamfor/");
    assert!(comparison.contains("Lund – – 458,9 (beräknad) 2011"), "{comparison}");
    let key = "– betyder att kommunen inte har någon utvärdering i den utgåvan.";
    assert!(comparison.contains(key), "{comparison}");
}

#[test]
fn code_is_highlighted_with_classes() {
    let html = real().page("data/");
    for class in ["hl-key", "hl-string", "hl-number", "hl-punctuation"] {
        assert!(html.contains(&format!("class=\"{class}\"")), "{class}");
    }
    assert_eq!(html.matches("<pre ").count(), real_code_blocks());
}

/// Code blocks of the page on data.
fn real_code_blocks() -> usize {
    fs::read_to_string(repository().join("content/pages/data.md")).unwrap().matches("\n```").count() / 2
}
