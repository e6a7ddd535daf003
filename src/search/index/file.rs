//! The files of an index: numbers in few bytes, and gzip around all.

use std::io;

use libdeflater::{CompressionLvl, Compressor};

/// Stands first in every file, before compression; the last byte is the version
/// of the format. A file that begins with it has been decompressed on its way.
pub(super) const MARK: [u8; 4] = *b"KSI\x01";

/// How much effort goes into compression. Level 6 makes an index 6 % smaller and takes twice
/// the time; 0 does not compress.
const LEVEL: i32 = 1;

/// A file being written.
pub(super) struct File(Vec<u8>);

impl File {
    pub(super) fn new() -> Self {
        Self(MARK.to_vec())
    }

    /// Adds a number: seven bits a byte, the lowest first, the eighth bit set in
    /// all bytes but the last (LEB128).
    pub(super) fn number(&mut self, number: usize) {
        add_number(&mut self.0, number);
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Adds a word as it differs from the word before it: how many bytes they share
    /// at their beginning, how many follow, and these.
    pub(super) fn word(&mut self, before: &str, word: &str) {
        let shared = before.bytes().zip(word.bytes()).take_while(|(one, other)| one == other).count();
        let rest = word.as_bytes().get(shared..).unwrap_or_default();
        self.number(shared);
        self.number(rest.len());
        self.bytes(rest);
    }

    /// The finished file, with the same bytes wherever it is made.
    pub(super) fn compressed(&self) -> io::Result<Vec<u8>> {
        let mut compressor = Compressor::new(CompressionLvl::new(LEVEL).unwrap_or_default());
        let mut bytes = vec![0; compressor.gzip_compress_bound(self.0.len())];
        let length = compressor.gzip_compress(&self.0, &mut bytes).map_err(io::Error::other)?;
        bytes.truncate(length);
        bytes.shrink_to_fit();
        Ok(bytes)
    }
}

/// Adds a number as [`File::number`] does.
pub(super) fn add_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(low(number) | 0x80);
        number >>= 7;
    }
    bytes.push(low(number));
}

/// The lowest seven bits.
#[expect(clippy::cast_possible_truncation, reason = "seven bits fit into a byte")]
fn low(number: usize) -> u8 {
    (number & 0x7f) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_seven_bits_a_byte() {
        for (number, expected) in [(0, vec![0]), (127, vec![127]), (128, vec![0x80, 1]), (300, vec![0xac, 2])]
        {
            let mut bytes = Vec::new();
            add_number(&mut bytes, number);
            assert_eq!(bytes, expected);
        }
    }

    #[test]
    fn words_share_their_beginning() {
        let mut file = File::new();
        file.word("kommun", "kompass");
        assert_eq!(file.0, [&MARK[..], &[3, 4], b"pass"].concat());
    }
}
