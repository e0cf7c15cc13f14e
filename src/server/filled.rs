//! Who fills a pad, and who wrote what in it, as its host sees it.

use serde_json::{Value, json};

use super::ServerState;
use super::request::parameter;
use crate::base::ids::Role;
use crate::room::core::filled::{Filled, Filler, Somebody};
use crate::room::lobby::Admission;

/// For a host: who has put most into the pad, what nobody has taken yet, and who writes with the
/// client ids of `?writers=ID,ID…`. Nothing for others.
pub(super) async fn by(server: &ServerState, who: &Admission, query: &str) -> Value {
    if who.role < Role::Host {
        return json!({});
    }
    let asked = parameter(query, "writers").unwrap_or_default();
    let clients = asked.split(',').filter_map(|id| id.parse().ok()).collect();
    let Some(Filled { by, free, writers }) = who.pad.room.filled(clients).await else {
        return json!({});
    };
    let limits = server.lobby.rules().limits.doc;
    json!({
        "filled_by": by.iter().map(line).collect::<Vec<_>>(),
        "free": { "bytes": free.bytes, "client_ids": free.ids },
        "max": { "bytes": limits.bytes, "client_ids": limits.clients },
        "writers": writers.iter().map(writer).collect::<Vec<_>>(),
    })
}

fn line(Filler { who: Somebody { name, here, shows }, share }: &Filler) -> Value {
    json!({
        "name": name, "here": here, "shows": shows, "bytes": share.bytes,
        "unseen_bytes": share.unseen, "client_ids": share.ids,
    })
}

fn writer((client, Somebody { name, here, shows }): &(u64, Somebody)) -> Value {
    json!({ "client": client, "name": name, "here": here, "shows": shows })
}
