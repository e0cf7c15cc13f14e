//! Where this server is found: the URLs that people get, the Host names that are answered.

mod loopback;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use tokio::sync::watch;

use crate::base::authority::Authority;
use crate::base::codes::{JoinCode, OnceCode};
use crate::base::names::PadName;
use crate::base::network::Address;

/// Names and addresses of this server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addresses {
    /// The beginning of every link that people get, such as `http://192.168.1.20:7780`.
    pub base: String,
    /// The beginning of the host's own links, such as `http://localhost:7780`.
    pub local: String,
    /// What people type, such as `192.168.1.20:7780`.
    pub address: String,
    /// The network interface of that address, where it is known.
    pub interface: Option<String>,
    /// Addresses that people may be given, the likeliest for a phone first.
    pub addresses: Vec<Address>,
    /// How many further networks only a choice would bring in.
    pub others: usize,
    /// The port that we listen on.
    pub port: u16,
    /// Own addresses: what comes from one of them is not from outside.
    pub own: Vec<IpAddr>,
    /// Host names and addresses that are answered, lower-case, without port. They keep a foreign
    /// page from reaching us under its own name (DNS rebinding).
    pub hosts: Vec<String>,
    /// Hosts behind which another port may stand: a reverse proxy's. One with a port is answered
    /// at that port alone.
    pub proxied: Vec<Authority>,
}

/// The places as they are now; they change when this machine's network does.
#[derive(Debug)]
pub struct LiveAddresses(watch::Sender<Arc<Addresses>>);

impl LiveAddresses {
    /// Begins with these.
    #[must_use]
    pub fn new(places: Addresses) -> Self {
        Self(watch::Sender::new(Arc::new(places)))
    }

    /// The places of this moment.
    #[must_use]
    pub fn now(&self) -> Arc<Addresses> {
        Arc::clone(&self.0.borrow())
    }

    /// Tells of every change.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<Arc<Addresses>> {
        self.0.subscribe()
    }

    /// Puts others in their place; true where something is different.
    pub fn set(&self, places: Addresses) -> bool {
        self.0.send_if_modified(|now| {
            let changed = **now != places;
            if changed {
                *now = Arc::new(places);
            }
            changed
        })
    }
}

impl Addresses {
    /// The places as they are for somebody who came in by this address of ours: what leads one
    /// person here, perhaps by a VPN, leads those beside them, too.
    #[must_use]
    pub fn seen_from(&self, at: IpAddr) -> Self {
        let mut places = self.clone();
        let came_by = self.addresses.iter().find(|address| address.ip == at);
        let Some(came_by) = came_by.filter(|_| !self.is_public()) else { return places };
        let beside = |address: &&Address| address.interface == came_by.interface;
        let Some(best) = self.addresses.iter().find(beside) else { return places };
        places.address = SocketAddr::new(best.ip, self.port).to_string();
        places.base = self.base.replace(&self.address, &places.address);
        places.interface = Some(best.interface.clone());
        places
    }

    /// Whether people get a URL that the host named, not an address of this machine.
    fn is_public(&self) -> bool {
        self.printed().is_none()
    }

    /// The address of ours that people are given, where it is one.
    #[must_use]
    pub fn printed(&self) -> Option<IpAddr> {
        self.address.parse::<SocketAddr>().ok().map(|address| address.ip())
    }

    /// The address of ours by which people come: the printed one, for a name in our own certificate
    /// the likeliest. None behind a reverse proxy, which comes by any.
    #[must_use]
    pub fn way_in(&self) -> Option<IpAddr> {
        let named = || self.addresses.first().filter(|_| !self.is_named());
        self.printed().or_else(|| named().map(|address| address.ip))
    }

    /// The link that the QR holds.
    #[must_use]
    pub fn join_url(&self, code: JoinCode) -> String {
        format!("{}/j/{code}", self.base)
    }

    /// The link that makes a device one of somebody's.
    #[must_use]
    pub fn device_url(&self, code: OnceCode) -> String {
        format!("{}/d/{code}", self.base)
    }

    /// The link to a pad with a key.
    #[must_use]
    pub fn pad_url(&self, pad: &PadName, key: &str) -> String {
        format!("{}/p/{pad}#{key}", self.base)
    }

    /// The host's own link, on this machine.
    #[must_use]
    pub fn host_url(&self, pad: &PadName, key: &str) -> String {
        format!("{}/p/{pad}#{key}", self.local)
    }

    /// Whether this address is another machine's.
    #[must_use]
    pub fn is_foreign(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        !address.is_loopback() && !self.own.contains(&address)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::base::network::InterfaceKind;

    /// A server in a network, with two names elsewhere.
    pub(in crate::server) fn places() -> Addresses {
        Addresses {
            base: "http://192.168.1.20:7780".into(),
            local: "http://localhost:7780".into(),
            address: "192.168.1.20:7780".into(),
            interface: None,
            addresses: Vec::new(),
            others: 0,
            port: 7780,
            own: vec!["192.168.1.20".parse().unwrap()],
            hosts: vec!["localhost".into(), "192.168.1.20".into(), "fd00::2".into()],
            proxied: ["pads.example", "led.example:48080"].map(|host| host.parse().unwrap()).into(),
        }
    }

    #[test]
    fn who_came_by_another_network_is_shown_that_one() {
        let address = |ip: &str, interface: &str, rank| Address {
            ip: ip.parse().unwrap(),
            interface: interface.into(),
            kind: InterfaceKind::Other,
            rank,
            why: String::new(),
        };
        let mut places = places();
        places.addresses = vec![
            address("192.168.1.20", "wlan0", 1),
            address("10.8.0.2", "tun0", 2),
            address("fd00::8", "tun0", 3),
        ];
        let seen = |places: &Addresses, at: &str| places.seen_from(at.parse().unwrap()).base;
        assert_eq!(seen(&places, "192.168.1.20"), "http://192.168.1.20:7780");
        assert_eq!(seen(&places, "10.8.0.2"), "http://10.8.0.2:7780");
        assert_eq!(seen(&places, "fd00::8"), "http://10.8.0.2:7780", "IPv4 is for the QR");
        assert_eq!(seen(&places, "127.0.0.1"), "http://192.168.1.20:7780");
        assert_eq!(places.way_in(), places.printed());
        (places.base, places.address) = ("https://pads.example".into(), "pads.example".into());
        assert_eq!(seen(&places, "10.8.0.2"), "https://pads.example");
        assert_eq!(places.way_in(), None, "a reverse proxy's name");
        places.address = "desk.example:7780".into();
        assert_eq!(places.way_in(), Some(places.addresses[0].ip), "our own certificate's name");
    }

    #[test]
    fn a_machine_is_not_foreign_to_itself() {
        for own in ["127.0.0.1", "::1", "192.168.1.20", "::ffff:192.168.1.20"] {
            assert!(!places().is_foreign(own.parse().unwrap()), "{own}");
        }
        assert!(places().is_foreign("192.168.1.77".parse().unwrap()));
    }
}
