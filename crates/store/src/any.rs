//! Turns the values of ContentJSON, as yjs wrote them until 2020, into lib0's `Any` as it writes
//! them now: the same values, for readers that know no other.

use fadepad_lib0::{Reader, put_uint};

use crate::error::Malformed;
use crate::json::{self, Parts, escaped_unit, starts_pair};
use crate::value::tag;

/// What yjs wrote for `undefined`, which is no JSON.
const UNDEFINED: &str = "undefined";

/// The largest integer that lib0 writes as one (`BITS31`).
const MAX_INTEGER: f64 = 0x7fff_ffff_u32 as f64;

/// Steps over one value.
pub(crate) fn skip_json(reader: &mut Reader<'_>) -> Result<(), Malformed> {
    put(&mut AnyWriter::default(), reader.string()?)
}

/// The values of a checked body.
pub(crate) fn of_json(body: &[u8], count: u32) -> Result<Vec<u8>, Malformed> {
    let mut reader = Reader::new(body);
    let mut writer = AnyWriter::default();
    for _ in 0..count {
        put(&mut writer, reader.string()?)?;
    }
    Ok(writer.out)
}

fn put(writer: &mut AnyWriter, text: &str) -> Result<(), Malformed> {
    if text == UNDEFINED {
        writer.out.push(tag::UNDEFINED);
        return Ok(());
    }
    json::walk(text, writer).map(drop)
}

/// lib0's `writeAny`, part by part.
#[derive(Default)]
struct AnyWriter {
    out: Vec<u8>,
    /// Arrays and objects around the cursor: where the count of their elements belongs, and the
    /// count so far. No more than values may be nested.
    open: Vec<(usize, u32)>,
}

impl AnyWriter {
    fn count(&mut self) {
        if let Some((_, count)) = self.open.last_mut() {
            *count += 1;
        }
    }

    fn put_text(&mut self, raw: &[u8]) {
        let text = unescape(raw);
        put_uint(&mut self.out, text.len() as u64);
        self.out.extend_from_slice(&text);
    }

    fn put_number(&mut self, number: f64) {
        if number.fract() == 0.0 && number.abs() <= MAX_INTEGER {
            self.out.push(tag::INTEGER);
            put_integer(&mut self.out, number);
        } else if f64::from(number as f32) == number {
            self.out.push(tag::FLOAT32);
            self.out.extend_from_slice(&(number as f32).to_be_bytes());
        } else {
            self.out.push(tag::FLOAT64);
            self.out.extend_from_slice(&number.to_be_bytes());
        }
    }
}

impl Parts for AnyWriter {
    const STAYS_JSON: bool = false;

    fn open(&mut self, object: bool) {
        self.count();
        self.out.push(if object { tag::OBJECT } else { tag::ARRAY });
        self.open.push((self.out.len(), 0));
    }

    fn close(&mut self) {
        let Some((at, count)) = self.open.pop() else { return };
        // How many there are is known only at the end.
        let mut head = Vec::new();
        put_uint(&mut head, u64::from(count));
        self.out.splice(at..at, head);
    }

    fn key(&mut self, raw: &[u8]) {
        self.put_text(raw);
    }

    fn scalar(&mut self, raw: &[u8]) {
        self.count();
        match raw {
            b"true" => self.out.push(tag::TRUE),
            b"false" => self.out.push(tag::FALSE),
            b"null" => self.out.push(tag::NULL),
            [b'"', text @ .., _] => {
                self.out.push(tag::STRING);
                self.put_text(text);
            }
            number => {
                let number = str::from_utf8(number).ok().and_then(|number| number.parse().ok());
                self.put_number(number.unwrap_or(f64::NAN));
            }
        }
    }
}

/// `writeVarInt`: the first byte has a sign, also that of zero, and six bits.
fn put_integer(out: &mut Vec<u8>, number: f64) {
    let mut rest = number.abs() as u64;
    let sign = if number.is_sign_negative() { 0x40 } else { 0 };
    let more = if rest > 0x3f { 0x80 } else { 0 };
    out.push(more | sign | (rest & 0x3f) as u8);
    rest >>= 6;
    if more != 0 {
        put_uint(out, rest);
    }
}

/// A checked string with its escapes undone; what is half of a pair becomes U+FFFD.
fn unescape(raw: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(raw.len());
    let mut at = 0;
    while at < raw.len() {
        at += match (raw[at], escaped_unit(raw, at)) {
            (_, Some(unit)) => {
                let second = escaped_unit(raw, at + 6).filter(|_| starts_pair(unit, raw, at));
                let units = [Some(unit), second];
                for unit in char::decode_utf16(units.into_iter().flatten()) {
                    let unit = unit.unwrap_or(char::REPLACEMENT_CHARACTER);
                    text.extend_from_slice(unit.encode_utf8(&mut [0; 4]).as_bytes());
                }
                if second.is_some() { 12 } else { 6 }
            }
            (b'\\', None) => {
                text.push(match raw.get(at + 1).copied().unwrap_or(b'\\') {
                    b'b' => 0x08,
                    b'f' => 0x0c,
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    itself => itself,
                });
                2
            }
            (byte, None) => {
                text.push(byte);
                1
            }
        };
    }
    text
}
