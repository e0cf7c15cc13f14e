//! Who comes in, who has to knock, and who does neither: one decision, whether they come by code or by link.

use std::time::Instant;

use http::StatusCode;

use super::ServerState;
use super::knocking::{KnockingGuest, knock};
use super::member::{AdmittedMember, given, newcomer};
use super::problem::Problem;
use super::request::{Answer, ApiRequest, LookRequest, json_response};
use crate::base::clock::now;
use crate::base::codes::JoinCode;
use crate::base::door::{Door, Pin};
use crate::base::ids::{Origin, Person, Role};
use crate::base::names::PadName;
use crate::room::core::knocks::Way;
use crate::room::core::pass::{Barred, Pass};
use crate::room::lobby::{Denied, Pad};

/// Somebody who shows what opens the pad, and wants in.
pub(super) struct ComingGuest<'a> {
    pub(super) pad: &'a Pad,
    /// What their code or key says.
    pub(super) pass: Pass,
    pub(super) way: Way,
    /// Keys of their own that they have from before, of whatever life.
    pub(super) before: Vec<&'a str>,
    /// What they have typed beside a code.
    pub(super) pin: Option<&'a str>,
    /// Who was shown out wants to knock.
    pub(super) knocks: bool,
    pub(super) look: LookRequest,
}

/// Where somebody comes from, and when.
pub(super) type Whence = (Origin, Instant);

/// What somebody does next, and as whom.
enum Ahead {
    ComeIn(Person),
    Knock(Person),
}

/// They come in, or knock.
///
/// # Errors
/// The door is closed, the PIN is missing or wrong, they were shown out and do not wish to knock, or the host has taken back what
/// they come by.
pub(super) async fn come(
    server: &ServerState,
    guest: ComingGuest<'_>,
    asked: &ApiRequest,
) -> Answer {
    let whence = (asked.peer.from.ip().into(), now());
    let ahead = ahead(server, &guest, whence)?;
    let ComingGuest { pad, pass, way, look, .. } = guest;
    match ahead {
        Ahead::ComeIn(person) => {
            let given = given(server, &AdmittedMember { pad, pass, person })?;
            Ok(json_response(StatusCode::OK, &given))
        }
        Ahead::Knock(person) => {
            knock(server, KnockingGuest { pad, person, pass, way, look }, asked).await
        }
    }
}

fn ahead(server: &ServerState, guest: &ComingGuest<'_>, whence: Whence) -> Result<Ahead, Problem> {
    let ComingGuest { pad, pass, ref before, .. } = *guest;
    let barred = |barred| Err(Denied::Barred(barred).into());
    let own = server.lobby.own_pass(pad, before.iter().copied());
    let known = own.and_then(|(own, allows)| Some((own.person?, own.role, allows)));
    // A code lets people write, and so does the key of whoever may already.
    if let Some((person, role, Ok(_))) = known {
        if role < Role::Edit {
            guest.ask_pin(server, whence)?;
        }
        return Ok(Ahead::ComeIn(person));
    }
    let keys = || before.iter().copied();
    let was_out = known.map(|(person, ..)| person).or_else(|| out_before(server, pad, keys()));
    // They hear of it first, and are heard where they wish it.
    if was_out.is_some() && !guest.knocks {
        return barred(Barred::ShownOut);
    }
    let has_to_knock = match pad.access.pass_door(pass, whence.0) {
        Err(Barred::MustKnock) => true,
        // Before a closed door a PIN is of no use.
        Err(other) => return barred(other),
        Ok(()) if was_out.is_none() => false,
        // A key of their own passes the door, and they come back by a host's hand alone.
        Ok(()) if pad.access.door() == Door::Closed => return barred(Barred::Closed),
        Ok(()) => true,
    };
    guest.ask_pin(server, whence)?;
    let was = || was_out.or_else(|| who_was(server, pad, keys()));
    match has_to_knock {
        true => was().map_or_else(newcomer, Ok).map(Ahead::Knock),
        false => pass.person.or_else(was).map_or_else(newcomer, Ok).map(Ahead::ComeIn),
    }
}

impl ComingGuest<'_> {
    /// A link is as good as code and PIN together.
    fn ask_pin(&self, server: &ServerState, whence: Whence) -> Result<(), Problem> {
        match self.way {
            Way::Link => Ok(()),
            Way::Code => ask_pin(server, (self.pad.access.pin().as_ref(), self.pin), whence),
        }
    }
}

/// By the code of a name whose pad has ended nobody begins a new one behind a door that is closed, or without its PIN. Who would have
/// to knock does, and waits there for whoever hosted the last.
pub(super) fn may_begin(
    server: &ServerState,
    (code, pin): (JoinCode, Option<&str>),
    whence: Whence,
) -> Result<(), Problem> {
    let Some(name) = server.lobby.stands_for(code) else { return Ok(()) };
    match server.lobby.next_ways(&name) {
        (Door::Closed, _) => Err(Denied::Barred(Barred::Closed).into()),
        (_, asks) => ask_pin(server, (asks.as_ref(), pin), whence),
    }
}

/// A wrong PIN counts as a wrong code does. Who has typed none has not guessed.
fn ask_pin(
    server: &ServerState,
    (pin, typed): (Option<&Pin>, Option<&str>),
    (from, now): Whence,
) -> Result<(), Problem> {
    match (pin, typed) {
        (None, _) => Ok(()),
        (Some(pin), None) => Err(Problem::pin_needed(pin)),
        (Some(pin), Some(typed)) if pin.is(typed) => Ok(()),
        (Some(pin), Some(_)) => {
            server.guard.wrong_code(from, now);
            Err(Problem::wrong_pin(pin))
        }
    }
}

/// Who was shown out of a life that this one goes on from: they come back by a host's hand alone, by whatever code or link.
fn out_before<'a>(
    server: &ServerState,
    pad: &Pad,
    keys: impl IntoIterator<Item = &'a str>,
) -> Option<Person> {
    let people = keys.into_iter().filter_map(|key| server.lobby.person(&pad.name, key));
    people.into_iter().find(|person| pad.access.is_out(*person))
}

/// Who somebody was by these keys of one's own, before they knock or come in. Who has scanned the new code, or has the new
/// link, is who that was by the old one.
fn who_was<'a>(
    server: &ServerState,
    pad: &Pad,
    keys: impl IntoIterator<Item = &'a str>,
) -> Option<Person> {
    keys.into_iter().find_map(|key| of_old_links(server, &pad.name, key))
}

fn of_old_links(server: &ServerState, name: &PadName, key: &str) -> Option<Person> {
    match server.lobby.admit(name, key) {
        Err(Denied::Barred(Barred::Revoked)) => server.lobby.person(name, key),
        _ => None,
    }
}
