//! A strict, iterative check that a text is what `JSON.parse` takes (RFC 8259).

use super::error::Malformed;
use super::value::POISONED_KEYS;
use crate::base::limits::MAX_VALUE_DEPTH;

const BROKEN: Malformed = Malformed("a text is not JSON");

/// Checks that `text` is exactly one JSON value.
pub(super) fn check(text: &str) -> Result<(), Malformed> {
    let mut scan = Scan { bytes: text.as_bytes(), at: 0 };
    let mut open = Open::default();
    loop {
        scan.space();
        match scan.next()? {
            b'{' => {
                open.push(true)?;
                if scan.skip(b'}') {
                    open.pop();
                } else {
                    scan.key()?;
                    continue;
                }
            }
            b'[' => {
                open.push(false)?;
                if scan.skip(b']') {
                    open.pop();
                } else {
                    continue;
                }
            }
            first => scan.scalar(first)?,
        }
        if !scan.after_value(&mut open)? {
            return if scan.at == scan.bytes.len() { Ok(()) } else { Err(BROKEN) };
        }
    }
}

/// The arrays and objects around the cursor, one bit a level.
#[derive(Default)]
struct Open {
    objects: u64,
    depth: usize,
}

impl Open {
    fn push(&mut self, object: bool) -> Result<(), Malformed> {
        if self.depth == MAX_VALUE_DEPTH {
            return Err(Malformed("a value is nested too deep"));
        }
        self.objects = self.objects << 1 | u64::from(object);
        self.depth += 1;
        Ok(())
    }

    fn pop(&mut self) {
        self.objects >>= 1;
        self.depth -= 1;
    }

    fn object(&self) -> bool {
        self.objects & 1 == 1
    }
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scan<'a> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn next(&mut self) -> Result<u8, Malformed> {
        let byte = self.peek().ok_or(BROKEN)?;
        self.at += 1;
        Ok(byte)
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Steps over `byte` when it comes next, white space aside.
    fn skip(&mut self, byte: u8) -> bool {
        self.space();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Closes what ends here. True: another value follows; false: nothing is open any more.
    fn after_value(&mut self, open: &mut Open) -> Result<bool, Malformed> {
        loop {
            self.space();
            if open.depth == 0 {
                return Ok(false);
            }
            match (self.next()?, open.object()) {
                (b',', true) => return self.key().map(|()| true),
                (b',', false) => return Ok(true),
                (b'}', true) | (b']', false) => open.pop(),
                _ => return Err(BROKEN),
            }
        }
    }

    fn key(&mut self) -> Result<(), Malformed> {
        if !self.skip(b'"') {
            return Err(BROKEN);
        }
        let key = self.string()?;
        if POISONED_KEYS.iter().any(|poison| poison.bytes().eq(unescaped(key))) {
            return Err(Malformed("an object has a key that breaks its readers"));
        }
        if self.skip(b':') { Ok(()) } else { Err(BROKEN) }
    }

    fn scalar(&mut self, first: u8) -> Result<(), Malformed> {
        match first {
            b'"' => self.string().map(drop),
            b't' => self.word(b"rue"),
            b'f' => self.word(b"alse"),
            b'n' => self.word(b"ull"),
            b'-' | b'0'..=b'9' => self.number(first),
            _ => Err(BROKEN),
        }
    }

    fn word(&mut self, rest: &[u8]) -> Result<(), Malformed> {
        if !self.bytes[self.at..].starts_with(rest) {
            return Err(BROKEN);
        }
        self.at += rest.len();
        Ok(())
    }

    fn number(&mut self, mut first: u8) -> Result<(), Malformed> {
        if first == b'-' {
            first = self.next()?;
        }
        match first {
            b'0' => {}
            b'1'..=b'9' => _ = self.digits(),
            _ => return Err(BROKEN),
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.some_digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.some_digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> usize {
        let from = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - from
    }

    fn some_digits(&mut self) -> Result<(), Malformed> {
        if self.digits() == 0 { Err(BROKEN) } else { Ok(()) }
    }

    /// The rest of a string whose opening quote was read; returns what stands between the quotes.
    fn string(&mut self) -> Result<&'a [u8], Malformed> {
        let from = self.at;
        loop {
            match self.next()? {
                b'"' => return Ok(&self.bytes[from..self.at - 1]),
                b'\\' => self.escape()?,
                0..0x20 => return Err(BROKEN),
                _ => {}
            }
        }
    }

    fn escape(&mut self) -> Result<(), Malformed> {
        match self.next()? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Ok(()),
            b'u' => {
                for _ in 0..4 {
                    if !self.next()?.is_ascii_hexdigit() {
                        return Err(BROKEN);
                    }
                }
                Ok(())
            }
            _ => Err(BROKEN),
        }
    }
}

/// A checked string with its `\u00xx` escapes undone; what is no ASCII letter may come out as
/// anything that is none.
fn unescaped(raw: &[u8]) -> impl Iterator<Item = u8> {
    let mut rest = raw;
    std::iter::from_fn(move || {
        let (&first, tail) = rest.split_first()?;
        rest = tail;
        if first != b'\\' {
            return Some(first);
        }
        let (&kind, tail) = rest.split_first()?;
        rest = tail;
        if kind != b'u' {
            return Some(0);
        }
        let (hex, tail) = rest.split_at_checked(4)?;
        rest = tail;
        let unit =
            hex.iter().fold(0, |sum, digit| sum << 4 | (*digit as char).to_digit(16).unwrap_or(0));
        Some(u8::try_from(unit).unwrap_or(0))
    })
}
