//! Which connections are still there: keep-alives, pings, and letting go of the dead.

use std::time::{Duration, Instant};

use super::task::Task;
use crate::base::close::CloseCode;
use crate::base::ids::SeatId;
use crate::base::limits::{DEAD_AFTER, KEEP_ALIVE, PING_AFTER, PROBE_TIMEOUT, STUCK_AFTER};

impl Task {
    /// Asks a seat whether it is still there, where it was silent for a while.
    pub(super) fn probe(&mut self, seat: SeatId, now: Instant) {
        let Some(outlet) = self.outlets.get(&seat) else { return };
        if outlet.silence().since_in(now) >= seconds(PROBE_TIMEOUT)
            && !self.probes.contains_key(&seat)
        {
            outlet.send(outlet.dialect().ping(), now);
            self.probes.insert(seat, now);
        }
    }

    /// Lets go of seats that did not answer.
    pub(super) fn settle_probes(&mut self, now: Instant) {
        if self.probes.is_empty() {
            return;
        }
        let outlets = &self.outlets;
        self.probes.retain(|seat, asked| {
            let Some(outlet) = outlets.get(seat) else { return false };
            let due = now >= *asked + PROBE_TIMEOUT;
            // Its answer is as old as the question by now: what counts is that it came after it.
            if due && !outlet.silence().is_heard_since(*asked) {
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

fn seconds(duration: Duration) -> u32 {
    duration.as_secs().try_into().unwrap_or(u32::MAX)
}
