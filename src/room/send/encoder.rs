//! How a seat is spoken to. The room says what there is to say; the dialect that a door gave the
//! seat makes bytes of it, once for all seats of the same form.

use std::sync::Arc;

use bytes::Bytes;
use fadepad_store::WORTH_KEEPING;
use tokio::sync::Notify;

use super::pipe::Pipe;
use crate::base::close::CloseCode;
use crate::base::ids::SeatId;
use crate::room::message::{Gathered, Outgoing};

/// The name of a way to say things. Seats of one room with equal forms get the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EncodingKey {
    name: &'static str,
    only: Option<SeatId>,
}

impl EncodingKey {
    /// Of all seats that are spoken to in this way.
    #[must_use]
    pub const fn of(name: &'static str) -> Self {
        Self { name, only: None }
    }

    /// Of a seat to which nobody else's bytes can be said.
    #[must_use]
    pub const fn of_one(name: &'static str, seat: SeatId) -> Self {
        Self { name, only: Some(seat) }
    }
}

/// Makes frames. Where a dialect has no words for something, its bytes are empty.
pub trait Encoder: Send + Sync + 'static {
    /// The form of everything that is not for one seat alone.
    fn form(&self) -> EncodingKey;

    /// What the room gathered in a tick, for all seats of the form.
    fn shared(&self, gathered: &Gathered) -> Bytes;

    /// What of it is about people, and no word of the text.
    fn people(&self, gathered: &Gathered) -> Bytes;

    /// Whether a seat hears of itself what all others hear of it.
    fn hears_itself(&self) -> bool {
        false
    }

    /// Whether it also hears of its own words that they were taken, as what others hear of them.
    fn hears_own_words(&self) -> bool {
        false
    }

    /// A message to one seat. A [`Outgoing::Step2`] and a [`Outgoing::Page`] are the same bytes for all
    /// seats of the form.
    fn note(&self, note: &Outgoing) -> Bytes;

    /// The last thing that the seat hears.
    fn close(&self, code: CloseCode) -> Bytes;

    /// Asks whether anybody is there.
    fn ping(&self) -> Bytes;

    /// Says nothing, where silence would be taken for death.
    fn keep_alive(&self) -> Bytes {
        Bytes::new()
    }
}

/// What a door brings for a seat: how the guest is reached and spoken to.
pub struct Sink {
    /// Takes bytes.
    pub pipe: Box<dyn Pipe>,
    /// Makes them.
    pub dialect: Arc<dyn Encoder>,
    /// Wakes the task that serves the guest; several seats may share one.
    pub wake: Arc<Notify>,
}

impl Sink {
    /// A voice of its own, for a connection that is one seat.
    #[must_use]
    pub fn alone(pipe: Box<dyn Pipe>, dialect: Arc<dyn Encoder>) -> Self {
        Self { pipe, dialect, wake: Arc::default() }
    }
}

/// The same words in every form that somebody in the room hears.
#[derive(Clone, Debug)]
pub struct Frames(Arc<[(EncodingKey, Bytes)]>);

impl Frames {
    /// Says something once in each form that occurs among these dialects.
    pub fn say<'a>(
        dialects: impl Iterator<Item = &'a dyn Encoder>,
        words: impl Fn(&dyn Encoder) -> Bytes,
    ) -> Self {
        let mut frames: Vec<(EncodingKey, Bytes)> = Vec::new();
        for dialect in dialects {
            let form = dialect.form();
            if !frames.iter().any(|(known, _)| *known == form) {
                frames.push((form, words(dialect)));
            }
        }
        Self(frames.into())
    }

    /// The words in this form; empty where it did not occur.
    #[must_use]
    pub fn of(&self, form: EncodingKey) -> Bytes {
        let found = self.0.iter().find(|(known, _)| *known == form);
        found.map(|(_, frame)| frame.clone()).unwrap_or_default()
    }

    /// Bytes of all forms together.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.iter().map(|(_, frame)| frame.len()).sum()
    }
}

/// The last large step 2 in each form: all who join between two changes share one frame.
#[derive(Debug, Default)]
pub(in crate::room) struct FramedAnswers(Vec<(EncodingKey, Bytes, Bytes)>);

impl FramedAnswers {
    /// Frames a step 2, the same bytes only once.
    pub(in crate::room) fn frame(&mut self, dialect: &dyn Encoder, update: Bytes) -> Bytes {
        let form = dialect.form();
        // By place and not by content: the store hands out one buffer until something changes.
        let same = |of: &Bytes| of.as_ptr() == update.as_ptr() && of.len() == update.len();
        if let Some((.., framed)) = self.0.iter().find(|(f, of, _)| *f == form && same(of)) {
            return framed.clone();
        }
        // The store keeps no answer that was made for one seat alone. Nobody else will be told it, and it has to count
        // for who does not read it, which what is kept here does for nobody.
        let is_shared = !update.is_unique();
        let framed = dialect.note(&Outgoing::Step2(update.clone()));
        self.0.retain(|(known, ..)| *known != form);
        if is_shared && update.len() >= WORTH_KEEPING {
            self.0.push((form, update, framed.clone()));
        }
        framed
    }

    /// Forgets them all: nobody is there.
    pub(in crate::room) fn forget(&mut self) {
        self.0 = Vec::new();
    }
}
