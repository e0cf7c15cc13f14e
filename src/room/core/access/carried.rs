//! What hosts have decided about who comes in and who writes, as it goes from one machine to another.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::str::FromStr;
use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};

use super::known_people::KnownPeople;
use super::{Access, Decided};
use crate::base::door::{Door, Pin};
use crate::base::ids::{Origin, Person, Role};
use crate::base::limits::MAX_DECIDED;
use crate::room::core::pass::Generations;

/// All of it, in words. Whoever reads it is a host: the PIN is among it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct AccessCarried {
    door: String,
    pin: Option<String>,
    writing: String,
    generations: Generations,
    roles: BTreeMap<String, String>,
    pencil: Option<String>,
    /// Of an earlier version: as it was there, not.
    #[serde(default)]
    text_on_walls: bool,
    no_hosts: Vec<String>,
    owners: Vec<String>,
    spared: BTreeMap<String, Generations>,
    /// With where they came from: the other machine is in the same network.
    out: BTreeMap<String, Vec<IpAddr>>,
    last_out: Option<String>,
    /// Who has come, and from where.
    known: BTreeMap<String, Option<IpAddr>>,
    /// Whom hosts have let in, or given something.
    let_in: Vec<String>,
}

impl Access {
    /// All that was decided.
    #[must_use]
    pub fn to_carry(&self) -> AccessCarried {
        let decided = self.decided();
        let texts = |of: &BTreeSet<Person>| of.iter().map(Person::to_string).collect();
        AccessCarried {
            door: decided.door.name().to_owned(),
            pin: decided.pin.as_ref().map(|pin| pin.shown().to_owned()),
            writing: decided.writing.name().to_owned(),
            generations: decided.generations,
            roles: decided
                .roles
                .iter()
                .map(|(who, role)| (who.to_string(), role.name().to_owned()))
                .collect(),
            pencil: decided.pencil.as_ref().map(Person::to_string),
            text_on_walls: decided.text_on_walls,
            no_hosts: texts(&decided.no_hosts),
            owners: texts(&decided.owners),
            spared: decided.spared.iter().map(|(who, until)| (who.to_string(), *until)).collect(),
            out: decided
                .out
                .iter()
                .map(|(who, from)| (who.to_string(), from.iter().map(|from| from.ip()).collect()))
                .collect(),
            last_out: decided.last_out.as_ref().map(Person::to_string),
            known: decided
                .known
                .came()
                .iter()
                .map(|(who, from)| (who.to_string(), from.map(Origin::ip)))
                .collect(),
            let_in: texts(decided.known.by_hand()),
        }
    }

    /// What has to survive a restart, without where people came from, and without a PIN that is as it was `started`; `None` where
    /// all is.
    #[must_use]
    pub(in crate::room) fn to_keep(&self, started: &Self) -> Option<AccessCarried> {
        let decided = self.decided().clone();
        let (owners, known) = (BTreeSet::new(), KnownPeople::default());
        if (Decided { owners, known, ..decided }) == *started.decided() {
            return None;
        }
        let mut kept = self.to_carry();
        kept.out.values_mut().for_each(Vec::clear);
        kept.known.values_mut().for_each(|from| *from = None);
        if self.pin() == started.pin() {
            kept.pin = None;
        }
        Some(kept)
    }

    /// The same, come into by these ways.
    #[must_use]
    pub(in crate::room) fn come_into_by(&self, door: Door, pin: Option<Pin>) -> Self {
        Self(Arc::new(Mutex::new(Decided { door, pin, ..self.decided().clone() })))
    }

    /// The same decisions at another machine; `None` where they are none.
    #[must_use]
    pub fn taken(carried: &AccessCarried) -> Option<Self> {
        let people = |of: &[String]| -> Option<BTreeSet<Person>> {
            of.iter().take(MAX_DECIDED).map(|who| read(who)).collect()
        };
        let roles = &carried.roles;
        let decided = Decided {
            door: read(&carried.door)?,
            pin: carried.pin.as_deref().map(read).map_or(Some(None), |pin| pin.map(Some))?,
            writing: read(&carried.writing)?,
            generations: carried.generations,
            roles: each(roles, |role| read::<Role>(role))?,
            pencil: carried.pencil.as_deref().map(read).map_or(Some(None), |who| who.map(Some))?,
            text_on_walls: carried.text_on_walls,
            no_hosts: people(&carried.no_hosts)?,
            owners: people(&carried.owners)?,
            spared: each(&carried.spared, |until| Some(*until))?,
            out: each(&carried.out, |from| {
                Some(from.iter().take(MAX_DECIDED).map(|from| Origin::from(*from)).collect())
            })?,
            last_out: carried
                .last_out
                .as_deref()
                .map(read)
                .map_or(Some(None), |who| who.map(Some))?,
            known: KnownPeople::of(
                people(&carried.let_in)?,
                each(&carried.known, |from| Some(from.map(Origin::from)))?,
            ),
        };
        Some(Self(Arc::new(Mutex::new(decided))))
    }
}

impl Access {
    /// What was decided later at another machine holds; who has been known here stays so. Whether anything is new.
    pub(in crate::room) fn follow(&self, later: &Self) -> bool {
        let later = later.decided().clone();
        self.replace(|own| Decided {
            owners: joined(&own.owners, &later.owners),
            known: own.known.joined(&later.known),
            generations: own.generations.latest(later.generations),
            ..later.clone()
        })
    }

    /// Of what was decided at two machines at once the stricter holds, else what `wins`. Whether anything is new.
    pub(in crate::room) fn join(&self, other: &Self, wins: bool) -> bool {
        let other = other.decided().clone();
        self.replace(|own| {
            let (base, second) = if wins { (&other, own) } else { (own, &other) };
            let mut out = base.out.clone();
            for (person, from) in &second.out {
                out.entry(*person).or_default().extend(from);
            }
            let mut roles = second.roles.clone();
            roles.extend(&base.roles);
            roles.retain(|person, _| !out.contains_key(person));
            let mut spared = second.spared.clone();
            spared.extend(base.spared.iter().map(|(person, until)| (*person, *until)));
            Decided {
                door: own.door.max(other.door),
                pin: base.pin.clone().or_else(|| second.pin.clone()),
                writing: base.writing,
                generations: own.generations.latest(other.generations),
                pencil: base.pencil.filter(|person| !out.contains_key(person)),
                text_on_walls: own.text_on_walls && other.text_on_walls,
                no_hosts: joined(&own.no_hosts, &other.no_hosts),
                owners: joined(&own.owners, &other.owners),
                last_out: own.last_out.max(other.last_out),
                known: own.known.joined(&other.known),
                roles,
                spared,
                out,
            }
        })
    }

    fn replace(&self, by: impl FnOnce(&Decided) -> Decided) -> bool {
        let mut decided = self.decided();
        let now = by(&decided);
        let news = *decided != now;
        *decided = now;
        news
    }
}

fn joined(one: &BTreeSet<Person>, other: &BTreeSet<Person>) -> BTreeSet<Person> {
    one.union(other).take(MAX_DECIDED).copied().collect()
}

fn read<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

fn each<T, U>(
    of: &BTreeMap<String, T>,
    value: impl Fn(&T) -> Option<U>,
) -> Option<BTreeMap<Person, U>> {
    let pairs = of.iter().take(MAX_DECIDED);
    pairs.map(|(who, told)| Some((read(who)?, value(told)?))).collect()
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;
    use crate::room::core::access_change::{AccessChange, Writing};
    use crate::room::core::pass::{Barred, Pass};

    const ANNA: Person = Person(1);
    const MILO: Person = Person(u128::MAX);

    #[test]
    fn all_that_hosts_have_decided_holds_at_the_other_machine_too() {
        let access = Access::new(Door::Knock, Some("4711".parse().unwrap()));
        let from: Origin = IpAddr::from(Ipv4Addr::new(192, 168, 1, 7)).into();
        for change in [
            AccessChange::NewLinks(Role::Edit, Some(ANNA)),
            AccessChange::Writing(Writing::Picked),
            AccessChange::Role(ANNA, Some(Role::Edit)),
            AccessChange::Pencil(ANNA),
            AccessChange::TextOnWalls(true),
            AccessChange::ShowOut { person: MILO, from: BTreeSet::from([from]) },
        ] {
            access.change(change);
        }
        let text = serde_json::to_string(&access.to_carry()).unwrap();
        let taken = Access::taken(&serde_json::from_str(&text).unwrap()).unwrap();
        assert_eq!(taken.to_carry(), access.to_carry());
        let pass = |generation, person| Pass { role: Role::Edit, generation, person: Some(person) };
        assert_eq!(taken.role(pass(1, MILO)), Err(Barred::ShownOut));
        assert_eq!(
            taken.role(pass(0, ANNA)),
            Ok(Role::Edit),
            "spared by new links, and the pencil's"
        );
        assert_eq!(taken.role(pass(0, Person(3))), Err(Barred::Revoked));
        assert_eq!(taken.door_for(from), Door::Knock);
        assert!(taken.pin().is_some_and(|pin| pin.is("4711")));
        assert!(taken.text_on_walls());
    }

    #[test]
    fn of_what_two_machines_decide_at_once_they_hold_the_same_and_the_stricter() {
        let (here, there) = (Access::default(), Access::default());
        here.change(AccessChange::ShowOut { person: MILO, from: BTreeSet::new() });
        here.change(AccessChange::NewLinks(Role::Edit, None));
        there.change(AccessChange::Role(MILO, Some(Role::Host)));
        there.change(AccessChange::Door(Door::Knock));
        there.change(AccessChange::TextOnWalls(true));
        let (told_here, told_there) = (here.carried(), there.carried());
        assert!(here.join(&told_there, true) && there.join(&told_here, false));
        assert_eq!(here.to_carry(), there.to_carry());
        let pass = Pass { role: Role::Edit, generation: 1, person: Some(MILO) };
        assert_eq!(here.role(pass), Err(Barred::ShownOut));
        assert_eq!((here.door(), here.generation(Role::Edit)), (Door::Knock, 1));
        assert!(!here.text_on_walls(), "only one of them wishes it");
        assert!(!here.join(&there, true), "there is nothing new then");
    }

    #[test]
    fn what_is_no_decision_is_not_taken() {
        let good = Access::default().to_carry();
        assert!(Access::taken(&good).is_some());
        for bad in [
            AccessCarried { door: "ajar".into(), ..good.clone() },
            AccessCarried { pin: Some("1".into()), ..good.clone() },
            AccessCarried { pencil: Some("me".into()), ..good.clone() },
            AccessCarried { known: BTreeMap::from([("me".into(), None)]), ..good.clone() },
            AccessCarried { let_in: vec!["me".into()], ..good.clone() },
        ] {
            assert!(Access::taken(&bad).is_none(), "{bad:?}");
        }
    }
}
