//! Which of this machine's networks the printed address is taken from.

use std::net::IpAddr;
use std::str::FromStr;

use thiserror::Error;

/// A choice of network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Network {
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
            Err(_) => Ok(Self::Name(text.to_owned())),
        }
    }
}

impl Network {
    /// Whether this address lies in the range, or on the interface.
    #[must_use]
    pub fn holds(&self, ip: IpAddr, interface: &str) -> bool {
        match self {
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
        assert!(holds("fd00::/8", "fd12::1"));
        for bad in ["", "10.0.0.0/33", "x/8", "fd00::/129"] {
            assert!(bad.parse::<Network>().is_err(), "{bad}");
        }
    }
}
