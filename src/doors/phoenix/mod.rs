//! The Phoenix door: one connection has many topics, and each topic is a seat in the room of its
//! pad. The official client (1.8), its Presence and y-phoenix-channel speak to it unchanged.

mod channel;
mod encode;
mod join;
mod line;
mod people;
mod poll;
mod topic;

use bytes::Bytes;
pub use fadepad_wire::phoenix::Version;
use fadepad_wire::phoenix::{Message, NoMessage};
use tokio::time::timeout;

pub use self::channel::DocEvent;
use self::line::Line;
pub use self::poll::{Polled, Polls};
use super::conn::WriteHalf;
use super::intake::{Bounds, Largest};
use super::socket::{Heard, Incoming, Socket};
pub use super::visitor::{Closed, Noted, Stranger};
use crate::base::clock::now;
use crate::base::close::CloseCode;
use crate::base::ids::Origin;
use crate::base::limits::{BEFORE_JOIN, CLOSE_GRACE};
use crate::base::stop::Stop;
use crate::room::lobby::Lobby;

/// Who has connected, before any topic.
pub struct Visitor {
    /// The pads.
    pub lobby: Lobby,
    /// The key that it connected with; a join may bring another.
    pub token: String,
    /// Where it comes from.
    pub origin: Origin,
    /// How it wants to be spoken to.
    pub version: Version,
    /// Whether only text reaches it, as by long polling.
    pub only_text: bool,
    /// Kept until it has joined, where it came without a key that opens a pad: it has not long.
    pub stranger: Option<Stranger>,
    /// Whether one more pad may be made from there, by the instance's key.
    pub may_open: Box<dyn Fn() -> bool + Send + Sync>,
    /// Hears why topics of this client were closed, and with which key it had joined.
    pub noted: Noted,
}

/// Serves a client until one of both goes. Tells why we closed the socket, where it was us.
pub async fn enter(socket: Socket, visitor: Visitor, stop: &Stop) -> Option<Closed> {
    let (halves, mut way) = socket.split();
    let (version, lobby) = (visitor.version, visitor.lobby.clone());
    let mut line = Line::new(visitor, way.pipe(), now());
    let sizes = line.sizes.clone();
    let largest = Largest { ever: sizes.largest(), now: Box::new(move || sizes.most()) };
    let bounds = Bounds::new(largest, Box::new(line.alive()), &lobby);
    let mut incoming = Incoming::new(halves, bounds, line.aside()).await;
    // Nobody makes us hold a large message before they have shown a key.
    incoming.allow(Some(BEFORE_JOIN));
    let served = serve(&mut line, &mut incoming, &mut way, version, stop).await;
    let code = served.err();
    if let Some(code) = code {
        line.close(code);
    }
    Box::pin(say_last(&mut line, &mut way)).await;
    let (excused, key) = (line.excused, line.key.take());
    // The seats leave before the goodbye is waited for: nobody is shown who has gone.
    drop(line);
    Box::pin(way.finish()).await;
    if code.is_some() {
        Box::pin(incoming.linger()).await;
    }
    code.map(|code| Closed { code, key, excused })
}

async fn serve<A: Fn(Bytes) + Unpin>(
    line: &mut Line,
    incoming: &mut Incoming<A>,
    way: &mut WriteHalf,
    version: Version,
    stop: &Stop,
) -> Result<(), CloseCode> {
    let mut trusted = false;
    loop {
        line.tidy()?;
        tokio::select! {
            heard = incoming.next() => {
                line.is_heard();
                match heard {
                    Heard::Closed => return Ok(()),
                    Heard::Goodbye(answer) => {
                        line.answer_close(answer);
                        return Ok(());
                    }
                    Heard::TooLarge => return Err(CloseCode::TooLarge),
                    Heard::Refused(code) => return Err(code),
                    Heard::Control => line.count()?,
                    Heard::Text(frame) => hear_text(line, version, &frame).await?,
                    Heard::Binary(frame) => hear_binary(line, version, &frame).await?,
                }
                if !trusted && line.has_joined() {
                    trusted = true;
                    incoming.allow(None);
                }
            }
            wrote = line.mux.write_on(way), if line.is_blocked() => match wrote {
                Ok(()) => line.resume().await,
                Err(_) => return Ok(()),
            },
            () = line.wake.notified() => {}
            () = tokio::time::sleep_until(line.deadline().into()) => line.pass_time().await?,
            () = stop.stopped() => return Err(CloseCode::GoingAway),
        }
    }
}

/// Writes what is left to say, where the connection takes it soon.
async fn say_last(line: &mut Line, way: &mut WriteHalf) {
    let said = async {
        while line.is_blocked() && line.mux.write_on(way).await.is_ok() {
            line.resume().await;
        }
    };
    let _ = timeout(CLOSE_GRACE, said).await;
}

async fn hear_text(line: &mut Line, version: Version, frame: &Bytes) -> Result<(), CloseCode> {
    let text = std::str::from_utf8(frame).map_err(|_| CloseCode::Malformed)?;
    match Message::from_text(version, text) {
        Ok(message) => line.hear(message, frame).await,
        Err(no_message) => {
            // Phoenix closes for it as well: a program that is wrong is let go, and held against
            // nobody.
            line.excused = no_message == NoMessage::Json;
            Err(CloseCode::Malformed)
        }
    }
}

async fn hear_binary(line: &mut Line, version: Version, frame: &Bytes) -> Result<(), CloseCode> {
    if version == Version::V1 {
        return Err(CloseCode::Malformed);
    }
    let message = Message::from_binary(frame).map_err(|_| CloseCode::Malformed)?;
    line.hear(message, frame).await
}
