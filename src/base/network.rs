//! This machine's addresses, and which of its networks the printed one is taken from.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use serde::Serialize;
use thiserror::Error;

/// What a network interface seems to be. The later, the likelier it is that phones are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
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

impl Kind {
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
    pub kind: Kind,
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
    Range(IpAddr, u8),
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
            Self::Range(ip, bits) if *bits == width(*ip) => write!(f, "{ip}"),
            Self::Range(base, bits) => write!(f, "{base}/{bits}"),
        }
    }
}

impl FromStr for Network {
    type Err = BadNetwork;

    fn from_str(text: &str) -> Result<Self, BadNetwork> {
        let bad = || BadNetwork(text.to_owned());
        if let Some((base, bits)) = text.split_once('/') {
            let base: IpAddr = base.parse().map_err(|_| bad())?;
            let bits: u8 = bits.parse().map_err(|_| bad())?;
            return if bits <= width(base) { Ok(Self::Range(base, bits)) } else { Err(bad()) };
        }
        match text.parse::<IpAddr>() {
            Ok(ip) => Ok(Self::Range(ip, width(ip))),
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
            Self::Range(base, bits) => match (ip, base) {
                (IpAddr::V4(ip), IpAddr::V4(base)) => {
                    same_start(ip.to_bits().into(), base.to_bits().into(), 32, *bits)
                }
                (IpAddr::V6(ip), IpAddr::V6(base)) => {
                    same_start(ip.to_bits(), base.to_bits(), 128, *bits)
                }
                _ => false,
            },
        }
    }
}

fn width(ip: IpAddr) -> u8 {
    if ip.is_ipv4() { 32 } else { 128 }
}

fn same_start(a: u128, b: u128, width: u32, bits: u8) -> bool {
    bits == 0 || (a ^ b) >> (width - u32::from(bits)) == 0
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
