//! Who fills a pad, as its host sees it.

use serde_json::{Value, json};

use super::House;
use crate::base::ids::Role;
use crate::room::filling::Filler;
use crate::room::lobby::Pad;

/// For a host: who has put most into the pad, what nobody has taken yet. Nothing for others.
pub(super) async fn by(house: &House, pad: &Pad, role: Role) -> Value {
    if role < Role::Host {
        return json!({});
    }
    let Some((fillers, free)) = pad.room.fillers().await else { return json!({}) };
    let limits = house.lobby.rules().limits.doc;
    json!({
        "filled_by": fillers.iter().map(line).collect::<Vec<_>>(),
        "free": { "bytes": free.bytes, "client_ids": free.ids },
        "max": { "bytes": limits.bytes, "client_ids": limits.clients },
    })
}

fn line(Filler { name, here, share }: &Filler) -> Value {
    json!({
        "name": name, "here": here, "bytes": share.bytes, "unseen_bytes": share.unseen,
        "client_ids": share.ids,
    })
}
