//! What guests say in y-protocols, and what a page of ours asks beside its text, in the room's own
//! words: the same at every door.

use std::time::Duration;

use bytes::Bytes;
use fadepad_lib0::Reader;
use fadepad_wire::extra::{self, FromPage, Secret};
use fadepad_wire::sync;

use crate::base::colour::Colour;
use crate::base::display::display_name;
use crate::base::ids::Role;
use crate::base::limits::LONGEST_COUNTDOWN;
use crate::room::Seat;
use crate::room::core::access_change::AccessChange;
use crate::room::core::retention::Retention;
use crate::room::message::{HostCommand, Message};

/// What a client of y-protocols understands beside them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Beside {
    /// Message 101: it is a page of ours.
    pub(super) page: bool,
    /// It wants to hear which of its ids were taken.
    pub(super) ack: bool,
}

/// Says to the room what a frame of y-protocols holds, message by message. False where the room
/// is gone.
pub(super) async fn say(seat: &Seat, frame: &Bytes, beside: Beside) -> bool {
    if frame.is_empty() {
        // It would else be passed over without being counted, however many there are.
        return seat.say(Message::Malformed).await;
    }
    let mut reader = Reader::new(frame);
    while let Some(read) = sync::next(&mut reader) {
        let message = read.map_or(Message::Malformed, |read| message(frame, read, beside.page));
        let malformed = matches!(message, Message::Malformed);
        // Of what was taken before its last connection was lost it may have heard nothing.
        let asks = match &message {
            Message::StateVector(vector) if beside.ack => Some(vector.clone()),
            _ => None,
        };
        if !seat.say(message).await {
            return false;
        }
        if let Some(vector) = asks
            && !seat.say(Message::Acknowledge(vector)).await
        {
            return false;
        }
        // What follows can't be told from noise.
        if malformed {
            break;
        }
    }
    true
}

/// Translates one message of y-protocols; payloads stay in the frame that brought them.
fn message(frame: &Bytes, read: sync::Message<'_>, page: bool) -> Message {
    match read {
        sync::Message::Step1(vector) => Message::StateVector(frame.slice_ref(vector)),
        sync::Message::Step2(update) => {
            Message::Update { bytes: frame.slice_ref(update), live: false }
        }
        sync::Message::Update(update) => {
            Message::Update { bytes: frame.slice_ref(update), live: true }
        }
        sync::Message::Awareness(states) => Message::Presence(frame.slice_ref(states)),
        sync::Message::QueryAwareness => Message::Query,
        sync::Message::Extra(json) if page => command(json),
        sync::Message::Extra(_) | sync::Message::Unknown(_) => Message::Other,
    }
}

/// Translates a command of message 101.
pub(super) fn command(json: &str) -> Message {
    match extra::read(json) {
        Ok(FromPage::Hello { name, color }) => Message::Hello {
            name: display_name(&name),
            colour: color.as_deref().and_then(Colour::parse),
        },
        Ok(FromPage::Ping { n, client }) => Message::Ping(n, client),
        Ok(FromPage::End { in_s }) => {
            let longest = LONGEST_COUNTDOWN.as_secs();
            let time = in_s.map(|in_s| Duration::from_secs(in_s.min(longest)));
            Message::Steer(HostCommand::End(time))
        }
        Ok(FromPage::Stay) => Message::Steer(HostCommand::Stay),
        Ok(FromPage::Answer) => Message::Answer,
        Ok(FromPage::More) => Message::More,
        Ok(FromPage::Keep(keep)) => Retention::new(keep)
            .map_or(Message::Malformed, |keep| Message::Steer(HostCommand::Keep(keep))),
        Ok(FromPage::Writing { who }) => {
            decided(who.parse().ok().map(|who| HostCommand::Access(AccessChange::Writing(who))))
        }
        Ok(FromPage::Door { door }) => {
            decided(door.parse().ok().map(|door| HostCommand::Access(AccessChange::Door(door))))
        }
        Ok(FromPage::LetIn { knock }) => decided(answer_of(&knock, true)),
        Ok(FromPage::NotNow { knock }) => decided(answer_of(&knock, false)),
        Ok(FromPage::Pin { pin }) => decided(new_pin(pin)),
        Ok(FromPage::Role { person, role }) => decided(role_of(&person, role.as_deref())),
        Ok(FromPage::ShowOut { person, address }) => {
            let person = person.parse().ok();
            decided(person.map(|person| HostCommand::ShowOut { person, address }))
        }
        Ok(FromPage::NewLinks { role }) => decided(role.parse().ok().map(new_links)),
        Ok(FromPage::Pencil { person }) => {
            let person = person.parse().ok();
            decided(person.map(|person| HostCommand::Access(AccessChange::Pencil(person))))
        }
        Ok(FromPage::Hand { up }) => Message::Hand(up),
        Ok(FromPage::Unknown) => Message::Other,
        Err(_) => Message::Malformed,
    }
}

fn new_pin(pin: Option<Secret>) -> Option<HostCommand> {
    let pin = pin.map(|Secret(pin)| pin.parse()).transpose().ok()?;
    Some(HostCommand::Access(AccessChange::Pin(pin)))
}

fn answer_of(knock: &str, let_in: bool) -> Option<HostCommand> {
    Some(HostCommand::Knock { person: knock.parse().ok()?, let_in })
}

fn role_of(person: &str, role: Option<&str>) -> Option<HostCommand> {
    let role = role.map(str::parse).transpose().ok()?;
    Some(HostCommand::Access(AccessChange::Role(person.parse().ok()?, role)))
}

fn new_links(role: Role) -> HostCommand {
    HostCommand::Access(AccessChange::NewLinks(role, None))
}

fn decided(command: Option<HostCommand>) -> Message {
    command.map_or(Message::Malformed, Message::Steer)
}
