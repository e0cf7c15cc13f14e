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
/// strangers to each other, those that this key is a host's of; by the key of the instance all, without names.
pub(super) async fn all(server: Arc<ServerState>, headers: HeaderMap) -> Answer {
    let key = bearer(&headers).unwrap_or_default();
    let by_instance = server.lobby.is_instance_key(key);
    if !by_instance && !server.lobby.is_host_key(key) {
        return Err(Problem::host_only());
    }
    let strangers = server.create == Create::Anyone && !by_instance;
    let mut all = server.lobby.overviews().await;
    all.retain(|(pad, _)| !strangers || server.lobby.hosts(pad, key));
    let named = !by_instance;
    let list: Vec<_> = all.iter().map(|(pad, overview)| line(pad, overview, named)).collect();
    Ok(json_response(StatusCode::OK, &json!(list)))
}

/// One of them.
pub(super) fn line(pad: &Pad, overview: &Overview, named: bool) -> Value {
    let mut line = seen(pad, overview);
    line["knocks"] = json!(overview.knocks);
    if named {
        line["names"] = json!(overview.people.names);
        line["colors"] = json!(overview.people.colours);
    }
    line
}
