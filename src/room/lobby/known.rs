//! Whose key is to a pad's present life: a look that lets nobody in, and opens no pad.

use super::{Lobby, Pad};
use crate::base::ids::Role;
use crate::room::core::pass::{Barred, Pass};

impl Lobby {
    /// Who has one of these keys as their own, in this life: what the best of theirs says, and what it allows now. Who has
    /// one is not new. One that new links have ended, or that was hoarded, is none; of several persons' the first counts.
    #[must_use]
    pub fn own_pass<'a>(
        &self,
        pad: &Pad,
        keys: impl IntoIterator<Item = &'a str>,
    ) -> Option<(Pass, Result<Role, Barred>)> {
        let own = keys.into_iter().filter_map(|key| {
            let claims = self.inner.keys.verify(&pad.name, key).ok()?;
            let pass = Pass::from(claims);
            let allows = pad.access.role(pass);
            let ended = allows == Err(Barred::Revoked) || pad.access.is_hoarded(pass);
            let alive = claims.epoch == pad.epoch && !ended;
            (alive && pass.person.is_some()).then_some((pass, allows))
        });
        let all: Vec<_> = own.collect();
        let who = all.first()?.0.person;
        all.into_iter().filter(|(pass, _)| pass.person == who).max_by_key(|(pass, _)| pass.role)
    }
}
