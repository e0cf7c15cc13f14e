//! The table of interfaces on Linux: addresses by getifaddrs(3), and from files what an interface is
//! (sysfs, `Documentation/ABI/testing/sysfs-class-net`) and where routes go (procfs).

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::Path;

use crate::desktop::lan::{Interface, Medium};

/// Where each interface has a folder.
const FOLDER: &str = "/sys/class/net";

/// Flags of an interface (netdevice(7)).
const UP: u32 = 0x1;
const BROADCAST: u32 = 0x2;
const LOOPBACK: u32 = 0x8;
const POINT_TO_POINT: u32 = 0x10;

pub(super) fn read() -> Vec<Interface> {
    let addresses = if_addrs::get_if_addrs().unwrap_or_default();
    let folders = fs::read_dir(FOLDER).into_iter().flatten().flatten();
    let names = folders.filter_map(|folder| folder.file_name().into_string().ok());
    let names: BTreeSet<_> = names.chain(addresses.iter().map(|of| of.name.clone())).collect();
    let routes = Routes::read();
    names.into_iter().filter_map(|name| told(name, &addresses, &routes)).collect()
}

/// One interface; none where it is switched off, or leads nowhere but here.
fn told(name: String, addresses: &[if_addrs::Interface], routes: &Routes) -> Option<Interface> {
    let folder = Path::new(FOLDER).join(&name);
    let says = |file: &str| fs::read_to_string(folder.join(file)).unwrap_or_default();
    let own = addresses.iter().filter(|of| of.name == name);
    let mut ips: Vec<_> = own.map(if_addrs::Interface::ip).collect();
    ips.sort();
    // A container may see another machine's folders, or none: what has an address is up.
    let flags = says("flags");
    let flags = u32::from_str_radix(flags.trim().trim_start_matches("0x"), 16).unwrap_or(UP);
    if flags & UP == 0 || flags & LOOPBACK != 0 {
        return None;
    }
    let is_wireless = folder.join("wireless").exists() || folder.join("phy80211").exists();
    let medium =
        if is_wireless { Medium::Wireless } else { medium(&says("uevent"), &says("type")) };
    let real = matches!(medium, Medium::Wired | Medium::Wireless);
    Some(Interface {
        // Of docker's bridge and of tunnels the system says down or unknown while they work.
        unplugged: real && is_down(says("operstate").trim()),
        point_to_point: flags & POINT_TO_POINT != 0 && flags & BROADCAST == 0,
        gateway: routes.gateways.contains(&name),
        metric: routes.metrics.get(&name).copied(),
        description: String::new(),
        medium,
        ips,
        name,
    })
}

fn is_down(state: &str) -> bool {
    matches!(state, "down" | "lowerlayerdown" | "notpresent")
}

/// What an interface is, by its driver's word and by its kind of hardware (`linux/if_arp.h`).
fn medium(uevent: &str, hardware: &str) -> Medium {
    let driver_says =
        |kind: &str| uevent.lines().any(|line| line.strip_prefix("DEVTYPE=") == Some(kind));
    if driver_says("wlan") {
        return Medium::Wireless;
    }
    if driver_says("wwan") {
        return Medium::Mobile;
    }
    match hardware.trim() {
        "1" => Medium::Wired,
        // PPP; IP in IP, of IPv6, of both, GRE; what has no hardware, as tun and WireGuard.
        "512" | "768" | "769" | "776" | "778" | "65534" => Medium::Tunnel,
        _ => Medium::Unknown,
    }
}

/// Where default routes go.
struct Routes {
    /// Interfaces whose default route has a gateway.
    gateways: HashSet<String>,
    metrics: HashMap<String, u32>,
}

impl Routes {
    fn read() -> Self {
        let read = |table: &str| fs::read_to_string(table).unwrap_or_default();
        let (four, six) = (read("/proc/net/route"), read("/proc/net/ipv6_route"));
        let gateways = gateways(&four).chain(gateways_of_six(&six)).collect();
        Self { gateways, metrics: metrics(&four) }
    }
}

/// Default routes of `/proc/net/route`, whose destination and mask are 0: interface, gateway, metric. A
/// tunnel that covers everything by two halves has another mask.
fn defaults(table: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    table.lines().skip(1).filter_map(|line| {
        let fields: Vec<_> = line.split_whitespace().collect();
        let [interface, "00000000", gateway, _, _, _, metric, "00000000", ..] = fields[..] else {
            return None;
        };
        Some((interface, gateway, metric))
    })
}

/// Interfaces whose default route goes by a gateway.
fn gateways(table: &str) -> impl Iterator<Item = String> {
    let by_one = defaults(table).filter(|(_, gateway, _)| *gateway != "00000000");
    by_one.map(|(interface, ..)| interface.to_owned())
}

/// The same of `/proc/net/ipv6_route`, where a route to nowhere is one without a gateway.
fn gateways_of_six(table: &str) -> impl Iterator<Item = String> {
    table.lines().filter_map(|line| {
        let fields: Vec<_> = line.split_whitespace().collect();
        let [_, "00", _, _, gateway, .., interface] = fields[..] else { return None };
        gateway.bytes().any(|digit| digit != b'0').then(|| interface.to_owned())
    })
}

/// Interface → the lowest metric of its default routes.
fn metrics(table: &str) -> HashMap<String, u32> {
    let mut metrics = HashMap::new();
    for (interface, _, metric) in defaults(table) {
        if let Ok(metric) = metric.parse::<u32>() {
            let lowest = metrics.entry(interface.to_owned()).or_insert(metric);
            *lowest = metric.min(*lowest);
        }
    }
    metrics
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOUR: &str = "Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT\n\
                        tun0 00000000 0108080A 0003 0 0 0 00000080 0 0 0\n\
                        ppp0 00000000 00000000 0001 0 0 700 00000000 0 0 0\n\
                        wlan0 00000000 0101A8C0 0003 0 0 600 00000000 0 0 0\n\
                        wlan0 0001A8C0 00000000 0001 0 0 600 00FFFFFF 0 0 0\n\
                        wlan0 00000000 0101A8C0 0003 0 0 20600 00000000 0 0 0\n";

    #[test]
    fn a_tunnel_by_two_halves_has_no_metric() {
        let known = [("ppp0".to_owned(), 700), ("wlan0".to_owned(), 600)];
        assert_eq!(metrics(FOUR), HashMap::from(known));
    }

    #[test]
    fn a_gateway_is_one_of_the_default_route() {
        let found: HashSet<_> = gateways(FOUR).collect();
        assert_eq!(found, HashSet::from(["wlan0".to_owned()]));
        let none = "0".repeat(32);
        let router = format!("fe80{}1", "0".repeat(27));
        let six = format!(
            "{none} 00 {none} 00 {router} 00000400 00000001 00000000 00450003    eth0\n\
             fe80{} 40 {none} 00 {none} 00000100 00000001 00000000 00000001    eth1\n\
             {none} 00 {none} 00 {none} ffffffff 00000001 00000000 00200200      lo\n",
            "0".repeat(28)
        );
        assert_eq!(gateways_of_six(&six).collect::<Vec<_>>(), ["eth0"]);
    }

    #[test]
    fn what_an_interface_is_its_driver_knows_best() {
        for (uevent, hardware, is) in [
            ("INTERFACE=eth0\nIFINDEX=2\n", "1\n", Medium::Wired),
            ("DEVTYPE=wlan\nINTERFACE=wlp2s0\n", "1\n", Medium::Wireless),
            ("DEVTYPE=wwan\n", "1\n", Medium::Mobile),
            ("INTERFACE=office\n", "65534\n", Medium::Tunnel),
            ("", "772\n", Medium::Unknown),
        ] {
            assert_eq!(medium(uevent, hardware), is, "{uevent}{hardware}");
        }
    }
}
