//! A portal that is followed while files are saved in all the ways that editors save them.

use std::fs::{self, Permissions};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle, sleep};
use std::time::{Duration, Instant};

use kompass::follow::{Follower, Means};
use kompass::load::{Loaded, load};
use kompass::message::Language;
use kompass::model::Drafts;
use kompass::report::{Report, Style};
use kompass::tree::Tree;
use kompass::{FullText, Options};

use crate::dice::Dice;
use crate::project::{GOLDEN_DAY, copy, golden_project};
use crate::scratch::Folder;

/// How long the follower may take to notice the last of what has changed. It takes a tenth of a
/// second, but not on a machine on which everything else is tested at the same time.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long nothing may be made of what is no change: longer than it takes to look.
const SILENCE: Duration = Duration::from_millis(350);

/// The site that files make, and the report of their faults.
fn made(loaded: Loaded) -> (Option<Tree>, String) {
    let options =
        Options { base_path: None, today: GOLDEN_DAY, full_text: FullText::Omitted, drafts: Drafts::Shown };
    let compiled = loaded.project.try_and_then(|project| kompass::compile(&project, &options, &mut |_| ()));
    let outcome = compiled.unwrap();
    let report = Report::new(&loaded.sources, Style::Plain, Language::English).text(&outcome.faults);
    (outcome.value.map(|site| site.tree), report)
}

/// A project that is followed by a thread of its own.
struct Followed {
    project: Folder,
    last: Arc<Mutex<Option<Loaded>>>,
    builds: Arc<AtomicUsize>,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Followed {
    fn new(means: Means) -> Self {
        let project = golden_project();
        let mut follower = Follower::new(project.path().to_owned(), means);
        let (last, builds, is_over) = (Arc::default(), Arc::default(), Arc::default());
        let thread = {
            let (last, builds, is_over) = (Arc::clone(&last), Arc::clone(&builds), Arc::clone(&is_over));
            thread::spawn(move || follow(&mut follower, &last, &builds, &is_over))
        };
        let this = Self { project, last, builds, is_over, thread: Some(thread) };
        this.settle("at first");
        this
    }

    /// Waits until the follower has read what there is to read now.
    fn settle(&self, when: &str) {
        let now = load(self.project.path()).unwrap();
        let end = Instant::now() + PATIENCE;
        let is_seen = || {
            let last = self.last.lock().unwrap();
            last.as_ref()
                .is_some_and(|last| last.sources == now.sources && last.project.faults == now.project.faults)
        };
        while !is_seen() {
            let faults = &now.project.faults;
            assert!(Instant::now() < end, "{when}: not what is there, with {faults:?}");
            sleep(Duration::from_millis(5));
        }
    }

    /// Compares what is made of what the follower has read with a cold build.
    fn compare(&self, when: &str) {
        let last = self.last.lock().unwrap().take().unwrap();
        let (followed, cold) = (made(last), made(load(self.project.path()).unwrap()));
        assert_eq!(followed.1, cold.1, "{when}");
        assert!(followed.0 == cold.0, "{when}: the trees differ");
        *self.last.lock().unwrap() = Some(load(self.project.path()).unwrap());
    }

    fn builds(&self) -> usize {
        self.builds.load(Ordering::SeqCst)
    }
}

impl Drop for Followed {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// Takes what is new, and as long for it as a build would.
fn follow(follower: &mut Follower, last: &Mutex<Option<Loaded>>, builds: &AtomicUsize, is_over: &AtomicBool) {
    while !is_over.load(Ordering::SeqCst) {
        if let Ok(Some(change)) = follower.next(Duration::from_millis(100)) {
            builds.fetch_add(1, Ordering::SeqCst);
            sleep(Duration::from_millis(20));
            *last.lock().unwrap() = Some(change.loaded);
        }
    }
}

/// Files to edit, each with what is put behind it: something harmless and a fault.
const FILES: [(&str, &str, &str); 5] = [
    ("content/pages/om.md", "\nRad nummer {}.\n", "\n[Länk {}](/finns-inte/)\n"),
    ("content/evaluations/sabro/2019/summary.md", "\nRad nummer {}.\n", "\n# Rubrik {}\n"),
    ("content/synonyms.toml", "\n# {}\n", "\nx{} = [\n"),
    ("themes/kompass/styles/tokens.css", "\n.x { order: {} }\n", "\n.x{} { order: \n"),
    ("site.toml", "\n# {}\n", "\nx{} = 1\n"),
];

/// How a file is saved.
const STYLES: [fn(&Save, &mut Dice); 9] = [
    in_place,
    by_renaming,
    in_pieces,
    deleted_first,
    with_backup,
    exchanged_folder,
    made_again_folder,
    only_permissions,
    only_touched,
];

/// How many of [`STYLES`] change nothing; they are the last ones.
const EMPTY: usize = 2;

struct Save {
    path: PathBuf,
    text: String,
}

impl Save {
    fn folder(&self) -> &Path {
        self.path.parent().unwrap()
    }

    fn beside(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }
}

fn pause(dice: &mut Dice) {
    sleep(Duration::from_millis(dice.below(80).try_into().unwrap()));
}

fn in_place(save: &Save, _: &mut Dice) {
    fs::write(&save.path, &save.text).unwrap();
}

fn by_renaming(save: &Save, dice: &mut Dice) {
    let other = save.beside(".new.tmp");
    fs::write(&other, &save.text).unwrap();
    pause(dice);
    fs::rename(other, &save.path).unwrap();
}

fn in_pieces(save: &Save, dice: &mut Dice) {
    use std::io::Write;
    let mut file = fs::File::create(&save.path).unwrap();
    for piece in save.text.as_bytes().chunks(1 + save.text.len() / 3) {
        pause(dice);
        file.write_all(piece).unwrap();
    }
}

fn deleted_first(save: &Save, dice: &mut Dice) {
    fs::remove_file(&save.path).unwrap();
    pause(dice);
    fs::write(&save.path, &save.text).unwrap();
}

fn with_backup(save: &Save, dice: &mut Dice) {
    let backup = save.beside(".backup~");
    fs::rename(&save.path, &backup).unwrap();
    pause(dice);
    fs::write(&save.path, &save.text).unwrap();
    fs::remove_file(backup).unwrap();
}

/// The folder is replaced by a copy in which the file is another, in one step where the
/// system has one. What lies beside `site.toml` is more than the project.
fn exchanged_folder(save: &Save, dice: &mut Dice) {
    let folder = save.folder();
    if save.path.ends_with("site.toml") {
        return by_renaming(save, dice);
    }
    let other = folder.with_file_name(".other");
    copy(folder, &other);
    fs::write(other.join(save.path.file_name().unwrap()), &save.text).unwrap();
    exchange(folder, &other);
    pause(dice);
    fs::remove_dir_all(other).unwrap();
}

#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).unwrap();
}

#[cfg(not(target_os = "linux"))]
fn exchange(one: &Path, other: &Path) {
    let aside = one.with_file_name(".aside");
    fs::rename(one, &aside).unwrap();
    fs::rename(other, one).unwrap();
    fs::rename(aside, other).unwrap();
}

fn made_again_folder(save: &Save, dice: &mut Dice) {
    let folder = save.folder();
    if save.path.ends_with("site.toml") {
        return deleted_first(save, dice);
    }
    let kept = folder.with_file_name(".kept");
    copy(folder, &kept);
    fs::remove_dir_all(folder).unwrap();
    pause(dice);
    fs::create_dir(folder).unwrap();
    pause(dice);
    copy(&kept, folder);
    fs::write(&save.path, &save.text).unwrap();
    fs::remove_dir_all(kept).unwrap();
}

fn only_permissions(save: &Save, dice: &mut Dice) {
    let mut changed: Permissions = fs::metadata(&save.path).unwrap().permissions();
    changed.set_readonly(!changed.readonly());
    fs::set_permissions(&save.path, changed.clone()).unwrap();
    pause(dice);
    changed.set_readonly(!changed.readonly());
    fs::set_permissions(&save.path, changed).unwrap();
}

fn only_touched(save: &Save, _: &mut Dice) {
    let now = fs::read(&save.path).unwrap();
    let file = fs::File::options().write(true).open(&save.path).unwrap();
    // Not even a moment without text: that would be a change.
    std::io::Write::write_all(&mut &file, &now).unwrap();
}

/// Saves as the dice fall, `count` times, and looks after each few of them.
fn try_saves(seeds: std::ops::Range<u64>) {
    let followed = Followed::new(Means::Calls);
    let texts = FILES.map(|(path, ..)| fs::read_to_string(followed.project.join(path)).unwrap());
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let mut told = Vec::new();
        for step in 0..=dice.below(3) {
            let (file, style) = (dice.below(FILES.len()), dice.below(STYLES.len() - EMPTY));
            let (path, harmless, faulty) = FILES[file];
            let more = if dice.below(4) == 0 { faulty } else { harmless };
            let text = texts[file].clone() + &more.replace("{}", &(10 * seed + step as u64).to_string());
            STYLES[style](&Save { path: followed.project.join(path), text }, &mut dice);
            told.push((path, style));
        }
        let when = format!("seed {seed}, {told:?}");
        followed.settle(&when);
        if seed % 5 == 0 {
            followed.compare(&when);
            let builds = followed.builds();
            let style = STYLES.len() - 1 - dice.below(EMPTY);
            let path = followed.project.join(dice.pick(&FILES).0);
            STYLES[style](&Save { path, text: String::new() }, &mut dice);
            sleep(SILENCE);
            assert_eq!(followed.builds(), builds, "seed {seed}, style {style}");
        }
    }
}

#[test]
fn every_way_to_save_ends_as_a_cold_build() {
    try_saves(0..100);
}

/// `cargo test --test portal a_thousand_saves -- --ignored`
#[test]
#[ignore = "takes minutes; every_way_to_save_ends_as_a_cold_build does a tenth of it"]
fn a_thousand_saves_end_as_cold_builds() {
    try_saves(100..1100);
}

#[test]
fn who_saves_nothing_causes_nothing() {
    let followed = Followed::new(Means::Calls);
    sleep(Duration::from_secs(1));
    assert_eq!(followed.builds(), 1);
    // What lies beside the sources is not looked at.
    followed.project.write("output/index.html", "a");
    followed.project.write("notes.txt", "b");
    followed.project.write("content/.hidden/c.md", "c");
    sleep(SILENCE);
    assert_eq!(followed.builds(), 1);
}

#[test]
fn folders_that_come_late_are_followed() {
    let followed = Followed::new(Means::Calls);
    let record = fs::read_to_string(followed.project.join("content/evaluations/sabro/2017/evaluation.toml"));
    let record = record.unwrap().replace("year = 2017", "year = 2021");
    let path = "content/evaluations/sabro/2021/evaluation.toml";
    for text in ["x = 1\n", &record, "y = 1\n"] {
        followed.project.write(path, text);
        followed.settle(text);
    }
    fs::remove_dir_all(followed.project.join("content")).unwrap();
    followed.settle("nothing is there");
    copy(
        &crate::project::repository().join("tests/golden/project/content"),
        &followed.project.join("content"),
    );
    followed.settle("all is there again");
    followed.project.write("content/pages/om.md", "# Om\n\nSist.\n");
    followed.settle("and is followed");
}

#[test]
fn rounds_find_changes_of_which_nobody_tells() {
    let followed = Followed::new(Means::Rounds);
    sleep(Duration::from_secs(1));
    assert_eq!(followed.builds(), 1);
    followed.project.write("content/pages/om.md", "# Om\n\nNågot annat.\n");
    followed.settle("in a round");
    followed.project.write("content/pages/om.md", "# Om\n\nNågot tredje.\n");
    followed.settle("in another round");
}

#[test]
fn files_are_named_that_have_changed_and_no_others() {
    let project = golden_project();
    let mut follower = Follower::new(project.path().to_owned(), Means::Calls);
    let mut next = || follower.next(PATIENCE).unwrap().unwrap().paths;
    assert_eq!(next(), [""; 0], "all are new");
    let site = fs::read_to_string(project.join("site.toml")).unwrap();
    // Without it no theme is read.
    project.write("site.toml", "format = \n");
    assert_eq!(next(), ["site.toml"]);
    project.write("site.toml", &site);
    assert_eq!(next(), ["site.toml"]);
    fs::remove_file(project.join("content/synonyms.toml")).unwrap();
    assert_eq!(next(), ["content/synonyms.toml"]);
}

#[cfg(unix)]
#[test]
fn what_links_lead_to_within_the_project_is_followed() {
    let followed = Followed::new(Means::Calls);
    let page = followed.project.join("content/pages/om.md");
    followed.project.write("elsewhere/om.md", "# Om\n\nEtt.\n");
    fs::remove_file(&page).unwrap();
    std::os::unix::fs::symlink("../../elsewhere/om.md", &page).unwrap();
    followed.settle("a link");
    followed.project.write("elsewhere/om.md", "# Om\n\nTvå.\n");
    followed.settle("what it leads to");
}

#[test]
fn what_cannot_be_read_is_told_once_and_waited_for() {
    let project = golden_project();
    let mut follower = Follower::new(project.path().to_owned(), Means::Calls);
    assert!(follower.next(PATIENCE).unwrap().is_some());
    let aside = project.path().with_extension("aside");
    fs::rename(project.path(), &aside).unwrap();
    assert!(follower.next(PATIENCE).is_err());
    assert!(follower.next(Duration::from_millis(700)).unwrap().is_none(), "it is told once");
    fs::rename(aside, project.path()).unwrap();
    let change = follower.next(PATIENCE).unwrap().unwrap();
    assert!(made(change.loaded).0.is_some());
    project.write("content/pages/om.md", "# Om\n\nNågot annat.\n");
    assert_eq!(follower.next(PATIENCE).unwrap().unwrap().paths, ["content/pages/om.md"]);
}
