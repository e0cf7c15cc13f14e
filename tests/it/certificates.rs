//! Certificates from files: what can't be used is told, what is renewed is taken without a restart.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::support::PATIENCE;
use crate::support::sealed::{self, Pair, certificate, fingerprint};
use serde_json::Value;
use tokio::time::Instant;

fn fadepad(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
    command.args(["--headless", "--json", "--port", "0"]).args(args);
    command.env("XDG_CONFIG_HOME", "/nonexistent").stdin(Stdio::null());
    command
}

/// A running instance, ended with the test.
struct Running {
    child: Child,
    lines: BufReader<ChildStdout>,
    ready: Value,
}

impl Running {
    fn start(args: &[&str]) -> Self {
        let mut child = fadepad(args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        let mut running = Self { child, lines, ready: Value::Null };
        running.ready = running.event();
        running
    }

    fn event(&mut self) -> Value {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }

    async fn shown(&self) -> String {
        let port = u16::try_from(self.ready["port"].as_u64().unwrap()).unwrap();
        let address = SocketAddr::new(Ipv4Addr::LOCALHOST.into(), port);
        fingerprint(&certificate(&sealed::connect(address).await.unwrap()))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn flags(pair: &Pair) -> [&str; 4] {
    ["--tls-cert", pair.cert.to_str().unwrap(), "--tls-key", pair.key.to_str().unwrap()]
}

#[tokio::test]
async fn a_renewed_certificate_is_shown_at_the_next_handshake() {
    let pair = Pair::new("renewed", &["127.0.0.1"]);
    let mut running = Running::start(&flags(&pair));
    let first = running.shown().await;
    assert_eq!(running.ready["certificate"]["sha256"], first);
    assert_eq!(running.ready["certificate"]["self_signed"], false);
    let second = pair.make_anew(&["127.0.0.1"]);
    let event = running.event();
    assert_eq!(
        (&event["event"], &event["sha256"]),
        (&"certificate".into(), &second.clone().into())
    );
    assert_eq!(running.shown().await, second);
    // A pair that is none is not taken, and the next that is one is.
    fs::write(&pair.key, "half a file").unwrap();
    assert_eq!(running.shown().await, second);
    let third = pair.make_anew(&["127.0.0.1"]);
    let begun = Instant::now();
    while running.shown().await != third {
        assert!(begun.elapsed() < PATIENCE, "the third certificate is never shown");
    }
}

#[test]
fn links_follow_the_name_of_a_renewed_certificate() {
    let pair = Pair::new("follows", &["one.example"]);
    let mut running = Running::start(&flags(&pair));
    assert!(running.ready["join_url"].as_str().unwrap().starts_with("https://one.example:"));
    pair.make_anew(&["two.example"]);
    assert_eq!(running.event()["event"], "certificate");
    let event = running.event();
    assert_eq!(event["event"], "network");
    assert!(event["edit_url"].as_str().unwrap().starts_with("https://two.example:"), "{event}");
}

#[tokio::test]
async fn links_name_what_the_certificate_is_for() {
    let pair = Pair::new("named", &["pads.example", "www.pads.example"]);
    let ready = Running::start(&flags(&pair)).ready.clone();
    let port = &ready["port"];
    let begins = |name: &str, base: &str| {
        let url = ready[name].as_str().unwrap();
        assert!(url.starts_with(&format!("{base}/")), "{name}: {url}");
    };
    begins("join_url", &format!("https://pads.example:{port}"));
    begins("host_url", &format!("https://pads.example:{port}"));
    let with_url = [&flags(&pair)[..], &["--url", "https://front.example"]].concat();
    let ready = Running::start(&with_url).ready.clone();
    assert!(ready["join_url"].as_str().unwrap().starts_with("https://front.example/j/"));
    let made = Running::start(&["--tls", "self-signed"]).ready.clone();
    assert!(made["join_url"].as_str().unwrap().starts_with("https://"), "{made}");
    assert!(made["host_url"].as_str().unwrap().starts_with("https://localhost:"), "{made}");
    assert_eq!(made["certificate"]["self_signed"], true);
}

fn refused(cert: &Path, key: &Path, words: &[&str]) {
    let (cert, key) = (cert.to_str().unwrap(), key.to_str().unwrap());
    let output = fadepad(&["--tls-cert", cert, "--tls-key", key]).output().unwrap();
    let text = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{text}");
    assert!(output.stdout.is_empty());
    for word in words {
        assert!(text.contains(word), "{word:?} is missing in {text}");
    }
}

#[test]
fn what_can_not_be_used_is_named_with_the_way_out() {
    let (one, two) = (Pair::new("one", &["localhost"]), Pair::new("two", &["localhost"]));
    let missing = Path::new("/nonexistent/cert.pem");
    refused(missing, &one.key, &["/nonexistent/cert.pem", "can't be read"]);
    refused(&one.cert, missing, &["/nonexistent/cert.pem", "can't be read"]);
    let (cert, key) = (two.cert.to_str().unwrap(), one.key.to_str().unwrap());
    refused(&two.cert, &one.key, &[cert, key, "pair"]);
    refused(&one.key, &one.cert, &[key, "-----BEGIN CERTIFICATE-----"]);
    refused(&two.cert, &two.cert, &[cert, "private key", "openssl"]);
    fs::write(&one.cert, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").unwrap();
    refused(&one.cert, &one.key, &[one.cert.to_str().unwrap(), "can't be used"]);
}

#[test]
fn half_a_pair_or_both_ways_at_once_are_a_wrong_use() {
    let pair = Pair::new("usage", &["localhost"]);
    let cert = pair.cert.to_str().unwrap();
    for args in [
        vec!["--tls-cert", cert],
        vec!["--tls-key", cert],
        vec!["--tls", "nonsense"],
        vec!["--tls", "self-signed", "--tls-cert", cert, "--tls-key", cert],
    ] {
        let output = fadepad(&args).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}");
    }
}
