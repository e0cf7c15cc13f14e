//! The real binary as a program reads it: one event a line.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::{Guest, PATIENCE};

const ALONE: [&str; 5] = ["--headless", "--json", "--port", "0", "--no-mdns"];

/// A running instance, killed with the test.
pub struct Running {
    pub child: Option<Child>,
    lines: mpsc::Receiver<String>,
    pub ready: Value,
}

impl Running {
    pub async fn start(args: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
        command.args(ALONE).args(args);
        Self::start_by(command).await
    }

    /// In a window of its own: who ends that one, which is what signals go to, closes the window.
    pub async fn in_window() -> Self {
        let mut script = Command::new("script");
        let program = format!("{} {} 2>/dev/null", env!("CARGO_BIN_EXE_fadepad"), ALONE.join(" "));
        script.args(["-qec", &program, "/dev/null"]);
        Self::start_by(script).await
    }

    /// The pad of this host's link goes on at it. `Err`: its exit code and what it says, where it does not.
    pub async fn take(link: &str) -> Result<Self, (i32, String)> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
        command.args(["take", link, "--headless", "--json", "--port", "0"]);
        command.env("FADEPAD_NO_MDNS", "true").env("XDG_CONFIG_HOME", "/nonexistent");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = Self::by(command);
        let line = timeout(PATIENCE, running.lines.recv()).await.unwrap();
        let Some(line) = line else {
            let told = running.child.take().unwrap().wait_with_output().unwrap();
            let said = String::from_utf8(told.stderr).unwrap();
            return Err((told.status.code().unwrap(), said));
        };
        running.ready = serde_json::from_str(&line).unwrap();
        assert_eq!(running.ready["event"], "ready");
        Ok(running)
    }

    async fn start_by(mut command: Command) -> Self {
        command.env("XDG_CONFIG_HOME", "/nonexistent").stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut running = Self::by(command);
        running.ready = running.event("ready").await;
        running
    }

    fn by(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = mpsc::channel(1_000);
        std::thread::spawn(move || {
            said.lines().map_while(Result::ok).try_for_each(|line| sender.blocking_send(line))
        });
        Self { child: Some(child), lines, ready: Value::Null }
    }

    /// The next event.
    pub async fn next(&mut self) -> Value {
        let line = timeout(PATIENCE, self.lines.recv()).await.unwrap();
        serde_json::from_str(&line.expect("it goes on")).unwrap()
    }

    /// The next event of this kind.
    pub async fn event(&mut self, kind: &str) -> Value {
        loop {
            let event = self.next().await;
            if event["event"] == kind {
                return event;
            }
        }
    }

    pub fn signal(&self, name: &str) {
        let pid = self.child.as_ref().unwrap().id().to_string();
        assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
    }

    /// A page of somebody, with one of the keys.
    pub async fn page(&mut self, key: &str) -> Guest {
        let key = self.ready[key].as_str().unwrap().to_owned();
        self.page_by(&key).await.0
    }

    /// The same with any key; and what was told of who came.
    pub async fn page_by(&mut self, key: &str) -> (Guest, Value) {
        let url = format!("ws://127.0.0.1:{}/ws/notes?x=1&key={key}", self.ready["port"]);
        let mut page = Guest::at(&url).await;
        let joined = self.event("joined").await;
        page.sync().await;
        // Without a word in it a pad has nothing to copy, and asks nobody.
        page.type_("x").await;
        page.saved().await;
        (page, joined)
    }

    /// A key of somebody's own, as a page exchanges that of its link for one.
    pub async fn own_key(&self, key: &str) -> String {
        let port = self.ready["port"].as_u64().unwrap();
        let key = self.ready[key].as_str().unwrap();
        let request = format!(
            "POST /api/v1/pads/notes/key HTTP/1.1\r\nHost: localhost:{port}\r\n\
             Authorization: Bearer {key}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
        let mut stream = TcpStream::connect(("127.0.0.1", port as u16)).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        let body: Value = serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap();
        body["key"].as_str().unwrap().to_owned()
    }

    pub async fn code(&mut self) -> Option<i32> {
        let mut child = self.child.take().unwrap();
        let ended = tokio::task::spawn_blocking(move || child.wait());
        timeout(PATIENCE, ended).await.unwrap().unwrap().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
