//! What a host has decided about a pad's life, kept beside its room: one that fails leaves it to the next.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::life::Life;
use crate::base::lock::lock;

/// The life as it was decided last; nothing while all is as the pad was opened. Cheap to clone; all
/// clones are of one pad.
#[derive(Clone, Debug, Default)]
pub struct Decided(Arc<Mutex<Option<Life>>>);

impl Decided {
    /// Notes what the life is now.
    pub(in crate::room) fn note(&self, life: &Life) {
        *lock(&self.0) = Some(life.clone());
    }

    /// The life that was decided.
    pub(in crate::room) fn life(&self) -> Option<Life> {
        lock(&self.0).clone()
    }

    /// The grace that was decided.
    pub(in crate::room) fn grace(&self) -> Option<Duration> {
        self.life().map(|life| life.grace())
    }
}
