//! Charts as SVG, made at build. Marks carry classes; colours are the theme's.

mod bar;

pub use self::bar::bar;
