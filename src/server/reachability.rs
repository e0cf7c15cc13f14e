//! Who came in from outside: the proof that the printed address works; and from this machine:
//! one-time entrances for the host's own browser, a door for further starts of the program.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, OnceLock};
use std::time::{Instant, SystemTime};

use tokio::sync::{mpsc, watch};

use super::Addresses;
use super::devices::Pairings;
use super::handover::{SecondStart, StartDoor};
use super::host_links::HostLinks;
use crate::base::clock::time_of_day;
use crate::base::lock::lock;
use crate::base::network::Cause;

/// A foreign device that fetched a page of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// When it was.
    pub at: Instant,
    /// The same on the wall's clock, for people.
    pub time: SystemTime,
    /// `phone`, `tablet`, `laptop` or `device`.
    pub what: &'static str,
    /// The address of ours that it came by.
    pub by: IpAddr,
}

/// Somebody guesses codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guessing {
    /// When that was noticed.
    pub at: Instant,
    /// Wrong codes in the ten minutes before.
    pub wrong: u32,
}

/// Own addresses whose last visitor is remembered; more no machine has.
const ADDRESSES: usize = 64;

/// What happens at the doorstep.
pub struct Reachability {
    reached: watch::Sender<Option<Reached>>,
    /// The last one by each address of ours.
    by_address: Mutex<HashMap<IpAddr, Reached>>,
    guessing: watch::Sender<Option<Guessing>>,
    /// Why nobody has come yet, perhaps.
    causes: Mutex<Vec<Cause>>,
    /// One-time tokens and where they lead.
    entrances: Mutex<HashMap<String, String>>,
    /// The short links of hosts, each good once.
    pub host_links: HostLinks,
    /// The links for further devices of people, each good once.
    pub(super) pairings: Pairings,
    /// Where further starts of the program are let in.
    starts: OnceLock<StartDoor>,
}

impl Default for Reachability {
    fn default() -> Self {
        Self {
            reached: watch::Sender::new(None),
            by_address: Mutex::default(),
            guessing: watch::Sender::new(None),
            causes: Mutex::default(),
            entrances: Mutex::default(),
            host_links: HostLinks::default(),
            pairings: Pairings::default(),
            starts: OnceLock::new(),
        }
    }
}

impl Reached {
    /// A device that names itself so has come by this address of ours.
    pub(super) fn new(by: IpAddr, user_agent: &str, at: Instant) -> Self {
        Self { at, time: time_of_day(), what: kind(user_agent), by }
    }
}

impl Reachability {
    /// A foreign device has fetched a page by this address of ours. Who came by another than the
    /// printed one, such as a VPN's, takes no cause away.
    pub(super) fn reach(&self, places: &Addresses, reached: Reached) {
        let by = reached.by;
        let mut by_address = lock(&self.by_address);
        if by_address.len() < ADDRESSES || by_address.contains_key(&by) {
            by_address.insert(by, reached);
        }
        drop(by_address);
        if places.printed().is_none_or(|printed| printed == by) {
            lock(&self.causes).clear();
        }
        self.reached.send_replace(Some(reached));
    }

    /// The last foreign device that came by the printed address; by any, where that is a name.
    #[must_use]
    pub fn proof(&self, places: &Addresses) -> Option<Reached> {
        match places.printed() {
            Some(printed) => self.by(printed),
            None => *self.reached.borrow(),
        }
    }

    /// The last foreign device that came by this address of ours.
    pub(super) fn by(&self, address: IpAddr) -> Option<Reached> {
        lock(&self.by_address).get(&address).copied()
    }

    /// Notes why nobody has come yet, perhaps; forgotten when somebody comes.
    pub fn suspect(&self, causes: Vec<Cause>) {
        *lock(&self.causes) = causes;
    }

    /// Why nobody has come yet, perhaps.
    pub(super) fn causes(&self) -> Vec<Cause> {
        lock(&self.causes).clone()
    }

    /// Tells of every further one.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<Option<Reached>> {
        self.reached.subscribe()
    }

    /// Somebody guesses codes.
    pub(super) fn guess(&self, wrong: u32, at: Instant) {
        self.guessing.send_replace(Some(Guessing { at, wrong }));
    }

    /// Whether somebody guesses codes.
    pub(super) fn guessing(&self) -> Option<Guessing> {
        *self.guessing.borrow()
    }

    /// Tells of everyone who guesses.
    #[must_use]
    pub fn watch_guessing(&self) -> watch::Receiver<Option<Guessing>> {
        self.guessing.subscribe()
    }

    /// Lets further starts in that know the token.
    #[must_use]
    pub fn expect_second_start(&self, token: String) -> mpsc::Receiver<SecondStart> {
        let (door, starts) = StartDoor::new(token);
        let _ = self.starts.set(door);
        starts
    }

    /// Where further starts are let in, where they are.
    pub(super) fn second_starts(&self) -> Option<&StartDoor> {
        self.starts.get()
    }

    /// Makes a path that leads to `target` once, and only from this machine. A browser's arguments
    /// can be read by every user of the machine: they must not hold a host's key.
    ///
    /// # Errors
    /// Where the system has no random numbers.
    pub fn entrance(&self, target: String) -> Result<String, getrandom::Error> {
        let token = format!("{:016x}", getrandom::u64()?);
        let path = format!("/open/{token}");
        lock(&self.entrances).insert(token, target);
        Ok(path)
    }

    /// Where this token leads; it leads there no second time.
    pub(super) fn pass(&self, token: &str) -> Option<String> {
        lock(&self.entrances).remove(token)
    }
}

pub(super) fn kind(user_agent: &str) -> &'static str {
    let has = |word: &str| user_agent.contains(word);
    if has("iPad") || has("Tablet") || (has("Android") && !has("Mobile")) {
        "tablet"
    } else if has("iPhone") || has("Android") || has("Mobile") {
        "phone"
    } else if has("Windows") || has("Macintosh") || has("Linux") || has("CrOS") {
        "laptop"
    } else {
        "device"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entrance_leads_there_once() {
        let reachability = Reachability::default();
        let path = reachability.entrance("/p/notes#key".into()).unwrap();
        let token = path.strip_prefix("/open/").unwrap();
        assert_eq!(reachability.pass(token).as_deref(), Some("/p/notes#key"));
        assert_eq!(reachability.pass(token), None);
    }

    #[test]
    fn a_visit_is_a_proof_for_the_address_that_it_came_by() {
        let reachability = Reachability::default();
        let [wifi, tunnel] = ["192.168.1.20", "10.8.0.2"].map(|ip| ip.parse().unwrap());
        let places = |address: &str| Addresses {
            base: String::new(),
            local: String::new(),
            address: address.into(),
            interface: None,
            addresses: Vec::new(),
            others: 0,
            port: 7780,
            own: Vec::new(),
            hosts: Vec::new(),
            proxied: Vec::new(),
        };
        let printed = places("192.168.1.20:7780");
        reachability.suspect(vec![Cause { cause: "vpn", why: String::new(), fix: String::new() }]);
        let linux = Reached::new(tunnel, "Mozilla/5.0 (X11; Linux x86_64)", Instant::now());
        reachability.reach(&printed, linux);
        assert_eq!(reachability.proof(&printed), None, "who came by a tunnel proves nothing here");
        assert_eq!(reachability.causes().len(), 1);
        assert_eq!(reachability.proof(&places("pads.example")).unwrap().what, "laptop");
        reachability.reach(&printed, Reached::new(wifi, "Mozilla/5.0 (iPhone)", Instant::now()));
        assert_eq!(reachability.proof(&printed).unwrap().what, "phone");
        assert_eq!(reachability.proof(&places("10.0.0.5:7780")), None, "nor a visit before a move");
        assert_eq!(reachability.causes(), []);
    }

    #[test]
    fn devices_are_told_apart() {
        assert_eq!(kind("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0)"), "phone");
        assert_eq!(kind("Mozilla/5.0 (Linux; Android 16; Pixel) Mobile Safari"), "phone");
        assert_eq!(kind("Mozilla/5.0 (Linux; Android 16; Tab) Safari"), "tablet");
        assert_eq!(kind("Mozilla/5.0 (X11; Linux x86_64)"), "laptop");
        assert_eq!(kind("curl/8"), "device");
    }
}
