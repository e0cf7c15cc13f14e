//! Ctrl-C as a person presses it, in a terminal, with people in the pad: what is printed says what
//! happens and how long it takes, and that a second one ends it now.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command};

use serde_json::Value;

use crate::support::emulator::{Pty, terminal};
use crate::support::{Guest, PATIENCE};

const CTRL_C: &[u8] = b"\x03";

/// A reverse proxy's name needs no network; what such a proxy says of addresses is believed.
pub const ADDRESS: &str = "http://192.168.1.20:7780";

/// The real program in a window that is its controlling terminal, and the port where it listens.
pub fn start(more: &[&str]) -> (Pty, String) {
    let mut command = Command::new("setsid");
    command.args(["--ctty", env!("CARGO_BIN_EXE_fadepad"), "--headless", "--no-mdns"]);
    command.args(["--port", "0", "--url", ADDRESS]).args(more);
    for name in ["LC_CTYPE", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "DISPLAY"] {
        command.env_remove(name);
    }
    command.env("XDG_CONFIG_HOME", "/nonexistent").env("LC_ALL", "C.UTF-8").env("TERM", "xterm");
    let mut pty = Pty::start(&mut command, 80, 40);
    let text = pty.shows("waiting for the first phone");
    let row = text.lines().find(|row| row.contains("/h/")).unwrap();
    let port = row.split("localhost:").nth(1).unwrap().split('/').next().unwrap();
    (pty, port.to_owned())
}

/// A page that has the code from the screen, with a word in the text: without one nobody is asked.
async fn join(pty: &mut Pty, port: &str) -> Guest {
    let text = pty.window.text();
    let typed = text.split("Code").nth(1).unwrap().trim_start();
    let code: String = typed.chars().filter(|c| *c != ' ').take(6).collect();
    let body = format!("{{\"code\":\"{code}\"}}");
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let length = body.len();
    write!(
        stream,
        "POST /api/v1/join HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let joined: Value = serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap();
    let (pad, key) = (joined["pad"].as_str().unwrap(), joined["key"].as_str().unwrap());
    let url = format!("ws://127.0.0.1:{port}/ws/{pad}?x=1&key={key}");
    let mut page = Guest::at(&url).await;
    page.sync().await;
    page.type_("x").await;
    page.saved().await;
    page
}

/// The text on the screen, whose sentences may go on in the next row.
fn said(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn ctrl_c_says_what_happens_how_long_it_takes_and_that_a_second_one_ends_it_now() {
    let (mut pty, port) = start(&[]);
    let mut anna = join(&mut pty, &port).await;
    let mut milo = join(&mut pty, &port).await;
    pty.shows("2 people");
    pty.press(CTRL_C);
    for page in [&mut anna, &mut milo] {
        assert_eq!(page.page_message("ending").await["in_s"], 60);
    }
    let text = said(&pty.shows("ends it now."));
    let what = "ends in 1 min or sooner: 2 people are offered a copy.";
    assert!(text.contains(what), "{text}");
    // Who is here may be drawn anew below it.
    assert!(text.contains("Ctrl-C again ends it now."), "{text}");

    pty.press(CTRL_C);
    assert_eq!((anna.closed().await, milo.closed().await), (4410, 4410));
    let (code, text) = pty.ended();
    assert_eq!(code, Some(130), "{text}");
}

#[tokio::test]
async fn without_a_last_call_ctrl_c_asks_back_while_people_are_here() {
    let (mut pty, port) = start(&["--last-call", "0s"]);
    let mut anna = join(&mut pty, &port).await;
    pty.shows("1 person");
    pty.press(CTRL_C);
    let text = said(&pty.shows("at once."));
    let asked = "1 person is here. Nobody is offered a copy (--last-call 0s). Ctrl-C again ends the pad at once.";
    assert!(text.contains(asked), "{text}");
    anna.type_("y").await;
    anna.saved().await;

    pty.press(CTRL_C);
    assert_eq!(anna.closed().await, 4410);
    let (code, text) = pty.ended();
    assert_eq!(code, Some(0), "{text}");
}

#[tokio::test]
async fn without_a_last_call_ctrl_c_ends_a_pad_at_once_where_nobody_is() {
    let (mut pty, _) = start(&["--last-call", "0s"]);
    pty.press(CTRL_C);
    let (code, text) = pty.ended();
    assert_eq!(code, Some(0), "{text}");
    assert!(!text.contains("again ends"), "{text}");
}

/// It goes with the test, also with one that fails.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_server_whose_terminal_is_closed_goes_on_until_it_is_stopped() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
    command.args(["--headless", "--no-mdns", "--no-qr", "--port", "0"]);
    command.env("XDG_CONFIG_HOME", "/nonexistent").env("LC_ALL", "C.UTF-8").env("TERM", "xterm");
    let (mut front, name) = terminal();
    let open = || fs::File::options().read(true).write(true).open(&name).unwrap();
    let child = command.stdin(open()).stdout(open()).stderr(open()).spawn().unwrap();
    let mut server = Server(child);
    drop(command); // it has the other end open, too
    let mut text = String::new();
    while !text.contains("waiting for the first phone") {
        let mut part = [0; 4096];
        let read = front.read(&mut part).unwrap();
        text.push_str(&String::from_utf8_lossy(&part[..read]));
    }
    drop(front);
    let port = text.split("localhost:").nth(1).unwrap().split('/').next().unwrap();
    for _ in 0..20 {
        let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(
            stream,
            "GET /healthz HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
    let pid = server.0.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    assert!(server.0.wait().unwrap().success());
}
