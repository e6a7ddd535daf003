//! A reader that takes too much is taken down, and the fault says why.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use kompass::diagnostic::Fault;
use kompass::import::file::{self, FileError, Limits};

use super::{NAMES, pdf, report, source, word};
use crate::scratch::Folder;

/// Kompass itself, which reads in a process of its own.
const PROGRAM: &str = env!("CARGO_BIN_EXE_kompass");

/// Why a file is refused within `limits`.
fn refusal(path: &Path, program: &Path, limits: Limits) -> String {
    match file::read(path, program, &limits) {
        Err(FileError::Fault(fault)) => match *fault {
            Fault::ReportUnreadable { message, .. } => message,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

/// A Word file with many paragraphs, that takes some memory.
fn large(folder: &Folder) -> PathBuf {
    let path = folder.join("rapport.docx");
    let body = word::body(&source::blocks(&report(NAMES[0])));
    let body = body.repeat(30_000_000 / body.len());
    fs::write(&path, word::pack(&[("word/document.xml", &word::document(&body))])).unwrap();
    path
}

/// A PDF of a page that draws a form ten times, which draws another one ten
/// times, and so on: ten thousand million letters in three kilobytes.
fn endless(folder: &Folder) -> PathBuf {
    let path = folder.join("rapport.pdf");
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 595 842] >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /Resources << /XObject << /X 6 0 R >> >> /Contents 5 0 R >>".to_owned(),
        stream("", &"/X Do ".repeat(10)),
    ];
    for next in 7..16 {
        let more = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {next} 0 R >> >>"
        );
        objects.push(stream(&more, &"/X Do ".repeat(10)));
    }
    let last = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F 3 0 R >> >>";
    objects.push(stream(last, "BT /F 9 Tf (a) Tj ET"));
    fs::write(&path, pdf::pack(&objects)).unwrap();
    path
}

fn stream(more: &str, content: &str) -> String {
    format!("<< {more} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

#[test]
fn a_reader_that_takes_too_much_memory_is_taken_down() {
    let folder = Folder::new();
    let path = large(&folder);
    let limits = Limits { memory: 96 * 1024 * 1024, ..Limits::default() };
    assert_eq!(refusal(&path, PROGRAM.as_ref(), limits), "reading it takes more than 96 MB of memory");
    let roomy = file::read(&path, PROGRAM.as_ref(), &Limits::default()).unwrap();
    assert!(roomy.lines.len() > 10_000);
}

#[test]
fn a_reader_that_works_too_long_is_taken_down() {
    let folder = Folder::new();
    let path = endless(&folder);
    let limits = Limits { work: 1, ..Limits::default() };
    let started = Instant::now();
    assert_eq!(refusal(&path, PROGRAM.as_ref(), limits), "reading it takes more than 1 seconds");
    assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
}

/// One that sleeps does not work, so only the parent's watch can tell.
#[test]
fn a_reader_that_never_answers_is_killed() {
    let folder = Folder::new();
    let (path, program) = (folder.join("rapport.pdf"), folder.join("sleeper"));
    fs::write(&path, "%PDF-1.7").unwrap();
    let note = folder.join("process");
    fs::write(&program, format!("#!/bin/sh\necho $$ > {}\nexec sleep 600\n", note.display())).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let limits = Limits { patience: Duration::from_secs(1), ..Limits::default() };
    let started = Instant::now();
    assert_eq!(refusal(&path, &program, limits), "reading it takes more than 1 seconds");
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    let process = fs::read_to_string(note).unwrap();
    assert!(!Path::new("/proc").join(process.trim()).exists(), "{process} still runs");
}
