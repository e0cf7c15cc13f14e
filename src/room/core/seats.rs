//! Who sits where, and how far a seat may go.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::Instant;

use super::filled::Sat;
use super::pass::Pass;
use super::seat_kind::SeatKind;
use super::token_bucket::TokenBucket;
use crate::base::colour::Colour;
use crate::base::display::{Looks, told_apart};
use crate::base::ids::{Origin, Person, Role, SeatId};
use crate::base::limits::{ASK_AGAIN, Limits, MAX_ASKS};
use crate::room::message::{Arrival, People, Tab};

/// One seat.
#[derive(Debug)]
pub struct SeatState {
    /// What sits there.
    pub kind: SeatKind,
    /// What their key says.
    pub pass: Pass,
    /// What they may do now.
    pub role: Role,
    /// Whether it can't have heard yet who is here, so that what it shows is no echo: who comes back shows itself
    /// before it answers the first question of the room. Who is not asked shows itself anew within 15 s.
    pub may_come_back: bool,
    /// Whether it may write, or might at some time.
    pub wrote: bool,
    /// Updates refused because it may only read.
    pub refused: u32,
    /// It is closed for what it said: what it has sent on top is not looked at.
    pub over: bool,
    /// Since when it asks to write, where it does.
    pub hand: Option<Instant>,
    tab: Option<Tab>,
    /// Where it comes from.
    pub origin: Option<Origin>,
    person: Person,
    name: String,
    colour: Option<Colour>,
    looks: Looks,
    messages: TokenBucket,
    bytes: TokenBucket,
    vectors: TokenBucket,
    asked: Option<Instant>,
}

impl SeatState {
    fn new((arrival, role): (Arrival, Role), limits: &Limits, now: Instant) -> Self {
        // A whole pad at once, as history has it: the rate is for what comes after.
        let burst = u32::try_from(limits.doc.bytes).unwrap_or(u32::MAX);
        Self {
            kind: arrival.kind,
            pass: arrival.pass(),
            role,
            may_come_back: arrival.kind.is_asked(role),
            wrote: role >= Role::Edit,
            refused: 0,
            over: false,
            hand: None,
            tab: arrival.tab,
            origin: arrival.origin,
            person: arrival.person,
            name: String::new(),
            colour: None,
            looks: Looks::default(),
            messages: TokenBucket::new(limits.messages, limits.messages_burst, now),
            vectors: TokenBucket::new(MAX_ASKS.0, MAX_ASKS.1, now),
            bytes: TokenBucket::new(limits.bytes, burst.max(limits.bytes), now),
            asked: None,
        }
    }

    /// Whether a host sits there: a wall with a host's key is nobody.
    #[must_use]
    pub fn is_host(&self) -> bool {
        self.role == Role::Host && self.kind.is_somebody()
    }

    /// Whether a message of this size is within the seat's rates.
    pub fn may_send(&mut self, bytes: usize, now: Instant) -> bool {
        self.messages.take(1, now) && self.bytes.take(bytes, now)
    }

    /// Whether the seat may ask once more for what it lacks.
    pub fn may_be_answered(&mut self, now: Instant) -> bool {
        self.vectors.take(1, now)
    }

    /// Whether it is time to ask this seat again for what it seems to lack.
    pub fn may_ask(&mut self, now: Instant) -> bool {
        let due = self.asked.is_none_or(|at| now.saturating_duration_since(at) >= ASK_AGAIN);
        if due {
            self.asked = Some(now);
        }
        due
    }
}

/// All seats of a room.
#[derive(Debug, Default)]
pub struct Seats {
    /// In the order of their coming. Boxed, since a map of one takes the place of eleven.
    seats: BTreeMap<SeatId, Box<SeatState>>,
    /// How many seats each person has.
    persons: HashMap<Person, usize>,
    /// Seats where nobody sits: walls.
    nobodies: usize,
}

/// Names that are told: a terminal's line holds no more.
pub const NAMES: usize = 5;

impl Seats {
    /// Somebody takes a seat, and may do so much there.
    pub fn insert(&mut self, (arrival, role): (Arrival, Role), limits: &Limits, now: Instant) {
        let seat = SeatState::new((arrival, role), limits, now);
        self.seats.insert(arrival.seat, Box::new(seat));
        if arrival.kind.is_somebody() {
            *self.persons.entry(arrival.person).or_insert(0) += 1;
        } else {
            self.nobodies += 1;
        }
    }

    /// The other seat of the same page, where its last connection is not known to be dead.
    #[must_use]
    pub fn same_page(&self, arrival: Arrival) -> Option<SeatId> {
        let tab = arrival.tab?;
        let mut others = self.seats.iter().filter(|(id, _)| **id != arrival.seat);
        others.find(|(_, seat)| seat.tab == Some(tab)).map(|(id, _)| *id)
    }

    /// Gives a seat back.
    pub fn remove(&mut self, seat: SeatId) -> Option<Box<SeatState>> {
        let seat = self.seats.remove(&seat)?;
        if seat.kind.is_somebody() {
            self.uncount(seat.person);
        } else {
            self.nobodies -= 1;
        }
        // A pad that rests gives back what a crowd has taken.
        if self.is_empty() {
            self.persons = HashMap::new();
        }
        Some(seat)
    }

    fn uncount(&mut self, person: Person) {
        if let Some(count) = self.persons.get_mut(&person) {
            *count -= 1;
            if *count == 0 {
                self.persons.remove(&person);
            }
        }
    }

    /// The seat of this id.
    pub fn get(&mut self, seat: SeatId) -> Option<&mut SeatState> {
        self.seats.get_mut(&seat).map(|seat| &mut **seat)
    }

    /// Notes what who sits there is called; true where that is news.
    pub fn name(&mut self, seat: SeatId, name: String) -> bool {
        let Some(seat) = self.seats.get_mut(&seat) else { return false };
        let news = seat.name != name;
        if news {
            seat.looks = Looks::of(&name);
            seat.name = name;
        }
        news
    }

    /// Who sits there has this colour.
    pub fn colour(&mut self, seat: SeatId, colour: Option<Colour>) {
        if let Some(seat) = self.seats.get_mut(&seat) {
            seat.colour = colour;
        }
    }

    /// How many seats are taken.
    #[must_use]
    pub fn len(&self) -> usize {
        self.seats.len()
    }

    /// How many seats are taken by those who come from there.
    #[must_use]
    pub fn from(&self, origin: Option<Origin>) -> usize {
        // Those of whom nobody knows where they come from are no crowd.
        let known = origin.is_some();
        self.seats.values().filter(|seat| known && seat.origin == origin).count()
    }

    /// Whether nobody is there; a wall is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.seats.len() == self.nobodies
    }

    /// Ids of the seats that hear of the pad's life.
    #[must_use]
    pub fn hearing(&self) -> Vec<SeatId> {
        self.ids(|seat| seat.kind.hears_life())
    }

    /// Those of them at which a host sits.
    #[must_use]
    pub fn hosts_hearing(&self) -> Vec<SeatId> {
        self.ids(|seat| seat.kind.hears_life() && seat.is_host())
    }

    /// Those at which a wall is shown.
    #[must_use]
    pub fn walls(&self) -> Vec<SeatId> {
        self.ids(|seat| seat.kind == SeatKind::Wall)
    }

    /// Those that hear whose hands are up: hosts, and walls.
    #[must_use]
    pub fn told_of_hands(&self) -> Vec<SeatId> {
        let hears = |seat: &SeatState| seat.is_host() || seat.kind == SeatKind::Wall;
        self.ids(|seat| seat.kind.hears_life() && hears(seat))
    }

    /// All seats, in the order of their coming.
    pub fn all(&self) -> impl Iterator<Item = (SeatId, &SeatState)> {
        self.seats.iter().map(|(id, seat)| (*id, &**seat))
    }

    fn ids(&self, which: impl Fn(&SeatState) -> bool) -> Vec<SeatId> {
        self.seats.iter().filter(|(_, seat)| which(seat)).map(|(id, _)| *id).collect()
    }

    /// Who sits there; nobody at a wall.
    #[must_use]
    pub fn who(&self, id: SeatId) -> Option<Person> {
        self.seats.get(&id).filter(|seat| seat.kind.is_somebody()).map(|seat| seat.person)
    }

    /// Everyone who can answer a last call, with the seats at which they can.
    #[must_use]
    pub fn asked(&self) -> HashMap<Person, Vec<SeatId>> {
        let mut asked: HashMap<Person, Vec<SeatId>> = HashMap::new();
        for (id, _) in self.seats.iter().filter(|(_, seat)| seat.kind.answers()) {
            if let Some(who) = self.who(*id) {
                asked.entry(who).or_default().push(*id);
            }
        }
        asked
    }

    /// Where this person's devices come from, as far as that is known.
    #[must_use]
    pub fn origins_of(&self, person: Person) -> BTreeSet<Origin> {
        self.seats.values().filter(|seat| seat.person == person).filter_map(|s| s.origin).collect()
    }

    /// The name of who sits there, where one was told.
    #[must_use]
    pub fn named(&self, id: SeatId) -> Option<String> {
        let name = &self.seats.get(&id)?.name;
        (!name.is_empty()).then(|| name.clone())
    }

    /// Who sits there, as they are remembered when they are gone; nobody at a wall.
    pub(super) fn sat(&self, id: SeatId) -> Option<Sat> {
        let person = self.who(id)?;
        Some(Sat { person, name: self.named(id), colour: self.seats.get(&id)?.colour })
    }

    /// The name of this person, where one was told at any of their seats.
    #[must_use]
    pub fn name_of(&self, person: Person) -> Option<String> {
        let of_theirs = self.named_seats().find(|seat| seat.person == person);
        of_theirs.map(|seat| seat.name.clone())
    }

    /// The host's name, where one person alone is here with a host's key.
    #[must_use]
    pub fn host(&self) -> Option<String> {
        let hosts = || self.seats.iter().filter(|(_, seat)| seat.is_host());
        let first = self.who(*hosts().next()?.0);
        // Of two hosts nobody can say which of them acts by the tray or a program.
        let alone = hosts().all(|(id, _)| self.who(*id) == first);
        let name = hosts().find_map(|(id, _)| self.named(*id));
        name.filter(|_| alone)
    }

    /// Distinct people: a person with laptop and phone is one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.persons.len()
    }

    /// Who is there; the first few by name, told apart as pages tell them.
    #[must_use]
    pub fn people(&self) -> People {
        let mut first: Vec<&SeatState> = Vec::new();
        for seat in self.named_seats() {
            if first.len() == NAMES {
                break;
            }
            if !first.iter().any(|other| other.person == seat.person) {
                first.push(seat);
            }
        }
        // Those who look like nobody of the first do not change what the first are called.
        let alike = self
            .named_seats()
            .filter(|seat| first.iter().any(|shown| shown.looks.resemble(&seat.looks)));
        let called = told_apart(&alike.map(|seat| (seat.person, &*seat.name)).collect());
        let named = first.iter().filter_map(|seat| {
            let name = called.get(&seat.person)?;
            Some((name.clone(), seat.colour))
        });
        let (names, colours) = named.unzip();
        People { names, colours, people: self.count(), devices: self.seats.len() - self.nobodies }
    }

    fn named_seats(&self) -> impl Iterator<Item = &SeatState> {
        self.seats.values().map(|seat| &**seat).filter(|seat| !seat.name.is_empty())
    }
}
