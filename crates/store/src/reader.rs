//! What of a Yjs update is more than lib0's numbers: ids and clocks.

use fadepad_lib0::{Cut, Reader};

use crate::error::Malformed;
use crate::limits::MAX_CLOCK;

/// An id as it stands on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Id {
    pub(crate) client: u64,
    pub(crate) clock: u32,
}

/// Reads ids off foreign bytes.
pub(crate) trait ReadId {
    /// A clock, or the end of a clock range.
    fn clock(&mut self) -> Result<u32, Malformed>;

    /// A client and a clock.
    fn id(&mut self) -> Result<Id, Malformed>;
}

impl ReadId for Reader<'_> {
    #[inline]
    fn clock(&mut self) -> Result<u32, Malformed> {
        let clock = self.uint()?;
        if clock > MAX_CLOCK {
            return Err(Malformed::CLOCK);
        }
        Ok(clock as u32)
    }

    #[inline]
    fn id(&mut self) -> Result<Id, Malformed> {
        Ok(Id { client: self.uint()?, clock: self.clock()? })
    }
}

impl From<Cut> for Malformed {
    #[cold]
    fn from(cut: Cut) -> Self {
        Self(match cut {
            Cut::Early => "it ends too early",
            Cut::Length => "a length is larger than what follows",
            Cut::Large => "an integer is beyond 2^53",
            Cut::Text => "a text is not UTF-8",
        })
    }
}

/// UTF-16 units of a text: what a Yjs clock counts.
pub(crate) fn utf16_len(text: &[u8]) -> usize {
    text.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
        + text.iter().filter(|byte| **byte >= 0xf0).count()
}
