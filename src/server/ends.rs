//! The end of a pad by REST: it begins, people are offered their copies, and a receipt is left.

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Deserialize;
use tokio::time::timeout;

use super::ServerState;
use super::problem::Problem;
use super::request::{Answer, ApiRequest, admit, bearer, json_response, read};
use super::shown::{receipt, seen};
use crate::base::clock::now;
use crate::base::ids::Role;
use crate::base::limits::{LONGEST_COUNTDOWN, SAVE_TIME, STOP_GRACE};
use crate::base::names::PadName;
use crate::room::core::life::seconds;
use crate::room::core::pass::Pass;
use crate::room::core::steering::NotSteered;
use crate::room::lobby::ended::EndedPad;
use crate::room::lobby::{Admission, Pad};
use crate::room::message::HostCommand;

/// How a pad is to be ended.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct EndRequest {
    /// Seconds of the last call, 0: at once; absent: as long as a last call is here, and one that
    /// runs goes on.
    in_s: Option<u64>,
}

/// `DELETE /api/v1/pads/NAME`: the host ends it. While people are offered their copies the answer is
/// 202 with how things stand; else it is the receipt.
pub(super) async fn end(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let Admission { role, pad, pass } = admit(&server, &name, asked.key())?;
    if role < Role::Host {
        return Err(Problem::host_only());
    }
    let EndRequest { in_s } =
        if asked.body.is_empty() { EndRequest::default() } else { read(&asked.body)? };
    end_pad(&server, (&pad, Some(pass)), in_s).await
}

/// The same for who was found to be its host: by this pass, or as who runs the server.
pub(super) async fn end_pad(
    server: &ServerState,
    (pad, by): (&Pad, Option<Pass>),
    in_s: Option<u64>,
) -> Answer {
    let time = in_s.map(Duration::from_secs);
    if time.is_some_and(|time| time > LONGEST_COUNTDOWN) {
        let most = LONGEST_COUNTDOWN.as_secs();
        let detail = format!("in_s has to be from 0, which is at once, to {most}.");
        return Err(Problem::malformed(detail));
    }
    let steered = match by {
        None => pad.room.steer(HostCommand::End(time)).await,
        Some(pass) => match pad.room.steer_by(pass, vec![HostCommand::End(time)]).await {
            Err(NotSteered::Over) => None,
            steered => Some(steered?),
        },
    };
    let overview = steered.filter(|overview| overview.ending.is_some());
    if let Some(overview) = overview {
        let mut response = json_response(StatusCode::ACCEPTED, &seen(pad, &overview));
        let wait = overview.ending.map_or(0, |ending| seconds(ending.left));
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.max(1)));
        return Ok(response);
    }
    let last_end = timeout(time_to_record(server), server.lobby.recorded_end(pad)).await;
    let ended = last_end
        .map_err(|_| Problem::not_recorded())?
        .ok_or_else(|| Problem::ended(None, now()))?;
    Ok(json_response(StatusCode::OK, &receipt(&pad.name, &ended)))
}

/// The end of a pad that is over: its host may be making copies of it still, and who asks meanwhile waits for the whole
/// receipt. `None` where it lives.
pub(super) async fn ended_here(server: &ServerState, pad: &Pad) -> Option<EndedPad> {
    if pad.room.look().await.is_some_and(|overview| overview.ended.is_none()) {
        return None;
    }
    timeout(time_to_record(server), server.lobby.recorded_end(pad)).await.ok()?
}

/// How long an end may take until it is recorded, with the copies that come before.
fn time_to_record(server: &ServerState) -> Duration {
    STOP_GRACE + if server.lobby.saves() { SAVE_TIME } else { Duration::ZERO }
}

/// `POST /api/v1/pads/NAME/dropped`: the page of whose key this is dropped its copy of an ended pad.
pub(super) async fn dropped(server: Arc<ServerState>, name: PadName, headers: HeaderMap) -> Answer {
    let (key, name) = (bearer(&headers).unwrap_or_default(), &name);
    if let Some(pad) = server.lobby.get(name) {
        let _ = ended_here(&server, &pad).await;
    }
    let ended = server.lobby.drop_copy(name, key)?;
    Ok(json_response(StatusCode::OK, &receipt(name, &ended)))
}
