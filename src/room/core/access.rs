//! Who may come into a pad, and what they may do there: as its host has decided, in one place. Every door, call and
//! message asks here.

mod carried;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard};

pub use self::carried::AccessCarried;
use super::access_change::{AccessChange, Writing};
use super::pass::{Barred, Generations, Pass};
use crate::base::door::{Door, Pin};
use crate::base::ids::{Origin, Person, Role};
use crate::base::limits::MAX_DECIDED;
use crate::base::lock::lock;
use crate::room::message::{Arrival, HostCommand};

/// What the host of one pad has decided. Cheap to clone; all clones are of one pad.
///
/// Only its room changes it, so that of two hosts who decide at once one is the second; it is read by everyone.
#[derive(Clone, Debug, Default)]
pub struct Access(Arc<Mutex<Decided>>);

#[derive(Clone, Debug, Default, PartialEq)]
struct Decided {
    door: Door,
    pin: Option<Pin>,
    writing: Writing,
    generations: Generations,
    /// What single people may do.
    roles: BTreeMap<Person, Role>,
    /// Who has the pencil: the one of those who write that it was passed to.
    pencil: Option<Person>,
    /// Who decides no more, whatever their key says.
    no_hosts: BTreeSet<Person>,
    /// Who has come by a host's link.
    owners: BTreeSet<Person>,
    /// Whom new links have left what they had, until those of that role are made anew once more.
    spared: BTreeMap<Person, Generations>,
    /// Who was shown out, and where nobody new comes in from because of them.
    out: BTreeMap<Person, BTreeSet<Origin>>,
    /// Until when people had come as somebody was shown out last.
    last_out: Option<Person>,
    /// Who has had a seat, or has been let in or given a role by a host: nobody hoards their key.
    known: BTreeSet<Person>,
}

impl Access {
    /// What a pad begins with.
    #[must_use]
    pub fn new(door: Door, pin: Option<Pin>) -> Self {
        Self(Arc::new(Mutex::new(Decided { door, pin, ..Decided::default() })))
    }

    /// The same decisions for another life of the pad.
    #[must_use]
    pub(in crate::room) fn carried(&self) -> Self {
        Self(Arc::new(Mutex::new(self.decided().clone())))
    }

    /// The same as far as it says how people came in and whether a host's key is one: for when the life is over.
    #[must_use]
    pub(in crate::room) fn of_hosts(&self) -> Self {
        let Decided { door, pin, generations, roles, no_hosts, spared, out, .. } =
            self.decided().clone();
        // Where they came from is forgotten with that life.
        let out = out.into_keys().map(|person| (person, BTreeSet::new())).collect();
        let kept =
            Decided { door, pin, generations, roles, no_hosts, spared, out, ..Decided::default() };
        Self(Arc::new(Mutex::new(kept)))
    }

    /// What a key lets its holder do now.
    ///
    /// # Errors
    /// Where the host has taken that back.
    pub fn role(&self, pass: Pass) -> Result<Role, Barred> {
        let decided = self.decided();
        if pass.person.is_some_and(|person| decided.out.contains_key(&person)) {
            return Err(Barred::ShownOut);
        }
        let picked = pass.person.and_then(|person| decided.roles.get(&person).copied());
        // A host by the host's hand came by a guest's link, and who makes new ones is not closed out by that.
        let linked = pass.generation != Pass::OF_NO_LINK && picked != Some(Role::Host);
        if linked && !decided.is_current(pass) {
            return Err(Barred::Revoked);
        }
        let demoted = pass.person.is_some_and(|person| decided.no_hosts.contains(&person));
        let of_key = if demoted { pass.role.min(Role::Edit) } else { pass.role };
        let pencil = pass.person.is_some() && pass.person == decided.pencil;
        Ok(match (picked, of_key, decided.writing) {
            (Some(_), Role::Host, _) if pencil => Role::Host,
            (Some(role), ..) => role,
            (None, Role::Edit, Writing::Picked) => Role::View,
            (None, role, _) => role,
        })
    }

    /// Whether it comes from the links of its role that are given out now, or from none.
    #[must_use]
    pub fn is_current(&self, pass: Pass) -> bool {
        pass.generation == Pass::OF_NO_LINK || self.decided().is_current(pass)
    }

    /// The generation of the links of this role that are given out now.
    #[must_use]
    pub fn generation(&self, role: Role) -> u16 {
        self.generations().of(role)
    }

    /// Learns from a key of later links that they were made, before a restart with the same secret: whether it is so. Who
    /// signed the key has made them.
    pub(in crate::room) fn learn(&self, pass: Pass) -> bool {
        self.decided().generations.raise(pass.role, pass.generation)
    }

    /// Those of all roles.
    pub(super) fn generations(&self) -> Generations {
        self.decided().generations
    }

    /// How those come in who have no key of their own.
    #[must_use]
    pub fn door(&self) -> Door {
        self.decided().door
    }

    /// The same for who comes from there: where somebody was shown out, an open door is one to knock at.
    #[must_use]
    pub fn door_for(&self, from: Origin) -> Door {
        let decided = self.decided();
        match decided.door {
            Door::Open if decided.out.values().any(|of| of.contains(&from)) => Door::Knock,
            door => door,
        }
    }

    /// Lets somebody through the door who comes in by this, or not: who may be anybody is let in as the host has decided.
    /// A key of one's own passes any door, where it is not [hoarded](Self::is_hoarded), and so do a host's link and the
    /// instance's key.
    ///
    /// # Errors
    /// [`Barred::Closed`] or [`Barred::MustKnock`], where nobody new comes in, or none from there.
    pub fn pass_door(&self, pass: Pass, from: Origin) -> Result<(), Barred> {
        let is_new = || pass.is_a_guests_link() || self.is_hoarded(pass);
        match self.door_for(from) {
            Door::Knock if is_new() => Err(Barred::MustKnock),
            Door::Closed if is_new() => Err(Barred::Closed),
            _ => Ok(()),
        }
    }

    /// Whether who came by a link that many have may stay, where somebody was shown out with the address that they come from.
    ///
    /// # Errors
    /// [`Barred::MustKnock`] where not: nobody can say that they are another.
    pub fn pass_shut_address(&self, pass: Pass, from: Origin) -> Result<(), Barred> {
        let shut = || self.decided().out.values().any(|of| of.contains(&from));
        let is_new = pass.is_a_guests_link() || self.is_hoarded(pass);
        if is_new && shut() { Err(Barred::MustKnock) } else { Ok(()) }
    }

    /// Whether it is a guest's own key that nobody had come with when somebody was shown out: it is worth what the link is that
    /// it was fetched by. Who is to go may have fetched many.
    #[must_use]
    pub fn is_hoarded(&self, pass: Pass) -> bool {
        let decided = self.decided();
        let old = |person: &Person| decided.last_out.is_some_and(|last| *person <= last);
        let nobodys =
            |person: &Person| !decided.known.contains(person) && !decided.out.contains_key(person);
        pass.role < Role::Host && pass.person.is_some_and(|who| old(&who) && nobodys(&who))
    }

    /// Notes who has come, and who by a host's link.
    pub(super) fn came(&self, arrival: &Arrival) {
        let Arrival { person, own, role, .. } = *arrival;
        let mut decided = self.decided();
        if own {
            decided.know(person);
        }
        if role == Role::Host && !decided.owners.contains(&person) {
            bound(&mut decided.owners, BTreeSet::len, BTreeSet::pop_last);
            decided.owners.insert(person);
        }
    }

    /// Whether only who came by a host's link may decide this: what they have, nobody takes whom they have made a host.
    #[must_use]
    pub fn is_owners(&self, command: &HostCommand) -> bool {
        let owns = |person: &Person| self.decided().owners.contains(person);
        match command {
            HostCommand::Access(AccessChange::NewLinks(Role::Host, _)) => true,
            HostCommand::Access(AccessChange::Role(person, role)) => {
                *role != Some(Role::Host) && owns(person)
            }
            HostCommand::Access(AccessChange::ShowOut { person, .. })
            | HostCommand::ShowOut { person, .. } => owns(person),
            _ => false,
        }
    }

    /// Whether a host has shown this person out.
    #[must_use]
    pub fn is_out(&self, person: Person) -> bool {
        self.decided().out.contains_key(&person)
    }

    /// The second secret of those who come by code.
    #[must_use]
    pub fn pin(&self) -> Option<Pin> {
        self.decided().pin.clone()
    }

    /// Who may write.
    #[must_use]
    pub fn writing(&self) -> Writing {
        self.decided().writing
    }

    /// Who has the pencil.
    #[must_use]
    pub fn pencil(&self) -> Option<Person> {
        self.decided().pencil
    }

    /// Notes what a host has decided.
    pub(in crate::room) fn change(&self, change: AccessChange) {
        let mut decided = self.decided();
        match change {
            AccessChange::Door(door) => decided.door = door,
            AccessChange::Pin(pin) => decided.pin = pin,
            AccessChange::Writing(writing) => {
                decided.set_writing(writing);
            }
            AccessChange::Pencil(person) => decided.pass_pencil(person),
            AccessChange::Role(person, role) => decided.give(person, role),
            AccessChange::LetIn(person) => {
                decided.out.remove(&person);
                decided.know(person);
            }
            AccessChange::ShowOut { person, from } => {
                decided.roles.remove(&person);
                decided.pencil = decided.pencil.filter(|holder| *holder != person);
                bound(&mut decided.out, BTreeMap::len, BTreeMap::pop_first);
                decided.out.insert(person, from);
                decided.last_out = Some(Person::last());
            }
            AccessChange::NewLinks(role, by) => decided.renew(role, by),
        }
    }

    fn decided(&self) -> MutexGuard<'_, Decided> {
        lock(&self.0)
    }
}

impl Decided {
    /// Whether it is of the links that are given out now, or of older ones and was left as it is.
    fn is_current(&self, pass: Pass) -> bool {
        let now = self.generations.of(pass.role);
        let spared = || pass.person.and_then(|person| self.spared.get(&person));
        pass.generation == now || spared().is_some_and(|until| until.of(pass.role) == now)
    }

    /// Whoever comes when so many are known is worth their link after the next who is shown out: nobody pushes another out.
    fn know(&mut self, person: Person) {
        if self.known.len() < MAX_DECIDED {
            self.known.insert(person);
        }
    }

    fn renew(&mut self, role: Role, by: Option<Person>) {
        let next = self.generations.of(role).saturating_add(1);
        if !self.generations.raise(role, next) {
            return;
        }
        // Who decides it goes on, and so does whom a host has made one: nobody meant them.
        let hosts = self.roles.iter().filter(|(_, role)| **role == Role::Host).map(|(who, _)| *who);
        let stays: Vec<Person> = hosts.chain(by).collect();
        for person in stays {
            bound(&mut self.spared, BTreeMap::len, BTreeMap::pop_first);
            self.spared.entry(person).or_default().raise(role, next);
        }
    }

    fn set_writing(&mut self, writing: Writing) {
        self.writing = writing;
        self.pencil = None;
        // Hosts stay: who may write does not say who decides.
        self.roles.retain(|_, role| *role == Role::Host);
    }

    fn pass_pencil(&mut self, person: Person) {
        if self.writing != Writing::Picked {
            self.set_writing(Writing::Picked);
        }
        if let Some(before) = self.pencil.replace(person)
            && self.roles.get(&before) == Some(&Role::Edit)
        {
            self.roles.remove(&before);
        }
        self.know(person);
        if self.roles.get(&person) != Some(&Role::Host) {
            bound(&mut self.roles, BTreeMap::len, BTreeMap::pop_first);
            self.roles.insert(person, Role::Edit);
        }
    }

    fn give(&mut self, person: Person, role: Option<Role>) {
        self.out.remove(&person);
        self.roles.remove(&person);
        self.no_hosts.remove(&person);
        self.pencil = self.pencil.filter(|holder| *holder != person);
        self.know(person);
        let Some(role) = role else { return };
        bound(&mut self.roles, BTreeMap::len, BTreeMap::pop_first);
        self.roles.insert(person, role);
        if role < Role::Host {
            // It outlives the next word about who writes: that one is about writing alone.
            bound(&mut self.no_hosts, BTreeSet::len, BTreeSet::pop_first);
            self.no_hosts.insert(person);
        }
    }
}

/// Makes room for one more: the first goes, which of people is who came first.
fn bound<T, F>(of: &mut T, len: impl Fn(&T) -> usize, drop_first: impl Fn(&mut T) -> F) {
    if len(of) >= MAX_DECIDED {
        drop_first(of);
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use super::*;

    const ANNA: Person = Person(1);
    const MILO: Person = Person(2);

    fn pass(role: Role, person: impl Into<Option<Person>>) -> Pass {
        Pass { role, generation: 0, person: person.into() }
    }

    #[test]
    fn a_key_allows_what_it_says_until_the_host_decides_otherwise() {
        let access = Access::default();
        for role in [Role::View, Role::Edit, Role::Host] {
            assert_eq!(access.role(pass(role, ANNA)), Ok(role));
            assert_eq!(access.role(pass(role, None)), Ok(role));
        }
        access.change(AccessChange::Writing(Writing::Picked));
        assert_eq!(access.role(pass(Role::Edit, ANNA)), Ok(Role::View));
        assert_eq!(access.role(pass(Role::Edit, None)), Ok(Role::View), "nor by the link alone");
        assert_eq!(access.role(pass(Role::Host, ANNA)), Ok(Role::Host));
        access.change(AccessChange::Role(MILO, Some(Role::Edit)));
        assert_eq!(access.role(pass(Role::View, MILO)), Ok(Role::Edit), "the pencil was passed");
        access.change(AccessChange::Writing(Writing::Everyone));
        assert_eq!(access.role(pass(Role::View, MILO)), Ok(Role::View), "all told, and anew");
        assert_eq!(access.role(pass(Role::Edit, ANNA)), Ok(Role::Edit));
        access.change(AccessChange::Role(ANNA, Some(Role::View)));
        assert_eq!(access.role(pass(Role::Edit, ANNA)), Ok(Role::View));
        access.change(AccessChange::Role(ANNA, None));
        assert_eq!(access.role(pass(Role::Edit, ANNA)), Ok(Role::Edit));
    }

    #[test]
    fn who_is_host_no_more_is_none_when_everyone_writes_again() {
        let access = Access::default();
        access.change(AccessChange::Role(ANNA, Some(Role::View)));
        access.change(AccessChange::Writing(Writing::Everyone));
        assert_eq!(access.role(pass(Role::Host, ANNA)), Ok(Role::Edit));
        access.change(AccessChange::Writing(Writing::Picked));
        assert_eq!(access.role(pass(Role::Host, ANNA)), Ok(Role::View));
        access.change(AccessChange::Role(ANNA, None));
        assert_eq!(access.role(pass(Role::Host, ANNA)), Ok(Role::Host));
    }

    #[test]
    fn the_pencil_goes_from_one_to_the_next_and_takes_nothing_from_hosts() {
        let access = Access::default();
        let write =
            |person| access.role(pass(Role::Edit, person)).is_ok_and(|role| role >= Role::Edit);
        access.change(AccessChange::Pencil(ANNA));
        assert_eq!((write(ANNA), write(MILO), access.writing()), (true, false, Writing::Picked));
        access.change(AccessChange::Role(Person(3), Some(Role::Edit)));
        access.change(AccessChange::Pencil(MILO));
        assert_eq!((write(ANNA), write(MILO), write(Person(3))), (false, true, true));
        access.change(AccessChange::Pencil(Person(4)));
        assert_eq!(access.role(pass(Role::Host, Person(4))), Ok(Role::Host), "a host by key");
        access.change(AccessChange::Role(MILO, Some(Role::Host)));
        access.change(AccessChange::Pencil(MILO));
        assert_eq!(access.role(pass(Role::View, MILO)), Ok(Role::Host), "and one who was made it");
        access.change(AccessChange::Pencil(ANNA));
        assert_eq!(access.role(pass(Role::View, MILO)), Ok(Role::Host));
        access.change(AccessChange::ShowOut { person: ANNA, from: BTreeSet::new() });
        assert_eq!(access.pencil(), None);
        access.change(AccessChange::Pencil(Person(3)));
        access.change(AccessChange::Role(Person(3), Some(Role::View)));
        assert_eq!((access.pencil(), write(Person(3))), (None, false));
        access.change(AccessChange::Pencil(Person(3)));
        access.change(AccessChange::Writing(Writing::Everyone));
        assert_eq!((access.pencil(), write(ANNA)), (None, false), "she is out");
        assert_eq!(access.role(pass(Role::View, Person(3))), Ok(Role::View));
    }

    #[test]
    fn who_was_shown_out_stays_out_and_nobody_else_does() {
        let access = Access::default();
        let from = Origin::from(IpAddr::from(Ipv4Addr::new(10, 0, 0, 7)));
        access.change(AccessChange::ShowOut { person: ANNA, from: BTreeSet::from([from]) });
        assert_eq!(access.role(pass(Role::Edit, ANNA)), Err(Barred::ShownOut));
        assert_eq!(access.role(pass(Role::Edit, MILO)), Ok(Role::Edit));
        assert_eq!(access.door_for(from), Door::Knock);
        assert_eq!(access.door_for(IpAddr::from(Ipv4Addr::LOCALHOST).into()), Door::Open);
        access.change(AccessChange::Role(ANNA, None));
        assert_eq!(access.role(pass(Role::Edit, ANNA)), Ok(Role::Edit), "let in again");
        assert_eq!(access.door_for(from), Door::Open, "and with her whoever comes from there");
    }

    #[test]
    fn a_key_that_nobody_came_with_before_somebody_was_shown_out_is_worth_its_link() {
        let (access, from) = (Access::default(), Origin::from(IpAddr::from(Ipv4Addr::LOCALHOST)));
        let passes = |who: Person| access.pass_door(pass(Role::Edit, who), from);
        access.change(AccessChange::LetIn(MILO));
        access.change(AccessChange::Door(Door::Knock));
        assert_eq!(passes(ANNA), Ok(()), "nobody was shown out");
        let out = BTreeSet::new();
        access.change(AccessChange::ShowOut { person: Person(3), from: out });
        assert_eq!((passes(ANNA), passes(MILO)), (Err(Barred::MustKnock), Ok(())));
        assert_eq!(access.pass_door(pass(Role::Host, ANNA), from), Ok(()), "as the host's link");
        let later = Person(Person::last().0 + 1);
        assert_eq!(passes(later), Ok(()), "it was fetched since");
        assert_eq!(access.carried().pass_door(pass(Role::Edit, ANNA), from), passes(ANNA));
        access.change(AccessChange::LetIn(ANNA));
        access.change(AccessChange::Role(Person(4), None));
        access.change(AccessChange::Pencil(Person(5)));
        assert_eq!([ANNA, Person(4), Person(5)].map(passes), [Ok(()); 3], "by the host's hand");
        access.change(AccessChange::Door(Door::Closed));
        assert_eq!(passes(Person(6)), Err(Barred::Closed));
        access.change(AccessChange::Door(Door::Open));
        assert_eq!(passes(Person(6)), Ok(()));
    }

    #[test]
    fn a_closed_door_lets_nobody_new_in_and_everybody_else_comes_and_goes() {
        let (access, from) = (Access::default(), Origin::from(IpAddr::from(Ipv4Addr::LOCALHOST)));
        for (door, guest) in [
            (Door::Open, Ok(())),
            (Door::Knock, Err(Barred::MustKnock)),
            (Door::Closed, Err(Barred::Closed)),
        ] {
            access.change(AccessChange::Door(door));
            for role in [Role::View, Role::Edit] {
                assert_eq!(access.pass_door(pass(role, None), from), guest);
                assert_eq!(access.pass_door(pass(role, ANNA), from), Ok(()));
            }
            assert_eq!(access.pass_door(pass(Role::Host, None), from), Ok(()));
            assert_eq!(access.pass_door(Pass::OF_INSTANCE, from), Ok(()));
        }
    }

    #[test]
    fn new_links_of_one_role_end_the_old_ones_of_that_role_alone() {
        let access = Access::default();
        access.change(AccessChange::NewLinks(Role::Edit, None));
        assert_eq!(access.role(pass(Role::Edit, ANNA)), Err(Barred::Revoked));
        assert_eq!(access.role(pass(Role::View, ANNA)), Ok(Role::View));
        let fresh = Pass { generation: access.generation(Role::Edit), ..pass(Role::Edit, None) };
        assert_eq!(access.role(fresh), Ok(Role::Edit));
        access.change(AccessChange::Role(MILO, Some(Role::Host)));
        assert_eq!(access.role(pass(Role::Edit, MILO)), Ok(Role::Host), "hosts go on");
        access.change(AccessChange::Role(MILO, None));
        assert_eq!(access.role(pass(Role::Edit, MILO)), Err(Barred::Revoked), "as before");
        access.change(AccessChange::Role(MILO, Some(Role::Host)));
        access.change(AccessChange::NewLinks(Role::Edit, None));
        access.change(AccessChange::Role(MILO, None));
        assert_eq!(access.role(pass(Role::Edit, MILO)), Ok(Role::Edit), "nobody meant them");
        access.change(AccessChange::NewLinks(Role::Edit, None));
        assert_eq!(access.role(pass(Role::Edit, MILO)), Err(Barred::Revoked), "now they did");
    }

    #[test]
    fn new_links_end_nothing_of_who_comes_by_the_instances_key_and_the_pencil_is_the_hosts() {
        let access = Access::default();
        let pass = Pass { person: Some(ANNA), ..Pass::OF_INSTANCE };
        access.change(AccessChange::NewLinks(Role::Edit, None));
        assert_eq!(access.role(pass), Ok(Role::Edit));
        access.change(AccessChange::Writing(Writing::Picked));
        assert_eq!(access.role(pass), Ok(Role::View));
        access.change(AccessChange::ShowOut { person: ANNA, from: BTreeSet::new() });
        assert_eq!(access.role(pass), Err(Barred::ShownOut));
    }

    #[test]
    fn however_often_links_are_made_anew_the_first_open_nothing_again() {
        let access = Access::default();
        for _ in 0..=u32::from(u16::MAX) {
            access.change(AccessChange::NewLinks(Role::View, None));
        }
        assert_eq!(access.generation(Role::View), Pass::OF_NO_LINK - 1);
        assert_eq!(access.role(pass(Role::View, None)), Err(Barred::Revoked));
    }

    #[test]
    fn new_links_of_hosts_end_all_of_the_old_but_that_of_who_makes_them() {
        let access = Access::default();
        access.change(AccessChange::Role(MILO, Some(Role::Host)));
        access.change(AccessChange::NewLinks(Role::Host, Some(ANNA)));
        assert_eq!(access.role(pass(Role::Host, ANNA)), Ok(Role::Host));
        assert_eq!(access.role(pass(Role::Edit, MILO)), Ok(Role::Host), "by a host's hand");
        for person in [None, Some(Person(3))] {
            assert_eq!(access.role(pass(Role::Host, person)), Err(Barred::Revoked));
        }
        assert_eq!(access.role(pass(Role::Edit, Person(3))), Ok(Role::Edit));
        access.change(AccessChange::NewLinks(Role::Host, Some(Person(4))));
        assert_eq!(access.role(pass(Role::Host, ANNA)), Err(Barred::Revoked), "another's hand");
    }

    #[test]
    fn what_is_noted_of_people_is_bounded() {
        let access = Access::default();
        for person in 0..2 * MAX_DECIDED {
            let (person, from) = (Person(person as u128), BTreeSet::new());
            access.change(AccessChange::Role(person, Some(Role::View)));
            access.change(AccessChange::ShowOut { person, from });
        }
        let decided = access.decided();
        assert_eq!((decided.roles.len(), decided.out.len()), (0, MAX_DECIDED));
        assert_eq!((decided.no_hosts.len(), decided.known.len()), (MAX_DECIDED, MAX_DECIDED));
        assert!(decided.known.contains(&Person(0)), "who was here first");
    }
}
