//! The y-websocket door without WebSocket: `/poll/NAME` opens a tunnel, in which a socket's frames are fetched and posted
//! (`doors/tunnel.rs`). Whoever is refused gets one as well, and in it the close code that says why.

use bytes::Bytes;
use http::{HeaderValue, StatusCode, Uri, header};
use serde_json::json;
use warp::reply::Response;

use super::blame::{self, Culprit};
use super::guard::Counted;
use super::handshake::{SocketRequest, socket_base};
use super::phoenix::Pollers;
use super::problem::Problem;
use super::request::{Answer, ApiRequest, json_response, parameter};
use super::upgrade::Caller;
use crate::base::names::PadName;
use crate::doors::conn::Stream;
use crate::doors::socket::Socket;
use crate::doors::tunnel::{Fetched, Tunnels};

/// `POST /poll/NAME`, with the key in its header and the query of `/ws/NAME`: opens a tunnel.
pub(super) fn open(pollers: Pollers, pad: PadName, asked: &ApiRequest) -> Answer {
    let Pollers { server, tunnels, stop, .. } = pollers;
    let from = asked.peer.from.ip().to_canonical();
    let key = asked.bearer();
    blame::may_speak(&server, Culprit::of(&server, from, Some(key)), || {
        server.lobby.role(&pad, key).is_some()
    })?;
    let counted = Counted::new(&server, from)?;
    let (name, tunnel) =
        tunnels.open(server.lobby.budget(), from.into()).ok_or_else(Problem::full)?;
    let guest = SocketRequest::of(Some(pad), key, &asked.query);
    let at = socket_base(&server, &Uri::default(), &asked.headers);
    let socket = Socket { stream: Stream::Tunnel(Box::new(tunnel)), early: Bytes::new() };
    Caller { server, stop, counted, from }.lead((guest, at), async { Some(socket) })?;
    Ok(json_response(StatusCode::CREATED, &json!({ "tunnel": name })))
}

/// `GET /poll/NAME/TUNNEL?from=N`: what the server has said from byte N on; 204 where that is nothing for a while.
pub(super) async fn fetch(tunnels: &Tunnels, name: &str, query: &str) -> Answer {
    match tunnels.fetch(name, number(query, "from")?).await {
        Fetched::Bytes(bytes) => {
            let mut response = Response::new(bytes.into());
            let kind = HeaderValue::from_static("application/octet-stream");
            response.headers_mut().insert(header::CONTENT_TYPE, kind);
            Ok(response)
        }
        Fetched::Nothing => Ok(nothing()),
        Fetched::Full => Err(Problem::full()),
        Fetched::Gone => Err(gone()),
    }
}

/// `POST /poll/NAME/TUNNEL?at=N`: what the client says, from its byte N on.
pub(super) async fn post(tunnels: &Tunnels, name: &str, (query, bytes): (&str, Bytes)) -> Answer {
    let taken = tunnels.post(name, number(query, "at")?, &bytes).await;
    if taken { Ok(nothing()) } else { Err(gone()) }
}

/// `DELETE /poll/NAME/TUNNEL`: the client leaves.
pub(super) async fn leave(tunnels: &Tunnels, name: &str) -> Answer {
    if tunnels.leave(name).await { Ok(nothing()) } else { Err(gone()) }
}

fn number(query: &str, name: &str) -> Result<u64, Problem> {
    parameter(query, name)
        .and_then(|number| number.parse().ok())
        .ok_or_else(|| Problem::malformed(format!("The query has to say {name}=BYTES.")))
}

fn nothing() -> Response {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::NO_CONTENT;
    response
}

fn gone() -> Problem {
    let detail = "There is no such tunnel, or it is over. A new one is opened by POST /poll/NAME.";
    Problem::new(StatusCode::GONE, "gone", detail)
}
