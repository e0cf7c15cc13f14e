//! One open pad's line to its copies at other machines. A room never waits for it: it speaks to the line as to any seat, and what
//! the engine does not take is made up for later. Whatever is lost is found by the digests that copies tell each other.

mod hearing;
mod keeping;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use fadepad_store::Digest;
use tokio::sync::mpsc;
use tokio::time::sleep_until;

use super::engine::Subscription;
use super::frame::{ClusterFrame, FrameBody, NumberWindow, ReplicaHello};
use super::incarnation::Incarnation;
use super::linger::{Linger, weight};
use super::membership::{ClusterNode, LineWord};
use super::subject::Subject;
use super::voice::{PeerEncoder, PeerPipe, RoomSaid};
use crate::base::clock::now;
use crate::base::ids::{Person, Role};
use crate::room::Seat;
use crate::room::core::pass::Pass;
use crate::room::core::peer_words::{PeerAnswer, PeerWord, Replica};
use crate::room::core::seat_kind::SeatKind;
use crate::room::lobby::Pad;
use crate::room::message::Arrival;
use crate::room::send::encoder::Sink;

/// What is said soon waits for so long, so that a crowd that comes at once is told of once.
const SOON: Duration = Duration::from_millis(20);

/// The longest time after which a copy that differs asks for what it lacks; the time is another at every node.
const RESYNC_WITHIN: Duration = Duration::from_millis(200);

/// How long after its beginning a copy does not know yet which others there are.
const MEETS_WITHIN: Duration = Duration::from_secs(5);

/// After an exchange that failed.
const RESYNC_AGAIN: Duration = Duration::from_secs(1);

/// How often a copy says what it has where it has changed of late or another holds something else, and where not.
const SAYS_HELLO: (Duration, Duration) = (Duration::from_secs(30), Duration::from_secs(300));

/// A copy that was silent for so long may have gone without a word that came: one that nobody is with asks. Before it goes itself, what
/// it relies on was proved within the second time.
const PROVES: (Duration, Duration) = (Duration::from_secs(20), Duration::from_secs(3));

/// So many times after a change.
const REPEATS: u8 = 3;

/// How often a copy that nobody is with looks what becomes of it, and how often one does that is in use.
const LOOKS: (Duration, Duration) = (Duration::from_millis(500), Duration::from_secs(20));

/// So many frames of one node that a room refuses, and nothing of it is taken for a while.
const MOST_BAD: u8 = 3;
const QUARANTINE: Duration = Duration::from_secs(60);

/// What a line begins with.
pub(super) struct LineStart {
    /// A way to itself.
    pub(super) own_words: mpsc::Sender<LineWord>,
    /// What its node says.
    pub(super) words: mpsc::Receiver<LineWord>,
    /// How long nobody has been with the pad.
    pub(super) alone_for: Duration,
    /// How many people are here, as the node tells the others.
    pub(super) people: Arc<AtomicU64>,
}

/// Where a line listens.
struct Ears {
    at: Subject,
    frames: Subscription,
    at_question: Subject,
    questions: Subscription,
    at_code: Subject,
    by_code: Subscription,
}

/// Another node with a copy.
struct Far {
    window: NumberWindow,
    hello: Option<ReplicaHello>,
    /// The number of that hello.
    hello_number: u64,
    /// Clients of presence that are there.
    clients: BTreeSet<u64>,
    bad: u8,
    /// When it was heard, or asked, last; and when it was known last that it has a copy.
    heard: Instant,
    proved: Option<Instant>,
    deaf_until: Option<Instant>,
}

impl Far {
    /// Whether it has said last that it holds this.
    fn holds(&self, digest: Digest) -> bool {
        self.hello.as_ref().is_some_and(|hello| hello.digest == digest)
    }
}

struct PeerLine {
    node: ClusterNode,
    pad: Pad,
    seat: Seat,
    pipe: PeerPipe,
    own_words: mpsc::Sender<LineWord>,
    /// What it has broadcast last.
    number: u64,
    far: BTreeMap<Incarnation, Far>,
    begun: Instant,
    linger: Linger,
    people: Arc<AtomicU64>,
    seen: Replica,
    /// How often it says soon again what it has: a hello may be lost.
    repeats: u8,
    hello_at: Instant,
    look_at: Instant,
    resyncs: BTreeMap<Incarnation, Instant>,
    running: BTreeSet<Incarnation>,
    over: bool,
}

/// Works until the pad is over, or this copy is let go.
pub(super) async fn run(node: ClusterNode, pad: Pad, start: LineStart) {
    let LineStart { own_words, mut words, alone_for, people } = start;
    // First of all, so that nothing that is said from now on is missed.
    let Some(mut ears) = listen(&node, &pad).await else { return };
    let Some((seat, pipe)) = sit_down(&node, &pad).await else { return };
    let Some(PeerAnswer::Replica(seen)) = pad.room.peers(PeerWord::Look).await else { return };
    let (begun, salt) = (now(), node.0.subjects.salt(&pad.name));
    let alone_since = begun.checked_sub(alone_for).unwrap_or(begun);
    let linger = Linger::new((node.own(), node.0.settings.copies, salt), alone_since);
    let number = node.first_number();
    let mut line = PeerLine {
        node,
        pad,
        seat,
        pipe,
        own_words,
        number,
        far: BTreeMap::new(),
        begun,
        linger,
        people,
        seen: *seen,
        repeats: REPEATS,
        hello_at: begun,
        // Not before the others have said what they have.
        look_at: begun + 2 * LOOKS.0,
        resyncs: BTreeMap::new(),
        running: BTreeSet::new(),
        over: false,
    };
    while !line.over {
        let due = line.due();
        tokio::select! {
            Some(delivery) = ears.frames.next() => line.hear(&ears.at, &delivery).await,
            Some(question) = ears.questions.next() => line.tell_pad(&ears.at_question, question),
            Some(question) = ears.by_code.next() => line.tell_pad(&ears.at_code, question),
            Some(word) = words.recv() => line.hear_node(word).await,
            () = line.pipe.arrived() => line.speak().await,
            () = line.seat.woken() => line.over |= line.seat.is_over(),
            () = line.seat.room_gone() => line.over = true,
            () = sleep_until(due.into()) => {}
        }
        line.seat.heard();
        if line.seat.is_blocked() {
            line.seat.resume().await;
        }
        line.do_due(&mut ears).await;
    }
    line.people.store(0, Ordering::Relaxed);
    line.say_goodbye();
}

async fn listen(node: &ClusterNode, pad: &Pad) -> Option<Ears> {
    let (engine, subjects) = (&node.0.engine, &node.0.subjects);
    let (at, at_question) = (subjects.pad(&pad.name), subjects.question(&pad.name));
    let at_code = subjects.code(node.0.lobby.code(pad));
    Some(Ears {
        frames: engine.subscribe(&at).await.ok()?,
        questions: engine.subscribe(&at_question).await.ok()?,
        by_code: engine.subscribe(&at_code).await.ok()?,
        at,
        at_question,
        at_code,
    })
}

async fn sit_down(node: &ClusterNode, pad: &Pad) -> Option<(Seat, PeerPipe)> {
    let pipe = PeerPipe::default();
    let arrival = Arrival {
        seat: node.0.lobby.next_seat(),
        kind: SeatKind::Peer(node.own().0),
        person: Person(0),
        own: false,
        role: Role::Edit,
        generation: Pass::OF_NO_LINK,
        origin: None,
        tab: None,
    };
    let sink = Sink::alone(Box::new(pipe.clone()), Arc::new(PeerEncoder));
    let seat = pad.room.join(arrival, sink).await.ok()?;
    Some((seat, pipe))
}

impl PeerLine {
    /// When there is something to do that nobody asks for.
    fn due(&self) -> Instant {
        let resyncs = self.resyncs.values().copied();
        resyncs.chain([self.hello_at, self.look_at]).min().unwrap_or(self.hello_at)
    }

    async fn do_due(&mut self, ears: &mut Ears) {
        let begun = now();
        let due: Vec<_> =
            self.resyncs.iter().filter(|(_, at)| **at <= begun).map(|(node, _)| *node).collect();
        due.into_iter().for_each(|node| self.resync(node));
        if self.hello_at <= begun {
            self.say_hello(false).await;
        }
        if self.look_at <= begun {
            self.look_after_copy().await;
            self.follow_code(ears).await;
        }
    }

    /// The code is another one since a host has made new links.
    async fn follow_code(&self, ears: &mut Ears) {
        let at = self.node.0.subjects.code(self.node.0.lobby.code(&self.pad));
        if at != ears.at_code
            && let Ok(by_code) = self.node.0.engine.subscribe(&at).await
        {
            (ears.at_code, ears.by_code) = (at, by_code);
        }
    }

    // What the room says.

    async fn speak(&mut self) {
        for said in self.pipe.take_said() {
            match said {
                RoomSaid::Update(update) => {
                    self.repeats = REPEATS;
                    self.linger.change();
                    self.hello_by(SAYS_HELLO.0);
                    // What is too large for a frame is fetched by who hears of the digest.
                    if self.is_heard() && !self.say(FrameBody::Update(update)) {
                        self.hello_by(SOON);
                    }
                }
                RoomSaid::Presence { states, whose } if self.is_heard() => {
                    self.say(FrameBody::Presence { states, whose });
                }
                RoomSaid::Presence { .. } => {}
                RoomSaid::Lacks => self.far_nodes().into_iter().for_each(|n| self.resync_soon(n)),
                RoomSaid::Here => self.hello_by(SOON),
                RoomSaid::Decided => self.say_decisions().await,
                RoomSaid::Command(json) => drop(self.say(FrameBody::Command(json))),
                RoomSaid::Closed => self.over = true,
            }
        }
    }

    /// Whether anybody else may have a copy: they have not said so yet where this one has just begun.
    fn is_heard(&self) -> bool {
        !self.far.is_empty() || now().saturating_duration_since(self.begun) < MEETS_WITHIN
    }

    /// Says something to all copies. False where the engine does not take it.
    fn say(&mut self, body: FrameBody) -> bool {
        self.number += 1;
        let frame = ClusterFrame { number: self.number, epoch: self.pad.epoch, body };
        let at = self.node.0.subjects.pad(&self.pad.name);
        self.node.say(&at, &frame)
    }

    async fn say_decisions(&mut self) {
        if let Some(PeerAnswer::Bytes(json)) = self.pad.room.peers(PeerWord::Decided).await {
            self.say(FrameBody::Decisions(json));
        }
        // A new code may be among them.
        self.look_at = now();
    }

    fn hello_by(&mut self, within: Duration) {
        self.hello_at = self.hello_at.min(now() + within);
    }

    async fn look(&mut self) -> bool {
        match self.pad.room.peers(PeerWord::Look).await {
            Some(PeerAnswer::Replica(seen)) => {
                self.linger.set_people(seen.people, now());
                self.people.store(seen.people, Ordering::Relaxed);
                self.seen = *seen;
                if self.seen.people == 0 {
                    self.look_at = self.look_at.min(now() + LOOKS.0);
                }
                true
            }
            _ => {
                self.over = true;
                false
            }
        }
    }

    async fn say_hello(&mut self, leaving: bool) {
        if !self.look().await {
            return;
        }
        let alone_for = self.linger.own_alone_for(now());
        let hello = ReplicaHello {
            digest: self.seen.digest,
            decisions: self.seen.decisions,
            people: self.seen.people,
            alone_ms: u64::try_from(alone_for.as_millis()).unwrap_or(u64::MAX),
            leaving,
            here: serde_json::to_vec(&self.seen.here).unwrap_or_default().into(),
        };
        self.say(FrameBody::Hello(hello));
        let (changed, still) = SAYS_HELLO;
        let agreed = self.far.values().all(|far| far.holds(self.seen.digest));
        let wait = if self.repeats > 0 || !agreed { changed } else { still };
        self.repeats = self.repeats.saturating_sub(1);
        // Not all at the same time.
        let spread = weight(self.number, self.node.own()) % (wait.as_millis() as u64 / 4).max(1);
        self.hello_at = now() + wait - Duration::from_millis(spread);
    }

    /// The copy goes: nobody has to wait until its silence is noticed.
    fn say_goodbye(&mut self) {
        let hello = ReplicaHello {
            digest: self.seen.digest,
            decisions: self.seen.decisions,
            people: 0,
            alone_ms: 0,
            leaving: true,
            here: Bytes::new(),
        };
        self.say(FrameBody::Hello(hello));
    }
}
