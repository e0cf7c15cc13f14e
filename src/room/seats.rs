//! Who sits where, and how far a seat may go.

use std::collections::{BTreeMap, HashMap};
use std::time::Instant;

use super::message::{Arrival, People, Tab};
use super::pace::Pace;
use crate::base::display::{Looks, told_apart};
use crate::base::ids::{Role, SeatId};
use crate::base::limits::{ASK_AGAIN, Limits, MAX_ASKS};
use crate::base::names::Person;

/// One seat.
#[derive(Debug)]
pub struct Seat {
    /// What the key allows.
    pub role: Role,
    /// Whether it is a page of ours.
    pub page: bool,
    /// Whether somebody can answer a last call there.
    pub answers: bool,
    /// Whether it is a wall, and nobody.
    pub wall: bool,
    /// Updates refused because it may only read.
    pub refused: u32,
    tab: Option<Tab>,
    person: Option<Person>,
    name: String,
    looks: Looks,
    messages: Pace,
    bytes: Pace,
    vectors: Pace,
    asked: Option<Instant>,
}

impl Seat {
    fn new(arrival: Arrival, limits: &Limits, now: Instant) -> Self {
        let burst = u32::try_from(limits.doc.bytes).unwrap_or(u32::MAX);
        Self {
            role: arrival.role,
            page: arrival.page,
            answers: arrival.answers,
            wall: arrival.wall,
            refused: 0,
            tab: arrival.tab,
            person: None,
            name: String::new(),
            looks: Looks::default(),
            messages: Pace::new(limits.messages, limits.messages_burst, now),
            vectors: Pace::new(MAX_ASKS.0, MAX_ASKS.1, now),
            bytes: Pace::new(limits.bytes, burst.max(limits.bytes), now),
            asked: None,
        }
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

/// Who sits somewhere: a person, or a client that told nobody's name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// The same at each of one's devices.
    Person(Person),
    /// Known by the seat alone.
    Seat(SeatId),
}

/// All seats of a room.
#[derive(Debug, Default)]
pub struct Seats {
    /// In the order of their coming. Boxed, since a map of one takes the place of eleven.
    seats: BTreeMap<SeatId, Box<Seat>>,
    /// How many seats each known person has.
    persons: HashMap<Person, usize>,
    /// Seats of clients that told nobody's name: each is a person of its own.
    unknown: usize,
    /// Seats that are walls.
    walls: usize,
}

/// Names that are told: a terminal's line holds no more.
pub const NAMES: usize = 5;

impl Seats {
    /// Takes a seat.
    pub fn insert(&mut self, arrival: Arrival, limits: &Limits, now: Instant) {
        self.seats.insert(arrival.seat, Box::new(Seat::new(arrival, limits, now)));
        *if arrival.wall { &mut self.walls } else { &mut self.unknown } += 1;
    }

    /// The other seat of the same page, where its last connection is not known to be dead.
    #[must_use]
    pub fn same_page(&self, arrival: Arrival) -> Option<SeatId> {
        let tab = arrival.tab?;
        let mut others = self.seats.iter().filter(|(id, _)| **id != arrival.seat);
        others.find(|(_, seat)| seat.tab == Some(tab)).map(|(id, _)| *id)
    }

    /// Gives a seat back.
    pub fn remove(&mut self, seat: SeatId) -> Option<Box<Seat>> {
        let mut seat = self.seats.remove(&seat)?;
        if seat.wall {
            self.walls -= 1;
        } else {
            self.uncount(seat.person.take());
        }
        if self.is_empty() {
            self.persons = HashMap::new();
        }
        Some(seat)
    }

    fn uncount(&mut self, person: Option<Person>) {
        let Some(person) = person else {
            self.unknown -= 1;
            return;
        };
        if let Some(count) = self.persons.get_mut(&person) {
            *count -= 1;
            if *count == 0 {
                self.persons.remove(&person);
            }
        }
    }

    /// The seat of this id.
    pub fn get(&mut self, seat: SeatId) -> Option<&mut Seat> {
        self.seats.get_mut(&seat).map(|seat| &mut **seat)
    }

    /// Notes who sits there; true where that is news. A name may change, a person does not.
    pub fn name(&mut self, seat: SeatId, person: Person, name: String) -> bool {
        let Some(seat) = self.seats.get_mut(&seat) else { return false };
        let person = seat.person.clone().unwrap_or(person);
        let news = seat.person.as_ref() != Some(&person) || seat.name != name;
        if seat.name != name {
            seat.looks = Looks::of(&name);
            seat.name = name;
        }
        let before = seat.person.replace(person.clone());
        *self.persons.entry(person).or_insert(0) += 1;
        self.uncount(before);
        news
    }

    /// How many seats are taken.
    #[must_use]
    pub fn len(&self) -> usize {
        self.seats.len()
    }

    /// Whether nobody is there; a wall is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.seats.len() == self.walls
    }

    /// Ids of the seats that are pages of ours.
    #[must_use]
    pub fn pages(&self) -> Vec<SeatId> {
        self.seats.iter().filter(|(_, seat)| seat.page).map(|(id, _)| *id).collect()
    }

    /// The pages of ours at which a host sits.
    #[must_use]
    pub fn host_pages(&self) -> Vec<SeatId> {
        let hosts = self.seats.iter().filter(|(_, s)| s.page && !s.wall && s.role == Role::Host);
        hosts.map(|(id, _)| *id).collect()
    }

    /// Who sits there; nobody at a wall.
    #[must_use]
    pub fn who(&self, id: SeatId) -> Option<Who> {
        let seat = self.seats.get(&id).filter(|seat| !seat.wall)?;
        Some(seat.person.clone().map_or(Who::Seat(id), Who::Person))
    }

    /// Everyone who can answer a last call, with the seats at which they can.
    #[must_use]
    pub fn asked(&self) -> HashMap<Who, Vec<SeatId>> {
        let mut asked: HashMap<Who, Vec<SeatId>> = HashMap::new();
        for (id, _) in self.seats.iter().filter(|(_, seat)| seat.answers) {
            if let Some(who) = self.who(*id) {
                asked.entry(who).or_default().push(*id);
            }
        }
        asked
    }

    /// The seats of hosts who can answer a last call.
    #[must_use]
    pub fn hosts_asked(&self) -> Vec<SeatId> {
        let asked = self.seats.iter().filter(|(_, seat)| seat.answers && seat.role == Role::Host);
        asked.map(|(id, _)| *id).collect()
    }

    /// The name of who sits there, where one was told.
    #[must_use]
    pub fn named(&self, id: SeatId) -> Option<String> {
        let name = &self.seats.get(&id)?.name;
        (!name.is_empty()).then(|| name.clone())
    }

    /// The host's name, where one person alone is here with a host's key.
    #[must_use]
    pub fn host(&self) -> Option<String> {
        let hosts = || self.seats.iter().filter(|(_, s)| s.role == Role::Host && !s.wall);
        let first = self.who(*hosts().next()?.0);
        let alone = hosts().all(|(id, _)| self.who(*id) == first);
        let name = hosts().find_map(|(id, _)| self.named(*id));
        name.filter(|_| alone)
    }

    /// Distinct people: a person with laptop and phone is one, a client that told nobody's name
    /// is one of its own.
    #[must_use]
    pub fn count(&self) -> usize {
        self.persons.len() + self.unknown
    }

    /// Who is there; the first few by name, told apart as pages tell them.
    #[must_use]
    pub fn people(&self) -> People {
        let mut first: Vec<(&Person, &Seat)> = Vec::new();
        for (person, seat) in self.named_persons() {
            if first.len() == NAMES {
                break;
            }
            if !first.iter().any(|(other, _)| *other == person) {
                first.push((person, seat));
            }
        }
        // Those who look like nobody of the first do not change what the first are called.
        let alike = self
            .named_persons()
            .filter(|(_, seat)| first.iter().any(|(_, shown)| shown.looks.resemble(&seat.looks)));
        let called = told_apart(&alike.map(|(person, seat)| (person, &*seat.name)).collect());
        let names = first.iter().filter_map(|(person, _)| called.get(*person).cloned()).collect();
        People { names, people: self.count(), devices: self.seats.len() - self.walls }
    }

    fn named_persons(&self) -> impl Iterator<Item = (&Person, &Seat)> {
        let named = self.seats.values().filter(|seat| !seat.name.is_empty());
        named.filter_map(|seat| Some((seat.person.as_ref()?, &**seat)))
    }
}
