//! Municipalities on maps (C3): everybody once, classes of one edition each, and nothing else
//! that depends on the shapes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use kompass::derive::{Insights, derive};
use kompass::load::load;
use kompass::model::{Drafts, Portal};
use kompass::validate::validate;

use crate::project::{Compiled, GOLDEN_DAY, TODAY, compile, golden_project, real, repository};

/// What stands between `from` and the next `to`, wherever it begins.
fn between<'t>(text: &'t str, from: &str, to: &str) -> Vec<&'t str> {
    text.split(from).skip(1).map(|rest| rest.split(to).next().unwrap()).collect()
}

/// The only drawing on the page at `address` of which `figure` is the class.
fn drawing<'c>(compiled: &'c Compiled, address: &str, figure: &str) -> &'c str {
    let figures = between(compiled.page(address), &format!("<figure class=\"{figure}\">"), "</figure>");
    let drawings = between(figures[0], "<svg", "</svg>");
    assert_eq!((figures.len(), drawings.len()), (1, 1));
    drawings[0]
}

/// The portal of the repository.
fn portal() -> Portal {
    let content = load(&repository()).unwrap().project.value.unwrap().content.unwrap();
    validate(&content, TODAY, Drafts::Hidden).value.unwrap()
}

#[test]
fn every_municipality_of_the_register_is_on_the_map_once_and_in_the_list_of_its_county() {
    let portal = portal();
    let slugs: Vec<_> = portal.municipalities.values().map(|it| format!("/kommuner/{}/", it.slug)).collect();
    let slugs: BTreeSet<_> = slugs.iter().map(String::as_str).collect();
    let map = drawing(real(), "", "map-figure");
    let links = between(map, "<a href=\"", "\"");
    assert_eq!((links.len(), links.into_iter().collect::<BTreeSet<_>>()), (290, slugs.clone()));
    assert_eq!(map.matches("<a ").count(), map.matches("\" tabindex=\"-1\"><title>").count());
    assert_eq!(map.matches("<path d=\"M").count(), 290);
    let counties = between(real().page(""), "<div class=\"counties\">", "</div>");
    assert_eq!(counties[0].matches("<details>").count(), 21);
    let links = between(counties[0], "<li><a href=\"", "\"");
    assert_eq!((links.len(), links.into_iter().collect::<BTreeSet<_>>()), (290, slugs));
}

#[test]
fn a_class_holds_the_latest_results_of_one_edition_the_newest_first() {
    let portal = portal();
    let insights = derive(&portal);
    let map = drawing(real(), "", "map-figure");
    let mut editions: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for municipality in portal.municipalities.values() {
        let href = format!("href=\"/kommuner/{}/\"", municipality.slug);
        let shade = (1..=3).find(|shade| {
            let class = between(map, &format!("<g class=\"shade-{shade}\">"), "</g>");
            class.iter().any(|class| class.contains(&href))
        });
        let latest = insights.history(municipality).entries().next();
        assert_eq!(shade.is_some(), latest.is_some(), "{}", municipality.name);
        if let (Some(shade), Some(latest)) = (shade, latest) {
            editions.entry(shade).or_default().insert(&latest.edition.id.0);
            let title = between(map, &href, "</title>")[0].replace('\u{a0}', " ");
            assert!(title.contains(&format!("{}: ", municipality.name)), "{title}");
            assert!(title.contains(&latest.edition.name), "{title}");
        }
    }
    let editions: Vec<_> = editions.into_values().map(|it| it.into_iter().collect::<Vec<_>>()).collect();
    assert_eq!(editions, [["2020"], ["2016"], ["2010"]]);
}

/// `Sabro, Björknäs (water)`: the neighbours of the municipality called `name`.
fn neighbours(insights: &Insights<'_>, portal: &Portal, name: &str) -> Vec<String> {
    let of = portal.municipalities.values().find(|it| it.name == name).unwrap();
    let near = insights.geography.neighbours.get(&of.code).into_iter().flatten();
    let name = |name: &str, water: bool| format!("{name}{}", if water { " (water)" } else { "" });
    near.map(|it| name(&it.municipality.name, it.is_over_water)).collect()
}

#[test]
fn neighbours_share_a_border_and_an_island_has_those_over_the_water() {
    let portal = portal();
    let insights = derive(&portal);
    let of = |name| neighbours(&insights, &portal, name);
    assert_eq!(of("Burlöv"), ["Lomma", "Malmö", "Staffanstorp"]);
    assert_eq!(
        of("Lindesberg"),
        [
            "Arboga",
            "Hällefors",
            "Köping",
            "Ljusnarsberg",
            "Nora",
            "Skinnskatteberg",
            "Smedjebacken",
            "Örebro"
        ]
    );
    assert_eq!(of("Öckerö"), ["Göteborg (water)"]);
    assert!(of("Göteborg").contains(&"Öckerö (water)".to_owned()));
    assert!(of("Gotland").is_empty());
    for (code, near) in &insights.geography.neighbours {
        for it in near {
            let back = &insights.geography.neighbours[&it.municipality.code];
            assert!(back.iter().any(|it| it.municipality.code == **code), "{code} {it:?}");
        }
    }
}

#[test]
fn where_only_corners_meet_nobody_is_a_neighbour() {
    let folder = golden_project();
    let content = load(folder.path()).unwrap().project.value.unwrap().content.unwrap();
    let portal = validate(&content, GOLDEN_DAY, Drafts::Hidden).value.unwrap();
    let insights = derive(&portal);
    let of = |name| neighbours(&insights, &portal, name);
    assert_eq!(of("Östervik"), ["Åmossa", "Älvhult"], "Dals-Vik lies across the corner");
    assert_eq!(of("Norra Sundet"), ["Björknäs (water)"]);
    assert_eq!(of("Björknäs"), ["Norra Sundet (water)", "Sabro", "Wedby"]);
    assert!(of("Vårhult").is_empty());
}

#[test]
fn without_shapes_there_is_no_map_and_all_else_is_the_same() {
    let folder = golden_project();
    let with = compile(folder.path(), GOLDEN_DAY);
    fs::remove_file(folder.join("content/shapes.csv")).unwrap();
    let without = compile(folder.path(), GOLDEN_DAY);
    assert_eq!(with.report, without.report);
    let with_maps: Vec<_> = with.site().tree.iter().collect();
    let without_maps: Vec<_> = without.site().tree.iter().collect();
    let mut cut = 0;
    assert_eq!(with_maps.len(), without_maps.len());
    for ((path, bytes), (other_path, other)) in with_maps.into_iter().zip(without_maps) {
        assert_eq!(path, other_path);
        if bytes != other {
            let (html, other) = (std::str::from_utf8(bytes).unwrap(), std::str::from_utf8(other).unwrap());
            assert_eq!(without_map(html), other, "{path}");
            cut += 1;
        }
    }
    assert_eq!(cut, 1 + 9, "the home page, and municipalities with neighbours");
}

/// `html` without its map.
fn without_map(html: &str) -> String {
    let cuts = [
        ("\n<details class=\"unfold map-fold\">", "</details>"),
        ("\n<section>\n<h2 id=\"grannar\">", "</figure>\n</section>"),
    ];
    let mut html = html.to_owned();
    for (from, to) in cuts {
        if let Some((before, rest)) = html.split_once(from) {
            html = before.to_owned() + rest.split_once(to).unwrap().1;
        }
    }
    html
}
