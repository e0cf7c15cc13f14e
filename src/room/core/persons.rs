//! Who is here, person by person, as a host's program reads it.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::hands::raised;
use super::state::Room;
use crate::base::ids::{Person, Role};

/// Somebody who is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    /// Who.
    pub person: Person,
    /// The name, where one was told.
    pub name: Option<String>,
    /// What they may do: of several devices the most.
    pub role: Role,
    /// How many they are here with.
    pub devices: usize,
    /// Since when they ask to write, where they do.
    pub hand: Option<Duration>,
    /// Whether they have the pencil.
    pub pencil: bool,
}

impl Room {
    /// Everyone who is here, in the order of their coming.
    #[must_use]
    pub fn persons(&self, now: Instant) -> Vec<Present> {
        let pencil = self.access.pencil();
        let elsewhere = self.elsewhere().map(|there| Present {
            person: Person(there.id),
            name: there.name.clone(),
            role: there.role.parse().unwrap_or(Role::View),
            devices: there.devices,
            hand: None,
            pencil: pencil == Some(Person(there.id)),
        });
        let mut all = self.own_persons(now);
        all.extend(elsewhere);
        all
    }

    /// Those of them who are at this machine.
    pub(super) fn own_persons(&self, now: Instant) -> Vec<Present> {
        let hands: BTreeMap<Person, Instant> = raised(&self.seats).into_iter().collect();
        let pencil = self.access.pencil();
        let mut persons: Vec<Present> = Vec::new();
        let mut places: BTreeMap<Person, usize> = BTreeMap::new();
        for (id, seat) in self.seats.all() {
            let Some(person) = self.seats.who(id) else { continue };
            let place = *places.entry(person).or_insert(persons.len());
            if place == persons.len() {
                let since = hands.get(&person);
                persons.push(Present {
                    person,
                    name: None,
                    role: seat.role,
                    devices: 0,
                    hand: since.map(|since| now.saturating_duration_since(*since)),
                    pencil: pencil == Some(person),
                });
            }
            let Some(known) = persons.get_mut(place) else { continue };
            known.devices += 1;
            known.role = known.role.max(seat.role);
            known.name = known.name.take().or_else(|| self.seats.named(id));
        }
        persons
    }
}
