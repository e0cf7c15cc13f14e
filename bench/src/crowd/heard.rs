//! What a crowd heard of one another, and when.

use std::{
    collections::HashMap,
    rc::Rc,
    time::{Duration, Instant},
};

use anyhow::Result;
use hdrhistogram::Histogram;
use yrs::{Update, updates::decoder::Decode};

use super::{CURSOR_EVERY, Plan};
use crate::typing;

/// One author's clocks that a frame brings: author, from, up to.
pub(super) type Brought = (usize, u32, u32);

/// Counts keys at those who did not type them.
pub(crate) struct Heard {
    plan: Plan,
    /// When the first key was due.
    pub(super) began: Instant,
    /// When the last key was sent or came.
    pub(super) last: Instant,
    /// By listener, by author of the same room: the next clock that is news.
    next: Vec<u32>,
    /// Microseconds from when a key was due until it reached somebody.
    delays: Histogram<u64>,
    /// Microseconds from when a key was due until the generator sent it.
    lateness: Histogram<u64>,
    /// Messages that brought keys.
    pub(crate) frames: u64,
    /// Keys that never came, though later ones of the same author did.
    pub(crate) skipped: u64,
}

impl Heard {
    pub(super) fn new(plan: Plan) -> Self {
        /// Time to get everybody's listener going.
        const HEAD_START: Duration = Duration::from_millis(150);
        /// Digits of a percentile that count.
        const DIGITS: u8 = 2;
        /// Microseconds: beyond 100 s it does not matter by how much.
        const LONGEST: u64 = 100_000_000;
        let histogram = || {
            let mut new =
                Histogram::new_with_max(LONGEST, DIGITS).expect("two digits are permitted");
            new.auto(true);
            new
        };
        let began = Instant::now() + HEAD_START;
        Self {
            plan,
            began,
            last: began,
            next: vec![0; plan.everybody() * plan.people],
            delays: histogram(),
            lateness: histogram(),
            frames: 0,
            skipped: 0,
        }
    }

    pub(super) fn sent(&mut self, due: Instant) {
        self.last = Instant::now();
        self.lateness.saturating_record(micros(self.last.saturating_duration_since(due)));
    }

    /// Notes the keys of an update that are news to its listener, who heard them at this moment.
    pub(super) fn note(&mut self, listener: usize, brought: &[Brought], now: Instant) {
        self.frames += u64::from(!brought.is_empty());
        let people = self.plan.people;
        for &(author, from, up_to) in brought {
            if author == listener || author / people != listener / people {
                continue;
            }
            let next = &mut self.next[listener * people + author % people];
            if up_to <= *next {
                continue;
            }
            self.skipped += u64::from(from.saturating_sub(*next));
            for key in from.max(*next)..up_to {
                let due = self.began + self.plan.due(author, key as usize);
                self.delays.saturating_record(micros(now.saturating_duration_since(due)));
            }
            *next = up_to;
            self.last = now;
        }
    }

    /// Keys that did not come, or not yet.
    pub(crate) fn missing(&self) -> u64 {
        self.plan.expected().saturating_sub(self.delays.len())
    }

    /// The part of all keys that did not come, from 0 to 1.
    pub(crate) fn lost(&self) -> f64 {
        self.missing() as f64 / self.plan.expected() as f64
    }

    /// Keys and cursors that reached somebody else. The newest cursor stands for those that it
    /// replaced.
    pub(crate) fn deliveries(&self) -> f64 {
        let (keys, cursors) = (self.plan.keys(), self.plan.keys() / CURSOR_EVERY);
        self.delays.len() as f64 * (keys + cursors) as f64 / keys as f64
    }

    /// A quantile of the delays, in milliseconds.
    pub(crate) fn delay(&self, quantile: f64) -> f64 {
        self.delays.value_at_quantile(quantile) as f64 / 1e3
    }

    /// A quantile of how late the generator itself was, in milliseconds.
    pub(crate) fn late(&self, quantile: f64) -> f64 {
        self.lateness.value_at_quantile(quantile) as f64 / 1e3
    }
}

/// Updates that were read already: a broadcast is the same for everybody.
#[derive(Default)]
pub(super) struct ReadUpdates(HashMap<Box<[u8]>, Rc<[Brought]>>);

impl ReadUpdates {
    /// What an update brings.
    pub(super) fn brought(&mut self, update: &[u8]) -> Result<Rc<[Brought]>> {
        if let Some(brought) = self.0.get(update) {
            return Ok(Rc::clone(brought));
        }
        let brought: Rc<[Brought]> = brought(update)?.into();
        self.0.insert(update.into(), Rc::clone(&brought));
        Ok(brought)
    }
}

/// What an update brings of the authors of a crowd.
fn brought(update: &[u8]) -> Result<Vec<Brought>> {
    let inserted = Update::decode_v1(update)?.insertions(true);
    let mut brought = Vec::new();
    for (client, ranges) in inserted.iter() {
        let Some(author) = client.get().checked_sub(typing::client(0)) else { continue };
        brought.extend(ranges.iter().map(|keys| (author as usize, keys.start, keys.end)));
    }
    Ok(brought)
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{super::PATIENT, *};

    #[test]
    fn a_frame_that_comes_twice_counts_once_and_one_left_out_is_noticed() {
        let key = |clock| typing::key(typing::client(1), clock);
        let mut heard =
            Heard::new(Plan { rooms: 1, people: 3, rate: 8.0, seconds: 1.0, patience: PATIENT });
        let mut read = ReadUpdates::default();
        let mut hears = |heard: &mut Heard, listener, clock| {
            heard.note(listener, &read.brought(&key(clock)).unwrap(), Instant::now());
        };
        hears(&mut heard, 0, 0);
        hears(&mut heard, 0, 0);
        hears(&mut heard, 1, 0);
        assert_eq!(heard.delays.len(), 1, "not to its author, and not twice");
        hears(&mut heard, 0, 1);
        assert_eq!((heard.delays.len(), heard.frames, heard.skipped), (2, 4, 0));
        hears(&mut heard, 0, 3);
        assert_eq!((heard.skipped, heard.missing()), (1, 48 - 3));
    }

    #[test]
    fn another_room_is_not_heard() {
        let mut heard =
            Heard::new(Plan { rooms: 2, people: 2, rate: 8.0, seconds: 1.0, patience: PATIENT });
        let key = ReadUpdates::default().brought(&typing::key(typing::client(1), 0)).unwrap();
        heard.note(2, &key, Instant::now());
        assert_eq!(heard.delays.len(), 0);
    }
}
