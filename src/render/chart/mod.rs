//! Charts as SVG, made at build. Marks carry classes; colours are the theme's.

mod bar;
mod change;
mod dot;
mod map;
mod rose;
mod scale;
mod strip;

pub(super) use self::bar::bar;
pub(super) use self::change::change;
pub(super) use self::dot::dot;
pub(super) use self::map::Canvas;
pub(super) use self::rose::{Petal, rose};
pub(super) use self::strip::{Dots, strip};
