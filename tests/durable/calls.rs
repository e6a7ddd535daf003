//! Kills on entering every file call of a publication, and an error at each.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use crate::subject::{Dice, Folder, Holds, add_foreign, ended, has, judge, next, publish_whole, publisher};
use crate::{Line, Scale};

/// Calls that look at files or change them.
const CALLS: [&str; 26] = [
    "openat",
    "mkdir",
    "rename",
    "renameat2",
    "linkat",
    "unlink",
    "rmdir",
    "fsync",
    "syncfs",
    "write",
    "close",
    "getdents64",
    "statx",
    "fstat",
    "newfstatat",
    "flock",
    "chmod",
    "fchmod",
    "fchmodat",
    "lchown",
    "readlink",
    "read",
    "lseek",
    "utimensat",
    "symlink",
    "ftruncate",
];

/// Errors that systems give.
const ERRORS: [&str; 5] = ["ENOSPC", "EIO", "EACCES", "EMFILE", "EROFS"];

pub(crate) fn prove(scale: Scale) -> Vec<Line> {
    if !has("strace") {
        return vec![Line::Skipped("strace is missing (apt install strace)".to_owned())];
    }
    if !Ground::new(Way::AtOnce).strace(&["-e", "trace=close"], "no-sync").status.success() {
        return vec![Line::Skipped("strace may not trace here".to_owned())];
    }
    let mut dice = Dice::new();
    let mut lines = Vec::new();
    for (way, what) in [
        (Way::AtOnce, "exchanged in one step"),
        (Way::TwoSteps, "exchanged in two steps"),
        (Way::OneByOne, "one by one"),
    ] {
        let calls = calls(way);
        let tries = scale.of(if way == Way::AtOnce { 14 } else { 5 }, usize::MAX);
        let kills = chosen(calls.iter().map(|it| (*it, "signal=KILL")).collect(), tries, &mut dice);
        lines.push(hold(&format!("kills on entering file calls, {what}"), way, &kills));
        let errors = calls.iter().flat_map(|it| ERRORS.map(|error| (*it, error)));
        let errors: Vec<_> = errors.filter(|((call, _), _)| *call != "exit_group").collect();
        // All of them would take hours; those of the usual way are all tried.
        let tries = if way == Way::AtOnce { tries } else { tries.min(400) };
        lines.push(hold(&format!("errors at file calls, {what}"), way, &chosen(errors, tries, &mut dice)));
    }
    lines.push(caught(scale, &mut dice));
    lines
}

/// How the publisher can go about it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    AtOnce,
    TwoSteps,
    OneByOne,
}

/// A folder in which an old version is published, to publish a new one over it.
struct Ground {
    _folder: Folder,
    target: PathBuf,
    way: Way,
}

impl Ground {
    fn new(way: Way) -> Self {
        let folder = Folder::new();
        let target = folder.join("output");
        publish_whole(&target, 1);
        add_foreign(&target);
        publish_whole(&target, 1);
        // Beside a name as long as this there is room for nothing.
        let long = folder.join(&"x".repeat(250));
        let target = if way == Way::OneByOne {
            fs::rename(&target, &long).unwrap();
            long
        } else {
            target
        };
        Self { _folder: folder, target, way }
    }

    /// Publishes version 2 under strace.
    fn strace(&self, arguments: &[&str], how: &str) -> Output {
        let own = publisher(&self.target, 2, how);
        let mut command = Command::new("strace");
        command.args(["-f", "-o", "/dev/null"]);
        if self.way == Way::TwoSteps {
            command.args(["-e", "inject=renameat2:error=EINVAL"]);
        }
        command.args(arguments).arg(own.get_program()).args(own.get_args()).env("RAYON_NUM_THREADS", "1");
        command.output().unwrap()
    }
}

/// The file calls of a publication: the name of each, and the how manieth of its name it is
/// in its thread.
fn calls(way: Way) -> Vec<(&'static str, usize)> {
    let ground = Ground::new(way);
    let log = ground.target.with_file_name("log");
    let own = publisher(&ground.target, 2, "");
    let mut command = Command::new("strace");
    command.arg("-f").arg("-o").arg(&log).arg(own.get_program()).args(own.get_args());
    assert!(command.env("RAYON_NUM_THREADS", "1").output().unwrap().status.success());
    let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for line in fs::read_to_string(&log).unwrap().lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let name = rest.trim_start().split('(').next().unwrap_or_default();
        if let Some(call) = CALLS.iter().find(|call| **call == name) {
            *counts.entry((thread.to_owned(), call)).or_default() += 1;
        }
    }
    let mut most: BTreeMap<&'static str, usize> = BTreeMap::new();
    for ((_, call), count) in counts {
        let call = CALLS.iter().find(|it| **it == call).unwrap();
        let entry = most.entry(call).or_default();
        *entry = (*entry).max(count);
    }
    // What is exchanged in two steps has a fault at this call anyway.
    most.retain(|call, _| way != Way::TwoSteps || *call != "renameat2");
    most.into_iter().flat_map(|(call, count)| (1..=count).map(move |number| (call, number))).collect()
}

type Case = ((&'static str, usize), &'static str);

/// At most so many of the cases, chosen by chance.
fn chosen(mut cases: Vec<Case>, count: usize, dice: &mut Dice) -> Vec<Case> {
    while cases.len() > count {
        let which = dice.below(cases.len());
        cases.swap_remove(which);
    }
    cases
}

fn hold(what: &str, way: Way, cases: &[Case]) -> Line {
    let bad = cases.iter().filter_map(|case| attack(way, *case, "")).collect();
    Line::Held { what: what.to_owned(), tries: cases.len(), bad }
}

/// The same attacks on a publisher that does it wrong.
fn caught(scale: Scale, dice: &mut Dice) -> Line {
    let cases: Vec<Case> = ["openat", "unlinkat", "mkdir", "write"]
        .iter()
        .flat_map(|call| (1..20).map(move |number| ((*call, number), "signal=KILL")))
        .collect();
    let cases = chosen(cases, scale.of(5, 40), dice);
    let caught = cases.iter().filter(|case| attack(Way::AtOnce, **case, "wrong").is_some()).count();
    Line::Caught { what: "kills while deleting and writing".to_owned(), tries: cases.len(), caught }
}

/// What was wrong after the attack, if anything.
fn attack(way: Way, ((call, number), what): Case, how: &str) -> Option<String> {
    let ground = Ground::new(way);
    let what = if what.starts_with("signal") { what.to_owned() } else { format!("error={what}") };
    let inject = format!("inject={call}:{what}:when={number}");
    let output = ground.strace(&["-e", &inject], how);
    let wrong = |why: String| Some(format!("{inject}: {why}; {}", ended(&output)));
    let is_published = output.status.success();
    let holds = judge(&ground.target, 1, 2);
    let is_fine = match holds {
        Holds::Whole(2) => true,
        Holds::Whole(_) => !is_published,
        Holds::Both => way == Way::OneByOne && !is_published,
        // The folder is beside, and is put back.
        Holds::Nothing => way == Way::TwoSteps && !is_published,
        Holds::Broken(_) => false,
    };
    if !is_fine {
        return wrong(format!("{holds:?}"));
    }
    let said = String::from_utf8_lossy(&output.stderr);
    // Before our program has begun, the system's loader speaks.
    let is_ours = said.contains("error: ");
    if output.status.code() == Some(2) && is_ours && !said.contains('`') {
        return wrong("no path is named".to_owned());
    }
    if said.contains("panicked") || said.contains("fatal runtime error") {
        return wrong("it has panicked".to_owned());
    }
    next(&ground.target, "no-sync").and_then(wrong)
}
