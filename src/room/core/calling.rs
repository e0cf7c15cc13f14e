//! How a room holds its last call: everyone hears of it, answers, and may ask for more time.

use std::time::Instant;

use fadepad_wire::extra::{Call, ToPage};

use super::call::{Answers, By, Ending};
use super::life::{Phase, seconds};
use super::state::Room;
use crate::base::ids::{EndCause, Person, SeatId};
use crate::room::message::EventKind;

impl Room {
    /// Tells people what has changed about the last call: that it begins, who has answered, that it
    /// is over and the pad lives.
    pub(super) fn follow_call(&mut self, now: Instant) {
        let runs = self.life.call().is_some() && self.ended.is_none();
        let news = runs && self.life.count(self.answers(), now);
        match (self.called, runs) {
            (false, true) => {
                self.called = true;
                self.tell_ending(now);
                self.event_of_call(false, now);
            }
            (true, true) if news => self.tell_ending(now),
            (true, false) => {
                self.called = false;
                self.answered.clear();
                self.excused.clear();
                if self.ended.is_none() {
                    let why = EndCause::Host.name();
                    self.tell_pages(ToPage::Ending { in_s: None, why, call: None }.json());
                    // One that only its time had ended may go on without a word of the host's.
                    if self.life.phase() == Phase::Alive {
                        self.event(EventKind::Stays);
                    }
                }
            }
            _ => {}
        }
    }

    /// Somebody answers the last call: they have taken what they need of the text.
    pub(super) fn answer_call(&mut self, from: SeatId, now: Instant) {
        if self.life.call().is_some() {
            self.answered.insert(from);
            self.tell_peers_who();
            self.follow_call(now);
        }
    }

    /// Somebody needs another minute, and everyone gets it.
    pub(super) fn give_more(&mut self, from: SeatId, now: Instant) {
        if !self.life.extend() {
            return;
        }
        self.tell_peers_more();
        self.plan.note(&self.life);
        // Who asks has not got all yet.
        let excused = self.seats.who(from).is_some_and(|who| self.excused.remove(&who));
        if self.answered.remove(&from) || excused {
            self.life.count(self.answers(), now);
        }
        self.tell_minute(now);
    }

    /// Somebody at another machine needs another minute. False where there is none left to give.
    pub(super) fn add_minute(&mut self, now: Instant) -> bool {
        let given = self.life.extend();
        if given {
            self.tell_minute(now);
        }
        given
    }

    fn tell_minute(&mut self, now: Instant) {
        self.tell_ending(now);
        self.event_of_call(true, now);
        if self.life.call().is_some_and(|call| matches!(call.by(), By::Time(_))) {
            self.announce_life(now);
        }
    }

    /// The last call that runs, as others may see it.
    pub(super) fn ending(&self, now: Instant) -> Option<Ending> {
        let call = self.life.call().filter(|_| self.ended.is_none())?;
        Some(Ending {
            left: call.left(now),
            whole: call.whole(),
            why: call.by().word(),
            by: call.by().name().map(str::to_owned),
            answers: call.answers(),
            more: call.more(),
            may_stay: call.by().may_stay(),
        })
    }

    /// What pages hear of it.
    pub(super) fn ending_message(&self, now: Instant) -> Option<String> {
        let ending = self.ending(now)?;
        let call = Call {
            total_s: seconds(ending.whole),
            by: ending.by.as_deref().map(Into::into),
            answered: ending.answers.answered,
            of: ending.answers.of,
            more: ending.more,
            stay: ending.may_stay,
            excused: self.excused.iter().map(Person::to_string).collect(),
        };
        let in_s = Some(seconds(ending.left));
        Some(ToPage::Ending { in_s, why: ending.why, call: Some(call) }.json())
    }

    fn tell_ending(&mut self, now: Instant) {
        if let Some(json) = self.ending_message(now) {
            self.tell_pages(json);
        }
    }

    fn event_of_call(&mut self, given: bool, now: Instant) {
        if let Some(ending) = self.ending(now) {
            let people = self.seats.count();
            let Ending { left: ends_in, by, why, more, .. } = ending;
            self.event(EventKind::Ending { ends_in, people, by, why, more, given });
        }
    }

    /// Of everyone who is asked, here and at other machines.
    fn answers(&self) -> Answers {
        let own = self.own_answers();
        let nodes = self.peering.iter().flat_map(|peering| peering.nodes.values());
        nodes.fold(own, |all, node| Answers {
            of: all.of + node.asked.0,
            answered: all.answered + node.asked.1.min(node.asked.0),
            ..all
        })
    }

    /// Of those who are asked here.
    pub(super) fn own_answers(&self) -> Answers {
        // A person has answered when each of their devices has. Names are not proved, so a device that
        // says it is somebody must not answer for that person's others.
        let mut asked = self.seats.asked();
        let all = asked.len();
        asked.retain(|who, _| !self.excused.contains(who));
        let has = |seats: &&Vec<SeatId>| seats.iter().all(|seat| self.answered.contains(seat));
        let (answered, of) = (asked.values().filter(has).count(), asked.len());
        Answers { answered, of, excused: all - of }
    }

    /// Whoever ends it in a page is not asked: the page has offered a copy before. Where it is ended
    /// elsewhere (Ctrl-C, the tray, a program), the host's own page is asked like any other.
    pub(super) fn excuse(&mut self, host: SeatId) {
        self.excused.extend(self.seats.who(host));
    }
}
