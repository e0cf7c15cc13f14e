//! Who somebody is: the key of a link, which many have, becomes a key of one's own, and by a link that is
//! good once a further device becomes the same person.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::Notify;

use super::knocking::{Visitor, knock};
use super::once::Once;
use super::problem::Problem;
use super::request::{Answer, ApiRequest, admit, json_response, read, refusal};
use super::{ServerState, afresh};
use crate::base::clock::now;
use crate::base::codes::OnceCode;
use crate::base::colour::Colour;
use crate::base::display::display_name;
use crate::base::door::Door;
use crate::base::ids::{Epoch, Origin, Person};
use crate::base::names::PadName;
use crate::room::core::access::{Barred, Pass};
use crate::room::core::knocks::Way;
use crate::room::core::life::seconds;
use crate::room::lobby::{Admission, Denied, Entrant, Pad};

/// How long a link for a further device is good: one fetches the phone from the next room.
const PAIRING: Duration = Duration::from_secs(600);
/// How often those that are too old are dropped.
const SWEEP: Duration = Duration::from_secs(30);
/// Such links of all people, and of those at one address: each holds a name.
const PAIRINGS: usize = 4_096;
const PAIRINGS_PER_ADDRESS: usize = 64;

/// Somebody who comes into a pad, as who they are there.
pub(super) struct Member<'a> {
    pub(super) pad: &'a Pad,
    /// What their link says, whatever the host has decided for the moment.
    pub(super) pass: Pass,
    pub(super) person: Person,
}

/// What somebody is given who comes in: a key of their own, and that of the link, to be shared.
///
/// # Errors
/// Where a host has taken back what they come by, until this moment.
pub(super) fn given(server: &ServerState, member: &Member<'_>) -> Result<Value, Denied> {
    let Member { pad, pass, person } = *member;
    // Read before it is asked whether they may: links that are made between the two are not among what they get.
    let links = (pass.role, pad.access.generation(pass.role));
    let now = pad.access.role(Pass { person: Some(person), ..pass })?;
    let (key, link_key) = server.lobby.keys_of(pad, links, person);
    Ok(json!({
        "pad": pad.name.as_str(),
        "key": key,
        "link_key": link_key,
        "role": now.name(),
        "epoch": pad.epoch.to_string(),
        "person": person.to_string(),
    }))
}

/// Somebody who was not here before.
pub(super) fn newcomer() -> Result<Person, Problem> {
    Person::new().map_err(|_| Problem::full())
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exchange {
    /// A key of one's own to the same life, in whatever role: one stays who one is.
    #[serde(rename = "as")]
    before: Option<String>,
    /// What a pad begins with that is made by this.
    seed: Option<Seed>,
    /// How one appears to the host, where one has to knock.
    name: Option<String>,
    color: Option<String>,
    /// Who was shown out wants to knock.
    #[serde(default)]
    knock: bool,
}

/// What a pad begins with, where that is not the empty paragraph of our page.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Seed {
    None,
}

/// `POST /api/v1/pads/NAME/key`: the key of a link becomes one's own. With that of the instance the pad
/// is made where it is not there. Where nobody new comes in without a host's word, one knocks by it.
pub(super) async fn exchange(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let body = &asked.body;
    let said: Exchange = if body.is_empty() { Exchange::default() } else { read(body)? };
    if let Some(followed) = afresh::follow(&server, &name, &asked) {
        return followed;
    }
    let (key, here) = (asked.bearer(), server.lobby.get(&name));
    let own = here.as_ref().and_then(|pad| {
        server.lobby.own_pass(pad, [key].into_iter().chain(said.before.as_deref()))
    });
    let knocks = |pass, person| {
        let look = Look { name: said.name.clone(), color: said.color.clone() };
        Visitor { person, pass, way: Way::Link, look }
    };
    if let (Some((pass, Err(Barred::ShownOut))), Some(pad)) = (own, &here) {
        let person = pass.person.ok_or(Denied::Shared)?;
        // By the best that is no old one: theirs, or the new link that they have.
        let known = [Some(pass), server.lobby.pass(&name, key)].into_iter().flatten();
        let pass = known.filter(|pass| pad.access.is_current(*pass)).max_by_key(|pass| pass.role);
        let visitor = knocks(pass.ok_or(Denied::Barred(Barred::Revoked))?, person);
        return knock_again(&server, pad, (visitor, said.knock), &asked).await;
    }
    let may_open = || server.guard.may_open(asked.peer.from.ip(), now()).is_ok();
    let seeded = !matches!(said.seed, Some(Seed::None));
    // Who was here before is not new, by whatever link.
    let from = own.is_none().then(|| asked.peer.from.ip().into());
    let who = Entrant { key, from, seeded, may_open: Some(&may_open) };
    // A link of a life that goes on after a restart begins it, and is new in it all the same.
    let entered = server.lobby.enter(&name, who);
    let entered = match (entered, server.lobby.get(&name)) {
        (Err(Denied::Barred(Barred::MustKnock)), Some(pad)) => {
            let pass = server.lobby.pass(&name, key).ok_or(Denied::BadKey)?;
            let person = who_was(&server, &pad, said.before.as_deref());
            let person = person.map_or_else(newcomer, Ok)?;
            return knock(&server, &pad, knocks(pass, person), &asked).await;
        }
        (entered, _) => entered.map_err(|denied| refusal(&server, &name, key, denied)),
    };
    let Admission { pass, pad, .. } = entered?;
    let before = || who_was(&server, &pad, said.before.as_deref());
    let person = pass.person.or_else(before).map_or_else(newcomer, Ok)?;
    let given = given(&server, &Member { pad: &pad, pass, person })?;
    Ok(json_response(StatusCode::OK, &given))
}

/// Who somebody was by these keys of one's own, before they knock or come in. Who has scanned the new code, or has the new
/// link, is who that was by the old one.
pub(super) fn who_was<'a>(
    server: &ServerState,
    pad: &Pad,
    keys: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<Person> {
    let own = server.lobby.own_pass(pad, keys.clone()).and_then(|(pass, _)| pass.person);
    own.or_else(|| keys.into_iter().find_map(|key| of_old_links(server, &pad.name, key)))
}

fn of_old_links(server: &ServerState, name: &PadName, key: &str) -> Option<Person> {
    match server.lobby.admit(name, key) {
        Err(Denied::Barred(Barred::Revoked)) => server.lobby.person(name, key),
        _ => None,
    }
}

/// Who was shown out comes back by a host's hand alone, and is heard where they wish it.
pub(super) async fn knock_again(
    server: &ServerState,
    pad: &Pad,
    (visitor, wishes): (Visitor, bool),
    asked: &ApiRequest,
) -> Answer {
    if !wishes {
        return Err(Denied::Barred(Barred::ShownOut).into());
    }
    if pad.access.door() == Door::Closed {
        return Err(Denied::Barred(Barred::Closed).into());
    }
    knock(server, pad, visitor, asked).await
}

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
    look: Look,
    origin: Origin,
    made: Instant,
}

/// What somebody looks like to others: it comes along.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Look {
    pub(super) name: Option<String>,
    pub(super) color: Option<String>,
}

impl Look {
    /// As others see it.
    pub(super) fn seen(self) -> (Option<String>, Option<Colour>) {
        let Self { name, color } = self.clean();
        (name, color.as_deref().and_then(Colour::parse))
    }

    fn clean(self) -> Self {
        Self {
            name: self.name.map(|name| display_name(&name)).filter(|name| !name.is_empty()),
            color: self.color.filter(|color| Colour::parse(color).is_some()),
        }
    }
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
    let look: Look = if body.is_empty() { Look::default() } else { read(body)? };
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
    let given = given(server, &Member { pad: &pad, pass, person });
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
        Pairing { epoch: Epoch(1), pass, look: Look::default(), origin, made }
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
