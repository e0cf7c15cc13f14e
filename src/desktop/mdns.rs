//! Multicast DNS (RFC 6762, 6763): this machine's pads are told to others on the network, and
//! theirs are heard. Names and states only: no key and no code is in it.

mod heard;
mod session;

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep};

use self::session::{End, Session};
use crate::base::names::PadName;
use crate::base::network::{Address, Neighbour};
use crate::base::stop::Stop;
use crate::desktop::multicast;

pub use self::session::find;

/// The type of our service, as others browse for it.
const SERVICE: &str = "_fadepad._tcp.local.";

/// Pads that are told of; more would be one packet more for every answer.
const MAX_PADS: usize = 16;

/// The daemon is started again at most this often; what fails more often is left off.
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
                supervise(&letters, wanted, &host, &neighbours, &stopped).await;
            }
        });
        Self { host: heard_host, neighbours: heard }
    }
}

/// Starts the daemon again where it fails, at most once a minute.
async fn supervise(
    letters: &str,
    wanted: watch::Receiver<Announcement>,
    host: &watch::Sender<Option<String>>,
    neighbours: &watch::Sender<Vec<Neighbour>>,
    stop: &Stop,
) {
    let mut restarted: Option<Instant> = None;
    loop {
        let end = match Session::start(letters, wanted.clone()) {
            Ok(session) => session.run(host, neighbours, stop).await,
            Err(error) => End::Failed(error.to_string()),
        };
        neighbours.send_replace(Vec::new());
        let End::Failed(why) = end else { return };
        if restarted.is_some_and(|at| at.elapsed() < RESTART_AT_MOST) {
            host.send_replace(None);
            tracing::warn!(why, "mDNS is off: pads are not announced and neighbours not heard");
            return;
        }
        tracing::info!(why, "mDNS is started again");
        tokio::select! {
            () = sleep(PAUSE) => restarted = Some(Instant::now()),
            () = stop.stopped() => return,
        }
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
