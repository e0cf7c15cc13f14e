//! A pad is opened as it was asked for: under its name, with its grace, and with what it begins with.

use fadepad::base::ids::Role;
use serde_json::{Value, json};

use crate::support::{Guest, Plan, TestServer};

async fn open(server: &TestServer, wish: Value) -> (u16, Value) {
    server.api("POST", "pads", &server.key(Role::Host), &wish.to_string()).await
}

#[tokio::test]
async fn name_and_grace_are_those_that_were_asked_for_and_what_is_none_is_refused() {
    let server = TestServer::new().await;
    let (status, told) = open(&server, json!({ "ttl_s": -4 })).await;
    let told = told["detail"].as_str().unwrap();
    assert!(status == 400 && told.contains("from 1 to") && told.contains("was -4"), "{told}");
    let (status, pad) = open(&server, json!({ "name": "Retro", "ttl_s": 60 })).await;
    assert_eq!((status, &pad["pad"], &pad["ttl_s"]), (201, &json!("retro"), &json!(60)));
    for (wish, status) in [
        (json!({ "name": "retro" }), 409),
        (json!({ "name": "no name" }), 400),
        (json!({ "ttl_s": 1_000_000 }), 400),
        (json!({ "template": "novel" }), 400),
        (json!({ "colour": "red" }), 400),
        (json!({ "door": "ajar" }), 422),
        (json!({ "pin": "1" }), 422),
    ] {
        assert_eq!(open(&server, wish.clone()).await.0, status, "{wish}");
    }
    assert_eq!(server.state.lobby.all().len(), 2, "nothing else was opened");
}

#[tokio::test]
async fn door_and_pin_are_the_pads_own_from_the_start() {
    let pin = Some("0815".parse().unwrap());
    let server = TestServer::with(Plan { pin, ..Plan::default() }).await;
    let joins = async |wish: Value| {
        let code = open(&server, wish).await.1["code"].clone();
        let (status, told) =
            server.api("POST", "join", "", &json!({ "code": code }).to_string()).await;
        (status, told["reason"].clone())
    };
    assert_eq!(joins(json!({})).await, (403, json!("pin_needed")), "the server's");
    assert_eq!(joins(json!({ "pin": null })).await, (200, Value::Null));
    assert_eq!(joins(json!({ "door": "closed" })).await, (403, json!("door_closed")));
    assert_eq!(joins(json!({ "door": "knock", "pin": null })).await.0, 202);
}

#[tokio::test]
async fn who_comes_first_to_write_is_told_the_template_and_nobody_after() {
    let server = TestServer::new().await;
    let (_, pad) = open(&server, json!({ "name": "retro", "template": "retro" })).await;
    let told = async |key: &str| {
        let key = pad[key].as_str().unwrap();
        server.api("GET", "pads/retro", key, "").await.1["template"].clone()
    };
    assert_eq!(told("view_key").await, Value::Null);
    assert_eq!(told("edit_key").await, "retro");
    assert_eq!(told("host_key").await, "retro");
    let key = pad["edit_key"].as_str().unwrap();
    let mut ann = Guest::at(&format!("ws://{}/ws/retro?x=1&key={key}", server.address)).await;
    ann.sync().await;
    assert_eq!(told("edit_key").await, Value::Null);
    assert_eq!(told("host_key").await, Value::Null);
}

#[tokio::test]
async fn what_a_host_calls_a_pad_is_read_by_everyone_at_once_and_its_links_stay() {
    let server = TestServer::new().await;
    let (host, edit) = (server.key(Role::Host), server.key(Role::Edit));
    let mut ann = server.page(Role::View).await;
    let call = async |title: Value| {
        let wish = json!({ "title": title }).to_string();
        server.api("PATCH", "pads/notes", &host, &wish).await
    };
    let (status, seen) = call(json!(" Sprint\u{202e}  review\n")).await;
    assert_eq!((status, &seen["title"]), (200, &json!("Sprint review")));
    let told = ann.page_message("title").await;
    assert_eq!(told, json!({ "t": "title", "title": "Sprint review" }));
    let mut late = server.page(Role::Edit).await;
    assert_eq!(late.page_message("title").await, told);
    let (status, seen) = server.api("GET", "pads/notes", &edit, "").await;
    assert_eq!((status, &seen["title"], &seen["pad"]), (200, &told["title"], &json!("notes")));
    let (_, listed) = server.api("GET", "pads", &host, "").await;
    assert_eq!(listed[0]["title"], told["title"]);

    let (_, long) = call(json!("x".repeat(100))).await;
    assert_eq!(long["title"].as_str().unwrap().len(), 64);
    for none in [json!(null), json!(""), json!("\u{200b}")] {
        assert_eq!(call(none).await.1["title"], Value::Null);
    }
    assert_eq!(call(json!(7)).await.0, 422);
    let wish = r#"{"title":"mine"}"#;
    assert_eq!(server.api("PATCH", "pads/notes", &edit, wish).await.0, 403);
    let both = r#"{"title":"Both","ttl_s":60}"#;
    let (_, seen) = server.api("PATCH", "pads/notes", &host, both).await;
    assert_eq!((&seen["title"], &seen["ttl_s"]), (&json!("Both"), &json!(60)));
}
