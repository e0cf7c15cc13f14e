//! lib0's variable-length numbers, strings and buffers (lib0 0.2, `encoding.js` and `decoding.js`), as
//! Yjs and y-protocols write them.
//!
//! What is read is foreign: nothing is trusted, nothing is allocated, and every error leaves the
//! reader where the value began or inside it, never beyond the bytes.

#![forbid(unsafe_code)]

use thiserror::Error;

/// The largest number that JavaScript counts exactly; lib0 refuses what is above.
pub const MAX_UINT: u64 = (1 << 53) - 1;

/// Bytes that are not what they claim to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Cut {
    /// The bytes end before the value does.
    #[error("it ends too early")]
    Early,
    /// A length or a count says that there is more than there is.
    #[error("a length is larger than what follows")]
    Length,
    /// A number above [`MAX_UINT`], or one of more digits than that needs.
    #[error("an integer is beyond 2^53")]
    Large,
    /// A string that is not UTF-8.
    #[error("a text is not UTF-8")]
    Text,
}

/// Reads values one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// Returns a reader over these bytes.
    #[inline]
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Returns a reader that has read up to `at`, which is not beyond the bytes.
    #[inline]
    #[must_use]
    pub fn starting_at(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// How many bytes have been read.
    #[inline]
    #[must_use]
    pub fn position(&self) -> usize {
        self.at
    }

    /// How many bytes have not been read.
    #[inline]
    #[must_use]
    pub fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    /// The bytes that have not been read.
    #[inline]
    #[must_use]
    pub fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at..]
    }

    /// What was read since this position.
    #[inline]
    #[must_use]
    pub fn since(&self, from: usize) -> &'a [u8] {
        &self.bytes[from..self.at]
    }

    /// Whether everything has been read.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.left() == 0
    }

    /// Reads one byte.
    ///
    /// # Errors
    /// At the end.
    #[inline]
    pub fn byte(&mut self) -> Result<u8, Cut> {
        let byte = *self.bytes.get(self.at).ok_or(Cut::Early)?;
        self.at += 1;
        Ok(byte)
    }

    /// Reads this many bytes.
    ///
    /// # Errors
    /// Where there are fewer.
    #[inline]
    pub fn take(&mut self, count: usize) -> Result<&'a [u8], Cut> {
        if count > self.left() {
            return Err(Cut::Length);
        }
        let slice = &self.bytes[self.at..self.at + count];
        self.at += count;
        Ok(slice)
    }

    /// `readVarUint`: seven bits a byte, least first. Longer than needed (`80 00`) is taken, as lib0
    /// does.
    ///
    /// # Errors
    /// Where the bytes end, or the number is above [`MAX_UINT`].
    #[inline]
    pub fn uint(&mut self) -> Result<u64, Cut> {
        let first = self.byte()?;
        if first < 0x80 {
            return Ok(u64::from(first));
        }
        self.digits(u64::from(first & 0x7f), 7)
    }

    /// `readVarInt`, whose first byte has a sign and six bits: passed over, since only its extent
    /// matters here.
    ///
    /// # Errors
    /// As [`uint`](Self::uint).
    #[inline]
    pub fn skip_int(&mut self) -> Result<(), Cut> {
        let first = self.byte()?;
        if first < 0x80 {
            return Ok(());
        }
        self.digits(u64::from(first & 0x3f), 6).map(drop)
    }

    /// The further digits of a number whose first `shift` bits are known.
    #[inline]
    fn digits(&mut self, mut number: u64, shift: u32) -> Result<u64, Cut> {
        for shift in (shift..56).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return if number > MAX_UINT { Err(Cut::Large) } else { Ok(number) };
            }
        }
        Err(Cut::Large)
    }

    /// Reads the count of things that take at least `smallest` bytes each.
    ///
    /// # Errors
    /// Where fewer can follow.
    #[inline]
    pub fn count(&mut self, smallest: usize) -> Result<usize, Cut> {
        let count = usize::try_from(self.uint()?).unwrap_or(usize::MAX);
        if count.saturating_mul(smallest) > self.left() {
            return Err(Cut::Length);
        }
        Ok(count)
    }

    /// Reads a length and as many bytes.
    ///
    /// # Errors
    /// Where there are fewer.
    #[inline]
    pub fn buffer(&mut self) -> Result<&'a [u8], Cut> {
        let len = self.count(1)?;
        self.take(len)
    }

    /// Reads a string.
    ///
    /// # Errors
    /// Where there are fewer bytes, or they are not UTF-8.
    #[inline]
    pub fn string(&mut self) -> Result<&'a str, Cut> {
        std::str::from_utf8(self.buffer()?).map_err(|_| Cut::Text)
    }
}

/// Appends an unsigned number.
#[inline]
pub fn put_uint(out: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        out.push(0x80 | (number & 0x7f) as u8);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends a length and the bytes.
#[inline]
pub fn put_buffer(out: &mut Vec<u8>, bytes: &[u8]) {
    put_uint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_and_the_largest_is_the_largest() {
        for number in [0, 1, 127, 128, 16_383, 16_384, 1 << 32, MAX_UINT] {
            let mut bytes = Vec::new();
            put_uint(&mut bytes, number);
            assert_eq!(Reader::new(&bytes).uint(), Ok(number));
        }
        for large in [MAX_UINT + 1, 1 << 60, u64::MAX] {
            let mut bytes = Vec::new();
            put_uint(&mut bytes, large);
            assert_eq!(Reader::new(&bytes).uint(), Err(Cut::Large), "{large}");
        }
        assert_eq!(Reader::new(&[0x80; 40]).uint(), Err(Cut::Large));
        assert_eq!(Reader::new(&[0x80, 0]).uint(), Ok(0));
        assert_eq!(Reader::new(&[0x80]).uint(), Err(Cut::Early));
    }

    #[test]
    fn a_length_beyond_the_bytes_is_cut() {
        assert_eq!(Reader::new(&[2, b'a']).buffer(), Err(Cut::Length));
        assert_eq!(Reader::new(&[0xff, 0xff, 0xff, 0xff, 0x7f]).buffer(), Err(Cut::Length));
        assert_eq!(Reader::new(&[1, 0xff]).string(), Err(Cut::Text));
        assert_eq!(Reader::new(&[1, b'a']).string(), Ok("a"));
    }

    #[test]
    fn a_count_is_of_things_that_can_be_there() {
        assert_eq!(Reader::new(&[2, 0, 0, 0, 0]).count(2), Ok(2));
        assert_eq!(Reader::new(&[3, 0, 0, 0, 0]).count(2), Err(Cut::Length));
    }
}
