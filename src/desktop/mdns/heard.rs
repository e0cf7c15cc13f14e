//! What others announce, checked: every byte of it comes from strangers.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::net::{IpAddr, SocketAddr};

use crate::base::names::PadName;
use crate::base::network::{Address, Neighbour};

/// Pads of others that are remembered: a floor of an office, and a bound.
const MAX_NEIGHBOURS: usize = 64;

/// People that a pad may claim to have.
const MAX_PEOPLE: usize = 9_999;

/// The longest name in DNS.
const MAX_HOST: usize = 253;

/// What was heard.
pub(super) enum MdnsAnswer {
    /// A pad is there.
    Here(Announced),
    /// A pad is gone.
    Gone(String),
    /// Nothing of interest.
    Other,
}

/// A pad as it is announced.
pub(super) struct Announced {
    /// The name of the announcement.
    pub(super) instance: String,
    /// The machine's name.
    pub(super) host: String,
    /// Its port.
    pub(super) port: u16,
    /// Its addresses, as far as they are known.
    pub(super) ips: Vec<IpAddr>,
    /// What it says of itself.
    pub(super) text: HashMap<String, String>,
}

/// The pads of others.
pub(super) struct HeardPads {
    /// Names of this machine, also former ones: what comes under them is our own.
    own: Vec<String>,
    pads: BTreeMap<String, Neighbour>,
}

impl HeardPads {
    pub(super) fn new(own: Option<String>) -> Self {
        Self { own: own.into_iter().collect(), pads: BTreeMap::new() }
    }

    /// This machine has another name now. What was heard under it before it was known to be ours
    /// goes; true where there was such a pad.
    pub(super) fn add_own(&mut self, host: String) -> bool {
        let before = self.pads.len();
        self.pads.retain(|_, pad| !pad.host.eq_ignore_ascii_case(&host));
        self.own.push(host);
        self.pads.len() < before
    }

    /// Takes what was heard; true where something is new. `near` are our own addresses.
    pub(super) fn take(&mut self, answer: MdnsAnswer, near: &[Address]) -> bool {
        match answer {
            MdnsAnswer::Other => false,
            MdnsAnswer::Gone(instance) => self.pads.remove(&instance).is_some(),
            MdnsAnswer::Here(announced) => {
                let Announced { instance, host, .. } = &announced;
                let is_own = self.own.iter().any(|own| own.eq_ignore_ascii_case(host));
                let is_full =
                    self.pads.len() >= MAX_NEIGHBOURS && !self.pads.contains_key(instance);
                if is_own || is_full {
                    return false;
                }
                let Some(pad) = neighbour(&announced, near) else { return false };
                let known = self.pads.insert(announced.instance, pad.clone());
                known.as_ref() != Some(&pad)
            }
        }
    }

    /// All that are there, by name.
    pub(super) fn all(&self) -> Vec<Neighbour> {
        let mut all: Vec<_> = self.pads.values().cloned().collect();
        all.sort_by(|a, b| (&a.name, &a.url).cmp(&(&b.name, &b.url)));
        all
    }
}

/// `None` where it is none of ours, or has no address that a browser can open.
fn neighbour(announced: &Announced, near: &[Address]) -> Option<Neighbour> {
    let Announced { host, port, ips, text, .. } = announced;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    if host.len() > MAX_HOST || !host.ends_with(".local") || !host.chars().all(plain) {
        return None;
    }
    let said = |key: &str| text.get(key).map(String::as_str).unwrap_or_default();
    let name: PadName = said("pad").parse().ok()?;
    let states = ["waiting", "alive", "fading"];
    let state = states.into_iter().find(|state| *state == said("state"))?;
    let scheme = if said("tls") == "1" { "https" } else { "http" };
    let address = SocketAddr::new(nearest(ips, near)?, *port);
    Some(Neighbour {
        name: name.to_string(),
        host: host.clone(),
        url: format!("{scheme}://{address}/"),
        state: state.to_owned(),
        people: said("people").parse().unwrap_or(0).min(MAX_PEOPLE),
    })
}

/// The address that is likeliest in a network with us: IPv4, and like one of ours.
fn nearest(ips: &[IpAddr], near: &[Address]) -> Option<IpAddr> {
    let usable = |ip: &&IpAddr| match ip {
        IpAddr::V4(ip) => !ip.is_link_local() && !ip.is_unspecified() && !ip.is_multicast(),
        IpAddr::V6(ip) => !ip.is_unicast_link_local() && !ip.is_unspecified() && !ip.is_multicast(),
    };
    let likeness = |ip: &IpAddr| near.iter().map(|own| same_bits(*ip, own.ip)).max().unwrap_or(0);
    let order = |ip: &&IpAddr| (ip.is_ipv4(), !ip.is_loopback(), likeness(ip), Reverse(**ip));
    ips.iter().filter(usable).max_by_key(order).copied()
}

fn same_bits(a: IpAddr, b: IpAddr) -> u32 {
    match (a, b) {
        (IpAddr::V4(a), IpAddr::V4(b)) => (a.to_bits() ^ b.to_bits()).leading_zeros(),
        (IpAddr::V6(a), IpAddr::V6(b)) => (a.to_bits() ^ b.to_bits()).leading_zeros(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::network::InterfaceKind;

    fn here(host: &str, ips: &[&str], text: &[(&str, &str)]) -> MdnsAnswer {
        MdnsAnswer::Here(Announced {
            instance: format!("x {host}"),
            host: host.into(),
            port: 7780,
            ips: ips.iter().map(|ip| ip.parse().unwrap()).collect(),
            text: text.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
        })
    }

    const NOTES: &[(&str, &str)] = &[("pad", "notes"), ("state", "alive"), ("people", "2")];

    #[test]
    fn a_neighbour_is_shown_with_the_address_that_is_near() {
        let near = Address {
            ip: "192.168.1.20".parse().unwrap(),
            interface: "wlan0".into(),
            kind: InterfaceKind::Wifi,
            rank: 1,
            why: String::new(),
        };
        let mut heard = HeardPads::new(Some("fadepad-aaaa.local".into()));
        let ips = ["fe80::1", "fd00::7", "10.0.0.7", "192.168.1.7"];
        assert!(!heard.take(here("fadepad-k3f9.local", &ips[..1], NOTES), &[]), "no address yet");
        let near = [near];
        assert!(heard.take(here("fadepad-k3f9.local", &ips, NOTES), &near));
        assert!(!heard.take(here("fadepad-k3f9.local", &ips, NOTES), &near), "nothing new");
        let shown = serde_json::to_value(heard.all()).unwrap();
        let expected = serde_json::json!([{
            "name": "notes", "host": "fadepad-k3f9.local", "url": "http://192.168.1.7:7780/",
            "state": "alive", "people": 2
        }]);
        assert_eq!(shown, expected);
        assert!(heard.take(MdnsAnswer::Gone("x fadepad-k3f9.local".into()), &near));
        assert!(heard.all().is_empty());
    }

    #[test]
    fn our_own_pads_are_no_neighbours() {
        let mut heard = HeardPads::new(Some("fadepad-aaaa.local".into()));
        assert!(!heard.take(here("Fadepad-AAAA.local", &["10.0.0.1"], NOTES), &[]));
        assert!(!heard.add_own("fadepad-aaaa-2.local".into()));
        assert!(!heard.take(here("fadepad-aaaa-2.local", &["10.0.0.1"], NOTES), &[]));
    }

    #[test]
    fn our_own_pad_goes_that_was_heard_by_a_name_before_we_knew_it_as_ours() {
        let mut heard = HeardPads::new(Some("fadepad-aaaa.local".into()));
        assert!(heard.take(here("fadepad-aaaa-2.local", &["10.0.0.1"], NOTES), &[]));
        assert!(heard.take(here("fadepad-bbbb.local", &["10.0.0.2"], NOTES), &[]));
        assert!(heard.add_own("Fadepad-aaaa-2.local".into()));
        assert_eq!(heard.all().len(), 1);
        assert_eq!(heard.all()[0].host, "fadepad-bbbb.local");
    }

    #[test]
    fn what_strangers_say_is_checked() {
        let mut heard = HeardPads::new(None);
        for (host, text) in [
            ("evil.example", NOTES),
            ("<script>.local", NOTES),
            ("a.local", &[("pad", "<b>"), ("state", "alive")][..]),
            ("a.local", &[("pad", "notes"), ("state", "<b>")]),
            ("a.local", &[("state", "alive")]),
        ] {
            assert!(!heard.take(here(host, &["10.0.0.1"], text), &[]), "{host} {text:?}");
        }
        let many = [("pad", "notes"), ("state", "alive"), ("people", "99999999")];
        assert!(heard.take(here("a.local", &["10.0.0.1"], &many), &[]));
        assert_eq!(heard.all()[0].people, MAX_PEOPLE);
        for n in 0..2 * MAX_NEIGHBOURS {
            heard.take(here(&format!("h{n}.local"), &["10.0.0.1"], NOTES), &[]);
        }
        assert_eq!(heard.all().len(), MAX_NEIGHBOURS);
    }
}
