//! What the host is told of strangers by the program itself: who guesses codes, and who fills the pad.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use fadepad_wire::sync;

use crate::interrupted::{ADDRESS, start};
use crate::support::running::Running;
use crate::support::{Guest, PATIENCE};

/// An answer to a request at this port, that a proxy passes on for this address.
fn ask(port: &str, from: &str, request: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let length = body.len();
    write!(
        stream,
        "{request} HTTP/1.1\r\nHost: localhost:{port}\r\nX-Forwarded-For: {from}\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// Tries wrong codes from several addresses until all have to wait; how many were answered as wrong.
fn guess(port: &str) -> usize {
    let tries = (1..=6).flat_map(|n| std::iter::repeat_n(format!("198.18.0.{n}"), 12));
    let wrong = |from: String| {
        ask(port, &from, "POST /api/v1/join", r#"{"code":"ZZZZZZ"}"#).starts_with("HTTP/1.1 404")
    };
    tries.map(wrong).filter(|wrong| *wrong).count()
}

/// Somebody writes until the pad takes no more.
async fn fill(port: &str, key: &str) {
    let url = format!("ws://127.0.0.1:{port}/ws/notes?x=1&key={key}");
    let mut eve = Guest::at(&url).await;
    eve.sync().await;
    eve.send(sync::extra(r#"{"t":"hello","name":"Mallory"}"#)).await;
    for _ in 0..12 {
        let update = sync::update(&eve.write(&"x".repeat(900_000)));
        if eve.socket().send_bytes(update).await.is_err() {
            break;
        }
    }
    assert_eq!(eve.closed().await, 4413);
}

#[tokio::test]
async fn programs_are_told_of_who_guesses_codes_and_of_who_fills_the_pad() {
    let mut running = Running::start(&["--url", ADDRESS]).await;
    let port = running.ready["port"].to_string();
    let answered = guess(&port);
    let guessing = running.event("guessing").await;
    assert_eq!(guessing["pad"], "notes");
    let wrong = guessing["wrong"].as_u64().unwrap();
    assert!(wrong >= 10 && wrong <= answered as u64, "{wrong} of {answered}");

    fill(&port, running.ready["edit_key"].as_str().unwrap()).await;
    let filling = running.event("filling").await;
    assert_eq!((&filling["pad"], &filling["name"]), (&"notes".into(), &"Mallory".into()));
    let bytes = filling["bytes"].as_u64().unwrap();
    assert!(bytes > 2 << 20 && bytes <= 4 << 20, "{bytes}: half of what a pad takes");
}

#[tokio::test]
async fn programs_are_told_what_hosts_decide_about_people() {
    let mut running = Running::start(&["--door", "knock"]).await;
    let port = running.ready["port"].to_string();
    let text = |name: &str| running.ready[name].as_str().unwrap().to_owned();
    let (key, code) = (text("host_key"), text("code"));
    let joined = serde_json::json!({ "code": code }).to_string();
    ask(&port, "198.18.0.9", "POST /api/v1/join", &joined);
    let who = running.event("knock").await["id"].as_str().unwrap().to_owned();
    let them = format!("/people/{who}");
    for (method, path, body, event, told) in [
        ("POST", format!("/knocks/{who}"), r#"{"let_in":true}"#, "answered", r#""let_in":true"#),
        ("PATCH", String::new(), r#"{"writing":"picked"}"#, "writing", r#""writing":"picked""#),
        ("PATCH", them.clone(), r#"{"pencil":true}"#, "pencil", &*format!("{who:?}")),
        ("PATCH", them.clone(), r#"{"role":"view"}"#, "role", r#""role":"view""#),
        ("PATCH", them.clone(), r#"{"role":null}"#, "role", r#""role":null"#),
        ("DELETE", them, "", "shown_out", &*format!("{who:?}")),
    ] {
        let more =
            format!("Authorization: Bearer {key}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        let answer =
            crate::new_links::ask(&port, &format!("{method} /api/v1/pads/notes{path}"), &more);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        let heard = running.event(event).await.to_string();
        assert!(heard.contains(told) && heard.contains(&who) != (event == "writing"), "{heard}");
    }
}

#[tokio::test]
async fn programs_are_told_who_asks_to_write() {
    let mut running = Running::start(&[]).await;
    let (port, key) = (&running.ready["port"], running.ready["view_key"].as_str().unwrap());
    let mut ann = Guest::at(&format!("ws://127.0.0.1:{port}/ws/notes?x=1&key={key}")).await;
    let say = async |ann: &mut Guest, json: &str| ann.send(sync::extra(json)).await;
    say(&mut ann, r#"{"t":"hello","name":"Ann"}"#).await;
    say(&mut ann, r#"{"t":"hand","up":true}"#).await;
    let up = running.event("hands").await;
    let (pad, count, hand) = (&up["pad"], &up["count"], &up["of"][0]);
    assert_eq!((pad, count, &hand["name"]), (&"notes".into(), &1.into(), &"Ann".into()));
    assert!(hand["person"].is_string() && hand["since_s"].is_u64(), "{up}");
    say(&mut ann, r#"{"t":"hand","up":false}"#).await;
    let down = running.event("hands").await;
    assert_eq!((&down["count"], &down["of"]), (&0.into(), &serde_json::json!([])));
    say(&mut ann, r#"{"t":"hand","up":true}"#).await;
    assert_eq!(running.event("hands").await["count"], 1);
    drop(ann);
    assert_eq!(running.event("hands").await["count"], 0, "a hand goes with whose it is");
}

#[test]
fn the_terminal_tells_of_who_knocks() {
    let (mut pty, port) = start(&["--door", "knock"]);
    let text = pty.window.text();
    let typed = text.split("Code").nth(1).unwrap().trim_start();
    let code: String = typed.chars().filter(|c| *c != ' ').take(6).collect();
    let body = serde_json::json!({ "code": code, "name": "Calm Heron" }).to_string();
    let knocked = ask(&port, "198.18.0.9", "POST /api/v1/join", &body);
    assert!(knocked.starts_with("HTTP/1.1 202"), "{knocked}");
    pty.shows("\"Calm Heron\" (device) wants to come into notes. Type y1 to let them in, n1 for");
}

#[test]
fn a_line_of_the_log_has_a_row_of_its_own_and_the_last_line_goes_on_below() {
    let (mut pty, port) = start(&[]);
    guess(&port);
    let logged = "somebody guesses codes and has to wait";
    pty.until(logged, |window| {
        let text = window.text();
        let row = text.lines().position(|row| row.contains(logged));
        row.is_some_and(|row| {
            text.lines().skip(row).any(|below| below.trim() == "waiting for the first phone…")
        })
    });
    let text = pty.window.text();
    let row = text.lines().find(|row| row.contains(logged)).unwrap();
    assert!(row.starts_with("20") && row.contains(" WARN "), "{text}");
}

#[tokio::test]
async fn the_terminal_tells_of_who_guesses_codes_and_of_who_fills_the_pad() {
    let (mut pty, port) = start(&[]);
    guess(&port);
    pty.shows("Somebody guesses codes: ");
    let text = pty.shows("Guessing waits; your code stays.");

    let typed = text.split("Code").nth(1).unwrap().trim_start();
    let code: String = typed.chars().filter(|c| *c != ' ').take(6).collect();
    let joined =
        ask(&port, "198.18.0.99", "POST /api/v1/join", &format!("{{\"code\":\"{code}\"}}"));
    let joined: serde_json::Value =
        serde_json::from_str(joined.split_once("\r\n\r\n").unwrap().1).unwrap();
    assert_eq!(joined["pad"], "notes", "a right code is answered all the same: {joined}");
    fill(&port, joined["key"].as_str().unwrap()).await;
    pty.shows("notes takes no more from Mallory, who has put in ");
}
