//! How people come in who have no key of their own: the PIN beside the code, the door that is closed, knocking.

use std::process::Stdio;

use fadepad::base::door::{Door, Pin};
use fadepad::base::ids::{Person, Role};
use fadepad::base::keys::KeyRing;
use fadepad::room::message::EventKind;
use fadepad_wire::sync;
use serde_json::{Value, json};

use crate::support::phoenix::Client;
#[cfg(unix)]
use crate::support::running::Running;
use crate::support::senders::{Door as At, Sender};
use crate::support::{Guest, Heard, Plan, TestServer};

const PIN: &str = "47110815";

pub async fn behind(door: Door, pin: Option<&str>) -> TestServer {
    let pin = pin.map(|pin| pin.parse::<Pin>().unwrap());
    TestServer::with(Plan { door, pin, proxied: true, ..Plan::default() }).await
}

pub async fn say(page: &mut Guest, wish: Value) {
    page.send(sync::extra(&wish.to_string())).await;
}

/// Somebody of this address joins by code.
pub async fn join(server: &TestServer, from: &str, body: Value) -> (u16, Value) {
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
        json!({ "t": "access", "writing": "everyone", "door": "open", "pin": true, "did": { "what": "pin" } })
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

/// A socket with this key: the code that it is closed with, or 0 where it is let in.
pub async fn socket(server: &TestServer, key: &str) -> u16 {
    let mut guest = Guest::enter(server.request(key, "&x=1")).await;
    match guest.hear().await {
        Heard::Closed(code) => code,
        _ => 0,
    }
}

#[tokio::test]
async fn a_closed_door_takes_in_nobody_new_by_code_link_or_socket() {
    let server = behind(Door::Closed, Some(PIN)).await;
    let by_code = join(&server, "198.18.0.5", json!({ "code": server.code().to_string() })).await;
    assert_eq!((by_code.0, &by_code.1["reason"]), (403, &json!("door_closed")), "and asks no PIN");
    for role in [Role::Edit, Role::View] {
        let link = server.key(role);
        let (status, told) = server.api("POST", "pads/notes/key", &link, "").await;
        assert_eq!((status, &told["reason"]), (403, &json!("door_closed")), "{told}");
        assert_eq!(socket(&server, &link).await, 4403);
        let mut provider = Sender::enter(&server, At::Hocuspocus, "notes", &link).await;
        assert_eq!(provider.settle().await, ["denied forbidden"]);
        let mut line = Client::connect(server.address, &format!("vsn=2.0.0&token={link}")).await;
        line.say(r#"["1","1","doc:notes","phx_join",{}]"#).await;
        assert_eq!(line.reply("1").await["response"]["reason"], "forbidden");
    }
}

#[tokio::test]
async fn who_has_a_key_of_their_own_and_who_hosts_come_and_go_through_a_closed_door() {
    let server = behind(Door::Open, None).await;
    let code = json!({ "code": server.code().to_string() });
    let (_, ann) = join(&server, "198.18.0.6", code.clone()).await;
    let (own, host) = (ann["key"].as_str().unwrap(), server.key(Role::Host));
    let mut stays = server.page(Role::View).await;
    stays.page_message("welcome").await;
    let mut hosts = server.page_of(Role::Host, 1).await;
    assert_eq!(hosts.page_message("access").await["door"], "open");
    say(&mut hosts, json!({ "t": "door", "door": "closed" })).await;
    assert_eq!(hosts.page_message("access").await["door"], "closed");
    assert_eq!(join(&server, "198.18.0.6", code.clone()).await.0, 403);

    assert_eq!(socket(&server, own).await, 0);
    assert_eq!(socket(&server, &host).await, 0);
    assert_eq!(server.api("POST", "pads/notes/key", &host, "").await.0, 200, "a host's link");
    let again = json!({ "code": code["code"], "as": ["none", own] });
    let (status, same) = join(&server, "198.18.0.6", again).await;
    assert_eq!((status, &same["person"]), (200, &ann["person"]), "by code she is who she was");
    let before = json!({ "as": own }).to_string();
    let (status, same) =
        server.api("POST", "pads/notes/key", &server.key(Role::View), &before).await;
    assert_eq!((status, &same["person"]), (200, &ann["person"]), "and by another link");
    let device = server.api("POST", "pads/notes/devices", own, "").await.1;
    let device = json!({ "code": device["code"] }).to_string();
    assert_eq!(server.api("POST", "devices", "", &device).await.0, 200, "her phone, too");
    say(&mut hosts, json!({ "t": "keep", "ttl_s": 60 })).await;
    // Who is there stays, and hears it.
    while stays.page_message("life").await["ttl_s"] != 60 {}

    for odd in [r#"{"door":"ajar"}"#, r#"{"door":null}"#] {
        assert_eq!(server.api("PATCH", "pads/notes", &host, odd).await.0, 422, "{odd}");
    }
    let (status, seen) = server.api("PATCH", "pads/notes", &host, r#"{"door":"open"}"#).await;
    assert_eq!((status, &seen["door"]), (200, &json!("open")));
    assert_eq!(join(&server, "198.18.0.6", code).await.0, 200);
    assert_eq!(socket(&server, &server.key(Role::View)).await, 0);
}

#[tokio::test]
async fn who_reads_writes_by_the_code_as_who_they_are_and_is_asked_for_the_pin() {
    let server = behind(Door::Closed, Some(PIN)).await;
    let code = server.code().to_string();
    let (view, edit) = (server.own_key(Role::View, 2), server.own_key(Role::Edit, 2));
    let by = async |keys: Value, pin: Option<&str>| {
        join(&server, "198.18.0.8", json!({ "code": code, "pin": pin, "as": keys })).await
    };
    assert_eq!(by(json!([view]), None).await.1["reason"], "pin_needed");
    for (keys, pin) in [(json!([view]), Some(PIN)), (json!([view, edit]), None)] {
        let (status, given) = by(keys, pin).await;
        assert_eq!((status, &given["role"]), (200, &json!("edit")), "{given}");
        assert_eq!(given["person"], format!("{:032x}", 2));
    }
}

#[tokio::test]
async fn who_was_shown_out_is_not_known_by_the_key_that_they_had() {
    let server = behind(Door::Closed, None).await;
    let own = server.own_key(Role::Edit, 2);
    let them = format!("pads/notes/people/{:032x}", 2);
    assert_eq!(server.api("DELETE", &them, &server.key(Role::Host), "").await.0, 200);
    let code = json!({ "code": server.code().to_string(), "as": [own] });
    assert_eq!(join(&server, "198.18.0.7", code).await.0, 403);
}

/// Asks what has become of a knock.
pub async fn waits(server: &TestServer, knocked: &Value) -> (u16, Value) {
    let body = json!({ "knock": knocked["knock"] }).to_string();
    server.api("POST", "pads/notes/knock", "", &body).await
}

/// The next word about who knocks that has so many.
pub async fn knocks(page: &mut Guest, of: u64) -> Value {
    loop {
        let told = page.page_message("knock").await;
        if told["of"] == of {
            return told;
        }
    }
}

#[tokio::test]
async fn who_knocks_waits_until_a_host_lets_them_in_and_comes_and_goes_from_then_on() {
    let mut server = behind(Door::Knock, Some(PIN)).await;
    let mut host = server.page_of(Role::Host, 1).await;
    say(&mut host, json!({ "t": "hello", "name": "Anna" })).await;
    host.saved().await;
    let code = server.code().to_string();
    let without = join(&server, "198.18.1.1", json!({ "code": code })).await;
    assert_eq!(without.1["reason"], "pin_needed", "before anybody hears of it");
    let said =
        json!({ "code": code, "pin": PIN, "name": "Calm\u{202e} Heron", "color": "#7b4fd0" });
    let (status, knocked) = join(&server, "198.18.1.1", said).await;
    assert_eq!((status, &knocked["host"]), (202, &json!("Anna")), "{knocked}");
    assert!(knocked.get("key").is_none());
    let told = knocks(&mut host, 1).await;
    let who = &told["who"][0];
    assert_eq!(
        (&who["name"], &who["color"], &who["way"]),
        (&json!("Calm Heron"), &json!("#7b4fd0"), &json!("code"))
    );
    assert_eq!(waits(&server, &knocked).await.0, 202);
    let other = json!({ "knock": knocked["knock"], "name": "Ida" }).to_string();
    assert_eq!(server.api("POST", "pads/notes/knock", "", &other).await.0, 202);
    assert_eq!(host.page_message("knock").await["who"][0]["name"], "Ida", "as she is called now");

    say(&mut host, json!({ "t": "let_in", "knock": who["id"] })).await;
    assert_eq!(knocks(&mut host, 0).await.get("who"), None);
    let (status, given) = waits(&server, &knocked).await;
    assert_eq!((status, &given["person"], &given["role"]), (200, &who["id"], &json!("edit")));
    let own = given["key"].as_str().unwrap();
    assert_eq!(socket(&server, own).await, 0);
    assert_eq!(server.api("POST", "pads/notes/key", own, "").await.0, 200);
    let again = json!({ "code": code, "as": [own] });
    assert_eq!(join(&server, "198.18.1.1", again).await.1["person"], who["id"]);

    let knock = loop {
        if let EventKind::Knock { who, of, .. } = server.events.recv().await.unwrap().kind {
            break (who.person.to_string(), of);
        }
    };
    assert_eq!(knock, (who["id"].as_str().unwrap().to_owned(), 1));
}

#[tokio::test]
async fn by_a_shared_link_one_knocks_too_and_no_socket_is_let_in_by_it() {
    let server = behind(Door::Knock, None).await;
    let (link, host) = (server.key(Role::View), server.key(Role::Host));
    assert_eq!(socket(&server, &link).await, 4403);
    let (status, knocked) = server.api("POST", "pads/notes/key", &link, "").await;
    assert_eq!((status, &knocked["host"]), (202, &Value::Null));
    for key in ["", &server.key(Role::Edit), &link] {
        assert_ne!(server.api("GET", "pads/notes/knocks", key, "").await.0, 200, "for hosts alone");
    }
    let (_, list) = server.api("GET", "pads/notes/knocks", &host, "").await;
    assert_eq!((&list["of"], &list["who"][0]["way"]), (&json!(1), &json!("link")));
    let them = format!("pads/notes/knocks/{}", list["who"][0]["id"].as_str().unwrap());
    let yes = r#"{"let_in":true}"#;
    assert_eq!(server.api("POST", &them, &server.key(Role::Edit), yes).await.0, 403);
    let (status, list) = server.api("POST", &them, &host, yes).await;
    assert_eq!((status, &list["of"]), (200, &json!(0)));
    assert_eq!(server.api("POST", &them, &host, yes).await.0, 404, "answered already");
    let (status, given) = waits(&server, &knocked).await;
    assert_eq!((status, &given["role"]), (200, &json!("view")), "what the link is for");
    assert_eq!(socket(&server, given["key"].as_str().unwrap()).await, 0);
    let host_link = server.api("POST", "pads/notes/key", &host, "").await;
    assert_eq!(host_link.0, 200, "a host knocks nowhere");
}

#[tokio::test]
async fn who_is_refused_waits_a_minute_and_nobody_else_does() {
    let server = behind(Door::Knock, None).await;
    let mut host = server.page_of(Role::Host, 1).await;
    let code = json!({ "code": server.code().to_string() });
    let (_, knocked) = join(&server, "198.18.1.2", code.clone()).await;
    let who = knocks(&mut host, 1).await["who"][0]["id"].clone();
    say(&mut host, json!({ "t": "not_now", "knock": who })).await;
    knocks(&mut host, 0).await;
    let (status, told) = waits(&server, &knocked).await;
    assert_eq!((status, &told["reason"]), (403, &json!("not_now")));
    let (status, told) = join(&server, "198.18.1.2", code.clone()).await;
    assert_eq!((status, &told["reason"]), (429, &json!("not_now")), "{told}");
    assert_eq!(join(&server, "198.18.1.3", code).await.0, 202);
}

#[tokio::test]
async fn twenty_knock_at_once_and_the_next_is_told_so() {
    let server = behind(Door::Knock, None).await;
    let code = json!({ "code": server.code().to_string() });
    let mut first = Value::Null;
    for n in 0..20 {
        let (status, knocked) = join(&server, &format!("198.18.2.{n}"), code.clone()).await;
        assert_eq!(status, 202);
        first = knocked;
    }
    let (status, told) = join(&server, "198.18.2.99", code.clone()).await;
    assert_eq!((status, &told["reason"]), (429, &json!("door_full")));
    assert!(told["detail"].as_str().unwrap().starts_with("20 people wait"), "{told}");
    let leaves = json!({ "knock": first["knock"], "leave": true }).to_string();
    assert_eq!(server.api("POST", "pads/notes/knock", "", &leaves).await.0, 200);
    assert_eq!(waits(&server, &first).await.1["reason"], "knock_gone");
    assert_eq!(join(&server, "198.18.2.99", code).await.0, 202, "who waits no longer makes room");
}

/// Each time a host hears of it: who comes and goes at the door plays with a bell.
#[tokio::test]
async fn sixty_knocks_come_of_one_address_in_a_minute_and_others_knock_on() {
    let server = behind(Door::Knock, None).await;
    let code = json!({ "code": server.code().to_string() });
    for n in 0..60 {
        let (status, knocked) = join(&server, "198.18.5.1", code.clone()).await;
        assert_eq!(status, 202, "knock {n}: {knocked}");
        let leaves = json!({ "knock": knocked["knock"], "leave": true }).to_string();
        assert_eq!(server.api("POST", "pads/notes/knock", "", &leaves).await.0, 200);
    }
    let (status, told) = join(&server, "198.18.5.1", code.clone()).await;
    assert_eq!(status, 429, "{told}");
    assert!(told["detail"].as_str().unwrap().contains("knocks"), "{told}");
    assert_eq!(join(&server, "198.18.5.2", code).await.0, 202);
}

#[tokio::test]
async fn who_knocks_is_let_in_by_a_role_too() {
    let server = behind(Door::Knock, None).await;
    let mut host = server.page_of(Role::Host, 1).await;
    let code = json!({ "code": server.code().to_string() });
    let (_, knocked) = join(&server, "198.18.4.1", code).await;
    let told = host.page_message("knock").await;
    say(&mut host, json!({ "t": "role", "person": told["who"][0]["id"] })).await;
    host.saved().await;
    assert_eq!(waits(&server, &knocked).await.0, 200);
}

#[tokio::test]
async fn who_was_shown_out_comes_back_by_knocking_and_is_who_they_were() {
    let server = behind(Door::Open, None).await;
    let mut host = server.page_of(Role::Host, 1).await;
    let own = server.own_key(Role::Edit, 2);
    say(&mut host, json!({ "t": "show_out", "person": format!("{:032x}", 2) })).await;
    host.saved().await;
    let code = server.code().to_string();
    let as_ann = json!({ "as": own }).to_string();
    for (status, told) in [
        server.api("POST", "pads/notes/key", &own, "").await,
        server.api("POST", "pads/notes/key", &server.key(Role::Edit), &as_ann).await,
        join(&server, "198.18.1.4", json!({ "code": code, "as": [own] })).await,
    ] {
        assert_eq!((status, &told["reason"]), (403, &json!("shown_out")), "nobody is asked yet");
    }
    let (status, knocked) =
        server.api("POST", "pads/notes/key", &own, r#"{"knock":true,"name":"Ann"}"#).await;
    assert_eq!(status, 202);
    let who = knocks(&mut host, 1).await["who"][0].clone();
    assert_eq!((&who["id"], &who["name"]), (&json!(format!("{:032x}", 2)), &json!("Ann")));
    assert_eq!(socket(&server, &own).await, 4403, "until she is let in");
    say(&mut host, json!({ "t": "let_in", "knock": who["id"] })).await;
    knocks(&mut host, 0).await;
    let (status, given) = waits(&server, &knocked).await;
    assert_eq!((status, &given["person"]), (200, &who["id"]));
    assert_eq!(socket(&server, &own).await, 0);
}

#[tokio::test]
async fn a_door_that_is_opened_lets_in_who_waits_and_one_that_is_closed_sends_them_away() {
    let server = behind(Door::Knock, None).await;
    let mut host = server.page_of(Role::Host, 1).await;
    let code = json!({ "code": server.code().to_string() });
    let (_, first) = join(&server, "198.18.1.5", code.clone()).await;
    say(&mut host, json!({ "t": "door", "door": "open" })).await;
    knocks(&mut host, 0).await;
    assert_eq!(waits(&server, &first).await.0, 200);
    say(&mut host, json!({ "t": "door", "door": "knock" })).await;
    host.saved().await;
    let (_, second) = join(&server, "198.18.1.6", code.clone()).await;
    knocks(&mut host, 1).await;
    say(&mut host, json!({ "t": "door", "door": "closed" })).await;
    knocks(&mut host, 0).await;
    assert_eq!(waits(&server, &second).await.1["reason"], "knock_gone");
    assert_eq!(join(&server, "198.18.1.6", code).await.1["reason"], "door_closed");
}

#[tokio::test]
async fn a_wall_hears_how_many_wait_and_no_name_and_a_host_who_comes_hears_who() {
    let server = behind(Door::Knock, None).await;
    let host = server.key(Role::Host);
    let mut wall = Guest::enter(server.request(&host, "&x=1&wall=1")).await;
    let mut guest = server.page_of(Role::Edit, 3).await;
    let said = json!({ "code": server.code().to_string(), "name": "Calm Heron" });
    join(&server, "198.18.1.7", said).await;
    assert_eq!(wall.page_message("knock").await, json!({ "t": "knock", "of": 1 }));
    let mut late = Guest::enter(server.request(&host, "&x=1&wall=1")).await;
    assert_eq!(late.page_message("knock").await, json!({ "t": "knock", "of": 1 }));
    let mut anna = server.page_of(Role::Host, 1).await;
    assert_eq!(anna.page_message("knock").await["who"][0]["name"], "Calm Heron");
    let made_host = json!({ "t": "role", "person": format!("{:032x}", 3), "role": "host" });
    say(&mut anna, made_host).await;
    assert_eq!(guest.page_message("knock").await["of"], 1, "the first that a guest hears of it");
}

#[tokio::test]
async fn after_a_restart_a_shared_link_opens_the_pad_and_not_its_door() {
    let keys = KeyRing::random().unwrap();
    let before = TestServer::with(Plan { keys: keys.clone(), ..Plan::default() }).await;
    let retro = before.state.lobby.open("retro".parse().unwrap(), None).unwrap();
    let link = before.state.lobby.key(&retro, Role::Edit);
    let own = before.state.lobby.own_key(&retro, Role::Edit, Person(2));
    for (door, status) in [(Door::Closed, 403), (Door::Knock, 202), (Door::Open, 200)] {
        let keys = keys.clone();
        let after = TestServer::with(Plan { keys, door, ..Plan::default() }).await;
        let answer = after.api("POST", "pads/retro/key", &link, "").await;
        assert_eq!(answer.0, status, "{door:?}: {}", answer.1);
        assert_eq!(after.api("POST", "pads/retro/key", &own, "").await.0, 200, "{door:?}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn programs_and_people_at_a_terminal_are_told_of_who_knocks() {
    let mut running = Running::start(&["--door", "knock"]).await;
    let code = running.ready["code"].as_str().unwrap().to_owned();
    let body = json!({ "code": code, "name": "Calm Heron", "color": "#7b4fd0" }).to_string();
    let port = running.ready["port"].to_string();
    let answer = ask(&port, &body).await;
    assert!(answer.starts_with("HTTP/1.1 202 "), "{answer}");
    let told = running.event("knock").await;
    assert_eq!((&told["name"], &told["color"]), (&json!("Calm Heron"), &json!("#7b4fd0")));
    assert_eq!(
        (&told["device"], &told["way"], &told["of"]),
        (&json!("phone"), &json!("code"), &json!(1))
    );
    assert_eq!(told["id"].as_str().map(str::len), Some(32));
}

/// Somebody on a phone joins at this port.
#[cfg(unix)]
async fn ask(port: &str, body: &str) -> String {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let mut stream = tokio::net::TcpStream::connect(format!("127.0.0.1:{port}")).await.unwrap();
    let request = format!(
        "POST /api/v1/join HTTP/1.1\r\nHost: localhost:{port}\r\nUser-Agent: Mozilla/5.0 (iPhone)\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

/// What a start prints, until a line holds this and somebody has joined with this PIN; and what it logs.
#[cfg(unix)]
async fn said(args: &[&str], env: &[(&str, &str)], wanted: &str, pin: &str) -> (String, String) {
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
    if let Ok(ready) = serde_json::from_str::<Value>(&out) {
        let body = json!({ "code": ready["code"], "pin": pin }).to_string();
        let answer = ask(&ready["port"].to_string(), &body).await;
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let mut log = String::new();
    child.stderr.unwrap().read_to_string(&mut log).unwrap();
    (out, log)
}

#[cfg(unix)]
#[tokio::test]
async fn the_greeting_says_that_there_is_a_pin_and_nothing_says_which() {
    let (greeting, log) = said(&[], &[("FADEPAD_PIN", PIN)], "Ctrl-C", PIN).await;
    let code = greeting.lines().find(|row| row.starts_with("Code ")).unwrap();
    assert!(code.ends_with(", and the PIN"), "{greeting}");
    assert!(!greeting.contains(PIN) && !log.contains(PIN), "{greeting}{log}");
    let (ready, log) = said(&["--json", "--pin", PIN], &[], "\n", PIN).await;
    assert!(!ready.contains(PIN) && !log.contains(PIN), "{ready}{log}");
    let (plain, _) = said(&[], &[], "Ctrl-C", PIN).await;
    assert!(!plain.contains("PIN"), "{plain}");
}
