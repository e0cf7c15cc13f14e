//! Pads are spread over threads (`--threads`), and nobody notices.

use std::collections::HashSet;
use std::sync::Arc;

use crate::support::phoenix::Client;
use crate::support::sealed::Pair;
use crate::support::{Guest, PATIENCE, Plan, TestServer, all, doc, played, write};
use fadepad::base::ids::Role;
use fadepad::room::lobby::Pad;
use fadepad::server::Tls;
use fadepad_wire::sync;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tokio::time::timeout;

/// A server of three threads, with two pads on each.
async fn server() -> (TestServer, Vec<Pad>) {
    let server = TestServer::with(Plan { threads: 3, ..Plan::default() }).await;
    let open = |n: usize| server.state.lobby.open(format!("pad-{n}").parse().unwrap(), None);
    let further = (1..6).map(|n| open(n).unwrap());
    let pads = [server.pad.clone()].into_iter().chain(further).collect();
    (server, pads)
}

async fn guest(server: &TestServer, pad: &Pad) -> Guest {
    let key = server.state.lobby.key(pad, Role::Edit);
    let url = format!("ws://{}/ws/{}?key={key}", server.address, pad.name);
    let mut guest = Guest::at(&url).await;
    guest.sync().await;
    guest
}

#[tokio::test]
async fn pads_take_turns_and_the_house_has_its_own_last() {
    let (_house, pads) = server().await;
    let at_home: Vec<bool> = pads.iter().map(|pad| pad.room.shard().is_home()).collect();
    assert_eq!(at_home, [false, false, true, false, false, true]);
}

#[tokio::test]
async fn each_hears_the_others_of_his_pad_and_nobody_else() {
    let (server, pads) = server().await;
    let meetings = pads.iter().map(|pad| async {
        let (mut ann, mut bob) = (guest(&server, pad).await, guest(&server, pad).await);
        let name = pad.name.to_string();
        for n in 0..50 {
            ann.type_(&format!("{name} {n} ")).await;
        }
        bob.reads(&ann.text()).await;
        bob.text()
    });
    let texts: HashSet<String> = join_all(meetings).await.into_iter().collect();
    assert_eq!(texts.len(), pads.len(), "each has its own: {texts:?}");
}

#[tokio::test]
async fn one_channel_client_is_in_pads_of_all_threads() {
    let (server, pads) = server().await;
    let mut client = Client::connect(server.address, "vsn=2.0.0").await;
    for pad in &pads {
        let topic = format!("doc:{}", pad.name);
        let token = server.state.lobby.key(pad, Role::Edit);
        let joined = client.push(&topic, "phx_join", json!({ "token": token })).await;
        assert_eq!(client.reply(&joined).await["status"], "ok");
        let update = write(&doc(), &topic);
        let pushed = client.push(&topic, "client_update", json!({ "bin": update })).await;
        assert_eq!(client.reply(&pushed).await["status"], "ok");
    }
    for pad in &pads {
        let mut reader = guest(&server, pad).await;
        reader.reads(&format!("doc:{}", pad.name)).await;
        reader.type_("!").await;
        let heard: Value = client.event("server_update").await;
        let update: Vec<u8> = serde_json::from_value(heard["bin"].clone()).unwrap();
        assert!(update.len() < all(&reader.doc).len(), "what was typed and no more");
    }
}

#[tokio::test]
async fn a_failed_room_comes_back_and_is_refilled() {
    let (server, pads) = server().await;
    let mut ann = guest(&server, &pads[0]).await;
    ann.type_("kept").await;
    pads[0].room.fail().await;
    assert_eq!(ann.closed().await, 1012);
    let mut back = guest(&server, &pads[0]).await;
    back.send(sync::step2(&all(&ann.doc))).await;
    guest(&server, &pads[0]).await.reads("kept").await;
}

#[tokio::test]
async fn pads_of_all_threads_end_with_the_house() {
    let (server, pads) = server().await;
    let guests = join_all(pads.iter().map(|pad| guest(&server, pad))).await;
    join_all(pads.iter().map(|pad| pad.room.end())).await;
    let codes = guests.into_iter().map(|mut guest| async move { guest.closed().await });
    assert_eq!(join_all(codes).await, [4410; 6]);
    server.stop.stop();
    timeout(PATIENCE, server.stop.finished()).await.expect("a task outlives the server");
}

#[test]
fn promises_are_kept_to_guests_on_any_thread() {
    let pair = Pair::new("threads", &["127.0.0.1"]);
    let scenes = [
        "everyone sees who is here, and who has left no longer",
        "one who does not read holds up nobody and is brought into step",
        "the end is told, and nobody tries again",
    ];
    for scene in scenes {
        for door in ["y-websocket", "phoenix, binary", "provider, array"] {
            let door = [("door", door)];
            played::play_in(&["--threads", "2"], ("promises.mjs", scene), &pair, false, &door);
        }
    }
}

#[tokio::test]
async fn what_is_sealed_is_written_from_any_thread() {
    let names = ["localhost".to_owned(), "127.0.0.1".to_owned()];
    let tls = Some(Arc::new(Tls::self_signed(&names).unwrap()));
    let server = TestServer::with(Plan { threads: 2, tls, ..Plan::default() }).await;
    assert!(!server.pad.room.shard().is_home());
    let (mut ann, mut bob) = (server.guest(Role::Edit).await, server.guest(Role::Edit).await);
    ann.sync().await;
    bob.sync().await;
    for n in 0..200 {
        ann.type_(&format!("{n} ")).await;
    }
    bob.reads(&ann.text()).await;
}

/// The room's own thread still lets a large pad go while the answer is on its way.
#[tokio::test]
async fn a_name_is_free_as_soon_as_the_receipt_is_there() {
    let server = TestServer::with(Plan { threads: 3, ..Plan::default() }).await;
    let mut life = server.pad.clone();
    for n in 0..20 {
        let mut ann = guest(&server, &life).await;
        ann.send(sync::update(&write(&ann.doc, &"x".repeat(1_000_000)))).await;
        let key = server.state.lobby.key(&life, Role::Host);
        let (status, told) = server.api("DELETE", "pads/notes", &key, r#"{"in_s":0}"#).await;
        assert_eq!(status, 200, "life {n}: {told}");
        let (status, told) = server.api("POST", "pads", &key, r#"{"name":"notes"}"#).await;
        // Ten a minute of one address are let in.
        if status == 429 {
            life = server.state.lobby.open("notes".parse().unwrap(), None).unwrap();
        } else {
            assert_eq!(status, 201, "life {n}: {told}");
            life = server.state.lobby.get(&life.name).unwrap();
        }
    }
}

#[tokio::test]
async fn a_second_life_is_ended_as_the_first_one_was() {
    let server = TestServer::with(Plan { threads: 2, ..Plan::default() }).await;
    let mut life = server.pad.clone();
    for n in 1..=4 {
        let key = |role| server.state.lobby.key(&life, role);
        let mut ann = guest(&server, &life).await;
        ann.type_(&format!("life {n}")).await;
        let at_once = r#"{"in_s":0}"#;
        let (status, receipt) = server.api("DELETE", "pads/notes", &key(Role::Host), at_once).await;
        assert_eq!((status, &receipt["why"]), (200, &"host".into()), "life {n}: {receipt}");
        assert_eq!(receipt["epoch"], life.epoch.to_string(), "its own");
        assert_eq!(ann.closed().await, 4410);
        let (status, _) = server.api("DELETE", "pads/notes", &key(Role::Host), at_once).await;
        assert_eq!(status, 410, "it is over");
        let next = server.state.lobby.open("notes".parse().unwrap(), None).unwrap();
        let (status, _) = server.api("DELETE", "pads/notes", &key(Role::Host), at_once).await;
        assert_eq!(status, 410, "an old key ends no new life");
        assert!(next.room.look().await.is_some(), "life {} goes on", n + 1);
        life = next;
    }
}
