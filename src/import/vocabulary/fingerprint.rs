//! Numbers that stand for words: what has been learnt from texts is kept as
//! such, and found again.

/// The 32-bit FNV-1a hash of `bytes`: unlike the hashes of the standard library
/// it never changes, so that it can be written to files. Of no bytes it is
/// [`NOTHING`].
pub(crate) fn fingerprint(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(NOTHING, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The fingerprint of no bytes.
pub(crate) const NOTHING: u32 = 0x811c_9dc5;
