//! Run as a service: readiness that means it, `fadepad healthcheck`, and what systemd gives and is told.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::support::TestServer;
use fadepad::base::ids::Role;

/// A server of its own, killed with the test.
struct Service(Child);

impl Service {
    /// Starts it, and reads its first line.
    fn start(command: &mut Command) -> (Self, Value) {
        command.env("XDG_CONFIG_HOME", "/nonexistent").stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::null()).spawn().unwrap();
        let (mut line, out) = (String::new(), child.stdout.take().unwrap());
        let service = Self(child);
        BufReader::new(out).read_line(&mut line).unwrap();
        (service, serde_json::from_str(&line).unwrap_or_else(|e| panic!("{line:?}: {e}")))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn fadepad(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
    command.args(args).env("XDG_CONFIG_HOME", "/nonexistent").stdin(Stdio::null());
    command
}

const ALONE: [&str; 5] = ["--headless", "--json", "--no-mdns", "--bind", "127.0.0.1"];

async fn get(server: &TestServer, path: &str) -> String {
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let head = format!("GET {path} HTTP/1.0\r\nHost: {}\r\n\r\n", server.address);
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn a_server_that_is_about_to_end_is_alive_and_not_ready() {
    let server = TestServer::new().await;
    assert!(get(&server, "/readyz").await.starts_with("HTTP/1.0 200"));
    server.stop.set_leaving(true);
    let answer = get(&server, "/readyz").await;
    assert!(answer.starts_with("HTTP/1.0 503") && answer.ends_with("about to end\n"), "{answer}");
    assert!(get(&server, "/healthz").await.starts_with("HTTP/1.0 200"));
    server.stop.set_leaving(false);
    assert!(get(&server, "/readyz").await.starts_with("HTTP/1.0 200"), "the host keeps it");
}

/// A figure's value; `None` where there is no such line.
fn figure(text: &str, name: &str) -> Option<f64> {
    let values = text.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    values.map(|value| value.parse().unwrap()).next()
}

#[tokio::test]
async fn the_figures_of_a_server_count_its_pads_and_people_and_name_none() {
    let server = TestServer::new().await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    let host = server.key(Role::Host);
    let other = r#"{"name":"quarterly-secrets"}"#;
    assert_eq!(server.api("POST", "pads", &host, other).await.0, 201);
    let text = get(&server, "/metrics").await;
    assert!(text.starts_with("HTTP/1.0 200") && text.ends_with("# EOF\n"), "{text}");
    assert!(text.contains("content-type: application/openmetrics-text; version=1.0.0"), "{text}");
    for (name, value) in [
        ("fadepad_pads{state=\"alive\"}", 1.0),
        ("fadepad_pads{state=\"waiting\"}", 1.0),
        ("fadepad_pads{state=\"fading\"}", 0.0),
        ("fadepad_people", 1.0),
        ("fadepad_devices", 1.0),
        ("fadepad_knocks", 0.0),
        ("fadepad_sockets", 1.0),
        ("fadepad_pads_opened_total", 2.0),
        ("fadepad_pads_ended_total{why=\"host\"}", 0.0),
        ("fadepad_rooms_failed_total", 0.0),
    ] {
        assert_eq!(figure(&text, name), Some(value), "{name} in\n{text}");
    }
    let (used, limit) =
        (figure(&text, "fadepad_memory_used_bytes"), figure(&text, "fadepad_memory_limit_bytes"));
    assert!(used > Some(0.0) && used < limit, "{used:?} of {limit:?}");
    for name in ["notes", "quarterly", "127.0.0.1"] {
        assert!(!text.split("\r\n\r\n").nth(1).unwrap().contains(name), "{name} in\n{text}");
    }
    assert_eq!(server.api("DELETE", "pads/notes", &host, r#"{"in_s":0}"#).await.0, 200);
    let text = get(&server, "/metrics").await;
    assert_eq!(figure(&text, "fadepad_pads_ended_total{why=\"host\"}"), Some(1.0), "{text}");
    assert_eq!(figure(&text, "fadepad_people"), Some(0.0));
}

/// A board that asks for a figure that is not there shows an empty panel.
#[tokio::test]
async fn the_board_in_the_docs_asks_for_figures_that_there_are() {
    let server = TestServer::new().await;
    let text = get(&server, "/metrics").await;
    let known: Vec<&str> = text.lines().filter_map(|line| line.split([' ', '{']).next()).collect();
    let board: Value = serde_json::from_str(include_str!("../../docs/grafana.json")).unwrap();
    let panels = board["panels"].as_array().unwrap();
    let asked: Vec<&str> = panels
        .iter()
        .flat_map(|panel| panel["targets"].as_array().unwrap())
        .flat_map(|target| {
            let words = target["expr"].as_str().unwrap().split(['(', ')', '{', '[']);
            words.filter(|word| word.starts_with("fadepad_") || word.starts_with("process_"))
        })
        .collect();
    assert!(asked.len() > 10, "{asked:?}");
    // Those of the process are read of Linux, and a hardened one may not see its files.
    let of_system = |name: &str| name.starts_with("process_") && cfg!(not(target_os = "linux"));
    for name in asked.into_iter().filter(|name| !of_system(name)) {
        assert!(known.contains(&name), "{name} is not among\n{text}");
    }
}

#[tokio::test]
async fn the_figures_are_for_no_guest_of_a_proxy_on_this_machine() {
    let server = TestServer::new().await;
    let by =
        |header: &str| format!("GET /metrics HTTP/1.0\r\nHost: {}\r\n{header}\r\n", server.address);
    for header in ["X-Forwarded-For: 192.0.2.7\r\n", "Forwarded: for=127.0.0.1\r\n"] {
        let answer = server.http(&by(header)).await;
        assert!(answer.starts_with("HTTP/1.0 403") && answer.contains("--metrics"), "{answer}");
    }
    assert!(server.http(&by("")).await.starts_with("HTTP/1.0 200"));
}

#[test]
fn the_healthcheck_finds_the_server_also_behind_tls_and_says_where_there_is_none() {
    for tls in [&[][..], &["--tls", "self-signed"]] {
        let (service, ready) = Service::start(fadepad(&ALONE).args(["--port", "0"]).args(tls));
        let port = ready["port"].to_string();
        let found = fadepad(&["healthcheck", "--port", &port]).output().unwrap();
        assert_eq!((found.status.code(), &*found.stdout), (Some(0), &b"ok\n"[..]), "{tls:?}");
        let found =
            fadepad(&["healthcheck", "--json"]).env("FADEPAD_PORT", &port).output().unwrap();
        let found: Value = serde_json::from_slice(&found.stdout).unwrap();
        assert_eq!((&found["ready"], &found["says"]), (&true.into(), &"ok".into()));
        drop(service);
        let found = fadepad(&["healthcheck", "--port", &port]).output().unwrap();
        assert_eq!(found.status.code(), Some(7));
        assert!(String::from_utf8_lossy(&found.stdout).contains(&port));
    }
}

#[test]
fn a_switch_is_a_variable_too_and_a_flag_goes_before_it() {
    let switches = ["HEADLESS", "NO_MDNS", "NO_QR", "JSON"];
    let set = |command: &mut Command| {
        for name in switches {
            command.env(format!("FADEPAD_{name}"), "yes");
        }
    };
    let mut command = fadepad(&["--port", "0", "--bind", "127.0.0.1"]);
    set(&mut command);
    let (_service, ready) = Service::start(&mut command);
    assert_eq!(ready["event"], "ready");

    let mut command = fadepad(&["--port", "0", "--bind", "127.0.0.1", "--quiet"]);
    set(&mut command);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let (mut line, out) = (String::new(), child.stdout.take().unwrap());
    let _service = Service(child);
    BufReader::new(out).read_line(&mut line).unwrap();
    assert!(line.starts_with("http://"), "{line}");
}

#[cfg(target_os = "linux")]
mod systemd {
    use std::os::fd::OwnedFd;
    use std::os::unix::net::UnixDatagram;

    use super::*;
    use crate::support::PATIENCE;

    #[test]
    fn the_manager_hears_that_it_is_ready_that_it_lives_and_that_it_ends() {
        let folder = std::env::temp_dir().join(format!("fadepad-notify-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("notify");
        let _ = std::fs::remove_file(&path);
        let manager = UnixDatagram::bind(&path).unwrap();
        manager.set_read_timeout(Some(PATIENCE)).unwrap();
        let hear = || {
            let mut said = [0; 256];
            let length = manager.recv(&mut said).unwrap();
            String::from_utf8_lossy(&said[..length]).trim().to_owned()
        };
        let mut command = fadepad(&ALONE);
        command.args(["--port", "0"]).env("NOTIFY_SOCKET", &path).env("WATCHDOG_USEC", "200000");
        let (service, _) = Service::start(&mut command);
        let mut heard: Vec<String> = (0..4).map(|_| hear()).collect();
        assert_eq!(heard.iter().filter(|said| *said == "READY=1").count(), 1, "{heard:?}");
        assert!(heard.iter().filter(|said| *said == "WATCHDOG=1").count() >= 2, "{heard:?}");
        let pid = service.0.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        while heard.last().is_some_and(|said| said != "STOPPING=1") {
            heard.push(hear());
        }
        let _ = std::fs::remove_dir_all(&folder);
    }

    #[test]
    fn it_answers_on_the_socket_that_the_manager_listens_on() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        // As the manager starts it: the socket is descriptor 3, and the variables name the process.
        let script = "exec 3<&0 0</dev/null; LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" \"$@\"";
        let mut command = Command::new("sh");
        command.args(["-c", script, env!("CARGO_BIN_EXE_fadepad")]).args(&ALONE[..3]);
        command.stdin(Stdio::from(OwnedFd::from(listener)));
        let (_service, ready) = Service::start(&mut command);
        assert_eq!(ready["port"], port);
        let found = fadepad(&["healthcheck", "--port", &port.to_string()]).output().unwrap();
        assert_eq!(found.status.code(), Some(0));
    }
}

/// What is started without a terminal hears a hangup as services do.
#[cfg(unix)]
#[test]
fn a_hangup_has_a_service_take_what_has_changed_of_its_file_and_nothing_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("fadepad.toml");
    let write = |text: &str| std::fs::write(&file, text).unwrap();
    write("allowed-host = [\"old.example\"]\n");
    let mut command = fadepad(&ALONE);
    command.args(["--port", "0", "--config"]).arg(&file);
    let mut service =
        Service(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap());
    let mut told = BufReader::new(service.0.stdout.take().unwrap());
    let mut logged = BufReader::new(service.0.stderr.take().unwrap());
    let mut next = || {
        let mut line = String::new();
        told.read_line(&mut line).unwrap();
        serde_json::from_str::<Value>(&line).unwrap_or_else(|e| panic!("{line:?}: {e}"))
    };
    let port = next()["port"].as_u64().unwrap().try_into().unwrap();
    let hang_up = || {
        let id = service.0.id().to_string();
        assert!(Command::new("kill").args(["-HUP", &id]).status().unwrap().success());
    };
    let is_answered = |host: &str| {
        let mut stream = std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
        write!(stream, "GET /healthz HTTP/1.0\r\nHost: {host}\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.starts_with("HTTP/1.0 200")
    };
    assert!(is_answered("old.example") && !is_answered("new.example"));
    write("allowed-host = [\"new.example\"]\nttl = \"8h\"\n");
    hang_up();
    let reloaded = next();
    assert_eq!(reloaded["event"], "reloaded");
    assert_eq!(reloaded["taken"], serde_json::json!(["allowed-host"]));
    assert_eq!(reloaded["later"], serde_json::json!(["ttl"]));
    assert!(!is_answered("old.example") && is_answered("new.example"));
    write("allowed-host = [\"other.example\"]\nttl = \"soon\"\n");
    hang_up();
    let mut line = String::new();
    while !line.contains("the configuration stays as it was") {
        line.clear();
        assert!(logged.read_line(&mut line).unwrap() > 0, "nothing is said of the wrong file");
    }
    assert!(is_answered("new.example") && !is_answered("other.example"));
}
