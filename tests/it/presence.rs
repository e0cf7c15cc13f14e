//! Everyone sees who is here, and who has left is gone.

use crate::support::{Heard, TestServer};
use fadepad::base::ids::Role;
use fadepad::room::message::EventKind;
use serde_json::{Value, json};

#[tokio::test]
async fn who_shows_himself_is_seen_and_who_leaves_is_gone() {
    let server = TestServer::new().await;
    let (mut ann, mut bob) = (server.guest(Role::Edit).await, server.guest(Role::Edit).await);
    ann.show(1, r#"{"user":{"name":"Ann"}}"#).await;
    let seen = bob.sees().await;
    assert_eq!(seen, [(ann.client, 1, r#"{"user":{"name":"Ann"}}"#.to_owned())]);
    let client = ann.client;
    drop(ann);
    assert_eq!(bob.sees().await, [(client, 1, "null".to_owned())]);
}

#[tokio::test]
async fn who_comes_later_sees_all_who_are_here() {
    let server = TestServer::new().await;
    let (mut ann, mut bob) = (server.page(Role::Edit).await, server.guest(Role::Edit).await);
    ann.show(5, "{}").await;
    assert_eq!(bob.sees().await[0].0, ann.client);
    let mut late = server.guest(Role::View).await;
    assert_eq!(late.sees().await, [(ann.client, 5, "{}".to_owned())]);
}

#[tokio::test]
async fn nobody_shows_himself_as_somebody_else() {
    let server = TestServer::new().await;
    let mut ann = server.page(Role::Edit).await;
    let (mut bob, mut eve) = (server.guest(Role::Edit).await, server.page(Role::Edit).await);
    ann.show(1, "{}").await;
    ann.saved().await;
    assert_eq!(bob.sees().await, [(ann.client, 1, "{}".to_owned())]);
    let own = eve.client;
    eve.client = ann.client;
    eve.show(9, r#"{"user":{"name":"Not Ann"}}"#).await;
    eve.client = own;
    eve.show(1, r#"{"e":1}"#).await;
    assert_eq!(bob.sees().await, [(own, 1, r#"{"e":1}"#.to_owned())]);
}

#[tokio::test]
async fn who_comes_back_with_an_old_clock_is_seen_at_once() {
    let server = TestServer::new().await;
    let (mut bob, mut ann) = (server.guest(Role::Edit).await, server.guest(Role::Edit).await);
    ann.show(3, "{}").await;
    bob.sees().await;
    let client = ann.client;
    drop(ann);
    assert_eq!(bob.sees().await, [(client, 3, "null".to_owned())]);
    let mut back = server.guest(Role::Edit).await;
    back.client = client;
    back.show(3, "{}").await;
    assert_eq!(back.sees().await, [(client, 3, "null".to_owned())], "so that it renews now");
    back.show(4, "{}").await;
    assert_eq!(bob.sees().await, [(client, 4, "{}".to_owned())]);
}

#[tokio::test]
async fn a_person_with_two_devices_is_one() {
    let mut server = TestServer::new().await;
    let mut laptop = server.page_of(Role::Edit, 7).await;
    let mut phone = server.page_of(Role::View, 7).await;
    for device in [&mut laptop, &mut phone] {
        device.send(fadepad_wire::sync::extra(r#"{"t":"hello","name":"Ann"}"#)).await;
        device.saved().await;
    }
    let overview = server.pad.room.look().await.unwrap();
    assert_eq!((overview.people.people, overview.people.devices), (1, 2));
    assert_eq!(overview.people.names, ["Ann"]);
    let first = server.events.recv().await.unwrap();
    assert!(matches!(first.kind, EventKind::Joined(people) if people.people == 1));
    let second = server.events.recv().await.unwrap();
    assert!(matches!(second.kind, EventKind::Joined(people) if people.people == 1));
}

#[tokio::test]
async fn people_whose_names_look_alike_are_told_apart_and_two_devices_are_not() {
    let server = TestServer::new().await;
    let mut seats = Vec::new();
    for (person, name) in
        [(2, "Ann"), (1, "\\u202eA\\u200bnn\\u202c"), (3, "\u{410}nn"), (2, "Ann"), (4, "Bob")]
    {
        let hello = format!(r#"{{"t":"hello","name":"{name}"}}"#);
        let mut page = server.page_of(Role::Edit, person).await;
        page.send(fadepad_wire::sync::extra(&hello)).await;
        page.saved().await;
        seats.push(page);
    }
    let people = server.pad.room.look().await.unwrap().people;
    assert_eq!(people.names, ["Ann 2", "Ann", "\u{410}nn 3", "Bob"]);
    seats.truncate(1);
    let alone = || async { server.pad.room.look().await.unwrap().people.names };
    while alone().await.len() > 1 {
        tokio::task::yield_now().await;
    }
    assert_eq!(alone().await, ["Ann"], "nobody else looks like her now");
}

#[tokio::test]
async fn who_is_a_host_follows_from_the_key_whatever_somebody_says() {
    let server = TestServer::new().await;
    let mut page = server.page(Role::View).await;
    let mut ann = server.page_of(Role::Host, 7).await;
    let mut tom = server.page_of(Role::Edit, 8).await;
    ann.show(1, "{}").await;
    let told = page.page_message("persons").await;
    let ann_is_host = json!({ ann.client.to_string(): "host" });
    assert_eq!(told["roles"], ann_is_host, "{told}");
    tom.show(1, r#"{"user":{"host":true,"role":"host"}}"#).await;
    let told = page.page_message("persons").await;
    assert_eq!(
        (&told["of"][tom.client.to_string()], &told["roles"]),
        (&json!(format!("{:032x}", 8)), &Value::Null)
    );
    let mut late = server.page(Role::View).await;
    let told = late.page_message("persons").await;
    assert_eq!((told["of"].as_object().unwrap().len(), &told["roles"]), (2, &ann_is_host));
}

#[tokio::test]
async fn everyone_hears_who_only_reads_and_who_becomes_host_as_soon_as_it_is_decided() {
    let server = TestServer::new().await;
    let mut host = server.page_of(Role::Host, 1).await;
    let (mut tom, mut page) = (server.page_of(Role::Edit, 8).await, server.page(Role::View).await);
    let mut stock = server.guest(Role::Edit).await;
    tom.show(3, "{}").await;
    assert_eq!(page.page_message("persons").await["roles"], Value::Null);
    assert_eq!(stock.sees().await[0].0, tom.client);
    for role in ["view", "host", "edit"] {
        let said = json!({ "t": "role", "person": format!("{:032x}", 8), "role": role });
        host.send(fadepad_wire::sync::extra(&said.to_string())).await;
        let told = page.page_message("persons").await;
        let word = &told["roles"][tom.client.to_string()];
        assert_eq!(word.as_str().unwrap_or("edit"), role, "{told}");
    }
    assert_eq!(stock.sees().await, [(tom.client, 3, "{}".to_owned())], "as it was shown before");
}

#[tokio::test]
async fn pages_hear_whose_a_client_is_before_its_state_and_stock_clients_hear_nothing_of_it() {
    let server = TestServer::new().await;
    let mut ann = server.page_of(Role::Edit, 7).await;
    ann.show(1, "{}").await;
    ann.saved().await;
    let (mut page, mut stock) = (server.page(Role::View).await, server.guest(Role::View).await);
    for again in [false, true] {
        if again {
            page = server.page(Role::View).await;
        }
        let of = page.page_message("persons").await["of"].clone();
        assert_eq!(of[ann.client.to_string()], format!("{:032x}", 7));
        assert_eq!(page.sees().await, [(ann.client, 1, "{}".to_owned())]);
    }
    ann.show(2, r#"{"moved":1}"#).await;
    assert_eq!(page.sees().await[0].1, 2, "a move is no news of who it is");
    loop {
        match stock.hear().await {
            Heard::Awareness(entries) if entries.iter().any(|entry| entry.1 == 2) => break,
            Heard::Page(json) => panic!("a stock client heard {json}"),
            _ => {}
        }
    }
}
