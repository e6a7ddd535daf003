//! Good examples and referrals in one list: what can be learnt, and from which
//! municipality. Each lesson keeps its kind, and pages never mix the two.

use super::{Area, AreaNumber, Entry, Municipality, Place, Portal};

/// One passage that points at something to learn.
#[derive(Clone, Copy, Debug)]
pub struct Lesson<'p> {
    /// Whether the report praises its own municipality or names another.
    pub kind: LessonKind,
    /// The municipality to learn from.
    pub from: &'p Municipality,
    /// The evaluation whose report says so, and the municipality that the
    /// report is about: the one to learn from in own examples.
    pub entry: Entry<'p>,
    /// What it is about and where it stands.
    pub place: &'p Place,
    /// The area of the current edition it belongs to.
    pub area: &'p Area,
}

/// The two kinds of good examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LessonKind {
    /// The report calls the evaluated municipality itself a good example.
    Own,
    /// The report names another municipality to learn from.
    Referral,
}

impl Portal {
    /// All lessons, by evaluation; a report's own examples before its referrals.
    pub fn lessons(&self) -> impl Iterator<Item = Lesson<'_>> {
        self.entries().flat_map(|entry| self.lessons_of(entry))
    }

    /// Those of one evaluation.
    pub fn lessons_of<'p>(&'p self, entry: Entry<'p>) -> impl Iterator<Item = Lesson<'p>> {
        let Entry { municipality, evaluation, .. } = entry;
        let own = evaluation.examples.iter().map(move |it| (LessonKind::Own, Some(municipality), &it.place));
        let referrals = evaluation
            .referrals
            .iter()
            .map(|it| (LessonKind::Referral, self.municipalities.get(&it.to), &it.place));
        own.chain(referrals).filter_map(move |(kind, from, place)| {
            Some(Lesson { kind, from: from?, entry, place, area: self.current_area(entry, place.area)? })
        })
    }

    /// The area of the current edition that continues an evaluation's area.
    pub fn current_area(&self, entry: Entry<'_>, number: AreaNumber) -> Option<&Area> {
        self.current_edition()?.area(entry.edition.area(number)?.successor)
    }
}
