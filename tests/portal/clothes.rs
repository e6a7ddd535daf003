//! A portal in other clothes: a theme of its own over `kompass`, and everything that
//! `site.toml` says of looks, links and the publisher (`tests/clothes`).

use std::fs;

use jiff::ToSpan;

use crate::project::{Compiled, GOLDEN_DAY, compile, copy, golden_project, repository};
use crate::scratch::Folder;

/// The golden project in the clothes of `tests/clothes`.
fn dressed() -> Folder {
    let folder = golden_project();
    copy(&repository().join("tests/clothes"), folder.path());
    folder
}

fn built(folder: &Folder) -> Compiled {
    let compiled = compile(folder.path(), GOLDEN_DAY);
    assert_eq!(compiled.report, "");
    compiled
}

/// The style sheet of a site.
fn style(site: &Compiled) -> String {
    let (_, bytes) = site.site().tree.iter().find(|(path, _)| path.starts_with("assets/style.")).unwrap();
    String::from_utf8(bytes.clone()).unwrap()
}

#[test]
fn files_and_texts_of_the_own_theme_replace_single_ones() {
    let portal = built(&dressed());
    let usual = built(&golden_project());
    let (own, base) = (style(&portal), style(&usual));
    let at = |sheet: &str, words: &str| sheet.find(words).unwrap_or_else(|| panic!("{words} in {sheet}"));
    assert!(own.contains(".note{border:1px solid var(--accent)"), "replaced");
    assert!(base.contains(".note{background:var(--soft)") && !own.contains(".note{background"), "{own}");
    assert!(at(&own, ".note{") < at(&own, "@media print"), "in the place of the one it replaces");
    assert!(at(&own, ".4rem solid") > at(&own, "@media print"), "new ones come after");
    let page = portal.text("om/");
    assert!(page.contains("Framsidan") && !page.contains("Start "), "{page}");
    assert!(page.contains("Goda exempel"), "other texts are those of the base");
    let lost = String::from_utf8(portal.site().tree.get("404.html").unwrap().to_vec()).unwrap();
    assert!(lost.contains("Region Norrvala har gjort portalen i ordning."), "{lost}");
}

/// The style sheet asks for the font by the name that it is published under, beside it, so that
/// the portal may lie below any path (F5) and browsers may keep both for good (F8).
#[test]
fn a_theme_may_bring_a_font() {
    let portal = built(&dressed());
    let tree = &portal.site().tree;
    let font = |path: &&String| path.starts_with("assets/norrvala-serif.");
    let published = tree.iter().map(|(path, _)| path).find(font).unwrap();
    let source = repository().join("tests/clothes/themes/egen/files/norrvala-serif.woff2");
    assert_eq!(tree.get(published), Some(&fs::read(source).unwrap()[..]));
    let name = published.strip_prefix("assets/").unwrap();
    let sheet = style(&portal);
    assert!(sheet.contains(&format!("src:url(\"{name}\")format(\"woff2\")")), "{sheet}");
}

#[test]
fn the_site_says_what_it_wears() {
    let portal = built(&dressed());
    let own = style(&portal);
    let last = own.rfind(":root{").unwrap();
    let last = &own[last..];
    assert!(last.contains("--accent:light-dark(#7a1f5c,#f0a6d8)"), "{last}");
    assert!(last.contains("--font:\"Norrvala Serif\", \"Georgia\", serif"), "{last}");
    let manifest =
        String::from_utf8(portal.site().tree.get("manifest.webmanifest").unwrap().to_vec()).unwrap();
    assert!(
        manifest.contains("\"theme_color\": \"#7a1f5c\"")
            && manifest.contains("\"background_color\": \"#ffffff\""),
        "{manifest}"
    );
    let page = portal.page("om/");
    for (scheme, colour) in [("light", "#ffffff"), ("dark", "#10181d")] {
        let meta = format!(
            "<meta name=\"theme-color\" content=\"{colour}\" media=\"(prefers-color-scheme: {scheme})\">"
        );
        assert!(page.contains(&meta), "{page}");
    }
    assert!(page.contains("alt=\"Hur styrs Norrvala?\" width=\"120\" height=\"30\""), "{page}");
    assert!(!page.contains("mark-name"), "the logo stands for the name");
    let (header, footer) = page.split_once("<main").unwrap();
    assert!(header.contains("<a href=\"https://norrvala.example/regionen/\">Regionens webbplats</a>"));
    assert!(footer.contains("<a href=\"/om/#fattas\">Vad som fattas</a>"));
    let footer = crate::project::text(footer);
    for told in [
        "Ges ut av Region Norrvala. Senast uppdaterad 15 december 2025 .",
        "Kontakt: fraga@norrvala.example, 0999-12 34 56, Region Norrvala, Box 1, 999 01 Norrvala",
        "Skriv till fel@norrvala.example",
    ] {
        assert!(footer.contains(told), "{told}: {footer}");
    }
}

#[test]
fn one_of_the_two_accents_alone_leaves_the_other_to_the_theme() {
    let folder = dressed();
    let site = folder.join("site.toml");
    let text = fs::read_to_string(&site).unwrap();
    fs::write(&site, text.replace("{ light = \"#7a1f5c\", dark = \"#f0a6d8\" }", "{ dark = \"#f0a6d8\" }"))
        .unwrap();
    let own = style(&built(&folder));
    assert!(own.ends_with("#f0a6d8)}") && own.contains("--accent:light-dark(#0b5563,#f0a6d8)"), "{own}");
}

/// The day in the foot is the content's, never the clock's.
#[test]
fn the_day_of_the_last_change_is_told_by_dates_of_the_content() {
    let folder = golden_project();
    let told = |day| {
        let page = compile(folder.path(), day).page("om/").to_owned();
        page.split_once("Senast uppdaterad <time datetime=\"").map(|(_, rest)| rest[..10].to_owned())
    };
    let days = [GOLDEN_DAY, GOLDEN_DAY.checked_add(300.days()).unwrap()];
    let stated = Some("2025-12-02".to_owned());
    assert_eq!(days.map(told), [stated.clone(), stated.clone()], "the statement's day is the latest");
    // An evaluation that waited for its day is news from that day on.
    let record = folder.join("content/evaluations/bjorknas/2023/evaluation.toml");
    let text = fs::read_to_string(&record).unwrap();
    fs::write(&record, text.replacen("format = 1\n", "format = 1\npublish-at = 2026-03-01\n", 1)).unwrap();
    assert_eq!(told(days[0]), stated);
    assert_eq!(told(days[1]).as_deref(), Some("2026-03-01"));
    // Without both, a correction is the last that happened.
    fs::write(&record, text).unwrap();
    fs::remove_file(folder.join("content/accessibility.toml")).unwrap();
    assert_eq!(told(days[1]).as_deref(), Some("2025-11-10"));
}
