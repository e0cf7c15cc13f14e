//! From a request to a seat: the key is checked, the connection taken out of HTTP and handed to
//! its door. A refusal is told by close code after the upgrade, since browsers hide the status.

use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;

use futures_util::FutureExt as _;
use http::{HeaderValue, Request, StatusCode, header};
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::server::TlsStream;
use warp::reply::Response;

use super::blame::{self, Culprit};
use super::going_out::Patient;
use super::guard::Counted;
use super::handshake::{SocketPath, SocketRequest, handshake, offers, socket_base};
use super::problem::Problem;
use super::visitor::visitor;
use super::{ServerState, phoenix};
use crate::base::close::CloseCode;
use crate::base::ids::Person;
use crate::base::limits::JOIN_DEADLINE;
use crate::base::stop::Stop;
use crate::doors;
use crate::doors::conn::{Stream, bound_unsent};
use crate::doors::hocuspocus::HocuspocusClient;
use crate::doors::phoenix::PhoenixClient;
use crate::doors::socket::Socket;
use crate::doors::visitor::Closed;
use crate::doors::yjs::{self, Newcomer};
use crate::room::lobby::{Admission, Pad};
use crate::room::message::Arrival;

/// The subprotocol that is answered.
const PROTOCOL: &str = "fadepad";
/// The subprotocol that phoenix.js offers beside its `authToken`, and wants to be answered.
const PHOENIX_PROTOCOL: &str = "phoenix";
/// Encrypted bytes of one socket that wait for the kernel: more would only be stale.
const SEALED_BUFFER: usize = 16 << 10;

/// Answers 101 and hands the connection to its door, in a task of its own.
pub(super) fn upgrade(
    server: &Arc<ServerState>,
    stop: &Stop,
    peer: SocketAddr,
    request: Request<Incoming>,
) -> Result<Response, Problem> {
    let from = peer.ip().to_canonical();
    let knock = SocketPath::at(request.uri().path());
    let at = socket_base(server, request.uri(), request.headers());
    if knock == SocketPath::Nowhere {
        return Err(Problem::no_socket(&at));
    }
    let headers = request.headers();
    let guest = SocketRequest::read(request.uri().path(), request.uri().query(), headers);
    let client = match knock {
        SocketPath::Phoenix => {
            let query = request.uri().query().unwrap_or_default();
            Some(ManyPads::Phoenix(phoenix::client(server, from, (query, headers))?))
        }
        // Its key comes with each document; one in the request goes for those that bring none.
        SocketPath::Hocuspocus => {
            let visitor = visitor(server, from, guest.key.clone())?;
            let seeded = guest.seeded;
            Some(ManyPads::Hocuspocus(HocuspocusClient { visitor, seeded }))
        }
        _ => None,
    };
    let key = client.as_ref().map_or(&guest.key, ManyPads::key);
    blame::may_speak(server, Culprit::of(server, from, Some(key)), || match &guest.pad {
        Some(pad) => server.lobby.role(pad, key).is_some(),
        None => server.lobby.is_key(key),
    })?;
    let counted = Counted::new(server, from)?;
    let accept = handshake(&request)?;
    let (server, stop) = (Arc::clone(server), stop.clone());
    let offered = |protocol| offers(headers).any(|offer| offer == protocol);
    let own = if knock == SocketPath::Phoenix { PHOENIX_PROTOCOL } else { PROTOCOL };
    let answered = offered(own).then_some(own);
    if let Some(client) = client {
        let caller = Caller { server, stop: stop.clone(), counted, from };
        stop.spawn(Box::pin(serve_many(caller, client, request)));
        return Ok(switching(&accept, answered));
    }
    if knock != SocketPath::Pad {
        let stranger = server.guard.stranger(from)?;
        stop.spawn(briefly(lead_on(knock, request, at), (counted, stranger)));
        return Ok(switching(&accept, answered));
    }
    Caller { server, stop, counted, from }.lead((guest, at), take(request))?;
    Ok(switching(&accept, answered))
}

/// Serves who gets no seat, for as long as one may take who has shown no key.
fn briefly(
    task: impl Future<Output = ()> + Send + 'static,
    counted: impl Send + 'static,
) -> Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async move {
        let _ = timeout(JOIN_DEADLINE, task).await;
        drop(counted);
    })
}

/// Tells who knocks at a wrong place where to go.
async fn lead_on(knock: SocketPath, request: Request<Incoming>, at: Box<str>) {
    if let Some(socket) = take(request).await {
        match knock {
            SocketPath::Unnamed => yjs::ask_for_a_name(socket, &at).await,
            _ => yjs::show_another_way(socket, &at).await,
        }
    }
}

/// A connection that is counted, and where it comes from.
pub(super) struct Caller {
    pub(super) server: Arc<ServerState>,
    pub(super) stop: Stop,
    pub(super) counted: Counted,
    pub(super) from: IpAddr,
}

impl Caller {
    /// Leads who knocks at a pad to their seat, or tells by the close of the socket why there is none. `at` is where they asked
    /// (see `socket_base`).
    pub(super) fn lead(
        self,
        (guest, at): (SocketRequest, Box<str>),
        socket: impl Future<Output = Option<Socket>> + Send + 'static,
    ) -> Result<(), Problem> {
        let Self { server, stop, counted, from } = self;
        match guest.admit(&server, from) {
            Ok(admission) => {
                let guest = (guest, admission, at);
                let caller = Self { server, stop: stop.clone(), counted, from };
                stop.spawn(Box::pin(serve(caller, guest, socket)));
            }
            Err(code) => {
                let shows_none = matches!(code, CloseCode::KeyInvalid | CloseCode::NoSuchPad);
                let stranger = if shows_none { Some(server.guard.stranger(from)?) } else { None };
                let told = async move {
                    if let Some(socket) = socket.await {
                        blame::note(&server, Culprit::of(&server, from, None), Some(code));
                        yjs::refuse(socket, code, &at).await;
                    }
                };
                stop.spawn(briefly(told, (counted, stranger)));
            }
        }
        Ok(())
    }
}

async fn serve(
    caller: Caller,
    (guest, Admission { pass, pad, .. }, at): (SocketRequest, Admission, Box<str>),
    socket: impl Future<Output = Option<Socket>> + Send,
) {
    let Some(socket) = socket.await else { return };
    // Whose key is nobody's own is somebody by this connection alone.
    let person = pass.person.map_or_else(Person::new, Ok);
    let (Ok(person), false) = (person, caller.stop.is_stopping()) else {
        return yjs::refuse(socket, CloseCode::GoingAway, &at).await;
    };
    let seat = caller.server.lobby.next_seat();
    let arrival = guest.arrival(seat, (person, pass), caller.from);
    let (shard, stop) = (pad.room.shard().clone(), caller.stop.clone());
    let who = Culprit::of(&caller.server, caller.from, Some(&guest.key));
    let seated = caller.seat(socket, who, (pad, arrival, (guest.ack, at)));
    if shard.is_home() {
        seated.await;
    } else {
        stop.spawn_on(&shard, Box::pin(seated));
    }
}

impl Caller {
    /// Gives a guest their seat, on the thread of the pad's room.
    async fn seat(
        self,
        socket: Socket,
        who: Culprit,
        (pad, arrival, (ack, at)): (Pad, Arrival, (bool, Box<str>)),
    ) {
        let Self { server, stop, counted, .. } = self;
        let socket = if pad.room.shard().is_home() { Ok(socket) } else { socket.move_here() };
        let Ok(socket) = socket else { return };
        let newcomer = Newcomer { lobby: &server.lobby, arrival, ack, at };
        match yjs::enter(socket, &pad.room, newcomer).await {
            Err(code) => blame::note(&server, who, Some(code)),
            Ok(stay) => {
                // A task of its own: what it took to come in is gone while one is here.
                stop.spawn(stay.map(move |code| {
                    blame::note(&server, who, code);
                    drop(counted);
                }));
            }
        }
    }
}

/// A client whose one connection may have many pads.
enum ManyPads {
    Phoenix(PhoenixClient),
    Hocuspocus(HocuspocusClient),
}

impl ManyPads {
    fn key(&self) -> &String {
        match self {
            Self::Phoenix(client) => &client.visitor.token,
            Self::Hocuspocus(client) => &client.visitor.token,
        }
    }
}

async fn serve_many(caller: Caller, client: ManyPads, request: Request<Incoming>) {
    let Some(socket) = take(request).await else { return };
    // A task of its own: what it took to come in is gone while one is here.
    let stop = caller.stop.clone();
    match client {
        ManyPads::Phoenix(client) => caller.stop.clone().spawn(async move {
            let closed = doors::phoenix::enter(socket, client, &stop).await;
            caller.note(closed);
        }),
        ManyPads::Hocuspocus(client) => caller.stop.clone().spawn(async move {
            let closed = doors::hocuspocus::enter(socket, client, &stop).await;
            caller.note(closed);
        }),
    };
}

impl Caller {
    /// Notes why we closed a connection of several pads, where it was us.
    fn note(&self, closed: Option<Closed>) {
        let Self { server, from, .. } = self;
        match closed {
            Some(Closed { code, key, excused: false }) => {
                blame::note(server, Culprit::of(server, *from, key.as_deref()), Some(code));
            }
            Some(Closed { code, .. }) => blame::tell(code),
            None => {}
        }
    }
}

/// Takes the connection out of HTTP, with what an eager client has sent already. The rest of the
/// parser's buffer is dropped: it is a piece of 8 KiB.
async fn take(request: Request<Incoming>) -> Option<Socket> {
    let upgraded = hyper::upgrade::on(request).await.ok()?;
    let (stream, early) = match upgraded.downcast::<TokioIo<Patient<TcpStream>>>() {
        Ok(parts) => (Stream::Plain(parts.io.into_inner().into_inner()), parts.read_buf),
        Err(upgraded) => {
            let parts = upgraded.downcast::<TokioIo<Patient<TlsStream<TcpStream>>>>().ok()?;
            let mut stream = parts.io.into_inner().into_inner();
            let (socket, session) = stream.get_mut();
            bound_unsent(socket);
            session.set_buffer_limit(Some(SEALED_BUFFER));
            (Stream::Sealed(Box::new(stream)), parts.read_buf)
        }
    };
    Some(Socket { stream, early: bytes::Bytes::copy_from_slice(&early) })
}

fn switching(accept: &str, answered: Option<&'static str>) -> Response {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = response.headers_mut();
    headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    if let Ok(accept) = HeaderValue::from_str(accept) {
        headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
    }
    if let Some(protocol) = answered {
        let protocol = HeaderValue::from_static(protocol);
        headers.insert(header::SEC_WEBSOCKET_PROTOCOL, protocol);
    }
    response
}
