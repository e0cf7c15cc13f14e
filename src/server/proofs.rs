//! What the share sheet shows of this machine's addresses: whether anyone has got through.

use serde_json::{Value, json};

use super::{Addresses, Reached, ServerState};
use crate::base::ids::Role;
use crate::base::network::{Address, Cause};

/// The printed address and the certificate; for a host every address with who came by it, who has
/// proved the printed one, and what may be in the way while nobody has.
pub(super) fn of(server: &ServerState, places: &Addresses, role: Role) -> Value {
    let reachability = &server.reachability;
    let mut answer = json!({
        "address": places.address,
        "interface": places.interface,
        "certificate": server.tls.as_ref().map(|tls| {
            json!({ "sha256": tls.fingerprint(), "self_signed": tls.is_self_signed() })
        }),
    });
    if role >= Role::Host {
        let proof = reachability.proof(places).map(|reached| visit(places, reached));
        let hint = |Cause { why, fix, .. }: Cause| format!("{why} {fix}");
        answer["addresses"] = places
            .addresses
            .iter()
            .map(|address| {
                let mut told = json!(address);
                told["reached"] = reachability.by(address.ip).map(|at| visit(places, at)).into();
                told
            })
            .collect();
        answer["reached"] = json!(Vec::from_iter(proof));
        answer["guessing"] = reachability.guessing().map(|guessing| {
            json!({ "wrong": guessing.wrong, "ago_s": guessing.at.elapsed().as_secs() })
        }).into();
        answer["hints"] = reachability.causes().into_iter().map(hint).collect();
    }
    answer
}

/// Who came, by which way, and when.
fn visit(places: &Addresses, Reached { at, what, by, .. }: Reached) -> Value {
    let by_which = |address: &&Address| address.ip == by;
    let interface = places.addresses.iter().find(by_which).map(|address| &address.interface);
    json!({ "ip": by, "interface": interface, "device": what, "ago_s": at.elapsed().as_secs() })
}
