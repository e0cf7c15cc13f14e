//! The structs of one client: its runs and the arena that holds their bodies in wire form.

use super::reader::Reader;
use super::runs::{JoinRule, NOWHERE, Pos, Ptr, Run, Runs};
use super::structs::{Kind, skip_element};

/// Units a run may have where finding a unit means walking its body (text that is not ASCII,
/// lists): bounds the walk, which a hostile delete set repeats for each range.
const PIECE_UNITS: u32 = 2_048;
/// Bytes such a run may have unless it is a single element; bounds the same walk.
const PIECE_BYTES: usize = 16 << 10;
/// An arena is rebuilt when half of it is dead, but not for less than this.
const WORTH_REBUILDING: usize = 4 << 10;

/// U+FFFD in UTF-8: what becomes of both halves of a surrogate pair that is cut.
pub(super) const REPLACEMENT: [u8; 3] = [0xef, 0xbf, 0xbd];

/// One client id and all that it ever wrote, as far as it is not erased.
pub(super) struct Client {
    /// The id on the wire.
    pub(super) id: u64,
    /// Its index, which pointers to its units name.
    pub(super) index: u32,
    /// The clock of its next unit: its entry in the state vector.
    pub(super) next: u32,
    /// `next` at the last delta.
    pub(super) mark: u32,
    pub(super) runs: Runs,
    arena: Vec<u8>,
    /// Bytes of the arena that no run needs any more; all of them are zero.
    dead: usize,
}

/// Where a body is cut at a unit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cut {
    /// Bytes before the cut; inside a pair: before the pair.
    pub(super) bytes: usize,
    /// The cut is inside a surrogate pair.
    pub(super) pair: bool,
}

impl Client {
    pub(super) fn new(id: u64, index: u32) -> Self {
        Self { id, index, next: 0, mark: 0, runs: Runs::default(), arena: Vec::new(), dead: 0 }
    }

    pub(super) fn body(&self, run: &Run) -> &[u8] {
        &self.arena[run.at as usize..][..run.size as usize]
    }

    /// Bytes of the arena, dead ones included.
    pub(super) fn arena_len(&self) -> usize {
        self.arena.len()
    }

    /// Where `run` is cut so that `units` are on the left.
    pub(super) fn cut(&self, run: &Run, units: u32) -> Cut {
        cut_body(run.kind, run.ascii, self.body(run), units)
    }

    /// Appends `run`, whose clock is `next`, joined with the last run where the rule allows.
    /// `keyed`: it is a map value, which is never joined while it lives.
    pub(super) fn append(&mut self, mut run: Run, mut body: &[u8], keyed: bool, rule: JoinRule) {
        let end = run.end();
        loop {
            let (units, bytes) = first_piece(&run, body);
            let (piece, rest) = body.split_at(bytes);
            run.len = units;
            run.size = bytes as u32;
            run.ascii = run.kind == Kind::String && piece.is_ascii();
            self.append_piece(run, piece, keyed, rule);
            if self.next == end {
                return;
            }
            run.origin = Ptr { client: self.index, clock: self.next - 1 };
            (run.clock, run.len) = (self.next, end - self.next);
            body = rest;
        }
    }

    fn append_piece(&mut self, mut run: Run, body: &[u8], keyed: bool, rule: JoinRule) {
        self.next = run.end();
        let (index, arena_len) = (self.index, self.arena.len());
        if let Some(last) = self.runs.last_mut()
            && last.continues_with(&run, index, rule)
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
    pub(super) fn delete(&mut self, pos: Pos, start: u32, end: u32, rule: JoinRule) -> Change {
        let run = *self.runs.get(pos);
        let mut now = Pieces::default();
        let left = self.cut(&run, start - run.clock);
        let right = self.cut(&run, end - run.clock);
        let mut from = run.at as usize + left.bytes;
        let mut until = run.at as usize + right.bytes;
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
            kind: Kind::Deleted,
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
        self.put(pos, now, rule)
    }

    /// Turns the whole run at `pos` into GC, zeroes what it said, and joins it with its neighbours.
    pub(super) fn bury(&mut self, pos: Pos, rule: JoinRule) -> Change {
        let run = *self.runs.get(pos);
        let mut now = Pieces::default();
        now.push(gone(run));
        self.wipe(run.at as usize, (run.at + run.size) as usize);
        self.put(pos, now, rule)
    }

    fn wipe(&mut self, from: usize, until: usize) {
        self.arena[from..until].fill(0);
        self.dead += until - from;
    }

    /// Puts the pieces of a run in its place, the outer ones joined with its neighbours.
    fn put(&mut self, pos: Pos, mut now: Pieces, rule: JoinRule) -> Change {
        let (mut first, mut old) = (pos, Pieces::default());
        if let Some(prev) = self.runs.prev(pos) {
            let run = *self.runs.get(prev);
            if !run.kind.is_live() && run.continues_with(&now.runs[0], self.index, rule) {
                now.runs[0] = Run { len: run.len + now.runs[0].len, ..run };
                first = prev;
                old.push(run);
            }
        }
        old.push(*self.runs.get(pos));
        if let Some(next) = self.runs.next(pos) {
            let run = *self.runs.get(next);
            let last = &mut now.runs[now.count - 1];
            if !run.kind.is_live() && last.continues_with(&run, self.index, rule) {
                last.len += run.len;
                old.push(run);
            }
        }
        self.runs.replace(first, old.count, now.as_slice());
        Change { old, now }
    }

    /// Rebuilds the arena when half of it is dead. Amortised: a rebuild looks at each run once, so
    /// as many bytes must have died.
    pub(super) fn compact(&mut self) {
        if self.dead * 2 < self.arena.len() || self.dead < WORTH_REBUILDING.max(self.runs.count()) {
            return;
        }
        let mut arena = Vec::with_capacity(self.arena.len() - self.dead);
        for run in self.runs.iter_mut() {
            let body = &self.arena[run.at as usize..][..run.size as usize];
            run.at = arena.len() as u32;
            arena.extend_from_slice(body);
        }
        self.arena.fill(0);
        self.arena = arena;
        self.dead = 0;
    }
}

/// What a deletion replaced.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) old: Pieces,
    pub(super) now: Pieces,
}

/// Up to three runs.
#[derive(Debug)]
pub(super) struct Pieces {
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
            kind: Kind::Gc,
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

    pub(super) fn as_slice(&self) -> &[Run] {
        &self.runs[..self.count]
    }
}

/// What is left of a run whose parent is gone.
pub(super) fn gone(run: Run) -> Run {
    let (origin, right, context) = (Ptr::NONE, Ptr::NONE, NOWHERE);
    Run { size: 0, kind: Kind::Gc, ascii: false, origin, right, context, ..run }
}

fn fits_one_piece(last: &Run, next: &Run) -> bool {
    last.ascii && next.ascii
        || last.len + next.len <= PIECE_UNITS && (last.size + next.size) as usize <= PIECE_BYTES
}

/// Units and bytes of the first piece of a struct: all of it, unless it is long and must be walked.
fn first_piece(run: &Run, body: &[u8]) -> (u32, usize) {
    let short = run.len <= PIECE_UNITS && body.len() <= PIECE_BYTES;
    match run.kind {
        Kind::String if short || body.is_ascii() => (run.len, body.len()),
        Kind::String => {
            let cut = cut_body(Kind::String, false, body, PIECE_UNITS.min(run.len));
            (PIECE_UNITS.min(run.len) - u32::from(cut.pair), cut.bytes)
        }
        Kind::Any | Kind::Json if !short => first_elements(run, body),
        _ => (run.len, body.len()),
    }
}

fn first_elements(run: &Run, body: &[u8]) -> (u32, usize) {
    let mut reader = Reader::new(body);
    let mut taken = (0, 0);
    while taken.0 < PIECE_UNITS.min(run.len) && skip_element(&mut reader, run.kind).is_ok() {
        if taken.0 > 0 && reader.position() > PIECE_BYTES {
            break;
        }
        taken = (taken.0 + 1, reader.position());
    }
    taken
}

/// Where the body of a checked struct is cut so that `units` are on the left.
pub(super) fn cut_body(kind: Kind, ascii: bool, body: &[u8], units: u32) -> Cut {
    match kind {
        Kind::String if ascii => Cut { bytes: units as usize, pair: false },
        Kind::String => cut_text(body, units),
        Kind::Any | Kind::Json => {
            let mut reader = Reader::new(body);
            for _ in 0..units {
                // Checked when it came; a failure would leave the cut at the end of the body.
                if skip_element(&mut reader, kind).is_err() {
                    break;
                }
            }
            Cut { bytes: reader.position(), pair: false }
        }
        _ if units == 0 => Cut::default(),
        _ => Cut { bytes: body.len(), pair: false },
    }
}

fn cut_text(body: &[u8], units: u32) -> Cut {
    let (mut at, mut left) = (0, units);
    while left > 0 {
        let (bytes, width) = match body[at] {
            0..0x80 => (1, 1),
            0x80..0xe0 => (2, 1),
            0xe0..0xf0 => (3, 1),
            0xf0.. => (4, 2),
        };
        if width > left {
            return Cut { bytes: at, pair: true };
        }
        at += bytes;
        left -= width;
    }
    Cut { bytes: at, pair: false }
}
