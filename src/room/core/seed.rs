//! The first update of every page: one empty paragraph, so that two people who start in an empty
//! document at once do not each make a page of their own and lose one. The paragraph has its text
//! from birth: two people who type into it at once type into the same one.

use fadepad_store::{Author, DocLimits, SeatId, Sitter, Store};

use crate::base::ids::{Epoch, Person};

/// Seeds have client ids from here on, to twice as much: too large for programs that count theirs
/// from one, and no more likely than any other to be drawn by one that takes a random number of 32
/// bits. And smaller than nearly all of those: of two roots at one place the one of the smaller
/// client stands first, and only the first is shown.
const FIRST: u32 = 1 << 20;

/// What yjs encodes for an empty BlockNote document, with the client id between these parts.
/// `tests/node/seed.mjs` makes it, and a test compares; `ui/src/pad/seed.ts` has the same.
const PARTS: [&[u8]; 9] = [
    b"\x01\x08",
    b"\x00\x07\x01\x09blocknote\x03\x0ablockGroup\x07\x00",
    b"\x00\x03\x0eblockContainer(\x00",
    b"\x01\x02id\x01w\x0einitialBlockId\x07\x00",
    b"\x01\x03\x09paragraph(\x00",
    b"\x03\x0fbackgroundColor\x01w\x07default(\x00",
    b"\x03\x0dtextAlignment\x01w\x04left(\x00",
    b"\x03\x09textColor\x01w\x07default\x07\x00",
    b"\x03\x06\x00",
];

/// What a client says where it wants to begin without: it has roots of its own.
pub const NO_SEED: &str = "none";

/// Units of a seed: one for each of its structs.
const UNITS: u32 = 8;

/// The client id of a life's seed: pages know it by the epoch alone, so that what was planted on
/// both sides is the same, also after a restart.
#[must_use]
pub fn seed_client(epoch: Epoch) -> u32 {
    FIRST + (epoch.0 % u64::from(FIRST)) as u32
}

/// The seed of a life. Taking it twice changes nothing.
#[must_use]
pub fn seed(epoch: Epoch) -> Vec<u8> {
    let client = seed_client(epoch);
    // `writeVarUint`: 21 bits take three bytes.
    let id = [0x80 | client as u8, 0x80 | (client >> 7) as u8, (client >> 14) as u8];
    PARTS.join(&id[..])
}

/// A document that holds the seed of this life, and has nothing to tell of it.
#[must_use]
pub fn seeded(limits: DocLimits, epoch: Epoch) -> Store {
    let mut store = Store::new(limits);
    let seeded = write(&mut store, SeatId(0), &seed(epoch));
    debug_assert!(seeded, "the seed fits every store");
    store
}

/// Puts a text into a document that nobody has seen yet, and that has nothing to tell of it. False where that does not take all of it.
fn write(store: &mut Store, seat: SeatId, text: &[u8]) -> bool {
    let taken = store.apply(Author { seat, live: false }, text).is_ok() && store.stats().held == 0;
    let _ = store.take_delta();
    taken
}

/// A document that a life begins with, and whose its text is.
#[derive(Debug)]
pub struct Begun {
    /// The document: nobody has seen it yet.
    pub store: Store,
    /// The seat that its text is counted for, on which nobody sits.
    pub seat: SeatId,
    /// Who has written it, under which name, where that is known.
    pub by: Option<(Person, Option<String>)>,
}

/// The document of this life with this text, where that is a whole one: nothing that it refers to is lacking, something of it
/// stands, and nobody's client id is in it but that of who wrote it. A life before, brought as it is, would come with its history.
/// Whoever wrote it answers for all of it, also for what no page shows.
#[must_use]
pub fn begun(limits: DocLimits, epoch: Epoch, text: &[u8], writer: Sitter) -> Option<Store> {
    let mut store = seeded(limits, epoch);
    store.count_for(writer);
    let whole = write(&mut store, writer.seat, text)
        && !is_blank(&store, epoch)
        && store.stats().clients <= 2;
    whole.then_some(store)
}

/// The document of a life that goes on from another machine, with its history and its seed; whose which words are, is not known
/// here, and nobody pays for them.
#[must_use]
pub fn carried(limits: DocLimits, text: &[u8], writer: Sitter) -> Option<Store> {
    let mut store = Store::new(limits);
    store.count_for(writer);
    write(&mut store, writer.seat, text).then_some(store)
}

/// Whether nothing but the seed of this life stands in the document: nobody has written anything, or
/// all of it is deleted.
#[must_use]
pub fn is_blank(store: &Store, epoch: Epoch) -> bool {
    store.holds_no_more_than(u64::from(seed_client(epoch)), UNITS)
}
