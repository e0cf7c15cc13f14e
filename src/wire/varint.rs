//! lib0's variable-length numbers, strings and buffers (lib0 0.2, `encoding.js`, `decoding.js`).

use thiserror::Error;

/// The largest number that JavaScript counts exactly; lib0 refuses what is above.
pub const MAX_UINT: u64 = (1 << 53) - 1;

/// The eighth group of seven bits holds bits 49 to 55: beyond it nothing can be counted.
const MAX_SHIFT: u32 = 49;

/// Bytes that are not what they claim to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Cut {
    /// The bytes end before the value does.
    #[error("the message ends too early")]
    Early,
    /// A number above 2^53 − 1.
    #[error("a number is too large")]
    Large,
    /// A string that is not UTF-8.
    #[error("a text is not UTF-8")]
    Text,
}

/// Reads values off the front of foreign bytes.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Returns a reader over these bytes.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The bytes that have not been read.
    #[must_use]
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// Whether everything has been read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Reads an unsigned number. Longer than needed (`80 00`) is taken, as lib0 does.
    ///
    /// # Errors
    /// Where the bytes end, or the number is above [`MAX_UINT`].
    pub fn uint(&mut self) -> Result<u64, Cut> {
        let mut number = 0u64;
        for shift in (0..=MAX_SHIFT).step_by(7) {
            let (&byte, rest) = self.rest.split_first().ok_or(Cut::Early)?;
            self.rest = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if number > MAX_UINT {
                return Err(Cut::Large);
            }
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Cut::Large)
    }

    /// Reads a length and as many bytes.
    ///
    /// # Errors
    /// Where the bytes end.
    pub fn buffer(&mut self) -> Result<&'a [u8], Cut> {
        let len = self.uint()?;
        let len = usize::try_from(len).map_err(|_| Cut::Early)?;
        let (bytes, rest) = self.rest.split_at_checked(len).ok_or(Cut::Early)?;
        self.rest = rest;
        Ok(bytes)
    }

    /// Reads a string.
    ///
    /// # Errors
    /// Where the bytes end or are not UTF-8.
    pub fn string(&mut self) -> Result<&'a str, Cut> {
        std::str::from_utf8(self.buffer()?).map_err(|_| Cut::Text)
    }
}

/// Appends an unsigned number.
pub fn put_uint(out: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        out.push(0x80 | (number & 0x7f) as u8);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends a length and the bytes.
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
        assert_eq!(Reader::new(&[2, b'a']).buffer(), Err(Cut::Early));
        assert_eq!(Reader::new(&[0xff, 0xff, 0xff, 0xff, 0x7f]).buffer(), Err(Cut::Early));
        assert_eq!(Reader::new(&[1, 0xff]).string(), Err(Cut::Text));
        assert_eq!(Reader::new(&[1, b'a']).string(), Ok("a"));
    }
}
