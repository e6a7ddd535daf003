//! Rules of the Swedish language and of Swedish print: order, numbers, dates,
//! lists, near misses, stems, compounds, clean text.
//!
//! Pure functions on plain values. Nothing here knows what a municipality is,
//! reads a clock or a file. Words appear only where they are a rule of the
//! language itself, such as the names of the months, or a list for its sake;
//! sentences live in the theme.

mod compound;
mod date;
mod latin;
mod list;
mod nearest;
mod number;
mod order;
mod stem;
mod stop;
mod text;
mod together;
mod vowels;

pub use compound::Vocabulary;
pub use date::{format_date_iso, format_date_long, format_month, parse_date, parse_month};
pub use latin::latin;
pub use list::join_and;
pub use nearest::nearest;
pub use number::{
    bare_number, digits, format_bytes, format_count, format_difference, format_ordinal, format_percent,
    format_points, format_years, parse_points,
};
pub use order::{Order, SortKey};
pub use stem::stem;
pub use stop::StopWords;
pub use text::{comparable, excerpt, fold, is_slug, normalise, slug, words};
pub use together::keep_together;
pub use vowels::other_numbers;
