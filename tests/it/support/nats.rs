//! A NATS server of one's own on this machine, killed with the test.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

/// What docs/cluster.md has operators set beside who may come in.
const USUAL: &str =
    "max_payload: 1MB\nwrite_deadline: \"2s\"\nping_interval: \"2s\"\nping_max: 2\n";

/// What stands for the variable of the docs' configuration.
pub const PASSWORD: &str = "of-the-tests";

/// A server that listens.
pub struct NatsServer {
    child: Child,
    pub port: u16,
    folder: TempDir,
}

impl NatsServer {
    /// One as the docs have it.
    pub fn start() -> Self {
        Self::with(USUAL)
    }

    /// One with this configuration.
    pub fn with(config: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("nats.conf"), config).unwrap();
        let (child, port) = spawn(folder.path(), -1);
        Self { child, port, folder }
    }

    /// One that is not there, at an address where it may come.
    pub fn absent() -> Self {
        let mut server = Self::start();
        server.kill();
        server
    }

    /// Where nodes find it.
    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// Ends it at once.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Starts it anew at the same address, after [`kill`](Self::kill).
    pub fn restart(&mut self) {
        (self.child, _) = spawn(self.folder.path(), i32::from(self.port));
    }

    /// Starts it anew with another configuration.
    pub fn restart_with(&mut self, config: &str) {
        std::fs::write(self.folder.path().join("nats.conf"), config).unwrap();
        self.restart();
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// It stops where it is, until it gets [`Signal::CONT`].
    pub fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }
}

impl Drop for NatsServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn spawn(folder: &Path, port: i32) -> (Child, u16) {
    let mut command = Command::new("nats-server");
    command.args(["-a", "127.0.0.1", &format!("--port={port}"), "-c", "nats.conf"]);
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let spawned = command.env("FADEPAD_NATS_PASSWORD", PASSWORD).spawn();
    let mut child = spawned.expect("nats-server is there: `cargo xtask test setup` installs it");
    let mut said = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
    let mut lines = Vec::new();
    let port = said.by_ref().find_map(|line| {
        let port = line.split_once("client connections on ").and_then(|(_, address)| {
            let (_, port) = address.rsplit_once(':')?;
            port.parse().ok()
        });
        lines.push(line);
        port
    });
    // A full pipe would stop it.
    std::thread::spawn(move || said.for_each(drop));
    (child, port.unwrap_or_else(|| panic!("nats-server does not listen: {lines:#?}")))
}
