//! Further devices of a person: by a link that is good once such a device becomes who they are.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use tokio::sync::Notify;

use super::ServerState;
use super::member::{AdmittedMember, given};
use super::once::Once;
use super::problem::Problem;
use super::request::{Answer, ApiRequest, LookRequest, admit, json_response, read};
use crate::base::clock::now;
use crate::base::codes::OnceCode;
use crate::base::ids::{Epoch, Origin, Person};
use crate::base::names::PadName;
use crate::room::core::life::seconds;
use crate::room::core::pass::Pass;
use crate::room::lobby::{Admission, Denied};

/// How long a link for a further device is good: one fetches the phone from the next room.
const PAIRING: Duration = Duration::from_secs(600);
/// How often those that are too old are dropped.
const SWEEP: Duration = Duration::from_secs(30);
/// Such links of all people, and of those at one address: each holds a name.
const PAIRINGS: usize = 4_096;
const PAIRINGS_PER_ADDRESS: usize = 64;

/// Links that were made for further devices, and not used yet: one for each person.
#[derive(Default)]
pub(super) struct Pairings {
    open: Once<(PadName, Person), Pairing>,
    /// One was given out.
    given: Notify,
}

/// What a further device gets: what the one has that made the link, and nothing more.
struct Pairing {
    epoch: Epoch,
    pass: Pass,
    look: LookRequest,
    origin: Origin,
    made: Instant,
}

impl Pairings {
    /// A code for this person. An address that wants too many loses its oldest.
    fn give(&self, whose: (PadName, Person), pairing: Pairing) -> Result<OnceCode, Problem> {
        self.forget(pairing.made);
        let (mut of_address, mut oldest) = (0, None);
        self.open.retain(|known, other| {
            if other.origin == pairing.origin && *known != whose {
                of_address += 1;
                oldest = Some(oldest.map_or(other.made, |at: Instant| at.min(other.made)));
            }
            true
        });
        if of_address >= PAIRINGS_PER_ADDRESS {
            let origin = pairing.origin;
            self.open.retain(|_, other| other.origin != origin || Some(other.made) != oldest);
        } else if self.open.len() >= PAIRINGS {
            return Err(Problem::full());
        }
        let code = self.open.give(whose, pairing).map_err(|_| Problem::full())?;
        self.given.notify_one();
        Ok(code)
    }

    /// Uses a code up.
    fn take(&self, code: OnceCode, now: Instant) -> Option<((PadName, Person), Pairing)> {
        self.open.take(code).filter(|(_, pairing)| pairing.is_open(now))
    }

    /// Drops what is too old: names of people are among it.
    fn forget(&self, now: Instant) {
        self.open.retain(|_, pairing| pairing.is_open(now));
    }
}

/// Drops links that are too old, while there are any.
pub(super) async fn sweep(server: Arc<ServerState>) {
    let Pairings { open, given } = &server.reachability.pairings;
    loop {
        tokio::select! {
            () = given.notified(), if open.is_empty() => {}
            () = tokio::time::sleep(SWEEP), if !open.is_empty() => {
                server.reachability.pairings.forget(now());
            }
        }
    }
}

impl Pairing {
    fn is_open(&self, now: Instant) -> bool {
        now.saturating_duration_since(self.made) < PAIRING
    }
}

/// `POST /api/v1/pads/NAME/devices`: a link that makes one further device the same person.
pub(super) fn pair(server: &ServerState, name: PadName, asked: &ApiRequest) -> Answer {
    let Admission { pass, pad, .. } = admit(server, &name, asked.bearer())?;
    let ApiRequest { peer, body, .. } = asked;
    let person = pass.person.ok_or(Denied::Shared)?;
    let look: LookRequest = if body.is_empty() { LookRequest::default() } else { read(body)? };
    let (made, origin) = (now(), peer.from.ip().into());
    let pairing = Pairing { epoch: pad.epoch, pass, look: look.clean(), origin, made };
    let code = server.reachability.pairings.give((name, person), pairing)?;
    let answer = json!({
        "code": code.to_string(),
        "url": server.places.now().seen_from(peer.by).device_url(code),
        "expires_in_s": seconds(PAIRING),
    });
    Ok(json_response(StatusCode::CREATED, &answer))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Further {
    code: String,
}

/// `POST /api/v1/devices`: this device is who made the link. Whatever is wrong with it (used, too old,
/// mistyped, of a life that is over) is answered alike.
pub(super) fn join(server: &ServerState, body: &Bytes) -> Answer {
    let Further { code } = read(body)?;
    let now = now();
    let taken = code.parse().ok().and_then(|code| server.reachability.pairings.take(code, now));
    let ((name, person), pairing) = taken.ok_or_else(Problem::used_link)?;
    let pad = server.lobby.get(&name).filter(|pad| pad.epoch == pairing.epoch);
    let pad = pad.ok_or_else(Problem::used_link)?;
    // What the host has taken back since from who made it, it does not bring again.
    let pass = pairing.pass;
    let given = given(server, &AdmittedMember { pad: &pad, pass, person });
    let mut answer = given.map_err(|_| Problem::used_link())?;
    answer["name"] = json!(pairing.look.name);
    answer["color"] = json!(pairing.look.color);
    Ok(json_response(StatusCode::OK, &answer))
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use super::*;
    use crate::base::ids::Role;

    fn pairing(from: u8, made: Instant) -> Pairing {
        let origin = IpAddr::from(Ipv4Addr::new(10, 0, 0, from)).into();
        let pass = Pass { role: Role::View, generation: 0, person: None };
        Pairing { epoch: Epoch(1), pass, look: LookRequest::default(), origin, made }
    }

    fn whose(person: usize) -> (PadName, Person) {
        ("notes".parse().unwrap(), Person(person as u128))
    }

    #[test]
    fn a_link_lives_ten_minutes_and_no_name_is_kept_longer() {
        let (pairings, start) = (Pairings::default(), Instant::now());
        let late = pairings.give(whose(1), pairing(1, start)).unwrap();
        assert!(pairings.take(late, start + PAIRING).is_none());
        let code = pairings.give(whose(1), pairing(1, start)).unwrap();
        let (person, _) = pairings.take(code, start + PAIRING - Duration::from_secs(1)).unwrap();
        assert_eq!(person, whose(1));
        pairings.give(whose(1), pairing(1, start)).unwrap();
        pairings.forget(start + PAIRING - Duration::from_secs(1));
        assert_eq!(pairings.open.len(), 1);
        pairings.forget(start + PAIRING);
        assert!(pairings.open.is_empty());
    }

    #[test]
    fn who_makes_many_links_loses_those_of_the_same_address_alone() {
        let (pairings, start) = (Pairings::default(), Instant::now());
        let other = pairings.give(whose(0), pairing(2, start)).unwrap();
        let mut codes = Vec::new();
        for person in 1..=PAIRINGS_PER_ADDRESS + 1 {
            let made = start + Duration::from_millis(person as u64);
            codes.push(pairings.give(whose(person), pairing(1, made)).unwrap());
        }
        assert!(pairings.take(codes[0], start).is_none(), "the oldest is gone");
        assert!(pairings.take(codes[1], start).is_some());
        assert!(pairings.take(other, start).is_some());
    }
}
