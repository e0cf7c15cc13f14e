//! A strict, iterative check that a text is what `JSON.parse` takes (RFC 8259), and what of that
//! yrs would not take.

use crate::error::{Malformed, Refused};
use crate::limits::MAX_VALUE_DEPTH;
use crate::value::POISONED_KEYS;

/// Shorter numbers are in range: the shortest that is not is `2e308`.
const LARGE_NUMBER: usize = 5;

const BROKEN: Malformed = Malformed("a text is not JSON");

/// Hears the parts of a JSON value in their order, as they stand.
pub(crate) trait Parts {
    /// Whether the numbers stay JSON, which yrs has to read.
    const STAYS_JSON: bool = true;
    fn open(&mut self, _object: bool) {}
    fn close(&mut self) {}
    fn key(&mut self, _raw: &[u8]) {}
    fn scalar(&mut self, _raw: &[u8]) {}
}

impl Parts for () {}

/// Checks that `text` is exactly one JSON value. True: it has halves of surrogate pairs, escaped,
/// which must be [`sanitize`]ed: yrs cannot read them, and with them the whole document.
pub(crate) fn check(text: &str) -> Result<bool, Malformed> {
    walk(text, &mut ())
}

/// Checks the same, and tells the parts of it.
pub(crate) fn walk<P: Parts>(text: &str, parts: &mut P) -> Result<bool, Malformed> {
    let mut scan = Scan { bytes: text.as_bytes(), at: 0, halves: false, stays: P::STAYS_JSON };
    let mut open = Nesting::default();
    loop {
        scan.space();
        let from = scan.at;
        match scan.next()? {
            first @ (b'{' | b'[') => {
                let object = first == b'{';
                open.push(object)?;
                parts.open(object);
                if scan.skip(if object { b'}' } else { b']' }) {
                    open.pop();
                    parts.close();
                } else {
                    if object {
                        parts.key(scan.key()?);
                    }
                    continue;
                }
            }
            first => {
                scan.scalar(first)?;
                parts.scalar(&scan.bytes[from..scan.at]);
            }
        }
        if !scan.after_value(&mut open, parts)? {
            return if scan.at == scan.bytes.len() { Ok(scan.halves) } else { Err(BROKEN) };
        }
    }
}

/// Checks that `text` is exactly one JSON value that every reader takes.
///
/// # Errors
/// [`Refused::Malformed`] where it is none, [`Refused::NotKept`] where some reader does not take it.
pub fn check_json(text: &str) -> Result<(), Refused> {
    Ok(check(text).map(drop)?)
}

/// Makes `\ufffd` of the escaped halves of surrogate pairs in a checked text: what becomes of them
/// in every other string on its way to the readers.
pub(crate) fn sanitize(json: &mut [u8]) {
    let mut at = 0;
    while at < json.len() {
        at += match escaped_unit(json, at) {
            None if json[at] == b'\\' => 2,
            None => 1,
            Some(unit) if starts_pair(unit, json, at) => 12,
            Some(unit) => {
                if (0xd800..0xe000).contains(&unit) {
                    json[at + 2..at + 6].copy_from_slice(b"fffd");
                }
                6
            }
        };
    }
}

/// The unit that `\uXXXX` at `at` stands for.
pub(crate) fn escaped_unit(bytes: &[u8], at: usize) -> Option<u16> {
    let hex = bytes.get(at..at + 6)?.strip_prefix(br"\u")?;
    hex.iter().try_fold(0, |unit, digit| Some(unit << 4 | char::from(*digit).to_digit(16)? as u16))
}

/// Is the unit at `at` the first half of a pair whose second half follows?
pub(crate) fn starts_pair(unit: u16, bytes: &[u8], at: usize) -> bool {
    (0xd800..0xdc00).contains(&unit)
        && escaped_unit(bytes, at + 6).is_some_and(|next| (0xdc00..0xe000).contains(&next))
}

/// The arrays and objects around the cursor, one bit a level.
#[derive(Default)]
struct Nesting {
    objects: u64,
    depth: usize,
}

impl Nesting {
    fn push(&mut self, object: bool) -> Result<(), Malformed> {
        // Readers parse by recursion: ten thousand levels overflow the stack of every joiner.
        if self.depth == MAX_VALUE_DEPTH {
            return Err(Malformed::TOO_DEEP);
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
    /// A half of a surrogate pair was seen.
    halves: bool,
    /// yrs has to read the numbers, too.
    stays: bool,
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
    fn after_value(
        &mut self,
        open: &mut Nesting,
        parts: &mut impl Parts,
    ) -> Result<bool, Malformed> {
        loop {
            self.space();
            if open.depth == 0 {
                return Ok(false);
            }
            match (self.next()?, open.object()) {
                (b',', true) => {
                    parts.key(self.key()?);
                    return Ok(true);
                }
                (b',', false) => return Ok(true),
                (b'}', true) | (b']', false) => {
                    open.pop();
                    parts.close();
                }
                _ => return Err(BROKEN),
            }
        }
    }

    fn key(&mut self) -> Result<&'a [u8], Malformed> {
        if !self.skip(b'"') {
            return Err(BROKEN);
        }
        let key = self.string()?;
        // Compared without its escapes: `\u0074oString` is the same key to a reader.
        if POISONED_KEYS.iter().any(|poison| poison.bytes().eq(unescaped(key))) {
            return Err(Malformed::KEY);
        }
        if self.skip(b':') { Ok(key) } else { Err(BROKEN) }
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
        let start = self.at - 1;
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
        if self.at - start < LARGE_NUMBER || !self.stays {
            Ok(())
        } else {
            check_range(&self.bytes[start..self.at])
        }
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

    /// The rest of an escape whose backslash was read.
    fn escape(&mut self) -> Result<(), Malformed> {
        let start = self.at - 1;
        if !matches!(self.next()?, b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') {
            let unit = escaped_unit(self.bytes, start).ok_or(BROKEN)?;
            let pair = starts_pair(unit, self.bytes, start);
            self.halves |= !pair && (0xd800..0xe000).contains(&unit);
            self.at = start + if pair { 12 } else { 6 };
        }
        Ok(())
    }
}

/// Refuses numbers that `JSON.parse` takes and yrs does not: what is no finite float, and integers
/// that fit into 64 bits only without a sign.
fn check_range(number: &[u8]) -> Result<(), Malformed> {
    let number = str::from_utf8(number).map_err(|_| BROKEN)?;
    let finite = number.parse().is_ok_and(f64::is_finite);
    let unsigned = number.parse::<u64>().is_ok_and(|integer| i64::try_from(integer).is_err());
    if finite && !unsigned { Ok(()) } else { Err(Malformed::NUMBER) }
}

/// A checked string with its `\u00xx` escapes undone; what is no ASCII letter may come out as
/// anything that is none.
fn unescaped(raw: &[u8]) -> impl Iterator<Item = u8> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let first = *raw.get(at)?;
        let unit = escaped_unit(raw, at);
        at += match unit {
            Some(_) => 6,
            None if first == b'\\' => 2,
            None => 1,
        };
        Some(unit.map_or(first, |unit| u8::try_from(unit).unwrap_or(0)))
    })
}
