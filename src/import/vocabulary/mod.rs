//! What is known before a report is opened: words, names, sentences, dates.

pub(super) mod boilerplate;
pub(super) mod count;
pub(super) mod date;
pub(super) mod fingerprint;
pub(super) mod list;
pub(super) mod names;
pub(super) mod sentence;
pub(super) mod token;
pub(super) mod words;
