//! Names that change with what they name, so that browsers may keep a file for ever.

use rayon::prelude::*;
use sha2::{Digest, Sha256};

/// Sixteen hexadecimal digits that change with every byte of `parts` and with where one
/// part ends.
pub(crate) fn fingerprint<'b>(parts: impl IntoIterator<Item = &'b [u8]>) -> String {
    let parts: Vec<_> = parts.into_iter().collect();
    let digests: Vec<_> = parts.into_par_iter().map(Sha256::digest).collect();
    let mut whole = Sha256::new();
    for digest in digests {
        whole.update(digest);
    }
    let digest = whole.finalize();
    let print = digest.iter().take(8).fold(0, |print: u64, byte| print << 8 | u64::from(*byte));
    format!("{print:016x}")
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn every_byte_and_every_end_counts() {
        let parts: [&[&[u8]]; 4] = [&[b"ab", b"c"], &[b"a", b"bc"], &[b"abc"], &[b"abd"]];
        let mut prints: Vec<_> = parts.iter().map(|parts| fingerprint(parts.iter().copied())).collect();
        assert!(prints.iter().all(|print| print.len() == 16));
        prints.sort_unstable();
        prints.dedup();
        assert_eq!(prints.len(), 4);
    }
}
