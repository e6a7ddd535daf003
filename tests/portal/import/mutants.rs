//! Damaged reports: nothing panics, nothing hangs, every line has its fate.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use kompass::diagnostic::{Diagnostic, Place};
use kompass::import::{Document, file};
use rayon::prelude::*;

use super::{NAMES, carried, imported, pdf, report, request, source, word};
use crate::dice::Dice;

/// Mutants of the texts; with those of the long run.
const TEXTS: u64 = 2_000;
const ALL_TEXTS: u64 = 10_500;

/// Mutants of the Word files; what is compressed is mostly damaged outright.
const WORDS: u64 = 300;

/// No mutant takes longer, also in a build that is not optimised.
const PATIENCE: Duration = Duration::from_secs(2);

/// What mutants are made noisy with.
const NOISE: [&str; 24] = [
    "\u{0}",
    "\u{feff}",
    "\u{ad}",
    "\u{a0}",
    "\t",
    "\t\t\t",
    "<ul>",
    "<li data-x=\"",
    "</p>",
    "•",
    "• • •",
    "- ",
    "Område 2",
    "Område 99 Nytt",
    "Styrkor\tFörbättringsmöjligheter",
    "Rubriker\tPoäng",
    "1.1 x 3 30 10%",
    "100%",
    "1.\tÖppenhet\tUppnått\tMax\tProcent",
    "Innehåll",
    "STYRKOR",
    "å\u{308}\u{301}",
    "\u{202e}",
    "999999999999",
];

/// One damage, done to lines.
fn damage(lines: &mut Vec<String>, dice: &mut Dice) {
    let (a, b) = (dice.below(lines.len()), dice.below(lines.len()));
    match dice.below(10) {
        0 => drop(lines.remove(a)),
        1 => lines.insert(b, lines[a].clone()),
        2 => lines.swap(a, b),
        3 => split(lines, a, dice),
        4 if a + 1 < lines.len() => {
            let next = lines.remove(a + 1);
            lines[a].push_str(&next);
        }
        5 => {
            let noise = NOISE[dice.below(NOISE.len())];
            let at = place(&lines[a], dice);
            lines[a].insert_str(at, noise);
        }
        6 => lines.insert(a, NOISE[dice.below(NOISE.len())].to_owned()),
        7 => lines.truncate(a.max(1)),
        8 => drop(lines.drain(a.min(b)..a.max(b).min(a.min(b) + 20))),
        _ => {
            let at = place(&lines[a], dice);
            lines[a].truncate(at);
        }
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
}

/// Mostly a part of a report is enough, and quicker.
fn window(lines: &mut Vec<String>, dice: &mut Dice) {
    if dice.below(8) > 0 {
        let from = dice.below(lines.len());
        lines.drain(..from);
        lines.truncate(60);
    }
}

/// A place between two letters.
fn place(line: &str, dice: &mut Dice) -> usize {
    let wanted = dice.below(line.len() + 1);
    (0..=wanted).rev().find(|at| line.is_char_boundary(*at)).unwrap()
}

fn split(lines: &mut Vec<String>, at: usize, dice: &mut Dice) {
    let cut = place(&lines[at], dice);
    let tail = lines[at].split_off(cut);
    lines.insert(at + 1, tail);
}

/// Imports a document and checks that its account is whole.
fn check(document: Document, what: &str) {
    let started = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| imported(document, &request())));
    let Ok((outcome, sources)) = outcome else { panic!("{what} panics") };
    assert!(started.elapsed() < PATIENCE, "{what} takes {:?}", started.elapsed());
    for fault in &outcome.faults {
        let Place::Source(span) = fault.place else { panic!("{what}: {fault:?}") };
        assert!(sources.get(span.source).text.get(span.start..span.end).is_some(), "{what}: {fault:?}");
    }
    let Some(import) = outcome.value else {
        assert!(outcome.faults.iter().any(Diagnostic::is_error), "{what} gives nothing");
        return;
    };
    assert_eq!(import.account.lines.len(), import.document.lines.len(), "{what}");
    for (line, fates) in import.document.lines.iter().zip(&import.account.lines) {
        let mut at = 0;
        for (range, _) in fates {
            assert_eq!(range.start, at, "{what}: {:?}", line.text);
            assert!(line.text.get(range.clone()).is_some(), "{what}: {:?}", line.text);
            at = range.end;
        }
        assert_eq!(at, line.text.len(), "{what}: {:?}", line.text);
    }
    let left = import.coverage.all - import.coverage.known;
    assert_eq!(left == 0, import.account.left().next().is_none(), "{what}");
    carried::check(&import, what);
}

#[test]
fn mutants_of_texts_are_accounted_for() {
    check_texts(0..TEXTS);
}

/// The rest of them: `cargo test --test portal all_mutants -- --ignored`.
#[test]
#[ignore = "takes two minutes"]
fn all_mutants_of_texts_are_accounted_for() {
    check_texts(TEXTS..ALL_TEXTS);
}

fn check_texts(seeds: Range<u64>) {
    let originals = NAMES.map(report);
    seeds.into_par_iter().for_each(|seed| {
        let mut dice = Dice::new(seed);
        let original = &originals[dice.below(originals.len())];
        let mut lines: Vec<_> = original.lines().map(str::to_owned).collect();
        window(&mut lines, &mut dice);
        (0..=dice.below(6)).for_each(|_| damage(&mut lines, &mut dice));
        check(file::read_text(lines.join("\n").as_bytes()), &format!("mutant {seed}"));
    });
}

/// Bytes are changed where they stand, so that a file is damaged inside.
#[test]
fn mutants_of_word_files_are_read_or_refused() {
    let originals = NAMES.map(|name| word::write(&source::blocks(&report(name))));
    (0..WORDS).into_par_iter().for_each(|seed| {
        let mut dice = Dice::new(seed);
        let mut bytes = originals[dice.below(originals.len())].clone();
        for _ in 0..=dice.below(4) {
            let at = dice.below(bytes.len());
            match dice.below(3) {
                0 => bytes[at] ^= 1 << dice.below(8),
                1 => bytes.truncate(at.max(8)),
                _ => drop(bytes.splice(at..at, [0, 255])),
            }
        }
        match catch_unwind(|| file::parse(&bytes)).ok() {
            Some(Ok(document)) => check(document, &format!("Word mutant {seed}")),
            Some(Err(message)) => assert!(!message.is_empty()),
            None => panic!("Word mutant {seed} panics"),
        }
    });
}

/// The text inside a Word file, damaged before it is packed.
#[test]
fn mutants_of_word_texts_are_accounted_for() {
    let originals = NAMES.map(|name| source::blocks(&report(name)));
    let bodies: Vec<_> = originals.iter().map(|blocks| word::body(blocks)).collect();
    (0..WORDS).into_par_iter().for_each(|seed| {
        let mut dice = Dice::new(seed);
        let body = &bodies[dice.below(bodies.len())];
        let mut tags: Vec<_> = body.split_inclusive('>').map(str::to_owned).collect();
        (0..=dice.below(6)).for_each(|_| damage(&mut tags, &mut dice));
        let bytes = word::pack(&[("word/document.xml", &word::document(&tags.concat()))]);
        if let Ok(document) = file::parse(&bytes) {
            check(document, &format!("Word text mutant {seed}"));
        }
    });
}

/// The library that reads PDF may panic; what it gives may not make us.
#[test]
fn mutants_of_pdf_layouts_are_accounted_for() {
    use kompass::import::file::{Glyph, Page, read_pages};
    (0..300_u64).into_par_iter().for_each(|seed| {
        let mut dice = Dice::new(seed);
        let words: Vec<_> = NOISE.iter().map(|it| (*it).to_owned()).collect();
        let pages: Vec<_> = (0..4)
            .map(|_| {
                let glyphs = (0..120).map(|_| Glyph {
                    x: f64::from(u32::try_from(dice.below(600)).unwrap()),
                    y: f64::from(u32::try_from(dice.below(80)).unwrap()) * 10.0,
                    width: f64::from(u32::try_from(dice.below(30)).unwrap()),
                    size: f64::from(u32::try_from(dice.below(20) + 1).unwrap()),
                    text: words[dice.below(words.len())].clone(),
                });
                Page { glyphs: glyphs.collect() }
            })
            .collect();
        check(read_pages(&pages), &format!("layout {seed}"));
    });
    let bytes = pdf::write(&source::blocks(&report(NAMES[1])));
    check(file::parse(&bytes).unwrap(), "the PDF as it is");
}
