//! What is planned for a pad's life, beside its room: a room that fails leaves it to the next, and who prints a
//! greeting or answers a request reads it without asking the room.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::life::Life;
use crate::base::lock::lock;

/// The life as it was planned when the pad was opened, or as a host has decided since. Cheap to clone; all
/// clones are of one pad.
#[derive(Clone, Debug)]
pub struct LifePlan(Arc<Mutex<Life>>);

impl LifePlan {
    /// The plan of a life that begins.
    #[must_use]
    pub fn new(life: Life) -> Self {
        Self(Arc::new(Mutex::new(life)))
    }

    /// Notes what was decided.
    pub(in crate::room) fn note(&self, life: &Life) {
        *lock(&self.0) = life.clone();
    }

    /// The life that a room begins with, or goes on with.
    pub(in crate::room) fn life(&self) -> Life {
        lock(&self.0).clone()
    }

    /// The time that the pad outlives its last person.
    pub(in crate::room) fn grace(&self) -> Duration {
        lock(&self.0).grace()
    }
}
