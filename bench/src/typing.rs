//! Made-up people who type: each key an update of its own, as yjs makes them.

use fadepad_lib0::{put_buffer, put_uint};
use fadepad_wire::sync;

/// The first person's client id: as long on the wire as the random ids of yjs.
const FIRST_CLIENT: u64 = 0x7000_0000;

/// The client id of the n-th person.
pub(crate) fn client(person: usize) -> u64 {
    FIRST_CLIENT + person as u64
}

/// The n-th key of a person: one letter behind their last, as a Yjs v1 update.
pub(crate) fn key(client: u64, clock: u64) -> Vec<u8> {
    /// `ContentString` without an origin, and with one on its left.
    const FIRST: u8 = 0x04;
    const BEHIND: u8 = 0x84;
    let mut update = vec![1, 1];
    put_uint(&mut update, client);
    put_uint(&mut update, clock);
    if let Some(last) = clock.checked_sub(1) {
        update.push(BEHIND);
        put_uint(&mut update, client);
        put_uint(&mut update, last);
    } else {
        update.extend_from_slice(&[FIRST, 1]);
        put_buffer(&mut update, b"text");
    }
    put_buffer(&mut update, b"k");
    update.push(0);
    update
}

/// The n-th block of somebody who pastes a text of `len` letters behind their last and deletes what
/// they pasted `kept` blocks ago, so that the document does not grow.
pub(crate) fn paste(client: u64, n: u64, len: usize, kept: u64) -> Vec<u8> {
    const ASCII_STRING: u8 = 0x04;
    const BEHIND: u8 = 0x84;
    let len = len as u64;
    let mut update = vec![1, 1];
    put_uint(&mut update, client);
    put_uint(&mut update, n * len);
    if n == 0 {
        update.extend_from_slice(&[ASCII_STRING, 1]);
        put_buffer(&mut update, b"text");
    } else {
        update.push(BEHIND);
        put_uint(&mut update, client);
        put_uint(&mut update, n * len - 1);
    }
    let letter = b'a' + (n % 26) as u8;
    put_buffer(&mut update, &vec![letter; len as usize]);
    let Some(old) = n.checked_sub(kept) else {
        update.push(0);
        return update;
    };
    update.push(1);
    put_uint(&mut update, client);
    update.push(1);
    put_uint(&mut update, old * len);
    put_uint(&mut update, len);
    update
}

/// A place behind a key, as yjs writes a relative position in JSON.
pub(crate) fn place(client: u64, clock: u64) -> String {
    format!(
        r#"{{"type":null,"tname":"text","item":{{"client":{client},"clock":{clock}}},"assoc":0}}"#
    )
}

/// Where a person's cursor stands, as an awareness message.
pub(crate) fn cursor(client: u64, clock: u64) -> Vec<u8> {
    let place = place(client, clock);
    let state = format!(
        r##"{{"user":{{"name":"Guest","color":"#0b6e5f"}},"cursor":{{"anchor":{place},"head":{place}}}}}"##
    );
    let mut states = vec![1];
    put_uint(&mut states, client);
    put_uint(&mut states, clock);
    put_buffer(&mut states, state.as_bytes());
    sync::awareness(&states)
}

#[cfg(test)]
mod tests {
    use yrs::{Doc, GetString, Transact, Update, updates::decoder::Decode};

    use super::*;

    #[test]
    fn keys_are_updates_that_yrs_takes_in_order() {
        let doc = Doc::new();
        let text = doc.get_or_insert_text("text");
        for clock in 0..3 {
            let update = Update::decode_v1(&key(client(1), clock)).unwrap();
            doc.transact_mut().apply_update(update).unwrap();
        }
        assert_eq!(text.get_string(&doc.transact()), "kkk");
    }

    #[test]
    fn what_is_pasted_goes_again() {
        let doc = Doc::new();
        let text = doc.get_or_insert_text("text");
        for n in 0..5 {
            let update = Update::decode_v1(&paste(client(1), n, 3, 2)).unwrap();
            doc.transact_mut().apply_update(update).unwrap();
        }
        assert_eq!(text.get_string(&doc.transact()), "dddeee");
    }
}
