//! What the host decides about a pad's life, and how everyone hears of it.

use std::time::{Duration, Instant};

use super::keep::Keep;
use super::life::seconds;
use super::message::{EventKind, Steering};
use super::state::Room;
use crate::base::ids::EndCause;
use crate::wire::extra::ToPage;

impl Room {
    /// The host decides about the pad's life.
    pub fn steer(&mut self, steering: Steering, now: Instant) {
        match steering {
            Steering::End(time) => self.end_in(time, now),
            Steering::Stay => self.stay(),
            Steering::Keep(keep) => self.keep(keep, now),
        }
    }

    fn end_in(&mut self, time: Duration, now: Instant) {
        self.life.end_in(time, now);
        if !time.is_zero() {
            let in_s = Some(seconds(time));
            self.tell_pages(ToPage::Ending { in_s, why: EndCause::Host.name() }.json());
        }
        self.tick(now);
    }

    fn stay(&mut self) {
        if self.life.stop_countdown() {
            self.tell_pages(ToPage::Ending { in_s: None, why: EndCause::Host.name() }.json());
        }
    }

    fn keep(&mut self, keep: Keep, now: Instant) {
        self.life.keep(keep, now);
        self.announce_life(now);
        if let (true, Some(ends_in)) = (self.seats.is_empty(), self.life.ends_in(now)) {
            self.event(EventKind::Fading { ends_in });
        }
    }

    pub(super) fn announce_life(&mut self, now: Instant) {
        self.tell_pages(self.life_message(now, None));
    }

    pub(super) fn life_message(&self, now: Instant, why: Option<&str>) -> String {
        let life = ToPage::Life {
            state: self.life.phase().name(),
            ends_in_s: self.life.ends_in(now).map(seconds),
            why,
            ttl_s: self.life.grace().as_secs(),
            fades: self.life.fades(),
            hard_end_s: seconds(self.life.hard_end_in(now)),
        };
        life.json()
    }
}
