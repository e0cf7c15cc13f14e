//! Tables of machines and what the doctor says of them.

use super::*;
use crate::base::network::InterfaceKind;

fn address(ip: &str, interface: &str, kind: InterfaceKind) -> Address {
    let why = "because".to_owned();
    Address { ip: ip.parse().unwrap(), interface: interface.into(), kind, rank: 1, why }
}

fn healthy() -> Findings {
    Findings {
        port: 7780,
        exact: false,
        addresses: Some(vec![address("192.168.1.20", "wlan0", InterfaceKind::Wifi)]),
        listening: Some(Listening::Nobody),
        firewall: Some(Firewall::None),
        vpn: Some(None),
        mdns: true,
        multicast: Some(true),
        name: Some("desk".into()),
        tray: Some(Tray::Here),
        no_swap: true,
        settings: Ok(()),
    }
}

#[test]
fn a_healthy_machine_has_nothing_to_mend() {
    let checks = examine(&healthy());
    assert_eq!(checks.len(), 9);
    assert!(checks.iter().all(|check| check.verdict == Verdict::Fine && check.fix.is_none()));
    assert!(!stops(&checks));
}

type Change = fn(&mut Findings);

/// A machine, which check speaks of it, what it comes to, and a word of what helps.
const CASES: &[(Change, &str, Verdict, &str)] = &[
    (|f| f.addresses = Some(vec![]), "network", Verdict::Stops, "Wi-Fi"),
    (
        |f| f.addresses = Some(vec![address("10.8.0.2", "tun0", InterfaceKind::Vpn)]),
        "network",
        Verdict::Stops,
        "Wi-Fi",
    ),
    (
        |f| f.addresses = Some(vec![address("172.17.0.1", "docker0", InterfaceKind::Virtual)]),
        "network",
        Verdict::Stops,
        "Wi-Fi",
    ),
    (
        |f| f.addresses = Some(vec![address("10.117.3.9", "wwan0", InterfaceKind::Mobile)]),
        "network",
        Verdict::Stops,
        "Wi-Fi",
    ),
    (
        |f| f.addresses = Some(vec![address("100.72.0.4", "eth0", InterfaceKind::Cgnat)]),
        "network",
        Verdict::Stops,
        "Wi-Fi",
    ),
    (|f| f.addresses = None, "network", Verdict::Note, ""),
    (|f| f.vpn = Some(Some("wg0".into())), "VPN", Verdict::Note, "local network access"),
    (|f| f.vpn = None, "VPN", Verdict::Note, ""),
    (|f| f.listening = Some(Listening::Fadepad), "port", Verdict::Fine, ""),
    (|f| f.listening = Some(Listening::Other(Some(7781))), "port", Verdict::Note, "--port 7781"),
    (|f| f.listening = Some(Listening::Other(None)), "port", Verdict::Stops, "--port 0"),
    (
        |f| (f.exact, f.listening) = (true, Some(Listening::Other(Some(7781)))),
        "port",
        Verdict::Stops,
        "--port 0",
    ),
    (|f| f.listening = Some(Listening::NotHere), "port", Verdict::Stops, "--list-interfaces"),
    (|f| (f.mdns, f.multicast) = (false, Some(false)), "multicast", Verdict::Fine, ""),
    (|f| f.tray = Some(Tray::NotWanted), "tray", Verdict::Fine, ""),
    (|f| f.settings = Err("no TLS".into()), "settings", Verdict::Stops, "does not start"),
    (|f| f.listening = Some(Listening::Forbidden), "port", Verdict::Stops, "1023"),
    (|f| f.listening = None, "port", Verdict::Note, ""),
    (|f| f.firewall = Some(Firewall::Ufw(Some(true))), "firewall", Verdict::Fine, ""),
    (
        |f| f.firewall = Some(Firewall::Ufw(Some(false))),
        "firewall",
        Verdict::Stops,
        "ufw allow 7780/tcp",
    ),
    (|f| f.firewall = Some(Firewall::Ufw(None)), "firewall", Verdict::Note, "ufw allow 7780/tcp"),
    (
        |f| f.firewall = Some(Firewall::Firewalld(Some(false))),
        "firewall",
        Verdict::Stops,
        "--add-port=7780/tcp",
    ),
    (|f| f.firewall = Some(Firewall::Windows(Some(true))), "firewall", Verdict::Fine, ""),
    (
        |f| f.firewall = Some(Firewall::Windows(Some(false))),
        "firewall",
        Verdict::Stops,
        "localport=7780",
    ),
    (|f| f.firewall = Some(Firewall::MacOs), "firewall", Verdict::Note, "System Settings"),
    (|f| f.firewall = None, "firewall", Verdict::Note, ""),
    (|f| f.multicast = Some(false), "multicast", Verdict::Note, "QR"),
    (|f| f.name = Some("localhost".into()), "own name", Verdict::Note, "hostnamectl"),
    (|f| f.name = None, "own name", Verdict::Note, "hostnamectl"),
    (|f| f.tray = Some(Tray::NoDesktop), "tray", Verdict::Fine, ""),
    (|f| f.tray = Some(Tray::NoPanel), "tray", Verdict::Note, "AppIndicator"),
    (|f| f.tray = Some(Tray::Unknown), "tray", Verdict::Note, "session"),
    (|f| f.no_swap = false, "memory", Verdict::Note, "LimitMEMLOCK"),
];

#[test]
fn what_is_wrong_is_named_with_what_helps() {
    for (change, what, verdict, word) in CASES {
        let mut facts = healthy();
        change(&mut facts);
        let checks = examine(&facts);
        let check = checks.iter().find(|check| check.what == *what).unwrap();
        assert_eq!(check.verdict, *verdict, "{check:?}");
        let fix = check.fix.clone().unwrap_or_default();
        assert!(fix.contains(word) && !fix.contains('\n'), "{check:?}");
        assert_eq!(
            stops(&checks),
            *verdict == Verdict::Stops,
            "only what stops phones is an error"
        );
    }
}
