//! The host decides about a pad's life, everyone hears of it at once, and the end leaves a receipt.

use crate::support::{Guest, TestServer};
use fadepad::base::ids::Role;
use fadepad_wire::sync;

async fn say(page: &mut Guest, json: &str) {
    page.send(sync::extra(json)).await;
}

#[tokio::test]
async fn a_new_grace_is_told_to_everyone_at_once() {
    let server = TestServer::new().await;
    let (mut host, mut ann) = (server.page(Role::Host).await, server.page(Role::View).await);
    ann.page_message("welcome").await;
    say(&mut host, r#"{"t":"keep","ttl_s":28800}"#).await;
    let life = ann.page_message("life").await;
    assert_eq!((&life["ttl_s"], &life["fades"]), (&28_800.into(), &true.into()));
    let key = server.key(Role::Host);
    let (status, seen) = server.api("PATCH", "pads/notes", &key, r#"{"ends_in_s":7200}"#).await;
    assert_eq!((status, &seen["ends_in_s"], &seen["fades"]), (200, &7_200.into(), &false.into()));
    let life = ann.page_message("life").await;
    assert_eq!((&life["ends_in_s"], &life["fades"]), (&7_200.into(), &false.into()));
    let (status, seen) = server.api("PATCH", "pads/notes", &key, r#"{"always":true}"#).await;
    assert_eq!((status, &seen["ends_in_s"]), (200, &serde_json::Value::Null));
}

#[tokio::test]
async fn only_the_host_steers() {
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    assert_eq!(server.api("PATCH", "pads/notes", &key, r#"{"ttl_s":60}"#).await.0, 403);
    let mut ann = server.page(Role::Edit).await;
    say(&mut ann, r#"{"t":"keep","ttl_s":60}"#).await;
    assert_eq!(ann.page_message("refused").await["why"], "not_host");
    assert_eq!(ann.closed().await, 4403);
    let host = server.key(Role::Host);
    let several = [r#"{"ttl_s":60,"ends_in_s":60}"#, r#"{"ttl_s":60,"always":true}"#];
    for both in several {
        let (status, problem) = server.api("PATCH", "pads/notes", &host, both).await;
        assert_eq!(status, 422, "{both}");
        assert!(problem["detail"].as_str().unwrap().contains("exclude each other"), "{problem}");
    }
    let (_, seen) = server.api("GET", "pads/notes", &host, "").await;
    assert_eq!((&seen["ttl_s"], &seen["fades"]), (&900.into(), &true.into()));
    for (bad, field) in [
        (r#"{"ttl_s":60,"end_in_s":60}"#, "end_in_s"),
        (r#"{"alway":true}"#, "alway"),
        (r#"{"ttl_s":0}"#, "from 1 to 86400"),
        (r#"{"ttl_s":86401}"#, "ttl_s has to be from 1 to 86400"),
        (r#"{"ends_in_s":18446744073709551615}"#, "ends_in_s has to be from 1 to 86400"),
        (r#"{"ttl_s":-1}"#, "from 1 to 86400, in whole seconds, and was -1"),
        (r#"{"ttl_s":"soon"}"#, r#"and was "soon""#),
    ] {
        let (status, problem) = server.api("PATCH", "pads/notes", &host, bad).await;
        assert_eq!(status, 422, "{bad}");
        assert!(problem["detail"].as_str().unwrap().contains(field), "{problem}");
    }
    let (_, seen) = server.api("GET", "pads/notes", &host, "").await;
    assert_eq!((&seen["ttl_s"], &seen["fades"]), (&900.into(), &true.into()), "nothing changed");
    for bad in ["{}", "[]"] {
        assert_eq!(server.api("PATCH", "pads/notes", &host, bad).await.0, 400, "{bad}");
    }
    let (_, problem) = server.api("PATCH", "pads/notes", &host, "{}").await;
    let named = problem["detail"].as_str().unwrap();
    for field in ["ttl_s", "ends_in_s", "always", "writing", "door", "pin", "title"] {
        assert!(named.contains(field), "{field}: {named}");
    }
}

#[tokio::test]
async fn an_end_is_counted_down_and_can_be_stopped() {
    let server = TestServer::new().await;
    let (mut host, mut ann) = (server.page(Role::Host).await, server.page(Role::Edit).await);
    say(&mut host, r#"{"t":"end","in_s":10}"#).await;
    assert_eq!(ann.page_message("ending").await["in_s"], 10);
    let mut late = server.page(Role::Edit).await;
    assert!(late.page_message("ending").await["in_s"].as_u64().unwrap() <= 10);
    say(&mut host, r#"{"t":"stay"}"#).await;
    while !ann.page_message("ending").await["in_s"].is_null() {}
    say(&mut host, r#"{"t":"end","in_s":0}"#).await;
    let life = ann.page_message("life").await;
    assert_eq!((&life["state"], &life["why"]), (&"ended".into(), &"host".into()));
    assert_eq!(ann.closed().await, 4410);
}

#[tokio::test]
async fn an_ended_pad_is_gone_on_every_route_and_the_receipt_grows() {
    let server = TestServer::new().await;
    let mut guests = Vec::new();
    for n in 1..=2 {
        let mut page = server.page_of(Role::Edit, n).await;
        page.saved().await;
        guests.push(page);
    }
    let (key, host) = (server.key(Role::Edit), server.key(Role::Host));
    let (_, receipt) = server.api("DELETE", "pads/notes", &host, r#"{"in_s":0}"#).await;
    assert_eq!((&receipt["why"], &receipt["people"]), (&"host".into(), &2.into()));
    assert_eq!((&receipt["people_told"], &receipt["copies_dropped"]), (&2.into(), &0.into()));
    for page in &mut guests {
        assert_eq!(page.closed().await, 4410);
    }
    for (method, body) in [("GET", ""), ("PATCH", r#"{"ttl_s":60}"#), ("DELETE", "")] {
        assert_eq!(server.api(method, "pads/notes", &host, body).await.0, 410, "{method}");
    }
    for path in ["/p/notes", "/wall/notes"] {
        let head =
            format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", server.address);
        assert!(server.http(&head).await.starts_with("HTTP/1.1 410"), "{path}");
    }
    for (person, dropped) in [(1, 1), (1, 1), (2, 2), (3, 2)] {
        let own = server.own_key(Role::Edit, person);
        let (status, receipt) = server.api("POST", "pads/notes/dropped", &own, "").await;
        assert_eq!((status, &receipt["copies_dropped"]), (200, &dropped.into()), "{person}");
    }
    let (status, _) = server.api("POST", "pads/notes/dropped", &key, "").await;
    assert_eq!(status, 403, "a link's key is nobody's own");
    let (_, gone) = server.api("GET", "pads/notes", &key, "").await;
    assert_eq!(gone["copies_dropped"], 2);
    let (status, _) = server.api("POST", "pads/notes/dropped", "nonsense", "").await;
    assert_eq!(status, 401);
    assert_eq!(
        server.guest(Role::Edit).await.closed().await,
        4410,
        "a stock client is refused for good"
    );
}
