//! Whose key is to a pad's present life: a look that lets nobody in, and opens no pad.

use super::{Lobby, Pad};
use crate::base::ids::Role;
use crate::room::core::access::{Barred, Pass};

impl Lobby {
    /// What the first of these keys says that is somebody's own to this life, and what it allows now: who has one is not
    /// new. One that new links have ended is none.
    #[must_use]
    pub fn own_pass<'a>(
        &self,
        pad: &Pad,
        keys: impl IntoIterator<Item = &'a str>,
    ) -> Option<(Pass, Result<Role, Barred>)> {
        keys.into_iter().find_map(|key| {
            let claims = self.inner.keys.verify(&pad.name, key).ok()?;
            let (pass, alive) = (Pass::from(claims), claims.epoch == pad.epoch);
            let own = pass.person.filter(|_| alive)?;
            let allows = pad.access.role(Pass { person: Some(own), ..pass });
            (allows != Err(Barred::Revoked)).then_some((pass, allows))
        })
    }
}
