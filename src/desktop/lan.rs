//! This machine's addresses, the likeliest for a phone first.

use std::cmp::Reverse;
use std::fs;
use std::net::{IpAddr, Ipv4Addr};

use serde::Serialize;

use crate::base::network::Network;

/// What an interface seems to be, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Containers, bridges, virtual machines: phones are not there.
    Virtual,
    /// A tunnel: phones are not there either.
    Vpn,
    /// Not known.
    Other,
    /// A cable.
    Ethernet,
    /// Wireless: where phones are.
    Wifi,
}

/// One address of this machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Address {
    /// The address.
    pub ip: IpAddr,
    /// Its interface's name.
    pub interface: String,
    /// What that seems to be.
    pub kind: Kind,
    /// 1 is the likeliest.
    pub rank: usize,
    /// Why it stands there.
    pub why: String,
}

/// Lists this machine's addresses, ranked; none where there is no network.
#[must_use]
pub fn addresses() -> Vec<Address> {
    let found = if_addrs::get_if_addrs().unwrap_or_default();
    let table = found
        .into_iter()
        .filter(|interface| !interface.is_loopback())
        .map(|interface| (interface.ip(), interface.name))
        .collect();
    rank(table, default_route().as_deref())
}

/// Ranks a table of addresses: private IPv4 before all else, then the interface with the default
/// route, then wireless before wired. Tunnels and bridges come last but are never dropped.
#[must_use]
pub fn rank(table: Vec<(IpAddr, String)>, default_route: Option<&str>) -> Vec<Address> {
    let mut ranked: Vec<_> = table
        .into_iter()
        .filter(|(ip, _)| !is_link_local(*ip))
        .map(|(ip, interface)| {
            let kind = kind(&interface);
            let routed = default_route == Some(interface.as_str());
            let real = kind > Kind::Vpn;
            let score = (real, ip.is_ipv4(), is_private(ip), routed, kind);
            (score, Address { ip, interface, kind, rank: 0, why: why(ip, kind, routed) })
        })
        .collect();
    ranked.sort_by_key(|(score, address)| (Reverse(*score), address.ip));
    let numbered = ranked.into_iter().enumerate();
    numbered.map(|(n, (_, address))| Address { rank: n + 1, ..address }).collect()
}

/// Keeps the addresses of these networks; all where none is named.
#[must_use]
pub fn within(mut addresses: Vec<Address>, networks: &[Network]) -> Vec<Address> {
    addresses
        .retain(|a| networks.is_empty() || networks.iter().any(|n| n.holds(a.ip, &a.interface)));
    addresses
}

fn kind(interface: &str) -> Kind {
    let begins = |names: &[&str]| names.iter().any(|name| interface.starts_with(name));
    if begins(&["docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "lxc", "cni", "podman"]) {
        Kind::Virtual
    } else if begins(&["tun", "tap", "wg", "ppp", "utun", "tailscale", "zt", "ipsec"]) {
        Kind::Vpn
    } else if begins(&["wl", "wifi", "Wi-Fi", "ath"]) {
        Kind::Wifi
    } else if begins(&["en", "eth", "Ethernet", "em"]) {
        Kind::Ethernet
    } else {
        Kind::Other
    }
}

fn why(ip: IpAddr, kind: Kind, routed: bool) -> String {
    let what = match kind {
        Kind::Virtual => "a virtual network: phones are not there",
        Kind::Vpn => "a tunnel: phones are not there",
        Kind::Other => "a network",
        Kind::Ethernet => "a cable",
        Kind::Wifi => "wireless",
    };
    let scope = if is_private(ip) { "private address" } else { "public address" };
    let route = if routed { ", has the default route" } else { "" };
    format!("{what}, {scope}{route}")
}

fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_private(),
        IpAddr::V6(ip) => ip.is_unique_local(),
    }
}

fn is_link_local(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_link_local() || ip == Ipv4Addr::UNSPECIFIED,
        IpAddr::V6(ip) => ip.is_unicast_link_local() || ip.is_unspecified(),
    }
}

/// The interface of the default route, as Linux tells it (`/proc/net/route`: destination 0, mask
/// 0, lowest metric). A tunnel that covers everything by two halves has another mask and does not
/// win.
fn default_route() -> Option<String> {
    let table = fs::read_to_string("/proc/net/route").ok()?;
    let routes = table.lines().skip(1).filter_map(|line| {
        let fields: Vec<_> = line.split_whitespace().collect();
        let [interface, "00000000", _, _, _, _, metric, "00000000", ..] = fields[..] else {
            return None;
        };
        Some((metric.parse::<u32>().ok()?, interface.to_owned()))
    });
    routes.min().map(|(_, interface)| interface)
}

/// This machine's own name, where it has one.
#[must_use]
pub fn host_name() -> Option<String> {
    let from_kernel = fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let name = from_kernel.or_else(|| std::env::var("COMPUTERNAME").ok())?;
    let name = name.trim().to_ascii_lowercase();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(table: &[(&str, &str)], route: Option<&str>) -> Vec<String> {
        let table =
            table.iter().map(|(ip, name)| (ip.parse().unwrap(), (*name).to_owned())).collect();
        rank(table, route).into_iter().map(|a| a.interface).collect()
    }

    #[test]
    fn phones_are_on_the_wireless_network() {
        let table = [("10.0.0.5", "eth0"), ("192.168.1.20", "wlan0"), ("fd00::2", "wlan0")];
        assert_eq!(order(&table, None), ["wlan0", "eth0", "wlan0"]);
        assert_eq!(order(&table, Some("eth0")), ["eth0", "wlan0", "wlan0"]);
    }

    #[test]
    fn tunnels_and_bridges_come_last_even_with_the_default_route() {
        let table = [("10.8.0.2", "tun0"), ("172.17.0.1", "docker0"), ("192.168.1.20", "wlan0")];
        assert_eq!(order(&table, Some("tun0")), ["wlan0", "tun0", "docker0"]);
        assert_eq!(order(&table[..1], None), ["tun0"]);
    }

    #[test]
    fn a_network_can_be_chosen() {
        let all = rank(
            vec![
                ("10.0.0.5".parse().unwrap(), "eth0".into()),
                ("192.168.1.20".parse().unwrap(), "wlan0".into()),
            ],
            None,
        );
        assert_eq!(within(all.clone(), &[]).len(), 2);
        assert_eq!(within(all.clone(), &["eth0".parse().unwrap()])[0].interface, "eth0");
        assert_eq!(within(all, &["lo".parse().unwrap()]), []);
    }
}
