//! Spreadsheets → records. `tests/import/sheets/` has thirty that `make.py` there has
//! invented, with what must come of each; more of them by
//!
//! ```text
//! python3 tests/import/sheets/make.py FOLDER 200 7 --long
//! KOMPASS_SHEETS=FOLDER cargo test --test portal sheets
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::civil::date;
use kompass::format::evaluation::{Evaluation, FILE};
use kompass::import::file::Limits;
use kompass::import::sheet::book::{self, BookError};
use kompass::import::sheet::objection::{Objection, Remark};
use kompass::import::sheet::plan::{Licence, Plan, Planned};
use kompass::import::sheet::template::{Texts, template};
use kompass::import::sheet::write::write;
use kompass::import::{Boilerplate, Knowledge};
use kompass::model::{Code, Edition, EditionId, Municipality};
use kompass::source::Sources;
use kompass::{load, validate};
use serde_json::Value;

use crate::output::CARE;
use crate::project::repository;
use crate::scratch::Folder;

/// The editions and the register of the repository's own content.
type Reference = (BTreeMap<EditionId, Edition>, BTreeMap<Code, Municipality>);

fn reference() -> &'static Reference {
    static REFERENCE: LazyLock<Reference> = LazyLock::new(|| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        let read = move || pool.install(|| load::reference(&repository(), &mut Sources::default()));
        let raw = std::thread::spawn(read).join().unwrap().unwrap();
        raw.and_then(|raw| validate::reference(&raw)).value.unwrap()
    });
    &REFERENCE
}

/// What an import of the file at `path` into `content` plans, by another process as always.
fn plan(path: &Path, content: &Path, replace: bool) -> Result<Plan, BookError> {
    let program = Path::new(env!("CARGO_BIN_EXE_kompass"));
    let book = book::read(path, program, &Limits::default())?;
    let (editions, municipalities) = reference();
    let knowledge = Knowledge { editions, municipalities, boilerplate: Boilerplate::known() };
    let licence = Licence { replace, today: date(2026, 11, 29) };
    let file = path.file_name().unwrap().to_str().unwrap();
    Ok(kompass::import::sheet::import(&book, &knowledge, content, file, licence).unwrap())
}

/// What a CSV file plans.
fn csv(text: &str, content: &Folder, replace: bool) -> Plan {
    content.write("sheet.csv", text);
    plan(&content.join("sheet.csv"), content.path(), replace).unwrap()
}

fn codes(objections: &[Objection]) -> Vec<(&'static str, String)> {
    objections.iter().map(|it| (it.what.code(), it.spot.cell())).collect()
}

fn write_all(plan: &Plan) {
    for planned in &plan.evaluations {
        write(planned, &CARE).unwrap();
    }
}

fn record(content: &Folder, path: &str) -> String {
    fs::read_to_string(content.join("evaluations").join(path).join(FILE)).unwrap()
}

/// The values of a record as `expected.json` has them.
fn values(record: &str) -> BTreeMap<String, String> {
    let record: Evaluation = toml::from_str(record).unwrap();
    let scores = record.scores.into_inner();
    let mut values = BTreeMap::new();
    for (table, sign) in [(scores.areas, ""), (scores.points, ""), (scores.percent, "%")] {
        let table = table.into_iter();
        values.extend(table.map(|(key, it)| (format!("{}{sign}", key.into_inner()), it.into_inner())));
    }
    values.extend(scores.total.map(|it| ("total".to_owned(), it.into_inner())));
    values
}

/// What is wrong with what came of an invented file, if anything.
fn judge(folder: &Path, fate: &Value) -> Option<String> {
    let text = |key: &str| fate[key].as_str().unwrap();
    let content = Folder::new();
    let plan = plan(&folder.join(text("file")), content.path(), false);
    let wrong =
        |why: String| Some(format!("{} ({}, {}): {why}", text("file"), text("layout"), text("writer")));
    let objections = match &plan {
        Ok(plan) => plan.objections.clone(),
        Err(BookError::Objection(objection)) => vec![objection.as_ref().clone()],
        Err(BookError::File(error)) if text("expect") == "right" => return wrong(format!("{error:?}")),
        Err(BookError::File(_)) => return None,
    };
    let (_, municipalities) = reference();
    match text("expect") {
        "any" => None,
        "refused" if objections.is_empty() => wrong("nothing is refused".to_owned()),
        "refused" => {
            let expected = fate["troubles"].as_array().unwrap().iter().map(|it| {
                let part = |at: usize| it[at].as_str().unwrap();
                (part(0), part(1), part(2))
            });
            let found: Vec<_> =
                objections.iter().map(|it| (it.what.code(), it.spot.sheet.clone(), it.spot.cell())).collect();
            let is_named = |(code, sheet, cell): (&str, &str, &str)| {
                found.iter().any(|it| (it.0, it.1.as_str(), it.2.as_str()) == (code, sheet, cell))
            };
            let unnamed: Vec<_> = expected.filter(|it| !is_named(*it)).collect();
            if unnamed.is_empty() { None } else { wrong(format!("{unnamed:?} not among {found:?}")) }
        }
        _ if !objections.is_empty() => wrong(format!("{objections:?}")),
        _ => {
            let plan = plan.ok()?;
            let expected = fate["evaluations"].as_array().unwrap();
            if plan.evaluations.len() != expected.len() {
                return wrong(format!("{} evaluations of {}", plan.evaluations.len(), expected.len()));
            }
            write_all(&plan);
            expected.iter().find_map(|it| {
                let slug = &municipalities[&Code(it["code"].as_str().unwrap().to_owned())].slug;
                let record = record(&content, &format!("{slug}/{}", it["year"]));
                let found = serde_json::to_value(values(&record)).unwrap();
                let edition = format!("edition = \"{}\"", it["edition"].as_str().unwrap());
                let is_right = found == it["values"] && record.contains(&edition);
                if is_right { None } else { wrong(format!("{record}\n{found}\nnot\n{}", it["values"])) }
            })
        }
    }
}

#[test]
fn invented_spreadsheets_are_read_right_or_refused_with_the_cell() {
    let folder = std::env::var_os("KOMPASS_SHEETS").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| super::folder("sheets"));
    let expected = fs::read_to_string(folder.join("expected.json")).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    let expected = expected.as_array().unwrap();
    assert!(expected.len() >= 30);
    let wrong: Vec<_> = expected.iter().filter_map(|fate| judge(&folder, fate)).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), expected.len(), wrong.join("\n"));
}

#[test]
fn a_template_that_is_filled_in_is_read_as_it_was_meant() {
    let (editions, _) = reference();
    for edition in editions.values() {
        let content = Folder::new();
        let texts = Texts { title: "Titel", help: "Fyll i" };
        fs::write(content.join("mall.xlsx"), template(edition, texts).unwrap()).unwrap();
        let empty = plan(&content.join("mall.xlsx"), content.path(), false).unwrap();
        assert_eq!(codes(&empty.objections), [("sheet-no-rows", String::new())], "{}", edition.id);
        assert!(empty.evaluations.is_empty(), "the example is none");
        assert!(
            empty.remarks.iter().all(|it| matches!(it.what, Remark::OtherRow { .. })),
            "{:?}",
            empty.remarks
        );
    }
}

const SHEET: &str = "Kommun;År;Månad;Utgåva;Total;1;1.1;1.2\n\
    Lund;2021;mars;2020;500,5;80;15;8\n\
    Nacka;2022;;2020;;;14,5;\n";

#[test]
fn new_evaluations_become_drafts_that_declare_what_is_absent() {
    let content = Folder::new();
    let plan = csv(SHEET, &content, false);
    assert_eq!(plan.objections, []);
    write_all(&plan);
    let lund = record(&content, "lund/2021");
    for line in
        ["draft = true", "month = 3", "edition-basis = \"stated\"", "total = \"500,5\"", "\"1.1\" = \"15\""]
    {
        assert!(lund.lines().any(|it| it == line), "{line}:\n{lund}");
    }
    assert!(lund.contains("[missing]\nareas = \"not-published\"\nsub-areas = \"not-published\"\n"), "{lund}");
    assert!(record(&content, "nacka/2022").contains("total = \"not-published\""));
    let again = csv(SHEET, &content, false);
    assert!(again.evaluations.iter().all(Planned::is_same), "{:?}", again.evaluations);
}

#[test]
fn a_record_that_is_there_keeps_what_a_person_has_written() {
    let content = Folder::new();
    write_all(&csv(SHEET, &content, false));
    let written = record(&content, "lund/2021");
    let edited = written
        .replace("\"1.1\" = \"15\"", "# Kontrollerat mot rapporten.\n\"1.1\" = \"15,0\" # som tryckt")
        .replace("\"1.2\" = \"8\"", "\"1.2\" = \"7\" # osäker");
    content.write("evaluations/lund/2021/evaluation.toml", &edited);
    content.write("evaluations/lund/2021/summary.md", "Egen text.\n");
    let changed =
        csv(&SHEET.replace("1.2\nLund", "1.2;1.3\nLund").replace("15;8", "15;8;25"), &content, false);
    let lund = changed.evaluations.iter().find(|it| it.name == "Lund").unwrap();
    let of: Vec<_> = lund.changes.iter().map(|it| (it.of.as_str(), it.old.as_deref())).collect();
    assert_eq!(of, [("1.2", Some("7")), ("1.3", None)]);
    write_all(&changed);
    let now = record(&content, "lund/2021");
    for line in [
        "# Kontrollerat mot rapporten.",
        "\"1.1\" = \"15,0\" # som tryckt",
        "\"1.2\" = \"8\" # osäker",
        "\"1.3\" = \"25\"",
    ] {
        assert!(now.lines().any(|it| it == line), "{line}:\n{now}");
    }
    assert!(content.join("evaluations/lund/2021/summary.md").exists());
}

#[test]
fn values_that_have_been_reviewed_only_change_when_that_is_asked_for() {
    let content = Folder::new();
    write_all(&csv(SHEET, &content, false));
    let released = record(&content, "lund/2021").replace("draft = true\n", "");
    content.write("evaluations/lund/2021/evaluation.toml", &released);
    assert_eq!(csv(SHEET, &content, false).objections, [], "nothing changes");
    let other = SHEET.replace("500,5", "510");
    let refused = csv(&other, &content, false);
    assert_eq!(codes(&refused.objections), [("sheet-released", "2".to_owned())]);
    write_all(&refused);
    assert_eq!(record(&content, "lund/2021"), released);
    write_all(&csv(&other, &content, true));
    assert!(record(&content, "lund/2021").contains("total = \"510\""));
}

#[test]
fn names_without_numbers_are_those_of_the_edition() {
    let read = |text: &str| csv(text, &Folder::new(), false);
    let plan = read("Kommun;År;Total;Arbetsliv;Brukarens fokus (poäng);Orten\nLund;2021;500;e.p.;62,5;x\n");
    assert_eq!(plan.objections, []);
    let values: Vec<_> =
        plan.evaluations[0].changes.iter().map(|it| (it.of.as_str(), it.new.as_str())).collect();
    assert_eq!(values, [("total", "500"), ("5", "62,5")]);
    let long = read("Kommun;År;Delområde;Poäng\nLund;2021;Arbetsliv;60\nLund;2021;Brukarens fokus;62\n");
    assert_eq!((long.objections.len(), long.evaluations[0].changes.len()), (0, 2));
    // Names of another edition, with numbers and without.
    for (head, year, cell) in [
        ("Kommun;År;Arbetsliv", "2018", "C1"),
        ("Kommun;År;2 Samhällsutveckling", "2018", "C1"),
        ("Kommun;År;2 Tillgänglighet och brukarorientering", "2021", "C1"),
        ("Kommun;År;3 Brukarens fokus", "2021", "C1"),
    ] {
        let plan = read(&format!("{head}\nLund;{year};60\nKalmar;{year};61\n"));
        assert_eq!(codes(&plan.objections), [("sheet-name-of-other", cell.to_owned())], "{head}, {year}");
        assert!(plan.evaluations.is_empty(), "{head}, {year}");
    }
    // Words that no edition has are anybody's own.
    assert_eq!(read("Kommun;År;2 Samhällsbyggandet\nLund;2021;60\n").objections, []);
}

#[test]
fn sums_that_differ_are_told_when_they_are_read() {
    let heads: Vec<_> = (1..=8).map(|it| it.to_string()).collect();
    let head = format!("Kommun;År;Total;{}", heads.join(";"));
    let told = |total: &str| {
        let plan = csv(&format!("{head}\nLund;2021;{total}{}\n", ";50".repeat(8)), &Folder::new(), false);
        assert_eq!((plan.objections.len(), plan.evaluations.len()), (0, 1));
        plan.remarks.iter().map(|it| (it.what.code(), it.spot.cell())).collect::<Vec<_>>()
    };
    assert_eq!(told("400"), []);
    assert_eq!(told("400,5"), [], "rounded");
    assert_eq!(told("418"), [("sheet-other-sum", "C2".to_owned())]);
}

#[test]
fn every_mistake_is_named_with_its_cell() {
    let head = "Kommun;Kommunkod;År;Månad;Utgåva;1.1;1.2\n";
    for (row, code, cell) in [
        ("Lundd;;2021;;2020;15;8", "sheet-unknown-municipality", "A2"),
        (";;2021;;2020;15;8", "sheet-no-municipality", "A2"),
        ("Lund;0180;2021;;2020;15;8", "sheet-other-code", "B2"),
        ("Lund;;;;2020;15;8", "sheet-no-year", "C2"),
        ("Lund;;2099;;2020;15;8", "sheet-bad-year", "C2"),
        ("Lund;;2021;13;2020;15;8", "sheet-bad-month", "D2"),
        ("Lund;;2021-03;4;2020;15;8", "sheet-other-time", "D2"),
        ("Lund;;2021;;2019;15;8", "sheet-unknown-edition", "E2"),
        ("Lund;;2020;;;15;8", "sheet-no-edition", "2"),
        ("Lund;;2014;;2020;15;8", "sheet-before-edition", "2"),
        ("Lund;;2021;;2020;21;8", "sheet-above-maximum", "F2"),
        ("Lund;;2021;;2020;15;8;9", "sheet-beside-table", "H2"),
        ("Lund;;2021;;2020;15;8\nLund;;2021;;2020;15;8", "sheet-evaluation-again", "3"),
        ("Lund;;2021;;2020;#REF!;8", "sheet-error-cell", "F2"),
    ] {
        let plan = csv(&format!("{head}{row}\n"), &Folder::new(), false);
        assert_eq!(codes(&plan.objections)[..1], [(code, cell.to_owned())], "{row}");
        assert!(plan.evaluations.is_empty(), "{row}");
    }
    // One row too many is one fault, and says what is other in it.
    for (row, others) in [("15;8", "none"), ("15;9", "G3")] {
        let rows = format!("{head}Lund;;2021;;2020;15;8\nLund;;2021;;2020;{row}\n");
        let plan = csv(&rows, &Folder::new(), false);
        let [only] = plan.objections.as_slice() else { panic!("{:?}", plan.objections) };
        assert_eq!(only.what.arguments(), [("first", "2"), ("others", others)]);
    }
    // A total that nobody has reckoned, as programs that only write spreadsheets leave it.
    let plan = csv("Kommun;År;Utgåva;1.1;1.2;1;Total\nLund;2021;2020;15;8;23;0\n", &Folder::new(), false);
    assert_eq!(codes(&plan.objections)[..1], [("sheet-hollow-sum", "G2".to_owned())]);
    assert!(plan.evaluations.is_empty());
    let plan = csv("Kommun;År;Utgåva;1;1.1;1.2;2;2.1\nLund;2021;2020;0;15;8;0;0\n", &Folder::new(), false);
    assert_eq!(codes(&plan.objections), [("sheet-hollow-sum", "D2".to_owned())], "2.1 may be nought");
    assert!(plan.evaluations.is_empty());
    let twice = "Hur arbetar kommunen med brukarundersökningar?";
    let plan = csv(&format!("Kommun;År;Total;{twice}\nLund;2018;500;6\n"), &Folder::new(), false);
    assert_eq!(codes(&plan.objections), [("sheet-name-head", "D1".to_owned())], "2.4 or 2.5");
    assert!(plan.evaluations.is_empty(), "a record without it would look complete");
    let plan =
        csv("Kommun;År;Delområde;Poäng\nLund;2021;1.1;15\nLund;2021;Demokrati;3\n", &Folder::new(), false);
    assert_eq!(codes(&plan.objections), [("sheet-unknown-part", "C3".to_owned())]);
    let plan = csv("Kommun;År;Delområde;Poäng\nLund;2021;1.1;15\nLund;2021;1.1;14\n", &Folder::new(), false);
    assert_eq!(codes(&plan.objections), [("sheet-value-again", "D3".to_owned())]);
    let plan = csv("Kommun;År;1.1;1.1\nLund;2021;15;15\n", &Folder::new(), false);
    assert_eq!(codes(&plan.objections)[0], ("sheet-column-again", "D1".to_owned()));
}

#[test]
fn units_below_the_heads_are_no_evaluation() {
    let units = "Kommun;År;Total;1\n;åååå;poäng (0–800);poäng\nLund;2021;500;60\n";
    let plan = csv(units, &Folder::new(), false);
    assert_eq!(codes(&plan.objections), []);
    assert_eq!(plan.evaluations.len(), 1);
    assert!(plan.remarks.iter().any(|it| it.what.code() == "sheet-other-row"), "{:?}", plan.remarks);
    // A row with a figure and nobody's name is a mistake.
    let plan = csv("Kommun;År;Total\n;åååå;500\n", &Folder::new(), false);
    assert_eq!(codes(&plan.objections)[0].0, "sheet-no-municipality");
}

#[test]
fn the_edition_is_told_by_the_year_and_the_figures() {
    for (row, expected) in [
        ("Lund;2021;15", Ok("2020")),
        ("Lund;2018;15", Ok("2016")),
        ("Lund;2012;15", Ok("2010")),
        ("Lund;2016;15", Err("sheet-no-edition")),
    ] {
        let plan = csv(&format!("Kommun;År;1.1\n{row}\n"), &Folder::new(), false);
        let found = match plan.objections.first() {
            Some(objection) => Err(objection.what.code()),
            None => Ok(plan.evaluations[0].edition.0.as_str()),
        };
        assert_eq!(found, expected, "{row}");
    }
}
