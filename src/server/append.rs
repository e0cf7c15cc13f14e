//! `POST /api/v1/pads/NAME/append`: text of a program at the end of a pad, by the rules of every door.

use std::sync::Arc;

use http::{Method, Request, StatusCode, header};
use serde_json::json;

use super::ServerState;
use super::guard::text;
use super::own::newcomer;
use super::problem::Problem;
use super::reading::{enter_by, turn};
use super::request::{Answer, ApiRequest, bearer, json_response, parameter};
use crate::base::clock::now;
use crate::base::ids::Role;
use crate::base::limits::MAX_APPEND;
use crate::base::names::PadName;
use crate::base::why::Why;
use crate::render::{Job, Manner};
use crate::room::core::seat_kind::SeatKind;
use crate::room::message::Arrival;
use crate::room::readings::Reading;

/// Bytes that the body of such a request may have, from who may write; `None` for any other request.
pub(super) fn most<B>(server: &ServerState, request: &Request<B>) -> Option<usize> {
    let path = request.uri().path().strip_prefix("/api/v1/pads/")?;
    let name: PadName = path.strip_suffix("/append")?.parse().ok()?;
    let role = server.lobby.role(&name, bearer(request.headers())?)?;
    (request.method() == Method::POST && role >= Role::Edit).then_some(MAX_APPEND)
}

pub(super) async fn append(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    // What changes something follows from no link: a key in the query is none here.
    let admission = enter_by(&server, (&name, asked.bearer()), asked.peer)?;
    if admission.role < Role::Edit {
        return Err(Problem::read_only());
    }
    let words = std::str::from_utf8(&asked.body);
    let words = words.map_err(|_| Problem::malformed("The body is no text in UTF-8."))?.to_owned();
    let over = || Problem::ended(None, now());
    let pad = &admission.pad;
    let (bytes, manner) = (words.len(), manner(&asked)?);
    if words.trim().is_empty() {
        return Ok(json_response(StatusCode::OK, &json!({ "pad": name.as_str(), "bytes": 0 })));
    }
    let place = turn(pad).await?;
    let document = pad.room.read("".into()).await.ok_or_else(over)?;
    let Reading::Document { update: document, .. } = document else { return Err(over()) };
    let update = server.renderer.run(&Job::Add { text: words, manner }, &document).await?;
    drop((document, place));
    let pass = admission.pass;
    let person = pass.person.map_or_else(newcomer, Ok)?;
    let who = Arrival {
        seat: server.lobby.next_seat(),
        kind: SeatKind::Client,
        person,
        own: pass.person.is_some(),
        role: pass.role,
        generation: pass.generation,
        origin: Some(asked.peer.from.ip().into()),
        tab: None,
    };
    let written = pad.room.write_once(who, update).await.ok_or_else(over)?;
    written.map_err(|why| refused(why, &over))?;
    let answer = json!({ "pad": name.as_str(), "epoch": pad.epoch.to_string(), "bytes": bytes });
    Ok(json_response(StatusCode::OK, &answer))
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
    let kind = text(&asked.headers, header::CONTENT_TYPE).unwrap_or("text/markdown");
    match kind.split(';').next().unwrap_or_default().trim() {
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
