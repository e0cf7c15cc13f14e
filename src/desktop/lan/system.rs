//! The table of interfaces, read from the system.

use std::collections::HashMap;
use std::fs;

use netdev::interface::state::OperState;
use netdev::interface::types::InterfaceType;

use super::{Interface, Medium};

/// Reads this machine's interfaces; those that are switched off are left out. Blocks for some
/// milliseconds.
#[must_use]
pub fn read() -> Vec<Interface> {
    let metrics = fs::read_to_string("/proc/net/route").map(|table| metrics(&table));
    let metrics = metrics.unwrap_or_default();
    let all = netdev::get_interfaces().into_iter();
    let real = all.filter(|interface| interface.is_up() && !interface.is_loopback());
    let mut table: Vec<_> = real.map(|interface| told(interface, &metrics)).collect();
    table.sort_by(|a, b| a.name.cmp(&b.name));
    table
}

fn told(interface: netdev::Interface, metrics: &HashMap<String, u32>) -> Interface {
    let mut ips = interface.ip_addrs();
    ips.sort();
    let medium = medium(interface.if_type);
    let real = matches!(medium, Medium::Wired | Medium::Wireless);
    Interface {
        metric: metrics.get(&interface.name).copied(),
        // Of docker's bridge and of tunnels the system says Down or Unknown while they work.
        unplugged: real && is_down(interface.oper_state),
        point_to_point: interface.is_tun(),
        gateway: interface
            .gateway
            .as_ref()
            .is_some_and(|gateway| !(gateway.ipv4.is_empty() && gateway.ipv6.is_empty())),
        // On Windows the name is a GUID that nobody has seen; on a Mac it is what everyone types.
        name: match interface.friendly_name {
            Some(friendly) if cfg!(target_os = "windows") => friendly,
            _ => interface.name,
        },
        description: interface.description.unwrap_or_default(),
        medium,
        ips,
    }
}

fn is_down(state: OperState) -> bool {
    matches!(state, OperState::Down | OperState::LowerLayerDown | OperState::NotPresent)
}

fn medium(told: InterfaceType) -> Medium {
    match told {
        InterfaceType::Wireless80211 => Medium::Wireless,
        InterfaceType::Ethernet
        | InterfaceType::GigabitEthernet
        | InterfaceType::FastEthernetT
        | InterfaceType::FastEthernetFx => Medium::Wired,
        InterfaceType::Wwanpp | InterfaceType::Wwanpp2 => Medium::Mobile,
        InterfaceType::Tunnel | InterfaceType::Ppp => Medium::Tunnel,
        InterfaceType::Loopback => Medium::Virtual,
        _ => Medium::Unknown,
    }
}

/// Interface → the metric of its default route, as Linux tells it in `/proc/net/route`: destination
/// and mask are 0. A tunnel that covers everything by two halves has another mask.
fn metrics(table: &str) -> HashMap<String, u32> {
    let mut metrics = HashMap::new();
    for line in table.lines().skip(1) {
        let fields: Vec<_> = line.split_whitespace().collect();
        let [interface, "00000000", _, _, _, _, metric, "00000000", ..] = fields[..] else {
            continue;
        };
        if let Ok(metric) = metric.parse::<u32>() {
            let lowest = metrics.entry(interface.to_owned()).or_insert(metric);
            *lowest = metric.min(*lowest);
        }
    }
    metrics
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

    #[test]
    fn a_tunnel_by_two_halves_has_no_metric() {
        let table = "Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT\n\
                     tun0 00000000 0108080A 0003 0 0 0 00000080 0 0 0\n\
                     wlan0 00000000 0101A8C0 0003 0 0 600 00000000 0 0 0\n\
                     wlan0 0001A8C0 00000000 0001 0 0 600 00FFFFFF 0 0 0\n\
                     wlan0 00000000 0101A8C0 0003 0 0 20600 00000000 0 0 0\n";
        assert_eq!(metrics(table), HashMap::from([("wlan0".to_owned(), 600)]));
    }

    #[test]
    fn this_machine_can_be_read() {
        assert!(read().iter().all(|interface| !interface.name.is_empty()));
    }
}
