//! Readers while sites are published and publishers are killed.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::process::Stdio;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::{Mode, OFlags, open, openat};

use crate::subject::{Dice, Folder, PAGES, add_foreign, has, judge, page, publish_whole, publisher};
use crate::{Line, Scale};

/// Versions of the site that take turns.
const VERSIONS: usize = 4;

pub(crate) fn prove(scale: Scale) -> Vec<Line> {
    let (builds, kills) = scale.of((12, 12), (1000, 1000));
    let mut lines = watch(builds, kills, Publisher::Ours);
    if has("strace") {
        lines.extend(watch(scale.of(8, 100), 0, Publisher::TwoSteps));
    } else {
        lines.push(Line::Skipped("strace is missing, which makes the exchange take two steps".to_owned()));
    }
    lines.extend(watch(scale.of(8, 100), 0, Publisher::Wrong));
    lines
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Publisher {
    Ours,
    /// Ours on a system that cannot exchange two folders in one step.
    TwoSteps,
    Wrong,
}

/// What readers have met.
#[derive(Default)]
struct Met {
    reads: AtomicUsize,
    missing: AtomicUsize,
    torn: AtomicUsize,
    mixed: AtomicUsize,
    pairs: AtomicUsize,
    foreign: AtomicUsize,
    examples: Mutex<Vec<String>>,
}

impl Met {
    fn note(&self, count: &AtomicUsize, what: String) {
        if count.fetch_add(1, Ordering::Relaxed) < 3 {
            self.examples.lock().unwrap().push(what);
        }
    }
}

fn watch(builds: usize, kills: usize, publisher: Publisher) -> Vec<Line> {
    let folder = Folder::new();
    let target = folder.join("output");
    publish_whole(&target, 0);
    add_foreign(&target);
    publish_whole(&target, 0);
    let (met, stop) = (Met::default(), AtomicBool::new(false));
    let mut bad = Vec::new();
    let mut left = 0;
    thread::scope(|scope| {
        for seed in 0..2 {
            let (met, stop, target) = (&met, &stop, &target);
            scope.spawn(move || read(target, seed, met, stop));
        }
        bad = publish(&target, builds, kills, publisher);
        left = crate::subject::beside(&target).len();
        stop.store(true, Ordering::Relaxed);
    });
    let count = |count: &AtomicUsize| count.load(Ordering::Relaxed);
    let seen = [&met.missing, &met.torn, &met.mixed, &met.foreign].map(count);
    if publisher != Publisher::Ours {
        let what = if publisher == Publisher::Wrong { "deleting and writing" } else { "two renames" };
        return vec![Line::Caught {
            what: format!("readers during {builds} builds by {what}"),
            tries: count(&met.reads),
            caught: seen.iter().sum(),
        }];
    }
    bad.extend(met.examples.into_inner().unwrap());
    let [missing, torn, mixed, foreign] = seen;
    let what = format!(
        "{builds} builds and {kills} kills under readers: {missing} missing, {torn} torn, {mixed} mixed in {} pairs, {foreign} without what is foreign, {left} folders left; reads",
        count(&met.pairs)
    );
    if left > 0 {
        bad.push(format!("{left} folders left"));
    }
    vec![Line::Held { what, tries: count(&met.reads), bad }]
}

/// Publishes again and again; what was not as it must be.
fn publish(target: &Path, builds: usize, kills: usize, how: Publisher) -> Vec<String> {
    let mut dice = Dice::new();
    let mut bad = Vec::new();
    let mut usual = Duration::from_millis(150);
    let mut version = 0;
    let mut to_kill = kills;
    let mut to_build = builds;
    while to_build + to_kill > 0 {
        let is_killed = to_kill > 0 && (to_build == 0 || dice.below(2) == 0);
        let next = (version + 1) % VERSIONS;
        let began = Instant::now();
        let mut command = command(target, next, how, dice.below(2) == 0);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        if is_killed {
            to_kill -= 1;
            let micros = usize::try_from(usual.as_micros()).unwrap();
            thread::sleep(Duration::from_micros(u64::try_from(dice.below(micros)).unwrap()));
            let _ = child.kill();
            let status = child.wait().unwrap();
            let now = judge(target, version, next);
            match now {
                crate::subject::Holds::Whole(now) if now == next || !status.success() => version = now,
                other => bad.push(format!("after a kill: {other:?}")),
            }
        } else {
            to_build -= 1;
            let status = child.wait().unwrap();
            usual = (usual + began.elapsed()) / 2;
            if how == Publisher::Ours && !status.success() {
                bad.push(format!("a build ended with {status}"));
            }
            version = next;
        }
    }
    // The last one clears away what the killed have left.
    let _ = command(target, version, how, true).stdout(Stdio::null()).stderr(Stdio::null()).status();
    bad
}

fn command(target: &Path, version: usize, how: Publisher, is_synced: bool) -> std::process::Command {
    let own = publisher(target, version, if is_synced { "" } else { "no-sync" });
    match how {
        Publisher::Ours => own,
        Publisher::Wrong => publisher(target, version, "wrong"),
        Publisher::TwoSteps => {
            let mut command = std::process::Command::new("strace");
            command.args(["-f", "-o", "/dev/null", "-e", "inject=renameat2:error=EINVAL"]);
            command.arg(own.get_program()).args(own.get_args()).env("RAYON_NUM_THREADS", "1");
            command
        }
    }
}

/// Reads pages by their paths, and pairs of them through one opened folder, until it is to
/// stop.
fn read(target: &Path, seed: usize, met: &Met, stop: &AtomicBool) {
    let texts: Vec<Vec<String>> =
        PAGES.iter().map(|path| (0..VERSIONS).map(|version| page(path, version)).collect()).collect();
    let mut text = Vec::new();
    let mut turn = seed;
    while !stop.load(Ordering::Relaxed) {
        turn += 1;
        let which = turn % PAGES.len();
        match take(&target.join(PAGES[which]), &mut text) {
            Err(error) => met.note(&met.missing, format!("{}: {error}", PAGES[which])),
            Ok(()) if texts[which].iter().any(|it| it.as_bytes() == text) => {}
            Ok(()) => met.note(&met.torn, format!("{} has {} bytes", PAGES[which], text.len())),
        }
        met.reads.fetch_add(1, Ordering::Relaxed);
        if turn.is_multiple_of(16) {
            for path in ["CNAME", ".git/HEAD"] {
                met.reads.fetch_add(1, Ordering::Relaxed);
                if let Err(error) = take(&target.join(path), &mut text) {
                    met.note(&met.foreign, format!("{path}: {error}"));
                }
            }
        }
        if turn.is_multiple_of(8) {
            pair(target, &texts, met);
        }
    }
}

/// Two pages of one folder: both are there and of one version, unless the folder has been
/// cleared away meanwhile.
fn pair(target: &Path, texts: &[Vec<String>], met: &Met) {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let Ok(folder) = open(target, flags, Mode::empty()) else {
        met.note(&met.missing, "no folder".to_owned());
        return;
    };
    let version = |which: usize| {
        let file = openat(&folder, PAGES[which], OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty()).ok()?;
        let mut text = Vec::new();
        File::from(file).read_to_end(&mut text).ok()?;
        texts[which].iter().position(|it| it.as_bytes() == text)
    };
    if let (Some(one), Some(other)) = (version(0), version(2)) {
        met.pairs.fetch_add(1, Ordering::Relaxed);
        met.reads.fetch_add(2, Ordering::Relaxed);
        if one != other {
            met.note(&met.mixed, format!("versions {one} and {other} in one folder"));
        }
    }
}

fn take(path: &Path, text: &mut Vec<u8>) -> std::io::Result<()> {
    text.clear();
    fs::File::open(path)?.read_to_end(text).map(drop)
}
