//! What one guest can use up: nothing that others need. Each attack runs beside two honest people in
//! the same pad, who lose nothing and go on.

use std::net::IpAddr;

use crate::afresh::afresh;
use crate::store::update::{Deletes, Id, Place, Section, deletion, string, update};
use crate::support::hostile::Pair;
use crate::support::{Guest, Plan, TestServer};
use fadepad::base::ids::Role;
use fadepad::base::keys::KeyRing;
use fadepad::base::limits::Limits;
use fadepad::room::message::EventKind;
use fadepad_client::{Error, Request};
use fadepad_store::NEW_IDS_PER_SEAT;
use fadepad_wire::awareness::{self, Entry};
use fadepad_wire::sync;
use serde_json::{Value, json};

/// A server whose guests come through a proxy of this machine, so that a test has many addresses.
async fn proxied() -> TestServer {
    TestServer::with(Plan { proxied: true, ..Plan::default() }).await
}

/// Somebody's address.
fn address(n: u16) -> IpAddr {
    let [high, low] = n.to_be_bytes();
    [198, 18, high, low].into()
}

/// Tries a code from this address: the status, the seconds to wait, the answer.
async fn try_code(server: &TestServer, from: IpAddr, code: &str) -> (u16, Option<u64>, Value) {
    let body = format!(r#"{{"code":"{code}"}}"#);
    let answer = server
        .http(&format!(
            "POST /api/v1/join HTTP/1.1\r\nHost: {}\r\nX-Forwarded-For: {from}\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            server.address,
            body.len()
        ))
        .await;
    let (head, body) = answer.split_once("\r\n\r\n").expect("an answer has a head");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let wait = head.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("retry-after").then(|| value.parse().ok())?
    });
    (status.expect("a status"), wait, serde_json::from_str(body).unwrap_or_default())
}

/// A wrong code.
const WRONG: &str = "ZZZZZZ";

/// The same request from this address.
fn from(address: IpAddr, mut request: Request) -> Request {
    let address = address.to_string().parse().expect("an address is a header's value");
    request.headers_mut().insert("x-forwarded-for", address);
    request
}

#[tokio::test]
async fn who_guesses_waits_and_no_code_changes_and_no_right_one_is_refused() {
    let server = proxied().await;
    let mut pair = Pair::new(&server).await;
    let mut host = server.page(Role::Host).await;
    let mut told = server.state.reachability.watch_guessing();
    let code = server.code().to_string();
    let anna = address(99);
    assert_eq!(try_code(&server, anna, WRONG).await.0, 404, "she mistypes");
    let mut answered = 1;
    for n in 0..6 {
        for _ in 0..12 {
            let (status, wait, _) = try_code(&server, address(n), WRONG).await;
            match (status, wait) {
                (404, None) => answered += 1,
                (429, Some(seconds)) => assert!((1..=660).contains(&seconds), "{seconds}"),
                other => panic!("{other:?}"),
            }
        }
        pair.goes_on().await;
    }
    assert!((50..=60).contains(&answered), "{answered} wrong codes were answered");
    // The host is told: at the terminal, in its page, by the API.
    let wrong = (*told.borrow_and_update()).expect("the terminal is told").wrong;
    assert!(wrong >= 10, "{wrong}");
    assert_eq!(host.page_message("guessing").await["wrong"], wrong);
    let (_, pad) = server.api("GET", "pads/notes", &server.key(Role::Host), "").await;
    assert_eq!(pad["guessing"]["wrong"], wrong);
    assert_eq!(pad["code"], code.as_str(), "the printed code still leads here");
    let (_, pad) = server.api("GET", "pads/notes", &server.key(Role::Edit), "").await;
    assert_eq!(pad["guessing"], Value::Null, "guests are not bothered");
    // Who has mistyped or not gets in, at once and with the same code; who has guessed on, not yet.
    assert_eq!(try_code(&server, anna, &code).await.0, 200);
    for n in 100..110 {
        assert_eq!(try_code(&server, address(n), &code).await.0, 200);
    }
    let (status, _, problem) = try_code(&server, address(5), &code).await;
    assert_eq!(status, 429);
    let detail = problem["detail"].as_str().unwrap();
    assert!(detail.contains("some from this address"), "{detail}");
    pair.goes_on().await;
}

/// Each from an address of its own, and more than any allowance of all newcomers together.
#[tokio::test]
async fn a_right_code_is_answered_however_many_addresses_guess() {
    let server = proxied().await;
    let code = server.code().to_string();
    for n in 0..750 {
        assert_eq!(try_code(&server, address(n), WRONG).await.0, 404, "{n}");
    }
    for n in [800, 801, 3, 749] {
        assert_eq!(try_code(&server, address(n), &code).await.0, 200, "{n}");
    }
}

#[tokio::test]
async fn a_class_behind_one_address_joins_at_once() {
    let server = proxied().await;
    let code = server.code().to_string();
    let mut keys = std::collections::HashSet::new();
    for n in 0..60 {
        let (status, _, answer) = try_code(&server, address(1), &code).await;
        assert_eq!(status, 200, "the {n}th of the class");
        keys.insert(answer["key"].to_string());
        if n % 10 == 0 {
            // Some mistype.
            assert_eq!(try_code(&server, address(1), WRONG).await.0, 404);
        }
    }
    assert_eq!(keys.len(), 60, "everyone has a key of his own");
}

/// Breaks the protocol with this request, three times. Returns when that is noted.
async fn misbehave(server: &TestServer, request: impl Fn() -> Request) {
    loop {
        match Guest::try_enter(request()).await {
            Ok(mut eve) => {
                let _ = eve.socket().send_text("x").await;
                assert_eq!(eve.closed().await, 4400);
            }
            Err(Error::Refused { status, retry_after_s, .. }) => {
                assert_eq!(status, 429);
                assert!(retry_after_s.is_some());
                break;
            }
            Err(other) => panic!("{other}"),
        }
    }
    let _ = server;
}

#[tokio::test]
async fn three_bad_frames_cost_nobody_else_at_the_same_address() {
    let server = proxied().await;
    let code = server.code().to_string();
    let mut pair = Pair::new(&server).await;
    let room = address(1);
    let mut keys = Vec::new();
    for _ in 0..2 {
        let (_, _, answer) = try_code(&server, room, &code).await;
        keys.push(answer["key"].as_str().expect("a key").to_owned());
    }
    misbehave(&server, || from(room, server.request(&keys[0], ""))).await;
    // Another at the same address, with a key of his own or with the host's printed link.
    for key in [&keys[1], &server.key(Role::Edit), &server.key(Role::View)] {
        Guest::enter(from(room, server.request(key, ""))).await.sync().await;
    }
    let (status, _, _) = try_code(&server, room, &code).await;
    assert_eq!(status, 200, "and whoever comes new");
    pair.goes_on().await;
}

#[tokio::test]
async fn a_link_that_many_have_is_closed_to_nobody_elsewhere() {
    let server = proxied().await;
    let key = server.key(Role::Edit);
    misbehave(&server, || from(address(1), server.request(&key, ""))).await;
    Guest::enter(from(address(2), server.request(&key, ""))).await.sync().await;
}

/// Keyless messages at the Phoenix door: before a join they are held against the address.
#[tokio::test]
async fn what_carries_no_key_makes_its_address_wait_for_what_carries_none() {
    let server = proxied().await;
    let mut pair = Pair::new(&server).await;
    let room = address(1);
    let phoenix = |token: &str| {
        let url = format!("ws://{}/socket/websocket?vsn=2.0.0&token={token}", server.address);
        from(room, fadepad_client::request(&url, None).expect("a request"))
    };
    loop {
        match Guest::try_enter(phoenix("")).await {
            Ok(mut eve) => {
                let _ = eve.socket().send_bytes(vec![255; 20]).await;
                while eve.socket().next().await.is_ok() {}
            }
            Err(Error::Refused { status, .. }) => break assert_eq!(status, 429),
            Err(other) => panic!("{other}"),
        }
    }
    for nonsense in ["", "nonsense"] {
        assert!(Guest::try_enter(phoenix(nonsense)).await.is_err(), "{nonsense:?}");
        assert!(Guest::try_enter(from(room, server.request(nonsense, ""))).await.is_err());
    }
    let key = server.key(Role::Edit);
    Guest::enter(phoenix(&key)).await;
    Guest::enter(from(room, server.request(&key, ""))).await.sync().await;
    pair.goes_on().await;
}

#[tokio::test]
async fn a_guest_gives_himself_no_other_address() {
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    let mut n = 0;
    let claims = || {
        n += 1;
        from(address(n), server.request(&key, ""))
    };
    let claims = std::cell::RefCell::new(claims);
    misbehave(&server, || (claims.borrow_mut())()).await;
}

/// Somebody with a page of ours, at an address of his own.
async fn mallory(server: &TestServer, at: u16) -> Guest {
    let key = server.own_key(Role::Edit, at.into());
    let mut mallory = Guest::enter(from(address(at), server.request(&key, "&x=1"))).await;
    let hello = r#"{"t":"hello","name":"Mallory"}"#;
    mallory.send(sync::extra(hello)).await;
    mallory
}

/// A letter by each of these client ids, in a root that no page shows.
fn letters(ids: std::ops::Range<u64>) -> Vec<u8> {
    let letter = |id| (id, 0, vec![string(&Place::Root("junk", None), "x")]);
    update(&ids.map(letter).collect::<Vec<Section>>(), &[])
}

/// A text of so many bytes by one client id, which has typed so much of it before.
fn stretch(id: u64, typed: u64, bytes: usize) -> Vec<u8> {
    let place = match typed {
        0 => Place::Root("junk", None),
        n => Place::After(Id(id, n - 1)),
    };
    update(&[(id, typed, vec![string(&place, &"x".repeat(bytes))])], &[])
}

/// How the pad is filled, as its host sees it.
async fn filled(server: &TestServer) -> (Value, u64, u64) {
    let (status, pad) = server.api("GET", "pads/notes", &server.key(Role::Host), "").await;
    assert_eq!(status, 200);
    let free = |what| pad["free"][what].as_u64().expect("a number");
    (pad["filled_by"][0].clone(), free("bytes"), free("client_ids"))
}

#[tokio::test]
async fn one_guest_brings_half_of_the_client_ids_and_the_host_sees_who() {
    let mut limits = Limits::default();
    limits.doc.clients = 2_000;
    let mut server = TestServer::with(Plan { proxied: true, limits, ..Plan::default() }).await;
    let mut pair = Pair::new(&server).await;
    let mut host = server.page(Role::Host).await;
    let clients = limits.doc.clients as u64;
    let mut eve = mallory(&server, 1).await;
    eve.send(sync::step2(&letters(1..clients + 2))).await;
    assert_eq!(eve.closed().await, 4413);
    pair.goes_on().await;
    let (first, _, free) = filled(&server).await;
    assert_eq!(first["name"], "Mallory");
    assert!(first["client_ids"].as_u64().expect("a number") <= clients / 2, "{first}");
    assert!(free >= clients / 2 - 10, "{free} are left");
    assert_eq!(host.page_message("filling").await["name"], "Mallory");
    let told = loop {
        let event = server.events.recv().await.expect("events");
        if let EventKind::Filling { name, share } = event.kind {
            break (name, share.ids as u64 <= clients / 2);
        }
    };
    assert_eq!(told, (Some("Mallory".to_owned()), true));
    // Who comes again and again from one address gets three quarters in all.
    for round in 1..12 {
        let mut eve = mallory(&server, 1).await;
        let begin = round * 100_000;
        eve.send(sync::step2(&letters(begin..begin + clients))).await;
        assert_eq!(eve.closed().await, 4413);
    }
    let (first, _, free) = filled(&server).await;
    assert!(first["client_ids"].as_u64().expect("a number") <= clients * 3 / 4, "{first}");
    assert!(free >= clients / 4 - 10, "{free} are left");
    for n in 10..30 {
        let mut late =
            Guest::enter(from(address(n), server.request(&server.key(Role::Edit), "&x=1"))).await;
        late.sync().await;
        late.saved().await;
        late.type_("also here ").await;
        late.saved().await;
    }
}

#[tokio::test]
async fn what_is_typed_brings_sixty_four_client_ids_of_one_seat() {
    let server = proxied().await;
    let mut pair = Pair::new(&server).await;
    let most = NEW_IDS_PER_SEAT as u64;
    let mut program = mallory(&server, 1).await;
    program.send(sync::update(&letters(1..most + 1))).await;
    program.saved().await;
    // The same again is nothing new, nor is what these ids type on, nor what they delete and type.
    program.send(sync::update(&letters(1..most + 1))).await;
    for turn in 1..70 {
        let place = Place::After(Id(7, turn - 1));
        let deletes: Vec<Deletes> = vec![(7, vec![(0, turn + 1)])];
        program
            .send(sync::update(&update(&[(7, turn, vec![string(&place, "y")])], &deletes)))
            .await;
    }
    program.saved().await;
    program.send(sync::update(&letters(most + 1..most + 2))).await;
    assert_eq!(program.closed().await, 4413);
    pair.goes_on().await;
}

#[tokio::test]
async fn what_no_page_shows_is_counted_too_and_half_of_the_pad_stays_free() {
    let server = proxied().await;
    let mut pair = Pair::new(&server).await;
    let whole = Limits::default().doc.bytes as u64;
    for (round, most) in [whole / 2, whole * 3 / 4, whole * 3 / 4].into_iter().enumerate() {
        let (mut eve, id) = (mallory(&server, 1).await, 500 + round as u64);
        let mut typed = 0;
        while typed < 12 << 20 {
            let update = sync::update(&stretch(id, typed, 500_000));
            typed += 500_000;
            if eve.socket().send_bytes(update).await.is_err() {
                break;
            }
        }
        assert_eq!(eve.closed().await, 4413);
        let (first, free, _) = filled(&server).await;
        let bytes = first["bytes"].as_u64().expect("a number");
        assert_eq!(first["name"], "Mallory");
        assert!(bytes <= most && bytes > most - (1 << 20), "{bytes} of {most}");
        assert!(first["unseen_bytes"].as_u64().expect("a number") > bytes - 1_000, "{first}");
        assert!(free >= whole - most - 100_000, "{free} are left");
        pair.goes_on().await;
    }
    // What is deleted is nobody's any more.
    let mut host = server.page(Role::Host).await;
    for id in 500..503 {
        host.send(sync::update(&deletion(id, &[(0, 8 << 20)]))).await;
    }
    host.saved().await;
    let (_, free, _) = filled(&server).await;
    assert!(free > whole - 20_000, "{free} are free again");
    pair.goes_on().await;
}

#[tokio::test]
async fn what_somebody_has_filled_is_free_again_and_nobodys_when_the_host_begins_afresh() {
    let server = proxied().await;
    let (whole, mut eve) = (Limits::default().doc.bytes as u64, mallory(&server, 1).await);
    eve.send(sync::step2(&stretch(500, 0, 3_000_000))).await;
    eve.send(sync::update(&letters(1..60))).await;
    eve.saved().await;
    let (first, free, _) = filled(&server).await;
    assert_eq!(first["name"], "Mallory");
    assert!(free < whole - 3_000_000, "{free} of {whole}");
    let (status, begun) = afresh(&server, &server.own_key(Role::Host, 900), "kept").await;
    assert_eq!(status, 201, "{begun}");
    let key = begun["host_key"].as_str().unwrap();
    let (_, pad) = server.api("GET", "pads/notes", key, "").await;
    let named = |filler: &Value| filler["name"] == "Mallory";
    assert!(!pad["filled_by"].as_array().unwrap().iter().any(named), "{pad}");
    assert!(pad["free"]["bytes"].as_u64().unwrap() > whole - 1_000, "{pad}");
    let clients = Limits::default().doc.clients as u64;
    assert!(pad["free"]["client_ids"].as_u64().unwrap() >= clients - 2, "{pad}");
    // Who had used up a share has one like everybody, also at the same address.
    let key = begun["edit_key"].as_str().unwrap();
    let mut eve = Guest::enter(from(address(1), server.request(key, "&x=1"))).await;
    eve.send(sync::step2(&stretch(600, 0, 3_000_000))).await;
    eve.saved().await;
    let mut anna = Guest::enter(from(address(2), server.request(key, ""))).await;
    anna.sync().await;
    anna.reads("kept").await;
}

#[tokio::test]
async fn a_guest_hears_nothing_of_how_much_others_brought() {
    let server = TestServer::new().await;
    for role in [Role::Edit, Role::View] {
        let (_, pad) = server.api("GET", "pads/notes?writers=1", &server.key(role), "").await;
        let told = [&pad["filled_by"], &pad["free"], &pad["max"]];
        assert!(told.iter().all(|told| told.is_null()), "{pad}");
        let (_, pad) = server.api("GET", "pads/notes", &server.key(role), "").await;
        assert_eq!(pad["writers"], Value::Null, "not asked for");
    }
}

/// Whom somebody is told of as the writer with this client id: name, whether here, shown as.
async fn writer(server: &TestServer, pad: &str, key: &str, client: u64) -> Value {
    let (status, pad) = server.api("GET", &format!("pads/{pad}?writers={client}"), key, "").await;
    assert_eq!(status, 200);
    json!([pad["writers"][0]["name"], pad["writers"][0]["here"], pad["writers"][0]["shows"]])
}

fn shown(client: u64) -> Vec<u8> {
    sync::awareness(&awareness::encode([Entry { client, clock: 1, json: "{}" }].into_iter()))
}

#[tokio::test]
async fn everyone_learns_who_wrote_with_a_client_id_and_nobody_puts_it_on_another() {
    let mut server = proxied().await;
    let key = server.key(Role::Host);
    let mut ann = server.page(Role::Edit).await;
    ann.send(shown(7)).await;
    ann.saved().await;
    let mut eve = mallory(&server, 1).await;
    eve.send(shown(7)).await; // Ann's
    eve.send(shown(8)).await;
    eve.send(sync::update(&stretch(500, 0, 3))).await;
    eve.saved().await;
    assert_eq!(writer(&server, "notes", &key, 500).await, json!(["Mallory", true, [8]]));
    drop(eve);
    while !matches!(server.events.recv().await.expect("events").kind, EventKind::Left(_)) {}
    assert_eq!(writer(&server, "notes", &key, 500).await, json!(["Mallory", false, []]));
    // She comes again, under the same name: another seat of the same person.
    let mut eve = mallory(&server, 1).await;
    eve.send(shown(9)).await;
    eve.saved().await;
    assert_eq!(writer(&server, "notes", &key, 500).await, json!(["Mallory", true, [9]]));
    for role in [Role::Edit, Role::View] {
        let key = server.key(role);
        assert_eq!(writer(&server, "notes", &key, 500).await, json!(["Mallory", true, [9]]));
    }
    assert_eq!(writer(&server, "notes", &key, 501).await, json!([null, null, null]), "nobody");
    assert_eq!(writer(&server, "notes", &key, u64::MAX).await, json!([null, null, null]));
}

#[tokio::test]
async fn who_has_left_is_known_by_person_and_colour_as_long_as_words_of_theirs_are_there() {
    let mut server = TestServer::new().await;
    let mut ann = server.page(Role::Edit).await;
    ann.send(sync::extra(r##"{"t":"hello","name":"Ann","color":"#0b7d63"}"##)).await;
    ann.send(shown(7)).await;
    ann.send(sync::update(&stretch(7, 0, 3))).await;
    ann.saved().await;
    let key = server.key(Role::View);
    let told = |pad: &Value| json!([pad["writers"][0]["person"], pad["writers"][0]["color"]]);
    let (_, here) = server.api("GET", "pads/notes?writers=7", &key, "").await;
    assert_eq!(here["writers"][0]["person"].as_str().expect("a person").len(), 32);
    drop(ann);
    while !matches!(server.events.recv().await.expect("events").kind, EventKind::Left(_)) {}
    let (_, left) = server.api("GET", "pads/notes?writers=7", &key, "").await;
    assert_eq!(left["writers"][0]["name"], "Ann");
    assert_eq!(left["writers"][0]["color"], "#0b7d63");
    assert_eq!(told(&left), told(&here), "the same person");
}

/// The pad was opened by a key of the life before, and is empty but for its seed.
#[tokio::test]
async fn after_a_restart_one_guest_brings_back_what_everyone_wrote() {
    let keys = KeyRing::random().expect("random numbers");
    let before = TestServer::with(Plan { keys: keys.clone(), ..Plan::default() }).await;
    let pad = before.state.lobby.open("other".parse().expect("a name"), None).expect("room");
    let key = before.state.lobby.key(&pad, Role::Edit);
    let server = TestServer::with(Plan { keys, ..Plan::default() }).await;
    let url = format!("ws://{}/ws/other?key={key}&x=1", server.address);
    let enter = || Guest::at(&url);
    let mut first = enter().await;
    let writers = 12_000;
    let text = "y".repeat(480);
    let section = |id| (id, 0, vec![string(&Place::Root("t", None), &text)]);
    let history = update(&(1..=writers).map(section).collect::<Vec<Section>>(), &[]);
    first.send(sync::step2(&history)).await;
    first.saved().await;
    // The second comes with the same, and everyone types on under the id that he has always had.
    let mut second = enter().await;
    second.send(sync::step2(&history)).await;
    let place = Place::After(Id(9, 479));
    second.send(sync::update(&update(&[(9, 480, vec![string(&place, "on")])], &[]))).await;
    second.saved().await;
    // Who brings it back need not have written it; who types on has.
    let host = server.state.lobby.get(&"other".parse().expect("a name")).expect("the pad");
    let key = server.state.lobby.key(&host, Role::Host);
    assert_eq!(writer(&server, "other", &key, 8).await[1], Value::Null);
    assert_eq!(writer(&server, "other", &key, 9).await[1], true);
    let mut late = enter().await;
    late.sync().await;
    assert_eq!(late.text().len() as u64, writers * 480 + 2);
}

/// What the pong of a page says about the client id that it writes with: units taken, and whether
/// it is somebody else's.
async fn standing(page: &mut Guest, client: u64) -> (u64, bool) {
    page.send(sync::extra(&format!(r#"{{"t":"ping","n":1,"client":{client}}}"#))).await;
    let pong = page.page_message("pong").await;
    (pong["clock"].as_u64().expect("a clock"), pong["foreign"] == true)
}

#[tokio::test]
async fn the_pong_counts_what_was_taken_and_not_what_arrived() {
    let server = proxied().await;
    let mut ann = mallory(&server, 1).await;
    ann.sync().await;
    ann.saved().await;
    assert_eq!(standing(&mut ann, 77).await, (0, false));
    ann.send(sync::update(&stretch(77, 0, 3))).await;
    assert_eq!(standing(&mut ann, 77).await, (3, false));
    // What comes before it is missing: it is held, and counted when it has come.
    ann.send(sync::update(&stretch(77, 5, 2))).await;
    assert_eq!(standing(&mut ann, 77).await, (3, false));
    ann.send(sync::update(&stretch(77, 3, 2))).await;
    assert_eq!(standing(&mut ann, 77).await, (7, false));
}

#[tokio::test]
async fn who_is_silenced_by_a_forged_client_id_hears_of_it() {
    let server = proxied().await;
    let mut pair = Pair::new(&server).await;
    let mut eve = mallory(&server, 1).await;
    eve.send(sync::update(&stretch(77, 0, 1))).await;
    assert_eq!(standing(&mut eve, 77).await, (1, false));
    let mut ann = mallory(&server, 2).await;
    ann.send(sync::update(&stretch(77, 0, 5))).await;
    assert_eq!(standing(&mut ann, 77).await, (1, true), "nothing of hers is taken");
    // With an id that nobody knows she goes on at once.
    ann.send(sync::update(&stretch(78, 0, 5))).await;
    assert_eq!(standing(&mut ann, 78).await, (5, false));
    pair.goes_on().await;
}

#[tokio::test]
async fn who_only_reads_hears_nothing_of_client_ids() {
    let server = TestServer::new().await;
    let mut reader = server.page(Role::View).await;
    reader.send(sync::extra(r#"{"t":"ping","n":1,"client":77}"#)).await;
    let pong = reader.page_message("pong").await;
    assert_eq!(pong, serde_json::json!({ "t": "pong", "n": 1 }));
}
