//! The command line of Kompass.

use std::process::ExitCode;

fn main() -> ExitCode {
    kompass::cli::run()
}
