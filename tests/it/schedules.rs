//! Thousands of random lives against a model: a pad is never erased while somebody is there but at
//! an end that was announced, and always by its end. `FADEPAD_SEED` repeats one life.

use std::time::{Duration, Instant};

use fadepad::base::ids::{EndCause, Epoch, Person, Role, SeatId};
use fadepad::base::limits::{COMES_BACK, LAST_CALL, Limits};
use fadepad::room::core::access::Access;
use fadepad::room::core::budget::Budget;
use fadepad::room::core::life::{Life as RoomLife, LifeTimes};
use fadepad::room::core::plan::LifePlan;
use fadepad::room::core::retention::Retention;
use fadepad::room::core::seat_kind::SeatKind;
use fadepad::room::core::state::{Opening, Room};
use fadepad::room::core::title::Title;
use fadepad::room::message::{Arrival, Effect, HostCommand, Message};

const LIVES: u64 = 4_000;
const STEPS: usize = 60;
const LIFETIME: Duration = Duration::from_secs(86_400);
/// Nothing is decided later than this after it is due.
const SLACK: Duration = Duration::from_secs(1);

/// What should happen, said in the plainest way.
struct Model {
    people: Vec<SeatId>,
    grace: Duration,
    fades: bool,
    left_at: Option<Instant>,
    /// The same, whatever the host decided since.
    empty_from: Option<Instant>,
    end: (Instant, EndCause),
    countdown: Option<Instant>,
    hard_end: Instant,
    /// Nothing is written: there is nothing to copy, so no call comes before an end of its time's.
    blank: bool,
}

impl Model {
    fn new(now: Instant, grace: Duration) -> Self {
        let hard_end = now + LIFETIME;
        let end = (hard_end, EndCause::MaxLifetime);
        Self {
            people: vec![],
            grace,
            fades: true,
            left_at: None,
            empty_from: None,
            end,
            countdown: None,
            hard_end,
            blank: true,
        }
    }

    /// When and why it ends if nothing else happens.
    fn due(&self) -> (Instant, EndCause) {
        let fade = self.left_at.filter(|_| self.fades).map(|at| (at + self.grace, EndCause::Faded));
        // When all have left, an end of the host's waits no longer than for a phone to come back.
        let alone = self.empty_from.map(|at| at + COMES_BACK);
        let counted =
            self.countdown.map(|at| (alone.map_or(at, |alone| alone.min(at)), EndCause::Host));
        let ends = [counted, Some(self.end), fade].into_iter().flatten();
        let (at, cause) = ends.min_by_key(|(at, _)| *at).unwrap();
        // Whatever comes first: people were told that the host ends it.
        (at, if self.countdown.is_some() { EndCause::Host } else { cause })
    }

    fn steer(&mut self, steering: HostCommand, now: Instant) {
        match steering {
            HostCommand::End(Some(time)) if !self.people.is_empty() => {
                self.countdown = Some((now + time).min(self.end.0));
            }
            HostCommand::Access(_)
            | HostCommand::ShowOut { .. }
            | HostCommand::Knock { .. }
            | HostCommand::Title(_) => {}
            HostCommand::Afresh => unreachable!("it goes on in another room"),
            HostCommand::Leave => unreachable!("the program goes on"),
            HostCommand::End(None) | HostCommand::Stop(_) if !self.people.is_empty() => {
                unreachable!()
            }
            HostCommand::End(_) | HostCommand::Stop(_) => self.countdown = Some(now),
            HostCommand::Stay => {
                let (end, cause) = self.end;
                let called = now + LAST_CALL >= end && !self.people.is_empty() && !self.blank;
                if self.countdown.take().is_none() && called && cause == EndCause::Announced {
                    self.end = (self.hard_end, EndCause::MaxLifetime);
                    self.fades = true;
                }
            }
            HostCommand::Keep(keep) => {
                self.end = (self.hard_end, EndCause::MaxLifetime);
                self.fades = matches!(keep, Retention::Grace(_));
                // The grace begins anew when the host decides while nobody is there.
                self.left_at = self.left_at.map(|_| now);
                match keep {
                    Retention::Grace(grace) => self.grace = grace,
                    Retention::For(time) if now + time < self.hard_end => {
                        self.end = (now + time, EndCause::Announced);
                    }
                    _ => {}
                }
            }
        }
    }
}

struct Life {
    room: Room,
    model: Model,
    now: Instant,
    random: fastrand::Rng,
    seats: u64,
}

fn times(grace: Duration, lifetime: Duration) -> LifeTimes {
    LifeTimes { grace, lifetime, last_call: LAST_CALL }
}

fn opening(life: RoomLife, resumed: bool) -> Opening {
    Opening {
        seeded: true,
        pad: "notes".parse().unwrap(),
        epoch: Epoch(1),
        plan: LifePlan::new(life),
        title: Title::default(),
        access: Access::default(),
        limits: Limits::default(),
        resumed,
        begun: None,
        awaits: true,
        saves: false,
        budget: Budget::new(1 << 30),
    }
}

impl Life {
    fn new(seed: u64) -> Self {
        let mut random = fastrand::Rng::with_seed(seed);
        let (now, grace) = (Instant::now(), Duration::from_secs(random.u64(1..2_000)));
        let room = Room::open(opening(RoomLife::new(now, times(grace, LIFETIME)), false), now);
        Self { room, model: Model::new(now, grace), now, random, seats: 1 }
    }

    /// Time passes as it does for a room's task: it ticks when it asked to.
    fn pass(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some(at) = self.room.deadline().filter(|at| *at <= until) {
            self.now = self.now.max(at);
            self.room.tick(self.now);
            self.check();
            if self.room.ended().is_some() {
                return;
            }
        }
        self.now = until;
        self.check();
    }

    fn check(&self) {
        let (due, cause) = self.model.due();
        match self.room.ended() {
            Some(receipt) => {
                assert!(self.now >= due, "ended {:?} too early", due - self.now);
                assert_eq!(receipt.cause, cause);
                let announced = cause != EndCause::Faded;
                assert!(
                    self.model.people.is_empty() || announced,
                    "erased while somebody is there"
                );
            }
            None => assert!(self.now < due + SLACK, "still alive {:?} late", self.now - due),
        }
    }

    fn step(&mut self) {
        match self.random.u8(..16) {
            0..4 => self.join(),
            4..7 => self.leave(),
            7 => self.edit(),
            8 => self.steer(),
            9 => self.fail(),
            _ => {
                let longest = [3, 900, 2_500, 40_000][self.random.usize(..4)];
                let time = Duration::from_millis(self.random.u64(..longest * 1_000));
                self.pass(time);
            }
        }
    }

    fn join(&mut self) {
        self.seats += 1;
        let arrival = Arrival {
            seat: SeatId(self.seats),
            kind: SeatKind::Page,
            person: Person(self.seats.into()),
            own: false,
            role: Role::Host,
            generation: 0,
            origin: None,
            tab: None,
        };
        let came = self.room.arrive(arrival, self.now);
        assert_eq!(came.is_ok(), self.room.ended().is_none(), "a join wins or loses whole");
        if came.is_ok() {
            self.model.people.push(arrival.seat);
            (self.model.left_at, self.model.empty_from) = (None, None);
        }
    }

    fn leave(&mut self) {
        if self.model.people.is_empty() {
            return;
        }
        let at = self.random.usize(..self.model.people.len());
        self.room.depart(self.model.people.swap_remove(at), self.now);
        if self.model.people.is_empty() {
            (self.model.left_at, self.model.empty_from) = (Some(self.now), Some(self.now));
        }
    }

    fn edit(&mut self) {
        if let Some(seat) = self.model.people.first() {
            // The first letter of a client of the seat's own, in a root named "t".
            let client = u8::try_from(seat.0).unwrap();
            let bytes = [1, 1, client, 0, 4, 1, 1, b't', 1, b'x', 0].to_vec().into();
            self.model.blank = false;
            self.room.handle(*seat, Message::Update { bytes, live: true }, self.now);
            let closed = |output: &Effect| matches!(output, Effect::Close(..));
            assert!(!self.room.take_outputs().iter().any(closed));
        }
    }

    fn steer(&mut self) {
        let time = Duration::from_secs(self.random.u64(1..5_000));
        let steering = match self.random.u8(..6) {
            0 => HostCommand::End(Some(time / 100)),
            1 => HostCommand::Stay,
            2 => HostCommand::Keep(Retention::For(time * 10)),
            3 => HostCommand::Keep(Retention::Always),
            _ => HostCommand::Keep(Retention::Grace(time)),
        };
        self.model.steer(steering.clone(), self.now);
        self.room.steer(steering, None, self.now).unwrap();
        self.check();
    }

    /// The room fails and goes on: its people are gone until they come back.
    fn fail(&mut self) {
        let left = self.model.hard_end - self.now;
        let grace = self.model.grace;
        self.room =
            Room::open(opening(RoomLife::new(self.now, times(grace, left)), true), self.now);
        self.model = Model { hard_end: self.model.hard_end, ..Model::new(self.now, grace) };
        self.model.end.0 = self.model.hard_end;
        self.model.left_at = Some(self.now);
    }
}

#[test]
fn every_life_ends_when_it_should_and_never_before() {
    let named = std::env::var("FADEPAD_SEED").ok().and_then(|seed| seed.parse().ok());
    let first = named.unwrap_or_else(|| fastrand::u64(..));
    let lives = if named.is_some() { 1 } else { LIVES };
    let mut ends = [0; 4];
    for seed in first..first.saturating_add(lives) {
        let lived = std::panic::catch_unwind(|| {
            let mut life = Life::new(seed);
            for _ in 0..STEPS {
                if life.room.ended().is_some() {
                    break;
                }
                life.step();
            }
            life.room.ended().map(|receipt| receipt.cause)
        });
        match lived {
            Ok(None | Some(EndCause::Afresh | EndCause::HandedOn)) => {}
            Ok(Some(EndCause::Faded)) => ends[0] += 1,
            Ok(Some(EndCause::Host | EndCause::Stopped)) => ends[1] += 1,
            Ok(Some(EndCause::Announced)) => ends[2] += 1,
            Ok(Some(EndCause::MaxLifetime)) => ends[3] += 1,
            Err(_) => panic!("repeat it with FADEPAD_SEED={seed}"),
        }
    }
    assert!(named.is_some() || ends.iter().all(|n| *n > 20), "every end was seen: {ends:?}");
}
