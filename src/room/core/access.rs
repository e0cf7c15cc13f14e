//! Who may come into a pad, and what they may do there: as its host has decided, in one place. Every door, call and
//! message asks here.

mod carried;
mod host_keys;
mod known_people;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard};

pub use self::carried::AccessCarried;
pub use self::host_keys::HostKeys;
use self::known_people::KnownPeople;
use super::access_change::{AccessChange, Writing};
use super::pass::{Barred, Generations, Pass};
use crate::base::door::{Door, Pin};
use crate::base::ids::{Origin, Person, Role};
use crate::base::limits::MAX_DECIDED;
use crate::base::lock::lock;
use crate::room::message::{Arrival, HostCommand};

/// What the host of one pad has decided. Cheap to clone; all clones are of one pad.
///
/// What hosts decide only its room changes, so that of two who decide at once one is the second; it is read by everyone. The
/// lobby sets what a pad begins with, before anybody finds it, and learns of links that were made elsewhere.
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
    /// Whether walls show the text, too.
    text_on_walls: bool,
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
    known: KnownPeople,
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
        self.decided().make_later(pass.role, pass.generation)
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

    /// Lets somebody through the door who takes a seat: whoever has no key of their own comes as anybody.
    ///
    /// # Errors
    /// As above.
    pub(super) fn pass_door_of(&self, arrival: &Arrival) -> Result<(), Barred> {
        let person = arrival.own.then_some(arrival.person);
        let pass = Pass { person, ..arrival.pass() };
        arrival.origin.map_or(Ok(()), |from| self.pass_door(pass, from))
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
            |person: &Person| !decided.known.contains(*person) && !decided.out.contains_key(person);
        pass.role < Role::Host && pass.person.is_some_and(|who| old(&who) && nobodys(&who))
    }

    /// Notes who has come, and who by a host's link. Who `is_here` is not forgotten for that.
    pub(super) fn came(&self, arrival: &Arrival, is_here: impl Fn(Person) -> bool) {
        let Arrival { person, own, role, origin, .. } = *arrival;
        if own {
            self.decided().known.come(person, origin, is_here);
        }
        if role == Role::Host {
            self.note_owner(person);
        }
    }

    /// Notes who has a host's key of their own by the host's link: they need no seat for that.
    pub fn note_owner(&self, person: Person) {
        let mut decided = self.decided();
        if has_room(decided.owners.contains(&person), decided.owners.len()) {
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

    /// Whether this person has had a seat here, or something by a host's hand.
    #[must_use]
    pub fn knows(&self, person: Person) -> bool {
        self.decided().known.contains(person)
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

    /// Whether walls show the text, too: only where a host wishes that.
    #[must_use]
    pub fn text_on_walls(&self) -> bool {
        self.decided().text_on_walls
    }

    /// Whether there is room to note that: nobody loses what was decided about them by what is decided about another.
    #[must_use]
    pub fn has_room_for(&self, command: &HostCommand) -> bool {
        let decided = self.decided();
        match command {
            HostCommand::ShowOut { person, .. }
            | HostCommand::Access(AccessChange::ShowOut { person, .. }) => {
                has_room(decided.out.contains_key(person), decided.out.len())
            }
            HostCommand::Access(AccessChange::Pencil(person)) => decided.has_role_for(*person),
            HostCommand::Access(AccessChange::Role(person, Some(role))) => {
                let demoted = decided.no_hosts.contains(person)
                    || *role == Role::Host
                    || !decided.may_host(*person);
                decided.has_role_for(*person) && has_room(demoted, decided.no_hosts.len())
            }
            HostCommand::Access(AccessChange::NewLinks(role, _)) => {
                decided.generations.of(*role) < Pass::OF_NO_LINK - 1
            }
            _ => true,
        }
    }

    /// Notes what a host has decided, where there [is room](Self::has_room_for).
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
                decided.known.note(person);
            }
            AccessChange::ShowOut { person, from } => {
                decided.roles.remove(&person);
                decided.pencil = decided.pencil.filter(|holder| *holder != person);
                decided.out.insert(person, from);
                decided.last_out = Some(Person::last());
            }
            AccessChange::TextOnWalls(shown) => decided.text_on_walls = shown,
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

    /// Whether it can be noted what this person may do.
    fn has_role_for(&self, person: Person) -> bool {
        has_room(self.roles.contains_key(&person), self.roles.len())
    }

    /// Whether this person may have a host's key: who was only ever here as a guest has none.
    fn may_host(&self, person: Person) -> bool {
        self.owners.contains(&person) || !self.known.contains(person)
    }

    fn renew(&mut self, role: Role, by: Option<Person>) {
        let next = self.generations.of(role).saturating_add(1);
        // Who decides it goes on, and so does whom a host has made one: nobody meant them.
        let hosts = self.roles.iter().filter(|(_, role)| **role == Role::Host).map(|(who, _)| *who);
        let stays: Vec<Person> = by.into_iter().chain(hosts).collect();
        let (roles, now) = ([Role::View, Role::Edit, Role::Host], self.generations);
        // Of the links before the last that somebody was spared at nobody comes any more.
        self.spared.retain(|_, until| {
            roles.iter().any(|of| until.of(*of) > 0 && until.of(*of) == now.of(*of))
        });
        for person in stays {
            if has_room(self.spared.contains_key(&person), self.spared.len()) {
                self.spared.entry(person).or_default().raise(role, next);
            }
        }
        self.make_later(role, next);
    }

    /// Takes up later links: whether they are later. A host's link that opens nothing any more makes nobody its owner.
    fn make_later(&mut self, role: Role, to: u16) -> bool {
        let later = self.generations.raise(role, to);
        if later && role == Role::Host {
            let is_spared = |until: &Generations| until.of(role) == to;
            self.owners.retain(|person| self.spared.get(person).is_some_and(is_spared));
        }
        later
    }

    fn set_writing(&mut self, writing: Writing) {
        self.writing = writing;
        self.pencil = None;
        // Hosts stay: who may write does not say who decides. And so does who may only read: that was said of them alone.
        self.roles.retain(|_, role| *role != Role::Edit);
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
        self.known.note(person);
        if self.roles.get(&person) != Some(&Role::Host) {
            self.roles.insert(person, Role::Edit);
        }
    }

    fn give(&mut self, person: Person, role: Option<Role>) {
        let may_host = self.no_hosts.remove(&person) || self.may_host(person);
        self.out.remove(&person);
        self.roles.remove(&person);
        self.pencil = self.pencil.filter(|holder| *holder != person);
        self.known.note(person);
        let Some(role) = role else { return };
        self.roles.insert(person, role);
        if role < Role::Host && may_host {
            // It outlives the next word about who writes: that one is about writing alone.
            self.no_hosts.insert(person);
        }
    }
}

/// Whether one more can be noted, or one who is already.
fn has_room(is_noted: bool, noted: usize) -> bool {
    is_noted || noted < MAX_DECIDED
}

#[cfg(test)]
mod tests;
