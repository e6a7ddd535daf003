//! What is published and how it is judged: a small site in numbered versions.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use kompass::output::{self, Care};
use kompass::tree::Tree;

/// What somebody else has put into the output.
const FOREIGN: [(&str, &str); 3] =
    [("CNAME", "kompass.example"), (".git/HEAD", "main"), ("data/own.csv", "1")];

/// Paths of pages that every version has.
pub(crate) const PAGES: [&str; 4] =
    ["index.html", "kommuner/a/index.html", "kommuner/b/index.html", "data/x.csv"];

/// The text of the page at `path` in a version, long enough to be torn.
pub(crate) fn page(path: &str, version: usize) -> String {
    format!("{path} {version}\n").repeat(400)
}

/// A version of the site. Each has files that others do not have.
pub(crate) fn tree(version: usize) -> Tree {
    let mut tree = Tree::default();
    let own = [format!("assets/a.{version}.css"), format!("only/{version}/index.html")];
    for path in PAGES.iter().map(|path| (*path).to_owned()).chain(own) {
        let text = page(&path, version);
        tree.insert(path, text.into_bytes()).unwrap();
    }
    tree
}

/// `publish TARGET VERSION [no-sync|wrong]`: what runs as a process of its own.
pub(crate) fn publish(arguments: &[String]) -> ExitCode {
    let (target, version) = (Path::new(&arguments[0]), arguments[1].parse().unwrap());
    let how = arguments.get(2).map_or("", String::as_str);
    if how == "wrong" {
        return publish_wrongly(target, &tree(version));
    }
    let waiting = &|lock: &Path| tell(&mut std::io::stderr(), &format!("waiting for {}\n", lock.display()));
    let care = Care { sync: how != "no-sync", patience: Duration::from_mins(2), public: true, waiting };
    let published =
        output::inspect(target, &[], &care).and_then(|_| output::publish(&tree(version), target, &[], &care));
    match published {
        Ok(published) => {
            tell(&mut std::io::stdout(), &format!("{published:?}\n"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell(&mut std::io::stderr(), &format!("error: {error}\n"));
            ExitCode::from(2)
        }
    }
}

/// Says it at once, or not at all where that fails, as `kompass` does.
fn tell(out: &mut impl Write, text: &str) {
    let _ = out.write_all(text.as_bytes());
}

/// As it is often done: what is there is deleted, then the new files are written.
fn publish_wrongly(target: &Path, tree: &Tree) -> ExitCode {
    for name in ["index.html", "kommuner", "data", "assets", "only"] {
        let path = target.join(name);
        let _ = fs::remove_dir_all(&path);
        let _ = fs::remove_file(&path);
    }
    for (path, bytes) in tree {
        let path = target.join(path);
        let _ = path.parent().map(fs::create_dir_all);
        let _ = fs::write(path, bytes);
    }
    ExitCode::SUCCESS
}

/// This program as a publisher.
pub(crate) fn publisher(target: &Path, version: usize, how: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.env("RAYON_NUM_THREADS", "1");
    command.arg("publish").arg(target).arg(version.to_string()).arg(how);
    command
}

/// Publishes in peace.
pub(crate) fn publish_whole(target: &Path, version: usize) {
    let output = publisher(target, version, "no-sync").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Puts what is foreign into the output.
pub(crate) fn add_foreign(target: &Path) {
    for (path, text) in FOREIGN {
        fs::create_dir_all(target.join(path).parent().unwrap()).unwrap();
        fs::write(target.join(path), text).unwrap();
    }
}

/// What is wrong with the next publication, the third, if anything; `options` are those of
/// [`publisher`].
pub(crate) fn next(target: &Path, options: &str) -> Option<String> {
    let output = publisher(target, 3, options).output().unwrap();
    if !output.status.success() {
        return Some(format!("the next one: {}", ended(&output)));
    }
    match judge(target, 3, 3) {
        Holds::Whole(3) if beside(target).is_empty() => None,
        other => Some(format!("after the next one: {other:?}, beside it {:?}", beside(target))),
    }
}

/// Every file below `folder` with its text. Nothing when there is no folder.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.unwrap().path();
            if fs::symlink_metadata(&path).is_ok_and(|it| it.is_dir()) {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read_to_string(&path).unwrap_or_default());
            }
        }
    }
    found
}

/// What a folder holds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// One version with everything foreign, and nothing else.
    Whole(usize),
    /// Whole files of one of two versions, and everything foreign.
    Both,
    /// No folder.
    Nothing,
    /// Anything else.
    Broken(String),
}

/// What `target` holds, of two versions.
pub(crate) fn judge(target: &Path, old: usize, new: usize) -> Holds {
    if !target.exists() {
        return Holds::Nothing;
    }
    let mut found = files(target);
    for (path, text) in FOREIGN {
        if found.remove(path).as_deref() != Some(text) {
            return Holds::Broken(format!("{path} is lost"));
        }
    }
    for own in [".gitignore", ".kompass-manifest", ".kompass-lock"] {
        found.remove(own);
    }
    let is = |version| {
        let tree = tree(version);
        tree.len() == found.len()
            && tree.iter().all(|(path, bytes)| found.get(path).is_some_and(|text| text.as_bytes() == bytes))
    };
    if is(old) {
        return Holds::Whole(old);
    }
    if is(new) {
        return Holds::Whole(new);
    }
    let is_whole = |path: &str, text: &str| [old, new].iter().any(|version| text == page(path, *version));
    let is_waiting = |path: &str| path.rsplit('/').next().is_some_and(|name| name.starts_with(".kompass-"));
    match found.iter().find(|(path, text)| !is_waiting(path) && !is_whole(path, text)) {
        None if PAGES.iter().all(|path| found.contains_key(*path)) => Holds::Both,
        None => Holds::Broken(format!("only {:?}", found.keys().collect::<Vec<_>>())),
        Some((path, text)) => Holds::Broken(format!("{path} has {} bytes", text.len())),
    }
}

/// What is beside `target`.
pub(crate) fn beside(target: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(target.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| path != target).collect()
}

/// How a process ended, in a word.
pub(crate) fn ended(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    match (output.status.code(), output.status.signal()) {
        (Some(code), _) => format!("exit {code}, {}", said.trim()),
        (_, Some(signal)) => format!("signal {signal}, {}", said.trim()),
        _ => "no end".to_owned(),
    }
}

/// A folder for a proof, removed with it.
pub(crate) struct Folder(pub PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("kompass-durable-{}-{number}", std::process::id()));
        fs::create_dir(&path).unwrap();
        Self(path.canonicalize().unwrap())
    }

    pub(crate) fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Whether a program is there.
pub(crate) fn has(program: &str) -> bool {
    Command::new(program).arg("-V").output().is_ok()
}

/// Runs a program and says whether it succeeded.
pub(crate) fn run(program: &str, arguments: &[&str]) -> bool {
    Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success())
}

/// Chance that is the same in every run, but for `DURABLE_SEED` (xorshift).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new() -> Self {
        let seed = std::env::vars().find(|(name, _)| name == "DURABLE_SEED").and_then(|it| it.1.parse().ok());
        Self(seed.unwrap_or(13_u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % limit.max(1)
    }
}
