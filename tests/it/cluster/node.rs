//! The program as a node: what it says when the engine comes and goes, and when it can't be one.

use std::process::Command;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep};

use crate::support::PATIENCE;
use crate::support::nats::NatsServer;
use crate::support::running::Running;

/// A node, and the secret that it shares with others.
pub struct Node {
    pub running: Running,
}

impl Node {
    pub async fn start(broker: &str, secret: &str, more: &[&str]) -> Self {
        let args = [&["--cluster", broker, "--secret-file", secret], more].concat();
        Self { running: Running::start(&args).await }
    }

    pub async fn get(&self, path: &str) -> String {
        let port = u16::try_from(self.running.ready["port"].as_u64().unwrap()).unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        let head = format!("GET {path} HTTP/1.0\r\nHost: localhost:{port}\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }

    /// Asks there until the answer holds this.
    pub async fn says(&self, path: &str, word: &str) -> String {
        let until = Instant::now() + PATIENCE;
        loop {
            let said = self.get(path).await;
            if said.contains(word) {
                return said;
            }
            assert!(Instant::now() < until, "no {word} in {said}");
            sleep(std::time::Duration::from_millis(20)).await;
        }
    }
}

/// A secret in a folder that goes with the test.
pub fn secret() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret").to_str().unwrap().to_owned();
    (folder, path)
}

#[tokio::test]
async fn a_lost_engine_is_told_to_whoever_watches_and_nobody_is_led_away() {
    let (mut broker, (_folder, secret)) = (NatsServer::start(), secret());
    let node = Node::start(&broker.url(), &secret, &[]).await;
    assert!(node.says("/readyz", "\r\n\r\nok\n").await.starts_with("HTTP/1.0 200"));
    let figures = node.says("/metrics", "fadepad_cluster_connected 1\n").await;
    assert!(figures.contains("fadepad_cluster_reconnects_total 0\n"), "{figures}");
    broker.kill();
    let said = node.says("/readyz", "the cluster's engine is not there").await;
    assert!(said.starts_with("HTTP/1.0 200"), "{said}");
    node.says("/metrics", "fadepad_cluster_connected 0\n").await;
    broker.restart();
    node.says("/readyz", "\r\n\r\nok\n").await;
    let figures = node.says("/metrics", "fadepad_cluster_connected 1\n").await;
    assert!(figures.contains("fadepad_cluster_reconnects_total 1\n"), "{figures}");
}

#[tokio::test]
async fn a_server_of_its_own_tells_nothing_of_a_cluster() {
    let node = Node { running: Running::start(&[]).await };
    assert!(!node.get("/metrics").await.contains("cluster"));
}

#[test]
fn a_node_that_cannot_be_one_does_not_start_and_says_what_to_do() {
    let (absent, lasting) = (NatsServer::absent(), NatsServer::with("jetstream { store_dir: js }"));
    let (_folder, secret) = secret();
    let closed = NatsServer::with("authorization { user: a, password: b }");
    let password = format!("nats://a:secret@127.0.0.1:{}", closed.port);
    for (args, code, says) in [
        (vec!["--cluster", &absent.url(), "--cluster-required", "true"], 1, "--cluster-required"),
        (vec!["--cluster", &lasting.url()], 4, "JetStream"),
        (vec!["--cluster", &password], 4, "--cluster-creds"),
        (
            vec!["--cluster", &password, "--cluster-creds", "/nonexistent"],
            4,
            "--cluster-creds /non",
        ),
        (vec!["--cluster", "http://nats:4222"], 2, "nats://nats.example:4222"),
        (vec!["--cluster", "nats://a:secret@"], 2, "nats://nats.example:4222"),
        (vec!["--cluster", &absent.url(), "--cluster-name", "a.b"], 2, "letters, digits"),
        (vec!["--cluster", &absent.url(), "--cluster-tls-cert", "x"], 2, "--cluster-tls-key"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
        command.args(["--headless", "--port", "0", "--no-mdns", "--secret-file", &secret]);
        let ended = command.args(&args).env("XDG_CONFIG_HOME", "/nonexistent").output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(code), "{args:?}: {said}");
        assert!(said.contains(says), "{args:?}: {said}");
        assert!(!said.contains("secret@"), "a password is told: {said}");
    }
}

#[test]
fn without_a_secret_that_all_nodes_share_there_is_no_cluster() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
    command.args(["--headless", "--port", "0", "--cluster", "nats://127.0.0.1:1"]);
    let ended = command.env("XDG_CONFIG_HOME", "/nonexistent").output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.code() == Some(2) && said.contains("--secret-file"), "{said}");
}
