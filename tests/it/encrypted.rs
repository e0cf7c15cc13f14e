//! With TLS nobody on the network reads along, and all else stays as it is.

use std::net::SocketAddr;
use std::process::Command;
use std::sync::Arc;

use crate::support::sealed::{self, certificate, fingerprint};
use crate::support::{Guest, Heard, PATIENCE, Plan, TestServer};
use fadepad::base::ids::Role;
use fadepad::base::limits::{HEADER_DEADLINE, Limits};
use fadepad::server::Tls;
use fadepad_wire::sync;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};
use yrs::{GetString as _, ReadTxn as _, Text as _, Transact as _};

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

async fn house_with(limits: Limits) -> TestServer {
    let tls = Tls::self_signed(&names(&["localhost", "127.0.0.1"])).unwrap();
    TestServer::with(Plan { limits, tls: Some(Arc::new(tls)), ..Plan::default() }).await
}

async fn server() -> TestServer {
    house_with(Limits::default()).await
}

#[tokio::test]
async fn what_one_types_the_other_sees() {
    let server = server().await;
    let (mut ann, mut bob) = (server.guest(Role::Edit).await, server.guest(Role::Edit).await);
    ann.sync().await;
    bob.sync().await;
    for n in 0..200 {
        ann.type_(&format!("{n} ")).await;
        if n % 10 == 0 {
            bob.type_("! ").await;
        }
    }
    while bob.text().len() < 730 || ann.text().len() < 730 {
        tokio::select! {
            _ = ann.take_next() => {}
            _ = bob.take_next() => {}
        }
    }
    assert_eq!(ann.text(), bob.text());
    let mut late = server.guest(Role::View).await;
    late.sync().await;
    assert_eq!(late.text(), ann.text());
}

/// What a command says, asked while the server goes on.
async fn command(args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
    command.args(args);
    let told = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (told.status.code().unwrap(), text(&told.stdout), text(&told.stderr))
}

#[tokio::test]
async fn commands_follow_a_link_to_the_server_of_this_certificate_and_to_no_other() {
    let tls = Arc::new(Tls::self_signed(&names(&["localhost", "127.0.0.1"])).unwrap());
    let sha256 = tls.fingerprint();
    let server = TestServer::with(Plan { tls: Some(tls), ..Plan::default() }).await;
    let at = format!("https://{}", server.address);
    let host = format!("{at}/p/notes#{}", server.key(Role::Host));
    let code = format!("{at}/j/{}", server.code());
    let (status, out, told) = command(&["cat", &host]).await;
    assert_eq!((status, &*out), (1, ""), "{told}");
    assert!(told.contains(&format!("say --fingerprint {sha256}")), "{told}");
    let begins = format!("fadepad: {}: this system does not trust", server.address);
    assert!(told.starts_with(&begins), "{told}");
    let other = sha256.replace(&sha256[..2], if sha256.starts_with("00") { "01" } else { "00" });
    let (status, out, told) = command(&["cat", &host, "--fingerprint", &other]).await;
    assert_eq!((status, &*out), (1, ""), "{told}");
    assert!(told.contains("another one than --fingerprint says"), "{told}");

    let bare = sha256.replace(':', "").to_lowercase();
    let (status, _, told) = command(&["append", &code, "--fingerprint", &bare, "by TLS"]).await;
    assert_eq!(status, 0, "{told}");
    let folder = tempfile::tempdir().unwrap();
    let (kept, more) = (folder.path().join("kept.txt"), folder.path().join("more.md"));
    std::fs::write(&more, "more").unwrap();
    let (kept, more) = (kept.to_str().unwrap(), more.to_str().unwrap());
    for (words, says) in [
        (&["import", &host, more][..], ""),
        (
            &["cat", &code, "--as", "txt"],
            "by TLS
more",
        ),
        (&["export", &host, kept], ""),
        (&["list", &host], "notes"),
        (&["rename", &host, "Retro"], "Retro"),
        (&["end", "--now", &host], "was ended"),
    ] {
        let words = [words, &["--fingerprint", &sha256]].concat();
        let (status, out, told) = command(&words).await;
        assert_eq!(status, 0, "{words:?}: {told}");
        assert!(out.contains(says), "{words:?}: {out}");
    }
    assert_eq!(
        std::fs::read_to_string(kept).unwrap().trim(),
        "by TLS
more"
    );
    assert_eq!(command(&["cat", &host, "--fingerprint", &sha256]).await.0, 5);
}

#[tokio::test]
async fn versions_1_3_and_1_2_are_taken_and_1_1_is_refused() {
    let server = server().await;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/node/versions.mjs");
    let port = server.address.port().to_string();
    let asked = tokio::task::spawn_blocking(move || {
        Command::new("node").args([script, &port]).output().unwrap()
    });
    let said = String::from_utf8(asked.await.unwrap().stdout).unwrap();
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        ["TLSv1.3: TLSv1.3 http/1.1", "TLSv1.2: TLSv1.2 http/1.1", "TLSv1.1: refused"]
    );
}

fn get(path: &str, host: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
}

#[tokio::test]
async fn plain_http_is_led_to_the_same_page_and_never_to_a_foreign_host() {
    let server = server().await;
    let port = server.address.port();
    let own = format!("127.0.0.1:{port}");
    for path in ["/p/notes?x=1", "/api/v1/info", "/ws/notes?key=k", "//evil.example/"] {
        let answer = server.exchange(&get(path, &own), false).await;
        assert!(answer.starts_with("HTTP/1.1 308"), "{answer}");
        assert!(answer.contains(&format!("location: https://{own}{path}\r\n")), "{answer}");
    }
    let upper = format!("LOCALHOST:{port}");
    let answer = server.exchange(&get("/J/K7QPM3", &upper), false).await;
    assert!(answer.contains(&format!("location: https://localhost:{port}/J/K7QPM3\r\n")));
    for foreign in ["evil.example", "evil.example:443", "localhost.evil.example"] {
        let answer = server.exchange(&get("/", foreign), false).await;
        assert!(answer.starts_with("HTTP/1.1 421"), "{answer}");
        assert!(!answer.to_lowercase().contains("location:"), "{answer}");
    }
    let tricky = format!("localhost:{port}@evil.example");
    assert!(!server.exchange(&get("/", &tricky), false).await.contains("location: https://evil"));
}

fn get_by_proxy(host: &str, header: &str) -> String {
    get("/", host).replace("Connection:", &format!("{header}\r\nConnection:"))
}

#[tokio::test]
async fn behind_a_proxy_that_speaks_plain_http_nobody_is_led_round_for_ever() {
    let server = server().await;
    let host = format!("localhost:{}", server.address.port());
    let page = server.exchange(&get_by_proxy(&host, "X-Forwarded-Proto: https"), false).await;
    assert!(page.starts_with("HTTP/1.1 200"), "its visitors are encrypted up to it: {page}");
    assert!(page.contains(&format!("wss://{host};")) && !page.contains(" ws://"), "{page}");
    let mute = server.exchange(&get_by_proxy(&host, "X-Forwarded-For: 192.0.2.7"), false).await;
    assert!(mute.starts_with("HTTP/1.1 502") && mute.contains("reverse proxy"), "{mute}");
    assert!(mute.contains("--url") && !mute.to_lowercase().contains("\nlocation:"), "{mute}");
    let plain = server.exchange(&get_by_proxy(&host, "X-Forwarded-Proto: http"), false).await;
    assert!(plain.starts_with("HTTP/1.1 308"), "who came by plain HTTP is led once: {plain}");
}

#[tokio::test]
async fn encrypted_pages_are_a_secure_context_and_plain_ones_stay_possible_tomorrow() {
    let server = server().await;
    let host = server.address.to_string();
    let answer = server.http(&get("/", &host)).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("cross-origin-opener-policy: same-origin"), "{answer}");
    assert!(answer.contains(&format!("wss://{host};")) && !answer.contains(" ws://"), "{answer}");
    assert!(!answer.contains("strict-transport-security"), "{answer}");
}

#[tokio::test]
async fn the_hosts_page_gets_the_fingerprint_of_what_browsers_are_shown() {
    let server = server().await;
    let (_, pad) = server.api("GET", "pads/notes", &server.key(Role::Host), r#"{"in_s":0}"#).await;
    let stream = sealed::connect(server.address).await.unwrap();
    assert_eq!(pad["certificate"]["sha256"], fingerprint(&certificate(&stream)));
    assert_eq!(pad["certificate"]["self_signed"], true);
}

#[tokio::test(start_paused = true)]
async fn who_says_nothing_or_never_finishes_the_handshake_is_closed() {
    let server = server().await;
    let hello_of_512_bytes = [0x16, 3, 1, 2, 0, 1];
    let http = b"GET / HTTP/1.1\r\nHost:";
    for begin in [&b""[..], &[0x16], &hello_of_512_bytes, http] {
        let begun = Instant::now();
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        stream.write_all(begin).await.unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        assert!(begun.elapsed() >= HEADER_DEADLINE, "{begin:?}");
        assert!(begun.elapsed().as_secs() <= 21, "{begin:?}: {:?}", begun.elapsed());
    }
}

#[tokio::test]
async fn a_pad_that_ends_says_so_after_its_last_words() {
    let server = server().await;
    let (mut ann, mut bob) = (server.guest(Role::Edit).await, server.page(Role::Edit).await);
    ann.sync().await;
    bob.sync().await;
    bob.type_("last words").await;
    bob.saved().await;
    let (status, _) =
        server.api("DELETE", "pads/notes", &server.key(Role::Host), r#"{"in_s":0}"#).await;
    assert_eq!(status, 200);
    let code = loop {
        match ann.hear().await {
            Heard::Update(update) => ann.apply(&update),
            Heard::Closed(code) => break code,
            _ => {}
        }
    };
    assert_eq!((code, ann.text().as_str()), (4410, "last words"));
    assert_eq!(bob.closed().await, 4410);
    let mut late = server.guest(Role::Edit).await;
    assert_eq!(late.closed().await, 4410, "who gets no seat is told over TLS too");
}

/// Puts another text in the place of the one that stands there, which nobody needs any more.
fn rewrite(guest: &Guest, text: &str) -> Vec<u8> {
    let t = guest.doc.get_or_insert_text("t");
    let before = guest.doc.transact().state_vector();
    let mut txn = guest.doc.transact_mut();
    let len = t.len(&txn);
    t.remove_range(&mut txn, 0, len);
    t.insert(&mut txn, 0, text);
    txn.encode_diff_v1(&before)
}

#[tokio::test]
async fn who_reads_slowly_gets_one_delta_instead_of_all_that_was_written() {
    const ROUNDS: usize = 300;
    const LONG: usize = 40_000;
    let server = house_with(Limits { enforced: false, ..Limits::default() }).await;
    let (mut ann, mut bob) = (server.page(Role::Edit).await, server.guest(Role::View).await);
    let mut slow = server.guest(Role::View).await;
    for guest in [&mut ann, &mut bob, &mut slow] {
        guest.sync().await;
    }
    let text = |n: usize| format!("{n:>LONG$}");
    let last = text(ROUNDS);
    let writes = async {
        for n in 1..=ROUNDS {
            let update = rewrite(&ann, &text(n));
            ann.send(sync::update(&update)).await;
            ann.saved().await;
        }
    };
    tokio::join!(writes, bob.reads(&last));
    let mut bytes = 0;
    while slow.text() != last {
        match slow.hear().await {
            Heard::Update(update) | Heard::Step2(update) => {
                bytes += update.len();
                slow.apply(&update);
            }
            Heard::Closed(code) => panic!("closed with {code}"),
            _ => {}
        }
    }
    let all = ROUNDS * LONG;
    assert!(bytes < all / 3, "{bytes} of {all} bytes: what was written waited somewhere");
    assert_eq!(slow.doc.get_or_insert_text("t").get_string(&slow.doc.transact()), last);
    ann.type_("!").await;
    slow.reads(&format!("{last}!")).await;
}

#[tokio::test]
async fn a_certificate_is_made_anew_when_addresses_change_and_guests_stay() {
    let server = server().await;
    let tls = server.state.tls.clone().unwrap();
    let (mut ann, mut bob) = (server.guest(Role::Edit).await, server.guest(Role::Edit).await);
    ann.sync().await;
    bob.sync().await;
    let shown =
        |address: SocketAddr| async move { certificate(&sealed::connect(address).await.unwrap()) };
    let first = shown(server.address).await;
    let new = "192.168.7.7".parse().unwrap();
    assert!(
        sealed::connect_trusting(server.address, first.clone(), new).await.is_err(),
        "it is not for that address yet"
    );
    let mut told = tls.watch();
    let names = [server.address.ip(), new].map(|ip| ip.to_string());
    assert!(tls.renew(&names).unwrap());
    assert!(told.has_changed().unwrap());
    let second = shown(server.address).await;
    assert_ne!(first, second);
    assert_eq!(*told.borrow_and_update(), fingerprint(&second));
    sealed::connect_trusting(server.address, second.clone(), new).await.unwrap();
    sealed::connect_trusting(server.address, second, server.address.ip()).await.unwrap();
    assert!(!tls.renew(&names).unwrap(), "nothing has changed since");
    ann.type_("still here").await;
    bob.reads("still here").await;
}

#[tokio::test]
async fn a_connection_that_is_cut_leaves_its_seat() {
    let server = server().await;
    let (mut ann, bob) = (server.page(Role::Edit).await, server.guest(Role::Edit).await);
    ann.sync().await;
    let mut cut = bob;
    cut.show(1, "{}").await;
    ann.sees().await;
    let client = cut.client;
    drop(cut);
    assert_eq!(ann.sees().await, [(client, 1, "null".to_owned())]);
    let mut idle = sealed::connect(server.address).await.unwrap();
    idle.write_all(get("/healthz", &server.address.to_string()).as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    timeout(PATIENCE, idle.read_to_end(&mut answer)).await.unwrap().expect("a clean end of TLS");
}
