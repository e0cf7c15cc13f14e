//! What a presence state may be.

use fadepad_store::{Refused, check_json};
use fadepad_wire::awareness::{Entry, GONE};
use thiserror::Error;

use crate::base::close::CloseCode;
use crate::base::limits::MAX_PRESENCE;

/// Why a presence message is refused; nothing of it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadPresence {
    /// It is cut, or a state is no JSON object.
    #[error("the presence message is malformed")]
    Malformed,
    /// A state is over [`MAX_PRESENCE`].
    #[error("the presence state is too large, limit={MAX_PRESENCE}")]
    TooLarge,
    /// A state is JSON that not every reader takes, such as one that is nested too deep.
    #[error("the presence state is not kept here")]
    NotKept,
}

impl BadPresence {
    /// The close code that says so.
    #[must_use]
    pub fn close_code(self) -> CloseCode {
        match self {
            Self::Malformed => CloseCode::Malformed,
            Self::TooLarge => CloseCode::TooLarge,
            Self::NotKept => CloseCode::NotKept,
        }
    }
}

/// Every client parses the JSON and some read members of it: anything but an object would throw
/// in other people's pages.
pub(super) fn check(entry: &Entry<'_>) -> Result<(), BadPresence> {
    if entry.json.len() > MAX_PRESENCE {
        return Err(BadPresence::TooLarge);
    }
    if entry.json == GONE {
        return Ok(());
    }
    if !entry.json.trim_start().starts_with('{') {
        return Err(BadPresence::Malformed);
    }
    check_json(entry.json).map_err(|refused| match refused {
        Refused::NotKept(_) => BadPresence::NotKept,
        _ => BadPresence::Malformed,
    })
}
