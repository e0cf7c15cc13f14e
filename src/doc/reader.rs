//! Reads lib0's variable-length encoding from foreign bytes: nothing is trusted, nothing allocated.

use super::error::Malformed;
use crate::base::limits::MAX_CLOCK;

/// The highest integer that JavaScript, and so every Yjs peer, holds exactly (2^53 − 1).
const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// An id as it stands on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id {
    pub(super) client: u64,
    pub(super) clock: u32,
}

/// A cursor over foreign bytes.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn starting_at(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// Bytes read so far.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// Bytes not read yet.
    pub(super) fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    /// What was read since `from`.
    pub(super) fn since(&self, from: usize) -> &'a [u8] {
        &self.bytes[from..self.at]
    }

    #[inline]
    pub(super) fn byte(&mut self) -> Result<u8, Malformed> {
        let byte = *self.bytes.get(self.at).ok_or(Malformed("it ends too early"))?;
        self.at += 1;
        Ok(byte)
    }

    #[inline]
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], Malformed> {
        if count > self.left() {
            return Err(Malformed("a length is larger than what follows"));
        }
        let slice = &self.bytes[self.at..self.at + count];
        self.at += count;
        Ok(slice)
    }

    /// `readVarUint`: seven bits a byte, least first.
    #[inline]
    pub(super) fn var(&mut self) -> Result<u64, Malformed> {
        let first = self.byte()?;
        if first < 0x80 {
            return Ok(u64::from(first));
        }
        let mut value = u64::from(first & 0x7f);
        for shift in (7..56).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return exact(value);
            }
        }
        Err(Malformed("an integer is too long"))
    }

    /// `readVarInt`: six bits and a sign in the first byte. Only its extent matters here.
    pub(super) fn skip_signed(&mut self) -> Result<(), Malformed> {
        let first = self.byte()?;
        if first < 0x80 {
            return Ok(());
        }
        let mut value = u64::from(first & 0x3f);
        for shift in (6..55).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return exact(value).map(drop);
            }
        }
        Err(Malformed("an integer is too long"))
    }

    /// A count of things that take at least `smallest` bytes each.
    #[inline]
    pub(super) fn count(&mut self, smallest: usize) -> Result<usize, Malformed> {
        let count = usize::try_from(self.var()?).unwrap_or(usize::MAX);
        if count.saturating_mul(smallest) > self.left() {
            return Err(Malformed("a count is larger than what follows"));
        }
        Ok(count)
    }

    #[inline]
    pub(super) fn blob(&mut self) -> Result<&'a [u8], Malformed> {
        let len = self.count(1)?;
        self.take(len)
    }

    pub(super) fn text(&mut self) -> Result<&'a str, Malformed> {
        std::str::from_utf8(self.blob()?).map_err(|_| Malformed("a text is not UTF-8"))
    }

    /// A clock, or the end of a clock range.
    #[inline]
    pub(super) fn clock(&mut self) -> Result<u32, Malformed> {
        let clock = self.var()?;
        if clock > MAX_CLOCK {
            return Err(Malformed::CLOCK);
        }
        Ok(clock as u32)
    }

    #[inline]
    pub(super) fn id(&mut self) -> Result<Id, Malformed> {
        Ok(Id { client: self.var()?, clock: self.clock()? })
    }
}

fn exact(value: u64) -> Result<u64, Malformed> {
    if value > MAX_SAFE_INTEGER {
        return Err(Malformed("an integer is beyond 2^53"));
    }
    Ok(value)
}

/// UTF-16 units of a text: what a Yjs clock counts.
pub(super) fn utf16_len(text: &[u8]) -> usize {
    text.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
        + text.iter().filter(|byte| **byte >= 0xf0).count()
}
