//! `host` and `host:port`, as requests and people name them: read once, and only what was read is
//! ever written into an answer.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

use thiserror::Error;

/// A host name or address, perhaps with a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    host: String,
    port: Option<u16>,
}

/// A host with or without its port was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("this is no host, such as pads.example, 192.168.1.20:7780 or [fd00::2]:7780")]
pub struct NoAuthority;

impl Authority {
    /// A host of no particular port.
    #[must_use]
    pub fn of_host(host: impl Into<String>) -> Self {
        Self { host: host.into(), port: None }
    }

    /// The name or address: in lower case, without brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port, where it was named.
    #[must_use]
    pub fn port(&self) -> Option<u16> {
        self.port
    }

    /// The same host at this port.
    #[must_use]
    pub fn at(&self, port: Option<u16>) -> Self {
        Self { host: self.host.clone(), port }
    }

    /// Whether it leads to the asking machine itself; browsers hold that for a secure context, also
    /// without TLS.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        let address = |ip: IpAddr| ip.to_canonical().is_loopback();
        self.host == "localhost" || self.host.parse().is_ok_and(address)
    }

    /// Whether it is an IPv6 address.
    #[must_use]
    pub fn is_v6(&self) -> bool {
        self.host.contains(':')
    }
}

impl FromStr for Authority {
    type Err = NoAuthority;

    fn from_str(text: &str) -> Result<Self, NoAuthority> {
        let (host, port) = match text.strip_prefix('[') {
            Some(v6) => {
                let (v6, rest) = v6.split_once(']').ok_or(NoAuthority)?;
                let v6: Ipv6Addr = v6.parse().map_err(|_| NoAuthority)?;
                let port = if rest.is_empty() { None } else { Some(rest.strip_prefix(':')) };
                (v6.to_string(), port.map(|port| port.ok_or(NoAuthority)).transpose()?)
            }
            None => {
                let (host, port) = match text.split_once(':') {
                    Some((host, port)) => (host, Some(port)),
                    None => (text, None),
                };
                let of_name = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_');
                if host.is_empty() || !host.bytes().all(of_name) {
                    return Err(NoAuthority);
                }
                (host.to_ascii_lowercase(), port)
            }
        };
        let digits = |port: &str| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
        // Nothing listens at port 0, and no browser names it.
        let is_port = |&number: &u16| number > 0;
        let number = |port: &str| {
            port.parse().ok().filter(is_port).filter(|_| digits(port)).ok_or(NoAuthority)
        };
        Ok(Self { host, port: port.map(number).transpose()? })
    }
}

impl fmt::Display for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_v6() {
            write!(f, "[{}]", self.host)?;
        } else {
            f.write_str(&self.host)?;
        }
        self.port.map_or(Ok(()), |port| write!(f, ":{port}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_again_in_one_way() {
        for (text, written, host, port) in [
            ("localhost", "localhost", "localhost", None),
            ("LOCALHOST:48080", "localhost:48080", "localhost", Some(48_080)),
            ("192.168.1.20:7780", "192.168.1.20:7780", "192.168.1.20", Some(7_780)),
            ("[FD00:0::2]:7780", "[fd00::2]:7780", "fd00::2", Some(7_780)),
            ("[::1]", "[::1]", "::1", None),
            ("my_pc.local", "my_pc.local", "my_pc.local", None),
        ] {
            let read: Authority = text.parse().unwrap();
            assert_eq!((read.host(), read.port()), (host, port), "{text}");
            assert_eq!(read.to_string(), written);
        }
    }

    #[test]
    fn what_would_say_more_than_host_and_port_is_none() {
        for text in [
            "",
            ":7780",
            "localhost:",
            "localhost:0",
            "localhost:99999",
            "localhost:+80",
            "localhost:7780; script-src *",
            "localhost:1@evil.example",
            "user@localhost",
            "localhost/path",
            "local host",
            "fd00::2",
            "[fd00::2",
            "[fd00::2]7780",
            "[localhost]",
            "http://localhost",
            "pads.example\r\nx: y",
        ] {
            assert_eq!(text.parse::<Authority>(), Err(NoAuthority), "{text}");
        }
    }
}
