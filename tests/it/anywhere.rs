//! Everything works with no display, no D-Bus, no multicast, a home that can't be written, no
//! network: what is missing is said, and the pad is there.
//!
//! Each place is a shell line that takes something away and then becomes Fadepad. A part that can be
//! missing (a tray, neighbours) gets a row here, with the sentence that it says then.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use crate::support::desktop::{Desktop, eventually};
use crate::support::skip::{Lack, skip};
use serde_json::Value;

/// Where something is missing.
struct Place {
    /// What `unshare` takes; without it no rights are needed.
    unshare: &'static [&'static str],
    /// What is done there before Fadepad starts.
    prepare: &'static str,
    /// The environment, which is otherwise empty.
    env: &'static [(&'static str, &'static str)],
}

const BARE: Place = Place { unshare: &[], prepare: "", env: &[] };

/// A desktop without its bus: the panel can't be asked.
const NO_BUS: Place = Place {
    env: &[
        ("DISPLAY", ":77"),
        ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"),
        ("XDG_RUNTIME_DIR", "/nonexistent"),
        ("BROWSER", "/nonexistent/browser"),
    ],
    ..BARE
};

const NO_NETWORK: Place = Place { unshare: &["--net"], prepare: "ip link set lo up", ..BARE };

const NO_LOOPBACK: Place = Place { unshare: &["--net"], ..BARE };

/// `/sys` is mounted anew since it shows the network that it was mounted in.
const NO_MULTICAST: Place = Place {
    unshare: &["--net", "--mount"],
    prepare: "mount -t sysfs none /sys && ip link set lo up && \
              ip link add wlan7 type veth peer name far7 && ip link set far7 up && \
              ip link set wlan7 multicast off up && ip address add 192.168.77.1/24 dev wlan7",
    ..BARE
};

const NO_HOME_TO_WRITE: Place = Place {
    unshare: &["--mount"],
    prepare: "mount -t tmpfs -o ro none \"$FOLDER\" && export HOME=\"$FOLDER\"",
    ..BARE
};

/// The same with a network of its own.
const A_CHOICE_TO_FORGET: Place = Place {
    unshare: &["--net", "--mount"],
    prepare: "mount -t sysfs none /sys && ip link set lo up && \
              ip link add wlan7 type veth peer name far7 && ip link set far7 up && \
              ip link set wlan7 up && ip address add 192.168.77.1/24 dev wlan7 && \
              mount -t tmpfs -o ro none \"$FOLDER\" && export HOME=\"$FOLDER\"",
    ..BARE
};

const NOTHING_AT_ALL: Place = Place {
    unshare: &["--net", "--mount", "--ipc", "--uts"],
    prepare: "ip link set lo up && mount -t tmpfs -o ro none \"$FOLDER\" && export HOME=\"$FOLDER\" && \
              hostname localhost",
    ..BARE
};

impl Place {
    /// Fadepad in this place; `None`, said loudly, where we may not make such a place.
    fn fadepad(&self, test: &str, args: &[&str]) -> Option<Command> {
        let unshare = [self.unshare, &["true"]].concat();
        let tried = Command::new("unshare").args(unshare).stderr(Stdio::null()).status();
        if !self.unshare.is_empty() && !tried.is_ok_and(|status| status.success()) {
            skip(&Lack::Machine(&format!("needs root and `unshare` for {:?}", self.unshare)));
            return None;
        }
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("anywhere-{test}"));
        fs::create_dir_all(&folder).unwrap();
        let prepare = if self.prepare.is_empty() { "true" } else { self.prepare };
        let script = format!("{prepare} && exec \"$@\"");
        let mut command = match self.unshare {
            [] => Command::new("sh"),
            parts => {
                let mut command = Command::new("unshare");
                command.args(parts).arg("sh");
                command
            }
        };
        command.args(["-c", &script, "sh", env!("CARGO_BIN_EXE_fadepad")]).args(args);
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap()).env("FOLDER", folder);
        command.envs(self.env.iter().copied()).stdin(Stdio::null());
        Some(command)
    }
}

/// A pad in some place, ended with the test.
struct Running {
    child: Child,
    port: u64,
}

impl Running {
    fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let ready = serde_json::from_str::<Value>(&line);
        let port = ready.map(|ready| ready["port"].as_u64().unwrap()).unwrap_or_else(|_| {
            let mut why = String::new();
            child.stderr.take().unwrap().read_to_string(&mut why).unwrap();
            panic!("it did not start: {why}")
        });
        Self { child, port }
    }

    /// What the doctor says of the same place while the pad is there.
    fn doctor(&self) -> (Option<i32>, Value) {
        let (pid, port) = (self.child.id().to_string(), self.port.to_string());
        let mut command = Command::new("nsenter");
        command.args(["--target", &pid, "--net", "--mount", "--"]);
        command.args([env!("CARGO_BIN_EXE_fadepad"), "doctor"]);
        answers(&command.args(["--json", "--port", &port]).output().unwrap())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a start says of what is missing, in its log; ended where it has said it.
fn says_in_its_log(mut start: Command, sentence: &str) {
    let mut child = start.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let log = BufReader::new(child.stderr.take().unwrap());
    let told = log.lines().map_while(Result::ok).any(|line| line.contains(sentence));
    let mut ready = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut ready).unwrap();
    let _ = child.kill();
    let _ = child.wait();
    assert!(told, "the log does not say {sentence:?}");
    assert!(ready.starts_with("{\"event\":\"ready\""), "the pad is there: {ready}");
}

/// What `fadepad find` says where it can't look.
fn finds_nothing(mut find: Command, sentence: &str) {
    let output = find.output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains(sentence), "{told}");
}

fn answers(output: &Output) -> (Option<i32>, Value) {
    let said = serde_json::from_slice(&output.stdout);
    (output.status.code(), said.unwrap_or_else(|_| panic!("{output:?}")))
}

fn says(doctor: &Value, what: &str, sentence: &str) {
    let checks = doctor["checks"].as_array().unwrap();
    let check = checks.iter().find(|check| check["what"] == what).unwrap();
    let found = check["found"].as_str().unwrap();
    assert!(found.contains(sentence), "{what}: {found:?} lacks {sentence:?}");
}

const HOST: &[&str] = &["--json", "--port", "0"];
const DOCTOR: &[&str] = &["doctor", "--json", "--port", "0"];

#[test]
fn without_a_display_it_serves() {
    let running = Running::start(BARE.fadepad("display", HOST).unwrap());
    let mut doctor = BARE.fadepad("display", &["doctor", "--json"]).unwrap();
    let (_, said) = answers(&doctor.arg(format!("--port={}", running.port)).output().unwrap());
    says(&said, "tray", "no desktop here");
    says(&said, "port", "a Fadepad answers");
}

#[test]
fn without_d_bus_it_serves_and_says_that_there_is_no_icon() {
    let running = Running::start(NO_BUS.fadepad("bus", HOST).unwrap());
    let (_, said) = answers(&NO_BUS.fadepad("bus", DOCTOR).unwrap().output().unwrap());
    says(&said, "tray", "the session bus does not answer");
    drop(running);
    // Without asking for a log.
    let sentence = "this desktop shows no tray icon";
    says_in_its_log(NO_BUS.fadepad("bus", HOST).unwrap(), sentence);
}

#[test]
fn without_a_home_that_can_be_written_the_icon_says_that_it_can_not_start_at_login() {
    let Some(mut host) = NO_HOME_TO_WRITE.fadepad("login", &[HOST, &["--no-open"]].concat()) else {
        return;
    };
    let desktop = Desktop::new();
    let panel = desktop.panel();
    let own = desktop.command(&[]);
    let wanted = ["DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "XDG_RUNTIME_DIR"];
    for (name, value) in own.get_envs().filter(|(name, _)| wanted.iter().any(|own| own == name)) {
        host.env(name, value.unwrap());
    }
    let mut child = host.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let icon = panel.icon();
    icon.click(&["Start at login"]);
    let mut log = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
    let told = log.any(|line| line.contains("the start at login can't be changed"));
    let unchecked = || icon.entry(&["Start at login"]).filter(|entry| entry.checked == Some(false));
    eventually("the mark is taken back", unchecked);
    let _ = child.kill();
    let _ = child.wait();
    assert!(told);
}

/// A cable without anybody who hands out addresses.
const LINK_LOCAL: Place = Place {
    unshare: &["--net"],
    prepare: "ip link set lo up && ip link add ll0 type veth peer name ll1 && \
              ip link set ll1 up && ip link set ll0 up && ip addr add 169.254.7.8/16 dev ll0",
    ..BARE
};

#[test]
fn a_link_local_address_alone_is_shown_with_the_way_to_it() {
    let said = |args: &[&str]| {
        let output = LINK_LOCAL.fadepad("link-local", args)?.output().unwrap();
        let text = [output.stdout, output.stderr].concat();
        Some(String::from_utf8(text).unwrap())
    };
    let Some(listed) = said(&["--list-interfaces"]) else { return };
    assert!(listed.starts_with(" -  169.254.7.8  ll0  ") && listed.contains("-i ll0"), "{listed}");
    let wrong = said(&["-i", "wlan9", "--headless", "--port", "0"]).unwrap();
    assert!(wrong.contains("which has ll0 (169.254.7.8)"), "{wrong}");
    for (choice, told) in [
        (&[][..], "none: only this machine can join   others: --list-interfaces"),
        (&["-i", "ll0"], "ll0"),
    ] {
        let args = [&["--headless", "--port", "0", "--no-mdns"], choice].concat();
        let mut child = LINK_LOCAL
            .fadepad("link-local", &args)
            .unwrap()
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let line = lines.take(30).find(|line| line.starts_with("Network"));
        let _ = child.kill();
        let _ = child.wait();
        assert!(line.as_ref().is_some_and(|line| line.ends_with(told)), "{choice:?}: {line:?}");
    }
}

#[test]
fn without_a_network_it_serves_this_machine_and_says_so() {
    let Some(host) = NO_NETWORK.fadepad("network", HOST) else { return };
    let running = Running::start(host);
    let (code, said) = running.doctor();
    assert_eq!(code, Some(1), "nobody else can join");
    says(&said, "network", "none: only this machine can join");
    says(&said, "port", "a Fadepad answers");
    drop(running);
    let mut greeting = NO_NETWORK.fadepad("network", &["--headless", "--port", "0"]).unwrap();
    let mut child = greeting.stdout(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let told = lines.take(30).any(|line| line.contains("none: only this machine can join"));
    let _ = child.kill();
    let _ = child.wait();
    assert!(told, "the greeting does not say it");
    let find = NO_NETWORK.fadepad("network", &["find"]).unwrap();
    finds_nothing(find, "no network to look for pads on");
}

#[test]
fn without_even_a_loopback_it_starts() {
    let Some(host) = NO_LOOPBACK.fadepad("loopback", HOST) else { return };
    drop(Running::start(host));
}

#[test]
fn without_multicast_it_serves_and_says_what_is_missing() {
    let Some(host) = NO_MULTICAST.fadepad("multicast", HOST) else { return };
    let running = Running::start(host);
    let (code, said) = running.doctor();
    assert_eq!(code, Some(0), "phones get in: {said}");
    says(&said, "network", "192.168.77.1 on wlan7");
    says(&said, "multicast", "the QR works");
    says(&said, "port", "a Fadepad answers");
    drop(running);
    let sentence = "this network takes no part in multicast";
    let told = NO_MULTICAST.fadepad("multicast", &[HOST, &["-v"]].concat()).unwrap();
    says_in_its_log(told, sentence);
    finds_nothing(NO_MULTICAST.fadepad("multicast", &["find"]).unwrap(), sentence);
}

#[test]
fn without_a_home_that_can_be_written_a_choice_of_network_is_not_remembered_and_that_is_told() {
    let args = [HOST, &["--interface", "wlan7"]].concat();
    let Some(host) = A_CHOICE_TO_FORGET.fadepad("choice", &args) else { return };
    says_in_its_log(host, "the choice of network is not remembered");
}

#[test]
fn a_home_that_can_not_be_written_is_no_reason_not_to_start() {
    let Some(host) = NO_HOME_TO_WRITE.fadepad("home", HOST) else { return };
    drop(Running::start(host));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("anywhere-home/secret");
    let secret = ["--port", "0", "--secret-file", folder.to_str().unwrap()];
    let output = NO_HOME_TO_WRITE.fadepad("home", &secret).unwrap().output().unwrap();
    let text = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{text}");
    assert!(text.contains("anywhere-home/secret") && text.contains("Read-only"), "{text}");
}

#[test]
fn with_nothing_at_all_it_is_there() {
    let Some(host) = NOTHING_AT_ALL.fadepad("nothing", HOST) else { return };
    let running = Running::start(host);
    let (code, said) = running.doctor();
    assert_eq!(code, Some(1));
    says(&said, "port", "a Fadepad answers");
    let Some(mut encrypted) = NOTHING_AT_ALL.fadepad("nothing", HOST) else { return };
    encrypted.args(["--tls", "self-signed"]);
    says(&Running::start(encrypted).doctor().1, "port", "a Fadepad answers");
}

#[test]
fn the_doctor_speaks_to_people_in_sentences_and_by_its_exit_code() {
    let output = BARE.fadepad("doctor", &["doctor", "--port", "0"]).unwrap().output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    for word in ["network", "port", "firewall", "VPN", "multicast", "own name", "tray", "memory"] {
        assert!(text.contains(word), "{word} is missing in\n{text}");
    }
    let fine = text.contains("Nothing here keeps phones out.");
    assert_eq!(output.status.code(), Some(if fine { 0 } else { 1 }), "{text}");
    let unknown = BARE.fadepad("doctor", &["doctor", "--bind", "::1"]).unwrap().output().unwrap();
    assert_eq!(unknown.status.code(), Some(2), "flags of the host are not the doctor's");
}
