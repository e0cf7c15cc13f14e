//! Attacks that never got anywhere, beside people who go on writing: they get nowhere later either.

use fadepad::base::ids::Role;
use fadepad_client::Frame;
use fadepad_wire::masked;
use futures_util::future::join_all;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::yield_now;
use tokio::time::timeout;

use crate::support::hostile::{Pair, own_address, socket_from};
use crate::support::{PATIENCE, TestServer};

/// Where one comes in with a key, before anything else is said.
fn doors(key: &str) -> [String; 4] {
    [
        format!("ws/notes?key={key}"),
        format!("ws/notes?key={key}&x=1"),
        format!("socket/websocket?vsn=2.0.0&token={key}"),
        format!("hocuspocus?key={key}"),
    ]
}

#[tokio::test]
async fn a_frame_of_64_mib_or_2_to_the_63_bytes_is_refused_by_its_head_at_every_door() {
    let server = TestServer::new().await;
    let mut pair = Pair::new(&server).await;
    let budget = server.state.lobby.budget();
    for role in [Role::View, Role::Edit, Role::Host] {
        for door in doors(&server.key(role)) {
            for len in [64 << 20, (1 << 63) - 1, 1 << 63, u64::MAX] {
                let mut eve = socket_from(own_address(1), &server, &door).await.unwrap();
                let before = budget.used().0;
                let frame = [masked::head(0x82, len), vec![0; 1 << 10]].concat();
                eve.stream().write_all(&frame).await.unwrap();
                let code = loop {
                    match timeout(PATIENCE, eve.next()).await.expect("an answer") {
                        Ok(Frame::Close(close)) => break close.code,
                        Ok(_) => {}
                        other => panic!("{door}, {len} bytes: {other:?}"),
                    }
                };
                assert!(matches!(code, 4400 | 4413), "{door}, {len} bytes: {code}");
                assert!(budget.used().0 < before + (1 << 20), "{door}, {len} bytes");
            }
        }
        pair.goes_on().await;
    }
}

#[tokio::test]
async fn who_comes_and_goes_a_thousand_times_takes_nothing_along_and_leaves_nothing() {
    let server = TestServer::new().await;
    let mut pair = Pair::new(&server).await;
    let budget = server.state.lobby.budget();
    pair.goes_on().await;
    let before = budget.used().0;
    let doors = [Role::View, Role::Edit].map(|role| doors(&server.key(role))).concat();
    for _ in 0..25 {
        let come =
            (0..40).map(|n: usize| socket_from(own_address(n as u16), &server, &doors[n % 8]));
        let come: Vec<_> = join_all(come).await.into_iter().map(Result::unwrap).collect();
        pair.goes_on().await;
        drop(come);
    }
    while server.pad.room.look().await.unwrap().people.devices > 2 {
        yield_now().await;
    }
    pair.goes_on().await;
    let (after, text) = (budget.used().0, 4 << 10);
    assert!(after < before + text, "{before} bytes are counted before, {after} after it");
}

/// What is sent in one piece is answered so often, until the connection is closed.
async fn answers(server: &TestServer, sent: &str) -> Vec<String> {
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(sent.as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut all = Vec::new();
    let _ = timeout(PATIENCE, stream.read_to_end(&mut all)).await.expect("an end");
    let all = String::from_utf8_lossy(&all).into_owned();
    all.split("HTTP/1.1 ").skip(1).map(|answer| answer[..3].to_owned()).collect()
}

#[tokio::test]
async fn no_request_is_smuggled_in_another_one() {
    let server = TestServer::new().await;
    let mut pair = Pair::new(&server).await;
    let host = format!("Host: {}\r\n", server.address);
    let inner = format!("GET /healthz HTTP/1.1\r\n{host}\r\n");
    let len = inner.len();
    let whole = format!("Content-Length: {len}\r\n");
    assert_eq!(answers(&server, &format!("{inner}{inner}")).await, ["200", "200"]);
    assert_eq!(
        answers(&server, &format!("POST /api/v1/join HTTP/1.1\r\n{host}{whole}\r\n{inner}")).await,
        ["400"],
        "what is a body is no request"
    );
    for ambiguous in [
        format!("Content-Length: 0\r\n{whole}"),
        format!("{whole}Content-Length: 0\r\n"),
        format!("Content-Length: {len}, 0\r\n"),
        format!("Content-Length: +{len}\r\n"),
        format!("Content-Length: 0x0\r\n{whole}"),
        format!("Content-Length : 0\r\n{whole}"),
        format!("{whole}Transfer-Encoding: identity\r\n"),
        format!("{whole}Transfer-Encoding: xchunked\r\n"),
        format!("{whole}Transfer-Encoding : chunked\r\n"),
        format!("{whole}Transfer-Encoding: chunked, identity\r\n"),
        format!("{whole}X: y\rTransfer-Encoding: chunked\r\n"),
        format!("{whole} Transfer-Encoding: chunked\r\n"),
    ] {
        let sent = format!("POST /api/v1/join HTTP/1.1\r\n{host}{ambiguous}\r\n{inner}");
        let answered = answers(&server, &sent).await;
        assert_eq!(answered, ["400"], "{ambiguous:?}");
    }
    // Where it says both, the chunks count (RFC 9112, 6.3), and nothing that follows is heard on that connection.
    let both = format!(
        "POST /api/v1/join HTTP/1.1\r\n{host}{whole}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n{inner}"
    );
    let answered = answers(&server, &both).await;
    assert_eq!(answered, ["400"], "the chunks and a length");
    pair.goes_on().await;
}
