//! `content/shapes.csv`: how municipalities look on a map.

use serde::Deserialize;

/// Where the file lies in the project.
pub const PATH: &str = "content/shapes.csv";

/// The shape of one municipality. Both columns are text.
#[derive(Clone, Debug, Deserialize)]
pub struct Shape {
    /// Kommunkod, four digits.
    pub code: String,
    /// Its outline, as in the attribute `d` of an SVG path: for each piece `M` and a
    /// point, `l` and the ways from each point to the next, `z`. All numbers are whole.
    pub path: String,
}

impl Shape {
    /// The columns of its file.
    pub const COLUMNS: [&str; 2] = ["code", "path"];
}
