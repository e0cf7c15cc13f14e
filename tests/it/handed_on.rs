//! A pad goes from one machine to another: text, life, keys and code go along, everyone is told where to, what is typed meanwhile
//! arrives, and at the old machine nothing is left.

use std::net::TcpListener;

use fadepad::base::ids::Role;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::erased;
use crate::files::show;
use crate::support::running::Running;
use crate::support::{Guest, Plan, TestServer};

/// The host's link, as a browser has it.
fn link(ready: &Value) -> String {
    let (port, key) = (&ready["port"], ready["host_key"].as_str().unwrap());
    format!("http://127.0.0.1:{port}/p/{}#{key}", ready["pad"].as_str().unwrap())
}

async fn page(ready: &Value, key: &str) -> Guest {
    let url = format!("ws://127.0.0.1:{}/ws/notes?x=1&key={key}", ready["port"]);
    let mut page = Guest::at(&url).await;
    page.sync().await;
    page
}

/// The answer to this request, head and body.
async fn exchange(ready: &Value, request: &str) -> String {
    let port = ready["port"].as_u64().unwrap();
    let mut stream = TcpStream::connect(("127.0.0.1", port as u16)).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

async fn script(ready: &Value, path: &str) -> String {
    let port = &ready["port"];
    let head =
        format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    let answer = exchange(ready, &head).await;
    assert!(answer.contains("text/javascript"), "{answer}");
    answer
}

/// What a server answers who asks with this key.
async fn ask(ready: &Value, (method, path): (&str, &str), key: &str, body: &str) -> (u16, Value) {
    let (port, length) = (&ready["port"], body.len());
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {key}\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
    let answer = exchange(ready, &request).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, serde_json::from_str(body).unwrap_or_default())
}

#[tokio::test]
async fn all_of_a_pad_goes_over_and_what_is_typed_meanwhile_arrives() {
    let mut old = Running::start(&["--ttl", "20m"]).await;
    let own = old.own_key("edit_key").await;
    let (mut ann, mut bob) = (page(&old.ready, &own).await, page(&old.ready, &own).await);
    ann.type_("one ").await;
    ann.saved().await;
    let host = old.ready["host_key"].as_str().unwrap().to_owned();
    let decided = json!({ "title": "Retro", "pin": "4711" }).to_string();
    ask(&old.ready, ("PATCH", "/api/v1/pads/notes"), &host, &decided).await;

    let mut new = Running::take(&link(&old.ready)).await.ok().unwrap();
    for same in ["pad", "epoch", "code", "ttl_s"] {
        assert_eq!(new.ready[same], old.ready[same], "{same}");
    }
    let moved = ann.page_message("moved").await;
    let to = moved["to"][0].as_str().unwrap();
    assert!(to.ends_with(&format!(":{}", new.ready["port"])), "{moved}");
    assert!(moved["in_s"].as_u64().unwrap() <= 60);

    // While they are still there, what they write comes over too.
    bob.sync().await;
    bob.type_("two ").await;
    bob.saved().await;
    let mut ann_there = page(&new.ready, &own).await;
    ann.sync().await;
    ann.type_("three ").await;
    ann.saved().await;
    drop((ann, bob));
    let words = |text: &str| {
        let mut words: Vec<_> = text.split_whitespace().map(str::to_owned).collect();
        words.sort();
        words
    };
    while words(&ann_there.text()) != ["one", "three", "two"] {
        ann_there.take_next().await;
    }
    let over = old.event("handed_on").await;
    assert_eq!(over["to"], moved["to"]);
    assert_eq!(old.event("ended").await["why"], "handed_on");
    assert_eq!(new.event("taken").await["left"], 0);

    let (status, told) = ask(&old.ready, ("GET", "/api/v1/pads/notes"), &own, "").await;
    assert_eq!((status, &told["why"], &told["moved_to"]), (410, &json!("handed_on"), &moved["to"]));
    let code = json!({ "code": old.ready["code"] }).to_string();
    let (status, told) = ask(&old.ready, ("POST", "/api/v1/join"), "", &code).await;
    assert_eq!((status, &told["moved_to"]), (410, &moved["to"]), "who scans the old QR is led on");
    let (status, told) = ask(&new.ready, ("POST", "/api/v1/join"), "", &code).await;
    assert_eq!((status, &told["reason"]), (403, &json!("pin_needed")), "its code is the same");
    // How a page finds out whether it gets there.
    let epoch = old.ready["epoch"].as_str().unwrap();
    let reach = format!("/reach/{epoch}");
    assert!(script(&old.ready, &reach).await.contains("importScripts"));
    assert!(script(&new.ready, &reach).await.ends_with("\r\n\r\nself.isHere = true;\n"));
    let (_, seen) = ask(&new.ready, ("GET", "/api/v1/pads/notes"), &host, "").await;
    assert_eq!((&seen["title"], &seen["role"]), (&json!("Retro"), &json!("host")));
    assert_eq!(seen["code"], old.ready["code"]);
}

/// Brings a picture to the pad at this machine; where it is found there.
async fn bring(ready: &Value, key: &str, name: &str) -> String {
    let path = format!("/api/v1/pads/notes/files?name={name}");
    let (status, told) = ask(ready, ("POST", &path), key, &format!("the bytes of {name}")).await;
    assert_eq!(status, 201, "{told}");
    told["url"].as_str().unwrap().to_owned()
}

async fn read(ready: &Value, path: &str) -> (bool, String) {
    let port = &ready["port"];
    let head =
        format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    let answer = exchange(ready, &head).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.contains(" 200 "), body.to_owned())
}

#[tokio::test]
async fn files_go_over_with_the_pad_those_too_that_are_brought_meanwhile_and_none_is_left() {
    let mut old = Running::start(&["--ttl", "20m"]).await;
    let own = old.own_key("edit_key").await;
    let mut ann = page(&old.ready, &own).await;
    let before = bring(&old.ready, &own, "before.png").await;
    show(&mut ann, &[("file", &before, "before.png", "")]).await;
    let new = Running::take(&link(&old.ready)).await.ok().unwrap();
    let mut new = new;
    assert_eq!(read(&new.ready, &before).await, (true, "the bytes of before.png".into()));
    let meanwhile = bring(&old.ready, &own, "meanwhile.png").await;
    let mut there = page(&new.ready, &own).await;
    show(&mut there, &[("file", &meanwhile, "meanwhile.png", "")]).await;
    drop(ann);
    new.event("taken").await;
    assert_eq!(read(&new.ready, &meanwhile).await, (true, "the bytes of meanwhile.png".into()));
    let (status, pad) = ask(&new.ready, ("GET", "/api/v1/pads/notes"), &own, "").await;
    assert_eq!((status, &pad["files"]["count"]), (200, &json!(2)), "{pad}");
    old.event("ended").await;
    for path in [&before, &meanwhile] {
        assert!(!read(&old.ready, path).await.0, "nothing is left there");
    }
}

/// Brings file after file until the pad is over there; where those are found that were taken.
async fn keep_bringing(ready: Value, key: String, by: usize) -> Vec<String> {
    let mut taken = Vec::new();
    // No more than are all fetched before those that no text refers to are freed, after a minute.
    let mut pace = tokio::time::interval(std::time::Duration::from_millis(25));
    for number in 0.. {
        pace.tick().await;
        let path = format!("/api/v1/pads/notes/files?name={by}-{number}.bin");
        let bytes = format!("file {number} of {by}");
        let (status, told) = ask(&ready, ("POST", &path), &key, &bytes).await;
        match status {
            201 => taken.push(told["url"].as_str().unwrap().to_owned()),
            503 | 429 => {}
            _ => {
                assert_eq!(status, 410, "{told}");
                break;
            }
        }
    }
    taken
}

#[tokio::test]
async fn no_file_is_lost_that_was_taken_up_to_the_moment_in_which_the_pad_goes_over() {
    let old = Running::start(&["--ttl", "20m"]).await;
    let mut bringing = tokio::task::JoinSet::new();
    for by in 0..3 {
        let key = old.own_key("edit_key").await;
        bringing.spawn(keep_bringing(old.ready.clone(), key, by));
    }
    let mut new = Running::take(&link(&old.ready)).await.ok().unwrap();
    let taken = bringing.join_all().await.concat();
    new.event("taken").await;
    let mut lost = 0;
    for url in &taken {
        lost += usize::from(!read(&new.ready, url).await.0);
    }
    eprintln!("{} files", taken.len());
    assert_eq!(lost, 0, "of {} files", taken.len());
}

#[tokio::test]
async fn at_the_old_machine_nothing_of_the_text_is_left() {
    let (mut old, marker) = (erased::Server::start(), erased::marker());
    let mut ann = old.guest("edit_key").await;
    ann.sync().await;
    ann.type_(&format!("{marker} ").repeat(2_000)).await;
    ann.saved().await;
    let before = old.copies(marker.as_bytes());
    let mut new = Running::take(&link(&old.ready)).await.ok().unwrap();
    ann.page_message("moved").await;
    // Its grace is a second.
    let key = new.ready["edit_key"].as_str().unwrap().to_owned();
    let there = page(&new.ready, &key).await;
    drop(ann);
    old.until("ended");
    new.event("taken").await;
    if before.is_some() {
        old.is_clean_of(&marker);
    }
    assert_eq!(there.text().matches(&marker).count(), 2_000);
}

#[tokio::test]
async fn a_pad_may_be_handed_on_once_more_and_back() {
    let mut first = Running::start(&[]).await;
    let own = first.own_key("edit_key").await;
    let mut ann = page(&first.ready, &own).await;
    ann.type_("kept").await;
    ann.saved().await;
    drop(ann);
    let mut second = Running::take(&link(&first.ready)).await.ok().unwrap();
    second.event("taken").await;
    let mut third = Running::take(&link(&second.ready)).await.ok().unwrap();
    third.event("taken").await;
    assert_eq!(page(&third.ready, &own).await.text(), "kept");
    let again = ask(&first.ready, ("GET", "/api/v1/pads/notes"), &own, "").await;
    assert_eq!(again.0, 410);
    first.event("handed_on").await;
    second.event("handed_on").await;
}

#[tokio::test]
async fn who_may_not_take_it_reads_why_and_the_pad_stays() {
    let server = TestServer::new().await;
    let at = format!("http://{}", server.address);
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (host, edit) = (server.key(Role::Host), server.key(Role::Edit));
    for (link, code, says) in [
        (format!("{at}/p/notes#{edit}"), 6, "host"),
        (format!("{at}/p/notes#{}x", &host[1..]), 6, "does not open the pad"),
        (format!("{at}/p/other#{host}"), 5, "No pad of this name"),
        (format!("{at}/j/{}", server.code()), 6, "a code is no host's link"),
        (format!("http://{closed}/p/notes#{host}"), 1, "does not answer"),
    ] {
        let (exit, said) = Running::take(&link).await.err().unwrap();
        assert_eq!(exit, code, "{link}: {said}");
        assert!(said.contains(says), "{link}: {said}");
    }
    ann.type_("it stays").await;
    ann.saved().await;
    assert_eq!(server.api("GET", "pads/notes", &host, "").await.1["state"], "alive");
}

#[tokio::test]
async fn a_host_by_anothers_hand_hands_nothing_on() {
    let server = TestServer::new().await;
    let (host, guest) = (server.key(Role::Host), server.own_key(Role::Edit, 7));
    let them = format!("pads/notes/people/{:032x}", 7);
    let made = server.api("PATCH", &them, &host, r#"{"role":"host"}"#).await;
    assert_eq!(made.0, 200);
    assert_eq!(server.api("PATCH", "pads/notes", &guest, r#"{"title":"x"}"#).await.0, 200);
    assert_eq!(server.api("POST", "pads/notes/hand-on", &guest, "").await.0, 403);
    let over = r#"{"to":["http://198.18.0.66"],"seen":"AA==","over":true}"#;
    assert_eq!(server.api("POST", "pads/notes/hand-on", &guest, over).await.0, 403);
    let asked = format!(
        "GET /reach/{} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        server.pad.epoch, server.address
    );
    let reach = server.http(&asked).await;
    assert!(reach.ends_with("\r\n\r\nself.isHere = true;\n"), "pages are led nowhere: {reach}");
    let (status, carried) = server.api("POST", "pads/notes/hand-on", &host, "").await;
    assert_eq!((status, &carried["pad"]), (200, &json!("notes")));
}

#[tokio::test]
async fn an_end_of_what_nobody_takes_leads_pages_nowhere() {
    let server = TestServer::new().await;
    let over = r#"{"to":["http://198.18.0.66"],"seen":"AA==","over":true}"#;
    let refused = server.api("POST", "pads/notes/hand-on", &server.key(Role::Host), over).await;
    assert_eq!(refused.0, 409, "{refused:?}");
    let asked = format!(
        "GET /reach/{} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        server.pad.epoch, server.address
    );
    let reach = server.http(&asked).await;
    assert!(reach.ends_with("\r\n\r\nself.isHere = true;\n"), "{reach}");
}

#[tokio::test]
async fn a_pad_whose_people_take_their_copies_stays() {
    let server = TestServer::new().await;
    let mut ann = server.page(Role::Host).await;
    ann.sync().await;
    ann.type_("a word").await;
    ann.saved().await;
    let host = server.key(Role::Host);
    assert_eq!(server.api("DELETE", "pads/notes", &host, "").await.0, 202);
    let (status, told) = server.api("POST", "pads/notes/hand-on", &host, "").await;
    assert_eq!(status, 409, "{told}");
    assert!(told["detail"].as_str().unwrap().contains("Let it stay first"), "{told}");
}

#[tokio::test]
async fn a_pad_that_goes_over_already_does_so_in_a_last_call_with_its_last_file() {
    let server = TestServer::new().await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    ann.type_("a word").await;
    ann.saved().await;
    let host = server.key(Role::Host);
    let step = |more: Value| {
        let mut step = json!({ "to": ["http://198.18.0.9:7780"], "seen": "AA==" });
        step.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        step.to_string()
    };
    let hand_on = async |body: &str| server.api("POST", "pads/notes/hand-on", &host, body).await;
    assert_eq!(hand_on(&step(json!({}))).await.0, 200);
    assert_eq!(server.api("DELETE", "pads/notes", &host, "").await.0, 202);
    assert_eq!(server.api("POST", "pads/notes/files", &host, "a file").await.0, 201);
    let (status, looked) = hand_on("").await;
    assert_eq!(status, 200, "{looked}");
    assert_eq!(looked["files"].as_array().map(Vec::len), Some(1), "{looked}");
    let (status, over) = hand_on(&step(json!({ "over": true }))).await;
    assert_eq!(status, 200, "{over}");
    assert_eq!(server.api("GET", "pads/notes", &host, "").await.0, 410);
}

#[tokio::test]
async fn where_the_other_machine_falls_silent_the_pad_stays_and_people_are_told() {
    let mut server = TestServer::with(Plan::default()).await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    let host = server.key(Role::Host);
    let go = json!({ "to": ["http://198.18.0.9:7780"], "seen": "AA==" }).to_string();
    let (status, told) = server.api("POST", "pads/notes/hand-on", &host, &go).await;
    assert_eq!((status, &told["pages"], &told["late"]), (200, &json!(1), &json!(false)));
    let moved = ann.page_message("moved").await;
    assert_eq!(moved["to"], json!(["http://198.18.0.9:7780"]));
    let other = go.replace(".9:", ".8:");
    assert_eq!(server.api("POST", "pads/notes/hand-on", &host, &other).await.0, 409);
    let epoch = server.pad.epoch;
    let asked = format!(
        "GET /reach/{epoch} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        server.address
    );
    let reach = server.http(&asked).await.to_lowercase();
    assert!(reach.contains("default-src 'none'; script-src http://198.18.0.9:7780\r\n"), "{reach}");
    let mut late = server.page(Role::Edit).await;
    assert_eq!(late.page_message("moved").await["to"], moved["to"], "who comes now hears it too");

    let seals = go.replace('}', r#","seals":true}"#);
    assert_eq!(server.api("POST", "pads/notes/hand-on", &host, &seals).await.0, 200);
    let (status, told) = server.api("POST", "pads/notes/files", &host, "a file").await;
    assert_eq!((status, &told["title"]), (503, &json!("goes over")), "it would be lost");

    assert_eq!(ann.page_message("moved").await["to"], json!([]), "nobody took it");
    let (status, told) = server.api("POST", "pads/notes/files", &host, "a file").await;
    assert_eq!(status, 201, "it stays: {told}");
    ann.type_("it stays").await;
    ann.saved().await;
    let over = go.replace('}', r#","over":true}"#);
    assert_eq!(server.api("POST", "pads/notes/hand-on", &host, &over).await.0, 409);
    let told = loop {
        let event = server.events.recv().await.unwrap();
        if matches!(event.kind, fadepad::room::message::EventKind::NotHandedOn) {
            break event;
        }
    };
    assert_eq!(told.pad.as_str(), "notes");
}

#[tokio::test]
async fn only_addresses_of_http_are_told_to_pages() {
    let server = TestServer::new().await;
    let host = server.key(Role::Host);
    for bad in ["javascript:alert(1)", "http://", "http://a b", "ftp://x", "http://x/p/notes", ""] {
        let go = json!({ "to": [bad], "seen": "AA==" }).to_string();
        let (status, told) = server.api("POST", "pads/notes/hand-on", &host, &go).await;
        assert_eq!(status, 400, "{bad}: {told}");
    }
}
