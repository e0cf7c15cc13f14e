//! Whom a host has let in at the door: what was decided since holds for them, too, and they are who they were.

use fadepad::base::door::Door;
use fadepad::base::ids::{Person, Role};
use fadepad::room::message::EventKind;
use serde_json::{Value, json};

use crate::door::{behind, join, knocks, say, socket, waits};
use crate::interrupted::start;
use crate::new_links::{ask, host_key_of, last_code};
use crate::support::TestServer;

/// Somebody who knocks by code: what to ask with, and their id.
async fn knocking(server: &TestServer, from: &str) -> (Value, String) {
    let code = json!({ "code": server.code().to_string() });
    let (status, knocked) = join(server, from, code).await;
    assert_eq!(status, 202, "{knocked}");
    let (_, list) = server.api("GET", "pads/notes/knocks", &server.key(Role::Host), "").await;
    let who = list["who"].as_array().unwrap().last().unwrap();
    (knocked, who["id"].as_str().unwrap().to_owned())
}

async fn by_host(server: &TestServer, what: &str, path: &str, body: &str) {
    let path = format!("pads/notes{path}");
    let (status, said) = server.api(what, &path, &server.key(Role::Host), body).await;
    assert!(status < 300, "{said}");
}

async fn let_in(server: &TestServer, who: &str) {
    by_host(server, "POST", &format!("/knocks/{who}"), r#"{"let_in":true}"#).await;
}

const NEW_LINKS: (&str, &str, &str) = ("POST", "/links", r#"{"role":"edit"}"#);

#[tokio::test]
async fn who_was_let_in_gets_none_of_the_links_that_are_made_since() {
    let server = behind(Door::Knock, None).await;
    let (knocked, who) = knocking(&server, "198.18.4.1").await;
    let_in(&server, &who).await;
    let (status, given) = waits(&server, &knocked).await;
    assert_eq!(status, 200, "and asks again as often as they like: {given}");
    assert_eq!(waits(&server, &knocked).await.1["link_key"], given["link_key"]);
    let (what, path, body) = NEW_LINKS;
    by_host(&server, what, path, body).await;
    assert_eq!(socket(&server, given["key"].as_str().unwrap()).await, 4403);
    let (status, said) = waits(&server, &knocked).await;
    assert_eq!((status, &said["reason"]), (404, &json!("knock_gone")), "{said}");

    let (knocked, who) = knocking(&server, "198.18.4.1").await;
    by_host(&server, what, path, r#"{"role":"view"}"#).await;
    let_in(&server, &who).await;
    assert_eq!(waits(&server, &knocked).await.0, 200, "links of another role end nothing of it");
}

#[tokio::test]
async fn who_was_let_in_and_shown_out_gets_nothing_more_in_whatever_order() {
    let server = behind(Door::Knock, None).await;
    let out = async |who: &str| by_host(&server, "DELETE", &format!("/people/{who}"), "").await;
    let (what, path, body) = NEW_LINKS;
    for (n, shown_out_first) in [(1, true), (2, false)] {
        let (knocked, who) = knocking(&server, &format!("198.18.5.{n}")).await;
        let_in(&server, &who).await;
        if shown_out_first {
            out(&who).await;
        }
        by_host(&server, what, path, body).await;
        if !shown_out_first {
            out(&who).await;
        }
        let (status, said) = waits(&server, &knocked).await;
        assert_eq!((status, &said["link_key"]), (404, &Value::Null), "{said}");
    }
    let (knocked, who) = knocking(&server, "198.18.5.3").await;
    let_in(&server, &who).await;
    out(&who).await;
    assert_eq!(waits(&server, &knocked).await.0, 404, "nor by being shown out alone");
}

#[tokio::test]
async fn who_waits_by_an_old_link_is_not_let_in_by_a_door_that_opens() {
    let server = behind(Door::Knock, None).await;
    let link = server.key(Role::Edit);
    let (status, knocked) = server.api("POST", "pads/notes/key", &link, "").await;
    assert_eq!(status, 202);
    let mut host = server.page_of(Role::Host, 1).await;
    knocks(&mut host, 1).await;
    say(&mut host, json!({ "t": "new_links", "role": "edit" })).await;
    knocks(&mut host, 0).await;
    by_host(&server, "PATCH", "", r#"{"door":"open"}"#).await;
    assert_eq!(waits(&server, &knocked).await.0, 404);
    let (status, said) = server.api("POST", "pads/notes/key", &link, "").await;
    assert_eq!((status, &said["reason"]), (401, &json!("new_links")));
}

#[tokio::test]
async fn who_knocks_by_a_new_link_is_who_that_was_by_the_old_one() {
    let server = behind(Door::Knock, None).await;
    let own = server.own_key(Role::Edit, 2);
    let (what, path, body) = NEW_LINKS;
    by_host(&server, what, path, body).await;
    let before = json!({ "as": own }).to_string();
    let (status, knocked) =
        server.api("POST", "pads/notes/key", &server.key(Role::Edit), &before).await;
    assert_eq!(status, 202, "{knocked}");
    let_in(&server, &Person(2).to_string()).await;
    assert_eq!(waits(&server, &knocked).await.1["person"], Person(2).to_string());
}

#[tokio::test]
async fn who_was_shown_out_knocks_by_no_old_link() {
    let server = behind(Door::Open, None).await;
    let own = server.own_key(Role::Edit, 2);
    by_host(&server, "DELETE", &format!("/people/{}", Person(2)), "").await;
    let (what, path, body) = NEW_LINKS;
    by_host(&server, what, path, body).await;
    let knock = json!({ "as": own, "knock": true }).to_string();
    let (status, said) = server.api("POST", "pads/notes/key", &own, &knock).await;
    assert_eq!((status, &said["reason"]), (401, &json!("new_links")), "{said}");
    let fresh = server.key(Role::Edit);
    let (status, knocked) = server.api("POST", "pads/notes/key", &fresh, &knock).await;
    assert_eq!(status, 202, "but by a new one they do: {knocked}");
    let_in(&server, &Person(2).to_string()).await;
    assert_eq!(waits(&server, &knocked).await.1["person"], Person(2).to_string());
}

#[tokio::test]
async fn a_request_that_says_nothing_of_a_person_decides_nothing() {
    let server = behind(Door::Open, None).await;
    let (own, host) = (server.own_key(Role::Edit, 2), server.key(Role::Host));
    let them = format!("pads/notes/people/{}", Person(2));
    assert_eq!(server.api("DELETE", &them, &host, "").await.0, 200);
    for nothing in ["{}", r#"{"pencil":false}"#] {
        assert_eq!(server.api("PATCH", &them, &host, nothing).await.0, 400, "{nothing}");
        assert_eq!(socket(&server, &own).await, 4403);
    }
    assert_eq!(server.api("PATCH", &them, &host, r#"{"role":null}"#).await.0, 200);
    assert_eq!(socket(&server, &own).await, 0);
}

#[tokio::test]
async fn one_address_keeps_nobody_else_from_the_door() {
    let server = behind(Door::Knock, None).await;
    let code = json!({ "code": server.code().to_string() });
    let mut tickets = Vec::new();
    for _ in 0..20 {
        let (status, knocked) = join(&server, "198.18.6.1", code.clone()).await;
        assert_eq!(status, 202);
        tickets.push(knocked);
    }
    let full = join(&server, "198.18.6.1", code.clone()).await;
    assert_eq!((full.0, &full.1["reason"]), (429, &json!("door_full")));
    let (status, other) = join(&server, "198.18.6.2", code).await;
    assert_eq!(status, 202, "the newest of the many makes room: {other}");
    assert_eq!(waits(&server, &other).await.0, 202);
    assert_eq!(waits(&server, &tickets[19]).await.1["reason"], "knock_gone");
    assert_eq!(waits(&server, &tickets[0]).await.0, 202);
}

#[tokio::test]
async fn a_host_hears_of_who_plays_at_the_door_now_and_then_and_as_it_is_in_the_end() {
    let mut server = behind(Door::Knock, None).await;
    let mut host = server.page_of(Role::Host, 1).await;
    let own = server.own_key(Role::Edit, 2);
    let them = format!("/people/{}", Person(2));
    by_host(&server, "DELETE", &them, "").await;
    let mut knocked = Value::Null;
    for _ in 0..2 {
        let knock = json!({ "knock": true, "name": "Ann" }).to_string();
        knocked = server.api("POST", "pads/notes/key", &own, &knock).await.1;
    }
    for name in (0..60).map(|n| format!("Ann {n}")).chain(["Calm Heron".into()]) {
        let ask = json!({ "knock": knocked["knock"], "name": name }).to_string();
        assert_eq!(server.api("POST", "pads/notes/knock", "", &ask).await.0, 202);
    }
    let mut told = 1;
    let listed = server.api("GET", "pads", &server.key(Role::Host), "").await.1;
    assert_eq!(listed[0]["knocks"], 1, "for a host who looks at the list");
    while host.page_message("knock").await["who"][0]["name"] != "Calm Heron" {
        told += 1;
    }
    assert!(told < 30, "{told} times, and not each time");
    let mut counts = Vec::new();
    while counts.len() < 2 {
        if let EventKind::Knock { of, was_out: true, again: false, .. } =
            server.events.recv().await.unwrap().kind
        {
            counts.push(of);
        }
    }
    assert_eq!(counts, [1, 1], "who knocks twice is one");
    loop {
        if let EventKind::Knock { who, again: true, .. } = server.events.recv().await.unwrap().kind
            && who.look.name.as_deref() == Some("Calm Heron")
        {
            break;
        }
    }
}

/// Somebody knocks at the real program; what they ask with.
fn knock_at(port: &str, text: &str, name: &str) -> String {
    let body = json!({ "code": last_code(text), "name": name }).to_string();
    let more = format!("Content-Length: {}\r\n\r\n{body}", body.len());
    let answer = ask(port, "POST /api/v1/join", &more);
    assert!(answer.starts_with("HTTP/1.1 202"), "{answer}");
    let waits: Value = serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap();
    json!({ "knock": waits["knock"] }).to_string()
}

/// How the door answers them.
fn asks_again(port: &str, knocked: &str) -> String {
    let more = format!("Content-Length: {}\r\n\r\n{knocked}", knocked.len());
    ask(port, "POST /api/v1/pads/notes/knock", &more)
}

#[cfg(target_os = "linux")]
#[test]
fn who_knocks_is_let_in_by_a_line_that_is_typed_at_the_terminal() {
    let (mut pty, port) = start(&["--door", "knock"]);
    let code = pty.shows("Who is new knocks, and a host lets them in.");
    let sam = knock_at(&port, &code, "Sam\u{1b}[2J\"");
    let text = pty.shows("Type y1 to let them in");
    assert!(text.contains("\"Sam[2J'\" (device) wants to come into notes."), "{text}");
    let eve = knock_at(&port, &code, "Evi");
    pty.shows("Type y2 to let them in");
    asks_again(&port, &eve.replace('}', r#","name":"Eve"}"#));
    pty.shows("Number 2 is called \"Eve\" now.");
    assert!(asks_again(&port, &sam).starts_with("HTTP/1.1 202"));
    pty.press(b"maybe\n");
    pty.shows("\"maybe\" is no answer");
    pty.press(b"y1\n");
    pty.shows("\"Sam[2J'\" comes into notes.");
    assert!(asks_again(&port, &sam).starts_with("HTTP/1.1 200"));
    assert!(asks_again(&port, &eve).starts_with("HTTP/1.1 202"), "the other waits");
    pty.press(b"n2\n");
    pty.shows("\"Eve\" does not come into notes now.");
    assert!(asks_again(&port, &eve).starts_with("HTTP/1.1 403"));
    pty.press(b"y2\n");
    pty.shows("Nobody of number 2 waits.");
}

#[cfg(target_os = "linux")]
#[test]
fn lines_that_are_typed_at_once_are_each_heard_and_one_that_is_too_long_is_one() {
    let (mut pty, _) = start(&["--door", "knock"]);
    pty.shows("Who is new knocks, and a host lets them in.");
    pty.press(b"y5\ny6\n");
    pty.shows("Nobody of number 5 waits.");
    pty.shows("Nobody of number 6 waits.");
    pty.press(format!("{}\ny7\n", "y8".repeat(200)).as_bytes());
    let text = pty.shows("Nobody of number 7 waits.");
    assert!(!text.contains("number 8"), "{text}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_door_that_is_closed_and_a_pin_that_is_set_are_told_at_the_terminal() {
    let (mut pty, port) = start(&[]);
    let key = host_key_of(&port, &pty.window.text());
    let decide = |body: &str| {
        let more =
            format!("Authorization: Bearer {key}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        let answer = ask(&port, "PATCH /api/v1/pads/notes", &more);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    };
    decide(r#"{"door":"closed","pin":"4711"}"#);
    pty.shows("The door of notes is closed: nobody new comes in.");
    let text = pty.shows("Beside the code notes asks for the PIN from now on.");
    assert!(!text.contains("4711"), "{text}");
    decide(r#"{"door":"open","pin":null}"#);
    pty.shows("notes is open: who has the code or a link comes in.");
    pty.shows("notes asks for no PIN any more.");
}
