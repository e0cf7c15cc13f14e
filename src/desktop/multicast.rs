//! Whether a network takes part in multicast, without which nobody hears of a pad by mDNS.

use std::fs;
use std::io;
use std::net::{IpAddr, Ipv4Addr, UdpSocket};

use crate::base::network::Address;

/// The group of mDNS (RFC 6762).
const MDNS: Ipv4Addr = Ipv4Addr::new(224, 0, 0, 251);
/// An interface takes part in multicast (`linux/if.h`).
const IFF_MULTICAST: u32 = 0x1000;

/// Whether the network of this address does.
#[must_use]
pub fn is_on(Address { ip, interface, .. }: &Address) -> bool {
    let joined = match ip {
        IpAddr::V4(ip) => joins(*ip).is_ok(),
        // IPv6 has its neighbours by multicast: without it there would be no such address.
        IpAddr::V6(_) => true,
    };
    joined && flags(interface).is_none_or(|flags| flags & IFF_MULTICAST != 0)
}

fn joins(ip: Ipv4Addr) -> io::Result<()> {
    UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))?.join_multicast_v4(&MDNS, &ip)
}

/// The flags of an interface, as Linux tells them.
fn flags(interface: &str) -> Option<u32> {
    let text = fs::read_to_string(format!("/sys/class/net/{interface}/flags")).ok()?;
    u32::from_str_radix(text.trim().trim_start_matches("0x"), 16).ok()
}
