//! Where a pad stands in its life, and how the time that is left is told.

use std::time::{Duration, Instant};

use crate::base::ids::EndCause;

/// Where a pad stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nobody has come yet: the grace does not run.
    Waiting,
    /// Somebody is there.
    Alive,
    /// Everyone has left; it ends at this instant unless somebody comes.
    Fading(Instant),
    /// It is over and nothing brings it back.
    Ended(EndCause),
}

impl Phase {
    /// The word that users and programs see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Alive => "alive",
            Self::Fading(_) => "fading",
            Self::Ended(_) => "ended",
        }
    }
}

/// Seconds as they are told: rounded up, so that nobody is told less time than there is.
#[must_use]
pub fn seconds(left: Duration) -> u64 {
    left.as_secs() + u64::from(left.subsec_nanos() > 0)
}
