//! Writes what the store holds as Yjs v1 updates: everything, what a peer lacks, what is new.

use std::collections::BTreeMap;

use bytes::Bytes;
use fadepad_lib0::put_uint;

use crate::client::Client;
use crate::context::Holder;
use crate::runs::{Ptr, Run};
use crate::store::Store;
use crate::structs::{ContentKind, HAS_KEY, HAS_ORIGIN, HAS_RIGHT};

/// Estimate for a client: heads of its section and of its deletions.
pub(crate) const CLIENT_OVERHEAD: usize = 16;

/// Bytes of a delta with one key, mostly.
const A_KEY: usize = 64;

/// The head of a struct of which nothing is left but its length.
const COLLECTED: u64 = 0;

/// Delete ranges of clients, the highest id first.
type DeletedRanges = Vec<(u64, Vec<(u32, u32)>)>;

/// Ascending ranges with those that touch made one.
fn joined(ranges: impl Iterator<Item = (u32, u32)>) -> Vec<(u32, u32)> {
    let mut all: Vec<(u32, u32)> = Vec::new();
    for (start, end) in ranges {
        match all.last_mut() {
            Some(last) if last.1 >= start => last.1 = last.1.max(end),
            _ => all.push((start, end)),
        }
    }
    all
}

fn write_deletes(deletes: &DeletedRanges, out: &mut Vec<u8>) {
    put_uint(out, deletes.len() as u64);
    for (id, ranges) in deletes {
        put_uint(out, *id);
        put_uint(out, ranges.len() as u64);
        for (start, end) in ranges {
            put_uint(out, u64::from(*start));
            put_uint(out, u64::from(end - start));
        }
    }
}

impl Store {
    /// Everything that a peer with these (client, clock) pairs lacks, which are ascending, and the
    /// encoded delete set.
    pub(crate) fn encode_diff(&self, known: &[(u64, u64)], deletes: &[u8]) -> Bytes {
        let mut sections = Vec::new();
        for (id, index) in self.by_id.iter().rev() {
            let client = &self.clients[*index as usize];
            let have = known.binary_search_by_key(id, |entry| entry.0).map_or(0, |at| known[at].1);
            if have < u64::from(client.next) {
                sections.push((client, have as u32));
            }
        }
        // Nobody tells which deletions they know of, so all of them are sent to everyone.
        let room = if known.is_empty() { self.bytes + self.bytes / 8 } else { deletes.len() };
        let mut out = Vec::with_capacity(room);
        self.write_sections(&sections, &mut out);
        out.extend_from_slice(deletes);
        Bytes::from(out)
    }

    /// What a peer with these (client, clock) pairs has as well, each client's as one collected run.
    pub(crate) fn encode_common(&self, known: &[(u64, u64)]) -> Bytes {
        let both = known.iter().rev().filter_map(|(id, theirs)| {
            let ours = u64::from(self.clients[*self.by_id.get(id)? as usize].next);
            Some((*id, ours.min(*theirs))).filter(|(_, clock)| *clock > 0)
        });
        let both: Vec<(u64, u64)> = both.collect();
        let mut out = Vec::with_capacity(A_KEY);
        put_uint(&mut out, both.len() as u64);
        for (id, clock) in both {
            // One struct of this client, from its first unit on: collected, and so long.
            for part in [1, id, 0, COLLECTED, clock] {
                put_uint(&mut out, part);
            }
        }
        // And no deletions: who asks for what it lacks gets all of them.
        put_uint(&mut out, 0);
        Bytes::from(out)
    }

    /// What was taken since the last delta.
    pub(crate) fn encode_delta(&self) -> Bytes {
        let mut sections: Vec<(&Client, u32)> = self
            .grown
            .iter()
            .map(|index| &self.clients[*index as usize])
            .map(|client| (client, client.mark))
            .collect();
        // Clients descend, as yjs writes them.
        sections.sort_unstable_by_key(|(client, _)| std::cmp::Reverse(client.id));
        let mut out = Vec::with_capacity(A_KEY);
        self.write_sections(&sections, &mut out);
        let mut gone: BTreeMap<u64, Vec<(u32, u32)>> = BTreeMap::new();
        for &(index, start, end) in &self.gone {
            gone.entry(self.clients[index as usize].id).or_default().push((start, end));
        }
        let ranges = gone.into_iter().rev().map(|(id, mut ranges)| {
            ranges.sort_unstable();
            (id, joined(ranges.into_iter()))
        });
        write_deletes(&ranges.collect(), &mut out);
        Bytes::from(out)
    }

    /// The whole delete set: all clocks whose content is gone.
    pub(crate) fn encode_delete_set(&self) -> Bytes {
        let mut deletes = DeletedRanges::new();
        for (id, index) in self.by_id.iter().rev() {
            let runs = &self.clients[*index as usize].runs;
            if runs.dead() > 0 {
                let dead = runs.iter().filter(|run| !run.kind.is_live());
                deletes.push((*id, joined(dead.map(|run| (run.clock, run.end())))));
            }
        }
        let mut out = Vec::new();
        write_deletes(&deletes, &mut out);
        Bytes::from(out)
    }

    /// The clocks of all clients, the highest id first.
    pub(crate) fn encode_state_vector(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.clients.len() * 8 + 4);
        put_uint(&mut out, self.clients.len() as u64);
        for (id, index) in self.by_id.iter().rev() {
            put_uint(&mut out, *id);
            put_uint(&mut out, u64::from(self.clients[*index as usize].next));
        }
        out
    }

    /// Sections of clients from a clock on, which is below the client's state.
    fn write_sections(&self, sections: &[(&Client, u32)], out: &mut Vec<u8>) {
        put_uint(out, sections.len() as u64);
        for (client, from) in sections {
            let pos = client.runs.find(*from);
            let run = client.runs.get(pos);
            let cut = client.cut(run, from - run.clock);
            // A pair is never cut: it is sent whole, and the reader makes of it what yjs would.
            let from = from - u32::from(cut.pair);
            put_uint(out, client.runs.count_from(pos) as u64);
            put_uint(out, client.id);
            put_uint(out, u64::from(from));
            let mut section = SectionWriter { store: self, client, out };
            section.write_run(run, (from - run.clock, cut.bytes));
            for run in client.runs.iter_from(pos).skip(1) {
                section.write_run(run, (0, 0));
            }
        }
    }

    /// Bytes that a run takes in the full state, its part of the delete set included.
    pub(crate) fn encoded_len(&self, client: &Client, run: &Run) -> usize {
        let len = var_len(u64::from(run.len));
        let range = var_len(u64::from(run.clock)) + len;
        if run.kind == ContentKind::Gc {
            return 1 + len + range;
        }
        let ptr = |ptr: Ptr| {
            let id = if ptr.client == client.index {
                client.id
            } else {
                self.clients[ptr.client as usize].id
            };
            var_len(id) + var_len(u64::from(ptr.clock))
        };
        let mut total = 1 + run.size as usize;
        for neighbour in [run.origin, run.right] {
            if neighbour.is_some() {
                total += ptr(neighbour);
            }
        }
        if !run.origin.is_some() && !run.right.is_some() {
            let context = self.contexts.get(run.context);
            total += context.key.as_ref().map_or(0, |key| key.len() + 1);
            total += match &context.holder {
                Holder::Root(name) => name.len() + 2,
                Holder::Item(parent) => 1 + ptr(*parent),
            };
        }
        total
            + match run.kind {
                ContentKind::Deleted => len + range,
                ContentKind::Any => len,
                ContentKind::String => var_len(u64::from(run.size)),
                _ => 0,
            }
    }
}

/// A client's section of an update that is being written.
struct SectionWriter<'a> {
    store: &'a Store,
    client: &'a Client,
    out: &'a mut Vec<u8>,
}

impl SectionWriter<'_> {
    /// Writes a run without its first units, which take `bytes` of its body.
    fn write_run(&mut self, run: &Run, (units, bytes): (u32, usize)) {
        let Self { store, client, out } = self;
        let len = u64::from(run.len - units);
        if run.kind == ContentKind::Gc {
            out.push(ContentKind::Gc as u8);
            return put_uint(out, len);
        }
        let info_at = out.len();
        out.push(run.kind as u8);
        // What is cut follows its own last unit, and needs no parent.
        if units > 0 {
            out[info_at] |= HAS_ORIGIN;
            put_uint(out, client.id);
            put_uint(out, u64::from(run.clock + units - 1));
        } else if run.origin.is_some() {
            out[info_at] |= HAS_ORIGIN;
            write_ptr(store, run.origin, out);
        }
        if run.right.is_some() {
            out[info_at] |= HAS_RIGHT;
            write_ptr(store, run.right, out);
        }
        // A neighbour says where it is; readers expect a parent only where there is none.
        if out[info_at] & (HAS_ORIGIN | HAS_RIGHT) == 0 && write_parent(store, run.context, out) {
            out[info_at] |= HAS_KEY;
        }
        let body = &client.body(run)[bytes..];
        match run.kind {
            ContentKind::Deleted | ContentKind::Any => put_uint(out, len),
            ContentKind::String => put_uint(out, body.len() as u64),
            _ => {}
        }
        out.extend_from_slice(body);
    }
}

/// Writes parent and map key; true when there is a key.
fn write_parent(store: &Store, context: u32, out: &mut Vec<u8>) -> bool {
    let context = store.contexts.get(context);
    match &context.holder {
        Holder::Root(name) => {
            out.push(1);
            write_text(out, name);
        }
        Holder::Item(parent) => {
            out.push(0);
            write_ptr(store, *parent, out);
        }
    }
    if let Some(key) = &context.key {
        write_text(out, key);
    }
    context.key.is_some()
}

fn write_text(out: &mut Vec<u8>, text: &str) {
    put_uint(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

fn write_ptr(store: &Store, ptr: Ptr, out: &mut Vec<u8>) {
    put_uint(out, store.clients[ptr.client as usize].id);
    put_uint(out, u64::from(ptr.clock));
}

/// Bytes that `put_uint` writes.
fn var_len(value: u64) -> usize {
    (64 - (value | 1).leading_zeros() as usize).div_ceil(7)
}
