//! Charts as SVG, made at build. Marks carry classes; colours are the theme's.

mod bar;
mod rose;

pub use self::bar::bar;
pub use self::rose::{Petal, rose};
