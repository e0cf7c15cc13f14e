//! Somebody comes, writes one update, and goes: a program that asks by REST.

use std::time::Instant;

use bytes::Bytes;

use super::state::Room;
use crate::base::close::CloseCode;
use crate::base::limits::MAX_UPDATE;
use crate::base::why::Why;
use crate::room::message::{Arrival, Effect, Message, Outgoing, Said};

/// The name of the one message.
const TICKET: &str = "once";

impl Room {
    /// Takes one update of a participant who has no connection: by the same rules as at every door.
    ///
    /// # Errors
    /// Why it was not taken.
    pub fn write_once(&mut self, who: Arrival, update: Bytes, now: Instant) -> Result<(), Why> {
        let seat = who.seat;
        self.arrive(who, now).map_err(CloseCode::why)?;
        // What is brought in whole may be as large as a pad, as somebody's first sync.
        let live = update.len() <= MAX_UPDATE;
        let message = Message::Update { bytes: update, live };
        self.handle(seat, Said { message, ticket: Some(TICKET.into()) }, now);
        let told = |output: &Effect| match output {
            Effect::To(to, Outgoing::Taken(_)) if *to == seat => Some(Ok(())),
            Effect::To(to, Outgoing::Refused(_, why)) if *to == seat => Some(Err(*why)),
            _ => None,
        };
        let answer = self.outputs.iter().find_map(told).unwrap_or(Err(Why::Forbidden));
        self.depart(seat, now);
        answer
    }
}
