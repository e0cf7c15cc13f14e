//! What an interface is, by what the system says of it and by the names that programs give theirs.

use std::net::{IpAddr, Ipv4Addr};

use super::{Interface, Medium, is_private};
use crate::base::network::InterfaceKind;

/// Beginnings of names, lower-case, of what containers, emulators and hypervisors make.
const VIRTUAL: &[&str] = &[
    "br-",
    "cali",
    "cilium",
    "cni",
    "docker",
    "dummy",
    "flannel",
    "ifb",
    "incusbr",
    "kube",
    "lxc",
    "lxd",
    "podman",
    "vboxnet",
    "veth",
    "vethernet",
    "virbr",
    "vmenet",
    "vmnet",
    "vnet",
];
/// Of what VPN programs make.
const TUNNELS: &[&str] = &[
    "cloudflarewarp",
    "cscotun",
    "gpd",
    "gre",
    "ipsec",
    "mullvad",
    "nebula",
    "nordlynx",
    "outline",
    "proton",
    "sit",
    "tailscale",
    "tap",
    "tun",
    "utun",
    "vpn",
    "wg",
    "zt",
];
/// Of modems.
const MODEMS: &[&str] = &["cellular", "pdp_ip", "ppp", "rmnet", "wwan", "wwp"];
/// Of wireless cards and access points.
const WIRELESS: &[&str] = &["ap", "ath", "wi-fi", "wifi", "wl", "wlan"];
/// Of cables, and of what bundles or bridges them.
const WIRED: &[&str] = &["bond", "en", "eth", "em", "lan", "team", "usb"];
/// What the systems keep between Apple devices.
const APPLE_PEER_TO_PEER: &[&str] = &["awdl", "llw", "anpi"];

/// Parts of adapters' descriptions (Windows).
const VIRTUAL_ADAPTERS: &[&str] = &["hyper-v", "virtualbox", "vmware", "wsl"];
const TUNNEL_ADAPTERS: &[&str] = &[
    "anyconnect",
    "fortinet",
    "globalprotect",
    "openvpn",
    "pangp",
    "tailscale",
    "tap-windows",
    "vpn",
    "wintun",
    "wireguard",
    "zerotier",
];
const OWN_NETWORK_ADAPTER: &str = "wi-fi direct virtual";

/// The carrier-grade range 100.64.0.0/10 (RFC 6598).
const SHARED: (Ipv4Addr, u32) = (Ipv4Addr::new(100, 64, 0, 0), 10);

/// What this address of this interface is.
pub(super) fn kind(interface: &Interface, ip: IpAddr) -> InterfaceKind {
    let (name, told) = (interface.name.to_lowercase(), interface.description.to_lowercase());
    let begins = |names: &[&str]| names.iter().any(|start| name.starts_with(start));
    let says = |parts: &[&str]| parts.iter().any(|part| told.contains(part) || name.contains(part));
    let is_virtual = begins(VIRTUAL) || says(VIRTUAL_ADAPTERS);
    let wireless = interface.medium == Medium::Wireless || begins(WIRELESS);
    if begins(MODEMS) || interface.medium == Medium::Mobile {
        InterfaceKind::Mobile
    } else if begins(TUNNELS) || says(TUNNEL_ADAPTERS) || interface.medium == Medium::Tunnel {
        InterfaceKind::Vpn
    } else if is_shared(ip) {
        InterfaceKind::Cgnat
    } else if interface.point_to_point && !wireless {
        InterfaceKind::Vpn
    } else if (wireless || is_bridge(&name) || told.contains(OWN_NETWORK_ADAPTER))
        && is_own_network(interface, ip)
    {
        InterfaceKind::Hotspot
    } else if (is_virtual || interface.medium == Medium::Virtual) && !interface.gateway {
        // A bridge with a gateway is how a machine that hosts others is on the network itself.
        InterfaceKind::Virtual
    } else if wireless {
        InterfaceKind::Wifi
    } else if begins(WIRED) || interface.medium == Medium::Wired {
        InterfaceKind::Ethernet
    } else {
        InterfaceKind::Other
    }
}

/// Interfaces that systems keep for themselves: no address there is for people.
pub(super) fn is_for_the_system_alone(interface: &Interface) -> bool {
    APPLE_PEER_TO_PEER.iter().any(|start| interface.name.starts_with(start))
        // WSL gives its loopback a second address.
        || interface.ips.iter().any(IpAddr::is_loopback)
}

/// macOS shares its network by `bridge100`.
fn is_bridge(name: &str) -> bool {
    name.starts_with("bridge1")
}

/// A network without a gateway whose first address is ours: we hand out the others.
fn is_own_network(interface: &Interface, ip: IpAddr) -> bool {
    let first = matches!(ip, IpAddr::V4(ip) if ip.octets()[3] == 1);
    first && is_private(ip) && !interface.gateway
}

fn is_shared(ip: IpAddr) -> bool {
    let (base, bits) = SHARED;
    matches!(ip, IpAddr::V4(ip) if (ip.to_bits() ^ base.to_bits()) >> (32 - bits) == 0)
}
