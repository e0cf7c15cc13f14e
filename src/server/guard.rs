//! The guard: which names and origins are answered, how often somebody may try, how many sockets an
//! address may hold.

use std::hash::{BuildHasher as _, RandomState};
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use http::{HeaderMap, StatusCode, Uri, header};

use super::addresses::Addresses;
use super::blame::Culprit;
use super::crowd::{Crowd, InCrowd};
use super::half_open::HalfOpen;
use super::problem::Problem;
use super::tries::{Tries, Wait};
use super::window_counter::{MINUTE, Penalties, WindowCounter};
use crate::base::authority::Authority;
use crate::base::ids::Origin;
use crate::base::limits::{Limits, MAX_STRANGERS, SOCKET_AT_REST};
use crate::base::lock::lock;
use crate::room::core::budget::Reservation;

/// Pads that one address may open in a minute.
const NEW_PADS: u32 = 10;
/// Times that those of one address may knock in a minute, at all pads: each is told to hosts. A class is behind one.
const KNOCKS: u32 = 60;

/// Counts and rates of one server.
pub struct Guard {
    limits: Limits,
    hasher: RandomState,
    /// Never held across an await.
    books: Mutex<Books>,
    sockets: Crowd,
    strangers: Crowd,
    /// Connections that owe a request.
    pub(super) half_open: HalfOpen,
}

struct Books {
    codes: Tries,
    new_pads: WindowCounter<Origin>,
    knocks: WindowCounter<Origin>,
    penalties: Penalties<Culprit>,
}

/// A socket that is counted until this is dropped.
pub(super) struct Counted {
    _here: InCrowd,
    _memory: Reservation,
}

impl Guard {
    /// Returns a guard that has seen nobody yet.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        let books = Books {
            codes: Tries::new(),
            new_pads: WindowCounter::new(NEW_PADS, MINUTE),
            knocks: WindowCounter::new(KNOCKS, MINUTE),
            penalties: Penalties::default(),
        };
        let (strangers, of_one) = MAX_STRANGERS;
        Self {
            limits,
            hasher: RandomState::new(),
            books: Mutex::new(books),
            sockets: Crowd::new(limits.sockets, limits.sockets_per_address, limits.enforced),
            strangers: Crowd::new(strangers, of_one, limits.enforced),
            half_open: HalfOpen::default(),
        }
    }

    /// Sockets that are open.
    pub(super) fn open_sockets(&self) -> usize {
        self.sockets.len()
    }

    /// Checks the names that a request was made under.
    pub(super) fn check(
        places: &Addresses,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Result<Authority, Problem> {
        let host = asked(uri, headers).ok_or_else(|| {
            Problem::malformed("Host has to be one name or address, with or without a port.")
        })?;
        if !places.answers(&host) {
            return Err(Problem::new(
                StatusCode::MISDIRECTED_REQUEST,
                "unknown host",
                "This server does not answer under that name. Use the address that it prints, or start it with --allowed-host.",
            ));
        }
        let foreign = |origin: &http::HeaderValue| {
            origin.to_str().map_or(true, |origin| !places.is_own_origin(origin, &host))
        };
        if headers.get_all(header::ORIGIN).iter().any(foreign) {
            return Err(Problem::new(
                StatusCode::FORBIDDEN,
                "foreign origin",
                "Pages of another site may not use this server. Start it with --allowed-host and that site's name to let them.",
            ));
        }
        Ok(host)
    }

    /// Whether a code of this address is looked at now, in a server of so many `pads`.
    pub(super) fn may_try_code(&self, from: Origin, pads: usize, now: Instant) -> Result<(), Wait> {
        if self.limits.enforced { self.books().codes.may(from, pads, now) } else { Ok(()) }
    }

    /// Counts a wrong code.
    pub(super) fn wrong_code(&self, from: Origin, now: Instant) {
        self.books().codes.wrong(from, now);
    }

    /// How many wrong codes there were lately, where the host is to be told.
    pub(super) fn guessing_untold(&self, now: Instant) -> Option<u32> {
        self.books().codes.untold(now)
    }

    /// Counts a new pad. `Err` where the address has to wait.
    pub(super) fn may_open(&self, address: IpAddr, now: Instant) -> Result<(), Problem> {
        let fine = !self.limits.enforced || self.books().new_pads.count(address.into(), now);
        fine.then_some(()).ok_or_else(|| Problem::too_many(MINUTE, "new pads"))
    }

    /// Counts a knock. `Err` where the address has to wait.
    pub(super) fn may_knock(&self, from: Origin, now: Instant) -> Result<(), Problem> {
        let fine = !self.limits.enforced || self.books().knocks.count(from, now);
        fine.then_some(()).ok_or_else(|| Problem::too_many(MINUTE, "knocks"))
    }

    /// Notes that somebody broke the protocol.
    pub(super) fn violated(&self, who: Culprit, now: Instant) {
        if !self.limits.enforced {
            return;
        }
        if let Some(wait) = self.books().penalties.violate(who, now) {
            tracing::warn!(wait_s = wait.as_secs(), "somebody broke the protocol and has to wait");
        }
    }

    /// How long somebody still has to wait for having broken the protocol.
    pub(super) fn wait(&self, who: Culprit, now: Instant) -> Option<Duration> {
        self.books().penalties.wait(who, now)
    }

    /// A number in the place of a key, another one in each run.
    pub(super) fn hash(&self, key: &str) -> u64 {
        self.hasher.hash_one(key)
    }

    /// Counts a socket that has shown no key yet, until it does. `Err` where there are too many.
    pub(super) fn stranger(&self, address: IpAddr) -> Result<InCrowd, Problem> {
        self.strangers.enter(address).ok_or_else(Problem::full)
    }

    fn books(&self) -> MutexGuard<'_, Books> {
        lock(&self.books)
    }
}

impl Counted {
    /// Counts a socket of this address. `Err` where it has to wait or there are too many.
    pub(super) fn new(server: &super::ServerState, address: IpAddr) -> Result<Self, Problem> {
        let here = server.guard.sockets.enter(address).ok_or_else(Problem::full)?;
        let memory = server.lobby.budget().take(SOCKET_AT_REST).ok_or_else(Problem::full)?;
        Ok(Self { _here: here, _memory: memory })
    }
}

/// The host that a request names: in its target, else in its one Host header. `None` where that or
/// any other is no `host[:port]`: what is read here goes into the answer, and no text beside it.
pub(super) fn asked(uri: &Uri, headers: &HeaderMap) -> Option<Authority> {
    let mut headed = headers.get_all(header::HOST).iter();
    let host = headed.next().map(|host| host.to_str().ok()?.parse().ok());
    if headed.next().is_some() || host == Some(None) {
        return None;
    }
    match uri.authority() {
        Some(named) => named.as_str().parse().ok(),
        None => host.flatten(),
    }
}

/// A header as text.
pub(super) fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}
