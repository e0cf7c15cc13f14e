//! Whose key opens a pad's present life: a look that lets nobody in, and opens no pad.

use super::{Lobby, Pad};
use crate::room::core::access::Pass;

impl Lobby {
    /// What one of these keys says, where it is somebody's own to this life and the host has not taken it back: who has
    /// one is not new.
    #[must_use]
    pub fn own_pass<'a>(&self, pad: &Pad, keys: impl IntoIterator<Item = &'a str>) -> Option<Pass> {
        keys.into_iter().find_map(|key| {
            let claims = self.inner.keys.verify(&pad.name, key).ok()?;
            let pass = Pass::from(claims);
            let alive = claims.epoch == pad.epoch && pad.access.role(pass).is_ok();
            (alive && pass.person.is_some()).then_some(pass)
        })
    }
}
