//! How a crowd reads what comes: what is small at once, what is large on a thread of its own, or the next key would be late for it.

use std::{
    cell::RefCell,
    mem,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread::{self, JoinHandle},
    time::Instant,
};

use anyhow::Result;

use super::{
    Plan,
    heard::{Heard, ReadUpdates},
};

/// Bytes of what people type, also of many together: reading them takes microseconds. A paste or a file takes milliseconds.
const SMALL: usize = 8 << 10;
/// So many wait to be read: more than come in a run, and with them who types would wait.
const QUEUE: usize = 10_000;
/// The system's "nice" of who reads what is large: behind who types, before who attacks.
const LESS_URGENT: i32 = 5;

/// What one listener was told, and when.
struct Told {
    listener: usize,
    update: Vec<u8>,
    at: Instant,
}

/// The ear of a crowd.
pub(super) struct Ear {
    heard: Arc<Mutex<Heard>>,
    read: RefCell<ReadUpdates>,
    later: mpsc::SyncSender<Told>,
    /// How many are not read yet: what comes meanwhile waits behind them, for it may go on from what they bring.
    waiting: Arc<AtomicUsize>,
}

/// Who reads what is large.
pub(super) struct Reader(JoinHandle<()>, Arc<Mutex<Heard>>);

impl Ear {
    /// An ear for this plan, and who reads for it until it is gone.
    pub(super) fn new(plan: Plan) -> (Self, Reader) {
        let heard = Arc::new(Mutex::new(Heard::new(plan)));
        let (later, told) = mpsc::sync_channel::<Told>(QUEUE);
        let waiting = Arc::<AtomicUsize>::default();
        let (all, counts) = (Arc::clone(&heard), Arc::clone(&waiting));
        let reading = thread::spawn(move || {
            // For the calling thread alone.
            let _ = rustix::process::setpriority_process(None, LESS_URGENT);
            let mut read = ReadUpdates::default();
            for Told { listener, update, at } in told {
                if let Ok(brought) = read.brought(&update) {
                    lock(&all).note(listener, &brought, at);
                }
                counts.fetch_sub(1, Ordering::Release);
            }
        });
        let reader = Reader(reading, Arc::clone(&heard));
        (Self { heard, read: RefCell::default(), later, waiting }, reader)
    }

    /// What was heard so far.
    pub(super) fn heard(&self) -> MutexGuard<'_, Heard> {
        lock(&self.heard)
    }

    /// Somebody was told this just now.
    pub(super) fn hears(&self, listener: usize, update: &[u8]) -> Result<()> {
        let at = Instant::now();
        if update.len() > SMALL || self.waiting.load(Ordering::Acquire) > 0 {
            self.waiting.fetch_add(1, Ordering::Relaxed);
            let _ = self.later.send(Told { listener, update: update.to_vec(), at });
            return Ok(());
        }
        let brought = self.read.borrow_mut().brought(update)?;
        self.heard().note(listener, &brought, at);
        Ok(())
    }
}

impl Reader {
    /// All that was heard, once the ear is gone and everything is read.
    pub(super) fn finish(self, plan: Plan) -> Heard {
        let _ = self.0.join();
        mem::replace(&mut *lock(&self.1), Heard::new(plan))
    }
}

fn lock(heard: &Mutex<Heard>) -> MutexGuard<'_, Heard> {
    heard.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{super::PATIENT, *};
    use crate::typing;

    #[test]
    fn what_comes_behind_something_large_is_counted_after_it() {
        let plan = Plan { rooms: 1, people: 2, rate: 8.0, seconds: 1.0, patience: PATIENT };
        let (ear, reader) = Ear::new(plan);
        let large = typing::paste(typing::client(1), 0, 4 * SMALL, u64::MAX);
        ear.hears(0, &large).unwrap();
        ear.hears(0, &typing::key(typing::client(1), 4 * SMALL as u64)).unwrap();
        drop(ear);
        let heard = reader.finish(plan);
        assert_eq!((heard.frames, heard.skipped), (2, 0));
    }
}
