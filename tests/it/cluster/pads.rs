//! One pad at two machines: the program twice, beside a real NATS server, and people at both.

use std::io::{Read as _, Write as _};
use std::net::TcpStream as StdStream;
use std::process::Stdio;
use std::time::Duration;

use fadepad_client::{Encoding, Entrance, Guest as Seat, Protocol};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};
use yrs::updates::decoder::Decode as _;
use yrs::{Doc, GetString as _, Transact as _, Update};

use super::node::secret;
use crate::erased::{Server, marker};
use crate::support::nats::NatsServer;
use crate::support::{Guest, PATIENCE};

/// Two nodes of one cluster.
struct TwoNodes {
    broker: NatsServer,
    a: Server,
    b: Server,
    _folder: tempfile::TempDir,
}

impl TwoNodes {
    fn start() -> Self {
        Self::with(&[])
    }

    fn with(more: &[&str]) -> Self {
        let (broker, (folder, secret)) = (NatsServer::start(), secret());
        let url = broker.url();
        let usual = ["--cluster", &url, "--secret-file", &secret, "--last-call", "0s"];
        let args = [&usual, more].concat();
        let a = Server::logging(&args, Stdio::null());
        let b = Server::logging(&args, Stdio::null());
        Self { broker, a, b, _folder: folder }
    }
}

fn port(server: &Server) -> u16 {
    u16::try_from(server.ready["port"].as_u64().unwrap()).unwrap()
}

fn key<'a>(server: &'a Server, key: &str) -> &'a str {
    server.ready[key].as_str().unwrap()
}

/// What a node answers: its status and its body.
fn ask(server: &Server, call: &str, key: &str, body: &str) -> (u16, Value) {
    let port = port(server);
    let mut stream = StdStream::connect(("127.0.0.1", port)).unwrap();
    let length = body.len();
    write!(
        stream,
        "{call} HTTP/1.0\r\nHost: localhost:{port}\r\nAuthorization: Bearer {key}\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    (status, serde_json::from_str(body).unwrap_or_default())
}

/// Somebody at a node, in step with it.
async fn person(server: &Server, key: &str) -> Guest {
    let mut guest = server.guest(key).await;
    guest.sync().await;
    guest
}

/// Hears until the text is this, within the time that anything takes here.
async fn reads(guest: &mut Guest, text: &str) {
    let heard = timeout(PATIENCE, guest.reads(text)).await;
    heard.unwrap_or_else(|_| panic!("\"{}\" is not \"{text}\"", guest.text()));
}

/// Has both type at once, and tells when both have read all of it.
async fn type_at_both(ann: &mut Guest, bob: &mut Guest, words: usize) {
    for word in 0..words {
        ann.type_(&format!("a{word} ")).await;
        bob.type_(&format!("b{word} ")).await;
    }
    same(ann, bob, words).await;
}

/// Both read the same, and each word of both once.
async fn same(ann: &mut Guest, bob: &mut Guest, words: usize) {
    let all = |text: &str| (0..words).all(|n| ["a", "b"].iter().all(|who| once(text, who, n)));
    let until = Instant::now() + PATIENCE;
    while !(ann.text() == bob.text() && all(&ann.text())) {
        assert!(Instant::now() < until, "\"{}\" and \"{}\"", ann.text(), bob.text());
        let _ = timeout(Duration::from_millis(50), ann.take_next()).await;
        let _ = timeout(Duration::from_millis(50), bob.take_next()).await;
    }
}

fn once(text: &str, who: &str, number: usize) -> bool {
    text.split(' ').filter(|word| *word == format!("{who}{number}")).count() == 1
}

#[tokio::test]
async fn what_is_typed_at_one_node_is_read_at_the_other_by_every_door() {
    let nodes = TwoNodes::start();
    let mut ann = person(&nodes.a, "edit_key").await;
    let mut bob = person(&nodes.b, "edit_key").await;
    ann.type_("from a").await;
    reads(&mut bob, "from a").await;
    bob.type_(", from b").await;
    reads(&mut ann, "from a, from b").await;
    let entrance = Entrance {
        authority: format!("127.0.0.1:{}", port(&nodes.b)),
        pad: "notes".to_owned(),
        key: key(&nodes.b, "edit_key").to_owned(),
        protocol: Protocol::Phoenix(Encoding::Binary),
    };
    let mut eve: Seat<TcpStream> = Seat::connect(&entrance).await.unwrap();
    let doc = Doc::new();
    let text = doc.get_or_insert_text("t");
    let whole = Update::decode_v1(&eve.whole().await.unwrap()).unwrap();
    doc.transact_mut().apply_update(whole).unwrap();
    assert_eq!(text.get_string(&doc.transact()), "from a, from b");
}

#[tokio::test]
async fn a_pad_of_one_node_opens_at_the_other_by_its_code_and_by_its_key() {
    let nodes = TwoNodes::start();
    let (status, pad) =
        ask(&nodes.a, "POST /api/v1/pads", key(&nodes.a, "host_key"), r#"{"name":"retro"}"#);
    assert_eq!(status, 201, "{pad}");
    let (code, link) = (pad["code"].as_str().unwrap(), pad["edit_key"].as_str().unwrap());
    let at = |server: &Server, key: &str| {
        format!("ws://127.0.0.1:{}/ws/retro?x=1&key={key}", port(server))
    };
    let mut ann = Guest::at(&at(&nodes.a, link)).await;
    ann.sync().await;
    ann.type_("only at a").await;
    let (status, joined) =
        ask(&nodes.b, "POST /api/v1/join", "", &format!(r#"{{"code":"{code}"}}"#));
    assert_eq!((status, &joined["pad"]), (200, &"retro".into()), "{joined}");
    for key in [joined["key"].as_str().unwrap(), link] {
        let mut bob = Guest::at(&at(&nodes.b, key)).await;
        bob.sync().await;
        reads(&mut bob, "only at a").await;
    }
}

#[tokio::test]
async fn what_a_host_decides_at_one_node_holds_at_the_other() {
    let nodes = TwoNodes::start();
    let mut bob = person(&nodes.b, "edit_key").await;
    bob.type_("x").await;
    let host = key(&nodes.a, "host_key");
    let (status, said) = ask(&nodes.a, "POST /api/v1/pads/notes/links", host, r#"{"role":"edit"}"#);
    assert!(status < 300, "{said}");
    let begun = Instant::now();
    let code = timeout(PATIENCE, bob.closed()).await.expect("the old link is shut at b, too");
    assert!(begun.elapsed() < Duration::from_secs(2), "{code} after {:?}", begun.elapsed());
    let (status, _) = ask(&nodes.b, "GET /api/v1/pads/notes", key(&nodes.b, "edit_key"), "");
    assert_ne!(status, 200, "the old key opens nothing at b");
}

#[tokio::test]
async fn an_end_at_one_node_is_the_end_at_all_and_leaves_the_text_nowhere() {
    let (mut nodes, marker) = (TwoNodes::start(), marker());
    let mut ann = person(&nodes.a, "edit_key").await;
    let mut bob = person(&nodes.b, "edit_key").await;
    for word in 0..40 {
        ann.type_(&format!("{word} {marker} ")).await;
    }
    reads(&mut bob, &ann.text()).await;
    let receipt = nodes.a.delete();
    assert!(receipt.contains("\"why\":\"host\""), "{receipt}");
    timeout(PATIENCE, bob.closed()).await.expect("it ends at b, too");
    drop((ann, bob));
    nodes.a.until("ended");
    nodes.b.until("ended");
    nodes.a.is_clean_of(&marker);
    nodes.b.is_clean_of(&marker);
    assert!(!holds(nodes.broker.pid(), &marker), "the broker has seen it");
}

/// Whether a process has this in its memory; `false` also where only root may look.
fn holds(pid: u32, needle: &str) -> bool {
    let maps = std::fs::read_to_string(format!("/proc/{pid}/maps")).unwrap_or_default();
    let Ok(memory) = std::fs::File::open(format!("/proc/{pid}/mem")) else { return false };
    maps.lines().filter(|line| line.split(' ').nth(1).unwrap().starts_with('r')).any(|region| {
        use std::os::unix::fs::FileExt as _;
        let (from, to) = region.split(' ').next().unwrap().split_once('-').unwrap();
        let from = u64::from_str_radix(from, 16).unwrap();
        let length = u64::from_str_radix(to, 16).unwrap() - from;
        // What Go has reserved and not used yet.
        let Some(length) = usize::try_from(length).ok().filter(|l| *l <= 256 << 20) else {
            return false;
        };
        let mut bytes = vec![0; length];
        let read = memory.read_exact_at(&mut bytes, from);
        read.is_ok() && bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
    })
}

#[tokio::test]
async fn whoever_listens_at_the_broker_reads_nothing() {
    let (nodes, marker) = (TwoNodes::start(), marker());
    let mut listener = TcpStream::connect(("127.0.0.1", nodes.broker.port)).await.unwrap();
    let hello = b"CONNECT {\"verbose\":false,\"headers\":true}\r\nSUB > 1\r\nPING\r\n";
    tokio::io::AsyncWriteExt::write_all(&mut listener, hello).await.unwrap();
    let mut ann = person(&nodes.a, "edit_key").await;
    let mut bob = person(&nodes.b, "edit_key").await;
    let (mut heard, begun) = (Vec::new(), Instant::now());
    ann.type_(&marker).await;
    reads(&mut bob, &marker).await;
    // The beat after it came by, too.
    while begun.elapsed() < Duration::from_secs(2) {
        let mut part = [0; 4096];
        let read = tokio::io::AsyncReadExt::read(&mut listener, &mut part);
        if let Ok(Ok(length @ 1..)) = timeout(Duration::from_millis(500), read).await {
            heard.extend_from_slice(&part[..length]);
        }
    }
    let has = |word: &str| heard.windows(word.len()).any(|window| window == word.as_bytes());
    assert!(has("MSG fp1.fadepad."), "it hears what nodes say");
    for secret in [marker.as_str(), "notes", key(&nodes.a, "code")] {
        assert!(!has(secret), "{secret} is read at the broker");
    }
}

#[tokio::test]
async fn a_node_that_is_killed_takes_no_letter_with_it_and_its_people_go_on_at_the_other() {
    let mut nodes = TwoNodes::start();
    let mut ann = person(&nodes.a, "edit_key").await;
    let mut bob = person(&nodes.b, "edit_key").await;
    type_at_both(&mut ann, &mut bob, 50).await;
    nodes.a.child.kill().unwrap();
    nodes.a.child.wait().unwrap();
    let mut again = person(&nodes.b, "edit_key").await;
    assert_eq!(again.text(), ann.text());
    again.type_("a50 ").await;
    bob.type_("b50 ").await;
    same(&mut again, &mut bob, 51).await;
}

#[tokio::test]
async fn a_node_that_is_killed_loses_no_letter_of_those_who_come_back_to_the_other() {
    let mut nodes = TwoNodes::with(&["--node-dead", "4s"]);
    let mut ann = person(&nodes.a, "edit_key").await;
    let mut bob = person(&nodes.b, "edit_key").await;
    type_at_both(&mut ann, &mut bob, 50).await;
    nodes.a.child.kill().unwrap();
    nodes.a.child.wait().unwrap();
    let alone = ann.write("after");
    bob.type_("b50 ").await;
    // Until the node counts as dead, who wrote there is there, and nobody else writes on in their name: what she brings is held.
    let mut again = nodes.b.guest("edit_key").await;
    again.doc = ann.doc;
    again.sync().await;
    again.seat.update(&alone).await.unwrap();
    let until = Instant::now() + PATIENCE;
    while !(bob.text() == again.text() && bob.text().contains("after")) {
        assert!(Instant::now() < until, "\"{}\" and \"{}\"", bob.text(), again.text());
        let _ = timeout(Duration::from_millis(50), bob.take_next()).await;
        let _ = timeout(Duration::from_millis(50), again.take_next()).await;
    }
    assert!((0..50).all(|n| once(&bob.text(), "a", n) && once(&bob.text(), "b", n)));
}

#[tokio::test]
async fn a_node_that_hangs_for_three_seconds_holds_up_nobody_and_catches_up() {
    let nodes = TwoNodes::start();
    let mut ann = person(&nodes.a, "edit_key").await;
    let mut bob = person(&nodes.b, "edit_key").await;
    let mut cid = person(&nodes.a, "edit_key").await;
    let stopped = Pid::from_child(&nodes.b.child);
    kill_process(stopped, Signal::STOP).unwrap();
    let begun = Instant::now();
    let mut slowest = Duration::ZERO;
    for word in 0..30 {
        let typed = Instant::now();
        ann.type_(&format!("a{word} ")).await;
        let all = ann.text();
        reads(&mut cid, &all).await;
        slowest = slowest.max(typed.elapsed());
        sleep(Duration::from_millis(100)).await;
    }
    assert!(begun.elapsed() >= Duration::from_secs(3));
    kill_process(stopped, Signal::CONT).unwrap();
    assert!(slowest < Duration::from_secs(1), "a word took {slowest:?} at the healthy node");
    for word in 0..30 {
        bob.type_(&format!("b{word} ")).await;
    }
    same(&mut ann, &mut bob, 30).await;
}

#[tokio::test]
async fn while_the_broker_is_away_both_type_on_and_read_the_same_when_it_is_back() {
    let mut nodes = TwoNodes::start();
    let mut ann = person(&nodes.a, "edit_key").await;
    let mut bob = person(&nodes.b, "edit_key").await;
    ann.type_("a0 ").await;
    reads(&mut bob, "a0 ").await;
    nodes.broker.kill();
    bob.type_("b0 ").await;
    for word in 1..100 {
        ann.type_(&format!("a{word} ")).await;
        bob.type_(&format!("b{word} ")).await;
    }
    nodes.broker.restart();
    same(&mut ann, &mut bob, 100).await;
}
