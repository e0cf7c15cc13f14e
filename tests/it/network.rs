//! The printed address follows the network: two machines in namespaces of their own, joined by a
//! cable that is pulled and plugged. Needs root on Linux, and says so where it is skipped.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::support::PATIENCE;
use crate::support::machines::{Cable, LAPTOP, PHONE, Running, find, get, get_as};
use crate::support::sealed::Pair;

/// How long QR, guard and neighbours may take to follow.
const FOLLOWS: Duration = Duration::from_secs(5);

#[test]
fn another_address_is_printed_and_answered_within_five_seconds() {
    let Some(cable) = Cable::new() else { return };
    cable.here("ip addr add 192.168.77.1/24 dev lan0");
    cable.there("ip addr add 192.168.77.2/24 dev lan0");
    let mut host = Running::start(&cable, &["--port", "7780", "plans"]);
    assert!(host.ready["join_url"].as_str().unwrap().starts_with("http://192.168.77.1:7780/j/"));
    assert!(get(&cable, "192.168.77.1").starts_with("HTTP/1.1 200"));

    let changed = Instant::now();
    cable.here("ip addr add 192.168.77.9/24 dev lan0");
    cable.here("ip addr del 192.168.77.1/24 dev lan0");
    cable.here("ip addr add 192.168.77.9/24 dev lan0 || true");
    let network = host.event_with("network", |event| {
        event["join_url"].as_str().unwrap().starts_with("http://192.168.77.9:7780/j/")
    });
    assert!(changed.elapsed() < FOLLOWS, "{:?}", changed.elapsed());
    assert_eq!(network["pad"], "plans");
    assert_eq!(network["addresses"][0]["ip"], "192.168.77.9");
    assert!(get(&cable, "192.168.77.9").starts_with("HTTP/1.1 200"), "the guard follows");
    let info = host.api("pads/plans");
    assert_eq!(info["address"], "192.168.77.9:7780", "so does the page");
    assert_eq!(info["join_url"], network["join_url"]);
    find(&cable, |pads| pads.iter().any(|pad| pad["url"] == "http://192.168.77.9:7780/"));
}

#[test]
fn a_pulled_cable_is_told_and_a_plugged_one_heals() {
    let Some(cable) = Cable::new() else { return };
    cable.here("ip addr add 192.168.77.1/24 dev lan0");
    cable.there("ip addr add 192.168.77.2/24 dev lan0");
    let mut host = Running::start(&cable, &["--port", "0"]);
    let pulled = Instant::now();
    cable.there("ip link set lan0 down");
    host.event_with("network", |event| event["addresses"].as_array().unwrap().is_empty());
    assert!(pulled.elapsed() < FOLLOWS, "{:?}", pulled.elapsed());
    let plugged = Instant::now();
    cable.there("ip link set lan0 up");
    host.event_with("network", |event| event["addresses"][0]["ip"] == "192.168.77.1");
    assert!(plugged.elapsed() < FOLLOWS, "{:?}", plugged.elapsed());
}

#[test]
fn without_any_network_it_starts_and_heals_when_one_appears() {
    let Some(cable) = Cable::new() else { return };
    cable.there("ip addr add 192.168.77.2/24 dev lan0");
    cable.here("ip link set lan0 down");
    let mut host = Running::start(&cable, &["--port", "0", "plans"]);
    let join = host.ready["join_url"].as_str().unwrap().to_owned();
    assert!(join.starts_with("http://127.0.0.1:"), "{join}");
    assert!(host.ready["addresses"].as_array().unwrap().is_empty());
    cable.here("ip link set lan0 up");
    cable.here("ip addr add 192.168.77.1/24 dev lan0");
    host.event_with("network", |event| event["addresses"][0]["ip"] == "192.168.77.1");
    find(&cable, |pads| pads.iter().any(|pad| pad["name"] == "plans"));
}

#[test]
fn a_link_local_address_is_used_where_its_network_is_named_and_drawn_nowhere_else() {
    let Some(cable) = Cable::new() else { return };
    cable.here("ip addr add 169.254.7.1/16 dev lan0");
    cable.there("ip addr add 169.254.7.2/16 dev lan0");
    let named = Running::start(&cable, &["--port", "7780", "--interface", "lan0"]);
    assert!(named.ready["join_url"].as_str().unwrap().starts_with("http://169.254.7.1:7780/j/"));
    assert_eq!(named.ready["addresses"][0]["ip"], "169.254.7.1");
    assert!(get(&cable, "169.254.7.1").starts_with("HTTP/1.1 200"), "its name is answered");
    named.stop();

    let bin = env!("CARGO_BIN_EXE_fadepad");
    let mut host = cable.command_here(&[bin, "--headless", "--port", "0"]);
    let mut host = host
        .envs([("CLICOLOR_FORCE", "1"), ("LC_ALL", "C.UTF-8")])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let rows = BufReader::new(host.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut greeting = Vec::new();
    for row in rows {
        greeting.push(row);
        if greeting.last().unwrap().contains("Ctrl-C") {
            break;
        }
    }
    let _ = host.kill();
    let _ = host.wait();
    let greeting = greeting.join("\n");
    assert!(greeting.contains("none: only this machine can join"), "{greeting}");
    assert!(!greeting.contains(['█', '\u{1b}']), "nobody is led to 127.0.0.1: {greeting}");
    assert!(greeting.contains("http://localhost:"), "the host has the own page: {greeting}");
}

#[test]
fn a_vpn_that_takes_the_default_route_changes_nothing() {
    let Some(cable) = Cable::new() else { return };
    cable.here("ip addr add 192.168.77.1/24 dev lan0 && ip route add default via 192.168.77.2");
    let mut host = Running::start(&cable, &["--port", "0"]);
    let before = host.ready["join_url"].clone();
    cable.here(
        "ip link add wg7 type veth peer name far && ip addr add 10.66.0.5/24 dev wg7 && ip link set far up && ip link set wg7 up",
    );
    cable.here("ip route add 0.0.0.0/1 dev wg7 && ip route add 128.0.0.0/1 dev wg7");
    let network =
        host.event_with("network", |event| event["addresses"].as_array().unwrap().len() > 1);
    assert_eq!(network["join_url"], before);
    assert_eq!(network["addresses"][1]["kind"], "vpn");
}

#[test]
fn a_foreign_device_is_the_proof_and_its_absence_has_causes() {
    let Some(cable) = Cable::new() else { return };
    cable.here("ip addr add 192.168.77.1/24 dev lan0");
    cable.there("ip addr add 192.168.77.2/24 dev lan0");
    with_a_tunnel(&cable);
    let mut host = Running::start(&cable, &["--port", "7780"]);
    let unreached = host.event_with("unreached", |_| true);
    let first = &unreached["causes"][0];
    for name in ["cause", "why", "fix"] {
        assert!(!first[name].as_str().unwrap().is_empty(), "{unreached}");
    }
    let hint = host.api("pads/notes")["hints"][0].as_str().unwrap().to_owned();
    assert!(hint.starts_with(first["why"].as_str().unwrap()), "the page knows them, too: {hint}");

    get(&cable, TUNNEL);
    assert_eq!(host.event_with("reached", |_| true)["ip"], TUNNEL);
    let info = host.api("pads/notes");
    assert!(info["reached"].as_array().unwrap().is_empty(), "that is not the printed one");
    assert_eq!(info["hints"][0], hint, "what is in the way is in the way still");
    let addresses = info["addresses"].as_array().unwrap();
    let proven = |ip| &addresses.iter().find(|a| a["ip"] == ip).unwrap()["reached"]["device"];
    assert_eq!(proven(TUNNEL), "phone");
    assert!(proven("192.168.77.1").is_null());

    get(&cable, "192.168.77.1");
    let reached = host.event_with("reached", |_| true);
    assert_eq!((&reached["what"], &reached["ip"]), (&"phone".into(), &"192.168.77.1".into()));
    let at = humantime::parse_rfc3339(reached["at"].as_str().unwrap()).unwrap();
    assert!(at.elapsed().unwrap() < PATIENCE, "{reached}");
    let info = host.api("pads/notes");
    assert_eq!(info["reached"][0]["device"], "phone");
    assert_eq!(info["reached"][0]["interface"], "lan0");
    assert!(info["hints"].as_array().unwrap().is_empty(), "nothing is in the way any more");
}

/// Where this machine is found by those who are in its tunnel.
const TUNNEL: &str = "10.66.0.5";

fn with_a_tunnel(cable: &Cable) {
    cable.here(&format!("ip addr add {TUNNEL}/24 dev lan0"));
    cable.there("ip addr add 10.66.0.6/24 dev lan0");
}

#[test]
fn a_copied_link_that_is_opened_is_a_proof_and_a_projector_is_none() {
    let Some(cable) = Cable::new() else { return };
    cable.here("ip addr add 192.168.77.1/24 dev lan0");
    cable.there("ip addr add 192.168.77.2/24 dev lan0");
    let mut host = Running::start(&cable, &["--port", "7780", "plans"]);
    let opens = |agent, folder| {
        let page = get_as(&cable, agent, &format!("http://192.168.77.1:7780/{folder}/plans"));
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    };
    opens(LAPTOP, "wall");
    opens(PHONE, "p");
    assert_eq!(host.event_with("reached", |_| true)["what"], "phone");
}

#[test]
fn the_terminal_tells_of_who_came_by_the_printed_address_alone() {
    let Some(cable) = Cable::new() else { return };
    cable.here("ip addr add 192.168.77.1/24 dev lan0");
    cable.there("ip addr add 192.168.77.2/24 dev lan0");
    with_a_tunnel(&cable);
    let line = format!("exec {} --headless --port 7780 --no-qr", env!("CARGO_BIN_EXE_fadepad"));
    let mut pty = cable.command_here(&["script", "-qfec", &line, "/dev/null"]);
    pty.envs([("LC_ALL", "C.UTF-8"), ("TERM", "xterm")]).env_remove("NO_COLOR");
    let mut host = pty.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut screen = BufReader::new(host.stdout.take().unwrap()).bytes().map_while(Result::ok);
    let mut reads = |part: &str| {
        let mut text = Vec::new();
        while !text.ends_with(part.as_bytes()) {
            text.push(screen.next().unwrap_or_else(|| panic!("{part:?} is not told")));
        }
        String::from_utf8_lossy(&text).into_owned()
    };
    reads("waiting for the first phone");
    get_as(&cable, LAPTOP, &format!("http://{TUNNEL}:7780/"));
    get_as(&cable, PHONE, "http://192.168.77.1:7780/");
    let told = reads("got through");
    assert!(told.ends_with("✓ a phone got through"), "{told}");
    let _ = host.kill();
    let _ = host.wait();
}

#[test]
fn causes_are_told_for_the_name_in_our_own_certificate_too() {
    let Some(cable) = Cable::new() else { return };
    cable.here("ip addr add 192.168.77.1/24 dev lan0");
    let pair = Pair::new("doubted", &["desk.example"]);
    let (cert, key) = (pair.cert.to_str().unwrap(), pair.key.to_str().unwrap());
    let tls = ["--tls-cert", cert, "--tls-key", key, "--port", "0"];
    let mut host = Running::start(&cable, &tls);
    assert!(host.ready["join_url"].as_str().unwrap().starts_with("https://desk.example:"));
    let causes = host.event_with("unreached", |_| true)["causes"].to_string();
    assert!(causes.contains("192.168.77.1"), "{causes}");
}
