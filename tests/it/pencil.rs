//! The host decides who writes, and who goes: by a page, by a channel and by REST, and it holds at every door.

use std::time::Instant;

use fadepad::base::ids::{Person, Role};
use fadepad::base::limits::Limits;
use fadepad::room::message::EventKind;
use fadepad_wire::sync;
use futures_util::future::join_all;
use serde_json::{Value, json};
use yrs::updates::decoder::Decode as _;
use yrs::{Doc, ReadTxn as _, StateVector, Text as _, Transact as _, Update};

use crate::support::phoenix::Client;
use crate::support::senders::{Door, Sender};
use crate::support::{Guest, Heard, Plan, TestServer};

async fn say(page: &mut Guest, json: Value) {
    page.send(sync::extra(&json.to_string())).await;
}

fn id(person: u128) -> String {
    Person(person).to_string()
}

/// A program of this person's own, at the door of y-websocket.
async fn stock(server: &TestServer, role: Role, person: u128) -> Guest {
    let mut guest = Guest::enter(server.request(&server.own_key(role, person), "")).await;
    guest.sync().await;
    guest
}

async fn reads(server: &TestServer, text: &str) -> Guest {
    let mut reader = server.guest(Role::View).await;
    reader.sync().await;
    reader.reads(text).await;
    reader
}

/// The same through a closed door.
async fn reads_as(server: &TestServer, person: u128, text: &str) {
    stock(server, Role::Host, person).await.reads(text).await;
}

async fn is_denied(guest: &mut Guest) {
    while !matches!(guest.hear().await, Heard::Denied) {}
}

#[tokio::test]
async fn who_may_write_is_switched_by_a_page_and_what_was_written_before_stays() {
    let server = TestServer::new().await;
    let mut host = server.page_of(Role::Host, 1).await;
    let mut ann = server.page_of(Role::Edit, 2).await;
    let mut milo = stock(&server, Role::Edit, 3).await;
    milo.type_("before").await;
    reads(&server, "before").await;
    say(&mut host, json!({ "t": "writing", "who": "picked" })).await;
    assert_eq!(ann.page_message("role").await["role"], "view");
    milo.type_(" and never").await;
    is_denied(&mut milo).await;
    say(&mut host, json!({ "t": "role", "person": id(3), "role": "edit" })).await;
    // It is asked for what it wrote in between: that is taken now.
    while milo.take_next().await {}
    reads(&server, "before and never").await;
    say(&mut host, json!({ "t": "writing", "who": "everyone" })).await;
    assert_eq!(ann.page_message("role").await["role"], "edit");
}

/// Says the end of a sentence whose beginning has not come: it waits, and the room has asked for more. Returns the beginning.
async fn is_held(guest: &mut Guest) -> Vec<u8> {
    let beginning = guest.write("The end");
    guest.type_(" waits").await;
    while !matches!(guest.hear().await, Heard::Step1(_)) {}
    beginning
}

#[tokio::test]
async fn what_still_waited_when_its_author_may_write_no_more_is_refused_and_they_hear_it() {
    let server = TestServer::new().await;
    let mut host = server.page_of(Role::Host, 1).await;
    let mut ann = server.page_of(Role::Edit, 2).await;
    let mut tom = server.page_of(Role::Edit, 4).await;
    let mut milo = stock(&server, Role::Edit, 3).await;
    ann.sync().await;
    let beginning = is_held(&mut ann).await;
    is_held(&mut milo).await;
    let query = format!("vsn=2.0.0&token={}", server.own_key(Role::Edit, 5));
    let mut eve = Client::connect(server.address, &query).await;
    let join = eve.push("doc:notes", "phx_join", json!({})).await;
    assert_eq!(eve.reply(&join).await["status"], "ok");
    let hers = crate::support::doc();
    let _beginning = crate::support::write(&hers, "The end");
    let end = json!({ "bin": crate::support::write(&hers, " waits") });
    let pushed = eve.push("doc:notes", "client_update", end).await;
    assert_eq!(eve.reply(&pushed).await["status"], "ok", "it is held");

    say(&mut host, json!({ "t": "writing", "who": "picked" })).await;
    assert_eq!(ann.page_message("role").await["role"], "view");
    assert_eq!(ann.page_message("refused").await["why"], "read_only");
    is_denied(&mut milo).await;
    while eve.event("pad").await != json!({ "t": "refused", "why": "read_only" }) {}
    // Of whom nothing waited nothing is refused.
    say(&mut tom, json!({ "t": "ping", "n": 1 })).await;
    loop {
        match tom.hear().await {
            Heard::Page(told) if told["t"] == "pong" => break,
            Heard::Page(told) => assert_ne!(told["t"], "refused"),
            _ => {}
        }
    }

    // What was missing comes now, from somebody else, and brings nothing of it along.
    host.send(sync::step2(&beginning)).await;
    host.saved().await;
    assert_eq!(reads(&server, "The end").await.text(), "The end");
}

/// A hundred pages and a hundred programs that may write.
async fn crowd(server: &TestServer) -> (Vec<Guest>, Vec<Guest>) {
    let (mut pages, mut programs) = (Vec::new(), Vec::new());
    for person in 0..100 {
        pages.push(server.page_of(Role::Edit, 100 + person).await);
        programs.push(stock(server, Role::Edit, 200 + person).await);
    }
    (pages, programs)
}

/// No clock is asked: the room answers when it holds, and what is typed after the answer is taken of nobody. How
/// long that took is told to whoever reads along.
#[tokio::test]
async fn of_two_hundred_who_write_nobody_does_once_the_host_has_been_answered() {
    let limits = Limits { sockets_per_address: 300, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let mut host = server.page_of(Role::Host, 1).await;
    for by_page in [true, false] {
        let (mut pages, mut programs) = crowd(&server).await;
        if by_page {
            pages[0].type_("before ").await;
            pages[0].saved().await;
        }
        let begun = Instant::now();
        if by_page {
            say(&mut host, json!({ "t": "writing", "who": "picked" })).await;
            while host.page_message("access").await["writing"] != "picked" {}
        } else {
            let (key, body) = (server.key(Role::Host), r#"{"writing":"picked"}"#);
            assert_eq!(server.api("PATCH", "pads/notes", &key, body).await.1["writing"], "picked");
        }
        let held = begun.elapsed();
        for guest in pages.iter_mut().chain(&mut programs) {
            guest.type_("never ").await;
        }
        let mut heard = join_all(pages.iter_mut().map(async |page| {
            while page.page_message("role").await["role"] != "view" {}
            let heard = begun.elapsed();
            assert_eq!(page.page_message("refused").await["why"], "read_only");
            heard
        }))
        .await;
        join_all(programs.iter_mut().map(is_denied)).await;
        heard.sort();
        let all = begun.elapsed();
        eprintln!(
            "it held after {held:?}, 99 of 100 knew after {:?}, all had tried after {all:?}",
            heard[98]
        );
        reads(&server, "before ").await;
        // Who is here when all write again writes what was refused: these are gone by then.
        drop((pages, programs));
        say(&mut host, json!({ "t": "writing", "who": "everyone" })).await;
        while host.page_message("access").await["writing"] != "everyone" {}
    }
}

#[tokio::test]
async fn who_may_write_no_more_still_hears_what_was_taken() {
    let server = TestServer::new().await;
    let mut ann = server.page_of(Role::Edit, 2).await;
    ann.type_("in time").await;
    let of_ann = format!("pads/notes/people/{}", id(2));
    let host = server.key(Role::Host);
    assert_eq!(server.api("PATCH", &of_ann, &host, r#"{"role":"view"}"#).await.0, 200);
    ann.type_(" too late").await;
    let ping = json!({ "t": "ping", "n": 7, "client": ann.client });
    say(&mut ann, ping).await;
    assert_eq!(ann.page_message("refused").await["why"], "read_only", "before the answer");
    let pong = ann.page_message("pong").await;
    assert_eq!(pong, json!({ "t": "pong", "n": 7, "clock": 7 }));
}

#[tokio::test]
async fn hosts_hear_what_is_decided_and_by_whom() {
    let server = TestServer::new().await;
    let mut anna = server.page_of(Role::Host, 1).await;
    assert_eq!(
        anna.page_message("access").await,
        json!({ "t": "access", "writing": "everyone", "door": "open", "pin": false })
    );
    let mut milo = server.page_of(Role::Edit, 2).await;
    say(&mut anna, json!({ "t": "hello", "name": "Anna" })).await;
    say(&mut anna, json!({ "t": "role", "person": id(2), "role": "host" })).await;
    assert_eq!(milo.page_message("access").await["writing"], "everyone", "a host from now on");
    say(&mut anna, json!({ "t": "writing", "who": "picked" })).await;
    let told = milo.page_message("access").await;
    let by_anna = |writing: &str, did: Value| json!({ "t": "access", "writing": writing, "door": "open", "pin": false, "by": "Anna", "who": id(1), "did": did });
    assert_eq!(told, by_anna("picked", json!({ "what": "writing" })));
    let mut tom = server.page_of(Role::Edit, 4).await;
    say(&mut tom, json!({ "t": "hello", "name": "Tom" })).await;
    tom.saved().await;
    say(&mut anna, json!({ "t": "role", "person": id(4), "role": "edit" })).await;
    let did = json!({ "what": "role", "name": "Tom", "role": "edit" });
    assert_eq!(milo.page_message("access").await, by_anna("picked", did));
    say(&mut anna, json!({ "t": "role", "person": id(4) })).await;
    let did = json!({ "what": "role", "name": "Tom", "role": "view" });
    assert_eq!(milo.page_message("access").await, by_anna("picked", did), "what it comes to");
    say(&mut anna, json!({ "t": "show_out", "person": id(4) })).await;
    let did = json!({ "what": "show_out", "name": "Tom", "person": id(4) });
    assert_eq!(milo.page_message("access").await, by_anna("picked", did));
    let mut late = server.page_of(Role::Host, 3).await;
    assert_eq!(late.page_message("access").await["writing"], "picked");
}

#[tokio::test]
async fn what_a_host_decides_by_rest_is_theirs_by_name_where_the_key_is_their_own() {
    let server = TestServer::new().await;
    let mut anna = server.page_of(Role::Host, 1).await;
    say(&mut anna, json!({ "t": "hello", "name": "Anna" })).await;
    anna.saved().await;
    let mut milo = server.page_of(Role::Host, 2).await;
    milo.page_message("access").await;
    let own = server.own_key(Role::Host, 1);
    let mut ann = server.page_of(Role::Edit, 3).await;
    ann.saved().await;
    let of_ann = format!("pads/notes/people/{}", id(3));
    for (path, body, what) in [
        ("pads/notes", r#"{"door":"closed"}"#, "door"),
        ("pads/notes", r#"{"pin":"4711"}"#, "pin"),
        ("pads/notes", r#"{"writing":"picked"}"#, "writing"),
        (&of_ann, r#"{"pencil":true}"#, "pencil"),
    ] {
        assert_eq!(server.api("PATCH", path, &own, body).await.0, 200);
        let told = milo.page_message("access").await;
        assert_eq!(told["did"]["what"], what);
        assert_eq!((&told["by"], &told["who"]), (&json!("Anna"), &json!(id(1))), "{told}");
    }
    assert_eq!(server.api("POST", "pads/notes/links", &own, r#"{"role":"view"}"#).await.0, 201);
    assert_eq!(milo.page_message("new_links").await["who"], id(1));
    // By a link it may be anybody.
    let link = server.key(Role::Host);
    assert_eq!(server.api("PATCH", "pads/notes", &link, r#"{"door":"open"}"#).await.0, 200);
    assert_eq!(milo.page_message("access").await["who"], Value::Null);
}

#[tokio::test]
async fn two_hosts_who_decide_at_once_come_to_the_same_and_see_what_the_other_did() {
    let server = TestServer::new().await;
    let mut hosts = [server.page_of(Role::Host, 1).await, server.page_of(Role::Host, 2).await];
    let mut ann = server.page_of(Role::Edit, 3).await;
    let words = ["picked", "everyone"];
    for turn in 0..20 {
        for (host, word) in hosts.iter_mut().zip([words[turn % 2], words[(turn + 1) % 2]]) {
            say(host, json!({ "t": "writing", "who": word })).await;
        }
    }
    let mut last = Vec::new();
    for host in &mut hosts {
        let mut by = Vec::new();
        let mut told = Value::Null;
        // What each was told as they sat down has no name.
        while by.len() < 40 {
            told = host.page_message("access").await;
            by.extend(told["who"].as_str().map(str::to_owned));
        }
        assert!([1, 2].iter().all(|of| by.iter().filter(|who| **who == id(*of)).count() == 20));
        last.push((told["writing"].clone(), told["who"].clone()));
    }
    assert_eq!(last[0], last[1]);
    let (_, seen) = server.api("GET", "pads/notes", &server.key(Role::Host), "").await;
    assert_eq!(seen["writing"], last[0].0);
    ann.saved().await;
    let may = if last[0].0 == "everyone" { "edit" } else { "view" };
    assert_eq!(listed(&server).await[2]["role"], may);
}

#[tokio::test]
async fn of_many_hands_a_host_hears_of_each() {
    let server = TestServer::new().await;
    let mut host = server.page_of(Role::Host, 1).await;
    let mut asking = Vec::new();
    for n in 2..=31 {
        let mut guest = server.page_of(Role::View, n).await;
        say(&mut guest, json!({ "t": "hand", "up": true })).await;
        asking.push(guest);
    }
    let told = loop {
        let told = host.page_message("hands").await;
        if told["count"] == asking.len() {
            break told;
        }
    };
    assert_eq!(told["of"].as_array().map(Vec::len), Some(asking.len()));
}

#[tokio::test]
async fn a_raised_hand_is_seen_by_hosts_and_walls_until_it_is_down_and_by_nobody_else() {
    let server = TestServer::new().await;
    let mut host = server.page_of(Role::Host, 1).await;
    let mut wall = Guest::enter(server.request(&server.key(Role::View), "&x=1&wall=1")).await;
    let mut ann = server.page_of(Role::View, 2).await;
    say(&mut ann, json!({ "t": "hello", "name": "Ann" })).await;
    say(&mut ann, json!({ "t": "hand", "up": true })).await;
    let up = json!({ "t": "hands", "count": 1, "of": [{ "person": id(2), "name": "Ann", "since_s": 0 }] });
    assert_eq!(host.page_message("hands").await, up);
    assert_eq!(wall.page_message("hands").await, up);
    let mut late = server.page_of(Role::Host, 3).await;
    assert_eq!(late.page_message("hands").await["count"], 1);
    // On her phone, too: it is one hand, and goes down with the last of them.
    let mut phone = server.page_of(Role::View, 2).await;
    say(&mut phone, json!({ "t": "hand", "up": true })).await;
    say(&mut ann, json!({ "t": "hand", "up": false })).await;
    ann.saved().await;
    assert_eq!(listed(&server).await[1]["hand_s"], 0);
    drop(phone);
    while host.page_message("hands").await["count"] != 0 {}
    while wall.page_message("hands").await["count"] != 0 {}
    assert_eq!(listed(&server).await[1]["hand_s"], Value::Null);
    // Who may write has nobody to ask, and who is let write asks no more.
    let mut tom = server.page_of(Role::Edit, 4).await;
    say(&mut tom, json!({ "t": "hand", "up": true })).await;
    say(&mut ann, json!({ "t": "hand", "up": true })).await;
    assert_eq!(wall.page_message("hands").await["of"][0]["person"], id(2));
    say(&mut host, json!({ "t": "role", "person": id(2), "role": "edit" })).await;
    assert_eq!(wall.page_message("hands").await["count"], 0);
    say(&mut tom, json!({ "t": "ping", "n": 9 })).await;
    loop {
        match tom.hear().await {
            Heard::Page(json) if json["t"] == "pong" => break,
            Heard::Page(json) => assert_ne!(json["t"], "hands", "no host heard it"),
            _ => {}
        }
    }
}

#[tokio::test]
async fn who_plays_with_a_hand_is_told_of_now_and_then_and_as_it_is_in_the_end() {
    let server = TestServer::new().await;
    let mut host = server.page_of(Role::Host, 1).await;
    let mut ann = server.page_of(Role::View, 2).await;
    for turn in 0..61 {
        say(&mut ann, json!({ "t": "hand", "up": turn % 2 == 0 })).await;
    }
    say(&mut ann, json!({ "t": "hello", "name": "Ann" })).await;
    let mut told = 1;
    while host.page_message("hands").await["of"][0]["name"] != "Ann" {
        told += 1;
    }
    assert!(told < 30, "{told} times, and not each time");
}

#[tokio::test]
async fn a_hand_is_down_where_the_same_page_comes_back_and_may_write() {
    let server = TestServer::new().await;
    let mut host = server.page_of(Role::Host, 1).await;
    let enter =
        async |role| Guest::enter(server.request(&server.own_key(role, 2), "&x=1&tab=ab")).await;
    let mut ann = enter(Role::View).await;
    say(&mut ann, json!({ "t": "hand", "up": true })).await;
    assert_eq!(host.page_message("hands").await["count"], 1);
    let _ann = enter(Role::Edit).await;
    assert_eq!(host.page_message("hands").await["count"], 0);
}

#[tokio::test]
async fn what_a_host_decides_by_rest_is_told_as_theirs() {
    let server = TestServer::new().await;
    let mut anna = server.page_of(Role::Host, 1).await;
    say(&mut anna, json!({ "t": "hello", "name": "Anna" })).await;
    let mut milo = server.page_of(Role::Host, 2).await;
    milo.page_message("access").await;
    anna.page_message("access").await;
    let own = server.own_key(Role::Host, 1);
    for (key, by, who) in
        [(own, json!("Anna"), json!(id(1))), (server.key(Role::Host), Value::Null, Value::Null)]
    {
        for wish in [r#"{"door":"closed"}"#, r#"{"pin":"47110815"}"#, r#"{"writing":"picked"}"#] {
            assert_eq!(server.api("PATCH", "pads/notes", &key, wish).await.0, 200);
            for page in [&mut anna, &mut milo] {
                let told = page.page_message("access").await;
                assert_eq!((&told["by"], &told["who"]), (&by, &who), "{wish}");
            }
        }
    }
}

/// Who is here, as a host's program reads it.
async fn listed(server: &TestServer) -> Value {
    let (status, all) = server.api("GET", "pads/notes/people", &server.key(Role::Host), "").await;
    assert_eq!(status, 200);
    all
}

#[tokio::test]
async fn the_pencil_is_passed_from_one_to_the_next() {
    let server = TestServer::new().await;
    let mut host = server.page_of(Role::Host, 1).await;
    say(&mut host, json!({ "t": "hello", "name": "Anna" })).await;
    let (mut ann, mut tom) =
        (server.page_of(Role::Edit, 2).await, server.page_of(Role::View, 3).await);
    say(&mut host, json!({ "t": "pencil", "person": id(3) })).await;
    assert_eq!(ann.page_message("role").await["role"], "view");
    assert_eq!(tom.page_message("role").await["role"], "edit");
    tom.type_("Tom has it").await;
    tom.saved().await;
    say(&mut host, json!({ "t": "pencil", "person": id(2) })).await;
    assert_eq!(tom.page_message("role").await["role"], "view");
    assert_eq!(ann.page_message("role").await["role"], "edit");
    ann.saved().await;
    let line = |of: u128, name: Value, role: &str, pencil: bool| json!({ "person": id(of), "name": name, "role": role, "devices": 1, "hand_s": null, "pencil": pencil });
    let all = json!([
        line(1, "Anna".into(), "host", false),
        line(2, Value::Null, "edit", true),
        line(3, Value::Null, "view", false),
    ]);
    assert_eq!(listed(&server).await, all);
    while host.page_message("access").await["pencil"] != id(2) {}
    let (key, of_tom) = (server.key(Role::Host), format!("pads/notes/people/{}", id(3)));
    let pass = async |body: &str| server.api("PATCH", &of_tom, &key, body).await.0;
    assert_eq!(pass(r#"{"pencil":true,"role":"edit"}"#).await, 400);
    assert_eq!(pass(r#"{"pencil":true}"#).await, 200, "a program passes it, too");
    assert_eq!(tom.page_message("role").await["role"], "edit");
    assert_eq!(ann.page_message("role").await["role"], "view");
    say(&mut ann, json!({ "t": "pencil", "person": id(3) })).await;
    assert_eq!(ann.page_message("refused").await["why"], "not_host");
}

#[tokio::test]
async fn one_person_is_let_write_made_host_and_made_a_reader_again() {
    let server = TestServer::new().await;
    let mut host = server.page_of(Role::Host, 1).await;
    let mut ann = server.page_of(Role::View, 2).await;
    for role in ["edit", "host"] {
        say(&mut host, json!({ "t": "role", "person": id(2), "role": role })).await;
        assert_eq!(ann.page_message("role").await["role"], role);
    }
    // She decides now as he does, by the page and by REST with her own key.
    say(&mut ann, json!({ "t": "keep", "ttl_s": 60 })).await;
    assert_eq!(ann.page_message("life").await["ttl_s"], 60);
    let own = server.own_key(Role::View, 2);
    let kept = server.api("PATCH", "pads/notes", &own, r#"{"ttl_s":90}"#).await;
    assert_eq!(kept.0, 200);
    let (_, seen) = server.api("GET", "pads/notes", &own, "").await;
    assert_eq!((&seen["role"], &seen["edit_url"]), (&json!("host"), &Value::Null), "for her alone");
    say(&mut host, json!({ "t": "role", "person": id(2) })).await;
    assert_eq!(ann.page_message("role").await["role"], "view", "what her key says");
    assert_eq!(server.api("PATCH", "pads/notes", &own, r#"{"ttl_s":90}"#).await.0, 403);
}

#[tokio::test]
async fn what_a_host_has_decided_about_people_survives_a_room_that_fails() {
    let mut server = TestServer::new().await;
    let host = server.own_key(Role::Host, 1);
    // Who was never here has a key that passes no closed door.
    let _here = [
        server.page_of(Role::Host, 1).await,
        server.page_of(Role::Edit, 2).await,
        server.page_of(Role::Edit, 4).await,
    ];
    let mut eve = server.page_of(Role::Edit, 3).await;
    let all = r#"{"writing":"picked","title":"Plans","door":"closed","pin":"4711"}"#;
    assert_eq!(server.api("PATCH", "pads/notes", &host, all).await.0, 200);
    let of = |person| format!("pads/notes/people/{}", id(person));
    assert_eq!(server.api("PATCH", &of(2), &host, r#"{"role":"edit"}"#).await.0, 200);
    assert_eq!(server.api("DELETE", &of(3), &host, "").await.0, 200);
    assert_eq!(eve.closed().await, 4403);
    server.pad.room.fail().await;
    while server.events.recv().await.unwrap().kind != EventKind::Failed {}

    let (_, pad) = server.api("GET", "pads/notes", &host, "").await;
    let seen = ["writing", "title", "door", "pin"].map(|what| pad[what].clone());
    assert_eq!(seen, [json!("picked"), json!("Plans"), json!("closed"), json!(true)]);
    let mut anna = server.page_of(Role::Host, 1).await;
    let access = anna.page_message("access").await;
    assert_eq!((&access["writing"], &access["door"]), (&json!("picked"), &json!("closed")));
    assert_eq!(anna.page_message("title").await["title"], "Plans");
    let mut ann = stock(&server, Role::Edit, 2).await;
    ann.type_("hers").await;
    reads_as(&server, 1, "hers").await;
    let mut milo = stock(&server, Role::Edit, 4).await;
    milo.type_(" and never").await;
    is_denied(&mut milo).await;
    let mut eve = Guest::enter(server.request(&server.own_key(Role::Edit, 3), "")).await;
    assert_eq!(eve.closed().await, 4403);
}

#[tokio::test]
async fn who_is_shown_out_stays_out_at_every_door() {
    let server = TestServer::new().await;
    let mut host = server.page_of(Role::Host, 1).await;
    let mut page = server.page_of(Role::Edit, 2).await;
    let mut program = stock(&server, Role::Edit, 2).await;
    let own = server.own_key(Role::Edit, 2);
    let mut channel = Client::connect(server.address, &format!("vsn=2.0.0&token={own}")).await;
    channel.say(r#"["1","1","doc:notes","phx_join",{}]"#).await;
    assert_eq!(channel.reply("1").await["status"], "ok");
    say(&mut host, json!({ "t": "show_out", "person": id(2) })).await;
    assert_eq!((page.closed().await, program.closed().await), (4403, 4403));
    while channel.next_event().await.0 != "phx_close" {}
    assert_eq!(server.page_of(Role::Edit, 2).await.closed().await, 4403);
    assert_eq!(server.api("GET", "pads/notes", &own, "").await.0, 403);
    channel.say(r#"["2","2","doc:notes","phx_join",{}]"#).await;
    assert_eq!(channel.reply("2").await["response"]["code"], 4403);
    stock(&server, Role::Edit, 3).await.type_("others go on").await;
    reads(&server, "others go on").await;
    let again = format!("pads/notes/people/{}", id(2));
    let host = server.key(Role::Host);
    assert_eq!(server.api("PATCH", &again, &host, r#"{"role":null}"#).await.0, 200);
    stock(&server, Role::Edit, 2).await.type_(" and she is back").await;
    reads(&server, "others go on and she is back").await;
}

/// A browser shows its own key with each link that it follows; who hides it is kept out by the address.
#[tokio::test]
async fn who_is_shown_out_comes_back_by_no_other_link_nor_code_and_others_from_there_stay() {
    let server = TestServer::new().await;
    let mut host = server.page_of(Role::Host, 1).await;
    let mut beside = stock(&server, Role::Edit, 3).await;
    let (link, own) = (server.key(Role::View), server.own_key(Role::Edit, 2));
    let again = json!({ "as": own }).to_string();
    let key = async |body: &str| server.api("POST", "pads/notes/key", &link, body).await.0;
    let code = json!({ "code": server.code().to_string() }).to_string();
    assert_eq!(key(&again).await, 200);
    for said in [json!({ "t": "show_out", "person": id(2) }), json!({ "t": "ping", "n": 1 })] {
        say(&mut host, said).await;
    }
    host.page_message("pong").await;
    assert_eq!((key(&again).await, key("").await), (403, 200), "as somebody else by the link");
    let mut page = server.page_of(Role::Edit, 4).await;
    say(&mut host, json!({ "t": "show_out", "person": id(4), "address": true })).await;
    assert_eq!(page.closed().await, 4403);
    assert_eq!(key("").await, 202, "who comes from there has to knock");
    assert_eq!(server.api("POST", "join", "", &code).await.0, 202);
    assert_eq!(Guest::enter(server.request(&link, "")).await.closed().await, 4403);
    let socket = format!("vsn=2.0.0&token={link}");
    let mut channel = Client::connect(server.address, &socket).await;
    channel.say(r#"["1","1","doc:notes","phx_join",{}]"#).await;
    assert_eq!(channel.reply("1").await["response"]["code"], 4403);
    assert_eq!(server.api("GET", "pads/notes", &server.key(Role::Host), "").await.0, 200);
    let of_them = format!("pads/notes/people/{}", id(4));
    let let_in = server.api("PATCH", &of_them, &server.key(Role::Host), r#"{"role":null}"#).await;
    assert_eq!((let_in.0, key("").await), (200, 200), "the door stands open again");
    beside.type_("here still").await;
    let mut back = stock(&server, Role::View, 3).await;
    back.reads("here still").await;
}

#[tokio::test]
async fn a_program_decides_the_same_by_rest() {
    let server = TestServer::new().await;
    let host = server.key(Role::Host);
    let mut ann = server.page_of(Role::Edit, 2).await;
    let picked = r#"{"writing":"picked","ttl_s":60}"#;
    let (status, seen) = server.api("PATCH", "pads/notes", &host, picked).await;
    assert_eq!((status, &seen["writing"], &seen["ttl_s"]), (200, &json!("picked"), &json!(60)));
    assert_eq!(ann.page_message("role").await["role"], "view");
    let of_ann = format!("pads/notes/people/{}", id(2));
    let edit = r#"{"role":"edit"}"#;
    assert_eq!(server.api("PATCH", &of_ann, &host, edit).await.0, 200);
    assert_eq!(ann.page_message("role").await["role"], "edit");
    assert_eq!(server.api("DELETE", &of_ann, &host, r#"{"address":true}"#).await.0, 200);
    assert_eq!(ann.closed().await, 4403);
    for (path, body, status) in [
        ("pads/notes", r#"{"writing":"nobody"}"#, 422),
        ("pads/notes", r#"{"writing":"everyone","ttl_s":0}"#, 422),
        (&*of_ann, r#"{"role":"owner"}"#, 400),
        (&*of_ann, "{\"rank\":1}", 400),
    ] {
        assert_eq!(server.api("PATCH", path, &host, body).await.0, status, "{body}");
    }
    let (_, seen) = server.api("GET", "pads/notes", &host, "").await;
    assert_eq!(seen["writing"], "picked", "nothing was changed");
}

#[tokio::test]
async fn nobody_but_a_host_decides_and_no_host_ends_as_none() {
    let server = TestServer::new().await;
    let mut host = server.page_of(Role::Host, 1).await;
    for own in [
        json!({ "t": "role", "person": id(1), "role": "view" }),
        json!({ "t": "role", "person": id(1) }),
        json!({ "t": "show_out", "person": id(1) }),
    ] {
        say(&mut host, own).await;
        assert_eq!(host.page_message("refused").await["why"], "oneself");
    }
    let own = server.own_key(Role::Host, 1);
    let himself = format!("pads/notes/people/{}", id(1));
    assert_eq!(server.api("DELETE", &himself, &own, "").await.0, 409);
    assert_eq!(server.api("PATCH", &himself, &own, r#"{"role":"view"}"#).await.0, 409);
    for wish in [
        json!({ "t": "writing", "who": "picked" }),
        json!({ "t": "role", "person": id(1), "role": "view" }),
        json!({ "t": "show_out", "person": id(1) }),
    ] {
        let mut ann = server.page_of(Role::Edit, 2).await;
        say(&mut ann, wish).await;
        assert_eq!(ann.page_message("refused").await["why"], "not_host");
        assert_eq!(ann.closed().await, 4403);
    }
    say(&mut host, json!({ "t": "keep", "ttl_s": 60 })).await;
    assert_eq!(host.page_message("life").await["ttl_s"], 60, "he is host still");
}

#[tokio::test]
async fn a_host_whose_role_was_taken_back_opens_no_further_pads() {
    let server = TestServer::new().await;
    let own = server.own_key(Role::Host, 2);
    assert_eq!(server.api("POST", "pads", &own, r#"{"name":"one"}"#).await.0, 201);
    let (host, of_them) = (server.key(Role::Host), format!("pads/notes/people/{}", id(2)));
    assert_eq!(server.api("PATCH", &of_them, &host, r#"{"role":"edit"}"#).await.0, 200);
    assert_eq!(server.api("POST", "pads", &own, r#"{"name":"two"}"#).await.0, 403);
    assert_eq!(server.api("GET", "pads", &own, "").await.0, 403);
}

#[tokio::test]
async fn a_hocuspocus_provider_hears_what_it_may_do_and_that_it_is_shown_out() {
    let server = TestServer::new().await;
    let (host, own) = (server.key(Role::Host), server.own_key(Role::Edit, 2));
    let of_them = format!("pads/notes/people/{}", id(2));
    let mut provider = Sender::enter(&server, Door::Hocuspocus, "notes", &own).await;
    assert!(provider.settle().await.contains(&"read-write".to_owned()));
    for (method, body, heard) in [
        ("PATCH", r#"{"role":"view"}"#, "readonly"),
        ("PATCH", r#"{"role":null}"#, "read-write"),
        ("DELETE", "", "close forbidden"),
    ] {
        assert_eq!(server.api(method, &of_them, &host, body).await.0, 200);
        let words = provider.settle().await;
        assert!(words.contains(&heard.to_owned()), "{heard}: {words:?}");
    }
    let mut again = Sender::enter(&server, Door::Hocuspocus, "notes", &own).await;
    assert_eq!(again.settle().await, ["denied forbidden"]);
}

/// What somebody is about to type, and what another puts behind it before it has come.
fn early() -> (Vec<u8>, Vec<u8>) {
    let (one, other) = (Doc::with_client_id(71), Doc::with_client_id(72));
    let text = one.get_or_insert_text("t");
    text.insert(&mut one.transact_mut(), 0, "typed");
    let typed = one.transact().encode_state_as_update_v1(&StateVector::default());
    other.transact_mut().apply_update(Update::decode_v1(&typed).unwrap()).unwrap();
    let known = other.transact().state_vector();
    other.get_or_insert_text("t").insert(&mut other.transact_mut(), 5, " planted");
    (typed, other.transact().encode_diff_v1(&known))
}

#[tokio::test]
async fn what_was_sent_too_early_is_not_taken_later_of_who_may_write_no_more() {
    let (typed, planted) = early();
    for (decision, text) in [
        (None, "typed planted"),
        (Some(("DELETE", format!("pads/notes/people/{}", id(2)), "")), "typed"),
        (Some(("PATCH", format!("pads/notes/people/{}", id(2)), r#"{"role":"view"}"#)), "typed"),
        (Some(("POST", "pads/notes/links".to_owned(), r#"{"role":"edit"}"#)), "typed"),
    ] {
        let server = TestServer::new().await;
        let mut eve = server.page_of(Role::Edit, 2).await;
        eve.send(sync::update(&planted)).await;
        eve.saved().await;
        if let Some((method, path, body)) = &decision {
            let status = server.api(method, path, &server.key(Role::Host), body).await.0;
            assert!(status < 300, "{path}: {status}");
        }
        let mut anna = server.page_of(Role::Host, 1).await;
        anna.send(sync::update(&typed)).await;
        anna.saved().await;
        let mut reader = server.guest(Role::Host).await;
        reader.sync().await;
        assert_eq!(reader.text(), text, "{decision:?}");
    }
}

#[tokio::test]
async fn what_a_host_decides_is_held_against_nobody() {
    let server = TestServer::new().await;
    let (host, key) = (server.key(Role::Host), server.own_key(Role::Edit, 2));
    let them = format!("pads/notes/people/{}", id(2));
    let come = || Guest::enter(server.request(&key, ""));
    for _ in 0..2 {
        let mut devices = Vec::new();
        for _ in 0..4 {
            devices.push(come().await);
        }
        assert_eq!(server.api("DELETE", &them, &host, "").await.0, 200);
        for device in &mut devices {
            assert_eq!(device.closed().await, 4403);
        }
        assert_eq!(server.api("PATCH", &them, &host, r#"{"role":null}"#).await.0, 200);
    }
    // A program that does not know that it only reads now, on several devices.
    assert_eq!(server.api("PATCH", "pads/notes", &host, r#"{"writing":"picked"}"#).await.0, 200);
    for _ in 0..4 {
        let mut device = come().await;
        for _ in 0..10 {
            device.type_("x").await;
        }
        assert_eq!(device.closed().await, 4403);
    }
    come().await.sync().await;
}
