//! Merges an update: each section as far as it goes, what is blocked waits for what it needs.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fadepad_lib0::Reader;

use crate::check::{self, Shape, section_head};
use crate::error::Refused;
use crate::ids::{Author, SeatId};
use crate::late::covered;
use crate::pending::{Held, NotTaken, Section, WaitsFor};
use crate::store::{Applied, Store};
use crate::structs::{ContentKind, read_range, read_struct};

/// Delete ranges of each client: sorted, joined, disjoint.
type Ranges = BTreeMap<u64, Vec<(u32, u32)>>;

/// A section of the update at hand.
type Own<'a> = Section<&'a [u8]>;

/// One update being merged.
pub(crate) struct MergePass<'a> {
    /// Whose the section at hand is: one that was held may be another's.
    pub(crate) author: Author,
    update: &'a [u8],
    deletes_at: usize,
    deletes: Option<Ranges>,
    /// Own sections by what they wait for.
    parked: BTreeMap<WaitsFor, Vec<Own<'a>>>,
    ready: Vec<Own<'a>>,
    woken: Vec<Held>,
    /// What its own sections have brought, where it deletes something: client, start, end.
    brought: Vec<(u64, u32, u32)>,
    pub(crate) taken: Applied,
}

impl<'a> MergePass<'a> {
    fn new(author: Author, update: &'a [u8], deletes_at: usize) -> Self {
        let (parked, ready, woken, brought, taken) = Default::default();
        Self { author, update, deletes_at, deletes: None, parked, ready, woken, brought, taken }
    }

    /// Every delete set begins with the count of its clients.
    fn has_deletes(&self) -> bool {
        self.update.get(self.deletes_at).is_some_and(|count| *count != 0)
    }

    /// Does the update itself delete all of this range?
    pub(crate) fn deletes(&mut self, client: u64, start: u32, end: u32) -> bool {
        let (update, at) = (self.update, self.deletes_at);
        let ranges = self.deletes.get_or_insert_with(|| read_deletes(update, at));
        ranges.get(&client).is_some_and(|ranges| covered(ranges, start, end))
    }

    fn wake(&mut self, client: u64, state: u32) {
        let bound = |clock| WaitsFor::Unit { client, clock };
        let waits: Vec<WaitsFor> =
            self.parked.range(bound(0)..bound(state)).map(|entry| *entry.0).collect();
        for wait in waits {
            self.ready.extend(self.parked.remove(&wait).unwrap_or_default());
        }
    }
}

impl Store {
    pub(crate) fn merge(&mut self, author: Author, update: &[u8]) -> Result<Applied, Refused> {
        // Read whole before anything is taken: of an update that is broken somewhere nothing stays.
        let shape = check::update(update)?;
        // History is all that the seat has: what was dropped of it before comes again with this.
        if !author.live {
            self.pending.forget_cut(author.seat);
        }
        let mut turn = MergePass::new(author, update, shape.deletes_at);
        // A refused struct takes nothing with it but what its client wrote after it: other sections are mostly other people's,
        // as after a restart, and so is what was held and waited for one of them.
        let mut outcome = self.take_sections(&mut turn, author, shape);
        outcome = outcome.and(self.take_ready(&mut turn));
        outcome = outcome.and(self.take_woken(&mut turn));
        if outcome.is_ok() {
            // Deletions come last, since they may name what this very update brings. So do the
            // parts that have to wait: most of what they wait for stands further on in it.
            outcome = self.take_deletes(&mut turn);
            self.hold_parked(&mut turn);
        }
        if outcome.is_err() {
            self.delete_brought(&mut turn);
        }
        outcome.map(|()| turn.taken)
    }

    /// Tries again what waited for a seat to leave.
    pub(crate) fn retry(&mut self, seat: SeatId) -> Applied {
        // Not as something typed, which would claim ids for a seat that is gone, and for ever.
        let mut turn = MergePass::new(Author { seat, live: false }, &[0], 0);
        self.pending.wake_seat(seat, &mut turn.woken);
        // Nothing is refused: there is no update whose sections could be.
        let _ = self.take_woken(&mut turn);
        turn.taken
    }

    /// Seats that have to be asked for what is missing: those of which something waits or was not
    /// kept, and those that alone may bring it.
    pub fn missing(&mut self) -> BTreeSet<SeatId> {
        let (clients, by_id) = (&self.clients, &self.by_id);
        let state = |id| by_id.get(&id).map_or(0, |index| clients[*index as usize].next);
        // What has come from elsewhere meanwhile needs nobody to be asked.
        self.pending.drop_known(state);
        self.pending.missing()
    }

    fn take_sections<'a>(
        &mut self,
        turn: &mut MergePass<'a>,
        author: Author,
        shape: Shape,
    ) -> Result<(), Refused> {
        let bytes = turn.update;
        let mut outcome = Ok(());
        let mut reader = Reader::starting_at(bytes, shape.sections_at);
        for _ in 0..shape.sections {
            let (client, clock, left) = section_head(&mut reader)?;
            let mut section = Section { author, client, clock, left, bytes, at: reader.position() };
            let tried = self.try_own(turn, &mut section);
            // Where the next section begins is known only by reading to the end of this one.
            reader = Reader::starting_at(bytes, section.at);
            let mut clock = section.clock;
            for _ in 0..section.left {
                clock += read_struct(&mut reader, client, clock)?.len;
            }
            match tried {
                Ok(None) => {}
                Ok(Some(wait)) => {
                    section.bytes = &bytes[..reader.position()];
                    turn.parked.entry(wait).or_default().push(section);
                }
                Err(refused) => outcome = outcome.and(Err(refused)),
            }
        }
        outcome
    }

    fn take_ready(&mut self, turn: &mut MergePass<'_>) -> Result<(), Refused> {
        let mut outcome = Ok(());
        while let Some(mut section) = turn.ready.pop() {
            match self.try_own(turn, &mut section) {
                Ok(None) => {}
                Ok(Some(wait)) => turn.parked.entry(wait).or_default().push(section),
                Err(refused) => outcome = outcome.and(Err(refused)),
            }
        }
        outcome
    }

    /// Takes what was held and is not blocked any more, and what of the update waited for it. What
    /// was held and proves unfit is dropped: nobody is here to be told.
    fn take_woken(&mut self, turn: &mut MergePass<'_>) -> Result<(), Refused> {
        let mut outcome = Ok(());
        while let Some(mut section) = turn.woken.pop() {
            if let Ok(Some(wait)) = self.try_section(turn, &mut section) {
                self.pending.hold(wait, section);
            }
            outcome = outcome.and(self.take_ready(turn));
        }
        outcome
    }

    fn hold_parked(&mut self, turn: &mut MergePass<'_>) {
        for (wait, sections) in std::mem::take(&mut turn.parked) {
            for section in sections {
                let Section { author, client, clock, left, .. } = section;
                let bytes = Box::from(section.rest());
                // Once, as it comes: what is tried again and waits again is read to its end no more.
                self.pending.drop_within(&section);
                turn.taken.held |=
                    self.pending.hold(wait, Held { author, client, clock, left, bytes, at: 0 });
            }
        }
    }

    /// Takes what goes of a section of the update itself, and remembers it where the update deletes something.
    fn try_own<'a>(
        &mut self,
        turn: &mut MergePass<'a>,
        section: &mut Own<'a>,
    ) -> Result<Option<WaitsFor>, Refused> {
        if !turn.has_deletes() {
            return self.try_section(turn, section);
        }
        let before = self.next_clock(section.client);
        let tried = self.try_section(turn, section);
        let state = self.next_clock(section.client);
        if state > before {
            turn.brought.push((section.client, before, state));
        }
        tried
    }

    /// Takes the structs of a section up to the first that must wait.
    fn try_section<B: AsRef<[u8]>>(
        &mut self,
        turn: &mut MergePass<'_>,
        section: &mut Section<B>,
    ) -> Result<Option<WaitsFor>, Refused> {
        let before = self.next_clock(section.client);
        let outcome = self.take_structs(turn, section);
        let state = self.next_clock(section.client);
        if state > before {
            turn.taken.structs = true;
            self.after_growth(turn, section.client, state);
        }
        match outcome {
            Ok(()) => Ok(None),
            Err(NotTaken::WaitsFor(wait)) => Ok(Some(wait)),
            Err(NotTaken::Refuse(refused)) => Err(refused),
        }
    }

    fn take_structs<B: AsRef<[u8]>>(
        &mut self,
        turn: &mut MergePass<'_>,
        section: &mut Section<B>,
    ) -> Result<(), NotTaken> {
        turn.author = section.author;
        let mut reader = Reader::starting_at(section.bytes.as_ref(), section.at);
        while section.left > 0 {
            let part = read_struct(&mut reader, section.client, section.clock)?;
            let end = section.clock + part.len;
            let state = self.next_clock(section.client);
            // What is known is stepped over, so that taking an update twice changes nothing. A gap
            // is honest: a client writes it over what itself still waits for.
            if part.kind != ContentKind::Skip && end > state {
                self.may_extend(section, state)?;
                self.take_struct(turn, part)?;
                // History claims nothing: it carries the structs of others, who may be on their
                // way.
                if section.author.live {
                    self.owners.claim(section.author.seat, section.client);
                }
            }
            (section.clock, section.at) = (end, reader.position());
            section.left -= 1;
        }
        Ok(())
    }

    /// Waits when there is a gap before a section's next struct, or while another living seat owns its client id:
    /// else a forged struct at a guest's next clock would stand in the place of what the guest types.
    fn may_extend<B>(&self, section: &Section<B>, state: u32) -> Result<(), WaitsFor> {
        let Section { author, client, clock, .. } = *section;
        match self.owners.of(client) {
            Some(owner) if owner != author.seat && !self.owners.is_trusted(author.seat) => {
                Err(WaitsFor::Seat(owner))
            }
            _ if clock > state => Err(WaitsFor::Unit { client, clock: clock - 1 }),
            _ => Ok(()),
        }
    }

    /// A client has new structs: what waited for them may go on, late deletions come into force.
    fn after_growth(&mut self, turn: &mut MergePass<'_>, client: u64, state: u32) {
        // Only noted here and taken by loops: a chain of what waits for one another is as long as a stranger makes it.
        if !turn.parked.is_empty() {
            turn.wake(client, state);
        }
        if !self.pending.is_empty() {
            self.pending.wake_client(client, state, &mut turn.woken);
        }
        if !self.late.is_empty() {
            let due = self.late.take_below(turn.author.seat, client, state);
            // In the same pass, so that no delta holds content whose deletion is known.
            for (start, end) in due.now {
                // Never refused: see `delete_late`.
                turn.taken.deletes |= self.delete_late(client, start..end);
            }
            // It is here now, so whoever meant it can delete it as everyone can.
            turn.taken.unsaid |= !due.ask.is_empty();
            due.ask.into_iter().for_each(|seat| self.pending.note_cut(seat));
        }
    }

    fn take_deletes(&mut self, turn: &mut MergePass<'_>) -> Result<(), Refused> {
        let outcome = self.take_ranges(turn);
        // Also where the rest was refused: a type that is gone takes with it what hangs below.
        self.collect_below();
        outcome
    }

    fn take_ranges(&mut self, turn: &mut MergePass<'_>) -> Result<(), Refused> {
        // They were read already, where a struct had to know whether it is deleted at once.
        if let Some(deletes) = turn.deletes.take() {
            for (client, ranges) in deletes {
                self.delete_ranges(turn, client, &ranges)?;
            }
            return Ok(());
        }
        let mut reader = Reader::starting_at(turn.update, turn.deletes_at);
        for _ in 0..reader.count(1)? {
            let (client, ranges) = client_deletes(&mut reader)?;
            self.delete_ranges(turn, client, &ranges)?;
        }
        Ok(())
    }

    /// An update that is refused deletes nothing that was here: its new words are not here in the place of the old ones. What it
    /// has brought itself comes as dead as its author has it, whose undo keeps what was said.
    fn delete_brought(&mut self, turn: &mut MergePass<'_>) {
        let mut brought = std::mem::take(&mut turn.brought);
        if brought.is_empty() {
            return;
        }
        brought.sort_unstable();
        for (client, ranges) in read_deletes(turn.update, turn.deletes_at) {
            let own = brought.partition_point(|own| own.0 < client);
            for (_, from, until) in brought[own..].iter().take_while(|own| own.0 == client) {
                let first = ranges.partition_point(|range| range.1 <= *from);
                for (start, end) in ranges[first..].iter().take_while(|range| range.0 < *until) {
                    // Where there is no room to cut a run into pieces, nothing more is cut.
                    let _ = self.delete(client, *start.max(from)..*end.min(until));
                }
            }
        }
        self.collect_below();
    }

    fn delete_ranges(
        &mut self,
        turn: &mut MergePass<'_>,
        client: u64,
        ranges: &[(u32, u32)],
    ) -> Result<(), Refused> {
        let state = self.next_clock(client);
        for &(start, end) in ranges {
            if start < state {
                turn.taken.deletes |= self.delete(client, start..end.min(state))?;
            }
            if end > state {
                turn.taken.held |=
                    self.delete_later(turn.author.seat, client, start.max(state)..end);
            }
        }
        Ok(())
    }
}

impl Store {
    /// What is not here can't be deleted yet: the range waits beside the document, and nobody is told of it
    /// before it is in force. True where it waits, or is to be said again.
    fn delete_later(&mut self, by: SeatId, client: u64, range: Range<u32>) -> bool {
        // Else all that the owner types from now on would be dead as it comes, also long after who said so has left.
        let is_anothers =
            !self.owners.is_trusted(by) && self.owners.of(client).is_some_and(|owner| owner != by);
        let mut forgotten = is_anothers.then_some(by);
        let waits =
            is_anothers || self.late.add((client, by), (range.start, range.end), &mut forgotten);
        if let Some(seat) = forgotten {
            // The range is forgotten, so the seat is asked for all that it has once more.
            self.pending.note_cut(seat);
        }
        waits
    }
}

fn read_deletes(update: &[u8], at: usize) -> Ranges {
    let mut reader = Reader::starting_at(update, at);
    let clients = reader.count(1).unwrap_or(0);
    (0..clients).map_while(|_| client_deletes(&mut reader).ok()).collect()
}

/// Reads a client's ranges, sorted and joined.
fn client_deletes(reader: &mut Reader<'_>) -> Result<(u64, Vec<(u32, u32)>), Refused> {
    let client = reader.uint()?;
    let count = reader.count(1)?;
    let mut ranges = Vec::with_capacity(count);
    for _ in 0..count {
        ranges.push(read_range(reader)?);
    }
    // Honest ranges ascend and lie apart; others are sorted and joined, since they are looked up by
    // halving, and no unit may be deleted twice.
    if ranges.windows(2).any(|pair| pair[0].1 >= pair[1].0) {
        ranges.sort_unstable();
        ranges.dedup_by(|next, kept| {
            let touch = next.0 <= kept.1;
            if touch {
                kept.1 = kept.1.max(next.1);
            }
            touch
        });
    }
    Ok((client, ranges))
}
