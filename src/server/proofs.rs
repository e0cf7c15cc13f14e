//! What the share sheet shows of this machine's addresses: whether anyone has got through.

use serde_json::{Value, json};

use super::{House, Places, Reached};
use crate::base::ids::Role;
use crate::base::network::Address;

/// The printed address and its proof; for a host every address with its own, and what may be in the
/// way while there is none.
pub(super) fn of(house: &House, places: &Places, role: Role) -> Value {
    let threshold = &house.threshold;
    let reached = match places.printed() {
        Some(printed) => threshold.last_by(printed),
        None => threshold.last(),
    };
    let mut answer = json!({
        "address": places.address, "interface": places.interface, "reached": proof(reached),
    });
    if role >= Role::Host {
        let each = |address: &Address| {
            let mut shown = json!(address);
            shown["reached"] = proof(threshold.last_by(address.ip));
            shown
        };
        answer["addresses"] = places.addresses.iter().map(each).collect();
        answer["causes"] = json!(threshold.doubts());
    }
    answer
}

fn proof(reached: Option<Reached>) -> Value {
    json!(reached.map(|reached| {
        json!({ "ago_s": reached.at.elapsed().as_secs(), "what": reached.what })
    }))
}
