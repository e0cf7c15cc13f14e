//! What somebody calls themself, or a pad: wherever it is read, nothing in it is unseen, turns the line around, or commands what
//! shows it.

use fadepad::base::display::display_name;
use fadepad::base::door::Door;
use fadepad::base::ids::Role;
use serde_json::{Value, json};

use crate::door::{behind, join, say};
use crate::support::phoenix::Client;
#[cfg(target_os = "linux")]
use crate::support::running::Running;

/// Colours, clears, names a window, turns around, hides, breaks the line, rings, and is long.
const CALLED: &str = "\u{202e}Ann\u{200b}a\u{2066}\u{1b}[31m\u{1b}]0;gone\u{7}\r\n\u{9b}2J\u{feff}\u{2028}\u{0}\u{ad}\u{85} of the long name that goes on";

/// Whether a character is unseen, or turns, breaks or commands.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{feff}' | '\u{200b}'..='\u{200f}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// All texts of an answer, keys too.
fn texts(json: &Value, all: &mut Vec<String>) {
    match json {
        Value::String(text) => all.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|one| texts(one, all)),
        Value::Object(map) => map.iter().for_each(|(key, one)| {
            all.push(key.clone());
            texts(one, all);
        }),
        _ => {}
    }
}

/// It tells of who calls themself so, and nothing in it is unseen.
fn is_clean(what: &str, told: &Value) {
    let mut all = Vec::new();
    texts(told, &mut all);
    for text in &all {
        assert!(!text.contains(is_unseen), "{what}: {text:?}");
    }
    let name = display_name(CALLED);
    assert!(all.iter().any(|text| text.starts_with(&name)), "{what} tells of {name:?}: {told}");
}

#[test]
fn a_name_of_nothing_seen_is_none() {
    let name = display_name(CALLED);
    assert!(name.starts_with("Anna") && !name.contains(is_unseen), "{name:?}");
    assert_eq!(display_name("\u{202e}\u{200b}\u{1b}\u{7}\r\n\u{0}"), "");
}

#[tokio::test]
async fn to_hosts_and_programs_at_every_door() {
    let server = behind(Door::Knock, None).await;
    let host_key = server.key(Role::Host);
    let mut host = server.page_of(Role::Host, 1).await;
    let hello = json!({ "t": "hello", "name": CALLED });

    let body = json!({ "code": server.code().to_string(), "name": CALLED });
    assert_eq!(join(&server, "198.18.7.1", body).await.0, 202);
    is_clean("a knock", &host.page_message("knock").await);
    let ask = async |path: &str| server.api("GET", path, &host_key, "").await.1;
    is_clean("who knocks", &ask("pads/notes/knocks").await);

    let mut viewer = server.page_of(Role::View, 2).await;
    say(&mut viewer, hello.clone()).await;
    say(&mut viewer, json!({ "t": "hand", "up": true })).await;
    let mut hands = host.page_message("hands").await;
    while hands["count"] == 0 {
        hands = host.page_message("hands").await;
    }
    is_clean("a raised hand", &hands);
    is_clean("who is here", &ask("pads/notes/people").await);

    let key = server.own_key(Role::Edit, 3);
    let mut member = Client::connect(server.address, &format!("vsn=2.0.0&token={key}")).await;
    let name = json!(["1", "1", "doc:notes", "phx_join", { "name": CALLED }]).to_string();
    member.say(&name).await;
    is_clean("Presence", &member.event("presence_diff").await);

    let mut other = server.page_of(Role::Host, 4).await;
    say(&mut other, hello).await;
    let call = json!({ "title": CALLED }).to_string();
    assert_eq!(server.api("PATCH", "pads/notes", &host_key, &call).await.0, 200);
    is_clean("a title", &host.page_message("title").await);
    is_clean("a pad", &ask("pads/notes").await);
    is_clean("all pads", &ask("pads").await);
    // Without a word in it a pad asks nobody.
    other.sync().await;
    other.type_("x").await;
    say(&mut other, json!({ "t": "end", "in_s": 30 })).await;
    is_clean("who ends a pad", &host.page_message("ending").await);
}

/// Somebody knocks at the real program.
#[cfg(target_os = "linux")]
fn knock_at(port: &str, code: &str) {
    let body = json!({ "code": code, "name": CALLED }).to_string();
    let more = format!("Content-Length: {}\r\n\r\n{body}", body.len());
    let answer = crate::new_links::ask(port, "POST /api/v1/join", &more);
    assert!(answer.starts_with("HTTP/1.1 202"), "{answer}");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn in_the_lines_for_programs() {
    let mut running = Running::start(&["--door", "knock"]).await;
    let code = running.ready["code"].as_str().unwrap().to_owned();
    knock_at(&running.ready["port"].to_string(), &code);
    is_clean("a knock", &running.event("knock").await);
}

#[cfg(target_os = "linux")]
#[test]
fn at_the_terminal() {
    let (mut pty, port) = crate::interrupted::start(&["--door", "knock"]);
    knock_at(&port, &crate::new_links::last_code(&pty.window.text()));
    // As letters: nothing of it was a command to the terminal.
    let name = display_name(CALLED);
    let text = pty.shows("wants to come into notes");
    let row = text.lines().find(|row| row.contains("\"Anna")).unwrap();
    assert!(row.trim_start().starts_with(&format!("\"{name}\"")), "{row:?} and {name:?}");
}
