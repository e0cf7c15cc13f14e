//! A pad where no WebSocket gets through: the same seats by requests alone. That every message means there what it means by a socket
//! is tried in `matrix.rs`, what each of a host's switches does to it in `switched.rs`.

use std::time::Duration;

use fadepad::base::ids::Role;
use fadepad::base::limits::Limits;
use fadepad::room::message::HostCommand;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::support::tunnel::{around, ask, open};
use crate::support::{Guest, PATIENCE, Plan, TestServer};

/// Somebody's page that comes in by requests.
async fn page(server: &TestServer, key: &str, more: &str) -> Guest {
    let at = around(server.address).await;
    Guest::at(&format!("ws://{at}/ws/notes?key={key}&x=1{more}")).await
}

#[tokio::test]
async fn who_comes_by_requests_and_who_comes_by_a_socket_read_each_other_and_hear_that_it_is_saved()
{
    let server = TestServer::new().await;
    let mut bob = page(&server, &server.key(Role::Edit), "").await;
    let mut ann = server.page(Role::Edit).await;
    bob.sync().await;
    ann.sync().await;
    bob.type_("by requests").await;
    bob.saved().await;
    ann.reads("by requests").await;
    ann.type_(" and by a socket").await;
    bob.reads("by requests and by a socket").await;
}

#[tokio::test]
async fn a_whole_pad_and_a_large_paste_come_through_in_pieces() {
    let server = TestServer::new().await;
    let long: String = (0..60_000).map(|n| char::from(b'a' + (n * 7 % 26) as u8)).collect();
    let mut bob = page(&server, &server.key(Role::Edit), "").await;
    bob.sync().await;
    // Larger than a post, and together than what a tunnel holds.
    for _ in 0..4 {
        bob.type_(&long).await;
        bob.saved().await;
    }
    let mut late = page(&server, &server.key(Role::View), "").await;
    late.sync().await;
    assert_eq!(late.text(), long.repeat(4));
}

#[tokio::test]
async fn who_gets_no_seat_is_told_why_by_the_same_code() {
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    let at = around(server.address).await;
    for (what, code) in [
        ("notes?key=wrong&x=1", 4401),
        ("nobody?key=wrong&x=1", 4404),
        (&format!("notes?key={key}&x=1&epoch=0123456789abcdef"), 4410),
    ] {
        let mut guest = Guest::at(&format!("ws://{at}/ws/{what}")).await;
        assert_eq!(guest.closed().await, code, "{what}");
    }
}

#[tokio::test]
async fn when_the_pad_ends_it_is_heard_and_the_tunnel_is_gone() {
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    let idle = open(server.address, "notes", &key, "x=1").await.unwrap_or_else(|_| panic!());
    let mut bob = page(&server, &key, "").await;
    bob.sync().await;
    server.pad.room.steer(HostCommand::End(Some(Duration::ZERO))).await;
    assert_eq!(bob.closed().await, 4410);
    // One that nobody fetches from is gone soon as well. An empty post changes nothing.
    let over = async {
        while ask(server.address, "POST", &format!("{idle}?at=0"), b"").await.status != 410 {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, over).await.unwrap();
    assert_eq!(ask(server.address, "GET", &format!("{idle}?from=0"), b"").await.status, 410);
}

#[tokio::test]
async fn who_closes_the_page_has_left_at_once_and_two_tabs_are_one_person() {
    let server = TestServer::new().await;
    let key = server.own_key(Role::Edit, 7);
    let people = async |server: &TestServer| {
        let info = server.api("GET", "pads/notes", &server.key(Role::Edit), "").await.1;
        (info["people"].as_u64().unwrap(), info["devices"].as_u64().unwrap())
    };
    let mut tabs = [page(&server, &key, "&tab=1").await, page(&server, &key, "&tab=2").await];
    for tab in &mut tabs {
        tab.sync().await;
        let me = json!({ "user": { "name": "Bob" } }).to_string();
        tab.show(1, &me).await;
        tab.saved().await;
    }
    assert_eq!(people(&server).await, (1, 2));
    drop(tabs);
    let gone = async {
        while people(&server).await != (0, 0) {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, gone).await.unwrap();
}

#[tokio::test]
async fn the_next_connection_of_a_page_takes_the_place_of_its_last_however_it_comes() {
    let server = TestServer::new().await;
    let key = server.own_key(Role::Edit, 7);
    let mut by_requests = page(&server, &key, "&tab=abc").await;
    by_requests.sync().await;
    let mut by_socket = Guest::enter(server.request(&key, "&x=1&tab=abc")).await;
    by_socket.sync().await;
    // Without a goodbye, which nobody would hear who is somewhere else by now.
    while timeout(PATIENCE, by_requests.socket().next()).await.unwrap().is_ok() {}
    by_socket.type_("goes on").await;
    by_socket.saved().await;
}

#[tokio::test]
async fn a_tunnel_counts_as_a_socket_until_who_is_in_it_leaves() {
    let limits = Limits { sockets: 1, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let key = server.key(Role::Edit);
    let first = open(server.address, "notes", &key, "x=1").await.unwrap_or_else(|_| panic!());
    let refused = open(server.address, "notes", &key, "x=1").await.err().unwrap();
    assert_eq!(refused.status, 503);
    assert!(Guest::try_enter(server.request(&key, "")).await.is_err(), "of both together");
    assert_eq!(ask(server.address, "DELETE", &first, b"").await.status, 204);
    let freed = async {
        while open(server.address, "notes", &key, "x=1").await.is_err() {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, freed).await.unwrap();
}

#[tokio::test]
async fn nobody_comes_into_a_tunnel_whose_name_they_do_not_have() {
    let server = TestServer::new().await;
    let key = server.key(Role::Host);
    let one = open(server.address, "notes", &key, "x=1").await.unwrap_or_else(|_| panic!());
    let other = open(server.address, "notes", &key, "x=1").await.unwrap_or_else(|_| panic!());
    assert_ne!(one, other);
    let name = one.rsplit('/').next().unwrap();
    assert!(name.len() == 32 && name.bytes().all(|b| b.is_ascii_hexdigit()), "{name}");
    let guessed = format!("/poll/notes/{}", "0".repeat(32));
    let bearer = format!("\r\nAuthorization: Bearer {key}");
    for (method, query) in [("GET", "?from=0"), ("POST", "?at=0"), ("DELETE", "")] {
        let path = format!("{guessed}{query}{bearer}");
        assert_eq!(ask(server.address, method, &path, b"").await.status, 410, "{method}");
    }
    // A page of another site finds the guard at the door, even with the name.
    let path = format!("{one}?from=0\r\nOrigin: http://evil.example");
    assert_eq!(ask(server.address, "GET", &path, b"").await.status, 403);
}

#[tokio::test]
async fn a_post_that_is_too_long_is_refused_before_a_byte_of_it_is_read() {
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    let path = open(server.address, "notes", &key, "x=1").await.unwrap_or_else(|_| panic!());
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let head = format!(
        "POST {path}?at=0 HTTP/1.1\r\nHost: {}\r\nContent-Length: 16385\r\n\r\n",
        server.address
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = [0; 12];
    timeout(PATIENCE, stream.read_exact(&mut answer)).await.unwrap().unwrap();
    assert_eq!(&answer, b"HTTP/1.1 413");
}

#[tokio::test]
async fn a_message_that_only_says_how_large_it_is_closes_the_tunnel_as_a_socket() {
    let server = TestServer::new().await;
    let key = server.key(Role::View);
    let path = open(server.address, "notes", &key, "x=1").await.unwrap_or_else(|_| panic!());
    // The head of a binary frame of 1 MiB, masked: who reads may say 64 KiB.
    let head = [&[0x82, 0xff][..], &(1_u64 << 20).to_be_bytes(), &[0; 4], &[0; 512]].concat();
    let post = ask(server.address, "POST", &format!("{path}?at=0"), &head).await;
    assert!(matches!(post.status, 204 | 410), "{}", post.status);
    let (mut from, mut heard) = (0, Vec::new());
    loop {
        let answer = ask(server.address, "GET", &format!("{path}?from={from}"), b"").await;
        from += answer.body.len();
        match answer.status {
            200 => heard.extend(answer.body),
            204 => {}
            status => break assert_eq!(status, 410),
        }
    }
    let close = heard.windows(4).any(|four| four[0] == 0x88 && four[2..] == 4413_u16.to_be_bytes());
    assert!(close, "{heard:?}");
}

#[tokio::test]
async fn bytes_that_are_posted_again_are_heard_once() {
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    let path = open(server.address, "notes", &key, "x=1").await.unwrap_or_else(|_| panic!());
    // An update in a masked frame whose mask is zero.
    let update = fadepad_wire::sync::update(&ann.write("once"));
    let head = [0x82, 0x80 | u8::try_from(update.len()).unwrap(), 0, 0, 0, 0];
    let frame = [&head[..], &update].concat();
    for (at, bytes) in [(0, &frame[..9]), (0, &frame), (3, &frame[3..])] {
        let post = ask(server.address, "POST", &format!("{path}?at={at}"), bytes).await;
        assert_eq!(post.status, 204, "{at}");
    }
    let mut late = server.guest(Role::Edit).await;
    late.sync().await;
    late.reads("once").await;
    let gap = frame.len() + 1;
    let post = ask(server.address, "POST", &format!("{path}?at={gap}"), &frame).await;
    assert_eq!(post.status, 410, "what is between was lost");
}
