//! The program as its users meet it: words, exit codes, what is written.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::project::{golden_project, repository};
use crate::scratch::Folder;

fn kompass(arguments: &[&str], root: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kompass"));
    command.args(["--language", "en"]).args(arguments).arg("--root").arg(root);
    command.args(["--date", "2026-12-01"]).output().unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A copy of the repository's project to break.
fn copy() -> Folder {
    let folder = Folder::new();
    crate::project::copy(&repository().join("content"), &folder.join("content"));
    crate::project::copy(&repository().join("themes"), &folder.join("themes"));
    fs::copy(repository().join("site.toml"), folder.join("site.toml")).unwrap();
    folder
}

#[test]
fn build_writes_the_site_and_says_what_it_did() {
    let project = copy();
    let output = kompass(&["build"], project.path());
    let said = errors(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("5 warnings\n22 evaluations, "), "{said}");
    assert!(said.contains("\nload ") && said.contains(", render ") && said.contains(", output "), "{said}");
    assert!(said.ends_with(&format!("written to {}\n", project.join("output").display())), "{said}");
    assert!(!said.contains('\u{1b}'), "no colours outside a terminal");
    assert!(project.join("output/kommuner/lund/2011/index.html").is_file());
    assert!(project.join("output/.gitignore").is_file());
}

#[test]
fn swedish_is_spoken_unless_another_language_is_asked_for() {
    let project = golden_project();
    let said = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kompass"));
        let output = command.args(arguments).current_dir(project.path()).env("LANG", "en_GB.UTF-8").output();
        errors(&output.unwrap())
    };
    let check = ["check", "--no-search", "--date", "2026-12-01"];
    let swedish = said(&check);
    assert!(swedish.contains("10 utvärderingar, ") && swedish.contains("\nläser "), "{swedish}");
    let english = said(&[&check[..], &["--language", "en"]].concat());
    assert!(english.contains("10 evaluations, ") && english.contains("\nload "), "{english}");
    let refused = said(&["check", "--root", "ingenstans"]);
    assert_eq!(refused, "fel: ingenstans är ingen mapp; skriv projektets mapp efter --root\n");
    let overlap = said(&["build", "--output", "content/x"]);
    assert!(
        overlap.starts_with("fel: mappen ") && overlap.contains("välj en egen mapp med --output"),
        "{overlap}"
    );
}

#[test]
fn check_tells_people_where_to_begin_and_machines_what_they_ask_for() {
    let project = golden_project();
    let folder = "content/evaluations/sabro/2019";
    let record = project.join(folder).join("evaluation.toml");
    let text = fs::read_to_string(&record).unwrap();
    fs::write(&record, text.replacen("month = 9", "month: 9", 1)).unwrap();
    let check = |format: &str| kompass(&["check", "--no-search", "--format", format], project.path());
    let people = check("text");
    assert_eq!(people.status.code(), Some(1));
    assert!(errors(&people).starts_with(&format!("Begin here: {folder} (1 error)\n\nerror[toml/syntax]")));
    assert!(people.stdout.is_empty());
    let told: serde_json::Value = serde_json::from_slice(&check("json").stdout).unwrap();
    assert_eq!(told["errors"], 1);
    let fault = &told["faults"][0];
    assert_eq!(
        (&fault["code"], &fault["line"], &fault["column"]),
        (&"toml/syntax".into(), &6.into(), &8.into())
    );
    assert_eq!(fault["hint"], "write it like this: month = 9");
    let commands = String::from_utf8(check("github").stdout).unwrap();
    let expected = format!("::error file={folder}/evaluation.toml,line=6,col=8,title=toml/syntax::a colon");
    assert!(commands.starts_with(&expected), "{commands}");
}

#[test]
fn codes_are_explained() {
    let explain = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_kompass")).arg("explain").args(arguments).output().unwrap()
    };
    let swedish = String::from_utf8(explain(&["[toml/syntax]"]).stdout).unwrap();
    assert!(swedish.starts_with("`toml/syntax` (fel)\n") && swedish.contains("likhetstecken"), "{swedish}");
    let english = String::from_utf8(explain(&["toml/syntax", "--language", "en"]).stdout).unwrap();
    assert!(english.starts_with("`toml/syntax` (error)\n"), "{english}");
    let unknown = explain(&["toml/syntx"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(errors(&unknown).contains("menade du toml/syntax?"), "{}", errors(&unknown));
}

#[test]
fn drafts_stay_out_unless_asked_for() {
    let project = copy();
    let record = project.join("content/evaluations/burlov/2020/evaluation.toml");
    let text = fs::read_to_string(&record).unwrap().replacen("format = 1\n", "format = 1\ndraft = true\n", 1);
    fs::write(&record, text).unwrap();
    let page = "kommuner/burlov/2020/index.html";
    let said = errors(&kompass(&["build"], project.path()));
    assert!(said.contains("21 evaluations (1 draft left out), "), "{said}");
    assert!(!project.join("output").join(page).exists());
    let said = errors(&kompass(&["build", "--drafts"], project.path()));
    assert!(said.contains("22 evaluations (1 draft among them), "), "{said}");
    assert!(project.join("output-drafts").join(page).is_file());
    assert!(!project.join("output").join(page).exists(), "a preview takes no portal's place");
}

#[test]
fn check_lists_what_is_left_to_look_at() {
    let project = golden_project();
    let content = project.join("content");
    let report = repository().join("tests/import/ostervik-2012/report.txt");
    let import = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kompass"));
        command
            .args(["--language", "en", "import"])
            .arg(&report)
            .args(arguments)
            .arg("--root")
            .arg(project.path())
            .output()
            .unwrap()
    };
    let listed = || {
        let said = errors(&kompass(&["check"], project.path()));
        // Not the heads of what is wrong: a word of the report is parted by a page of its PDF.
        let is_listed = |line: &&str| line.starts_with("content/") && !line.ends_with("warning)");
        said.lines().filter(is_listed).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(listed(), [""; 0], "nothing is a draft");
    assert!(import(&[]).status.success());
    let folder = "content/evaluations/ostervik/2012";
    let texts = "not looked at: area-1.md, area-2.md, area-3.md, summary.md";
    let record = content.join("evaluations/ostervik/2012/evaluation.toml");
    let text = fs::read_to_string(&record).unwrap();
    let remarks = text.lines().filter(|line| line.starts_with("# granska:")).count();
    let proposals = text.matches("status = \"proposed\"").count();
    assert_eq!(
        listed(),
        [format!("{folder} (draft): {remarks} remarks; {proposals} proposed examples; {texts}")]
    );
    // Somebody looks at all of it.
    let looked: Vec<_> = text.lines().filter(|line| !line.starts_with("# granska:")).collect();
    fs::write(&record, (looked.join("\n") + "\n").replace("status = \"proposed\"\n", "")).unwrap();
    let review = content.join("evaluations/ostervik/2012/import-report.md");
    let kept = fs::read_to_string(&review).unwrap().replace("- `area-1.md`: ", "- ");
    fs::write(&review, kept).unwrap();
    for name in ["area-2.md", "area-3.md", "summary.md"] {
        let path = record.with_file_name(name);
        fs::write(&path, fs::read_to_string(&path).unwrap() + "\n").unwrap();
    }
    assert_eq!(listed(), [format!("{folder} (draft): nothing left to look at")]);
    assert!(!import(&["--replace"]).status.success(), "that would be lost");
}

#[test]
fn faults_change_nothing_on_disk() {
    let project = copy();
    assert_eq!(kompass(&["build"], project.path()).status.code(), Some(0));
    let page = project.join("output/kommuner/lund/2011/index.html");
    let before = fs::read(&page).unwrap();
    let record = project.join("content/evaluations/lund/2011/evaluation.toml");
    let text = fs::read_to_string(&record).unwrap().replace("\"4,5\"", "\"4,6x\"");
    fs::write(&record, text).unwrap();
    let output = kompass(&["build"], project.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("error[content/unreadable-number]"), "{}", errors(&output));
    assert_eq!(fs::read(&page).unwrap(), before);
}

#[test]
fn denied_warnings_keep_the_site_from_being_written() {
    let project = copy();
    let output = kompass(&["build", "--deny-warnings"], project.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("nothing is published, because of --deny-warnings"));
    assert!(!project.join("output").exists());
}

#[test]
fn check_writes_nothing() {
    let project = copy();
    let output = kompass(&["check"], project.path());
    assert_eq!(output.status.code(), Some(0));
    assert!(errors(&output).contains("22 evaluations, "));
    assert!(!project.join("output").exists());
}

#[test]
fn the_environment_fails_with_code_two() {
    let project = copy();
    let into_content =
        kompass(&["build", "--output", project.join("content/x").to_str().unwrap()], project.path());
    assert_eq!(into_content.status.code(), Some(2), "{}", errors(&into_content));
    assert_eq!(kompass(&["build", "--base-path", "/å/"], project.path()).status.code(), Some(2));
    assert_eq!(kompass(&["build", "--date", "1/2/2026"], project.path()).status.code(), Some(2));
    assert_eq!(kompass(&["publish"], project.path()).status.code(), Some(2));
}

#[test]
fn a_folder_without_a_project_is_told_what_it_lacks() {
    let folder = Folder::new();
    let output = kompass(&["check"], folder.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("error[file/missing]"), "{}", errors(&output));
    assert!(errors(&output).contains("site.toml"));
}

#[test]
fn colours_come_only_when_wanted() {
    let plain = Command::new(env!("CARGO_BIN_EXE_kompass"))
        .args(["check", "--root"])
        .arg(repository())
        .env("CLICOLOR_FORCE", "1")
        .env("NO_COLOR", "1")
        .output();
    assert!(!errors(&plain.unwrap()).contains("\u{1b}["));
}

#[test]
fn serve_shows_the_site_until_it_is_stopped() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kompass"))
        .args(["serve", "--port", "0", "--base-path", "/prov/", "--root"])
        .arg(repository())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
    let line =
        lines.into_iter().find(|line| line.starts_with("visar webbplatsen på http://127.0.0.1:")).unwrap();
    let address =
        line.trim_start_matches("visar webbplatsen på http://").split('/').next().unwrap().to_owned();
    let mut stream = TcpStream::connect(&address).unwrap();
    write!(stream, "GET /prov/kommuner/lund/ HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(answer.contains("Lunds kommun"));
    assert!(line.contains("/prov/"), "{line}");
}

#[test]
fn names_of_files_do_not_steer_the_terminal() {
    let project = crate::project::golden_project();
    project.write("content/pages/\u{1b}[2Jx\u{202e}.txt", "");
    let check = kompass(&["check"], project.path());
    assert!(errors(&check).contains(r"\u{1b}[2Jx\u{202e}.txt"), "{}", errors(&check));
    fs::remove_file(project.join("content/pages/\u{1b}[2Jx\u{202e}.txt")).unwrap();
    let output = project.join("\u{1b}[2J");
    for argument in [output.clone(), output.join("\u{1b}x"), project.join("content/\u{1b}x")] {
        let build = Command::new(env!("CARGO_BIN_EXE_kompass"))
            .args(["build", "--no-sync", "--no-search", "--output"])
            .arg(argument)
            .current_dir(project.path())
            .output();
        let said = errors(&build.unwrap());
        assert!(said.contains(r"\u{1b}") && !said.contains('\u{1b}'), "{said}");
    }
}

#[test]
fn pipes_in_the_content_are_not_opened() {
    let project = crate::project::golden_project();
    for path in ["content/pages/pipe.md", "themes/kompass/files/pipe.js"] {
        let pipe = project.join(path);
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        // To open it would wait for ever.
        let check = kompass(&["check"], project.path());
        assert_eq!(check.status.code(), Some(1));
        assert!(errors(&check).contains("error[file/special]"), "{}", errors(&check));
        fs::remove_file(pipe).unwrap();
    }
}
