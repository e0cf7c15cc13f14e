//! Whom a broken protocol is held against: who broke it, not all who share the address. Whoever shows a
//! valid key waits for what was done with that key from there; only who shows none for what was
//! done there without one.

use std::net::IpAddr;

use super::ServerState;
use super::problem::Problem;
use crate::base::clock::now;
use crate::base::close::CloseCode;
use crate::base::ids::Origin;

/// Whom a violation is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Culprit {
    /// All at this address that comes without a valid key.
    Address(Origin),
    /// What comes from there with this key, of which a hash is enough.
    Key(Origin, u64),
}

impl Culprit {
    /// Who came from this address, with this key where it was a valid one.
    pub(super) fn of(server: &ServerState, from: IpAddr, key: Option<&str>) -> Self {
        let from = Origin::from(from);
        key.map_or(Self::Address(from), |key| Self::Key(from, server.guard.hash(key)))
    }
}

/// Lets a connection be that comes with a key, which may be a valid one. `Err` where it has to wait.
pub(super) fn may_speak(
    server: &ServerState,
    who: Culprit,
    is_valid: impl FnOnce() -> bool,
) -> Result<(), Problem> {
    let wait = |culprit| server.guard.wait(culprit, now());
    let (Culprit::Address(from) | Culprit::Key(from, _)) = who;
    // Who shows a valid key does not pay for what others do at the same address.
    let wait = wait(who).or_else(|| wait(Culprit::Address(from)).filter(|_| !is_valid()));
    wait.map_or(Ok(()), |wait| Err(Problem::too_many(wait, "messages that are none")))
}

/// Notes why something was closed by us, and holds violations of the protocol against who did them.
pub(super) fn note(server: &ServerState, who: Culprit, code: Option<CloseCode>) {
    let Some(code) = code else { return };
    tell(code);
    if matches!(
        code,
        CloseCode::Framing
            | CloseCode::NotText
            | CloseCode::Malformed
            | CloseCode::TooFast
            | CloseCode::Forbidden
    ) {
        server.guard.violated(who, now());
    }
}

/// Tells why, for the log.
pub(super) fn tell(code: CloseCode) {
    tracing::info!(code = code.number(), reason = code.reason(), "a socket or topic was closed");
}
