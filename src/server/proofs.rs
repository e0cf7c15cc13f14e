//! What the share sheet shows of this machine's addresses: whether anyone has got through.

use serde_json::{Value, json};

use super::{House, Places};
use crate::base::ids::Role;
use crate::base::network::{Address, Cause};

/// The printed address and the certificate; for a host every address, who came by the printed one,
/// and what may be in the way while nobody has.
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
        let proof = threshold.proof(places).map(|reached| {
            json!({
                "ip": reached.by, "interface": interface(places, reached.by),
                "device": reached.what, "ago_s": reached.at.elapsed().as_secs(),
            })
        });
        let hint = |Cause { why, fix, .. }: Cause| format!("{why} {fix}");
        answer["addresses"] = json!(places.addresses);
        answer["reached"] = json!(Vec::from_iter(proof));
        answer["hints"] = threshold.doubts().into_iter().map(hint).collect();
    }
    answer
}

fn interface(places: &Places, ip: std::net::IpAddr) -> Option<&str> {
    let is_it = |address: &&Address| address.ip == ip;
    places.addresses.iter().find(is_it).map(|address| address.interface.as_str())
}
