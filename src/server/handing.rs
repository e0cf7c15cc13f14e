//! `POST /api/v1/pads/NAME/hand-on`: another machine takes the pad, step by step; and `GET /reach/EPOCH`, by which a page finds out whether
//! it reaches that machine.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderValue, Method, Request, StatusCode, header};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::time::timeout;
use warp::reply::Response;

use super::ServerState;
use super::ends::ended_here;
use super::file_kind::kind_of;
use super::problem::Problem;
use super::request::{Answer, ApiRequest, bearer, host, json_response, read};
use super::shown::{merge, receipt};
use crate::base::authority::Authority;
use crate::base::clock::now;
use crate::base::display::file_name;
use crate::base::file_address::file_address;
use crate::base::ids::{Epoch, FileId, Role};
use crate::base::limits::{MAX_ADDRESSES, MAX_BODY, MAX_UPDATE};
use crate::base::names::PadName;
use crate::room::core::handing::{HandOn, Handed, NotHanded};
use crate::room::core::pass::Pass;
use crate::room::files::StoredFile;
use crate::room::lobby::{Admission, LifeHead, LifeTaken, Pad};

/// The last part of the address.
pub const HAND_ON: &str = "/hand-on";

/// How long a machine that has seen all waits for more.
const WAIT: Duration = Duration::from_millis(500);

/// What a page runs to find out whether it reaches the other machine, and what that one says to it. No proxy says the same.
const REACH: &str = include_str!("../../assets/reach.js");
const HERE: &str = "self.isHere = true;\n";

/// A step, as the other machine asks for it. Nothing: the pad as it is.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct HandStep {
    /// Where people find it there.
    #[serde(default)]
    to: Vec<String>,
    /// What that machine has, as a state vector in base64.
    #[serde(default)]
    seen: String,
    /// Whether it waits a moment where there is nothing new.
    #[serde(default)]
    waits: bool,
    /// Whether no file is taken here any more: it fetches the last of them.
    #[serde(default)]
    seals: bool,
    /// It has all, and here the pad is over.
    #[serde(default)]
    over: bool,
}

/// A pad as it goes from one machine to another.
#[derive(Deserialize, Serialize)]
struct CarriedJson {
    #[serde(flatten)]
    head: LifeHead,
    text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    files: Vec<CarriedFile>,
}

/// A file of it, which is fetched by itself.
#[derive(Debug, Deserialize, Serialize)]
pub struct CarriedFile {
    id: String,
    name: String,
    bytes: usize,
    /// Who brought it.
    by: Option<String>,
}

/// Bytes that the body of this request may have, where it is a host's who takes the pad: many have written in it.
pub(super) fn most<B>(server: &ServerState, request: &Request<B>) -> Option<usize> {
    let takes = request.method() == Method::POST && request.uri().path().ends_with(HAND_ON);
    let key = bearer(request.headers()).filter(|_| takes)?;
    server.lobby.is_host_key(key).then_some(MAX_BODY + 2 * MAX_UPDATE)
}

pub(super) async fn hand_on(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let Admission { pad, pass, .. } = host(&server, &name, &asked)?;
    // Before anything is noted; the room looks again in its turn, as a key may be taken back meanwhile.
    if pass.role < Role::Host {
        return Err(Problem::owners_only());
    }
    let step = if asked.body.is_empty() { HandStep::default() } else { read(&asked.body)? };
    if step.to.is_empty() {
        return look(&server, &pad, pass).await;
    }
    let (to, seen) = (addresses(&step.to)?, seen(&step.seen)?);
    if step.over {
        return over(&server, &pad, (pass, seen)).await;
    }
    if step.waits {
        let _ = timeout(WAIT, pad.room.changes().changed()).await;
    }
    let handed =
        pad.room.hand_on(pass, HandOn::Go { to: Arc::clone(&to), seen, seals: step.seals }).await?;
    server.lobby.note_handed_on(pad.epoch, to);
    Ok(json_response(StatusCode::OK, &told(&handed)))
}

async fn look(server: &ServerState, pad: &Pad, by: Pass) -> Answer {
    let Handed::Pad(carried) = pad.room.hand_on(by, HandOn::Look).await? else {
        return Err(Problem::full());
    };
    let (head, text) = server.lobby.head(pad, *carried);
    let told = pad.room.files().told().into_iter();
    let files = told.map(|(id, by, file)| CarriedFile {
        id: id.to_string(),
        name: file.name.clone(),
        bytes: file.bytes.len(),
        by: by.map(|person| person.to_string()),
    });
    let json = CarriedJson { head, text: STANDARD.encode(text), files: files.collect() };
    Ok(json_response(StatusCode::OK, &serde_json::to_value(json).unwrap_or_default()))
}

/// The last words go over, and what is left here is a receipt.
async fn over(server: &ServerState, pad: &Pad, (by, seen): (Pass, Bytes)) -> Answer {
    // Pages that are closed now ask at once where it is: that was noted when they were told to go.
    let handed = pad.room.hand_on(by, HandOn::Over { seen }).await?;
    let mut told = told(&handed);
    if let Some(ended) = ended_here(server, pad).await {
        merge(&mut told, receipt(&pad.name, &ended));
    }
    Ok(json_response(StatusCode::OK, &told))
}

fn told(handed: &Handed) -> Value {
    match handed {
        Handed::Pad(_) => Value::Null,
        Handed::Words { update, pages, late } => {
            json!({ "update": STANDARD.encode(update), "pages": pages, "late": late })
        }
    }
}

/// The beginnings of links, as pages will go there: nothing else than an address of HTTP.
fn addresses(said: &[String]) -> Result<Arc<[String]>, Problem> {
    let at = |said: &String| {
        let (scheme, at) = said.split_once("://")?;
        let known = matches!(scheme, "http" | "https");
        let at = at.parse::<Authority>().ok().filter(|_| known)?;
        Some(format!("{scheme}://{at}"))
    };
    let known: Option<Arc<[String]>> = said.iter().take(MAX_ADDRESSES).map(at).collect();
    known.ok_or_else(|| {
        Problem::malformed("to has to be a list of addresses such as http://192.168.1.20:7780.")
    })
}

fn seen(text: &str) -> Result<Bytes, Problem> {
    let bytes = STANDARD.decode(text).map(Bytes::from);
    bytes.map_err(|_| Problem::malformed("seen has to be a state vector in base64."))
}

/// Reads a pad that comes from another machine, and which files it has there; `None` where it is none.
#[must_use]
pub fn taken(json: Value) -> Option<(LifeTaken, Vec<CarriedFile>)> {
    let carried: CarriedJson = serde_json::from_value(json).ok()?;
    let text = STANDARD.decode(carried.text).ok()?.into();
    Some((carried.head.taken(text)?, carried.files))
}

impl CarriedFile {
    /// The file's path at that machine, and how many bytes it has; `None` where this pad has it, or it is none.
    #[must_use]
    pub fn lacking(&self, pad: &Pad) -> Option<(String, usize)> {
        let id: FileId = self.id.parse().ok()?;
        let is_here = pad.room.files().get(id).is_some();
        (!is_here).then(|| (file_address(id), self.bytes))
    }

    /// Whether a file of this pad may have so many bytes at this machine.
    #[must_use]
    pub fn fits(&self, pad: &Pad) -> bool {
        self.bytes <= pad.room.files().limits().0
    }

    /// Puts it into the pad, by what its own first bytes say that it is; whether it is there now.
    #[must_use]
    pub fn put(&self, pad: &Pad, bytes: Vec<u8>) -> bool {
        let Ok(id) = self.id.parse() else { return false };
        let by = self.by.as_deref().and_then(|person| person.parse().ok());
        let (name, kind) = (file_name(&self.name), kind_of(&bytes));
        let file = StoredFile { name, kind, bytes: bytes.into() };
        let is_put = pad.room.files().carry(id, (by, file), now()).is_ok();
        // The text that refers to it is here already.
        pad.room.hear_of_file();
        is_put
    }
}

/// What the machine that takes the pad asks for beside the words that it lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakeStep {
    /// Nothing else.
    Words,
    /// It waits a moment where there are none.
    Waits,
    /// No file is to be taken there any more.
    Seals,
    /// The pad is to be over there.
    Over,
}

/// How a step is asked for: where people are to go to, and what is here as a state vector.
#[must_use]
pub fn step((to, seen): (&[String], &[u8]), step: TakeStep) -> Value {
    let is = |wanted: TakeStep| step == wanted;
    let (waits, seals, over) = (is(TakeStep::Waits), is(TakeStep::Seals), is(TakeStep::Over));
    let seen = STANDARD.encode(seen);
    json!({ "to": to, "seen": seen, "waits": waits, "seals": seals, "over": over })
}

/// What the old machine still had, how many pages are there, and whether they have had their time; `None` where that is no answer of
/// one of ours.
#[must_use]
pub fn words(answer: &Value) -> Option<(Bytes, u64, bool)> {
    let update = STANDARD.decode(answer["update"].as_str()?).ok()?.into();
    Some((update, answer["pages"].as_u64()?, answer["late"].as_bool()?))
}

/// A script for pages of this life: where it goes on at another machine, what finds out whether they get there, which may ask that
/// machine alone; and where it is here, that it is.
pub(super) fn reach(server: &ServerState, epoch: &str) -> Answer {
    let epoch = epoch.parse::<Epoch>().map_err(|_| Problem::not_found())?;
    let Some(to) = server.lobby.handed_to(epoch) else {
        let here = server.lobby.all().iter().any(|pad| pad.epoch == epoch);
        return if here { Ok(script(HERE)) } else { Err(Problem::not_found()) };
    };
    // An IPv6 address is none that a policy can name.
    let named: Vec<&str> = to.iter().map(String::as_str).filter(|to| !to.contains('[')).collect();
    let policy = format!("default-src 'none'; script-src {}", named.join(" "));
    let mut response = script(REACH);
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

fn script(text: &'static str) -> Response {
    let mut response = Response::new(text.into());
    let kind = HeaderValue::from_static("text/javascript; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    // Also for pages of the machine that it was at; who knows the life has been in it.
    let anybodys = HeaderValue::from_static("cross-origin");
    response.headers_mut().insert("cross-origin-resource-policy", anybodys);
    response
}

impl From<NotHanded> for Problem {
    fn from(not: NotHanded) -> Self {
        let detail = match not {
            NotHanded::Ends => "The pad ends: people are taking their copies. Let it stay first.",
            NotHanded::Over => return Self::ended(None, now()),
            NotHanded::NotOwner => return Self::owners_only(),
            NotHanded::Elsewhere => "Another machine is taking this pad at the moment.",
            NotHanded::NotGoing => {
                "The pad stays: the machine that takes it was not heard for too long."
            }
            NotHanded::Malformed => {
                return Self::malformed("seen has to be a state vector in base64.");
            }
        };
        Self::new(StatusCode::CONFLICT, "not handed on", detail)
    }
}
