//! The same project and date give the same bytes, whatever is around them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::subject::{Dice, Folder};
use crate::{Line, Scale};

pub(crate) fn prove(scale: Scale) -> Vec<Line> {
    let mut dice = Dice::new();
    let tries = scale.of(5, 64);
    let first = built(&mut dice, "2026-01-01", 0);
    let bad = (1..tries).filter(|number| built(&mut dice, "2026-01-01", *number) != first);
    let bad: Vec<_> = bad.map(|number| format!("build {number} differs")).collect();
    let other = changed(&mut dice);
    vec![
        Line::Held {
            what: "builds over threads, language, zone, mask, order and path".to_owned(),
            tries,
            bad,
        },
        Line::Caught {
            what: "a build of another title".to_owned(),
            tries: 1,
            caught: usize::from(other != first),
        },
    ]
}

/// The files of a build of a copy of the invented project, made in an order of its own.
fn built(dice: &mut Dice, date: &str, number: usize) -> BTreeMap<String, Vec<u8>> {
    build(dice, date, number, |_| ())
}

fn changed(dice: &mut Dice) -> BTreeMap<String, Vec<u8>> {
    build(dice, "2026-01-01", 0, |root| {
        let path = root.join("site.toml");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text.replace("Provkompassen", "Annan")).unwrap();
    })
}

fn build(dice: &mut Dice, date: &str, number: usize, change: impl Fn(&Path)) -> BTreeMap<String, Vec<u8>> {
    let folder = Folder::new();
    let root = folder.join(["p", "en längre sökväg", "x/y/z"][number % 3]);
    let source = Path::new(env!("CARGO_MANIFEST_DIR"));
    copy(&source.join("tests/golden/project"), &root, dice);
    copy(&source.join("themes"), &root.join("themes"), dice);
    change(&root);
    let mask = ["022", "077", "002", "027"][dice.below(4)];
    let script =
        format!("umask {mask} && exec \"$0\" build --no-sync --date {date} --root \"$1\" --output \"$2\"");
    let output = folder.join("output");
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_kompass")]).arg(&root).arg(&output);
    command.env("RAYON_NUM_THREADS", ["1", "2", "3", "8"][dice.below(4)]);
    command.env("LC_ALL", ["C", "sv_SE.UTF-8", "tr_TR.UTF-8", "POSIX"][dice.below(4)]);
    command.env("TZ", ["UTC", "Pacific/Kiritimati", "America/New_York", "Europe/Stockholm"][dice.below(4)]);
    let built = command.output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let mut files = BTreeMap::new();
    for path in below(&output) {
        files.insert(
            path.strip_prefix(&output).unwrap().to_str().unwrap().to_owned(),
            fs::read(&path).unwrap(),
        );
    }
    assert!(files.len() > 50, "{}", files.len());
    files
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let (mut files, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { open.push(path) } else { files.push(path) }
        }
    }
    files
}

/// Copies in an order of chance, which file systems remember.
fn copy(from: &Path, to: &Path, dice: &mut Dice) {
    let mut files = below(from);
    files.sort();
    while !files.is_empty() {
        let file = files.swap_remove(dice.below(files.len()));
        let target = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(file, target).unwrap();
    }
}
