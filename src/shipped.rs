//! Files that the program has in it: the theme `kompass` and a neutral portal.
//!
//! A portal needs no copy of the theme. Templates belong to the views of the program that fills
//! them in, so the theme of the program is always the one that fits, and a new program brings
//! its own; a copy would stay behind. Whoever wants another look writes a theme that
//! `extends = "kompass"`.

/// Name of the theme that the program has in it.
pub(crate) const THEME_NAME: &str = "kompass";

/// The files of that theme, by their paths below its folder.
pub(crate) const THEME: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/theme.rs"));

/// The files of a new portal, by their paths below it.
pub(crate) const PORTAL: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/portal.rs"));
