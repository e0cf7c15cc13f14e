//! What a crowd speaks: y-protocols in WebSocket frames, or a Phoenix channel. What is heard is found by how it
//! begins, and no more of it is read: the generator has to cost less than the server.

use std::borrow::Cow;

use fadepad_lib0::Reader;
use fadepad_wire::{
    frame::{BINARY, TEXT},
    phoenix::{Head, Version, binary_message, put_text},
    sync::{self, Message},
};
use serde_json::{Value, json};

use crate::typing;

/// The join_ref and ref of every push: only the official client counts them.
const REF: &str = "1";
/// The event that brings what others have typed.
const HEARD: &str = "server_update";

/// How a guest types and what he hears.
#[derive(Clone)]
pub(crate) enum Protocol {
    /// y-protocols.
    Yjs {
        /// Stands before each message, both ways.
        prefix: Vec<u8>,
    },
    /// A `doc:` topic of a Phoenix socket.
    Phoenix {
        /// The topic.
        topic: String,
        /// How updates are sent both ways: `binary`, or `array` as the first clients did.
        enc: &'static str,
    },
}

/// A frame's opcode and payload.
pub(crate) type Said = (u8, Vec<u8>);

impl Protocol {
    /// y-protocols without anything before a message.
    pub(crate) fn plain() -> Self {
        Self::Yjs { prefix: Vec::new() }
    }

    /// What stands before each message of y-protocols.
    pub(crate) fn prefix(&self) -> &[u8] {
        match self {
            Self::Yjs { prefix } => prefix,
            Self::Phoenix { .. } => &[],
        }
    }

    /// Asks for the document, and for what is typed from now on.
    pub(crate) fn enter(&self) -> Said {
        match self {
            Self::Yjs { prefix } => wrapped(prefix, &sync::step1(&[0])),
            Self::Phoenix { topic, enc } => push(topic, "phx_join", &json!({ "enc": enc })),
        }
    }

    /// One key.
    pub(crate) fn key(&self, client: u64, clock: u64) -> Said {
        let update = typing::key(client, clock);
        match self {
            Self::Yjs { prefix } => wrapped(prefix, &sync::update(&update)),
            Self::Phoenix { topic, enc: "binary" } => {
                let (join_ref, reference, event) = (Some(REF), Some(REF), "client_update");
                (BINARY, binary_message(Head { join_ref, reference, topic, event }, &update))
            }
            Self::Phoenix { topic, .. } => push(topic, "client_update", &json!({ "bin": update })),
        }
    }

    /// Where a cursor is.
    pub(crate) fn cursor(&self, client: u64, clock: u64) -> Said {
        match self {
            Self::Yjs { prefix } => wrapped(prefix, &typing::cursor(client, clock)),
            Self::Phoenix { topic, .. } => {
                let place = typing::place(client, clock);
                let words = format!(
                    r#"["{REF}","{REF}","{topic}","cursor_pos",{{"anchor":{place},"head":{place}}}]"#
                );
                (TEXT, words.into_bytes())
            }
        }
    }

    /// The updates in a frame.
    pub(crate) fn updates<'a>(&self, opcode: u8, payload: &'a [u8]) -> Vec<Cow<'a, [u8]>> {
        match self {
            Self::Yjs { prefix } if opcode == BINARY => {
                let payload = payload.strip_prefix(prefix.as_slice()).unwrap_or(payload);
                let updates = messages(payload).filter_map(|message| match message {
                    Message::Update(update) | Message::Step2(update) => Some(update.into()),
                    _ => None,
                });
                updates.collect()
            }
            Self::Phoenix { topic, .. } if opcode == BINARY => {
                let words = [&[2, topic.len() as u8, HEARD.len() as u8], topic.as_bytes()].concat();
                let update = payload.strip_prefix([&words, HEARD.as_bytes()].concat().as_slice());
                update.into_iter().map(Cow::from).collect()
            }
            Self::Phoenix { topic, .. } => {
                let head = format!(r#"[null,null,"{topic}","{HEARD}",{{"bin":"#);
                let update = payload.strip_prefix(head.as_bytes());
                let update = update.and_then(|rest| rest.strip_suffix(b"}]"));
                let update = update.and_then(|array| serde_json::from_slice::<Vec<u8>>(array).ok());
                update.into_iter().map(Cow::from).collect()
            }
            Self::Yjs { .. } => Vec::new(),
        }
    }
}

fn wrapped(prefix: &[u8], message: &[u8]) -> Said {
    (BINARY, [prefix, message].concat())
}

fn push(topic: &str, event: &str, payload: &Value) -> Said {
    /// [`REF`] as JSON.
    const REF: Option<&str> = Some("\"1\"");
    let head = Head { join_ref: REF, reference: REF, topic, event };
    let mut text = Vec::new();
    put_text(&mut text, Version::V2, head, |out| out.extend(payload.to_string().into_bytes()));
    (TEXT, text)
}

/// The messages of a frame, up to the first that is not understood: peers have their own kinds.
pub(crate) fn messages(bytes: &[u8]) -> impl Iterator<Item = Message<'_>> {
    let mut reader = Reader::new(bytes);
    std::iter::from_fn(move || sync::next(&mut reader)?.ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_typed_is_found_in_each_form() {
        let update = typing::key(typing::client(1), 0);
        let yjs = Protocol::Yjs { prefix: vec![7] };
        let (opcode, frame) = yjs.key(typing::client(1), 0);
        assert_eq!(yjs.updates(opcode, &frame), [update.as_slice()]);
        let phoenix = |enc| Protocol::Phoenix { topic: "doc:notes".to_owned(), enc };
        let text = json!([null, null, "doc:notes", HEARD, { "bin": update }]).to_string();
        assert_eq!(phoenix("array").updates(TEXT, text.as_bytes()), [update.as_slice()]);
        let binary = [b"\x02\x09\x0ddoc:notesserver_update", update.as_slice()].concat();
        assert_eq!(phoenix("binary").updates(BINARY, &binary), [update.as_slice()]);
        assert!(phoenix("binary").updates(TEXT, b"[]").is_empty());
    }
}
