//! What stands above what inside a module, and circles of files.

use std::collections::{BTreeMap, BTreeSet};

use super::imports::Import;

/// A folder whose rooms stand in storeys.
pub(super) struct House {
    /// Below `src`.
    pub folder: &'static str,
    /// Rooms, files or folders by their names, from the ground up. Those of one
    /// storey do not know of each other. `*` stands for all that are not named.
    pub storeys: &'static [&'static [&'static str]],
}

impl House {
    /// The room of a file of this house.
    fn room<'p>(&self, path: &'p str) -> Option<&'p str> {
        let inside = path.strip_prefix(self.folder)?.strip_prefix('/')?;
        Some(inside.split('/').next()?.trim_end_matches(".rs"))
    }

    /// Counted from the ground.
    fn storey(&self, room: &str) -> Option<usize> {
        let find = |name: &str| self.storeys.iter().position(|rooms| rooms.contains(&name));
        find(room).or_else(|| find("*"))
    }

    /// Rooms of `paths` that stand in no storey.
    pub(super) fn homeless<'p>(&self, paths: impl Iterator<Item = &'p str>) -> BTreeSet<&'p str> {
        paths.filter_map(|path| self.room(path)).filter(|room| self.storey(room).is_none()).collect()
    }

    /// Imports from a room to another one that does not stand below it.
    pub(super) fn upward<'i>(&self, imports: &'i BTreeSet<Import>) -> Vec<&'i Import> {
        let is_upward = |import: &&Import| {
            let (Some(from), Some(to)) = (self.room(&import.from), self.room(&import.to)) else {
                return false;
            };
            from != to && self.storey(from) <= self.storey(to)
        };
        imports.iter().filter(is_upward).collect()
    }
}

/// Circles of files: each of a set leads to each other of it, directly or by
/// way of others.
pub(super) fn circles(imports: &BTreeSet<Import>) -> Vec<BTreeSet<&str>> {
    let mut targets: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for import in imports {
        targets.entry(&import.from).or_default().insert(&import.to);
    }
    let reached: BTreeMap<_, _> = targets.keys().map(|file| (*file, reached(file, &targets))).collect();
    let leads = |from: &str, to: &str| reached.get(from).is_some_and(|files| files.contains(to));
    let circle = |file: &&str| -> BTreeSet<&str> {
        reached[file].iter().copied().filter(|other| leads(other, file)).collect()
    };
    let circles: BTreeSet<_> = targets.keys().map(circle).filter(|files| !files.is_empty()).collect();
    circles.into_iter().collect()
}

/// Every file that `start` leads to.
fn reached<'i>(start: &'i str, targets: &BTreeMap<&'i str, BTreeSet<&'i str>>) -> BTreeSet<&'i str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![start];
    while let Some(file) = open.pop() {
        open.extend(targets.get(file).into_iter().flatten().filter(|target| reached.insert(**target)));
    }
    reached
}

/// The imports among `files`, a line for each pair with the names imported.
pub(super) fn told(imports: &BTreeSet<Import>, files: &BTreeSet<&str>) -> String {
    let is_inside =
        |import: &&Import| [&import.from, &import.to].iter().all(|it| files.contains(it.as_str()));
    list(imports.iter().filter(is_inside))
}

/// Imports, a line for each pair of files with the names imported.
pub(super) fn list<'i>(imports: impl Iterator<Item = &'i Import>) -> String {
    let mut names: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for import in imports {
        names.entry((&import.from, &import.to)).or_default().push(&import.name);
    }
    let lines = names.into_iter();
    let lines = lines.map(|((from, to), names)| format!("  {from} → {to}: {}\n", names.join(", ")));
    lines.collect::<Vec<_>>().concat()
}
