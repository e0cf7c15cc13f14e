//! What goes wrong on the way loses nothing: failed rooms, restarts, slow and silent guests.

use crate::support::{Guest, Plan, TestServer};
use fadepad::base::ids::Role;
use fadepad::base::keys::KeyRing;
use fadepad::base::limits::{Limits, PAD_AT_REST, SOCKET_AT_REST};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// The guest's page comes back with the document that it has.
async fn come_back(server: &TestServer, mut guest: Guest) -> Guest {
    let fresh = server.guest(Role::Edit).await;
    guest.seat = fresh.seat;
    guest.sync().await;
    guest
}

#[tokio::test]
async fn a_failed_room_is_refilled_by_its_people() {
    let server = TestServer::new().await;
    let (mut ann, mut bob) = (server.guest(Role::Edit).await, server.guest(Role::Edit).await);
    ann.sync().await;
    bob.sync().await;
    ann.type_("kept ").await;
    bob.reads("kept ").await;
    server.pad.room.fail().await;
    assert_eq!(ann.closed().await, 1012);
    assert_eq!(bob.closed().await, 1012);
    ann.write("and more");
    let (mut ann, mut bob) = (come_back(&server, ann).await, come_back(&server, bob).await);
    bob.reads("kept and more").await;
    bob.type_("!").await;
    ann.reads("kept and more!").await;
    let mut late = server.guest(Role::View).await;
    late.sync().await;
    assert_eq!(late.text(), "kept and more!", "neither lost nor doubled");
}

#[tokio::test]
async fn a_restarted_server_is_refilled_by_its_people() {
    let keys = KeyRing::random().unwrap();
    let plan = |keys: &KeyRing| Plan { keys: keys.clone(), ..Plan::default() };
    let before = TestServer::with(plan(&keys)).await;
    let (mut ann, mut bob) = (before.guest(Role::Edit).await, before.guest(Role::Edit).await);
    ann.sync().await;
    bob.sync().await;
    ann.type_("from before").await;
    bob.reads("from before").await;
    let epoch = before.pad.epoch;
    drop(before);
    let after = TestServer::with(plan(&keys)).await;
    assert_eq!(after.pad.epoch, epoch);
    let (mut bob, mut ann) = (come_back(&after, bob).await, come_back(&after, ann).await);
    ann.type_(", and after").await;
    bob.reads("from before, and after").await;
}

#[tokio::test]
async fn one_pad_does_not_take_the_memory_of_the_others() {
    let limits = Limits { memory: PAD_AT_REST + SOCKET_AT_REST + 5_000, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    ann.type_(&"x".repeat(3_000)).await;
    ann.saved().await;
    ann.type_(&"y".repeat(3_000)).await;
    assert_eq!(ann.page_message("refused").await["why"], "server_full");
    assert_eq!(ann.closed().await, 4413);
}

/// Sends this and waits for the end; paused time jumps to the deadline.
async fn answered(server: &TestServer, begin: &[u8]) -> String {
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(begin).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test(start_paused = true)]
async fn who_never_finishes_a_request_is_closed() {
    let server = TestServer::new().await;
    let begun = tokio::time::Instant::now();
    assert_eq!(answered(&server, b"").await, "");
    assert_eq!(answered(&server, b"GET / HTTP/1.1\r\nHost:").await, "");
    assert!(begun.elapsed().as_secs() <= 21, "{:?}", begun.elapsed());
    let body = "POST /api/v1/join HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{";
    assert!(answered(&server, body.as_bytes()).await.starts_with("HTTP/1.1 400"));
}

#[tokio::test]
async fn a_page_on_another_network_does_not_wait_for_its_last_connection() {
    let server = TestServer::new().await;
    let enter = |more: &str| Guest::enter(server.request(&server.key(Role::Edit), more));
    let tab = "&x=1&tab=00112233445566778899aabbccddeeff";
    let (mut phone, mut bob) = (enter(tab).await, server.guest(Role::Edit).await);
    phone.sync().await;
    bob.sync().await;
    phone.show(1, "{}").await;
    phone.type_("before, ").await;
    bob.reads("before, ").await;
    // The last connection stays open and silent: the server can't know that it is dead.
    let doc = phone.doc.clone();
    let mut again = enter(tab).await;
    (again.doc, again.client) = (doc, phone.client);
    again.sync().await;
    again.type_("after").await;
    bob.reads("before, after").await;
    assert_eq!(phone.closed().await, 4508);
}

#[tokio::test]
async fn a_hundred_browsers_refill_a_restarted_server_and_agree() {
    const PEOPLE: usize = 100;
    let (keys, limits) =
        (KeyRing::random().unwrap(), Limits { enforced: false, ..Limits::default() });
    let plan = || Plan { keys: keys.clone(), limits, ..Plan::default() };
    let before = TestServer::with(plan()).await;
    let mut guests = Vec::new();
    for n in 0..PEOPLE {
        let mut guest = before.guest(Role::Edit).await;
        guest.sync().await;
        guest.type_(&format!("<{n}>")).await;
        guests.push(guest);
    }
    drop(before);
    let after = TestServer::with(plan()).await;
    let mut back = Vec::new();
    for mut guest in guests {
        guest.seat = after.guest(Role::Edit).await.seat;
        back.push(guest);
    }
    let all: Vec<String> = (0..PEOPLE).map(|n| format!("<{n}>")).collect();
    let refilled = back.into_iter().map(|mut guest| {
        let all = &all;
        async move {
            guest.sync().await;
            while !all.iter().all(|mark| guest.text().matches(mark.as_str()).count() == 1) {
                guest.take_next().await;
            }
            guest.text()
        }
    });
    let texts = futures_util::future::join_all(refilled).await;
    assert!(texts.iter().all(|text| *text == texts[0]), "everyone reads the same");
}
