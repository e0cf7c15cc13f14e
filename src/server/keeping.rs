//! `PATCH /api/v1/pads/NAME`: the host decides how long a pad is kept, who comes in, who writes and what it is called. What would be passed over or
//! bent in silence is refused, with the field and what it may be.

use std::ops::RangeInclusive;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use serde_json::{Map, Value};

use super::ServerState;
use super::deciding::steer;
use super::problem::Problem;
use super::request::{Answer, ApiRequest, admit, json_response, read};
use super::shown::seen;
use crate::base::display::display_title;
use crate::base::ids::Role;
use crate::base::limits::SHORTEST_LIFE;
use crate::base::names::PadName;
use crate::room::core::access_change::AccessChange;
use crate::room::core::retention::{Keep, Retention};
use crate::room::lobby::Admission;
use crate::room::message::HostCommand;

const FIELDS: [&str; 8] =
    ["ttl_s", "ends_in_s", "always", WRITING, DOOR, PIN, TITLE, TEXT_ON_WALLS];
const WRITING: &str = "writing";
const DOOR: &str = "door";
const PIN: &str = "pin";
const TITLE: &str = "title";
const TEXT_ON_WALLS: &str = "text_on_walls";

pub(super) async fn keep(server: Arc<ServerState>, name: PadName, asked: ApiRequest) -> Answer {
    let Admission { role, pad, pass } = admit(&server, &name, asked.bearer())?;
    if role < Role::Host {
        return Err(Problem::host_only());
    }
    // All of it is looked at before any of it is done.
    let commands = wanted(&asked.body, server.lobby.rules().lifetime)?;
    let overview = steer(&server, (&pad, pass), commands).await?;
    Ok(json_response(StatusCode::OK, &seen(&pad, &overview)))
}

/// What is asked for, where no pad is kept longer than this.
fn wanted(body: &[u8], longest: Duration) -> Result<Vec<HostCommand>, Problem> {
    let mut fields: Map<String, Value> = read(body)?;
    if let Some(unknown) = fields.keys().find(|field| !FIELDS.contains(&field.as_str())) {
        let known = FIELDS.join(", ");
        return Err(refused(format!(
            "{unknown} is no field of this request; there are {known}. Nothing was changed."
        )));
    }
    if fields.is_empty() {
        let known = FIELDS.join(", ");
        return Err(Problem::malformed(format!("Say at least one of {known}.")));
    }
    let writing = fields.remove(WRITING).map(writing).transpose()?;
    let door = fields.remove(DOOR).map(door).transpose()?.map(HostCommand::Access);
    let pin = fields.remove(PIN).map(pin).transpose()?.map(HostCommand::Access);
    let title = fields.remove(TITLE).map(title).transpose()?;
    let on_walls = fields.remove(TEXT_ON_WALLS).map(text_on_walls).transpose()?;
    let range = SHORTEST_LIFE.as_secs()..=longest.as_secs();
    for field in ["ttl_s", "ends_in_s"] {
        if let Some(given) = fields.get(field).filter(|given| !given.is_null()) {
            seconds(field, given, &range).map_err(refused)?;
        }
    }
    let asked: Keep = read(body)?;
    // What shuts before what opens: between the two nobody comes in whom neither the old nor the new lets in.
    let sets_pin = matches!(pin, Some(HostCommand::Access(AccessChange::Pin(Some(_)))));
    let ways_in = if sets_pin { [pin, door] } else { [door, pin] };
    let ways_in = ways_in.into_iter().flatten();
    let mut commands: Vec<_> =
        writing.into_iter().chain(ways_in).chain(title).chain(on_walls).collect();
    if commands.is_empty() || !fields.is_empty() {
        commands.push(HostCommand::Keep(Retention::new(asked)?));
    }
    Ok(commands)
}

fn writing(who: Value) -> Result<HostCommand, Problem> {
    let known = who.as_str().and_then(|who| who.parse().ok());
    let who = known.ok_or_else(|| {
        refused(format!(
            "writing has to be everyone or picked, and was {who}. Nothing was changed."
        ))
    })?;
    Ok(HostCommand::Access(AccessChange::Writing(who)))
}

fn text_on_walls(shown: Value) -> Result<HostCommand, Problem> {
    let shown = shown.as_bool().ok_or_else(|| {
        refused(format!(
            "text_on_walls has to be true or false, and was {shown}. Nothing was changed."
        ))
    })?;
    Ok(HostCommand::Access(AccessChange::TextOnWalls(shown)))
}

pub(super) fn door(how: Value) -> Result<AccessChange, Problem> {
    let known = how.as_str().and_then(|how| how.parse().ok());
    let door = known.ok_or_else(|| {
        refused(format!("door has to be open, knock or closed, and was {how}. Nothing was done."))
    })?;
    Ok(AccessChange::Door(door))
}

/// What was sent is in no answer: it may be one, with a slip.
pub(super) fn pin(pin: Value) -> Result<AccessChange, Problem> {
    let pin = match pin {
        Value::Null => Some(None),
        Value::String(pin) => pin.parse().ok().map(Some),
        _ => None,
    };
    let pin = pin.ok_or_else(|| {
        refused(
            "pin has to be null, or a text of 4 to 64 letters, digits or signs. Nothing was done."
                .into(),
        )
    })?;
    Ok(AccessChange::Pin(pin))
}

/// A title of nothing that is seen is none.
pub(super) fn title(title: Value) -> Result<HostCommand, Problem> {
    let title = match title {
        Value::Null => String::new(),
        Value::String(title) => display_title(&title),
        _ => return Err(refused("title has to be a text or null. Nothing was changed.".into())),
    };
    Ok(HostCommand::Title(Some(title).filter(|title| !title.is_empty())))
}

/// Whole seconds in this range, which ends where no pad is kept longer; else what was given instead, and the way out.
pub(super) fn seconds(
    field: &str,
    given: &Value,
    range: &RangeInclusive<u64>,
) -> Result<u64, String> {
    given.as_u64().filter(|seconds| range.contains(seconds)).ok_or_else(|| {
        let (least, most) = (range.start(), range.end());
        format!(
            "{field} has to be from {least} to {most}, in whole seconds, and was {given}: no pad is \
             kept longer than --max-lifetime. Nothing was done."
        )
    })
}

fn refused(detail: String) -> Problem {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "not understood", detail)
}
