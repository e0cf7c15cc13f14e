//! What is sent at the doors and at the HTTP server to slow or fill it, beside people who go on writing.

use std::time::{Duration, Instant};

use crate::support::hostile::{Pair, connect_from, own_address, phoenix_from, sent_in_parts};
use crate::support::phoenix::Client;
use crate::support::{PATIENCE, Plan, TestServer};
use fadepad::base::hardening::take_all_descriptors;
use fadepad::base::ids::Role;
use fadepad::base::limits::{
    BEFORE_SESSION, HEADER_DEADLINE, JOIN_DEADLINE, Limits, MAX_HALF_OPEN, MAX_PAGE_CONNECTIONS,
    MAX_STRANGERS, PAD_AT_REST, SOCKET_AT_REST,
};
use futures_util::FutureExt as _;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// Everything that takes a body.
const POSTS: [(&str, &str); 8] = [
    ("POST", "/socket/longpoll?token=x"),
    ("POST", "/socket/longpoll?vsn=2.0.0"),
    ("POST", "/api/v1/join"),
    ("POST", "/api/v1/pads"),
    ("PATCH", "/api/v1/pads/notes"),
    ("DELETE", "/api/v1/pads/notes"),
    ("POST", "/api/v1/pads/notes/dropped"),
    ("POST", "/hand-over"),
];

fn head(server: &TestServer, method: &str, path: &str, length: &str) -> String {
    format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n{length}\r\n\r\n", server.address)
}

#[tokio::test]
async fn a_body_is_refused_by_its_length_before_a_byte_of_it_comes() {
    let server = TestServer::new().await;
    let mut pair = Pair::new(&server).await;
    for (method, path) in POSTS.into_iter().chain([("POST", "/"), ("PUT", "/no/such/thing")]) {
        let head = head(&server, method, path, "Content-Length: 60000000");
        let stream = TcpStream::connect(server.address).await.unwrap();
        let (status, answer) = sent_in_parts(stream, &head, b"", 0).await;
        assert_eq!(status, 413, "{method} {path}: {answer}");
        assert!(answer.to_lowercase().contains("\r\nconnection: close"), "{answer}");
        assert!(answer.contains(&BEFORE_SESSION.to_string()), "{path} tells how much: {answer}");
    }
    pair.goes_on().await;
}

#[tokio::test]
async fn a_body_that_tells_no_length_is_read_no_further_than_it_may_be() {
    // There is no memory for more than a few of the bodies.
    let memory = 2 * PAD_AT_REST + 400 * SOCKET_AT_REST;
    let limits = Limits { memory, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let mut pair = Pair::new(&server).await;
    let quiet = pair.goes_on().await;
    let chunk = [b"1000\r\n", &[b'x'; 0x1000][..], b"\r\n"].concat();
    let attacks = (0..100).zip(POSTS.into_iter().cycle()).map(|(n, (method, path))| {
        let head = head(&server, method, path, "Transfer-Encoding: chunked");
        let (chunk, server) = (&chunk, &server);
        async move {
            // Of one address the oldest would go, and hear nothing.
            let stream = connect_from(own_address(n / 25), server).await;
            let (status, answer) = sent_in_parts(stream, &head, chunk, 15_000).await;
            assert!(matches!(status, 413 | 503), "{method} {path}: {answer}");
        }
    });
    let honest = async {
        let mut slowest = quiet;
        for _ in 0..20 {
            slowest = slowest.max(pair.goes_on().await);
        }
        slowest
    };
    let (_, slowest) = tokio::join!(join_all(attacks), honest);
    assert!(slowest < Duration::from_secs(2), "{slowest:?}");
    pair.goes_on().await;
}

#[tokio::test]
async fn a_body_that_tells_no_length_is_too_large_also_where_there_is_memory() {
    let server = TestServer::new().await;
    let mut pair = Pair::new(&server).await;
    let chunk = [b"1000\r\n", &[b'x'; 0x1000][..], b"\r\n"].concat();
    for (method, path) in POSTS {
        let head = head(&server, method, path, "Transfer-Encoding: chunked");
        let stream = TcpStream::connect(server.address).await.unwrap();
        let parts = BEFORE_SESSION / 0x1000 + 1;
        let (status, answer) = sent_in_parts(stream, &head, &chunk, parts).await;
        assert_eq!(status, 413, "{method} {path}: {answer}");
    }
    pair.goes_on().await;
}

#[tokio::test(start_paused = true)]
async fn a_head_that_does_not_end_is_waited_for_ten_seconds_however_it_drips() {
    let server = TestServer::new().await;
    let mut pair = Pair::new(&server).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let at = tokio::time::Instant::now();
    stream.write_all(b"GET /healthz HTTP/1.1\r\n").await.unwrap();
    let mut answer = [0; 512];
    let gone = loop {
        assert!(at.elapsed() < HEADER_DEADLINE * 2, "it is waited for any longer");
        match timeout(HEADER_DEADLINE / 8, stream.read(&mut answer)).await {
            Ok(read) => break read.unwrap_or(0),
            // A header a second: never silent for long, and never whole.
            Err(_) => stream.write_all(b"X: y\r\n").await.unwrap(),
        }
    };
    assert!(gone == 0 || answer.starts_with(b"HTTP/1.1 4"), "{gone}");
    assert!(at.elapsed() >= HEADER_DEADLINE, "{:?}", at.elapsed());
    pair.goes_on().await;
}

#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_end_is_waited_for_ten_seconds() {
    let server = TestServer::new().await;
    let mut pair = Pair::new(&server).await;
    let head = head(&server, "POST", "/api/v1/join", "Content-Length: 12000");
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let at = tokio::time::Instant::now();
    stream.write_all(&[head.as_bytes(), b"half of it"].concat()).await.unwrap();
    let mut answer = [0; 12];
    let answered = timeout(HEADER_DEADLINE * 2, stream.read_exact(&mut answer)).await;
    answered.expect("it is not waited for any longer").unwrap();
    assert_eq!(&answer, b"HTTP/1.1 400");
    assert!(at.elapsed() >= HEADER_DEADLINE, "{:?}", at.elapsed());
    pair.goes_on().await;
}

#[tokio::test]
async fn a_body_that_drips_ends_and_is_counted_while_it_does() {
    let limits = Limits { memory: PAD_AT_REST + 20_000, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let begun = head(&server, "POST", "/api/v1/join", "Content-Length: 12000");
    let mut first = TcpStream::connect(server.address).await.unwrap();
    first.write_all(&[begun.as_bytes(), &[b'x'; 11_000]].concat()).await.unwrap();
    let refused = async {
        loop {
            let stream = TcpStream::connect(server.address).await.unwrap();
            let (status, _) = sent_in_parts(stream, &begun, &[b'x'; 11_999], 1).await;
            if status == 503 {
                return;
            }
        }
    };
    timeout(PATIENCE, refused).await.unwrap();
}

async fn polled(server: &TestServer, method: &str, query: &str, body: &str) -> Value {
    let request = format!(
        "{method} /socket/longpoll?vsn=2.0.0&{query} HTTP/1.1\r\nHost: {}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        server.address,
        body.len()
    );
    let answer = server.http(&request).await;
    let body = answer.split_once("\r\n\r\n").unwrap().1;
    serde_json::from_str(body).unwrap_or_else(|_| json!(answer))
}

#[tokio::test]
async fn a_session_posts_more_once_it_has_joined() {
    let server = TestServer::new().await;
    let mut pair = Pair::new(&server).await;
    let begun = polled(&server, "GET", "", "").await;
    let query = format!("token={}", begun["token"].as_str().unwrap());
    let large = format!(r#"["1","2","doc:notes","other",{{"x":"{}"}}]"#, "x".repeat(60_000));
    let refused = polled(&server, "POST", &query, &large).await;
    assert_eq!(refused["status"], 413, "{refused}");
    let params = json!({ "token": server.key(Role::Edit) });
    let join = json!(["1", "1", "doc:notes", "phx_join", params]).to_string();
    assert_eq!(polled(&server, "POST", &query, &join).await["status"], 200);
    assert_eq!(polled(&server, "POST", &query, &large).await["status"], 200);
    pair.goes_on().await;
}

#[tokio::test]
async fn who_has_shown_no_key_is_one_of_a_few_and_keeps_no_member_out() {
    let server = TestServer::new().await;
    let (most, of_one) = MAX_STRANGERS;
    let mut pair = Pair::new(&server).await;
    let mut strangers = Vec::new();
    for n in 0..(most / of_one) as u16 {
        for _ in 0..of_one {
            strangers.push(phoenix_from(own_address(n), &server, "vsn=2.0.0").await.unwrap());
        }
        let one_more = phoenix_from(own_address(n), &server, "vsn=2.0.0&token=x").await;
        assert_eq!(one_more.err(), Some(503), "of one address");
    }
    let elsewhere = own_address(999);
    assert_eq!(phoenix_from(elsewhere, &server, "vsn=2.0.0").await.err(), Some(503), "of all");
    let poll = polled(&server, "GET", "", "").await;
    assert_eq!((&poll["status"], &poll["token"]), (&500.into(), &"".into()), "{poll}");
    for path in ["ws", "hocuspocus", "ws/notes?key=wrong", "ws/nobody"] {
        let refused = crate::support::hostile::socket_from(elsewhere, &server, path).await;
        assert_eq!(refused.err(), Some(503), "{path}");
    }
    let keyed = format!("vsn=2.0.0&token={}", server.key(Role::View));
    let members = (0..3 * of_one).map(|_| phoenix_from(own_address(0), &server, &keyed));
    assert!(join_all(members).await.iter().all(Result::is_ok));
    let poll = polled(&server, "GET", &keyed.replace("vsn=2.0.0&", ""), "").await;
    assert_eq!(poll["status"], 410, "a session begins: {poll}");
    pair.goes_on().await;
    drop(strangers);
}

#[tokio::test(start_paused = true)]
async fn who_shows_no_key_in_time_is_closed_and_who_does_stays() {
    let server = TestServer::new().await;
    let begun = tokio::time::Instant::now();
    let mut member = Client::connect(server.address, "vsn=2.0.0").await;
    let key = server.key(Role::Edit);
    let join = member.push("doc:notes", "phx_join", json!({ "token": key })).await;
    assert_eq!(member.reply(&join).await["status"], "ok");
    let mut silent = Client::connect(server.address, "vsn=2.0.0").await;
    let mut guesses = Client::connect(server.address, "vsn=2.0.0").await;
    guesses.push("doc:notes", "phx_join", json!({ "token": "wrong" })).await;
    let poll = polled(&server, "GET", "", "").await;
    let session = format!("token={}", poll["token"].as_str().unwrap());
    assert_eq!(silent.closed().await, 4401);
    assert_eq!(guesses.closed().await, 4401);
    assert!(begun.elapsed() < JOIN_DEADLINE * 2, "{:?}", begun.elapsed());
    let over = async { while polled(&server, "GET", &session, "").await["status"] != 410 {} };
    timeout(JOIN_DEADLINE * 2, over).await.unwrap();
    member.beats().await;
    for _ in 0..MAX_STRANGERS.1 {
        drop(Client::connect(server.address, "vsn=2.0.0").await);
    }
}

/// Connections from so many addresses, each with so many, that say nothing.
async fn half_open(server: &TestServer, addresses: u16, of_one: usize) -> Vec<TcpStream> {
    let mut held = Vec::new();
    for n in 0..addresses {
        for _ in 0..of_one {
            let mut stream = connect_from(own_address(n), server).await;
            stream.write_all(b"GET / HT").await.unwrap();
            held.push(stream);
        }
    }
    held
}

/// A newcomer loads the page's head and takes a seat.
async fn comes_in(server: &TestServer) -> Duration {
    let begun = Instant::now();
    let get =
        format!("GET /healthz HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", server.address);
    assert!(server.http(&get).await.starts_with("HTTP/1.1 200"));
    server.guest(Role::Edit).await.sync().await;
    begun.elapsed()
}

#[tokio::test]
async fn four_thousand_half_open_connections_of_one_address_keep_nobody_waiting() {
    take_all_descriptors();
    let server = TestServer::new().await;
    let mut pair = Pair::new(&server).await;
    let mut held = half_open(&server, 1, 4_000).await;
    let took = comes_in(&server).await;
    assert!(took < Duration::from_secs(1), "{took:?}");
    pair.goes_on().await;
    let (old, new) = held.split_at_mut(4_000 - MAX_HALF_OPEN);
    // Later they would go for having sent no request.
    let go = timeout(HEADER_DEADLINE / 2, join_all(old.iter_mut().map(hangs_up)));
    go.await.expect("the oldest go");
    for stream in new {
        assert!(hangs_up(stream).now_or_never().is_none(), "the newest stay");
    }
}

#[tokio::test]
async fn four_thousand_half_open_connections_of_many_addresses_keep_nobody_waiting() {
    take_all_descriptors();
    let server = TestServer::new().await;
    let mut pair = Pair::new(&server).await;
    let held = half_open(&server, 80, 50).await;
    let took = comes_in(&server).await;
    assert!(took < Duration::from_secs(1), "{took:?}");
    pair.goes_on().await;
    drop(held);
}

/// Fewer than four thousand, of which the first may be gone for their deadline before the last has come.
#[tokio::test]
async fn where_all_places_are_taken_by_who_asks_for_nothing_the_oldest_goes() {
    let limits = Limits { sockets: 20, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let mut pair = Pair::new(&server).await;
    let places = u16::try_from(limits.sockets + MAX_PAGE_CONNECTIONS).unwrap();
    let held = half_open(&server, places / 50 + 1, 50).await;
    let took = comes_in(&server).await;
    assert!(took < HEADER_DEADLINE / 2, "{took:?}");
    pair.goes_on().await;
    drop(held);
}

/// Waits until it is hung up on.
async fn hangs_up(stream: &mut TcpStream) {
    assert!(matches!(stream.read(&mut [0; 1]).await, Ok(0) | Err(_)), "nothing is said to it");
}
