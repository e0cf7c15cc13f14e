//! How the room's words are said in a topic.

use bytes::Bytes;
use fadepad_wire::phoenix::{self, Head, Version, put_array, put_base64, put_string, put_text};
use fadepad_wire::{frame, sync};

use super::people;
use super::topic::{self, Enc, TopicKind};
use crate::base::close::CloseCode;
use crate::base::why::Why;
use crate::room::core::here::Here;
use crate::room::message::{Gathered, Outgoing, Whole};
use crate::room::send::encoder::{Encoder, EncodingKey};

/// One member's dialect.
#[derive(Clone, Debug)]
pub(super) struct ChannelEncoder {
    pub(super) version: Version,
    pub(super) topic: Box<str>,
    pub(super) kind: TopicKind,
    pub(super) enc: Enc,
    /// The member's join, and the name of the message that asked for it; none where it said `null`.
    pub(super) join_ref: Option<Box<str>>,
    pub(super) reference: Option<Box<str>>,
    /// Which client of Presence the member is, where it is one.
    pub(super) client: Option<u64>,
}

impl ChannelEncoder {
    /// Whether a message is meant for this join, and no earlier one. Joins without a name can't be
    /// told apart.
    pub(super) fn is_of(&self, join_ref: Option<&str>) -> bool {
        let known = self.join_ref.as_deref();
        join_ref.zip(known).is_none_or(|(named, known)| named == known)
    }

    /// A text message to every member.
    fn to_all(&self, event: &str, payload: impl FnOnce(&mut Vec<u8>)) -> Bytes {
        let head = Head { topic: &self.topic, event, ..Head::default() };
        frame::text(|out| put_text(out, self.version, head, payload))
    }

    /// y-protocols in the way of y-phoenix-channel: binary, or it is not read.
    fn yjs(&self, message: &[u8]) -> Bytes {
        frame::binary(&phoenix::binary_broadcast(&self.topic, "yjs", message))
    }

    /// A reply with `response` as JSON.
    pub(super) fn reply(&self, to: &str, status: &str, response: &[u8]) -> Bytes {
        self.answer(Some(to), status, |out| out.extend_from_slice(response))
    }

    /// A reply to which `response` appends JSON.
    fn answer(&self, to: Option<&str>, status: &str, response: impl FnOnce(&mut Vec<u8>)) -> Bytes {
        let head = head_of_reply(self.join_ref.as_deref(), to, &self.topic);
        Reply { version: self.version, head, status }.with(response)
    }

    /// Something about this very join: `phx_close`, `phx_error`.
    pub(super) fn about_join(&self, event: &str) -> Bytes {
        let join = self.join_ref.as_deref();
        let head = Head { join_ref: join, reference: join, topic: &self.topic, event };
        let payload = |out: &mut Vec<u8>| out.extend_from_slice(b"{}");
        frame::text(|out| put_text(out, self.version, head, payload))
    }

    fn server_update(&self, update: &[u8]) -> Bytes {
        match self.enc {
            Enc::Binary => {
                frame::binary(&phoenix::binary_broadcast(&self.topic, "server_update", update))
            }
            _ => self.to_all("server_update", |out| {
                out.extend_from_slice(b"{\"bin\":");
                self.put_bin(out, update);
                out.push(b'}');
            }),
        }
    }

    /// Bytes in JSON, as the member asked; who asked for binary frames gets base64 here.
    fn put_bin(&self, out: &mut Vec<u8>, bytes: &[u8]) {
        match self.enc {
            Enc::Array => put_array(out, bytes),
            Enc::Base64 | Enc::Binary => put_base64(out, bytes),
        }
    }

    fn presence_diff(&self, gathered: &Gathered) -> Bytes {
        let Some(now) = &gathered.presence else { return Bytes::new() };
        people::diff(now, &gathered.before).map_or_else(Bytes::new, |json| {
            self.to_all("presence_diff", |out| out.extend_from_slice(json.as_bytes()))
        })
    }

    fn welcome(&self, json: &str, whole: Option<&Whole>) -> Bytes {
        self.answer(self.reference.as_deref(), "ok", |out| {
            let Some(whole) = whole else { return out.extend_from_slice(json.as_bytes()) };
            out.extend_from_slice(b"{\"history\":[");
            self.put_bin(out, &whole.update);
            out.extend_from_slice(b"],\"sv\":");
            put_base64(out, &whole.vector);
            if let Some(client) = self.client {
                out.extend_from_slice(format!(",\"client\":{client}").as_bytes());
            }
            out.push(b',');
            // The members of the welcome go on in the same object.
            out.extend_from_slice(json.trim_start_matches('{').as_bytes());
        })
    }

    fn lacking(&self, ticket: &str, whole: &Whole) -> Bytes {
        self.answer(Some(ticket), "ok", |out| {
            out.extend_from_slice(b"{\"bin\":");
            self.put_bin(out, &whole.update);
            out.extend_from_slice(b",\"sv\":");
            put_base64(out, &whole.vector);
            out.push(b'}');
        })
    }

    fn doc_note(&self, note: &Outgoing) -> Bytes {
        match note {
            Outgoing::Step1(vector) => self.to_all("server_sync", |out| {
                out.extend_from_slice(b"{\"sv\":");
                put_base64(out, vector);
                out.push(b'}');
            }),
            Outgoing::Step2(update) => self.server_update(update),
            Outgoing::Presence(here) => self.to_all("presence_state", |out| {
                out.extend_from_slice(people::state(here).as_bytes());
            }),
            Outgoing::Page(json) => {
                self.to_all("pad", |out| out.extend_from_slice(json.as_bytes()))
            }
            _ => Bytes::new(),
        }
    }

    fn y_note(&self, note: &Outgoing) -> Bytes {
        match note {
            Outgoing::Step1(vector) => self.yjs(&sync::step1(vector)),
            Outgoing::Step2(update) => self.yjs(&sync::step2(update)),
            Outgoing::Presence(Here { states, .. }) | Outgoing::Gone(states) => {
                self.yjs(&sync::awareness(states))
            }
            _ => Bytes::new(),
        }
    }
}

impl Encoder for ChannelEncoder {
    fn form(&self) -> EncodingKey {
        topic::form(self.kind, self.enc, self.version)
    }

    fn shared(&self, gathered: &Gathered) -> Bytes {
        let people = self.people(gathered);
        let update = gathered.update.as_ref().map(|update| match self.kind {
            TopicKind::Doc => self.server_update(update),
            TopicKind::YRoom | TopicKind::Y => self.yjs(&sync::update(update)),
        });
        match update {
            Some(update) if people.is_empty() => update,
            Some(update) => [update, people].concat().into(),
            None => people,
        }
    }

    fn people(&self, gathered: &Gathered) -> Bytes {
        match (self.kind, &gathered.presence) {
            (TopicKind::Doc, _) => self.presence_diff(gathered),
            (_, Some(here)) => self.yjs(&sync::awareness(&here.states)),
            (_, None) => Bytes::new(),
        }
    }

    /// Phoenix Presence lists everyone, also oneself.
    fn hears_itself(&self) -> bool {
        self.kind == TopicKind::Doc
    }

    fn note(&self, note: &Outgoing) -> Bytes {
        match (note, self.kind) {
            (Outgoing::Welcome { json, whole }, _) => self.welcome(json, whole.as_ref()),
            (Outgoing::Taken(ticket), _) => self.reply(ticket, "ok", b"{}"),
            (Outgoing::Refused(ticket, why), _) => self.reply(ticket, "error", &reason(*why, None)),
            (Outgoing::Lacking(ticket, whole), _) => self.lacking(ticket, whole),
            (Outgoing::Peers(_), _) => Bytes::new(),
            (note, TopicKind::Doc) => self.doc_note(note),
            (note, TopicKind::YRoom | TopicKind::Y) => self.y_note(note),
        }
    }

    fn close(&self, code: CloseCode) -> Bytes {
        match code {
            CloseCode::Ended => {
                let told = reason(code.why(), Some(code));
                // Before the close: what comes for a topic that is closed, phoenix.js drops.
                let ended = self.to_all("session_ended", |out| out.extend_from_slice(&told));
                [ended, self.about_join("phx_close")].concat().into()
            }
            code if code.is_final() => self.about_join("phx_close"),
            _ => self.about_join("phx_error"),
        }
    }

    fn ping(&self) -> Bytes {
        frame::ping()
    }
}

/// What stands before a reply: the names that the client gave, as it wrote them, `null` among them.
pub(super) fn head_of_reply<'a>(
    join_ref: Option<&'a str>,
    reference: Option<&'a str>,
    topic: &'a str,
) -> Head<'a> {
    Head { join_ref, reference, topic, event: "phx_reply" }
}

/// A reply, also to who is no member: what stands before its response.
pub(super) struct Reply<'a> {
    pub(super) version: Version,
    pub(super) head: Head<'a>,
    pub(super) status: &'a str,
}

impl Reply<'_> {
    /// The frame, to which `response` appends JSON.
    pub(super) fn with(self, response: impl FnOnce(&mut Vec<u8>)) -> Bytes {
        let Self { version, head, status } = self;
        let payload = |out: &mut Vec<u8>| {
            out.extend_from_slice(b"{\"status\":");
            put_string(out, status);
            out.extend_from_slice(b",\"response\":");
            response(out);
            out.push(b'}');
        };
        frame::text(|out| put_text(out, version, head, payload))
    }
}

/// `{"reason":…}`, with the code that the other door closes with.
pub(super) fn reason(why: Why, code: Option<CloseCode>) -> Vec<u8> {
    let mut json = b"{\"reason\":".to_vec();
    put_string(&mut json, why.word());
    if let Some(code) = code {
        json.extend_from_slice(format!(",\"code\":{}", code.number()).as_bytes());
    }
    json.push(b'}');
    json
}
