//! Who knocks at the Hocuspocus door: `/hocuspocus`.

use std::net::IpAddr;
use std::sync::Arc;

use super::ServerState;
use super::blame::{self, Culprit};
use super::handshake::SocketRequest;
use super::problem::Problem;
use crate::base::clock::now;
use crate::doors::hocuspocus::Visitor;
use crate::doors::visitor::Stranger;

/// Reads what a provider says of itself as it connects. Its key comes with each document; one in the request goes
/// for those that bring none.
pub(super) fn visitor(
    server: &Arc<ServerState>,
    from: IpAddr,
    guest: &SocketRequest,
) -> Result<Visitor, Problem> {
    let known = server.lobby.is_key(&guest.key);
    let stranger = if known { None } else { Some(server.guard.stranger(from)?) };
    let (noted, opens) = (Arc::clone(server), Arc::clone(server));
    Ok(Visitor {
        lobby: server.lobby.clone(),
        token: guest.key.clone(),
        seeded: guest.seeded,
        origin: from.into(),
        stranger: stranger.map(|here| Box::new(here) as Stranger),
        may_open: Box::new(move || opens.guard.may_open(from, now()).is_ok()),
        noted: Box::new(move |key, code| {
            blame::note(&noted, Culprit::of(&noted, from, key), Some(code));
        }),
    })
}
