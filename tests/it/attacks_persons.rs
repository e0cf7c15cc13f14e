//! Nobody is shown, counted or heard as somebody else, whatever he says by whichever door; and a link for
//! a further device makes one device one person, and nothing more.

use std::time::Duration;

use crate::support::phoenix::Client;
use crate::support::{Guest, Plan, TestServer};
use fadepad::base::ids::{Epoch, Person, Role};
use fadepad::base::keys::{Claims, KeyRing};
use fadepad_wire::sync;
use serde_json::{Value, json};

const ANNA: u128 = 0xa;

fn shown(person: u128) -> String {
    Person(person).to_string()
}

/// All that others see of Anna, as somebody may copy it.
fn copied() -> String {
    format!(r##"{{"user":{{"id":"{}","name":"Anna","color":"#2f6bd8"}}}}"##, shown(ANNA))
}

/// Anna, who is here first.
async fn anna(server: &TestServer) -> Guest {
    let mut anna = server.page_of(Role::Edit, ANNA).await;
    anna.send(sync::extra(r#"{"t":"hello","name":"Anna"}"#)).await;
    anna.show(1, &copied()).await;
    anna.saved().await;
    anna
}

async fn people(server: &TestServer) -> (usize, usize, Vec<String>) {
    let people = server.pad.room.look().await.unwrap().people;
    (people.people, people.devices, people.names)
}

/// Whose this client is, as a page hears it.
async fn whose(page: &mut Guest, client: u64) -> String {
    loop {
        let of = page.page_message("persons").await["of"].clone();
        if let Some(person) = of[client.to_string()].as_str() {
            return person.to_owned();
        }
    }
}

#[tokio::test]
async fn who_copies_all_of_anna_is_somebody_else_by_every_door() {
    let server = TestServer::new().await;
    let _anna = anna(&server).await;
    let mut milo = server.page(Role::View).await;

    let mut page = server.page(Role::Edit).await;
    let hello = format!(r#"{{"t":"hello","person":"{}","name":"Anna"}}"#, shown(ANNA));
    page.send(sync::extra(&hello)).await;
    page.show(1, &copied()).await;
    assert_ne!(whose(&mut milo, page.client).await, shown(ANNA));

    let mut stock = server.guest(Role::Edit).await;
    stock.show(1, &copied()).await;
    assert_ne!(whose(&mut milo, stock.client).await, shown(ANNA));

    let query = format!("vsn=2.0.0&token={}", server.key(Role::Edit));
    let mut member = Client::connect(server.address, &query).await;
    let as_anna = json!({ "name": "Anna", "color": "#2f6bd8", "person": shown(ANNA) });
    let join = member.push("doc:notes", "phx_join", as_anna).await;
    let reply = member.reply(&join).await;
    let client = reply["response"]["client"].as_u64().unwrap();
    assert_eq!(whose(&mut milo, client).await, reply["response"]["person"]);
    assert_ne!(reply["response"]["person"], shown(ANNA));
    let there = member.event("presence_state").await;
    let keys: Vec<&String> = there.as_object().unwrap().keys().collect();
    assert_eq!(keys.len(), 3, "{there}");
    assert_eq!(there[shown(ANNA)]["metas"].as_array().unwrap().len(), 1);

    let (count, devices, names) = people(&server).await;
    assert_eq!((count, devices), (5, 5));
    assert_eq!(names, ["Anna", "Anna 2", "Anna 3"], "she was here first");
}

#[tokio::test]
async fn one_connection_is_one_person_in_all_of_its_topics() {
    let server = TestServer::new().await;
    let query = format!("vsn=2.0.0&token={}", server.key(Role::Edit));
    let mut member = Client::connect(server.address, &query).await;
    let mut persons = Vec::new();
    for topic in ["doc:notes", "y_doc_room:notes", "y:notes"] {
        let join = member.push(topic, "phx_join", json!({})).await;
        persons.push(member.reply(&join).await["response"]["person"].clone());
    }
    assert_eq!(persons[0], persons[1]);
    assert_eq!(persons[0], persons[2]);
    assert_eq!((people(&server).await.0, people(&server).await.1), (1, 3));
}

#[tokio::test]
async fn a_client_id_that_anna_left_in_presence_is_not_hers_when_another_shows_it() {
    let server = TestServer::new().await;
    let anna = anna(&server).await;
    let (mut milo, mut mallory) = (server.page(Role::View).await, server.page(Role::Edit).await);
    assert_eq!(whose(&mut milo, anna.client).await, shown(ANNA));
    mallory.client = anna.client;
    drop(anna);
    while milo.sees().await[0].2 != "null" {}
    mallory.show(2, &copied()).await;
    assert_ne!(whose(&mut milo, mallory.client).await, shown(ANNA));
}

#[tokio::test]
async fn the_key_of_a_link_becomes_ones_own_and_nothing_more() {
    let server = TestServer::new().await;
    for role in [Role::View, Role::Edit, Role::Host] {
        let (link, mut before) = (server.key(role), Value::Null);
        for _ in 0..2 {
            let (status, own) = server.api("POST", "pads/notes/key", &link, "").await;
            assert_eq!((status, &own["role"]), (200, &role.name().into()));
            assert_eq!(own["link_key"], link, "that one is for others");
            assert_ne!(own["key"], link);
            assert_ne!(own["person"], before, "each is somebody else");
            let key = own["key"].as_str().unwrap();
            assert!(key.len() <= 64);
            let (_, again) = server.api("POST", "pads/notes/key", key, "").await;
            assert_eq!(again, own, "who has one keeps it");
            let mut page = Guest::enter(server.request(key, "&x=1")).await;
            assert_eq!(page.page_message("welcome").await["person"], own["person"]);
            before = own["person"].clone();
        }
    }
}

#[tokio::test]
async fn one_stays_who_one_is_with_another_link_of_the_same_life_and_of_no_other() {
    let server = TestServer::new().await;
    let own = server.own_key(Role::View, ANNA);
    let exchange = async |key: &str| {
        let body = json!({ "as": key }).to_string();
        let link = server.key(Role::Edit);
        let (status, answer) = server.api("POST", "pads/notes/key", &link, &body).await;
        assert_eq!((status, &answer["role"]), (200, &"edit".into()));
        answer["person"].as_str().unwrap().to_owned()
    };
    assert_eq!(exchange(&own).await, shown(ANNA));
    let other = server.state.lobby.open("other".parse().unwrap(), None).unwrap();
    let elsewhere = server.state.lobby.own_key(&other, Role::View, Person(ANNA));
    let mut tampered = own.clone().into_bytes();
    tampered[40] = if tampered[40] == b'A' { b'B' } else { b'A' };
    let forged = KeyRing::random().unwrap().sign(
        &server.pad.name,
        Claims {
            role: Role::View,
            epoch: server.pad.epoch,
            generation: 0,
            expires: u32::MAX,
            person: Some(Person(ANNA)),
        },
    );
    for bad in [elsewhere, String::from_utf8(tampered).unwrap(), forged, shown(ANNA), String::new()]
    {
        assert_ne!(exchange(&bad).await, shown(ANNA), "{bad}");
        assert_eq!(server.guest_with(&bad).await, 4401, "{bad}");
    }
}

impl TestServer {
    /// The code with which a socket with this key is closed.
    async fn guest_with(&self, key: &str) -> u16 {
        Guest::enter(self.request(key, "")).await.closed().await
    }

    async fn pair(&self, key: &str, body: &str) -> (u16, Value) {
        self.api("POST", "pads/notes/devices", key, body).await
    }

    async fn further(&self, code: &str) -> (u16, Value) {
        self.api("POST", "devices", "", &json!({ "code": code }).to_string()).await
    }
}

#[tokio::test]
async fn a_further_device_is_the_same_person_with_the_same_rights_and_counted_once() {
    let server = TestServer::new().await;
    for (role, person) in [(Role::View, 1), (Role::Edit, 2), (Role::Host, 3)] {
        let key = server.own_key(role, person);
        let before = people(&server).await;
        let laptop = server.page_of(role, person).await;
        let look = r##"{"name":"  Anna\u202e ","color":"#2f6bd8"}"##;
        let (status, link) = server.pair(&key, look).await;
        assert_eq!((status, &link["expires_in_s"]), (201, &600.into()));
        let code = link["code"].as_str().unwrap();
        assert_eq!(link["url"], format!("http://{}/d/{code}", server.address));
        let lower = code.to_lowercase();
        let (status, phone) = server.further(&lower).await;
        assert_eq!((status, &phone["role"]), (200, &role.name().into()));
        assert_eq!(phone["person"], shown(person));
        assert_eq!((&phone["name"], &phone["color"]), (&"Anna".into(), &"#2f6bd8".into()));
        assert_eq!(phone["link_key"], server.key(role));
        let second = Guest::enter(server.request(phone["key"].as_str().unwrap(), "&x=1")).await;
        let now = people(&server).await;
        assert_eq!((now.0, now.1), (before.0 + 1, before.1 + 2));
        drop((laptop, second));
        while people(&server).await.1 > before.1 {
            tokio::task::yield_now().await;
        }
    }
}

#[tokio::test]
async fn a_link_for_a_further_device_is_good_once_and_whatever_is_wrong_is_answered_alike() {
    let server = TestServer::new().await;
    let key = server.own_key(Role::Edit, ANNA);
    let code = |link: &Value| link["code"].as_str().unwrap().to_owned();
    let first = code(&server.pair(&key, "").await.1);
    let second = code(&server.pair(&key, r#"{"name":"","color":"red"}"#).await.1);
    let (status, phone) = server.further(&second).await;
    assert_eq!((status, &phone["name"], &phone["color"]), (200, &Value::Null, &Value::Null));
    let third = code(&server.pair(&key, "").await.1);
    let life = server.pad.room.end().await.unwrap();
    assert_eq!(life.people, 0);
    while server.state.lobby.last_end(&server.pad.name).is_none() {
        tokio::task::yield_now().await;
    }
    server.state.lobby.open(server.pad.name.clone(), None).unwrap();
    let mut answers = Vec::new();
    for bad in [&*first, &second, &third, "AAAAAAAAAAAA", "K7QPM3", "", "0"] {
        answers.push(server.further(bad).await);
    }
    assert_eq!(answers[0].0, 404);
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}

#[tokio::test]
async fn nobody_pairs_for_somebody_else() {
    let server = TestServer::new().await;
    assert_eq!(server.pair(&server.key(Role::Host), "").await.0, 403, "many have a link's key");
    let as_anna = json!({ "person": shown(ANNA), "name": "Anna" }).to_string();
    assert_eq!(server.pair(&server.own_key(Role::Host, 2), &as_anna).await.0, 400);
    let other = server.state.lobby.open("other".parse().unwrap(), None).unwrap();
    let elsewhere = server.state.lobby.own_key(&other, Role::Host, Person(ANNA));
    assert_eq!(server.pair(&elsewhere, "").await.0, 401);
    assert_eq!(server.pair("", "").await.0, 401);
    let looked = "GET /d/AAAAAAAAAAAA HTTP/1.1";
    let asked = format!("{looked}\r\nHost: {}\r\nConnection: close\r\n\r\n", server.address);
    assert!(server.http(&asked).await.starts_with("HTTP/1.1 200"), "only the page uses it up");
}

/// Links that were given out before keys had persons, or that programs keep: they open their pad, also
/// after a restart, and each connection with them is somebody.
#[tokio::test]
async fn a_links_key_opens_its_pad_as_somebody_of_each_connection() {
    let keys = KeyRing::random().unwrap();
    let server = TestServer::with(Plan { keys: keys.clone(), ..Plan::default() }).await;
    let key = server.key(Role::Edit);
    assert_eq!(key.len(), 43);
    let own = server.own_key(Role::Edit, ANNA);
    drop(server);
    let server = TestServer::with(Plan { keys, ..Plan::default() }).await;
    let (_one, _two) = (
        Guest::enter(server.request(&key, "&x=1")).await,
        Guest::enter(server.request(&key, "&x=1")).await,
    );
    let mut anna = Guest::enter(server.request(&own, "&x=1")).await;
    assert_eq!(anna.page_message("welcome").await["person"], shown(ANNA), "she is who she was");
    anna.saved().await;
    assert_eq!((people(&server).await.0, people(&server).await.1), (3, 3));
}

#[tokio::test]
async fn an_own_key_dies_with_its_life() {
    let server = TestServer::with(Plan { ttl: Duration::from_secs(60), ..Plan::default() }).await;
    let key = server.own_key(Role::Host, ANNA);
    server.pad.room.end().await.unwrap();
    while server.state.lobby.get(&server.pad.name).is_some() {
        tokio::task::yield_now().await;
    }
    let next = server.state.lobby.open(server.pad.name.clone(), None).unwrap();
    assert_ne!(next.epoch, Epoch(server.pad.epoch.0));
    assert_eq!(server.api("POST", "pads/notes/key", &key, "").await.0, 410);
    assert_eq!(server.pair(&key, "").await.0, 410);
    assert_eq!(server.guest_with(&key).await, 4410);
}
