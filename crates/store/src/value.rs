//! Steps over lib0's `Any` values without recursion, refusing what would throw at a reader.

use fadepad_lib0::Reader;

use crate::error::Malformed;
use crate::limits::MAX_VALUE_DEPTH;

/// The tags of lib0's `writeAny`; 120 to 127 carry what their names say.
pub(crate) mod tag {
    pub(crate) const BYTES: u8 = 116;
    pub(crate) const ARRAY: u8 = 117;
    pub(crate) const OBJECT: u8 = 118;
    pub(crate) const STRING: u8 = 119;
    pub(crate) const TRUE: u8 = 120;
    pub(crate) const FALSE: u8 = 121;
    pub(crate) const BIGINT: u8 = 122;
    pub(crate) const FLOAT64: u8 = 123;
    pub(crate) const FLOAT32: u8 = 124;
    pub(crate) const INTEGER: u8 = 125;
    pub(crate) const NULL: u8 = 126;
    pub(crate) const UNDEFINED: u8 = 127;
}

/// Keys that make the object throw when a reader turns it into a string, e.g. an attribute in
/// `YXmlElement.toString`: own `toString` hides the method, `__proto__` replaces the prototype.
pub(crate) const POISONED_KEYS: [&str; 2] = ["toString", "__proto__"];

/// Refuses a key that poisons its object.
fn check_key(key: &str) -> Result<(), Malformed> {
    if POISONED_KEYS.contains(&key) {
        return Err(Malformed::KEY);
    }
    Ok(())
}

/// An array or object whose elements are being read.
#[derive(Clone, Copy, Default)]
struct Open {
    left: usize,
    object: bool,
}

/// Steps over one value.
pub(crate) fn skip_any(reader: &mut Reader<'_>) -> Result<(), Malformed> {
    // An array and a loop, since recursion would go as deep as a stranger likes.
    let mut open = [Open::default(); MAX_VALUE_DEPTH];
    let mut depth = 0;
    loop {
        if let Some(inner) = skip_one(reader)? {
            if depth == MAX_VALUE_DEPTH {
                return Err(Malformed::TOO_DEEP);
            }
            open[depth] = inner;
            depth += 1;
        }
        while depth > 0 && open[depth - 1].left == 0 {
            depth -= 1;
        }
        if depth == 0 {
            return Ok(());
        }
        open[depth - 1].left -= 1;
        if open[depth - 1].object {
            check_key(reader.string()?)?;
        }
    }
}

/// Steps over one scalar, or over the head of an array or object.
fn skip_one(reader: &mut Reader<'_>) -> Result<Option<Open>, Malformed> {
    match reader.byte()? {
        tag::UNDEFINED | tag::NULL | tag::TRUE | tag::FALSE => {}
        tag::INTEGER => reader.skip_int()?,
        tag::FLOAT32 => drop(reader.take(4)?),
        tag::FLOAT64 | tag::BIGINT => drop(reader.take(8)?),
        tag::STRING => drop(reader.string()?),
        tag::BYTES => drop(reader.buffer()?),
        tag::ARRAY => return Ok(Some(Open { left: reader.count(1)?, object: false })),
        tag::OBJECT => return Ok(Some(Open { left: reader.count(2)?, object: true })),
        _ => return Err(Malformed("a value has an unknown type")),
    }
    Ok(None)
}

/// The options of a subdocument: an object, else every reader throws. `guid` in it would replace
/// the name of the document itself.
pub(crate) fn skip_doc_options(reader: &mut Reader<'_>) -> Result<(), Malformed> {
    if reader.byte()? != tag::OBJECT {
        return Err(Malformed("the options of a subdocument are no object"));
    }
    for _ in 0..reader.count(2)? {
        let key = reader.string()?;
        check_key(key)?;
        if key == "guid" {
            return Err(Malformed("the options of a subdocument rename it"));
        }
        skip_any(reader)?;
    }
    Ok(())
}
