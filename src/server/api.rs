//! `/api/v1`: what programs need, and the page too. JSON in and out.

use std::sync::Arc;
use std::time::{Duration, Instant};

use http::{HeaderMap, StatusCode, header};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use warp::reply::Response;

use super::coming::{ComingGuest, come, may_begin};
use super::ends::ended_here;
use super::guard::text;
use super::problem::Problem;
use super::request::{Answer, ApiRequest, LookRequest, admit, json_response, read};
use super::shown::{links, links_of_host, merge, seen};
use super::tries::Wait;
use super::{Create, ServerState, files, filled, followers, keeping, proofs};
use crate::base::clock::now;
use crate::base::codes::JoinCode;
use crate::base::ids::{Origin, Role};
use crate::base::names::PadName;
use crate::room::core::knocks::Way;
use crate::room::core::life::Phase;
use crate::room::core::pass::{Barred, Pass};
use crate::room::lobby::{Admission, Denied, Pad};

/// The shortest grace: below it a reload of the page would end the pad.
const SHORTEST_GRACE: Duration = Duration::from_secs(1);
/// A name that is made up has this many random letters: `pad-k7qpm3`.
const MADE_UP: &str = "pad-";

/// `GET /api/v1/info`: what the start page shows.
pub(super) fn info(server: &ServerState) -> Response {
    let create = match server.create {
        Create::Host => "host",
        Create::Anyone => "anyone",
    };
    json_response(
        StatusCode::OK,
        &json!({
            "version": env!("CARGO_PKG_VERSION"),
            "create": create,
            "saves": server.lobby.saves(),
            "templates": server.settings.now().templates.names().collect::<Vec<_>>(),
        }),
    )
}

/// `GET /api/v1/neighbours`: pads of others on this network. Not for who came by a name of the
/// internet: what this network's machines tell each other is not for elsewhere.
pub(super) fn neighbours(server: &ServerState, headers: &HeaderMap) -> Answer {
    let name = text(headers, header::HOST).and_then(|host| host.parse().ok());
    if name.is_none_or(|name| server.places.now().is_proxied(&name)) {
        return Err(Problem::not_found());
    }
    Ok(json_response(StatusCode::OK, &json!(*server.neighbours.borrow())))
}

#[derive(Deserialize)]
struct JoinRequest {
    code: String,
    /// Where the pad asks for one.
    pin: Option<String>,
    /// Keys of one's own: with one to this life of the pad one is nobody new.
    #[serde(default, rename = "as")]
    before: Vec<String>,
    /// How one appears to the host, where one has to knock.
    name: Option<String>,
    color: Option<String>,
    /// Who was shown out wants to knock.
    #[serde(default)]
    knock: bool,
}

/// `POST /api/v1/join`: a code becomes a key that writes.
pub(super) async fn join(server: Arc<ServerState>, asked: ApiRequest) -> Answer {
    let (now, from) = (now(), Origin::from(asked.peer.from.ip()));
    let looked_at = server.guard.may_try_code(from, server.lobby.open_codes(), now);
    looked_at.map_err(|wait| guessing(&server, wait, now))?;
    let request: JoinRequest = read(&asked.body)?;
    let known = request.code.parse::<JoinCode>().map_err(|_| Denied::Unknown);
    if let Ok(code) = known {
        server.lobby.summon_by_code(code).await;
        may_begin(&server, (code, request.pin.as_deref()), (from, now))?;
    }
    let may_open = || server.guard.may_open(asked.peer.from.ip(), now).is_ok();
    let pad = match known.and_then(|code| server.lobby.enter_by_code(code, &may_open)) {
        Ok(pad) => pad,
        // Who scans late has not guessed.
        Err(Denied::Ended(last_end)) => {
            return Err(Problem::ended(last_end, now).moved(&server.lobby, last_end));
        }
        Err(Denied::Unknown) => {
            server.guard.wrong_code(from, now);
            return Err(Problem::unknown_code());
        }
        Err(right) => return Err(right.into()),
    };
    let guest = ComingGuest {
        pad: &pad,
        pass: by_code(&server, &pad, &request.code)?,
        way: Way::Code,
        before: request.before.iter().map(String::as_str).collect(),
        pin: request.pin.as_deref(),
        knocks: request.knock,
        look: LookRequest { name: request.name, color: request.color },
    };
    come(&server, guest, &asked).await
}

/// What the code of this pad says, in this moment: new links may have been made since it was looked up.
fn by_code(server: &ServerState, pad: &Pad, typed: &str) -> Result<Pass, Denied> {
    let generation = pad.access.generation(Role::Edit);
    match typed.parse() == Ok(server.lobby.code(pad)) {
        true => Ok(Pass { role: Role::Edit, generation, person: None }),
        false => Err(Barred::Revoked.into()),
    }
}

/// Somebody guesses, and has to wait: the host is told.
fn guessing(server: &ServerState, wait: Wait, now: Instant) -> Problem {
    if let Some(wrong) = server.guard.guessing_untold(now) {
        tracing::warn!(wrong, "somebody guesses codes and has to wait");
        server.reachability.guess(wrong, now);
        for pad in server.lobby.all() {
            pad.room.warn_of_guessing(wrong);
        }
    }
    Problem::guessing(wait)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewPad {
    name: Option<String>,
    ttl_s: Option<Value>,
    template: Option<String>,
    /// Else as the server is started.
    door: Option<Value>,
    /// The same.
    #[serde(default, deserialize_with = "said")]
    pin: Option<Value>,
}

/// `null` says something, too: no PIN.
fn said<'de, D: Deserializer<'de>>(pin: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(pin).map(Some)
}

/// `POST /api/v1/pads`: opens a pad.
pub(super) async fn create(server: Arc<ServerState>, asked: ApiRequest) -> Answer {
    let host = server.lobby.is_host_key(asked.bearer());
    if !host && server.create == Create::Host {
        return Err(Problem::host_only());
    }
    server.guard.may_open(asked.peer.from.ip(), now())?;
    let body: &[u8] = if asked.body.is_empty() { b"{}" } else { &asked.body };
    let request: NewPad = read(body)?;
    let name = match request.name.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => name.parse::<PadName>().map_err(|e| Problem::malformed(e.to_string()))?,
        None => made_up_name()?,
    };
    // Under this name it may be alive at another machine.
    server.lobby.summon(&name).await;
    let range = SHORTEST_GRACE.as_secs()..=server.lobby.rules().lifetime.as_secs();
    let grace = request.ttl_s.map(|given| keeping::seconds("ttl_s", &given, &range)).transpose();
    let grace = grace.map_err(Problem::malformed)?.map(Duration::from_secs);
    let (settings, beside) = (server.settings.now(), (&server.lobby, &server.renderer));
    let begins = settings.templates.wanted(beside, &name, request.template.as_deref()).await?;
    let door = request.door.map(keeping::door).transpose()?;
    let pin = request.pin.map(keeping::pin).transpose()?;
    let pad = server.lobby.open_with(name, grace, (begins, door.into_iter().chain(pin)))?;
    let places = server.places.now();
    let mut answer = links_of_host(&server, &places, &pad);
    answer["ttl_s"] = json!(pad.grace().as_secs());
    Ok(json_response(StatusCode::CREATED, &answer))
}

/// `GET /api/v1/pads/NAME`: one pad, for any of its keys. Those who write get its links, the host
/// also who got through to them.
pub(super) async fn describe(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let admission = admit(&server, &name, asked.key())?;
    let Admission { role, pad, .. } = &admission;
    let role = *role;
    let Some(overview) = pad.room.look().await.filter(|overview| overview.ended.is_none()) else {
        // Recorded by then, and answered as whoever comes later is.
        let _ = ended_here(&server, pad).await;
        let ended = admit(&server, &name, asked.key()).err();
        return Err(ended.unwrap_or_else(|| Problem::ended(None, now())));
    };
    let mut answer = seen(pad, &overview);
    answer["role"] = json!(role.name());
    // Whoever reads a pad learns that it is kept.
    answer["saves"] = json!(server.lobby.saves());
    answer["last_call_s"] = json!(server.lobby.rules().last_call.as_secs());
    merge(&mut answer, filled::by(&server, &admission, &asked.query).await);
    if role == Role::Host {
        merge(&mut answer, followers::of(pad).await);
        answer["next_epoch"] = json!(server.lobby.next_epoch(pad).to_string());
    }
    // Whom the host lets write has no link to pass that on by, and who may not now, none that writes.
    if role.min(admission.pass.role) >= Role::Edit {
        let places = server.places.now().seen_from(asked.peer.by);
        merge(&mut answer, links(&server, &places, pad));
        merge(&mut answer, proofs::of(&server, &places, role));
        answer["files"] = files::told(pad);
        // Nobody has been here yet: two who begin would begin with two of it.
        if let Some(template) = pad.template().filter(|_| overview.state == Phase::Waiting.name()) {
            answer["template"] = json!(template.name());
        }
    } else {
        let key = server.lobby.key(pad, Role::View);
        answer["view_url"] =
            json!(server.places.now().seen_from(asked.peer.by).pad_url(&pad.name, &key));
    }
    Ok(json_response(StatusCode::OK, &answer))
}

fn made_up_name() -> Result<PadName, Problem> {
    let mut random = [0; 32];
    let code = getrandom::fill(&mut random).ok().and_then(|()| JoinCode::from_random(&random));
    let code = code.ok_or_else(Problem::full)?;
    format!("{MADE_UP}{code}").parse().map_err(|_| Problem::full())
}
