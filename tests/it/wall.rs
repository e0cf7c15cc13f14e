//! A wall shows a pad to a whole room, is nobody itself, and gets no word of the text.

use crate::support::{Guest, Heard, TestServer};
use fadepad::base::ids::Role;
use fadepad::room::message::EventKind;
use fadepad_wire::sync;

const HELLO: &str = r#"{"t":"hello","name":"Wall"}"#;

async fn wall(server: &TestServer, role: Role) -> Guest {
    Guest::enter(server.request(&server.key(role), "&x=1&wall=1")).await
}

async fn people(server: &TestServer) -> (&'static str, usize, usize) {
    let overview = server.pad.room.look().await.unwrap();
    (overview.state, overview.people.people, overview.people.devices)
}

#[tokio::test]
async fn a_wall_is_nobody() {
    let mut server = TestServer::new().await;
    let mut wall = wall(&server, Role::Host).await;
    let welcome = wall.page_message("welcome").await;
    assert_eq!((&welcome["state"], &welcome["role"]), (&"waiting".into(), &"view".into()));
    wall.send(sync::extra(HELLO)).await;
    wall.show(1, r#"{"user":{"name":"Wall"}}"#).await;
    wall.saved().await;
    assert_eq!(people(&server).await, ("waiting", 0, 0), "it wakes no pad");
    let mut ann = server.page(Role::Edit).await;
    ann.saved().await;
    assert_eq!(people(&server).await, ("alive", 1, 1));
    assert_eq!(wall.page_message("life").await["state"], "alive");
    let first = server.events.recv().await.unwrap();
    assert!(matches!(first.kind, EventKind::Joined(people) if people.people == 1));
}

#[tokio::test]
async fn a_wall_neither_stops_nor_prolongs_the_fading_and_shows_it() {
    let mut server = TestServer::new().await;
    let mut first = wall(&server, Role::View).await;
    let ann = server.page(Role::Edit).await;
    assert_eq!(first.page_message("life").await["state"], "alive");
    drop(ann);
    let life = first.page_message("life").await;
    assert_eq!((&life["state"], &life["ends_in_s"]), (&"fading".into(), &900.into()));
    let ends_in = server.pad.room.look().await.unwrap().ends_in.unwrap();
    let mut second = wall(&server, Role::View).await;
    assert_eq!(second.page_message("welcome").await["state"], "fading");
    drop(second);
    second = wall(&server, Role::View).await;
    second.saved().await;
    assert_eq!(people(&server).await.0, "fading");
    assert!(server.pad.room.look().await.unwrap().ends_in.unwrap() < ends_in);
    let receipt = server.pad.room.end().await.unwrap();
    assert_eq!(receipt.people_told, 0);
    for wall in [&mut first, &mut second] {
        assert_eq!(wall.page_message("life").await["state"], "ended");
        assert_eq!(wall.closed().await, 4410);
    }
    let mut kinds = Vec::new();
    while let Ok(event) = server.events.try_recv() {
        kinds.push(event.kind);
    }
    assert!(matches!(kinds[0], EventKind::Joined(_)), "{kinds:?}");
    assert!(matches!(kinds[1], EventKind::Left(_)), "{kinds:?}");
    assert!(matches!(kinds[2], EventKind::Fading { .. }), "{kinds:?}");
    assert!(matches!(kinds[3], EventKind::Ended(_)), "{kinds:?}");
}

#[tokio::test]
async fn a_wall_hears_who_comes_and_no_word_of_the_text() {
    let server = TestServer::new().await;
    let mut ann = server.page(Role::Edit).await;
    ann.type_("before").await;
    ann.saved().await;
    let mut wall = wall(&server, Role::Host).await;
    wall.send(sync::step1(&[0])).await;
    ann.type_(" and after").await;
    ann.show(1, r#"{"user":{"name":"Ann"}}"#).await;
    ann.saved().await;
    let mut late = server.guest(Role::Edit).await;
    late.sync().await;
    assert_eq!(late.text(), "before and after");
    loop {
        match wall.hear().await {
            Heard::Page(_) => {}
            Heard::Awareness(seen) => {
                assert_eq!(seen, [(ann.client, 1, r#"{"user":{"name":"Ann"}}"#.to_owned())]);
                break;
            }
            other => panic!("a wall hears {other:?}"),
        }
    }
    wall.send(sync::extra(r#"{"t":"ping","n":1}"#)).await;
    assert!(matches!(wall.hear().await, Heard::Page(pong) if pong["t"] == "pong"));
}

#[tokio::test]
async fn a_wall_changes_nothing_whatever_its_key_allows() {
    let server = TestServer::new().await;
    let mut wall = wall(&server, Role::Host).await;
    wall.type_("not from the wall").await;
    wall.saved().await;
    let mut ann = server.guest(Role::Edit).await;
    ann.sync().await;
    assert_eq!(ann.text(), "");
    wall.send(sync::extra(r#"{"t":"end"}"#)).await;
    assert_eq!(wall.page_message("refused").await["why"], "not_host");
}

#[tokio::test]
async fn a_wall_that_comes_back_takes_its_own_place() {
    let server = TestServer::new().await;
    let request = || server.request(&server.key(Role::View), "&x=1&wall=1&tab=ab");
    let mut old = Guest::enter(request()).await;
    old.page_message("welcome").await;
    let mut new = Guest::enter(request()).await;
    new.saved().await;
    assert_eq!(old.closed().await, 4508);
    assert_eq!(people(&server).await, ("waiting", 0, 0));
}

#[tokio::test]
async fn a_wall_shows_what_its_key_may_see() {
    let server = TestServer::new().await;
    let told = |role| {
        let (server, key) = (&server, server.key(role));
        async move { server.api("GET", "pads/notes", &key, "").await.1 }
    };
    let (host, edit, view) =
        (told(Role::Host).await, told(Role::Edit).await, told(Role::View).await);
    for letting_in in [&host, &edit] {
        assert_eq!(letting_in["code"], server.code().to_string());
        assert_eq!(letting_in["address"], server.address.to_string());
    }
    // Who got through is for the host: `[{device, ago_s, ip?, interface?}]`, and sentences.
    assert_eq!(
        (&host["reached"], &host["hints"]),
        (&serde_json::json!([]), &serde_json::json!([]))
    );
    assert!(edit["reached"].is_null() && edit["hints"].is_null());
    assert!(view["code"].is_null() && view["join_url"].is_null() && view["edit_key"].is_null());
    let own = format!("/p/notes#{}", server.key(Role::View));
    assert!(view["view_url"].as_str().unwrap().ends_with(&own));
}
