//! What asks for a socket: where it knocks, what it says of itself, and whether its opening handshake is one (RFC 6455 §4.2.1).

use std::net::IpAddr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri, header};
use hyper::body::Incoming;

use super::ServerState;
use super::guard::{asked, text};
use super::problem::Problem;
use super::request::parameter;
use crate::base::clock::now;
use crate::base::close::CloseCode;
use crate::base::ids::{BadEpoch, Epoch, Person, SeatId};
use crate::base::names::PadName;
use crate::doors::socket::accept_key;
use crate::room::core::pass::Pass;
use crate::room::core::seat_kind::SeatKind;
use crate::room::core::seed::NO_SEED;
use crate::room::lobby::{Admission, Entrant};
use crate::room::message::{Arrival, Tab};

/// The y-websocket door, before the pad's name.
const PATH: &str = "/ws/";
const PHOENIX_PATH: &str = "/socket/websocket";
/// The Hocuspocus door; what stands behind it is passed over, since documents are named in messages.
const HOCUSPOCUS_PATH: &str = "/hocuspocus";
/// The key stands beside the subprotocol that is answered, as `fadepad.key.KEY`.
const KEY_PROTOCOL: &str = "fadepad.key.";
/// Bytes of a client's handshake key.
const NONCE: usize = 16;

/// Where a socket knocks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SocketPath {
    /// The y-websocket door, at a pad's name.
    Pad,
    Phoenix,
    /// The y-websocket door, where the name is missing.
    Unnamed,
    Hocuspocus,
    /// Where a Hocuspocus provider knocks that was told no path.
    Root,
    /// Where nothing hears sockets.
    Nowhere,
}

impl SocketPath {
    pub(super) fn at(path: &str) -> Self {
        let below = |rest: &str| rest.is_empty() || rest.starts_with('/');
        match path {
            PHOENIX_PATH => Self::Phoenix,
            "/" => Self::Root,
            _ if path.trim_end_matches('/') == PATH.trim_end_matches('/') => Self::Unnamed,
            _ if path.starts_with(PATH) => Self::Pad,
            _ if path.strip_prefix(HOCUSPOCUS_PATH).is_some_and(below) => Self::Hocuspocus,
            _ => Self::Nowhere,
        }
    }

    /// Whether this address is for sockets alone.
    fn is_for_sockets(self, path: &str) -> bool {
        self != Self::Nowhere && path != "/"
    }
}

/// What a guest says of themselves in the request.
pub(super) struct SocketRequest {
    pub(super) pad: Option<PadName>,
    pub(super) key: String,
    kind: SeatKind,
    tab: Option<Tab>,
    /// The life that they know; what is no epoch is none that there is.
    epoch: Option<Result<Epoch, BadEpoch>>,
    pub(super) seeded: bool,
    pub(super) ack: bool,
}

impl SocketRequest {
    pub(super) fn read(path: &str, query: Option<&str>, headers: &HeaderMap) -> Self {
        let query = query.unwrap_or_default();
        let offered = offers(headers).find_map(|offer| offer.strip_prefix(KEY_PROTOCOL));
        let named = || parameter(query, "key").or_else(|| parameter(query, "token"));
        let key = offered.or_else(named).unwrap_or_default();
        Self::of(path.strip_prefix(PATH).and_then(|name| name.parse().ok()), key, query)
    }

    /// The same of who asks for a tunnel in the place of a socket.
    pub(super) fn of(pad: Option<PadName>, key: &str, query: &str) -> Self {
        Self {
            pad,
            key: key.to_owned(),
            kind: match (parameter(query, "x"), parameter(query, "wall")) {
                (Some("1"), Some("1")) => SeatKind::Wall,
                (Some("1"), _) => SeatKind::Page,
                _ => SeatKind::Client,
            },
            tab: parameter(query, "tab").and_then(|hex| Tab::from_str_radix(hex, 16).ok()),
            epoch: parameter(query, "epoch").map(str::parse),
            seeded: parameter(query, "seed") != Some(NO_SEED),
            ack: parameter(query, "ack") == Some("1"),
        }
    }

    /// The pad that this guest may enter. A page that knows another life gets none of it: nothing
    /// is synced, so that no life flows into another.
    pub(super) fn admit(&self, server: &ServerState, from: IpAddr) -> Result<Admission, CloseCode> {
        let name = self.pad.as_ref().ok_or(CloseCode::NoSuchPad)?;
        // Whoever knows another life wants that one, and would find this one empty.
        let may_open = || server.guard.may_open(from, now()).is_ok();
        let may_open = self.epoch.is_none().then_some(&may_open as &dyn Fn() -> bool);
        let who =
            Entrant { key: &self.key, from: Some(from.into()), seeded: self.seeded, may_open };
        let admission = server.lobby.enter(name, who).map_err(|denied| denied.code())?;
        match self.epoch {
            Some(known) if known != Ok(admission.pad.epoch) => Err(CloseCode::Ended),
            _ => Ok(admission),
        }
    }

    /// What the room hears of them.
    pub(super) fn arrival(
        &self,
        seat: SeatId,
        (person, pass): (Person, Pass),
        from: IpAddr,
    ) -> Arrival {
        let (kind, tab, origin) = (self.kind, self.tab, Some(from.into()));
        let Pass { role, generation, .. } = pass;
        let own = pass.person.is_some();
        Arrival { seat, kind, person, own, role, generation, origin, tab }
    }
}

/// Whether this request is for a socket: by its address, or by what it asks for, wherever that is.
pub(super) fn is_wanted(request: &Request<Incoming>) -> bool {
    let path = request.uri().path();
    SocketPath::at(path).is_for_sockets(path) || asks_for_a_socket(request.headers())
}

/// Where sockets are at the host that was asked, such as `ws://192.168.1.20:7780`. The guard has let
/// that host in.
pub(super) fn socket_base(server: &ServerState, uri: &Uri, headers: &HeaderMap) -> Box<str> {
    let places = server.places.now();
    let asked = asked(uri, headers);
    let by_proxy = asked.as_ref().is_some_and(|asked| places.is_proxied(asked));
    let sealed = server.tls.is_some() || (by_proxy && places.base.starts_with("https:"));
    let scheme = if sealed { "wss" } else { "ws" };
    let host = asked.map_or_else(|| places.address.clone(), |asked| asked.to_string());
    format!("{scheme}://{host}").into()
}

/// Checks a client's opening handshake (RFC 6455 §4.2.1), and answers its key.
pub(super) fn handshake(request: &Request<Incoming>) -> Result<String, Problem> {
    let headers = request.headers();
    if request.method() != Method::GET || !asks_for_a_socket(headers) {
        return Err(Problem::upgrade_required(
            "This address is for sockets. Where a page or a program came here as it should, a proxy \
             on its way takes the upgrade to WebSocket out of the request: it has to pass the \
             headers Upgrade and Connection.",
        ));
    }
    if text(headers, header::SEC_WEBSOCKET_VERSION) != Some("13") {
        return Err(Problem::upgrade_required("This server speaks version 13 of WebSocket."));
    }
    let nonce = headers.get(header::SEC_WEBSOCKET_KEY).map(HeaderValue::as_bytes);
    let nonce = nonce.filter(|key| STANDARD.decode(key).is_ok_and(|nonce| nonce.len() == NONCE));
    nonce.map(accept_key).ok_or_else(|| {
        Problem::malformed("Sec-WebSocket-Key has to be sixteen random bytes in base64.")
    })
}

fn asks_for_a_socket(headers: &HeaderMap) -> bool {
    names(headers, header::CONNECTION, "upgrade") && names(headers, header::UPGRADE, "websocket")
}

/// Whether a header lists this token.
fn names(headers: &HeaderMap, name: HeaderName, token: &str) -> bool {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|list| list.split(',')).any(|named| named.trim().eq_ignore_ascii_case(token))
}

/// The subprotocols that a request offers.
pub(super) fn offers(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    headers
        .get_all(header::SEC_WEBSOCKET_PROTOCOL)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|list| list.split(',').map(str::trim))
}
