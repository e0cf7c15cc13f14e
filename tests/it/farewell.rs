//! The real binary with people in its pads: however it is ended, they are offered their copies first.

use std::time::Duration;

use crate::support::running::Running;
use crate::support::{Guest, Heard};
use fadepad::base::limits::{ALL_ANSWERED, STOP_WITHIN};
use fadepad_wire::sync;
use serde_json::Value;
use tokio::time::Instant;

async fn say(page: &mut Guest, json: &str) {
    page.send(sync::extra(json)).await;
}

#[tokio::test]
async fn who_joins_is_told_once_and_a_second_device_is_no_other_person() {
    let mut running = Running::start(&[]).await;
    let hello = r#"{"t":"hello","name":"Anna"}"#;
    let key = running.own_key("host_key").await;
    let (mut laptop, first) = running.page_by(&key).await;
    let (mut phone, second) = running.page_by(&key).await;
    for page in [&mut laptop, &mut phone] {
        say(page, hello).await;
        page.saved().await;
    }
    let counted = |event: &Value| (event["people"].as_u64(), event["devices"].as_u64());
    assert_eq!((counted(&first), counted(&second)), ((Some(1), Some(1)), (Some(1), Some(2))));
    drop(phone);
    assert_eq!(running.next().await["event"], "left");
}

#[tokio::test]
async fn ctrl_c_offers_everyone_a_copy_and_ends_when_all_have_answered() {
    let mut running = Running::start(&[]).await;
    let mut anna = running.page("host_key").await;
    say(&mut anna, r#"{"t":"hello","name":"Anna"}"#).await;
    let mut milo = running.page("edit_key").await;
    running.signal("-INT");
    let told = milo.page_message("ending").await;
    assert_eq!((&told["in_s"], &told["by"], &told["of"]), (&60.into(), &"Anna".into(), &2.into()));
    let event = running.event("ending").await;
    assert_eq!((&event["ends_in_s"], &event["people"]), (&60.into(), &2.into()));
    say(&mut milo, r#"{"t":"answer"}"#).await;
    let one = anna.page_message("ending").await;
    assert_eq!(one["answered"], 0, "the host's own page is asked like any other: {one}");
    let one = anna.page_message("ending").await;
    assert_eq!((&one["answered"], &one["of"]), (&1.into(), &2.into()));
    assert!(one["in_s"].as_u64() > Some(30), "{one}");
    say(&mut anna, r#"{"t":"answer"}"#).await;
    let since = Instant::now();
    assert_eq!(milo.closed().await, 4410);
    assert!(since.elapsed() >= ALL_ANSWERED / 2);
    assert_eq!(running.event("ended").await["people_told"], 2);
    assert_eq!(running.code().await, Some(0));
}

#[tokio::test]
async fn programs_are_told_of_another_minute() {
    let mut running = Running::start(&[]).await;
    let mut anna = running.page("edit_key").await;
    running.signal("-INT");
    let first = running.event("ending").await;
    assert_eq!((&first["ends_in_s"], &first["more"]), (&60.into(), &2.into()));
    say(&mut anna, r#"{"t":"more"}"#).await;
    let later = running.event("ending").await;
    assert_eq!((&later["why"], &later["more"]), (&"host".into(), &1.into()), "{later}");
    assert!(later["ends_in_s"].as_u64() > Some(90), "{later}");
}

#[tokio::test]
async fn a_second_ctrl_c_ends_it_now() {
    let mut running = Running::start(&[]).await;
    let mut anna = running.page("edit_key").await;
    running.signal("-INT");
    assert_eq!(anna.page_message("ending").await["in_s"], 60);
    running.signal("-INT");
    assert_eq!(anna.closed().await, 4410);
    assert_eq!(running.code().await, Some(130));
}

#[tokio::test]
async fn nobody_who_was_told_that_the_system_stops_it_reads_later_that_the_host_did() {
    for (first, second, why) in
        [("-TERM", "-TERM", "stop"), ("-TERM", "-INT", "stop"), ("-INT", "-INT", "host")]
    {
        let mut running = Running::start(&["--last-call", "3m"]).await;
        let mut anna = running.page("edit_key").await;
        running.signal(first);
        assert_eq!(anna.page_message("ending").await["why"], why);
        running.signal(second);
        let life = loop {
            let life = anna.page_message("life").await;
            if life["state"] == "ended" {
                break life;
            }
        };
        assert_eq!(life["why"], why, "{first} {second}: {life}");
        assert_eq!(running.event("ended").await["why"], why, "{first} {second}");
    }
}

#[tokio::test]
async fn a_window_that_is_closed_offers_everyone_a_copy_too() {
    let mut running = Running::in_window().await;
    let mut anna = running.page("edit_key").await;
    running.signal("-KILL");
    assert_eq!(anna.page_message("ending").await["in_s"], 60);
    say(&mut anna, r#"{"t":"answer"}"#).await;
    assert_eq!(anna.closed().await, 4410);
}

#[tokio::test]
async fn the_host_s_page_takes_a_ctrl_c_back_and_the_program_goes_on() {
    let mut running = Running::start(&[]).await;
    let mut host = running.page("host_key").await;
    running.signal("-INT");
    assert_eq!(host.page_message("ending").await["stay"], true);
    say(&mut host, r#"{"t":"stay"}"#).await;
    running.event("stays").await;
    host.saved().await;
    running.signal("-INT");
    running.event("ending").await;
    say(&mut host, r#"{"t":"answer"}"#).await;
    assert_eq!(running.code().await, Some(0));
}

#[tokio::test]
async fn termination_offers_copies_too_and_stays_within_what_a_service_manager_waits() {
    let mut running = Running::start(&["--last-call", "10m"]).await;
    let mut anna = running.page("host_key").await;
    running.signal("-TERM");
    let told = anna.page_message("ending").await;
    assert_eq!(told["in_s"], STOP_WITHIN.as_secs());
    assert_eq!(
        (&told["why"], &told["more"], &told["stay"]),
        (&"stop".into(), &0.into(), &false.into())
    );
    drop(anna);
    assert_eq!(running.code().await, Some(0), "nobody is left to wait for");
}

#[tokio::test]
async fn with_a_secret_file_termination_sends_people_away_and_ends_nothing() {
    let folder = std::env::temp_dir().join(format!("fadepad-farewell-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let secret = folder.join("secret");
    let mut running = Running::start(&["--secret-file", secret.to_str().unwrap()]).await;
    let mut anna = running.page("edit_key").await;
    running.signal("-TERM");
    let code = loop {
        match anna.hear().await {
            Heard::Page(json) => assert_ne!(json["t"], "ending"),
            Heard::Closed(code) => break code,
            _ => {}
        }
    };
    assert_eq!((code, running.code().await), (1001, Some(0)));
    let ended = std::fs::read_to_string(folder.join("secret.ended")).unwrap_or_default();
    assert!(!ended.contains("notes"), "{ended}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn without_a_last_call_everything_ends_at_once() {
    let mut running = Running::start(&["--last-call", "0s"]).await;
    let mut anna = running.page("edit_key").await;
    running.signal("-INT");
    let since = Instant::now();
    assert_eq!(anna.closed().await, 4410);
    assert_eq!(running.code().await, Some(0));
    assert!(since.elapsed() < Duration::from_secs(10));
}
