//! What of an evaluation is measured, and among whom it is compared.

use std::fmt;

use rust_decimal::Decimal;

use super::{AreaNumber, Edition, Evaluation, Municipality, Score, SubAreaNumber};

/// A value that evaluations of one edition have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// The total that counts.
    Total,
    /// The points of an area.
    Area(AreaNumber),
    /// The points of a sub-area.
    SubArea(SubAreaNumber),
}

impl Measure {
    /// The name of the total in files.
    pub const TOTAL: &str = "total";

    /// What `name`, as files have it, is in `edition`; `None` where that does not have it.
    pub fn named(name: &str, edition: &Edition) -> Option<Self> {
        Self::all(edition).find(|measure| measure.to_string() == name)
    }

    /// Everything that is measured in `edition`: the total, then every area, each before
    /// its sub-areas.
    pub fn all(edition: &Edition) -> impl Iterator<Item = Self> {
        let areas = edition.areas.iter().flat_map(|area| {
            let sub_areas = area.sub_areas.iter().map(|it| Self::SubArea(it.number));
            std::iter::once(Self::Area(area.number)).chain(sub_areas)
        });
        std::iter::once(Self::Total).chain(areas)
    }

    /// The most points that it can be in `edition`; `None` where that does not have it.
    pub fn maximum(self, edition: &Edition) -> Option<u16> {
        match self {
            Self::Total => Some(edition.maximum()),
            Self::Area(number) => edition.area(number).map(|area| area.maximum),
            Self::SubArea(number) => edition.sub_area(number).map(|it| it.maximum.into()),
        }
    }
}

/// `total`, `3`, `1.2`: as files have it.
impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Total => f.write_str(Self::TOTAL),
            Self::Area(number) => number.fmt(f),
            Self::SubArea(number) => number.fmt(f),
        }
    }
}

impl Evaluation {
    /// The value that counts; `None` where there is none (P4).
    pub fn value(&self, measure: Measure) -> Option<Decimal> {
        match measure {
            Measure::Total => self.total().points(),
            other => self.score(other)?.points(),
        }
    }

    /// A score as the record has it; `None` when the edition does not have it.
    pub fn score(&self, of: Measure) -> Option<Score> {
        match of {
            Measure::Total => Some(self.stated_total),
            Measure::Area(number) => Some(self.area(number)?.value()),
            Measure::SubArea(number) => {
                let results = &self.area(number.area)?.sub_areas;
                Some(results.get(usize::from(number.index).checked_sub(1)?)?.points)
            }
        }
    }
}

/// A class of municipalities by their population.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SizeClass {
    /// Fewer than 15,000 inhabitants.
    Smallest,
    /// From 15,000.
    Small,
    /// From 30,000.
    Middle,
    /// From 70,000.
    Large,
    /// From 200,000.
    Largest,
}

impl SizeClass {
    /// All classes, the smallest first.
    pub const ALL: [Self; 5] = [Self::Smallest, Self::Small, Self::Middle, Self::Large, Self::Largest];

    /// The fewest inhabitants of a municipality in it.
    pub fn fewest(self) -> u32 {
        match self {
            Self::Smallest => 0,
            Self::Small => 15_000,
            Self::Middle => 30_000,
            Self::Large => 70_000,
            Self::Largest => 200_000,
        }
    }

    /// The most inhabitants of a municipality in it; `None` for the last class.
    pub fn most(self) -> Option<u32> {
        let next = Self::ALL.into_iter().find(|other| *other > self)?;
        Some(next.fewest() - 1)
    }
}

impl Municipality {
    /// The class that its population puts it in.
    pub fn size(&self) -> SizeClass {
        let fits = |class: &SizeClass| class.fewest() <= self.population;
        SizeClass::ALL.into_iter().rfind(fits).unwrap_or(SizeClass::Smallest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_follow_each_other_without_a_gap() {
        for (class, next) in SizeClass::ALL.into_iter().zip(SizeClass::ALL.into_iter().skip(1)) {
            assert_eq!(class.most().unwrap() + 1, next.fewest());
        }
        assert_eq!(SizeClass::Largest.most(), None);
    }
}
