//! What nodes say to each other: a head that is the same for all, and a body of the kind that it names.
//!
//! ```text
//! version 1 │ kind 1 │ number varint │ epoch 8 │ body
//! ```
//!
//! Numbers count what one node says of one life of a pad: a gap means that something was lost, and a number that came before
//! means nothing any more. Texts and state vectors are as Yjs writes them, decisions and people are JSON.

use bytes::Bytes;
use fadepad_lib0::{Cut, Reader, put_buffer, put_uint};
use fadepad_store::Digest;
use thiserror::Error;

use super::incarnation::Incarnation;
use crate::base::ids::Epoch;

/// The one version that is spoken. Of a later one nothing is known but that it is none.
pub const VERSION: u8 = 1;

/// A message of one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterFrame {
    /// Counts what the node has broadcast of this life, from 1; 0 for what was asked for, and what is of no pad.
    pub number: u64,
    /// The life of the pad that it is about; 0 where it is about none.
    pub epoch: Epoch,
    /// What it says.
    pub body: FrameBody,
}

/// What a node says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrameBody {
    /// What its people have written, as an update of Yjs.
    Update(Bytes),
    /// Presence of its people: states as y-protocols has them, and as JSON whose they are.
    Presence {
        /// The states.
        states: Bytes,
        /// Whose.
        whose: Bytes,
    },
    /// What it has and who is with it.
    Hello(ReplicaHello),
    /// All that hosts have decided, as JSON.
    Decisions(Bytes),
    /// A word of a host's that every node has to follow, as JSON.
    Command(Bytes),
    /// Nobody is here for longer than the grace, as far as it knows: who knows better says hello.
    Expiring,
    /// A life has ended, as JSON.
    Ended(Bytes),
    /// "Who has this pad?"
    Find,
    /// The pad without its text, as JSON.
    Found(Bytes),
    /// "What do I lack?", with a state vector.
    Lacking(Bytes),
    /// "The part of this number of what you have begun to tell."
    Next {
        /// What is being told.
        answer: u64,
        /// Which part.
        index: u64,
    },
    /// A part of an answer.
    Part(AnswerPart),
    /// "Keep a copy of this pad", with its name.
    Adopt(Bytes),
    /// It is done.
    Done,
    /// "Which lives have ended?"
    AllEnded,
    /// It is there.
    Beat(HeartBeat),
    /// It can't.
    Refused,
}

/// What a replica says of itself whenever that changes, and now and then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplicaHello {
    /// What it holds, in 16 bytes.
    pub digest: Digest,
    /// What decisions it has followed, in 8 bytes.
    pub decisions: u64,
    /// People who are here.
    pub people: u64,
    /// Milliseconds since the last of them left: an age, since clocks differ.
    pub alone_ms: u64,
    /// Whether it is about to go.
    pub leaving: bool,
    /// Who they are, whose client ids they write with, and who waits at the door: as JSON.
    pub here: Bytes,
}

/// A part of an answer that is too large for one frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerPart {
    /// Which answer.
    pub answer: u64,
    /// Which part of it.
    pub index: u64,
    /// How many there are.
    pub count: u64,
    /// Bytes of the whole.
    pub total: u64,
    /// The part.
    pub bytes: Bytes,
}

/// What a node says of itself every second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeartBeat {
    /// Whether it stops: nobody brings pads there any more.
    pub leaving: bool,
    /// Pads that are open there.
    pub pads: u64,
    /// People in them.
    pub people: u64,
    /// All lives that it knows to have ended, in 8 bytes.
    pub ended: u64,
}

/// Bytes that are no message of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadFrame {
    /// It is cut, or of no kind that is known.
    #[error("it is malformed")]
    Malformed,
    /// It is of another version.
    #[error("it is of version {0}")]
    Version(u8),
    /// It is not sealed with this cluster's secret, or was sent to another place.
    #[error("it is not sealed with this cluster's secret")]
    Forged,
}

impl From<Cut> for BadFrame {
    fn from(_: Cut) -> Self {
        Self::Malformed
    }
}

impl FrameBody {
    fn kind(&self) -> u8 {
        match self {
            Self::Update(_) => 1,
            Self::Presence { .. } => 2,
            Self::Hello(_) => 3,
            Self::Decisions(_) => 4,
            Self::Command(_) => 5,
            Self::Expiring => 6,
            Self::Ended(_) => 7,
            Self::Find => 8,
            Self::Found(_) => 9,
            Self::Lacking(_) => 10,
            Self::Next { .. } => 11,
            Self::Part(_) => 12,
            Self::Adopt(_) => 13,
            Self::Done => 14,
            Self::AllEnded => 15,
            Self::Beat(_) => 16,
            Self::Refused => 17,
        }
    }

    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Update(bytes)
            | Self::Decisions(bytes)
            | Self::Command(bytes)
            | Self::Ended(bytes)
            | Self::Found(bytes)
            | Self::Lacking(bytes)
            | Self::Adopt(bytes) => out.extend_from_slice(bytes),
            Self::Presence { states, whose } => {
                put_buffer(out, states);
                out.extend_from_slice(whose);
            }
            Self::Hello(hello) => hello.put(out),
            Self::Next { answer, index } => put_uints(out, &[*answer, *index]),
            Self::Part(part) => {
                put_uints(out, &[part.answer, part.index, part.count, part.total]);
                out.extend_from_slice(&part.bytes);
            }
            Self::Beat(beat) => {
                out.push(beat.leaving.into());
                put_uints(out, &[beat.pads, beat.people]);
                out.extend(beat.ended.to_be_bytes());
            }
            Self::Expiring | Self::Find | Self::Done | Self::AllEnded | Self::Refused => {}
        }
    }

    fn read(kind: u8, bytes: &Bytes) -> Result<Self, BadFrame> {
        let mut reader = Reader::new(bytes);
        let rest = |reader: &Reader<'_>| bytes.slice(reader.position()..);
        let all = || bytes.clone();
        let bare = |body: Self| if bytes.is_empty() { Ok(body) } else { Err(BadFrame::Malformed) };
        Ok(match kind {
            1 => Self::Update(all()),
            2 => {
                let states = bytes.slice_ref(reader.buffer()?);
                Self::Presence { states, whose: rest(&reader) }
            }
            3 => Self::Hello(ReplicaHello::read(bytes)?),
            4 => Self::Decisions(all()),
            5 => Self::Command(all()),
            6 => return bare(Self::Expiring),
            7 => Self::Ended(all()),
            8 => return bare(Self::Find),
            9 => Self::Found(all()),
            10 => Self::Lacking(all()),
            11 => {
                let (answer, index) = (reader.uint()?, reader.uint()?);
                return if reader.is_empty() {
                    Ok(Self::Next { answer, index })
                } else {
                    Err(BadFrame::Malformed)
                };
            }
            12 => {
                let [answer, index, count, total] = four(&mut reader)?;
                Self::Part(AnswerPart { answer, index, count, total, bytes: rest(&reader) })
            }
            13 => Self::Adopt(all()),
            14 => return bare(Self::Done),
            15 => return bare(Self::AllEnded),
            16 => {
                let (leaving, pads, people) = (flag(&mut reader)?, reader.uint()?, reader.uint()?);
                let ended = eight(&mut reader)?;
                if !reader.is_empty() {
                    return Err(BadFrame::Malformed);
                }
                Self::Beat(HeartBeat { leaving, pads, people, ended })
            }
            17 => return bare(Self::Refused),
            _ => return Err(BadFrame::Malformed),
        })
    }
}

impl ReplicaHello {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend(self.digest.0);
        out.extend(self.decisions.to_be_bytes());
        put_uints(out, &[self.people, self.alone_ms]);
        out.push(self.leaving.into());
        out.extend_from_slice(&self.here);
    }

    fn read(bytes: &Bytes) -> Result<Self, BadFrame> {
        let mut reader = Reader::new(bytes);
        let mut digest = [0; 16];
        digest.copy_from_slice(reader.take(16)?);
        let decisions = eight(&mut reader)?;
        let (people, alone_ms) = (reader.uint()?, reader.uint()?);
        let leaving = flag(&mut reader)?;
        let (digest, here) = (Digest(digest), bytes.slice(reader.position()..));
        Ok(Self { digest, decisions, people, alone_ms, leaving, here })
    }
}

impl ClusterFrame {
    /// What is about no pad, or answers a question.
    #[must_use]
    pub fn single(epoch: Epoch, body: FrameBody) -> Self {
        Self { number: 0, epoch, body }
    }

    /// The bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = vec![VERSION, self.body.kind()];
        put_uint(&mut out, self.number);
        out.extend(self.epoch.0.to_be_bytes());
        self.body.put(&mut out);
        out
    }

    /// Reads them; nothing is copied.
    ///
    /// # Errors
    /// Where they are none, or of another version.
    pub fn decode(bytes: &Bytes) -> Result<Self, BadFrame> {
        let mut reader = Reader::new(bytes);
        let (version, kind) = (reader.byte()?, reader.byte()?);
        if version != VERSION {
            return Err(BadFrame::Version(version));
        }
        let number = reader.uint()?;
        let epoch = Epoch(eight(&mut reader)?);
        let body = FrameBody::read(kind, &bytes.slice(reader.position()..))?;
        Ok(Self { number, epoch, body })
    }
}

fn put_uints(out: &mut Vec<u8>, numbers: &[u64]) {
    numbers.iter().for_each(|number| put_uint(out, *number));
}

fn eight(reader: &mut Reader<'_>) -> Result<u64, Cut> {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(reader.take(8)?);
    Ok(u64::from_be_bytes(bytes))
}

fn four(reader: &mut Reader<'_>) -> Result<[u64; 4], Cut> {
    Ok([reader.uint()?, reader.uint()?, reader.uint()?, reader.uint()?])
}

fn flag(reader: &mut Reader<'_>) -> Result<bool, BadFrame> {
    match reader.byte()? {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(BadFrame::Malformed),
    }
}

/// What of one node's numbers has come: repeats are passed over, also such that somebody on the way has kept and says again.
#[derive(Clone, Copy, Debug, Default)]
pub struct NumberWindow {
    last: u64,
    /// Which of the 64 numbers up to the last have come.
    seen: u64,
}

/// What a number says about those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// The next one, or the first that is heard.
    InOrder,
    /// Something before it has not come, and may have been lost.
    Gap,
    /// One that was missing.
    Late,
    /// It came before, or is older than is remembered.
    Known,
}

impl NumberWindow {
    /// Notes a number.
    pub fn note(&mut self, number: u64) -> Numbering {
        if number > self.last {
            let (ahead, first) = (number - self.last, self.last == 0);
            self.seen = if ahead < 64 { self.seen << ahead | 1 } else { 1 };
            self.last = number;
            return if ahead == 1 || first { Numbering::InOrder } else { Numbering::Gap };
        }
        let behind = self.last - number;
        if behind >= 64 || self.seen & (1 << behind) != 0 {
            return Numbering::Known;
        }
        self.seen |= 1 << behind;
        Numbering::Late
    }
}

/// Of whom a frame is, and what it says.
pub type Signed = (Incarnation, ClusterFrame);

#[cfg(test)]
mod tests {
    use super::*;

    fn bodies() -> Vec<FrameBody> {
        let bytes = |text: &'static str| Bytes::from_static(text.as_bytes());
        let hello = ReplicaHello {
            digest: Digest([7; 16]),
            decisions: u64::MAX,
            people: 3,
            alone_ms: 86_400_000,
            leaving: true,
            here: bytes("{}"),
        };
        let part =
            AnswerPart { answer: 9, index: 1, count: 3, total: 1 << 40, bytes: bytes("text") };
        let beat = HeartBeat { leaving: false, pads: 10_000, people: 5, ended: 1 << 63 };
        vec![
            FrameBody::Update(bytes("update")),
            FrameBody::Presence { states: bytes("states"), whose: bytes("[]") },
            FrameBody::Hello(hello),
            FrameBody::Decisions(bytes("{}")),
            FrameBody::Command(bytes("{}")),
            FrameBody::Expiring,
            FrameBody::Ended(bytes("{}")),
            FrameBody::Find,
            FrameBody::Found(bytes("{}")),
            FrameBody::Lacking(bytes("\0")),
            FrameBody::Next { answer: 9, index: 2 },
            FrameBody::Part(part),
            FrameBody::Adopt(bytes("notes")),
            FrameBody::Done,
            FrameBody::AllEnded,
            FrameBody::Beat(beat),
            FrameBody::Refused,
        ]
    }

    #[test]
    fn all_that_nodes_say_comes_back() {
        for (number, body) in bodies().into_iter().enumerate() {
            let frame = ClusterFrame { number: number as u64 * 1_000, epoch: Epoch(7), body };
            assert_eq!(ClusterFrame::decode(&frame.encode().into()), Ok(frame));
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic_and_what_is_read_is_written_the_same() {
        let seed = std::env::var("FADEPAD_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = seed.unwrap_or(0x5eed);
        let mut random = fastrand::Rng::with_seed(seed);
        let all = bodies();
        for _ in 0..50_000 {
            let body = all[random.usize(..all.len())].clone();
            let mut bytes = ClusterFrame { number: 1, epoch: Epoch(1), body }.encode();
            bytes.truncate(random.usize(..=bytes.len()));
            for _ in 0..random.usize(..4) {
                let at = random.usize(..=bytes.len());
                match bytes.get_mut(at) {
                    Some(byte) => *byte = random.u8(..),
                    None => bytes.push(random.u8(..)),
                }
            }
            let bytes = Bytes::from(bytes);
            if let Ok(frame) = ClusterFrame::decode(&bytes) {
                let again = ClusterFrame::decode(&frame.encode().into());
                assert_eq!(again, Ok(frame), "seed {seed}: {bytes:x?}");
            }
        }
    }

    #[test]
    fn a_later_version_is_told_apart_from_what_is_broken() {
        let mut bytes = ClusterFrame::single(Epoch(0), FrameBody::Done).encode();
        bytes[0] = 2;
        assert_eq!(ClusterFrame::decode(&bytes.into()), Err(BadFrame::Version(2)));
        let unknown = [VERSION, 99, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        assert_eq!(ClusterFrame::decode(&unknown.to_vec().into()), Err(BadFrame::Malformed));
    }

    #[test]
    fn repeats_are_known_and_gaps_are_noticed() {
        let mut window = NumberWindow::default();
        let told: Vec<_> = [5, 6, 9, 8, 8, 6, 7, 200, 137, 136, 200, 201]
            .into_iter()
            .map(|number| window.note(number))
            .collect();
        use Numbering::{Gap, InOrder, Known, Late};
        let expected =
            [InOrder, InOrder, Gap, Late, Known, Known, Late, Gap, Late, Known, Known, InOrder];
        assert_eq!(told, expected);
    }
}
