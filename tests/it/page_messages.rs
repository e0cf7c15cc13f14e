//! What the page is written against: examples of all that it hears and says, which its own tests read
//! (`ui/test/examples.test.ts`). What one side alone knows fails on one of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fadepad::base::ids::Role;
use fadepad::base::network::{Cause, Neighbour};
use fadepad_wire::extra::{
    Call, Decision, FromPage, Hand, Keep, PageLimits, ToPage, WaitingGuest, read,
};
use fadepad_wire::sync;
use serde_json::{Value, json};

use crate::support::{Guest, Plan, TestServer, doc, write};

/// Set, the examples are written anew, as the server makes them now.
const WRITE: &str = "FADEPAD_WRITE_EXAMPLES";

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/page").join(name)
}

fn examples(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(file(name)).unwrap_or_default()).unwrap_or_default()
}

/// A kind of message that is new is new here, and needs an example.
fn kind(message: &ToPage<'_>) -> &'static str {
    match message {
        ToPage::Welcome { .. } => "welcome",
        ToPage::Life { .. } => "life",
        ToPage::Ending { .. } => "ending",
        ToPage::Role { .. } => "role",
        ToPage::Access { .. } => "access",
        ToPage::Title { .. } => "title",
        ToPage::Walls { .. } => "walls",
        ToPage::Moved { .. } => "moved",
        ToPage::NewLinks { .. } => "new_links",
        ToPage::Knock { .. } => "knock",
        ToPage::Refused { .. } => "refused",
        ToPage::Guessing { .. } => "guessing",
        ToPage::Filling { .. } => "filling",
        ToPage::Hands { .. } => "hands",
        ToPage::Persons { .. } => "persons",
        ToPage::Pong { .. } => "pong",
        ToPage::Unknown => "unknown",
    }
}
const HEARD: [&str; 16] = [
    "title",
    "walls",
    "moved",
    "welcome",
    "life",
    "ending",
    "role",
    "access",
    "new_links",
    "knock",
    "refused",
    "guessing",
    "filling",
    "persons",
    "hands",
    "pong",
];

fn welcome(role: &'static str, state: &'static str, ends_in_s: Option<u64>) -> ToPage<'static> {
    ToPage::Welcome {
        epoch: "b5fb3a3931891af4".to_owned(),
        role,
        state,
        ttl_s: 900,
        ends_in_s,
        fades: true,
        hard_end_s: 86_400,
        limits: PageLimits { update: 1 << 20, pad: 8 << 20 },
        person: "0".repeat(31) + "7",
        saves: role == "view",
    }
}

fn life(state: &'static str, why: Option<&'static str>) -> ToPage<'static> {
    ToPage::Life { state, ends_in_s: None, why, ttl_s: 900, fades: false, hard_end_s: 3_600 }
}

fn ending(why: &'static str, by: Option<&'static str>) -> ToPage<'static> {
    let (stay, by) = (by.is_some(), by.map(Into::into));
    let excused = if stay { vec!["0".repeat(31) + "7"] } else { Vec::new() };
    let call = Call { total_s: 60, by, answered: 3, of: 12, more: 2, stay, excused };
    ToPage::Ending { in_s: Some(52), why, call: Some(call) }
}

fn access(
    writing: &'static str,
    by: Option<&'static str>,
    did: Option<Decision<'static>>,
) -> ToPage<'static> {
    let who = by.map(|_| "0".repeat(31) + "7");
    let door = if did == Some(Decision::Door) { "closed" } else { "open" };
    let pin = did == Some(Decision::Pin);
    ToPage::Access { writing, door, pin, pencil: None, by: by.map(Into::into), who, did }
}

/// The pencil was passed.
fn passed() -> ToPage<'static> {
    let pencil = Some("0".repeat(31) + "9");
    let did = Some(Decision::Pencil { name: Some("Tom".into()) });
    let by = Some("Anna".into());
    ToPage::Access { writing: "picked", door: "open", pin: false, pencil, by, who: None, did }
}

fn hand(name: Option<&'static str>) -> Hand<'static> {
    Hand { person: "0".repeat(31) + "9", name: name.map(Into::into), since_s: 120 }
}

fn persons(role: Option<&str>) -> ToPage<'static> {
    let of = BTreeMap::from([(1_234_567, "0".repeat(31) + "7")]);
    ToPage::Persons {
        of,
        roles: role.map(|role| (1_234_567, role.to_owned())).into_iter().collect(),
    }
}

fn knocker(name: Option<&str>, device: &str, way: &str) -> WaitingGuest {
    WaitingGuest {
        id: "0".repeat(31) + "8",
        name: name.map(str::to_owned),
        color: name.map(|_| "#7b4fd0".to_owned()),
        device: device.to_owned(),
        way: way.to_owned(),
        role: if way == "code" { "edit" } else { "view" }.to_owned(),
        was_out: name.is_none(),
        since_s: 20,
    }
}

fn tom_is_out() -> Decision<'static> {
    Decision::ShowOut { name: Some("Tom".into()), person: format!("{:032x}", 8).into() }
}

/// All that a page may hear, with every word that stands for something.
fn heard() -> Vec<ToPage<'static>> {
    vec![
        welcome("host", "alive", None),
        welcome("edit", "waiting", Some(7_200)),
        welcome("view", "fading", Some(840)),
        life("alive", None),
        life("ended", Some("faded")),
        life("ended", Some("host")),
        life("ended", Some("announced")),
        life("ended", Some("max_lifetime")),
        life("ended", Some("stop")),
        life("ended", Some("afresh")),
        life("ended", Some("handed_on")),
        ToPage::Moved { to: vec!["http://192.168.1.20:7780".into()], in_s: 60 },
        ToPage::Moved { to: vec![], in_s: 0 },
        ending("host", Some("Anna")),
        ending("stop", None),
        ToPage::Role { role: "view" },
        ToPage::Role { role: "edit" },
        ToPage::Role { role: "host" },
        ending("announced", None),
        ending("max_lifetime", None),
        ToPage::Ending { in_s: None, why: "host", call: None },
        access("everyone", None, None),
        access("picked", Some("Anna"), Some(Decision::Writing)),
        access("everyone", Some("Anna"), Some(Decision::Pin)),
        access("everyone", Some("Anna"), Some(Decision::Door)),
        access(
            "picked",
            None,
            Some(Decision::Role { name: Some("Tom".into()), role: "view".into() }),
        ),
        access("everyone", Some("Anna"), Some(Decision::Role { name: None, role: "edit".into() })),
        access("everyone", Some("Anna"), Some(Decision::Role { name: None, role: "host".into() })),
        access("everyone", Some("Anna"), Some(tom_is_out())),
        ToPage::Title { title: Some("Sprint review".into()) },
        ToPage::Title { title: None },
        ToPage::Walls { text: false, pencil: None },
        ToPage::Walls { text: true, pencil: None },
        ToPage::Walls { text: true, pencil: Some("0".repeat(31) + "9") },
        ToPage::NewLinks { role: "edit", by: Some("Anna".into()), who: Some("0".repeat(31) + "7") },
        ToPage::NewLinks { role: "view", by: None, who: None },
        ToPage::NewLinks { role: "host", by: None, who: None },
        ToPage::Knock { of: 1, who: vec![knocker(Some("Calm Heron"), "phone", "code")] },
        ToPage::Knock { of: 1, who: vec![knocker(None, "laptop", "link")] },
        ToPage::Knock { of: 3, who: vec![] },
        ToPage::Refused { why: "too_large" },
        ToPage::Guessing { wrong: 12 },
        ToPage::Filling { name: Some("Tom".into()), bytes: 4_000_000, client_ids: 3 },
        ToPage::Filling { name: None, bytes: 4_000_000, client_ids: 3 },
        passed(),
        ToPage::Hands { count: 0, of: vec![] },
        ToPage::Hands { count: 2, of: vec![hand(Some("Tom")), hand(None)] },
        persons(None),
        persons(Some("host")),
        persons(Some("view")),
        ToPage::Pong { n: 3, clock: None, foreign: false },
        ToPage::Pong { n: 3, clock: Some(5), foreign: true },
    ]
}

#[test]
fn the_page_knows_every_message_as_the_server_says_it() {
    let kinds: BTreeSet<_> = heard().iter().map(kind).collect();
    assert_eq!(kinds, HEARD.into(), "each kind has an example");
    let lines: Vec<_> = heard().iter().map(|message| format!("  {}", message.json())).collect();
    let now = format!("[\n{}\n]\n", lines.join(",\n"));
    if std::env::var_os(WRITE).is_some() {
        fs::write(file("to_page.json"), &now).unwrap();
    }
    let known = fs::read_to_string(file("to_page.json")).unwrap_or_default();
    assert_eq!(
        known.replace('\r', ""),
        now,
        "write them anew with {WRITE}=1, and then the page's side"
    );
}

/// The same message as the page says it. A field or a kind that is new is new here.
fn said(message: FromPage) -> Value {
    match message {
        FromPage::Hello { name, color } => json!({ "t": "hello", "name": name, "color": color }),
        FromPage::Ping { n, client } => json!({ "t": "ping", "n": n, "client": client }),
        FromPage::End { in_s } => json!({ "t": "end", "in_s": in_s }),
        FromPage::Stay => json!({ "t": "stay" }),
        FromPage::Answer => json!({ "t": "answer" }),
        FromPage::More => json!({ "t": "more" }),
        FromPage::Keep(Keep { ttl_s, ends_in_s, always }) => {
            let always = always.then_some(true);
            json!({ "t": "keep", "ttl_s": ttl_s, "ends_in_s": ends_in_s, "always": always })
        }
        FromPage::Writing { who } => json!({ "t": "writing", "who": who }),
        FromPage::Role { person, role } => json!({ "t": "role", "person": person, "role": role }),
        FromPage::Door { door } => json!({ "t": "door", "door": door }),
        FromPage::LetIn { knock } => json!({ "t": "let_in", "knock": knock }),
        FromPage::NotNow { knock } => json!({ "t": "not_now", "knock": knock }),
        FromPage::Pin { pin } => json!({ "t": "pin", "pin": pin }),
        FromPage::ShowOut { person, address } => {
            json!({ "t": "show_out", "person": person, "address": address.then_some(true) })
        }
        FromPage::NewLinks { role } => json!({ "t": "new_links", "role": role }),
        FromPage::Pencil { person } => json!({ "t": "pencil", "person": person }),
        FromPage::Hand { up } => json!({ "t": "hand", "up": up }),
        FromPage::Unknown => json!({ "t": "unknown" }),
    }
}
pub const SAID: [&str; 17] = [
    "hello",
    "ping",
    "end",
    "stay",
    "answer",
    "more",
    "keep",
    "writing",
    "role",
    "door",
    "let_in",
    "not_now",
    "pin",
    "show_out",
    "new_links",
    "pencil",
    "hand",
];

#[test]
fn the_server_reads_every_message_as_the_page_says_it() {
    let all = examples("from_page.json");
    let mut kinds = BTreeSet::new();
    for example in all.as_array().unwrap() {
        let mut read = said(read(&example.to_string()).unwrap());
        read.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        assert_eq!(&read, example, "every field of it is read");
        kinds.insert(example["t"].as_str().unwrap());
    }
    assert_eq!(kinds, SAID.into(), "each kind has an example");
}

/// What a value is made of, without what it is this time.
fn shape(value: &Value) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::Bool(_) => "a boolean".into(),
        Value::Number(_) => "a number".into(),
        Value::String(_) => "a string".into(),
        Value::Array(all) => all.first().map(shape).into_iter().collect(),
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| (name.clone(), shape(value))).collect()
        }
    }
}

/// Somebody on a phone comes to the door, and somebody else tries codes.
async fn visited(server: &TestServer) {
    let ask = async |head: &str, more: &str| {
        let host = server.address;
        server
            .http(&format!("{head} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}"))
            .await
    };
    let phone = "X-Forwarded-For: 198.18.0.7\r\nUser-Agent: Mozilla/5.0 (iPhone)\r\n\r\n";
    ask(&format!("GET /j/{}", server.code()), phone).await;
    let wrong = r#"{"code":"ZZZZZZ"}"#;
    let guess =
        format!("X-Forwarded-For: 198.18.0.8\r\nContent-Length: {}\r\n\r\n{wrong}", wrong.len());
    for _ in 0..12 {
        ask("POST /api/v1/join", &guess).await;
    }
    let cause = Cause { cause: "vpn", why: "A VPN is on.".into(), fix: "Leave it.".into() };
    server.state.reachability.suspect(vec![cause]);
}

/// What somebody without a key of their own hears, where a code is not enough.
async fn at_the_door(server: &TestServer, host: &str) -> Vec<(&'static str, (u16, Value), u16)> {
    let decide = async |wish: Value| {
        assert_eq!(server.api("PATCH", "pads/notes", host, &wish.to_string()).await.0, 200);
    };
    let join = async |pin: Option<&str>| {
        let body = json!({ "code": server.code().to_string(), "pin": pin });
        server.api("POST", "join", "", &body.to_string()).await
    };
    decide(json!({ "pin": "4711" })).await;
    let mut heard = vec![("pin_needed", join(None).await, 403)];
    heard.push(("pin_wrong", join(Some("1234")).await, 403));
    decide(json!({ "pin": null, "door": "closed" })).await;
    heard.push(("door_closed", join(None).await, 403));
    decide(json!({ "door": "knock" })).await;
    let waits = join(None).await;
    let asked = json!({ "knock": waits.1["knock"] }).to_string();
    heard.push(("waits", waits, 202));
    let who = server.api("GET", "pads/notes/knocks", host, "").await;
    let them = format!("pads/notes/knocks/{}", who.1["who"][0]["id"].as_str().unwrap());
    heard.push(("knocks", who, 200));
    server.api("POST", &them, host, r#"{"let_in":false}"#).await;
    heard.push(("not_now", server.api("POST", "pads/notes/knock", "", &asked).await, 403));
    decide(json!({ "door": "open" })).await;
    heard
}

/// Somebody who writes.
async fn ann_at(server: &TestServer) -> Guest {
    let mut ann = server.page_of(Role::Edit, 1).await;
    ann.send(sync::extra(r##"{"t":"hello","name":"Ann","color":"#2f6bd8"}"##)).await;
    ann.show(1, r#"{"user":{"name":"Ann"}}"#).await;
    ann.type_("Agenda").await;
    ann.saved().await;
    ann
}

/// A pad that another machine tells of.
fn neighbour() -> Neighbour {
    Neighbour {
        name: "retro".into(),
        host: "anna-laptop.local".into(),
        url: "http://192.168.1.21:7780".into(),
        state: "alive".into(),
        people: 3,
    }
}

/// What a key is answered after new links were made.
async fn revoked(server: &TestServer, view: &str) -> (u16, Value) {
    let host = server.key(Role::Host);
    server.api("POST", "pads/notes/links", &host, r#"{"role":"view"}"#).await;
    server.api("GET", "pads/notes", view, "").await
}

/// Another pad is made, with a template, and begun afresh, and its host comes over.
async fn fresh(server: &TestServer, host: &str) -> Vec<(&'static str, (u16, Value), u16)> {
    let fresh = r#"{"name":"fresh","template":"agenda"}"#;
    let created = server.api("POST", "pads", host, fresh).await;
    let key = |role: &str| created.1[role].as_str().unwrap().to_owned();
    let (host, edit) = (key("host_key"), key("edit_key"));
    let templated = server.api("GET", "pads/fresh", &edit, "").await;
    let own = server.api("POST", "pads/fresh/key", &host, "").await.1["key"].clone();
    let epoch = server.api("GET", "pads/fresh", &host, "").await.1["next_epoch"].clone();
    let text = STANDARD.encode(write(&doc(), "Agenda"));
    let body = json!({ "epoch": epoch, "text": text, "seen": "AQcJ" }).to_string();
    let begun = server.api("POST", "pads/fresh/afresh", &host, &body).await;
    let over = server.api("POST", "pads/fresh/key", own.as_str().unwrap(), "").await;
    vec![
        ("created", created, 201),
        ("templated", templated, 200),
        ("begun_afresh", begun, 201),
        ("over", over, 200),
    ]
}

async fn joined(server: &TestServer) -> (u16, Value) {
    server.api("POST", "join", "", &json!({ "code": server.code().to_string() }).to_string()).await
}

/// A program follows the text from now on.
async fn followed(server: &TestServer, host: &str, view: &str) -> impl Sized + use<> {
    let board = crate::rendered::tail_as(server, &format!("key={view}&name=Board")).await;
    while server.api("GET", "pads/notes", host, "").await.1["readers"] == 0 {
        tokio::task::yield_now().await;
    }
    board
}

/// Where a pad is, as one hears who comes to the machine that it was at.
async fn moved() -> (u16, Value) {
    let server = TestServer::new().await;
    let host = server.key(Role::Host);
    for over in [false, true] {
        let to = ["http://192.168.1.20:7780"];
        let step = json!({ "to": to, "seen": "AA==", "over": over }).to_string();
        assert_eq!(server.api("POST", "pads/notes/hand-on", &host, &step).await.0, 200);
    }
    server.api("GET", "pads/notes", &host, "").await
}

/// An answer of the server's that the page reads, by what it is to the page.
async fn answers() -> Value {
    let plan = Plan { proxied: true, standing: true, ..Plan::default() };
    let server = TestServer::with(plan).await;
    let [host, edit, view] = [Role::Host, Role::Edit, Role::View].map(|role| server.key(role));
    let own = server.own_key(Role::Edit, 1);
    visited(&server).await;
    let (ann, _board) = (ann_at(&server).await, followed(&server, &host, &view).await);
    let mut all = serde_json::Map::new();
    let mut take = |name: &str, answer: (u16, Value), expected: u16| {
        assert_eq!(answer.0, expected, "{name}: {}", answer.1);
        all.insert(name.to_owned(), answer.1.clone());
        answer.1
    };
    take("info", server.api("GET", "info", "", "").await, 200);
    take("joined", joined(&server).await, 200);
    for (name, answer, status) in at_the_door(&server, &host).await {
        take(name, answer, status);
    }
    take("exchanged", server.api("POST", "pads/notes/key", &edit, "").await, 200);
    let look = r##"{"name":"Ann","color":"#2f6bd8"}"##;
    let pairing = server.api("POST", "pads/notes/devices", &own, look).await;
    let code = take("pairing", pairing, 201)["code"].clone();
    let body = json!({ "code": code }).to_string();
    take("paired", server.api("POST", "devices", "", &body).await, 200);
    for (name, answer, status) in fresh(&server, &host).await {
        take(name, answer, status);
    }
    let asked = format!("pads/notes?writers={}", ann.client);
    take("host", server.api("GET", &asked, &host, "").await, 200);
    take("editor", server.api("GET", "pads/notes", &edit, "").await, 200);
    take("viewer", server.api("GET", "pads/notes", &view, "").await, 200);
    take(
        "kept",
        server
            .api("PATCH", "pads/notes", &host, r#"{"always":true,"title":"Sprint review"}"#)
            .await,
        200,
    );
    take("revoked", revoked(&server, &view).await, 401);
    take("called", server.api("DELETE", "pads/notes", &host, r#"{"in_s":60}"#).await, 202);
    let listed = server.api("GET", "pads", &host, "").await;
    let of_notes = |pads: &Value| {
        pads.as_array()
            .unwrap()
            .iter()
            .find(|pad| pad["pad"] == "notes")
            .cloned()
            .into_iter()
            .collect()
    };
    take("pads", (listed.0, of_notes(&listed.1)), 200);
    take("receipt", server.api("DELETE", "pads/notes", &host, r#"{"in_s":0}"#).await, 200);
    take("dropped", server.api("POST", "pads/notes/dropped", &own, "").await, 200);
    take("ended", server.api("GET", "pads/notes", &host, "").await, 410);
    take("moved", moved().await, 410);
    take("neighbours", (200, json!([neighbour()])), 200);
    Value::Object(all)
}

#[tokio::test]
async fn the_page_knows_every_answer_as_the_server_gives_it() {
    let now = answers().await;
    if shape(&examples("answers.json")) != shape(&now) && std::env::var_os(WRITE).is_some() {
        let text = serde_json::to_string_pretty(&now).unwrap();
        fs::write(file("answers.json"), text + "\n").unwrap();
    }
    let known = examples("answers.json");
    assert_eq!(
        shape(&known),
        shape(&now),
        "write them anew with {WRITE}=1, and then `ui/src/api.ts`"
    );
}
