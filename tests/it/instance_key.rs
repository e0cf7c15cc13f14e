//! A server for developers: with the instance's key a client opens or makes any pad by its name, at every door, and
//! nobody else notices.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Command, Stdio};

use crate::support::phoenix::Client;
use crate::support::{Guest, Heard, Plan, TestServer};
use fadepad::base::ids::{Epoch, Role};
use fadepad::base::keys::KeyRing;
use fadepad::base::limits::Limits;
use fadepad::room::core::access_change::AccessChange;
use fadepad::room::message::HostCommand;
use fadepad::server::Create;
use serde_json::{Value, json};

/// A server where everyone may open pads, and its key.
async fn open_to_all(limits: Limits) -> (TestServer, String) {
    let keys = KeyRing::random().unwrap().with_instance_key(None).unwrap();
    let key = keys.instance_key().unwrap().to_owned();
    (TestServer::with(Plan { keys, create: Create::Anyone, limits, ..Plan::default() }).await, key)
}

/// Somebody at `/ws/NAME` with this query.
async fn come(server: &TestServer, name: &str, query: &str) -> Guest {
    Guest::at(&format!("ws://{}/ws/{name}?{query}", server.address)).await
}

/// What a pad holds, asked by who has nothing.
async fn content(guest: &mut Guest) -> Vec<u8> {
    guest.seat.ask(&[0]).await.unwrap();
    loop {
        if let Heard::Step2(update) = guest.hear().await {
            return update;
        }
    }
}

fn epoch(server: &TestServer, name: &str) -> Option<Epoch> {
    Some(server.state.lobby.get(&name.parse().unwrap())?.epoch)
}

/// The update of an empty document.
const NOTHING: [u8; 2] = [0, 0];

#[tokio::test]
async fn any_name_is_opened_or_made_and_two_who_name_the_same_meet() {
    let (server, key) = open_to_all(Limits::default()).await;
    let mut ann = come(&server, "sketch", &format!("key={key}")).await;
    assert_ne!(content(&mut ann).await, NOTHING, "it begins with our page's empty paragraph");
    ann.type_("by name").await;
    let mut ben = come(&server, "Sketch", &format!("token={key}")).await;
    ben.sync().await;
    ben.reads("by name").await;
    // A pad that is there all the same, and somebody in it with a link.
    let mut cleo = server.guest(Role::View).await;
    cleo.sync().await;
    come(&server, "notes", &format!("key={key}")).await.type_("hello").await;
    cleo.reads("hello").await;
}

#[tokio::test]
async fn without_a_seed_a_pad_begins_empty_and_goes_on_so_after_a_fault() {
    let (server, key) = open_to_all(Limits::default()).await;
    let query = format!("key={key}&seed=none");
    let mut ann = come(&server, "bare", &query).await;
    assert_eq!(content(&mut ann).await, NOTHING);
    let pad = server.state.lobby.get(&"bare".parse().unwrap()).unwrap();
    pad.room.fail().await;
    assert_eq!(ann.closed().await, 1012);
    assert_eq!(content(&mut come(&server, "bare", &query).await).await, NOTHING);
    // Who comes later decides nothing about it.
    assert_eq!(content(&mut come(&server, "bare", &format!("key={key}")).await).await, NOTHING);
    let mut client = Client::connect(server.address, &format!("vsn=2.0.0&token={key}")).await;
    client.say(r#"["1","1","doc:plain","phx_join",{"seed":"none","enc":"base64"}]"#).await;
    let reply = client.reply("1").await;
    assert_eq!((&reply["response"]["history"], &reply["status"]), (&json!(["AAA="]), &json!("ok")));
    assert_eq!(reply["response"]["role"], "edit");
    client.say(r#"["2","2","y:other","phx_join",{}]"#).await;
    assert_eq!(client.reply("2").await["status"], "ok");
}

#[tokio::test]
async fn a_wrong_key_hears_what_it_always_did() {
    let (server, key) = open_to_all(Limits::default()).await;
    let wrong = format!("{}{}", &key[..key.len() - 1], if key.ends_with('A') { 'E' } else { 'A' });
    for (name, code, status) in [("notes", 4401, 401), ("nowhere", 4404, 404)] {
        for bad in ["", "x", &wrong] {
            assert_eq!(come(&server, name, &format!("key={bad}")).await.closed().await, code);
            let path = format!("pads/{name}");
            assert_eq!(server.api("GET", &path, bad, "").await.0, status);
            assert_eq!(server.api("POST", &format!("{path}/key"), bad, "").await.0, status);
        }
    }
    assert_eq!(epoch(&server, "nowhere"), None);
    let closed = TestServer::new().await;
    let code = come(&closed, "nowhere", &format!("key={key}")).await.closed().await;
    assert_eq!(code, 4404, "a server that has none takes none");
}

#[tokio::test]
async fn after_an_end_the_next_join_begins_another_life() {
    let (server, key) = open_to_all(Limits::default()).await;
    let mut ann = come(&server, "notes", &format!("key={key}")).await;
    ann.sync().await;
    ann.type_("gone").await;
    let (host, edit) = (server.key(Role::Host), server.key(Role::Edit));
    let first = epoch(&server, "notes").unwrap();
    assert_eq!(server.api("DELETE", "pads/notes", &host, r#"{"in_s":0}"#).await.0, 200);
    assert_eq!(ann.closed().await, 4410);
    // To look at it makes nothing, and tells of the end.
    assert_eq!(server.api("GET", "pads/notes", &key, "").await.0, 410);
    let wants_that = format!("key={key}&epoch={first}");
    assert_eq!(come(&server, "notes", &wants_that).await.closed().await, 4410);
    assert_eq!(epoch(&server, "notes"), None);
    let mut ben = come(&server, "notes", &format!("key={key}&seed=none")).await;
    assert_eq!(content(&mut ben).await, NOTHING, "nothing of what it was");
    assert_ne!(epoch(&server, "notes"), Some(first));
    for old in [host, edit] {
        assert_eq!(come(&server, "notes", &format!("key={old}")).await.closed().await, 4410);
        assert_eq!(server.api("GET", "pads/notes", &old, "").await.0, 410);
    }
    assert_eq!(come(&server, "notes", &wants_that).await.closed().await, 4410);
}

#[tokio::test]
async fn a_program_gets_keys_and_links_of_a_pad_by_rest() {
    let (server, key) = open_to_all(Limits::default()).await;
    assert_eq!(server.api("GET", "pads/fresh", &key, "").await.0, 404, "looking makes none");
    let (status, member) = server.api("POST", "pads/fresh/key", &key, r#"{"seed":"none"}"#).await;
    assert_eq!((status, &member["role"]), (200, &json!("edit")));
    let own = member["key"].as_str().unwrap();
    let mut ann = come(&server, "fresh", &format!("key={own}")).await;
    assert_eq!(content(&mut ann).await, NOTHING);
    let (status, seen) = server.api("GET", "pads/fresh", &key, "").await;
    assert_eq!((status, &seen["people"]), (200, &json!(1)));
    assert!(seen["edit_url"].is_string() && seen["host_url"].is_null(), "{seen}");
    for (method, body) in [("PATCH", r#"{"ttl_s":60}"#), ("DELETE", r#"{"in_s":0}"#)] {
        assert_eq!(server.api(method, "pads/fresh", &key, body).await.0, 403, "{method}");
    }
    let (status, list) = server.api("GET", "pads", &key, "").await;
    assert_eq!((status, list[0]["names"].is_null()), (200, true), "all pads, and nobody's name");
    let bad = server.api("POST", "pads/fresh/key", &key, r#"{"seed":"mine"}"#).await.0;
    assert_eq!(bad, 400);
}

#[tokio::test]
async fn new_pads_are_counted_for_each_address_and_in_all() {
    let (server, key) = open_to_all(Limits { pads: 14, ..Limits::default() }).await;
    let mut here = Vec::new();
    for n in 0..10 {
        let mut guest = come(&server, &format!("pad-{n}"), &format!("key={key}")).await;
        guest.sync().await;
        here.push(guest);
    }
    let again = format!("key={key}");
    come(&server, "pad-3", &again).await.sync().await;
    assert_eq!(come(&server, "pad-10", &again).await.closed().await, 4503, "ten a minute");
    let (status, problem) = server.api("POST", "pads/pad-10/key", &key, "").await;
    assert_eq!((status, &problem["title"]), (429, &json!("too many requests")));
    let mut client = Client::connect(server.address, &format!("vsn=2.0.0&token={key}")).await;
    client.say(r#"["1","1","doc:pad-10","phx_join",{}]"#).await;
    assert_eq!(client.reply("1").await["response"]["code"], 4503);
    assert_eq!(epoch(&server, "pad-10"), None);
    let full = open_to_all(Limits { pads: 1, ..Limits::default() }).await;
    assert_eq!(come(&full.0, "one-more", &format!("key={}", full.1)).await.closed().await, 4503);
}

/// A host's decision about links is about those: a program's key is none of them.
#[tokio::test]
async fn new_links_leave_who_came_by_it_and_the_host_decides_whether_they_write() {
    let (server, key) = open_to_all(Limits::default()).await;
    let (mut guest, mut program) =
        (server.guest(Role::Edit).await, come(&server, "notes", &format!("key={key}")).await);
    guest.sync().await;
    program.sync().await;
    let links = HostCommand::Access(AccessChange::NewLinks(Role::Edit, None));
    server.pad.room.steer(links).await.unwrap();
    assert_eq!(guest.closed().await, 4403, "its link is of the old");
    program.type_("still here").await;
    let mut reader = server.guest(Role::View).await;
    reader.sync().await;
    reader.reads("still here").await;
    come(&server, "notes", &format!("key={key}")).await.sync().await;
    let picked = AccessChange::Writing(fadepad::room::core::access_change::Writing::Picked);
    server.pad.room.steer(HostCommand::Access(picked)).await.unwrap();
    program.type_(" and not heard").await;
    loop {
        if matches!(program.hear().await, Heard::Denied) {
            break;
        }
    }
}

fn fadepad(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fadepad"));
    command.args(["--headless", "--port", "0", "--no-mdns"]).args(args);
    command.env("XDG_CONFIG_HOME", "/nonexistent").stdin(Stdio::null());
    command
}

/// The first lines of a start, up to `wanted`, and what it logs until it is killed.
fn said(args: &[&str], wanted: &str) -> (String, String) {
    let mut command = fadepad(args);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let mut out = String::new();
    while !out.contains(wanted) {
        assert_ne!(lines.read_line(&mut out).unwrap(), 0, "{out}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let mut log = String::new();
    child.stderr.unwrap().read_to_string(&mut log).unwrap();
    (out, log)
}

fn ready(args: &[&str]) -> Value {
    let line = said(&[&["--json"], args].concat(), "\n").0;
    serde_json::from_str(line.lines().next().unwrap()).unwrap()
}

#[test]
fn the_host_is_told_the_key_and_a_file_keeps_it() {
    assert!(ready(&[]).get("instance_key").is_none());
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("instance-key");
    let _ = std::fs::remove_dir_all(&folder);
    let file = folder.join("deep").join("key");
    let keep = ["--create", "anyone", "--instance-key-file", file.to_str().unwrap()];
    let first = ready(&keep)["instance_key"].as_str().unwrap().to_owned();
    assert_eq!(ready(&keep)["instance_key"], first.as_str(), "after a restart");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), format!("{first}\n"));
    assert_ne!(ready(&keep[..2])["instance_key"], first.as_str());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let (greeting, log) = said(&[&keep[..], &["-vv"]].concat(), "Ctrl-C");
    assert!(greeting.contains(&format!("\nInstance key    {first}\n")), "{greeting}");
    assert!(!log.contains(&first), "{log}");
    std::fs::write(&file, "my-own-key-of-more-than-32-letters-0\n").unwrap();
    assert_eq!(ready(&keep)["instance_key"], "my-own-key-of-more-than-32-letters-0");
    std::fs::write(&file, "short").unwrap();
    let refused = fadepad(&keep).output().unwrap();
    assert_eq!(refused.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&refused.stderr).contains(file.to_str().unwrap()));
    let alone = fadepad(&["--instance-key-file", file.to_str().unwrap()]).output().unwrap();
    assert_eq!(alone.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&alone.stderr).contains("--create anyone"));
    let mut same = fadepad(&[&keep[..], &["--secret-file", file.to_str().unwrap()]].concat());
    let same = same.stderr(Stdio::piped()).output().unwrap();
    assert_eq!(same.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&same.stderr).contains("the same file"));
}
