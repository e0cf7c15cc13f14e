//! What is said: text in both versions, which both ends write alike, and the binary frames: one of a
//! client, three of a server.

use super::{MAX_FIELD, Version};

/// Everything of a message but its payload.
#[derive(Clone, Copy, Debug, Default)]
pub struct Head<'a> {
    /// The join that it belongs to, as JSON; none for what goes to all.
    pub join_ref: Option<&'a str>,
    /// The message that it answers, as JSON.
    pub reference: Option<&'a str>,
    /// What it is about.
    pub topic: &'a str,
    /// What happens.
    pub event: &'a str,
}

/// Appends a text message; `payload` appends JSON.
pub fn put_text(
    out: &mut Vec<u8>,
    version: Version,
    head: Head<'_>,
    payload: impl FnOnce(&mut Vec<u8>),
) {
    match version {
        Version::V2 => {
            out.push(b'[');
            put_optional(out, head.join_ref);
            out.push(b',');
            put_optional(out, head.reference);
            out.push(b',');
            put_string(out, head.topic);
            out.push(b',');
            put_string(out, head.event);
            out.push(b',');
            payload(out);
            out.push(b']');
        }
        Version::V1 => {
            out.extend_from_slice(b"{\"topic\":");
            put_string(out, head.topic);
            out.extend_from_slice(b",\"event\":");
            put_string(out, head.event);
            out.extend_from_slice(b",\"payload\":");
            payload(out);
            out.extend_from_slice(b",\"ref\":");
            put_optional(out, head.reference);
            if head.join_ref.is_some() {
                out.extend_from_slice(b",\"join_ref\":");
                put_optional(out, head.join_ref);
            }
            out.push(b'}');
        }
    }
}

/// A binary message of a client: `00 |jr| |ref| |topic| |event|` and these. References are bare text here,
/// and empty where there is none.
#[must_use]
pub fn binary_message(head: Head<'_>, payload: &[u8]) -> Vec<u8> {
    let Head { join_ref, reference, topic, event } = head;
    binary(0, &[join_ref.unwrap_or(""), reference.unwrap_or(""), topic, event], payload)
}

/// A binary message to one member: `00 |jr| |topic| |event|` and these; a push has no ref.
#[must_use]
pub fn binary_push(head: Head<'_>, payload: &[u8]) -> Vec<u8> {
    binary(0, &[head.join_ref.unwrap_or(""), head.topic, head.event], payload)
}

/// A binary reply: `01 |jr| |ref| |topic| |status|` and these. The status stands where others have the event.
#[must_use]
pub fn binary_reply(head: Head<'_>, payload: &[u8]) -> Vec<u8> {
    let Head { join_ref, reference, topic, event } = head;
    binary(1, &[join_ref.unwrap_or(""), reference.unwrap_or(""), topic, event], payload)
}

/// A binary message to all members: `02 |topic| |event|` and these.
#[must_use]
pub fn binary_broadcast(topic: &str, event: &str, payload: &[u8]) -> Vec<u8> {
    binary(2, &[topic, event], payload)
}

fn binary(kind: u8, fields: &[&str], payload: &[u8]) -> Vec<u8> {
    let lens: usize = fields.iter().map(|field| field.len() + 1).sum();
    let mut out = Vec::with_capacity(1 + lens + payload.len());
    out.push(kind);
    for field in fields {
        debug_assert!(field.len() <= MAX_FIELD, "checked where it came in");
        out.push(field.len() as u8);
    }
    for field in fields {
        out.extend_from_slice(field.as_bytes());
    }
    out.extend_from_slice(payload);
    out
}

/// Appends a JSON string.
pub fn put_string(out: &mut Vec<u8>, text: &str) {
    serde_json::to_writer(out, text).expect("a string always makes JSON, and a Vec takes it");
}

fn put_optional(out: &mut Vec<u8>, json: Option<&str>) {
    out.extend_from_slice(json.unwrap_or("null").as_bytes());
}
