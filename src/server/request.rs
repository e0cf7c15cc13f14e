//! What a request says, beside its address.

use bytes::Bytes;
use http::{HeaderMap, header};

use super::Peer;
use super::guard::text;

/// A request to REST, whose body is here whole (`body.rs`).
#[derive(Clone, Debug)]
pub(super) struct ApiRequest {
    pub(super) peer: Peer,
    pub(super) headers: HeaderMap,
    pub(super) query: String,
    /// Empty where the request has none.
    pub(super) body: Bytes,
}

impl ApiRequest {
    /// The key in its header, and nowhere else: what changes something follows from no link.
    pub(super) fn bearer(&self) -> &str {
        bearer(&self.headers).unwrap_or_default()
    }

    /// The key in its header, else in its query.
    pub(super) fn key(&self) -> &str {
        let named = || parameter(&self.query, "key");
        bearer(&self.headers).or_else(named).unwrap_or_default()
    }
}

/// The key of a request: `Authorization: Bearer KEY`.
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    text(headers, header::AUTHORIZATION)?.strip_prefix("Bearer ").map(str::trim)
}

/// A parameter of a query. Keys and epochs need no decoding: they are URL-safe.
pub(super) fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use http::HeaderValue;

    use super::*;

    #[test]
    fn a_key_is_found_in_header_and_query() {
        let by = IpAddr::from(Ipv4Addr::LOCALHOST);
        let peer = Peer { from: (by, 1).into(), by, sealed: false };
        let (headers, body) = (HeaderMap::new(), Bytes::new());
        let mut asked = ApiRequest { peer, headers, query: "x=1&key=abc&epoch=2".into(), body };
        assert_eq!((asked.key(), asked.bearer()), ("abc", ""));
        asked.query = "monkey=abc".into();
        assert_eq!(asked.key(), "");
        asked.headers.insert(header::AUTHORIZATION, HeaderValue::from_static("Bearer def"));
        asked.query = "key=abc".into();
        assert_eq!((asked.key(), asked.bearer()), ("def", "def"));
    }
}
