//! Places that are no ordinary folders, and many publishers of one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::subject::{Folder, Holds, add_foreign, beside, ended, judge, publish_whole, publisher, run};
use crate::{Line, Scale};

pub(crate) fn prove(scale: Scale) -> Vec<Line> {
    vec![bind(), inside(), overlay(), small(scale), together(scale)]
}

/// A folder with a mount in it, which goes first.
struct Mounted {
    place: PathBuf,
    _folder: Folder,
}

impl Mounted {
    /// Runs `mount` with `arguments` and the place `name`.
    fn new(folder: Folder, name: &str, arguments: &[&str]) -> Option<Self> {
        let place = folder.join(name);
        fs::create_dir_all(&place).unwrap();
        let arguments = [arguments, &[place.to_str()?]].concat();
        run("mount", &arguments).then_some(Self { place, _folder: folder })
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        run("umount", &["-l", self.place.to_str().unwrap_or_default()]);
    }
}

fn skipped(what: &str) -> Line {
    Line::Skipped(format!("{what}: mounting is not allowed here"))
}

/// Publishes versions 1, with what is foreign, 2 and 3; what is wrong on the way. `way` is
/// what the publisher must say.
fn versions(target: &Path, way: &str) -> Vec<String> {
    let mut bad = Vec::new();
    for version in 1..=3 {
        let output = publisher(target, version, "").output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if !output.status.success() || !said.contains(way) {
            bad.push(format!("version {version}: {} {said}", ended(&output)));
        }
        if version == 1 {
            add_foreign(target);
        }
        let holds = judge(target, version, version);
        if holds != Holds::Whole(version) {
            bad.push(format!("version {version}: {holds:?}"));
        }
    }
    bad
}

fn held(what: &str, bad: Vec<String>) -> Line {
    Line::Held { what: what.to_owned(), tries: 3, bad }
}

fn bind() -> Line {
    let folder = Folder::new();
    let volume = folder.join("volume");
    fs::create_dir(&volume).unwrap();
    let arguments = ["--bind", volume.to_str().unwrap()];
    match Mounted::new(folder, "site/output", &arguments) {
        Some(mounted) => held("output is a bind mount", versions(&mounted.place, "way: OneByOne(Mount)")),
        None => skipped("a bind mount"),
    }
}

fn inside() -> Line {
    let folder = Folder::new();
    let target = folder.join("output");
    publish_whole(&target, 1);
    match Mounted::new(folder, "output/data", &["-t", "tmpfs", "none"]) {
        Some(mounted) => {
            // What lay below the mount cannot be seen.
            let bad = versions(&target, "way: OneByOne(MountInside(\"data\"))");
            let is_there = mounted.place.join("x.csv").is_file();
            held(
                "a mount in the output",
                if is_there { bad } else { vec!["nothing in the mount".to_owned()] },
            )
        }
        None => skipped("a mount in the output"),
    }
}

fn overlay() -> Line {
    // An overlay cannot lie on another one, as containers have them.
    let Some(base) = Mounted::new(Folder::new(), "base", &["-t", "tmpfs", "none"]) else {
        return skipped("an overlay");
    };
    let [lower, upper, work] = ["lower", "upper", "work"].map(|name| base.place.join(name));
    for folder in [&lower, &upper, &work] {
        fs::create_dir(folder).unwrap();
    }
    publish_whole(&lower.join("output"), 1);
    let options =
        format!("lowerdir={},upperdir={},workdir={}", lower.display(), upper.display(), work.display());
    match Mounted::new(Folder::new(), "merged", &["-t", "overlay", "overlay", "-o", &options]) {
        Some(mounted) => {
            let target = mounted.place.join("output");
            let mut bad = versions(&target, "way: OneByOne(Refused(");
            bad.extend(beside(&target).iter().map(|path| format!("left {}", path.display())));
            held("output from a lower layer", bad)
        }
        None => skipped("an overlay"),
    }
}

/// A file system that is too small for two sites.
fn small(scale: Scale) -> Line {
    let mut bad = Vec::new();
    let sizes: Vec<usize> = (20..scale.of(24, 60)).map(|pages| pages * 8).collect();
    for size in &sizes {
        let option = format!("size={size}k");
        let Some(mounted) = Mounted::new(Folder::new(), "disk", &["-t", "tmpfs", "-o", &option, "none"])
        else {
            return skipped("a small file system");
        };
        let target = mounted.place.join("output");
        let mut last = None;
        for version in 1..=2 {
            let output = publisher(&target, version, "").output().unwrap();
            let holds = if target.exists() && last.is_none() {
                add_foreign(&target);
                judge(&target, version, version)
            } else {
                judge(&target, version - 1, version)
            };
            match holds {
                Holds::Whole(now) if now == version || !output.status.success() => last = Some(now),
                Holds::Nothing if !output.status.success() && last.is_none() => {}
                other => bad.push(format!("{size} kB: {other:?}, {}", ended(&output))),
            }
            bad.extend(beside(&target).iter().map(|path| format!("{size} kB: left {}", path.display())));
        }
    }
    Line::Held { what: "small file systems".to_owned(), tries: sizes.len() * 2, bad }
}

/// Eight publishers at a time.
fn together(scale: Scale) -> Line {
    let folder = Folder::new();
    let target = folder.join("output");
    publish_whole(&target, 1);
    add_foreign(&target);
    let mut bad = Vec::new();
    let rounds = scale.of(4, 20);
    for _ in 0..rounds {
        let children: Vec<_> = (0..8)
            .map(|number| {
                let mut command = publisher(&target, 1 + number % 2, "no-sync");
                command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
            })
            .collect();
        for child in children {
            let output = child.wait_with_output().unwrap();
            if !output.status.success() {
                bad.push(ended(&output));
            }
        }
        if !matches!(judge(&target, 1, 2), Holds::Whole(_)) || !beside(&target).is_empty() {
            bad.push(format!("{:?}, {:?}", judge(&target, 1, 2), beside(&target)));
        }
    }
    Line::Held { what: "eight publications at a time".to_owned(), tries: rounds * 8, bad }
}
