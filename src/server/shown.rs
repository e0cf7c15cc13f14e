//! Pads as REST shows them, in JSON: one that is alive, its last call, and what is left of one that has
//! ended.

use serde_json::{Value, json};

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
