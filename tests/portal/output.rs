//! Publishing to disk: whole or not at all, and nothing foreign lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use kompass::output::{self, Care, Obstacle, OutputError, Published, Remains, Way};
use kompass::replace::ReplaceError;
use kompass::tree::Tree;

use crate::scratch::Folder;

/// Whether the data reaches the disk is tried in `tests/durable/`, where disks fail.
pub(crate) const CARE: Care =
    Care { sync: false, patience: Duration::from_mins(1), public: true, waiting: &|_| () };

fn publish(tree: &Tree, target: &Path, sources: &[PathBuf]) -> Result<Published, OutputError> {
    output::publish(tree, target, sources, &CARE)
}

fn inspect(target: &Path, sources: &[PathBuf]) -> Result<(Way, Remains), OutputError> {
    output::inspect(target, sources, &CARE)
}

const IGNORE: &str = "# Kompass makes this folder anew each time.\n*\n!.gitignore\n";

fn tree(files: &[(&str, &str)]) -> Tree {
    let mut tree = Tree::default();
    for (path, text) in files {
        tree.insert((*path).to_owned(), text.as_bytes().to_vec()).unwrap();
    }
    tree
}

/// Everything below `folder`: files with their text, `/` for folders, `->` for
/// links. Nothing when there is no folder.
fn snapshot(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.unwrap().path();
            let kind = fs::symlink_metadata(&path).unwrap();
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            if kind.is_dir() {
                found.insert(name, "/".to_owned());
                open.push(path);
            } else if kind.is_symlink() {
                found.insert(name, format!("-> {}", fs::read_link(&path).unwrap().display()));
            } else {
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

/// A snapshot as it must be: the two own files, of which the manifest names `made`, and
/// `rest`. Fingerprints are what `gzip -lv` says of a compressed file: sum and length.
fn expected(made: &[(&str, &str)], rest: &[(&str, &str)]) -> BTreeMap<String, String> {
    let own = [(".gitignore", "5fc608a90000003a"), (".kompass-manifest", "----------------")];
    let names: BTreeMap<&str, &str> = made.iter().chain(&own).copied().collect();
    let lines = names.iter().flat_map(|(path, print)| [*print, " ", *path, "\n"]).collect::<String>();
    let manifest = format!("kompass-manifest 3\n{lines}");
    let own = [(".gitignore", IGNORE), (".kompass-manifest", manifest.as_str())];
    own.iter().chain(rest).map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// What the manifest says of [`second`].
const SECOND: [(&str, &str); 2] = [("index.html", "11ca8a6600000003"), ("assets/b.css", "71beeff900000001")];

/// A publication in one step of which nothing is to be told.
fn plain(files: usize, bytes: usize) -> Published {
    let (kept, changed, left) = (vec![], vec![], None);
    Published { files, bytes, kept, changed, left, way: Way::AtOnce, remains: Remains::default() }
}

fn first() -> Tree {
    tree(&[("index.html", "one"), ("old/gone.html", "gone"), ("assets/a.css", "a")])
}

fn second() -> Tree {
    tree(&[("index.html", "two"), ("assets/b.css", "b")])
}

/// Publishes `second` over `folder/output` and asserts that it is refused with
/// an error that `says` something, and that nothing in `folder` changed.
fn assert_refused(folder: &Folder, says: &str) {
    let before = snapshot(folder.path());
    let error = publish(&second(), &folder.join("output"), &[]).unwrap_err().to_string();
    assert!(error.contains(says), "{error}");
    assert_eq!(snapshot(folder.path()), before);
}

#[test]
fn a_fresh_folder_is_made_with_all_above_it() {
    let folder = Folder::new();
    let published = publish(&second(), &folder.join("new/deep/output"), &[]).unwrap();
    assert_eq!(published, plain(2, 4));
    let files = [("index.html", "two"), ("assets", "/"), ("assets/b.css", "b")];
    let whole = expected(&SECOND, &files);
    assert_eq!(snapshot(&folder.join("new/deep/output")), whole);
    let beside: Vec<_> = snapshot(&folder.join("new/deep")).into_keys().collect();
    assert!(beside.iter().all(|path| path.starts_with("output")), "{beside:?}");
}

#[test]
fn a_folder_is_replaced_whole() {
    let folder = Folder::new();
    let output = folder.join("output");
    publish(&first(), &output, &[]).unwrap();
    let published = publish(&second(), &output, &[]).unwrap();
    assert_eq!((published.kept, published.left), (vec![], None));
    let files = [("index.html", "two"), ("assets", "/"), ("assets/b.css", "b")];
    assert_eq!(snapshot(&output), expected(&SECOND, &files));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn the_same_tree_gives_the_same_folder() {
    let folder = Folder::new();
    for name in ["a", "b", "a"] {
        publish(&first(), &folder.join(name), &[]).unwrap();
    }
    assert_eq!(snapshot(&folder.join("a")), snapshot(&folder.join("b")));
}

#[test]
fn an_empty_folder_and_a_fresh_clone_are_taken() {
    let folder = Folder::new();
    fs::create_dir(folder.join("empty")).unwrap();
    folder.write("clone/.gitignore", &IGNORE.replace('\n', "\r\n"));
    for name in ["empty", "clone"] {
        let published = publish(&second(), &folder.join(name), &[]).unwrap();
        assert_eq!((published.kept, published.left), (vec![], None), "{name}");
        assert_eq!(fs::read_to_string(folder.join(name).join(".gitignore")).unwrap(), IGNORE);
    }
    folder.write("output/.gitignore", "*.html\n");
    assert_refused(&folder, ".gitignore`; choose another output folder");
}

#[test]
fn a_foreign_folder_is_refused() {
    let folder = Folder::new();
    folder.write("output/letters/mother.txt", "dear");
    folder.write("output/.gitignore", IGNORE);
    assert_refused(&folder, "output/letters`; choose another output folder or empty this one");
    assert!(matches!(inspect(&folder.join("output"), &[]), Err(OutputError::Foreign { .. })));
}

#[test]
fn a_file_is_no_output_folder() {
    let folder = Folder::new();
    folder.write("output", "text");
    assert_refused(&folder, "is no folder; move it away");
    assert!(matches!(inspect(&folder.join("output"), &[]), Err(OutputError::NotAFolder { .. })));
    assert!(matches!(
        inspect(&folder.join("output/below"), &[]),
        Err(OutputError::Replace(ReplaceError::Io { .. }))
    ));
    assert!(matches!(inspect(Path::new("/"), &[]), Err(OutputError::Replace(ReplaceError::Root { .. }))));
}

#[test]
fn foreign_files_beside_ours_are_kept() {
    let folder = Folder::new();
    let output = folder.join("output");
    publish(&first(), &output, &[]).unwrap();
    folder.write("output/CNAME", "kompass.example");
    folder.write("output/.git/HEAD", "main");
    folder.write("output/assets/own.txt", "own");
    folder.write("output/old/own.txt", "old own");
    fs::create_dir(folder.join("output/drafts")).unwrap();
    // A folder is foreign as a whole once the site has nothing in it.
    for old in ["old/own.txt", "old"] {
        let published = publish(&second(), &output, &[]).unwrap();
        let kept = [".git", "CNAME", "assets/own.txt", "drafts", old].map(PathBuf::from);
        assert_eq!((published.kept, published.left), (kept.to_vec(), None));
    }
    let files = [
        ("index.html", "two"),
        ("assets", "/"),
        ("assets/b.css", "b"),
        ("assets/own.txt", "own"),
        ("CNAME", "kompass.example"),
        (".git", "/"),
        (".git/HEAD", "main"),
        ("old", "/"),
        ("old/own.txt", "old own"),
        ("drafts", "/"),
    ];
    assert_eq!(snapshot(&output), expected(&SECOND, &files));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn the_site_moves_into_a_foreign_folder_without_harm() {
    let folder = Folder::new();
    publish(&tree(&[("index.html", "")]), &folder.join("output"), &[]).unwrap();
    folder.write("output/assets/own.txt", "own");
    fs::create_dir_all(folder.join("output/a/b")).unwrap();
    let made = tree(&[("assets/b.css", "b"), ("a/b/c", "c")]);
    let published = publish(&made, &folder.join("output"), &[]).unwrap();
    assert_eq!((published.kept, published.left), (vec![PathBuf::from("assets/own.txt")], None));
    assert_eq!(snapshot(&folder.join("output/assets")).len(), 2);
}

#[test]
fn a_collision_is_refused() {
    for foreign in ["output/assets/b.css", "output/assets/b.css/x", "output/index.html/x"] {
        let folder = Folder::new();
        publish(&tree(&[("assets/a.css", "a")]), &folder.join("output"), &[]).unwrap();
        folder.write(foreign, "mine");
        assert_refused(&folder, "was not made by Kompass");
        assert!(inspect(&folder.join("output"), &[]).is_ok(), "{foreign}");
    }
    let folder = Folder::new();
    publish(&tree(&[("index.html", "")]), &folder.join("output"), &[]).unwrap();
    folder.write("output/assets", "a file where a folder must go");
    assert_refused(&folder, "output/assets` was not made by Kompass");
}

#[test]
fn a_damaged_manifest_is_refused_and_deletes_nothing() {
    for (manifest, line) in [
        ("", 1),
        ("\0\0\0\0", 1),
        ("something else\nindex.html\n", 1),
        ("kompass-manifest 1\n../x\n", 2),
        ("kompass-manifest 1\nold/../../x\n", 2),
        ("kompass-manifest 1\nindex.html\n/x\n", 3),
        ("kompass-manifest 1\nindex.html\nold/gone", 3),
        ("kompass-manifest 2\nindex.html\n", 2),
        ("kompass-manifest 3\nindex.html\n", 2),
    ] {
        let folder = Folder::new();
        publish(&first(), &folder.join("output"), &[]).unwrap();
        folder.write("x", "precious");
        folder.write("output/.kompass-manifest", manifest);
        assert_refused(&folder, &format!("line {line} of "));
        assert_refused(&folder, "move the folder away, run again");
        assert!(matches!(inspect(&folder.join("output"), &[]), Err(OutputError::Manifest { .. })));
    }
}

#[test]
fn what_overlaps_a_source_is_refused() {
    let folder = Folder::new();
    folder.write("project/site.toml", "");
    folder.write("project/content/a.toml", "");
    let sources = ["site.toml", "content", "themes"].map(|name| folder.join("project").join(name));
    let before = snapshot(folder.path());
    for target in [
        "project",
        "",
        "project/content",
        "project/content/output",
        "project/themes",
        "project/themes/new/output",
        "project/site.toml",
        "project/output/../content",
        "project/output/../../project",
        "project/content/../content/output",
    ] {
        let result = publish(&second(), &folder.join(target), &sources);
        assert!(matches!(result, Err(OutputError::Overlap { .. })), "{target}: {result:?}");
        assert!(matches!(inspect(&folder.join(target), &sources), Err(OutputError::Overlap { .. })));
    }
    assert_eq!(snapshot(folder.path()), before);
    for target in ["project/output", "project/content/../contents", "output"] {
        publish(&second(), &folder.join(target), &sources).unwrap();
    }
}

#[test]
fn what_cannot_be_staged_leaves_the_output() {
    let folder = Folder::new();
    publish(&first(), &folder.join("output"), &[]).unwrap();
    let before = snapshot(folder.path());
    let long = "x".repeat(300);
    for path in [&long, "../x", "a\nb", ".gitignore"] {
        let result = publish(&tree(&[("a/b", ""), (path, "")]), &folder.join("output"), &[]);
        assert!(result.is_err(), "{path}");
        assert_eq!(snapshot(folder.path()), before, "{path}");
    }
    let nowhere = folder.join("a/b").join(&long);
    assert!(publish(&first(), &nowhere, &[]).is_err());
    assert_eq!(snapshot(folder.path()), before);
}

#[test]
fn without_room_beside_it_files_are_replaced_one_by_one() {
    let folder = Folder::new();
    // The name is possible, but the longer one of a folder beside it is not.
    let name = "x".repeat(250);
    publish(&first(), &folder.join("output"), &[]).unwrap();
    folder.write("output/CNAME", "kompass.example");
    folder.write("output/.kompass-0123456789abcdef", "what a killed process has left");
    fs::rename(folder.join("output"), folder.join(&name)).unwrap();
    let output = folder.join(&name);
    assert_eq!(inspect(&output, &[]).unwrap().0, Way::OneByOne(Obstacle::NoRoom));
    let published = publish(&second(), &output, &[]).unwrap();
    assert_eq!((published.way, published.left), (Way::OneByOne(Obstacle::NoRoom), None));
    assert_eq!(published.kept, [PathBuf::from("CNAME")]);
    let files = [("index.html", "two"), ("assets", "/"), ("assets/b.css", "b"), ("CNAME", "kompass.example")];
    assert_eq!(snapshot(&output), expected(&SECOND, &files));
}

#[test]
fn one_by_one_a_file_can_become_a_folder_and_back() {
    let folder = Folder::new();
    let output = folder.join("x".repeat(250));
    for files in
        [[("a/b.html", "1"), ("c", "2")], [("a", "3"), ("c/d/e.html", "4")], [("a/b.html", "5"), ("c", "6")]]
    {
        publish(&tree(&files), &folder.join("fresh"), &[]).unwrap();
        if !output.exists() {
            fs::rename(folder.join("fresh"), &output).unwrap();
        }
        let published = publish(&tree(&files), &output, &[]).unwrap();
        assert_eq!(published.way, Way::OneByOne(Obstacle::NoRoom));
        publish(&tree(&files), &folder.join("fresh"), &[]).unwrap();
        assert_eq!(snapshot(&output), snapshot(&folder.join("fresh")));
    }
}

#[test]
fn what_somebody_has_changed_is_told() {
    let folder = Folder::new();
    let output = folder.join("output");
    publish(&first(), &output, &[]).unwrap();
    let later = |path: &str, text: &str| {
        // Two files that are written within one tick of the clock are equally old.
        std::thread::sleep(Duration::from_millis(20));
        folder.write(path, text);
    };
    later("output/index.html", "mine");
    later("output/assets/a.css", "a");
    later("output/old/gone.html", "kept?");
    let published = publish(&second(), &output, &[]).unwrap();
    assert_eq!(published.changed, ["index.html", "old/gone.html"].map(PathBuf::from));
    assert!(publish(&first(), &output, &[]).unwrap().changed.is_empty());
}

#[test]
fn an_ignore_file_of_somebody_else_stays() {
    let folder = Folder::new();
    let output = folder.join("output");
    publish(&first(), &output, &[]).unwrap();
    folder.write("output/.gitignore", "*.map\n");
    for tree in [first(), second()] {
        let published = publish(&tree, &output, &[]).unwrap();
        assert_eq!(published.kept, [PathBuf::from(".gitignore")]);
        assert_eq!(fs::read_to_string(output.join(".gitignore")).unwrap(), "*.map\n");
    }
}

#[test]
fn what_killed_processes_have_left_is_cleared_away() {
    let folder = Folder::new();
    let output = folder.join("output");
    publish(&first(), &output, &[]).unwrap();
    folder.write("output/CNAME", "kompass.example");
    let whole = snapshot(&output);
    // Killed while writing, after the exchange, and while looking.
    folder.write(".output.kompass-7-0/list", "kompass-staging 1\nindex.html\na/b.html\n");
    folder.write(".output.kompass-7-0/new/index.html", "half");
    fs::create_dir_all(folder.join(".output.kompass-7-0/new/a")).unwrap();
    fs::hard_link(output.join("CNAME"), folder.join(".output.kompass-7-0/new/CNAME")).unwrap();
    folder.write(".output.kompass-8-0/list", "kompass-staging 1\nindex.html\n");
    folder.write(".output.kompass-8-0/new/index.html", "old");
    folder.write(".output.kompass-8-0/new/CNAME", "kompass.example");
    fs::create_dir_all(folder.join(".output.kompass-9-3/probe/inside")).unwrap();
    folder.write(".output.kompass-lock", "");
    let (way, remains) = inspect(&output, &[]).unwrap();
    assert_eq!(way, Way::AtOnce);
    assert_eq!(remains, Remains { restored: None, cleared: 3, left: vec![] });
    assert_eq!(snapshot(&output), whole);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn the_only_whole_folder_is_put_back() {
    let folder = Folder::new();
    let output = folder.join("output");
    publish(&first(), &output, &[]).unwrap();
    folder.write("output/CNAME", "kompass.example");
    let whole = snapshot(&output);
    let hidden = folder.join(".output.kompass-7-0");
    fs::create_dir(&hidden).unwrap();
    fs::rename(&output, hidden.join("old")).unwrap();
    folder.write(".output.kompass-7-0/list", "kompass-staging 1\nindex.html\n");
    folder.write(".output.kompass-7-0/new/index.html", "new");
    let (_, remains) = inspect(&output, &[]).unwrap();
    assert_eq!(remains, Remains { restored: Some(hidden), cleared: 1, left: vec![] });
    assert_eq!(snapshot(&output), whole);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_is_found_nowhere_else_is_left_and_told() {
    let folder = Folder::new();
    let output = folder.join("output");
    publish(&first(), &output, &[]).unwrap();
    folder.write(".output.kompass-7-0/list", "kompass-staging 1\nindex.html\n../../precious\n");
    folder.write(".output.kompass-7-0/new/index.html", "old");
    folder.write(".output.kompass-7-0/new/diary.txt", "dear");
    folder.write(".output.kompass-8-0/new/index.html", "without a list nobody knows whose it is");
    folder.write(".output.kompass-x/new/index.html", "no name of ours");
    folder.write("precious", "");
    let left = [".output.kompass-7-0", ".output.kompass-8-0"].map(|name| folder.join(name));
    for _ in 0..2 {
        let (_, remains) = inspect(&output, &[]).unwrap();
        assert_eq!(remains, Remains { restored: None, cleared: 0, left: left.to_vec() });
    }
    assert!(!left[0].join("new/index.html").exists());
    assert_eq!(fs::read_to_string(left[0].join("new/diary.txt")).unwrap(), "dear");
    assert!(left[1].join("new/index.html").exists() && folder.join("precious").exists());
    assert!(folder.join(".output.kompass-x/new/index.html").exists());
}

#[test]
fn a_process_that_does_not_end_is_told_and_not_waited_for_for_ever() {
    let folder = Folder::new();
    let output = folder.join("output");
    publish(&first(), &output, &[]).unwrap();
    let before = snapshot(folder.path());
    let lock = folder.join(".output.kompass-lock");
    let held = fs::File::create(&lock).unwrap();
    held.lock().unwrap();
    let told = std::cell::RefCell::default();
    let waiting = |path: &Path| drop(told.replace(path.to_owned()));
    let care = Care { patience: Duration::from_millis(100), waiting: &waiting, ..CARE };
    let error = output::publish(&second(), &output, &[], &care).unwrap_err();
    assert!(matches!(error, OutputError::Replace(ReplaceError::Busy { .. })), "{error:?}");
    assert_eq!(*told.borrow(), lock);
    drop(held);
    fs::remove_file(&lock).unwrap();
    assert_eq!(snapshot(folder.path()), before);
    // A file that nobody holds keeps nobody waiting.
    folder.write(".output.kompass-lock", "");
    output::publish(&second(), &output, &[], &care).unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn two_publications_do_not_mix() {
    let folder = Folder::new();
    let output = folder.join("output");
    publish(&first(), &output, &[]).unwrap();
    folder.write("output/CNAME", "kompass.example");
    std::thread::scope(|scope| {
        for tree in [first(), second()] {
            let output = output.clone();
            scope.spawn(move || (0..50).for_each(|_| drop(publish(&tree, &output, &[]).unwrap())));
        }
    });
    let found = snapshot(&output);
    publish(&first(), &output, &[]).unwrap();
    let one = snapshot(&output);
    publish(&second(), &output, &[]).unwrap();
    assert!(found == one || found == snapshot(&output), "{found:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_link_to_a_folder_is_resolved() {
        let folder = Folder::new();
        fs::create_dir(folder.join("real")).unwrap();
        symlink("real", folder.join("output")).unwrap();
        publish(&second(), &folder.join("output"), &[]).unwrap();
        assert!(fs::symlink_metadata(folder.join("output")).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(folder.join("real/index.html")).unwrap(), "two");
        symlink("nowhere", folder.join("dangling")).unwrap();
        let refused = publish(&second(), &folder.join("dangling"), &[]);
        assert!(matches!(refused, Err(OutputError::NotAFolder { .. })), "{refused:?}");
        assert!(publish(&second(), &folder.join("dangling/output"), &[]).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn links_do_not_hide_an_overlap() {
        let folder = Folder::new();
        folder.write("content/a.toml", "");
        symlink("content", folder.join("link")).unwrap();
        fs::create_dir(folder.join("elsewhere")).unwrap();
        symlink("../content", folder.join("elsewhere/link")).unwrap();
        let check = |target: &str, source: &str| {
            let result = publish(&second(), &folder.join(target), &[folder.join(source)]);
            assert!(matches!(result, Err(OutputError::Overlap { .. })), "{target}: {result:?}");
        };
        check("link", "content");
        check("link/output", "content");
        check("content/output", "elsewhere/link");
        check("elsewhere/link/../content", "content");
        assert_eq!(snapshot(&folder.join("content")).len(), 1);
    }

    #[test]
    fn links_in_the_output_are_kept_and_not_followed() {
        let folder = Folder::new();
        let output = folder.join("output");
        publish(&first(), &output, &[]).unwrap();
        folder.write("precious/gone.html", "precious");
        fs::remove_dir_all(folder.join("output/old")).unwrap();
        symlink("../precious", folder.join("output/old")).unwrap();
        let published = publish(&second(), &output, &[]).unwrap();
        assert_eq!(published.kept, [PathBuf::from("old")]);
        assert_eq!(snapshot(&output)["old"], "-> ../precious");
        assert_eq!(fs::read_to_string(folder.join("precious/gone.html")).unwrap(), "precious");

        fs::remove_file(folder.join("output/index.html")).unwrap();
        symlink("../precious/gone.html", folder.join("output/index.html")).unwrap();
        assert_refused(&folder, "index.html` was not made by Kompass");
    }

    #[test]
    fn the_folder_keeps_its_mode() {
        let folder = Folder::new();
        let output = folder.join("output");
        publish(&first(), &output, &[]).unwrap();
        fs::set_permissions(&output, fs::Permissions::from_mode(0o700)).unwrap();
        publish(&second(), &output, &[]).unwrap();
        assert_eq!(fs::metadata(&output).unwrap().permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn where_nothing_may_be_written_beside_it_files_are_replaced_one_by_one() {
        let folder = Folder::new();
        publish(&first(), &folder.join("parent/output"), &[]).unwrap();
        let parent = folder.join("parent");
        fs::set_permissions(&parent, fs::Permissions::from_mode(0o500)).unwrap();
        let is_refused = fs::create_dir(parent.join("probe")).is_err();
        let _ = fs::remove_dir(parent.join("probe"));
        let result = publish(&second(), &parent.join("output"), &[]);
        fs::set_permissions(&parent, fs::Permissions::from_mode(0o700)).unwrap();
        // The superuser may write everywhere; for others the folder itself is still open.
        let way = if is_refused { Way::OneByOne(Obstacle::NoRoom) } else { Way::AtOnce };
        assert_eq!(result.unwrap().way, way);
        assert_eq!(fs::read_to_string(parent.join("output/index.html")).unwrap(), "two");
        assert_eq!(fs::read_dir(&parent).unwrap().count(), 1);
    }

    #[test]
    fn a_strict_mask_keeps_no_reader_out() {
        // The mask belongs to the process, so it is another one.
        let project = crate::project::golden_project();
        for name in ["output", &"x".repeat(250)] {
            let output = project.join(name);
            fs::create_dir(&output).unwrap();
            fs::set_permissions(&output, fs::Permissions::from_mode(0o755)).unwrap();
            let script = "umask 077 && exec \"$0\" build --no-sync --no-search --root \"$1\" --output \"$2\"";
            let mut command = std::process::Command::new("sh");
            command.args(["-c", script, env!("CARGO_BIN_EXE_kompass")]).arg(project.path()).arg(&output);
            assert!(command.output().unwrap().status.success());
            let mut count = 0;
            for entry in walkdir::WalkDir::new(&output) {
                let entry = entry.unwrap();
                let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
                let wanted = if entry.file_type().is_dir() { 0o755 } else { 0o644 };
                assert_eq!(mode, wanted, "{:o} {}", mode, entry.path().display());
                count += 1;
            }
            assert!(count > 20, "{count}");
        }
    }

    #[test]
    fn foreign_files_are_the_same_ones_after_the_exchange() {
        use std::os::unix::fs::MetadataExt;

        let folder = Folder::new();
        let output = folder.join("output");
        publish(&first(), &output, &[]).unwrap();
        folder.write("output/.git/HEAD", "main");
        fs::set_permissions(output.join(".git"), fs::Permissions::from_mode(0o710)).unwrap();
        symlink("nowhere", output.join("link")).unwrap();
        let before = fs::metadata(output.join(".git/HEAD")).unwrap().ino();
        publish(&second(), &output, &[]).unwrap();
        let after = fs::metadata(output.join(".git/HEAD")).unwrap();
        assert_eq!((after.ino(), after.nlink()), (before, 1));
        assert_eq!(fs::metadata(output.join(".git")).unwrap().mode() & 0o777, 0o710);
        assert_eq!(fs::read_link(output.join("link")).unwrap(), Path::new("nowhere"));
    }
}
