//! What of a draft is seen, and where: nowhere, except in a preview.

use std::collections::BTreeSet;
use std::fs;

use jiff::civil::{Date, date};
use kompass::model::Drafts;
use kompass::tree::Tree;

use crate::dice::Dice;
use crate::project::{Compiled, GOLDEN_DAY, compile, golden_project, preview};
use crate::scratch::Folder;

/// Where the draft lies: of a municipality that has no result otherwise, for a year that
/// no evaluation has.
const DRAFT: &str = "content/evaluations/varhult/2024";

/// Words that stand in no other file, so that an index that has one has it from the
/// draft.
const WORDS: [&str; 4] = ["Sjöfågelsmatning", "Kvarnhjulsbroar", "Nattmössparad", "Rabarberlotteri"];

/// Municipalities to refer to; of one of them nothing is said otherwise.
const OTHERS: [&str; 3] = ["Såbro", "Älvhult", "Östervik"];

/// What keeps a record out of what is published.
const MARKS: [&str; 3] =
    ["draft = true\n", "publish-at = 2026-01-02\n", "draft = true\npublish-at = \"2025-06-01\"\n"];

/// A record and texts as the dice fall, below `mark`.
fn write_draft(project: &Folder, mark: &str, dice: &mut Dice) {
    let word = dice.pick(&WORDS);
    let (total, month, earlier) = (dice.below(300), 1 + dice.below(12), 2000 + dice.below(20));
    let (area, other) = (1 + dice.below(3), dice.pick(&OTHERS));
    let record = format!(
        "format = 1\n{mark}code = \"9103\"\nedition = \"2020\"\nedition-basis = \"stated\"\nyear = 2024\n\
         month = {month}\nearlier = [{earlier}]\nnarratives = [\"summary\", \"area-{area}\"]\ntexts = \"own\"\n\
         evaluators = [{{ name = \"{word} Berg\" }}]\nreport = \"r.txt\"\n\
         [source]\ntitle = \"{word} i kommunen\"\n[scores]\ntotal = \"{total}\"\n\
         [missing]\nareas = \"not-published\"\nsub-areas = \"not-published\"\n\
         [[examples]]\nid = \"a\"\narea = {area}\ntopic = \"{word}\"\nsummary = \"Så går {word} till.\"\nplace = \"s. 1\"\n\
         [[referrals]]\nid = \"b\"\nmunicipality = \"{other}\"\narea = {area}\ntopic = \"{word} med {other}\"\nsummary = \"I {other} går {word} till så.\"\nplace = \"s. 2\"\n"
    );
    project.write(&format!("{DRAFT}/evaluation.toml"), &record);
    let text = format!(
        "{word} av **{}** i [{other}](/kommuner/varhult/2024/).\n\n## Styrkor\n\n- {word}\n",
        dice.pick(&WORDS)
    );
    project.write(&format!("{DRAFT}/area-{area}.md"), &text);
    project.write(&format!("{DRAFT}/summary.md"), &format!("{word} följer av [området](#omrade-{area}).\n"));
    project.write(&format!("{DRAFT}/r.txt"), word);
}

/// The golden project with a draft.
fn with_draft(mark: &str, seed: u64) -> Folder {
    let project = golden_project();
    write_draft(&project, mark, &mut Dice::new(seed));
    project
}

fn tree(compiled: Compiled) -> Tree {
    assert_eq!(compiled.report, "");
    compiled.site.unwrap().tree
}

/// Paths of the files of `tree` that have one of `words`, in whatever case.
fn files_with(tree: &Tree, words: &[&str]) -> Vec<String> {
    let has = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        words.iter().any(|word| text.contains(&word.to_lowercase()))
    };
    tree.iter().filter(|(_, bytes)| has(bytes)).map(|(path, _)| path.clone()).collect()
}

#[test]
fn no_byte_of_what_is_published_depends_on_a_draft() {
    let without = tree(compile(golden_project().path(), GOLDEN_DAY));
    for (seed, mark) in (0..).zip(MARKS.iter().cycle().take(9)) {
        let project = with_draft(mark, seed);
        let with = tree(compile(project.path(), GOLDEN_DAY));
        let paths: BTreeSet<_> = with.iter().chain(without.iter()).map(|(path, _)| path).collect();
        let differing: Vec<_> =
            paths.into_iter().filter(|path| with.get(path) != without.get(path)).collect();
        assert!(differing.is_empty(), "draft {seed}: {differing:?}");
        // The draft is one that would be seen everywhere.
        let shown = tree(preview(project.path(), GOLDEN_DAY));
        for path in [
            "kommuner/varhult/index.html",
            "kommuner/varhult/2024/index.html",
            "kommuner/varhult/2024/utvardering.json",
            "kommuner/varhult/2024/r.txt",
            "data/goda-exempel.csv",
            "data/kommunkompassen-2020.csv",
            "sok/amnen.json",
        ] {
            assert!(files_with(&shown, &WORDS).iter().any(|it| it == path), "draft {seed}: {path}");
        }
        assert_ne!(shown.get("sitemap.xml"), without.get("sitemap.xml"));
        assert_ne!(shown.get("sok/kommuner.json"), without.get("sok/kommuner.json"));
    }
}

#[test]
fn what_is_only_proposed_is_no_part_of_what_is_published() {
    let record = "content/evaluations/bjorknas/2023/evaluation.toml";
    let path = |project: &Folder| project.join(record);
    let without = golden_project();
    let text = fs::read_to_string(path(&without)).unwrap();
    let proposed = "\n[[referrals]]\nid = \"ny\"\nmunicipality = \"Vårhult\"\narea = 3\n\
                    topic = \"Nattmössparad\"\nplace = \"s. 1\"\nstatus = \"proposed\"\n";
    let with = golden_project();
    fs::write(path(&with), text + proposed).unwrap();
    let published = compile(with.path(), GOLDEN_DAY).site.unwrap().tree;
    assert!(published == tree(compile(without.path(), GOLDEN_DAY)));
    let shown = preview(with.path(), GOLDEN_DAY);
    assert!(shown.text("kommuner/bjorknas/2023/").contains("Nattmössparad förslag"));
    assert!(shown.text("kommuner/varhult/").contains("Nattmössparad utkast"));
}

#[test]
fn an_evaluation_with_a_day_is_published_from_that_day_on() {
    let project = with_draft("publish-at = 2026-01-02\n", 1);
    let page = "kommuner/varhult/2024/index.html";
    let has_page = |day: Date| tree(compile(project.path(), day)).get(page).is_some();
    assert!(!has_page(date(2026, 1, 1)));
    assert!(has_page(date(2026, 1, 2)));
    assert!(has_page(date(2026, 1, 3)));
    let published = compile(project.path(), date(2026, 1, 2));
    assert!(!published.page("kommuner/varhult/2024/").contains("draft"), "it is like any other");
    let awaited = preview(project.path(), date(2026, 1, 1));
    assert!(awaited.text("kommuner/varhult/2024/").contains("Utkast – publiceras 2\u{a0}januari\u{a0}2026"));
}

#[test]
fn every_page_of_a_preview_says_so() {
    let shown = preview(with_draft("draft = true\n", 2).path(), GOLDEN_DAY);
    let site = shown.site();
    assert_eq!((site.evaluations, site.drafts, site.kind), (11, 1, Drafts::Shown));
    for (path, html) in site.tree.pages() {
        let html = std::str::from_utf8(html).unwrap();
        assert_eq!(html.matches("<meta name=\"robots\" content=\"noindex\">").count(), 1, "{path}");
        assert_eq!(html.matches("class=\"draft-notice\"").count(), 1, "{path}");
        let notice = "Utkast – inte publicerad<";
        assert_eq!(html.contains(notice), path.starts_with("kommuner/varhult/"), "{path}");
    }
    assert_eq!(site.tree.get("robots.txt"), Some(&b"User-agent: *\nDisallow: /\n"[..]));
    let marked = |address: &str| shown.page(address).contains("<span class=\"draft\">utkast</span>");
    assert!(["", "kommuner/", "kommuner/varhult/", "jamfor/", "goda-exempel/"].into_iter().all(marked));
    let json = site.tree.get("kommuner/varhult/2024/utvardering.json").unwrap();
    assert!(json.starts_with(b"{\"format\":1,\"draft\":true,"));
}

#[test]
fn a_preview_without_drafts_differs_in_what_search_engines_read() {
    let project = golden_project();
    let published = tree(compile(project.path(), GOLDEN_DAY));
    let shown = tree(preview(project.path(), GOLDEN_DAY));
    for (path, bytes) in shown.iter().filter(|(path, _)| *path != "robots.txt") {
        let text = String::from_utf8_lossy(bytes);
        let text = text.replacen("<meta name=\"robots\" content=\"noindex\">\n", "", 1);
        // Those two are for no search engine anyway.
        if !["404.html", "om/design/index.html"].contains(&path.as_str()) {
            assert!(text == String::from_utf8_lossy(published.get(path).unwrap()), "{path}");
        }
    }
}

#[test]
fn of_what_is_withdrawn_only_the_reason_is_left() {
    let folder = "content/evaluations/bjorknas/2023";
    let withdrawn = |change: fn(String) -> String| {
        let project = golden_project();
        let record = project.join(format!("{folder}/evaluation.toml"));
        let text = fs::read_to_string(&record).unwrap();
        let text = text.replacen("format = 1\n", "format = 1\nwithdrawn = \"Siffrorna var fel.\"\n", 1);
        fs::write(&record, change(text)).unwrap();
        let narrative = project.join(format!("{folder}/area-3.md"));
        fs::write(&narrative, change(fs::read_to_string(&narrative).unwrap())).unwrap();
        compile(project.path(), GOLDEN_DAY)
    };
    let before = tree(compile(golden_project().path(), GOLDEN_DAY));
    let words = ["receptionsdagar", "gjort lyssnandet"];
    assert!(files_with(&before, &words).len() > 2);
    let compiled = withdrawn(|text| text);
    let notice = compiled.text("kommuner/bjorknas/2023/");
    assert!(notice.contains("har dragits tillbaka") && notice.contains("Siffrorna var fel."), "{notice}");
    assert!(compiled.page("kommuner/bjorknas/2023/").contains("content=\"noindex\""));
    assert!(compiled.text("kommuner/bjorknas/").contains("Portalen har inget resultat"));
    assert_eq!(compiled.site().evaluations, 9);
    let after = tree(compiled);
    assert_eq!(files_with(&after, &words), [""; 0]);
    assert!(after.get("kommuner/bjorknas/2023/utvardering.json").is_none());
    assert!(!files_with(&after, &["kommuner/bjorknas/2023/"]).contains(&"sitemap.xml".to_owned()));
    // Nothing depends on what it said, the index and the words in it neither.
    let other = withdrawn(|text| text.replace("receptionen", "vaktmästeriet").replace("\"72\"", "\"71\""));
    assert!(tree(other) == after);
}

#[test]
fn people_are_left_out_where_the_site_says_so() {
    let names = ["Evaluator Provsson"];
    let site = |people: &str| {
        let project = golden_project();
        let settings = fs::read_to_string(project.join("site.toml")).unwrap();
        project.write("site.toml", &settings.replacen("format = 1\n", &format!("format = 1\n{people}"), 1));
        let record = project.join("content/evaluations/bjorknas/2023/evaluation.toml");
        let text = fs::read_to_string(&record).unwrap();
        let evaluators = "month = 4\nevaluators = [{ name = \"Evaluator Provsson\", role = \"konsult\" }]\n";
        fs::write(&record, text.replacen("month = 4\n", evaluators, 1)).unwrap();
        tree(compile(project.path(), GOLDEN_DAY))
    };
    let page = "kommuner/bjorknas/2023/index.html".to_owned();
    let json = "kommuner/bjorknas/2023/utvardering.json".to_owned();
    let found = files_with(&site(""), &names);
    assert!(found.contains(&page) && found.contains(&json));
    assert_eq!(files_with(&site("people = false\n"), &names), [""; 0]);
}
