//! What is known before a report is opened: words, names, sentences, dates.

pub mod boilerplate;
pub mod count;
pub mod date;
pub mod fingerprint;
pub mod list;
pub mod names;
pub mod sentence;
pub mod token;
pub mod words;
