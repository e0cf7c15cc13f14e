//! A host's key that was taken back opens nothing more, also when its life is over; whoever came by the host's link keeps
//! theirs, whatever somebody decides whom they made a host.

use fadepad::base::ids::{Person, Role};
use serde_json::json;

use crate::afresh::afresh;
use crate::support::{Plan, TestServer};

/// A key of one's own by this one, and whose it is.
async fn own(server: &TestServer, key: &str) -> (String, String) {
    let (status, given) = server.api("POST", "pads/notes/key", key, "").await;
    assert_eq!(status, 200, "{given}");
    (given["key"].as_str().unwrap().to_owned(), given["person"].as_str().unwrap().to_owned())
}

/// What lists pads, and opens one, answer to this key.
async fn as_a_host(server: &TestServer, key: &str, name: &str) -> (u16, u16) {
    let lists = server.api("GET", "pads", key, "").await.0;
    let opens = server.api("POST", "pads", key, &json!({ "name": name }).to_string()).await.0;
    (lists, opens)
}

async fn end(server: &TestServer, key: &str) {
    assert_eq!(server.api("DELETE", "pads/notes", key, r#"{"in_s":0}"#).await.0, 200);
}

#[tokio::test]
async fn a_host_who_was_shown_out_is_none_after_the_end_either_and_who_ended_it_is() {
    let server = TestServer::with(Plan { standing: true, ..Plan::default() }).await;
    let ((owner, _), (other, them)) =
        (own(&server, &server.key(Role::Host)).await, own(&server, &server.key(Role::Host)).await);
    let them = format!("pads/notes/people/{them}");
    assert_eq!(server.api("DELETE", &them, &owner, "").await.0, 200);
    end(&server, &owner).await;
    assert_eq!(as_a_host(&server, &other, "notes").await, (403, 403), "nor the code that stands");
    assert_eq!(as_a_host(&server, &owner, "notes").await, (200, 201));
    assert_eq!(as_a_host(&server, &other, "plans").await, (403, 403), "in the next life");
}

#[tokio::test]
async fn what_was_taken_back_before_or_after_a_pad_is_begun_afresh_hosts_nowhere() {
    let server = TestServer::new().await;
    let link = server.key(Role::Host);
    let ((owner, _), (out, shown_out), (made_less, less), (later, shown_later)) = (
        own(&server, &link).await,
        own(&server, &link).await,
        own(&server, &link).await,
        own(&server, &link).await,
    );
    let people = |who: &str| format!("pads/notes/people/{who}");
    assert_eq!(server.api("DELETE", &people(&shown_out), &owner, "").await.0, 200);
    let role = r#"{"role":"edit"}"#;
    assert_eq!(server.api("PATCH", &people(&less), &owner, role).await.0, 200);
    assert_eq!(afresh(&server, &owner, "kept").await.0, 201);
    let (owner_now, _) = own(&server, &owner).await;
    for key in [&out, &made_less] {
        assert_eq!(as_a_host(&server, key, "plans").await, (403, 403));
    }
    assert_eq!(as_a_host(&server, &later, "first").await, (200, 201), "nobody meant them yet");
    assert_eq!(server.api("DELETE", &people(&shown_later), &owner_now, "").await.0, 200);
    assert_eq!(as_a_host(&server, &later, "plans").await, (403, 403), "by their key of before");
    assert_eq!(as_a_host(&server, &link, "second").await, (200, 201));
    let links = server.api("POST", "pads/notes/links", &owner_now, r#"{"role":"host"}"#).await;
    assert_eq!(links.0, 201, "{}", links.1);
    assert_eq!(as_a_host(&server, &link, "plans").await, (403, 403), "the link of before, too");
    end(&server, &owner_now).await;
    for key in [&out, &made_less, &later, &link] {
        assert_eq!(as_a_host(&server, key, "plans").await, (403, 403));
    }
    for key in [&owner, &owner_now, links.1["host_key"].as_str().unwrap()] {
        assert_eq!(server.api("GET", "pads", key, "").await.0, 200);
    }
}

#[tokio::test]
async fn who_decides_by_calls_alone_stays_host_whatever_those_decide_whom_they_made_one() {
    let server = TestServer::new().await;
    let (owner, who) = own(&server, &server.key(Role::Host)).await;
    let milo = server.own_key(Role::Edit, 2);
    let them = format!("pads/notes/people/{}", Person(2));
    assert_eq!(server.api("PATCH", &them, &owner, r#"{"role":"host"}"#).await.0, 200);
    let they = format!("pads/notes/people/{who}");
    for (method, body) in [("DELETE", ""), ("PATCH", r#"{"role":"view"}"#)] {
        let (status, told) = server.api(method, &they, &milo, body).await;
        assert_eq!(status, 403, "{method}: {told}");
    }
    assert_eq!(server.api("GET", "pads/notes", &owner, "").await.1["role"], "host");
}
