//! One document of a client: what its provider says, in the room's words.

use std::sync::Arc;

use bytes::Bytes;
use fadepad_wire::hocuspocus::{self, DocumentMessage};
use fadepad_wire::sync;

use super::encode::{ASKED, DocumentEncoder, TYPED};
use crate::doors::many::Member;
use crate::room::Seat;
use crate::room::message::Message;

/// What a provider is told, once, whose program sends something that is no part of the document.
const NOT_PASSED_ON: &str =
    r#"{"refused":"stateless","why":"Fadepad passes on text and presence alone"}"#;

/// A seat in a room, spoken to as a document of Hocuspocus.
pub(super) struct Document {
    seat: Seat,
    words: Arc<DocumentEncoder>,
    /// It was told that stateless messages go nowhere.
    told: bool,
}

impl Member for Document {
    fn seat(&self) -> &Seat {
        &self.seat
    }
}

impl Document {
    pub(super) fn new(seat: Seat, words: Arc<DocumentEncoder>) -> Self {
        Self { seat, words, told: false }
    }

    /// Says a message of the provider to the room.
    pub(super) async fn hear(&mut self, said: DocumentMessage<'_>, frame: &Bytes) {
        match said {
            DocumentMessage::Y(message) => self.hear_y(message, frame).await,
            DocumentMessage::Stateless(_) => {
                if !std::mem::replace(&mut self.told, true) {
                    self.seat.send(
                        self.words
                            .frame(&hocuspocus::stateless(self.words.address(), NOT_PASSED_ON)),
                    );
                }
                self.seat.say(Message::Other).await;
            }
            DocumentMessage::Token(_) | DocumentMessage::Close | DocumentMessage::Unknown(_) => {
                self.seat.say(Message::Other).await;
            }
            DocumentMessage::Malformed => {
                self.seat.say(Message::Malformed).await;
            }
        }
    }

    async fn hear_y(&self, message: sync::Message<'_>, frame: &Bytes) {
        let (message, ticket) = match message {
            sync::Message::Step1(vector) => {
                (Message::StateVector(frame.slice_ref(vector)), Some(ASKED))
            }
            // Who only reads has answered, and there is nothing to refuse.
            sync::Message::Step2(update) if self.words.reads() && brings_nothing(update) => {
                self.seat.send(self.words.status(true));
                (Message::Other, None)
            }
            sync::Message::Step2(update) => {
                (Message::Update { bytes: frame.slice_ref(update), live: false }, Some(TYPED))
            }
            sync::Message::Update(update) => {
                (Message::Update { bytes: frame.slice_ref(update), live: true }, Some(TYPED))
            }
            sync::Message::Awareness(states) => (Message::Presence(frame.slice_ref(states)), None),
            sync::Message::QueryAwareness => (Message::Query, None),
            sync::Message::Extra(_) | sync::Message::Unknown(_) => (Message::Other, None),
        };
        match ticket {
            Some(ticket) => self.seat.say_told(message, ticket.into()).await,
            None => self.seat.say(message).await,
        };
    }
}

/// Whether an update holds no structs; deletions that it repeats are known.
fn brings_nothing(update: &[u8]) -> bool {
    update.first() == Some(&0)
}
