//! Who is here, and what the host decides about them, by REST: `GET /api/v1/pads/NAME/people`, `PATCH` and `DELETE` below it; and
//! new links for all of a role: `POST /api/v1/pads/NAME/links`.

use std::sync::Arc;

use http::StatusCode;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use tokio::time::timeout;

use super::ServerState;
use super::problem::Problem;
use super::request::{Answer, ApiRequest, host, json_response, read};
use super::shown::{links, links_of_host, seen};
use crate::base::clock::now;
use crate::base::ids::{Person, Role};
use crate::base::limits::STOP_GRACE;
use crate::base::names::PadName;
use crate::room::core::access_change::AccessChange;
use crate::room::core::pass::{Barred, Pass};
use crate::room::core::persons::Present;
use crate::room::lobby::{Admission, Denied, Pad};
use crate::room::message::{HostCommand, Overview};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RoleRequest {
    /// `view`, `edit`, `host`; `null`: what their key says. Outside: whether anything was said.
    #[serde(default, deserialize_with = "said")]
    role: Option<Option<String>>,
    /// The pencil is passed to them, in the place of a role.
    #[serde(default)]
    pencil: bool,
}

/// `null` says something, too.
fn said<'de, D: Deserializer<'de>>(role: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(role).map(Some)
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Out {
    /// Nobody new comes in from where they are.
    #[serde(default)]
    address: bool,
}

/// Everyone who is here.
pub(super) async fn list(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let admission = host(&server, &name, &asked)?;
    let persons = admission.pad.room.persons().await;
    let persons = persons.ok_or_else(|| Problem::ended(None, now()))?;
    Ok(json_response(StatusCode::OK, &persons.iter().map(line).collect()))
}

fn line(present: &Present) -> Value {
    let Present { person, name, role, devices, hand, pencil } = present;
    json!({
        "person": person.to_string(), "name": name, "role": role.name(), "devices": devices,
        "hand_s": hand.map(|since| since.as_secs()), "pencil": pencil,
    })
}

/// What one person may do from now on.
pub(super) async fn role(
    server: Arc<ServerState>,
    (name, person): (PadName, Person),
    asked: ApiRequest,
) -> Answer {
    let admission = host(&server, &name, &asked)?;
    let RoleRequest { role, pencil } = read(&asked.body)?;
    if pencil && role.is_some() {
        return Err(Problem::malformed("Say a role or that the pencil is passed, not both."));
    }
    if pencil {
        let passed = HostCommand::Access(AccessChange::Pencil(person));
        return decide(&server, &admission, passed).await;
    }
    let role = role.ok_or_else(|| {
        Problem::malformed(
            "Say a role, null for what their key says, or that the pencil is passed.",
        )
    })?;
    let role = role.map(|role| role.parse::<Role>()).transpose();
    let role = role.map_err(|bad| Problem::malformed(bad.to_string()))?;
    decide(&server, &admission, HostCommand::Access(AccessChange::Role(person, role))).await
}

/// One person goes, and comes back by the host's hand alone.
pub(super) async fn show_out(
    server: Arc<ServerState>,
    (name, person): (PadName, Person),
    asked: ApiRequest,
) -> Answer {
    let admission = host(&server, &name, &asked)?;
    let Out { address } = if asked.body.is_empty() { Out::default() } else { read(&asked.body)? };
    decide(&server, &admission, HostCommand::ShowOut { person, address }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Renewed {
    /// `edit`, `view` or `host`.
    role: String,
}

/// The links of this role open nothing any more; the new ones are answered.
pub(super) async fn new_links(
    server: Arc<ServerState>,
    name: PadName,
    asked: ApiRequest,
) -> Answer {
    let admission = host(&server, &name, &asked)?;
    let Renewed { role } = read(&asked.body)?;
    let role = role.parse::<Role>();
    let role = role.map_err(|_| Problem::malformed("role has to be edit, view or host."))?;
    let change = AccessChange::NewLinks(role, admission.person());
    decide(&server, &admission, HostCommand::Access(change)).await?;
    let places = server.places.now().seen_from(asked.peer.by);
    let links = match role {
        Role::Host => links_of_host(&server, &places, &admission.pad),
        _ => links(&server, &places, &admission.pad),
    };
    still_theirs(&admission, role)?;
    Ok(json_response(StatusCode::CREATED, &links))
}

/// Asked when the links are read: another host may have made later ones since, and this one none.
fn still_theirs(Admission { pad, pass, .. }: &Admission, made: Role) -> Result<(), Problem> {
    match pad.access.role(*pass) {
        Ok(Role::Host) => Ok(()),
        Ok(Role::Edit | Role::View) => Err(Problem::host_only()),
        // By the link that many have, which they have ended themselves just now.
        Err(Barred::Revoked)
            if made == Role::Host && pad.access.generation(made) == pass.generation + 1 =>
        {
            Ok(())
        }
        Err(barred) => Err(Denied::Barred(barred).into()),
    }
}

async fn decide(server: &ServerState, admission: &Admission, command: HostCommand) -> Answer {
    let Admission { pad, pass, .. } = admission;
    let overview = steer(server, (pad, *pass), vec![command]).await?;
    Ok(json_response(StatusCode::OK, &seen(pad, &overview)))
}

/// Has a host's commands carried out, by this pass; returns when what is decided by them is where a restart finds it. The room goes
/// on meanwhile.
pub(super) async fn steer(
    server: &ServerState,
    (pad, pass): (&Pad, Pass),
    commands: Vec<HostCommand>,
) -> Result<Overview, Problem> {
    let decides = commands.iter().any(HostCommand::decides);
    let overview = pad.room.steer_by(pass, commands).await?;
    if decides {
        let kept = timeout(STOP_GRACE, server.lobby.until_decided_is_kept()).await;
        kept.map_err(|_| Problem::decision_not_recorded())?;
    }
    Ok(overview)
}
