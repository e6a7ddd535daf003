//! `content/editions/<id>.toml`: areas, sub-areas and maxima of one edition.

use serde::Deserialize;
use toml::Spanned;

/// One edition of Kommunkompassen.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Edition {
    /// [`super::VERSION`].
    pub format: Spanned<u32>,
    /// The file's name without `.toml`.
    pub id: Spanned<String>,
    /// Name in running text, such as `2010 års utgåva`.
    pub name: String,
    /// First year the edition was used.
    pub year: u16,
    /// The edition its areas' `successor` numbers refer to; absent in the
    /// current edition.
    pub succeeded_by: Option<Spanned<String>>,
    /// How its points relate to other editions, as plain text.
    pub comparability: String,
    /// Areas in order.
    pub areas: Spanned<Vec<Area>>,
}

/// One area of an edition.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Area {
    /// 1, 2, 3 …
    pub number: Spanned<u8>,
    /// Its name.
    pub name: String,
    /// A name of at most [`Area::SHORT`] characters for places where its own has no room,
    /// such as around the kompassros. Its own name always stands beside.
    pub short_name: Option<Spanned<String>>,
    /// Other names found in print.
    #[serde(default)]
    pub also: Vec<String>,
    /// Last part of its address; only in the current edition.
    pub slug: Option<Spanned<String>>,
    /// What the area asks about, in a few plain sentences.
    pub description: String,
    /// The most points that the area can be given, at least 1: the sum of its
    /// sub-areas' maxima. [`Area::USUAL_MAXIMUM`] when the key is absent.
    pub maximum: Option<Spanned<u16>>,
    /// Number of its nearest successor in the succeeding edition.
    pub successor: Option<Spanned<u8>>,
    /// Sub-areas in order.
    pub sub_areas: Vec<SubArea>,
}

impl Area {
    /// What every area of the editions from 2010, 2016 and 2020 is worth.
    pub const USUAL_MAXIMUM: u16 = 100;

    /// The most characters of a short name: as many as a telephone has room for beside
    /// a petal in letters that can be read.
    pub const SHORT: usize = 15;
}

/// One sub-area.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SubArea {
    /// Such as `3.2`.
    pub number: Spanned<String>,
    /// Its name.
    pub name: String,
    /// Other names found in print.
    #[serde(default)]
    pub also: Vec<String>,
    /// The most points that it can be given, at least 1.
    pub maximum: Spanned<u8>,
}
