//! Reads the structs and delete ranges of a Yjs v1 update, refusing every form that yjs or yrs
//! cannot digest.

use fadepad_lib0::Reader;

use crate::any;
use crate::error::Malformed;
use crate::json;
use crate::limits::MAX_CLOCK;
use crate::reader::{Id, ReadId as _, utf16_len};
use crate::value::{skip_any, skip_doc_options};

/// What a struct carries: the low five bits of its info byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ContentKind {
    Gc = 0,
    Deleted = 1,
    /// Values as JSON texts, which yjs has not written since 2020 and yrs reads wrongly: it is kept
    /// as [`Self::Any`].
    Json = 2,
    Binary = 3,
    String = 4,
    Embed = 5,
    Format = 6,
    Type = 7,
    Any = 8,
    Doc = 9,
    Skip = 10,
}

impl ContentKind {
    fn from_info(info: u8) -> Result<Self, Malformed> {
        Ok(match info & 0x1f {
            0 => Self::Gc,
            1 => Self::Deleted,
            2 => Self::Json,
            3 => Self::Binary,
            4 => Self::String,
            5 => Self::Embed,
            6 => Self::Format,
            7 => Self::Type,
            8 => Self::Any,
            9 => Self::Doc,
            10 => Self::Skip,
            11 => return Err(Malformed::MOVE),
            _ => return Err(Malformed("a struct has an unknown kind")),
        })
    }

    /// Does it carry content?
    pub(crate) fn is_live(self) -> bool {
        !matches!(self, Self::Gc | Self::Deleted | Self::Skip)
    }
}

/// Flags of the info byte.
pub(crate) const HAS_ORIGIN: u8 = 0x80;
pub(crate) const HAS_RIGHT: u8 = 0x40;
pub(crate) const HAS_KEY: u8 = 0x20;

/// Types that are not kept: yjs' XML hook, and yrs' link to what stands elsewhere.
const HOOK: u8 = 5;
const WEAK_LINK: u8 = 7;

/// The type numbers of yjs: what a type item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TypeRef {
    Array = 0,
    Map = 1,
    Text = 2,
    XmlElement = 3,
    XmlFragment = 4,
    XmlText = 6,
}

impl TypeRef {
    pub(crate) fn from_number(number: u64) -> Option<Self> {
        Some(match number {
            0 => Self::Array,
            1 => Self::Map,
            2 => Self::Text,
            3 => Self::XmlElement,
            4 => Self::XmlFragment,
            6 => Self::XmlText,
            _ => return None,
        })
    }

    /// What a checked type body says; a body starts with its type number, which takes one byte.
    pub(crate) fn of_body(body: &[u8]) -> Option<Self> {
        body.first().and_then(|number| Self::from_number(u64::from(*number)))
    }
}

/// The parent of a struct that has no neighbours to inherit it from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Parent<'a> {
    Root(&'a str),
    Item(Id),
}

/// One struct as it stands on the wire.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Struct<'a> {
    /// Its client, and the clock of its first unit.
    pub(crate) id: Id,
    pub(crate) kind: ContentKind,
    /// Clock units: UTF-16 units of a text, elements of a list, else 1.
    pub(crate) len: u32,
    pub(crate) origin: Option<Id>,
    pub(crate) right: Option<Id>,
    /// Given exactly when there is neither `origin` nor `right`.
    pub(crate) parent: Option<Parent<'a>>,
    /// The map key, given only beside `parent`: elsewhere the origin's run knows it.
    pub(crate) key: Option<&'a str>,
    /// Content without the count in front of it.
    pub(crate) body: &'a [u8],
    /// Where in the body a JSON text starts that must be mended.
    pub(crate) sanitize: Option<usize>,
}

/// Reads the struct of `client` that starts at `clock`.
pub(crate) fn read_struct<'a>(
    reader: &mut Reader<'a>,
    client: u64,
    clock: u32,
) -> Result<Struct<'a>, Malformed> {
    let info = reader.byte()?;
    let kind = ContentKind::from_info(info)?;
    let mut part = Struct {
        id: Id { client, clock },
        kind,
        len: 1,
        origin: None,
        right: None,
        parent: None,
        key: None,
        body: &[],
        sanitize: None,
    };
    if matches!(kind, ContentKind::Gc | ContentKind::Skip) {
        // yjs passes over flags of a gap, yrs refuses the whole update for them.
        if info != kind as u8 {
            return Err(Malformed("a gap has flags"));
        }
    } else {
        read_place(reader, info, &mut part)?;
        check_order(&part)?;
    }
    let len = read_body(reader, &mut part)?;
    // yjs throws at some kinds of no length, and no client writes any.
    if len == 0 {
        return Err(Malformed("a struct is empty"));
    }
    if len > MAX_CLOCK - u64::from(clock) {
        return Err(Malformed::CLOCK);
    }
    part.len = len as u32;
    Ok(part)
}

fn read_place<'a>(
    reader: &mut Reader<'a>,
    info: u8,
    part: &mut Struct<'a>,
) -> Result<(), Malformed> {
    if info & HAS_ORIGIN != 0 {
        part.origin = Some(reader.id()?);
    }
    if info & HAS_RIGHT != 0 {
        part.right = Some(reader.id()?);
    }
    if info & (HAS_ORIGIN | HAS_RIGHT) == 0 {
        part.parent = Some(match reader.uint()? {
            0 => Parent::Item(reader.id()?),
            1 => Parent::Root(reader.string()?),
            _ => return Err(Malformed("a parent is neither name nor id")),
        });
        // Only here a text follows the bit. It stands on overwrites of a key too, and merges lose
        // it.
        if info & HAS_KEY != 0 {
            part.key = Some(reader.string()?);
        }
    }
    Ok(())
}

/// A struct names only what was there before it; yjs throws at every joiner otherwise.
fn check_order(part: &Struct<'_>) -> Result<(), Malformed> {
    let parent = match part.parent {
        Some(Parent::Item(id)) => Some(id),
        _ => None,
    };
    for id in [part.origin, part.right, parent].into_iter().flatten() {
        if id.client == part.id.client && id.clock >= part.id.clock {
            return Err(Malformed("a struct names itself or what comes after it"));
        }
    }
    Ok(())
}

/// Reads the content into `part.body` and returns its length in clock units.
fn read_body<'a>(reader: &mut Reader<'a>, part: &mut Struct<'a>) -> Result<u64, Malformed> {
    let from = reader.position();
    match part.kind {
        ContentKind::Gc | ContentKind::Skip | ContentKind::Deleted => return Ok(reader.uint()?),
        ContentKind::String => {
            part.body = reader.string()?.as_bytes();
            return Ok(utf16_len(part.body) as u64);
        }
        ContentKind::Any => return read_list(reader, part, skip_any),
        ContentKind::Json => return read_list(reader, part, any::skip_json),
        ContentKind::Binary => drop(reader.buffer()?),
        // Every reader parses the text, and would throw where it is no JSON.
        ContentKind::Embed => part.sanitize = json::check(reader.string()?)?.then_some(0),
        ContentKind::Format => {
            reader.string()?;
            let value_at = reader.position() - from;
            part.sanitize = json::check(reader.string()?)?.then_some(value_at);
        }
        ContentKind::Type => {
            let number = reader.byte()?;
            match TypeRef::from_number(u64::from(number)) {
                None if matches!(number, HOOK | WEAK_LINK) => return Err(Malformed::TYPE),
                None => return Err(Malformed("a type is unknown")),
                Some(TypeRef::XmlElement) => drop(reader.string()?),
                Some(_) => {}
            }
        }
        ContentKind::Doc => {
            reader.string()?;
            skip_doc_options(reader)?;
        }
    }
    part.body = reader.since(from);
    Ok(1)
}

fn read_list<'a>(
    reader: &mut Reader<'a>,
    part: &mut Struct<'a>,
    skip: impl Fn(&mut Reader<'a>) -> Result<(), Malformed>,
) -> Result<u64, Malformed> {
    let count = reader.count(1)?;
    let from = reader.position();
    for _ in 0..count {
        skip(reader)?;
    }
    part.body = reader.since(from);
    Ok(count as u64)
}

/// Reads one range of a delete set: first clock and the clock after the last.
pub(crate) fn read_range(reader: &mut Reader<'_>) -> Result<(u32, u32), Malformed> {
    let start = reader.clock()?;
    match reader.uint()? {
        0 => Err(Malformed("a delete range is empty")),
        len if len > MAX_CLOCK - u64::from(start) => Err(Malformed::CLOCK),
        len => Ok((start, start + len as u32)),
    }
}
