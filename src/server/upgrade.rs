//! From a request to a seat: the key is checked, the connection taken out of HTTP and handed to
//! its door. A refusal is told by close code after the upgrade, since browsers hide the status.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use futures_util::FutureExt as _;
use http::{HeaderMap, HeaderValue, Request, StatusCode, header};
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio_rustls::server::TlsStream;
use warp::reply::Response;

use super::House;
use super::api::parameter;
use super::guard::{Counted, text};
use super::problem::Problem;
use crate::base::close::CloseCode;
use crate::base::ids::{Epoch, Role, SeatId};
use crate::base::names::PadName;
use crate::base::stop::Stop;
use crate::doors::socket::{Socket, accept_key};
use crate::doors::way::{Stream, bound_unsent};
use crate::doors::yjs;
use crate::room::lobby::{Admission, Denied};
use crate::room::message::{Arrival, Tab};

/// The subprotocol that is answered; the key stands beside it as `fadepad.key.KEY`.
const PROTOCOL: &str = "fadepad";
const KEY_PROTOCOL: &str = "fadepad.key.";
const PATH: &str = "/ws/";
/// Encrypted bytes of one socket that wait for the kernel: more would only be stale for a slow
/// reader.
const SEALED_BUFFER: usize = 16 << 10;

/// Whether this request wants a socket of ours.
pub(super) fn is_wanted(request: &Request<Incoming>) -> bool {
    let websocket = text(request.headers(), header::UPGRADE)
        .is_some_and(|value| value.eq_ignore_ascii_case("websocket"));
    websocket && request.uri().path().starts_with(PATH)
}

/// Answers 101 and hands the connection to its door, in a task of its own.
pub(super) fn upgrade(
    house: &Arc<House>,
    stop: &Stop,
    peer: SocketAddr,
    request: Request<Incoming>,
) -> Result<Response, Problem> {
    let headers = request.headers();
    let version = text(headers, header::SEC_WEBSOCKET_VERSION);
    let nonce = headers.get(header::SEC_WEBSOCKET_KEY).map(|key| accept_key(key.as_bytes()));
    let (Some("13"), Some(accept)) = (version, nonce) else {
        return Err(Problem::malformed("This is no WebSocket handshake of version 13."));
    };
    let counted = Counted::new(house, peer.ip().to_canonical(), Instant::now())?;
    let guest = Guest::read(request.uri().path(), request.uri().query(), headers);
    let answered = offers(headers).any(|offer| offer == PROTOCOL);
    let task = serve(Arc::clone(house), stop.clone(), guest, request, counted, peer);
    stop.spawn(Box::pin(task));
    Ok(switching(&accept, answered))
}

/// What a guest says of himself in the request.
struct Guest {
    pad: Option<PadName>,
    key: String,
    page: bool,
    wall: bool,
    tab: Option<Tab>,
    epoch: Option<Epoch>,
}

impl Guest {
    fn read(path: &str, query: Option<&str>, headers: &HeaderMap) -> Self {
        let query = query.unwrap_or_default();
        let offered = offers(headers).find_map(|offer| offer.strip_prefix(KEY_PROTOCOL));
        let key = offered.or_else(|| parameter(query, "key"));
        Self {
            pad: path.strip_prefix(PATH).and_then(|name| name.parse().ok()),
            key: key.unwrap_or_default().to_owned(),
            page: parameter(query, "x") == Some("1"),
            wall: parameter(query, "wall") == Some("1"),
            tab: parameter(query, "tab").and_then(|hex| Tab::from_str_radix(hex, 16).ok()),
            epoch: parameter(query, "epoch").and_then(|epoch| epoch.parse().ok()),
        }
    }

    /// The pad that this guest may enter. A page that knows another life gets none of it: nothing
    /// is synced, so that no life flows into another.
    fn admit(&self, house: &House) -> Result<Admission, CloseCode> {
        let name = self.pad.as_ref().ok_or(CloseCode::NoSuchPad)?;
        let admission = house.lobby.admit(name, &self.key).map_err(|denied| match denied {
            Denied::Unknown => CloseCode::NoSuchPad,
            Denied::BadKey => CloseCode::KeyInvalid,
            Denied::Ended(_) => CloseCode::Ended,
            Denied::Full => CloseCode::Full,
        })?;
        match self.epoch {
            Some(known) if known != admission.pad.epoch => Err(CloseCode::Ended),
            _ => Ok(admission),
        }
    }

    /// What the room hears of him. A wall only looks, whatever its key allows.
    fn arrival(&self, seat: SeatId, role: Role) -> Arrival {
        let wall = self.page && self.wall;
        let role = if wall { Role::View } else { role };
        Arrival { seat, role, page: self.page, wall, tab: self.tab }
    }
}

async fn serve(
    house: Arc<House>,
    stop: Stop,
    guest: Guest,
    request: Request<Incoming>,
    counted: Counted,
    peer: SocketAddr,
) {
    let Some(socket) = take(request).await else { return };
    let code = match guest.admit(&house) {
        Err(code) => {
            yjs::refuse(socket, code).await;
            Some(code)
        }
        Ok(_) if stop.is_stopping() => {
            yjs::refuse(socket, CloseCode::GoingAway).await;
            None
        }
        Ok(Admission { role, pad }) => {
            let seat = house.lobby.next_seat();
            let arrival = guest.arrival(seat, role);
            let max_pad = house.lobby.rules().limits.doc.bytes;
            match yjs::enter(socket, &pad.room, arrival, max_pad).await {
                Err(code) => Some(code),
                Ok(stay) => {
                    // A task of its own: what it took to come in is gone while one is here.
                    let house = Arc::clone(&house);
                    stop.spawn(stay.map(move |code| {
                        note(&house, code, peer);
                        drop(counted);
                    }));
                    return;
                }
            }
        }
    };
    note(&house, code, peer);
    drop(counted);
}

/// Notes why a socket was closed by us, and holds violations of the protocol against its address.
fn note(house: &House, code: Option<CloseCode>, peer: SocketAddr) {
    let Some(code) = code else { return };
    tracing::info!(code = code as u16, reason = code.reason(), "a socket was closed");
    if matches!(code, CloseCode::Malformed | CloseCode::TooFast | CloseCode::Forbidden) {
        house.guard.violated(peer.ip().to_canonical(), Instant::now());
    }
}

/// Takes the connection out of HTTP, with what an eager client has sent already. The rest of the
/// parser's buffer is dropped: it is a piece of 8 KiB.
async fn take(request: Request<Incoming>) -> Option<Socket> {
    let upgraded = hyper::upgrade::on(request).await.ok()?;
    let (stream, early) = match upgraded.downcast::<TokioIo<TcpStream>>() {
        Ok(parts) => (Stream::Plain(parts.io.into_inner()), parts.read_buf),
        Err(upgraded) => {
            let parts = upgraded.downcast::<TokioIo<TlsStream<TcpStream>>>().ok()?;
            let mut stream = parts.io.into_inner();
            let (socket, session) = stream.get_mut();
            bound_unsent(socket);
            session.set_buffer_limit(Some(SEALED_BUFFER));
            (Stream::Sealed(Box::new(stream)), parts.read_buf)
        }
    };
    Some(Socket { stream, early: bytes::Bytes::copy_from_slice(&early) })
}

fn offers(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    headers
        .get_all(header::SEC_WEBSOCKET_PROTOCOL)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|list| list.split(',').map(str::trim))
}

fn switching(accept: &str, answered: bool) -> Response {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = response.headers_mut();
    headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    if let Ok(accept) = HeaderValue::from_str(accept) {
        headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
    }
    if answered {
        let protocol = HeaderValue::from_static(PROTOCOL);
        headers.insert(header::SEC_WEBSOCKET_PROTOCOL, protocol);
    }
    response
}
