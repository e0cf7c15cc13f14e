//! A code that stands: it always opens the pad of its name as it lives now, or a new, empty one.

use fadepad::base::door::Door;
use fadepad::base::ids::Role;
use fadepad::base::keys::KeyRing;
use fadepad::base::limits::Limits;
use serde_json::{Value, json};

use crate::support::{Guest, Plan, TestServer};

fn plan() -> Plan {
    Plan { standing: true, ..Plan::default() }
}

async fn join(server: &TestServer, code: &str) -> (u16, Value) {
    server.api("POST", "join", "", &json!({ "code": code }).to_string()).await
}

/// That of the life of now.
fn host_key(server: &TestServer) -> String {
    let lobby = &server.state.lobby;
    lobby.key(&lobby.get(&server.pad.name).unwrap(), Role::Host)
}

async fn end(server: &TestServer) {
    let host = host_key(server);
    assert_eq!(server.api("DELETE", "pads/notes", &host, r#"{"in_s":0}"#).await.0, 200);
}

async fn text_of(server: &TestServer, joined: &Value) -> String {
    let key = joined["key"].as_str().unwrap();
    let mut guest = Guest::enter(server.request(key, "")).await;
    guest.sync().await;
    guest.text()
}

#[tokio::test]
async fn the_same_code_opens_the_life_of_now_and_after_its_end_a_new_empty_one() {
    let server = TestServer::with(plan()).await;
    let code = server.code().to_string();
    let mut epochs = Vec::new();
    for _ in 0..3 {
        let (status, first) = join(&server, &code).await;
        assert_eq!((status, &first["pad"]), (200, &json!("notes")), "{first}");
        assert_eq!(text_of(&server, &first).await, "", "nothing of the life before");
        let mut ann = Guest::enter(server.request(first["key"].as_str().unwrap(), "")).await;
        ann.sync().await;
        ann.type_("secret").await;
        let (_, second) = join(&server, &code).await;
        assert_eq!(second["epoch"], first["epoch"], "the one that lives");
        let mut bob = Guest::enter(server.request(second["key"].as_str().unwrap(), "")).await;
        bob.sync().await;
        bob.reads("secret").await;
        let host = host_key(&server);
        let (_, seen) = server.api("GET", "pads/notes", &host, "").await;
        assert_eq!(seen["code"], *code);
        end(&server).await;
        assert_eq!((ann.closed().await, bob.closed().await), (4410, 4410));
        let old = first["key"].as_str().unwrap();
        assert_eq!(
            server.api("GET", "pads/notes", old, "").await.0,
            410,
            "a key dies with its life"
        );
        epochs.push(first["epoch"].clone());
    }
    assert!(epochs[0] != epochs[1] && epochs[1] != epochs[2]);
}

#[tokio::test]
async fn who_scans_at_once_comes_into_one_new_pad_together() {
    let server = TestServer::with(plan()).await;
    let code = server.code().to_string();
    end(&server).await;
    let all = futures_util::future::join_all((0..8).map(|_| join(&server, &code))).await;
    let first = &all[0].1["epoch"];
    assert!(all.iter().all(|(status, joined)| *status == 200 && &joined["epoch"] == first));
}

#[tokio::test]
async fn pads_that_are_begun_so_are_counted_for_each_address_and_in_all() {
    let server = TestServer::with(plan()).await;
    let code = server.code().to_string();
    let mut answers = Vec::new();
    for _ in 0..12 {
        end(&server).await;
        answers.push(join(&server, &code).await.0);
        if answers.last() != Some(&200) {
            break;
        }
    }
    assert_eq!(answers.last(), Some(&429), "{answers:?}");
    assert_eq!(answers.len(), 11);

    let limits = Limits { pads: 1, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..plan() }).await;
    let code = server.code().to_string();
    end(&server).await;
    server.state.lobby.open("other".parse().unwrap(), None).unwrap();
    assert_eq!(join(&server, &code).await.0, 503);
}

#[tokio::test]
async fn it_is_the_same_after_a_restart_with_the_same_secret() {
    let keys = KeyRing::random().unwrap();
    let with = |keys: &KeyRing| Plan { keys: keys.clone(), ..plan() };
    let before = TestServer::with(with(&keys)).await.code();
    assert_eq!(TestServer::with(with(&keys)).await.code(), before);
    let other = KeyRing::random().unwrap();
    assert_ne!(TestServer::with(with(&other)).await.code(), before);
}

#[tokio::test]
async fn new_links_take_it_out_of_use_until_the_end_of_that_life() {
    let server = TestServer::with(plan()).await;
    let code = server.code().to_string();
    let host = server.key(Role::Host);
    let body = r#"{"role":"edit"}"#;
    let (_, links) = server.api("POST", "pads/notes/links", &host, body).await;
    assert_ne!(links["code"], *code);
    assert_eq!(join(&server, &code).await.0, 401);
    assert_eq!(join(&server, links["code"].as_str().unwrap()).await.0, 200);
    end(&server).await;
    assert_eq!(join(&server, links["code"].as_str().unwrap()).await.0, 410);
    assert_eq!(join(&server, &code).await.0, 200);
}

#[tokio::test]
async fn who_hosted_hosts_the_next_life_too_and_nobody_else_goes_over() {
    let server = TestServer::with(plan()).await;
    let code = server.code().to_string();
    let [host, out, guest] = [(Role::Host, 1), (Role::Host, 2), (Role::Edit, 3)]
        .map(|(role, n)| server.own_key(role, n));
    let link = server.key(Role::Host);
    let _ann = server.page_of(Role::Host, 1).await;
    let demoted = format!("pads/notes/people/{:032x}", 2);
    let body = r#"{"role":"edit"}"#;
    assert_eq!(server.api("PATCH", &demoted, &host, body).await.0, 200);
    let by_hand = format!("pads/notes/people/{:032x}", 3);
    assert_eq!(server.api("PATCH", &by_hand, &host, r#"{"role":"host"}"#).await.0, 200);
    end(&server).await;
    let goes_over = async |key: &str| server.api("POST", "pads/notes/key", key, "").await;
    let (status, over) = goes_over(&host).await;
    assert_eq!((status, &over["stands"], &over["role"]), (410, &json!(true), &json!("host")));
    for key in [&out, &guest] {
        assert_eq!(goes_over(key).await.1["stands"], Value::Null);
    }
    let (_, joined) = join(&server, &code).await;
    for (key, person) in [(&host, Some(format!("{:032x}", 1))), (&link, None)] {
        let (status, given) = goes_over(key).await;
        assert_eq!((status, &given["role"]), (200, &json!("host")), "{given}");
        assert_eq!(given["epoch"], joined["epoch"]);
        assert_eq!(given["seen"], Value::Null, "nothing of the text before");
        assert!(person.is_none_or(|person| given["person"] == person));
        let key = given["key"].as_str().unwrap();
        assert_eq!(server.api("PATCH", "pads/notes", key, r#"{"door":"knock"}"#).await.0, 200);
    }
    for key in [&out, &guest] {
        assert_eq!(goes_over(key).await.0, 410);
    }
    assert_eq!(
        server.api("GET", "pads/notes", &host, "").await.0,
        410,
        "the old key opens nothing"
    );
    let renewed = host_key(&server);
    assert_eq!(server.api("POST", "pads/notes/links", &renewed, r#"{"role":"host"}"#).await.0, 201);
    assert_eq!(goes_over(&host).await.0, 410, "once that life has new links for hosts");
    end(&server).await;
    assert_eq!(join(&server, &code).await.0, 202);
    assert_eq!(goes_over(&host).await.0, 410, "nor into a life after the next");
}

#[tokio::test]
async fn without_the_flag_a_code_dies_with_its_pad() {
    let server = TestServer::with(Plan { standing: false, ..plan() }).await;
    let code = server.code().to_string();
    end(&server).await;
    assert_eq!(join(&server, &code).await.0, 410);
    assert_eq!(server.state.lobby.all().len(), 0);
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn programs_and_people_are_told_the_links_of_the_new_life() {
    use crate::interrupted::start;
    use crate::new_links::{ask, host_key_of, last_code};
    use crate::support::running::Running;

    let join = |port: &str, code: &str| {
        let body = json!({ "code": code }).to_string();
        let more = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        let joined = ask(port, "POST /api/v1/join", &more);
        assert!(joined.starts_with("HTTP/1.1 200"), "{joined}");
    };
    let over = |port: &str, key: &str| {
        let more =
            format!("Authorization: Bearer {key}\r\nContent-Length: 10\r\n\r\n{{\"in_s\":0}}");
        let ended = ask(port, "DELETE /api/v1/pads/notes", &more);
        assert!(ended.starts_with("HTTP/1.1 200"), "{ended}");
    };
    let mut running = Running::start(&["--standing"]).await;
    let ready = running.ready.clone();
    let port = ready["port"].to_string();
    over(&port, ready["host_key"].as_str().unwrap());
    running.event("ended").await;
    join(&port, ready["code"].as_str().unwrap());
    let opened = running.event("opened").await;
    for same in ["pad", "code", "join_url"] {
        assert_eq!(opened[same], ready[same]);
    }
    for new in ["epoch", "host_key", "edit_url"] {
        assert!(opened[new].is_string() && opened[new] != ready[new], "{new}");
    }
    over(&port, opened["host_key"].as_str().unwrap());

    let (mut pty, port) = start(&["--standing"]);
    let text = pty.shows("The code stands");
    let (code, key) = (last_code(&text), host_key_of(&port, &text));
    over(&port, &key);
    pty.shows("Its code opens a new one.");
    join(&port, &code);
    pty.shows("notes lives again, empty. Your own page:");

    let (mut pty, port) = start(&["--standing", "--door", "closed"]);
    let text = pty.shows("The code stands");
    over(&port, &host_key_of(&port, &text));
    pty.until("that its code opens nothing", |window| {
        let said = window.text().split_whitespace().collect::<Vec<_>>().join(" ");
        said.contains("Its door is closed: the code opens no new one.")
    });
}

#[cfg(target_os = "linux")]
#[test]
fn the_terminal_shows_after_new_links_what_opens_the_next_life() {
    use crate::interrupted::start;
    use crate::new_links::{ask, host_key_of, last_code, renew_at};

    let (mut pty, port) = start(&["--standing"]);
    let text = pty.shows("The code stands");
    let (standing, key) = (last_code(&text), host_key_of(&port, &text));
    renew_at(&port, &key);
    pty.shows("The new code:");
    let more = format!("Authorization: Bearer {key}\r\nContent-Length: 10\r\n\r\n{{\"in_s\":0}}");
    let ended = ask(&port, "DELETE /api/v1/pads/notes", &more);
    assert!(ended.starts_with("HTTP/1.1 200"), "{ended}");
    pty.shows("The code that stands opens a new one:");
    pty.until("the code that stands", |window| last_code(&window.text()) == standing);
    assert!(!pty.window.text().contains("Its code opens a new one."));
}

#[tokio::test]
async fn whoever_the_door_would_not_let_in_begins_no_new_life() {
    for (door, pin, why) in
        [(Door::Open, Some("4711"), "pin_needed"), (Door::Closed, None, "door_closed")]
    {
        let pin = pin.map(|pin| pin.parse().unwrap());
        let server = TestServer::with(Plan { door, pin, ..plan() }).await;
        let code = server.code().to_string();
        end(&server).await;
        let (status, told) = join(&server, &code).await;
        assert_eq!((status, &told["reason"]), (403, &json!(why)), "{told}");
        assert!(server.state.lobby.all().is_empty(), "{why}");
    }
}

#[tokio::test]
async fn the_next_life_is_come_into_as_the_host_has_decided_in_the_last() {
    let server = TestServer::with(Plan { standing: true, ..Plan::default() }).await;
    let (host, code) = (server.key(Role::Host), server.code().to_string());
    let (door, body) = (r#"{"door":"knock","pin":"4711"}"#, json!({ "code": code }).to_string());
    assert_eq!(server.api("PATCH", "pads/notes", &host, door).await.0, 200);
    assert_eq!(server.api("DELETE", "pads/notes", &host, r#"{"in_s":0}"#).await.0, 200);
    let (status, told) = server.api("POST", "join", "", &body).await;
    assert_eq!((status, &told["reason"]), (403, &json!("pin_needed")));
    assert!(server.state.lobby.get(&"notes".parse().unwrap()).is_none(), "begun by no wrong one");
    let body = json!({ "code": code, "pin": "4711" }).to_string();
    assert_eq!(server.api("POST", "join", "", &body).await.0, 202, "one knocks there, too");
}

#[tokio::test]
async fn who_hosted_the_last_life_is_nobody_in_one_that_somebody_else_has_opened() {
    let server = TestServer::with(plan()).await;
    let (host, link) = (server.own_key(Role::Host, 1), server.key(Role::Host));
    let _ann = server.page_of(Role::Host, 1).await;
    end(&server).await;
    server.state.lobby.open(server.pad.name.clone(), None).unwrap();
    for key in [&host, &link] {
        assert_eq!(server.api("POST", "pads/notes/key", key, "").await.0, 410);
    }
}
