//! The first byte of a connection tells TLS from plain HTTP: both come to the same port.

use http::{HeaderValue, StatusCode, Uri, header};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::server::TlsStream;
use warp::reply::Response;

use super::places::Places;
use super::problem::Problem;
use super::tls::Tls;
use crate::base::limits::HEADER_DEADLINE;

/// The first byte of a TLS handshake record (RFC 8446, 5.1).
const HANDSHAKE: u8 = 0x16;

/// A connection whose kind is known.
pub(super) enum Opened {
    /// TLS; the handshake is done.
    Sealed(Box<TlsStream<TcpStream>>),
    /// Plain HTTP, from its first byte on.
    Plain(TcpStream),
}

/// Waits for the first byte, and for the handshake where it begins one. `None` where neither came
/// in time.
pub(super) async fn open(stream: TcpStream, tls: &Tls) -> Option<Opened> {
    let mut first = [0];
    let peeked = timeout(HEADER_DEADLINE, stream.peek(&mut first)).await;
    match (peeked, first) {
        (Ok(Ok(1..)), [HANDSHAKE]) => {
            let sealed = timeout(HEADER_DEADLINE, tls.acceptor.accept(stream)).await;
            sealed.ok()?.ok().map(Box::new).map(Opened::Sealed)
        }
        (Ok(Ok(1..)), _) => Some(Opened::Plain(stream)),
        _ => None,
    }
}

/// Leads plain HTTP to the same page over TLS. `host` is what the request named; it was checked,
/// and still only a name of ours goes into the answer.
pub(super) fn redirect(places: &Places, host: &str, uri: &Uri) -> Response {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let target = places.sealed_base(host).map(|base| format!("{base}{path}"));
    let Some(target) = target.and_then(|target| HeaderValue::from_str(&target).ok()) else {
        return Problem::not_found().response();
    };
    let mut response = Response::new("This address is encrypted: use https.\n".into());
    *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
    response.headers_mut().insert(header::LOCATION, target);
    response
}
