//! What the share sheet shows of this machine's addresses: whether anyone has got through.

use serde_json::{Value, json};

use super::{House, Places, Reached};
use crate::base::ids::Role;
use crate::base::network::{Address, Cause};

/// The printed address and the certificate; for a host every address with who came by it, who has
/// proved the printed one, and what may be in the way while nobody has.
pub(super) fn of(house: &House, places: &Places, role: Role) -> Value {
    let threshold = &house.threshold;
    let mut answer = json!({
        "address": places.address,
        "interface": places.interface,
        "certificate": house.tls.as_ref().map(|tls| {
            json!({ "sha256": tls.fingerprint(), "self_signed": tls.is_self_signed() })
        }),
    });
    if role >= Role::Host {
        let proof = threshold.proof(places).map(|reached| visit(places, reached));
        let hint = |Cause { why, fix, .. }: Cause| format!("{why} {fix}");
        answer["addresses"] = places
            .addresses
            .iter()
            .map(|address| {
                let mut told = json!(address);
                told["reached"] = threshold.by(address.ip).map(|at| visit(places, at)).into();
                told
            })
            .collect();
        answer["reached"] = json!(Vec::from_iter(proof));
        answer["guessing"] = threshold.guessing().map(|guessing| {
            json!({ "wrong": guessing.wrong, "ago_s": guessing.at.elapsed().as_secs() })
        }).into();
        answer["hints"] = threshold.doubts().into_iter().map(hint).collect();
    }
    answer
}

/// Who came, by which way, and when.
fn visit(places: &Places, Reached { at, what, by, .. }: Reached) -> Value {
    let by_which = |address: &&Address| address.ip == by;
    let interface = places.addresses.iter().find(by_which).map(|address| &address.interface);
    json!({ "ip": by, "interface": interface, "device": what, "ago_s": at.elapsed().as_secs() })
}
