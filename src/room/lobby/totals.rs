//! What has become of lives since the start, for who watches the server: figures alone, and of no pad by its name.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::base::ids::EndCause;
use crate::room::lobby::Lobby;

/// The same as it is counted.
#[derive(Default)]
pub(super) struct Counters {
    opened: AtomicU64,
    failed: AtomicU64,
    ended: [AtomicU64; EndCause::ALL.len()],
}

/// Lives since the start of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Lives that have begun.
    pub opened: u64,
    /// Rooms that failed, and were opened again for the same life.
    pub failed: u64,
    /// Lives that have ended, by cause.
    pub ended: [(EndCause, u64); EndCause::ALL.len()],
}

impl Counters {
    pub(super) fn count_opened(&self) {
        self.opened.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn count_failed(&self) {
        self.failed.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn count_ended(&self, cause: EndCause) {
        let known = EndCause::ALL.into_iter().zip(&self.ended);
        for (_, count) in known.filter(|(known, _)| *known == cause) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl Lobby {
    /// Lives since the start of the server.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let Counters { opened, failed, ended } = &self.inner.counters;
        let read = |count: &AtomicU64| count.load(Ordering::Relaxed);
        let mut by_cause = EndCause::ALL.map(|cause| (cause, 0));
        by_cause.iter_mut().zip(ended).for_each(|((_, number), count)| *number = read(count));
        Totals { opened: read(opened), failed: read(failed), ended: by_cause }
    }
}
