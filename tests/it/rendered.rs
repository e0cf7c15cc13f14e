//! A pad read with curl: as Markdown, text, HTML and JSON, and followed as it changes. What hurts whoever reads it costs one
//! refused answer, and nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::support::{Guest, PATIENCE, Plan, TestServer};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use fadepad::base::ids::Role;
use fadepad::render::{Form, Job, Manner, NotRendered, Renderer};
use fadepad::room::readings::Rendered;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use tokio::time::timeout;
use yrs::{ReadTxn as _, Text as _, Transact as _, XmlFragment as _, XmlOut};

/// Documents that are tried in the usual run; `FADEPAD_DOCUMENTS` asks for more.
const GENERATED: usize = 30;

fn data(path: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(path)
}

pub(crate) fn examples() -> Vec<Value> {
    let file = std::fs::read_to_string(data("forms/documents.json")).unwrap();
    serde_json::from_str(&file).unwrap()
}

pub(crate) fn update_of(example: &Value) -> Bytes {
    BASE64_STANDARD.decode(example["update"].as_str().unwrap()).unwrap().into()
}

fn renderer() -> Renderer {
    Renderer::of(env!("CARGO_BIN_EXE_fadepad").into())
}

fn read(form: Form) -> Job {
    Job::Read { form, title: "notes".into() }
}

/// The status, the head and the body of what a GET is answered.
async fn get(server: &TestServer, path: &str) -> (u16, String, String) {
    let address = server.address;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    let answer = server.http(&request).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, head.to_lowercase(), body.to_owned())
}

/// Types at the end of the first line of a pad of ours.
pub(crate) async fn type_in(guest: &mut Guest, text: &str) {
    let update = {
        let root = guest.doc.get_or_insert_xml_fragment("blocknote");
        let before = guest.doc.transact().state_vector();
        let mut txn = guest.doc.transact_mut();
        let all: Vec<XmlOut> = root.successors(&txn).collect();
        let line = all.into_iter().find_map(XmlOut::into_xml_text).expect("the seed has a text");
        let end = line.len(&txn);
        line.insert(&mut txn, end, text);
        txn.encode_diff_v1(&before)
    };
    guest.seat.update(&update).await.unwrap();
    guest.saved().await;
}

#[tokio::test]
async fn a_pad_is_read_in_each_form_and_anew_when_it_changes() {
    let server = TestServer::new().await;
    let key = server.key(Role::View);
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    type_in(&mut ann, "cups & <plates>").await;
    for _ in 0..2 {
        let (status, head, body) = get(&server, &format!("/p/notes.md?key={key}")).await;
        assert_eq!((status, &*body), (200, "cups & \\<plates>\n"), "{head}");
        assert!(head.contains("content-type: text/markdown; charset=utf-8"), "{head}");
        assert!(head.contains("cache-control: no-store"), "{head}");
    }
    let (_, head, body) = get(&server, &format!("/p/notes.txt?key={key}")).await;
    assert_eq!(body, "cups & <plates>\n");
    assert!(head.contains("text/plain"), "{head}");
    let (_, head, body) = get(&server, &format!("/p/notes.html?key={key}")).await;
    assert!(body.contains("cups &amp; &lt;plates&gt;") && body.starts_with("<!doctype html>"));
    assert!(head.contains("sandbox") && !head.contains("script-src"), "it runs nothing: {head}");
    let (_, head, body) = get(&server, &format!("/p/notes.json?key={key}")).await;
    assert!(head.contains("application/json"), "{head}");
    let json: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(json["title"], "notes");
    assert_eq!(json["blocks"][0]["content"][0]["text"], "cups & <plates>");
    type_in(&mut ann, "!").await;
    let (_, _, body) = get(&server, &format!("/p/notes.txt?key={key}")).await;
    assert_eq!(body, "cups & <plates>!\n");
}

#[tokio::test]
async fn a_document_of_the_page_reads_the_same_over_http() {
    let server = TestServer::new().await;
    let pad = server.state.lobby.open("rich".parse().unwrap(), None).unwrap();
    let key = server.state.lobby.key(&pad, Role::Edit);
    pad.room.go_away().await;
    while server.state.lobby.get(&pad.name).is_some() {
        tokio::task::yield_now().await;
    }
    let url = format!("ws://{}/ws/rich?key={key}&x=1&seed=none", server.address);
    let mut ann = Guest::at(&url).await;
    let rich = &examples()[0];
    ann.seat.update(&update_of(rich)).await.unwrap();
    ann.saved().await;
    let (status, _, body) = get(&server, &format!("/p/rich.md?key={key}")).await;
    assert_eq!((status, &*body), (200, rich["markdown"].as_str().unwrap()));
    let (_, _, body) = get(&server, &format!("/p/rich.html?key={key}")).await;
    assert!(
        body.contains("<main><div data-fadepad=\"\">") && body.contains("aria-labelledby="),
        "{body}"
    );
}

#[tokio::test]
async fn who_has_no_key_or_stands_before_a_shut_door_reads_nothing() {
    let server = TestServer::new().await;
    let (status, head, body) = get(&server, "/p/notes.md").await;
    assert_eq!(status, 401, "{body}");
    assert!(head.contains("application/problem+json"), "{head}");
    let host = server.key(Role::Host);
    let (status, _) = server.api("PATCH", "pads/notes", &host, r#"{"door":"knock"}"#).await;
    assert_eq!(status, 200);
    let link = server.key(Role::Edit);
    for path in ["/p/notes.md", "/p/notes/tail"] {
        let (status, _, body) = get(&server, &format!("{path}?key={link}")).await;
        assert_eq!(status, 403, "{body}");
    }
    let own = server.own_key(Role::View, 7);
    assert_eq!(get(&server, &format!("/p/notes.md?key={own}")).await.0, 200);
}

/// What changes, as somebody hears it who came by the link of this role.
async fn tail(server: &TestServer, role: Role) -> BufReader<TcpStream> {
    tail_as(server, &format!("key={}", server.key(role))).await
}

pub(crate) async fn tail_as(server: &TestServer, query: &str) -> BufReader<TcpStream> {
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let host = server.address;
    let request = format!("GET /p/notes/tail?{query} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    BufReader::new(stream)
}

/// Reads events until one has this line; returns all of it.
pub(crate) async fn until(
    lines: &mut (impl tokio::io::AsyncBufRead + Unpin),
    wanted: &str,
) -> String {
    let mut all = String::new();
    while !all.lines().any(|line| line == wanted) {
        let read = timeout(PATIENCE, lines.read_line(&mut all)).await;
        assert!(read.unwrap_or_else(|_| panic!("no {wanted:?} in\n{all}")).unwrap() > 0, "{all}");
    }
    all
}

#[tokio::test]
async fn who_follows_a_pad_hears_what_people_type_and_that_it_has_ended() {
    let server = TestServer::new().await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    type_in(&mut ann, "one").await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let key = server.key(Role::View);
    let request = format!(
        "GET /p/notes/tail HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {key}\r\n\r\n",
        server.address
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut lines = BufReader::new(stream);
    let head = until(&mut lines, "data: one").await;
    assert!(head.to_lowercase().contains("content-type: text/event-stream"), "{head}");
    assert!(head.contains("event: block\nid: initialBlockId\ndata: one\n"), "{head}");
    let mut bob = server.page(Role::Edit).await;
    bob.sync().await;
    type_in(&mut bob, ", two").await;
    until(&mut lines, "data: one, two").await;
    let host = server.key(Role::Host);
    assert_eq!(server.api("DELETE", "pads/notes", &host, r#"{"in_s":0}"#).await.0, 200);
    until(&mut lines, "event: ended").await;
    let answer = get(&server, &format!("/p/notes.md?key={key}")).await;
    assert_eq!(answer.0, 410);
}

#[tokio::test]
async fn who_is_taken_the_key_follows_no_more() {
    let server = TestServer::new().await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    type_in(&mut ann, "one").await;
    let mut lines = tail(&server, Role::Edit).await;
    until(&mut lines, "data: one").await;
    let host = server.key(Role::Host);
    let made = server.api("POST", "pads/notes/links", &host, r#"{"role":"edit"}"#).await;
    assert_eq!(made.0, 201, "{}", made.1);
    let mut eve = server.page(Role::Edit).await;
    eve.sync().await;
    type_in(&mut eve, ", secret").await;
    let told = until(&mut lines, "event: closed").await;
    assert!(!told.contains("secret"), "{told}");
}

#[tokio::test]
async fn hosts_read_how_many_follow_and_who_does_by_a_link_goes_with_whose_address_is_shown_out() {
    let server = TestServer::new().await;
    let mut ann = server.page_of(Role::Edit, 2).await;
    ann.sync().await;
    type_in(&mut ann, "one").await;
    let host = server.key(Role::Host);
    let readers = async || server.api("GET", "pads/notes", &host, "").await.1["readers"].clone();
    assert_eq!(readers().await, 0);
    let mut lines = tail(&server, Role::View).await;
    until(&mut lines, "data: one").await;
    assert_eq!(readers().await, 1);
    let of_guest = server.api("GET", "pads/notes", &server.key(Role::Edit), "").await.1;
    assert_eq!(of_guest["readers"], Value::Null, "for hosts alone");
    let mut eve = server.page_of(Role::Edit, 3).await;
    eve.sync().await;
    let out = |n: u128| format!("pads/notes/people/{n:032x}");
    assert_eq!(server.api("DELETE", &out(9), &host, "").await.0, 200);
    type_in(&mut ann, ", two").await;
    until(&mut lines, "data: one, two").await;
    let with_address = server.api("DELETE", &out(2), &host, r#"{"address":true}"#).await;
    assert_eq!(with_address.0, 200, "{}", with_address.1);
    type_in(&mut eve, ", secret").await;
    let told = until(&mut lines, "event: closed").await;
    assert!(!told.contains("secret"), "{told}");
    while readers().await != 0 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn who_is_shown_out_or_came_by_an_old_link_follows_no_more_though_nobody_types() {
    let server = TestServer::new().await;
    let mut ann = server.page_of(Role::Edit, 2).await;
    ann.sync().await;
    type_in(&mut ann, "one").await;
    let host = server.key(Role::Host);
    let mut own = tail_as(&server, &format!("key={}", server.own_key(Role::Edit, 2))).await;
    let mut by_link = tail(&server, Role::View).await;
    until(&mut own, "data: one").await;
    until(&mut by_link, "data: one").await;
    let out = format!("pads/notes/people/{:032x}", 2);
    assert_eq!(server.api("DELETE", &out, &host, "").await.0, 200);
    let renewed = server.api("POST", "pads/notes/links", &host, r#"{"role":"view"}"#).await;
    assert_eq!(renewed.0, 201, "{}", renewed.1);
    for lines in [&mut own, &mut by_link] {
        let told = until(lines, "event: closed").await;
        assert!(!told.lines().any(|line| line == ":"), "at once, not at the next beat: {told:?}");
    }
}

#[tokio::test]
async fn hosts_read_who_follows_by_what_they_call_themselves_else_by_whose_key_it_is() {
    let server = TestServer::new().await;
    let mut ann = server.page_of(Role::Edit, 2).await;
    ann.send(fadepad_wire::sync::extra(r#"{"t":"hello","name":"Ann"}"#)).await;
    ann.sync().await;
    type_in(&mut ann, "one").await;
    let host = server.key(Role::Host);
    let follow = async |key: &str, name: &str| {
        let mut lines = tail_as(&server, &format!("key={key}{name}")).await;
        until(&mut lines, "data: one").await;
        lines
    };
    let view = server.key(Role::View);
    let _board = follow(&view, "&name=B%C3%B6rd+%E2%80%AE2").await;
    let of_anns = follow(&server.own_key(Role::Edit, 2), "").await;
    let _nobody = follow(&view, "").await;
    let told = async || server.api("GET", "pads/notes", &host, "").await.1["followers"].clone();
    let board = serde_json::json!({ "name": "B\u{f6}rd 2", "person": null });
    let anns = serde_json::json!({ "name": "Ann", "person": format!("{:032x}", 2) });
    let nobody = serde_json::json!({ "name": null, "person": null });
    assert_eq!(told().await, serde_json::json!([board, anns, nobody]));
    drop(of_anns);
    while told().await != serde_json::json!([board, nobody]) {
        tokio::task::yield_now().await;
    }
    let of_guest = server.api("GET", "pads/notes", &server.key(Role::Edit), "").await.1;
    assert_eq!(of_guest["followers"], Value::Null, "for hosts alone");
}

/// The pad's place for whoever renders it, so that those who ask wait.
async fn readers_wait(server: &TestServer) -> tokio::sync::OwnedSemaphorePermit {
    let pad = server.state.lobby.get(&"notes".parse().unwrap()).unwrap();
    pad.room.readers().acquire_owned().await.unwrap()
}

#[tokio::test]
async fn who_waits_to_read_while_the_key_is_taken_or_the_pad_ends_reads_nothing() {
    let taken = ("POST", "pads/notes/links", r#"{"role":"edit"}"#, 201);
    let shut = ("PATCH", "pads/notes", r#"{"door":"knock"}"#, 200);
    let ended = ("DELETE", "pads/notes", r#"{"in_s":0}"#, 200);
    for ((method, path, body, done), refused) in [(taken, 401), (shut, 403), (ended, 410)] {
        let server = TestServer::new().await;
        let mut ann = server.page(Role::Edit).await;
        ann.sync().await;
        type_in(&mut ann, "secret").await;
        let (key, host) = (server.key(Role::Edit), server.key(Role::Host));
        let place = readers_wait(&server).await;
        let asked = format!("/p/notes.md?key={key}");
        let (read, ()) = tokio::join!(get(&server, &asked), async {
            let told = server.api(method, path, &host, body).await;
            assert_eq!(told.0, done, "{}", told.1);
            drop(place);
        });
        assert_eq!(read.0, refused, "{path}: {}", read.2);
        assert!(!read.2.contains("secret"), "{}", read.2);
    }
}

#[tokio::test]
async fn a_change_that_could_not_be_read_is_told_without_another_one() {
    let reads_within = Duration::from_millis(50);
    let server = TestServer::with(Plan { reads_within, ..Plan::default() }).await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    type_in(&mut ann, "one").await;
    let mut lines = tail(&server, Role::View).await;
    until(&mut lines, "data: one").await;
    let place = readers_wait(&server).await;
    type_in(&mut ann, ", two").await;
    until(&mut lines, "event: problem").await;
    drop(place);
    until(&mut lines, "data: one, two").await;
}

/// What becomes of each update of each crasher: the document alone is to blame, never the machine.
const CRASHERS: [&str; 13] = [
    "causal_ABORT_gen3n_72_2_rc134.bin: Unreadable",
    "causal_ABORT_gen3n_82_1_rc137.bin: Unreadable",
    "divzero_find_index.parts.bin: Unreadable",
    "hang1.parts.bin: Unreadable Unreadable",
    "hang2.parts.bin: read Unreadable Unreadable",
    "segv_gated_ABORT_gen2_51_1.parts.bin: read read read read",
    "segv_gated_ABORT_gen2_51_2.parts.bin: read read read read",
    "segv_gated_ABORT_gen2_51_3.parts.bin: read read read",
    "segv_gated_ABORT_gen2_51_4.parts.bin: read read read read read",
    "segv_gated_ABORT_gen2_51_5.parts.bin: read read read",
    "segv_gated_ABORT_gen_21_4.parts.bin: Unreadable read",
    "segv_gated_ABORT_gen_21_8.parts.bin: read read",
    "write_blocks_from_unwrap.parts.bin: Unreadable Unreadable",
];

/// Nested so deep that it takes its reader's whole stack, where that has the frames of a build for tests.
const DEEP: &str = "any_depth_10000.v1.bin";

/// Updates of a file of crashers: as `tests/data/crashers/README.md` says.
fn crashers() -> Vec<(String, Bytes)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(data("crashers")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        if name.ends_with(".v1.bin") || (name.ends_with(".bin") && !name.ends_with(".parts.bin")) {
            all.push((name, bytes.into()));
        } else if name.ends_with(".parts.bin") {
            let mut rest = &bytes[2..];
            while let Some((len, after)) = varint(rest) {
                all.push((name.clone(), Bytes::copy_from_slice(&after[..len])));
                rest = &after[len..];
            }
        }
    }
    all
}

fn varint(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let end = bytes.iter().position(|byte| byte & 0x80 == 0)?;
    let low = bytes[..=end].iter().rev().fold(0, |n, byte| (n << 7) | usize::from(byte & 0x7f));
    Some((low, &bytes[end + 1..]))
}

#[tokio::test]
async fn what_crashes_or_hangs_its_reader_costs_one_refusal() {
    let renderer = renderer();
    let all = crashers();
    assert!(all.len() >= 14, "{}", all.len());
    let mut told: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, update) in all {
        let begun = Instant::now();
        let read = renderer.run(&read(Form::Json), &update).await;
        assert!(begun.elapsed() < PATIENCE, "{name} took {:?}: {read:?}", begun.elapsed());
        let word = read.err().map_or("read".to_owned(), |why| format!("{why:?}"));
        told.entry(name).or_default().push(word);
    }
    let deep = told.remove(DEEP).unwrap().join(" ");
    assert!(["TooLarge", "Unreadable", "read"].contains(&&*deep), "{deep}");
    let told: Vec<_> =
        told.into_iter().map(|(name, words)| format!("{name}: {}", words.join(" "))).collect();
    assert_eq!(told, CRASHERS);
    let rich = &examples()[0];
    let text = renderer.run(&read(Form::Markdown), &update_of(rich)).await.unwrap();
    assert_eq!(text, rich["markdown"].as_str().unwrap(), "and then it reads on");
}

/// What hurts its reader is tried once, and whoever asks again is told the same.
#[tokio::test]
async fn who_asks_again_for_what_can_not_be_read_is_told_the_true_reason() {
    let server = TestServer::new().await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    type_in(&mut ann, "one").await;
    let pad = server.state.lobby.get(&"notes".parse().unwrap()).unwrap();
    let form: Arc<str> = serde_json::to_string(&read(Form::Markdown)).unwrap().into();
    let version = *pad.room.changes().borrow();
    let text = Err(NotRendered::TooLong.word());
    pad.room.rendered(Rendered { form, version, text }).await.unwrap();
    let key = server.key(Role::View);
    for _ in 0..2 {
        let (status, _, body) = get(&server, &format!("/p/notes.md?key={key}")).await;
        assert_eq!(status, 422, "{body}");
        assert!(body.contains("it takes too long"), "{body}");
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_child_has_little_time_and_memory_no_file_no_network_and_no_program() {
    let (renderer, nothing) = (renderer(), Bytes::from_static(&[0, 0]));
    let begun = Instant::now();
    assert_eq!(renderer.run(&Job::Spin, &nothing).await, Err(NotRendered::TooLong));
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
    assert_eq!(renderer.run(&Job::Fill, &nothing).await, Err(NotRendered::TooLarge));
    for what in ["file", "network", "program"] {
        let reached = renderer.run(&Job::Reach(what.into()), &nothing).await;
        assert_eq!(reached, Err(NotRendered::Unreadable), "{what}");
    }
    let reached = renderer.run(&Job::Reach("nothing".into()), &nothing).await.unwrap();
    assert_eq!(reached, "nothing: false");
}

/// As in a container or a unit that has less memory than a child may take.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_child_that_is_left_less_memory_gives_up_all_else_too() {
    use std::os::unix::fs::PermissionsExt as _;
    let program = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("with-less-memory");
    let script =
        format!("#!/bin/sh\nulimit -v 200000\nexec {} \"$@\"\n", env!("CARGO_BIN_EXE_fadepad"));
    std::fs::write(&program, script).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let (renderer, nothing) = (Renderer::of(program), Bytes::from_static(&[0, 0]));
    let rich = &examples()[0];
    let text = renderer.run(&read(Form::Markdown), &update_of(rich)).await.unwrap();
    assert_eq!(text, rich["markdown"].as_str().unwrap());
    for what in ["file", "network", "program"] {
        let reached = renderer.run(&Job::Reach(what.into()), &nothing).await;
        assert_eq!(reached, Err(NotRendered::Unreadable), "{what}");
    }
    assert_eq!(renderer.run(&Job::Spin, &nothing).await, Err(NotRendered::TooLong));
}

#[tokio::test]
async fn only_so_many_children_work_at_once() {
    let (renderer, nothing) = (renderer(), Bytes::from_static(&[0, 0]));
    let spin = || async { renderer.run(&Job::Spin, &nothing).await };
    let begun = Instant::now();
    let (a, b, c) = tokio::join!(spin(), spin(), spin());
    // On a crowded machine two seconds of a processor take longer than a child may live.
    let ended = [Err(NotRendered::TooLong), Err(NotRendered::Crowded)];
    assert!([a, b, c].iter().all(|one| ended.contains(one)));
    let two_turns = Duration::from_secs(4);
    assert!(begun.elapsed() >= two_turns, "the third waited for its turn: {:?}", begun.elapsed());
}

/// All that a child makes of a document.
fn exports() -> Vec<Job> {
    let reading = Form::ALL.map(read);
    let (title, text) = ("notes".to_owned(), "# More".to_owned());
    let others = [Job::Capsule { title }, Job::Blocks, Job::Add { text, manner: Manner::Markdown }];
    reading.into_iter().chain(others).collect()
}

/// A hostile document costs each of them one refusal.
#[tokio::test]
async fn what_crashes_its_reader_crashes_no_export() {
    let renderer = renderer();
    let all = crashers();
    let seed = fastrand::u64(..);
    let mut chance = fastrand::Rng::with_seed(seed);
    for (name, update) in all {
        let job = chance.choice(&exports()).unwrap().clone();
        let read = renderer.run(&job, &update).await;
        assert!(read.as_ref().err().is_none_or(|why| why.is_final()), "{name}, {job:?}: {read:?}");
    }
}

#[tokio::test]
async fn generated_documents_are_read_or_refused() {
    let count = std::env::var("FADEPAD_DOCUMENTS").ok();
    let count = count.map_or(GENERATED, |count| count.parse().expect("a number"));
    let seed = std::env::var("SEED").ok().map_or_else(|| fastrand::u64(..), |s| s.parse().unwrap());
    let mut chance = fastrand::Rng::with_seed(seed);
    let (renderer, examples) = (renderer(), examples());
    let mut known = 0;
    for n in 0..count {
        let mut bytes = update_of(chance.choice(&examples).unwrap()).to_vec();
        // The first stays whole: by chance none of all might be one.
        let wounds = if n == 0 { 0 } else { chance.usize(0..6) };
        for _ in 0..wounds {
            // Nothing may be left of it, which is a document to be refused like others.
            let Some(last) = bytes.len().checked_sub(1) else { break };
            let at = chance.usize(..=last);
            match chance.u8(0..4) {
                0 => bytes[at] = chance.u8(..),
                1 => bytes.truncate(at.max(1)),
                2 => bytes.insert(at, chance.u8(..)),
                _ => drop(bytes.remove(at)),
            }
        }
        let job = chance.choice(&exports()).unwrap().clone();
        let told = renderer.run(&job, &bytes.into()).await;
        let refused = [NotRendered::Busy, NotRendered::Crowded, NotRendered::NoChild];
        assert!(
            told.as_ref().err().is_none_or(|why| !refused.contains(why)),
            "SEED={seed}, {n}: {told:?}"
        );
        known += usize::from(told.is_ok());
    }
    assert!(known > 0, "SEED={seed}: some of them are documents");
}
