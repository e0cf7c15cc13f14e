//! Programs that speak to Fadepad with the y-websocket provider, unchanged: version 3.1 and 2.1
//! (the scenes are in `tests/node/stock.mjs`).

#![expect(clippy::unwrap_used, reason = "what is not there fails the test")]

mod support;

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, Command, Stdio},
};

use serde_json::Value;
use support::sealed::Pair;

#[test]
fn two_people_type_at_once_and_read_the_same() {
    play("two people type at once and read the same");
}

#[test]
fn who_comes_is_seen_and_who_goes_is_no_longer() {
    play("who comes is seen and who goes is no longer");
}

#[test]
fn what_was_typed_offline_is_merged() {
    play("what was typed offline is merged");
}

#[test]
fn a_viewer_reads_and_cannot_write() {
    play("a viewer reads and cannot write");
}

#[test]
fn a_wrong_key_is_refused() {
    play("a wrong key is refused");
}

#[test]
fn a_pad_that_is_not_there_is_refused() {
    play("a pad that is not there is refused");
}

#[test]
fn a_pad_that_the_host_ends_is_gone() {
    play("a pad that the host ends is gone");
}

/// Plays a scene with each version of the client, in a house of its own, and once over TLS, with a
/// certificate that the client trusts.
fn play(scene: &str) {
    let pair = Pair::new(&format!("stock {scene}"), &["127.0.0.1"]);
    for (version, encrypted) in [("3", false), ("2", false), ("3", true)] {
        let mut house = House::start(encrypted.then_some(&pair));
        let scheme = if encrypted { "https" } else { "http" };
        house.ready["version"] = version.into();
        house.ready["base"] = format!("{scheme}://127.0.0.1:{}", house.ready["port"]).into();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/node/stock.mjs");
        let mut node = Command::new("node");
        node.env("NODE_EXTRA_CA_CERTS", &pair.cert);
        let node = node.args([script, scene]).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut node = node.expect("the tests need Node: `cargo xtask test setup` says which");
        node.stdin.take().unwrap().write_all(house.ready.to_string().as_bytes()).unwrap();
        let out = node.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(out.status.success(), "y-websocket {version}, {scheme}, {scene}:\n{said}");
    }
}

/// The real binary on a free port. Dropping it ends it.
struct House {
    child: Child,
    ready: Value,
}

impl House {
    fn start(pair: Option<&Pair>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
        command.args(["--headless", "--json", "--port", "0", "--bind", "127.0.0.1"]);
        if let Some(Pair { cert, key, .. }) = pair {
            command.arg("--tls-cert").arg(cert).arg("--tls-key").arg(key);
        }
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let ready = serde_json::from_str(&line).expect("the first line says that it is ready");
        Self { child, ready }
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}
