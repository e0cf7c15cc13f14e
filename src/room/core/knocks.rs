//! Who stands at the door and waits until a host lets them in. Pure; time is an argument.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::base::colour::Colour;
use crate::base::door::KnockTicket;
use crate::base::ids::{Origin, Person, Role};
use crate::base::limits::MAX_DECIDED;
use crate::room::core::pass::Pass;

/// So many wait at once: more is no list that a host reads beside a text.
pub const MAX_KNOCKS: usize = 20;
/// Whose page has not asked for so long has gone. It asks every two seconds, and every minute where nobody looks at it.
const GONE_AFTER: Duration = Duration::from_secs(90);
/// For so long they wait as before once it asks again: a phone in a pocket asks nothing.
const KEPT_FOR: Duration = Duration::from_secs(600);
/// So long nobody knocks from where somebody was refused.
const REFUSED_WAITS: Duration = Duration::from_secs(60);
/// For so long the door stands open to who was let in: a phone in a pocket asks late.
const OPEN_FOR: Duration = Duration::from_secs(600);

/// By what somebody comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The code, scanned or typed.
    Code,
    /// A link that many have.
    Link,
}

impl Way {
    /// The word that programs see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Link => "link",
        }
    }
}

/// What somebody wants to be called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The name, where one was told.
    pub name: Option<String>,
    /// The colour, where one was told.
    pub colour: Option<Colour>,
}

/// Somebody who wants to come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knocker {
    /// Who they will be; who was shown out is who they were.
    pub person: Person,
    /// What their link or code is for.
    pub role: Role,
    /// The links that it is one of: who is let in comes in by these, and by no later ones.
    pub generation: u16,
    /// Where they come from.
    pub origin: Origin,
    /// By what.
    pub way: Way,
    /// `phone`, `tablet`, `laptop` or `device`.
    pub device: &'static str,
    /// How they appear.
    pub look: Look,
}

impl Knocker {
    /// What the host's decisions are about.
    #[must_use]
    pub fn pass(&self) -> Pass {
        Pass { role: self.role, generation: self.generation, person: Some(self.person) }
    }
}

/// Somebody who waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knock {
    ticket: KnockTicket,
    /// Who.
    pub who: Knocker,
    since: Instant,
    seen: Instant,
    /// Whether they have gone, and may come back.
    away: bool,
    /// When a host has answered, and what.
    answer: Option<(Instant, bool)>,
}

impl Knock {
    /// How long they have waited.
    #[must_use]
    pub fn waits(&self, now: Instant) -> Duration {
        now.saturating_duration_since(self.since)
    }

    fn is_waiting(&self) -> bool {
        self.answer.is_none() && !self.away
    }

    /// Also whoever is away for a moment.
    fn is_unanswered(&self, person: Person) -> bool {
        self.who.person == person && self.answer.is_none()
    }

    /// When it is over, or they have gone.
    fn until(&self) -> Instant {
        match self.answer {
            Some((at, true)) => at + OPEN_FOR,
            Some((at, false)) => at + REFUSED_WAITS,
            None if self.away => self.seen + KEPT_FOR,
            None => self.seen + GONE_AFTER,
        }
    }
}

/// Why nobody hears a knock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHeard {
    /// As many wait as may.
    Full,
    /// Somebody was refused who came from there: so long.
    Wait(Duration),
}

/// What becomes of a knock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnockState {
    /// No host has answered.
    Waits,
    /// Come in, as who you are, by what you came by.
    In(Pass),
    /// Not now; again after so long.
    NotNow(Duration),
    /// Nobody knows of it: it was not asked for in time, or the door has changed.
    Gone,
}

/// All who wait, and where nobody may knock for a while.
#[derive(Debug)]
pub struct Knocks {
    /// Whether who was refused has to wait before they knock again.
    enforced: bool,
    all: Vec<Knock>,
    refused: BTreeMap<Origin, Instant>,
}

impl Knocks {
    /// Nobody waits yet; `enforced`: where somebody was refused, nobody knocks for a while.
    #[must_use]
    pub fn new(enforced: bool) -> Self {
        Self { enforced, all: Vec::new(), refused: BTreeMap::new() }
    }

    /// Somebody knocks. Who knocks again takes no second place.
    ///
    /// # Errors
    /// Where nobody hears it.
    pub fn begin(
        &mut self,
        ticket: KnockTicket,
        who: Knocker,
        now: Instant,
    ) -> Result<(), NotHeard> {
        self.forget(now);
        if let Some(at) = self.refused.get(&who.origin).filter(|_| self.enforced) {
            return Err(NotHeard::Wait(
                REFUSED_WAITS.saturating_sub(now.saturating_duration_since(*at)),
            ));
        }
        // Who waits already keeps the place that they have, and nobody loses what they have where there is none.
        let waits = self.waiting().any(|knock| knock.who.person == who.person);
        if !waits && !self.make_room(who.origin) {
            return Err(NotHeard::Full);
        }
        self.all.retain(|knock| knock.who.person != who.person);
        // Those who have gone, or were let in and do not come, make room: their pages knock again.
        for drops in [|knock: &Knock| knock.away, |knock: &Knock| knock.answer.is_some()] {
            if self.all.len() >= 2 * MAX_KNOCKS {
                self.all.retain(|knock| !drops(knock));
            }
        }
        self.all.push(Knock { ticket, who, since: now, seen: now, away: false, answer: None });
        Ok(())
    }

    /// Whether one more may wait who comes from there. Where all places are taken, the newest of the address with the most
    /// makes room, so that none holds the door alone.
    fn make_room(&mut self, from: Origin) -> bool {
        if self.waiting().count() < MAX_KNOCKS {
            return true;
        }
        let of = |origin| self.waiting().filter(|knock| knock.who.origin == origin).count();
        let places = self.waiting().map(|knock| (of(knock.who.origin), knock.who.origin));
        let Some((most, crowd)) = places.max() else { return true };
        if most <= of(from) + 1 {
            return false;
        }
        let of_crowd = |knock: &Knock| knock.is_waiting() && knock.who.origin == crowd;
        if let Some(newest) = self.all.iter().rposition(of_crowd) {
            self.all.remove(newest);
        }
        true
    }

    /// Somebody asks what became of it, and may appear otherwise from now on. True beside it where hosts see a change.
    pub fn ask(
        &mut self,
        ticket: KnockTicket,
        look: Option<Look>,
        now: Instant,
    ) -> (KnockState, bool) {
        let gone = self.forget(now);
        let away = |knock: &&Knock| knock.ticket == ticket && knock.away && knock.answer.is_none();
        let comes_back = self.all.iter().find(away).map(|knock| knock.who.origin);
        // Whose page asks again waits as before, where there is room.
        let room = comes_back.is_none_or(|from| self.make_room(from));
        let known = self.all.iter_mut().find(|knock| knock.ticket == ticket);
        let Some(knock) = known.filter(|_| room) else { return (KnockState::Gone, gone) };
        (knock.seen, knock.away) = (now, false);
        match knock.answer {
            Some((_, true)) => (KnockState::In(knock.who.pass()), gone),
            Some((at, false)) => {
                let waited = now.saturating_duration_since(at);
                (KnockState::NotNow(REFUSED_WAITS.saturating_sub(waited)), gone)
            }
            None => {
                let other = look.filter(|look| *look != knock.who.look);
                let changed = other.is_some();
                other.into_iter().for_each(|look| knock.who.look = look);
                (KnockState::Waits, gone || changed || comes_back.is_some())
            }
        }
    }

    /// Somebody's page has gone, and is back in a moment where it was only loaded again: then they wait as before. True
    /// where hosts see a change.
    pub fn go_away(&mut self, ticket: KnockTicket) -> bool {
        let waits = |knock: &&mut Knock| knock.ticket == ticket && knock.is_waiting();
        let gone = self.all.iter_mut().find(waits);
        gone.map(|knock| knock.away = true).is_some()
    }

    /// Somebody waits no longer. True where somebody did.
    pub fn leave(&mut self, ticket: KnockTicket) -> bool {
        let before = self.waiting().count();
        self.all.retain(|knock| knock.ticket != ticket);
        self.waiting().count() != before
    }

    /// Whether somebody of this id waits for an answer.
    #[must_use]
    pub fn awaits(&self, person: Person) -> bool {
        self.all.iter().any(|knock| knock.is_unanswered(person))
    }

    /// A host answers. False where nobody of this id waits.
    pub fn answer(&mut self, person: Person, let_in: bool, now: Instant) -> bool {
        let unanswered = self.all.iter_mut().find(|knock| knock.is_unanswered(person));
        let Some(knock) = unanswered else { return false };
        knock.answer = Some((now, let_in));
        if !let_in {
            if self.refused.len() >= MAX_DECIDED {
                self.refused.pop_first();
            }
            self.refused.insert(knock.who.origin, now);
        }
        true
    }

    /// The door has changed: who waits is let in where it `opens` to them, and else has to try it again. Who was let in; `None`
    /// where nobody waited who does no more.
    pub fn door_moved(
        &mut self,
        opens: impl Fn(&Knocker) -> Option<bool>,
        now: Instant,
    ) -> Option<Vec<Person>> {
        let before = self.waiting().count();
        self.all.retain(|knock| knock.answer.is_some() || opens(&knock.who).is_some());
        let unanswered = self.all.iter_mut().filter(|knock| knock.answer.is_none());
        let let_in = unanswered.filter(|knock| opens(&knock.who) == Some(true)).map(|knock| {
            knock.answer = Some((now, true));
            knock.who.person
        });
        let let_in: Vec<Person> = let_in.collect();
        (self.waiting().count() != before || !let_in.is_empty()).then_some(let_in)
    }

    /// Some wait no longer, and are let in no more: what they came by opens nothing now. True where somebody waited.
    pub fn drop_where(&mut self, over: impl Fn(&Knocker) -> bool) -> bool {
        let before = self.waiting().count();
        self.all.retain(|knock| !over(&knock.who));
        self.waiting().count() != before
    }

    /// Who waits for an answer, in the order of their coming.
    pub fn waiting(&self) -> impl Iterator<Item = &Knock> {
        self.all.iter().filter(|knock| knock.is_waiting())
    }

    /// Who waits with this ticket.
    #[must_use]
    pub fn of(&self, ticket: KnockTicket) -> Option<&Knock> {
        // Also whoever is away for a moment: a page that is loaded anew.
        self.all.iter().find(|knock| knock.ticket == ticket && knock.answer.is_none())
    }

    /// When somebody is gone next.
    #[must_use]
    pub fn next(&self) -> Option<Instant> {
        self.all.iter().map(Knock::until).min()
    }

    /// Nobody waits any more who has gone, and those are forgotten who come back no more. True where somebody waited.
    pub fn forget(&mut self, now: Instant) -> bool {
        let before = self.waiting().count();
        self.all.iter_mut().filter(|knock| now >= knock.until()).for_each(|knock| {
            knock.away |= knock.answer.is_none();
        });
        self.all.retain(|knock| now < knock.until());
        self.refused.retain(|_, at| now.saturating_duration_since(*at) < REFUSED_WAITS);
        self.waiting().count() != before
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn knocker(person: u8) -> Knocker {
        let origin = IpAddr::from(Ipv4Addr::new(10, 0, 0, person)).into();
        let (role, way, device) = (Role::Edit, Way::Code, "phone");
        let (person, generation, look) = (Person(person.into()), 0, Look::default());
        Knocker { person, role, generation, origin, way, device, look }
    }

    fn knock(knocks: &mut Knocks, n: u8, now: Instant) -> Result<KnockTicket, NotHeard> {
        let ticket = KnockTicket(u128::from(n) << 8);
        knocks.begin(ticket, knocker(n), now).map(|()| ticket)
    }

    #[test]
    fn who_is_let_in_comes_in_as_who_knocked_and_late_too() {
        let (mut knocks, now) = (Knocks::new(true), Instant::now());
        let ticket = knock(&mut knocks, 1, now).unwrap();
        assert_eq!(knocks.ask(ticket, None, now), (KnockState::Waits, false));
        assert!(knocks.answer(Person(1), true, now) && !knocks.answer(Person(1), false, now));
        let late = now + OPEN_FOR - SECOND;
        assert_eq!(knocks.ask(ticket, None, late).0, KnockState::In(knocker(1).pass()));
        assert_eq!(knocks.ask(ticket, None, now + OPEN_FOR).0, KnockState::Gone);
    }

    #[test]
    fn who_is_refused_waits_and_everyone_from_there() {
        let (mut knocks, now) = (Knocks::new(true), Instant::now());
        let ticket = knock(&mut knocks, 1, now).unwrap();
        assert!(knocks.answer(Person(1), false, now));
        assert_eq!(knocks.ask(ticket, None, now + SECOND).0, KnockState::NotNow(59 * SECOND));
        assert_eq!(knock(&mut knocks, 1, now + SECOND), Err(NotHeard::Wait(59 * SECOND)));
        assert!(knock(&mut knocks, 2, now).is_ok(), "nobody else does");
        assert!(knock(&mut knocks, 1, now + REFUSED_WAITS).is_ok());
    }

    #[test]
    fn whose_page_asks_no_more_has_gone() {
        let (mut knocks, now) = (Knocks::new(true), Instant::now());
        let stays = knock(&mut knocks, 1, now).unwrap();
        let leaves = knock(&mut knocks, 2, now).unwrap();
        assert_eq!(knocks.next(), Some(now + GONE_AFTER));
        knocks.ask(stays, None, now + SECOND);
        assert!(knocks.forget(now + GONE_AFTER) && knocks.waiting().count() == 1);
        assert!(knocks.leave(stays) && !knocks.leave(stays));
        assert_eq!(knocks.next(), Some(now + KEPT_FOR));
        assert_eq!(knocks.ask(leaves, None, now + KEPT_FOR).0, KnockState::Gone);
        assert_eq!(knocks.next(), None);
    }

    #[test]
    fn whose_page_slept_waits_as_before_and_finds_what_was_answered_meanwhile() {
        let (mut knocks, now) = (Knocks::new(true), Instant::now());
        let tickets = [1, 2, 3].map(|n| knock(&mut knocks, n, now).unwrap());
        let late = now + KEPT_FOR - SECOND;
        assert!(knocks.forget(late) && knocks.waiting().count() == 0);
        assert_eq!(knocks.ask(tickets[0], None, late), (KnockState::Waits, true));
        assert_eq!(knocks.ask(tickets[0], None, late), (KnockState::Waits, false));
        assert_eq!(knocks.waiting().next().map(|knock| knock.waits(late)), Some(late - now));
        knocks.door_moved(|_| Some(true), late);
        assert_eq!(knocks.ask(tickets[1], None, late).0, KnockState::In(knocker(2).pass()));
        knocks.drop_where(|who| who.person == Person(3));
        assert_eq!(knocks.ask(tickets[2], None, late).0, KnockState::Gone);
    }

    #[test]
    fn whose_page_is_loaded_again_waits_as_before_and_is_shown_to_nobody_meanwhile() {
        let (mut knocks, now) = (Knocks::new(true), Instant::now());
        let ticket = knock(&mut knocks, 1, now).unwrap();
        assert!(knocks.go_away(ticket) && !knocks.go_away(ticket));
        assert_eq!(knocks.waiting().count(), 0);
        assert_eq!(knocks.ask(ticket, None, now + SECOND), (KnockState::Waits, true));
        assert_eq!(knocks.waiting().next().map(|knock| knock.waits(now + SECOND)), Some(SECOND));
        assert!(knocks.go_away(ticket));
        assert_eq!(knocks.ask(ticket, None, now + SECOND + KEPT_FOR).0, KnockState::Gone);
    }

    #[test]
    fn whoever_knocks_again_at_a_full_door_keeps_what_they_have() {
        let (mut knocks, now) = (Knocks::new(true), Instant::now());
        let ticket = knock(&mut knocks, 1, now).unwrap();
        assert!(knocks.answer(Person(1), true, now));
        assert!((2..2 + MAX_KNOCKS as u8).all(|n| knock(&mut knocks, n, now).is_ok()));
        let other = KnockTicket(77);
        assert_eq!(knocks.begin(other, knocker(1), now), Err(NotHeard::Full));
        assert_eq!(knocks.ask(ticket, None, now).0, KnockState::In(knocker(1).pass()));
        assert_eq!(knocks.begin(other, knocker(2), now), Ok(()), "who waits keeps their place");
        assert_eq!(knocks.waiting().count(), MAX_KNOCKS);
    }

    #[test]
    fn one_address_does_not_hold_the_door_alone() {
        let (mut knocks, now) = (Knocks::new(true), Instant::now());
        let from = |n: u8, address: u8| Knocker {
            person: Person(n.into()),
            origin: IpAddr::from(Ipv4Addr::new(10, 0, 0, address)).into(),
            ..knocker(n)
        };
        let mut begin = |n: u8, address: u8| {
            let ticket = KnockTicket(n.into());
            knocks.begin(ticket, from(n, address), now).map(|()| ticket)
        };
        for n in 1..=20 {
            assert!(begin(n, 1).is_ok());
        }
        assert_eq!(begin(21, 1), Err(NotHeard::Full), "nor do more of the same make room");
        for n in 22..=31 {
            assert!(begin(n, n).is_ok(), "{n}");
        }
        assert_eq!(begin(32, 1), Err(NotHeard::Full), "who has the most makes none");
        let newest = knocks.ask(KnockTicket(20), None, now).0;
        let first = knocks.ask(KnockTicket(1), None, now).0;
        assert_eq!((newest, first), (KnockState::Gone, KnockState::Waits));
        assert_eq!(knocks.waiting().count(), MAX_KNOCKS);
    }

    #[test]
    fn who_has_gone_makes_room_for_who_comes_and_comes_back_where_there_is_some() {
        let (mut knocks, now) = (Knocks::new(true), Instant::now());
        let first = knock(&mut knocks, 1, now).unwrap();
        let late = now + GONE_AFTER;
        for n in 2..=21 {
            assert!(knock(&mut knocks, n, late).is_ok());
        }
        assert_eq!(knocks.ask(first, None, late).0, KnockState::Gone);
        assert!(knocks.leave(KnockTicket(2 << 8)));
        assert_eq!(knocks.ask(first, None, late).0, KnockState::Waits);
        assert!(knocks.all.len() <= 2 * MAX_KNOCKS);
    }

    #[test]
    fn twenty_wait_at_once_and_who_knocks_twice_is_one() {
        let (mut knocks, now) = (Knocks::new(true), Instant::now());
        for n in 1..=20 {
            assert!(knock(&mut knocks, n, now).is_ok());
        }
        assert_eq!(knock(&mut knocks, 21, now), Err(NotHeard::Full));
        assert!(knock(&mut knocks, 20, now).is_ok());
        assert_eq!(knocks.waiting().count(), MAX_KNOCKS);
        for n in 1..=20 {
            knocks.answer(Person(n), true, now);
        }
        assert!(knock(&mut knocks, 21, now).is_ok());
    }

    #[test]
    fn a_door_that_moves_lets_in_or_sends_to_it_again() {
        let (mut knocks, now) = (Knocks::new(true), Instant::now());
        let tickets = [1, 2, 3].map(|n| knock(&mut knocks, n, now).unwrap());
        let opens = |who: &Knocker| match who.person.0 {
            1 => Some(true),
            2 => Some(false),
            _ => None,
        };
        assert_eq!(knocks.door_moved(opens, now).map(|let_in| let_in.len()), Some(1));
        let standing = tickets.map(|ticket| knocks.ask(ticket, None, now).0);
        assert_eq!(
            standing,
            [KnockState::In(knocker(1).pass()), KnockState::Waits, KnockState::Gone]
        );
    }

    #[test]
    fn who_waits_may_appear_otherwise() {
        let (mut knocks, now) = (Knocks::new(true), Instant::now());
        let ticket = knock(&mut knocks, 1, now).unwrap();
        let look = Look { name: Some("Calm Heron".into()), colour: None };
        assert_eq!(knocks.ask(ticket, Some(look.clone()), now), (KnockState::Waits, true));
        assert_eq!(knocks.ask(ticket, Some(look.clone()), now), (KnockState::Waits, false));
        assert_eq!(knocks.waiting().next().unwrap().who.look, look);
    }
}
