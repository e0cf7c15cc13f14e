//! Who wrote what in a pad, and who fills it, as its host sees that.

use serde_json::{Value, json};

use super::ServerState;
use super::request::parameter;
use crate::base::ids::Role;
use crate::room::core::filled::{Filled, Filler, Somebody, WrittenBy};
use crate::room::lobby::Admission;

/// Who writes with the client ids of `?writers=ID,ID…`, and for a host who has put most into the
/// pad and what nobody has taken yet.
pub(super) async fn by(server: &ServerState, who: &Admission, query: &str) -> Value {
    let asked = parameter(query, "writers");
    let is_host = who.role >= Role::Host;
    if !is_host && asked.is_none() {
        return json!({});
    }
    let asked = asked.unwrap_or_default();
    let clients = asked.split(',').filter_map(|id| id.parse().ok()).collect();
    let Some(Filled { by, free, writers }) = who.pad.room.filled(clients).await else {
        return json!({});
    };
    let mut told = json!({ "writers": writers.iter().map(writer).collect::<Vec<_>>() });
    if is_host {
        let limits = server.lobby.rules().limits.doc;
        told["filled_by"] = by.iter().map(line).collect();
        told["free"] = json!({ "bytes": free.bytes, "client_ids": free.ids });
        told["max"] = json!({ "bytes": limits.bytes, "client_ids": limits.clients });
    }
    told
}

fn line(Filler { who: Somebody { name, here, shows }, share }: &Filler) -> Value {
    json!({
        "name": name, "here": here, "shows": shows, "bytes": share.bytes,
        "unseen_bytes": share.unseen, "client_ids": share.ids,
    })
}

fn writer(WrittenBy { client, person, colour, who }: &WrittenBy) -> Value {
    let Somebody { name, here, shows } = who;
    json!({
        "client": client, "person": person.to_string(), "name": name, "color": colour,
        "here": here, "shows": shows,
    })
}
