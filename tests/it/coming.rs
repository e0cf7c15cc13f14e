//! Who comes in, by code and by link: one table for both, whatever the door is.

use fadepad::base::door::Door;
use fadepad::base::ids::{Person, Role};
use serde_json::{Value, json};

use crate::door::behind;
use crate::support::{Guest, TestServer};

const PIN: &str = "47110815";

/// Who comes, and what becomes of it at a door that is open, where one knocks, and closed.
const TABLE: [(Who, [&str; 3]); 7] = [
    (Who::New, ["in", "knocks", "door_closed"]),
    (Who::Writer, ["in", "in", "in"]),
    (Who::Reader, ["in", "in", "in"]),
    (Who::OfOldLinks, ["in", "knocks", "door_closed"]),
    (Who::ShownOut, ["shown_out", "shown_out", "shown_out"]),
    (Who::ShownOutAndKnocks, ["knocks", "knocks", "door_closed"]),
    (Who::FromShutAddress, ["knocks", "knocks", "door_closed"]),
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Who {
    New,
    Writer,
    Reader,
    OfOldLinks,
    ShownOut,
    ShownOutAndKnocks,
    FromShutAddress,
}

const WRITER: u128 = 2;
const READER: u128 = 3;
const OUT: u128 = 4;
const OUT_WITH_ADDRESS: u128 = 5;
const OLD: u128 = 6;

impl Who {
    fn person(self) -> Option<u128> {
        match self {
            Self::Writer => Some(WRITER),
            Self::Reader => Some(READER),
            Self::OfOldLinks => Some(OLD),
            Self::ShownOut | Self::ShownOutAndKnocks => Some(OUT),
            Self::New | Self::FromShutAddress => None,
        }
    }
}

struct Scene {
    server: TestServer,
    /// The key of their own that each had before anything was decided.
    keys: [String; 7],
    _here: Vec<Guest>,
}

/// A pad with a PIN and this door, in which a host has shown two people out, one with the address that tests come from, and has
/// made new links.
async fn scene(door: Door) -> Scene {
    let server = behind(Door::Open, Some(PIN)).await;
    let role = |person| if person == READER { Role::View } else { Role::Edit };
    let mut keys: [String; 7] =
        std::array::from_fn(|person| server.own_key(role(person as u128), person as u128));
    let mut here = Vec::new();
    for person in WRITER..=OLD {
        let mut page = server.page_of(role(person), person).await;
        page.saved().await;
        here.push(page);
    }
    let by_host = async |what: &str, path: &str, body: &str| {
        let path = format!("pads/notes{path}");
        let (status, said) = server.api(what, &path, &server.key(Role::Host), body).await;
        assert!(status < 300, "{said}");
    };
    by_host("POST", "/links", r#"{"role":"edit"}"#).await;
    for person in [WRITER, OUT, OUT_WITH_ADDRESS] {
        keys[person as usize] = server.own_key(Role::Edit, person);
        here.push(server.page_of(Role::Edit, person).await);
    }
    for page in &mut here[5..] {
        page.saved().await;
    }
    by_host("DELETE", &format!("/people/{}", Person(OUT)), "").await;
    let with_address = format!("/people/{}", Person(OUT_WITH_ADDRESS));
    by_host("DELETE", &with_address, r#"{"address":true}"#).await;
    by_host("PATCH", "", &json!({ "door": door.name() }).to_string()).await;
    Scene { server, keys, _here: here }
}

impl Scene {
    /// Somebody comes by link, or by code with this PIN or none: what becomes of it, in a word.
    async fn come(&self, who: Who, by_code: Option<Option<&str>>, from: &str) -> String {
        let before = who.person().map(|person| &self.keys[person as usize]);
        let mut said = json!({ "knock": who == Who::ShownOutAndKnocks });
        let server = &self.server;
        let (path, key) = match by_code {
            Some(pin) => {
                said["code"] = json!(server.code().to_string());
                said["as"] = json!(before.into_iter().collect::<Vec<_>>());
                if let Some(pin) = pin {
                    said["pin"] = json!(pin);
                }
                ("join", String::new())
            }
            None => {
                if let Some(before) = before {
                    said["as"] = json!(before);
                }
                ("pads/notes/key", server.key(Role::Edit))
            }
        };
        // Who is at no proxy comes from the address that is shut.
        let from = match who {
            Who::FromShutAddress => String::new(),
            _ => format!("X-Forwarded-For: {from}\r\n"),
        };
        let (status, told) =
            post(server, path, &format!("{from}Authorization: Bearer {key}\r\n"), &said).await;
        match status {
            200 => "in".to_owned(),
            202 => "knocks".to_owned(),
            _ => told["reason"].as_str().unwrap_or_else(|| panic!("{status} {told}")).to_owned(),
        }
    }
}

async fn post(server: &TestServer, path: &str, heads: &str, said: &Value) -> (u16, Value) {
    let (host, body) = (server.address, said.to_string());
    let answer = server
        .http(&format!(
            "POST /api/v1/{path} HTTP/1.1\r\nHost: {host}\r\n{heads}Content-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            body.len()
        ))
        .await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), serde_json::from_str(body).unwrap())
}

#[tokio::test]
async fn a_code_and_a_link_let_in_the_same_people_and_a_code_asks_for_the_pin_besides() {
    for (n, door) in [Door::Open, Door::Knock, Door::Closed].into_iter().enumerate() {
        let scene = scene(door).await;
        for (row, (who, outcomes)) in TABLE.into_iter().enumerate() {
            let outcome = outcomes[n];
            let what = format!("{who:?} at a door that is {}", door.name());
            let from = format!("198.18.{n}.{row}");
            // Who writes by a key of their own has nothing to gain by the code.
            let asks = matches!(outcome, "in" | "knocks") && who != Who::Writer;
            for (pin, asked) in
                [(None, "pin_needed"), (Some("47110816"), "pin_wrong"), (Some(PIN), outcome)]
            {
                let wanted = if asks { asked } else { outcome };
                let told = scene.come(who, Some(pin), &from).await;
                assert_eq!(told, wanted, "{what}, by code with {pin:?}");
            }
            assert_eq!(scene.come(who, None, &from).await, outcome, "{what}, by link");
        }
    }
}
