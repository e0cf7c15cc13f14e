//! The host's machine does not fall asleep under a meeting: nobody may touch it for an hour while its pads are written in.

use std::collections::HashSet;

use tokio::sync::watch;
use tokio::task::spawn_blocking;

use crate::base::ids::Epoch;
use crate::base::stop::Stop;
use crate::desktop::system;
use crate::room::message::{Event, EventKind};

/// One device alone is mostly the host's own page, left open on this machine: that must not keep it awake all night.
const COMPANY: usize = 2;

/// Which pads have company, and whether the machine is to stay awake for one.
pub(super) struct Awake {
    /// Their lives.
    meetings: HashSet<Epoch>,
    wanted: watch::Sender<bool>,
}

impl Awake {
    /// Nobody is here yet.
    pub(super) fn start(stop: &Stop) -> Self {
        let (wanted, wish) = watch::channel(false);
        stop.spawn_until_stopped(keep(wish));
        Self { meetings: HashSet::new(), wanted }
    }

    /// Something has happened.
    pub(super) fn event(&mut self, Event { epoch, kind, .. }: &Event) {
        match kind {
            EventKind::Joined(here) | EventKind::Left(here) if here.devices >= COMPANY => {
                self.meetings.insert(*epoch);
            }
            EventKind::Left(_) | EventKind::Ended(_) | EventKind::Failed => {
                self.meetings.remove(epoch);
            }
            _ => {}
        }
        let wanted = !self.meetings.is_empty();
        self.wanted.send_if_modified(|is_wanted| std::mem::replace(is_wanted, wanted) != wanted);
    }
}

/// Holds the lock while it is wanted, and until the program ends at most. The system may take its time.
async fn keep(mut wanted: watch::Receiver<bool>) {
    let mut held = None;
    let mut is_told = false;
    while wanted.changed().await.is_ok() {
        drop(held.take());
        if !*wanted.borrow_and_update() {
            continue;
        }
        match spawn_blocking(system::stay_awake).await {
            Ok(Ok(lock)) => held = Some(lock),
            Ok(Err(why)) if !is_told => {
                tracing::info!(why, "this machine falls asleep when it likes, people here or not");
                is_told = true;
            }
            _ => {}
        }
    }
}
