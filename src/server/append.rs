//! `POST /api/v1/pads/NAME/append` and `…/import`: what a program brings, at the end of a pad, by the rules of every door.

use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use http::{HeaderMap, Method, Request, StatusCode, header};
use serde_json::{Value, json};
use tokio::sync::OwnedSemaphorePermit;
use tokio::task::spawn_blocking;

use super::ServerState;
use super::along::{self, CameAlong, FilesAlong, RefusedFile};
use super::guard::text;
use super::member::newcomer;
use super::problem::Problem;
use super::reading::{Entered, document, enter_by, turn};
use super::request::{Answer, ApiRequest, bearer, json_response, parameter};
use crate::base::clock::now;
use crate::base::ids::Role;
use crate::base::limits::{Limits, MAX_APPEND};
use crate::base::names::PadName;
use crate::base::why::Why;
use crate::render::{Added, Along, Job, Manner, NotRendered, RenderPlace};
use crate::room::core::seat_kind::SeatKind;
use crate::room::files::Bringer;
use crate::room::lobby::{Admission, Pad};
use crate::room::message::Arrival;

/// Files that stay out and are named in an answer; of more it is said how many.
const LEFT_OUT_NAMED: usize = 100;

/// Bytes that the body of such a request may have, from who may write; `None` for any other request.
pub(super) fn most<B>(server: &ServerState, request: &Request<B>) -> Option<usize> {
    let path = request.uri().path().strip_prefix("/api/v1/pads/")?;
    let (name, call) = path.trim_end_matches('/').split_once('/')?;
    let most = match call {
        "append" => MAX_APPEND,
        "import" if holds_files(kind(request.headers())) => {
            along::most(&server.lobby.rules().limits)
        }
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
        return Ok(json_response(StatusCode::OK, &taken(&who.pad, 0, 0)));
    }
    let brought = BodyText::Words(asked.body.clone(), manner);
    put(Entered { server: &server, who: &who, asked: &asked }, brought).await
}

/// A file whole: the same kinds, a page or a zip with its pictures, and a document, by itself or in a capsule, whose blocks are
/// added without its history.
pub(super) async fn import(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let who = writer(&server, &name, &asked)?;
    if asked.body.is_empty() {
        return Ok(json_response(StatusCode::OK, &taken(&who.pad, 0, 0)));
    }
    let body = asked.body.clone();
    let brought = match kind(&asked.headers) {
        "application/octet-stream" => BodyText::Document(body),
        "text/html" => BodyText::Page(body),
        kind if ZIPS.contains(&kind) => BodyText::Zip(body),
        _ => {
            words(&body)?;
            BodyText::Words(body, manner(&asked)?)
        }
    };
    put(Entered { server: &server, who: &who, asked: &asked }, brought).await
}

/// A zip, as browsers and systems call it.
const ZIPS: [&str; 2] = ["application/zip", "application/x-zip-compressed"];

/// Whether what is said to be of this kind has pictures in it.
fn holds_files(kind: &str) -> bool {
    kind == "text/html" || ZIPS.contains(&kind)
}

/// What is in a body, which is counted for as long as its request waits. A job is a copy that nobody counts.
enum BodyText {
    Words(Bytes, Manner),
    Document(Bytes),
    /// A page, or a capsule.
    Page(Bytes),
    Zip(Bytes),
}

impl BodyText {
    /// What the child is to do with it, and the files in it.
    fn opened(self, pad: &Pad, limits: &Limits) -> Result<(Job, Option<FilesAlong>), Problem> {
        let along = Along::default();
        Ok(match self {
            Self::Words(bytes, manner) => {
                (Job::Add { text: words(&bytes)?.to_owned(), manner }, None)
            }
            Self::Document(bytes) => {
                (Job::Bring { document: BASE64_STANDARD.encode(bytes), along }, None)
            }
            Self::Page(bytes) => {
                let files = pad.room.files();
                let (job, files) = along::page(bytes, limits, |id| files.get(id).is_some())?;
                (job, Some(files))
            }
            Self::Zip(bytes) => {
                let (job, files) = along::zip(bytes, limits)?;
                (job, Some(files))
            }
        })
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

/// A body that is ready for a child, with the turn and the place that it has: they are held by whatever works for it, so that who goes
/// away in the midst of that begins nothing else meanwhile.
struct OpenedBody {
    job: Job,
    files: Option<FilesAlong>,
    place: RenderPlace,
    turn: OwnedSemaphorePermit,
}

/// Waits for its turn, and makes a job of it.
async fn open(server: &ServerState, pad: &Pad, brought: BodyText) -> Result<OpenedBody, Problem> {
    let turn = turn(server, pad).await?;
    let place = server.renderer.place().await?;
    let (of, limits) = (pad.clone(), server.lobby.rules().limits);
    // 70 MiB of a page are no work for a thread that others wait for.
    let opened = spawn_blocking(move || {
        let (job, files) = brought.opened(&of, &limits)?;
        Ok(OpenedBody { job, files, place, turn })
    });
    opened.await.map_err(|_| NotRendered::NoChild)?
}

/// Has a child make an update of it, and writes that as one who is there for this moment.
async fn put(entered: Entered<'_>, brought: BodyText) -> Answer {
    let Entered { server, who, asked } = entered;
    let pad = &who.pad;
    let OpenedBody { mut job, files, place, turn } = open(server, pad, brought).await?;
    let before = document(pad).await?;
    let mut added = made(place.run(&job, &before).await, &job)?;
    let by = (who.pass.person, asked.peer.from.ip().into());
    let (mut came, turn) = match files {
        Some(files) => {
            let (came, turn) = put_in(pad, (files, added.files.clone(), by), turn).await?;
            (Some(came), turn)
        }
        None => (None, turn),
    };
    let left_out = came.as_ref().map_or(&[][..], |came| &came.left_out);
    if !left_out.is_empty() {
        job.leave_out(left_out.iter().map(|one| one.id.clone()));
        added = made(server.renderer.run(&job, &before).await, &job)?;
    }
    drop((before, turn));
    if added.blocks == 0 && matches!(job, Job::Page { .. } | Job::Unpacked { .. }) {
        return Err(Problem::silent_page());
    }
    // Its files are there for as long as it may be, also where its request ends in the midst of it.
    let files = came.as_mut().map(CameAlong::stay);
    write(entered, added.update).await?;
    let mut told = taken(pad, asked.body.len(), added.blocks);
    if let (Some(came), Some(files)) = (came, files) {
        tell_of_files(&mut told, &came, files);
    }
    Ok(json_response(StatusCode::OK, &told))
}

/// How many files came along, and which did not.
fn tell_of_files(told: &mut Value, came: &CameAlong, files: usize) {
    told["files"] = files.into();
    let named = came.left_out.iter().take(LEFT_OUT_NAMED);
    told["left_out"] = named.map(RefusedFile::shown).collect();
    told["left_out_more"] = came.left_out.len().saturating_sub(LEFT_OUT_NAMED).into();
}

/// What came of a job that adds.
fn made(made: Result<Bytes, NotRendered>, job: &Job) -> Result<Added, Problem> {
    let made = made.map_err(|not| match (not, job) {
        (NotRendered::Unreadable, Job::Bring { .. }) => Problem::no_document(),
        (not, _) if not.is_final() => Problem::not_brought(not),
        (not, _) => not.into(),
    })?;
    Added::read(&made).map_err(|_| NotRendered::Unreadable.into())
}

/// Puts the files into the pad that its new text shows, by what it calls them. The turn lasts until that is done.
async fn put_in(
    pad: &Pad,
    (files, shown, by): (FilesAlong, BTreeMap<String, String>, Bringer),
    turn: OwnedSemaphorePermit,
) -> Result<(CameAlong, OwnedSemaphorePermit), Problem> {
    let of = pad.room.files().clone();
    let put = spawn_blocking(move || (files.put_into(&of, (&shown, by), now()), turn)).await;
    pad.room.hear_of_file();
    put.map_err(|_| NotRendered::NoChild.into())
}

/// Writes an update into a pad.
async fn write(Entered { server, who, asked }: Entered<'_>, update: Bytes) -> Result<(), Problem> {
    let (pad, pass) = (&who.pad, who.pass);
    let over = || Problem::ended(None, now());
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
    written.map_err(|why| refused(why, &over))
}

fn taken(pad: &Pad, bytes: usize, blocks: usize) -> Value {
    let (name, epoch) = (pad.name.as_str(), pad.epoch.to_string());
    json!({ "pad": name, "epoch": epoch, "bytes": bytes, "blocks": blocks })
}

/// What the body is said to be.
fn kind(headers: &HeaderMap) -> &str {
    let kind = text(headers, header::CONTENT_TYPE).unwrap_or("text/markdown");
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
    match kind(&asked.headers) {
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
