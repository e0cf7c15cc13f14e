//! What guests ask for and do not read, and the seats that they take: beside people who go on.

use std::time::Duration;

use bytes::Bytes;
use fadepad::base::ids::Role;
use fadepad::base::limits::Limits;
use fadepad_store::DocLimits;
use fadepad_wire::sync;
use futures_util::future::join_all;
use serde_json::json;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use crate::support::hostile::{Talk, own_address, phoenix_from};
use crate::support::phoenix::Client;
use crate::support::{Guest, Plan, TestServer, doc, write};

/// Of the server: a quarter of it may wait to be read.
const MEMORY: usize = 64 << 20;
/// Of the text: much larger than what the kernel takes of one socket.
const TEXT: usize = 1 << 20;

/// A Phoenix client of this address.
async fn from(n: u16, server: &TestServer, key: &str) -> Client {
    Client::over(
        phoenix_from(own_address(n), server, &format!("vsn=2.0.0&key={key}")).await.unwrap(),
    )
}

async fn large() -> (TestServer, Guest) {
    let doc_limits = DocLimits { bytes: 8 << 20, ..DocLimits::default() };
    let limits = Limits { memory: MEMORY, doc: doc_limits, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    let text = doc();
    for _ in 0..4 {
        let update = write(&text, &"a word ".repeat(TEXT / 4 / 7));
        ann.apply(&update);
        ann.send(sync::update(&update)).await;
    }
    ann.saved().await;
    (server, ann)
}

#[tokio::test]
async fn channel_members_who_read_nothing_leave_memory_and_room_to_others() {
    let (server, mut ann) = large().await;
    let mut elsewhere = Talk::elsewhere(&server).await;
    let key = server.key(Role::View);
    // As arrays of integers the text is four times as long, for each of them anew.
    let silent = join_all((0..30).map(|n| {
        let (server, key) = (&server, &key);
        async move {
            let mut client = from(n % 3, server, key).await;
            client.push("doc:notes", "phx_join", json!({ "enc": "array" })).await;
            client
        }
    }))
    .await;
    ann.type_("and on").await;
    ann.saved().await;
    // Together they would have waited with 120 MB, and a quarter of the memory is 16 MB.
    let mut pace = tokio::time::interval(Duration::from_secs(1));
    while server.pad.room.look().await.unwrap().people.devices > 8 {
        elsewhere.goes_on().await;
        pace.tick().await;
    }
    let budget = server.state.lobby.budget();
    assert!(budget.take(MEMORY / 2).is_some(), "half of the memory is left for pads");
    let mut bob = from(9, &server, &key).await;
    let reference = bob.push("doc:notes", "phx_join", json!({ "enc": "base64" })).await;
    assert_eq!(bob.reply(&reference).await["status"], "ok", "whoever reads comes in");
    elsewhere.goes_on().await;
    drop(silent);
    while budget.take(MEMORY - (8 << 20)).is_none() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn one_address_leaves_seats_to_others_however_many_topics_it_has() {
    let limits = Limits { seats: 9, sockets_per_address: 6, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let mut elsewhere = Talk::elsewhere(&server).await;
    let key = server.key(Role::View);
    let mut taken = Vec::new();
    let mut refused = 0;
    for _ in 0..4 {
        let mut client = from(1, &server, &key).await;
        for topic in ["doc:notes", "y:notes", "y_doc_room:notes"] {
            let reference = client.push(topic, "phx_join", json!({})).await;
            refused += usize::from(client.reply(&reference).await["status"] != "ok");
        }
        taken.push(client);
    }
    assert_eq!(refused, 6, "six are in");
    let mut late = from(2, &server, &key).await;
    let reference = late.push("doc:notes", "phx_join", json!({})).await;
    assert_eq!(late.reply(&reference).await["status"], "ok");
    elsewhere.goes_on().await;
}

/// Pages of this process that are its own.
#[cfg(target_os = "linux")]
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).unwrap();
    line.split_whitespace().next().unwrap().parse::<usize>().unwrap() << 10
}

/// A body is counted while its request waits, and nothing is made of it before its turn.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn files_that_wait_to_be_brought_in_take_no_more_than_is_counted() {
    const FILE: usize = 4 << 20;
    const FILES: usize = 16;
    let limits = Limits { memory: 4 * FILE * FILES, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let mut here = Talk::here(&server).await;
    let turn = server.pad.room.readers().acquire_owned().await.unwrap();
    let file = Bytes::from(vec![b'x'; FILE]);
    let before = resident();
    let (key, kinds) = (&server.key(Role::Edit), ["application/octet-stream", "text/plain"]);
    let sent = kinds.into_iter().cycle().take(FILES).map(async |kind| {
        let head = format!(
            "POST /api/v1/pads/notes/import HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {key}\r\n\
             Content-Type: {kind}\r\nContent-Length: {FILE}\r\nConnection: close\r\n\r\n",
            server.address
        );
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.write_all(&file).await.unwrap();
        stream
    });
    let streams = join_all(sent).await;
    let budget = server.state.lobby.budget();
    while budget.take(limits.memory - FILE * FILES).is_some() {
        tokio::task::yield_now().await;
    }
    // By then each of them has come as far as it comes.
    here.goes_on().await;
    let taken = resident().saturating_sub(before);
    assert!(taken < FILE * FILES * 5 / 4, "{taken} bytes for {}", FILE * FILES);
    drop((streams, turn));
    while budget.take(limits.memory - FILE).is_none() {
        tokio::task::yield_now().await;
    }
    here.goes_on().await;
}
