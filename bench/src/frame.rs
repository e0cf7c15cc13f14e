//! WebSocket frames (RFC 6455 §5) made and read by hand: a bench must cost less than what it measures.

use anyhow::{Result, bail};

/// Opcodes that occur here.
pub(crate) const TEXT: u8 = 1;
/// Bytes.
pub(crate) const BINARY: u8 = 2;
/// The peer closes.
pub(crate) const CLOSE: u8 = 8;
/// To be answered by a pong with the same payload.
pub(crate) const PING: u8 = 9;
/// The answer.
pub(crate) const PONG: u8 = 10;

/// The bit of the first byte that ends a message.
const FIN: u8 = 0x80;
/// The bit of the second byte that announces a mask.
const MASKED: u8 = 0x80;

/// Appends a frame as a client sends it. The mask is zero: legal, and the payload stays as it is.
pub(crate) fn put(opcode: u8, payload: &[u8], out: &mut Vec<u8>) {
    out.push(FIN | opcode);
    match payload.len() {
        len @ 0..126 => out.push(MASKED | len as u8),
        len @ 126..0x1_0000 => {
            out.push(MASKED | 126);
            out.extend_from_slice(&(len as u16).to_be_bytes());
        }
        len => {
            out.push(MASKED | 127);
            out.extend_from_slice(&(len as u64).to_be_bytes());
        }
    }
    out.extend_from_slice(&[0; 4]);
    out.extend_from_slice(payload);
}

/// One frame as a client sends it.
pub(crate) fn whole(opcode: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = Vec::new();
    put(opcode, payload, &mut frame);
    frame
}

/// What stands before a payload.
struct Header {
    opcode: u8,
    mask: [u8; 4],
    /// Bytes of the header itself.
    size: usize,
    /// Bytes of the payload.
    len: usize,
}

/// Bytes as they come, cut into frames.
#[derive(Default)]
pub(crate) struct Frames {
    bytes: Vec<u8>,
    /// Where the next frame starts.
    at: usize,
}

impl Frames {
    /// Takes what a read brought.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        if self.at == self.bytes.len() {
            self.bytes.clear();
            self.at = 0;
        } else if self.at > self.bytes.len() / 2 {
            self.bytes.drain(..self.at);
            self.at = 0;
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// The next whole frame: its opcode and payload.
    pub(crate) fn next(&mut self) -> Result<Option<(u8, &[u8])>> {
        let Some(Header { opcode, mask, size, len }) = self.header()? else { return Ok(None) };
        let start = self.at + size;
        if self.bytes.len() < start + len {
            return Ok(None);
        }
        self.at = start + len;
        let payload = &mut self.bytes[start..start + len];
        if mask != [0; 4] {
            payload.iter_mut().zip(mask.iter().cycle()).for_each(|(byte, key)| *byte ^= key);
        }
        Ok(Some((opcode, payload)))
    }

    fn header(&self) -> Result<Option<Header>> {
        let bytes = &self.bytes[self.at..];
        let [first, second, ..] = *bytes else { return Ok(None) };
        if first & FIN == 0 {
            bail!("a message in pieces: nobody here sends those");
        }
        let wide = match second & 0x7f {
            126 => 2,
            127 => 8,
            _ => 0,
        };
        let masks = if second & MASKED == 0 { 0 } else { 4 };
        let size = 2 + wide + masks;
        if bytes.len() < size {
            return Ok(None);
        }
        let long = bytes[2..2 + wide].iter().fold(0, |len, byte| len << 8 | usize::from(*byte));
        let len = if wide == 0 { usize::from(second & 0x7f) } else { long };
        let mut mask = [0; 4];
        mask[..masks].copy_from_slice(&bytes[2 + wide..size]);
        Ok(Some(Header { opcode: first & 0x0f, mask, size, len }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_of_every_size_come_back_whole_however_they_are_cut() {
        let payloads = [vec![], vec![1; 125], vec![2; 126], vec![3; 65_535], vec![4; 65_536]];
        let mut wire = Vec::new();
        for payload in &payloads {
            put(PING, payload, &mut wire);
            wire.extend_from_slice(&fadepad_wire::frame::binary(payload));
        }
        for cut in [1, 7, 4_096, wire.len()] {
            let mut frames = Frames::default();
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
}
