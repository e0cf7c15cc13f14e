//! An engine in this process, for tests: it loses, doubles, delays and reorders frames, cuts nodes off from each other
//! and goes away, all as one seed and the test say. Under tokio's paused time a run depends on nothing else.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::{Notify, watch};
use tokio::time::{Instant, sleep_until, timeout};

use super::engine::{Delivery, Engine, EngineState, NoAnswer, Unsent};
use super::subject::Subject;
use crate::base::lock::lock;

/// What happens to frames.
#[derive(Clone, Debug)]
pub(crate) struct Faults {
    /// How many of a hundred are lost, without a word.
    pub(crate) loss: u8,
    /// How many of a hundred come twice.
    pub(crate) duplication: u8,
    /// How long each takes.
    pub(crate) delay: Range<Duration>,
    /// Whether a later one may overtake an earlier one of the same node.
    pub(crate) reordering: bool,
    /// How many wait for one subscription; a further one is lost, and its node told.
    pub(crate) capacity: usize,
}

impl Default for Faults {
    fn default() -> Self {
        let delay = Duration::ZERO..Duration::ZERO;
        Self { loss: 0, duplication: 0, delay, reordering: false, capacity: 64 << 10 }
    }
}

/// A frame is lost where this says so.
type LossRule = Box<dyn FnMut(&Subject, &Bytes) -> bool + Send>;

/// The engine itself, on which nodes are.
#[derive(Clone)]
pub(crate) struct MemoryBus(Arc<Mutex<State>>);

struct State {
    random: fastrand::Rng,
    faults: Faults,
    loses: LossRule,
    nodes: Vec<OnBus>,
    subscribers: BTreeMap<u64, Subscriber>,
    /// Of subscriptions, deliveries and questions.
    next_id: u64,
}

struct OnBus {
    state: watch::Sender<EngineState>,
    /// Nodes hear each other that are on the same side.
    side: u64,
}

struct Subscriber {
    node: usize,
    subject: Subject,
    queue: Arc<Queue>,
    /// When the last frame of each node arrives: the next does not come sooner.
    last: BTreeMap<usize, Instant>,
}

#[derive(Debug, Default)]
struct Queue {
    /// By when they arrive, then by when they were sent.
    waiting: Mutex<BTreeMap<(Instant, u64), Delivery>>,
    arrived: Notify,
}

impl MemoryBus {
    pub(crate) fn new(seed: u64, faults: Faults) -> Self {
        Self(Arc::new(Mutex::new(State {
            random: fastrand::Rng::with_seed(seed),
            faults,
            loses: Box::new(|_, _| false),
            nodes: Vec::new(),
            subscribers: BTreeMap::new(),
            next_id: 0,
        })))
    }

    /// A further node, connected; the first is number 0.
    pub(crate) fn node(&self) -> Engine {
        let mut bus = self.state();
        let state = EngineState { connected: true, connections: 1, overruns: 0 };
        bus.nodes.push(OnBus { state: watch::Sender::new(state), side: 0 });
        Engine::Memory(MemoryNode { bus: self.clone(), number: bus.nodes.len() - 1 })
    }

    /// From now on this happens to frames.
    pub(crate) fn set_faults(&self, faults: Faults) {
        self.state().faults = faults;
    }

    /// From now on those frames are lost, too, of which this says so.
    pub(crate) fn lose_where(&self, rule: impl FnMut(&Subject, &Bytes) -> bool + Send + 'static) {
        self.state().loses = Box::new(rule);
    }

    /// These nodes hear only each other from now on, and nobody else hears them; no side is told.
    pub(crate) fn part(&self, nodes: &[usize]) {
        let mut bus = self.state();
        let side = bus.take_id() + 1;
        nodes.iter().for_each(|node| bus.nodes[*node].side = side);
    }

    /// All nodes hear each other again.
    pub(crate) fn heal(&self) {
        self.state().nodes.iter_mut().for_each(|node| node.side = 0);
    }

    /// The engine goes away for this node, with all that is on its way to it.
    pub(crate) fn disconnect(&self, number: usize) {
        let bus = self.state();
        bus.nodes[number].state.send_modify(|state| state.connected = false);
        let own = bus.subscribers.values().filter(|subscriber| subscriber.node == number);
        own.for_each(|subscriber| lock(&subscriber.queue.waiting).clear());
    }

    /// The engine comes back for this node; its subscriptions stand.
    pub(crate) fn reconnect(&self, number: usize) {
        self.state().nodes[number].state.send_modify(|state| {
            state.connections += u64::from(!state.connected);
            state.connected = true;
        });
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.0)
    }
}

impl State {
    fn take_id(&mut self) -> u64 {
        self.next_id += 1;
        self.next_id
    }

    fn is_connected(&self, node: usize) -> bool {
        self.nodes[node].state.borrow().connected
    }

    /// Whether what one node sends reaches another.
    fn reaches(&self, from: usize, to: usize) -> bool {
        from != to && self.nodes[from].side == self.nodes[to].side && self.is_connected(to)
    }

    /// Who hears a frame, in the order of their coming.
    fn hearers(&self, from: usize, subject: &Subject) -> Vec<u64> {
        let hears = |subscriber: &Subscriber| {
            subscriber.subject == *subject && self.reaches(from, subscriber.node)
        };
        self.subscribers.iter().filter(|(_, one)| hears(one)).map(|(id, _)| *id).collect()
    }

    fn send(&mut self, from: usize, subject: &Subject, delivery: &Delivery) {
        for hearer in self.hearers(from, subject) {
            let lost = self.chance(self.faults.loss);
            if lost || (self.loses)(subject, &delivery.bytes) {
                continue;
            }
            let copies = 1 + u8::from(self.chance(self.faults.duplication));
            (0..copies).for_each(|_| self.deliver(from, hearer, delivery.clone()));
        }
    }

    fn deliver(&mut self, from: usize, hearer: u64, delivery: Delivery) {
        let (mut due, id) = (Instant::now() + self.delay(), self.take_id());
        let Some(subscriber) = self.subscribers.get_mut(&hearer) else { return };
        if !self.faults.reordering {
            let last = subscriber.last.entry(from).or_insert(due);
            due = due.max(*last);
            *last = due;
        }
        let mut waiting = lock(&subscriber.queue.waiting);
        if waiting.len() >= self.faults.capacity {
            self.nodes[subscriber.node].state.send_modify(|state| state.overruns += 1);
            return;
        }
        waiting.insert((due, id), delivery);
        subscriber.queue.arrived.notify_one();
    }

    fn chance(&mut self, of_hundred: u8) -> bool {
        self.random.u8(0..100) < of_hundred
    }

    fn delay(&mut self) -> Duration {
        let Range { start, end } = self.faults.delay;
        start + end.saturating_sub(start).mul_f64(self.random.f64())
    }
}

/// One node's line to it.
#[derive(Clone)]
pub struct MemoryNode {
    bus: MemoryBus,
    number: usize,
}

impl std::fmt::Debug for MemoryNode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MemoryNode").field("number", &self.number).finish_non_exhaustive()
    }
}

impl MemoryNode {
    pub(super) fn publish(&self, subject: &Subject, bytes: Bytes) -> Result<(), Unsent> {
        self.send(subject, &Delivery { bytes, reply_to: None })
    }

    fn send(&self, subject: &Subject, delivery: &Delivery) -> Result<(), Unsent> {
        let mut bus = self.bus.state();
        if !bus.is_connected(self.number) {
            return Err(Unsent::Down);
        }
        bus.send(self.number, subject, delivery);
        Ok(())
    }

    pub(super) fn subscribe(&self, subject: &Subject) -> MemorySubscription {
        let (mut bus, queue) = (self.bus.state(), Arc::<Queue>::default());
        let (id, node) = (bus.take_id(), self.number);
        let (subject, last) = (subject.clone(), BTreeMap::new());
        bus.subscribers.insert(id, Subscriber { node, subject, queue: Arc::clone(&queue), last });
        MemorySubscription { bus: self.bus.clone(), id, queue }
    }

    pub(super) async fn request(
        &self,
        subject: &Subject,
        bytes: Bytes,
        wait: Duration,
    ) -> Result<Bytes, NoAnswer> {
        let inbox = format!("inbox.{}.{}", self.number, self.bus.state().take_id());
        let inbox: Subject = inbox.parse().expect("words of letters and digits");
        let answers = self.subscribe(&inbox);
        if !self.bus.state().is_connected(self.number) {
            return Err(NoAnswer::Unsent(Unsent::Down));
        }
        if self.bus.state().hearers(self.number, subject).is_empty() {
            return Err(NoAnswer::NoResponders);
        }
        self.send(subject, &Delivery { bytes, reply_to: Some(inbox) })?;
        let answer = timeout(wait, answers.next()).await.map_err(|_| NoAnswer::TimedOut)?;
        Ok(answer.bytes)
    }

    pub(super) fn state(&self) -> watch::Receiver<EngineState> {
        self.bus.state().nodes[self.number].state.subscribe()
    }
}

/// What comes to one subject, until this is dropped.
pub struct MemorySubscription {
    bus: MemoryBus,
    id: u64,
    queue: Arc<Queue>,
}

impl std::fmt::Debug for MemorySubscription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MemorySubscription").field("id", &self.id).finish_non_exhaustive()
    }
}

impl MemorySubscription {
    pub(super) async fn next(&self) -> Delivery {
        loop {
            let first = lock(&self.queue.waiting).first_key_value().map(|(key, _)| *key);
            match first {
                Some(key) if key.0 <= Instant::now() => {
                    if let Some(delivery) = lock(&self.queue.waiting).remove(&key) {
                        return delivery;
                    }
                }
                // What comes meanwhile may be due sooner.
                Some((due, _)) => tokio::select! {
                    () = sleep_until(due) => {}
                    () = self.queue.arrived.notified() => {}
                },
                None => self.queue.arrived.notified().await,
            }
        }
    }
}

impl Drop for MemorySubscription {
    fn drop(&mut self) {
        self.bus.state().subscribers.remove(&self.id);
    }
}

#[cfg(test)]
mod tests;
