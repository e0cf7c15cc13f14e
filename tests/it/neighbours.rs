//! Others on the network find a pad, and are told when it is gone: two machines in namespaces, with
//! avahi as an independent judge. Needs root on Linux, and says so where it is skipped.

use std::fs;
use std::io::{BufRead as _, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};

use crate::support::machines::{Cable, Running, find};
use crate::support::skip::{Lack, skip};

fn cable() -> Option<Cable> {
    let cable = Cable::new()?;
    cable.here("ip addr add 192.168.77.1/24 dev lan0");
    cable.there("ip addr add 192.168.77.2/24 dev lan0");
    Some(cable)
}

#[test]
fn avahi_sees_a_pad_and_hears_its_goodbye() {
    let Some(cable) = cable() else { return };
    let Some(mut avahi) = Avahi::browse(&cable) else { return };
    let host = Running::start(&cable, &["--port", "7780", "plans"]);
    let seen = avahi.line_with(&["=;lan0;IPv4;plans", ";192.168.77.1;7780;"]);
    for said in ["\"pad=plans\"", "\"state=waiting\"", "\"people=0\"", ";fadepad-"] {
        assert!(seen.contains(said), "{said} is missing in {seen}");
    }
    for secret in ["code", "host_key", "edit_key", "view_key"] {
        let secret = host.ready[secret].as_str().unwrap().to_lowercase();
        assert!(!seen.to_lowercase().contains(&secret), "{seen}");
    }
    assert!(!host.ready["join_url"].as_str().unwrap().contains(".local"), "no name is in the QR");
    host.stop();
    avahi.line_with(&["-;lan0;IPv4;plans"]);
}

#[test]
fn two_houses_know_each_other_and_answer_to_their_names() {
    let Some(cable) = cable() else { return };
    let host = Running::start(&cable, &["--port", "7780", "plans"]);
    let other = Running::start_there(&cable, &["--port", "7780", "other-plans"]);
    let pads = find(&cable, |pads| pads.len() == 2);
    assert_eq!(pads[0]["name"], "other-plans", "by name: {pads:?}");
    assert_eq!(pads[1]["url"], "http://192.168.77.1:7780/");
    let neighbours = host.api_until("neighbours", |seen| seen[0]["name"] == "other-plans");
    assert_eq!(neighbours.as_array().unwrap().len(), 1, "we are no neighbour of ours");
    let name = neighbours[0]["host"].as_str().unwrap();
    let url = format!("http://{name}:7780/healthz");
    let resolved = format!("{name}:7780:192.168.77.2");
    let answer = cable.here(&format!("curl -s -m 20 --resolve {resolved} {url}"));
    assert_eq!(String::from_utf8_lossy(&answer.stdout), "ok\n", "its own name is answered");
    other.stop();
    host.api_until("neighbours", |seen| seen.as_array().unwrap().is_empty());
}

#[test]
fn who_keeps_quiet_is_not_found() {
    let Some(cable) = cable() else { return };
    let quiet = Running::start(&cable, &["--port", "7780", "--no-mdns", "secret-plans"]);
    let _loud = Running::start(&cable, &["--port", "7781", "plans"]);
    let pads = find(&cable, |pads| !pads.is_empty());
    assert_eq!(pads.len(), 1, "{pads:?}");
    assert_eq!(pads[0]["name"], "plans");
    assert_eq!(quiet.api("neighbours"), serde_json::json!([]));
}

#[test]
fn a_flood_of_foreign_records_is_bounded_and_the_house_goes_on() {
    let Some(cable) = cable() else { return };
    let host = Running::start(&cable, &["--port", "7780", "plans"]);
    find(&cable, |pads| pads.len() == 1);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node/mdns_flood.mjs");
    cable.there("ip route add 224.0.0.0/4 dev lan0");
    cable.there(&format!("node {}", script.display()));
    // The daemon was started again, and is heard again.
    find(&cable, |pads| pads.len() == 1);
    assert_eq!(host.api("pads/plans")["state"], "waiting");
    let status = fs::read_to_string(format!("/proc/{}/status", host.pid())).unwrap();
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    let kib: u64 = resident.split_whitespace().next().unwrap().parse().unwrap();
    assert!(kib < 150 * 1_024, "{kib} KiB are kept of it");
}

#[test]
fn who_fills_it_again_and_again_turns_mdns_off_a_while_with_one_line_and_nothing_else() {
    let Some(cable) = cable() else { return };
    let (host, mut told) = Running::start_told(&cable, &["--port", "7780", "-v", "plans"]);
    find(&cable, |pads| pads.len() == 1);
    cable.there("ip route add 224.0.0.0/4 dev lan0");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node/mdns_flood.mjs");
    let flood = || cable.there(&format!("node {}", script.display()));
    flood();
    let mut line_with = |part: &str| told.find(|line| line.contains(part)).expect(part);
    assert!(line_with("mDNS is started again").contains("somebody floods it"));
    find(&cable, |pads| pads.len() == 1);
    flood();
    let off = line_with("mDNS is off");
    assert!(off.contains("WARN") && off.contains("somebody floods it"), "{off}");
    assert_eq!(host.api("neighbours"), serde_json::json!([]));
    assert_eq!(host.api("pads/plans")["state"], "waiting", "the pad is there");
    host.stop();
    let rest: Vec<_> = told.filter(|line| line.contains("mDNS")).collect();
    assert!(rest.is_empty(), "{rest:?}");
}

#[test]
fn where_another_machine_has_our_name_we_take_another_and_answer_to_it() {
    let Some(cable) = cable() else { return };
    cable.there("ip route add 224.0.0.0/4 dev lan0");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node/mdns_holder.mjs");
    let mut node = cable.command_there(&["node", script.to_str().unwrap()]);
    let mut holder = node.stdout(Stdio::piped()).spawn().unwrap();
    let mut defended = BufReader::new(holder.stdout.take().unwrap()).lines();
    assert_eq!(defended.next().unwrap().unwrap(), "listening");
    let (host, mut told) = Running::start_told(&cable, &["--port", "7780", "-v", "plans"]);
    let taken = defended.next().unwrap().unwrap();
    let line = told.find(|line| line.contains("another machine has our name")).unwrap();
    let other = taken.replace(".local", "-2.local");
    assert!(line.contains(&other), "{line}: {taken} is taken");
    let pads = find(&cable, |pads| pads.len() == 1);
    assert_eq!((&pads[0]["name"], &pads[0]["host"]), (&"plans".into(), &other.clone().into()));
    let neighbour = Running::start_there(&cable, &["--port", "7780", "other-plans"]);
    neighbour.api_until("neighbours", |seen| seen[0]["host"] == other);
    let url = format!("http://{other}:7780/healthz");
    let answer = cable.there(&format!("curl -s -m 20 --resolve {other}:7780:192.168.77.1 {url}"));
    assert_eq!(String::from_utf8_lossy(&answer.stdout), "ok\n", "its new name is answered");
    let pads = host.api("neighbours");
    assert!(pads.as_array().unwrap().iter().all(|pad| pad["name"] != "plans"), "{pads}");
    let _ = holder.kill();
    let _ = holder.wait();
}

/// avahi-browse on the guest's machine, with a bus and a daemon of its own. Gone on drop.
struct Avahi {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

const BUS: &str = "<busconfig><type>system</type><listen>unix:path=/run/bus</listen>\
    <auth>EXTERNAL</auth><policy context=\"default\"><allow user=\"*\"/><allow own=\"*\"/>\
    <allow send_destination=\"*\"/><allow receive_sender=\"*\"/></policy></busconfig>";

/// Everything it writes is in a file system of its own that is gone with it.
const BROWSE: &str = r#"
mount -t tmpfs tmpfs /run && mkdir -p /run/avahi-daemon
printf '%s' "$BUS" > /run/bus.conf
printf '[server]\nhost-name=guest\nallow-interfaces=lan0\n' > /run/avahi.conf
export DBUS_SYSTEM_BUS_ADDRESS=unix:path=/run/bus
dbus-daemon --config-file=/run/bus.conf --fork
avahi-daemon -f /run/avahi.conf --no-drop-root --no-chroot --no-rlimits 2>/run/avahi.log &
until avahi-browse -t -p _x._tcp >/dev/null 2>&1; do :; done
exec avahi-browse -p -r _fadepad._tcp
"#;

impl Avahi {
    fn browse(cable: &Cable) -> Option<Self> {
        if !["/usr/sbin/avahi-daemon", "/usr/bin/avahi-browse"]
            .iter()
            .all(|p| Path::new(p).exists())
        {
            skip(&Lack::Tool("avahi-daemon and avahi-utils are not installed"));
            return None;
        }
        let alone =
            ["unshare", "--fork", "--pid", "--kill-child", "--mount-proc", "sh", "-c", BROWSE];
        let mut command = cable.command_there(&alone);
        let mut child = command.env("BUS", BUS).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Some(Self { child, lines })
    }

    /// The next line with all these parts.
    fn line_with(&mut self, parts: &[&str]) -> String {
        let is = |line: &String| parts.iter().all(|part| line.contains(part));
        self.lines.by_ref().map(|line| line.unwrap()).find(is).expect("avahi has ended")
    }
}

impl Drop for Avahi {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
