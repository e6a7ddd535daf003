//! All of Kompass from the outside: one binary, so it is linked once.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on has failed; the lint's exceptions for tests do not reach helpers"
)]

mod architecture;
mod begin;
mod blameless;
mod broken;
mod certainty;
mod clothes;
mod columns;
mod command_line;
mod compounds;
mod content;
mod corrections;
mod country;
mod decisions;
mod determinism;
mod dice;
mod drafts;
mod expected;
mod follow;
mod golden;
mod heads;
mod import;
mod lasting;
mod licences;
mod long_lists;
mod map;
mod mistakes;
mod mutation;
mod narratives;
mod new_edition;
mod output;
mod preview;
mod project;
mod rules;
mod scratch;
mod search;
mod search_format;
mod sentences;
mod serve;
mod statistics;
