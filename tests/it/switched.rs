//! What a host's switches do to whom: everyone in a pad and whoever comes later, at every door, against docs/switches.md. A
//! cell that no row of it speaks of fails, and a row that no cell needs.

use std::collections::BTreeSet;

use fadepad::base::ids::Role;
use futures_util::stream::{self, StreamExt as _};
use serde_json::json;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::afresh::afresh;
use crate::rendered::{type_in, until};
use crate::support::senders::{Door, MARK, Sender};
use crate::support::{Guest, PATIENCE, Plan, TestServer};

const HOST: u128 = 1;
const ANN: u128 = 2;

/// Who is in it, by what they have: a link that many have, or a key of their own. The switches about one person are about Ann.
const PEOPLE: [(&str, Role, Option<u128>); 7] = [
    ("link to write", Role::Edit, None),
    ("link to read", Role::View, None),
    ("Ann", Role::Edit, Some(ANN)),
    ("writer", Role::Edit, Some(3)),
    ("reader", Role::View, Some(4)),
    ("this host", Role::Host, Some(HOST)),
    ("other host", Role::Host, Some(5)),
];

/// What a host does: calls of REST, in their order.
const SWITCHES: [(&str, &[Call]); 16] = [
    ("only whom hosts pick write", &[PICKED]),
    ("everyone writes again", &[PICKED, ("PATCH", "", r#"{"writing":"everyone"}"#)]),
    ("Ann reads", &[("PATCH", OF_ANN, r#"{"role":"view"}"#)]),
    ("Ann has the pencil", &[("PATCH", OF_ANN, r#"{"pencil":true}"#)]),
    ("Ann hosts, the others read", &[("PATCH", OF_ANN, r#"{"role":"host"}"#), PICKED]),
    ("Ann is shown out", &[("DELETE", OF_ANN, "")]),
    ("Ann is shown out, and who comes from there", &[("DELETE", OF_ANN, r#"{"address":true}"#)]),
    ("Ann is let in again", &[("DELETE", OF_ANN, ""), ("PATCH", OF_ANN, r#"{"role":null}"#)]),
    ("new links to write", &[("POST", "/links", r#"{"role":"edit"}"#)]),
    ("new links to read", &[("POST", "/links", r#"{"role":"view"}"#)]),
    ("new links to host", &[("POST", "/links", r#"{"role":"host"}"#)]),
    ("the door is closed", &[("PATCH", "", r#"{"door":"closed"}"#)]),
    ("one knocks at the door", &[("PATCH", "", r#"{"door":"knock"}"#)]),
    ("a PIN is asked for", &[("PATCH", "", r#"{"pin":"4711"}"#)]),
    (AFRESH, &[("DELETE", OF_NOBODY, "")]),
    (STANDING, &[("DELETE", "", r#"{"in_s":0}"#)]),
];

/// Method, path below the pad, and body.
type Call = (&'static str, &'static str, &'static str);

const PICKED: Call = ("PATCH", "", r#"{"writing":"picked"}"#);
const OF_ANN: &str = "/people/00000000000000000000000000000002";
/// Somebody who is shown out before a pad is begun afresh: that it is so for Ann has a test of its own.
const OF_NOBODY: &str = "/people/00000000000000000000000000000099";
const AFRESH: &str = "afresh";
const STANDING: &str = "it ends, and the standing code is scanned";

/// Cells that are tried at a time.
const AT_ONCE: usize = 8;

/// A way into the pad.
#[derive(Clone, Copy, Debug)]
enum Way {
    Door(Door),
    /// `GET /p/NAME/tail`.
    Tail,
    /// One call of REST after another.
    Rest,
}

#[tokio::test]
async fn at_the_y_websocket_door() {
    every_cell(Way::Door(Door::Ws)).await;
}

#[tokio::test]
async fn at_the_door_of_our_page() {
    every_cell(Way::Door(Door::Page)).await;
}

#[tokio::test]
async fn at_the_door_of_our_page_in_a_tunnel() {
    every_cell(Way::Door(Door::Tunnel)).await;
}

#[tokio::test]
async fn at_the_phoenix_door_in_version_one() {
    every_cell(Way::Door(Door::DocV1)).await;
}

#[tokio::test]
async fn at_the_phoenix_door_in_version_two() {
    every_cell(Way::Door(Door::Doc)).await;
}

#[tokio::test]
async fn at_the_phoenix_door_by_long_polling() {
    every_cell(Way::Door(Door::Polled)).await;
}

#[tokio::test]
async fn at_the_phoenix_door_in_y_protocols() {
    every_cell(Way::Door(Door::YTopic)).await;
}

#[tokio::test]
async fn at_the_hocuspocus_door() {
    every_cell(Way::Door(Door::Hocuspocus)).await;
}

#[tokio::test]
async fn who_follows_the_text_by_tail() {
    every_cell(Way::Tail).await;
}

#[tokio::test]
async fn who_calls_by_rest() {
    every_cell(Way::Rest).await;
}

/// What somebody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum May {
    Nothing,
    Read,
    Write,
}

impl May {
    fn of(word: &str) -> Self {
        match word {
            "out" => Self::Nothing,
            "reads" => Self::Read,
            "writes" => Self::Write,
            other => panic!("docs/switches.md says {other:?}"),
        }
    }
}

/// One row of docs/switches.md.
struct Row {
    switch: &'static str,
    who: &'static str,
    here: May,
    /// The same for who follows.
    tail: May,
    later: May,
}

fn rows() -> Vec<Row> {
    let lines =
        include_str!("../../docs/switches.md").lines().filter(|line| line.starts_with("| "));
    let rows = lines.skip(1).map(|line| {
        let columns: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [switch, who, here, later] = columns[..] else { panic!("four columns: {line}") };
        let (here, tail) = here.split_once(", by tail ").unwrap_or((here, here));
        let [here, tail, later] = [here, tail, later].map(May::of);
        Row { switch, who, here, tail: tail.min(May::Read), later }
    });
    rows.collect()
}

async fn every_cell(way: Way) {
    let table = rows();
    let people = SWITCHES.iter().flat_map(|switch| PEOPLE.map(|who| (*switch, who)));
    let tried = stream::iter(people).map(async |(switch, who)| {
        let tried = timeout(PATIENCE * 3, cell(way, switch, who)).await;
        (switch.0, who.0, tried.unwrap_or_else(|_| panic!("silence: {switch:?} {who:?}")))
    });
    let seen = tried.buffer_unordered(AT_ONCE).collect::<Vec<_>>().await;
    // Nobody writes by following, and nobody is here between two calls.
    let most = if matches!(way, Way::Tail) { May::Read } else { May::Write };
    let (mut used, mut wrong) = (vec![false; table.len()], BTreeSet::new());
    for (switch, who, (here, later)) in seen {
        let speaks = |row: &Row| {
            row.switch == switch && row.who.split(", ").any(|said| said == "*" || said == who)
        };
        let Some(row) = table.iter().position(speaks) else {
            wrong.insert(format!("no row: {switch} | {who}: {here:?}, {later:?}"));
            continue;
        };
        used[row] = true;
        let Row { here: is, tail, later: comes, .. } = table[row];
        let is = if most == May::Read { tail } else { is };
        let expected = (here.map(|_| is), comes.min(most));
        if (here, later) != expected {
            wrong.insert(format!(
                "{switch} | {who}: {here:?}, {later:?}; the table has {expected:?}"
            ));
        }
    }
    let idle = table.iter().zip(used).filter(|(_, used)| !used);
    wrong
        .extend(idle.map(|(row, _)| format!("no cell needs the row {} | {}", row.switch, row.who)));
    let wrong: Vec<_> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// What somebody may do who is here when a host switches, and who comes later with what they have.
async fn cell(
    way: Way,
    (switch, calls): (&str, &[Call]),
    (_, role, person): (&str, Role, Option<u128>),
) -> (Option<May>, May) {
    let server = TestServer::with(Plan { standing: switch == STANDING, ..Plan::default() }).await;
    let key = person.map_or_else(|| server.key(role), |person| server.own_key(role, person));
    let mut own = server.page_of(Role::Host, HOST).await;
    own.sync().await;
    type_in(&mut own, "one").await;
    // Where she comes from is known while she is here.
    let _ann = server.page_of(Role::Edit, ANN).await;
    // Who was never here may be a hoarder.
    let known = Guest::enter(server.request(&key, "&x=1")).await;
    let here = Inside::enter(&server, way, &key).await;
    let code = server.code().to_string();
    for (method, path, body) in calls {
        let path = format!("pads/notes{path}");
        let host = server.own_key(Role::Host, HOST);
        let (status, told) = server.api(method, &path, &host, body).await;
        assert!(status < 300, "{switch}: {told}");
    }
    let key = match switch {
        AFRESH => {
            let (status, told) = afresh(&server, &server.own_key(Role::Host, HOST), "kept").await;
            assert_eq!(status, 201, "{told}");
            next_life(&server, key).await
        }
        STANDING => {
            let joined = json!({ "code": code }).to_string();
            let (status, told) = server.api("POST", "join", "", &joined).await;
            assert_eq!(status, 200, "{told}");
            next_life(&server, key).await
        }
        _ => {
            type_in(&mut own, ", two").await;
            key
        }
    };
    let here = match here {
        Some(here) => Some(here.may(&server).await),
        None => None,
    };
    drop(known);
    let later = match (way, Inside::enter(&server, way, &key).await) {
        (Way::Rest, _) => by_rest(&server, &key).await,
        (_, Some(later)) => later.may(&server).await,
        (_, None) => May::Nothing,
    };
    (here, later)
}

/// What a page asks for whose life of the pad is over: a key of the next one, or the same key where there is none for it.
async fn next_life(server: &TestServer, key: String) -> String {
    let (status, given) = server.api("POST", "pads/notes/key", &key, "").await;
    if status == 200 { given["key"].as_str().unwrap().to_owned() } else { key }
}

/// Somebody who is in the pad.
enum Inside<'a> {
    Seat(Box<Sender<'a>>),
    Tail(BufReader<TcpStream>),
}

impl<'a> Inside<'a> {
    async fn enter(server: &'a TestServer, way: Way, key: &str) -> Option<Self> {
        match way {
            Way::Door(door) => {
                let mut sender = Sender::enter(server, door, "notes", key).await;
                let words = sender.settle().await;
                (!is_out(&sender, &words)).then(|| Self::Seat(Box::new(sender)))
            }
            Way::Tail => {
                let mut stream = TcpStream::connect(server.address).await.unwrap();
                let host = server.address;
                let asked = format!("GET /p/notes/tail?key={key} HTTP/1.1\r\nHost: {host}\r\n\r\n");
                stream.write_all(asked.as_bytes()).await.unwrap();
                let mut lines = BufReader::new(stream);
                let mut first = String::new();
                lines.read_line(&mut first).await.unwrap();
                if !first.contains(" 200 ") {
                    return None;
                }
                until(&mut lines, "event: ready").await;
                Some(Self::Tail(lines))
            }
            Way::Rest => None,
        }
    }

    /// What they may do now: they try.
    async fn may(self, server: &TestServer) -> May {
        match self {
            Self::Seat(mut sender) => {
                let before = marks(server).await;
                let mut words = sender.settle().await;
                if !is_out(&sender, &words) {
                    let update = if sender.speaks_y() { "update" } else { "client_update" };
                    sender.say(update).await;
                    words.extend(sender.settle().await);
                }
                match (is_out(&sender, &words), marks(server).await > before) {
                    (out, false) if out => May::Nothing,
                    (false, false) => May::Read,
                    (false, true) => May::Write,
                    _ => panic!("closed, and yet it was taken: {words:?}"),
                }
            }
            Self::Tail(lines) => follows(server, lines).await,
        }
    }
}

/// Whether somebody follows on who followed: when a host has written they hear it, or that they hear no more.
async fn follows(server: &TestServer, mut lines: BufReader<TcpStream>) -> May {
    let pad = server.state.lobby.get(&server.pad.name).unwrap();
    let key = server.state.lobby.key(&pad, Role::Host);
    let wrote = server.api("POST", "pads/notes/append", &key, "three").await;
    assert_eq!(wrote.0, 200, "{}", wrote.1);
    let mut line = String::new();
    loop {
        line.clear();
        let read = timeout(PATIENCE, lines.read_line(&mut line)).await.expect("nothing more");
        match line.trim_end() {
            "event: closed" | "event: ended" => return May::Nothing,
            "data: three" => return May::Read,
            _ if read.unwrap() == 0 => return May::Nothing,
            _ => {}
        }
    }
}

/// Whether the seat is over, by what its door says.
fn is_out(sender: &Sender<'_>, words: &[String]) -> bool {
    let over = ["closed ", "close ", "denied ", "phx_close", "error ", "session over"];
    sender.is_closed()
        || words
            .iter()
            .any(|word| over.iter().any(|said| word.starts_with(said)) && word != "error read_only")
}

/// What somebody may do who calls once.
async fn by_rest(server: &TestServer, key: &str) -> May {
    let wrote = server.api("POST", "pads/notes/append", key, "word").await.0;
    let read = server.api("GET", "pads/notes/export?as=yjs", key, "").await.0;
    match (read, wrote) {
        (200, 200..300) => May::Write,
        (200, _) => May::Read,
        (_, 400..) => May::Nothing,
        other => panic!("who reads nothing has written: {other:?}"),
    }
}

/// How often senders have written into the life of now.
async fn marks(server: &TestServer) -> usize {
    let pad = server.state.lobby.get(&server.pad.name).unwrap();
    let key = server.state.lobby.key(&pad, Role::Host);
    let mut late = Guest::enter(server.request(&key, "")).await;
    late.sync().await;
    late.text().matches(MARK).count()
}
