//! Phoenix Channels: the messages of the official client (phoenix.js 1.8, `serializer.js`), V1 and
//! V2 as JSON text, V2 as binary.

mod bin;
mod encode;
mod reference;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use thiserror::Error;

pub use self::bin::{Bin, put_array, put_base64};
pub use self::encode::{
    Head, binary_broadcast, binary_message, binary_push, binary_reply, put_string, put_text,
};
pub use self::reference::Ref;

/// The longest topic, event or reference in bytes: binary frames count them in one byte.
pub const MAX_FIELD: usize = 255;

/// How a client wants to be spoken to (`vsn`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// 1.x: JSON objects. Also for who says nothing.
    V1,
    /// 2.x: JSON arrays, and binary frames.
    V2,
}

impl Version {
    /// Reads `vsn`, as `~> 1.0.0` and `~> 2.0.0` do; `None` where it is another.
    #[must_use]
    pub fn parse(vsn: Option<&str>) -> Option<Self> {
        let fits = |rest: &str| {
            rest.is_empty()
                || rest.strip_prefix(".0").is_some_and(|patch| {
                    let digits =
                        patch.strip_prefix('.').map(|n| n.bytes().all(|b| b.is_ascii_digit()));
                    patch.is_empty() || digits == Some(true)
                })
        };
        match vsn?.split_at_checked(1)? {
            ("1", rest) if fits(rest) => Some(Self::V1),
            ("2", rest) if fits(rest) => Some(Self::V2),
            _ => None,
        }
    }
}

/// One message, of a client or a server.
#[derive(Debug)]
pub struct Message<'a> {
    /// The join that the sender believes to be valid.
    pub join_ref: Option<Ref>,
    /// The sender's name for this message; a reply repeats it.
    pub reference: Option<Ref>,
    /// What it is about.
    pub topic: String,
    /// What happens.
    pub event: String,
    /// With what.
    pub payload: Payload<'a>,
}

/// What a message brings.
#[derive(Debug)]
pub enum Payload<'a> {
    /// JSON, not read yet.
    Json(&'a str),
    /// Bytes as they are.
    Binary(&'a [u8]),
}

/// What is no message of a Phoenix client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoMessage {
    /// JSON that Phoenix would refuse as well, such as a message without a payload: somebody's
    /// mistake, and no attack.
    #[error("this JSON is no message of a Phoenix client")]
    Json,
    /// Bytes of no known form.
    #[error("this is no message of a Phoenix client")]
    Bytes,
}

#[derive(Deserialize)]
struct V2<'a>(
    #[serde(borrow)] Option<&'a RawValue>,
    #[serde(borrow)] Option<&'a RawValue>,
    String,
    String,
    #[serde(borrow)] &'a RawValue,
);

#[derive(Deserialize)]
struct V1<'a> {
    #[serde(borrow)]
    join_ref: Option<&'a RawValue>,
    #[serde(rename = "ref", borrow)]
    reference: Option<&'a RawValue>,
    topic: String,
    event: String,
    #[serde(borrow)]
    payload: &'a RawValue,
}

impl<'a> Message<'a> {
    /// Reads a text frame.
    ///
    /// # Errors
    /// Where it is no message of this version.
    pub fn from_text(version: Version, text: &'a str) -> Result<Self, NoMessage> {
        let (join_ref, reference, topic, event, payload) = match version {
            Version::V2 => {
                let V2(join_ref, reference, topic, event, payload) = read(text)?;
                (join_ref, reference, topic, event, payload)
            }
            Version::V1 => {
                let V1 { join_ref, reference, topic, event, payload } = read(text)?;
                (join_ref, reference, topic, event, payload)
            }
        };
        let named = |raw: Option<&RawValue>| raw.map(Ref::read).transpose();
        let (join_ref, reference) = (named(join_ref)?, named(reference)?);
        let payload = Payload::Json(payload.get());
        Self { join_ref, reference, topic, event, payload }.checked(NoMessage::Json)
    }

    /// Reads a client's binary frame: `00`, the lengths of join_ref, ref, topic and event in a byte each,
    /// these four, and the payload. Only V2 has them.
    ///
    /// # Errors
    /// Where it is no push.
    pub fn from_binary(bytes: &'a [u8]) -> Result<Self, NoMessage> {
        let (0, rest) = kind(bytes)? else { return Err(NoMessage::Bytes) };
        let (head, payload) = fields(rest)?;
        Self::binary(head, payload)
    }

    /// Reads a server's binary frame: a push to one member (`00`), a reply (`01`), whose status stands in the
    /// place of the event, or a message to all members (`02`).
    ///
    /// # Errors
    /// Where it is none of these.
    pub fn from_server(bytes: &'a [u8]) -> Result<Self, NoMessage> {
        let (kind, rest) = kind(bytes)?;
        let (head, payload) = match kind {
            0 => {
                let ([join_ref, topic, event], payload) = fields(rest)?;
                ([join_ref, "", topic, event], payload)
            }
            1 => fields(rest)?,
            2 => {
                let ([topic, event], payload) = fields(rest)?;
                (["", "", topic, event], payload)
            }
            _ => return Err(NoMessage::Bytes),
        };
        Self::binary(head, payload)
    }

    /// Of join_ref, ref, topic and event or status, in this order.
    fn binary(head: [&str; 4], payload: &'a [u8]) -> Result<Self, NoMessage> {
        let [join_ref, reference, topic, event] = head;
        let named = |text: &str| (!text.is_empty()).then(|| Ref::of_text(text));
        let (join_ref, reference) = (named(join_ref), named(reference));
        let (topic, event) = (topic.to_owned(), event.to_owned());
        let payload = Payload::Binary(payload);
        Self { join_ref, reference, topic, event, payload }.checked(NoMessage::Bytes)
    }

    fn checked(self, otherwise: NoMessage) -> Result<Self, NoMessage> {
        let fits = self.topic.len() <= MAX_FIELD && self.event.len() <= MAX_FIELD;
        fits.then_some(self).ok_or(otherwise)
    }
}

/// The first byte of a binary frame, which says what it is.
fn kind(bytes: &[u8]) -> Result<(u8, &[u8]), NoMessage> {
    bytes.split_first().map(|(kind, rest)| (*kind, rest)).ok_or(NoMessage::Bytes)
}

/// So many texts, whose lengths stand before them in a byte each; then what follows.
fn fields<const N: usize>(bytes: &[u8]) -> Result<([&str; N], &[u8]), NoMessage> {
    let (lens, mut rest) = bytes.split_first_chunk::<N>().ok_or(NoMessage::Bytes)?;
    let mut texts = [""; N];
    for (text, len) in texts.iter_mut().zip(lens) {
        let (field, after) = rest.split_at_checked((*len).into()).ok_or(NoMessage::Bytes)?;
        *text = std::str::from_utf8(field).map_err(|_| NoMessage::Bytes)?;
        rest = after;
    }
    Ok((texts, rest))
}

fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, NoMessage> {
    serde_json::from_str(text).map_err(|_| match serde_json::from_str::<IgnoredAny>(text) {
        Ok(_) => NoMessage::Json,
        Err(_) => NoMessage::Bytes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_those_of_the_client() {
        for (vsn, version) in [
            (Some("2.0.0"), Some(Version::V2)),
            (Some("1.0.0"), Some(Version::V1)),
            (Some("2.0"), Some(Version::V2)),
            (Some("2.0.7"), Some(Version::V2)),
            (Some("2.1.0"), None),
            (Some("3.0.0"), None),
            (Some(""), None),
            (Some("é"), None),
        ] {
            assert_eq!(Version::parse(vsn), version, "{vsn:?}");
        }
    }

    #[test]
    fn a_cut_binary_message_is_none() {
        let whole = b"\0\x01\x01\x05\x0338notesyjspayload";
        assert!(matches!(
            Message::from_binary(whole),
            Ok(Message { payload: Payload::Binary(b"payload"), .. })
        ));
        for len in 0..whole.len() - b"payload".len() {
            assert!(Message::from_binary(&whole[..len]).is_err(), "{len} bytes");
        }
    }

    #[test]
    fn binary_frames_of_each_end_are_read_as_they_were_written() {
        fn told(message: Message<'_>) -> [String; 5] {
            let Payload::Binary(payload) = message.payload else { panic!("JSON") };
            let refs = [message.join_ref, message.reference];
            let [join, reference] = refs.map(|name| name.map_or("".into(), |n| n.to_string()));
            let payload = String::from_utf8_lossy(payload).into();
            [join, reference, message.topic, message.event, payload]
        }
        let head = Head { join_ref: Some("1"), reference: None, topic: "doc:n", event: "e" };
        let reply = Head { reference: Some("2"), event: "ok", ..head };
        let own = binary_message(head, b"p");
        assert_eq!(told(Message::from_binary(&own).unwrap()), ["\"1\"", "", "doc:n", "e", "p"]);
        for (frame, expected) in [
            (binary_push(head, b"p"), ["\"1\"", "", "doc:n", "e", "p"]),
            (binary_reply(reply, b"p"), ["\"1\"", "\"2\"", "doc:n", "ok", "p"]),
            (binary_broadcast("doc:n", "e", b"p"), ["", "", "doc:n", "e", "p"]),
        ] {
            assert_eq!(told(Message::from_server(&frame).unwrap()), expected);
            for len in 0..frame.len() - 1 {
                assert!(Message::from_server(&frame[..len]).is_err(), "{len} bytes");
            }
        }
        assert_eq!(Message::from_server(&[3, 0, 0]).unwrap_err(), NoMessage::Bytes);
    }

    #[test]
    fn what_is_no_message_is_refused() {
        let long = format!("[null,null,\"{}\",\"e\",{{}}]", "t".repeat(256));
        let read = |version, text| Message::from_text(version, text).unwrap_err();
        for text in [
            "{}",
            "[]",
            "[1,2,3]",
            "[null,null,\"t\",\"e\"]",
            "[null,[1],\"t\",\"e\",{}]",
            "[{},null,\"t\",\"e\",{}]",
            &long,
        ] {
            assert_eq!(read(Version::V2, text), NoMessage::Json, "{text}");
        }
        let no_payload = r#"{"topic":"t","event":"e","ref":"1"}"#;
        assert_eq!(read(Version::V1, no_payload), NoMessage::Json);
        for garbage in ["", "[", "hello", "[null,1,\"t\",\"e\",{}"] {
            assert_eq!(read(Version::V2, garbage), NoMessage::Bytes, "{garbage}");
        }
    }
}
