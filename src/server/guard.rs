//! The guard: which names and origins are answered, how often an address may try, how many
//! sockets it may hold.

use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use http::{HeaderMap, StatusCode, Uri, header};

use super::crowd::{Crowd, Here};
use super::half_open::HalfOpen;
use super::places::Places;
use super::problem::Problem;
use super::tally::{Penalties, Tally};
use crate::base::authority::Authority;
use crate::base::limits::{Limits, MAX_STRANGERS, SOCKET_AT_REST};
use crate::room::budget::Account;

/// Codes that one address may try in a minute: a person mistypes twice.
const CODE_TRIES: u32 = 10;
/// Codes that all addresses together may try wrongly in ten minutes; then codes change.
const CODE_TRIES_OF_ALL: u32 = 60;
const MINUTE: Duration = Duration::from_secs(60);
const TEN_MINUTES: Duration = Duration::from_secs(600);
/// Pads that one address may open in a minute.
const NEW_PADS: u32 = 10;

/// The whole server under one key of the same table.
const ALL: IpAddr = IpAddr::V4(std::net::Ipv4Addr::UNSPECIFIED);

/// Counts and rates of one server.
pub struct Guard {
    limits: Limits,
    /// Never held across an await.
    books: Mutex<Books>,
    sockets: Crowd,
    strangers: Crowd,
    /// Connections that owe a request.
    pub(super) half_open: HalfOpen,
}

struct Books {
    codes: Tally,
    codes_of_all: Tally,
    new_pads: Tally,
    penalties: Penalties,
}

/// A socket that is counted until this is dropped.
pub(super) struct Counted {
    _here: Here,
    _memory: Account,
}

impl Guard {
    /// Returns a guard that has seen nobody yet.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        let books = Books {
            codes: Tally::new(CODE_TRIES, MINUTE),
            codes_of_all: Tally::new(CODE_TRIES_OF_ALL, TEN_MINUTES),
            new_pads: Tally::new(NEW_PADS, MINUTE),
            penalties: Penalties::default(),
        };
        let (strangers, of_one) = MAX_STRANGERS;
        Self {
            limits,
            books: Mutex::new(books),
            sockets: Crowd::new(limits.sockets, limits.sockets_per_address, limits.enforced),
            strangers: Crowd::new(strangers, of_one, limits.enforced),
            half_open: HalfOpen::default(),
        }
    }

    /// Checks the names that a request was made under.
    pub(super) fn check(
        places: &Places,
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

    /// Counts a try at a code. `Err` where the address has to wait.
    pub(super) fn may_try_code(&self, address: IpAddr, now: Instant) -> Result<(), Problem> {
        let fine = !self.limits.enforced || self.books().codes.count(address, now);
        fine.then_some(()).ok_or_else(|| Problem::too_many(MINUTE, "tries at a code"))
    }

    /// Counts a wrong code; true where somebody seems to be guessing.
    pub(super) fn is_guessing(&self, now: Instant) -> bool {
        let mut books = self.books();
        let guessing = self.limits.enforced && !books.codes_of_all.count(ALL, now);
        if guessing {
            books.codes_of_all = Tally::new(CODE_TRIES_OF_ALL, TEN_MINUTES);
        }
        guessing
    }

    /// Counts a new pad. `Err` where the address has to wait.
    pub(super) fn may_open(&self, address: IpAddr, now: Instant) -> Result<(), Problem> {
        let fine = !self.limits.enforced || self.books().new_pads.count(address, now);
        fine.then_some(()).ok_or_else(|| Problem::too_many(MINUTE, "new pads"))
    }

    /// Notes that a socket of this address broke the protocol.
    pub(super) fn violated(&self, address: IpAddr, now: Instant) {
        if !self.limits.enforced {
            return;
        }
        if let Some(wait) = self.books().penalties.violate(address, now) {
            tracing::warn!(
                wait_s = wait.as_secs(),
                "an address broke the protocol and has to wait"
            );
        }
    }

    /// Counts a socket that has shown no key yet, until it does. `Err` where there are too many.
    pub(super) fn stranger(&self, address: IpAddr) -> Result<Here, Problem> {
        self.strangers.enter(address).ok_or_else(Problem::full)
    }

    fn may_connect(&self, address: IpAddr, now: Instant) -> Result<(), Problem> {
        let waits = self.books().penalties.wait(address, now).filter(|_| self.limits.enforced);
        waits.map_or(Ok(()), |wait| Err(Problem::too_many(wait, "messages that are none")))
    }

    fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counted {
    /// Counts a socket of this address. `Err` where it has to wait or there are too many.
    pub(super) fn new(
        house: &super::House,
        address: IpAddr,
        now: Instant,
    ) -> Result<Self, Problem> {
        house.guard.may_connect(address, now)?;
        let here = house.guard.sockets.enter(address).ok_or_else(Problem::full)?;
        let memory = house.lobby.budget().take(SOCKET_AT_REST).ok_or_else(Problem::full)?;
        Ok(Self { _here: here, _memory: memory })
    }
}

/// The host that a request names: in its target, else in its one Host header. `None` where that or
/// any other is no `host[:port]`: what is read here goes into the answer, and no text beside it.
fn asked(uri: &Uri, headers: &HeaderMap) -> Option<Authority> {
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
