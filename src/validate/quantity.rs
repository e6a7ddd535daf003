//! Which value of a file a fault is about. What it is called in messages is for
//! `report`.

use std::fmt::Display;

/// A printed value, or all of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    /// The total.
    Total,
    /// The value of an area; numbers are as the file writes them.
    Area(String),
    /// The points of a sub-area.
    SubArea(String),
    /// The percentage of a sub-area.
    Percent(String),
    /// The values of all areas.
    EveryArea,
    /// The points of all sub-areas.
    EverySubArea,
    /// The total of a published mean.
    MeanTotal,
    /// The value of an area in a published mean.
    MeanArea(String),
}

impl Quantity {
    /// The value of the area `number`.
    pub(super) fn area(number: impl Display) -> Self {
        Self::Area(number.to_string())
    }

    /// The points of the sub-area `number`.
    pub(super) fn sub_area(number: impl Display) -> Self {
        Self::SubArea(number.to_string())
    }

    /// Its kind, as the arguments of faults name it.
    pub(super) fn kind(&self) -> String {
        let kind = match self {
            Self::Total => "total",
            Self::Area(_) => "area",
            Self::SubArea(_) => "sub-area",
            Self::Percent(_) => "percent",
            Self::EveryArea => "areas",
            Self::EverySubArea => "sub-areas",
            Self::MeanTotal => "mean-total",
            Self::MeanArea(_) => "mean-area",
        };
        kind.to_owned()
    }

    /// The number of its area or sub-area; empty when it is about no single one.
    pub(super) fn number(&self) -> String {
        match self {
            Self::Area(number) | Self::SubArea(number) | Self::Percent(number) | Self::MeanArea(number) => {
                number.clone()
            }
            Self::Total | Self::EveryArea | Self::EverySubArea | Self::MeanTotal => String::new(),
        }
    }

    /// The key of `[missing]` that declares it absent.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Area(number) | Self::SubArea(number) => number.clone(),
            _ => self.kind(),
        }
    }
}
