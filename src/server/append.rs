//! `POST /api/v1/pads/NAME/append` and `…/import`: what a program brings, at the end of a pad, by the rules of every door.

use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use http::{Method, Request, StatusCode, header};
use serde_json::json;

use super::ServerState;
use super::guard::text;
use super::member::newcomer;
use super::problem::Problem;
use super::reading::{Entered, document, enter_by, turn};
use super::request::{Answer, ApiRequest, bearer, json_response, parameter};
use crate::base::clock::now;
use crate::base::ids::Role;
use crate::base::limits::MAX_APPEND;
use crate::base::names::PadName;
use crate::base::why::Why;
use crate::render::{Added, Job, Manner, NotRendered};
use crate::room::core::seat_kind::SeatKind;
use crate::room::lobby::{Admission, Pad};
use crate::room::message::Arrival;

/// What stands before and behind the document in a capsule: `render/html.rs`, `ui/src/take/capsule.ts`.
const CAPSULE: (&str, &str) = ("<script type=\"application/vnd.fadepad.capsule\">", "</script>");

/// Bytes that the body of such a request may have, from who may write; `None` for any other request.
pub(super) fn most<B>(server: &ServerState, request: &Request<B>) -> Option<usize> {
    let path = request.uri().path().strip_prefix("/api/v1/pads/")?;
    let (name, call) = path.trim_end_matches('/').split_once('/')?;
    let most = match call {
        "append" => MAX_APPEND,
        "import" => server.lobby.rules().limits.doc.bytes,
        _ => return None,
    };
    let role = server.lobby.role(&name.parse().ok()?, bearer(request.headers())?)?;
    (request.method() == Method::POST && role >= Role::Edit).then_some(most)
}

pub(super) async fn append(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let who = writer(&server, &name, &asked)?;
    let (words, manner) = (words(&asked.body)?, manner(&asked)?);
    if words.trim().is_empty() {
        return Ok(taken(&who.pad, 0, 0));
    }
    let entered = Entered { server: &server, who: &who, asked: &asked };
    put(entered, BodyText::Words(words, manner)).await
}

/// A file whole: the same kinds, a page, and a document, by itself or in a capsule, whose blocks are added without its history.
pub(super) async fn import(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let who = writer(&server, &name, &asked)?;
    if asked.body.is_empty() {
        return Ok(taken(&who.pad, 0, 0));
    }
    let brought = match kind(&asked) {
        "application/octet-stream" => BodyText::Document(&asked.body),
        "text/html" => {
            let page = words(&asked.body)?;
            in_capsule(page).map_or(BodyText::Words(page, Manner::Page), BodyText::Capsule)
        }
        _ => BodyText::Words(words(&asked.body)?, manner(&asked)?),
    };
    put(Entered { server: &server, who: &who, asked: &asked }, brought).await
}

/// What is in a body, which is counted for as long as its request waits. A job is a copy that nobody counts.
enum BodyText<'a> {
    Words(&'a str, Manner),
    Document(&'a [u8]),
    /// The document in base64.
    Capsule(&'a str),
}

impl BodyText<'_> {
    fn job(self) -> Job {
        match self {
            Self::Words(text, manner) => Job::Add { text: text.to_owned(), manner },
            Self::Document(bytes) => Job::Bring { document: BASE64_STANDARD.encode(bytes) },
            Self::Capsule(document) => Job::Bring { document: document.to_owned() },
        }
    }
}

/// Who comes to write. What changes something follows from no link: a key in the query is none here.
pub(super) fn writer(
    server: &ServerState,
    name: &PadName,
    asked: &ApiRequest,
) -> Result<Admission, Problem> {
    let who = enter_by(server, (name, asked.bearer()), asked.peer)?;
    if who.role < Role::Edit { Err(Problem::read_only()) } else { Ok(who) }
}

fn words(body: &Bytes) -> Result<&str, Problem> {
    std::str::from_utf8(body).map_err(|_| Problem::malformed("The body is no text in UTF-8."))
}

/// The document that a page carries, in base64.
fn in_capsule(page: &str) -> Option<&str> {
    let (before, after) = CAPSULE;
    Some(page.split_once(before)?.1.split_once(after)?.0)
}

/// Has a child make an update of it, and writes that as one who is there for this moment.
async fn put(Entered { server, who, asked }: Entered<'_>, brought: BodyText<'_>) -> Answer {
    let over = || Problem::ended(None, now());
    let (pad, pass) = (&who.pad, who.pass);
    let turn = turn(server, pad).await?;
    let place = server.renderer.place().await?;
    let (job, before) = (brought.job(), document(pad).await?);
    let made = place.run(&job, &before).await;
    drop((before, turn));
    let made = made.map_err(|not| match (not, &job) {
        (NotRendered::Unreadable, Job::Bring { .. }) => Problem::no_document(),
        (not, _) if not.is_final() => Problem::not_brought(not),
        (not, _) => not.into(),
    })?;
    let Added { update, blocks } =
        Added::read(&made).map_err(|_| Problem::from(NotRendered::Unreadable))?;
    if blocks == 0 && matches!(job, Job::Add { manner: Manner::Page, .. }) {
        return Err(Problem::silent_page());
    }
    let person = pass.person.map_or_else(newcomer, Ok)?;
    let arrival = Arrival {
        seat: server.lobby.next_seat(),
        kind: SeatKind::Client,
        person,
        own: pass.person.is_some(),
        role: pass.role,
        generation: pass.generation,
        origin: Some(asked.peer.from.ip().into()),
        tab: None,
    };
    let written = pad.room.write_once(arrival, update).await.ok_or_else(over)?;
    written.map_err(|why| refused(why, &over))?;
    Ok(taken(pad, asked.body.len(), blocks))
}

fn taken(pad: &Pad, bytes: usize, blocks: usize) -> warp::reply::Response {
    let (name, epoch) = (pad.name.as_str(), pad.epoch.to_string());
    let told = json!({ "pad": name, "epoch": epoch, "bytes": bytes, "blocks": blocks });
    json_response(StatusCode::OK, &told)
}

/// What the body is said to be.
fn kind(asked: &ApiRequest) -> &str {
    let kind = text(&asked.headers, header::CONTENT_TYPE).unwrap_or("text/markdown");
    kind.split(';').next().unwrap_or_default().trim()
}

fn manner(asked: &ApiRequest) -> Result<Manner, Problem> {
    if let Some(language) = parameter(&asked.query, "code") {
        let known =
            language.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'#'));
        let language = if language.is_empty() { "text" } else { language };
        return match known {
            true => Ok(Manner::Code(language.to_owned())),
            false => Err(Problem::malformed("`code` names a language, such as rust.")),
        };
    }
    match kind(asked) {
        "text/plain" => Ok(Manner::Lines),
        // What curl says of any body.
        "text/markdown" | "application/x-www-form-urlencoded" => Ok(Manner::Markdown),
        _ => Err(Problem::not_a_text()),
    }
}

fn refused(why: Why, over: &impl Fn() -> Problem) -> Problem {
    match why {
        Why::ReadOnly | Why::Forbidden => Problem::read_only(),
        Why::SessionEnded | Why::NoSuchPad => over(),
        Why::Full | Why::ServerFull => Problem::full(),
        _ => Problem::pad_full(),
    }
}
