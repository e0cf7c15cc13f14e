//! The Hocuspocus door: one connection has many documents, and each document is a seat in the room of its
//! pad. The provider of today (4.8) speaks to it unchanged.

mod document;
mod encode;
mod line;

use bytes::Bytes;
use tokio::time::timeout;

use self::line::Line;
use super::conn::WriteHalf;
use super::intake::{Bounds, Largest};
use super::socket::{Heard, Incoming, Socket};
use super::visitor::{Closed, Noted, Stranger};
use crate::base::clock::now;
use crate::base::close::CloseCode;
use crate::base::ids::Origin;
use crate::base::limits::{BEFORE_JOIN, CLOSE_GRACE};
use crate::base::stop::Stop;
use crate::room::lobby::Lobby;

/// Who has connected, before any document.
pub struct Visitor {
    /// The pads.
    pub lobby: Lobby,
    /// The key that it connected with; a document may bring another.
    pub token: String,
    /// Whether pads that it makes begin with the empty paragraph of our page.
    pub seeded: bool,
    /// Where it comes from.
    pub origin: Origin,
    /// Kept until it has shown a key, where it came without one that opens a pad: it has not long.
    pub stranger: Option<Stranger>,
    /// Whether one more pad may be made from there, by the instance's key.
    pub may_open: Box<dyn Fn() -> bool + Send + Sync>,
    /// Hears why documents of this client were closed, and with which key it had come.
    pub noted: Noted,
}

/// Serves a client until one of both goes. Tells why we closed the socket, where it was us.
pub async fn enter(socket: Socket, visitor: Visitor, stop: &Stop) -> Option<Closed> {
    let (halves, mut way) = socket.split();
    let lobby = visitor.lobby.clone();
    let mut line = Line::new(visitor, way.pipe(), now());
    let sizes = line.sizes.clone();
    let largest = Largest { ever: sizes.largest(), now: Box::new(move || sizes.most()) };
    let bounds = Bounds::new(largest, Box::new(line.alive()), &lobby);
    let mut incoming = Incoming::new(halves, bounds, line.aside()).await;
    // Nobody makes us hold a large message before they have shown a key.
    incoming.allow(Some(BEFORE_JOIN));
    let code = serve(&mut line, &mut incoming, &mut way, stop).await.err();
    if let Some(code) = code {
        line.close(code);
    }
    Box::pin(say_last(&mut line, &mut way)).await;
    let key = line.key.take();
    // The seats leave before the goodbye is waited for: nobody is shown who has gone.
    drop(line);
    Box::pin(way.finish()).await;
    if code.is_some() {
        Box::pin(incoming.linger()).await;
    }
    code.map(|code| Closed { code, key, excused: false })
}

async fn serve<A: Fn(Bytes) + Unpin>(
    line: &mut Line,
    incoming: &mut Incoming<A>,
    way: &mut WriteHalf,
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
                    Heard::Text(_) => return Err(CloseCode::Malformed),
                    Heard::Control => line.count()?,
                    Heard::Binary(frame) => line.hear(&frame).await?,
                }
                if !trusted && line.is_known() {
                    trusted = true;
                    incoming.allow(None);
                }
            }
            wrote = line.mux.write_on(way), if line.is_blocked() => match wrote {
                Ok(()) => line.resume().await,
                Err(_) => return Ok(()),
            },
            () = line.wake.notified() => {}
            () = tokio::time::sleep_until(line.deadline().into()) => line.pass_time()?,
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
