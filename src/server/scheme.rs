//! The first byte of a connection tells TLS from plain HTTP: both come to the same port.

use std::net::IpAddr;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::server::TlsStream;
use warp::reply::Response;

use super::addresses::Addresses;
use super::guard;
use super::problem::Problem;
use super::tls::Tls;
use crate::base::authority::Authority;
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

/// How a request came, as far as the browser of who made it knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    /// By TLS; to us, or to a reverse proxy on this machine that says so.
    Sealed,
    /// By plain HTTP.
    Plain,
    /// By plain HTTP from a reverse proxy that may itself have been asked by TLS: who is led there
    /// comes back the same way, again and again.
    ProxyLoop,
}

/// Headers that a reverse proxy adds.
const OF_PROXIES: [&str; 4] = ["x-forwarded-proto", "x-forwarded-for", "forwarded", "via"];

/// How a request came. `sealed`: by TLS to us. What a proxy says is believed on this machine alone,
/// where nobody can read the way from it to us.
pub(super) fn came(sealed: bool, from: IpAddr, headers: &HeaderMap) -> Scheme {
    let proto = guard::text(headers, HeaderName::from_static(OF_PROXIES[0]));
    let proto = proto.map(|proto| proto.split(',').next().unwrap_or_default().trim());
    let is = |scheme: &str| proto.is_some_and(|proto| proto.eq_ignore_ascii_case(scheme));
    if sealed || (is("https") && from.to_canonical().is_loopback()) {
        Scheme::Sealed
    } else if is("http") || !OF_PROXIES.iter().any(|name| headers.contains_key(*name)) {
        Scheme::Plain
    } else {
        Scheme::ProxyLoop
    }
}

/// Leads plain HTTP to the same page over TLS. `host` is what the request named; it was checked,
/// and still only a name of ours goes into the answer.
pub(super) fn redirect(places: &Addresses, host: &Authority, uri: &Uri) -> Response {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn by(from: &str, headers: &[(&'static str, &'static str)]) -> Scheme {
        let all = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        came(false, from.parse().unwrap(), &all.collect())
    }

    #[test]
    fn a_proxy_is_believed_on_this_machine_alone() {
        let https = [("x-forwarded-proto", "https")];
        for own in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
            assert_eq!(by(own, &https), Scheme::Sealed, "{own}");
        }
        assert_eq!(by("192.168.1.9", &https), Scheme::ProxyLoop);
        assert_eq!(by("127.0.0.1", &[("x-forwarded-proto", "HTTPS, http")]), Scheme::Sealed);
        assert_eq!(by("127.0.0.1", &[("x-forwarded-proto", "http")]), Scheme::Plain);
        assert_eq!(by("127.0.0.1", &[("x-forwarded-for", "192.168.1.9")]), Scheme::ProxyLoop);
        assert_eq!(by("192.168.1.9", &[("via", "1.1 front")]), Scheme::ProxyLoop);
        assert_eq!(by("192.168.1.9", &[]), Scheme::Plain);
        assert_eq!(came(true, "192.168.1.9".parse().unwrap(), &HeaderMap::new()), Scheme::Sealed);
    }
}
