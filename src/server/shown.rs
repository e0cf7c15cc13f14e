//! Pads as REST shows them, in JSON: one that is alive, its last call, what lets people in, and what is left of one that
//! has ended.

use serde_json::{Value, json};

use super::{Addresses, ServerState};
use crate::base::ids::Role;
use crate::base::names::PadName;
use crate::room::core::call::Ending;
use crate::room::core::life::seconds;
use crate::room::lobby::Pad;
use crate::room::lobby::ended::EndedPad;
use crate::room::message::Overview;

/// A pad that is alive.
pub(super) fn seen(pad: &Pad, overview: &Overview) -> Value {
    json!({
        "pad": pad.name.as_str(),
        "title": pad.title.get(),
        "epoch": pad.epoch.to_string(),
        "state": overview.state,
        "people": overview.people.people,
        "devices": overview.people.devices,
        "bytes": overview.bytes,
        "ttl_s": overview.grace.as_secs(),
        "ends_in_s": overview.ends_in.map(seconds),
        "ending": overview.ending.as_ref().map(last_call),
        "fades": overview.fades,
        "writing": pad.access.writing().name(),
        "door": pad.access.door().name(),
        "pin": pad.access.pin().is_some(),
        "text_on_walls": pad.access.text_on_walls(),
        "hard_end_s": seconds(overview.hard_end),
    })
}

/// A last call that runs.
fn last_call(ending: &Ending) -> Value {
    json!({
        "in_s": seconds(ending.left),
        "total_s": seconds(ending.whole),
        "why": ending.why,
        "by": ending.by,
        "answered": ending.answers.answered,
        "of": ending.answers.of,
        "more": ending.more,
        "stay": ending.may_stay,
    })
}

/// The receipt of an ended pad.
pub(super) fn receipt(name: &PadName, ended: &EndedPad) -> Value {
    let mut receipt = ended.fields();
    receipt.insert("pad".to_owned(), name.as_str().into());
    receipt.insert("epoch".to_owned(), ended.epoch.to_string().into());
    Value::Object(receipt)
}

/// What lets people in.
pub(super) fn links(server: &ServerState, places: &Addresses, pad: &Pad) -> Value {
    let (edit, view) = (server.lobby.key(pad, Role::Edit), server.lobby.key(pad, Role::View));
    let code = server.lobby.code(pad);
    json!({
        "pad": pad.name.as_str(),
        "epoch": pad.epoch.to_string(),
        "code": code.to_string(),
        "join_url": places.join_url(code),
        "edit_url": places.pad_url(&pad.name, &edit),
        "view_url": places.pad_url(&pad.name, &view),
        "edit_key": edit,
        "view_key": view,
    })
}

/// The same for who opens pads: a host's own, too.
pub(super) fn links_of_host(server: &ServerState, places: &Addresses, pad: &Pad) -> Value {
    let (mut all, key) = (links(server, places, pad), server.lobby.key(pad, Role::Host));
    all["host_url"] = json!(places.pad_url(&pad.name, &key));
    all["host_key"] = json!(key);
    all
}

/// Adds the fields of one object to another.
pub(super) fn merge(into: &mut Value, more: Value) {
    if let (Value::Object(into), Value::Object(more)) = (into, more) {
        into.extend(more);
    }
}
