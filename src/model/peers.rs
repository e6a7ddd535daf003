//! Among whom a value is compared.

use super::{County, Entry, Facet, Group, SizeClass};

/// Among whom a value is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Peers<'p> {
    /// All municipalities of the portal.
    All,
    /// Those of one county.
    County(&'p County),
    /// Those of one group.
    Group(&'p Group),
    /// Those of one class of population.
    Size(SizeClass),
    /// Those whose source says that it was their first evaluation.
    FirstTime,
}

impl<'p> Peers<'p> {
    /// Everybody whom `entry` is compared among.
    pub fn of(entry: Entry<'p>) -> impl Iterator<Item = Self> {
        let Entry { municipality, evaluation, .. } = entry;
        let first = (evaluation.ordinal == Some(1)).then_some(Self::FirstTime);
        let all = [
            Self::All,
            Self::County(&municipality.county),
            Self::Group(&municipality.group),
            Self::Size(municipality.size()),
        ];
        all.into_iter().chain(first)
    }

    /// Whether `entry` is one of them.
    pub fn has(self, entry: Entry<'p>) -> bool {
        Self::of(entry).any(|peers| peers == self)
    }

    /// What narrows a list down to them; `None` for those that no list is narrowed down to.
    pub fn facet(self) -> Option<Facet> {
        match self {
            Self::All | Self::FirstTime => None,
            Self::County(county) => Some(Facet::County(county.slug.clone())),
            Self::Group(group) => Some(Facet::Group(group.clone())),
            Self::Size(class) => Some(Facet::Size(class)),
        }
    }
}
