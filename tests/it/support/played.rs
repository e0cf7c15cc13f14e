//! The real binary on a free port, plain or with a certificate, and scenes that Node plays with it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use super::sealed::Pair;

/// Plays a scene of `tests/node/SCRIPT` in a server of its own, over TLS where a pair is given, with
/// `more` told to it.
pub fn play(script: &str, scene: &str, pair: &Pair, encrypted: bool, more: &[(&str, &str)]) {
    play_in(&[], (script, scene), pair, encrypted, more);
}

/// The same in a server that is started with further flags.
pub fn play_in(
    flags: &[&str],
    (script, scene): (&str, &str),
    pair: &Pair,
    encrypted: bool,
    more: &[(&str, &str)],
) {
    let mut server = TestServer::start(flags, encrypted.then_some(pair));
    let scheme = if encrypted { "https" } else { "http" };
    server.ready["base"] = format!("{scheme}://127.0.0.1:{}", server.ready["port"]).into();
    server.ready["binary"] = env!("CARGO_BIN_EXE_fadepad").into();
    for (name, value) in more {
        server.ready[*name] = (*value).into();
    }
    let script = format!("{}/tests/node/{script}", env!("CARGO_MANIFEST_DIR"));
    let mut node = Command::new("node");
    node.env("NODE_EXTRA_CA_CERTS", &pair.cert);
    let node = node.args([&script, scene]).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut node = node.expect("the tests need Node: `cargo xtask test setup` says which");
    node.stdin.take().unwrap().write_all(server.ready.to_string().as_bytes()).unwrap();
    let out = node.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "{scheme}, {more:?}, {scene}:\n{said}");
}

/// The real binary on a free port. Dropping it ends it.
struct TestServer {
    child: Child,
    ready: Value,
}

impl TestServer {
    fn start(flags: &[&str], pair: Option<&Pair>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
        command.args(["--headless", "--json", "--port", "0", "--bind", "127.0.0.1"]).args(flags);
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

impl Drop for TestServer {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}
