//! Updates made by hand: well-formed, plausible or plainly wrong.

use super::oracle::write_var;

/// A unit on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(pub u64, pub u64);

/// Where a struct belongs, as it says itself.
#[derive(Clone, Debug)]
pub enum Place {
    /// A root's list, or a key of it.
    Root(&'static str, Option<&'static str>),
    /// A type's list, or a key of it.
    In(Id, Option<&'static str>),
    /// Right of a unit.
    After(Id),
    /// Left of a unit.
    Before(Id),
    /// Between two units.
    Between(Id, Id),
}

/// Kinds of content by their number in the info byte.
pub mod kind {
    pub const GC: u8 = 0;
    pub const DELETED: u8 = 1;
    pub const JSON: u8 = 2;
    pub const BINARY: u8 = 3;
    pub const STRING: u8 = 4;
    pub const EMBED: u8 = 5;
    pub const FORMAT: u8 = 6;
    pub const TYPE: u8 = 7;
    pub const ANY: u8 = 8;
    pub const DOC: u8 = 9;
    pub const SKIP: u8 = 10;
    /// Of yrs alone.
    pub const MOVE: u8 = 11;
}

/// Numbers of types.
pub mod type_ref {
    pub const ARRAY: u8 = 0;
    pub const MAP: u8 = 1;
    pub const TEXT: u8 = 2;
    pub const XML_ELEMENT: u8 = 3;
    pub const XML_FRAGMENT: u8 = 4;
    pub const XML_TEXT: u8 = 6;
}

/// A struct: info byte, place, content.
pub fn item(kind: u8, place: &Place, content: &[u8]) -> Vec<u8> {
    let mut out = vec![kind];
    let id = |out: &mut Vec<u8>, id: &Id| {
        write_var(out, id.0);
        write_var(out, id.1);
    };
    match place {
        Place::After(left) => {
            out[0] |= 0x80;
            id(&mut out, left);
        }
        Place::Before(right) => {
            out[0] |= 0x40;
            id(&mut out, right);
        }
        Place::Between(left, right) => {
            out[0] |= 0xc0;
            id(&mut out, left);
            id(&mut out, right);
        }
        Place::Root(name, key) => {
            out.push(1);
            out.extend(text(name));
            add_key(&mut out, *key);
        }
        Place::In(parent, key) => {
            out.push(0);
            id(&mut out, parent);
            add_key(&mut out, *key);
        }
    }
    out.extend_from_slice(content);
    out
}

fn add_key(out: &mut Vec<u8>, key: Option<&str>) {
    if let Some(key) = key {
        out[0] |= 0x20;
        out.extend(text(key));
    }
}

/// A GC or Skip of some length.
pub fn gap(kind: u8, len: u64) -> Vec<u8> {
    let mut out = vec![kind];
    write_var(&mut out, len);
    out
}

/// A lib0 string.
pub fn text(text: &str) -> Vec<u8> {
    blob(text.as_bytes())
}

/// A lib0 byte array.
pub fn blob(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    write_var(&mut out, bytes.len() as u64);
    out.extend_from_slice(bytes);
    out
}

/// A lib0 `varUint`.
pub fn var(value: u64) -> Vec<u8> {
    let mut out = Vec::new();
    write_var(&mut out, value);
    out
}

/// A String struct.
pub fn string(place: &Place, content: &str) -> Vec<u8> {
    item(kind::STRING, place, &text(content))
}

/// An Any struct of these encoded values.
pub fn any(place: &Place, values: &[&[u8]]) -> Vec<u8> {
    item(kind::ANY, place, &[var(values.len() as u64), values.concat()].concat())
}

/// A Type struct; elements are called `p`.
pub fn typed(place: &Place, number: u8) -> Vec<u8> {
    let name = if matches!(number, 3 | 5) { text("p") } else { Vec::new() };
    item(kind::TYPE, place, &[vec![number], name].concat())
}

/// A section: client, first clock, structs.
pub type Section = (u64, u64, Vec<Vec<u8>>);
/// Deletions of a client: clocks and lengths.
pub type Deletes = (u64, Vec<(u64, u64)>);

/// A whole update.
pub fn update(sections: &[Section], deletes: &[Deletes]) -> Vec<u8> {
    let mut out = var(sections.len() as u64);
    for (client, clock, structs) in sections {
        for number in [structs.len() as u64, *client, *clock] {
            write_var(&mut out, number);
        }
        out.extend(structs.concat());
    }
    write_var(&mut out, deletes.len() as u64);
    for (client, ranges) in deletes {
        for number in [*client, ranges.len() as u64] {
            write_var(&mut out, number);
        }
        for (clock, len) in ranges {
            write_var(&mut out, *clock);
            write_var(&mut out, *len);
        }
    }
    out
}

/// An update of one client's structs.
pub fn one(client: u64, clock: u64, structs: Vec<Vec<u8>>) -> Vec<u8> {
    update(&[(client, clock, structs)], &[])
}

/// An update that only deletes.
pub fn deletion(client: u64, ranges: &[(u64, u64)]) -> Vec<u8> {
    update(&[], &[(client, ranges.to_vec())])
}
