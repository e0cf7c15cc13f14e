//! What is remembered of the hosts' keys of a life that is over: a host's key opens more pads, also after its own has ended,
//! and one that was taken back does not.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use super::{Access, Decided};
use crate::base::ids::{Person, Role};
use crate::room::core::pass::Pass;

/// So many people are remembered by their ids for each of both reasons. Where more were taken back nobody's own key counts any
/// more, and who has the last link of that life comes by it.
const MAX_REMEMBERED: usize = 16;

/// Which hosts' keys of one life were good when it was asked. As small as what is kept of thousands of lives has to be.
#[derive(Clone, Debug)]
pub struct HostKeys {
    /// That of the last links.
    generation: u16,
    /// Who goes on by an older one.
    spared: Box<[Person]>,
    /// Whose own key says more than they may; `None`: those of too many.
    taken_back: Option<Box<[Person]>>,
}

impl HostKeys {
    /// Whether it comes from the last links, or was left to this person.
    #[must_use]
    pub fn is_current(&self, pass: Pass) -> bool {
        let spared = pass.person.is_some_and(|person| self.spared.contains(&person));
        pass.generation == self.generation || spared
    }

    /// Whether what this person had was taken back.
    #[must_use]
    pub fn is_taken_back(&self, pass: Pass) -> bool {
        let from = |person| self.taken_back.as_ref().is_none_or(|all| all.contains(&person));
        pass.person.is_some_and(from)
    }
}

impl Access {
    /// Which hosts' keys are good now.
    #[must_use]
    pub(in crate::room) fn host_keys(&self) -> HostKeys {
        let decided = self.decided();
        let generation = decided.generations.of(Role::Host);
        let is_spared = |person: &Person| {
            decided.spared.get(person).is_some_and(|until| until.of(Role::Host) == generation)
        };
        let spared = decided.spared.keys().copied().filter(is_spared);
        let taken_back = decided.hosts_taken_back();
        HostKeys {
            generation,
            spared: spared.take(MAX_REMEMBERED).collect(),
            taken_back: (taken_back.len() <= MAX_REMEMBERED)
                .then(|| taken_back.into_iter().collect()),
        }
    }

    /// The same decisions as far as [`host_keys`](Self::host_keys) asks for them: for when the life is over.
    #[must_use]
    pub(in crate::room) fn of_host_keys(&self) -> Self {
        let decided = self.decided();
        let (generations, spared) = (decided.generations, decided.spared.clone());
        let no_hosts = decided.hosts_taken_back();
        Self(Arc::new(Mutex::new(Decided { generations, spared, no_hosts, ..Decided::default() })))
    }
}

impl Decided {
    /// Whose own host's key counts no more.
    fn hosts_taken_back(&self) -> BTreeSet<Person> {
        let out = self.out.keys().filter(|person| self.may_host(**person));
        out.chain(&self.no_hosts).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::core::access_change::AccessChange;

    fn own(person: u128) -> Pass {
        Pass { role: Role::Host, generation: 0, person: Some(Person(person)) }
    }

    #[test]
    fn whose_keys_are_taken_back_is_remembered_and_of_too_many_nobodys_own_key_counts() {
        let access = Access::default();
        access.change(AccessChange::LetIn(Person(99)));
        access.change(AccessChange::ShowOut { person: Person(99), from: BTreeSet::new() });
        for person in 0..MAX_REMEMBERED as u128 {
            access.change(AccessChange::Role(Person(person), Some(Role::View)));
        }
        let keys = access.host_keys();
        assert!((0..MAX_REMEMBERED as u128).all(|person| keys.is_taken_back(own(person))));
        assert!(!keys.is_taken_back(own(99)), "a guest has no host's key, and takes no place");
        access.change(AccessChange::ShowOut { person: Person(77), from: BTreeSet::new() });
        let (keys, link) = (access.host_keys(), Pass { person: None, ..own(0) });
        assert!(keys.is_taken_back(own(77)) && keys.is_taken_back(own(55)));
        assert!(!keys.is_taken_back(link) && keys.is_current(link), "the link is nobody's own");
    }

    #[test]
    fn the_last_links_count_and_the_own_key_of_who_made_them() {
        let access = Access::default();
        access.change(AccessChange::NewLinks(Role::Host, Some(Person(1))));
        let keys = access.host_keys();
        assert_eq!([1, 2].map(|person| keys.is_current(own(person))), [true, false]);
        assert!(keys.is_current(Pass { generation: 1, ..own(2) }));
    }
}
