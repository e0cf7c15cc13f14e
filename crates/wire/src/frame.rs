//! WebSocket frames as a server sends them (RFC 6455 §5.2): unmasked, whole, 2 to 10 bytes of
//! header. Made by us, so that one framed `Bytes` serves every seat of a room.

use bytes::Bytes;

/// The bit of the first byte that ends a message.
pub const FIN: u8 = 0x80;
/// The opcode of text.
pub const TEXT: u8 = 0x1;
/// The opcode of bytes.
pub const BINARY: u8 = 0x2;
/// The opcode of a close.
pub const CLOSE: u8 = 0x8;
/// The opcode of a ping, to be answered by a pong with the same payload.
pub const PING: u8 = 0x9;
/// The opcode of that answer.
pub const PONG: u8 = 0xa;

/// The longest header of a server's frame: opcode, length marker, eight bytes of length.
pub const MAX_HEADER: usize = 10;

/// The longest reason of a close in bytes: a control frame holds 125, and two are the code.
pub const MAX_REASON: usize = 123;

/// Frames a binary message.
#[must_use]
pub fn binary(payload: &[u8]) -> Bytes {
    let mut out = Vec::with_capacity(payload.len() + MAX_HEADER);
    header(&mut out, BINARY, payload.len());
    out.extend_from_slice(payload);
    out.into()
}

/// Frames the binary message that `payload` appends, which has room for so many bytes. It is written
/// where it stays.
#[must_use]
pub fn binary_of(room: usize, payload: impl FnOnce(&mut Vec<u8>)) -> Bytes {
    framed(BINARY, room, payload)
}

/// Frames the text that `payload` appends. It is written where it stays: a pad as an array of
/// integers is 2 MB.
#[must_use]
pub fn text(payload: impl FnOnce(&mut Vec<u8>)) -> Bytes {
    framed(TEXT, 0, payload)
}

fn framed(opcode: u8, room: usize, payload: impl FnOnce(&mut Vec<u8>)) -> Bytes {
    let mut out = Vec::with_capacity(MAX_HEADER + room + MAX_HEADER);
    out.resize(MAX_HEADER, 0);
    payload(&mut out);
    // How long the header is shows only now: it ends where the payload begins.
    let end = out.len();
    header(&mut out, opcode, end - MAX_HEADER);
    let start = MAX_HEADER - (out.len() - end);
    out.copy_within(end.., start);
    out.truncate(end);
    Bytes::from(out).slice(start..)
}

/// Frames a close with its code (RFC 6455 §7.4) and reason.
#[must_use]
pub fn close(code: u16, reason: &str) -> Bytes {
    close_with(Some((code, reason)))
}

/// Frames a close with this code and reason, or with neither. A longer reason than fits is left
/// out.
#[must_use]
pub fn close_with(said: Option<(u16, &str)>) -> Bytes {
    let mut payload = Vec::new();
    if let Some((code, reason)) = said {
        let fits = reason.len() <= MAX_REASON;
        payload.extend_from_slice(&code.to_be_bytes());
        payload.extend_from_slice(if fits { reason } else { "" }.as_bytes());
    }
    let mut out = Vec::with_capacity(payload.len() + 2);
    header(&mut out, CLOSE, payload.len());
    out.extend_from_slice(&payload);
    out.into()
}

/// Whether these begin with a close.
#[must_use]
pub fn is_close(frames: &[u8]) -> bool {
    frames.first() == Some(&(FIN | CLOSE))
}

/// The payload of the first of these frames of ours, whether it is text, and what follows it. The
/// way back, for carriers that have frames of their own.
#[must_use]
pub fn split(frames: &[u8]) -> Option<(bool, &[u8], &[u8])> {
    let (head, rest) = frames.split_first_chunk::<2>()?;
    let (len, rest) = match head[1] {
        126 => rest.split_first_chunk::<2>().map(|(n, rest)| (u16::from_be_bytes(*n).into(), rest)),
        127 => rest.split_first_chunk::<8>().map(|(n, rest)| (u64::from_be_bytes(*n), rest)),
        short => Some((u64::from(short), rest)),
    }?;
    let (payload, rest) = rest.split_at_checked(usize::try_from(len).ok()?)?;
    Some((head[0] == FIN | TEXT, payload, rest))
}

/// An empty ping: answered by the browser itself, unseen by the page.
#[must_use]
pub fn ping() -> Bytes {
    Bytes::from_static(&[FIN | PING, 0])
}

fn header(out: &mut Vec<u8>, opcode: u8, len: usize) {
    out.push(FIN | opcode);
    match len {
        0..=125 => out.push(len as u8),
        126..=0xffff => {
            out.push(126);
            out.extend_from_slice(&(len as u16).to_be_bytes());
        }
        _ => {
            out.push(127);
            out.extend_from_slice(&(len as u64).to_be_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_take_the_shortest_form() {
        for (len, header) in [(0, 2), (125, 2), (126, 4), (65_535, 4), (65_536, 10)] {
            assert_eq!(binary(&vec![0; len]).len(), len + header, "{len}");
            let two = [text(|out| out.resize(out.len() + len, 7)), ping()].concat();
            let (is_text, payload, rest) = split(&two).unwrap();
            assert!(is_text && payload.len() == len && rest == ping(), "{len}");
            let bytes = vec![7; len];
            assert_eq!(binary_of(len, |out| out.extend_from_slice(&bytes)), binary(&bytes));
        }
        assert_eq!(binary(&[7])[..], [0x82, 1, 7]);
    }

    #[test]
    fn a_close_tells_code_and_reason() {
        let frame = close(4410, "ended");
        assert_eq!(frame[..4], [0x88, 7, 0x11, 0x3a]);
        assert_eq!(&frame[4..], b"ended");
        assert_eq!(close_with(Some((1000, "")))[..], [0x88, 2, 3, 0xe8]);
        assert_eq!(close_with(None)[..], [0x88, 0], "nothing was said");
        assert_eq!(close_with(Some((1000, &"r".repeat(124))))[..2], [0x88, 2], "too long for one");
    }
}
