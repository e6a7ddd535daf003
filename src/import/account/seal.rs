//! By what a file that an import has written is known again.

use sha2::{Digest, Sha256};

/// A line of the import report by which a file is known again: its name and the
/// beginning of its SHA-256.
pub(crate) fn seal(name: &str, bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let start = digest.iter().take(8).fold(0, |start: u64, byte| start << 8 | u64::from(*byte));
    format!("- `{name}`: `{start:016x}`")
}
