//! What is told to who knocks in a way that is not understood here, as the reason of a close.

use bytes::Bytes;
use fadepad_wire::frame;

use crate::base::close::CloseCode;

/// What a Hocuspocus provider is told, in place of "no such pad"; `at` is where it knocked, such as
/// `ws://192.168.1.20:7780`.
pub(super) fn another_way(at: &str) -> Bytes {
    let url = format!("url: \"{at}/hocuspocus\"");
    close_saying_one_of([
        format!("Hocuspocus has its own door: new HocuspocusProvider({{{url}, name, token: KEY}})"),
        format!("Hocuspocus is spoken at another address: {url}, name, token: KEY"),
        format!("Hocuspocus is spoken at {url}"),
        "Hocuspocus is spoken at /hocuspocus of this host.".to_owned(),
    ])
}

/// What is told to who names no pad.
pub(super) fn name_it(at: &str) -> Bytes {
    let here = format!("The pad's name is missing: {at}/ws/NAME");
    close_saying_one_of([
        format!("{here}, or in y-websocket new WebsocketProvider(\"{at}/ws\", NAME, doc)"),
        format!("{here} (y-websocket: WebsocketProvider(\"{at}/ws\", NAME, doc))"),
        format!("{here}. y-websocket takes NAME apart."),
        "The pad's name is missing: it stands behind /ws/ of this host.".to_owned(),
    ])
}

/// The longest of these that a close holds; they come from long to short.
fn close_saying_one_of(reasons: [String; 4]) -> Bytes {
    let fits = |reason: &&String| reason.len() <= frame::MAX_REASON;
    let reason = reasons.iter().find(fits).map_or("", String::as_str);
    frame::close(CloseCode::NoSuchPad.number(), reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_fit_a_close_and_name_the_address_that_was_asked() {
        let said = |frame: Bytes| String::from_utf8_lossy(&frame[4..]).into_owned();
        for at in ["ws://192.168.1.20:7780", "ws://127.0.0.1:1", "wss://pads.example"] {
            let (other, name) = (said(another_way(at)), said(name_it(at)));
            assert!(other.contains(&format!("url: \"{at}/hocuspocus\"")), "{other}");
            assert!(name.contains(&format!("{at}/ws/NAME")), "{name}");
        }
        for length in 1..=255 {
            let at = format!("wss://{}", "a".repeat(length));
            for said in [said(another_way(&at)), said(name_it(&at))] {
                assert!((1..=frame::MAX_REASON).contains(&said.len()), "{length}: {said}");
            }
        }
    }
}
