//! What editors begin with and change by commands: `new`, `correct` and `schema`, as they meet them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use jiff::civil::{Date, date};
use kompass::{correct, schema, starter};
use walkdir::WalkDir;

use crate::project::{GOLDEN_DAY, compile, golden_project, preview, repository};
use crate::scratch::Folder;

fn kompass(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kompass")).args(arguments).output().unwrap()
}

/// What the program says, and its exit code.
fn told(arguments: &[&str], root: &Path) -> (Option<i32>, String) {
    let output = kompass(&[arguments, &["--root", root.to_str().unwrap()]].concat());
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// Every file below `folder` with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    files.map(|entry| (name(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

/// The day that the program writes into a draft.
fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}

const DRAFT: &str = "content/evaluations/varhult/2024";

/// The golden project with a draft of Vårhult 2024.
fn with_draft() -> Folder {
    let project = golden_project();
    let (code, said) = told(&["new", "evaluation", "Vårhult", "2024"], project.path());
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("Vårhults kommun, 2020 års utgåva: ett utkast ligger i "), "{said}");
    project
}

#[test]
fn a_new_evaluation_is_a_draft_without_a_fault_that_says_what_is_open() {
    let project = with_draft();
    let names: Vec<_> = files(&project.join(DRAFT)).into_keys().collect();
    let expected =
        ["area-1.md", "area-2.md", "area-3.md", "evaluation.toml", "import-report.md", "summary.md"];
    assert_eq!(names, expected);
    let (code, said) = told(&["check"], project.path());
    assert_eq!(code, Some(0), "{said}");
    assert!(!said.contains("fel") && !said.contains("error"), "{said}");
    let open = said.lines().find(|line| line.contains(DRAFT)).unwrap_or_else(|| panic!("{said}"));
    // A total, three areas twice, and the nine sub-areas of the edition twice.
    assert!(open.contains("25 tal att fylla i") && open.contains("5 anmärkningar"), "{open}");
    assert!(open.contains("area-1.md, area-2.md, area-3.md, summary.md"), "{open}");
    let shown = preview(project.path(), today());
    assert!(shown.text("kommuner/varhult/2024/").contains("Utkast"));
}

#[test]
fn every_key_of_a_record_is_explained_in_a_new_one_and_works_without_its_mark() {
    let project = with_draft();
    let path = project.join(DRAFT).join("evaluation.toml");
    let text = fs::read_to_string(&path).unwrap();
    for key in kompass::format::evaluation::Key::all() {
        let name = key.name();
        let is_there = text.lines().any(|line| {
            let line = line.trim_start_matches("# ").trim_start_matches('[');
            line.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', ']']))
        });
        assert!(is_there, "{name} is not in the new record");
    }
    // Whoever takes the marks away has a record that can be read.
    let is_line = |line: &str| {
        let key = line.trim_start_matches("# ").split(" = ").next().unwrap_or_default();
        line.starts_with("# [[") || line.contains(" = ") && !key.contains(' ')
    };
    let whole: String = text
        .lines()
        .map(|line| if is_line(line) { line.trim_start_matches("# ") } else { line }.to_owned() + "\n")
        .collect();
    let record: kompass::format::evaluation::Evaluation =
        toml::from_str(&whole).unwrap_or_else(|it| panic!("{it}"));
    assert_eq!((record.examples.len(), record.referrals.len(), record.missing.len()), (1, 1, 4));
    assert!(record.publish_at.is_some() && record.report.is_some() && record.texts_licence.is_some());
    assert!(record.source.publisher.is_some() && record.source.url.is_some());
}

#[test]
fn a_draft_that_is_filled_in_becomes_a_page_and_one_that_is_not_is_one_fault() {
    let project = with_draft();
    let path = project.join(DRAFT).join("evaluation.toml");
    let text = fs::read_to_string(&path).unwrap();
    let published = text.replacen("draft = true\n", "", 1);
    fs::write(&path, &published).unwrap();
    let (code, said) = told(&["check"], project.path());
    assert_eq!((code, said.matches("record/blank").count()), (Some(1), 1), "{said}");
    assert!(!said.contains("unreadable-number") && !said.contains("undeclared"), "{said}");
    let figures = |line: &str| {
        let figure = if line.contains("(högst") || line.starts_with("total") { "3" } else { "20" };
        line.replacen("\"\"", &format!("\"{figure}\""), 1) + "\n"
    };
    let lines = published.lines().filter(|line| !line.starts_with("# granska:"));
    fs::write(&path, lines.map(figures).collect::<String>()).unwrap();
    for name in ["area-1.md", "area-2.md", "area-3.md", "summary.md"] {
        let text = project.join(DRAFT).join(name);
        fs::write(&text, fs::read_to_string(&text).unwrap() + "\nEn text.\n").unwrap();
    }
    let compiled = compile(project.path(), today());
    assert!(!compiled.report.contains("error"), "{}", compiled.report);
    assert!(compiled.text("kommuner/varhult/2024/").contains("En text."));
}

#[test]
fn a_new_evaluation_takes_nobodys_place() {
    let project = with_draft();
    project.write(&format!("{DRAFT}/summary.md"), "Mitt.\n");
    let before = files(project.path());
    let (code, said) = told(&["new", "evaluation", "9103", "2024"], project.path());
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("utvärderingen finns redan"), "{said}");
    let refused = [
        (["Vårhlt", "2024", "2020"], "Menade du Vårhult?"),
        (["Ingenstans", "2024", "2020"], "Skriv namnet eller koden"),
        (["Vårhult", "2999", "2020"], "har inte varit än"),
        (["Vårhult", "2005", ""], "fanns ingen av utgåvorna 2010, 2016, 2020"),
        (["Vårhult", "2024", "2019"], "de som finns är 2010, 2016, 2020"),
        (["Vårhult", "2013", "2016"], "används från och med 2016"),
    ];
    for ([name, year, edition], expected) in refused {
        let mut arguments = vec!["new", "evaluation", name, year];
        if !edition.is_empty() {
            arguments.extend(["--edition", edition]);
        }
        let (code, said) = told(&arguments, project.path());
        assert_eq!(code, Some(2), "{arguments:?}");
        assert!(said.contains(expected), "{arguments:?}: {said}");
    }
    assert_eq!(files(project.path()), before);
}

#[test]
fn the_program_alone_makes_a_portal_that_builds() {
    let folder = Folder::new();
    let portal = folder.join("portal");
    let new = || kompass(&["new", "portal", portal.to_str().unwrap()]);
    let output = new();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    let places = starter::places(&starter::portal());
    assert!(places.len() >= 10, "{places:?}");
    for place in places {
        let text = fs::read_to_string(portal.join(&place.file)).unwrap();
        assert!(text.lines().nth(place.line - 1).unwrap().contains(&place.what));
        assert!(said.contains(&format!("{}, rad {}: {}", place.file, place.line, place.what)), "{said}");
    }
    let compiled = compile(&portal, date(2026, 12, 1));
    // What readers would see is warned of until it has been filled in.
    let unfilled = compiled.report.matches("[content/placeholder]").count();
    assert_eq!((unfilled, compiled.report.matches("warning[").count()), (3, 3), "{}", compiled.report);
    assert!(!compiled.report.contains("error["), "{}", compiled.report);
    assert_eq!((compiled.site().evaluations, compiled.site().drafts), (0, 1));
    assert!(compiled.text("").contains("Hur styrs din kommun?"));
    let shown = preview(&portal, date(2026, 12, 1));
    assert_eq!(shown.report, compiled.report);
    assert!(shown.text("kommuner/ale/2024/").contains("Utkast"));
    let before = files(&portal);
    let again = new();
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8(again.stderr).unwrap().contains("är inte tom"));
    assert_eq!(files(&portal), before);
    // What one's own theme says comes last.
    fs::write(portal.join("themes/egen/styles/egen.css"), "h1 { letter-spacing: 3px }\n").unwrap();
    let compiled = compile(&portal, date(2026, 12, 1));
    let styles: Vec<_> =
        compiled.site().tree.iter().filter(|(path, _)| path.starts_with("assets/")).collect();
    assert!(styles.iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("letter-spacing:3px")));
}

#[test]
fn a_project_without_the_theme_wears_that_of_the_program() {
    let project = golden_project();
    let own = compile(project.path(), GOLDEN_DAY);
    fs::remove_dir_all(project.join("themes")).unwrap();
    let shipped = compile(project.path(), GOLDEN_DAY);
    assert_eq!(shipped.report, "");
    assert!(shipped.site().tree == own.site().tree);
    project.write(
        "site.toml",
        &fs::read_to_string(project.join("site.toml")).unwrap().replace("\"kompass\"", "\"kompas\""),
    );
    assert!(compile(project.path(), GOLDEN_DAY).report.contains("kompass"));
}

const RECORD: &str = "content/evaluations/bjorknas/2023/evaluation.toml";
const LOG: &str = "content/changes.toml";

#[test]
fn a_correction_changes_the_record_and_the_log_and_nothing_else() {
    let project = golden_project();
    let record = fs::read_to_string(project.join(RECORD)).unwrap();
    let noted = record.replacen("1 = \"72\"", "# Ur tabellen.\n1   =   \"72\"   # sidan 4", 1);
    fs::write(project.join(RECORD), &noted).unwrap();
    let log = fs::read_to_string(project.join(LOG)).unwrap();
    let correct = [
        "correct",
        "bjorknas",
        "2023",
        "1",
        "74,5",
        "--reason",
        "Fel rad var avläst.",
        "--date",
        "2026-01-15",
    ];
    let (code, said) = told(&correct, project.path());
    assert_eq!(code, Some(0), "{said}");
    let line = noted.lines().position(|line| line.contains("sidan 4")).unwrap() + 1;
    let diff = format!(
        "{RECORD}\n{line:>5} - 1   =   \"72\"   # sidan 4\n{line:>5} + 1   =   \"74,5\"   # sidan 4\n{LOG}\n"
    );
    assert!(said.contains(&diff), "{said}");
    assert!(said.contains("+ reason = \"Fel rad var avläst.\""), "{said}");
    assert_eq!(fs::read_to_string(project.join(RECORD)).unwrap(), noted.replacen("\"72\"", "\"74,5\"", 1));
    let entry = "\n[[changes]]\ndate = \"2026-01-15\"\nmunicipality = \"Björknäs\"\nyear = 2023\n\
                 value = \"1\"\nold = \"72\"\nnew = \"74,5\"\nreason = \"Fel rad var avläst.\"\n";
    assert_eq!(fs::read_to_string(project.join(LOG)).unwrap(), log + entry);
    let compiled = compile(project.path(), date(2026, 12, 1));
    assert_eq!(compiled.report, "");
    assert!(compiled.text("om/andringar/").contains("Fel rad var avläst."));
    // The next one begins where this one ended, and not before it.
    let next = |value, day| {
        told(&["correct", "Björknäs", "2023", "1", value, "--reason", "r", "--date", day], project.path())
    };
    let (code, said) = next("75", "2026-01-14");
    assert!(code == Some(2) && said.contains("har rättats senare, den 2026-01-15"), "{said}");
    assert_eq!(next("75", "2026-01-15").0, Some(0));
}

#[test]
fn corrections_of_absent_scores_go_both_ways() {
    let project = golden_project();
    let correct = |score, value| {
        let arguments =
            ["correct", "Björknäs", "2023", score, value, "--reason", "Nytt.", "--date", "2026-01-15"];
        let (code, said) = told(&arguments, project.path());
        assert_eq!(code, Some(0), "{said}");
        let record: toml::Table = fs::read_to_string(project.join(RECORD)).unwrap().parse().unwrap();
        record
    };
    let record = correct("total", "203");
    assert_eq!(record["scores"]["total"].as_str(), Some("203"));
    assert!(record["missing"].get("total").is_none());
    let record = correct("total", "unreadable");
    assert!(record["scores"].get("total").is_none());
    assert_eq!(record["missing"]["total"].as_str(), Some("unreadable"));
    let record = correct("3.1", "12");
    assert_eq!(record["scores"]["points"]["3.1"].as_str(), Some("12"));
    assert_eq!(record["missing"]["sub-areas"].as_str(), Some("not-published"), "others are still missing");
    let record = correct("3", "69");
    assert_eq!(record["scores"]["boxes"]["3"].as_str(), Some("69"), "the value that counts is the box");
    let compiled = compile(project.path(), date(2026, 12, 1));
    assert!(!compiled.report.contains("error"), "{}", compiled.report);
}

#[test]
fn what_cannot_be_corrected_leaves_both_files_alone() {
    let project = golden_project();
    let before = files(project.path());
    let refused = [
        (["Björknäs", "2023", "1", "72", "r", "2026-01-15"], "är redan 72"),
        (["Björknäs", "2023", "9", "72", "r", "2026-01-15"], "har inget ”9”"),
        (["Björknäs", "2023", "1.9", "7", "r", "2026-01-15"], "1.1, 1.2"),
        (["Björknäs", "2023", "1", "101", "r", "2026-01-15"], "högst 100 poäng"),
        (["Björknäs", "2023", "1", "mycket", "r", "2026-01-15"], "är inga poäng"),
        (["Björknäs", "2023", "1", "74", " ", "2026-01-15"], "skriv varför"),
        (["Björknäs", "2023", "1", "74", "r", "2999-01-15"], "i framtiden"),
        (["Björknäs", "2022", "1", "74", "r", "2026-01-15"], "bara från 2023"),
        (["Vårhult", "2022", "1", "74", "r", "2026-01-15"], "ingen publicerad utvärdering"),
        (["Björknes", "2023", "1", "74", "r", "2026-01-15"], "Menade du Björknäs?"),
    ];
    for ([name, year, score, value, reason, day], expected) in refused {
        let arguments = ["correct", name, year, score, value, "--reason", reason, "--date", day];
        let (code, said) = told(&arguments, project.path());
        assert_eq!(code, Some(2), "{arguments:?}: {said}");
        assert!(said.contains(expected), "{arguments:?}: {said}");
    }
    assert_eq!(files(project.path()), before);
    // In a draft the value is changed in its file.
    let record = fs::read_to_string(project.join(RECORD)).unwrap();
    fs::write(project.join(RECORD), record.replacen("format = 1\n", "format = 1\ndraft = true\n", 1))
        .unwrap();
    let (code, said) = told(&["correct", "Björknäs", "2023", "1", "74", "--reason", "r"], project.path());
    assert!(code == Some(2) && said.contains("utkast"), "{said}");
}

#[test]
fn a_correction_leaves_line_ends_marks_and_lists_in_brackets_as_they_are() {
    let project = golden_project();
    let windows = |path: &str| {
        let text = fs::read_to_string(project.join(path)).unwrap();
        fs::write(project.join(path), format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    };
    windows(RECORD);
    windows(LOG);
    let arguments = ["correct", "Björknäs", "2023", "1", "74", "--reason", "r", "--date", "2026-01-15"];
    let (code, said) = told(&arguments, project.path());
    assert_eq!(code, Some(0), "{said}");
    for path in [RECORD, LOG] {
        let text = fs::read_to_string(project.join(path)).unwrap();
        assert!(text.starts_with('\u{feff}'), "{path}");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{path}: {text:?}");
    }
    project.write(LOG, "format = 1\nchanges = [] # inget än\n");
    assert_eq!(told(&["correct", "Björknäs", "2023", "2", "64", "--reason", "r"], project.path()).0, Some(0));
    fs::remove_file(project.join(LOG)).unwrap();
    assert_eq!(told(&["correct", "Björknäs", "2023", "2", "65", "--reason", "r"], project.path()).0, Some(0));
    assert!(fs::read_to_string(project.join(LOG)).unwrap().starts_with("format = 1\n\n[[changes]]\n"));
}

#[test]
fn a_difference_tells_the_lines_and_reads_each_once() {
    let numbers: Vec<_> = (0..200_000).map(|it| it.to_string()).collect();
    let old = numbers.join("\n") + "\n";
    let new = old.replacen("\n777\n", "\nsjuhundra\n", 1) + "mer\n";
    let lines: Vec<_> =
        correct::difference(&old, &new).into_iter().map(|it| (it.number, it.is_new, it.text)).collect();
    assert_eq!(lines, [(778, false, "777"), (778, true, "sjuhundra"), (200_001, true, "mer")]);
}

#[test]
fn the_schemas_that_are_kept_are_those_of_the_types() {
    let folder = repository().join("docs/schemas");
    let schemas: BTreeMap<_, _> =
        schema::schemas().iter().map(|(name, bytes)| (name.clone(), bytes.clone())).collect();
    if std::env::var_os("KOMPASS_BLESS").is_some() {
        fs::create_dir_all(&folder).unwrap();
        for (name, bytes) in &schemas {
            fs::write(folder.join(name), bytes).unwrap();
        }
    }
    assert!(files(&folder) == schemas, "docs/schemas is not what the types say; KOMPASS_BLESS=1 writes it");
}

#[test]
fn schemas_are_written_and_renewed_but_other_files_stay() {
    let folder = Folder::new();
    let write = || kompass(&["schema", folder.join("s").to_str().unwrap()]);
    assert!(write().status.success());
    let name = "evaluation.schema.json";
    folder.write(&format!("s/{name}"), "{ \"$schema\": \"https://json-schema.org/draft/2020-12/schema\" }\n");
    assert!(write().status.success());
    let whole = files(&folder.join("s"));
    assert!(whole[name].len() > 1000 && whole.len() == 11);
    folder.write(&format!("s/{name}"), "mitt\n");
    let output = write();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.join("s").join(name)).unwrap(), "mitt\n");
}

#[test]
fn the_version_names_that_of_the_formats() {
    let output = kompass(&["--version"]);
    let expected = format!("kompass {} (format {})\n", env!("CARGO_PKG_VERSION"), kompass::format::VERSION);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}
