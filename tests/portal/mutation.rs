//! Nothing panics, whatever the bytes (W1): every file of the golden project
//! is damaged in many ways, and each time there is a report whose places lie
//! in the file.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use kompass::language::normalise;
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::dice::Dice;
use crate::project::{GOLDEN_DAY, check_content, golden_project, repository};

/// How often each of [`DAMAGES`] is done to each file.
const ROUNDS: u64 = 2;

/// A way to damage a file; it takes its choices from the dice.
type Damage = fn(&mut Vec<u8>, &mut Dice);

const DAMAGES: [(&str, Damage); 14] = [
    ("drop a line", drop_line),
    ("repeat some lines", repeat_lines),
    ("swap two lines", swap_lines),
    ("flip a bit", flip_bit),
    ("flip many bits", flip_bits),
    ("insert a byte", insert_byte),
    ("insert a character", insert_character),
    ("insert a character twice and again", insert_characters),
    ("insert nesting", insert_nesting),
    ("insert a number", insert_number),
    ("remove a piece", remove_piece),
    ("truncate", truncate),
    ("end lines otherwise", end_lines),
    ("take another file's text", take_other),
];

fn lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

fn drop_line(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let mut lines = lines(bytes);
    lines.remove(dice.below(lines.len()));
    *bytes = lines.concat();
}

/// More often than a number of one byte can count.
fn repeat_lines(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let mut lines = lines(bytes);
    let from = dice.below(lines.len());
    let count = dice.pick(&[1, lines.len() - from]);
    let times = if count == 1 { 300 } else { 2 };
    let again = lines[from..from + count].concat().repeat(times);
    lines.insert(from, again);
    *bytes = lines.concat();
}

fn swap_lines(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let mut lines = lines(bytes);
    let (a, b) = (dice.below(lines.len()), dice.below(lines.len()));
    lines.swap(a, b);
    *bytes = lines.concat();
}

#[expect(clippy::ptr_arg, reason = "all damages have one type")]
fn flip_bit(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.below(bytes.len());
    bytes[at] ^= 1 << dice.below(8);
}

fn flip_bits(bytes: &mut Vec<u8>, dice: &mut Dice) {
    (0..20).for_each(|_| flip_bit(bytes, dice));
}

fn insert(bytes: &mut Vec<u8>, at: usize, new: &[u8]) {
    bytes.splice(at..at, new.iter().copied());
}

fn insert_byte(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.below(bytes.len());
    let byte = dice.pick(&[0, b'"', b'\'', b'\\', b'`', b'[', b'\r', b'\t', b'.', b',', 0x7f, 0x80, 0xff]);
    bytes.insert(at, byte);
}

/// Characters of several bytes, of no width, of two columns, of either
/// direction; mostly between others, sometimes within.
fn insert_character(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let characters = [
        "å", "a\u{30a}", "\u{ad}", "\u{feff}", "\u{a0}", "”", "漢", "🧭", "\u{202e}", "\u{2028}", "\u{85}",
        "ẞ",
    ];
    let text = dice.pick(&characters);
    let mut at = dice.below(bytes.len());
    while dice.below(8) > 0 && bytes.get(at).is_some_and(|byte| byte & 0xc0 == 0x80) {
        at += 1;
    }
    insert(bytes, at, text.as_bytes());
}

fn insert_characters(bytes: &mut Vec<u8>, dice: &mut Dice) {
    (0..30).for_each(|_| insert_character(bytes, dice));
}

fn insert_nesting(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let opening = dice.pick(&[
        "[", "{a=", "a.", "[[", "> ", "- ", "* > ", "*", "![", "(", "<b>", "`", "\n#", "\"\"\"", "1. ",
    ]);
    let nesting = opening.repeat(dice.pick(&[3, 40, 600]));
    let at = dice.below(bytes.len());
    let at = dice.pick(&[0, at, line_start(bytes, at)]);
    insert(bytes, at, nesting.as_bytes());
}

fn line_start(bytes: &[u8], at: usize) -> usize {
    bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1)
}

/// Behind a digit, if there is one.
fn insert_number(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let digits: Vec<_> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
    let at = digits.get(dice.below(digits.len())).map_or(0, |digit| digit + 1);
    let number = dice.pick(&[
        "0",
        "-1",
        "99999",
        "99999999999999999999999999999999",
        ",00000000001",
        ".5",
        "e9",
        "_0",
        "x",
    ]);
    insert(bytes, at, number.as_bytes());
}

fn remove_piece(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let from = dice.below(bytes.len());
    let to = from + dice.below(bytes.len() - from);
    bytes.drain(from..to);
}

fn truncate(bytes: &mut Vec<u8>, dice: &mut Dice) {
    bytes.truncate(dice.below(bytes.len()));
}

fn end_lines(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let text = String::from_utf8(bytes.clone()).unwrap();
    *bytes = text.replace('\n', dice.pick(&["\r", "\r\n", "\n\n", "", "\u{2028}"])).into_bytes();
}

fn take_other(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let files = files();
    let other = &files[dice.below(files.len())];
    *bytes = fs::read(repository().join("tests/golden/project").join(other)).unwrap();
}

/// The golden project's files.
fn files() -> Vec<String> {
    let root = repository().join("tests/golden/project");
    let entries = WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| entry.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"))
        .collect()
}

#[test]
fn no_damage_makes_it_panic_or_lose_its_place() {
    let failures: Vec<_> =
        files().par_iter().enumerate().flat_map_iter(|(number, file)| failures(number, file)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What went wrong with the damages to one file.
fn failures(number: usize, file: &str) -> Vec<String> {
    let project = golden_project();
    let path = project.join(file);
    let original = fs::read(&path).unwrap();
    let mut failures = Vec::new();
    for (kind, (name, damage)) in DAMAGES.iter().enumerate() {
        for round in 0..ROUNDS {
            let seed = u64::try_from(number * DAMAGES.len() + kind).unwrap() * ROUNDS + round;
            let mut bytes = original.clone();
            damage(&mut bytes, &mut Dice::new(seed + 1));
            fs::write(&path, &bytes).unwrap();
            let complaint = complaint(project.path());
            failures.extend(complaint.map(|complaint| format!("{file}, {name}, seed {seed}: {complaint}")));
        }
    }
    failures
}

fn complaint(root: &Path) -> Option<String> {
    let report = catch_unwind(AssertUnwindSafe(|| check_content(root, GOLDEN_DAY)));
    let Ok(report) = report else { return Some("panics".to_owned()) };
    let mut widths = BTreeMap::new();
    let places = report.lines().filter_map(|line| place(line.trim_start().strip_prefix("--> ")?));
    for (path, line, column) in places {
        let widths = widths.entry(path).or_insert_with(|| self::widths(&root.join(path)));
        let width = widths.get(line.wrapping_sub(1));
        if !width.is_some_and(|width| (1..=width + 1).contains(&column)) {
            return Some(format!("there is no line {line} with column {column} in {path}"));
        }
    }
    None
}

/// Path, line and column of `path:line:column`.
fn place(text: &str) -> Option<(&str, usize, usize)> {
    let mut parts = text.rsplitn(3, ':');
    let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((parts.next()?, line, column))
}

/// The number of characters of each line.
fn widths(file: &Path) -> Vec<usize> {
    let bytes = fs::read(file).unwrap();
    normalise(&String::from_utf8_lossy(&bytes)).split('\n').map(|line| line.chars().count()).collect()
}
