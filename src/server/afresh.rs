//! `POST /api/v1/pads/NAME/afresh`: a host begins the pad afresh, with the text that comes with it; and
//! `POST /api/v1/pads/NAME/key` by a key of the life before, for who comes over.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{Method, Request, StatusCode};
use serde::Deserialize;
use serde_json::json;

use super::ServerState;
use super::member::{AdmittedMember, given, newcomer};
use super::problem::Problem;
use super::request::{Answer, ApiRequest, bearer, host, json_response, read};
use super::shown::{links, links_of_host};
use crate::base::ids::{Epoch, Role};
use crate::base::limits::{MAX_BODY, MAX_UPDATE};
use crate::base::names::PadName;
use crate::room::lobby::{Fresh, NotAfresh};

/// The last part of the address.
const AFRESH: &str = "/afresh";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AfreshRequest {
    /// The life that the text is for: `next_epoch` of the pad, as its host reads it.
    epoch: String,
    /// An update of Yjs, in base64.
    text: String,
    /// The state vector of what the text was made from, in base64; absent: nothing is known of that.
    #[serde(default)]
    seen: String,
}

/// Bytes that the body of this request may have, where it is a host's with a text; `None`: as many as any.
pub(super) fn most<B>(server: &ServerState, request: &Request<B>) -> Option<usize> {
    let is_text = request.method() == Method::POST && request.uri().path().ends_with(AFRESH);
    let key = bearer(request.headers()).filter(|_| is_text)?;
    // A pad in base64, and what stands beside it.
    let whole = server.lobby.rules().limits.doc.bytes / 2 * 3 + MAX_UPDATE + MAX_BODY;
    server.lobby.is_host_key(key).then_some(whole)
}

/// The life ends, and another one goes on with this text.
pub(super) async fn begin(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let admission = host(&server, &name, &asked)?;
    let AfreshRequest { epoch, text, seen } = read(&asked.body)?;
    let epoch = epoch.parse::<Epoch>().map_err(|bad| Problem::malformed(bad.to_string()))?;
    let (text, seen) = (decoded("text", &text)?, decoded("seen", &seen)?);
    if seen.len() > MAX_UPDATE {
        return Err(Problem::malformed(format!("seen is over {MAX_UPDATE} bytes.")));
    }
    let by = (admission.pass, asked.peer.from.ip().into());
    let pad = server.lobby.afresh(&admission.pad, Fresh { epoch, text, seen, by }).await?;
    let places = server.places.now().seen_from(asked.peer.by);
    // By the host's link whom a host has made one would be its owner in the next life: as who they are they come over anyway.
    let links = if admission.pass.role < Role::Host { links } else { links_of_host };
    Ok(json_response(StatusCode::CREATED, &links(&server, &places, &pad)))
}

fn decoded(field: &str, text: &str) -> Result<Bytes, Problem> {
    let bytes = STANDARD.decode(text);
    bytes.map(Bytes::from).map_err(|_| Problem::malformed(format!("{field} has to be base64.")))
}

/// Who was in the life before comes over by their own key, as who they are; `None`: that is none. Who was shown out does not,
/// nor who hoarded keys, where the door is shut; they hear what everyone hears by a key of that life.
pub(super) fn follow(server: &ServerState, name: &PadName, asked: &ApiRequest) -> Option<Answer> {
    let (pad, pass, seen) = server.lobby.follower(name, asked.bearer())?;
    pad.access.pass_door(pass, asked.peer.from.ip().into()).ok()?;
    let person = pass.person.map_or_else(newcomer, Ok).ok()?;
    let mut given = given(server, &AdmittedMember { pad: &pad, pass, person }).ok()?;
    if let Some(seen) = seen {
        given["seen"] = json!(STANDARD.encode(seen));
    }
    Some(Ok(json_response(StatusCode::OK, &given)))
}

impl From<NotAfresh> for Problem {
    fn from(not: NotAfresh) -> Self {
        let detail = match not {
            NotAfresh::OtherLife => {
                "The text is for another life than the next one: somebody was quicker. Read \
                 next_epoch again, and write the text for that."
            }
            NotAfresh::Ends => "The pad ends: people are taking their copies. Let it stay first.",
            NotAfresh::NoText => {
                let detail = "text has to be an update of Yjs with the whole text, which fits into a \
                              pad and stands under the seed of that epoch. Nothing was done.";
                return Self::new(StatusCode::UNPROCESSABLE_ENTITY, "not understood", detail);
            }
            NotAfresh::Full => return Self::full(),
            NotAfresh::NotSteered(not) => return not.into(),
        };
        Self::new(StatusCode::CONFLICT, "not begun afresh", detail)
    }
}
