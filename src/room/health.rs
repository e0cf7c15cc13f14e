//! Which connections are still there: keep-alives, pings, and letting go of the dead.

use std::time::{Duration, Instant};

use crate::base::close::CloseCode;
use crate::base::ids::SeatId;
use crate::base::limits::{DEAD_AFTER, KEEP_ALIVE, PING_AFTER, PROBE_TIMEOUT, STUCK_AFTER};
use crate::room::send::outbound::Outbound;
use crate::room::task::Task;

/// A seat was asked whether it is still there.
pub(super) struct Probe {
    asked: Instant,
    /// When the question is with the guest, once it is written.
    arrives: Option<Instant>,
}

impl Probe {
    /// By when an answer should be here; `None` while the question waits for the socket. Who takes
    /// nothing is found by [`STUCK_AFTER`].
    fn due(&self, outlet: &Outbound) -> Option<Instant> {
        Some(self.arrives? + outlet.pipe.answers_within())
    }
}

impl Task {
    /// Asks a seat whether it is still there, where it was silent for a while.
    pub(super) fn probe(&mut self, seat: SeatId, now: Instant) {
        let Some(outlet) = self.outlets.get(&seat) else { return };
        if outlet.silence().since_in(now) >= seconds(PROBE_TIMEOUT)
            && !self.probes.contains_key(&seat)
        {
            outlet.send(outlet.dialect().ping(), now);
            let arrives = arrival(outlet, now);
            self.probes.insert(seat, Probe { asked: now, arrives });
        }
    }

    /// When the next seat should have answered.
    pub(super) fn next_probe(&self) -> Option<Instant> {
        let probes = self.probes.iter();
        probes.filter_map(|(seat, probe)| probe.due(self.outlets.get(seat)?)).min()
    }

    /// Lets go of seats that did not answer.
    pub(super) fn settle_probes(&mut self, now: Instant) {
        let outlets = &self.outlets;
        self.probes.retain(|seat, probe| {
            let Some(outlet) = outlets.get(seat) else { return false };
            if outlet.silence().is_heard_since(probe.asked) {
                return false;
            }
            probe.arrives = probe.arrives.or_else(|| arrival(outlet, now));
            let due = probe.due(outlet).is_some_and(|due| now >= due);
            if due {
                outlet.give_up(CloseCode::FellBehind, now);
            }
            !due
        });
    }

    /// Keeps silent connections alive, finds dead ones and those that take nothing.
    pub(super) fn sweep(&self, now: Instant) {
        for outlet in self.outlets.values() {
            outlet.settle();
            let silence = outlet.silence();
            let (silent_in, silent_out) = (silence.since_in(now), silence.since_out(now));
            let stuck = outlet.is_stalled() && silent_out >= seconds(STUCK_AFTER);
            if stuck || silent_in >= seconds(DEAD_AFTER) {
                outlet.give_up(CloseCode::FellBehind, now);
            } else if !outlet.is_stalled() {
                if silent_in >= seconds(PING_AFTER) {
                    outlet.send(outlet.dialect().ping(), now);
                }
                if silent_out >= seconds(KEEP_ALIVE) {
                    outlet.send(outlet.dialect().keep_alive(), now);
                }
            }
        }
    }
}

/// When all that was written is with the guest; `None` while some of it waits.
fn arrival(outlet: &Outbound, now: Instant) -> Option<Instant> {
    let waits = outlet.is_blocked() || outlet.pipe.is_holding();
    (!waits).then(|| outlet.silence().delivered_by().max(now))
}

fn seconds(duration: Duration) -> u32 {
    duration.as_secs().try_into().unwrap_or(u32::MAX)
}
