//! Hocuspocus, which is not spoken here: only its first words are known, so that who speaks it can
//! be told the way. It looks like y-protocols with a name in front of each message.

use fadepad_lib0::{Cut, Reader};

use super::awareness;

const SYNC: u64 = 0;
const AWARENESS: u64 = 1;
const AUTH: u64 = 2;
const QUERY_AWARENESS: u64 = 3;
/// Of the kinds of a sync: the client's state vector, and what was typed. A step 2 only answers.
const STEP1: u64 = 0;
const UPDATE: u64 = 2;
/// Of the kinds of an authentication: the client's token.
const TOKEN: u64 = 0;

/// Whether a connection that begins with this frame is a Hocuspocus provider's: it sends its token,
/// its state vector, its people or what it has, behind the name of a document. No frame of
/// y-protocols that a pad takes is one of these, also where the name is empty.
#[must_use]
pub fn is_greeting(frame: &[u8]) -> bool {
    greeting(frame).unwrap_or(false)
}

fn greeting(frame: &[u8]) -> Result<bool, Cut> {
    let mut reader = Reader::new(frame);
    let name = reader.string()?;
    let known = match reader.uint()? {
        SYNC => {
            let kind = reader.uint()?;
            reader.buffer()?;
            matches!(kind, STEP1 | UPDATE)
        }
        AWARENESS => are_people(reader.buffer()?)?,
        AUTH => is_token(&mut reader)?,
        QUERY_AWARENESS => true,
        _ => false,
    };
    Ok(known && !name.starts_with(char::is_control) && reader.is_empty())
}

/// Whether these bytes are an awareness update and nothing else. An update of Yjs, which stands at
/// the same place behind the tags of y-protocols, never is: it has no JSON there.
fn are_people(bytes: &[u8]) -> Result<bool, Cut> {
    let mut all = Vec::new();
    for entry in awareness::entries(bytes) {
        all.push(entry?);
    }
    let states =
        all.iter().all(|entry| entry.json.starts_with('{') || entry.json == awareness::GONE);
    Ok(states && awareness::encode(all.into_iter()) == bytes)
}

fn is_token(reader: &mut Reader<'_>) -> Result<bool, Cut> {
    let kind = reader.uint()?;
    reader.string()?;
    if !reader.is_empty() {
        // The provider's version, since 3.0.
        reader.string()?;
    }
    Ok(kind == TOKEN)
}
