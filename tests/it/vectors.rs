//! The bytes of the JavaScript libraries mean what they mean there: golden vectors.

use std::fs;

use fadepad::base::ids::SeatId;
use fadepad_lib0::{Reader, put_buffer, put_uint};
use fadepad_store::DocLimits;
use fadepad_store::{Author, Store};
use fadepad_wire::awareness::{self, Entry};
use fadepad_wire::hocuspocus;
use fadepad_wire::sync::{self, Message};
use serde_json::Value;

fn vectors(file: &str) -> Vec<(String, Vec<u8>, Value)> {
    let path = format!("{}/tests/data/vectors/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let json: Value = serde_json::from_str(&text).expect("the vectors are JSON");
    let all = json["vectors"].as_array().expect("a list of vectors");
    let read = |vector: &Value| {
        let text = |name: &str| vector[name].as_str().unwrap_or_default().to_owned();
        (text("name"), bytes(&text("hex")), vector["decoded"].clone())
    };
    all.iter().map(read).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    let byte = |at| u8::from_str_radix(&hex[at..at + 2], 16).expect("two hexadecimal digits");
    (0..hex.len()).step_by(2).map(byte).collect()
}

#[test]
fn numbers_strings_and_buffers_are_lib0s() {
    let mut checked = 0;
    for (name, bytes, decoded) in vectors("lib0.json") {
        let mut reader = Reader::new(&bytes);
        let mut written = Vec::new();
        match decoded["type"].as_str() {
            Some("varuint") => {
                let value = decoded["value"].as_u64().unwrap();
                assert_eq!(reader.uint(), Ok(value), "{name}");
                put_uint(&mut written, value);
            }
            Some("varstring") => {
                let value = decoded["value"].as_str().unwrap();
                assert_eq!(reader.string(), Ok(value), "{name}");
                put_buffer(&mut written, value.as_bytes());
            }
            Some("varbuffer") => {
                let value = self::bytes(decoded["value_hex"].as_str().unwrap());
                assert_eq!(reader.buffer(), Ok(&value[..]), "{name}");
                put_buffer(&mut written, &value);
            }
            _ => continue,
        }
        assert_eq!(written, bytes, "{name}");
        checked += 1;
    }
    assert!(checked >= 25, "{checked} vectors");
}

#[test]
fn what_lib0_refuses_is_refused() {
    for (name, bytes, decoded) in vectors("lib0.json") {
        let Some(taken) = decoded["ok"].as_bool() else { continue };
        let mut reader = Reader::new(&bytes);
        let read = match name.as_str() {
            _ if name.contains("varuint") => reader.uint().map(drop),
            _ if name.contains("varstring") => reader.string().map(drop),
            _ => reader.buffer().map(drop),
        };
        assert_eq!(read.is_ok(), taken, "{name}");
    }
}

#[test]
fn every_message_is_read_and_written_as_y_protocols_does() {
    for (name, bytes, decoded) in vectors("y-protocols.json") {
        if name == "history_replay" {
            continue;
        }
        let mut reader = Reader::new(&bytes);
        let message = sync::next(&mut reader).expect("a message").expect(&name);
        let kind = (decoded["type"].as_str().unwrap(), decoded["sub"].as_str());
        let written = match (kind, message) {
            (("sync", Some("step1")), Message::Step1(vector)) => sync::step1(vector),
            (("sync", Some("step2")), Message::Step2(update)) => sync::step2(update),
            (("sync", Some("update")), Message::Update(update)) => sync::update(update),
            (("awareness", _), Message::Awareness(states)) => {
                let entries: Vec<Entry<'_>> =
                    awareness::entries(states).collect::<Result<_, _>>().unwrap();
                check_states(&name, &entries, &decoded["entries"]);
                sync::awareness(&awareness::encode(entries.into_iter()))
            }
            (("queryAwareness", _), Message::QueryAwareness) => vec![3],
            // Only a server sends it; here it is one of the unknown.
            (("auth", _), Message::Unknown(2)) => sync::denied(decoded["reason"].as_str().unwrap()),
            (("custom", _), Message::Extra(json)) => sync::extra(json),
            (("custom", _), Message::Unknown(127)) => bytes.clone(),
            (_, other) => panic!("{name}: {other:?}"),
        };
        assert_eq!(written, bytes, "{name}");
    }
}

fn check_states(name: &str, entries: &[Entry<'_>], expected: &Value) {
    let expected = expected.as_array().unwrap();
    assert_eq!(entries.len(), expected.len(), "{name}");
    for (entry, expected) in entries.iter().zip(expected) {
        assert_eq!(entry.client, expected["client"].as_u64().unwrap(), "{name}");
        assert_eq!(entry.clock, expected["clock"].as_u64().unwrap(), "{name}");
        let state: Value = serde_json::from_str(entry.json).unwrap();
        assert_eq!(state, expected["state"], "{name}");
    }
}

#[test]
fn the_store_answers_as_yjs_does() {
    let all = vectors("y-protocols.json");
    let named = |wanted: &str| {
        let (_, bytes, _) = all.iter().find(|(name, ..)| name == wanted).expect(wanted);
        bytes.clone()
    };
    let payload = |message: &[u8]| Reader::new(&message[2..]).buffer().unwrap().to_vec();
    let mut store = Store::new(DocLimits::default());
    for n in 0..5 {
        let author = Author { seat: SeatId(1), live: true };
        store.apply(author, &payload(&named(&format!("sync_update_{n}")))).unwrap();
    }
    assert_eq!(store.state_vector(), payload(&named("sync_step1_with_state")));
    assert_eq!(sync::step2(&store.full()), named("sync_step2_full"));
    let vector = payload(&named("sync_step1_partial_client1_5"));
    let answer = sync::step2(&store.diff(&vector).unwrap());
    assert_eq!(answer, named("sync_step2_diff_from_client1_5"));
    let up_to_date = store.state_vector();
    let answer = sync::step2(&store.diff(&up_to_date).unwrap());
    assert_eq!(answer, named("sync_step2_diff_uptodate"));
}

#[test]
fn a_hocuspocus_provider_is_known_by_its_first_words_and_nobody_else_is_taken_for_one() {
    let greets = [
        "auth_token",
        "auth_token_empty",
        "sync_step1",
        "sync_step1_session_aware",
        "update",
        "awareness",
        "query_awareness",
    ];
    for (name, bytes, _) in vectors("hocuspocus.json") {
        // A provider may leave its document without a name.
        let mut named = Reader::new(&bytes);
        let unnamed = named.string().map(|_| [&[0], named.rest()].concat());
        if greets.contains(&name.as_str()) {
            assert!(hocuspocus::is_greeting(&unnamed.unwrap()), "{name} without a name");
        }
        assert_eq!(hocuspocus::is_greeting(&bytes), greets.contains(&name.as_str()), "{name}");
        for end in 0..bytes.len() {
            let cut = &bytes[..end];
            // A provider before 3.0 tells no version behind its token.
            let whole = greets.contains(&name.as_str()) && !cut.is_empty() && {
                let mut rest = Reader::new(cut);
                rest.string().is_ok()
                    && rest.uint() == Ok(2)
                    && rest.uint() == Ok(0)
                    && rest.string().is_ok()
                    && rest.is_empty()
            };
            assert_eq!(hocuspocus::is_greeting(cut), whole, "{name}, {end} bytes");
        }
    }
    for (name, bytes, _) in vectors("y-protocols.json") {
        assert!(!hocuspocus::is_greeting(&bytes), "{name}");
    }
    assert!(!hocuspocus::is_greeting(&sync::extra(r#"{"t":"hello"}"#)));
}

/// What a provider writes is read as it was meant, and what it is told are its own bytes.
#[test]
fn what_hocuspocus_writes_is_read_and_written_alike() {
    use hocuspocus::{DocumentMessage, ProviderFrame};
    let (mut read, mut written) = (0, 0);
    for (name, bytes, decoded) in vectors("hocuspocus.json") {
        let to = decoded["doc"].as_str().unwrap_or_default();
        let frame = hocuspocus::read(&bytes).unwrap();
        if let ProviderFrame::Of(address, said) = frame {
            assert_eq!(address.name(), to, "{name}");
            if let Some(session) = decoded["session"].as_str() {
                assert_eq!(address.0, format!("{to}\0{session}"), "{name}");
            }
            // No beginning of it is taken for the whole; what a key or a goodbye tells beside itself may be missing.
            let whole = matches!(said, DocumentMessage::Y(_) | DocumentMessage::Stateless(_));
            for end in (1 + address.0.len()..bytes.len()).filter(|_| whole) {
                let cut = hocuspocus::read(&bytes[..end]).unwrap();
                assert_ne!(cut, frame, "{name}, {end} bytes");
            }
            if let DocumentMessage::Y(Message::Update(update)) = said {
                let mut again = Vec::new();
                hocuspocus::put_y(&mut again, to, |out| sync::put_update(out, update));
                assert_eq!(again, bytes, "{name}");
            }
        }
        let text = |field: &str| decoded[field].as_str().unwrap_or_default();
        let as_meant = match frame {
            ProviderFrame::Ping => name == "ping",
            ProviderFrame::Pong => name == "pong",
            ProviderFrame::Of(_, DocumentMessage::Y(Message::Step1(vector))) => {
                name.starts_with("sync_step1") && vector == [0]
            }
            ProviderFrame::Of(
                _,
                DocumentMessage::Y(Message::Step2(update) | Message::Update(update)),
            ) => update == self::bytes(text("update_hex")),
            ProviderFrame::Of(_, DocumentMessage::Y(Message::Awareness(_))) => name == "awareness",
            ProviderFrame::Of(_, DocumentMessage::Y(Message::QueryAwareness)) => {
                name == "query_awareness"
            }
            ProviderFrame::Of(_, DocumentMessage::Token(token)) => {
                name.starts_with("auth_token") && token == text("token")
            }
            ProviderFrame::Of(_, DocumentMessage::Stateless(payload)) => payload == text("payload"),
            ProviderFrame::Of(_, DocumentMessage::Close) => name.starts_with("close_from"),
            _ => false,
        };
        read += usize::from(as_meant);
        let ours = match name.as_str() {
            "authenticated_rw" => hocuspocus::authenticated(to, true),
            "authenticated_ro" => hocuspocus::authenticated(to, false),
            "permission_denied" => hocuspocus::denied(to, text("reason")),
            "sync_status_saved" => hocuspocus::sync_status(to, true),
            "sync_status_refused" => hocuspocus::sync_status(to, false),
            "stateless" => hocuspocus::stateless(to, text("payload")),
            "close_from_server" => hocuspocus::close(to, text("reason")),
            "ping" => hocuspocus::ping().to_vec(),
            "pong" => hocuspocus::pong().to_vec(),
            _ => continue,
        };
        assert_eq!(ours, bytes, "{name}");
        written += 1;
    }
    // All but what a server alone says: two answers to a key, two to an update, a question for the key.
    assert_eq!((read, written), (13, 9));
}
