//! This machine's addresses, the likeliest for a phone first: a pure function over a table of
//! interfaces.

mod choice;
mod kinds;
mod list;
mod memory;
mod system;
mod watch;

use std::cmp::Reverse;
use std::net::{IpAddr, Ipv4Addr};

use serde::Deserialize;

pub use self::choice::{link_local, on_choice, refused};
pub use self::list::{as_json, list};
pub use self::memory::{forget, remember, remembered};
pub use self::system::{host_name, read};
pub use self::watch::watch;
use crate::base::network::{Address, InterfaceKind, Network};

/// What the system tells about the wire, or the lack of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Medium {
    /// Nothing.
    #[default]
    Unknown,
    /// A cable, or what looks like one.
    Wired,
    /// Radio.
    Wireless,
    /// Mobile data.
    Mobile,
    /// A tunnel.
    Tunnel,
    /// Something made of software.
    Virtual,
}

/// One network interface, as the system tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Interface {
    /// The name that people see and choose: `wlan0`, `Wi-Fi`.
    pub name: String,
    /// The driver's or adapter's own description, where there is one.
    pub description: String,
    /// What the system says it is.
    pub medium: Medium,
    /// Its addresses.
    pub ips: Vec<IpAddr>,
    /// The cable is out, or no access point is joined.
    pub unplugged: bool,
    /// One peer and no neighbours: mostly a tunnel.
    pub point_to_point: bool,
    /// Whether a default route goes by a gateway there. Not "the default interface": a VPN takes
    /// that over without changing where phones are.
    pub gateway: bool,
    /// That route's metric: the system prefers the lowest.
    pub metric: Option<u32>,
}

/// Ranks a table of interfaces. A network that phones can't be on comes last but is never dropped;
/// loopback and link-local addresses are. `chosen` is an interface that the host chose before: it
/// wins while it is up.
#[must_use]
pub fn rank(table: &[Interface], chosen: Option<&str>) -> Vec<Address> {
    let all = table.iter().filter(|interface| !kinds::is_for_the_system_alone(interface));
    let mut ranked: Vec<_> = all
        .flat_map(|interface| {
            let usable = interface.ips.iter().filter(|ip| !is_local_only(**ip));
            usable.map(move |ip| (Score::new(interface, *ip, chosen), interface, *ip))
        })
        .collect();
    ranked.sort_by_key(|(score, _, ip)| (Reverse(*score), *ip));
    ranked.dedup_by_key(|(_, interface, ip)| (interface.name.clone(), *ip));
    let numbered = ranked.into_iter().zip(1..);
    let address = |((score, interface, ip), rank): ((Score, &Interface, IpAddr), usize)| Address {
        ip,
        interface: interface.name.clone(),
        kind: score.kind,
        rank,
        why: score.why(interface, ip),
    };
    numbered.map(address).collect()
}

/// Keeps the addresses of these networks; all where none is named.
#[must_use]
pub fn within(mut addresses: Vec<Address>, networks: &[Network]) -> Vec<Address> {
    addresses
        .retain(|a| networks.is_empty() || networks.iter().any(|n| n.holds(a.ip, &a.interface)));
    addresses
}

/// The addresses of these networks: people are given those of them that are [`heard`].
#[must_use]
pub fn given(table: &[Interface], chosen: Option<&str>, networks: &[Network]) -> Vec<Address> {
    let mut within = within(rank(table, chosen), networks);
    if within.is_empty() {
        within = link_local(table, networks);
    }
    within
}

/// Keeps the addresses that we listen on; all where `bind` names none, or every one.
#[must_use]
pub fn heard(mut addresses: Vec<Address>, bind: &[IpAddr]) -> Vec<Address> {
    let every = bind.is_empty() || bind.iter().any(IpAddr::is_unspecified);
    addresses.retain(|address| every || bind.contains(&address.ip));
    addresses
}

/// What decides, first things first; the greater wins.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    chosen: bool,
    plugged: bool,
    /// Where phones may be, all real networks alike; else how near it comes to one.
    class: InterfaceKind,
    /// Shorter to type, and no phone lacks it.
    ipv4: bool,
    hotspot: bool,
    private: bool,
    gateway: bool,
    metric: Reverse<u32>,
    kind: InterfaceKind,
    range: u8,
}

impl Score {
    fn new(interface: &Interface, ip: IpAddr, chosen: Option<&str>) -> Self {
        let kind = kinds::kind(interface, ip);
        Self {
            chosen: chosen == Some(interface.name.as_str()) && !interface.unplugged,
            plugged: !interface.unplugged,
            class: kind.min(InterfaceKind::Other),
            ipv4: ip.is_ipv4(),
            hotspot: kind == InterfaceKind::Hotspot,
            private: is_private(ip),
            gateway: interface.gateway,
            metric: Reverse(interface.metric.unwrap_or(u32::MAX)),
            kind,
            range: range(ip),
        }
    }

    fn why(self, interface: &Interface, ip: IpAddr) -> String {
        let mut reasons = vec![match self.kind {
            InterfaceKind::Virtual => "for containers or virtual machines: phones are not there",
            InterfaceKind::Vpn => "a tunnel: phones are not in it",
            InterfaceKind::Cgnat => {
                "a carrier's or overlay network's shared range: phones are not there"
            }
            InterfaceKind::Mobile => "mobile data: phones do not reach it",
            InterfaceKind::Other => "a network",
            InterfaceKind::Ethernet => "a cable",
            InterfaceKind::Wifi => "wireless",
            InterfaceKind::Hotspot => "this machine's own hotspot",
        }];
        if self.chosen {
            reasons.insert(0, "chosen before");
        }
        if interface.unplugged {
            reasons.push("not connected");
        }
        if self.kind != InterfaceKind::Cgnat {
            reasons.push(if self.private { "private address" } else { "public address" });
        }
        if interface.gateway {
            reasons.push("has a gateway");
        }
        if ip.is_ipv6() {
            reasons.push("IPv6");
        }
        match interface.metric {
            Some(metric) => format!("{}, metric {metric}", reasons.join(", ")),
            None => reasons.join(", "),
        }
    }
}

/// Whether an address is of a range for networks without the internet's addresses.
pub(super) fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_private(),
        IpAddr::V6(ip) => ip.is_unique_local(),
    }
}

/// Homes and small offices, then large ones, then the range that containers like.
fn range(ip: IpAddr) -> u8 {
    match ip {
        IpAddr::V4(ip) => match ip.octets() {
            [192, 168, ..] => 3,
            [10, ..] => 2,
            _ => u8::from(ip.is_private()),
        },
        IpAddr::V6(_) => 0,
    }
}

fn is_local_only(ip: IpAddr) -> bool {
    let kept_here = ip.is_loopback() || ip.is_unspecified() || ip.is_multicast();
    kept_here
        || match ip {
            IpAddr::V4(ip) => ip.is_link_local() || ip == Ipv4Addr::BROADCAST,
            IpAddr::V6(ip) => ip.is_unicast_link_local(),
        }
}
