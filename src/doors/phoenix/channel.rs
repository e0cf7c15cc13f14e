//! One member of one topic: what it pushes, in the room's words.

use bytes::Bytes;
use fadepad_wire::phoenix::{Bin, Payload, Ref};
use serde::Deserialize;

use super::encode::{ChannelEncoder, reason};
use super::people::{Profile, ShownPerson};
use super::topic::TopicKind;
use crate::base::why::Why;
use crate::doors::decode::{self, Beside};
use crate::doors::many::Member;
use crate::room::Seat;
use crate::room::message::Message;

/// A seat in a room, spoken to as a channel.
pub(super) struct Channel {
    pub(super) words: ChannelEncoder,
    seat: Seat,
    /// The person who sits here; y-phoenix-channel has its own awareness.
    shown: Option<ShownPerson>,
}

/// One push of a member.
pub(super) struct Push<'a> {
    pub(super) event: &'a str,
    pub(super) payload: Payload<'a>,
    /// The frame that the payload lies in.
    pub(super) frame: &'a Bytes,
    /// The push's own name, for its reply.
    pub(super) reference: Option<Ref>,
}

/// What a member of a `doc:` topic may push.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocEvent {
    /// What its people have typed.
    ClientUpdate,
    /// What it has, or a question what it lacks.
    ClientSync,
    /// Where its cursor is.
    CursorPos,
    /// What it is called.
    Meta,
    /// A command of message 101.
    Pad,
}

impl DocEvent {
    /// All of them by their names.
    pub const ALL: [(&str, Self); 5] = [
        ("client_update", Self::ClientUpdate),
        ("client_sync", Self::ClientSync),
        ("cursor_pos", Self::CursorPos),
        ("meta", Self::Meta),
        ("pad", Self::Pad),
    ];

    fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find_map(|(known, event)| (known == name).then_some(event))
    }
}

#[derive(Deserialize)]
struct Update {
    bin: Bin,
}

#[derive(Default, Deserialize)]
struct Sync {
    sv: Option<Bin>,
    bin: Option<Bin>,
}

impl Member for Channel {
    fn seat(&self) -> &Seat {
        &self.seat
    }
}

impl Channel {
    /// Takes place on a seat: whoever it shows is shown from now on.
    pub(super) async fn new(seat: Seat, words: ChannelEncoder, shown: Option<ShownPerson>) -> Self {
        let mut channel = Self { words, seat, shown };
        if let Some(shown) = &mut channel.shown {
            let (hello, state) = (shown.hello(), shown.show());
            channel.seat.say(hello).await;
            channel.seat.say(state).await;
        }
        channel
    }

    /// Shows the person again, before pages take them for gone.
    pub(super) async fn renew(&mut self) {
        if let Some(shown) = &mut self.shown {
            let state = shown.show();
            self.seat.say(state).await;
        }
    }

    /// Says a push to the room.
    pub(super) async fn hear(&mut self, push: Push<'_>) {
        match self.words.kind {
            TopicKind::Doc => self.hear_doc(push).await,
            TopicKind::YRoom | TopicKind::Y => self.hear_y(push).await,
        }
    }

    async fn hear_y(&self, push: Push<'_>) {
        match (push.event, push.payload) {
            ("yjs" | "yjs_sync", Payload::Binary(bytes)) => {
                decode::say(&self.seat, &push.frame.slice_ref(bytes), Beside::default()).await
            }
            // No text holds y-protocols.
            ("yjs" | "yjs_sync", Payload::Json(_)) => self.seat.say(Message::Malformed).await,
            _ => self.seat.say(Message::Other).await,
        };
    }

    async fn hear_doc(&mut self, push: Push<'_>) {
        let Push { event, payload, frame, reference } = push;
        use DocEvent::{ClientSync, ClientUpdate, CursorPos, Meta, Pad};
        let message = match (DocEvent::of(event), payload) {
            (Some(ClientUpdate), payload) => update(payload, frame),
            (Some(ClientSync), payload) => match self.sync(payload, frame).await {
                Some(message) => message,
                None => return,
            },
            (Some(CursorPos), Payload::Json(json)) => {
                self.told(Profile::from_cursor_pos(json)).await
            }
            (Some(Meta), Payload::Json(json)) => self.told(serde_json::from_str(json)).await,
            (Some(Pad), Payload::Json(json)) => decode::command(json),
            _ => {
                if let Some(reference) = &reference {
                    let why = reason(Why::UnmatchedEvent, None);
                    self.seat.send(self.words.reply(reference, "error", &why));
                }
                // Counted as a message all the same, or one could ask without end.
                self.seat.say(Message::Other).await;
                return;
            }
        };
        match reference {
            Some(reference) => self.seat.say_told(message, reference.into()).await,
            None => self.seat.say(message).await,
        };
    }

    /// `client_sync`: history for the room in `bin`, and with `sv` the question what is lacking.
    /// Returns the message that the reply is for.
    async fn sync(&self, payload: Payload<'_>, frame: &Bytes) -> Option<Message> {
        let read = match payload {
            Payload::Binary(bytes) => {
                return Some(Message::Update { bytes: frame.slice_ref(bytes), live: false });
            }
            Payload::Json(json) => serde_json::from_str::<Sync>(json),
        };
        let history = |bin: Bin| Message::Update { bytes: bin.0.into(), live: false };
        Some(match read {
            Ok(Sync { sv: Some(vector), bin }) => {
                // First what is brought: the answer is about what the pad has then.
                if let Some(bin) = bin
                    && !self.seat.say(history(bin)).await
                {
                    return None;
                }
                Message::StateVector(vector.0.into())
            }
            Ok(Sync { sv: None, bin: Some(bin) }) => history(bin),
            _ => Message::Malformed,
        })
    }

    /// Takes what the member tells of itself, and shows it.
    async fn told(&mut self, told: serde_json::Result<Profile>) -> Message {
        let (Ok(told), Some(shown)) = (told, &mut self.shown) else { return Message::Malformed };
        let renamed = told.name.is_some();
        shown.tell(told);
        if renamed {
            self.seat.say(shown.hello()).await;
        }
        shown.show()
    }
}

fn update(payload: Payload<'_>, frame: &Bytes) -> Message {
    match payload {
        Payload::Binary(bytes) => Message::Update { bytes: frame.slice_ref(bytes), live: true },
        Payload::Json(json) => match serde_json::from_str::<Update>(json) {
            Ok(Update { bin }) => Message::Update { bytes: bin.0.into(), live: true },
            Err(_) => Message::Malformed,
        },
    }
}
