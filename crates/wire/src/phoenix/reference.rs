//! `ref` and `join_ref`: a client's own names for its messages, repeated to it as it wrote them.

use std::ops::Deref;

use serde_json::value::RawValue;

use super::encode::put_string;
use super::{MAX_FIELD, NoMessage};

/// Any JSON scalar: official clients count in strings, others in numbers. It is JSON text, equal
/// where the value is written alike; a string has one way to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ref(Box<str>);

impl Ref {
    pub(super) fn read(raw: &RawValue) -> Result<Self, NoMessage> {
        let json = raw.get();
        let name = match json.as_bytes().first() {
            Some(b'[' | b'{') => return Err(NoMessage::Json),
            Some(b'"') => {
                Self::of_text(&serde_json::from_str::<String>(json).map_err(|_| NoMessage::Json)?)
            }
            _ => Self(json.into()),
        };
        // Two quotes are not counted by binary frames.
        if name.len() <= MAX_FIELD + 2 { Ok(name) } else { Err(NoMessage::Json) }
    }

    pub(super) fn of_text(text: &str) -> Self {
        let mut json = Vec::with_capacity(text.len() + 2);
        put_string(&mut json, text);
        Self(String::from_utf8_lossy(&json).into())
    }
}

/// Its JSON.
impl Deref for Ref {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<Ref> for Box<str> {
    fn from(name: Ref) -> Self {
        name.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<String, NoMessage> {
        let raw: &RawValue = serde_json::from_str(json).unwrap();
        Ref::read(raw).map(|name| name.to_string())
    }

    #[test]
    fn every_scalar_is_repeated_as_it_was_written() {
        for json in
            ["0", "7", "-1", "1.0", "1e3", "12345678901234567890", "true", "false", r#""7""#]
        {
            assert_eq!(read(json).as_deref(), Ok(json));
        }
        assert_eq!(read(r#""\u0037""#).as_deref(), Ok(r#""7""#), "the same string");
        assert_ne!(read("7"), read(r#""7""#), "a number is no string");
        assert_eq!(*Ref::of_text("7"), *r#""7""#, "as in a binary frame");
    }

    #[test]
    fn what_is_no_scalar_or_too_long_is_refused() {
        let long = format!("\"{}\"", "r".repeat(MAX_FIELD + 1));
        for json in ["[]", "{}", "[1]", &long] {
            assert_eq!(read(json), Err(NoMessage::Json), "{json}");
        }
        assert!(read(&format!("\"{}\"", "r".repeat(MAX_FIELD))).is_ok());
    }
}
