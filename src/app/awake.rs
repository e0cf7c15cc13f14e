//! The host's machine does not fall asleep under a meeting: nobody may touch it for an hour while its pads are written in.

use std::collections::HashSet;
use std::io;
use std::thread;

use tokio::sync::{oneshot, watch};

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
        let asked = aside(system::stay_awake).await.map_err(|error| error.to_string());
        match asked.flatten() {
            Ok(lock) => held = Some(lock),
            Err(why) if !is_told => {
                tracing::info!(why, "this machine falls asleep when it likes, people here or not");
                is_told = true;
            }
            _ => {}
        }
    }
}

/// Asks on a thread of its own: for one of the runtime's the end of the program would wait, and a system that hangs never answers.
async fn aside<T: Send + 'static>(ask: impl FnOnce() -> T + Send + 'static) -> io::Result<T> {
    let (done, answered) = oneshot::channel();
    thread::Builder::new().name("awake".to_owned()).spawn(move || done.send(ask()))?;
    answered.await.map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use futures_util::FutureExt as _;

    use super::*;

    #[test]
    fn a_system_that_never_answers_does_not_keep_the_program_from_its_end() {
        let (answer, never) = mpsc::sync_channel::<()>(1);
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let asked = runtime.block_on(async { aside(move || never.recv()).now_or_never() });
        assert!(asked.is_none(), "it hangs");
        drop(runtime);
        assert!(answer.send(()).is_ok(), "it was still asked when all was over");
    }
}
