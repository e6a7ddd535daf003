//! Bytes of a Word file.

#![no_main]

mod world;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(document) = kompass::import::docx::read(bytes) {
        world::check(document);
    }
});
