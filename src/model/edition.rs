//! Editions, areas, sub-areas.

use std::fmt;

use super::Slug;

/// An edition's id, such as `2016`. Ids sort by age, because they begin with a
/// year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EditionId(pub String);

impl fmt::Display for EditionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An area's number, from 1.
pub type AreaNumber = u8;

/// A sub-area's number, such as `3.2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SubAreaNumber {
    /// Number of its area.
    pub area: AreaNumber,
    /// Its place in the area, from 1.
    pub index: u8,
}

impl SubAreaNumber {
    /// Reads `3.2`; nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let (area, index) = text.split_once('.')?;
        let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit()) && !part.starts_with('0');
        (digits(area) && digits(index)).then_some(())?;
        Some(Self { area: area.parse().ok()?, index: index.parse().ok()? })
    }
}

impl fmt::Display for SubAreaNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.area, self.index)
    }
}

/// One edition of Kommunkompassen.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its id.
    pub id: EditionId,
    /// Its name in running text.
    pub name: String,
    /// First year it was used.
    pub year: u16,
    /// The edition that its areas' successors belong to.
    pub succeeded_by: Option<EditionId>,
    /// How its points relate to other editions.
    pub comparability: String,
    /// Areas; the one numbered n stands at place n − 1.
    pub areas: Vec<Area>,
}

impl Edition {
    /// The area numbered `number`.
    pub fn area(&self, number: AreaNumber) -> Option<&Area> {
        self.areas.get(usize::from(number).checked_sub(1)?)
    }

    /// The sub-area numbered `number`.
    pub fn sub_area(&self, number: SubAreaNumber) -> Option<&SubArea> {
        self.area(number.area)?.sub_areas.get(usize::from(number.index).checked_sub(1)?)
    }

    /// The maximum of the total: the maxima of all areas together, in points.
    pub fn maximum(&self) -> u16 {
        self.areas.iter().fold(0, |sum, area| sum.saturating_add(area.maximum))
    }

    /// The points that every area is worth; `None` when areas differ, or when
    /// there are none.
    pub fn shared_maximum(&self) -> Option<u16> {
        let first = self.areas.first()?.maximum;
        self.areas.iter().all(|area| area.maximum == first).then_some(first)
    }
}

/// One area.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its number.
    pub number: AreaNumber,
    /// Its name.
    pub name: String,
    /// A name for places where its own has no room.
    pub short_name: Option<String>,
    /// Other names found in print.
    pub also: Vec<String>,
    /// Last part of its address; only in the current edition.
    pub slug: Option<Slug>,
    /// What the area asks about, as plain text.
    pub description: String,
    /// The maximum of the area in points, the sum of its sub-areas' maxima.
    pub maximum: u16,
    /// Number of the nearest area of the current edition; an area of the current
    /// edition has its own number here.
    pub successor: AreaNumber,
    /// Sub-areas; number n.k stands at place k − 1.
    pub sub_areas: Vec<SubArea>,
}

impl Area {
    /// Its short name, or its name if it has none.
    pub fn short(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }
}

/// One sub-area.
#[derive(Clone, Debug)]
pub struct SubArea {
    /// Its number.
    pub number: SubAreaNumber,
    /// Its name.
    pub name: String,
    /// Other names found in print.
    pub also: Vec<String>,
    /// The most points that it can be given.
    pub maximum: u8,
}
