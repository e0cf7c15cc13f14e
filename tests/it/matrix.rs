//! What becomes of each message: every kind of every door, from everyone, in each phase of a pad's
//! life, against docs/matrix.md. A cell that no row of it speaks of fails, and a row that no cell needs.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::page_messages::SAID;
use crate::support::senders::{Door, MARK, SOMEBODY, Sender, commands, untried};
use crate::support::{Guest, Heard, PATIENCE, Plan, TestServer};
use fadepad::base::door::Door as PadDoor;
use fadepad::base::ids::Role;
use fadepad::base::limits::Limits;
use fadepad::room::core::access_change::{AccessChange, Writing};
use fadepad::room::core::pass::Pass;
use fadepad::room::lobby::Pad;
use fadepad::room::message::{HostCommand, Overview};
use fadepad_wire::sync;
use futures_util::StreamExt as _;
use futures_util::stream;
use tokio::time::timeout;

/// Where the pad stands when the message comes. Nobody else was ever in a waiting one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Waiting,
    Alive,
    Fading,
    LastCall,
    /// It ended while he was in it.
    Ends,
    /// It had ended when he came.
    Ended,
}

const PHASES: [(&str, Phase); 6] = [
    ("waiting", Phase::Waiting),
    ("alive", Phase::Alive),
    ("fading", Phase::Fading),
    ("last call", Phase::LastCall),
    ("ends", Phase::Ends),
    ("ended", Phase::Ended),
];

const ROLES: [(&str, Option<Role>); 4] = [
    ("nobody", None),
    ("view", Some(Role::View)),
    ("edit", Some(Role::Edit)),
    ("host", Some(Role::Host)),
];

/// Cells that are tried at a time.
const AT_ONCE: usize = 16;

#[tokio::test]
async fn at_the_y_websocket_door() {
    every_cell("y-websocket", Door::Ws).await;
}

#[tokio::test]
async fn at_the_door_of_our_page() {
    every_cell("page", Door::Page).await;
}

#[tokio::test]
async fn at_the_door_of_our_page_on_a_wall() {
    every_cell("wall", Door::Wall).await;
}

#[tokio::test]
async fn at_the_door_of_our_page_in_a_tunnel_as_by_a_socket() {
    every_cell("page", Door::Tunnel).await;
}

#[tokio::test]
async fn at_the_phoenix_door_in_version_one() {
    every_cell("doc V1", Door::DocV1).await;
}

#[tokio::test]
async fn at_the_phoenix_door_in_version_two() {
    every_cell("doc V2", Door::Doc).await;
}

#[tokio::test]
async fn at_the_phoenix_door_by_long_polling() {
    every_cell("doc polled", Door::Polled).await;
}

#[tokio::test]
async fn at_the_phoenix_door_in_y_protocols() {
    every_cell("y topic", Door::YTopic).await;
}

#[tokio::test]
async fn at_the_hocuspocus_door() {
    every_cell("hocuspocus", Door::Hocuspocus).await;
}

#[test]
fn every_command_of_a_page_is_tried_at_every_door() {
    let said: BTreeSet<_> = SAID.map(str::to_owned).into();
    let [mut of_y, of_doc] = commands();
    assert!(of_y.remove("later"), "and one that nobody knows");
    assert_eq!(of_y, said);
    assert_eq!(of_doc, said);
}

#[test]
fn every_message_of_every_dialect_is_tried() {
    assert_eq!(untried(), Vec::<&str>::new());
}

/// Tries every kind of message at a door, from everyone, in every phase.
async fn every_cell(at: &str, door: Door) {
    let limits = Limits { enforced: false, memory: 8 << 30, ..Limits::default() };
    let server = &TestServer::with(Plan { limits, ..Plan::default() }).await;
    let kinds = door.kinds().into_iter();
    let people = kinds.flat_map(|kind| ROLES.map(|role| (kind, role)));
    let cells = people.flat_map(|(kind, role)| PHASES.map(|phase| (kind, role, phase)));
    let tried = stream::iter(cells.enumerate()).map(|(n, (kind, (who, role), (when, phase)))| {
        let tried = timeout(PATIENCE * 3, cell(server, door, (n, kind), role, phase));
        async move {
            let came = tried.await.unwrap_or_else(|_| vec![(kind, vec!["silence".to_owned()])]);
            came.into_iter().map(move |(what, words)| ([at, who, when, what], words.join(", ")))
        }
    });
    let seen = tried.buffer_unordered(AT_ONCE).collect::<Vec<_>>().await;
    let table = rows();
    let (mut used, mut wrong) = (vec![false; table.len()], BTreeSet::new());
    for (cell, came) in seen.into_iter().flatten() {
        let row = table.iter().position(|row| row.speaks_of(&cell));
        let expected = row.map_or("no row", |row| table[row].then);
        if let Some(row) = row {
            used[row] = true;
        }
        if came != expected {
            wrong.insert(format!("{}: {came}; the table has: {expected}", cell.join(" | ")));
        }
    }
    let idle = table.iter().zip(used).filter(|(row, used)| !used && row.is_at(at));
    wrong.extend(idle.map(|(row, _)| format!("no cell needs the row {:?}: {}", row.of, row.then)));
    let wrong: Vec<_> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// One row of docs/matrix.md: which cells it speaks of, and what becomes of them.
struct Row {
    of: [&'static str; 4],
    then: &'static str,
}

fn rows() -> Vec<Row> {
    let lines = include_str!("../../docs/matrix.md").lines().filter(|line| line.starts_with("| "));
    let rows = lines.map(|line| {
        let columns: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [at, who, when, what, then] = columns[..] else { panic!("five columns: {line}") };
        Row { of: [at, who, when, what], then: if then == "-" { "" } else { then } }
    });
    // Under the table's head.
    rows.filter(|row| row.of[0] != "at").collect()
}

impl Row {
    fn is_at(&self, door: &str) -> bool {
        let topic = door.starts_with("doc") || door == "y topic";
        self.of[0].split(", ").any(|at| match at {
            "*" => true,
            "doc" => door.starts_with("doc"),
            "topics" => topic,
            at => at == door,
        })
    }

    fn speaks_of(&self, [at, who, when, what]: &[&str; 4]) -> bool {
        let is =
            |column: &str, word: &str| column.split(", ").any(|said| said == "*" || said == word);
        let outside = *who == "nobody" || when.starts_with("end");
        self.is_at(at)
            && (is(self.of[1], who) || (outside && is(self.of[1], "outside")))
            && is(self.of[2], when)
            && (self.of[3] != "*" || !COMING.contains(what))
            && is(self.of[3], what)
    }
}

/// What is no message of a kind that is tried, but comes of being here.
const COMING: [&str; 2] = ["coming in", "the end"];

/// What comes of coming in, of an end on the way, and of one message.
async fn cell(
    server: &TestServer,
    door: Door,
    (n, kind): (usize, &'static str),
    role: Option<Role>,
    phase: Phase,
) -> Vec<(&'static str, Vec<String>)> {
    let lobby = &server.state.lobby;
    let pad = lobby.open(format!("m{n}").parse().unwrap(), None).unwrap();
    let key = role.map_or_else(|| "wrong".to_owned(), |role| lobby.key(&pad, role));
    // Somebody who was here, and is not at the moment: to nobody else a host passes the pencil.
    let somebody = SOMEBODY.parse().unwrap();
    let known = HostCommand::Access(AccessChange::Role(somebody, None));
    pad.room.steer(known).await.unwrap();
    let other = prepare(server, &pad, phase).await;
    let mut sender = Sender::enter(server, door, pad.name.as_str(), &key).await;
    let mut words = sender.settle().await;
    // Which of these there are, is up to who is here.
    words.retain(|word| !matches!(word.as_str(), "step 1" | "awareness"));
    let mut came = vec![(COMING[0], words)];
    if phase == Phase::Ends && !sender.is_closed() {
        end(server, &pad).await;
        came.push((COMING[1], sender.settle().await));
    }
    if !sender.is_closed() {
        let before = pad.room.look().await;
        sender.say(kind).await;
        let mut words = sender.settle().await;
        words.extend(effects(server, &pad, before).await);
        came.push((kind, words));
    }
    drop(other);
    came
}

/// Brings a pad into this phase; whoever is returned is in it.
async fn prepare(server: &TestServer, pad: &Pad, phase: Phase) -> Option<Guest> {
    if phase == Phase::Waiting {
        return None;
    }
    let mut witness = guest(server, pad, "").await;
    let mut other = guest(server, pad, "").await;
    other.sync().await;
    other.type_("here ").await;
    other.show(1, r#"{"user":{"name":"Ann"}}"#).await;
    // What is gathered for all is told by then, and does not come between question and answer.
    while !matches!(witness.hear().await, Heard::Awareness(_)) {}
    drop(witness);
    match phase {
        Phase::Fading => {
            drop(other);
            while pad.room.look().await.unwrap().state != "fading" {}
            return None;
        }
        Phase::LastCall => drop(pad.room.steer(HostCommand::End(None)).await),
        Phase::Ended => end(server, pad).await,
        _ => {}
    }
    Some(other)
}

async fn end(server: &TestServer, pad: &Pad) {
    pad.room.steer(HostCommand::End(Some(Duration::ZERO))).await;
    server.state.lobby.recorded_end(pad).await;
}

async fn guest(server: &TestServer, pad: &Pad, more: &str) -> Guest {
    let key = server.state.lobby.key(pad, Role::Host);
    let url = format!("ws://{}/ws/{}?key={key}{more}", server.address, pad.name);
    Guest::at(&url).await
}

/// What is another than before, for whoever comes next.
async fn effects(server: &TestServer, pad: &Pad, before: Option<Overview>) -> Vec<String> {
    let (Some(before), Some(after)) = (before, pad.room.look().await) else { return Vec::new() };
    let mut effects = Vec::new();
    let whole = |seen: &Overview| seen.ending.as_ref().map(|ending| ending.whole.as_secs());
    if whole(&after) != whole(&before) {
        effects.push(match whole(&after) {
            Some(seconds) => format!("last call of {seconds} s"),
            None => "lives on".to_owned(),
        });
    }
    // Who ends it is counted among those who are not asked.
    let answers = |seen: &Overview| {
        seen.ending.as_ref().map(|ending| ending.answers.answered + ending.answers.excused)
    };
    if answers(&after) > answers(&before) {
        effects.push("counted".to_owned());
    }
    if after.grace != before.grace {
        effects.push("kept".to_owned());
    }
    effects.extend(decided(pad).await);
    let called = |seen: &Overview| seen.people.names.iter().any(|name| name == MARK);
    effects.extend((!called(&before) && called(&after)).then(|| "called so".to_owned()));
    let mut late = guest(server, pad, "").await;
    late.send(sync::step1(&[0])).await;
    let mut shown = false;
    loop {
        match late.hear().await {
            // It may be told twice: as somebody comes in, and in the next gathering.
            Heard::Awareness(people) => {
                shown |= people.iter().any(|(_, _, json)| json.contains(MARK));
            }
            Heard::Step2(update) => {
                late.apply(&update);
                break;
            }
            _ => {}
        }
    }
    effects.extend(shown.then(|| "shown".to_owned()));
    effects.extend(late.text().contains(MARK).then(|| "written".to_owned()));
    effects
}

/// What a host has decided about people, and whether somebody asks to write.
async fn decided(pad: &Pad) -> Vec<String> {
    let mut effects = Vec::new();
    if pad.access.generation(Role::View) > 0 {
        effects.push("new links".to_owned());
    }
    if pad.access.writing() == Writing::Picked {
        effects.push("picked".to_owned());
    }
    if pad.access.door() == PadDoor::Closed {
        effects.push("closed door".to_owned());
    }
    if pad.access.pin().is_some() {
        effects.push("PIN".to_owned());
    }
    let generation = pad.access.generation(Role::View);
    let somebody = SOMEBODY.parse().ok();
    match pad.access.role(Pass { role: Role::View, generation, person: somebody }) {
        Ok(Role::View) => {}
        Ok(role) => effects.push(format!("they may {}", role.name())),
        Err(_) => effects.push("they are out".to_owned()),
    }
    let persons = pad.room.persons().await.unwrap_or_default();
    if persons.iter().any(|present| present.hand.is_some()) {
        effects.push("asks".to_owned());
    }
    effects
}
