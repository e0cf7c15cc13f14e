//! Which names this server answers under, and whose pages may speak to it.

use super::addresses::Addresses;
use crate::base::authority::Authority;

const HTTP: u16 = 80;
const HTTPS: u16 = 443;
/// The ports that a browser does not name.
const DEFAULT_PORTS: [u16; 2] = [HTTP, HTTPS];

impl Addresses {
    /// Whether a request for this host is for us.
    #[must_use]
    pub fn answers(&self, asked: &Authority) -> bool {
        self.hosts.iter().any(|own| own == asked.host()) || self.is_proxied(asked)
    }

    /// Whether a request for this host came by a reverse proxy's name.
    pub(super) fn is_proxied(&self, asked: &Authority) -> bool {
        // Who comes by the default port names none, and the proxy does not tell which it was.
        let ports = asked.port().map_or(DEFAULT_PORTS.to_vec(), |port| vec![port]);
        self.proxied.iter().any(|proxy| {
            proxy.host() == asked.host() && proxy.port().is_none_or(|port| ports.contains(&port))
        })
    }

    /// The encrypted base for who asked this host; none where it is not ours. The port stays: where
    /// it is not our own it is led to us from elsewhere, as Docker and ssh do.
    #[must_use]
    pub fn sealed_base(&self, asked: &Authority) -> Option<String> {
        let own = self.answers(asked) && !self.is_proxied(asked);
        let port = asked.port().or(own.then_some(self.port));
        self.answers(asked).then(|| format!("https://{}", asked.at(port)))
    }

    /// Whether a page of this origin (`http://host:port`) may speak to us, which asked for this
    /// host: it is ours where it came from the very same host and port, whatever led it there, or
    /// from another name of ours.
    #[must_use]
    pub fn is_own_origin(&self, origin: &str, asked: &Authority) -> bool {
        let Some((scheme, authority)) = origin.split_once("://") else { return false };
        let default_port = match scheme {
            "http" => HTTP,
            "https" => HTTPS,
            _ => return false,
        };
        let Ok(page) = authority.parse::<Authority>() else { return false };
        let at = page.at(Some(page.port().unwrap_or(default_port)));
        at == asked.at(Some(asked.port().unwrap_or(default_port)))
            || self.is_proxied(&at)
            || (at.port() == Some(self.port) && self.hosts.iter().any(|own| own == at.host()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::addresses::tests::places;

    fn asked(host: &str) -> Authority {
        host.parse().unwrap()
    }

    #[test]
    fn only_own_names_are_answered() {
        for own in [
            "localhost:7780",
            "LOCALHOST",
            "192.168.1.20:1",
            "[fd00::2]:7780",
            "pads.example",
            "pads.example:8443",
            "led.example:48080",
        ] {
            assert!(places().answers(&asked(own)), "{own}");
        }
        for foreign in [
            "evil.example:7780",
            "localhost.evil.example",
            "192.168.1.21:7780",
            "led.example",
            "led.example:7780",
        ] {
            assert!(!places().answers(&asked(foreign)), "{foreign}");
        }
    }

    #[test]
    fn nobody_is_led_to_a_foreign_host() {
        for (host, led) in [
            ("192.168.1.20:7780", Some("https://192.168.1.20:7780")),
            ("192.168.1.20:48080", Some("https://192.168.1.20:48080")),
            ("LOCALHOST", Some("https://localhost:7780")),
            ("[fd00::2]:7780", Some("https://[fd00::2]:7780")),
            ("pads.example", Some("https://pads.example")),
            ("pads.example:8443", Some("https://pads.example:8443")),
            ("evil.example", None),
        ] {
            assert_eq!(places().sealed_base(&asked(host)).as_deref(), led, "{host}");
        }
    }

    #[test]
    fn another_port_is_another_origin() {
        let own = |origin: &str| places().is_own_origin(origin, &asked("localhost:7780"));
        for origin in [
            "http://localhost:7780",
            "http://[fd00::2]:7780",
            "https://pads.example",
            "https://pads.example:8443",
            "http://led.example:48080",
        ] {
            assert!(own(origin), "{origin}");
        }
        for origin in [
            "null",
            "http://localhost",
            "http://localhost:3000",
            "http://localhost:48080",
            "http://led.example",
            "file://",
            "ws://x",
        ] {
            assert!(!own(origin), "{origin}");
        }
    }

    #[test]
    fn a_page_that_was_led_here_by_another_port_is_of_that_origin() {
        for (host, origin) in [
            ("localhost:48080", "http://localhost:48080"),
            ("192.168.1.20:48443", "https://192.168.1.20:48443"),
            ("localhost", "http://localhost"),
            ("localhost", "https://localhost"),
            ("localhost:80", "http://localhost"),
            ("[fd00::2]:1", "http://[fd00::2]:1"),
        ] {
            assert!(places().is_own_origin(origin, &asked(host)), "{origin} asked for {host}");
        }
        for (host, origin) in [
            ("localhost:48080", "http://localhost:3000"),
            ("localhost:48080", "http://127.0.0.1:48080"),
            ("localhost", "http://localhost:8080"),
        ] {
            assert!(!places().is_own_origin(origin, &asked(host)), "{origin} asked for {host}");
        }
    }
}
