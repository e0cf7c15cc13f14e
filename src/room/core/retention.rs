//! How long a host wants a pad to be kept.

use std::time::Duration;

pub use fadepad_wire::extra::Keep;
use thiserror::Error;

use crate::base::limits::SHORTEST_LIFE;

/// What the host decides about a pad's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retention {
    /// It outlives its last person by the grace.
    Grace(Duration),
    /// It ends after this time, whoever is there: "until 18:00".
    For(Duration),
    /// It stays until the host says otherwise, at most until its hard end.
    Always,
}

/// Why nothing is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadKeep {
    /// Nothing was asked for, or less than a second.
    #[error("Say one of ttl_s, ends_in_s (from 1 second) or always.")]
    Nothing,
    /// Two things that exclude each other.
    #[error(
        "ttl_s, ends_in_s and always exclude each other: a pad ends a time after the last person \
         left, or at a time, or when the host says. Send one of them; nothing was changed."
    )]
    Several,
}

impl Retention {
    /// Reads what a host asks for.
    ///
    /// # Errors
    /// Where it is not exactly one thing.
    pub fn new(asked: Keep) -> Result<Self, BadKeep> {
        let time = |seconds: u64| {
            let time = Duration::from_secs(seconds.min(LONGEST_LIFE.as_secs()));
            if time < SHORTEST_LIFE { Err(BadKeep::Nothing) } else { Ok(time) }
        };
        match (asked.ttl_s, asked.ends_in_s, asked.always) {
            (Some(grace), None, false) => time(grace).map(Self::Grace),
            (None, Some(left), false) => time(left).map(Self::For),
            (None, None, true) => Ok(Self::Always),
            (None, None, false) => Err(BadKeep::Nothing),
            _ => Err(BadKeep::Several),
        }
    }
}

/// No pad lives longer, so that sums of times never overflow.
const LONGEST_LIFE: Duration = Duration::from_secs(3_650 * 86_400);
