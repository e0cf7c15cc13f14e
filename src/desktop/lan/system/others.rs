//! The table of interfaces where the system has an interface of its own for it: Windows, macOS, BSD.

use netdev::interface::state::OperState;
use netdev::interface::types::InterfaceType;

use crate::desktop::lan::{Interface, Medium};

pub(super) fn read() -> Vec<Interface> {
    let all = netdev::get_interfaces().into_iter();
    all.filter(|interface| interface.is_up() && !interface.is_loopback()).map(told).collect()
}

fn told(interface: netdev::Interface) -> Interface {
    let mut ips = interface.ip_addrs();
    ips.sort();
    let medium = medium(interface.if_type);
    let real = matches!(medium, Medium::Wired | Medium::Wireless);
    Interface {
        metric: None,
        // Of bridges and tunnels the system says Down or Unknown while they work.
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
