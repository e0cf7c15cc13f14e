//! Why no phone gets through, perhaps: facts in, sentences out, the likeliest first.

use std::net::SocketAddr;

use super::firewall::{Firewall, Guarding};
use crate::base::network::{Address, Cause, InterfaceKind};

/// What is known about this machine.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The port that we listen on.
    pub port: u16,
    /// The addresses that people are given, the printed one first.
    pub addresses: Vec<Address>,
    /// What could turn phones away.
    pub firewall: Firewall,
    /// Where the program runs.
    pub inside: Inside,
    /// The interface of a VPN that is up.
    pub vpn: Option<String>,
}

/// Where the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// On a machine of its own.
    Machine,
    /// In the Windows Subsystem for Linux.
    Wsl,
    /// In a container.
    Container,
}

/// What may be in the way, the likeliest first, each with what helps on this system.
#[must_use]
pub fn likely(facts: &Facts) -> Vec<Cause> {
    let (certain, possible) = firewall(facts).map_or((None, None), |(is_certain, cause)| {
        if is_certain { (Some(cause), None) } else { (None, Some(cause)) }
    });
    let known = [inside(facts), certain, no_network(facts), possible, vpn(facts)];
    let rest = [another_network(facts), isolation(facts), other_interface(facts)];
    known.into_iter().chain(rest).flatten().collect()
}

fn cause(cause: &'static str, why: impl Into<String>, fix: impl Into<String>) -> Option<Cause> {
    Some(Cause { cause, why: why.into(), fix: fix.into() })
}

fn inside(facts: &Facts) -> Option<Cause> {
    let port = facts.port;
    match facts.inside {
        Inside::Machine => None,
        Inside::Wsl => cause(
            "wsl",
            "Fadepad runs inside WSL: phones reach Windows, not the machine in it.",
            "Run Fadepad on Windows itself, or write networkingMode=mirrored under [wsl2] into \
             %UserProfile%\\.wslconfig and run: wsl --shutdown",
        ),
        Inside::Container => cause(
            "container",
            "Fadepad runs inside a container: phones reach its host, not the container.",
            format!(
                "Start it with --network host, or publish the port with -p {port}:{port} and say \
                 --url http://ADDRESS-OF-THE-HOST:{port}"
            ),
        ),
    }
}

/// Whether it is sure to be in the way, and what to do.
fn firewall(facts: &Facts) -> Option<(bool, Cause)> {
    let port = facts.port;
    let Guarding { name, open, remedy } = facts.firewall.guarding(port)?;
    let why = match open {
        Some(true) => return None,
        Some(false) => format!("The firewall ({name}) lets nobody in on port {port}."),
        None => format!("The firewall ({name}) may let nobody in on port {port}."),
    };
    Some((open == Some(false), cause("firewall", why, remedy.sentence())?))
}

fn no_network(facts: &Facts) -> Option<Cause> {
    let best = facts.addresses.first()?;
    if best.kind.has_phones() {
        return None;
    }
    cause(
        "wrong_network",
        format!("The only network here is {} ({}): phones are not in it.", best.interface, best.ip),
        "Join this machine to the room's Wi-Fi. The QR follows by itself.",
    )
}

fn vpn(facts: &Facts) -> Option<Cause> {
    let name = facts.vpn.as_ref()?;
    cause(
        "vpn",
        format!("A VPN is up ({name}); many keep out the devices of the own network."),
        "Allow \"local network access\" in it, or disconnect it while the pad lives.",
    )
}

fn another_network(facts: &Facts) -> Option<Cause> {
    let best = facts.addresses.first()?;
    let tried = SocketAddr::new(best.ip, facts.port);
    cause(
        "another_network",
        format!("The phone may be in another network than {} ({}).", best.interface, best.ip),
        format!(
            "Join it to the same Wi-Fi, without its mobile data or VPN, and open http://{tried}"
        ),
    )
}

fn isolation(facts: &Facts) -> Option<Cause> {
    let best = facts.addresses.first()?;
    if best.kind == InterfaceKind::Hotspot {
        return None;
    }
    cause(
        "isolation",
        "Guest networks often keep their devices apart (\"client isolation\").",
        "Use another Wi-Fi, or turn on this machine's own hotspot: the QR follows by itself.",
    )
}

fn other_interface(facts: &Facts) -> Option<Cause> {
    let best = facts.addresses.first()?;
    let other = |a: &&Address| a.interface != best.interface && a.kind.has_phones();
    let other = facts.addresses.iter().find(other)?;
    cause(
        "other_interface",
        format!("Phones may rather be in the network of {} ({}).", other.interface, other.ip),
        format!("Start with: fadepad --interface \"{}\"", other.interface),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(ip: &str, interface: &str, kind: InterfaceKind) -> Address {
        let ip = ip.parse().unwrap();
        Address { ip, interface: interface.into(), kind, rank: 1, why: String::new() }
    }

    fn facts() -> Facts {
        Facts {
            port: 7780,
            addresses: vec![address("192.168.1.20", "wlan0", InterfaceKind::Wifi)],
            firewall: Firewall::None,
            inside: Inside::Machine,
            vpn: None,
        }
    }

    fn words(facts: &Facts) -> Vec<&'static str> {
        likely(facts).iter().map(|cause| cause.cause).collect()
    }

    #[test]
    fn without_anything_odd_it_is_the_network() {
        assert_eq!(words(&facts()), ["another_network", "isolation"]);
        assert!(likely(&facts())[0].fix.contains("http://192.168.1.20:7780"));
    }

    #[test]
    fn a_closed_firewall_comes_first_with_the_command_for_this_system() {
        let mut facts = facts();
        facts.vpn = Some("wg0".into());
        for (firewall, fix) in [
            (Firewall::Ufw(Some(false)), "sudo ufw allow 7780/tcp"),
            (Firewall::Firewalld(Some(false)), "sudo firewall-cmd --add-port=7780/tcp"),
            (Firewall::Windows(Some(false)), "localport=7780"),
            (Firewall::MacOs, "System Settings"),
        ] {
            facts.firewall = firewall;
            let first = &likely(&facts)[0];
            assert_eq!(first.cause, "firewall");
            assert!(first.fix.contains(fix), "{first:?}");
            assert_eq!(words(&facts)[1], "vpn");
        }
        facts.firewall = Firewall::Ufw(Some(true));
        assert_eq!(words(&facts)[0], "vpn", "an open port is not in the way");
    }

    #[test]
    fn where_phones_cannot_be_is_said_before_what_may_be() {
        let mut facts = facts();
        facts.firewall = Firewall::Ufw(None);
        facts.addresses = vec![address("172.17.0.1", "docker0", InterfaceKind::Virtual)];
        assert_eq!(words(&facts)[..2], ["wrong_network", "firewall"]);
        facts.inside = Inside::Container;
        assert_eq!(words(&facts)[0], "container");
        facts.inside = Inside::Wsl;
        assert_eq!(words(&facts)[0], "wsl");
    }

    #[test]
    fn a_second_network_is_offered_by_its_name() {
        let mut facts = facts();
        facts.addresses.push(address("10.0.0.5", "Ethernet 2", InterfaceKind::Ethernet));
        let last = likely(&facts).pop().unwrap();
        assert_eq!(last.fix, "Start with: fadepad --interface \"Ethernet 2\"");
    }
}
