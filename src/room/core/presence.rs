//! Who is here, as y-protocols tells it: one state per client id, the newest clock wins, and a
//! seat speaks only for the ids that it brought. Whose an id of the *document* is has nothing to do
//! with it: else whoever shows somebody's id while she is away would own what she writes next.

mod check;

use std::collections::{BTreeMap, HashMap};
use std::time::Instant;

pub use self::check::BadPresence;
use self::check::check;
use super::here::{Here, KnownClient};
use crate::base::ids::{Person, Role, SeatId};
use crate::base::limits::{MAX_PRESENCE_ELSEWHERE, PRESENCE_IDS, PRESENCE_MEMORY};
use fadepad_wire::awareness::{self, Entry, GONE};

#[derive(Debug)]
struct ClientState {
    clock: u64,
    /// `None` when the client is gone.
    json: Option<Box<str>>,
    /// Nobody's once its seat has left.
    seat: Option<SeatId>,
    /// Whose it is, or was.
    person: Person,
    /// What it may do, or might.
    role: Role,
    changed: Instant,
    /// Whether it is at another machine.
    elsewhere: bool,
}

impl ClientState {
    /// It is over: what everyone knew of it.
    fn take_known(&mut self, client: u64) -> Option<KnownClient> {
        let Self { person, role, ref mut json, .. } = *self;
        Some(KnownClient { client, person, role, json: json.take()? })
    }
}

/// Who says what a client shows.
#[derive(Clone, Copy, Debug)]
pub struct Speaker {
    /// The seat.
    pub seat: SeatId,
    /// Who sits there.
    pub person: Person,
    /// What they may do.
    pub role: Role,
    /// Whether that is the seat of other machines, where many sit.
    pub elsewhere: bool,
}

/// The presence of one room.
#[derive(Debug, Default)]
pub struct Presence {
    states: HashMap<u64, ClientState>,
    /// Who changed since the last flush, and what everyone knew of them then.
    changed: BTreeMap<u64, Option<KnownClient>>,
}

/// What a presence message led to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// Clients that announced themselves with a clock at which they are known to be gone: they
    /// must hear `(client, clock, null)` and will answer at once with the next clock.
    pub revive: Vec<(u64, u64)>,
    /// Seats whose clients this seat speaks for with a newer clock: a connection that came back, or a lie.
    pub contested: Vec<SeatId>,
    /// Seats whose clients it shows as they are known, where it speaks for nobody yet: a connection that came
    /// back, or an echo.
    pub repeated: Vec<SeatId>,
}

/// What an entry says that is not taken.
enum Claim {
    /// It speaks for another seat's client with a newer clock.
    Newer(SeatId),
    /// It shows another seat's client as it is known.
    Same(SeatId),
    /// It shows a client at a clock at which everyone knows it to be gone.
    Old(u64, u64),
}

impl Presence {
    /// Takes what is new and what this seat may say.
    ///
    /// # Errors
    /// Where the message is malformed or too large: all of it is refused.
    pub fn take(
        &mut self,
        by: Speaker,
        message: &[u8],
        now: Instant,
    ) -> Result<Accepted, BadPresence> {
        for entry in awareness::entries(message) {
            // All of it or nothing: one state that throws in other people's pages, and the message
            // is none.
            check(&entry.map_err(|_| BadPresence::Malformed)?)?;
        }
        let mut accepted = Accepted::default();
        for entry in awareness::entries(message).flatten() {
            match self.take_entry(by, entry, now) {
                Some(Claim::Newer(other)) => accepted.contested.push(other),
                Some(Claim::Same(other)) => accepted.repeated.push(other),
                Some(Claim::Old(client, clock)) => accepted.revive.push((client, clock)),
                None => {}
            }
        }
        Ok(accepted)
    }

    fn take_entry(
        &mut self,
        Speaker { seat, person, role, elsewhere }: Speaker,
        entry: Entry<'_>,
        now: Instant,
    ) -> Option<Claim> {
        let json = (entry.json != GONE).then_some(entry.json);
        let known = self.states.get(&entry.client);
        let owner = known.and_then(|state| state.seat);
        // Whoever has moved here from another machine speaks for themselves again.
        let moved = known.is_some_and(|state| {
            let theirs = state.elsewhere && !elsewhere && state.person == person;
            theirs && json.is_some() && entry.clock >= state.clock
        });
        if let Some((state, other)) = known.zip(owner).filter(|(_, own)| *own != seat && !moved) {
            // y-websocket sends back whatever it hears of others: such an echo has no newer clock.
            // Who comes back on another network has none either, but speaks for nobody else yet.
            // Neither takes the client over: only when its seat has left may another speak for it.
            if entry.clock > state.clock {
                return (!state.elsewhere).then_some(Claim::Newer(other));
            }
            return (self.ids_of(seat) == 0).then_some(Claim::Same(other));
        }
        if owner.is_none() && json.is_none() {
            // Nobody is gone who was not here.
            return None;
        }
        if let Some(state) = known {
            let newer = entry.clock > state.clock;
            // A client that leaves may say so at its last clock, as y-protocols does.
            let leaves = entry.clock == state.clock && json.is_none() && state.json.is_some();
            if !newer && !leaves && !moved {
                let is_back = json.is_some() && state.json.is_none() && owner.is_none();
                return is_back.then_some(Claim::Old(entry.client, state.clock));
            }
        }
        // A page shows one client. Each further one is a state that everyone else holds.
        let full = match elsewhere {
            true => self.states.len() >= MAX_PRESENCE_ELSEWHERE,
            false => (owner.is_none() || moved) && self.ids_of(seat) >= PRESENCE_IDS,
        };
        if full {
            return None;
        }
        let state = ClientState {
            clock: entry.clock,
            json: json.map(Into::into),
            seat: Some(seat),
            person,
            role,
            changed: now,
            elsewhere,
        };
        let mut before = self.states.insert(entry.client, state);
        // Of several changes between two flushes the first alone knows what everyone was told.
        let known = || before.as_mut()?.take_known(entry.client);
        self.changed.entry(entry.client).or_insert_with(known);
        None
    }

    fn ids_of(&self, seat: SeatId) -> usize {
        self.states.values().filter(|state| state.seat == Some(seat)).count()
    }

    /// The seat has left: its clients are gone at their last clock. With the next clock, a client
    /// that comes back at once would stay hidden until it renews.
    pub fn leave(&mut self, seat: SeatId, now: Instant) {
        for (client, state) in &mut self.states {
            if state.seat == Some(seat) {
                // Nobody's, but not forgotten: who comes back with an old clock is asked for a newer one.
                state.seat = None;
                state.changed = now;
                if let Some(known) = state.take_known(*client) {
                    self.changed.entry(*client).or_insert(Some(known));
                }
            }
        }
    }

    /// These clients of a seat are gone: their machine is, or was not heard for too long.
    pub fn hide(&mut self, seat: SeatId, clients: &[u64], now: Instant) {
        for client in clients {
            if let Some(state) = self.states.get_mut(client).filter(|of| of.seat == Some(seat)) {
                (state.seat, state.changed) = (None, now);
                if let Some(known) = state.take_known(*client) {
                    self.changed.entry(*client).or_insert(Some(known));
                }
            }
        }
    }

    /// Who sits there may do something else now: told of what it shows, with the next flush. True where it shows anything.
    pub fn give_role(&mut self, seat: SeatId, role: Role) -> bool {
        let mut shows = false;
        for (client, state) in self.states.iter_mut().filter(|(_, s)| s.seat == Some(seat)) {
            let (person, before) = (state.person, std::mem::replace(&mut state.role, role));
            let Some(json) = &state.json else { continue };
            shows = true;
            let known =
                || KnownClient { client: *client, person, role: before, json: json.clone() };
            self.changed.entry(*client).or_insert_with(|| Some(known()));
        }
        shows
    }

    /// Everyone who is shown, and the seat that shows them.
    pub fn shown(&self) -> impl Iterator<Item = (u64, SeatId)> {
        let here = self.states.iter().filter(|(_, state)| state.json.is_some());
        here.filter_map(|(client, state)| Some((*client, state.seat?)))
    }

    /// Forgets clients that left long ago.
    pub fn forget(&mut self, now: Instant) {
        self.states.retain(|_, state| {
            // Who comes back in time with an old clock can be asked for a newer one; later nobody
            // remembers the old.
            state.seat.is_some() || now.saturating_duration_since(state.changed) < PRESENCE_MEMORY
        });
    }

    /// Encodes what changed since the last call, and returns what was known before.
    pub fn take_changed(&mut self) -> (Option<Here>, Vec<KnownClient>) {
        let changed = std::mem::take(&mut self.changed);
        let now = here(changed.keys().filter_map(|client| self.states.get_key_value(client)));
        (now, changed.into_values().flatten().collect())
    }

    /// Encodes everyone who is here.
    #[must_use]
    pub fn all(&self) -> Option<Here> {
        here(self.states.iter().filter(|(_, state)| state.json.is_some()))
    }

    /// The same without those of whom the next flush will tell. It tells what has changed since the
    /// last one: whoever knew something in between would keep it.
    #[must_use]
    pub fn told(&self) -> Option<Here> {
        let is_told = |client: &u64| !self.changed.contains_key(client);
        here(self.states.iter().filter(|(id, state)| state.json.is_some() && is_told(id)))
    }
}

/// These clients, where there are any.
fn here<'a>(clients: impl Iterator<Item = (&'a u64, &'a ClientState)>) -> Option<Here> {
    let clients: Vec<_> = clients.collect();
    let states = clients.iter().map(|(client, state)| entry(**client, state));
    let are_here = clients.iter().filter(|(_, state)| state.json.is_some());
    let persons = are_here.clone().map(|(client, state)| (**client, state.person)).collect();
    let others = are_here.filter(|(_, state)| state.role != Role::Edit);
    let roles = others.map(|(client, state)| (**client, state.role)).collect();
    let away = clients.iter().filter(|(_, state)| state.elsewhere);
    let elsewhere = away.map(|(client, _)| **client).collect();
    let states = awareness::encode(states);
    (!clients.is_empty()).then_some(Here { states, persons, roles, elsewhere })
}

fn entry(client: u64, state: &ClientState) -> Entry<'_> {
    Entry { client, clock: state.clock, json: state.json.as_deref().unwrap_or(GONE) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::limits::MAX_PRESENCE;

    const ANN: Speaker =
        Speaker { seat: SeatId(1), person: Person(10), role: Role::Host, elsewhere: false };
    const BOB: Speaker =
        Speaker { seat: SeatId(2), person: Person(20), role: Role::Edit, elsewhere: false };

    fn say(client: u64, clock: u64, json: &str) -> Vec<u8> {
        awareness::encode([Entry { client, clock, json }].into_iter())
    }

    fn take(here: &mut Presence, by: Speaker, message: &[u8]) -> Option<Vec<u8>> {
        here.take(by, message, Instant::now()).unwrap();
        here.take_changed().0.map(|here| here.states)
    }

    #[test]
    fn only_newer_clocks_are_told_on() {
        let mut here = Presence::default();
        assert_eq!(take(&mut here, ANN, &say(7, 1, "{}")), Some(say(7, 1, "{}")));
        assert_eq!(take(&mut here, ANN, &say(7, 1, "{}")), None);
        assert_eq!(take(&mut here, ANN, &say(7, 1, GONE)), Some(say(7, 1, GONE)));
        assert_eq!(take(&mut here, ANN, &say(7, 1, GONE)), None);
    }

    #[test]
    fn nobody_speaks_for_another_seat() {
        let mut here = Presence::default();
        take(&mut here, ANN, &say(7, 1, "{}"));
        assert_eq!(take(&mut here, BOB, &say(7, 9, r#"{"user":"Ann"}"#)), None);
        assert_eq!(take(&mut here, BOB, &say(7, 1, GONE)), None);
    }

    #[test]
    fn leaving_clears_what_the_seat_brought_at_the_same_clock() {
        let mut here = Presence::default();
        take(&mut here, ANN, &say(7, 3, "{}"));
        here.leave(ANN.seat, Instant::now());
        let (client, person, role) = (7, ANN.person, Role::Host);
        let before = vec![KnownClient { client, person, role, json: "{}".into() }];
        let now = Here { states: say(7, 3, GONE), ..Here::default() };
        assert_eq!(here.take_changed(), (Some(now), before));
        assert_eq!(here.all(), None);
    }

    #[test]
    fn who_comes_between_two_flushes_hears_of_changes_by_the_second() {
        let mut here = Presence::default();
        take(&mut here, ANN, &say(7, 1, "{}"));
        here.take(ANN, &say(8, 1, "{}"), Instant::now()).unwrap();
        assert_eq!(here.told().map(|here| here.states), Some(say(7, 1, "{}")));
        here.take(ANN, &say(8, 2, r#"{"a":1}"#), Instant::now()).unwrap();
        // Nothing is said of what 8 was in between, which nobody was told.
        let (now, before) = here.take_changed();
        assert_eq!(now.map(|here| here.states), Some(say(8, 2, r#"{"a":1}"#)));
        assert_eq!(before, []);
        assert_eq!(here.told(), here.all());
    }

    #[test]
    fn who_comes_back_with_an_old_clock_is_asked_for_a_new_one() {
        let mut here = Presence::default();
        take(&mut here, ANN, &say(7, 3, "{}"));
        here.leave(ANN.seat, Instant::now());
        here.take_changed();
        let back = here.take(BOB, &say(7, 3, "{}"), Instant::now()).unwrap();
        assert_eq!(back.revive, [(7, 3)]);
        assert_eq!(take(&mut here, BOB, &say(7, 4, "{}")), Some(say(7, 4, "{}")));
    }

    #[test]
    fn states_that_would_hurt_others_are_refused_whole() {
        let mut here = Presence::default();
        let now = Instant::now();
        for bad in ["", "7", "\"x\"", "[1]", "{", "{\"a\":}", "nul"] {
            assert_eq!(here.take(ANN, &say(7, 1, bad), now), Err(BadPresence::Malformed), "{bad}");
        }
        let large = format!("{{\"a\":\"{}\"}}", "x".repeat(MAX_PRESENCE));
        assert_eq!(here.take(ANN, &say(7, 1, &large), now), Err(BadPresence::TooLarge));
        assert_eq!(here.take(ANN, &[0x80, 0xe5, 0x9a, 0x77], now), Err(BadPresence::Malformed));
    }

    #[test]
    fn whose_a_client_is_follows_from_the_seat_and_from_nothing_that_is_said() {
        let mut here = Presence::default();
        let forged = format!(r#"{{"user":{{"id":"{}"}}}}"#, ANN.person);
        here.take(ANN, &say(7, 1, "{}"), Instant::now()).unwrap();
        here.take(BOB, &say(8, 1, &forged), Instant::now()).unwrap();
        let told = here.take_changed().0.unwrap();
        assert_eq!(told.persons, [(7, ANN.person), (8, BOB.person)]);
        assert_eq!(told.roles, [(7, Role::Host)], "who a host is follows from the seat, too");
        here.leave(ANN.seat, Instant::now());
        here.take(BOB, &say(7, 2, &forged), Instant::now()).unwrap();
        let (now, before) = here.take_changed();
        let now = now.unwrap();
        assert_eq!((now.persons, now.roles), (vec![(7, BOB.person)], vec![]));
        assert_eq!((before[0].person, before[0].role), (ANN.person, Role::Host));
    }

    #[test]
    fn what_somebody_may_do_now_is_told_with_what_they_show() {
        let mut here = Presence::default();
        take(&mut here, BOB, &say(7, 3, "{}"));
        assert!(!here.give_role(ANN.seat, Role::View), "who shows nothing is told of nowhere");
        assert!(here.give_role(BOB.seat, Role::View));
        let (now, before) = here.take_changed();
        let now = now.unwrap();
        assert_eq!((now.states, now.roles), (say(7, 3, "{}"), vec![(7, Role::View)]));
        assert_eq!((before[0].role, &*before[0].json), (Role::Edit, "{}"));
        assert_eq!(here.take_changed(), (None, vec![]));
    }

    #[test]
    fn who_has_moved_here_from_another_machine_speaks_for_themselves_and_nobody_else_does() {
        let mut here = Presence::default();
        let there = Speaker { seat: SeatId(9), elsewhere: true, ..ANN };
        take(&mut here, there, &say(7, 3, "{}"));
        assert_eq!(here.all().map(|here| here.elsewhere), Some(vec![7]));
        assert_eq!(take(&mut here, BOB, &say(7, 4, r#"{"a":1}"#)), None);
        assert!(take(&mut here, ANN, &say(7, 3, "{}")).is_some(), "at the same clock");
        assert_eq!(take(&mut here, there, &say(7, 3, GONE)), None, "it is here now");
        assert_eq!(here.all().map(|here| here.elsewhere), Some(vec![]));
    }

    #[test]
    fn a_seat_brings_at_most_four_ids() {
        let mut here = Presence::default();
        for client in 0..9 {
            here.take(ANN, &say(client, 1, "{}"), Instant::now()).unwrap();
        }
        assert_eq!(awareness::entries(&here.all().unwrap().states).count(), PRESENCE_IDS);
    }
}
