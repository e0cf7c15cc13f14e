//! Who comes to a door where one connection may have many pads: what that door asks of the server.

use std::net::IpAddr;
use std::sync::Arc;

use super::ServerState;
use super::blame::{self, Culprit};
use super::problem::Problem;
use crate::base::clock::now;
use crate::doors::visitor::{Stranger, Visitor};

/// Somebody who has connected from there with this key; each pad may bring another.
pub(super) fn visitor(
    server: &Arc<ServerState>,
    from: IpAddr,
    token: String,
) -> Result<Visitor, Problem> {
    let known = server.lobby.is_key(&token);
    let stranger = if known { None } else { Some(server.guard.stranger(from)?) };
    let (noted, opens) = (Arc::clone(server), Arc::clone(server));
    Ok(Visitor {
        lobby: server.lobby.clone(),
        token,
        origin: from.into(),
        stranger: stranger.map(|here| Box::new(here) as Stranger),
        may_open: Box::new(move || opens.guard.may_open(from, now()).is_ok()),
        noted: Box::new(move |key, code| {
            blame::note(&noted, Culprit::of(&noted, from, key), Some(code));
        }),
    })
}
