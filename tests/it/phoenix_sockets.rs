//! What one socket of the Phoenix door may do, and what of it is passed over.

use std::time::Duration;

use crate::support::phoenix::Client;
use crate::support::{Guest, Heard, TestServer};
use fadepad::base::close::CloseCode;
use fadepad::base::ids::Role;
use fadepad::base::limits::{BEFORE_JOIN, IDLE, MAX_TOPICS};
use fadepad_client::Frame;
use serde_json::{Value, json};

#[tokio::test]
async fn what_is_no_channel_message_closes_the_socket_and_the_third_time_its_address_waits_without_a_key()
 {
    let server = TestServer::new().await;
    for garbage in [Frame::Text("{".into()), Frame::Binary(vec![0, 9].into())] {
        let mut eve = Client::connect(server.address, "vsn=2.0.0").await;
        eve.send(garbage).await;
        assert_eq!(eve.closed().await, CloseCode::Malformed.number());
    }
    let mut old = Client::connect(server.address, "").await;
    old.send(Frame::Binary(vec![0; 9].into())).await;
    assert_eq!(old.closed().await, CloseCode::Malformed.number(), "version 1 has no binary frames");
    let refused = async {
        loop {
            match Guest::try_enter(server.request("", "")).await {
                Err(_) => return,
                // The third violation is noted when its socket has said goodbye.
                Ok(_) => tokio::task::yield_now().await,
            }
        }
    };
    tokio::time::timeout(crate::support::PATIENCE, refused).await.unwrap();
    server.guest(Role::Edit).await;
}

/// Clients that count in numbers (phxsocket) or in whatever else: each hears its own names again.
#[tokio::test]
async fn a_ref_may_be_any_scalar_and_comes_back_as_it_was_written() {
    let server = TestServer::new().await;
    for name in ["0", "7", "-3", "1.0", "1e3", "true", "false", "null", r#""seven""#] {
        let key = server.key(Role::Edit);
        let mut client = Client::connect(server.address, &format!("vsn=2.0.0&token={key}")).await;
        let join = format!(r#"[{name},{name},"doc:notes","phx_join",{{}}]"#);
        client.say(&join).await;
        let starts = format!(r#"[{name},{name},"doc:notes","phx_reply",{{"status":"ok""#);
        assert!(text(&mut client, "phx_reply").await.starts_with(&starts), "{name}");
        let push = format!(r#"[{name},{name},"doc:notes","cursor_pos",{{"cursor":1}}]"#);
        client.say(&push).await;
        let reply =
            format!(r#"[{name},{name},"doc:notes","phx_reply",{{"status":"ok","response":{{}}}}]"#);
        if name != "null" {
            // What is pushed without a name has no reply.
            assert_eq!(text(&mut client, "phx_reply").await, reply);
        }
        let leave = format!(r#"[{name},{name},"doc:notes","phx_leave",{{}}]"#);
        client.say(&leave).await;
        assert_eq!(text(&mut client, "phx_reply").await, reply);
        let close = format!(r#"[{name},{name},"doc:notes","phx_close",{{}}]"#);
        assert_eq!(text(&mut client, "phx_close").await, close);

        let mut old = Client::connect(server.address, &format!("vsn=1.0.0&token={key}")).await;
        let join =
            format!(r#"{{"topic":"doc:notes","event":"phx_join","payload":{{}},"ref":{name}}}"#);
        old.send(Frame::Text(join)).await;
        let ends = match name {
            "null" => r#","ref":null}"#.to_owned(),
            _ => format!(r#","ref":{name},"join_ref":{name}}}"#),
        };
        assert!(text(&mut old, "phx_reply").await.ends_with(&ends), "{name}");
    }
    let mut client = Client::connect(server.address, "vsn=2.0.0").await;
    let beat = r#"[null,null,"phoenix","heartbeat",{}]"#;
    client.say(beat).await;
    let answer = r#"[null,null,"phoenix","phx_reply",{"status":"ok","response":{}}]"#;
    assert_eq!(text(&mut client, "phx_reply").await, answer);
    let lost = r#"[null,null,"doc:notes","phx_join",{}]"#;
    client.say(lost).await;
    let refused = r#"[null,null,"doc:notes","phx_reply",{"status":"error","#;
    assert!(text(&mut client, "phx_reply").await.starts_with(refused));
    client.beats().await;
}

/// The next text of this event.
async fn text(client: &mut Client, event: &str) -> String {
    loop {
        if let Frame::Text(text) = client.hear().await
            && text.contains(&format!("\"{event}\""))
        {
            return text;
        }
    }
}

/// It closes the socket as Phoenix does, and is somebody's mistake, not an attack.
#[tokio::test]
async fn what_phoenix_refuses_is_refused_and_held_against_nobody() {
    let server = TestServer::new().await;
    let long = format!(r#"[null,"{}","phoenix","heartbeat",{{}}]"#, "r".repeat(256));
    for (version, refused) in [
        ("1.0.0", r#"{"topic":"phoenix","event":"heartbeat","ref":"1"}"#),
        ("1.0.0", r#"{"topic":"doc:notes","event":"phx_join","payload":{},"ref":[1]}"#),
        ("1.0.0", "[]"),
        ("2.0.0", r#"[null,"1","phoenix","heartbeat"]"#),
        ("2.0.0", r#"[null,{},"phoenix","heartbeat",{}]"#),
        ("2.0.0", "{}"),
        ("2.0.0", &long),
    ] {
        let mut client = Client::connect(server.address, &format!("vsn={version}")).await;
        client.say(refused).await;
        assert_eq!(client.closed().await, CloseCode::Malformed.number(), "{refused}");
    }
    let mut ann = server.guest(Role::Edit).await;
    ann.sync().await;
}

#[tokio::test]
async fn who_has_shown_no_key_is_not_read_for_long() {
    let server = TestServer::new().await;
    let mut eve = Client::connect(server.address, "vsn=2.0.0").await;
    let long = format!(r#"[null,"1","phoenix","heartbeat",{{"x":"{}"}}]"#, "x".repeat(1 << 20));
    let _ = eve.socket().send_text(long).await;
    let gone = async {
        while let Ok(frame) = eve.socket().next().await {
            assert!(!matches!(frame, Frame::Text(_)), "heard {frame:?}");
        }
    };
    tokio::time::timeout(crate::support::PATIENCE, gone).await.unwrap();
}

#[tokio::test]
async fn who_has_shown_no_key_is_answered_a_few_messages_and_no_more() {
    const LEN: usize = 1 << 10;
    let server = TestServer::new().await;
    let mut eve = Client::connect(server.address, "vsn=2.0.0").await;
    let beat = format!(r#"[null,"1","phoenix","heartbeat",{{"x":"{}"}}]"#, "x".repeat(LEN));
    for _ in 0..300 {
        let _ = eve.socket().send_text(beat.clone()).await;
    }
    let mut answered = 0;
    let gone = async {
        while let Ok(frame) = eve.socket().next().await {
            answered += usize::from(matches!(frame, Frame::Text(_)));
        }
    };
    tokio::time::timeout(crate::support::PATIENCE, gone).await.unwrap();
    assert!((1..=BEFORE_JOIN / LEN).contains(&answered), "{answered} of 300");
}

#[tokio::test(start_paused = true)]
async fn phoenix_people_are_renewed_before_pages_forget_them() {
    let server = TestServer::new().await;
    let query = format!("vsn=2.0.0&token={}", server.key(Role::Edit));
    let mut client = Client::connect(server.address, &query).await;
    client.push("doc:notes", "phx_join", json!({ "name": "Ann" })).await;
    client.event("presence_diff").await;
    let mut page = server.guest(Role::Edit).await;
    let first = page.sees().await;
    let began = tokio::time::Instant::now();
    let again = page.sees().await;
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    assert_eq!((again[0].0, again[0].1), (first[0].0, first[0].1 + 1));
    assert!(matches!(page.hear().await, Heard::Awareness(_)));
}

#[tokio::test(start_paused = true)]
async fn who_is_silent_for_a_minute_is_let_go_and_a_heartbeat_is_no_silence() {
    let server = TestServer::new().await;
    let query = format!("vsn=2.0.0&token={}", server.key(Role::Edit));
    let mut client = Client::connect(server.address, &query).await;
    tokio::time::sleep(IDLE - Duration::from_secs(1)).await;
    client.beats().await;
    let began = tokio::time::Instant::now();
    // Longer than the patience of `hear`.
    let heard = tokio::time::timeout(IDLE * 2, client.socket().next()).await.unwrap();
    let Ok(Frame::Close(close)) = heard else { panic!("heard {heard:?}") };
    assert_eq!(close.code, CloseCode::FellBehind.number());
    let silent = began.elapsed();
    assert!((IDLE..IDLE + Duration::from_secs(1)).contains(&silent), "{silent:?}");
}

#[tokio::test]
async fn a_socket_has_a_hundred_topics_and_a_further_one_waits_until_one_is_left() {
    let server = TestServer::new().await;
    let mut client = Client::connect(server.address, "vsn=2.0.0").await;
    let mut joins = Vec::new();
    for n in 0..=MAX_TOPICS / 3 {
        let pad = server.state.lobby.open(format!("pad-{n}").parse().unwrap(), None).unwrap();
        let key = server.state.lobby.key(&pad, Role::Edit);
        let topics = ["doc", "y_doc_room", "y"].map(|kind| format!("{kind}:pad-{n}"));
        joins.extend(topics.map(|topic| (topic, json!({ "token": key }))));
    }
    let (one_more, parameters) = joins[MAX_TOPICS].clone();
    for (topic, parameters) in &joins[..MAX_TOPICS] {
        let join = client.push(topic, "phx_join", parameters.clone()).await;
        assert_eq!(client.reply(&join).await["status"], "ok", "{topic}");
    }
    let join = client.push(&one_more, "phx_join", parameters.clone()).await;
    let refused =
        json!({ "status": "error", "response": { "reason": "too many channels joined" } });
    assert_eq!(client.reply(&join).await, refused);
    client.event("phx_close").await;
    client.push(&joins[0].0, "phx_leave", json!({})).await;
    client.event("phx_close").await;
    let join = client.push(&one_more, "phx_join", parameters).await;
    assert_eq!(client.reply(&join).await["status"], "ok");
}

#[tokio::test]
async fn what_belongs_to_an_earlier_join_is_passed_over() {
    let server = TestServer::new().await;
    let mut reader = server.guest(Role::View).await;
    reader.sync().await;
    let query = format!("vsn=2.0.0&token={}", server.key(Role::Edit));
    let mut client = Client::connect(server.address, &query).await;
    client.push("doc:notes", "phx_join", json!({})).await;
    client.event("presence_diff").await;
    client.say(r#"["7","7","doc:notes","phx_join",{}]"#).await;
    client.event("phx_close").await;
    client.reply("7").await;

    let ann = crate::support::doc();
    let bin = |text: &str| json!({ "bin": crate::support::write(&ann, text) });
    client
        .push(
            "doc:notes",
            "client_update",
            json!({ "bin": crate::support::write(&crate::support::doc(), "stale") }),
        )
        .await;
    let leave = client.push("doc:notes", "phx_leave", json!({})).await;
    assert_eq!(client.reply(&leave).await["status"], "ok", "it has left that join long ago");
    let push = json!(["7", "8", "doc:notes", "client_update", bin("kept")]).to_string();
    client.say(&push).await;
    let next = next_reply(&mut client).await;
    assert_eq!((&next[0], &next[1], &next[4]["status"]), (&json!("7"), &json!("8"), &json!("ok")));
    reader.reads("kept").await;
}

/// The next reply, with its refs.
async fn next_reply(client: &mut Client) -> Value {
    loop {
        if let Frame::Text(text) = client.hear().await {
            let message: Value = serde_json::from_str(&text).expect("a message is JSON");
            assert_ne!(message[3], "phx_close");
            if message[3] == "phx_reply" {
                return message;
            }
        }
    }
}
