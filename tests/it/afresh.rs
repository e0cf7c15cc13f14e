//! A pad is begun afresh: the text goes on in another life, without its history, its keys and who was shown out.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fadepad::base::ids::{Person, Role};
use fadepad_wire::sync;
use serde_json::{Value, json};
use yrs::updates::decoder::Decode as _;
use yrs::{Text as _, Transact as _, Update};

use crate::support::phoenix::Client;
use crate::support::running::Running;
use crate::support::senders::{Door, Sender};
use crate::support::{Guest, TestServer, all, doc, write};

async fn next_epoch(server: &TestServer, key: &str) -> String {
    let (_, seen) = server.api("GET", "pads/notes", key, "").await;
    seen["next_epoch"].as_str().unwrap().to_owned()
}

fn body(epoch: &str, text: &[u8]) -> String {
    let seen = STANDARD.encode([1, 7, 9]);
    json!({ "epoch": epoch, "text": STANDARD.encode(text), "seen": seen }).to_string()
}

/// Begins the pad afresh by this host's key, with these letters; returns what is answered.
pub async fn afresh(server: &TestServer, key: &str, text: &str) -> (u16, Value) {
    let body = body(&next_epoch(server, key).await, &write(&doc(), text));
    server.api("POST", "pads/notes/afresh", key, &body).await
}

async fn exchange(server: &TestServer, key: &str) -> (u16, Value) {
    server.api("POST", "pads/notes/key", key, "").await
}

async fn show_out(server: &TestServer, person: u128) {
    let them = format!("pads/notes/people/{}", Person(person));
    assert_eq!(server.api("DELETE", &them, &server.key(Role::Host), "").await.0, 200);
}

#[tokio::test]
async fn whom_a_host_has_made_one_begins_afresh_and_owns_the_next_life_no_more_than_the_last() {
    let server = TestServer::new().await;
    let (owner, hand_made) = (server.own_key(Role::Host, 1), server.own_key(Role::Edit, 2));
    let (_owner, _hand_made) =
        (server.page_of(Role::Host, 1).await, server.page_of(Role::Edit, 2).await);
    let them = format!("pads/notes/people/{}", Person(2));
    assert_eq!(server.api("PATCH", &them, &owner, r#"{"role":"host"}"#).await.0, 200);

    let (status, begun) = afresh(&server, &hand_made, "kept").await;
    assert_eq!(status, 201, "{begun}");
    assert!(begun["edit_key"].is_string() && begun["code"].is_string(), "{begun}");
    assert_eq!((&begun["host_key"], &begun["host_url"]), (&Value::Null, &Value::Null));
    let (status, over) = exchange(&server, &hand_made).await;
    assert_eq!((status, &over["role"]), (200, &json!("host")), "as who they were");
    let theirs = over["key"].as_str().unwrap();
    let taken = server.api("POST", "pads/notes/links", theirs, r#"{"role":"host"}"#).await;
    assert_eq!(taken.0, 403, "{taken:?}");
    let (status, over) = exchange(&server, &owner).await;
    assert_eq!((status, &over["role"]), (200, &json!("host")));
}

#[tokio::test]
async fn the_text_goes_on_and_the_life_before_is_over_at_every_door() {
    let server = TestServer::new().await;
    let (before, link) = (server.code().to_string(), server.key(Role::Edit));
    let own = server.own_key(Role::Edit, 2);
    let mut page = server.page_of(Role::Edit, 2).await;
    page.sync().await;
    page.type_("a word that is taken out").await;
    page.saved().await;
    let mut program = Guest::enter(server.request(&link, "")).await;
    let mut provider = Sender::enter(&server, Door::Hocuspocus, "notes", &own).await;
    provider.settle().await;
    let mut channel = Client::connect(server.address, &format!("vsn=2.0.0&token={own}")).await;
    channel.say(r#"["1","1","doc:notes","phx_join",{}]"#).await;
    assert_eq!(channel.reply("1").await["status"], "ok");

    let (status, begun) = afresh(&server, &server.own_key(Role::Host, 1), "kept").await;
    assert_eq!(status, 201, "{begun}");
    let life = loop {
        let life = page.page_message("life").await;
        if life["state"] == "ended" {
            break life;
        }
    };
    assert_eq!(life["why"], "afresh");
    assert_eq!((page.closed().await, program.closed().await), (4410, 4410));
    while channel.next_event().await.0 != "session_ended" {}
    assert!(provider.settle().await.contains(&"close session_ended".to_owned()));

    assert_ne!(begun["code"], *before);
    for old in [&link, &server.key(Role::Host)] {
        let (status, told) = server.api("GET", "pads/notes", old, "").await;
        assert_eq!((status, &told["why"]), (410, &json!("afresh")));
    }
    let fresh = begun["edit_key"].as_str().unwrap();
    let mut guest = Guest::enter(server.request(fresh, "")).await;
    guest.sync().await;
    guest.reads("kept").await;
    let bytes = all(&guest.doc);
    let holds = |word: &str| bytes.windows(word.len()).any(|part| part == word.as_bytes());
    assert!(holds("kept") && !holds("taken out"));
    guest.type_(" and goes on").await;
    let mut other = Guest::enter(server.request(fresh, "")).await;
    other.sync().await;
    other.reads("kept and goes on").await;
}

#[tokio::test]
async fn who_was_here_comes_over_as_who_they_are_and_who_was_shown_out_does_not() {
    let server = TestServer::new().await;
    let _ann = server.page_of(Role::Edit, 2).await;
    show_out(&server, 3).await;
    let milo = format!("pads/notes/people/{}", Person(4));
    let host = server.own_key(Role::Host, 1);
    server.api("PATCH", &milo, &host, r#"{"role":"view"}"#).await;
    server.api("PATCH", "pads/notes", &host, r#"{"door":"closed","title":"Retro"}"#).await;
    afresh(&server, &host, "kept").await;
    for (role, person, now) in
        [(Role::Host, 1, "host"), (Role::Edit, 2, "edit"), (Role::Edit, 4, "view")]
    {
        let (status, given) = exchange(&server, &server.own_key(role, person)).await;
        assert_eq!((status, &given["role"]), (200, &json!(now)), "a closed door is for new people");
        assert_eq!(given["person"], Person(person).to_string());
        assert_eq!(given["seen"], STANDARD.encode([1, 7, 9]));
        let key = given["key"].as_str().unwrap();
        let (status, seen) = server.api("GET", "pads/notes", key, "").await;
        let told = (status, &seen["role"], &seen["door"], &seen["title"]);
        assert_eq!(told, (200, &json!(now), &json!("closed"), &json!("Retro")));
    }
    assert_eq!(exchange(&server, &server.own_key(Role::Edit, 3)).await.0, 410, "shown out");
    assert_eq!(exchange(&server, &server.key(Role::Edit)).await.0, 410, "a link is anybody's");
    assert_eq!(exchange(&server, &server.key(Role::Host)).await.0, 410);
}

#[tokio::test]
async fn who_was_shown_out_is_out_of_the_new_life_too_by_whatever_link() {
    let server = TestServer::new().await;
    show_out(&server, 3).await;
    let (_, begun) = afresh(&server, &server.own_key(Role::Host, 1), "kept").await;
    let (host, edit) = (begun["host_key"].as_str().unwrap(), begun["edit_key"].as_str().unwrap());
    let given = server.api("GET", "pads/notes/people", host, "").await;
    assert_eq!(given.0, 200);
    let fresh = server.state.lobby.get(&"notes".parse().unwrap()).unwrap();
    let theirs = server.state.lobby.own_key(&fresh, Role::Edit, Person(3));
    let body = json!({ "as": theirs }).to_string();
    let (status, told) = server.api("POST", "pads/notes/key", edit, &body).await;
    assert_eq!((status, &told["reason"]), (403, &json!("shown_out")));
}

#[tokio::test]
async fn who_was_shown_out_of_the_life_before_comes_into_the_new_one_by_a_hosts_hand_alone() {
    let server = TestServer::new().await;
    let (old, milos) = (server.own_key(Role::Edit, 3), server.own_key(Role::Edit, 4));
    let _milo = server.page_of(Role::Edit, 4).await;
    show_out(&server, 3).await;
    let (_, begun) = afresh(&server, &server.own_key(Role::Host, 1), "kept").await;
    let word = |name: &str| begun[name].as_str().unwrap().to_owned();
    let (code, edit, host) = (word("code"), word("edit_key"), word("host_key"));
    let by_code = |knock: bool, of: &str| {
        json!({ "code": code, "as": [of], "knock": knock, "name": "Eve" }).to_string()
    };
    let by_link = json!({ "as": old }).to_string();
    let out = (403, json!("shown_out"));
    for (path, key, body) in
        [("join", "", by_code(false, &old)), ("pads/notes/key", edit.as_str(), by_link)]
    {
        let (status, told) = server.api("POST", path, key, &body).await;
        assert_eq!((status, told["reason"].clone()), out, "{path}: {told}");
    }
    // Nobody else is kept out by that.
    assert_eq!(server.api("POST", "join", "", &by_code(false, &milos)).await.0, 200);
    let (status, told) = server.api("POST", "join", "", &by_code(true, &old)).await;
    assert_eq!(status, 202, "{told}");
    let (_, waiting) = server.api("GET", "pads/notes/knocks", &host, "").await;
    assert_eq!(waiting["who"][0]["id"], Person(3).to_string(), "as who they were: {waiting}");
    assert_eq!(waiting["who"][0]["was_out"], true, "{waiting}");
}

#[tokio::test]
async fn of_two_hosts_who_begin_afresh_at_once_one_does_and_a_bad_text_ends_nothing() {
    let server = TestServer::new().await;
    let (host, guest) = (server.own_key(Role::Host, 1), server.key(Role::Edit));
    let epoch = next_epoch(&server, &host).await;
    let text = write(&doc(), "kept");
    let later = {
        let doc = doc();
        write(&doc, "before");
        write(&doc, "after")
    };
    let gone = {
        let (doc, text) = (doc(), "gone");
        write(&doc, text);
        let t = doc.get_or_insert_text("t");
        t.remove_range(&mut doc.transact_mut(), 0, text.len() as u32);
        all(&doc)
    };
    let history = {
        let (doc, other, third) = (doc(), self::doc(), self::doc());
        for writer in [&other, &third] {
            let update = write(writer, "a life with its history");
            doc.transact_mut().apply_update(Update::decode_v1(&update).unwrap()).unwrap();
        }
        all(&doc)
    };
    for (key, body, status) in [
        (&host, body(&epoch, &[0, 0]), 422),
        (&host, body(&epoch, &gone), 422),
        (&host, body(&epoch, &history), 422),
        (&guest, body(&epoch, &text), 403),
        (&host, body("0123456789abcdef", &text), 409),
        (&host, body("nonsense", &text), 400),
        (&host, body(&epoch, &[9, 9, 9]), 422),
        (&host, body(&epoch, &later), 422),
        (&host, json!({ "epoch": epoch, "text": "no base64!" }).to_string(), 400),
    ] {
        let (was, told) = server.api("POST", "pads/notes/afresh", key, &body).await;
        assert_eq!(was, status, "{body} {told}");
    }
    assert_eq!(server.api("GET", "pads/notes", &guest, "").await.0, 200, "it lives on");
    let (body, host) = (body(&epoch, &text), &host);
    let (one, other) = tokio::join!(
        server.api("POST", "pads/notes/afresh", host, &body),
        server.api("POST", "pads/notes/afresh", host, &body),
    );
    let mut both = [one.0, other.0];
    both.sort_unstable();
    assert!(both == [201, 409] || both == [201, 410], "{both:?}");
}

#[tokio::test]
async fn while_people_take_their_copies_nothing_is_begun_afresh() {
    let server = TestServer::new().await;
    let host = server.own_key(Role::Host, 1);
    let mut page = server.page_of(Role::Edit, 2).await;
    page.sync().await;
    page.type_("something to copy").await;
    page.saved().await;
    assert_eq!(server.api("DELETE", "pads/notes", &host, "").await.0, 202);
    assert_eq!(afresh(&server, &host, "kept").await.0, 409);
    page.send(sync::extra(r#"{"t":"answer"}"#)).await;
    let life = loop {
        let life = page.page_message("life").await;
        if life["state"] == "ended" {
            break life;
        }
    };
    assert_eq!(life["why"], "host");
}

#[tokio::test]
async fn a_text_as_large_as_a_pad_goes_over() {
    let server = TestServer::new().await;
    let words = "words ".repeat(500_000);
    let (status, begun) = afresh(&server, &server.own_key(Role::Host, 1), &words).await;
    assert_eq!(status, 201, "{begun}");
    let mut guest = Guest::enter(server.request(begun["edit_key"].as_str().unwrap(), "")).await;
    guest.sync().await;
    guest.reads(&words).await;
    // Under a root that no page of ours shows: it is the host's all the same.
    let (_, seen) = server.api("GET", "pads/notes", begun["host_key"].as_str().unwrap(), "").await;
    let [filler] = &seen["filled_by"].as_array().unwrap()[..] else { panic!("{seen}") };
    for bytes in ["bytes", "unseen_bytes"] {
        assert!(filler[bytes].as_u64().unwrap() >= words.len() as u64, "{filler}");
    }
}

/// What the host of a real server is answered.
fn ask(running: &Running, head: &str, body: &str) -> Value {
    let key = running.ready["host_key"].as_str().unwrap();
    let length = body.len();
    let more = format!("Authorization: Bearer {key}\r\nContent-Length: {length}\r\n\r\n{body}");
    let answer = crate::new_links::ask(&running.ready["port"].to_string(), head, &more);
    serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
}

#[tokio::test]
async fn after_a_restart_with_the_same_secret_people_go_on_in_the_new_life() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("afresh");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let secret = folder.join("secret");
    let args = ["--standing", "--secret-file", secret.to_str().unwrap()];
    let mut before = Running::start(&args).await;
    let (port, stands) = (before.ready["port"].clone(), before.ready["code"].clone());
    let former = before.own_key("edit_key").await;
    let seen = ask(&before, "GET /api/v1/pads/notes", "");
    let body = body(seen["next_epoch"].as_str().unwrap(), &write(&doc(), "kept"));
    ask(&before, "POST /api/v1/pads/notes/afresh", &body);
    before.ready = before.event("opened").await;
    before.ready["port"] = port;
    assert_eq!(before.ready["code"], stands, "a code that stands stands");
    let own = before.own_key("edit_key").await;
    before.signal("-TERM");
    assert_eq!(before.code().await, Some(0));

    let mut after = Running::start(&args).await;
    for same in ["epoch", "code", "host_key"] {
        assert_eq!(after.ready[same], before.ready[same], "{same}");
    }
    let (_, who) = after.page_by(&own).await;
    assert_eq!(who["pad"], "notes");
    let url = format!("ws://127.0.0.1:{}/ws/notes?key={former}", after.ready["port"]);
    assert_eq!(Guest::at(&url).await.closed().await, 4410);
}

#[tokio::test]
async fn programs_are_told_the_links_of_the_new_life() {
    let mut running = Running::start(&[]).await;
    let seen = ask(&running, "GET /api/v1/pads/notes", "");
    let body = body(seen["next_epoch"].as_str().unwrap(), &write(&doc(), "kept"));
    let begun = ask(&running, "POST /api/v1/pads/notes/afresh", &body);
    let told = running.event("opened").await;
    for same in ["code", "join_url", "edit_key", "host_key", "epoch"] {
        assert!(told[same].is_string() && told[same] == begun[same], "{same} {told}");
        assert_ne!(told[same], running.ready[same], "{same}");
    }
    let over = running.event("ended").await;
    assert_eq!((&over["why"], &over["epoch"]), (&json!("afresh"), &running.ready["epoch"]));
}
