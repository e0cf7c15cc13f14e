//! Who somebody is: the key of a link, which many have, becomes a key of one's own.

use std::sync::Arc;

use http::StatusCode;
use serde::Deserialize;

use super::knocking::{KnockingGuest, knock};
use super::member::{AdmittedMember, given, newcomer};
use super::request::{Answer, ApiRequest, LookRequest, json_response, read, refusal};
use super::{ServerState, afresh};
use crate::base::clock::now;
use crate::base::door::Door;
use crate::base::ids::Person;
use crate::base::names::PadName;
use crate::room::core::knocks::Way;
use crate::room::core::pass::Barred;
use crate::room::lobby::{Admission, Denied, Entrant, Pad};

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
    let knocks = |pad, pass, person| {
        let look = LookRequest { name: said.name.clone(), color: said.color.clone() };
        KnockingGuest { pad, person, pass, way: Way::Link, look }
    };
    if let (Some((pass, Err(Barred::ShownOut))), Some(pad)) = (own, &here) {
        let person = pass.person.ok_or(Denied::Shared)?;
        // By the best that is no old one: theirs, or the new link that they have.
        let known = [Some(pass), server.lobby.pass(&name, key)].into_iter().flatten();
        let pass = known.filter(|pass| pad.access.is_current(*pass)).max_by_key(|pass| pass.role);
        let visitor = knocks(pad, pass.ok_or(Denied::Barred(Barred::Revoked))?, person);
        return knock_again(&server, (visitor, said.knock), &asked).await;
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
            return knock(&server, knocks(&pad, pass, person), &asked).await;
        }
        (entered, _) => entered.map_err(|denied| refusal(&server, (&name, key), denied)),
    };
    let Admission { pass, pad, .. } = entered?;
    let before = || who_was(&server, &pad, said.before.as_deref());
    let person = pass.person.or_else(before).map_or_else(newcomer, Ok)?;
    let given = given(&server, &AdmittedMember { pad: &pad, pass, person })?;
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
    (visitor, wishes): (KnockingGuest<'_>, bool),
    asked: &ApiRequest,
) -> Answer {
    if !wishes {
        return Err(Denied::Barred(Barred::ShownOut).into());
    }
    if visitor.pad.access.door() == Door::Closed {
        return Err(Denied::Barred(Barred::Closed).into());
    }
    knock(server, visitor, asked).await
}
