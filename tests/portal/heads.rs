//! What stands in the head of a page: for those who see it before the page (F8).

use std::collections::{BTreeMap, BTreeSet};

use kompass::tree::Tree;
use serde_json::Value;

use crate::country;
use crate::project::{GOLDEN_DAY, compile, golden_project, real, repository, text};

/// The most characters of a description; search engines cut what is longer.
const LONGEST: usize = 160;
/// The fewest: a word alone describes nothing.
const SHORTEST: usize = 20;

/// The part of a page between `start` and the first `end` after it, as readers see it.
fn between(html: &str, start: &str, end: &str) -> String {
    let (_, rest) = html.split_once(start).unwrap_or_else(|| panic!("no {start} in {html}"));
    text(rest.split_once(end).unwrap().0)
}

/// What is wrong with titles and descriptions of the pages in `tree`.
fn faults(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
    for (path, html) in tree.pages() {
        let html = std::str::from_utf8(html).unwrap();
        let title = between(html, "<title>", "</title>");
        let description = between(html, "<meta name=\"description\" content=\"", "\">");
        let heading = between(html, "<h1", "</h1>");
        let heading = heading.split_once('>').unwrap().1;
        // The heading of an area has its number before its name.
        let numbered = path.starts_with("omraden/").then(|| heading.split_once(' ')).flatten();
        let names = [Some(heading), numbered.map(|(_, name)| name)];
        // Where both would be too long, the site's name is left out.
        let is_title = |name: &str| {
            title.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(" – "))
        };
        if !names.into_iter().flatten().any(is_title) {
            faults.push(format!("{path}: the title is {title:?}, the heading {heading:?}"));
        }
        let length = description.chars().count();
        if !(SHORTEST..=LONGEST).contains(&length) {
            faults.push(format!("{path}: {length} characters of description: {description}"));
        }
        for (kind, words) in [("title", title), ("description", description)] {
            if let Some(other) = seen.insert((kind, words), path) {
                faults.push(format!("{path}: its {kind} is that of {other}"));
            }
        }
    }
    assert!(seen.len() > 80, "pages were looked at");
    faults
}

#[test]
fn every_page_has_a_title_and_a_description_of_its_own() {
    let golden = compile(golden_project().path(), GOLDEN_DAY);
    for tree in [&golden.site().tree, &real().site().tree, country::tree()] {
        assert_eq!(faults(tree), Vec::<String>::new());
    }
}

/// The data for search engines on a page, by kind.
fn linked_data(html: &str) -> BTreeMap<String, Value> {
    let blocks = html.split("<script type=\"application/ld+json\">").skip(1);
    let read = |block: &str| -> Value {
        let json = block.split_once("</script>").unwrap().0;
        serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
    };
    let kinds = blocks.map(read).map(|it| (it["@type"].as_str().unwrap().to_owned(), it));
    kinds.collect()
}

/// The texts of `value` below every key called `key`.
fn texts<'v>(value: &'v Value, key: &str, found: &mut Vec<&'v str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| texts(item, key, found)),
        Value::Object(fields) => {
            found.extend(fields.get(key).and_then(Value::as_str));
            fields.values().for_each(|item| texts(item, key, found));
        }
        _ => {}
    }
}

fn html<'t>(tree: &'t Tree, path: &str) -> &'t str {
    std::str::from_utf8(tree.get(path).unwrap_or_else(|| panic!("there is no {path}"))).unwrap()
}

#[test]
fn breadcrumbs_for_search_engines_are_those_of_the_page() {
    let golden = compile(golden_project().path(), GOLDEN_DAY);
    for (tree, base) in [
        (&golden.site().tree, "https://kompass.example/prov/"),
        (&real().site().tree, "https://kommunkompassen.example/"),
    ] {
        for (path, html) in tree.pages() {
            if path == "index.html" || path == "404.html" {
                continue;
            }
            let html = std::str::from_utf8(html).unwrap();
            let way = linked_data(html).remove("BreadcrumbList").unwrap_or_else(|| panic!("none on {path}"));
            assert_eq!(way["@context"], "https://schema.org");
            let items = way["itemListElement"].as_array().unwrap();
            let shown = between(html, "<nav class=\"breadcrumb\"", "</nav>");
            let mut names = Vec::new();
            for (position, item) in (1..).zip(items) {
                assert_eq!(item["position"], position, "{path}");
                let file = item["item"].as_str().unwrap().strip_prefix(base).unwrap();
                assert!(tree.contains(&format!("{file}index.html")), "{path}: {file}");
                names.push(item["name"].as_str().unwrap());
            }
            let own = names.pop().unwrap();
            // The home page is called by the name of the site: elsewhere nobody knows whose it is.
            let site = between(html, "<meta property=\"og:site_name\" content=\"", "\">");
            assert_eq!(names.remove(0), site);
            assert!(shown.ends_with(&names.join(" ")), "{path}: {shown} {names:?}");
            let title = between(html, "<meta property=\"og:title\" content=\"", "\">");
            assert_eq!(own, title, "{path}");
        }
    }
}

#[test]
fn search_engines_are_told_how_to_search_and_what_data_there_is() {
    let tree = &real().site().tree;
    let home = linked_data(html(tree, "index.html")).remove("WebSite").unwrap();
    assert_eq!(home["name"], "Kommunkompassen");
    let search = "https://kommunkompassen.example/sok/?q={search_term_string}";
    assert_eq!(home["potentialAction"]["target"]["urlTemplate"], search);
    assert_eq!(home["potentialAction"]["query-input"], "required name=search_term_string");
    let mut count = 0;
    for (path, bytes) in tree.pages() {
        let page = std::str::from_utf8(bytes).unwrap();
        let Some(data) = linked_data(page).remove("Dataset") else { continue };
        count += 1;
        let title = between(page, "<title>", "</title>");
        let name = data["name"].as_str().unwrap();
        assert!(title == name || title.starts_with(&format!("{name} – ")), "{path}: {name}");
        let description = data["description"].as_str().unwrap();
        assert_eq!(description, between(page, "<meta name=\"description\" content=\"", "\">"), "{path}");
        // Google's guide to data sets: from 50 to 5,000 characters.
        assert!(description.chars().count() >= 50, "{path}");
        let foot = between(page, "<footer class=\"site-footer\">", "</footer>");
        assert!(foot.contains(data["creator"]["name"].as_str().unwrap()), "{path}: {foot}");
        assert_eq!(data["publisher"]["@id"], data["creator"]["@id"]);
        assert_eq!(data["license"], "https://creativecommons.org/publicdomain/zero/1.0/deed.sv", "{path}");
        let mut files = Vec::new();
        texts(&data["distribution"], "contentUrl", &mut files);
        assert!(!files.is_empty(), "{path}");
        for file in files {
            let file = file.strip_prefix("https://kommunkompassen.example/").unwrap();
            assert!(tree.contains(file), "{path}: {file}");
        }
        let seen = text(page);
        for key in ["identifier", "temporalCoverage"] {
            let words = data[key].as_str().or(data["spatialCoverage"][key].as_str());
            let years = words.into_iter().flat_map(|words| words.split('/'));
            for year in years.map(|year| &year[..4]).filter(|_| path != "data/index.html") {
                assert!(seen.contains(year), "{path}: {year}");
            }
        }
    }
    let evaluated = |path: &&str| path.starts_with("kommuner/") && path.ends_with("utvardering.json");
    let evaluations: Vec<_> = tree.iter().map(|(path, _)| path.as_str()).filter(evaluated).collect();
    let municipalities: BTreeSet<_> = evaluations.iter().map(|path| path.split('/').nth(1)).collect();
    assert_eq!(count, evaluations.len() + municipalities.len() + 1);
    let lund = linked_data(html(tree, "kommuner/lund/2011/index.html")).remove("Dataset").unwrap();
    assert_eq!(lund["temporalCoverage"], "2011-03");
    assert_eq!(lund["spatialCoverage"]["name"], "Lunds kommun");
    assert_eq!(lund["isBasedOn"]["publisher"]["name"], "Sveriges Kommuner och Landsting (SKL)");
    assert_eq!(lund["dateModified"], "2026-11-22");
}

#[test]
fn no_licence_is_claimed_for_the_words_of_reports() {
    let golden = compile(golden_project().path(), GOLDEN_DAY);
    let data = |path: &str| linked_data(html(&golden.site().tree, path)).remove("Dataset").unwrap();
    let verbatim = data("kommuner/sabro/2019/index.html");
    assert_eq!(verbatim["license"], Value::Null);
    let files = verbatim["distribution"].as_array().unwrap();
    let licences: Vec<_> =
        files.iter().map(|it| (&it["encodingFormat"], it["license"].is_string())).collect();
    assert_eq!(licences, [(&Value::from("application/json"), false), (&Value::from("text/csv"), true)]);
    assert!(data("kommuner/wedby/2021/index.html")["license"].is_string());
    let all = data("data/index.html");
    assert_eq!(all["license"], Value::Null);
    let examples = all["distribution"].as_array().unwrap().last().unwrap();
    assert!(examples["contentUrl"].as_str().unwrap().ends_with("/goda-exempel.csv"));
    assert_eq!(examples["license"], Value::Null);
}

#[test]
fn nothing_in_a_title_ends_the_data_for_search_engines() {
    let project = golden_project();
    let name = "Prov</script><script>go()</script><!--<script>";
    let site = std::fs::read_to_string(project.join("site.toml")).unwrap();
    project.write("site.toml", &site.replace("title = \"Provkompassen\"", &format!("title = \"{name}\"")));
    let compiled = compile(project.path(), GOLDEN_DAY);
    assert_eq!(compiled.report, "");
    let home = html(&compiled.site().tree, "index.html");
    assert_eq!(linked_data(home)["WebSite"]["name"], name);
    let page = html(&compiled.site().tree, "kommuner/index.html");
    assert_eq!(linked_data(page)["BreadcrumbList"]["itemListElement"][0]["name"], name);
    // A theme that forgets the filter does not get that far.
    let template = "themes/kompass/templates/components.html";
    let text = std::fs::read_to_string(project.join(template)).unwrap();
    project.write(
        template,
        &text.replace("\"name\":{{ frame.site | json }}", "\"name\":\"{{ frame.site | safe }}\""),
    );
    let report = compile(project.path(), GOLDEN_DAY).report;
    assert!(report.contains("error[check/inline-script]"), "{report}");
}

#[test]
fn the_sitemap_has_the_days_that_the_content_tells_and_no_others() {
    let golden = compile(golden_project().path(), GOLDEN_DAY);
    let sitemap = html(&golden.site().tree, "sitemap.xml");
    let day = |address: &str| {
        let (_, rest) = sitemap.split_once(&format!("/prov/{address}</loc>")).unwrap();
        rest.split_once("</url>").unwrap().0
    };
    // Its record was changed on 3 November, and the last correction came a week later.
    let corrected = "<lastmod>2025-11-10</lastmod>";
    for address in ["kommuner/ostervik/2011/", "kommuner/ostervik/", "om/andringar/"] {
        assert_eq!(day(address), corrected, "{address}");
    }
    assert_eq!(day("tillganglighet/"), "<lastmod>2025-12-02</lastmod>");
    for address in ["", "kommuner/", "kommuner/ostervik/2016/", "kommuner/sabro/", "metod/", "goda-exempel/"]
    {
        assert!(!day(address).contains("lastmod"), "{address}: nobody knows");
    }
}

/// Each names all, itself included; search engines believe nothing less. No other page has
/// another language.
#[test]
fn the_home_page_and_its_introductions_name_each_other() {
    let golden = compile(golden_project().path(), GOLDEN_DAY);
    let tree = &golden.site().tree;
    let (swedish, english) = ("https://kompass.example/prov/", "https://kompass.example/prov/en/");
    let links = |start: &str, end: &str| {
        format!(
            "{start}hreflang=\"sv\" href=\"{swedish}\"{end}{start}hreflang=\"en\" href=\"{english}\"{end}"
        )
    };
    let in_head = links("<link rel=\"alternate\" ", ">\n");
    for (path, bytes) in tree.pages() {
        let page = std::str::from_utf8(bytes).unwrap();
        let is_translated = matches!(path.as_str(), "index.html" | "en/index.html");
        assert_eq!(page.contains(&in_head), is_translated, "{path}");
        assert_eq!(page.contains("hreflang=\"sv\""), is_translated, "{path}");
        let link = "<a href=\"/prov/en/\" lang=\"en\" hreflang=\"en\">In English</a>";
        assert!(page.contains(link), "{path}");
    }
    let sitemap = html(tree, "sitemap.xml");
    let in_sitemap = links("<xhtml:link rel=\"alternate\" ", "/>");
    assert!(sitemap.contains("xmlns:xhtml=\"http://www.w3.org/1999/xhtml\""));
    for url in [swedish, english] {
        assert!(sitemap.contains(&format!("<url><loc>{url}</loc>{in_sitemap}</url>")), "{url}: {sitemap}");
    }
    assert_eq!(sitemap.matches(&in_sitemap).count(), 2);
}

/// The content is in its language, and everything around it says that it is in another (F1).
#[test]
fn an_introduction_is_in_its_language_within_the_portal_s() {
    let golden = compile(golden_project().path(), GOLDEN_DAY);
    let page = html(&golden.site().tree, "en/index.html");
    assert!(page.contains("<html lang=\"en\">"));
    for around in [
        "<a class=\"skip\" href=\"#innehall\"",
        "<header class=\"site-header\"",
        "<nav class=\"breadcrumb\"",
        "<footer class=\"site-footer\"",
    ] {
        assert!(page.contains(&format!("{around} lang=\"sv\"")), "{around}");
    }
    assert!(page.contains("<nav class=\"rail\" aria-label=\"On this page\">"));
    let (_, main) = page.split_once("<h1>").unwrap();
    let (main, _) = main.split_once("</main>").unwrap();
    assert!(main.contains("A missing score (<i lang=\"sv\">poäng</i>)"), "words of the portal are marked");
    let rest = main.replace("poäng", "");
    assert!(!rest.contains(['å', 'ä', 'ö']), "{rest}");
    let om = html(&golden.site().tree, "om/index.html");
    assert!(
        om.contains("<html lang=\"sv\">") && !om.contains("lang=\"sv\" aria-label"),
        "one language, told once"
    );
}

#[test]
fn icons_are_where_browsers_and_telephones_look_for_them() {
    let golden = compile(golden_project().path(), GOLDEN_DAY);
    let tree = &golden.site().tree;
    let icon = std::fs::read(repository().join("themes/kompass/files/favicon.ico")).unwrap();
    assert_eq!(tree.get("favicon.ico"), Some(&icon[..]));
    assert_eq!(icon.get(..4), Some(&[0, 0, 1, 0][..]), "an icon as Windows has them");

    let manifest = tree.get("manifest.webmanifest").unwrap();
    let manifest: Value = serde_json::from_slice(manifest).unwrap();
    assert_eq!((&manifest["name"], &manifest["lang"]), (&"Provkompassen".into(), &"sv".into()));
    assert_eq!(manifest["start_url"], "/prov/", "under the base path (F5)");
    let icons = manifest["icons"].as_array().unwrap();
    let kinds: Vec<_> = icons.iter().map(|it| (it["sizes"].as_str(), it["type"].as_str())).collect();
    assert_eq!(kinds, [(Some("180x180"), Some("image/png")), (Some("any"), Some("image/svg+xml"))]);
    for icon in icons {
        let path = icon["src"].as_str().unwrap().strip_prefix("/prov/").unwrap();
        assert!(tree.get(path).is_some(), "{path}");
    }
    let home = std::str::from_utf8(tree.get("index.html").unwrap()).unwrap();
    let touch = icons[0]["src"].as_str().unwrap();
    assert!(home.contains(&format!("<link rel=\"apple-touch-icon\" href=\"{touch}\">")));
    assert!(home.contains("<link rel=\"manifest\" href=\"/prov/manifest.webmanifest\">"));
}
