//! The files of a pad: in memory beside its text, counted to who brought them, and gone with it. One that nothing in the
//! text refers to is freed after a while.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Instant;

use bytes::Bytes;
use fadepad_store::LiveBody;
use thiserror::Error;

use super::core::budget::{Budget, Reservation};
use super::mentions::mentioned;
use crate::base::ids::{FileId, Origin, Person};
use crate::base::limits::{Limits, UNMENTIONED};
use crate::base::lock::lock;

/// How much more an address may hold than is left, where a person may hold as much: as of a pad's text.
const OF_ORIGIN: usize = 3;

/// Who brings a file: somebody, and where they come from.
pub type Bringer = (Option<Person>, Origin);

/// A file as it is kept.
#[derive(Debug)]
pub struct StoredFile {
    /// What it is called.
    pub name: String,
    /// What it is, by its own first bytes.
    pub kind: &'static str,
    /// All of it; of one that is kept every copy and part counts, until the last of them is gone.
    pub bytes: Bytes,
}

impl StoredFile {
    /// The same with its place in the memory of all.
    fn counted(self, memory: Reservation) -> Arc<Self> {
        Arc::new(Self { bytes: memory.held_by(self.bytes), ..self })
    }
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoPlace {
    /// It is larger than one file may be, in bytes.
    #[error("a file may have {0} bytes")]
    TooLarge(usize),
    /// The files of this pad have as many bytes as they may.
    #[error("the files of a pad may have {0} bytes together")]
    Full(usize),
    /// Whoever brings it has brought as much as one may.
    #[error("one may hold half of what is free of {0} bytes")]
    Share(usize),
    /// The server has no memory for it.
    #[error("this server has no more memory")]
    Memory,
    /// The pad goes over to another machine at this moment, which has the list of its files already.
    #[error("the pad goes over to another machine")]
    Sealed,
    /// The pad has ended.
    #[error("the pad has ended")]
    Over,
}

/// All files of one pad. Cheap to clone; all clones are the same.
#[derive(Clone)]
pub struct PadFiles {
    shelf: Arc<Mutex<Shelf>>,
    budget: Budget,
    limits: (usize, usize),
}

#[derive(Default)]
struct Shelf {
    files: HashMap<FileId, Placed>,
    /// Bytes that are there or on their way in, and of them those of each person and each address.
    used: usize,
    by_person: HashMap<Option<Person>, usize>,
    by_origin: HashMap<Origin, usize>,
    sealed: bool,
    closed: bool,
}

struct Placed {
    file: Arc<StoredFile>,
    by: Bringer,
    /// Since when nothing refers to it.
    unmentioned: Option<Instant>,
}

impl PadFiles {
    /// None yet.
    #[must_use]
    pub fn new(limits: &Limits, budget: Budget) -> Self {
        Self { shelf: Arc::default(), budget, limits: (limits.file, limits.files) }
    }

    /// Bytes that one file may have, and all of them together.
    #[must_use]
    pub fn limits(&self) -> (usize, usize) {
        self.limits
    }

    /// How many there are, and their bytes with those that are on their way in.
    #[must_use]
    pub fn totals(&self) -> (usize, usize) {
        let shelf = self.shelf();
        (shelf.files.len(), shelf.used)
    }

    /// Opens a place for a file that somebody begins to bring.
    #[must_use]
    pub fn place(&self, by: Bringer) -> FilePlace {
        FilePlace { files: self.clone(), by, bytes: 0, memory: Some(self.budget.account()) }
    }

    /// The file of this id.
    #[must_use]
    pub fn get(&self, id: FileId) -> Option<Arc<StoredFile>> {
        self.shelf().files.get(&id).map(|placed| Arc::clone(&placed.file))
    }

    /// A file that comes along with the pad from another machine, by its id there, counted to who brought it. Their address is
    /// that machine's affair, and shares were theirs to keep there.
    ///
    /// # Errors
    /// Where there is no place for it.
    pub fn carry(
        &self,
        id: FileId,
        (by, file): (Option<Person>, StoredFile),
        now: Instant,
    ) -> Result<(), NoPlace> {
        let (by, bytes) = ((by, IpAddr::from(Ipv4Addr::UNSPECIFIED).into()), file.bytes.len());
        let ((one, all), mut memory) = (self.limits, self.budget.account());
        let mut shelf = self.shelf();
        if shelf.closed {
            return Err(NoPlace::Over);
        }
        if bytes > one {
            return Err(NoPlace::TooLarge(one));
        }
        if shelf.used.saturating_add(bytes) > all {
            return Err(NoPlace::Full(all));
        }
        if shelf.files.contains_key(&id) {
            return Ok(());
        }
        if !memory.grow_to(bytes) {
            return Err(NoPlace::Memory);
        }
        shelf.count(by, bytes);
        let (file, unmentioned) = (file.counted(memory), Some(now));
        shelf.files.insert(id, Placed { file, by, unmentioned });
        Ok(())
    }

    /// Who brought each file, and what it is called: what another machine is told of them.
    #[must_use]
    pub fn told(&self) -> Vec<(FileId, Option<Person>, Arc<StoredFile>)> {
        let shelf = self.shelf();
        let told = |(id, placed): (&FileId, &Placed)| (*id, placed.by.0, Arc::clone(&placed.file));
        shelf.files.iter().map(told).collect()
    }

    /// All of them, in the order of their ids.
    #[must_use]
    pub fn all(&self) -> Vec<(FileId, Arc<StoredFile>)> {
        let shelf = self.shelf();
        let files = shelf.files.iter().map(|(id, placed)| (*id, Arc::clone(&placed.file)));
        let mut all: Vec<_> = files.collect();
        all.sort_by_key(|(id, _)| *id);
        all
    }

    /// Whether none is taken for now, nor what is on its way in: what is here stays. Whoever has looked at all of them after that
    /// misses none that was taken.
    pub fn seal(&self, sealed: bool) {
        self.shelf().sealed = sealed;
    }

    /// The pad is over: no file is left, and none is taken any more.
    pub fn close(&self) {
        *self.shelf() = Shelf { closed: true, ..Shelf::default() };
    }

    /// The same files for a room that goes on with the text; these are closed.
    #[must_use]
    pub fn handed_over(&self) -> Self {
        let mut shelf =
            std::mem::replace(&mut *self.shelf(), Shelf { closed: true, ..Shelf::default() });
        (shelf.sealed, shelf.closed) = (false, false);
        // What is on its way in arrives nowhere any more.
        let there = shelf.files.values().map(|placed| (placed.by, placed.file.bytes.len()));
        let there: Vec<_> = there.collect();
        (shelf.used, shelf.by_person, shelf.by_origin) = Default::default();
        there.into_iter().for_each(|(by, bytes)| shelf.count(by, bytes));
        let (budget, limits) = (self.budget.clone(), self.limits);
        Self { shelf: Arc::new(Mutex::new(shelf)), budget, limits }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.shelf().files.is_empty()
    }

    /// Notes which files the text refers to now.
    pub(super) fn note_mentioned<'a, I>(&self, bodies: impl Fn() -> I, now: Instant)
    where
        I: Iterator<Item = LiveBody<'a>>,
    {
        let files = self.shelf().files.keys().copied().collect();
        let mentioned = mentioned(bodies, files);
        for (id, placed) in &mut self.shelf().files {
            placed.unmentioned = match mentioned.contains(id) {
                true => None,
                false => placed.unmentioned.or(Some(now)),
            };
        }
    }

    /// Frees those that nothing has referred to for [`UNMENTIONED`].
    pub(super) fn free_unmentioned(&self, now: Instant) {
        let is_over =
            |placed: &Placed| placed.unmentioned.is_some_and(|since| now >= since + UNMENTIONED);
        let mut shelf = self.shelf();
        let over: Vec<_> =
            shelf.files.iter().filter(|(_, placed)| is_over(placed)).map(|(id, _)| *id).collect();
        over.into_iter().for_each(|id| shelf.free(id));
    }

    /// Frees a file whose text did not come in.
    pub fn free(&self, id: FileId) {
        self.shelf().free(id);
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        lock(&self.shelf)
    }
}

impl Shelf {
    /// Whether files are taken at all.
    fn takes(&self) -> Result<(), NoPlace> {
        match (self.closed, self.sealed) {
            (true, _) => Err(NoPlace::Over),
            (_, true) => Err(NoPlace::Sealed),
            _ => Ok(()),
        }
    }

    /// Whether somebody may hold so many bytes more: no more than is left for all others then, and those of one address
    /// together three times that.
    fn may_hold(&self, (person, origin): Bringer, most: usize, more: usize) -> Result<(), NoPlace> {
        let Some(left) = most.checked_sub(self.used.saturating_add(more)) else {
            return Err(NoPlace::Full(most));
        };
        let theirs = self.by_person.get(&person).map_or(more, |held| held + more);
        let of_address = self.by_origin.get(&origin).map_or(more, |held| held + more);
        let fits = theirs <= left && of_address <= left.saturating_mul(OF_ORIGIN);
        if fits { Ok(()) } else { Err(NoPlace::Share(most)) }
    }

    fn free(&mut self, id: FileId) {
        if let Some(Placed { file, by, .. }) = self.files.remove(&id) {
            self.give_back(by, file.bytes.len());
        }
    }

    fn count(&mut self, (person, origin): Bringer, bytes: usize) {
        self.used += bytes;
        *self.by_person.entry(person).or_default() += bytes;
        *self.by_origin.entry(origin).or_default() += bytes;
    }

    fn give_back(&mut self, (person, origin): Bringer, bytes: usize) {
        self.used = self.used.saturating_sub(bytes);
        take_from(&mut self.by_person, person, bytes);
        take_from(&mut self.by_origin, origin, bytes);
    }
}

fn take_from<K: std::hash::Hash + Eq>(held: &mut HashMap<K, usize>, whose: K, bytes: usize) {
    if let Some(theirs) = held.get_mut(&whose) {
        *theirs = theirs.saturating_sub(bytes);
        if *theirs == 0 {
            held.remove(&whose);
        }
    }
}

/// The place of a file that is on its way in; given back where it does not arrive.
pub struct FilePlace {
    files: PadFiles,
    by: Bringer,
    bytes: usize,
    memory: Option<Reservation>,
}

impl FilePlace {
    /// Takes place for so many bytes in all.
    ///
    /// # Errors
    /// Where there is none: nothing more is taken then.
    pub fn grow_to(&mut self, bytes: usize) -> Result<(), NoPlace> {
        let (one, all) = self.files.limits;
        if bytes > one {
            return Err(NoPlace::TooLarge(one));
        }
        let more = bytes.saturating_sub(self.bytes);
        let mut shelf = self.files.shelf();
        shelf.takes()?;
        shelf.may_hold(self.by, all, more)?;
        if !self.memory.as_mut().is_some_and(|memory| memory.grow_to(self.bytes + more)) {
            return Err(NoPlace::Memory);
        }
        shelf.count(self.by, more);
        self.bytes += more;
        Ok(())
    }

    /// Puts the file there, which has arrived. Nothing refers to it yet.
    ///
    /// # Errors
    /// Where there is no place for all of it, or the pad has ended meanwhile.
    pub fn keep(self, file: StoredFile, now: Instant) -> Result<FileId, NoPlace> {
        let id = FileId::random().map_err(|_| NoPlace::Memory)?;
        self.keep_as(id, file, now).map(|()| id)
    }

    /// The same by an id that was made for it before, at random: a text refers to it already.
    ///
    /// # Errors
    /// As above.
    pub fn keep_as(mut self, id: FileId, file: StoredFile, now: Instant) -> Result<(), NoPlace> {
        let bytes = file.bytes.len();
        self.grow_to(bytes)?;
        let mut shelf = self.files.shelf();
        // Once more: it may have been sealed or closed since.
        shelf.takes()?;
        let memory = self.memory.take().ok_or(NoPlace::Over)?;
        // It may have said that it is longer than it was.
        shelf.give_back(self.by, self.bytes - bytes);
        self.bytes = 0;
        let (file, unmentioned) = (file.counted(memory), Some(now));
        shelf.files.insert(id, Placed { file, by: self.by, unmentioned });
        Ok(())
    }
}

impl Drop for FilePlace {
    fn drop(&mut self) {
        let mut shelf = self.files.shelf();
        if self.bytes > 0 && !shelf.closed {
            shelf.give_back(self.by, self.bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn of(bytes: usize) -> StoredFile {
        StoredFile { name: "a.png".into(), kind: "image/png", bytes: vec![7; bytes].into() }
    }

    fn by(person: u128, address: u8) -> Bringer {
        (Some(Person(person)), IpAddr::from([10, 0, 0, address]).into())
    }

    fn files(file: usize, all: usize) -> PadFiles {
        let limits = Limits { file, files: all, ..Limits::default() };
        PadFiles::new(&limits, Budget::new(1_000))
    }

    fn bring(files: &PadFiles, by: Bringer, bytes: usize) -> Result<FileId, NoPlace> {
        files.place(by).keep(of(bytes), Instant::now())
    }

    #[test]
    fn one_person_holds_half_of_the_files_and_one_address_three_quarters() {
        let files = files(100, 400);
        for _ in 0..2 {
            bring(&files, by(1, 1), 100).unwrap();
        }
        assert_eq!(bring(&files, by(1, 1), 1), Err(NoPlace::Share(400)));
        bring(&files, by(2, 1), 100).unwrap();
        assert_eq!(bring(&files, by(3, 1), 1), Err(NoPlace::Share(400)), "the same address");
        bring(&files, by(3, 2), 50).unwrap();
        assert_eq!(bring(&files, by(4, 3), 51), Err(NoPlace::Full(400)));
        assert_eq!(bring(&files, by(4, 3), 101), Err(NoPlace::TooLarge(100)));
    }

    #[test]
    fn a_file_that_does_not_arrive_or_is_shorter_than_it_said_gives_its_place_back() {
        let files = files(100, 400);
        let mut place = files.place(by(1, 1));
        place.grow_to(90).unwrap();
        assert_eq!(files.totals(), (0, 90));
        drop(place);
        assert_eq!((files.totals(), files.budget.used().0), ((0, 0), 0));
        let mut place = files.place(by(1, 1));
        place.grow_to(90).unwrap();
        place.keep(of(10), Instant::now()).unwrap();
        assert_eq!(files.totals(), (1, 10));
    }

    #[test]
    fn the_memory_of_all_bounds_files_too_and_has_them_back_at_the_end() {
        let limits = Limits { file: 900, files: 8_000, ..Limits::default() };
        let budget = Budget::new(1_000);
        let files = PadFiles::new(&limits, budget.clone());
        let text = budget.take(300);
        assert_eq!(bring(&files, by(1, 1), 701), Err(NoPlace::Memory));
        let id = bring(&files, by(1, 1), 700).unwrap();
        files.close();
        assert!(files.get(id).is_none() && text.is_some());
        assert_eq!(budget.used().0, 300);
        assert_eq!(bring(&files, by(1, 1), 1), Err(NoPlace::Over));
    }

    #[test]
    fn a_file_that_somebody_still_copies_counts_until_they_let_go_of_the_last_of_it() {
        let limits = Limits { file: 900, files: 8_000, ..Limits::default() };
        let budget = Budget::new(1_000);
        let files = PadFiles::new(&limits, budget.clone());
        bring(&files, by(1, 1), 700).unwrap();
        let copied = files.all();
        files.close();
        assert!(budget.take(301).is_none(), "the pad is over, and its bytes are there");
        let part = copied[0].1.bytes.slice(..10);
        drop(copied);
        assert_eq!(budget.used().0, 700, "a part keeps them all");
        drop(part);
        assert_eq!(budget.used().0, 0);
    }

    #[test]
    fn a_file_is_freed_a_minute_after_the_text_has_let_go_of_it_and_not_before() {
        let files = files(100, 400);
        let (begun, minute) = (Instant::now(), UNMENTIONED);
        let id = files.place(by(1, 1)).keep(of(10), begun).unwrap();
        let text = format!("see /f/{id}.");
        let look = |text: &str, after: Duration| {
            let body = LiveBody { list: 0, is_text: true, bytes: text.as_bytes() };
            files.note_mentioned(|| std::iter::once(body), begun + after);
            files.free_unmentioned(begun + after);
            files.get(id).is_some()
        };
        assert!(look(&text, minute / 2) && look(&text, minute * 3), "it stands in the text");
        assert!(look("", minute * 4) && look("", minute * 5 - Duration::from_secs(1)));
        assert!(look(&text, minute * 5), "taken back");
        assert!(look("/f/0123", minute * 6) && !look("", minute * 7));
        assert_eq!(files.totals(), (0, 0));
    }

    #[test]
    fn who_goes_on_with_the_text_has_the_files_and_what_is_on_its_way_arrives_nowhere() {
        let before = files(100, 400);
        let id = bring(&before, by(1, 1), 60).unwrap();
        let mut coming = before.place(by(2, 1));
        coming.grow_to(30).unwrap();
        let next = before.handed_over();
        assert!(next.get(id).is_some() && before.get(id).is_none());
        assert_eq!(next.totals(), (1, 60));
        assert_eq!(coming.keep(of(30), Instant::now()), Err(NoPlace::Over));
        assert_eq!((next.totals(), next.budget.used().0), ((1, 60), 60));
    }

    #[test]
    fn where_a_pad_goes_over_none_is_taken_until_it_stays_and_what_is_there_stays() {
        let files = files(100, 400);
        let id = bring(&files, by(1, 1), 60).unwrap();
        let mut coming = files.place(by(1, 1));
        coming.grow_to(30).unwrap();
        files.seal(true);
        assert_eq!(coming.keep(of(30), Instant::now()), Err(NoPlace::Sealed));
        assert_eq!(bring(&files, by(1, 1), 1), Err(NoPlace::Sealed));
        assert_eq!((files.totals(), files.get(id).is_some()), ((1, 60), true));
        files.seal(false);
        assert!(bring(&files, by(1, 1), 1).is_ok());
        files.seal(true);
        files.close();
        assert_eq!(bring(&files, by(1, 1), 1), Err(NoPlace::Over));
    }

    #[test]
    fn a_file_that_comes_along_is_counted_to_who_brought_it_and_takes_no_more_than_there_is() {
        let files = files(100, 400);
        let (ann, id) = (Some(Person(1)), FileId::random().unwrap());
        files.carry(id, (ann, of(100)), Instant::now()).unwrap();
        files.carry(id, (ann, of(100)), Instant::now()).unwrap();
        assert_eq!(files.totals(), (1, 100), "once");
        for size in [100, 100] {
            files.carry(FileId::random().unwrap(), (ann, of(size)), Instant::now()).unwrap();
        }
        assert_eq!(bring(&files, by(1, 1), 60), Err(NoPlace::Share(400)), "as if brought here");
        let more =
            |bytes| files.carry(FileId::random().unwrap(), (None, of(bytes)), Instant::now());
        assert_eq!((more(101), more(100)), (Err(NoPlace::TooLarge(100)), Ok(())));
        assert_eq!((more(1), files.budget.used().0), (Err(NoPlace::Full(400)), 400));
    }
}
