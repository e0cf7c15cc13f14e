//! Who knocks at the Phoenix door: `/socket/websocket`, and long polling beside it.

use std::net::IpAddr;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use http::{HeaderMap, StatusCode};

use super::House;
use super::api::parameter;
use super::problem::Problem;
use super::upgrade::{note, offers};
use crate::doors::phoenix::{Version, Visitor};

/// phoenix.js puts its `authToken` behind this, in base64 (socket.js, `AUTH_TOKEN_PREFIX`).
const AUTH_TOKEN: &str = "base64url.bearer.phx.";

/// Reads what a client says of itself as it connects. Its key is checked when it joins a topic: a
/// key is for one pad, and a pad has its name there.
pub(super) fn visitor(
    house: &Arc<House>,
    from: IpAddr,
    query: Option<&str>,
    headers: &HeaderMap,
) -> Result<Visitor, Problem> {
    let query = query.unwrap_or_default();
    let version = match parameter(query, "vsn") {
        None => Version::V1,
        vsn => Version::parse(vsn).ok_or_else(|| {
            let detail = "This server speaks version 1.0.0 and 2.0.0 of Phoenix's serializer.";
            Problem::new(StatusCode::FORBIDDEN, "unknown vsn", detail)
        })?,
    };
    let offered = offers(headers).find_map(|offer| offer.strip_prefix(AUTH_TOKEN));
    let offered = offered.and_then(|text| {
        let text = text.trim_end_matches('=');
        let bytes = URL_SAFE_NO_PAD.decode(text).or_else(|_| STANDARD_NO_PAD.decode(text));
        String::from_utf8(bytes.ok()?).ok()
    });
    let named = || parameter(query, "token").or_else(|| parameter(query, "key"));
    let token = offered.or_else(|| named().map(str::to_owned)).unwrap_or_default();
    let noted = Arc::clone(house);
    Ok(Visitor {
        lobby: house.lobby.clone(),
        token,
        version,
        noted: Box::new(move |code| note(&noted, from, code)),
    })
}
