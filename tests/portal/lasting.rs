//! Nothing that was quotable dies: every address and anchor that a portal once had still
//! leads somewhere.
//!
//! `tests/lasting/*.txt` has a page or file in a line, and after it the ids that it had,
//! without those of fields. Lines are added, never taken away.

use std::path::Path;

use jiff::civil::Date;

use crate::project::{GOLDEN_DAY, TODAY, compile, golden_project, repository};

#[test]
fn every_address_and_anchor_of_before_leads_somewhere() {
    for (name, root, day) in
        [("real.txt", repository(), TODAY), ("golden.txt", golden_project().path().to_owned(), GOLDEN_DAY)]
    {
        let lost = lost(name, &root, day);
        assert!(lost.is_empty(), "{name}: {lost:#?}");
    }
}

/// What the list has and the site has not.
fn lost(list: &str, root: &Path, day: Date) -> Vec<String> {
    let list = std::fs::read_to_string(repository().join("tests/lasting").join(list)).unwrap();
    let tree = compile(root, day).site.unwrap().tree;
    let mut missing = Vec::new();
    for line in list.lines() {
        let mut words = line.split(' ');
        let address = words.next().unwrap();
        let file = address.strip_prefix('/').unwrap();
        let file = if file.is_empty() || file.ends_with('/') {
            format!("{file}index.html")
        } else {
            file.to_owned()
        };
        let Some(bytes) = tree.get(&file) else {
            missing.push(address.to_owned());
            continue;
        };
        let html = String::from_utf8_lossy(bytes);
        let gone = words.filter(|id| !html.contains(&format!(" id=\"{id}\"")));
        missing.extend(gone.map(|id| format!("{address}#{id}")));
    }
    missing
}
