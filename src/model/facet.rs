//! What a list of good examples or a search can be narrowed down to.

use super::{EditionId, Group, Lesson, LessonKind, PassageKind, SizeClass, Slug, Year};

/// One property that passages share. Lists of good examples are offered by it
/// (each facet that occurs has a page), and searches are narrowed down to it
/// (S3). Facets sort in the order in which lists of good examples offer them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Good examples of one kind.
    Lesson(LessonKind),
    /// Search hits of one kind.
    Passage(PassageKind),
    /// An area of the current edition.
    Area(Slug),
    /// An edition.
    Edition(EditionId),
    /// A municipality: the one to learn from, or the one a hit is about.
    Municipality(Slug),
    /// The county of that municipality.
    County(Slug),
    /// The group of that municipality.
    Group(Group),
    /// Its class of population.
    Size(SizeClass),
    /// The year of the evaluation.
    Year(Year),
}

impl Lesson<'_> {
    /// Everything that narrows a list down and leaves this lesson in it.
    pub fn facets(&self) -> Vec<Facet> {
        let mut facets = vec![
            Facet::Lesson(self.kind),
            Facet::Municipality(self.from.slug.clone()),
            Facet::County(self.from.county.slug.clone()),
            Facet::Year(self.entry.evaluation.key.year),
        ];
        facets.extend(self.area.slug.clone().map(Facet::Area));
        facets
    }
}
