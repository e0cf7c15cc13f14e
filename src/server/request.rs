//! What a request to REST says beside its address, and the form of an answer.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::form_urlencoded;
use warp::reply::Response;

use super::guard::text;
use super::problem::Problem;
use super::{Peer, ServerState};
use crate::base::colour::Colour;
use crate::base::display::display_name;
use crate::base::ids::Role;
use crate::base::names::PadName;
use crate::room::core::knocks::Look;
use crate::room::lobby::{Admission, Denied};

/// What a request is answered with.
pub(super) type Answer = Result<Response, Problem>;

/// A request to REST, whose body is here whole (`body.rs`).
/// Nobody debugs it: keys and PINs are in it.
#[derive(Clone)]
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

/// The same of what people write: spaces and letters of all languages stand there in another form.
pub(super) fn decoded(query: &str, name: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find_map(|(named, value)| (named == name).then(|| value.into_owned()))
}

/// Who comes with this key. To look at a pad makes none.
pub(super) fn admit(server: &ServerState, name: &PadName, key: &str) -> Result<Admission, Problem> {
    server.lobby.admit(name, key).map_err(|denied| refusal(server, (name, key), denied))
}

/// A host of this pad, who asks.
pub(super) fn host(
    server: &ServerState,
    name: &PadName,
    asked: &ApiRequest,
) -> Result<Admission, Problem> {
    let admission = admit(server, name, asked.bearer())?;
    if admission.role < Role::Host { Err(Problem::host_only()) } else { Ok(admission) }
}

/// Why somebody with this key is not let in.
pub(super) fn refusal(
    server: &ServerState,
    (name, key): (&PadName, &str),
    denied: Denied,
) -> Problem {
    let ended = matches!(denied, Denied::Ended(_));
    let last = match denied {
        Denied::Ended(last) => last,
        _ => None,
    };
    let role = server.lobby.role(name, key).filter(|_| ended);
    let stands = ended && server.lobby.hosts_next(name, key);
    Problem::from(denied).told_to(role, stands).moved(&server.lobby, last)
}

/// How somebody wants to appear to others.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LookRequest {
    pub(super) name: Option<String>,
    pub(super) color: Option<String>,
}

impl LookRequest {
    /// As others see it.
    pub(super) fn seen(self) -> Look {
        let Self { name, color } = self.clean();
        Look { name, colour: color.as_deref().and_then(Colour::parse) }
    }

    /// The same without what can't be shown.
    pub(super) fn clean(self) -> Self {
        Self {
            name: self.name.map(|name| display_name(&name)).filter(|name| !name.is_empty()),
            color: self.color.filter(|color| Colour::parse(color).is_some()),
        }
    }
}

/// Reads the body of a request.
pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(body)
        .map_err(|e| Problem::malformed(format!("The body is not the JSON that is expected: {e}.")))
}

/// Answers with JSON.
pub(super) fn json_response(status: StatusCode, body: &Value) -> Response {
    let mut response = Response::new(body.to_string().into());
    *response.status_mut() = status;
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
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
        let written = "key=abc&name=B%C3%B6rd+2%203";
        assert_eq!(decoded(written, "name").as_deref(), Some("B\u{f6}rd 2 3"));
        assert_eq!(decoded("nickname=x", "name"), None);
        asked.headers.insert(header::AUTHORIZATION, HeaderValue::from_static("Bearer def"));
        asked.query = "key=abc".into();
        assert_eq!((asked.key(), asked.bearer()), ("def", "def"));
    }
}
