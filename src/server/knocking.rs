//! Who knocks, and who lets them in, by REST: `POST /api/v1/pads/NAME/knock` for who waits, `knocks` for hosts.

use std::sync::Arc;

use http::{StatusCode, header};
use serde::Deserialize;
use serde_json::{Value, json};

use super::ServerState;
use super::deciding::steer;
use super::guard::text;
use super::member::{AdmittedMember, given};
use super::problem::Problem;
use super::reachability::kind;
use super::request::{Answer, ApiRequest, LookRequest, host, json_response, read};
use crate::base::clock::now;
use crate::base::door::KnockTicket;
use crate::base::ids::Person;
use crate::base::names::PadName;
use crate::room::core::knocking::{Answered, AtDoor};
use crate::room::core::knocks::{KnockState, Knocker, Way};
use crate::room::core::pass::Pass;
use crate::room::lobby::{Admission, Pad};
use crate::room::message::HostCommand;

/// How soon who waits asks again, in seconds.
const ASK_AGAIN_S: u64 = 2;

/// Somebody who has to knock.
pub(super) struct KnockingGuest<'a> {
    pub(super) pad: &'a Pad,
    pub(super) person: Person,
    /// What their link or code says.
    pub(super) pass: Pass,
    pub(super) way: Way,
    pub(super) look: LookRequest,
}

/// Somebody knocks: 202, and what to ask with.
pub(super) async fn knock(
    server: &ServerState,
    visitor: KnockingGuest<'_>,
    asked: &ApiRequest,
) -> Answer {
    let origin = asked.peer.from.ip().into();
    server.guard.may_knock(origin, now())?;
    let KnockingGuest { pad, person, pass: Pass { role, generation, .. }, way, look } = visitor;
    let device = kind(text(&asked.headers, header::USER_AGENT).unwrap_or_default());
    let who = Knocker { person, role, generation, origin, way, device, look: look.seen() };
    let ticket = KnockTicket::new().map_err(|_| Problem::full())?;
    let told = pad.room.at_door(AtDoor::Knock(ticket, who)).await;
    told.map_or_else(|| Err(over(server, &pad.name)), |told| answered(server, pad, (ticket, told)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WaitRequest {
    knock: String,
    /// They wait no longer.
    #[serde(default)]
    leave: bool,
    /// Their page goes away, and asks on where it was only loaded again.
    #[serde(default)]
    away: bool,
    name: Option<String>,
    color: Option<String>,
}

/// `POST /api/v1/pads/NAME/knock`: what has become of a knock.
pub(super) async fn wait(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let WaitRequest { knock, leave, away, name: called, color } = read(&asked.body)?;
    let pad = server.lobby.get(&name).ok_or_else(|| over(&server, &name))?;
    let ticket: KnockTicket = knock.parse().map_err(|_| Problem::knock_gone())?;
    let told = called.is_some() || color.is_some();
    let look = told.then(|| LookRequest { name: called, color }.seen());
    let said = match (leave, away) {
        (true, _) => AtDoor::Leave(ticket),
        (false, true) => AtDoor::GoAway(ticket),
        (false, false) => AtDoor::Ask(ticket, look),
    };
    let told = pad.room.at_door(said).await.ok_or_else(|| over(&server, &name))?;
    if leave || away {
        return Ok(json_response(StatusCode::OK, &json!({ "pad": name.as_str() })));
    }
    answered(&server, &pad, (ticket, told))
}

fn answered(server: &ServerState, pad: &Pad, (ticket, told): (KnockTicket, Answered)) -> Answer {
    match told.standing.map_err(Problem::from)? {
        KnockState::Waits => {
            let waits = json!({
                "pad": pad.name.as_str(), "knock": ticket.to_string(), "host": told.host,
                "ask_again_s": ASK_AGAIN_S,
            });
            Ok(json_response(StatusCode::ACCEPTED, &waits))
        }
        KnockState::In(pass) => {
            let person = pass.person.ok_or_else(Problem::knock_gone)?;
            let given = given(server, &AdmittedMember { pad, pass, person })?;
            Ok(json_response(StatusCode::OK, &given))
        }
        KnockState::NotNow(left) => Err(Problem::not_now(left)),
        KnockState::Gone => Err(Problem::knock_gone()),
    }
}

fn over(server: &ServerState, name: &PadName) -> Problem {
    match server.lobby.last_end(name) {
        Some(end) => Problem::ended(Some(end), now()),
        None => Problem::no_such_pad(),
    }
}

/// `GET /api/v1/pads/NAME/knocks`: who waits, for a host.
pub(super) async fn list(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let admission = host(&server, &name, &asked)?;
    Ok(json_response(StatusCode::OK, &waiting(&server, &admission.pad).await?))
}

async fn waiting(server: &ServerState, pad: &Pad) -> Result<Value, Problem> {
    let who = pad.room.knocks().await.ok_or_else(|| over(server, &pad.name))?;
    Ok(json!({ "of": who.len(), "who": who }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KnockAnswer {
    let_in: bool,
}

/// `POST /api/v1/pads/NAME/knocks/PERSON`: a host lets somebody in, or not now.
pub(super) async fn decide(
    server: Arc<ServerState>,
    (name, person): (PadName, Person),
    asked: ApiRequest,
) -> Answer {
    let Admission { pad, pass, .. } = host(&server, &name, &asked)?;
    let KnockAnswer { let_in } = read(&asked.body)?;
    steer(&server, (&pad, pass), vec![HostCommand::Knock { person, let_in }]).await?;
    Ok(json_response(StatusCode::OK, &waiting(&server, &pad).await?))
}
