//! The greeting that tests look at, from inside the crate and from outside: whoever includes this has
//! the names of its parts in scope.

use std::time::Duration;

use super::{Address, Door, Greeting, InterfaceKind};

pub(super) fn greeting(pad: &str) -> Greeting {
    Greeting {
        pad: pad.into(),
        join_url: "http://192.168.1.20:7780/j/K7QPM3".into(),
        address: "192.168.1.20:7780".into(),
        code: "K7Q PM3".into(),
        network: Some(Address {
            ip: [192, 168, 1, 20].into(),
            interface: "wlan0".into(),
            kind: InterfaceKind::Wifi,
            rank: 1,
            why: String::new(),
        }),
        other_networks: 1,
        alone: None,
        host_link: "http://localhost:7780/h/K7QPM3XW9RTD".into(),
        grace: Duration::from_secs(900),
        last_call: Duration::from_secs(60),
        qr: true,
        limits: true,
        may_swap: false,
        certificate: None,
        saved_in: None,
        instance_key: None,
        door: Door::Open,
        standing: false,
        runs_in: None,
    }
}
