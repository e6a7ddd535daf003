//! Letters anywhere on pages, as a PDF may have them.

#![no_main]

mod world;

use kompass::import::file::{Glyph, Page, read_pages};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|pages: Vec<Vec<(f64, f64, f64, f64, String)>>| {
    let page = |glyphs: Vec<(f64, f64, f64, f64, String)>| Page {
        glyphs: glyphs
            .into_iter()
            .map(|(x, y, width, size, text)| Glyph { x, y, width, size, text })
            .filter(Glyph::is_sound)
            .collect(),
    };
    let pages: Vec<_> = pages.into_iter().map(page).collect();
    world::check(read_pages(&pages));
});
