//! How long it takes to import a report.
//!
//! `cargo bench --bench import` imports an invented report of some 70 KB as
//! often as fits into a few seconds; `cargo bench --bench import -- FILE…`
//! imports others, with this repository's editions and register.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement that cannot go on has failed, and its result is a table"
)]

use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use kompass::import::{Boilerplate, Knowledge, Request, file, import};
use kompass::model::Edition;
use kompass::source::Sources;
use kompass::{load, validate};

/// How often a report is imported.
const RUNS: usize = 50;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let raw = load::reference(root, &mut Sources::default()).unwrap();
    let (editions, municipalities) = raw.and_then(|raw| validate::reference(&raw)).value.unwrap();
    let knowledge =
        Knowledge { editions: &editions, municipalities: &municipalities, boilerplate: Boilerplate::known() };
    let files: Vec<_> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let mut reports: Vec<_> = files.iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    if reports.is_empty() {
        reports.push(("invented".to_owned(), invented(editions.values().next_back().unwrap()).into_bytes()));
    }
    println!("\n| report | KB | median ms | min–max ms |\n|---|---:|---:|---:|");
    for (name, bytes) in reports {
        let mut times: Vec<_> = (0..=RUNS).map(|_| time(&bytes, &knowledge)).collect();
        times.remove(0);
        times.sort();
        let shown = |time: Duration| format!("{:.1}", time.as_secs_f64() * 1000.0);
        let (median, least, most) = (times[RUNS / 2], times[0], times[RUNS - 1]);
        println!(
            "| {name} | {} | {} | {}–{} |",
            bytes.len() / 1000,
            shown(median),
            shown(least),
            shown(most)
        );
    }
}

/// From the bytes of a report to the files of its folder.
fn time(bytes: &[u8], knowledge: &Knowledge<'_>) -> Duration {
    let started = Instant::now();
    let document = file::parse(bytes).unwrap();
    let request = Request { file: "report".to_owned(), ..Request::default() };
    let outcome = import(document, &request, knowledge, &mut Sources::default());
    assert!(black_box(outcome).value.is_some());
    started.elapsed()
}

/// A report of `edition` with paragraphs under every sub-area.
fn invented(edition: &Edition) -> String {
    let mut text = "Kommunkompassen\n\n1 Vad är Kommunkompassen?\n\nEtt prov.\n\n2 Lunds kommun i förhållande till Kommunkompassen\n\nUtvärderingen\n\nUtvärderingen av Lunds kommun genomfördes i maj år 2022 och var kommunens andra utvärdering.\n".to_owned();
    let paragraph = "Kommunen prövar nya vägar i arbetet, och t.ex. bryggorna i hamnen har fått en plan som alla kan läsa. Det kan vara ett förbättringsområde att fråga fler. Nacka är ett exempel på en kommun som gör det. ".repeat(4);
    for area in &edition.areas {
        writeln!(
            text,
            "\nOmråde {} {}\n\nRubriker\tPoäng\n• Ett• Två\t50\n\nAllmänt\n\n{paragraph}",
            area.number, area.name
        )
        .unwrap();
        for sub_area in &area.sub_areas {
            writeln!(text, "\n{}\n\n{paragraph}\n\n{paragraph}", sub_area.name).unwrap();
        }
        writeln!(text, "\nStyrkor\tFörbättringsmöjligheter\n• En brygga• En plan\t• Fler bryggor").unwrap();
    }
    text.push_str("\n4. Översikt av poängfördelning\n");
    for area in &edition.areas {
        writeln!(text, "\n{}. {}\tUppnått\tMax\tProcent", area.number, area.name).unwrap();
        for sub_area in &area.sub_areas {
            writeln!(
                text,
                "{} {}\t{}\t{}\t50%",
                sub_area.number,
                sub_area.name,
                sub_area.maximum / 2,
                sub_area.maximum
            )
            .unwrap();
        }
        writeln!(text, "\t50\t100\t50%").unwrap();
    }
    text
}
