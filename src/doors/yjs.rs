//! The y-websocket door: one socket is one seat.

use std::sync::Arc;

use bytes::Bytes;
use tokio::time::timeout;

use super::socket::{Heard, Incoming, Socket, TcpPipe};
use super::spoken;
use crate::base::close::CloseCode;
use crate::base::limits::CLOSE_GRACE;
use crate::room::dialect::{Dialect, Form, Way};
use crate::room::message::{Arrival, Gathered, Message, Note};
use crate::room::outlet::Pipe as _;
use crate::room::{RoomHandle, Seat};
use crate::wire::{awareness, frame, sync};

/// Bytes of a frame beside the update that it carries: tags and lengths.
const OVERHEAD: usize = 64;

/// Seats a guest and serves him until one of both goes. Returns the code that we closed with,
/// where it was us.
pub async fn enter(
    socket: Socket,
    room: &RoomHandle,
    arrival: Arrival,
    max_pad: usize,
) -> Option<CloseCode> {
    let (halves, pipe) = socket.split();
    let way = Way::alone(Box::new(pipe.clone()), Arc::new(YProtocols));
    let seat = match room.join(arrival, way).await {
        Ok(seat) => seat,
        Err(code) => {
            say_goodbye(&pipe, code);
            let mut incoming = Incoming::new(halves, OVERHEAD, drop).await;
            incoming.linger().await;
            return Some(code);
        }
    };
    let mut incoming = Incoming::new(halves, max_pad + OVERHEAD, seat.aside()).await;
    serve(&seat, &mut incoming, &pipe, arrival.page).await;
    let closed = seat.closed_with();
    drop(seat);
    drop(pipe);
    if closed.is_some() {
        incoming.linger().await;
    }
    closed
}

/// Closes a connection that gets no seat: browsers show a close code, but not an HTTP status.
pub async fn refuse(socket: Socket, code: CloseCode) {
    let (halves, pipe) = socket.split();
    say_goodbye(&pipe, code);
    let mut incoming = Incoming::new(halves, OVERHEAD, drop).await;
    incoming.linger().await;
}

/// A close is small and the first thing on its socket: it fits.
fn say_goodbye(pipe: &TcpPipe, code: CloseCode) {
    let _ = pipe.try_write(&frame::close(code));
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
                let last = heard.is_last();
                if heard == Heard::Closed {
                    return;
                }
                let alive = say(seat, heard, page).await;
                if last || !alive {
                    return wait_for_close(seat, alive).await;
                }
            }
            ready = pipe.writable(), if seat.is_blocked() => match ready {
                Ok(()) => seat.resume().await,
                Err(_) => return,
            },
            () = seat.woken() => {}
            () = seat.room_gone() => return wait_for_close(seat, false).await,
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
    match heard {
        Heard::Binary(bytes) if !bytes.is_empty() => spoken::say(seat, &bytes, page).await,
        Heard::Control => seat.say(Message::Other).await,
        Heard::TooLarge => seat.say(Message::TooLarge).await,
        _ => seat.say(Message::Malformed).await,
    }
}

/// y-protocols: one message a frame, always binary.
pub struct YProtocols;

impl Dialect for YProtocols {
    fn form(&self) -> Form {
        Form("y-protocols")
    }

    fn shared(&self, gathered: &Gathered) -> Bytes {
        let update = gathered.update.as_ref().map(|update| frame::binary(&sync::update(update)));
        let presence = gathered.presence.as_ref();
        let presence = presence.map(|states| frame::binary(&sync::awareness(states)));
        match (update, presence) {
            (Some(update), Some(presence)) => Bytes::from([update, presence].concat()),
            (one, other) => one.or(other).unwrap_or_default(),
        }
    }

    fn note(&self, note: &Note) -> Bytes {
        frame::binary(&match note {
            Note::Step1(vector) => sync::step1(vector),
            Note::Step2(update) => sync::step2(update),
            Note::Presence(states) => sync::awareness(states),
            Note::Denied => sync::denied("this link is for reading"),
            Note::Welcome { json, .. } | Note::Page(json) => sync::extra(json),
            Note::Taken(_) | Note::Refused(..) | Note::Lacking(..) => return Bytes::new(),
        })
    }

    fn close(&self, code: CloseCode) -> Bytes {
        frame::close(code)
    }

    fn ping(&self) -> Bytes {
        frame::ping()
    }

    fn keep_alive(&self) -> Bytes {
        frame::binary(&sync::awareness(&awareness::encode([].into_iter())))
    }
}
