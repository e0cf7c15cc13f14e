//! Multicast DNS (RFC 6762, 6763): this machine's pads are told to others on the network, and
//! theirs are heard. Names and states only: no key and no code is in it.

mod heard;
mod session;

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use self::session::{End, Finds, Session};
use crate::base::names::PadName;
use crate::base::network::{Address, Neighbour};
use crate::base::stop::Stop;
use crate::desktop::multicast;

pub use self::session::find;

/// The type of our service, as others browse for it.
const SERVICE: &str = "_fadepad._tcp.local.";

/// Pads that are told of; more would be one packet more for every answer.
const MAX_PADS: usize = 16;

/// The daemon is started again at most this often; what fails sooner is off until then.
const RESTART_AT_MOST: Duration = Duration::from_secs(60);

/// Before it is started again whatever made it fail may pass.
const PAUSE: Duration = Duration::from_secs(5);

/// What is said where nobody can be told.
pub const NO_MULTICAST: &str = "this network takes no part in multicast: pads are neither told nor found here; QR and address work";

/// What others are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// The port that we listen on.
    pub port: u16,
    /// Whether it speaks TLS.
    pub tls: bool,
    /// Addresses of the networks where it is told; none yet before the first look.
    pub on: Vec<Address>,
    /// The pads.
    pub pads: Vec<Told>,
}

/// A pad as others are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its name.
    pub name: PadName,
    /// `waiting`, `alive` or `fading`.
    pub state: &'static str,
    /// How many people are there.
    pub people: usize,
}

/// What is heard, and under which name we are told.
pub struct Mdns {
    /// This machine's name of the moment, such as `fadepad-k3f9.local`.
    pub host: watch::Receiver<Option<String>>,
    /// The pads of others.
    pub neighbours: watch::Receiver<Vec<Neighbour>>,
}

impl Mdns {
    /// Begins to tell and to listen, until the stop signal; says goodbye then.
    #[must_use]
    pub fn start(mut wanted: watch::Receiver<Announcement>, stop: &Stop) -> Self {
        let letters = random_letters().ok();
        // Known before it is announced: a certificate that is made at the start is for it, too.
        let (host, heard_host) = watch::channel(letters.as_deref().map(host_name));
        let (neighbours, heard) = watch::channel(Vec::new());
        let stopped = stop.clone();
        stop.spawn(async move {
            tokio::select! {
                Ok(_) = wanted.wait_for(|wanted| !wanted.on.is_empty()) => {}
                () = stopped.stopped() => return,
            }
            if !wanted.borrow().on.iter().any(multicast::is_on) {
                tracing::info!("{NO_MULTICAST}");
            }
            if let Some(letters) = letters {
                let finds = Finds { host, neighbours };
                finds.supervise(&letters, wanted, &stopped).await;
            }
        });
        Self { host: heard_host, neighbours: heard }
    }
}

impl Finds {
    /// Starts the daemon again where it fails, at most once a minute.
    async fn supervise(self, letters: &str, wanted: watch::Receiver<Announcement>, stop: &Stop) {
        let mut restarts = Restarts::default();
        loop {
            let end = match Session::start(letters, wanted.clone()) {
                Ok(session) => session.run(&self, stop).await,
                Err(error) => End::Failed(error.to_string()),
            };
            self.neighbours.send_replace(Vec::new());
            let End::Failed(why) = end else { return };
            let again = restarts.after_failure(Instant::now());
            if restarts.is_off {
                self.host.send_replace(None);
                tracing::warn!(why, "mDNS is off: pads are not announced and neighbours not heard");
            } else {
                tracing::info!(why, "mDNS is started again");
            }
            tokio::select! {
                () = sleep_until(again) => {}
                () = stop.stopped() => return,
            }
        }
    }
}

/// When the daemon is started again.
#[derive(Default)]
struct Restarts {
    last: Option<Instant>,
    /// It failed within a minute of the last one, and is off until that is over.
    is_off: bool,
}

impl Restarts {
    /// It has failed now; the time of the next start comes out.
    fn after_failure(&mut self, now: Instant) -> Instant {
        let soonest = self.last.map(|last| last + RESTART_AT_MOST).filter(|soonest| now < *soonest);
        let again = soonest.unwrap_or(now + PAUSE).max(now + PAUSE);
        (self.last, self.is_off) = (Some(again), soonest.is_some());
        again
    }
}

/// The name of this machine in mDNS.
fn host_name(letters: &str) -> String {
    format!("fadepad-{letters}.local")
}

/// Four letters that keep two machines in one network apart.
fn random_letters() -> Result<String, getrandom::Error> {
    const LETTERS: &[u8] = b"abcdefghjkmnpqrstvwxyz23456789";
    let mut random = [0; 4];
    getrandom::fill(&mut random)?;
    Ok(random.iter().map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()])).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_again_and_again_is_off_and_back_after_the_minute() {
        let (mut restarts, begun) = (Restarts::default(), Instant::now());
        let first = restarts.after_failure(begun);
        assert_eq!((first - begun, restarts.is_off), (PAUSE, false));
        let mut last = first;
        for _ in 0..10 {
            let again = restarts.after_failure(last + Duration::from_secs(2));
            assert_eq!((again - last, restarts.is_off), (RESTART_AT_MOST, true));
            last = again;
        }
        let later = last + RESTART_AT_MOST;
        assert_eq!(restarts.after_failure(later), later + PAUSE);
        assert!(!restarts.is_off, "who was well for a minute is started again at once");
    }
}
