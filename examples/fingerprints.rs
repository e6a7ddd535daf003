//! Prints the fingerprints of the sentences in the files named, one paragraph to
//! a line, for `src/import/vocabulary/boilerplate.txt`. They are added to those that
//! are there: the sentences of these are not in the repository.
//!
//! `cargo run --example fingerprints -- SENTENCES... >> src/import/vocabulary/boilerplate.txt`

#![expect(clippy::print_stdout, reason = "what it makes goes to standard output")]

use kompass::import::Boilerplate;

fn main() -> std::io::Result<()> {
    let mut known = Boilerplate::default();
    for path in std::env::args().skip(1) {
        known.learn(&std::fs::read_to_string(path)?);
    }
    print!("{}", known.index());
    Ok(())
}
