//! Any frame at the Phoenix door: reading never panics, and what is written again is read as the same.

use fadepad_wire::phoenix::{
    Bin, Head, Message, Payload, Version, put_array, put_base64, put_text,
};

/// One case.
pub fn run(data: &[u8]) {
    let [kind, frame @ ..] = data else { return };
    let version = if *kind == 1 { Version::V1 } else { Version::V2 };
    let message = match (kind, std::str::from_utf8(frame)) {
        (2, _) => Message::from_binary(frame),
        (_, Ok(text)) => Message::from_text(version, text),
        (_, Err(_)) => return,
    };
    let Ok(message) = message else { return };
    let Payload::Json(payload) = message.payload else { return };
    if let Ok(Bin(bytes)) = serde_json::from_str(payload) {
        for put in [put_array, put_base64] {
            let mut json = Vec::new();
            put(&mut json, &bytes);
            assert_eq!(serde_json::from_slice::<Bin>(&json).expect("our own JSON").0, bytes);
        }
    }
    let head = Head {
        join_ref: message.join_ref.as_deref(),
        reference: message.reference.as_deref(),
        topic: &message.topic,
        event: &message.event,
    };
    let mut written = Vec::new();
    put_text(&mut written, version, head, |out| out.extend_from_slice(payload.as_bytes()));
    let written = String::from_utf8(written).expect("text of text");
    let again = Message::from_text(version, &written).expect("our own message");
    assert_eq!((again.join_ref, again.reference), (message.join_ref, message.reference));
    assert_eq!((again.topic, again.event), (message.topic, message.event));
}
