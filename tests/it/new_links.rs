//! New links: whoever came by the old ones of that role is out at every door, and everyone else goes on.

use std::io::{Read as _, Write as _};

use fadepad::base::ids::{Person, Role};
use fadepad::base::keys::KeyRing;
use fadepad_wire::sync;
use serde_json::{Value, json};

use crate::interrupted::start;
use crate::support::phoenix::Client;
use crate::support::running::Running;
use crate::support::senders::{Door, Sender};
use crate::support::{Guest, PATIENCE, Plan, TestServer};

async fn say(page: &mut Guest, json: Value) {
    page.send(sync::extra(&json.to_string())).await;
}

/// Decides how long the pad is kept, as a host does, and hears of it.
async fn decides(page: &mut Guest, ttl_s: u64) {
    say(page, json!({ "t": "keep", "ttl_s": ttl_s })).await;
    while page.page_message("life").await["ttl_s"] != ttl_s {}
}

async fn renew(server: &TestServer, role: &str) -> Value {
    let host = server.key(Role::Host);
    let body = json!({ "role": role }).to_string();
    let (status, links) = server.api("POST", "pads/notes/links", &host, &body).await;
    assert_eq!(status, 201, "{links}");
    links
}

async fn join(server: &TestServer, code: &str) -> (u16, Value) {
    server.api("POST", "join", "", &json!({ "code": code }).to_string()).await
}

#[tokio::test]
async fn who_came_by_the_old_links_of_a_role_is_out_at_every_door_and_all_others_go_on() {
    let server = TestServer::new().await;
    let (link, own) = (server.key(Role::Edit), server.own_key(Role::Edit, 2));
    let mut host = server.page_of(Role::Host, 1).await;
    let mut reader = server.page_of(Role::View, 3).await;
    reader.sync().await;
    let mut page = server.page_of(Role::Edit, 2).await;
    let mut program = Guest::enter(server.request(&link, "")).await;
    let mut provider = Sender::enter(&server, Door::Hocuspocus, "notes", &own).await;
    provider.settle().await;
    let mut channel = Client::connect(server.address, &format!("vsn=2.0.0&token={own}")).await;
    channel.say(r#"["1","1","doc:notes","phx_join",{}]"#).await;
    assert_eq!(channel.reply("1").await["status"], "ok");

    say(&mut host, json!({ "t": "new_links", "role": "edit" })).await;
    let made = json!({ "t": "new_links", "role": "edit", "who": Person(1).to_string() });
    assert_eq!(host.page_message("new_links").await, made);
    assert_eq!((page.closed().await, program.closed().await), (4403, 4403));
    while channel.next_event().await.0 != "phx_close" {}
    assert!(provider.settle().await.contains(&"close new_links".to_owned()));

    for old in [&link, &own] {
        assert_eq!(server.api("GET", "pads/notes", old, "").await.0, 401);
        let (status, said) = server.api("POST", "pads/notes/key", old, "").await;
        assert_eq!((status, &said["reason"]), (401, &json!("new_links")));
        for more in ["", "&x=1"] {
            assert_eq!(Guest::enter(server.request(old, more)).await.closed().await, 4403);
        }
    }
    channel.say(r#"["2","2","doc:notes","phx_join",{}]"#).await;
    let refused = &channel.reply("2").await["response"];
    assert_eq!((&refused["code"], &refused["reason"]), (&json!(4403), &json!("new_links")));

    let mut fresh = server.guest(Role::Edit).await;
    fresh.sync().await;
    fresh.type_("by the new link").await;
    reader.reads("by the new link").await;
    say(&mut host, json!({ "t": "keep", "ttl_s": 60 })).await;
    assert_eq!(host.page_message("life").await["ttl_s"], 60, "the host goes on");
}

#[tokio::test]
async fn the_code_follows_the_links_for_writing_and_the_old_one_opens_nothing() {
    let server = TestServer::new().await;
    let before = server.code().to_string();
    let (mut codes, view) = (vec![before.clone()], server.key(Role::View));
    let links = renew(&server, "view").await;
    assert_eq!(links["code"], *before, "the code is for writing");
    assert_eq!(server.api("GET", "pads/notes", &view, "").await.0, 401);
    for _ in 0..2 {
        let links = renew(&server, "edit").await;
        let code = links["code"].as_str().unwrap().to_owned();
        assert!(!codes.contains(&code));
        assert!(links["join_url"].as_str().unwrap().ends_with(&code));
        assert_eq!(join(&server, &code).await.1["link_key"], links["edit_key"]);
        let (_, seen) = server.api("GET", "pads/notes", &server.key(Role::Host), "").await;
        assert_eq!((&seen["code"], &seen["edit_url"]), (&links["code"], &links["edit_url"]));
        for old in &codes {
            let (status, told) = join(&server, old).await;
            assert_eq!((status, &told["reason"]), (401, &json!("new_links")), "no guess, but old");
        }
        codes.push(code);
    }
    let host = server.key(Role::Host);
    assert_eq!(server.api("DELETE", "pads/notes", &host, r#"{"in_s":0}"#).await.0, 200);
    assert_eq!(join(&server, codes.last().unwrap()).await.0, 410, "who scans late is told so");
    assert_eq!(join(&server, &before).await.0, 410);
}

#[tokio::test]
async fn who_scans_the_new_code_is_who_that_was_before_and_who_was_shown_out_is_not() {
    let server = TestServer::new().await;
    let (own, out) = (server.own_key(Role::Edit, 2), server.own_key(Role::Edit, 3));
    let host = server.key(Role::Host);
    let them = format!("pads/notes/people/{}", Person(3));
    assert_eq!(server.api("DELETE", &them, &host, "").await.0, 200);
    let link = renew(&server, "edit").await["edit_key"].as_str().unwrap().to_owned();
    let exchange = async |before: &str| {
        let body = json!({ "as": before }).to_string();
        server.api("POST", "pads/notes/key", &link, &body).await
    };
    assert_eq!(exchange(&own).await.1["person"], Person(2).to_string());
    assert_eq!(exchange(&out).await.0, 403);
    let scan = async |before: &str| {
        let body = json!({ "code": server.code().to_string(), "as": [before] }).to_string();
        server.api("POST", "join", "", &body).await
    };
    assert_eq!(scan(&own).await.1["person"], Person(2).to_string());
    assert_eq!(scan(&out).await.0, 403);
}

#[tokio::test]
async fn a_link_for_a_further_device_that_was_made_before_opens_nothing() {
    let server = TestServer::new().await;
    let own = server.own_key(Role::Edit, 2);
    let pair = async || {
        let (_, pairing) = server.api("POST", "pads/notes/devices", &own, "").await;
        json!({ "code": pairing["code"] }).to_string()
    };
    let code = pair().await;
    assert_eq!(server.api("POST", "devices", "", &code).await.0, 200);
    let code = pair().await;
    renew(&server, "edit").await;
    assert_eq!(server.api("POST", "devices", "", &code).await.0, 404);
}

#[tokio::test]
async fn a_host_who_came_by_a_guests_link_goes_on_and_nobody_else_makes_new_links() {
    let server = TestServer::new().await;
    let host = server.key(Role::Host);
    let mut anna = server.page_of(Role::Host, 1).await;
    say(&mut anna, json!({ "t": "hello", "name": "Anna" })).await;
    let mut milo = server.page_of(Role::Edit, 2).await;
    say(&mut anna, json!({ "t": "role", "person": Person(2).to_string(), "role": "host" })).await;
    assert_eq!(milo.page_message("role").await["role"], "host");
    say(&mut milo, json!({ "t": "hello", "name": "Milo" })).await;
    say(&mut milo, json!({ "t": "new_links", "role": "edit" })).await;
    let told = anna.page_message("new_links").await;
    let who = Person(2).to_string();
    assert_eq!(told, json!({ "t": "new_links", "role": "edit", "by": "Milo", "who": who }));
    say(&mut milo, json!({ "t": "keep", "ttl_s": 60 })).await;
    assert_eq!(milo.page_message("life").await["ttl_s"], 60);
    let milo = server.own_key(Role::Edit, 2);
    for (key, body, status) in [
        (server.key(Role::Edit), r#"{"role":"edit"}"#, 403),
        (server.key(Role::View), r#"{"role":"view"}"#, 403),
        (milo, r#"{"role":"host"}"#, 403),
        (host.clone(), r#"{"role":"owner"}"#, 400),
        (host.clone(), "{}", 400),
    ] {
        assert_eq!(server.api("POST", "pads/notes/links", &key, body).await.0, status, "{body}");
    }
    let mut ann = server.page_of(Role::Edit, 4).await;
    say(&mut ann, json!({ "t": "new_links", "role": "edit" })).await;
    assert_eq!(ann.page_message("refused").await["why"], "not_host");
}

#[tokio::test]
async fn new_links_of_hosts_end_all_of_the_old_but_that_of_who_makes_them() {
    let server = TestServer::new().await;
    let (link, own) = (server.key(Role::Host), server.own_key(Role::Host, 1));
    let mut anna = server.page_of(Role::Host, 1).await;
    let mut ben = server.page_of(Role::Host, 2).await;
    let mut milo = server.page_of(Role::Edit, 3).await;
    say(&mut anna, json!({ "t": "role", "person": Person(3).to_string(), "role": "host" })).await;
    assert_eq!(milo.page_message("role").await["role"], "host");
    say(&mut milo, json!({ "t": "new_links", "role": "host" })).await;
    assert_eq!(milo.page_message("refused").await["why"], "not_host", "by another's hand");
    say(&mut anna, json!({ "t": "new_links", "role": "host" })).await;
    assert_eq!(ben.closed().await, 4403);
    assert_eq!(server.api("GET", "pads/notes", &link, "").await.0, 401);
    let (status, given) = server.api("POST", "pads/notes/key", &own, "").await;
    assert_eq!((status, &given["role"]), (200, &json!("host")), "who makes them goes on");
    let fresh = given["link_key"].as_str().unwrap();
    assert_eq!(server.api("GET", "pads/notes", fresh, "").await.1["role"], "host");
    decides(&mut anna, 60).await;
    decides(&mut milo, 61).await;
    let (_, links) = server.api("POST", "pads/notes/links", fresh, r#"{"role":"host"}"#).await;
    assert_eq!(server.api("GET", "pads/notes", fresh, "").await.0, 401, "a link is nobody's own");
    let newest = links["host_key"].as_str().unwrap();
    assert_eq!(server.api("GET", "pads/notes", newest, "").await.0, 200);
}

#[tokio::test]
async fn who_is_host_no_more_after_new_links_were_made_writes_on() {
    let server = TestServer::new().await;
    let mut anna = server.page_of(Role::Host, 1).await;
    let mut milo = server.page_of(Role::Edit, 2).await;
    milo.sync().await;
    say(&mut anna, json!({ "t": "role", "person": Person(2).to_string(), "role": "host" })).await;
    assert_eq!(milo.page_message("role").await["role"], "host");
    say(&mut anna, json!({ "t": "new_links", "role": "edit" })).await;
    say(&mut anna, json!({ "t": "role", "person": Person(2).to_string() })).await;
    assert_eq!(milo.page_message("role").await["role"], "edit");
    milo.type_("goes on").await;
    milo.saved().await;
}

#[tokio::test]
async fn whoever_came_by_the_hosts_link_stays_host_whatever_those_decide_whom_they_made_one() {
    let server = TestServer::new().await;
    let mut anna = server.page_of(Role::Host, 1).await;
    let mut milo = server.page_of(Role::Edit, 2).await;
    say(&mut anna, json!({ "t": "role", "person": Person(2).to_string(), "role": "host" })).await;
    assert_eq!(milo.page_message("role").await["role"], "host");
    let them = Person(1).to_string();
    for wish in [
        json!({ "t": "role", "person": them, "role": "edit" }),
        json!({ "t": "role", "person": them }),
        json!({ "t": "show_out", "person": them }),
    ] {
        say(&mut milo, wish).await;
        assert_eq!(milo.page_message("refused").await["why"], "not_host");
    }
    let (path, key) = (format!("pads/notes/people/{them}"), server.own_key(Role::Edit, 2));
    assert_eq!(server.api("PATCH", &path, &key, r#"{"role":"view"}"#).await.0, 403);
    assert_eq!(server.api("DELETE", &path, &key, "").await.0, 403);
    decides(&mut anna, 60).await;
}

#[tokio::test]
async fn after_a_restart_with_the_same_secret_the_new_links_open_the_pad_and_then_no_old_one_does()
{
    let keys = KeyRing::random().unwrap();
    let before = TestServer::with(Plan { keys: keys.clone(), ..Plan::default() }).await;
    let old = before.key(Role::Edit);
    let links = renew(&before, "edit").await;
    drop(before);
    let after = TestServer::with(Plan { keys, ..Plan::default() }).await;
    let mut eve = Guest::enter(after.request(&old, "")).await;
    eve.sync().await;
    let fresh = links["edit_key"].as_str().unwrap();
    assert_eq!(after.api("GET", "pads/notes", fresh, "").await.0, 200);
    assert_eq!(eve.closed().await, 4403);
    assert_eq!(after.api("GET", "pads/notes", &old, "").await.0, 401);
    assert_eq!(after.code().to_string(), links["code"]);
}

#[tokio::test]
async fn links_are_made_anew_ten_times_a_minute_and_codes_of_before_are_told_as_old() {
    let server = TestServer::new().await;
    let (host, mut codes) = (server.key(Role::Host), vec![server.code().to_string()]);
    for _ in 0..10 {
        codes.push(renew(&server, "edit").await["code"].as_str().unwrap().to_owned());
        assert_eq!(join(&server, codes.last().unwrap()).await.0, 200);
    }
    let (status, said) = server.api("POST", "pads/notes/links", &host, r#"{"role":"edit"}"#).await;
    assert_eq!(status, 429, "{said}");
    assert_eq!(join(&server, &codes[10]).await.0, 200, "and those that there are go on");
    for (n, code) in codes.iter().enumerate() {
        let reason = join(&server, code).await.1["reason"].clone();
        match n {
            // Of those between the first and the last eight nothing is kept.
            1 => assert_eq!(reason, Value::Null, "a guess like any other"),
            10 => assert_eq!(reason, Value::Null),
            _ => assert_eq!(reason, "new_links", "{n}"),
        }
    }
}

/// What the server of this port answers.
pub fn ask(port: &str, head: &str, more: &str) -> String {
    let mut stream = std::net::TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(stream, "{head} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n{more}")
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

pub fn renew_at(port: &str, key: &str) {
    let body = r#"{"role":"edit"}"#;
    let more =
        format!("Authorization: Bearer {key}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    let answer = ask(port, "POST /api/v1/pads/notes/links", &more);
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
}

#[tokio::test]
async fn programs_are_told_the_new_links() {
    let mut running = Running::start(&[]).await;
    renew_at(&running.ready["port"].to_string(), running.ready["host_key"].as_str().unwrap());
    let told = running.event("new_links").await;
    assert_eq!((&told["pad"], &told["role"]), (&json!("notes"), &json!("edit")));
    for changed in ["code", "join_url", "edit_url", "edit_key"] {
        assert!(told[changed].is_string() && told[changed] != running.ready[changed], "{changed}");
    }
    assert_eq!(told["view_key"], running.ready["view_key"]);
}

/// The code that was drawn last.
pub fn last_code(text: &str) -> String {
    let typed = text.rsplit("Code").next().unwrap().trim_start();
    typed.chars().filter(|c| *c != ' ').take(6).collect()
}

/// The host's key, by the short link in the window.
pub fn host_key_of(port: &str, text: &str) -> String {
    let link = text.split("localhost:").nth(1).unwrap().split_whitespace().next().unwrap();
    let path = link.split_once('/').unwrap().1;
    let led = ask(port, &format!("GET /{path}"), "\r\n");
    led.split_once('#').unwrap().1.split_whitespace().next().unwrap().to_owned()
}

#[test]
fn the_terminal_draws_the_new_code() {
    let (mut pty, port) = start(&[]);
    let key = host_key_of(&port, &pty.window.text());
    pty.shows("Your own page, once more");
    renew_at(&port, &key);
    let text = pty.shows("The new code:");
    pty.shows("waiting for the first phone");
    assert!(text.contains("The links are new"), "{text}");
    let body = json!({ "code": last_code(&pty.window.text()) }).to_string();
    let more = format!("Content-Length: {}\r\n\r\n{body}", body.len());
    let joined = ask(&port, "POST /api/v1/join", &more);
    assert!(joined.starts_with("HTTP/1.1 200"), "{joined}");
}
