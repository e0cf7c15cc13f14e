//! When freed memory is given back to the system, which the allocator does not do by itself.

use tokio::time::{Instant, sleep_until};

use crate::base::hardening;
use crate::base::limits::{GIVE_BACK_AFTER, GIVE_BACK_RESTED};
use crate::base::stop::Stop;
use crate::room::message::EventKind;

/// The next two occasions.
#[derive(Default)]
pub(super) struct MemoryTrim {
    /// People have left, and their sockets with them.
    left: Option<Instant>,
    /// People have come, and what all of them got is forgotten again.
    rested: Option<Instant>,
}

impl MemoryTrim {
    /// Something has happened.
    pub(super) fn event(&mut self, kind: &EventKind) {
        let now = Instant::now();
        match kind {
            EventKind::Left(_) | EventKind::Ended(_) => {
                self.left.get_or_insert(now + GIVE_BACK_AFTER);
            }
            EventKind::Joined(_) => {
                self.rested.get_or_insert(now + GIVE_BACK_RESTED);
            }
            _ => {}
        }
    }

    /// Waits for the next occasion. May be dropped while it waits.
    pub(super) async fn due(&mut self) {
        let Some(next) = [self.left, self.rested].into_iter().flatten().min() else {
            return std::future::pending().await;
        };
        sleep_until(next).await;
        for occasion in [&mut self.left, &mut self.rested] {
            occasion.take_if(|at| *at <= next);
        }
    }
}

/// Gives it back, on a thread where nobody waits for it.
pub(super) fn trim_heap(stop: &Stop) {
    stop.spawn(async {
        let _ = tokio::task::spawn_blocking(hardening::trim_heap).await;
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::message::People;

    #[tokio::test(start_paused = true)]
    async fn memory_is_given_back_after_people_left_and_after_what_they_got_is_forgotten() {
        let people = || People { names: Vec::new(), colours: Vec::new(), people: 1, devices: 1 };
        let (mut given, begun) = (MemoryTrim::default(), Instant::now());
        given.event(&EventKind::Joined(people()));
        given.event(&EventKind::Left(people()));
        given.due().await;
        assert_eq!(begun.elapsed(), GIVE_BACK_AFTER);
        given.event(&EventKind::Joined(people()));
        given.due().await;
        assert_eq!(begun.elapsed(), GIVE_BACK_RESTED, "the first one's time counts");
        let idle = tokio::time::timeout(GIVE_BACK_RESTED * 9, given.due()).await;
        assert!(idle.is_err(), "and no more until something happens");
    }
}
