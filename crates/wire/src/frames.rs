//! Bytes as they come, cut into WebSocket frames, of either direction. For who has to cost less than
//! the other end: nothing is copied but what is still incomplete, and no message is put together.

use thiserror::Error;

use super::frame::FIN;
use super::masked::MASKED;

/// A message in pieces, which is not put together here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a message in pieces: only whole ones are read here")]
pub struct InPieces;

/// What stands before a payload.
struct PayloadHead {
    opcode: u8,
    mask: [u8; 4],
    /// Bytes of the head itself.
    size: usize,
    /// Bytes of the payload.
    len: u64,
}

/// The frames of one connection.
#[derive(Debug, Default)]
pub struct FrameReader {
    bytes: Vec<u8>,
    /// Where the next frame starts.
    at: usize,
}

impl FrameReader {
    /// Takes what a read brought.
    pub fn push(&mut self, bytes: &[u8]) {
        if self.at == self.bytes.len() {
            self.bytes.clear();
            self.at = 0;
        } else if self.at > self.bytes.len() / 2 {
            self.bytes.drain(..self.at);
            self.at = 0;
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// The next whole frame: its opcode and payload; none until more has come.
    ///
    /// # Errors
    /// Where a message comes in pieces.
    #[allow(clippy::should_implement_trait, reason = "what it returns is borrowed from it")]
    pub fn next(&mut self) -> Result<Option<(u8, &[u8])>, InPieces> {
        let Some(PayloadHead { opcode, mask, size, len }) = self.head()? else { return Ok(None) };
        let start = self.at + size;
        // A length is only compared with what has come: nothing is reserved for it.
        if ((self.bytes.len() - start) as u64) < len {
            return Ok(None);
        }
        self.at = start + len as usize;
        let payload = &mut self.bytes[start..self.at];
        if mask != [0; 4] {
            payload.iter_mut().zip(mask.iter().cycle()).for_each(|(byte, key)| *byte ^= key);
        }
        Ok(Some((opcode, payload)))
    }

    fn head(&self) -> Result<Option<PayloadHead>, InPieces> {
        let bytes = &self.bytes[self.at..];
        let [first, second, ..] = *bytes else { return Ok(None) };
        if first & FIN == 0 {
            return Err(InPieces);
        }
        let wide = match second & !MASKED {
            126 => 2,
            127 => 8,
            _ => 0,
        };
        let masks = if second & MASKED == 0 { 0 } else { 4 };
        let size = 2 + wide + masks;
        if bytes.len() < size {
            return Ok(None);
        }
        let long = bytes[2..2 + wide].iter().fold(0, |len, byte| len << 8 | u64::from(*byte));
        let len = if wide == 0 { u64::from(second & !MASKED) } else { long };
        let mut mask = [0; 4];
        mask[..masks].copy_from_slice(&bytes[2 + wide..size]);
        Ok(Some(PayloadHead { opcode: first & 0x0f, mask, size, len }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::{self, BINARY, PING};
    use crate::masked;

    #[test]
    fn frames_of_every_size_come_back_whole_however_they_are_cut() {
        let payloads = [vec![], vec![1; 125], vec![2; 126], vec![3; 65_535], vec![4; 65_536]];
        let mut wire = Vec::new();
        for payload in &payloads {
            masked::put(&mut wire, PING, payload);
            wire.extend_from_slice(&frame::binary(payload));
        }
        for cut in [1, 7, 4_096, wire.len()] {
            let mut frames = FrameReader::default();
            let mut got = Vec::new();
            for piece in wire.chunks(cut) {
                frames.push(piece);
                while let Some((opcode, payload)) = frames.next().unwrap() {
                    got.push((opcode, payload.to_vec()));
                }
            }
            let want = payloads.iter().flat_map(|p| [(PING, p.clone()), (BINARY, p.clone())]);
            assert_eq!(got, want.collect::<Vec<_>>(), "cut into pieces of {cut}");
        }
    }

    #[test]
    fn a_mask_is_taken_off() {
        let mut frames = FrameReader::default();
        frames.push(&[FIN | BINARY, MASKED | 5, 1, 2, 3, 4, 0, 0, 0, 0, 0]);
        assert_eq!(frames.next(), Ok(Some((BINARY, [1, 2, 3, 4, 1].as_slice()))));
        assert_eq!(frames.next(), Ok(None));
    }

    #[test]
    fn the_longest_length_is_waited_for_and_pieces_are_refused() {
        let mut frames = FrameReader::default();
        frames.push(&masked::head(FIN | BINARY, u64::MAX));
        frames.push(&[0; 100]);
        assert_eq!(frames.next(), Ok(None));
        let mut frames = FrameReader::default();
        frames.push(&masked::head(BINARY, 0));
        assert_eq!(frames.next(), Err(InPieces));
    }
}
