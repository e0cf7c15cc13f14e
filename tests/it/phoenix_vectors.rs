//! The bytes of the official Phoenix client mean what they mean there: golden vectors.

use fadepad_wire::phoenix::{
    Bin, Head, Message, Payload, Version, binary_broadcast, binary_push, binary_reply, put_text,
};
use serde_json::Value;

/// All vectors of one direction.
fn vectors(direction: &str) -> Vec<Value> {
    let path = format!("{}/tests/data/vectors/phoenix.json", env!("CARGO_MANIFEST_DIR"));
    let json: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let all = json["vectors"].as_array().unwrap().iter();
    all.filter(|vector| vector["direction"] == direction).cloned().collect()
}

fn version(vector: &Value) -> Version {
    Version::parse(vector["vsn"].as_str().or(Some("2.0.0"))).unwrap()
}

fn bytes(hex: &Value) -> Vec<u8> {
    let hex = hex.as_str().unwrap();
    let byte = |at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
    (0..hex.len()).step_by(2).map(byte).collect()
}

#[test]
fn what_the_client_sends_is_read_as_it_was_meant() {
    let all = vectors("client->server");
    assert!(all.len() >= 14, "{} vectors", all.len());
    for vector in &all {
        let (name, frame) = (&vector["name"], bytes(&vector["hex"]));
        let message = if vector["frame"] == "text" {
            Message::from_text(version(vector), std::str::from_utf8(&frame).unwrap())
        } else {
            Message::from_binary(&frame)
        };
        let message = message.unwrap_or_else(|e| panic!("{name}: {e}"));
        let decoded = &vector["decoded"];
        let json = |name: &str| Some(decoded[name].to_string()).filter(|json| json != "null");
        assert_eq!(message.join_ref.as_deref(), json("join_ref").as_deref(), "{name}");
        assert_eq!(message.reference.as_deref(), json("ref").as_deref(), "{name}");
        assert_eq!(message.topic, decoded["topic"], "{name}");
        assert_eq!(message.event, decoded["event"], "{name}");
        match message.payload {
            Payload::Json(json) => {
                let payload: Value = serde_json::from_str(json).unwrap();
                assert_eq!(payload, decoded["payload"], "{name}");
            }
            Payload::Binary(payload) => {
                assert_eq!(payload, bytes(&decoded["payload"]["binary_hex"]), "{name}");
            }
        }
    }
}

#[test]
fn an_update_is_the_same_bytes_in_every_form() {
    let expected = [
        ("client_update_array", vec![1, 24, 255]),
        ("client_update_uint8array_object", vec![1, 24, 255]),
        ("client_update_node_buffer", vec![1, 24, 255]),
        ("client_update_base64", bytes(&"01010100040104746578740568656c6c6f00".into())),
    ];
    let all = vectors("client->server");
    for (name, update) in expected {
        let vector = all.iter().find(|vector| vector["name"] == name).expect(name);
        let bin = vector["decoded"]["payload"]["bin"].to_string();
        assert_eq!(serde_json::from_str::<Bin>(&bin).unwrap().0, update, "{name}");
    }
}

#[test]
fn what_the_client_reads_is_written_so() {
    let all = vectors("server->client");
    assert!(all.len() >= 20, "{} vectors", all.len());
    for vector in &all {
        let (name, frame, decoded) = (&vector["name"], bytes(&vector["hex"]), &vector["decoded"]);
        let field = |name: &str| decoded[name].as_str();
        let topic = field("topic").unwrap();
        let written = if vector["frame"] == "text" {
            // Both sides write JSON alike, so the payload is found as it is found for a client's.
            let whole = std::str::from_utf8(&frame).unwrap();
            let message = Message::from_text(version(vector), whole).unwrap();
            let Payload::Json(payload) = message.payload else { panic!("{name}") };
            let json = |name: &str| Some(decoded[name].to_string()).filter(|json| json != "null");
            let (join_ref, reference) = (json("join_ref"), json("ref"));
            let (join_ref, reference) = (join_ref.as_deref(), reference.as_deref());
            let head = Head { join_ref, reference, topic, event: field("event").unwrap() };
            let payload = |out: &mut Vec<u8>| out.extend_from_slice(payload.as_bytes());
            let mut text = Vec::new();
            put_text(&mut text, version(vector), head, payload);
            text
        } else {
            let payload = &decoded["payload"];
            let response = &payload["response"]["binary_hex"];
            let event = field("event").unwrap();
            let head = Head { join_ref: field("join_ref"), reference: field("ref"), topic, event };
            match frame[0] {
                0 => binary_push(head, &bytes(&payload["binary_hex"])),
                1 => {
                    let status = payload["status"].as_str().unwrap();
                    binary_reply(Head { event: status, ..head }, &bytes(response))
                }
                _ => binary_broadcast(topic, event, &bytes(&payload["binary_hex"])),
            }
        };
        assert_eq!(written, frame, "{name}");
    }
}
