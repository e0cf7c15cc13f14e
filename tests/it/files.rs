//! Files of a pad: they come in by a place that is taken before them, are read by whoever knows their id, run nothing, and
//! go with the pad, or a minute after its text has let go of them.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fadepad::base::door::Door;
use fadepad::base::ids::{FileId, Person, Role};
use fadepad::base::keys::KeyRing;
use fadepad::base::limits::{LAST_CALL, Limits, SWEEP, UNMENTIONED};
use fadepad::base::shards::Shards;
use fadepad::base::stop::Stop;
use fadepad::room::core::seat_kind::SeatKind;
use fadepad::room::files::StoredFile;
use fadepad::room::lobby::{Environment, Lobby, Pad, Rules};
use fadepad::room::message::Arrival;
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::time::{advance, timeout};
use yrs::{
    ReadTxn as _, Text as _, Transact as _, Xml as _, XmlElementPrelim, XmlFragment as _, XmlOut,
};

use crate::afresh::afresh;
use crate::support::{Guest, PATIENCE, Plan, TestServer, doc, write};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nand then what is shown";

/// The head of a request that brings so many bytes.
fn head(server: &TestServer, key: &str, (name, kind, len): (&str, &str, usize)) -> String {
    format!(
        "POST /api/v1/pads/notes/files?name={name} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {key}\r\n\
         Content-Type: {kind}\r\nContent-Length: {len}\r\nConnection: close\r\n\r\n",
        server.address
    )
}

fn parted(answer: &str) -> (u16, String, String) {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, head.to_ascii_lowercase(), body.to_owned())
}

pub(crate) async fn bring(
    server: &TestServer,
    key: &str,
    file: (&str, &str, &[u8]),
) -> (u16, Value) {
    let (name, kind, bytes) = file;
    let request = [head(server, key, (name, kind, bytes.len())).as_bytes(), bytes].concat();
    let (status, _, body) = parted(&server.http_bytes(&request).await);
    (status, serde_json::from_str(&body).unwrap())
}

async fn get(server: &TestServer, path: &str, more: &str) -> (u16, String, String) {
    let address = server.address;
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n{more}Connection: close\r\n\r\n");
    parted(&server.http(&request).await)
}

fn of(told: &Value) -> &str {
    told["url"].as_str().unwrap()
}

#[tokio::test]
async fn a_receipt_counts_the_files_that_are_erased_with_the_text() {
    let server = TestServer::new().await;
    let picture = [PNG, &[7; 59_000]].concat();
    let (status, told) =
        bring(&server, &server.key(Role::Edit), ("board.png", "image/png", &picture)).await;
    assert_eq!(status, 201, "{told}");
    let (_, receipt) = server.api("DELETE", "pads/notes", &server.key(Role::Host), "").await;
    assert!(receipt["bytes"].as_u64().unwrap() >= picture.len() as u64, "{receipt}");
}

#[tokio::test]
async fn whoever_knows_its_id_reads_a_picture_and_it_can_run_nothing() {
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    let (status, told) = bring(&server, &key, ("Tafel%201.png", "image/png", PNG)).await;
    assert_eq!(status, 201, "{told}");
    assert_eq!(
        (&told["name"], &told["type"], &told["bytes"]),
        (&"Tafel 1.png".into(), &"image/png".into(), &PNG.len().into())
    );
    assert_eq!(of(&told), format!("/f/{}", told["id"].as_str().unwrap()));
    let (status, head, body) = get(&server, of(&told), "").await;
    assert_eq!((status, body.ends_with("what is shown")), (200, true), "{head}");
    for line in [
        "content-type: image/png",
        "content-disposition: inline; filename=\"tafel_1.png\"; filename*=utf-8''tafel%201.png",
        "x-content-type-options: nosniff",
        "cache-control: no-store",
        "accept-ranges: bytes",
        "cross-origin-resource-policy: same-origin",
    ] {
        assert!(head.contains(&format!("\r\n{line}")), "{line}: {head}");
    }
    let policy = "content-security-policy: sandbox; default-src 'none'";
    assert!(head.contains(policy), "{head}");
    let (status, ..) = get(&server, "/f/00000000000000000000000000000000", "").await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn a_page_or_a_drawing_is_only_ever_kept_as_a_file_whatever_it_says_to_be() {
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    for (kind, bytes) in [
        ("image/svg+xml", &b"<svg onload='alert(1)'/>"[..]),
        ("text/html", b"<!doctype html><script>alert(1)</script>"),
        ("application/javascript", b"alert(1)"),
    ] {
        let (status, told) = bring(&server, &key, ("a.html", kind, bytes)).await;
        assert_eq!((status, &told["type"]), (201, &"application/octet-stream".into()), "{told}");
        let (_, head, _) = get(&server, of(&told), "").await;
        assert!(head.contains("\r\ncontent-disposition: attachment"), "{head}");
        assert!(head.contains("\r\ncontent-type: application/octet-stream"), "{head}");
    }
    let (status, told) = bring(&server, &key, ("a.png", "image/png", b"<svg/>")).await;
    assert_eq!((status, &told["title"]), (415, &"another kind".into()), "a lie");
    assert_eq!(server.pad.room.files().totals(), (3, 24 + 40 + 8));
}

#[tokio::test]
async fn a_body_in_a_form_or_packed_is_refused_and_told_how_to_send_it() {
    let server = TestServer::new().await;
    let (key, address) = (server.key(Role::Edit), server.address);
    for (path, header) in [
        ("files?name=a.png", "Content-Type: multipart/form-data; boundary=x"),
        ("files?name=a.png", "Content-Encoding: gzip"),
        ("append", "Content-Encoding: br"),
        ("import", "Content-Type: Multipart/Form-Data; boundary=x"),
        ("import", "Content-Type: application/zip\r\nContent-Encoding: gzip"),
    ] {
        let request = format!(
            "POST /api/v1/pads/notes/{path} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {key}\r\n\
             {header}\r\nContent-Length: 5\r\nConnection: close\r\n\r\nbytes"
        );
        let (status, _, told) = parted(&server.http(&request).await);
        assert_eq!(status, 415, "{header}: {told}");
        assert!(told.contains("--data-binary"), "{told}");
    }
    assert_eq!(server.pad.room.files().totals(), (0, 0));
    let request = format!(
        "POST /api/v1/pads/notes/files HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {key}\r\n\
         Content-Encoding: identity\r\nContent-Length: 5\r\nConnection: close\r\n\r\nbytes"
    );
    assert_eq!(parted(&server.http(&request).await).0, 201);
}

#[tokio::test]
async fn a_part_of_a_file_is_read_by_its_range_and_a_known_one_not_again() {
    let server = TestServer::new().await;
    let (_, told) = bring(&server, &server.key(Role::Edit), ("a", "", b"0123456789")).await;
    let url = of(&told);
    let (status, head, body) = get(&server, url, "Range: bytes=2-4\r\n").await;
    assert_eq!((status, &*body), (206, "234"), "{head}");
    assert!(head.contains("\r\ncontent-range: bytes 2-4/10"), "{head}");
    let (status, head, _) = get(&server, url, "Range: bytes=10-\r\n").await;
    assert!(status == 416 && head.contains("\r\ncontent-range: bytes */10"), "{head}");
    let tag = format!("\"{}\"", told["id"].as_str().unwrap());
    let (status, _, body) = get(&server, url, &format!("If-None-Match: {tag}\r\n")).await;
    assert_eq!((status, &*body), (304, ""));
    let other = "Range: bytes=2-4\r\nIf-Range: \"another\"\r\n";
    assert_eq!(get(&server, url, other).await.0, 200);
}

#[tokio::test]
async fn a_file_beyond_a_limit_is_refused_before_its_bytes_and_told_the_way_out() {
    let limits = Limits { file: 1_000, files: 3_000, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let (ann, bob) = (server.own_key(Role::Edit, 1), server.own_key(Role::Edit, 2));
    // Only the head is sent: the answer comes all the same.
    let (status, head, body) = parted(&server.http(&head(&server, &ann, ("a", "", 1_001))).await);
    assert_eq!(status, 413, "{body}");
    assert!(head.contains("\r\nconnection: close"), "{head}");
    assert!(body.contains("A file may have 1 KiB here.") && body.contains("a link"), "{body}");
    let full = vec![7; 1_000];
    assert_eq!(bring(&server, &ann, ("a", "", &full)).await.0, 201);
    let (status, told) = bring(&server, &ann, ("b", "", &full)).await;
    assert_eq!((status, &told["title"]), (413, &"share of files full".into()), "{told}");
    assert_eq!(bring(&server, &bob, ("c", "", &full)).await.0, 201);
    let (status, told) = bring(&server, &bob, ("d", "", &full)).await;
    assert_eq!((status, &told["reason"]), (413, &"no_place".into()), "{told}");
    let (_, seen) = server.api("GET", "pads/notes", &ann, "").await;
    let told = serde_json::json!({ "count": 2, "bytes": 2_000, "max_bytes": 3_000, "max_file_bytes": 1_000 });
    assert_eq!(seen["files"], told);
}

#[tokio::test]
async fn a_chunked_file_is_counted_while_it_comes_and_one_that_is_broken_off_leaves_nothing() {
    let limits = Limits { file: 1_000, files: 3_000, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let key = server.own_key(Role::Edit, 1);
    let chunked = |len: usize| {
        let head = head(&server, &key, ("a", "", 0))
            .replace("Content-Length: 0", "Transfer-Encoding: chunked");
        format!("{head}{len:x}\r\n{}\r\n0\r\n\r\n", "x".repeat(len))
    };
    assert_eq!(parted(&server.http(&chunked(1_000)).await).0, 201);
    assert_eq!(parted(&server.http(&chunked(1_001)).await).0, 413);
    let files = server.pad.room.files();
    assert_eq!(files.totals(), (1, 1_000));
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let head = head(&server, &server.own_key(Role::Edit, 2), ("b", "", 500));
    stream.write_all(format!("{head}some").as_bytes()).await.unwrap();
    let has_come_to = async |bytes: usize| {
        while files.totals().1 != bytes {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, has_come_to(1_500)).await.expect("its place is taken");
    drop(stream);
    timeout(PATIENCE, has_come_to(1_000)).await.expect("its place is free");
}

#[tokio::test]
async fn who_only_reads_brings_nothing_and_a_file_goes_with_its_pad() {
    let server = TestServer::new().await;
    let (status, told) = bring(&server, &server.key(Role::View), ("a", "", PNG)).await;
    assert_eq!((status, &told["reason"]), (403, &"read_only".into()));
    let (_, told) = bring(&server, &server.key(Role::Edit), ("a", "", PNG)).await;
    // One that is on its way is cut off by the end.
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let head = head(&server, &server.key(Role::Edit), ("b", "", 500));
    stream.write_all(head.as_bytes()).await.unwrap();
    let files = server.pad.room.files().clone();
    let is_coming = async || {
        while files.totals().1 < 500 {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, is_coming()).await.expect("its place is taken");
    let ended = server.api("DELETE", "pads/notes", &server.key(Role::Host), r#"{"in_s":0}"#).await;
    assert_eq!(ended.0, 200);
    let mut answer = String::new();
    timeout(PATIENCE, stream.read_to_string(&mut answer)).await.unwrap().unwrap();
    assert_eq!(parted(&answer).0, 410, "{answer}");
    assert_eq!(get(&server, of(&told), "").await.0, 404);
    assert_eq!(server.state.lobby.budget().used().0, 0, "its memory is free");
}

#[tokio::test]
async fn a_life_that_goes_on_with_the_text_has_its_files() {
    let server = TestServer::new().await;
    let (_, told) = bring(&server, &server.key(Role::Edit), ("a", "", PNG)).await;
    let (status, begun) = afresh(&server, &server.key(Role::Host), "kept").await;
    assert_eq!((status, get(&server, of(&told), "").await.0), (201, 200), "{begun}");
    let next = server.state.lobby.get(&"notes".parse().unwrap()).unwrap();
    next.room.fail().await;
    let failed = async || {
        while server.state.lobby.totals().failed == 0 {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, failed()).await.unwrap();
    assert_eq!(get(&server, of(&told), "").await.0, 200, "also after its room has failed");
    let key = begun["host_key"].as_str().unwrap();
    assert_eq!(server.api("DELETE", "pads/notes", key, r#"{"in_s":0}"#).await.0, 200);
    assert_eq!(get(&server, of(&told), "").await.0, 404);
}

fn lobby() -> Lobby {
    let (grace, lifetime) = (Duration::from_secs(900), Duration::from_secs(86_400));
    let (limits, last_call, door) = (Limits::default(), LAST_CALL, Door::Open);
    let rules = Rules { grace, lifetime, last_call, door, pin: None, standing: false, limits };
    let (shards, events) = (Shards::start(1).unwrap(), mpsc::channel(100).0);
    let environment = Environment { stop: Stop::new(), shards, events, at_end: None };
    Lobby::new(KeyRing::random().unwrap(), rules, Vec::new(), environment)
}

/// Somebody without a connection writes this, and so much time passes.
async fn written(lobby: &Lobby, pad: &Pad, update: Vec<u8>, then: Duration) {
    let arrival = Arrival {
        seat: lobby.next_seat(),
        kind: SeatKind::Client,
        person: Person(1),
        own: true,
        role: Role::Edit,
        generation: 0,
        origin: None,
        tab: None,
    };
    pad.room.write_once(arrival, update.into()).await.unwrap().unwrap();
    pass(pad, then).await;
}

/// So much time passes, and the room has seen it.
pub(crate) async fn pass(pad: &Pad, time: Duration) {
    advance(time).await;
    // Twice: what the first look finds is acted upon before the second.
    for _ in 0..2 {
        pad.room.look().await.unwrap();
    }
}

/// Also where nobody is connected.
#[tokio::test(start_paused = true)]
async fn a_file_is_freed_a_minute_after_the_text_has_let_go_of_it() {
    let lobby = lobby();
    let pad = lobby.open("notes".parse().unwrap(), None).unwrap();
    let origin = std::net::IpAddr::from([10, 0, 0, 1]).into();
    let bring = || -> FileId {
        let file = StoredFile { name: "a".into(), kind: "image/png", bytes: PNG.into() };
        let place = pad.room.files().place((Some(Person(1)), origin));
        let id = place.keep(file, fadepad::base::clock::now()).unwrap();
        pad.room.hear_of_file();
        id
    };
    let (kept, dropped) = (bring(), bring());
    let text = doc();
    let update = write(&text, &format!("see http://10.0.0.1:7780/f/{kept} there"));
    written(&lobby, &pad, update, UNMENTIONED + SWEEP).await;
    assert!(pad.room.files().get(kept).is_some(), "the text refers to it");
    assert!(pad.room.files().get(dropped).is_none(), "nothing ever did");
    let bytes = Arc::downgrade(&pad.room.files().get(kept).unwrap());
    // Typed once more in its midst: the address stands in three pieces.
    let update = {
        let t = text.get_or_insert_text("t");
        let mut txn = text.transact_mut();
        t.remove_range(&mut txn, 30, 4);
        t.insert(&mut txn, 30, &kept.to_string()[3..7]);
        txn.encode_update_v1()
    };
    written(&lobby, &pad, update, UNMENTIONED + SWEEP).await;
    pass(&pad, UNMENTIONED).await;
    assert!(pad.room.files().get(kept).is_some(), "it is one address for who reads it");
    let update = {
        let t = text.get_or_insert_text("t");
        let mut txn = text.transact_mut();
        let end = t.len(&txn);
        t.remove_range(&mut txn, 0, end);
        txn.encode_update_v1()
    };
    written(&lobby, &pad, update, SWEEP).await;
    pass(&pad, UNMENTIONED - SWEEP).await;
    assert!(bytes.upgrade().is_some(), "who takes that back finds it");
    pass(&pad, SWEEP * 2).await;
    assert!(bytes.upgrade().is_none(), "and nobody holds it any more");
    assert_eq!(pad.room.files().totals(), (0, 0));
}

/// Shows these files in a pad of ours: (kind of block, its reference, its name, what stands under it).
pub(crate) async fn show(guest: &mut Guest, shown: &[(&str, &str, &str, &str)]) {
    let update = {
        let root = guest.doc.get_or_insert_xml_fragment("blocknote");
        let before = guest.doc.transact().state_vector();
        let mut txn = guest.doc.transact_mut();
        let group = root.get(&txn, 0).and_then(XmlOut::into_xml_element).expect("a seed");
        for (n, (kind, url, name, caption)) in shown.iter().enumerate() {
            let block = group.push_back(&mut txn, XmlElementPrelim::empty("blockContainer"));
            block.insert_attribute(&mut txn, "id", format!("shown-{n}"));
            let file = block.push_back(&mut txn, XmlElementPrelim::empty(*kind));
            for (attribute, value) in [("url", url), ("name", name), ("caption", caption)] {
                file.insert_attribute(&mut txn, attribute, (*value).to_owned());
            }
        }
        txn.encode_diff_v1(&before)
    };
    guest.seat.update(&update).await.unwrap();
    guest.saved().await;
}

#[tokio::test]
async fn what_programs_take_out_has_the_pictures_in_it_and_the_files_beside_it() {
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    let (_, picture) = bring(&server, &key, ("..%2f..%2fTafel%201.png", "image/png", PNG)).await;
    let (_, plan) = bring(&server, &key, ("plan.pdf", "", b"%PDF-1.7 plan")).await;
    let (_, drawing) = bring(&server, &key, ("x.svg", "", b"<svg onload='alert(1)'/>")).await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    let gone = "/f/00000000000000000000000000000000";
    let about = format!("{}#b=Milo&w=4&h=3", of(&picture));
    let shown = [
        ("image", &*about, "Tafel.png", "What we drew"),
        ("file", of(&plan), "plan.pdf", ""),
        ("image", of(&drawing), "x.svg", ""),
        ("image", gone, "gone.png", ""),
    ];
    show(&mut ann, &shown).await;
    let data = format!("src=\"data:image/png;base64,{}\"", BASE64_STANDARD.encode(PNG));
    for path in ["/p/notes.html", "/api/v1/pads/notes/export?as=html"] {
        let (status, head, body) = read(&server, path, &key).await;
        assert_eq!((status, body.matches(&data).count()), (200, 1), "{path}: {head}");
        assert!(body.contains("<figcaption dir=\"auto\">What we drew</figcaption>"), "{body}");
        assert!(!body.contains("svg+xml") && !body.contains(" src=\"/f/"), "{body}");
    }
    let (_, _, capsule) = read(&server, "/api/v1/pads/notes/export?as=capsule", &key).await;
    assert!(capsule.contains(&format!("<img data-file=\"{}\" alt=\"Tafel.png\"", of(&picture))));
    assert!(capsule.contains(&data) && capsule.contains("vnd.fadepad.capsule"));
    let (_, head, zip) = read(&server, "/api/v1/pads/notes/export?as=zip", &key).await;
    assert!(head.contains("content-type: application/zip"), "{head}");
    assert!(head.contains("filename=\"notes.zip\""), "{head}");
    let markdown = "![Tafel.png](files/Tafel-1.png \"What we drew\")\n\n[plan.pdf](files/plan.pdf)\n\n\
                    ![x.svg](files/x.svg)\n";
    for part in [markdown, "notes.md", "and then what is shown", "%PDF-1.7 plan"] {
        assert!(zip.contains(part), "{part} in {zip}");
    }
    assert_eq!(zip.matches("PK\u{3}\u{4}").count(), 4, "{zip}");
    let (_, _, again) = read(&server, "/p/notes.html", &key).await;
    assert!(again.contains(&data), "what is known of the text has its pictures, too");
}

#[tokio::test]
async fn one_picture_that_is_shown_too_often_costs_one_export_and_nothing_else() {
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    let large = [PNG, &vec![7; 1 << 20]].concat();
    let (_, told) = bring(&server, &key, ("a.png", "image/png", &large)).await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    show(&mut ann, &vec![("image", of(&told), "a.png", ""); 500]).await;
    let (status, _, body) = read(&server, "/p/notes.html", &key).await;
    assert_eq!(status, 422, "{body}");
    let (status, _, zip) = read(&server, "/api/v1/pads/notes/export?as=zip", &key).await;
    assert_eq!((status, zip.matches("PK\u{3}\u{4}").count()), (200, 2), "there it lies once");
    assert_eq!(read(&server, "/p/notes.md", &key).await.0, 200);
}

#[tokio::test]
async fn what_is_made_with_pictures_counts_and_is_refused_where_the_memory_of_all_is_full() {
    let memory = 16 << 20;
    let limits = Limits { memory, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let key = server.key(Role::Edit);
    let large = [PNG, &vec![7; 1 << 20]].concat();
    let (_, told) = bring(&server, &key, ("a.png", "image/png", &large)).await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    show(&mut ann, &vec![("image", of(&told), "a.png", ""); 4]).await;
    let budget = server.state.lobby.budget().clone();
    let before = budget.used().0;
    assert!(before > large.len(), "{before}");
    // So much is left that the file would fit once more, and the page of four would not.
    let others = budget.take(memory - before - (2 << 20)).unwrap();
    for path in ["/p/notes.html", "/api/v1/pads/notes/export?as=capsule"] {
        let (status, head, body) = read(&server, path, &key).await;
        assert_eq!(status, 503, "{path}: {body}");
        assert!(head.contains("retry-after") && body.contains("no memory left"), "{head}{body}");
        assert!(budget.used().0 <= memory, "{path}");
    }
    let (status, ..) = read(&server, "/api/v1/pads/notes/export?as=zip", &key).await;
    assert_eq!(status, 200, "there it lies once");
    assert_eq!(read(&server, "/p/notes.md", &key).await.0, 200, "its words need none");
    drop(others);
    let is_over = std::sync::atomic::AtomicBool::new(false);
    let exports = async {
        let one = async || read(&server, "/p/notes.html", &key).await.0;
        let all = tokio::join!(one(), one(), one());
        is_over.store(true, std::sync::atomic::Ordering::Release);
        all
    };
    let watched = async {
        while !is_over.load(std::sync::atomic::Ordering::Acquire) {
            assert!(budget.used().0 <= memory, "{:?}", budget.used());
            tokio::task::yield_now().await;
        }
    };
    let ((a, b, c), ()) = tokio::join!(exports, watched);
    assert!([a, b, c].contains(&200), "{a} {b} {c}");
    let (status, _, page) = read(&server, "/p/notes.html", &key).await;
    assert_eq!((status, page.matches("data:image/png").count()), (200, 4));
}

/// What comes of it, by this key; what is no text is as good as one here.
async fn read(server: &TestServer, path: &str, key: &str) -> (u16, String, String) {
    get(server, path, &format!("Authorization: Bearer {key}\r\n")).await
}
