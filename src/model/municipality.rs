//! Municipalities and their groups.

use std::fmt;

/// A kommunkod: four digits, kept as text (L3).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(pub String);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The last part of an address: `a–z`, `0–9`, hyphen (L3).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slug(pub String);

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One municipality of the register.
#[derive(Clone, Debug)]
pub struct Municipality {
    /// Kommunkod.
    pub code: Code,
    /// Name without "kommun".
    pub name: String,
    /// Genitive of the name; data, never computed (P2).
    pub genitive: String,
    /// Official name; data, never computed (P2).
    pub official_name: String,
    /// What it calls itself otherwise.
    pub also_called: Option<String>,
    /// Last part of its address.
    pub slug: Slug,
    /// Its county.
    pub county: County,
    /// Its group.
    pub group: Group,
    /// Number of inhabitants.
    pub population: u32,
    /// The year they were counted.
    pub population_year: u16,
    /// Municipalities whose names look the same without dots (Habo, Håbo).
    pub namesakes: Vec<Code>,
}

/// A county (län).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct County {
    /// Its name, such as `Skåne län`.
    pub name: String,
    /// The name in addresses.
    pub slug: Slug,
}

/// A municipality group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group {
    /// Such as `A1`.
    pub code: String,
    /// Its name.
    pub name: String,
}
