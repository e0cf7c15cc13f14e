//! This machine's addresses, and which of its networks the printed one is taken from.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use ipnet::IpNet;
use serde::Serialize;
use thiserror::Error;

/// What a network interface seems to be. The later, the likelier it is that phones are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum InterfaceKind {
    /// Containers and virtual machines: no phone is there.
    Virtual,
    /// A tunnel: phones without it are not there.
    Vpn,
    /// A carrier's shared range (RFC 6598), which overlay networks use too.
    Cgnat,
    /// Mobile data: phones get there only through the internet.
    Mobile,
    /// Not known.
    Other,
    /// A cable.
    Ethernet,
    /// Wireless: where phones are.
    Wifi,
    /// A network that this machine made itself, for its guests.
    Hotspot,
}

impl InterfaceKind {
    /// Whether phones of the room can be there.
    #[must_use]
    pub fn has_phones(self) -> bool {
        self >= Self::Other
    }
}

/// One address of this machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Address {
    /// The address.
    pub ip: IpAddr,
    /// Its interface's name, as the system shows it to people.
    pub interface: String,
    /// What that seems to be.
    pub kind: InterfaceKind,
    /// 1 is the likeliest for a phone.
    pub rank: usize,
    /// Why it stands there.
    pub why: String,
}

/// A pad that another Fadepad on this network tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Neighbour {
    /// The pad's name.
    pub name: String,
    /// The machine's name on this network, such as `fadepad-k3f9.local`.
    pub host: String,
    /// Where its start page is: an address, never a name.
    pub url: String,
    /// `waiting`, `alive` or `fading`.
    pub state: String,
    /// How many people are there.
    pub people: usize,
}

/// Why no phone gets through, perhaps, and what helps on this system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cause {
    /// A word for programs: `firewall`, `vpn`, `isolation`, …
    pub cause: &'static str,
    /// A sentence: what may be.
    pub why: String,
    /// A sentence or a command: what to do then.
    pub fix: String,
}

/// A choice of network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Network {
    /// The best ranked; an earlier choice is forgotten.
    Auto,
    /// The interface of this name.
    Name(String),
    /// The interface with an address in this range.
    Range(IpNet),
}

/// A range whose length does not fit its address.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "\"{0}\" is no network: use an interface's name, an address, or a range like 192.168.1.0/24"
)]
pub struct BadNetwork(String);

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Auto => f.write_str("auto"),
            Self::Name(name) => f.write_str(name),
            Self::Range(net) if net.prefix_len() == net.max_prefix_len() => net.addr().fmt(f),
            Self::Range(net) => net.fmt(f),
        }
    }
}

impl FromStr for Network {
    type Err = BadNetwork;

    fn from_str(text: &str) -> Result<Self, BadNetwork> {
        let bad = || BadNetwork(text.to_owned());
        if text.contains('/') {
            return text.parse().map(Self::Range).map_err(|_| bad());
        }
        match text.parse::<IpAddr>() {
            Ok(ip) => Ok(Self::Range(ip.into())),
            Err(_) if text.is_empty() => Err(bad()),
            Err(_) if text == "auto" => Ok(Self::Auto),
            Err(_) => Ok(Self::Name(text.to_owned())),
        }
    }
}

impl Network {
    /// Whether this address lies in the range, or on the interface.
    #[must_use]
    pub fn holds(&self, ip: IpAddr, interface: &str) -> bool {
        match self {
            Self::Auto => true,
            Self::Name(name) => interface == name,
            Self::Range(net) => net.contains(&ip),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_a_name_an_address_or_a_range() {
        let holds = |text: &str, ip: &str| {
            text.parse::<Network>().unwrap().holds(ip.parse().unwrap(), "eth0")
        };
        assert!(holds("eth0", "10.0.0.5") && !holds("wlan0", "10.0.0.5"));
        assert!(holds("10.0.0.0/8", "10.9.9.9") && !holds("10.0.0.0/8", "11.0.0.1"));
        assert!(holds("10.0.0.5", "10.0.0.5") && !holds("10.0.0.5", "10.0.0.6"));
        assert!(holds("0.0.0.0/0", "8.8.8.8") && !holds("0.0.0.0/0", "fd00::1"));
        assert!(holds("fd00::/8", "fd12::1") && holds("auto", "10.0.0.5"));
        for bad in ["", "10.0.0.0/33", "x/8", "fd00::/129"] {
            assert!(bad.parse::<Network>().is_err(), "{bad}");
        }
    }
}
