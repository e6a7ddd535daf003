//! `content/municipalities.csv` and `content/groups.csv`.

use serde::Deserialize;

/// One municipality of the register. All columns are text (L3: the code keeps
/// its leading zero).
#[derive(Clone, Debug, Deserialize)]
pub struct Municipality {
    /// Kommunkod, four digits.
    pub code: String,
    /// Name without "kommun".
    pub name: String,
    /// Genitive of the name (P2).
    pub genitive: String,
    /// Official name, such as `Höganäs kommun` (P2).
    pub official_name: String,
    /// What it calls itself otherwise; may be empty.
    pub also_called: String,
    /// Last part of its address (L3).
    pub slug: String,
    /// First two digits of the code.
    pub county_code: String,
    /// Name of the county.
    pub county: String,
    /// Code of the municipality group.
    pub group: String,
    /// Number of inhabitants.
    pub population: String,
    /// The year they were counted.
    pub population_year: String,
}

impl Municipality {
    /// The columns of its file.
    pub const COLUMNS: [&str; 11] = [
        "code",
        "name",
        "genitive",
        "official_name",
        "also_called",
        "slug",
        "county_code",
        "county",
        "group",
        "population",
        "population_year",
    ];
}

/// One municipality group (SKR's classification of 2023).
#[derive(Clone, Debug, Deserialize)]
pub struct Group {
    /// Such as `A1`.
    pub code: String,
    /// Its name.
    pub name: String,
}

impl Group {
    /// The columns of its file.
    pub const COLUMNS: [&str; 2] = ["code", "name"];
}
