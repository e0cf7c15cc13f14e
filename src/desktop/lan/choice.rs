//! A network that the host names is used, or refused with the reason; it is never passed over.

use std::net::IpAddr;

use super::{Interface, is_local_only, kinds, rank};
use crate::base::network::{Address, Network};

/// Why a choice can't be used; `None` where it can, also where its interface has no address at the
/// moment.
#[must_use]
pub fn refused(table: &[Interface], chosen: &[Network], bind: &[IpAddr]) -> Option<String> {
    let named = chosen.iter().filter(|network| **network != Network::Auto);
    let mut whys = named.filter_map(|network| {
        refuse_one(table, network, bind).map(|why| format!("--interface {network} {why}"))
    });
    whys.next()
}

fn refuse_one(table: &[Interface], network: &Network, bind: &[IpAddr]) -> Option<String> {
    if is_loopback(network) {
        return Some("is this machine's own loopback: no other device reaches it".to_owned());
    }
    let by_name =
        |interface: &Interface| matches!(network, Network::Name(name) if *name == interface.name);
    let ips: Vec<IpAddr> = table
        .iter()
        .flat_map(|interface| interface.ips.iter().map(move |ip| (interface, *ip)))
        .filter(|(interface, ip)| network.holds(*ip, &interface.name))
        .map(|(_, ip)| ip)
        .collect();
    if ips.is_empty() {
        let known = table.iter().any(by_name);
        return (!known)
            .then(|| format!("is no interface or address of this machine{}", has(table)));
    }
    if matches!(network, Network::Range(..)) && ips.iter().all(|ip| is_no_link(*ip)) {
        return Some("is link-local in IPv6: no link can hold such an address".to_owned());
    }
    let every = bind.is_empty() || bind.iter().any(IpAddr::is_unspecified);
    if !every && !ips.iter().any(|ip| bind.contains(ip)) {
        let heard: Vec<String> = bind.iter().map(ToString::to_string).collect();
        return Some(format!("is not listened on: --bind names {} alone", heard.join(", ")));
    }
    None
}

/// What a choice could name, for who has named something else.
fn has(table: &[Interface]) -> String {
    /// More nobody reads in a sentence.
    const NAMED: usize = 4;
    let all = rank(table, None).into_iter().chain(on_choice(table));
    let mut names: Vec<String> = Vec::new();
    for Address { interface, ip, .. } in all {
        let name = format!("{interface} ({ip})");
        if !names.iter().any(|known| known.starts_with(&format!("{interface} "))) {
            names.push(name);
        }
    }
    let more = if names.len() > NAMED { ", …" } else { "" };
    names.truncate(NAMED);
    if names.is_empty() { String::new() } else { format!(", which has {}{more}", names.join(", ")) }
}

/// Addresses that only a choice brings in, whatever is chosen.
#[must_use]
pub fn on_choice(table: &[Interface]) -> Vec<Address> {
    let named = |interface: &Interface| Network::Name(interface.name.clone());
    let all = table.iter().filter(|interface| !kinds::is_for_the_system_alone(interface));
    let mut found = link_local(table, &all.map(named).collect::<Vec<_>>());
    for address in &mut found {
        // Of an interface that has others its name would bring in one of those.
        let of_it = table.iter().filter(|interface| interface.name == address.interface);
        let ips = of_it.flat_map(|interface| &interface.ips).filter(|ip| !is_no_link(**ip));
        let choice = match ips.count() {
            1 => address.interface.clone(),
            _ => address.ip.to_string(),
        };
        address.why = format!(
            "link-local, for devices on the same cable or access point: only with -i {choice}"
        );
    }
    found
}

/// Addresses that are of use on one cable or access point alone, and that only a choice brings in:
/// those of IPv4, since a link can't hold the zone that those of IPv6 need.
#[must_use]
pub fn link_local(table: &[Interface], chosen: &[Network]) -> Vec<Address> {
    let named = |network: &&Network| **network != Network::Auto;
    let mut found = Vec::new();
    for interface in table {
        let own = interface.ips.iter().filter(|ip| is_local_only(**ip) && !is_no_link(**ip));
        for ip in own.filter(|ip| !ip.is_loopback() && !ip.is_unspecified()) {
            if chosen.iter().filter(named).any(|network| network.holds(*ip, &interface.name)) {
                found.push(Address {
                    ip: *ip,
                    interface: interface.name.clone(),
                    kind: kinds::kind(interface, *ip),
                    rank: found.len() + 1,
                    why: "chosen, link-local: devices on the same cable or access point".into(),
                });
            }
        }
    }
    found
}

/// The system's table is without it.
fn is_loopback(network: &Network) -> bool {
    match network {
        Network::Auto => false,
        Network::Name(name) => ["lo", "lo0"].contains(&name.as_str()),
        Network::Range(net) => net.addr().to_canonical().is_loopback(),
    }
}

fn is_no_link(ip: IpAddr) -> bool {
    matches!(ip, IpAddr::V6(ip) if ip.is_unicast_link_local())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Vec<Interface> {
        let interface = |name: &str, ips: &[&str]| Interface {
            name: name.into(),
            ips: ips.iter().map(|ip| ip.parse().unwrap()).collect(),
            ..Interface::default()
        };
        vec![
            interface("eth0", &["169.254.7.1", "fe80::1"]),
            interface("wlan0", &["192.168.1.20", "fe80::2"]),
            interface("wlan1", &[]),
            interface("d0", &["172.20.2.3", "169.254.9.9", "fe80::3"]),
        ]
    }

    fn why(choice: &str, bind: &[&str]) -> Option<String> {
        let bind: Vec<_> = bind.iter().map(|ip| ip.parse().unwrap()).collect();
        refused(&table(), &[choice.parse().unwrap()], &bind)
    }

    #[test]
    fn a_choice_that_leads_nowhere_is_refused_with_its_name() {
        for (choice, bind, word) in [
            (
                "wlan7",
                &[][..],
                "which has wlan0 (192.168.1.20), d0 (172.20.2.3), eth0 (169.254.7.1)",
            ),
            ("10.0.0.0/8", &[], "is no interface or address"),
            ("lo", &[], "loopback"),
            ("127.0.0.1", &[], "loopback"),
            ("fe80::1", &[], "link-local"),
            ("wlan0", &["127.0.0.1"], "--bind names 127.0.0.1"),
        ] {
            let why = why(choice, bind).unwrap_or_else(|| panic!("{choice} is let through"));
            assert!(why.starts_with(&format!("--interface {choice} ")), "{why}");
            assert!(why.contains(word), "{why}");
        }
    }

    #[test]
    fn the_choice_that_a_link_local_address_names_takes_that_address() {
        let said: Vec<_> = on_choice(&table())
            .into_iter()
            .map(|found| (found.ip, found.why.rsplit_once(" -i ").unwrap().1.to_owned()))
            .collect();
        assert_eq!(said.len(), 2, "{said:?}");
        for (ip, choice) in said {
            let chosen: Vec<Network> = vec![choice.parse().unwrap()];
            assert_eq!(refused(&table(), &chosen, &[]), None, "{choice}");
            let held = table().into_iter().flat_map(|interface| {
                let name = interface.name;
                interface.ips.into_iter().map(move |ip| (name.clone(), ip))
            });
            let held = held.filter(|(name, ip)| chosen[0].holds(*ip, name) && !is_no_link(*ip));
            assert_eq!(held.map(|(_, ip)| ip).collect::<Vec<_>>(), [ip], "-i {choice}");
        }
    }

    #[test]
    fn a_choice_that_leads_somewhere_or_will_is_used() {
        for choice in ["wlan0", "192.168.1.0/24", "eth0", "169.254.7.1", "wlan1", "auto"] {
            assert_eq!(why(choice, &[]), None, "{choice}");
        }
        assert_eq!(why("wlan0", &["0.0.0.0"]), None);
        assert_eq!(why("192.168.1.20", &["192.168.1.20"]), None);
        let found: Vec<_> = on_choice(&table()).into_iter().map(|found| found.interface).collect();
        assert_eq!(found, ["eth0", "d0"]);
        let [name, auto] = ["eth0", "auto"].map(|choice| vec![choice.parse::<Network>().unwrap()]);
        let found = link_local(&table(), &name);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].ip.to_string(), "169.254.7.1");
        assert!(link_local(&table(), &auto).is_empty(), "nobody asked for it");
    }
}
