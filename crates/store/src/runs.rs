//! The runs of one client in clock order, kept in blocks so that an insertion moves little.

use crate::structs::ContentKind;

/// Runs a block may hold: 5 KiB to move at most, whatever a hostile delete set splits.
const BLOCK: usize = 128;
/// Two neighbours that together hold no more than this become one, so that blocks stay filled.
const SCANT: usize = BLOCK / 4;

/// A unit in the store: index of its client, clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Ptr {
    pub(crate) client: u32,
    pub(crate) clock: u32,
}

impl Ptr {
    /// Names nothing. (An `Option` would make a run half as large again.)
    pub(crate) const NONE: Self = Self { client: u32::MAX, clock: 0 };

    pub(crate) fn is_some(self) -> bool {
        self.client != u32::MAX
    }
}

/// The list or map key that a run belongs to, see `context.rs`. A GC run belongs nowhere.
pub(crate) const NOWHERE: u32 = u32::MAX;

/// Neighbouring structs of one client that encode as one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    pub(crate) clock: u32,
    pub(crate) len: u32,
    /// Where its body starts in the client's arena.
    pub(crate) at: u32,
    /// Bytes of its body.
    pub(crate) size: u32,
    pub(crate) origin: Ptr,
    pub(crate) right: Ptr,
    pub(crate) context: u32,
    pub(crate) kind: ContentKind,
    /// One byte a unit, so that it can be cut without looking.
    pub(crate) ascii: bool,
}

impl Run {
    /// The clock after its last unit.
    pub(crate) fn end(&self) -> u32 {
        self.clock + self.len
    }

    /// May `next`, which starts where this ends, become part of it? The same kind, typed one after
    /// the other, before the same right neighbour; that nothing stands between is not needed.
    pub(crate) fn continues_with(&self, next: &Self, client: u32) -> bool {
        let previous = Ptr { client, clock: next.clock.wrapping_sub(1) };
        self.kind == next.kind
            && match self.kind {
                ContentKind::Gc => true,
                // Yjs joins by both. Without either, some of 500 random histories come out otherwise.
                ContentKind::Deleted | ContentKind::String | ContentKind::Any => {
                    next.origin == previous && next.right == self.right
                }
                _ => false,
            }
    }
}

/// Where a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pos {
    block: usize,
    at: usize,
}

/// All runs of one client: they touch each other and start at clock 0.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    blocks: Vec<Vec<Run>>,
    /// First clock of each block: the table that a search starts in.
    firsts: Vec<u32>,
    /// Runs with content in each block, so that a search for them steps over dead blocks.
    lives: Vec<u32>,
    count: usize,
}

impl Runs {
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    pub(crate) fn get(&self, pos: Pos) -> &Run {
        &self.blocks[pos.block][pos.at]
    }

    pub(crate) fn last(&self) -> Option<&Run> {
        self.blocks.last()?.last()
    }

    /// The last run, to lengthen it: neither kind nor clock may change.
    pub(crate) fn last_mut(&mut self) -> Option<&mut Run> {
        self.blocks.last_mut()?.last_mut()
    }

    /// The run that holds `clock`, which must be below the client's state.
    pub(crate) fn find(&self, clock: u32) -> Pos {
        // Typing refers to what was typed last.
        let last = self.blocks.len() - 1;
        let block = if self.firsts[last] <= clock {
            last
        } else {
            self.firsts.partition_point(|first| *first <= clock) - 1
        };
        let runs = &self.blocks[block];
        let at = match runs.last() {
            Some(last) if last.clock <= clock => runs.len() - 1,
            _ => runs.partition_point(|run| run.clock <= clock) - 1,
        };
        Pos { block, at }
    }

    pub(crate) fn prev(&self, pos: Pos) -> Option<Pos> {
        if pos.at > 0 {
            return Some(Pos { at: pos.at - 1, ..pos });
        }
        let block = pos.block.checked_sub(1)?;
        Some(Pos { block, at: self.blocks[block].len() - 1 })
    }

    pub(crate) fn next(&self, pos: Pos) -> Option<Pos> {
        if pos.at + 1 < self.blocks[pos.block].len() {
            return Some(Pos { at: pos.at + 1, ..pos });
        }
        (pos.block + 1 < self.blocks.len()).then_some(Pos { block: pos.block + 1, at: 0 })
    }

    /// The first run with content that reaches beyond `clock`.
    pub(crate) fn next_live(&self, clock: u32) -> Option<Pos> {
        let Pos { mut block, mut at } = self.find(clock);
        loop {
            // Blocks in which nothing lives are stepped over by their count.
            if self.lives[block] > 0
                && let Some(found) =
                    self.blocks[block][at..].iter().position(|run| run.kind.is_live())
            {
                return Some(Pos { block, at: at + found });
            }
            (block, at) = (block + 1, 0);
            if block == self.blocks.len() {
                return None;
            }
        }
    }

    /// Runs without content.
    pub(crate) fn dead(&self) -> usize {
        self.count - self.lives.iter().map(|live| *live as usize).sum::<usize>()
    }

    /// Whether anything is not deleted; what was written last is looked at first.
    pub(crate) fn has_live(&self) -> bool {
        self.lives.iter().rev().any(|live| *live > 0)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Run> {
        self.blocks.iter().flatten()
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Run> {
        self.blocks.iter_mut().flatten()
    }

    pub(crate) fn iter_from(&self, pos: Pos) -> impl Iterator<Item = &Run> {
        let (first, rest) = (&self.blocks[pos.block][pos.at..], &self.blocks[pos.block + 1..]);
        first.iter().chain(rest.iter().flatten())
    }

    /// Runs from `pos` to the end.
    pub(crate) fn count_from(&self, pos: Pos) -> usize {
        let rest = self.blocks[pos.block + 1..].iter().map(Vec::len).sum::<usize>();
        self.blocks[pos.block].len() - pos.at + rest
    }

    pub(crate) fn push(&mut self, run: Run) {
        self.count += 1;
        let live = u32::from(run.kind.is_live());
        match self.blocks.last_mut() {
            Some(block) if block.len() < BLOCK => {
                block.push(run);
                if let Some(lives) = self.lives.last_mut() {
                    *lives += live;
                }
            }
            _ => {
                self.blocks.push(vec![run]);
                self.firsts.push(run.clock);
                self.lives.push(live);
            }
        }
    }

    /// Puts `new` in the place of `old` runs from `pos` on, which cover the same clocks.
    pub(crate) fn replace(&mut self, pos: Pos, old: usize, new: &[Run]) {
        // Up to three runs are replaced, and may lie in two blocks.
        let here = old.min(self.blocks[pos.block].len() - pos.at);
        self.splice(pos, here, new);
        self.count = self.count + new.len() - here;
        let mut beyond = old - here;
        while beyond > 0 {
            let next = pos.block + 1;
            let removed = beyond.min(self.blocks[next].len());
            self.splice(Pos { block: next, at: 0 }, removed, &[]);
            self.count -= removed;
            beyond -= removed;
            self.tidy(next);
        }
        self.tidy(pos.block);
    }

    fn splice(&mut self, Pos { block, at }: Pos, removed: usize, new: &[Run]) {
        let live = |runs: &[Run]| runs.iter().filter(|run| run.kind.is_live()).count() as u32;
        let runs = &mut self.blocks[block];
        self.lives[block] = self.lives[block] + live(new) - live(&runs[at..at + removed]);
        runs.splice(at..at + removed, new.iter().copied());
    }

    /// Restores the rules of a block after a change: neither empty, nor too full, nor one of two scant ones.
    fn tidy(&mut self, block: usize) {
        let len = self.blocks[block].len();
        if len == 0 {
            self.blocks.remove(block);
            self.firsts.remove(block);
            self.lives.remove(block);
            return;
        }
        self.firsts[block] = self.blocks[block][0].clock;
        if len > BLOCK {
            let rest = self.blocks[block].split_off(len / 2);
            let live = rest.iter().filter(|run| run.kind.is_live()).count() as u32;
            self.lives[block] -= live;
            self.firsts.insert(block + 1, rest[0].clock);
            self.lives.insert(block + 1, live);
            self.blocks.insert(block + 1, rest);
        } else if block > 0 && len + self.blocks[block - 1].len() <= SCANT {
            let runs = self.blocks.remove(block);
            self.firsts.remove(block);
            self.lives[block - 1] += self.lives.remove(block);
            self.blocks[block - 1].extend(runs);
        }
    }
}
