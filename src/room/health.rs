//! Which connections are still there: keep-alives, pings, and letting go of the dead.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::base::close::CloseCode;
use crate::base::ids::SeatId;
use crate::base::limits::{DEAD_AFTER, KEEP_ALIVE, PING_AFTER, PROBE_TIMEOUT, STUCK_AFTER};
use crate::room::send::outbound::Outbound;

/// The ways out to all seats of a room.
pub(super) type Outbounds = HashMap<SeatId, Arc<Outbound>>;

/// Seats that were asked whether they are still there.
#[derive(Default)]
pub(super) struct Probes(HashMap<SeatId, Probe>);

struct Probe {
    asked: Instant,
    /// When the question is with the guest, once it is written.
    arrives: Option<Instant>,
}

impl Probe {
    /// By when an answer should be here; `None` while the question waits for the socket. Who takes
    /// nothing is found by [`STUCK_AFTER`].
    fn due(&self, outbound: &Outbound) -> Option<Instant> {
        Some(self.arrives? + outbound.answers_within())
    }
}

impl Probes {
    /// Asks a seat whether it is still there, where it was silent for a while.
    pub(super) fn ask(&mut self, seat: SeatId, outbound: &Outbound, now: Instant) {
        // Who was just heard is there. Else every forged presence would cost its owner a ping.
        let is_silent = outbound.activity().since_in(now) >= seconds(PROBE_TIMEOUT);
        if is_silent && !self.0.contains_key(&seat) {
            outbound.send(outbound.dialect().ping(), now);
            let arrives = outbound.arrival(now);
            self.0.insert(seat, Probe { asked: now, arrives });
        }
    }

    /// The seat has left.
    pub(super) fn forget(&mut self, seat: SeatId) {
        self.0.remove(&seat);
    }

    /// When the next seat should have answered.
    pub(super) fn next(&self, outbounds: &Outbounds) -> Option<Instant> {
        let probes = self.0.iter();
        probes.filter_map(|(seat, probe)| probe.due(outbounds.get(seat)?)).min()
    }

    /// Lets go of seats that did not answer.
    pub(super) fn settle(&mut self, outbounds: &Outbounds, now: Instant) {
        self.0.retain(|seat, probe| {
            let Some(outbound) = outbounds.get(seat) else { return false };
            if outbound.activity().is_heard_since(probe.asked) {
                return false;
            }
            // On a slow line a question waits behind a whole pad: the time for the answer begins
            // when the guest has it, not when it was asked.
            probe.arrives = probe.arrives.or_else(|| outbound.arrival(now));
            let due = probe.due(outbound).is_some_and(|due| now >= due);
            if due {
                outbound.give_up(CloseCode::FellBehind, now);
            }
            !due
        });
    }
}

/// Keeps silent connections alive, finds dead ones and those that take nothing.
pub(super) fn sweep(outbounds: &Outbounds, now: Instant) {
    for outbound in outbounds.values() {
        outbound.settle();
        outbound.recount();
        let activity = outbound.activity();
        let (silent_in, silent_out) = (activity.since_in(now), activity.since_out(now));
        let stuck = outbound.is_stalled() && silent_out >= seconds(STUCK_AFTER);
        if stuck || silent_in >= seconds(DEAD_AFTER) {
            outbound.give_up(CloseCode::FellBehind, now);
        } else if !outbound.is_stalled() {
            // To a full socket nothing is added: what it takes next shows that it is alive.
            if silent_in >= seconds(PING_AFTER) {
                outbound.send(outbound.dialect().ping(), now);
            }
            if silent_out >= seconds(KEEP_ALIVE) {
                outbound.send(outbound.dialect().keep_alive(), now);
            }
        }
    }
}

fn seconds(duration: Duration) -> u32 {
    duration.as_secs().try_into().unwrap_or(u32::MAX)
}
