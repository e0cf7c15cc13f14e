//! Before an end that finds people everyone is offered a copy, and the end is recorded before anybody
//! is told that it is over.

use std::time::Duration;

use crate::support::phoenix::Client;
use crate::support::{Guest, Plan, TestServer};
use fadepad::base::ids::Role;
use fadepad::base::limits::{ALL_ANSWERED, ALONE, COMES_BACK, LONGEST_COUNTDOWN};
use fadepad::room::message::{EventKind, HostCommand};
use fadepad_wire::sync;
use serde_json::{Value, json};

async fn say(page: &mut Guest, json: &str) {
    page.send(sync::extra(json)).await;
}

/// A server whose pad holds something to copy.
async fn written() -> TestServer {
    let server = TestServer::new().await;
    let (mut author, mut reader) = (server.guest(Role::Edit).await, server.guest(Role::Edit).await);
    author.sync().await;
    reader.sync().await;
    author.type_("all of this").await;
    reader.reads("all of this").await;
    server
}

/// Nobody is waited for any more, and each may still take another form of the text.
fn soon(ending: &Value) -> bool {
    let most = ALL_ANSWERED.as_secs();
    (most - 2..=most).contains(&ending["in_s"].as_u64().unwrap())
}

/// A page of somebody who has told a name.
async fn person(server: &TestServer, role: Role, name: &str) -> Guest {
    called(server.page(role).await, name).await
}

async fn called(mut page: Guest, name: &str) -> Guest {
    say(&mut page, &json!({ "t": "hello", "name": name }).to_string()).await;
    page.saved().await;
    page
}

/// Hears until the call stands like this.
async fn hears(page: &mut Guest, is: impl Fn(&Value) -> bool) -> Value {
    loop {
        let ending = page.page_message("ending").await;
        if is(&ending) {
            return ending;
        }
    }
}

async fn delete(server: &TestServer, body: &str) -> (u16, Value) {
    server.api("DELETE", "pads/notes", &server.key(Role::Host), body).await
}

#[tokio::test]
async fn everyone_hears_who_ends_it_answers_and_then_it_ends_sooner() {
    let server = written().await;
    let mut anna = called(server.page_of(Role::Host, 7).await, "Anna").await;
    let mut milo = person(&server, Role::View, "Milo").await;
    say(&mut anna, r#"{"t":"end"}"#).await;
    let told = milo.page_message("ending").await;
    let call = json!({
        "t": "ending", "in_s": 60, "total_s": 60, "why": "host", "by": "Anna",
        "answered": 0, "of": 1, "more": 2, "stay": true,
        "excused": [format!("{:032x}", 7)],
    });
    assert_eq!(told, call, "who ends it is not asked");
    say(&mut milo, r#"{"t":"answer"}"#).await;
    say(&mut milo, r#"{"t":"answer"}"#).await;
    let last = hears(&mut anna, |ending| ending["answered"] == 1).await;
    assert!(soon(&last), "who ends it is not waited for: {last}");
    assert_eq!(milo.closed().await, 4410);
}

#[tokio::test]
async fn who_ends_it_in_a_page_is_asked_at_no_device_unless_they_need_another_minute() {
    let server = written().await;
    let mut anna = called(server.page_of(Role::Host, 7).await, "Anna").await;
    let phone = called(server.page_of(Role::Host, 7).await, "Anna").await;
    let mut milo = person(&server, Role::Edit, "Milo").await;
    let counts = |ending: &Value| (ending["answered"].as_u64(), ending["of"].as_u64());
    say(&mut anna, r#"{"t":"end"}"#).await;
    assert_eq!(counts(&milo.page_message("ending").await), (Some(0), Some(1)));
    drop(phone);
    let mut phone = server.page_of(Role::Host, 7).await;
    assert_eq!(counts(&phone.page_message("ending").await), (Some(0), Some(1)), "who comes back");
    say(&mut anna, r#"{"t":"answer"}"#).await;
    say(&mut anna, r#"{"t":"more"}"#).await;
    let asked = hears(&mut milo, |ending| ending["more"] == 1).await;
    assert_eq!((counts(&asked), &asked["excused"]), ((Some(0), Some(2)), &Value::Null));
}

#[tokio::test]
async fn who_ended_it_in_a_page_is_asked_where_somebody_else_ends_it_after_them() {
    let server = written().await;
    let mut anna = called(server.page_of(Role::Host, 7).await, "Anna").await;
    let mut milo = person(&server, Role::Edit, "Milo").await;
    say(&mut anna, r#"{"t":"end"}"#).await;
    assert_eq!(milo.page_message("ending").await["of"], 1);
    delete(&server, r#"{"in_s":50}"#).await;
    let asked = hears(&mut milo, |ending| ending["of"] == 2).await;
    assert_eq!(asked["excused"], Value::Null, "{asked}");
}

#[tokio::test]
async fn who_ends_it_alone_waits_for_nobody() {
    let server = written().await;
    let mut anna = called(server.page_of(Role::Host, 7).await, "Anna").await;
    say(&mut anna, r#"{"t":"end"}"#).await;
    let told = anna.page_message("ending").await;
    assert_eq!((&told["answered"], &told["of"]), (&0.into(), &0.into()));
    assert!(told["in_s"].as_u64().unwrap() <= ALONE.as_secs(), "{told}");
}

#[tokio::test]
async fn another_minute_is_given_twice_in_all() {
    let server = TestServer::new().await;
    let mut anna = person(&server, Role::Edit, "Anna").await;
    let mut milo = person(&server, Role::Edit, "Milo").await;
    delete(&server, r#"{"in_s":30}"#).await;
    say(&mut milo, r#"{"t":"more"}"#).await;
    let one = hears(&mut anna, |ending| ending["more"] == 1).await;
    assert!((85..=90).contains(&one["in_s"].as_u64().unwrap()), "{one}");
    say(&mut anna, r#"{"t":"more"}"#).await;
    let two = hears(&mut milo, |ending| ending["more"] == 0).await;
    say(&mut milo, r#"{"t":"more"}"#).await;
    milo.saved().await;
    let (_, seen) = server.api("GET", "pads/notes", &server.key(Role::View), "").await;
    assert!(seen["ending"]["in_s"].as_u64() <= two["in_s"].as_u64(), "{seen}");
}

#[tokio::test]
async fn delete_tells_how_things_stand_and_leaves_its_receipt() {
    let server = TestServer::new().await;
    let mut anna = person(&server, Role::Edit, "Anna").await;
    anna.type_("all of this").await;
    let (status, told) = delete(&server, "").await;
    assert_eq!((status, &told["state"], &told["ends_in_s"]), (202, &"alive".into(), &60.into()));
    let ending = &told["ending"];
    assert_eq!((&ending["of"], &ending["answered"]), (&1.into(), &0.into()), "{told}");
    assert_eq!(ending["by"], Value::Null, "nobody is here with a host's key");
    let (status, again) = delete(&server, "").await;
    assert_eq!(status, 202);
    assert!(again["ends_in_s"].as_u64().unwrap() <= 60, "it goes on, and does not begin anew");
    say(&mut anna, r#"{"t":"answer"}"#).await;
    assert_eq!(anna.closed().await, 4410);
    server.state.lobby.recorded_end(&server.pad).await.unwrap();
    let (status, gone) = delete(&server, "").await;
    assert_eq!((status, &gone["why"]), (410, &"host".into()));
    assert_eq!((&gone["people"], &gone["people_told"]), (&1.into(), &1.into()), "{gone}");
}

#[tokio::test]
async fn who_ends_an_empty_pad_gets_the_receipt_and_the_name_is_free() {
    let server = TestServer::new().await;
    let (status, receipt) = delete(&server, "").await;
    assert_eq!((status, &receipt["people_told"]), (200, &0.into()));
    assert!(server.state.lobby.open("notes".parse().unwrap(), None).is_ok());
}

#[tokio::test]
async fn the_receipt_waits_until_the_end_is_written_down() {
    let server = TestServer::new().await;
    let lobby = server.state.lobby.clone();
    let mut records = lobby.records_to_keep();
    let writes = async {
        records.changed().await.unwrap();
        assert_eq!(records.borrow().list.len(), 1);
        assert!(lobby.get(&server.pad.name).is_none(), "the name is free before");
        tokio::task::yield_now().await;
        let number = records.borrow().number;
        lobby.recorded(number);
        number
    };
    let told = async {
        let answer = delete(&server, "").await;
        assert_eq!(lobby.records().borrow().number, 1);
        answer.0
    };
    assert_eq!(tokio::join!(writes, told), (1, 200));
}

#[tokio::test]
async fn an_end_that_makes_no_sense_is_refused_and_nothing_ends() {
    let server = TestServer::new().await;
    let _anna = person(&server, Role::Edit, "Anna").await;
    let late = json!({ "in_s": LONGEST_COUNTDOWN.as_secs() + 1 }).to_string();
    for bad in ["soon", r#"{"in_s":-1}"#, r#"{"in":5}"#, &late] {
        assert_eq!(delete(&server, bad).await.0, 400, "{bad}");
    }
    let (_, seen) = server.api("GET", "pads/notes", &server.key(Role::View), "").await;
    assert_eq!(seen["ending"], Value::Null);
}

#[tokio::test]
async fn a_program_that_cannot_answer_and_a_wall_are_not_asked() {
    let server = written().await;
    let _stock = server.guest(Role::Edit).await;
    let mut wall = Guest::enter(server.request(&server.key(Role::View), "&x=1&wall=1")).await;
    wall.saved().await;
    let (status, told) = delete(&server, "").await;
    assert_eq!((status, &told["ending"]["of"]), (202, &0.into()));
    let told = wall.page_message("ending").await;
    assert!(told["in_s"].as_u64().unwrap() <= COMES_BACK.as_secs(), "{told}");
    say(&mut wall, r#"{"t":"answer"}"#).await;
    say(&mut wall, r#"{"t":"more"}"#).await;
    wall.saved().await;
    let (_, seen) = server.api("GET", "pads/notes", &server.key(Role::View), "").await;
    assert_eq!((&seen["ending"]["answered"], &seen["ending"]["more"]), (&0.into(), &2.into()));
}

#[tokio::test]
async fn an_end_that_was_set_beforehand_calls_everyone_and_waits_for_none_who_answered() {
    let server = written().await;
    let mut anna = person(&server, Role::Edit, "Anna").await;
    let host = server.key(Role::Host);
    server.api("PATCH", "pads/notes", &host, r#"{"ends_in_s":30}"#).await;
    let told = anna.page_message("ending").await;
    assert_eq!((&told["why"], &told["by"]), (&"announced".into(), &Value::Null));
    server.api("PATCH", "pads/notes", &host, r#"{"always":true}"#).await;
    hears(&mut anna, |ending| ending["in_s"].is_null()).await;
    server.api("PATCH", "pads/notes", &host, r#"{"ends_in_s":30}"#).await;
    hears(&mut anna, |ending| ending["in_s"] == 30).await;
    say(&mut anna, r#"{"t":"answer"}"#).await;
    let ended = loop {
        let life = anna.page_message("life").await;
        if life["state"] == "ended" {
            break life;
        }
    };
    assert_eq!(ended["why"], "announced");
}

#[tokio::test]
async fn a_program_that_is_stopped_says_so_and_no_host_can_put_it_off() {
    let server = written().await;
    let mut anna = person(&server, Role::Host, "Anna").await;
    server.pad.room.steer(HostCommand::Stop(Duration::from_secs(80))).await.unwrap();
    let told = anna.page_message("ending").await;
    assert_eq!(
        (&told["why"], &told["stay"], &told["more"]),
        (&"stop".into(), &false.into(), &0.into())
    );
    for command in [r#"{"t":"stay"}"#, r#"{"t":"end","in_s":600}"#, r#"{"t":"stay"}"#] {
        say(&mut anna, command).await;
    }
    delete(&server, r#"{"in_s":600}"#).await;
    anna.saved().await;
    let ending = server.pad.room.look().await.unwrap().ending.unwrap();
    assert_eq!((ending.why, ending.may_stay), ("stop", false));
    assert!(ending.left <= Duration::from_secs(80), "{:?}", ending.left);
}

#[tokio::test]
async fn nobody_can_answer_for_somebody_else() {
    let server = written().await;
    let mut anna = called(server.page_of(Role::Edit, 7).await, "Anna").await;
    let mut mallory = person(&server, Role::View, "Mallory").await;
    delete(&server, "").await;
    mallory.page_message("ending").await;
    let as_anna = format!(r#"{{"t":"hello","person":"{:032x}","name":"Anna"}}"#, 7);
    for said in [r#"{"t":"answer"}"#, &as_anna, r#"{"t":"answer"}"#] {
        say(&mut mallory, said).await;
    }
    mallory.saved().await;
    let answers = || async { server.pad.room.look().await.unwrap().ending.unwrap().answers };
    assert_eq!((answers().await.answered, answers().await.of), (1, 2), "Anna has not answered");
    let mut phone = called(server.page_of(Role::View, 7).await, "Anna").await;
    say(&mut phone, r#"{"t":"answer"}"#).await;
    phone.saved().await;
    assert_eq!((answers().await.answered, answers().await.of), (1, 2), "nor at her other device");
    say(&mut anna, r#"{"t":"answer"}"#).await;
    anna.saved().await;
    assert_eq!(answers().await.answered, 2);
}

#[tokio::test]
async fn whoever_cannot_answer_does_not_hold_it_up() {
    let server = written().await;
    let query = format!("vsn=2.0.0&token={}", server.key(Role::Edit));
    let mut member = Client::connect(server.address, &query).await;
    for topic in ["y:notes", "y_doc_room:notes"] {
        let join = member.push(topic, "phx_join", json!({})).await;
        assert_eq!(member.reply(&join).await["status"], "ok", "{topic}");
    }
    let _stock = server.guest(Role::Edit).await;
    let mut anna = person(&server, Role::Edit, "Anna").await;
    delete(&server, "").await;
    assert_eq!(anna.page_message("ending").await["of"], 1);
    say(&mut anna, r#"{"t":"answer"}"#).await;
    let last = hears(&mut anna, |ending| ending["answered"] == 1).await;
    assert!(soon(&last), "{last}");
}

#[tokio::test]
async fn where_it_is_ended_elsewhere_the_host_s_own_page_is_asked_like_any_other() {
    let server = written().await;
    let mut anna = person(&server, Role::Host, "Anna").await;
    let (_, told) = delete(&server, "").await;
    assert_eq!((&told["ending"]["answered"], &told["ending"]["of"]), (&0.into(), &1.into()));
    assert!(told["ends_in_s"].as_u64().unwrap() > 30, "{told}");
    say(&mut anna, r#"{"t":"stay"}"#).await;
    anna.saved().await;
    let mut milo = person(&server, Role::View, "Milo").await;
    let (_, told) = delete(&server, "").await;
    assert_eq!((&told["ending"]["answered"], &told["ending"]["of"]), (&0.into(), &2.into()));
    say(&mut milo, r#"{"t":"answer"}"#).await;
    let one = hears(&mut anna, |ending| ending["answered"] == 1).await;
    assert!(one["in_s"].as_u64().unwrap() > 30, "nobody at the host's page has chosen: {one}");
    say(&mut anna, r#"{"t":"answer"}"#).await;
    let all = hears(&mut milo, |ending| ending["answered"] == 2).await;
    assert!(soon(&all), "{all}");
}

#[tokio::test]
async fn an_empty_pad_asks_nobody_and_ends_at_once() {
    let server = TestServer::new().await;
    let mut anna = person(&server, Role::Edit, "Anna").await;
    anna.sync().await;
    anna.type_("only for a moment").await;
    let deleted = anna.delete_all();
    anna.send(sync::update(&deleted)).await;
    anna.saved().await;
    let (status, receipt) = delete(&server, "").await;
    assert_eq!((status, &receipt["people_told"]), (200, &1.into()), "{receipt}");
    assert_eq!(anna.closed().await, 4410);
}

#[tokio::test]
async fn an_announced_end_calls_nobody_until_something_is_written() {
    let server = TestServer::new().await;
    let mut anna = person(&server, Role::Edit, "Anna").await;
    anna.sync().await;
    let host = server.key(Role::Host);
    let (_, seen) = server.api("PATCH", "pads/notes", &host, r#"{"ends_in_s":30}"#).await;
    assert_eq!(seen["ending"], Value::Null, "{seen}");
    anna.type_("now there is something to keep").await;
    assert_eq!(anna.page_message("ending").await["why"], "announced");
}

#[tokio::test]
async fn without_a_last_call_it_ends_at_once() {
    let server = TestServer::with(Plan { last_call: Duration::ZERO, ..Plan::default() }).await;
    let mut anna = person(&server, Role::Edit, "Anna").await;
    let (status, receipt) = delete(&server, "").await;
    assert_eq!((status, &receipt["people_told"]), (200, &1.into()));
    assert_eq!(anna.closed().await, 4410);
}

#[tokio::test]
async fn a_late_scan_of_an_ended_code_says_ended_and_is_no_guess() {
    let server = TestServer::new().await;
    let code = server.code().to_string();
    delete(&server, "").await;
    let body = json!({ "code": code }).to_string();
    for _ in 0..3 {
        let (status, problem) = server.api("POST", "join", "", &body).await;
        assert_eq!((status, &problem["why"]), (410, &"host".into()), "{problem}");
    }
    let (status, _) = server.api("POST", "join", "", r#"{"code":"AAAAAA"}"#).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn a_pad_that_nobody_has_opened_does_not_fade() {
    let mut server = TestServer::new().await;
    let host = server.key(Role::Host);
    for body in [r#"{"ends_in_s":600}"#, r#"{"ttl_s":60}"#] {
        let (_, seen) = server.api("PATCH", "pads/notes", &host, body).await;
        assert_eq!(seen["state"], "waiting");
    }
    drop(server.page(Role::Edit).await);
    let first = server.events.recv().await.unwrap();
    assert!(matches!(first.kind, EventKind::Joined(_)), "{first:?}");
}

#[tokio::test]
async fn a_receipt_tells_the_grace_that_the_host_had_set() {
    let server = TestServer::new().await;
    let host = server.key(Role::Host);
    server.api("PATCH", "pads/notes", &host, r#"{"ttl_s":60}"#).await;
    assert_eq!(delete(&server, "").await.1["ttl_s"], 60);
    assert_eq!(server.api("GET", "pads/notes", &host, "").await.1["ttl_s"], 60);
}

/// An ended page that is loaded again offers its host a new pad.
#[tokio::test]
async fn an_ended_pad_tells_whoever_has_a_key_what_it_allowed_and_nobody_else() {
    let server = TestServer::new().await;
    let keys = [Role::Host, Role::Edit, Role::View].map(|role| (server.key(role), role.name()));
    delete(&server, "").await;
    for (key, role) in &keys {
        let (status, told) = server.api("GET", "pads/notes", key, "").await;
        assert_eq!((status, &told["role"]), (410, &Value::from(*role)));
        for (secret, _) in &keys {
            assert!(!told.to_string().contains(secret), "no key is told: {told}");
        }
    }
    let (status, told) = server.api("GET", "pads/notes", "no-key", "").await;
    assert_eq!((status, &told["role"]), (404, &Value::Null));
}
