//! WebSocket frames as a client sends them, masked with zero: legal, and what they carry stays as it is.
//! For generators and tests that write bytes themselves; who speaks for people takes a library, whose
//! masks can't be foreseen (RFC 6455 §10.3).

use super::frame::FIN;

/// The bit of the second byte that announces a mask.
pub(crate) const MASKED: u8 = 0x80;

/// The longest head of a client's frame: opcode, length marker, eight bytes of length, mask.
pub const MAX_HEAD: usize = 14;

/// The head of a frame that says it has so many bytes. `first` is opcode and bits as they stand.
#[must_use]
pub fn head(first: u8, len: u64) -> Vec<u8> {
    let mut out = Vec::with_capacity(MAX_HEAD);
    put_head(&mut out, first, len);
    out
}

/// One whole frame.
#[must_use]
pub fn frame(opcode: u8, payload: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(payload.len() + MAX_HEAD);
    put(&mut out, opcode, payload);
    out
}

/// Appends one whole frame.
pub fn put(out: &mut Vec<u8>, opcode: u8, payload: &[u8]) {
    put_head(out, FIN | opcode, payload.len() as u64);
    out.extend_from_slice(payload);
}

fn put_head(out: &mut Vec<u8>, first: u8, len: u64) {
    out.push(first);
    match len {
        0..=125 => out.push(MASKED | len as u8),
        126..=0xffff => {
            out.push(MASKED | 126);
            out.extend_from_slice(&(len as u16).to_be_bytes());
        }
        _ => {
            out.push(MASKED | 127);
            out.extend_from_slice(&len.to_be_bytes());
        }
    }
    out.extend_from_slice(&[0; 4]);
}
