//! Who fills a document, and how much more each may: a seat takes no more once it holds more than what
//! is left for all others, so that nobody can use up the rest.

use std::collections::BTreeMap;
use std::ops::{AddAssign, SubAssign};

use crate::error::Refused;
use crate::ids::{Author, Origin, SeatId};
use crate::limits::NEW_IDS_PER_SEAT;

/// How much more an address may hold than is left, where a seat may hold as much: a seat has at most
/// half, all of one address together three quarters. Who leaves and comes again gets no more.
const OF_ORIGIN: usize = 3;
/// The same for a first sync after a restart, which brings what everyone wrote.
const OF_HISTORY: usize = 7;

/// What somebody has put into a document, as far as it is still there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Bytes of the encoded document.
    pub bytes: usize,
    /// Those of them below a root that our page does not show.
    pub unseen: usize,
    /// Client ids that hold something.
    pub ids: usize,
}

impl AddAssign for Share {
    fn add_assign(&mut self, more: Self) {
        self.bytes += more.bytes;
        self.unseen += more.unseen;
        self.ids += more.ids;
    }
}

impl SubAssign for Share {
    fn sub_assign(&mut self, less: Self) {
        self.bytes -= less.bytes;
        self.unseen -= less.unseen;
        self.ids -= less.ids;
    }
}

/// What a seat wants to hold beside what it holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Growth {
    /// All of it.
    pub(crate) more: Share,
    /// What of it is new to the document, and was not another's.
    pub(crate) fresh: Share,
    /// Whether it brings a client id that the document has never seen.
    pub(crate) new_id: bool,
}

/// A seat as far as shares count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitter {
    /// The seat.
    pub seat: SeatId,
    /// Where it comes from.
    pub origin: Option<Origin>,
    /// Whether its first sync may bring what everyone wrote: the pad was refilled after a restart.
    pub refills: bool,
}

/// One seat's account. It outlives the seat for as long as something of it is there.
#[derive(Debug)]
struct Account {
    sitter: Sitter,
    /// Whether it is held to its share; a seat that nobody registered is only counted.
    bounded: bool,
    here: bool,
    share: Share,
    /// It has begun to type: what it brings is no first sync any more.
    typed: bool,
    /// Client ids that it has brought since.
    new_ids: usize,
}

/// Index of an account.
pub(crate) type Holder = u32;

/// All accounts of a document.
#[derive(Debug, Default)]
pub(crate) struct Shares {
    accounts: Vec<Account>,
    vacant: Vec<Holder>,
    seats: BTreeMap<SeatId, Holder>,
    origins: BTreeMap<Origin, Share>,
    /// The seat looked up last: typing comes in rows.
    last: Option<(SeatId, Holder)>,
}

impl Shares {
    /// Holds a seat to its share from now on.
    pub(crate) fn open(&mut self, sitter: Sitter) {
        let holder = self.of(sitter.seat);
        let account = &mut self.accounts[holder as usize];
        (account.sitter, account.bounded, account.here) = (sitter, true, true);
    }

    /// What this seat brings is counted as its own and its address's; it is held to no share, and nobody sits there.
    pub(crate) fn count(&mut self, sitter: Sitter) {
        let holder = self.of(sitter.seat);
        self.accounts[holder as usize].sitter = sitter;
    }

    /// The seat is gone; what it brought stays its own.
    pub(crate) fn close(&mut self, seat: SeatId) {
        if let Some(holder) = self.seats.get(&seat).copied() {
            self.accounts[holder as usize].here = false;
            self.tidy(holder);
        }
    }

    /// The account of a seat.
    pub(crate) fn of(&mut self, seat: SeatId) -> Holder {
        if let Some((last, holder)) = self.last
            && last == seat
        {
            return holder;
        }
        let holder = self.seats.get(&seat).copied().unwrap_or_else(|| self.make(seat));
        self.last = Some((seat, holder));
        holder
    }

    fn make(&mut self, seat: SeatId) -> Holder {
        let sitter = Sitter { seat, origin: None, refills: false };
        let share = Share::default();
        let account =
            Account { sitter, bounded: false, here: false, share, typed: false, new_ids: 0 };
        let holder = self.vacant.pop().unwrap_or(self.accounts.len() as Holder);
        match self.accounts.get_mut(holder as usize) {
            Some(place) => *place = account,
            None => self.accounts.push(account),
        }
        self.seats.insert(seat, holder);
        holder
    }

    /// Whether a seat may hold so much more, where `free` is left for all.
    pub(crate) fn may(
        &mut self,
        author: Author,
        Growth { more, fresh, new_id }: Growth,
        free: Share,
    ) -> Result<(), Refused> {
        let holder = self.of(author.seat);
        let account = &mut self.accounts[holder as usize];
        if !account.bounded {
            return Ok(());
        }
        // From the first letter on nothing is history any more: whoever could go on bringing
        // everyone's text could fill the pad in everyone's name.
        account.typed |= author.live;
        let new_ids = account.new_ids + usize::from(new_id && account.typed);
        // A page needs one. Each id lengthens the state vector that everyone sends at every join.
        if new_ids > NEW_IDS_PER_SEAT {
            return Err(Refused::Share { what: "new client ids" });
        }
        let history = self.relays(holder);
        let account = &mut self.accounts[holder as usize];
        let (seat, origin) = if history { (OF_HISTORY, OF_HISTORY) } else { (1, OF_ORIGIN) };
        let own = account.share;
        let all = account.sitter.origin.and_then(|origin| self.origins.get(&origin)).copied();
        let fits = |own: usize, all: Option<usize>, more: usize, left: Option<usize>| {
            // What one would hold, against what would be left for all others: whoever has most is
            // the first to be refused, and never takes the last byte.
            left.is_some_and(|left| {
                own + more <= left * seat && all.unwrap_or(own) + more <= left * origin
            })
        };
        let left = free.bytes.checked_sub(fresh.bytes);
        if !fits(own.bytes, all.map(|all| all.bytes), more.bytes, left) {
            return Err(Refused::Share { what: "bytes" });
        }
        let left = free.ids.checked_sub(fresh.ids);
        if more.ids > 0 && !fits(own.ids, all.map(|all| all.ids), more.ids, left) {
            return Err(Refused::Share { what: "client ids" });
        }
        // Counted where it is taken, and not where it was refused.
        account.new_ids = new_ids;
        Ok(())
    }

    /// Whether what a seat brings may be anybody's: it brings back what everyone wrote.
    pub(crate) fn relays(&self, holder: Holder) -> bool {
        let account = &self.accounts[holder as usize];
        account.sitter.refills && !account.typed
    }

    /// The seat of an account.
    pub(crate) fn seat(&self, holder: Holder) -> SeatId {
        self.accounts[holder as usize].sitter.seat
    }

    /// Something in an account weighed `was`, and weighs `is` now.
    pub(crate) fn change(&mut self, holder: Holder, was: Share, is: Share) {
        let account = &mut self.accounts[holder as usize];
        // What is added comes first: in between nothing falls below zero.
        account.share += is;
        account.share -= was;
        if let Some(origin) = account.sitter.origin {
            let all = self.origins.entry(origin).or_default();
            *all += is;
            *all -= was;
            if *all == Share::default() {
                self.origins.remove(&origin);
            }
        }
        if is == Share::default() {
            self.tidy(holder);
        }
    }

    /// Forgets the account of a seat that is gone and of which nothing is left.
    fn tidy(&mut self, holder: Holder) {
        let account = &self.accounts[holder as usize];
        let seat = account.sitter.seat;
        if !account.here && account.share == Share::default() && self.seats.remove(&seat).is_some()
        {
            // Its index is given to another: until here some client could still name it.
            self.vacant.push(holder);
            self.last.take_if(|last| last.0 == seat);
        }
    }

    /// What a seat has brought of what is there.
    pub(crate) fn get(&self, seat: SeatId) -> Share {
        let holder = self.seats.get(&seat);
        holder.map_or(Share::default(), |holder| self.accounts[*holder as usize].share)
    }

    /// Every seat of which something is there.
    pub(crate) fn all(&self) -> impl Iterator<Item = (SeatId, Share)> {
        let all = self.seats.iter().map(|(seat, holder)| {
            let account = &self.accounts[*holder as usize];
            (*seat, account.share)
        });
        all.filter(|(_, share)| *share != Share::default())
    }
}
