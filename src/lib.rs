//! Kompass compiles Kommunkompassen evaluations into a static results portal.
//!
//! Data flows one way. Every stage takes an immutable value and returns the
//! next one together with the faults it met:
//!
//! ```text
//! site.toml + content ── load ── Raw ── validate ── Portal ── derive ── Insights ─┐
//! themes ── load ── Theme ── assets ── Manifest ──────────────────────────────────┴─ render ── Tree ── check ── output
//! ```

pub mod assets;
pub mod derive;
pub mod diagnostic;
pub mod format;
pub mod language;
pub mod load;
pub mod markdown;
pub mod message;
pub mod model;
pub mod render;
pub mod report;
pub mod route;
pub mod source;
pub mod tree;
pub mod validate;
