//! Hocuspocus, which is not spoken here: only its first words are known, so that who speaks it can
//! be told the way. It looks like y-protocols with a name in front of each message.

use super::varint::{Cut, Reader};

const SYNC: u64 = 0;
const AUTH: u64 = 2;
/// The first kind of both: the client's state vector, its token.
const FIRST: u64 = 0;

/// Whether a connection that begins with this frame is a Hocuspocus provider's: it sends its token,
/// or where it has none its state vector, behind the name of a document.
#[must_use]
pub fn is_greeting(frame: &[u8]) -> bool {
    greeting(frame).unwrap_or(false)
}

fn greeting(frame: &[u8]) -> Result<bool, Cut> {
    let mut reader = Reader::new(frame);
    let name = reader.string()?;
    let (kind, what) = (reader.uint()?, reader.uint()?);
    if name.is_empty() || name.starts_with(char::is_control) || what != FIRST {
        return Ok(false);
    }
    match kind {
        SYNC => reader.buffer().map(drop)?,
        AUTH => {
            reader.string()?;
            if !reader.is_empty() {
                // The provider's version, since 3.0.
                reader.string()?;
            }
        }
        _ => return Ok(false),
    }
    Ok(reader.is_empty())
}
