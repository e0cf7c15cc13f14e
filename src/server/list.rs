//! `GET /api/v1/pads`: every pad of this server, for a host's start page.

use std::sync::Arc;

use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

use super::problem::Problem;
use super::request::{Answer, bearer, json_response};
use super::shown::seen;
use super::{Create, ServerState};
use crate::room::lobby::Pad;
use crate::room::message::Overview;

/// All pads, with the first few names of who is there; no key and no code: a host's link that went
/// astray opens its own pad, never the others. Where everyone may open pads, so that hosts are
/// strangers to each other, no names.
pub(super) async fn all(server: Arc<ServerState>, headers: HeaderMap) -> Answer {
    if !bearer(&headers).is_some_and(|key| server.lobby.is_host_key(key)) {
        return Err(Problem::host_only());
    }
    let named = server.create == Create::Host;
    let all = server.lobby.overviews().await;
    let list: Vec<_> = all.iter().map(|(pad, overview)| line(pad, overview, named)).collect();
    Ok(json_response(StatusCode::OK, &json!(list)))
}

/// One of them.
pub(super) fn line(pad: &Pad, overview: &Overview, named: bool) -> Value {
    let mut line = seen(pad, overview);
    if named {
        line["names"] = json!(overview.people.names);
        line["colors"] = json!(overview.people.colours);
    }
    line
}
