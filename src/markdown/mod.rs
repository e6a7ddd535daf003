//! Markdown, read once per text.
//!
//! [`read`] goes through a text and returns its [`Outline`], which validation
//! needs, and its [`Prose`], which lives on in the model. Everything that is
//! made of a text later (HTML, plain words for search, the ids of its headings)
//! comes from the events that `Prose` holds, so no later stage can
//! understand a text in another way than validation did.
//!
//! Events are small values of our own that point into the text: those of
//! pulldown-cmark borrow the text or copy it, and the model can do neither.
//! `pulldown` translates in both directions, and alone names that library.

mod event;
mod outline;
mod prose;
mod pulldown;

pub use self::outline::{Block, Found, Heading, Outline};
pub use self::prose::{Part, Prose, Section};
pub use self::pulldown::{Rendering, escaped, read};
