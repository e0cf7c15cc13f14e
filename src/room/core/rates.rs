//! How often hosts hear of something, and may do something. Pure; time is an argument.

use std::time::{Duration, Instant};

/// So often within a minute links are made anew, by all hosts: each time all who came by the old ones come in again.
const NEW_LINKS: u32 = 10;
pub(super) const MINUTE: Duration = Duration::from_secs(60);
/// So often hosts and walls hear of hands, and of knocks, at most: somebody may play with theirs.
const TELL_AGAIN: Duration = Duration::from_millis(250);

/// How often links were made anew of late.
#[derive(Debug, Default)]
pub(super) struct Renewals {
    minute: Option<Instant>,
    count: u32,
}

impl Renewals {
    /// Whether they may be made anew now; that counts.
    pub(super) fn may(&mut self, now: Instant) -> bool {
        if self.minute.is_none_or(|begun| now.saturating_duration_since(begun) >= MINUTE) {
            *self = Self { minute: Some(now), count: 0 };
        }
        self.count += 1;
        self.count <= NEW_LINKS
    }
}

/// When hosts and walls hear of hands, or of knocks.
#[derive(Debug, Default)]
pub(super) struct Telling {
    told: Option<Instant>,
    due: Option<Instant>,
}

impl Telling {
    /// When they are told next, where something has changed.
    pub(super) fn at(&self) -> Option<Instant> {
        self.due
    }

    /// There is something to tell.
    pub(super) fn changed(&mut self, now: Instant) {
        let soonest = self.told.map_or(now, |told| told + TELL_AGAIN);
        self.due = Some(soonest.max(now));
    }

    /// Whether it is told now.
    pub(super) fn take(&mut self, now: Instant) -> bool {
        let due = self.due.is_some_and(|due| due <= now);
        if due {
            (self.due, self.told) = (None, Some(now));
        }
        due
    }
}
