//! Charts as SVG, made at build. Marks carry classes; colours are the theme's.

mod bar;
mod rose;

pub(super) use self::bar::bar;
pub(super) use self::rose::{Petal, rose};
