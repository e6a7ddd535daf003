//! What a new import of a report takes away: files that it does not write, and
//! the work of the person who reviewed the old one.

use std::collections::BTreeSet;

use toml::{Table, Value};

use crate::format::evaluation::{Key, Status};
use crate::format::review::{REMARK, is_sealed};

/// What is lost when a folder is replaced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// Names of files of former imports that the new one does not write.
    pub files: Vec<String>,
    /// Names of texts that have been rewritten since they were imported.
    pub rewritten: Vec<String>,
    /// What a person has done to the record, if anybody has.
    pub review: Option<Review>,
}

/// A person's work on a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// Good examples and referrals that were confirmed.
    pub confirmed: usize,
    /// Those that the new import proposes and the record does not have: mostly
    /// they were rejected.
    pub rejected: usize,
}

/// One of the things that are lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss<'a> {
    /// A file that the new import does not write, by name.
    File(&'a str),
    /// A text that has been rewritten since it was imported, by name.
    Rewritten(&'a str),
    /// A person's work on the record.
    Review(Review),
}

impl Lost {
    /// Whether a person's work is lost.
    pub fn is_reviewed(&self) -> bool {
        self.review.is_some() || !self.rewritten.is_empty()
    }

    /// Looks at a text of the old import: it has been rewritten unless the old
    /// `report` has its seal, or the new import writes the same.
    pub fn judge_text(&mut self, name: &str, old: &[u8], new: Option<&[u8]>, report: &str) {
        if !is_sealed(report, name, old) && new != Some(old) {
            self.rewritten.push(name.to_owned());
        }
    }

    /// Compares the records. The old one has been reviewed when it is no draft any more,
    /// when an example of it is confirmed, or when none is left of the marks that the new
    /// one has. A record that cannot be read has been written by a person as well.
    pub fn judge(&mut self, old: &str, new: &str) {
        let has_marks = |text: &str| text.lines().any(|line| line.starts_with(REMARK));
        let is_cleared = has_marks(new) && !has_marks(old);
        let (Ok(old), Ok(new)) = (old.parse(), new.parse()) else {
            self.review = Some(Review::default());
            return;
        };
        let is_released = is_draft(&new) && !is_draft(&old);
        let (confirmed, there) = (lessons(&old).filter(|it| is_confirmed(it)).count(), ids(&old));
        let rejected = ids(&new).difference(&there).count();
        self.review = (is_cleared || is_released || confirmed > 0).then_some(Review { confirmed, rejected });
    }

    /// Every loss by itself, for the person who imports.
    pub fn losses(&self) -> Vec<Loss<'_>> {
        let gone = self.files.iter().map(|name| Loss::File(name));
        let rewritten = self.rewritten.iter().map(|name| Loss::Rewritten(name));
        gone.chain(rewritten).chain(self.review.map(Loss::Review)).collect()
    }
}

/// Good examples and referrals of a record.
fn lessons(record: &Table) -> impl Iterator<Item = &Value> {
    [Key::Examples, Key::Referrals].into_iter().filter_map(|key| record.get(key.name())?.as_array()).flatten()
}

fn ids(record: &Table) -> BTreeSet<&str> {
    lessons(record).filter_map(|it| it.get("id")?.as_str()).collect()
}

fn is_draft(record: &Table) -> bool {
    record.get(Key::Draft.name()).and_then(Value::as_bool).unwrap_or_default()
}

fn is_confirmed(lesson: &Value) -> bool {
    lesson.get("status").and_then(|it| it.clone().try_into().ok()) != Some(Status::Proposed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::review::seal;

    #[test]
    fn a_review_is_told_from_an_import() {
        const NEW: &str = "# granska: year\nyear = 2018\n[[examples]]\nid = \"a\"\nstatus = \"proposed\"\n[[referrals]]\nid = \"b\"\nstatus = \"proposed\"\n";
        let check = |old: &str, expected: Option<(usize, usize)>| {
            let mut lost = Lost::default();
            lost.judge(old, NEW);
            assert_eq!(lost.review.map(|it| (it.confirmed, it.rejected)), expected, "{old}");
        };
        check(NEW, None);
        check("# granska: another\nyear = 2017\n", None);
        check(&NEW.replace("id = \"b\"\nstatus = \"proposed\"", "id = \"b\""), Some((1, 0)));
        check("# granska: year\n[[examples]]\nid = \"a\"\nstatus = \"confirmed\"", Some((1, 1)));
        check("year = 2018\n", Some((0, 2)));
        check("year = \n", Some((0, 0)));
        let mut lost = Lost::default();
        lost.judge("# granska: year\n", "draft = true\n# granska: year\n");
        assert!(lost.is_reviewed(), "it may have been published");
        let mut lost = Lost::default();
        lost.judge("draft = true\n", "draft = true\n");
        assert!(!lost.is_reviewed());
    }

    #[test]
    fn a_text_is_rewritten_when_neither_import_wrote_it() {
        let report = ["# Report".to_owned(), seal("area-1.md", b"One.\n")].join("\n");
        let check = |old: &[u8], new: Option<&[u8]>, expected: bool| {
            let mut lost = Lost::default();
            lost.judge_text("area-1.md", old, new, &report);
            assert_eq!(lost.is_reviewed(), expected, "{old:?} {new:?}");
        };
        check(b"One.\n", Some(b"Two.\n"), false);
        check(b"One.\n", None, false);
        check(b"Two.\n", Some(b"Two.\n"), false);
        check(b"Two.\n", Some(b"One.\n"), true);
        check(b"Two.\n", None, true);
    }
}
