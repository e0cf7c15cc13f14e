//! Raised hands: who reads and asks to write, as hosts and walls hear it.

use std::time::Instant;

use fadepad_wire::extra::{Hand, ToPage};

use super::seats::Seats;
use super::state::Room;
use crate::base::ids::{Person, Role, SeatId};
use crate::room::message::{Effect, EventKind};

/// Hands that are told one by one: those of a full room, for a host looks for each in the list. Of more the count.
const MOST: usize = 200;
/// The same for programs, which read a line of it each time.
const ASKING: usize = 20;

impl Room {
    /// Who reads asks to write, or does no more. Of whom may write nobody has to be asked.
    pub(super) fn raise(&mut self, from: SeatId, up: bool, now: Instant) {
        let Some(seat) = self.seats.get(from) else { return };
        let up = up && seat.role < Role::Edit;
        if seat.hand.is_some() != up {
            seat.hand = up.then_some(now);
            self.hands_changed(now);
        }
    }

    /// The same page sits elsewhere now, and asks as it did. Where it may write there, the hand goes with the old seat,
    /// and hosts hear of it.
    pub(super) fn keep_hand(&mut self, old: SeatId, new: SeatId) {
        if self.seats.get(new).is_none_or(|seat| seat.role >= Role::Edit) {
            return;
        }
        let hand = self.seats.get(old).and_then(|seat| seat.hand.take());
        if let Some(seat) = self.seats.get(new) {
            seat.hand = hand;
        }
    }

    /// Somebody's hand went up or down, or whose it is is called something else.
    pub(super) fn hands_changed(&mut self, now: Instant) {
        self.hands.changed(now);
        self.tell_hands(now);
    }

    /// Tells of hands, where it is time.
    pub(super) fn tell_hands(&mut self, now: Instant) {
        if !self.hands.take(now) {
            return;
        }
        let of = self.hands(ASKING, now);
        self.event(EventKind::Hands { count: raised(&self.seats).len(), of });
        let told = self.seats.told_of_hands();
        if !told.is_empty() {
            self.outputs.push(Effect::ToPages(told, self.hands_message(now)));
        }
    }

    /// A host or a wall that comes hears of those that are up, where there are any.
    pub(super) fn tell_hands_to(&mut self, seat: SeatId, now: Instant) {
        if self.seats.told_of_hands().contains(&seat) && !raised(&self.seats).is_empty() {
            self.outputs.push(Effect::ToPages(vec![seat], self.hands_message(now)));
        }
    }

    fn hands_message(&self, now: Instant) -> String {
        ToPage::Hands { count: raised(&self.seats).len(), of: self.hands(MOST, now) }.json()
    }

    fn hands(&self, most: usize, now: Instant) -> Vec<Hand<'static>> {
        let hand = |(person, since): &(Person, Instant)| Hand {
            person: person.to_string(),
            name: self.seats.name_of(*person).map(Into::into),
            since_s: now.saturating_duration_since(*since).as_secs(),
        };
        raised(&self.seats).iter().take(most).map(hand).collect()
    }
}

/// Whose hands are up, and since when, the first first. One person raises one hand, on however many devices.
pub(super) fn raised(seats: &Seats) -> Vec<(Person, Instant)> {
    let up = seats.all().filter_map(|(id, seat)| Some((seats.who(id)?, seat.hand?)));
    let mut all: Vec<(Person, Instant)> = up.collect();
    all.sort_by_key(|(person, since)| (*since, *person));
    let mut seen = std::collections::HashSet::new();
    all.retain(|(person, _)| seen.insert(*person));
    all
}
