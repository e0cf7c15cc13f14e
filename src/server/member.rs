//! Who comes into a pad, as who they are there, and what they are given.

use serde_json::{Value, json};

use super::ServerState;
use super::problem::Problem;
use crate::base::ids::{Person, Role};
use crate::room::core::pass::Pass;
use crate::room::lobby::{Denied, Pad};

/// Somebody who comes into a pad, as who they are there.
pub(super) struct AdmittedMember<'a> {
    pub(super) pad: &'a Pad,
    /// What their link says, whatever the host has decided for the moment.
    pub(super) pass: Pass,
    pub(super) person: Person,
}

/// What somebody is given who comes in: a key of their own, and that of the link, to be shared.
///
/// # Errors
/// Where a host has taken back what they come by, until this moment.
pub(super) fn given(server: &ServerState, member: &AdmittedMember<'_>) -> Result<Value, Denied> {
    let AdmittedMember { pad, pass, person } = *member;
    // Read before it is asked whether they may: links that are made between the two are not among what they get.
    let links = (pass.role, pad.access.generation(pass.role));
    let now = pad.access.role(Pass { person: Some(person), ..pass })?;
    if pass.role == Role::Host {
        // They may decide by calls alone, and be met by another's hand before they ever take a seat.
        pad.access.note_owner(person);
    }
    let (key, link_key) = server.lobby.keys_of(pad, links, person);
    Ok(json!({
        "pad": pad.name.as_str(),
        "key": key,
        "link_key": link_key,
        "role": now.name(),
        "epoch": pad.epoch.to_string(),
        "person": person.to_string(),
    }))
}

/// Somebody who was not here before.
pub(super) fn newcomer() -> Result<Person, Problem> {
    Person::new().map_err(|_| Problem::full())
}
