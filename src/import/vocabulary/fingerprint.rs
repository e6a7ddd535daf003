//! Numbers that stand for words: what has been learnt from texts is kept as
//! such, and found again.

/// FNV-1a of `bytes`, which is the same everywhere and for ever. Of nothing it
/// is [`NOTHING`].
pub fn fingerprint(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(NOTHING, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The fingerprint of no bytes.
pub const NOTHING: u32 = 0x811c_9dc5;
