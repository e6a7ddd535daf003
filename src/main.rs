//! The command line of Kompass.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Rendering makes and drops millions of small values on all threads; the
/// system's allocator spends a quarter of a build on them.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    kompass::cli::run()
}
