//! `fadepad healthcheck`: asks the server that this configuration starts whether it is ready, for containers and managers.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use serde_json::json;

use super::http;
use crate::config::{Config, Port};

/// Exit code: it answers, and is not ready.
const UNREADY: u8 = 1;
/// Exit code: nothing answers there.
const NO_INSTANCE: u8 = 7;

/// What is found, for people or programs, and the exit code.
#[must_use]
pub fn healthcheck(config: &Config, as_json: bool) -> (String, u8) {
    let address = address(config);
    let (code, says) = match http::ready(address) {
        Ok((200, says)) => (0, says),
        Ok((_, says)) => (UNREADY, says),
        Err(error) => (NO_INSTANCE, format!("nothing answers at {address}: {error}")),
    };
    let text = match as_json {
        true => json!({ "ready": code == 0, "address": address, "says": says }).to_string(),
        false => says,
    };
    (text + "\n", code)
}

/// Where it listens: on this machine's loopback, unless it was given other addresses alone.
fn address(config: &Config) -> SocketAddr {
    let port = match config.port {
        Port::Exactly(port) | Port::From(port) => port,
    };
    let ip = match config.bind.first() {
        Some(IpAddr::V6(ip)) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        Some(ip) if !ip.is_unspecified() => *ip,
        _ => Ipv4Addr::LOCALHOST.into(),
    };
    SocketAddr::new(ip, port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_asked_where_it_listens() {
        let at = |bind: &[&str]| {
            let bind = bind.iter().map(|ip| ip.parse().unwrap()).collect();
            address(&Config { bind, port: Port::Exactly(81), ..Config::default() }).to_string()
        };
        assert_eq!(at(&[]), "127.0.0.1:81");
        assert_eq!(at(&["0.0.0.0"]), "127.0.0.1:81");
        assert_eq!(at(&["::"]), "[::1]:81");
        assert_eq!(at(&["192.0.2.1", "127.0.0.1"]), "192.0.2.1:81");
    }
}
