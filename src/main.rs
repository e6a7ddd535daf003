//! The command line of Kompass.

use std::process::ExitCode;

/// Rendering makes and drops small strings by the million; see `Cargo.toml`.
#[cfg(not(target_env = "msvc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    kompass::cli::run()
}
