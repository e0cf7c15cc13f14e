//! What one types, all see.

use crate::support::{Guest, Heard, TestServer};
use fadepad::base::ids::Role;
use fadepad_wire::sync;

async fn two(server: &TestServer) -> (Guest, Guest) {
    let (mut ann, mut bob) = (server.guest(Role::Edit).await, server.guest(Role::Edit).await);
    ann.sync().await;
    bob.sync().await;
    (ann, bob)
}

#[tokio::test]
async fn what_one_types_the_other_sees() {
    let server = TestServer::new().await;
    let (mut ann, mut bob) = two(&server).await;
    ann.type_("hello ").await;
    bob.reads("hello ").await;
    bob.type_("world").await;
    ann.reads("hello world").await;
}

#[tokio::test]
async fn who_comes_later_gets_all_at_once() {
    let server = TestServer::new().await;
    let (mut ann, mut bob) = two(&server).await;
    for n in 0..50 {
        ann.type_(&format!("{n} ")).await;
    }
    bob.reads(&ann.text()).await;
    let mut late = server.guest(Role::View).await;
    late.sync().await;
    assert_eq!(late.text(), ann.text());
}

#[tokio::test]
async fn edits_made_offline_are_asked_for_and_merged() {
    let server = TestServer::new().await;
    let (mut ann, mut bob) = two(&server).await;
    ann.type_("base ").await;
    bob.reads("base ").await;
    let doc = bob.doc.clone();
    drop(bob);
    let mut back = server.guest(Role::Edit).await;
    (back.doc, back.client) = (doc, 0);
    back.write("offline");
    ann.type_("online ").await;
    back.sync().await;
    while !ann.text().contains("offline") || !ann.text().contains("online") {
        ann.take_next().await;
    }
    back.reads(&ann.text()).await;
}

#[tokio::test]
async fn a_known_update_is_told_to_nobody() {
    let server = TestServer::new().await;
    let (mut ann, mut bob) = two(&server).await;
    let update = ann.write("once");
    ann.send(sync::update(&update)).await;
    ann.send(sync::update(&update)).await;
    ann.type_(" twice").await;
    let mut updates = 0;
    while bob.text() != "once twice" {
        match bob.hear().await {
            Heard::Update(update) => {
                updates += 1;
                bob.apply(&update);
            }
            Heard::Closed(code) => panic!("closed with {code}"),
            _ => {}
        }
    }
    assert!(updates <= 2, "{updates} updates for two changes");
}

#[tokio::test]
async fn several_messages_in_one_frame_are_all_read() {
    let server = TestServer::new().await;
    let (mut ann, mut bob) = two(&server).await;
    let frame = [sync::update(&ann.write("a")), sync::update(&ann.write("b"))].concat();
    ann.send(frame).await;
    bob.reads("ab").await;
}

#[tokio::test]
async fn a_page_hears_when_all_it_sent_is_taken() {
    let server = TestServer::new().await;
    let mut page = server.page(Role::Edit).await;
    let welcome = page.page_message("welcome").await;
    assert_eq!(welcome["role"], "edit");
    assert_eq!(welcome["epoch"], server.pad.epoch.to_string());
    page.sync().await;
    page.type_("safe").await;
    page.saved().await;
    let mut late = server.guest(Role::View).await;
    late.sync().await;
    assert_eq!(late.text(), "safe");
}

#[tokio::test]
async fn a_page_can_tell_what_an_author_took_out_from_what_a_whole_text_lacks() {
    let server = TestServer::new().await;
    let (mut ann, mut stock) = two(&server).await;
    let mut page = server.page(Role::Edit).await;
    page.sync().await;
    for is_history in [false, true] {
        ann.type_("a").await;
        page.reads("a").await;
        stock.reads("a").await;
        let deletion = ann.delete_all();
        match is_history {
            false => ann.seat.update(&deletion).await.unwrap(),
            true => ann.seat.bring(&deletion).await.unwrap(),
        }
        // Programs get what they always got.
        stock.reads("").await;
        let heard = loop {
            let heard = page.hear().await;
            if matches!(heard, Heard::Step2(_) | Heard::Update(_)) {
                break heard;
            }
        };
        assert_eq!(matches!(heard, Heard::Step2(_)), is_history, "{heard:?}");
        let (Heard::Step2(update) | Heard::Update(update)) = heard else { unreachable!() };
        page.apply(&update);
        assert_eq!(page.text(), "");
    }
}
