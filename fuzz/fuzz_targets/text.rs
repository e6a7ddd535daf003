//! Bytes of a text file.

#![no_main]

mod world;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| world::check(kompass::import::file::read_text(bytes)));
