//! How people come in who have no key of their own: the PIN beside the code, the door that is closed, knocking.

use std::process::Stdio;

use fadepad::base::door::{Door, Pin};
use fadepad::base::ids::Role;
use fadepad_wire::sync;
use serde_json::{Value, json};

use crate::support::{Guest, Plan, TestServer};

const PIN: &str = "47110815";

async fn behind(door: Door, pin: Option<&str>) -> TestServer {
    let pin = pin.map(|pin| pin.parse::<Pin>().unwrap());
    TestServer::with(Plan { door, pin, proxied: true, ..Plan::default() }).await
}

async fn say(page: &mut Guest, wish: Value) {
    page.send(sync::extra(&wish.to_string())).await;
}

/// Somebody of this address joins by code.
async fn join(server: &TestServer, from: &str, body: Value) -> (u16, Value) {
    let (host, body) = (server.address, body.to_string());
    let answer = server
        .http(&format!(
            "POST /api/v1/join HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-For: {from}\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        ))
        .await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), serde_json::from_str(body).unwrap())
}

#[tokio::test]
async fn who_joins_by_code_is_asked_for_the_pin_and_who_has_a_link_is_not() {
    let server = behind(Door::Open, Some(PIN)).await;
    let code = server.code().to_string();
    let needed = join(&server, "198.18.0.1", json!({ "code": code })).await;
    assert_eq!((needed.0, &needed.1["reason"]), (403, &json!("pin_needed")), "{needed:?}");
    assert!(needed.1["detail"].as_str().unwrap().contains("Ask the host"));
    let wrong = join(&server, "198.18.0.1", json!({ "code": code, "pin": "47110816" })).await;
    assert_eq!((wrong.0, &wrong.1["reason"]), (403, &json!("pin_wrong")), "{wrong:?}");
    let right =
        join(&server, "198.18.0.1", json!({ "code": code, "pin": format!(" {PIN} ") })).await;
    assert_eq!((right.0, &right.1["role"]), (200, &json!("edit")), "{right:?}");
    let edit = server.key(Role::Edit);
    assert_eq!(server.api("POST", "pads/notes/key", &edit, "").await.0, 200);
    server.page(Role::Edit).await.page_message("welcome").await;
}

#[tokio::test]
async fn wrong_pins_wait_as_wrong_codes_do_and_a_missing_one_is_no_guess() {
    let server = behind(Door::Open, Some(PIN)).await;
    let code = server.code().to_string();
    for _ in 0..30 {
        assert_eq!(join(&server, "198.18.0.2", json!({ "code": code })).await.0, 403);
    }
    let mut host = server.page(Role::Host).await;
    for n in 0..10 {
        let wrong = json!({ "code": code, "pin": format!("{n:04}") });
        assert_eq!(join(&server, "198.18.0.2", wrong).await.0, 403);
    }
    let (status, told) = join(&server, "198.18.0.2", json!({ "code": code, "pin": PIN })).await;
    assert_eq!(status, 429, "{told}");
    assert!(told["detail"].as_str().unwrap().contains("seconds"), "{told}");
    assert_eq!(host.page_message("guessing").await["wrong"], 10, "the host hears of it");
    let other = join(&server, "198.18.0.3", json!({ "code": code, "pin": PIN })).await;
    assert_eq!(other.0, 200, "nobody else waits for it");
}

#[tokio::test]
async fn a_host_gives_a_pin_changes_it_and_takes_it_away_while_the_pad_lives() {
    let server = behind(Door::Open, None).await;
    let (code, host) = (server.code().to_string(), server.key(Role::Host));
    let mut page = server.page_of(Role::Host, 1).await;
    assert_eq!(page.page_message("access").await["pin"], false);
    let joins =
        async |pin: &str| join(&server, "198.18.0.4", json!({ "code": code, "pin": pin })).await.0;
    assert_eq!(joins("").await, 200, "where none is asked for, whatever is typed is passed over");
    say(&mut page, json!({ "t": "pin", "pin": PIN })).await;
    assert_eq!(page.page_message("access").await["pin"], true);
    assert_eq!((joins("0000").await, joins(PIN).await), (403, 200));
    let (status, kept) = server.api("PATCH", "pads/notes", &host, r#"{"pin":"other word"}"#).await;
    assert_eq!((status, &kept["pin"]), (200, &json!(true)), "whether, and never which");
    assert_eq!(
        page.page_message("access").await,
        json!({ "t": "access", "writing": "everyone", "pin": true, "did": { "what": "pin" } })
    );
    assert_eq!((joins(PIN).await, joins("other word").await), (403, 200));
    for odd in [r#"{"pin":"123"}"#, r#"{"pin":4711}"#, r#"{"pin":""}"#] {
        let (status, told) = server.api("PATCH", "pads/notes", &host, odd).await;
        assert_eq!(status, 422, "{odd}: {told}");
        assert!(!told.to_string().contains("4711"), "{told}");
    }
    let edit = server.key(Role::Edit);
    assert_eq!(server.api("PATCH", "pads/notes", &edit, r#"{"pin":null}"#).await.0, 403);
    assert_eq!(server.api("PATCH", "pads/notes", &host, r#"{"pin":null}"#).await.0, 200);
    assert_eq!(joins("").await, 200);
}

/// What a start prints, until a line holds this, and what it logs.
#[cfg(unix)]
fn said(args: &[&str], env: &[(&str, &str)], wanted: &str) -> (String, String) {
    use std::io::{BufRead as _, BufReader, Read as _};
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_fadepad"));
    command.args(["--headless", "--port", "0", "--no-mdns", "-vv"]).args(args);
    command.env("XDG_CONFIG_HOME", "/nonexistent").envs(env.iter().copied()).stdin(Stdio::null());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut out = String::new();
    while !out.contains(wanted) {
        assert_ne!(lines.read_line(&mut out).unwrap(), 0, "{out}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let mut log = String::new();
    child.stderr.unwrap().read_to_string(&mut log).unwrap();
    (out, log)
}

#[cfg(unix)]
#[test]
fn the_greeting_says_that_there_is_a_pin_and_nothing_says_which() {
    let (greeting, log) = said(&[], &[("FADEPAD_PIN", PIN)], "Ctrl-C");
    let code = greeting.lines().find(|row| row.starts_with("Code ")).unwrap();
    assert!(code.ends_with(", and the PIN"), "{greeting}");
    assert!(!greeting.contains(PIN) && !log.contains(PIN), "{greeting}{log}");
    let (ready, log) = said(&["--json", "--pin", PIN], &[], "\n");
    assert!(!ready.contains(PIN) && !log.contains(PIN), "{ready}{log}");
    let (plain, _) = said(&[], &[], "Ctrl-C");
    assert!(!plain.contains("PIN"), "{plain}");
}
