//! docs/protocol.md is what the code does: its conversations are played, its tables compared.

use std::time::Duration;

use crate::support::phoenix::Client;
use crate::support::{Plan, TestServer};
use fadepad::base::ids::Role;
use fadepad::base::keys::KeyRing;
use fadepad::base::limits::{IDLE, MAX_TOPICS, MAX_UPDATE};
use fadepad::base::why::Why;
use fadepad_client::Frame;

const DOCUMENT: &str = include_str!("../../docs/protocol.md");

/// The fenced blocks of this language.
fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    let after = DOCUMENT.split(fence.as_str()).skip(1);
    after.map(|rest| rest.split("```").next().unwrap_or_default()).collect()
}

fn message(text: &str) -> Frame {
    match text.strip_prefix("0x") {
        None => Frame::Text(text.into()),
        Some(hex) => {
            let byte = |at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal digits");
            Frame::Binary((0..hex.len()).step_by(2).map(byte).collect::<Vec<u8>>().into())
        }
    }
}

/// As it stands in the document; a `phx_ref` and a `client` are others each time, and seconds pass.
fn written(frame: &Frame) -> String {
    match frame {
        Frame::Binary(bytes) => {
            bytes.iter().fold("0x".to_owned(), |hex, byte| format!("{hex}{byte:02x}"))
        }
        Frame::Text(text) => plain(text),
        other => format!("{other:?}"),
    }
}

fn plain(text: &str) -> String {
    let mut parts = text.split("\"phx_ref");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("\":\"").expect("a reference is a string");
        let (_, rest) = rest.split_once('"').expect("a string ends");
        plain += &format!("\"phx_ref{name}\":\"…\"{rest}");
    }
    let digits = |part: &str| part.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
    let mut parts = plain.split("\"client\":");
    let first = parts.next().unwrap_or_default().to_owned();
    let plain = parts.fold(first, |plain, part| plain + "\"client\":" + &digits(part));
    let parts = plain.split("\"hard_end_s\":").map(|part| part.trim_start_matches("86399"));
    parts.map(|part| part.trim_start_matches("86400")).collect()
}

/// Each side's turns: what it hears between two of its own messages may come in another order, since
/// a room gathers what goes to all.
fn in_turns(talk: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = talk.lines().filter(|line| !line.is_empty()).collect();
    let turns = lines.chunk_by(|one, next| one[..2] == next[..2] && one[..2].ends_with('<'));
    turns
        .map(|turn| {
            let mut turn = turn.to_vec();
            turn.sort_unstable();
            turn
        })
        .collect()
}

#[tokio::test]
async fn the_recorded_conversation_is_what_is_said() {
    let talks = blocks("conversation");
    assert!(talks.len() >= 2, "the document has its conversations");
    for talk in talks {
        let keys = KeyRing::new(zeroize::Zeroizing::new([7; 32]));
        let ttl = Duration::from_secs(900);
        let server = TestServer::with(Plan { keys, ttl, ..Plan::default() }).await;
        let query = |person| format!("vsn=2.0.0&token={}", server.own_key(Role::Host, person));
        let mut ann = Client::connect(server.address, &query(0xa)).await;
        let mut bob = Client::connect(server.address, &query(0xb)).await;
        let mut heard = String::new();
        for line in talk.lines().filter(|line| !line.is_empty()) {
            let (who, said) =
                line.split_once(' ').expect("`A>`, `A<`, `B>` or `B<`, and a message");
            let client = if who.starts_with('A') { &mut ann } else { &mut bob };
            if who.ends_with('>') {
                client.send(message(said)).await;
                heard += &format!("{line}\n");
            } else {
                let said =
                    client.try_hear().await.map_or_else(|| "nothing".to_owned(), |m| written(&m));
                heard += &format!("{who} {said}\n");
            }
        }
        assert_eq!(in_turns(&heard), in_turns(&plain(talk)), "what was said:\n{heard}");
    }
}

#[test]
fn the_numbers_are_those_of_the_code() {
    for (words, number) in [
        ("topics on one socket", MAX_TOPICS as u64),
        ("seconds of silence", IDLE.as_secs()),
        ("bytes in one `client_update`", MAX_UPDATE as u64),
    ] {
        let named = format!("{number} {words}");
        assert!(DOCUMENT.contains(&named), "docs/protocol.md does not say \"{named}\"");
    }
}

/// The first or second cell of each row of the tables in "Errors": where its reason stands.
fn reasons() -> Vec<&'static str> {
    let section = DOCUMENT.split("\n### ").find(|section| section.starts_with("Errors\n"));
    let rows = section.expect("a section on errors").lines().filter(|line| line.starts_with('|'));
    rows.filter_map(|row| {
        let cell = row.split('|').skip(1).take(2).find(|cell| cell.trim().starts_with('`'))?;
        cell.trim().strip_prefix('`')?.strip_suffix('`')
    })
    .collect()
}

#[test]
fn every_reason_that_is_said_is_explained_and_none_else() {
    let mut said: Vec<&str> = Why::ALL.iter().map(|why| why.word()).collect();
    let mut explained = reasons();
    said.sort_unstable();
    explained.sort_unstable();
    // One word may be told by several codes.
    explained.dedup();
    assert_eq!(explained, said, "docs/protocol.md explains each reason of the code");
}

#[test]
fn every_close_code_is_explained() {
    use fadepad::base::close::CloseCode;
    for code in [
        CloseCode::GoingAway,
        CloseCode::Restarting,
        CloseCode::Framing,
        CloseCode::NotText,
        CloseCode::Malformed,
        CloseCode::KeyInvalid,
        CloseCode::Forbidden,
        CloseCode::ShownOut,
        CloseCode::DoorClosed,
        CloseCode::ReadOnly,
        CloseCode::NewLinks,
        CloseCode::NoSuchPad,
        CloseCode::Ended,
        CloseCode::TooLarge,
        CloseCode::NotKept,
        CloseCode::Full,
        CloseCode::FellBehind,
        CloseCode::TooFast,
    ] {
        let row = format!("| {} | `{}` |", code.number(), code.why().word());
        let line = DOCUMENT.lines().find(|line| line.starts_with(&row));
        let line = line.unwrap_or_else(|| panic!("{row} has no row"));
        let what = if code.is_final() { "phx_close" } else { "phx_error" };
        assert!(line.contains(what), "{line}: it is told by {what}");
    }
}

/// Every test that docs/security.md names is there, by its file and its name.
#[test]
fn every_test_that_shows_a_defence_is_there() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let named = include_str!("../../docs/security.md").split('`').skip(1).step_by(2);
    let mut seen = 0;
    for name in named {
        if name.starts_with("ui/") {
            assert!(root.join(name).is_file(), "{name}");
        } else if let Some((file, test)) = name.split_once("::") {
            let is_there = |folder: &&str| {
                let code = std::fs::read_to_string(root.join(format!("{folder}/{file}.rs")));
                code.is_ok_and(|code| code.contains(&format!("fn {test}(")))
            };
            assert!(["tests/it", "crates/store/tests/it", "src"].iter().any(is_there), "{name}");
        } else {
            continue;
        }
        seen += 1;
    }
    assert!(seen > 40, "{seen}");
}
