//! Who reads and asks to write, as it is told at a terminal: each of them once, however they play with their hand.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::app::answers::quoted;
use crate::base::ids::Epoch;
use crate::base::names::PadName;
use crate::room::message::Hand;

/// A hand that goes down and up again within this time is the same question.
const AGAIN: Duration = Duration::from_secs(60);
/// Of so many it is known: all whose hands may be told of in a few pads.
const KNOWN: usize = 256;

/// Whose hands are up, and of others since when they are down.
#[derive(Default)]
pub(super) struct ToldHands {
    seen: HashMap<(Epoch, String), Option<Instant>>,
}

impl ToldHands {
    /// What is said of the hands that are up now in a pad, where somebody's is new.
    pub(super) fn news(
        &mut self,
        (pad, epoch): (&PadName, Epoch),
        up: &[Hand<'_>],
        now: Instant,
    ) -> Option<String> {
        let is_up = |person: &str| up.iter().any(|hand| hand.person == person);
        for ((of, person), down) in &mut self.seen {
            if *of == epoch && down.is_none() && !is_up(person) {
                *down = Some(now);
            }
        }
        self.seen.retain(|_, down| {
            down.is_none_or(|since| now.saturating_duration_since(since) < AGAIN)
        });
        if self.seen.len() + up.len() > KNOWN {
            self.seen.retain(|(of, _), _| *of == epoch); // other lives may be over with hands up
        }
        let mut new = Vec::new();
        for hand in up {
            let is_full = self.seen.len() >= KNOWN;
            let before = self.seen.insert((epoch, hand.person.clone()), None);
            if before.is_none() && !is_full {
                new.push(quoted(hand.name.as_deref()));
            }
        }
        let (first, rest) = new.split_first()?;
        let ask = match rest.len() {
            0 => format!("{first} asks to write in {pad}."),
            1 => format!("{first} and {} ask to write in {pad}.", rest[0]),
            more => format!("{first} and {more} more ask to write in {pad}."),
        };
        Some(format!("{ask} Your page lets them."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hand(person: &str, name: &'static str) -> Hand<'static> {
        Hand { person: person.to_owned(), name: Some(name.into()), since_s: 0 }
    }

    #[test]
    fn who_asks_to_write_is_told_once_while_their_hand_is_up_and_a_minute_beyond() {
        let (mut told, begun) = (ToldHands::default(), Instant::now());
        let name: PadName = "notes".parse().unwrap();
        let pad = (&name, Epoch(1));
        let (milo, ada, eve) = (hand("m", "Milo"), hand("a", "A\"da\u{1b}[2J"), hand("e", ""));
        let at = |s| begun + Duration::from_secs(s);
        let said = told.news(pad, std::slice::from_ref(&milo), at(0)).unwrap();
        assert_eq!(said, "\"Milo\" asks to write in notes. Your page lets them.");
        assert_eq!(told.news(pad, &[], at(1)), None);
        assert_eq!(told.news(pad, std::slice::from_ref(&milo), at(2)), None, "down and up again");
        let said = told.news(pad, &[milo.clone(), ada.clone(), eve], at(59)).unwrap();
        assert_eq!(said, "\"A'da[2J\" and Somebody ask to write in notes. Your page lets them.");
        assert_eq!(told.news(pad, std::slice::from_ref(&milo), at(200)), None, "it stayed up");
        assert_eq!(told.news(pad, &[], at(201)), None);
        assert_eq!(told.news(pad, std::slice::from_ref(&milo), at(260)), None);
        assert_eq!(told.news(pad, &[], at(261)), None);
        assert!(told.news(pad, std::slice::from_ref(&milo), at(321)).is_some());
        assert!(told.news((&name, Epoch(2)), &[milo], at(322)).is_some(), "in another life");
    }

    #[test]
    fn of_people_without_end_only_so_many_are_told() {
        let (mut told, now) = (ToldHands::default(), Instant::now());
        let name: PadName = "notes".parse().unwrap();
        let many: Vec<_> = (0..2 * KNOWN).map(|n| hand(&n.to_string(), "x")).collect();
        let said = |told: &mut ToldHands, n: usize| {
            told.news((&name, Epoch(1)), &many[n..=n], now).is_some()
        };
        assert_eq!((0..many.len()).filter(|n| said(&mut told, *n)).count(), KNOWN);
    }
}
