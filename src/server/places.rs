//! Where this server is found: the URLs that people get, the Host names that are answered.

use std::net::IpAddr;

use crate::base::codes::JoinCode;
use crate::base::names::PadName;

/// Names and addresses of this server.
#[derive(Clone, Debug)]
pub struct Places {
    /// The beginning of every link that people get, such as `http://192.168.1.20:7780`.
    pub base: String,
    /// The beginning of the host's own links, such as `http://localhost:7780`.
    pub local: String,
    /// What people type, such as `192.168.1.20:7780`.
    pub address: String,
    /// The network interface of that address, where it is known.
    pub interface: Option<String>,
    /// The port that we listen on.
    pub port: u16,
    /// Own addresses: what comes from one of them is not from outside.
    pub own: Vec<IpAddr>,
    /// Host names and addresses that are answered, lower-case, without port. They keep a foreign
    /// page from reaching us under its own name (DNS rebinding).
    pub hosts: Vec<String>,
    /// Host names behind which another port may stand: a reverse proxy's.
    pub proxied: Vec<String>,
}

impl Places {
    /// The link that the QR holds.
    #[must_use]
    pub fn join_url(&self, code: JoinCode) -> String {
        format!("{}/j/{code}", self.base)
    }

    /// The link to a pad with a key.
    #[must_use]
    pub fn pad_url(&self, pad: &PadName, key: &str) -> String {
        format!("{}/p/{pad}#{key}", self.base)
    }

    /// The host's own link, on this machine.
    #[must_use]
    pub fn host_url(&self, pad: &PadName, key: &str) -> String {
        format!("{}/p/{pad}#{key}", self.local)
    }

    /// Whether a request for this authority (`host` or `host:port`) is for us.
    #[must_use]
    pub fn answers(&self, authority: &str) -> bool {
        let (host, _) = split(authority);
        let host = host.to_ascii_lowercase();
        self.hosts.contains(&host) || self.proxied.contains(&host)
    }

    /// The encrypted base for who came to this authority; none where it is not ours. Only what is
    /// on our own list goes into it.
    #[must_use]
    pub fn sealed_base(&self, authority: &str) -> Option<String> {
        let (host, port) = split(authority);
        let host = host.to_ascii_lowercase();
        let port = match (self.proxied.contains(&host), port) {
            (true, None) => String::new(),
            (true, Some(port)) => format!(":{port}"),
            (false, _) if self.hosts.contains(&host) => format!(":{}", self.port),
            (false, _) => return None,
        };
        let bracketed = host.contains(':').then(|| format!("[{host}]"));
        Some(format!("https://{}{port}", bracketed.unwrap_or(host)))
    }

    /// Whether a page of this origin (`http://host:port`) is one of ours.
    #[must_use]
    pub fn is_own_origin(&self, origin: &str) -> bool {
        let Some((scheme, authority)) = origin.split_once("://") else { return false };
        let default_port = match scheme {
            "http" => 80,
            "https" => 443,
            _ => return false,
        };
        let (host, port) = split(authority);
        let host = host.to_ascii_lowercase();
        let port = port.unwrap_or(default_port);
        self.proxied.contains(&host) || (port == self.port && self.hosts.contains(&host))
    }

    /// Whether this address is another machine's.
    #[must_use]
    pub fn is_foreign(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        !address.is_loopback() && !self.own.contains(&address)
    }
}

/// `host:port`, `[v6]:port`, `host` → host without brackets, and the port.
fn split(authority: &str) -> (&str, Option<u16>) {
    if let Some(v6) = authority.strip_prefix('[') {
        let (host, rest) = v6.split_once(']').unwrap_or((v6, ""));
        return (host, rest.strip_prefix(':').and_then(|port| port.parse().ok()));
    }
    match authority.rsplit_once(':') {
        Some((host, port)) => (host, port.parse().ok()),
        None => (authority, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        Places {
            base: "http://192.168.1.20:7780".into(),
            local: "http://localhost:7780".into(),
            address: "192.168.1.20:7780".into(),
            interface: None,
            port: 7780,
            own: vec!["192.168.1.20".parse().unwrap()],
            hosts: vec!["localhost".into(), "192.168.1.20".into(), "fd00::2".into()],
            proxied: vec!["pads.example".into()],
        }
    }

    #[test]
    fn only_own_names_are_answered() {
        for own in
            ["localhost:7780", "LOCALHOST", "192.168.1.20:1", "[fd00::2]:7780", "pads.example"]
        {
            assert!(places().answers(own), "{own}");
        }
        for foreign in ["", "evil.example:7780", "localhost.evil.example", "192.168.1.21:7780"] {
            assert!(!places().answers(foreign), "{foreign}");
        }
    }

    #[test]
    fn nobody_is_led_to_a_foreign_host() {
        for (asked, led) in [
            ("192.168.1.20:7780", Some("https://192.168.1.20:7780")),
            ("LOCALHOST", Some("https://localhost:7780")),
            ("[fd00::2]:7780", Some("https://[fd00::2]:7780")),
            ("pads.example", Some("https://pads.example")),
            ("localhost:1@evil.example", Some("https://localhost:7780")),
            ("evil.example", None),
            ("", None),
        ] {
            assert_eq!(places().sealed_base(asked).as_deref(), led, "{asked}");
        }
    }

    #[test]
    fn another_port_is_another_origin() {
        for own in ["http://localhost:7780", "http://[fd00::2]:7780", "https://pads.example"] {
            assert!(places().is_own_origin(own), "{own}");
        }
        let foreign = ["null", "http://localhost", "http://localhost:3000", "file://", "ws://x"];
        for origin in foreign {
            assert!(!places().is_own_origin(origin), "{origin}");
        }
    }

    #[test]
    fn a_machine_is_not_foreign_to_itself() {
        for own in ["127.0.0.1", "::1", "192.168.1.20", "::ffff:192.168.1.20"] {
            assert!(!places().is_foreign(own.parse().unwrap()), "{own}");
        }
        assert!(places().is_foreign("192.168.1.77".parse().unwrap()));
    }
}
