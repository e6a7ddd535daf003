pub mod diagnostic;
pub mod format;
pub mod language;
pub mod load;
pub mod markdown;
pub mod source;
pub mod tree;
