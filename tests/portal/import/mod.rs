//! Reports → folders: invented reports in the layouts of all three editions,
//! with their noise, as text, Word and PDF.
//!
//! `tests/import/<name>/report.txt` is the source of all three;
//! `tests/import/<name>/expected/` what must come of it. With
//! `KOMPASS_BLESS=1` it is written anew; read the difference before you commit.

mod carried;
mod headings;
mod lessons;
mod limits;
mod lists;
mod mutants;
mod pdf;
mod robust;
mod sheets;
mod source;
mod taught;
mod word;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use kompass::diagnostic::Outcome;
use kompass::import::folder::Consent;
use kompass::import::{Boilerplate, Document, Fate, Import, Knowledge, Request, file};
use kompass::message::Language;
use kompass::model::{Code, Edition, EditionId, Municipality};
use kompass::report::{Report, Style};
use kompass::source::Sources;
use kompass::{load, validate};

use crate::expected::{self, Files};
use crate::output::CARE;
use crate::project::{GOLDEN_DAY, check_project, golden_project, repository};

/// The invented reports.
const NAMES: [&str; 3] = ["ostervik-2012", "wedby-2017", "norra-sundet-2021"];

/// What the golden project knows.
struct World {
    editions: BTreeMap<EditionId, Edition>,
    municipalities: BTreeMap<Code, Municipality>,
    boilerplate: Boilerplate,
}

impl World {
    fn get() -> &'static Self {
        static WORLD: LazyLock<World> = LazyLock::new(|| {
            let root = repository().join("tests/golden/project");
            // In a thread and a pool of its own: the threads of the other pool
            // may all be waiting for this, and ours must not take up their work.
            let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
            let read = move || pool.install(|| load::reference(&root, &mut Sources::default()));
            let raw = std::thread::spawn(read).join().unwrap().unwrap();
            let (editions, municipalities) = raw.and_then(|raw| validate::reference(&raw)).value.unwrap();
            let mut boilerplate = Boilerplate::default();
            boilerplate.learn(&fs::read_to_string(folder("boilerplate.txt")).unwrap());
            World { editions, municipalities, boilerplate }
        });
        &WORLD
    }

    fn knowledge(&self) -> Knowledge<'_> {
        Knowledge {
            editions: &self.editions,
            municipalities: &self.municipalities,
            boilerplate: &self.boilerplate,
        }
    }
}

fn folder(name: &str) -> PathBuf {
    repository().join("tests/import").join(name)
}

/// The text of an invented report.
pub(crate) fn report(name: &str) -> String {
    fs::read_to_string(folder(name).join("report.txt")).unwrap()
}

/// What comes of a document, and the sources that its faults quote.
pub(crate) fn imported(document: Document, request: &Request) -> (Outcome<Import>, Sources) {
    let mut sources = Sources::default();
    let outcome = kompass::import::import(document, request, &World::get().knowledge(), &mut sources);
    (outcome, sources)
}

fn request() -> Request {
    Request { file: "report.txt".to_owned(), day: Some(GOLDEN_DAY), ..Request::default() }
}

/// What comes of the bytes of a report that must give something.
fn import(bytes: &[u8]) -> Import {
    let (outcome, sources) = imported(file::parse(bytes).unwrap(), &request());
    let words = |faults| Report::new(&sources, Style::Plain, Language::English).text(faults);
    outcome.value.unwrap_or_else(|| panic!("{}", words(&outcome.faults)))
}

/// The files of an import as texts.
fn texts(import: &Import) -> Files {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    import.folder.files.iter().map(|(name, bytes)| (name.clone(), text(bytes))).collect()
}

#[test]
fn the_folders_are_as_expected() {
    // All in one: the first folder that differs must not hide the others.
    let differences = NAMES.map(|name| {
        let found = texts(&import(report(name).as_bytes()));
        within(name, &expected::compare(&folder(name).join("expected"), &found))
    });
    assert!(differences.concat().is_empty(), "\n{}", differences.concat());
}

/// `differences`, headed by what they are in; nothing when there are none.
fn within(name: &str, differences: &str) -> String {
    if differences.is_empty() { String::new() } else { format!("in {name}:\n{differences}") }
}

/// Everything but comments, which name lines, and the report on those.
fn record(import: &Import) -> Files {
    let mut texts = texts(import);
    texts.remove("import-report.md");
    let bare =
        |text: &String| text.lines().filter(|line| !line.starts_with("# ")).collect::<Vec<_>>().join("\n");
    texts.iter().map(|(name, text)| (name.clone(), bare(text))).collect()
}

#[test]
fn text_word_and_pdf_give_the_same_record() {
    let mut shown = String::new();
    for name in NAMES {
        let text = report(name);
        let blocks = source::blocks(&text);
        let expected = record(&import(text.as_bytes()));
        for (kind, bytes) in [("Word", word::write(&blocks)), ("PDF", pdf::write(&blocks))] {
            let differences = expected::differences(&expected, &record(&import(&bytes)));
            shown += &within(&format!("{name} as {kind}"), &differences);
        }
    }
    assert!(shown.is_empty(), "\n{shown}");
}

/// Made with other programs than our own; `tests/import/pdf/README.md` says how.
#[test]
fn pdfs_of_other_programs_give_the_same_record() {
    let mut shown = String::new();
    for (name, program) in [("ostervik-2012", "weasyprint"), ("norra-sundet-2021", "reportlab")] {
        let bytes = fs::read(folder("pdf").join(format!("{name}-{program}.pdf"))).unwrap();
        let (expected, found) = (record(&import(report(name).as_bytes())), record(&import(&bytes)));
        shown += &within(&format!("{name} by {program}"), &expected::differences(&expected, &found));
        carried::check(&import(&bytes), program);
    }
    assert!(shown.is_empty(), "\n{shown}");
}

/// Headings that look like the text around them: `tests/import/pdf/flat.py` sets the same
/// letters with no space between.
#[test]
fn a_pdf_whose_headings_look_like_text_gives_the_same_record() {
    let bytes = fs::read(folder("pdf").join("ostervik-2012-flat-reportlab.pdf")).unwrap();
    let lines = file::parse(&bytes).unwrap().lines;
    assert!(lines.iter().any(|it| it.text.starts_with("Synpunkter och klagomål Klagomålen räknas")));
    let import = import(&bytes);
    carried::check(&import, "flat");
    let expected = record(&self::import(report("ostervik-2012").as_bytes()));
    assert_eq!(expected::differences(&expected, &record(&import)), "");
    let review = &texts(&import)["import-report.md"];
    let told = review.split("\n## Rubriker som stod i texten\n").nth(1).unwrap();
    assert!(told.split("\n## ").next().unwrap().contains(": Synpunkter och klagomål\n"), "{told}");
}

/// Score tables in narrow columns: titles of several lines with the figures beside the middle
/// one or between two, set by `tests/import/pdf/narrow.py`. A page break parts the last sum; what
/// stands behind it is told, and not taken for text.
#[test]
fn a_pdf_with_narrow_columns_gives_the_same_record() {
    let bytes = fs::read(folder("pdf").join("wedby-2017-narrow-weasyprint.pdf")).unwrap();
    let import = import(&bytes);
    carried::check(&import, "narrow");
    let expected = record(&self::import(report("wedby-2017").as_bytes()));
    assert_eq!(expected::differences(&expected, &record(&import)), "");
    let left: Vec<_> =
        import.account.left().map(|(line, range)| &import.document.text(line)[range.clone()]).collect();
    // The label is the setter's own, and no file says it.
    assert_eq!(left, ["utvärderarna", "utvärderarna", "enligt utvärderarna"]);
}

/// The headings have names that no edition knows: only their numbers, which
/// stand in no text, say what they are about.
#[test]
fn headings_that_word_numbers_itself_are_found() {
    let text = report("norra-sundet-2021");
    let names = ["Lätt att nå och förstå", "Samskapande"];
    let others = ["Brev och ord", "Hur folk hjälps åt"];
    let text = text.replace(&format!("\n{}\n", names[0]), &format!("\n{}\n", others[0]));
    let text = text.replace(&format!("\n{}\n", names[1]), &format!("\n{}\n", others[1]));
    let bytes = word::write_numbered(&source::blocks(&text), |it| others.contains(&it));
    let texts = texts(&import(&bytes));
    let headings: Vec<_> = texts["area-1.md"].lines().filter(|line| line.starts_with("## ")).collect();
    let lists = ["## Styrkor", "## Förbättringsmöjligheter"];
    assert_eq!(headings, ["## 1.1 Brev och ord", "## 1.2 Hur folk hjälps åt", lists[0], lists[1]]);
    assert!(!texts["import-report.md"].contains("hjälps åt” hör inte"), "{}", texts["import-report.md"]);
    for (area, heading) in [(2, "## 2.1 "), (3, "## 3.1 ")] {
        assert!(texts[&format!("area-{area}.md")].contains(heading), "{area}");
    }
}

#[test]
fn covers_name_evaluators_in_many_ways() {
    let old = report("wedby-2017");
    let contents = old.find("Innehåll").unwrap();
    let check = |cover: &[&str], evaluators: &[(&str, Option<&str>)]| {
        let text = format!("{}\n\n{}", cover.join("\n\n"), &old[contents..]);
        let import = import(text.as_bytes());
        carried::check(&import, cover[0]);
        let files = texts(&import);
        let record: toml::Table = files["evaluation.toml"].parse().unwrap();
        let found = record.get("evaluators").and_then(|it| it.as_array()).into_iter().flatten();
        let key = |it: &toml::Value, key: &str| Some(it.get(key)?.as_str()?.to_owned());
        let found: Vec<_> = found.map(|it| (key(it, "name").unwrap(), key(it, "organisation"))).collect();
        let expected: Vec<_> =
            evaluators.iter().map(|(name, at)| ((*name).to_owned(), at.map(str::to_owned))).collect();
        assert_eq!(found, expected, "{cover:?}");
        assert_eq!(record["code"].as_str(), Some("9102"), "{cover:?}");
        assert!(!files["evaluation.toml"].contains("granska: ”"), "{}", files["evaluation.toml"]);
    };
    let both = [("Lena Ek", Some("PROV")), ("Bo Ask", Some("Björknäs kommun"))];
    check(&["WEDBY KOMMUN 2017", "Utvärderare: Lena Ek PROV"], &both[..1]);
    check(&["WEDBY KOMMUN 2017", "ANALYS AV", "Lena Ek, PROV", "Bo Ask, Björknäs kommun,"], &both);
    check(&["WEDBY KOMMUN 2017", "Utvärderare", "Lena Ek, PROV Bo Ask, Björknäs kommun"], &both);
    check(&["WEDBY KOMMUN 2017", "Utvärderare", "Bo Ask Björknäs kommun Lena Ek, PROV"], &[both[1], both[0]]);
    check(
        &["WEDBY KOMMUN 2017", "Utvärderare: Lena Ek, senior konsult (PROV) och Bo Ask, Björknäs"],
        &[both[0], ("Bo Ask", Some("Björknäs"))],
    );
    check(
        &["WEDBY KOMMUN FEBRUARI 2017", "ANALYS AV", "Lena Ek, PROV", "Josefin Ek, konsult"],
        &[both[0], ("Josefin Ek", None)],
    );
    check(
        &["PM 1(8)", "Utvärdering enligt Kommunkompassen i Wedby kommun", "Utvärderare: Lena Ek, PROV"],
        &both[..1],
    );
    let pair = [both[0], ("Bo Ask", Some("PROV"))];
    check(&["WEDBY KOMMUN 2017", "Utvärderare Lena Ek Och Bo Ask PROV"], &pair);
    check(&["WEDBY KOMMUN 2017", "Utvärderare: Lena Ek och", "Bo Ask, PROV"], &pair);
    check(
        &["WEDBY KOMMUN 2017", "Utvärderare: Lena Ek och Bo Ask, PROV samt Åsa Berg", "Björknäs kommun"],
        &[pair[0], pair[1], ("Åsa Berg", Some("Björknäs kommun"))],
    );
    // Each on a line of their own are not said to work in the same place.
    check(&["WEDBY KOMMUN 2017", "Utvärderare", "Lena Ek", "Bo Ask, PROV"], &[("Lena Ek", None), pair[1]]);
    check(&["KommunKompassen", "ANALYS AV", "WEDBY KOMMUN", "2017"], &[]);
    check(&["KommunKompassen", "Analys av Wedby, våren 2017"], &[]);
}

#[test]
fn a_source_has_the_title_that_its_cover_prints() {
    let old = report("wedby-2017");
    let contents = old.find("Innehåll").unwrap();
    for (cover, expected) in [
        (
            &["KommunKompassen", "ANALYS AV", "WEDBY KOMMUN", "2017", "Utvärderare:", "Bo Al, PROV"][..],
            "Rapporten ”KommunKompassen ANALYS AV WEDBY KOMMUN 2017”",
        ),
        (
            &["PM 1(8)", "Utvärdering enligt Kommunkompassen i Wedby kommun", "2017-03-01"],
            "Rapporten ”Utvärdering enligt Kommunkompassen i Wedby kommun”",
        ),
        (&["Kommunkompassen i Wedby", "ANALYS AV", "Leif Ask, PROV"], "Rapporten ”Kommunkompassen i Wedby”"),
        (
            &["WEDBY KOMMUN FEBRUARI 2017", "ANALYS AV", "Leif Ask, PROV"],
            "Kommunkompassens rapport om Wedby kommun 2017",
        ),
        (&["Rapport"], "Kommunkompassens rapport om Wedby kommun 2017"),
    ] {
        let text = format!("{}\n\n{}", cover.join("\n\n"), &old[contents..]);
        let record: toml::Table = texts(&import(text.as_bytes()))["evaluation.toml"].parse().unwrap();
        assert_eq!(record["source"]["title"].as_str(), Some(expected), "{cover:?}");
    }
}

#[test]
fn the_total_is_read_from_a_row_of_the_summary() {
    let old = report("wedby-2017");
    for (row, total) in [
        ("Totalt\t182\t300\t61%", Some("182")),
        ("Totalt\t182\t300\t61%\nTotalt\t183\t300\t61%", Some("182")),
    ] {
        let import = import(old.replace("Wedby kommun 2017 - 182p", &format!("\n{row}\n")).as_bytes());
        carried::check(&import, row);
        let files = texts(&import);
        let record: toml::Table = files["evaluation.toml"].parse().unwrap();
        assert_eq!(record["scores"].get("total").and_then(|it| it.as_str()), total, "{row}");
        let left = files["import-report.md"].split("\n## Blev över").nth(1).unwrap();
        let left = left.split("\n## ").next().unwrap();
        assert!(!left.contains("182") && left.contains("183") == row.contains("183"), "{left}");
    }
}

#[test]
fn what_a_line_break_has_cut_at_a_hyphen_is_closed_up_and_told() {
    let text = report("ostervik-2012");
    let text = text.replace("Medborgarna i Östervik möts", "Åren 2010-\n\n2014 har vi mötts");
    let texts = texts(&import(text.as_bytes()));
    assert!(texts["area-1.md"].contains("\nÅren 2010-2014 har vi mötts på torget"), "{}", texts["area-1.md"]);
    let section = texts["import-report.md"].split("\n## Hopfogade ord\n").nth(1).unwrap();
    assert!(section.replace('\\', "").contains(": 2010- 2014 → 2010-2014\n"), "{section}");
}

#[test]
fn every_word_of_a_report_is_somewhere() {
    for name in NAMES {
        let import = import(report(name).as_bytes());
        let found = import.account.left().map(|(index, range)| &import.document.text(index)[range.clone()]);
        assert_eq!(found.collect::<Vec<_>>(), [""; 0], "{name}");
        assert_eq!(import.coverage.percent(), "100,00", "{name}");
        let all: String = texts(&import).into_values().collect();
        let all = all.replace('\\', "");
        for (line, fates) in import.document.lines.iter().zip(&import.account.lines) {
            for (range, fate) in fates {
                let is_carried = matches!(fate, Fate::Summary | Fate::Area(_) | Fate::Fact | Fate::Score);
                let words = line.text[range.clone()].split_whitespace().filter(|_| is_carried);
                for word in words.filter(|word| !word.ends_with('-')) {
                    // The maxima are the edition's own.
                    let is_maximum = word.parse::<u8>().is_ok();
                    assert!(is_maximum || all.contains(word.trim_end_matches(['•', '-'])), "{name}: {word}");
                }
            }
        }
    }
}

#[test]
fn an_import_builds_without_faults_and_is_a_draft_with_its_proposals() {
    let project = golden_project();
    let before = check_project(project.path(), GOLDEN_DAY);
    for name in NAMES {
        let import = import(report(name).as_bytes());
        assert!(import.proposals > 0 || name == "wedby-2017", "{name}");
        let target = kompass::import::folder::path(&import.folder, &project.join("content"));
        kompass::import::folder::publish(&import.folder, &target, Consent::Keep, &CARE).unwrap();
    }
    let after = check_project(project.path(), GOLDEN_DAY);
    let heads = |report: &str| {
        let is_head = |line: &&str| line.starts_with("error") || line.starts_with("warning");
        report.lines().filter(is_head).map(str::to_owned).collect::<Vec<_>>()
    };
    let new: Vec<_> = heads(&after).into_iter().filter(|head| !heads(&before).contains(head)).collect();
    assert_eq!(
        new,
        [
            "warning[printed/cover-date]: the cover is dated 2020-11-05, but the evaluation was made in 2021-02",
            "warning[markdown/parted-word]: `råds- medlemmarna` seems to be one word that the end of a line has parted",
            "warning[printed/area-box]: area 3 is 65 in its box, but 64 in the table",
        ],
        "{after}"
    );
    let published = crate::project::compile(project.path(), GOLDEN_DAY);
    assert_eq!(published.site().evaluations, 10, "as many as without the imports");
    assert!(published.site().tree.get("kommuner/ostervik/2012/index.html").is_none());
    let shown = crate::project::preview(project.path(), GOLDEN_DAY);
    let page = shown.text("kommuner/ostervik/2012/");
    assert!(page.contains("Tidningen Viken") && page.contains("Hamnkontoret tar emot besök"), "{page}");
    assert!(shown.page("kommuner/ostervik/2012/").contains("exempel-omrade-1-1-bjorknas"));
    assert!(!page.contains("Importrapport"));
}

#[test]
fn a_folder_is_replaced_only_when_that_is_said_and_as_a_whole() {
    use kompass::import::folder;
    let scratch = crate::scratch::Folder::new();
    let import = import(report(NAMES[0]).as_bytes());
    let target = folder::path(&import.folder, scratch.path());
    folder::publish(&import.folder, &target, Consent::Keep, &CARE).unwrap();
    assert!(target.ends_with("evaluations/ostervik/2012"));
    fs::create_dir(target.join("bilagor")).unwrap();
    for (name, text) in [("rapport.pdf", "original"), ("bilagor/brev.txt", "hej"), ("att-fråga.md", "vem?")]
    {
        fs::write(target.join(name), text).unwrap();
    }
    fs::write(target.join("area-9.md"), "old").unwrap();
    fs::write(target.join("summary.md"), "by hand").unwrap();
    let refused = folder::publish(&import.folder, &target, Consent::Keep, &CARE).unwrap_err();
    assert!(refused.to_string().ends_with("exists; replace it with --replace"), "{refused}");
    assert_eq!(fs::read_to_string(target.join("summary.md")).unwrap(), "by hand");
    let lost = folder::lost(&import.folder, &target).unwrap();
    assert_eq!(lost.files, ["area-9.md"]);
    assert_eq!(lost.rewritten, ["area-9.md", "summary.md"]);
    let refused = folder::publish(&import.folder, &target, Consent::Replace, &CARE).unwrap_err();
    assert!(refused.to_string().contains("has been reviewed"), "{refused}");
    folder::publish(&import.folder, &target, Consent::Discard, &CARE).unwrap();
    assert!(fs::read_to_string(target.join("summary.md")).unwrap().starts_with("## Utvärderingen"));
    assert!(!target.join("area-9.md").exists());
    for (name, text) in [("rapport.pdf", "original"), ("bilagor/brev.txt", "hej"), ("att-fråga.md", "vem?")]
    {
        assert_eq!(fs::read_to_string(target.join(name)).unwrap(), text);
    }
    let beside: Vec<_> = fs::read_dir(target.parent().unwrap()).unwrap().collect();
    assert_eq!(beside.len(), 1, "{beside:?}");
}

/// Kompass makes no links, so one is somebody else's whatever its name.
#[cfg(unix)]
#[test]
fn a_link_where_a_text_must_go_is_neither_followed_nor_deleted() {
    use kompass::import::folder;
    let scratch = crate::scratch::Folder::new();
    let import = import(report(NAMES[0]).as_bytes());
    let target = folder::path(&import.folder, scratch.path());
    folder::publish(&import.folder, &target, Consent::Keep, &CARE).unwrap();
    let (elsewhere, link) = (scratch.join("elsewhere.md"), target.join("area-1.md"));
    fs::write(&elsewhere, "somebody's").unwrap();
    fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &link).unwrap();
    fs::remove_file(target.join("area-2.md")).unwrap();
    let refused = folder::publish(&import.folder, &target, Consent::Discard, &CARE).unwrap_err().to_string();
    assert!(refused.contains("area-1.md` was not made by Kompass"), "{refused}");
    assert!(!target.join("area-2.md").exists(), "the folder is as it was");
    assert_eq!(fs::read_link(&link).unwrap(), elsewhere);
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "somebody's");
    assert_eq!(fs::read_dir(target.parent().unwrap()).unwrap().count(), 1);
}

/// Neighbours were evaluated as well; what is said of them is not taken for
/// the report's own.
#[test]
fn the_evaluation_of_a_neighbour_is_not_this_one() {
    let text = report("ostervik-2012");
    let made = "Utvärderingen av Österviks kommun genomfördes i april år 2012";
    let neighbour =
        "Björknäs utvärderades i mars 2009 och fick totalt 399 poäng efter 50 intervjuer med personer där.";
    let other = text.replace(made, &format!("{neighbour} {made}"));
    assert_ne!(other, text);
    let toml = |text: &str| record(&import(text.as_bytes()))["evaluation.toml"].clone();
    assert_eq!(toml(&other), toml(&text));
}

/// Who is asked to import a municipality's report wants what it says of that
/// one, even if the cover names another.
#[test]
fn the_municipality_that_is_asked_for_is_the_one_that_sentences_are_about() {
    let text = report("ostervik-2012");
    let other = text
        .replace("ÖSTERVIKS KOMMUN\n", "BJÖRKNÄS KOMMUN\n")
        .replace("2 Österviks kommun i", "2 Kommunen i");
    assert_ne!(other, text);
    let asked = Request { municipality: Some("ostervik".to_owned()), ..request() };
    let (outcome, _) = imported(file::parse(other.as_bytes()).unwrap(), &asked);
    let toml = record(&outcome.value.unwrap())["evaluation.toml"].clone();
    for key in ["year = 2012", "month = 4", "ordinal = 2", "interviews = 35"] {
        assert!(toml.contains(key), "{key}: {toml}");
    }
}

#[test]
fn an_edition_is_stated_only_in_a_sentence_that_names_it() {
    let old = report("wedby-2017");
    let sentence = |years: &str| format!("Provkompassen reviderades år {years} tillsammans med andra.");
    let of = |years: &str| {
        let text = old.replace(
            "Varje rapport i provet har",
            &format!("{} Varje rapport i provet har", sentence(years)),
        );
        assert_ne!(text, old);
        let import = import(text.as_bytes());
        (record(&import)["evaluation.toml"].clone(), texts(&import)["import-report.md"].clone())
    };
    let (toml, said) = of("2010 och 2016");
    assert!(toml.contains("edition-basis = \"stated\"\n") && !toml.contains("edition-ground"), "{toml}");
    assert!(said.contains(&sentence("2010 och 2016")), "{said}");
    // A report that stops at an earlier revision does not name its edition.
    for years in ["2010", "2010, 2016 och 2019/2020"] {
        let (toml, said) = of(years);
        assert!(toml.contains("edition-basis = \"inferred\"\nedition-ground = \"maxima\"\n"), "{toml}");
        assert!(said.contains("Rapporten anger inte utgåvan"), "{said}");
    }
}
