//! Bytes inside JSON, in every form that JavaScript clients make of them.

use std::fmt;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, STANDARD};
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Bytes that stood in JSON as an array of integers, as base64 (either alphabet, padded or not),
/// as `{"0":1,"1":24}` (a `Uint8Array`) or as `{"type":"Buffer","data":[1,24]}` (Node's).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bin(pub Vec<u8>);

const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const STD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);

impl<'de> Deserialize<'de> for Bin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Forms).map(Self)
    }
}

struct Forms;

impl<'de> Visitor<'de> for Forms {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes as an array of integers, as base64, or as an object of either kind")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Vec<u8>, E> {
        let url = text.bytes().any(|b| matches!(b, b'-' | b'_'));
        let engine = if url { &URL } else { &STD };
        engine.decode(text).map_err(|_| E::custom("this is no base64"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<u8>, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = seq.next_element::<u8>()? {
            bytes.push(byte);
        }
        Ok(bytes)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<u8>, A::Error> {
        let mut bytes = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "type" => drop(map.next_value::<String>()?),
                "data" => return finish(map.next_value::<Bin>()?.0, map),
                // JavaScript writes the integer keys of an object in ascending order.
                _ if key.parse() == Ok(bytes.len()) => bytes.push(map.next_value()?),
                _ => return Err(A::Error::custom("this is no object of bytes")),
            }
        }
        Ok(bytes)
    }
}

/// Passes over what follows in the object.
fn finish<'de, A: MapAccess<'de>>(bytes: Vec<u8>, mut map: A) -> Result<Vec<u8>, A::Error> {
    while map.next_entry::<String, serde::de::IgnoredAny>()?.is_some() {}
    Ok(bytes)
}

/// Every byte as decimal digits and a comma, and how many of the four places that takes.
const DIGITS: [([u8; 4], usize); 256] = {
    let mut table = [([b','; 4], 0); 256];
    let mut byte = 0;
    while byte < 256 {
        let digits =
            [b'0' + (byte / 100) as u8, b'0' + (byte / 10 % 10) as u8, b'0' + (byte % 10) as u8];
        let leading = if byte >= 100 {
            0
        } else if byte >= 10 {
            1
        } else {
            2
        };
        let mut at = leading;
        while at < 3 {
            table[byte].0[at - leading] = digits[at];
            at += 1;
        }
        table[byte].1 = 4 - leading;
        byte += 1;
    }
    table
};

/// Appends bytes as a JSON array of integers: 3.6 bytes of text a byte. Four places are written for
/// each and overwritten by the next, which is faster than to ask how many it takes.
pub fn put_array(out: &mut Vec<u8>, bytes: &[u8]) {
    let start = out.len();
    out.resize(start + bytes.len() * 4 + 2, 0);
    out[start] = b'[';
    let mut at = start + 1;
    for byte in bytes {
        let (digits, len) = &DIGITS[usize::from(*byte)];
        out[at..at + 4].copy_from_slice(digits);
        at += len;
    }
    // The last comma, where there is one.
    at -= usize::from(!bytes.is_empty());
    out[at] = b']';
    out.truncate(at + 1);
}

/// Appends bytes as a JSON string of padded base64.
pub fn put_base64(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'"');
    out.extend_from_slice(STANDARD.encode(bytes).as_bytes());
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<Vec<u8>> {
        serde_json::from_str(json).ok().map(|Bin(bytes)| bytes)
    }

    #[test]
    fn every_form_says_the_same_bytes() {
        for json in [
            "[251,255,1]",
            r#""-_8B""#,
            r#""+/8B""#,
            r#"{"0":251,"1":255,"2":1}"#,
            r#"{"type":"Buffer","data":[251,255,1]}"#,
            r#"{"data":"+/8B","type":"Buffer"}"#,
        ] {
            assert_eq!(read(json), Some(vec![251, 255, 1]), "{json}");
        }
        assert_eq!(read(r#""AQ""#), Some(vec![1]));
        assert_eq!(read(r#""AQ==""#), Some(vec![1]));
        assert_eq!(read("{}"), Some(vec![]), "an empty Uint8Array");
    }

    #[test]
    fn what_is_no_byte_is_refused() {
        for json in [
            "[256]",
            "[-1]",
            "[1.5]",
            "[null]",
            "7",
            "null",
            r#""?""#,
            r#"{"1":1}"#,
            r#"{"0":1,"2":1}"#,
        ] {
            assert_eq!(read(json), None, "{json}");
        }
    }

    #[test]
    fn written_bytes_are_read_back() {
        let all: Vec<u8> = (0..=255).collect();
        for put in [put_array, put_base64] {
            let mut json = Vec::new();
            put(&mut json, &all);
            assert_eq!(serde_json::from_slice::<Bin>(&json).unwrap().0, all);
        }
        let mut none = Vec::new();
        put_array(&mut none, &[]);
        assert_eq!(none, b"[]");
    }
}
