//! y-protocols' awareness: who is here, one state per client id, newer clocks win.

use fadepad_lib0::{Cut, Reader, put_buffer, put_uint};

/// The JSON of a client that is gone.
pub const GONE: &str = "null";

/// One client's state. `json` is [`GONE`] where the client has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The Yjs client id.
    pub client: u64,
    /// Counts up with each change.
    pub clock: u64,
    /// The state as JSON text, not checked here.
    pub json: &'a str,
}

/// Reads the entries of a presence message one by one; ends after the first error.
pub fn entries(bytes: &[u8]) -> impl Iterator<Item = Result<Entry<'_>, Cut>> {
    let mut reader = Reader::new(bytes);
    // The claimed count is only counted down, so a lie about it costs nothing.
    let mut left = reader.uint();
    std::iter::from_fn(move || {
        let count = match left {
            Ok(0) => return None,
            Ok(count) => count,
            Err(cut) => {
                left = Ok(0);
                return Some(Err(cut));
            }
        };
        let next = entry(&mut reader);
        left = Ok(if next.is_ok() { count - 1 } else { 0 });
        Some(next)
    })
}

fn entry<'a>(reader: &mut Reader<'a>) -> Result<Entry<'a>, Cut> {
    Ok(Entry { client: reader.uint()?, clock: reader.uint()?, json: reader.string()? })
}

/// Encodes entries as the body of a presence message.
#[must_use]
pub fn encode<'a>(entries: impl ExactSizeIterator<Item = Entry<'a>>) -> Vec<u8> {
    let mut out = Vec::new();
    put_uint(&mut out, entries.len() as u64);
    for entry in entries {
        put_uint(&mut out, entry.client);
        put_uint(&mut out, entry.clock);
        put_buffer(&mut out, entry.json.as_bytes());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_back() {
        let sent = [
            Entry { client: 77, clock: 1, json: "{}" },
            Entry { client: 78, clock: 9, json: GONE },
        ];
        let bytes = encode(sent.into_iter());
        assert_eq!(entries(&bytes).collect::<Result<Vec<_>, _>>().unwrap(), sent);
    }

    #[test]
    fn a_claimed_quarter_billion_costs_nothing() {
        let read: Vec<_> = entries(&[0x80, 0xe5, 0x9a, 0x77]).collect();
        assert_eq!(read, [Err(Cut::Early)]);
    }
}
