//! What programs are told of rooms, one object a line. Never content.

use serde_json::{Value, json};

use crate::base::ids::Role;
use crate::room::core::life::seconds;
use crate::room::message::{Event, EventKind, People};

/// What programs are told of it: nothing where only a name is new, which is not for them.
pub(super) fn json_of(event: &Event) -> Option<Value> {
    let (name, mut more) = match &event.kind {
        EventKind::Opened => ("opened", json!({})),
        EventKind::Joined(people) => ("joined", counts(people)),
        EventKind::Named(_) | EventKind::NewLinks(_) => return None,
        EventKind::Left(people) => ("left", counts(people)),
        EventKind::Knock { who, of, was_out, again } => (
            "knock",
            json!({
                "id": who.person.to_string(), "name": who.look.name, "color": who.look.colour,
                "device": who.device, "way": who.way.name(), "of": of, "was_out": was_out,
                "again": again,
            }),
        ),
        EventKind::Fading { ends_in } => ("fading", json!({ "ends_in_s": ends_in.as_secs() })),
        EventKind::Ending { ends_in, people, by, why, more, .. } => (
            "ending",
            json!({
                "ends_in_s": seconds(*ends_in), "people": people, "by": by, "why": why,
                "more": more,
            }),
        ),
        EventKind::Filling { name, share } => {
            ("filling", json!({ "name": name, "bytes": share.bytes, "client_ids": share.ids }))
        }
        EventKind::Stays => ("stays", json!({})),
        EventKind::HandedOn { to } => ("handed_on", json!({ "to": **to })),
        EventKind::NotHandedOn => ("not_handed_on", json!({})),
        EventKind::Taken { left } => ("taken", json!({ "left": left })),
        EventKind::Ended(receipt) => ("ended", Value::Object(receipt.fields())),
        EventKind::Kept { files, failed } => ("kept", json!({ "files": files, "failed": failed })),
        EventKind::CopyDropped { dropped } => {
            ("copy_dropped", json!({ "copies_dropped": dropped }))
        }
        EventKind::Door(door) => ("door", json!({ "door": door.name() })),
        EventKind::Pin(asked) => ("pin", json!({ "pin": asked })),
        EventKind::Writing(who) => ("writing", json!({ "writing": who.name() })),
        EventKind::Pencil(person) => ("pencil", json!({ "person": person.to_string() })),
        EventKind::TextOnWalls(shown) => ("text_on_walls", json!({ "shown": shown })),
        EventKind::Hands { count, of } => ("hands", json!({ "count": count, "of": of })),
        EventKind::Role(person, role) => {
            ("role", json!({ "person": person.to_string(), "role": role.map(Role::name) }))
        }
        EventKind::ShownOut(person) => ("shown_out", json!({ "person": person.to_string() })),
        EventKind::Answered(person, let_in) => {
            ("answered", json!({ "id": person.to_string(), "let_in": let_in }))
        }
        EventKind::Failed => ("failed", json!({})),
    };
    more["event"] = json!(name);
    more["pad"] = json!(event.pad.as_str());
    more["epoch"] = json!(event.epoch.to_string());
    Some(more)
}

fn counts(people: &People) -> Value {
    json!({ "people": people.people, "devices": people.devices })
}
