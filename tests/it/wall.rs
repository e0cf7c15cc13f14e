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

/// Whether the host wishes the text on walls.
async fn wish(server: &TestServer, shown: bool) {
    let body = format!(r#"{{"text_on_walls":{shown}}}"#);
    let (status, pad) = server.api("PATCH", "pads/notes", &server.key(Role::Host), &body).await;
    assert_eq!((status, &pad["text_on_walls"]), (200, &shown.into()));
}

/// All that a wall hears until the server has looked at what it has said.
async fn heard_by(wall: &mut Guest) -> Vec<Heard> {
    wall.send(sync::extra(r#"{"t":"ping","n":77}"#)).await;
    let mut all = Vec::new();
    loop {
        match wall.hear().await {
            Heard::Page(pong) if pong["t"] == "pong" => return all,
            other => all.push(other),
        }
    }
}

fn says_text(heard: &[Heard]) -> bool {
    !heard.iter().all(|one| matches!(one, Heard::Page(_) | Heard::Awareness(_)))
}

#[tokio::test]
async fn a_wall_shows_the_text_from_a_hosts_wish_on_and_hears_no_word_after_it_is_taken_back() {
    let server = TestServer::new().await;
    let mut ann = server.page(Role::Edit).await;
    ann.type_("before").await;
    ann.saved().await;
    let mut hung = wall(&server, Role::View).await;
    hung.send(sync::step1(&[0])).await;
    assert!(!says_text(&heard_by(&mut hung).await), "off from the start");

    wish(&server, true).await;
    assert_eq!(hung.page_message("walls").await["text"], true);
    hung.sync().await;
    assert_eq!(hung.text(), "before");
    ann.type_(" and while").await;
    hung.reads("before and while").await;
    let mut later = wall(&server, Role::Host).await;
    assert_eq!(later.page_message("walls").await["text"], true, "it is told who comes");
    later.sync().await;
    assert_eq!(later.text(), "before and while");
    later.type_("not from the wall").await;
    later.saved().await;

    wish(&server, false).await;
    for hung in [&mut hung, &mut later] {
        assert_eq!(hung.page_message("walls").await["text"], false);
        hung.send(sync::step1(&[0])).await;
    }
    ann.type_(" and after").await;
    ann.saved().await;
    let mut reader = server.guest(Role::View).await;
    reader.sync().await;
    assert_eq!(reader.text(), "before and while and after");
    for hung in [&mut hung, &mut later] {
        assert!(!says_text(&heard_by(hung).await));
    }
}

#[tokio::test]
async fn everyone_in_the_room_is_told_that_the_text_is_on_the_wall_and_whom_it_follows() {
    let server = TestServer::new().await;
    let mut reader = server.page(Role::View).await;
    let mut ann = server.page(Role::Edit).await;
    let person = ann.page_message("welcome").await["person"].clone();
    wish(&server, true).await;
    for page in [&mut reader, &mut ann] {
        let told = page.page_message("walls").await;
        assert_eq!((&told["text"], &told["pencil"]), (&true.into(), &serde_json::Value::Null));
    }
    let pass = |to: &str| format!("pads/notes/people/{to}");
    let of_ann = pass(person.as_str().unwrap());
    let host = server.key(Role::Host);
    assert_eq!(server.api("PATCH", &of_ann, &host, r#"{"pencil":true}"#).await.0, 200);
    assert_eq!(reader.page_message("walls").await["pencil"], person);
    wish(&server, false).await;
    let told = reader.page_message("walls").await;
    assert_eq!((&told["text"], &told["pencil"]), (&false.into(), &serde_json::Value::Null));
}

#[tokio::test]
async fn only_a_host_puts_the_text_on_the_wall_and_nothing_but_yes_or_no_is_understood() {
    let server = TestServer::new().await;
    let mut hung = wall(&server, Role::View).await;
    hung.page_message("welcome").await;
    let yes = r#"{"text_on_walls":true}"#;
    for role in [Role::Edit, Role::View] {
        assert_eq!(server.api("PATCH", "pads/notes", &server.key(role), yes).await.0, 403);
    }
    for not in ["null", "1", r#""yes""#] {
        let body = format!(r#"{{"text_on_walls":{not}}}"#);
        assert_eq!(server.api("PATCH", "pads/notes", &server.key(Role::Host), &body).await.0, 422);
    }
    hung.send(sync::step1(&[0])).await;
    assert!(heard_by(&mut hung).await.is_empty());
}
