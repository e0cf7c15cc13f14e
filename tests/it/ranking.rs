//! The address in the QR is one that phones can reach: tables of real machines, each with the order
//! that is right for it.

use std::net::IpAddr;
use std::process::Command;

use fadepad::base::network::{Address, Network};
use fadepad::desktop::lan::{self, Interface};
use serde::Deserialize;

use crate::support::skip::{Lack, skip};

#[derive(Deserialize)]
struct Machines {
    machine: Vec<Machine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Machine {
    name: String,
    chosen: Option<String>,
    order: Vec<IpAddr>,
    interface: Vec<Interface>,
}

fn machines() -> Vec<Machine> {
    toml::from_str::<Machines>(include_str!("../data/networks.toml")).unwrap().machine
}

fn ranked(machine: &Machine) -> Vec<Address> {
    lan::rank(&machine.interface, machine.chosen.as_deref())
}

#[test]
fn on_every_known_machine_phones_come_first() {
    let machines = machines();
    assert!(machines.len() >= 30, "{} machines", machines.len());
    let wrong = machines.iter().filter_map(|machine| {
        let ranked = ranked(machine);
        let order: Vec<_> = ranked.iter().map(|address| address.ip).collect();
        (order != machine.order).then(|| format!("{}:\n{ranked:#?}", machine.name))
    });
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_order_in_which_a_system_lists_them_counts_for_nothing() {
    for machine in machines() {
        let ranked = ranked(&machine);
        let mut table = machine.interface;
        for _ in 0..table.len() {
            table.rotate_left(1);
            assert_eq!(lan::rank(&table, machine.chosen.as_deref()), ranked, "{}", machine.name);
        }
        table.reverse();
        assert_eq!(lan::rank(&table, machine.chosen.as_deref()), ranked, "{}", machine.name);
    }
}

#[test]
fn every_rank_is_explained() {
    for machine in machines() {
        for (address, rank) in ranked(&machine).iter().zip(1..) {
            assert_eq!(address.rank, rank);
            assert!(!address.why.is_empty() && !address.why.contains(", ,"), "{address:?}");
        }
    }
    let why = |name: &str, nth: usize| {
        let machine = machines().into_iter().find(|machine| machine.name.contains(name)).unwrap();
        ranked(&machine)[nth].why.clone()
    };
    assert_eq!(
        why("the office's Wi-Fi", 0),
        "wireless, private address, has a gateway, metric 600"
    );
    assert!(why("the whole default route", 1).starts_with("a tunnel: phones are not in it"));
    assert!(why("a choice made before", 0).starts_with("chosen before"));
    assert!(why("cable out", 1).contains("not connected"));
}

#[test]
fn a_network_can_be_chosen_by_name_address_or_range() {
    let machine = machines().into_iter().find(|m| m.name.contains("docked")).unwrap();
    let all = ranked(&machine);
    let chosen = |network: &str| -> Vec<String> {
        let network: Network = network.parse().unwrap();
        lan::within(all.clone(), &[network]).into_iter().map(|a| a.interface).collect()
    };
    assert_eq!(chosen("wlp2s0"), ["wlp2s0"]);
    assert_eq!(chosen("192.168.1.20"), ["wlp2s0"]);
    assert_eq!(chosen("192.168.1.0/24").len(), 2);
    assert_eq!(chosen("auto").len(), 2);
    assert!(chosen("lo").is_empty());
    let used = |network: &str| {
        lan::refused(&machine.interface, &[network.parse().unwrap()], &[]).is_none()
    };
    assert!(used("wlp2s0") && used("auto") && used("192.168.1.0/24"));
    assert!(!used("wlan9") && !used("10.0.0.0/8"));
}

#[test]
fn the_list_can_be_read_by_people_and_programs() {
    let list = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_fadepad"))
            .args(args)
            .env("XDG_CONFIG_HOME", "/nonexistent")
            .env("XDG_STATE_HOME", "/nonexistent")
            .output()
            .unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    let json: serde_json::Value =
        serde_json::from_str(&list(&["--list-interfaces", "--json"])).unwrap();
    let text = list(&["--list-interfaces"]);
    for entry in json.as_array().unwrap() {
        for name in ["ip", "interface", "kind", "why"] {
            assert!(!entry[name].is_null(), "{name} is missing in {entry}");
        }
        assert!(text.contains(entry["why"].as_str().unwrap()), "{text}");
    }
    assert!(!text.is_empty(), "no network is told too");
}

#[test]
fn a_choice_by_name_is_remembered_until_it_is_taken_back() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("remembered");
    let _ = std::fs::remove_dir_all(&folder);
    let file = folder.join("fadepad").join("interface");
    let start = |state: &std::path::Path, args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
        command.args(["--no-open", "--quiet", "--port", "0"]).args(args);
        command.env("XDG_CONFIG_HOME", "/nonexistent").env("XDG_STATE_HOME", state);
        let mut child = command.stdout(std::process::Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        let out = std::io::BufReader::new(child.stdout.as_mut().unwrap());
        std::io::BufRead::read_line(&mut { out }, &mut line).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(line.starts_with("http://"), "{line:?}");
    };
    let Some(best) = lan::rank(&lan::read(), None).into_iter().next() else {
        skip(&Lack::Machine("this machine has no network"));
        return;
    };
    start(&folder, &["--interface", &best.interface, "--headless"]);
    assert!(!file.exists(), "a service has its flags, and leaves nothing behind");
    start(&folder, &["--interface", &best.interface]);
    assert_eq!(std::fs::read_to_string(&file).unwrap().trim(), best.interface);
    start(&folder, &["--interface", "auto"]);
    assert!(!file.exists());
    start(std::path::Path::new("/proc/nowhere"), &["--interface", &best.interface]);
}
