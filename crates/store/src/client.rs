//! The structs of one client: its runs and the arena that holds their bodies in wire form.

use crate::body::{Body, CutPoint, REPLACEMENT, first_piece, fits_one_piece};
use crate::runs::{NOWHERE, Pos, Ptr, Run, Runs};
use crate::shares::{Holder, Share};
use crate::structs::ContentKind;

/// An arena is rebuilt when half of it is dead, but not for less than this.
const WORTH_REBUILDING: usize = 4 << 10;

/// One client id and all that it ever wrote, as far as it is not erased.
pub(crate) struct Client {
    /// The id on the wire.
    pub(crate) id: u64,
    /// Its index, which pointers to its units name.
    pub(crate) index: u32,
    /// The clock of its next unit: its entry in the state vector.
    pub(crate) next: u32,
    /// `next` at the last delta.
    pub(crate) mark: u32,
    pub(crate) runs: Runs,
    arena: Vec<u8>,
    /// Bytes of the arena that no run needs any more; all of them are zero.
    dead: usize,
    /// Who answers for it, which is whoever has extended it last, and what it weighs in that account.
    pub(crate) holder: Holder,
    pub(crate) share: Share,
    /// It came back with what everyone wrote: who answers for it need not have written it.
    pub(crate) relayed: bool,
}

impl Client {
    pub(crate) fn new(id: u64, index: u32, holder: Holder) -> Self {
        let (runs, share, arena) = (Runs::default(), Share::default(), Vec::new());
        Self { id, index, next: 0, mark: 0, runs, arena, dead: 0, holder, share, relayed: false }
    }

    pub(crate) fn body(&self, run: &Run) -> &[u8] {
        &self.arena[run.at as usize..][..run.size as usize]
    }

    /// Bytes of the arena, dead ones included.
    pub(crate) fn arena_len(&self) -> usize {
        self.arena.len()
    }

    /// Where `run` is cut so that `units` are on the left.
    pub(crate) fn cut(&self, run: &Run, units: u32) -> CutPoint {
        Body::of_run(run, self.body(run)).cut(units)
    }

    /// Appends `run`, whose clock is `next`, joined with the last run where the rule allows.
    /// `keyed`: it is a map value, which is never joined while it lives.
    pub(crate) fn append(&mut self, mut run: Run, mut body: &[u8], keyed: bool) {
        let end = run.end();
        loop {
            // Text that is not ASCII is cut by walking it: kept in pieces, no deletion walks far.
            let (units, bytes) = first_piece(&run, body);
            let (piece, rest) = body.split_at(bytes);
            run.len = units;
            run.size = bytes as u32;
            run.ascii = run.kind == ContentKind::String && piece.is_ascii();
            self.append_piece(run, piece, keyed);
            if self.next == end {
                return;
            }
            run.origin = Ptr { client: self.index, clock: self.next - 1 };
            (run.clock, run.len) = (self.next, end - self.next);
            body = rest;
        }
    }

    fn append_piece(&mut self, mut run: Run, body: &[u8], keyed: bool) {
        self.next = run.end();
        let (index, arena_len) = (self.index, self.arena.len());
        // Live text is joined only here, where its body ends the arena; later it is only ever
        // split.
        if let Some(last) = self.runs.last_mut()
            && last.continues_with(&run, index)
            && (!run.kind.is_live() || !keyed && fits_one_piece(last, &run))
        {
            debug_assert!(!run.kind.is_live() || (last.at + last.size) as usize == arena_len);
            last.len += run.len;
            last.size += run.size;
            last.ascii &= run.ascii;
        } else {
            run.at = arena_len as u32;
            self.runs.push(run);
        }
        self.arena.extend_from_slice(body);
    }

    /// Turns `start..end` of the live run at `pos` into a Deleted run, zeroes what it said, and
    /// joins it with its neighbours. Returns the runs that were there and those that are now.
    pub(crate) fn delete(&mut self, pos: Pos, start: u32, end: u32) -> Replaced {
        let run = *self.runs.get(pos);
        let mut now = Pieces::default();
        let left = self.cut(&run, start - run.clock);
        let right = self.cut(&run, end - run.clock);
        let mut from = run.at as usize + left.bytes;
        let mut until = run.at as usize + right.bytes;
        // Both halves of a pair that is cut become U+FFFD, as in yjs: three bytes of the four stay.
        if left.pair {
            self.arena[from..from + 3].copy_from_slice(&REPLACEMENT);
            from += 3;
        }
        if right.pair {
            self.arena[until + 1..until + 4].copy_from_slice(&REPLACEMENT);
            until += 1;
        }
        if start > run.clock {
            now.push(Run { len: start - run.clock, size: from as u32 - run.at, ..run });
        }
        let follows = |clock| Ptr { client: self.index, clock: clock - 1 };
        let origin = if start > run.clock { follows(start) } else { run.origin };
        now.push(Run {
            clock: start,
            len: end - start,
            size: 0,
            kind: ContentKind::Deleted,
            ascii: false,
            origin,
            ..run
        });
        if end < run.end() {
            let size = run.at + run.size - until as u32;
            let origin = follows(end);
            now.push(Run {
                clock: end,
                len: run.end() - end,
                at: until as u32,
                size,
                origin,
                ..run
            });
        }
        self.wipe(from, until);
        self.put(pos, now)
    }

    /// Turns the whole run at `pos` into GC, zeroes what it said, and joins it with its neighbours.
    pub(crate) fn collect(&mut self, pos: Pos) -> Replaced {
        let run = *self.runs.get(pos);
        let mut now = Pieces::default();
        now.push(gone(run));
        self.wipe(run.at as usize, (run.at + run.size) as usize);
        self.put(pos, now)
    }

    fn wipe(&mut self, from: usize, until: usize) {
        // At once, and not when the arena is rebuilt: what is deleted may be found in no memory.
        self.arena[from..until].fill(0);
        self.dead += until - from;
    }

    /// Puts the pieces of a run in its place, the outer ones joined with its neighbours.
    fn put(&mut self, pos: Pos, mut now: Pieces) -> Replaced {
        let (mut first, mut old) = (pos, Pieces::default());
        if let Some(prev) = self.runs.prev(pos) {
            let run = *self.runs.get(prev);
            // Dead runs alone: to join live ones their bodies would have to move.
            if !run.kind.is_live() && run.continues_with(&now.runs[0], self.index) {
                now.runs[0] = Run { len: run.len + now.runs[0].len, ..run };
                first = prev;
                old.push(run);
            }
        }
        old.push(*self.runs.get(pos));
        if let Some(next) = self.runs.next(pos) {
            let run = *self.runs.get(next);
            let last = &mut now.runs[now.count - 1];
            if !run.kind.is_live() && last.continues_with(&run, self.index) {
                last.len += run.len;
                old.push(run);
            }
        }
        self.runs.replace(first, old.count, now.as_slice());
        Replaced { old, now }
    }

    /// Rebuilds the arena when half of it is dead. Amortised: a rebuild looks at each run once, so
    /// as many bytes must have died.
    pub(crate) fn compact(&mut self) {
        if self.dead * 2 < self.arena.len() || self.dead < WORTH_REBUILDING.max(self.runs.count()) {
            return;
        }
        let mut arena = Vec::with_capacity(self.arena.len() - self.dead);
        for run in self.runs.iter_mut() {
            let body = &self.arena[run.at as usize..][..run.size as usize];
            run.at = arena.len() as u32;
            arena.extend_from_slice(body);
        }
        // What is left of the old one may lie about for long.
        self.arena.fill(0);
        self.arena = arena;
        self.dead = 0;
    }
}

/// What a deletion replaced.
#[derive(Debug)]
pub(crate) struct Replaced {
    pub(crate) old: Pieces,
    pub(crate) now: Pieces,
}

/// Up to three runs.
#[derive(Debug)]
pub(crate) struct Pieces {
    runs: [Run; 3],
    count: usize,
}

impl Default for Pieces {
    fn default() -> Self {
        let run = Run {
            clock: 0,
            len: 0,
            at: 0,
            size: 0,
            origin: Ptr::NONE,
            right: Ptr::NONE,
            context: NOWHERE,
            kind: ContentKind::Gc,
            ascii: false,
        };
        Self { runs: [run; 3], count: 0 }
    }
}

impl Pieces {
    fn push(&mut self, run: Run) {
        self.runs[self.count] = run;
        self.count += 1;
    }

    pub(crate) fn as_slice(&self) -> &[Run] {
        &self.runs[..self.count]
    }
}

/// What is left of a run whose parent is gone.
pub(crate) fn gone(run: Run) -> Run {
    let (origin, right, context) = (Ptr::NONE, Ptr::NONE, NOWHERE);
    Run { size: 0, kind: ContentKind::Gc, ascii: false, origin, right, context, ..run }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A client that wrote this text at once.
    fn with_text(text: &str) -> Client {
        let mut client = Client::new(7, 0, 0);
        let len = text.encode_utf16().count() as u32;
        let run = Run { len, kind: ContentKind::String, context: 0, ..Pieces::default().runs[0] };
        client.append(run, text.as_bytes(), false);
        client
    }

    fn delete(client: &mut Client, start: u32, end: u32) {
        let pos = client.runs.find(start);
        client.delete(pos, start, end);
    }

    #[test]
    fn what_is_deleted_is_zero_at_once() {
        for (start, end) in [(0, 6), (1, 5), (2, 6), (0, 2), (1, 3), (3, 4), (2, 3)] {
            let mut client = with_text("a😀bcd");
            delete(&mut client, start, end);
            let live: Vec<u8> = client.arena.iter().copied().filter(|byte| *byte != 0).collect();
            let bodies: Vec<u8> =
                client.runs.iter().flat_map(|run| client.body(run)).copied().collect();
            assert_eq!(live, bodies, "{start}..{end}: the arena holds what runs say, and no more");
            assert_eq!(client.dead + bodies.len(), client.arena.len());
        }
    }

    #[test]
    fn a_half_dead_arena_is_rebuilt() {
        let mut client = with_text(&"0123456789".repeat(2_000));
        for at in 0..1_200 {
            delete(&mut client, at * 10 + 1, at * 10 + 10);
            client.compact();
        }
        assert!(client.arena.len() < 20_000 / 2, "{} bytes", client.arena.len());
        let text: Vec<u8> = client.runs.iter().flat_map(|run| client.body(run)).copied().collect();
        assert_eq!(text, ["0".repeat(1_200), "0123456789".repeat(800)].concat().into_bytes());
    }

    #[test]
    fn long_texts_that_must_be_walked_are_kept_in_pieces_of_whole_characters() {
        for text in ["x😀".repeat(3_000), "é".repeat(5_000)] {
            let client = with_text(&text);
            assert!(client.runs.count() > 1);
            let pieces = client
                .runs
                .iter()
                .map(|run| str::from_utf8(client.body(run)).expect("whole characters"));
            assert_eq!(pieces.collect::<String>(), text);
            assert!(client.runs.iter().all(|run| run.len <= 2_048));
            assert_eq!(client.next as usize, text.encode_utf16().count());
        }
    }
}
