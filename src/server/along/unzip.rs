//! A zip (APPNOTE 6.3.10) as it comes in: what lies in it by its list, and of each part no more than that says. Nothing is
//! unpacked before somebody wants it.

use std::io::Read as _;
use std::ops::Range;

use flate2::Crc;
use flate2::read::DeflateDecoder;
use thiserror::Error;

/// Parts of a zip: a text with more of them has been written by nobody.
const PARTS_MAX: usize = 2_000;
/// Bytes of a part's name: any number of parts may have the one that lies there once.
const NAME_MAX: usize = 1_024;
/// Bytes of what ends a zip, and of the longest remark behind that.
const END: usize = 22;
const REMARK_MAX: usize = 65_535;
/// Bytes of what says something of a part: in the list, and before it.
const LISTED: usize = 46;
const LOCAL: usize = 30;

/// Why a zip is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(in crate::server) enum NoZip {
    /// It is none, or damaged, or locked, or packed in a way that is rarely used.
    #[error("it is damaged, or packed or locked in a way that is not read here")]
    Unreadable,
    /// It has more parts, or they are larger, than any text with its pictures.
    #[error("it holds too much")]
    TooMuch,
}

/// A part of a zip, which is still packed.
#[derive(Clone, Debug)]
pub(in crate::server) struct ZipPart {
    pub(in crate::server) name: String,
    /// Its bytes as it says.
    pub(in crate::server) len: usize,
    crc: u32,
    packed: bool,
    at: Range<usize>,
}

/// Numbers of a zip, which are little-endian; none stands beyond its end.
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn short(&self, at: usize) -> Result<usize, NoZip> {
        let bytes = self.0.get(at..at + 2).and_then(|bytes| bytes.try_into().ok());
        bytes.map(|bytes| u16::from_le_bytes(bytes).into()).ok_or(NoZip::Unreadable)
    }

    fn long(&self, at: usize) -> Result<u32, NoZip> {
        let bytes = self.0.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
        bytes.map(u32::from_le_bytes).ok_or(NoZip::Unreadable)
    }

    fn size(&self, at: usize) -> Result<usize, NoZip> {
        self.long(at)?.try_into().map_err(|_| NoZip::Unreadable)
    }

    fn begins(&self, with: &[u8]) -> Result<(), NoZip> {
        if self.0.starts_with(with) { Ok(()) } else { Err(NoZip::Unreadable) }
    }
}

/// What lies in a zip, of at most so many bytes in all.
pub(in crate::server) fn parts_of(zip: &[u8], most: usize) -> Result<Vec<ZipPart>, NoZip> {
    let from = zip.len().saturating_sub(END + REMARK_MAX);
    let tail = &zip[from..];
    let end = tail.windows(4).rposition(|sign| sign == b"PK\x05\x06").ok_or(NoZip::Unreadable)?;
    let end = Fields(tail.get(end..).filter(|end| end.len() >= END).ok_or(NoZip::Unreadable)?);
    let (count, mut at) = (end.short(10)?, end.size(16)?);
    if count > PARTS_MAX {
        return Err(NoZip::TooMuch);
    }
    let (mut parts, mut all) = (Vec::new(), 0_usize);
    for _ in 0..count {
        let (part, next) = listed(zip, at)?;
        at = next;
        // What is not packed is as large as it lies there, whatever it says; and parts may lie in one another.
        all = all.saturating_add(part.len.max(part.at.len()) + part.name.len());
        if all > most {
            return Err(NoZip::TooMuch);
        }
        parts.push(part);
    }
    parts.retain(|part| !part.name.ends_with('/') && !is_systems(&part.name));
    Ok(parts)
}

/// The part that is listed here, and where the next one is.
fn listed(zip: &[u8], at: usize) -> Result<(ZipPart, usize), NoZip> {
    let fields = Fields(zip.get(at..).ok_or(NoZip::Unreadable)?);
    fields.begins(b"PK\x01\x02")?;
    let (flags, method) = (fields.short(8)?, fields.short(10)?);
    let (crc, held, len) = (fields.long(16)?, fields.size(20)?, fields.size(24)?);
    let name = fields.short(28)?;
    if name > NAME_MAX {
        return Err(NoZip::TooMuch);
    }
    let next = LISTED + name + fields.short(30)? + fields.short(32)?;
    let name = fields.0.get(LISTED..LISTED + name).ok_or(NoZip::Unreadable)?;
    let place = fields.size(42)?;
    let local = Fields(zip.get(place..).ok_or(NoZip::Unreadable)?);
    local.begins(b"PK\x03\x04")?;
    let begin = place + LOCAL + local.short(26)? + local.short(28)?;
    let end = begin.saturating_add(held);
    let is_known = matches!(method, 0 | 8) && flags & 1 == 0 && end <= zip.len();
    if !is_known || (method == 0 && held != len) {
        return Err(NoZip::Unreadable);
    }
    let name = String::from_utf8_lossy(name).replace('\\', "/");
    Ok((ZipPart { name, len, crc, packed: method == 8, at: begin..end }, at + next))
}

/// Whether a system has left it beside what people put there.
fn is_systems(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default();
    name.split('/').any(|part| part == "__MACOSX")
        || last.starts_with("._")
        || matches!(last, ".DS_Store" | "Thumbs.db")
}

impl ZipPart {
    /// So many of its first bytes.
    pub(in crate::server) fn head(&self, zip: &[u8], most: usize) -> Vec<u8> {
        self.unpacked(zip, most.min(self.len)).unwrap_or_default()
    }

    /// All of it.
    pub(in crate::server) fn bytes(&self, zip: &[u8]) -> Result<Vec<u8>, NoZip> {
        let bytes = self.unpacked(zip, self.len)?;
        let mut crc = Crc::new();
        crc.update(&bytes);
        let is_whole = bytes.len() == self.len && crc.sum() == self.crc;
        if is_whole { Ok(bytes) } else { Err(NoZip::Unreadable) }
    }

    fn unpacked(&self, zip: &[u8], most: usize) -> Result<Vec<u8>, NoZip> {
        let held = zip.get(self.at.clone()).ok_or(NoZip::Unreadable)?;
        if !self.packed {
            return Ok(held[..most.min(held.len())].to_vec());
        }
        // It has not what it says before it comes out.
        let mut bytes = Vec::new();
        let unpacked = DeflateDecoder::new(held).take(most as u64).read_to_end(&mut bytes);
        unpacked.map(|_| bytes).map_err(|_| NoZip::Unreadable)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::DeflateEncoder;

    use super::*;

    const MOST: usize = 1 << 20;

    /// A zip of one part that says of itself what is told here.
    fn zip_of(name: &str, (held, method): (&[u8], u8), len: u32, crc: u32) -> Vec<u8> {
        let size = (held.len() as u32).to_le_bytes();
        let facts = [
            &[20, 0, 0, 8, method, 0, 0, 0, 0x21, 0][..],
            &crc.to_le_bytes(),
            &size,
            &len.to_le_bytes(),
            &(name.len() as u16).to_le_bytes(),
            &[0, 0],
        ]
        .concat();
        let part = [b"PK\x03\x04", &*facts, name.as_bytes(), held].concat();
        let list = [b"PK\x01\x02\x14\0", &*facts, &[0; 14], name.as_bytes()].concat();
        let at = (part.len() as u32).to_le_bytes();
        let size = (list.len() as u32).to_le_bytes();
        let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &size[..], &at, &[0, 0]].concat();
        [part, list, end].concat()
    }

    fn deflated(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn sum(bytes: &[u8]) -> u32 {
        let mut crc = Crc::new();
        crc.update(bytes);
        crc.sum()
    }

    #[test]
    fn a_part_comes_out_as_it_went_in_and_its_beginning_alone_too() {
        let words = b"words ".repeat(1_000);
        for (held, method) in [(words.clone(), 0), (deflated(&words), 8)] {
            let zip = zip_of("a\\b.md", (&held, method), words.len() as u32, sum(&words));
            let [part] = &parts_of(&zip, MOST).unwrap()[..] else { panic!("one part") };
            assert_eq!((&*part.name, part.len), ("a/b.md", words.len()));
            assert_eq!(part.head(&zip, 8), b"words wo");
            assert_eq!(part.bytes(&zip).unwrap(), words);
        }
    }

    #[test]
    fn what_holds_more_than_it_says_is_refused_before_it_is_all_unpacked() {
        let zeros = vec![0; 8 << 20];
        let held = deflated(&zeros);
        let lies = zip_of("a", (&held, 8), 100, sum(&zeros));
        let [part] = &parts_of(&lies, MOST).unwrap()[..] else { panic!("one part") };
        assert_eq!(part.head(&lies, 1_000).len(), 100, "no more than it says");
        assert_eq!(part.bytes(&lies), Err(NoZip::Unreadable));
        let honest = zip_of("a", (&held, 8), zeros.len() as u32, sum(&zeros));
        assert_eq!(parts_of(&honest, MOST).unwrap_err(), NoZip::TooMuch);
    }

    #[test]
    fn names_are_counted_and_one_that_nobody_has_given_is_refused() {
        let named = |len: usize| zip_of(&"n".repeat(len), (b"words", 0), 5, sum(b"words"));
        let longest = named(NAME_MAX);
        assert_eq!(parts_of(&longest, NAME_MAX + 5).unwrap().len(), 1);
        assert_eq!(parts_of(&longest, NAME_MAX + 4).unwrap_err(), NoZip::TooMuch);
        for len in [NAME_MAX + 1, 65_535] {
            assert_eq!(parts_of(&named(len), MOST).unwrap_err(), NoZip::TooMuch, "{len}");
        }
    }

    #[test]
    fn nothing_that_is_cut_changed_or_no_zip_makes_it_fail_otherwise_than_by_saying_so() {
        let words = b"words".repeat(40);
        let zip = zip_of("a.md", (&deflated(&words), 8), words.len() as u32, sum(&words));
        for end in 0..zip.len() {
            assert!(parts_of(&zip[..end], MOST).is_err(), "cut at {end}");
        }
        for at in 0..zip.len() {
            for to in [0, 1, 0x7f, 0xff] {
                let mut changed = zip.clone();
                changed[at] = to;
                for part in parts_of(&changed, MOST).unwrap_or_default() {
                    let read = part.bytes(&changed);
                    assert!(read.is_err() || read == Ok(words.clone()), "{at}: {to}");
                }
            }
        }
    }
}
