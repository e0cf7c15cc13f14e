//! Who has been in a pad: nobody hoards their key. Who comes often under many names takes no place from anybody else.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::ids::{Origin, Person};
use crate::base::limits::MAX_DECIDED;

/// As many as [`MAX_DECIDED`] of each kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct KnownPeople {
    /// Who was let in or given a role: nobody who comes takes their place.
    by_hand: BTreeSet<Person>,
    /// Who has had a seat, and from where.
    came: BTreeMap<Person, Option<Origin>>,
}

impl KnownPeople {
    pub(super) fn of(by_hand: BTreeSet<Person>, came: BTreeMap<Person, Option<Origin>>) -> Self {
        Self { by_hand, came }
    }

    pub(super) fn by_hand(&self) -> &BTreeSet<Person> {
        &self.by_hand
    }

    pub(super) fn came(&self) -> &BTreeMap<Person, Option<Origin>> {
        &self.came
    }

    pub(super) fn contains(&self, person: Person) -> bool {
        self.by_hand.contains(&person) || self.came.contains_key(&person)
    }

    /// Notes whom a host has let in, or given something.
    pub(super) fn note(&mut self, person: Person) {
        self.by_hand.insert(person);
        self.bound(|_| false);
    }

    /// Notes who has come from there. Where so many are known already one is forgotten who is not here.
    pub(super) fn come(
        &mut self,
        person: Person,
        from: Option<Origin>,
        is_here: impl Fn(Person) -> bool,
    ) {
        self.came.insert(person, from);
        self.bound(|other| other == person || is_here(other));
    }

    /// Those of both, the same whichever of them is asked.
    pub(super) fn joined(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.by_hand.extend(&other.by_hand);
        for (person, from) in &other.came {
            let known = both.came.entry(*person).or_default();
            *known = (*known).max(*from);
        }
        both.bound(|_| false);
        both
    }

    fn bound(&mut self, is_here: impl Fn(Person) -> bool) {
        while self.by_hand.len() > MAX_DECIDED
            && let Some(first) = self.by_hand.pop_first()
        {
            // They are from now on as who came: the others were met by a hand since.
            self.came.entry(first).or_default();
        }
        while self.came.len() > MAX_DECIDED
            && let Some(one) = self.one_too_many(&is_here)
        {
            self.came.remove(&one);
        }
    }

    /// Of the address that holds most places the last who is not here: of who comes by ever new keys the newest are worth least.
    fn one_too_many(&self, is_here: impl Fn(Person) -> bool) -> Option<Person> {
        let mut places: BTreeMap<Option<Origin>, (usize, Option<Person>)> = BTreeMap::new();
        for (person, from) in &self.came {
            let (held, last) = places.entry(*from).or_default();
            *held += 1;
            *last = Some(*person).filter(|person| !is_here(*person)).or(*last);
        }
        let away = places.into_values().filter_map(|(held, last)| Some((held, last?)));
        away.max().map(|(_, last)| last)
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use super::*;

    fn from(last: u8) -> Option<Origin> {
        Some(IpAddr::from(Ipv4Addr::new(198, 51, 100, last)).into())
    }

    const ANNA: Person = Person(1 << 100);
    const MILO: Person = Person(2 << 100);
    const FLOOD: u128 = MAX_DECIDED as u128 + 300;

    fn flood(known: &mut KnownPeople, is_here: impl Fn(Person) -> bool + Copy) {
        for person in 0..FLOOD {
            known.come(Person(person), from(9), is_here);
            assert!(known.contains(Person(person)), "who has just come is known");
        }
    }

    #[test]
    fn who_comes_as_ever_others_takes_only_places_of_their_own_address() {
        let mut known = KnownPeople::default();
        known.come(ANNA, from(1), |_| false);
        flood(&mut known, |_| false);
        known.come(MILO, from(2), |_| false);
        known.note(Person(u128::MAX));
        flood(&mut known, |_| false);
        assert!([ANNA, MILO, Person(u128::MAX)].iter().all(|who| known.contains(*who)));
        assert_eq!(known.came.len(), MAX_DECIDED);
    }

    #[test]
    fn who_is_here_is_forgotten_by_nobody_who_comes_from_where_they_are() {
        let mut known = KnownPeople::default();
        known.come(ANNA, from(9), |_| false);
        flood(&mut known, |person| person == ANNA);
        assert!(known.contains(ANNA));
    }

    #[test]
    fn whom_hosts_let_in_has_a_place_however_many_they_let_in_and_both_sides_know_the_same() {
        let (mut here, mut there) = (KnownPeople::default(), KnownPeople::default());
        flood(&mut here, |_| false);
        for person in 0..FLOOD {
            here.note(Person(FLOOD + person));
            assert!(here.contains(Person(FLOOD + person)));
        }
        assert_eq!((here.by_hand.len(), here.came.len()), (MAX_DECIDED, MAX_DECIDED));
        there.come(ANNA, from(1), |_| false);
        there.come(Person(0), from(2), |_| false);
        assert_eq!(here.joined(&there), there.joined(&here));
        assert!(here.joined(&there).contains(ANNA));
    }
}
