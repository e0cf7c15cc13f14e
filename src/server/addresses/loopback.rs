//! What leads to the asking machine itself, and so nobody else to us.

use super::Addresses;
use crate::base::authority::Authority;

impl Addresses {
    /// Whether the host's own links lead to this machine itself, not to a certificate's name.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.local.split_once("://").is_some_and(|(_, authority)| is_loopback(authority))
    }

    /// Whether another device can reach the address that people are given: a QR leads there.
    #[must_use]
    pub fn leads_here(&self) -> bool {
        let by_network = !self.addresses.is_empty();
        !is_loopback(&self.address) && (by_network || self.is_named())
    }

    /// Whether people are given a URL that the host named: it says nothing of this machine's networks.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.address.parse().is_ok_and(|own: Authority| self.is_proxied(&own))
    }
}

fn is_loopback(authority: &str) -> bool {
    authority.parse().is_ok_and(|read: Authority| read.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_to_this_machine_alone_is_known() {
        for own in ["localhost:7780", "LocalHost", "127.0.0.1:1", "127.8.9.1", "[::1]:7780"] {
            assert!(is_loopback(own), "{own}");
        }
        for other in ["", "192.168.1.20:7780", "localhost.example", "[fd00::2]:7780", "0.0.0.0"] {
            assert!(!is_loopback(other), "{other}");
        }
        let mut places = Addresses {
            base: "http://127.0.0.1:7780".into(),
            local: "http://localhost:7780".into(),
            address: "127.0.0.1:7780".into(),
            interface: None,
            addresses: Vec::new(),
            others: 0,
            port: 7780,
            own: Vec::new(),
            hosts: Vec::new(),
            proxied: vec!["pads.example".parse().unwrap()],
        };
        assert!(!places.leads_here(), "no network");
        (places.base, places.address) = ("https://pads.example".into(), "pads.example".into());
        assert!(places.leads_here(), "a proxy's name");
        assert!(places.is_local());
        places.local = "https://desk.example:7780".into();
        assert!(!places.is_local(), "the certificate's name");
    }
}
