//! The y-websocket door: one socket is one seat.

mod another_way;
mod encode;

use std::future::Future;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use fadepad_wire::hocuspocus;
use tokio::time::timeout;

use self::another_way::{another_way, name_it};
pub use self::encode::YProtocols;
use super::conn::WriteHalf;
use super::decode::{self, Beside};
use super::intake::{Bounds, Largest};
use super::socket::{Halves, Heard, Incoming, Socket};
use crate::base::close::CloseCode;
use crate::base::ids::Role;
use crate::base::limits::{CLOSE_GRACE, MAX_UPDATE, MAX_VIEWER_MESSAGE};
use crate::room::lobby::Lobby;
use crate::room::message::{Arrival, Message};
use crate::room::send::encoder::Sink;
use crate::room::{RoomHandle, Seat};

/// Bytes of a frame beside the update that it carries: tags and lengths.
const OVERHEAD: usize = 64;

/// How long and how large the first message of who gets no seat may be. It is awaited because a
/// Hocuspocus provider shows its key in it, and names its pad, which is no use here, but tells who it is.
pub const GREETING: (Duration, usize) = (Duration::from_millis(500), 16 << 10);

/// Somebody who wants a seat at this door.
pub struct Newcomer<'a> {
    /// The pads.
    pub lobby: &'a Lobby,
    /// Who.
    pub arrival: Arrival,
    /// Whether they want to hear which of their ids were taken.
    pub ack: bool,
    /// The address that they asked, such as `ws://192.168.1.20:7780`.
    pub at: Box<str>,
}

/// A connection that gets no seat.
struct Unseated {
    halves: Halves,
    way: WriteHalf,
}

/// Seats a guest. What is returned serves them until one of both goes, and tells the code that we
/// closed with, where it was us.
///
/// # Errors
/// The code that the connection was closed with instead.
pub async fn enter(
    socket: Socket,
    room: &RoomHandle,
    Newcomer { lobby, arrival, ack, at }: Newcomer<'_>,
) -> Result<impl Future<Output = Option<CloseCode>> + Send + use<>, CloseCode> {
    let (halves, mut way) = socket.split();
    let page = arrival.kind.hears_life();
    let beside = Beside { page, ack };
    let sink = Sink::alone(way.pipe(), Arc::new(YProtocols { page, ack }));
    match room.join(arrival, sink).await {
        Ok(seat) => {
            let bounds = bounds(&seat, arrival.kind.role(arrival.role), lobby);
            let mut incoming = Incoming::new(halves, bounds, seat.aside()).await;
            // Every idle connection holds this future: what few are ever in (waiting for room,
            // closing) is boxed when it comes.
            Ok(async move {
                serve(&seat, &mut incoming, &mut way, (beside, at)).await;
                let closed = seat.closed_with();
                drop(seat);
                Box::pin(way.finish()).await;
                if closed.is_some() {
                    Box::pin(incoming.linger()).await;
                }
                closed
            })
        }
        Err(code) => {
            Unseated { halves, way }.say_goodbye(code, &at).await;
            Err(code)
        }
    }
}

/// What a guest may say: who reads, little; who writes, an update, and as much as a pad where that is
/// still to come.
fn bounds(seat: &Seat, role: Role, lobby: &Lobby) -> Bounds {
    let whole = lobby.rules().limits.doc.bytes + OVERHEAD;
    let ever = whole.max(MAX_VIEWER_MESSAGE);
    let history = seat.history();
    // Asked anew for each message: a room that has lost its text asks for all of it again.
    let now: Box<dyn Fn() -> usize + Send> =
        match role {
            Role::View => Box::new(|| MAX_VIEWER_MESSAGE),
            _ => Box::new(move || {
                if history.is_awaited() { whole } else { whole.min(MAX_UPDATE + OVERHEAD) }
            }),
        };
    let counted = (seat.inflow().clone(), lobby.rules().limits);
    Bounds::new(Largest { ever, now }, Box::new(seat.alive()), counted)
}

/// Closes a connection that gets no seat: browsers show a close code, but not an HTTP status.
pub async fn refuse(socket: Socket, code: CloseCode, at: &str) {
    Unseated::new(socket).say_goodbye(code, at).await;
}

/// Closes the connection of a Hocuspocus provider, and names the way that is open to it.
pub async fn show_another_way(socket: Socket, at: &str) {
    Unseated::new(socket).say(&another_way(at)).await;
}

/// Closes a connection that names no pad, and shows where the name stands.
pub async fn ask_for_a_name(socket: Socket, at: &str) {
    Unseated::new(socket).say_once_heard(name_it(at), at).await;
}

impl Unseated {
    fn new(socket: Socket) -> Self {
        let (halves, way) = socket.split();
        Self { halves, way }
    }

    async fn say_goodbye(self, code: CloseCode, at: &str) {
        let last = code.framed();
        if matches!(code, CloseCode::KeyInvalid | CloseCode::NoSuchPad) {
            self.say_once_heard(last, at).await;
        } else {
            self.say(&last).await;
        }
    }

    /// Says it at once.
    async fn say(self, last: &Bytes) {
        let incoming = Incoming::new(self.halves, Bounds::small(OVERHEAD), drop).await;
        say_last(incoming, self.way, last).await;
    }

    /// Waits a moment for the first message, since a Hocuspocus provider is told something else.
    async fn say_once_heard(self, last: Bytes, at: &str) {
        let mut incoming = Incoming::new(self.halves, Bounds::small(GREETING.1), drop).await;
        let heard = timeout(GREETING.0, incoming.next()).await;
        let lost = heard.is_ok_and(|heard| is_greeting(&heard));
        say_last(incoming, self.way, &if lost { another_way(at) } else { last }).await;
    }
}

async fn say_last<A: Fn(Bytes) + Unpin>(
    mut incoming: Incoming<A>,
    mut way: WriteHalf,
    last: &Bytes,
) {
    way.say(last).await;
    incoming.linger().await;
    way.finish().await;
}

fn is_greeting(heard: &Heard) -> bool {
    matches!(heard, Heard::Binary(frame) if hocuspocus::is_greeting(frame))
}

async fn serve<A: Fn(Bytes) + Unpin>(
    seat: &Seat,
    incoming: &mut Incoming<A>,
    way: &mut WriteHalf,
    (beside, at): (Beside, Box<str>),
) {
    let mut woken = pin!(seat.woken());
    let mut gone = pin!(seat.room_gone());
    // Of use to the first message alone, and dropped with it.
    let mut at = Some(at);
    while !seat.is_over() {
        tokio::select! {
            // What is typed comes first, and is all there is to look at; who sends without a
            // pause is stopped by tokio's budget.
            biased;
            heard = incoming.next() => {
                seat.heard();
                let last = heard.is_last();
                let first = at.take();
                match heard {
                    Heard::Closed => return,
                    Heard::Goodbye(answer) => {
                        seat.answer_close(answer);
                        return Box::pin(wait_for_close(seat, way, true)).await;
                    }
                    ref heard if is_greeting(heard) => if let Some(at) = first {
                        seat.close_saying(CloseCode::NoSuchPad, another_way(&at));
                        return Box::pin(wait_for_close(seat, way, true)).await;
                    },
                    _ => {}
                }
                let alive = say(seat, heard, beside).await;
                if last || !alive {
                    return Box::pin(wait_for_close(seat, way, alive)).await;
                }
            }
            wrote = write_on(way, seat), if seat.is_blocked() => if wrote.is_err() { return },
            () = &mut woken => woken.set(seat.woken()),
            () = &mut gone => return Box::pin(wait_for_close(seat, way, false)).await,
        }
    }
}

/// Boxed when it begins, which most connections never do.
async fn write_on(way: &mut WriteHalf, seat: &Seat) -> io::Result<()> {
    Box::pin(way.go_on(seat)).await
}

/// Nothing more is read. The room closes the seat for it, or the guest's own close was answered;
/// where the room is gone, we close it.
async fn wait_for_close(seat: &Seat, way: &mut WriteHalf, room_alive: bool) {
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
async fn say(seat: &Seat, heard: Heard, beside: Beside) -> bool {
    match heard {
        Heard::Binary(bytes) => decode::say(seat, &bytes, beside).await,
        Heard::Control => seat.say(Message::Other).await,
        Heard::TooLarge => seat.say(Message::TooLarge).await,
        Heard::Refused(code) => {
            seat.close(code);
            true
        }
        _ => seat.say(Message::Malformed).await,
    }
}
