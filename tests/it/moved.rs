//! A certificate that was made here follows this machine's addresses, and everything that shows its
//! fingerprint follows it. Needs root on Linux, and says so where it is skipped.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::desktop::{Desktop, Icon, Running, eventually};
use crate::support::machines::{Cable, get};
use serde_json::Value;

/// The command of this desktop, on the host's machine of this cable.
fn on(cable: &Cable, desktop: &Desktop, args: &[&str]) -> Command {
    let own = desktop.command(args);
    let words = std::iter::once(own.get_program()).chain(own.get_args());
    let words: Vec<_> = words.map(|word| word.to_str().unwrap()).collect();
    let mut command = cable.command_here(&words);
    for (name, value) in own.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}

/// The fingerprint that a browser on the guest's machine is shown. The certificate is kept in `file`.
fn shown(cable: &Cable, at: &str, file: &str) -> String {
    let line = format!(
        "openssl s_client -connect {at} </dev/null 2>/dev/null | openssl x509 -out {file} && \
         openssl x509 -in {file} -noout -fingerprint -sha256"
    );
    let output = cable.there(&line);
    let text = String::from_utf8(output.stdout).unwrap();
    text.trim().split_once('=').unwrap().1.to_owned()
}

fn in_the_tray(icon: &Icon<'_>) -> Option<String> {
    let entry = icon.entry(&["Certificate (SHA-256)"])?;
    Some(entry.entries.iter().map(|half| half.label.as_str()).collect())
}

/// What people at a terminal read, ended with the test.
struct Screen(Child);

impl Screen {
    /// Reads on until a line holds this.
    fn reads(lines: &mut impl Iterator<Item = String>, part: &str) -> String {
        lines.find(|line| line.contains(part)).unwrap_or_else(|| panic!("{part:?} is not told"))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn another_address_makes_another_certificate_that_all_are_shown() {
    let Some(cable) = Cable::new() else { return };
    cable.here("ip addr add 192.168.77.1/24 dev lan0");
    cable.there("ip addr add 192.168.77.2/24 dev lan0");
    let desktop = Desktop::new();
    let panel = desktop.panel();
    let tls = ["--tls", "self-signed", "--no-open", "--port"];
    let mut running =
        Running::start(&mut on(&cable, &desktop, &[&tls[..], &["7780", "plans"]].concat()));
    let icon = panel.icon();
    let first = running.ready["certificate"]["sha256"].as_str().unwrap().to_owned();
    let file = desktop.folder.join("cert.pem");
    let file = file.to_str().unwrap();
    assert_eq!(shown(&cable, "192.168.77.1:7780", file), first);
    assert_eq!(eventually("the tray's", || in_the_tray(&icon)), first);

    let plain = on(&cable, &desktop, &[&tls[..], &["0", "--headless", "--no-qr"]].concat())
        .stdout(Stdio::piped())
        .spawn();
    let mut screen = Screen(plain.unwrap());
    let out = BufReader::new(screen.0.stdout.take().unwrap());
    let mut lines = out.lines().map_while(Result::ok);
    Screen::reads(&mut lines, "Its SHA-256");
    let of_screen = Screen::reads(&mut lines, ":");

    cable.here("ip addr add 192.168.77.9/24 dev lan0");
    let told = running.hears("certificate");
    let second = told["sha256"].as_str().unwrap();
    assert_ne!(second, first);
    assert_eq!(shown(&cable, "192.168.77.9:7780", file), second);
    eventually("the tray follows", || in_the_tray(&icon).filter(|told| told == second));
    let key = running.ready["host_key"].as_str().unwrap();
    let line = format!(
        "curl -sk -m 20 -H 'Authorization: Bearer {key}' https://localhost:7780/api/v1/pads/plans"
    );
    let pad: Value = serde_json::from_slice(&cable.here(&line).stdout).unwrap();
    assert_eq!(pad["certificate"]["sha256"], second, "the page's");
    Screen::reads(&mut lines, "There is a new certificate. Its SHA-256:");
    assert_ne!(Screen::reads(&mut lines, ":"), of_screen);

    for ip in ["192.168.77.1", "192.168.77.9"] {
        let url = format!("https://{ip}:7780/healthz");
        let got = cable.there(&format!("curl -s -m 20 --cacert {file} {url}"));
        assert_eq!(got.stdout, b"ok\n", "who trusts it reaches every address by it");
    }
}

#[test]
fn the_tray_tells_when_a_phone_got_through_by_the_clock_of_this_place() {
    let Some(cable) = Cable::new() else { return };
    cable.here("ip addr add 192.168.77.1/24 dev lan0");
    cable.there("ip addr add 192.168.77.2/24 dev lan0");
    let desktop = Desktop::new();
    let panel = desktop.panel();
    let mut command = on(&cable, &desktop, &["--no-open", "--port", "7780"]);
    // Three hours east of Greenwich.
    let mut running = Running::start(command.env("TZ", "XXX-3"));
    let icon = panel.icon();
    get(&cable, "192.168.77.1");
    let reached = running.hears("reached");
    let at = humantime::parse_rfc3339(reached["at"].as_str().unwrap()).unwrap();
    let there = humantime::format_rfc3339(at + Duration::from_secs(3 * 3_600)).to_string();
    let expected =
        format!("A phone got through ({})", &there["2026-11-24T".len()..][.."14:02:11".len()]);
    eventually(&expected, || icon.menu().into_iter().find(|entry| entry.label == expected));

    cable.here("ip addr add 192.168.77.9/24 dev lan0 && ip addr del 192.168.77.1/24 dev lan0");
    cable.here("ip addr add 192.168.77.9/24 dev lan0 || true");
    let is_told = || icon.menu().iter().any(|entry| entry.label.contains("got through"));
    eventually("what an old address proved is told no more", || (!is_told()).then_some(()));
}
