//! How long a host wants a pad to be kept.

use std::time::Duration;

use crate::base::limits::SHORTEST_LIFE;
use crate::wire::extra;

/// What the host decides about a pad's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// It outlives its last person by the grace.
    Grace(Duration),
    /// It ends after this time, whoever is there: "until 18:00".
    For(Duration),
    /// It stays until the host says otherwise, at most until its hard end.
    Always,
}

impl Keep {
    /// Reads what a host asks for; `None` where it asks for nothing, or for less than a second.
    #[must_use]
    pub fn new(asked: extra::Keep) -> Option<Self> {
        let time = |seconds: u64| {
            let time = Duration::from_secs(seconds.min(LONGEST_LIFE.as_secs()));
            (time >= SHORTEST_LIFE).then_some(time)
        };
        match asked {
            extra::Keep { ttl_s: Some(grace), .. } => time(grace).map(Self::Grace),
            extra::Keep { ends_in_s: Some(left), .. } => time(left).map(Self::For),
            extra::Keep { always: true, .. } => Some(Self::Always),
            extra::Keep { .. } => None,
        }
    }
}

/// No pad lives longer, so that sums of times never overflow.
const LONGEST_LIFE: Duration = Duration::from_secs(3_650 * 86_400);
