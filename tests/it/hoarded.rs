//! Keys that somebody fetched by the link before they were shown out, and never came with: at every door they are worth what
//! the link is, and a key that somebody came with stays one.

use fadepad::base::door::Door as PadDoor;
use fadepad::base::ids::{Person, Role};
use serde_json::json;

use crate::afresh::afresh;
use crate::door::{behind, join, socket};
use crate::support::TestServer;
use crate::support::senders::{Door, Sender};

const DOORS: [Door; 8] = [
    Door::Ws,
    Door::Page,
    Door::Tunnel,
    Door::DocV1,
    Door::Doc,
    Door::Polled,
    Door::YTopic,
    Door::Hocuspocus,
];

/// Shuts the door of a pad, and shows somebody out.
async fn show_out(server: &TestServer, door: &str, person: &str) {
    let host = server.key(Role::Host);
    let shut = json!({ "door": door }).to_string();
    assert_eq!(server.api("PATCH", "pads/notes", &host, &shut).await.0, 200);
    let them = format!("pads/notes/people/{person}");
    assert_eq!(server.api("DELETE", &them, &host, "").await.0, 200);
}

/// A key of one's own by the link, and whose it is.
async fn fetched(server: &TestServer) -> (String, String) {
    let (status, given) = server.api("POST", "pads/notes/key", &server.key(Role::Edit), "").await;
    assert_eq!(status, 200, "{given}");
    (given["key"].as_str().unwrap().to_owned(), given["person"].as_str().unwrap().to_owned())
}

/// Whether somebody gets a seat there.
async fn comes_in(server: &TestServer, door: Door, key: &str) -> bool {
    let mut sender = Sender::enter(server, door, "notes", key).await;
    let words = sender.settle().await;
    !words.iter().any(|word| {
        word.starts_with("denied") || word.contains("forbidden") || word.contains("4403")
    })
}

#[tokio::test]
async fn a_key_that_was_hoarded_comes_in_at_no_door_and_one_that_was_used_at_all() {
    let server = behind(PadDoor::Open, None).await;
    let (mallory, out) = fetched(&server).await;
    let (used, _) = fetched(&server).await;
    for key in [&mallory, &used] {
        assert_eq!(socket(&server, key).await, 0);
    }
    let mut hoarded = Vec::new();
    for _ in DOORS {
        hoarded.push(fetched(&server).await.0);
    }
    for shut in ["knock", "closed"] {
        show_out(&server, shut, &out).await;
        for (door, key) in DOORS.into_iter().zip(&hoarded) {
            assert!(comes_in(&server, door, &used).await, "{door:?}: who was here comes back");
            assert!(!comes_in(&server, door, key).await, "{door:?}: {shut}");
        }
        for path in ["notes.md", "notes/tail"] {
            let host = server.address;
            let request = format!(
                "GET /p/{path}?key={} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
                hoarded[0]
            );
            let answer = server.http(&request).await;
            assert!(answer.starts_with("HTTP/1.1 403"), "{path}: {answer}");
        }
        let append = server.api("POST", "pads/notes/append", &hoarded[0], "word").await;
        assert_eq!(append.0, 403, "{}", append.1);
    }
}

#[tokio::test]
async fn who_hoarded_keys_knocks_by_them_as_by_the_link_and_is_let_in_as_somebody_new() {
    let server = behind(PadDoor::Open, None).await;
    let (hoarded, person) = fetched(&server).await;
    show_out(&server, "knock", &Person(7).to_string()).await;
    let code = json!({ "code": server.code().to_string(), "as": [hoarded] });
    assert_eq!(join(&server, "198.18.9.1", code).await.0, 202);
    let before = json!({ "as": hoarded }).to_string();
    for key in [&hoarded, &server.key(Role::Edit)] {
        let (status, knocked) = server.api("POST", "pads/notes/key", key, &before).await;
        assert_eq!(status, 202, "{knocked}");
    }
    let host = server.key(Role::Host);
    let (_, list) = server.api("GET", "pads/notes/knocks", &host, "").await;
    for who in list["who"].as_array().unwrap() {
        assert_ne!(who["id"], person);
        let let_in = format!("pads/notes/knocks/{}", who["id"].as_str().unwrap());
        assert_eq!(server.api("POST", &let_in, &host, r#"{"let_in":true}"#).await.0, 200);
    }
}

#[tokio::test]
async fn who_was_let_in_or_fetched_their_key_since_passes_the_door_before_they_ever_sat() {
    let server = behind(PadDoor::Knock, None).await;
    let (_, knocked) =
        join(&server, "198.18.9.2", json!({ "code": server.code().to_string() })).await;
    let host = server.key(Role::Host);
    let (_, list) = server.api("GET", "pads/notes/knocks", &host, "").await;
    let let_in = format!("pads/notes/knocks/{}", list["who"][0]["id"].as_str().unwrap());
    assert_eq!(server.api("POST", &let_in, &host, r#"{"let_in":true}"#).await.0, 200);
    show_out(&server, "knock", &Person(7).to_string()).await;
    let ticket = json!({ "knock": knocked["knock"] }).to_string();
    let (_, given) = server.api("POST", "pads/notes/knock", "", &ticket).await;
    assert_eq!(socket(&server, given["key"].as_str().unwrap()).await, 0, "a host has let them in");
    server.api("PATCH", "pads/notes", &host, r#"{"door":"open"}"#).await;
    // Ids are told apart by the millisecond: who came in that of the showing out counts as before it.
    let then = Person::last();
    while Person::new().unwrap() <= then {
        tokio::task::yield_now().await;
    }
    let (later, _) = fetched(&server).await;
    server.api("PATCH", "pads/notes", &host, r#"{"door":"closed"}"#).await;
    assert_eq!(socket(&server, &later).await, 0, "who came since is nobody's hoard");
}

#[tokio::test]
async fn no_hoarded_key_goes_over_into_a_life_that_is_begun_afresh() {
    let server = behind(PadDoor::Open, None).await;
    let (hoarded, _) = fetched(&server).await;
    let (used, _) = fetched(&server).await;
    assert_eq!(socket(&server, &used).await, 0);
    show_out(&server, "closed", &Person(7).to_string()).await;
    assert_eq!(afresh(&server, &server.own_key(Role::Host, 1), "kept").await.0, 201);
    let goes_over = async |key: &str| server.api("POST", "pads/notes/key", key, "").await.0;
    assert_eq!((goes_over(&hoarded).await, goes_over(&used).await), (410, 200));
}
