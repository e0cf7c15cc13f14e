//! A room's decisions: one pad, pure. `handle(input, now) → outputs`; time is an argument and
//! timers are an output, so that a day of a pad's life is tested in microseconds.

use std::collections::{BTreeSet, HashSet};
use std::time::Instant;

use bytes::Bytes;
use fadepad_store::{Author, LiveBody, Store};
use fadepad_wire::awareness;

use super::access::Access;
use super::budget::{Budget, Reservation};
use super::filled::{Filling, Sat};
use super::going::Going;
use super::here::Here;
use super::knocks::Knocks;
use super::life::{Life, Phase};
use super::missing::Missing;
use super::pass::{Barred, Generations};
use super::peers::Peering;
use super::plan::LifePlan;
use super::presence::Presence;
use super::rates::{Renewals, Telling};
use super::seat_kind::SeatKind;
use super::seats::Seats;
use super::seed::{self, Begun};
use super::title::Title;
use super::wall_news::WallNews;
use crate::base::close::CloseCode;
use crate::base::ids::{EndCause, Epoch, Person, Role, SeatId};
use crate::base::limits::Limits;
use crate::base::names::PadName;
use crate::room::message::{
    Arrival, Effect, Event, EventKind, Gathered, Outgoing, Receipt, Ticket, Whole,
};

/// What a room is opened with.
#[derive(Debug)]
pub struct Opening {
    /// The pad.
    pub pad: PadName,
    /// Its life.
    pub epoch: Epoch,
    /// What is planned for that life.
    pub plan: LifePlan,
    /// Who comes in, and what they may do.
    pub access: Access,
    /// What it is called.
    pub title: Title,
    /// What it takes.
    pub limits: Limits,
    /// Whether it begins with the empty paragraph of our page.
    pub seeded: bool,
    /// Whether it goes on with a life whose room failed.
    pub resumed: bool,
    /// What stands in it from the start: the text of a life that this one goes on from.
    pub begun: Option<Box<Begun>>,
    /// Whether nobody has been there yet, whatever stands in it.
    pub awaits: bool,
    /// Whether the host keeps a copy of it when it ends: everyone who comes is told.
    pub saves: bool,
    /// The memory that it shares with all other pads.
    pub budget: Budget,
}

/// Everything that one room knows.
pub struct Room {
    pad: PadName,
    pub(super) epoch: Epoch,
    pub(super) limits: Limits,
    pub(super) saves: bool,
    pub(super) life: Life,
    pub(super) plan: LifePlan,
    pub(super) access: Access,
    pub(super) title: Title,
    pub(super) store: Store,
    pub(super) account: Reservation,
    pub(super) presence: Presence,
    pub(super) seats: Seats,
    pub(super) authors: Authors,
    /// Among what was gathered are deletions of somebody's history.
    pub(super) has_history: bool,
    pub(super) outputs: Vec<Effect>,
    /// Of the message at hand, until something was said about it.
    pub(super) ticket: Option<Ticket>,
    /// Whether people have been told of the last call that runs.
    pub(super) called: bool,
    /// Seats that have answered it.
    pub(super) answered: HashSet<SeatId>,
    /// People who are not asked, since they end it themselves.
    pub(super) excused: BTreeSet<Person>,
    pub(super) ended: Option<Receipt>,
    pub(super) filling: Filling,
    pub(super) missing: Missing,
    /// Where its people go, while another machine takes it.
    pub(super) going: Option<Going>,
    /// The seat of what it began with, on which nobody sits.
    pub(super) begun_by: Option<SeatId>,
    /// The same pad at other machines.
    pub(super) peering: Option<Box<Peering>>,
    pub(super) knocks: Knocks,
    /// The links that its seats were asked for last.
    pub(super) links: Generations,
    pub(super) renewals: Renewals,
    /// When hosts hear of these.
    pub(super) knocked: Telling,
    pub(super) hands: Telling,
    /// What everyone was told of walls last.
    pub(super) walls: WallNews,
}

/// Whose changes wait for the next flush.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Authors {
    None,
    One(SeatId),
    Many,
}

impl Room {
    /// Opens a room. It holds its life's seed from the start: of two people who begin at once in an
    /// empty pad each would otherwise make a root, and one of them would be hidden. Who brings an editor
    /// with roots of its own has none of it.
    #[must_use]
    pub fn open(opening: Opening, now: Instant) -> Self {
        let mut life = opening.plan.life();
        if opening.resumed || (opening.begun.is_some() && !opening.awaits) {
            // Its people are expected back within the grace.
            life.all_left(now);
        }
        life.set_blank(opening.begun.is_none());
        let begun_by = opening.begun.as_ref().map(|begun| begun.seat);
        let (mut account, mut filling) = (opening.budget.account(), Filling::new(opening.resumed));
        let store = match opening.begun {
            Some(begun) => {
                let Begun { store, seat, by } = *begun;
                account.set(store.stats().bytes);
                filling
                    .left
                    .extend(by.map(|(person, name)| (seat, Sat { person, name, colour: None })));
                store
            }
            None if opening.seeded => seed::seeded(opening.limits.doc, opening.epoch),
            None => Store::new(opening.limits.doc),
        };
        Self {
            pad: opening.pad,
            epoch: opening.epoch,
            limits: opening.limits,
            saves: opening.saves,
            life,
            plan: opening.plan,
            links: opening.access.generations(),
            access: opening.access,
            title: opening.title,
            store,
            account,
            presence: Presence::default(),
            seats: Seats::default(),
            authors: Authors::None,
            has_history: false,
            outputs: Vec::new(),
            ticket: None,
            called: false,
            answered: HashSet::new(),
            excused: BTreeSet::new(),
            ended: None,
            filling,
            missing: Missing::default(),
            going: None,
            begun_by,
            peering: None,
            knocks: Knocks::new(opening.limits.enforced),
            renewals: Renewals::default(),
            knocked: Telling::default(),
            hands: Telling::default(),
            walls: WallNews::default(),
        }
    }

    /// Gives somebody a seat: what they have to know first is among the outputs.
    ///
    /// # Errors
    /// [`CloseCode::Ended`] where the pad has ended in this instant or before,
    /// [`CloseCode::Full`] where no seat is free,
    /// the code of [`Barred`] where the host has taken the key back.
    pub fn arrive(&mut self, arrival: Arrival, now: Instant) -> Result<(), CloseCode> {
        let kind = arrival.kind;
        // Asked here once more: since the key was looked at a host may have decided.
        let role = kind.role(self.access.role(arrival.pass()).map_err(Barred::code)?);
        self.access.pass_door_of(&arrival).map_err(Barred::code)?;
        // Who only changes their network takes no further place, even in a full pad.
        let replaced = self.seats.same_page(arrival);
        if self.is_full_for(&arrival) && replaced.is_none() {
            return Err(CloseCode::Full);
        }
        let before = self.life.phase();
        if kind.is_somebody() {
            self.life.arrive(now);
        } else {
            self.life.tick(now);
        }
        // A join and the end at the same instant are decided by the life alone, once for everyone.
        self.check_end(now);
        if self.ended.is_some() {
            return Err(CloseCode::Ended);
        }
        self.seats.insert((arrival, role), &self.limits, now);
        if let SeatKind::Peer(own) = kind {
            self.attach_peers(arrival.seat, own);
            return Ok(());
        }
        let seated = || self.seats.all().map(|(seat, _)| seat);
        let here: BTreeSet<Person> = seated().filter_map(|seat| self.seats.who(seat)).collect();
        self.access.came(&arrival, |person| here.contains(&person));
        if role >= Role::Edit {
            self.hold_to_share(arrival.seat, arrival.origin);
        }
        if let Some(old) = replaced {
            // A phone that changed its network comes back long before its last connection is
            // known to be dead; that one must not own its client ids any more.
            self.outputs.push(Effect::Replace(old));
            self.keep_hand(old, arrival.seat);
            self.depart(old, now);
        }
        if kind.hears_life() {
            self.greet((arrival, role), now);
        }
        if kind.is_asked(role) {
            // A client whose edits were made offline sends them only when it is asked.
            self.tell(arrival.seat, Outgoing::Step1(self.store.state_vector()));
        }
        // Whoever gets the pad unasked waits for the first word about people, even about nobody.
        let nobody = || {
            kind.gets_whole()
                .then(|| Here { states: awareness::encode([].into_iter()), ..Here::default() })
        };
        // Who lists people hears of changes by the next flush, and would list twice who is told to
        // them before.
        let here = if kind.gets_whole() { self.presence.told() } else { self.presence.all() };
        if let Some(all) = here.or_else(nobody) {
            self.tell(arrival.seat, Outgoing::Presence(all));
        }
        if let (Some(ending), true) = (self.ending_message(now), kind.hears_life()) {
            self.tell(arrival.seat, Outgoing::Page(ending));
        }
        if kind.is_somebody() {
            if before != Phase::Alive {
                self.announce_life(now);
            }
            self.event(EventKind::Joined(self.all_people()));
            // Whoever has moved here writes on with the ids that they had elsewhere.
            self.give_ids_back();
            self.tell_peers_who();
        }
        self.follow_call(now);
        Ok(())
    }

    /// Whether there is no seat for who comes; the other machines are no guest.
    fn is_full_for(&self, Arrival { kind, origin, .. }: &Arrival) -> bool {
        // One address has no more seats than sockets, though a socket may have many topics: else it
        // alone could leave none to the others.
        let of_address = self.seats.from(*origin) >= self.limits.sockets_per_address;
        let full = self.seats.len() >= self.limits.seats
            || of_address
            || (kind.is_somebody() && self.seats.count() >= self.limits.people);
        full && self.limits.enforced && !matches!(kind, SeatKind::Peer(_))
    }

    /// First of all: a page decides by the epoch whether anything after it is for the text that it holds.
    fn greet(&mut self, (arrival, role): (Arrival, Role), now: Instant) {
        let json = self.welcome((arrival, role), now);
        let whole = arrival.kind.gets_whole().then(|| self.whole());
        self.tell(arrival.seat, Outgoing::Welcome { json, whole });
        self.tell_access(arrival.seat);
        self.tell_knocks_to(arrival.seat, now);
        self.tell_hands_to(arrival.seat, now);
        if let Some(json) = self.title_message() {
            self.tell(arrival.seat, Outgoing::Page(json));
        }
        self.tell_walls_to(arrival.seat);
        self.tell_where_to(arrival.seat, now);
    }

    /// Gives a seat back.
    pub fn depart(&mut self, seat: SeatId, now: Instant) {
        self.answered.remove(&seat);
        // While the seat still knows its name.
        self.remember_filler(seat);
        let gone = self.seats.remove(seat);
        if gone.as_ref().is_some_and(|gone| matches!(gone.kind, SeatKind::Peer(_))) {
            self.presence.leave(seat, now);
            let freed = self.store.release(seat);
            self.note(Author { seat, live: false }, freed);
            return self.detach_peers(seat, now);
        }
        let Some(gone) = gone.filter(|seat| seat.kind.is_somebody()) else { return };
        if gone.hand.is_some() {
            self.hands_changed(now);
        }
        self.presence.leave(seat, now);
        let freed = self.store.release(seat);
        self.note(Author { seat, live: false }, freed);
        // Nobody is passed over as the author of this flush: all have to hear who has left.
        self.authors = Authors::Many;
        self.event(EventKind::Left(self.all_people()));
        self.lend_ids();
        self.tell_peers_who();
        if self.is_deserted() {
            self.begin_grace(now);
        }
        self.follow_call(now);
    }

    /// The last one has left.
    pub(super) fn begin_grace(&mut self, now: Instant) {
        self.life.all_left(now);
        // Where a last call runs, it is nearly over now.
        self.follow_call(now);
        self.announce_life(now);
        if let Some(ends_in) = self.life.ends_in(now) {
            self.event(EventKind::Fading { ends_in });
        }
    }

    /// Time has passed: the pad may end, or its last minutes begin.
    pub fn tick(&mut self, now: Instant) {
        self.life.set_blank(seed::is_blank(&self.store, self.epoch));
        let announce = self.life.tick(now);
        self.check_end(now);
        if announce && self.ended.is_none() {
            self.announce_life(now);
        }
        self.follow_call(now);
        self.ask_again(now);
        self.forget_knocks(now);
        self.tell_knocks(now);
        self.tell_hands(now);
        self.forget_taker(now);
    }

    pub(super) fn check_end(&mut self, now: Instant) {
        let Phase::Ended(cause) = self.life.phase() else { return };
        if self.ended.is_some() {
            return;
        }
        let (bytes, people) = (self.store.stats().bytes, self.seats.count());
        let grace = self.life.grace();
        let receipt = Receipt { cause, bytes, people, people_told: people, grace, files_kept: 0 };
        // Before the closes: pages say by it why, and drop their copies.
        self.tell_pages(self.life_message(now, Some(cause.name())));
        self.outputs.push(Effect::End);
        self.ended = Some(receipt);
    }

    /// Forgets clients that left long ago.
    pub fn forget(&mut self, now: Instant) {
        self.presence.forget(now);
    }

    /// Forgets the encoded pad, where nobody asks for it any more. True where there is none now.
    pub fn rest(&mut self) -> bool {
        self.store.rest()
    }

    /// Forgets the encoded pad at once.
    pub fn forget_full(&mut self) {
        self.store.forget_full();
    }

    /// What is left of the pad once it has ended.
    #[must_use]
    pub fn ended(&self) -> Option<Receipt> {
        self.ended
    }

    /// What the host keeps of a pad that has ended, or is left for a restart to which nobody may come back: nothing where
    /// it holds nothing, or goes on in another life.
    pub fn last_text(&mut self) -> Option<Bytes> {
        let goes_on = self
            .ended
            .is_some_and(|receipt| matches!(receipt.cause, EndCause::Afresh | EndCause::HandedOn));
        let is_kept = self.saves && !goes_on && !seed::is_blank(&self.store, self.epoch);
        is_kept.then(|| self.full())
    }

    /// What its host calls it.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.title.get()
    }

    /// The next instant at which [`Self::tick`] has something to do.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        let knocks = self.knocks.next();
        let told = self.hands.at().into_iter().chain(self.knocked.at());
        let others = self.missing.at().into_iter().chain(knocks).chain(told);
        let others = others.chain(self.taker_gone_at());
        self.life.deadline().into_iter().chain(others).min()
    }

    /// Whether something waits for a flush.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.authors != Authors::None
    }

    /// What was gathered since the last call, for all seats.
    pub fn gather(&mut self) -> Gathered {
        let author = match std::mem::replace(&mut self.authors, Authors::None) {
            Authors::One(seat) => Some(seat),
            _ => None,
        };
        let (presence, before) = self.presence.take_changed();
        let is_history = std::mem::take(&mut self.has_history);
        Gathered { update: self.store.take_delta(), is_history, presence, before, author }
    }

    /// The pad as one update.
    #[must_use]
    pub fn full(&mut self) -> Bytes {
        self.store.full()
    }

    /// All that stands in the pad, as bytes to look through.
    pub fn live_bodies(&self) -> impl Iterator<Item = LiveBody<'_>> {
        self.store.live_bodies()
    }

    fn whole(&mut self) -> Whole {
        Whole { update: self.store.full(), vector: self.store.state_vector() }
    }

    /// What a seat with this state vector lacks; for one that fell out of the log.
    #[must_use]
    pub fn since(&mut self, mark: &[u8]) -> Option<Bytes> {
        self.store.diff(mark).ok()
    }

    /// The state vector, as a mark for [`Self::since`].
    #[must_use]
    pub fn mark(&self) -> Vec<u8> {
        self.store.state_vector()
    }

    /// The presence of all, for a seat that fell out of the log.
    #[must_use]
    pub fn everyone(&self) -> Option<Here> {
        self.presence.all()
    }

    /// Takes what is to be done.
    pub fn take_outputs(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.outputs)
    }

    pub(super) fn tell_pages(&mut self, json: String) {
        let pages = self.seats.hearing();
        if !pages.is_empty() {
            self.outputs.push(Effect::ToPages(pages, json));
        }
    }

    pub(super) fn tell(&mut self, seat: SeatId, note: Outgoing) {
        self.outputs.push(Effect::To(seat, note));
    }

    pub(super) fn event(&mut self, kind: EventKind) {
        let event = Event { pad: self.pad.clone(), epoch: self.epoch, kind };
        self.outputs.push(Effect::Event(event));
    }
}
