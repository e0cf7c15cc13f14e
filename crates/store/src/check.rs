//! Checks a whole update before anything of it is taken, and finds its parts.

use fadepad_lib0::Reader;

use crate::error::Malformed;
use crate::reader::ReadId as _;
use crate::structs::{read_range, read_struct};

/// A section takes at least: struct count, client, clock and a struct of two bytes.
const SMALLEST_SECTION: usize = 5;
/// The deletions of a client take at least: client and range count.
const SMALLEST_DELETES: usize = 2;
/// A range takes at least: clock and length.
const SMALLEST_RANGE: usize = 2;
/// An entry of a state vector takes at least: client and clock.
const SMALLEST_ENTRY: usize = 2;

/// Where the parts of a checked update are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) sections: usize,
    pub(crate) sections_at: usize,
    pub(crate) deletes_at: usize,
}

/// Reads all of an update: either every part of it is well-formed or nothing is used.
pub(crate) fn update(bytes: &[u8]) -> Result<Shape, Malformed> {
    let mut reader = Reader::new(bytes);
    let sections = reader.count(SMALLEST_SECTION)?;
    let sections_at = reader.position();
    let mut clients = Distinct::default();
    for _ in 0..sections {
        let (client, clock, count) = section_head(&mut reader)?;
        clients.add(client);
        let mut clock = clock;
        for _ in 0..count {
            clock += read_struct(&mut reader, client, clock)?.len;
        }
    }
    clients.check()?;
    let deletes_at = reader.position();
    deletes(&mut reader)?;
    // yjs passes over what follows; what no reader looks at has no business in an update.
    if reader.left() > 0 {
        return Err(Malformed("bytes follow its end"));
    }
    Ok(Shape { sections, sections_at, deletes_at })
}

/// Reads the head of a section: client, first clock, number of structs.
pub(crate) fn section_head(reader: &mut Reader<'_>) -> Result<(u64, u32, u32), Malformed> {
    let count = reader.count(1)?;
    let count = u32::try_from(count).map_err(|_| Malformed("a section is too long"))?;
    if count == 0 {
        return Err(Malformed("a section is empty"));
    }
    Ok((reader.uint()?, reader.clock()?, count))
}

fn deletes(reader: &mut Reader<'_>) -> Result<(), Malformed> {
    let mut clients = Distinct::default();
    for _ in 0..reader.count(SMALLEST_DELETES)? {
        clients.add(reader.uint()?);
        for _ in 0..reader.count(SMALLEST_RANGE)? {
            read_range(reader)?;
        }
    }
    clients.check()
}

/// Reads an encoded state vector into (client, clock) pairs, ascending.
pub(crate) fn state_vector(bytes: &[u8]) -> Result<Vec<(u64, u64)>, Malformed> {
    let mut reader = Reader::new(bytes);
    let count = reader.count(SMALLEST_ENTRY)?;
    // The count was checked against the bytes that remain.
    let mut entries = Vec::with_capacity(count);
    for _ in 0..count {
        entries.push((reader.uint()?, reader.uint()?));
    }
    if reader.left() > 0 {
        return Err(Malformed("bytes follow its end"));
    }
    entries.sort_unstable();
    if entries.windows(2).any(|pair| pair[0].0 == pair[1].0) {
        return Err(TWICE);
    }
    Ok(entries)
}

const TWICE: Malformed = Malformed("a client is there twice");

/// Sees a client that comes twice: yjs would drop its first section. Honest lists descend and are
/// short, so nothing is sorted unless one does not.
#[derive(Default)]
struct Distinct {
    last: Option<u64>,
    earlier: Vec<u64>,
    unsorted: bool,
}

impl Distinct {
    fn add(&mut self, client: u64) {
        if let Some(last) = self.last {
            self.unsorted |= last <= client;
            self.earlier.push(last);
        }
        self.last = Some(client);
    }

    fn check(mut self) -> Result<(), Malformed> {
        if self.unsorted {
            self.earlier.extend(self.last);
            self.earlier.sort_unstable();
            if self.earlier.windows(2).any(|pair| pair[0] == pair[1]) {
                return Err(TWICE);
            }
        }
        Ok(())
    }
}
