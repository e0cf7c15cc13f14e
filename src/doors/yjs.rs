//! The y-websocket door: one socket is one seat.

use std::future::Future;
use std::time::Duration;

use bytes::Bytes;
use tokio::time::timeout;

use super::socket::{Halves, Heard, Incoming, Socket, TcpPipe};
use crate::base::close::CloseCode;
use crate::base::limits::{CLOSE_GRACE, LONGEST_COUNTDOWN};
use crate::base::names::{Person, display_name};
use crate::room::keep::Keep;
use crate::room::message::{Arrival, Message, Steering};
use crate::room::outlet::Pipe as _;
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
    let (halves, pipe) = socket.split();
    match room.join(arrival, Box::new(pipe.clone())).await {
        Ok(seat) => {
            let mut incoming = Incoming::new(halves, max_pad + OVERHEAD, seat.aside()).await;
            // Every idle connection holds this future: what few are ever in (waiting for room,
            // closing) is boxed when it comes.
            Ok(async move {
                serve(&seat, &mut incoming, &pipe, arrival.page).await;
                let closed = seat.closed_with();
                drop(seat);
                drop(pipe);
                if closed.is_some() {
                    Box::pin(linger(&mut incoming)).await;
                }
                closed
            })
        }
        Err(code) => {
            turn_away(halves, &pipe, code).await;
            Err(code)
        }
    }
}

/// Closes a connection that gets no seat: browsers show a close code, but not an HTTP status.
pub async fn refuse(socket: Socket, code: CloseCode) {
    let (halves, pipe) = socket.split();
    turn_away(halves, &pipe, code).await;
}

async fn turn_away(halves: Halves, pipe: &TcpPipe, code: CloseCode) {
    say_goodbye(pipe, code);
    let mut incoming = Incoming::new(halves, OVERHEAD, drop).await;
    linger(&mut incoming).await;
}

/// A close is small and the first thing on its socket: it fits.
fn say_goodbye(pipe: &TcpPipe, code: CloseCode) {
    let _ = pipe.try_write(&frame::close(code));
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
    pipe: &TcpPipe,
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
                    return Box::pin(wait_for_close(seat, alive)).await;
                }
            }
            ready = pipe.writable(), if seat.is_blocked() => match ready {
                Ok(()) => Box::pin(seat.resume()).await,
                Err(_) => return,
            },
            () = seat.woken() => {}
            () = seat.room_gone() => return Box::pin(wait_for_close(seat, false)).await,
        }
    }
}

/// Nothing more can be read. The room closes the seat for it; where the room is gone, we do.
async fn wait_for_close(seat: &Seat, room_alive: bool) {
    if !room_alive {
        seat.close(CloseCode::Restarting);
    }
    let closed = async {
        while !seat.is_over() {
            seat.woken().await;
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
