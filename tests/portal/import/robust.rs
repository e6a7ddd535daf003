//! Hostile and odd files: a clear fault or the best that can be done, soon.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use kompass::import::{Kind, Unseen, file};

use super::{NAMES, import, imported, record, report, request, source, word};
use crate::project::golden_project;

/// What `kompass import` says of a file with these bytes.
fn kompass(bytes: &[u8], name: &str, more: &[&str]) -> (Output, crate::scratch::Folder) {
    let project = golden_project();
    let path = project.join(name);
    fs::write(&path, bytes).unwrap();
    let output = run(&path, project.path(), more);
    (output, project)
}

fn run(report: &Path, root: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kompass"));
    command
        .args(["--language", "en", "import"])
        .arg(report)
        .arg("--root")
        .arg(root)
        .args(more)
        .output()
        .unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Bytes that must be refused with exit code 1 and these words.
fn refused(bytes: &[u8], name: &str, words: &str) {
    let started = Instant::now();
    let (output, project) = kompass(bytes, name, &[]);
    assert_eq!(output.status.code(), Some(1), "{}", errors(&output));
    assert!(errors(&output).contains(words), "{}", errors(&output));
    assert!(started.elapsed() < Duration::from_secs(20), "{name} takes {:?}", started.elapsed());
    assert!(!project.join("content/evaluations/ostervik/2012").exists());
}

#[test]
fn the_command_writes_a_folder_once() {
    let (output, project) = kompass(report(NAMES[0]).as_bytes(), "rapport.txt", &["--dry-run"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert!(errors(&output).contains("100,00 % of the report placed or classified"), "{}", errors(&output));
    assert!(errors(&output).contains("\nwould write area-1.md, "), "{}", errors(&output));
    assert!(!project.join("content/evaluations/ostervik/2012").exists());
    let file = project.join("rapport.txt");
    for (more, code) in [(&[][..], 0), (&[][..], 2), (&["--replace"][..], 0)] {
        assert_eq!(run(&file, project.path(), more).status.code(), Some(code));
    }
    assert!(project.join("content/evaluations/ostervik/2012/import-report.md").is_file());
    let elsewhere = project.join("elsewhere");
    let into = ["--into", elsewhere.to_str().unwrap(), "--municipality", "wedby", "--year", "2013"];
    assert_eq!(run(&file, project.path(), &into).status.code(), Some(0));
    assert!(elsewhere.join("evaluations/wedby/2013/evaluation.toml").is_file());
}

#[test]
fn a_review_is_thrown_away_only_when_that_is_said() {
    let (_, project) = kompass(report(NAMES[0]).as_bytes(), "rapport.txt", &[]);
    let (file, folder) = (project.join("rapport.txt"), project.join("content/evaluations/ostervik/2012"));
    let record = folder.join("evaluation.toml");
    let text = fs::read_to_string(&record).unwrap();
    let reviewed = text.replacen("status = \"proposed\"\n", "", 1);
    let last = reviewed.rfind("\n[[referrals]]").unwrap();
    fs::write(&record, &reviewed[..last]).unwrap();
    fs::write(folder.join("area-9.md"), "old").unwrap();
    let losses = "warning: area-9.md is removed; this import does not write it\n\
        warning: area-9.md has been rewritten since it was imported\n\
        warning: the record has been reviewed: replacing it makes 1 confirmed and 1 rejected good examples \
        and referrals proposals again\n";
    for (more, code) in [
        (&["--replace"][..], 2),
        (&["--replace", "--dry-run"][..], 2),
        (&["--discard-review", "--dry-run"][..], 0),
    ] {
        let output = run(&file, project.path(), more);
        assert_eq!(output.status.code(), Some(code), "{}", errors(&output));
        assert!(errors(&output).contains(losses), "{}", errors(&output));
        assert!(code == 0 || errors(&output).contains("replace it with --discard-review"));
        assert_eq!(fs::read_to_string(&record).unwrap(), reviewed[..last]);
    }
    assert!(errors(&run(&file, project.path(), &["--discard-review"])).contains(losses));
    assert_eq!(fs::read_to_string(&record).unwrap(), text);
    let untouched = run(&file, project.path(), &["--replace"]);
    assert_eq!(untouched.status.code(), Some(0), "{}", errors(&untouched));
    assert!(!errors(&untouched).contains("reviewed:"), "{}", errors(&untouched));
}

#[test]
fn word_and_pdf_are_read_by_the_command() {
    let blocks = source::blocks(&report(NAMES[2]));
    for (name, bytes) in [("rapport.docx", word::write(&blocks)), ("rapport.pdf", super::pdf::write(&blocks))]
    {
        let (output, project) = kompass(&bytes, name, &[]);
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        assert!(project.join("content/evaluations/norra-sundet/2021/area-3.md").is_file());
    }
}

#[test]
fn what_is_no_report_is_refused() {
    refused(b"", "rapport.txt", "it is empty");
    refused(
        b"\x89PNG\r\n",
        "rapport.pdf",
        "it is a picture, whose text must be recognised first; save it as .docx",
    );
    refused(b"Bara en text.\n", "rapport.txt", "error[import/no-report]");
    refused(&[0; 5000], "rapport.txt", "error[import/no-report]");
    refused(b"PK\x03\x04 and nothing more", "rapport.docx", "error[import/unreadable]");
    refused(&word::pack(&[("mimetype", "text")]), "rapport.docx", "not one of Word's");
    refused(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more",
        "rapport.docx",
        "it is a Word file of before 2007 (.doc)",
    );
    refused(b"{\\rtf1\\ansi Kommunkompassen}", "rapport.doc", "it is rich text (.rtf); save it as .docx");
    refused(
        &word::pack(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")]),
        "rapport.odt",
        "it is an OpenDocument text (.odt)",
    );
    for page in ["\u{feff}\n<!DOCTYPE html>\n<p>Kommunkompassen", "<html lang=\"sv\">"] {
        refused(page.as_bytes(), "rapport.txt", "it is a page of the web (.html); save it as .docx");
    }
    refused(b"%PDF-1.7\n%%EOF", "rapport.pdf", "error[import/unreadable]");
    refused(&vec![b'a'; 17 * 1024 * 1024], "rapport.txt", "error[file/too-large]");
    refused(
        report(NAMES[0]).replace("sterviks", "xyzzys").replace("STERVIKS", "XYZZYS").as_bytes(),
        "rapport.txt",
        "error[import/no-municipality]",
    );
}

/// Zeros pack a thousand to one.
#[test]
fn a_zip_bomb_is_refused() {
    let bomb = word::pack(&[("word/document.xml", &"0".repeat(40 * 1024 * 1024))]);
    assert!(bomb.len() < 1024 * 1024);
    refused(&bomb, "rapport.docx", "unpacks to more than");
}

#[test]
fn entities_of_a_file_stand_for_nothing() {
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    let body = "<w:p><w:r><w:t>Skratt &b; &amp; sl&#246;jd</w:t></w:r></w:p>";
    let bytes = word::pack(&[("word/document.xml", &(laughs.to_owned() + &word::document(body)))]);
    let document = file::parse(&bytes).unwrap();
    assert_eq!(document.joined(), "Skratt & slöjd\n\n");
}

#[test]
fn deep_nesting_is_read_in_time() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(10_000) + "<w:p><w:r><w:t>Botten</w:t></w:r></w:p>";
    let started = Instant::now();
    let document = file::parse(&word::pack(&[("word/document.xml", &word::document(&deep))])).unwrap();
    assert!(document.joined().contains("Botten"));
    let tags = "<ul><li>".repeat(10_000) + "\t5";
    let text = report(NAMES[0]).replace("Rubriker\tPoäng\n", &format!("Rubriker\tPoäng\n{tags}\n"));
    import(text.as_bytes());
    assert!(started.elapsed() < Duration::from_secs(4), "{:?}", started.elapsed());
}

#[test]
fn long_texts_take_their_time_but_not_more() {
    let started = Instant::now();
    let line = report(NAMES[0]).replace('\n', " ").repeat(200);
    assert!(!imported(file::parse(line.as_bytes()).unwrap(), &request()).0.faults.is_empty());
    let many = report(NAMES[0]).repeat(30);
    assert!(imported(file::parse(many.as_bytes()).unwrap(), &request()).0.value.is_some());
    assert!(started.elapsed() < Duration::from_secs(15), "{:?}", started.elapsed());
}

#[test]
fn encodings_and_line_ends_change_nothing() {
    let text = report(NAMES[0]);
    let expected = record(&import(text.as_bytes()));
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(text.as_str()).collect();
    let noisy = text.replace("bryggor", "bryg\u{ad}gor").replace("torget den", "torget\u{a0}den");
    let old = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
    let variants = [
        format!("\u{feff}{text}").into_bytes(),
        text.replace('\n', "\r\n").into_bytes(),
        decomposed.into_bytes(),
        noisy.into_bytes(),
        old,
    ];
    for (at, bytes) in variants.iter().enumerate() {
        assert_eq!(record(&import(bytes)), expected, "variant {at}");
    }
}

#[test]
fn changes_notes_and_boxes_of_word_are_read_and_told() {
    let body = "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>Rubrik</w:t></w:r></w:p>\
        <w:p><w:r><w:t>Det </w:t></w:r><w:del><w:r><w:delText>var</w:delText></w:r></w:del><w:ins><w:r><w:t>blev</w:t></w:r></w:ins><w:r><w:t> så.</w:t><w:footnoteReference w:id=\"2\"/><w:endnoteReference w:id=\"2\"/></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t> Nej.</w:t></w:r></w:p>\
        <w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>I en ruta</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Bred</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Smal</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let notes = "<w:footnotes><w:footnote w:id=\"2\"><w:p><w:r><w:t>Enligt rådet.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let ends = notes.replace("footnote", "endnote").replace("Enligt rådet", "Och enligt nämnden");
    let bytes = word::pack(&[
        ("word/document.xml", &word::document(body)),
        ("word/footnotes.xml", notes),
        ("word/endnotes.xml", &ends),
    ]);
    let document = file::parse(&bytes).unwrap();
    let lines: Vec<_> =
        document.lines.iter().map(|line| line.text.as_str()).filter(|it| !it.is_empty()).collect();
    let paragraph = ["Det blev så. Nej.", "Enligt rådet.", "Och enligt nämnden."];
    assert_eq!(lines, [&["Rubrik"][..], &paragraph, &["I en ruta", "Bred\t\tSmal"]].concat());
    assert_eq!(document.kind(0), Kind::Heading);
    assert_eq!(document.unseen, [Unseen::TextBox, Unseen::TrackedChange, Unseen::HiddenText]);
}

/// Somebody has parted the items of a table by Shift and Enter.
#[test]
fn lines_within_a_cell_of_word_are_items() {
    let cell = |lines: &[&str]| {
        let runs: Vec<_> = lines.iter().map(|line| format!("<w:r><w:t>{line}</w:t></w:r>")).collect();
        format!("<w:tc><w:p>{}</w:p></w:tc>", runs.join("<w:r><w:br/></w:r>"))
    };
    let check = |cells: &[&[&str]], expected: &[&str]| {
        let cells: String = cells.iter().map(|lines| cell(lines)).collect();
        let body = format!("<w:tbl><w:tr>{cells}</w:tr></w:tbl>");
        let document = file::parse(&word::pack(&[("word/document.xml", &word::document(&body))])).unwrap();
        let lines: Vec<_> = document.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(lines.strip_suffix(&[""]).unwrap(), expected);
        document.kind(0)
    };
    check(
        &[&["Anslag", "Brev på", "alla öar"], &["- Vind", "- Sol"]],
        &["• Anslag • Brev på alla öar\t• Vind • Sol"],
    );
    check(&[&["• Anslag", "• Brev"], &["70"]], &["• • Anslag • • Brev\t70"]);
    check(&[&["anslag", "brev"], &["70"]], &["• anslag • brev\t70"]);
    // A table of one column is a frame.
    check(&[&["Anslag", "Brev på", "alla öar"]], &["Anslag", "", "Brev på alla öar", ""]);
    check(&[&["Anslag"]], &["Anslag"]);
}

#[test]
fn pictures_in_a_pdf_are_told_as_in_word() {
    let unseen = |width: u32, height: u32| {
        let text = "BT /F 9 Tf 60 700 Td (En text) Tj ET q 90 0 0 60 60 500 cm /I Do Q";
        let dots = "7f".repeat(usize::try_from(width * height).unwrap());
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 595 842] >>".to_owned(),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 3 0 R >> /XObject << /I 6 0 R >> >> /Contents 5 0 R >>".to_owned(),
            format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
            format!(
                "<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray \
                 /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length {} >>\nstream\n{dots}>\nendstream",
                dots.len() + 1
            ),
        ];
        let document = file::read_pdf(&super::pdf::pack(&objects)).unwrap();
        assert_eq!(document.text(0), "En text");
        document.unseen
    };
    assert_eq!(unseen(30, 20), [Unseen::Picture]);
    // A rule is no picture, though it may be drawn as one.
    assert_eq!(unseen(300, 2), []);
}
