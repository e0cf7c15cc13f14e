//! The y-websocket door: one socket is one seat.

use std::future::Future;
use std::io;
use std::time::Duration;

use bytes::Bytes;
use tokio::time::timeout;

use super::socket::{Halves, Heard, Incoming, Socket};
use super::way::Way;
use crate::base::close::CloseCode;
use crate::base::limits::{CLOSE_GRACE, LONGEST_COUNTDOWN};
use crate::base::names::{Person, display_name};
use crate::room::keep::Keep;
use crate::room::message::{Arrival, Message, Steering};
use crate::room::{RoomHandle, Seat};
use crate::wire::extra::{self, FromPage};
use crate::wire::varint::Reader;
use crate::wire::{frame, sync};

/// Bytes of a frame beside the update that it carries: tags and lengths.
const OVERHEAD: usize = 64;

/// Seats a guest. What is returned serves him until one of both goes, and tells the code that we
/// closed with, where it was us.
///
/// # Errors
/// The code that the connection was closed with instead.
pub async fn enter(
    socket: Socket,
    room: &RoomHandle,
    arrival: Arrival,
    max_pad: usize,
) -> Result<impl Future<Output = Option<CloseCode>> + Send + use<>, CloseCode> {
    let (halves, mut way) = socket.split();
    match room.join(arrival, way.pipe()).await {
        Ok(seat) => {
            let mut incoming = Incoming::new(halves, max_pad + OVERHEAD, seat.aside()).await;
            // Every idle connection holds this future: what few are ever in (waiting for room,
            // closing) is boxed when it comes.
            Ok(async move {
                serve(&seat, &mut incoming, &mut way, arrival.page).await;
                let closed = seat.closed_with();
                drop(seat);
                Box::pin(way.finish()).await;
                if closed.is_some() {
                    Box::pin(linger(&mut incoming)).await;
                }
                closed
            })
        }
        Err(code) => {
            say_goodbye(halves, way, code).await;
            Err(code)
        }
    }
}

/// Closes a connection that gets no seat: browsers show a close code, but not an HTTP status.
pub async fn refuse(socket: Socket, code: CloseCode) {
    let (halves, way) = socket.split();
    say_goodbye(halves, way, code).await;
}

async fn say_goodbye(halves: Halves, mut way: Way, code: CloseCode) {
    way.say(&frame::close(code)).await;
    let mut incoming = Incoming::new(halves, OVERHEAD, drop).await;
    linger(&mut incoming).await;
    way.finish().await;
}

/// Waits for the guest's own close: to hang up first could destroy ours on its way.
async fn linger<A: Fn(Bytes) + Unpin>(incoming: &mut Incoming<A>) {
    let closed = async {
        let mut heard = incoming.next().await;
        while !is_last(&heard) {
            heard = incoming.next().await;
        }
        if heard != Heard::Closed {
            incoming.drain().await;
        }
    };
    let _ = timeout(CLOSE_GRACE, closed).await;
}

fn is_last(heard: &Heard) -> bool {
    matches!(heard, Heard::Closed | Heard::Broken | Heard::TooLarge)
}

async fn serve<A: Fn(Bytes) + Unpin>(
    seat: &Seat,
    incoming: &mut Incoming<A>,
    way: &mut Way,
    page: bool,
) {
    while !seat.is_over() {
        tokio::select! {
            heard = incoming.next() => {
                seat.heard();
                let last = is_last(&heard);
                if heard == Heard::Closed {
                    return;
                }
                let alive = say(seat, heard, page).await;
                if last || !alive {
                    return Box::pin(wait_for_close(seat, way, alive)).await;
                }
            }
            wrote = write_on(way, seat), if seat.is_blocked() => if wrote.is_err() { return },
            () = seat.woken() => {}
            () = seat.room_gone() => return Box::pin(wait_for_close(seat, way, false)).await,
        }
    }
}

/// Boxed when it begins, which most connections never do.
async fn write_on(way: &mut Way, seat: &Seat) -> io::Result<()> {
    Box::pin(way.go_on(seat)).await
}

/// Nothing more can be read. The room closes the seat for it; where the room is gone, we do.
async fn wait_for_close(seat: &Seat, way: &mut Way, room_alive: bool) {
    if !room_alive {
        seat.close(CloseCode::Restarting);
    }
    let closed = async {
        while !seat.is_over() {
            tokio::select! {
                wrote = way.go_on(seat), if seat.is_blocked() => if wrote.is_err() { return },
                () = seat.woken() => {}
            }
        }
    };
    let _ = timeout(CLOSE_GRACE, closed).await;
}

/// Says to the room what was heard, message by message. False where the room is gone.
async fn say(seat: &Seat, heard: Heard, page: bool) -> bool {
    let bytes = match heard {
        Heard::Binary(bytes) if !bytes.is_empty() => bytes,
        Heard::Control => return seat.say(Message::Other).await,
        Heard::TooLarge => return seat.say(Message::TooLarge).await,
        _ => return seat.say(Message::Malformed).await,
    };
    let mut frame = Reader::new(&bytes);
    while let Some(read) = sync::next(&mut frame) {
        let message = read.map_or(Message::Malformed, |read| message(&bytes, read, page));
        let malformed = matches!(message, Message::Malformed);
        if !seat.say(message).await {
            return false;
        }
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
        sync::Message::Extra(json) if page => from_page(json),
        sync::Message::Extra(_) | sync::Message::Unknown(_) => Message::Other,
    }
}

fn from_page(json: &str) -> Message {
    match extra::read(json) {
        Ok(FromPage::Hello { person, name }) => match Person::parse(&person) {
            Some(person) => Message::Hello { person, name: display_name(&name) },
            None => Message::Malformed,
        },
        Ok(FromPage::Ping { n }) => Message::Ping(n),
        Ok(FromPage::End { in_s }) => {
            let longest = LONGEST_COUNTDOWN.as_secs();
            Message::Steer(Steering::End(Duration::from_secs(in_s.min(longest))))
        }
        Ok(FromPage::Stay) => Message::Steer(Steering::Stay),
        Ok(FromPage::Keep(keep)) => {
            Keep::new(keep).map_or(Message::Malformed, |keep| Message::Steer(Steering::Keep(keep)))
        }
        Ok(FromPage::Unknown) => Message::Other,
        Err(_) => Message::Malformed,
    }
}
