//! Bodies of runs in wire form: where a unit is in them, and how long one may be.

use fadepad_lib0::Reader;

use crate::runs::Run;
use crate::structs::ContentKind;
use crate::value::skip_any;

/// Units a run may have where finding a unit means walking its body (text that is not ASCII,
/// lists): bounds the walk, which a hostile delete set repeats for each range.
const PIECE_UNITS: u32 = 2_048;
/// Bytes such a run may have unless it is a single element; bounds the same walk.
const PIECE_BYTES: usize = 16 << 10;
/// U+FFFD in UTF-8: what becomes of both halves of a surrogate pair that is cut.
pub(crate) const REPLACEMENT: [u8; 3] = [0xef, 0xbf, 0xbd];

/// Where a body is cut at a unit.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CutPoint {
    /// Bytes before the cut; inside a pair: before the pair.
    pub(crate) bytes: usize,
    /// The cut is inside a surrogate pair.
    pub(crate) pair: bool,
}

/// May the body of `next` be joined to that of `last`?
pub(crate) fn fits_one_piece(last: &Run, next: &Run) -> bool {
    last.ascii && next.ascii
        || last.len + next.len <= PIECE_UNITS && (last.size + next.size) as usize <= PIECE_BYTES
}

/// Units and bytes of the first piece of a struct: all of it, unless it is long and must be walked.
pub(crate) fn first_piece(run: &Run, body: &[u8]) -> (u32, usize) {
    let short = run.len <= PIECE_UNITS && body.len() <= PIECE_BYTES;
    match run.kind {
        ContentKind::String if short || body.is_ascii() => (run.len, body.len()),
        ContentKind::String => {
            let cut = cut_text(body, PIECE_UNITS.min(run.len));
            (PIECE_UNITS.min(run.len) - u32::from(cut.pair), cut.bytes)
        }
        ContentKind::Any if !short => first_elements(run, body),
        _ => (run.len, body.len()),
    }
}

fn first_elements(run: &Run, body: &[u8]) -> (u32, usize) {
    let mut reader = Reader::new(body);
    let mut taken = (0, 0);
    while taken.0 < PIECE_UNITS.min(run.len) && skip_any(&mut reader).is_ok() {
        if taken.0 > 0 && reader.position() > PIECE_BYTES {
            break;
        }
        taken = (taken.0 + 1, reader.position());
    }
    taken
}

/// The body of a checked struct.
pub(crate) struct Body<'a> {
    kind: ContentKind,
    /// One byte a unit, so that it can be cut without looking.
    ascii: bool,
    bytes: &'a [u8],
}

impl<'a> Body<'a> {
    /// A body that has to be looked at to be cut.
    pub(crate) fn new(kind: ContentKind, bytes: &'a [u8]) -> Self {
        Self { kind, ascii: false, bytes }
    }

    /// The body of a run.
    pub(crate) fn of_run(run: &Run, bytes: &'a [u8]) -> Self {
        Self { kind: run.kind, ascii: run.ascii, bytes }
    }

    /// Where it is cut so that `units` are on the left.
    pub(crate) fn cut(&self, units: u32) -> CutPoint {
        match self.kind {
            ContentKind::String if self.ascii => CutPoint { bytes: units as usize, pair: false },
            ContentKind::String => cut_text(self.bytes, units),
            ContentKind::Any => {
                let mut reader = Reader::new(self.bytes);
                for _ in 0..units {
                    // Checked when it came; a failure would leave the cut at the end of the body.
                    if skip_any(&mut reader).is_err() {
                        break;
                    }
                }
                CutPoint { bytes: reader.position(), pair: false }
            }
            _ if units == 0 => CutPoint::default(),
            _ => CutPoint { bytes: self.bytes.len(), pair: false },
        }
    }
}

fn cut_text(body: &[u8], units: u32) -> CutPoint {
    let (mut at, mut left) = (0, units);
    while left > 0 {
        let (bytes, width) = match body[at] {
            0..0x80 => (1, 1),
            0x80..0xe0 => (2, 1),
            0xe0..0xf0 => (3, 1),
            0xf0.. => (4, 2),
        };
        if width > left {
            return CutPoint { bytes: at, pair: true };
        }
        at += bytes;
        left -= width;
    }
    CutPoint { bytes: at, pair: false }
}
