//! Who follows a pad's text without a seat, as a host reads it.

use serde_json::{Value, json};

use crate::room::TextFollower;
use crate::room::core::persons::Present;
use crate::room::lobby::Pad;

/// So many are told one by one: of more the count.
const MOST: usize = 50;

/// How many follow, and the first of them: by what they call themselves, else by the name of whom their key belongs to.
pub(super) async fn of(pad: &Pad) -> Value {
    let all = pad.room.followers();
    // A room is asked only where somebody's own key is among them.
    let asks = all.iter().any(|follower| follower.name.is_empty() && follower.person.is_some());
    let here = if asks { pad.room.persons().await.unwrap_or_default() } else { Vec::new() };
    let told: Vec<Value> = all.iter().take(MOST).map(|follower| line(follower, &here)).collect();
    json!({ "readers": all.len(), "followers": told })
}

fn line(follower: &TextFollower, here: &[Present]) -> Value {
    let TextFollower { name, person } = follower;
    let own = || here.iter().find(|one| Some(one.person) == *person)?.name.as_deref();
    let name = Some(name.as_str()).filter(|name| !name.is_empty()).or_else(own);
    json!({ "name": name, "person": person.map(|person| person.to_string()) })
}
