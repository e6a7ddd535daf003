//! Bytes of a PDF. The library that reads it panics on some; that is known, and
//! why it runs in a process of its own. What is looked for here are hangs and
//! memory, and faults behind the library: see `layout` for those alone.

#![no_main]

mod world;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(document) = kompass::import::file::read_pdf(bytes) {
        world::check(document);
    }
});
