//! Deletes ranges, and with a type all that hangs below it.
//!
//! A delta names what the authors of its updates have named, and nothing of what went with a type unnamed: a peer deletes that by
//! itself, as yjs does, and reads from it what an author had seen and what not.

use std::ops::Range;

use crate::client::Replaced;
use crate::error::Refused;
use crate::runs::Ptr;
use crate::store::Store;
use crate::structs::ContentKind;

impl Store {
    /// Deletes what lives in a known range. True when something did. What hangs below the types among it goes by
    /// [`Store::collect_below`], once all is named that goes by itself.
    pub(crate) fn delete(&mut self, client: u64, range: Range<u32>) -> Result<bool, Refused> {
        self.delete_within(client, range, self.limits.structs)
    }

    /// The same for a range that was held, and for what hangs below it. It is not refused for what it splits: how many such
    /// ranges there are is bounded where they wait.
    pub(crate) fn delete_late(&mut self, client: u64, range: Range<u32>) -> bool {
        let Range { start, end } = range;
        let is_gone = self.delete_within(client, range, usize::MAX).unwrap_or(false);
        self.collect_below();
        // Peers get these units as dead ones; who wrote them has them alive, and would never hear of it.
        if is_gone && let Some(index) = self.index_of(client) {
            self.gone.push((index, start, end));
        }
        is_gone
    }

    fn delete_within(
        &mut self,
        client: u64,
        range: Range<u32>,
        max: usize,
    ) -> Result<bool, Refused> {
        let Some(index) = self.index_of(client) else { return Ok(false) };
        let mut outcome = Ok(false);
        let Range { start: mut clock, end } = range;
        while clock < end {
            let runs = &self.clients[index as usize].runs;
            // Over what is dead already, whole blocks at once: a hostile delete set names the same
            // units again and again.
            let Some(pos) = runs.next_live(clock) else { break };
            let run = *runs.get(pos);
            let (from, until) = (clock.max(run.clock), end.min(run.end()));
            if from >= until {
                break;
            }
            // What is deleted out of the middle makes three runs of one: by deletions alone a
            // document could grow beyond every limit.
            if (from > run.clock || until < run.end()) && self.structs >= max {
                outcome = Err(Refused::TooLarge { what: "structs", limit: max });
                break;
            }
            if run.kind == ContentKind::Type {
                self.dead.push(Ptr { client: index, clock: run.clock });
            }
            let change = self.clients[index as usize].delete(pos, from, until);
            self.account(index, &change);
            self.note_gone(index, from, until);
            outcome = Ok(true);
            clock = until;
        }
        // Once for the whole range: it copies all that lives.
        self.clients[index as usize].compact();
        outcome
    }

    /// Turns everything below dead types into GC. A worklist: depth is in foreign hands.
    pub(crate) fn collect_below(&mut self) {
        while let Some(parent) = self.dead.pop() {
            for (context, starts) in self.contexts.die(parent) {
                for start in starts {
                    self.collect_stretch(context, start);
                }
                // Only now that no run belongs to it: its place is given to another.
                self.contexts.free(context);
            }
        }
    }

    /// Turns the runs of one context that follow each other from `start` into GC.
    fn collect_stretch(&mut self, context: u32, start: Ptr) {
        let index = start.client;
        let mut clock = start.clock;
        while clock < self.clients[index as usize].next {
            let runs = &self.clients[index as usize].runs;
            let pos = runs.find(clock);
            let run = *runs.get(pos);
            // Something of another place was written in between; where this one goes on is a start
            // of its own.
            if run.context != context {
                break;
            }
            if run.kind == ContentKind::Type {
                self.dead.push(Ptr { client: index, clock: run.clock });
            }
            let change = self.clients[index as usize].collect(pos);
            self.account(index, &change);
            clock = run.end();
        }
        self.clients[index as usize].compact();
    }

    /// Remembers for the next delta what peers believe alive.
    fn note_gone(&mut self, index: u32, start: u32, end: u32) {
        self.touch(true);
        // Peers have been told no more than this: the rest goes out in the next delta as it is
        // then, which is gone.
        let end = end.min(self.clients[index as usize].mark);
        if start >= end {
            return;
        }
        match self.gone.last_mut() {
            // Who deletes letter by letter makes one range.
            Some(last) if last.0 == index && last.2 == start => last.2 = end,
            _ => self.gone.push((index, start, end)),
        }
    }

    /// Keeps the books after runs of one client were replaced.
    fn account(&mut self, index: u32, change: &Replaced) {
        let client = &self.clients[index as usize];
        let (old, now) = (change.old.as_slice(), change.now.as_slice());
        let (was, is) = (self.weight(client, old.iter()), self.weight(client, now.iter()));
        self.reweigh(index, was, is);
        self.structs = self.structs + now.len() - old.len();
    }
}
