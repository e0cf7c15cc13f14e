//! How a room speaks to the line between machines: a dialect as a door has one, on a connection within the process.

use std::io;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use fadepad_lib0::{Reader, put_buffer, put_uint};
use fadepad_wire::awareness;
use tokio::sync::Notify;

use crate::base::close::CloseCode;
use crate::base::ids::Role;
use crate::base::lock::lock;
use crate::room::core::here::Here;
use crate::room::core::peer_news::PeerNews;
use crate::room::core::peer_words::ClientThere;
use crate::room::message::{Gathered, Outgoing};
use crate::room::send::encoder::{Encoder, EncodingKey};
use crate::room::send::outbound::Pipe;

/// Bytes that wait for a line. What does not fit stays in the room's log, and becomes one update where it falls out of that.
const MOST: usize = 4 << 20;

/// What a room has said to its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RoomSaid {
    /// What the people here have written.
    Update(Bytes),
    /// What they show, and as JSON whose it is.
    Presence { states: Bytes, whose: Bytes },
    /// Something has come that waits for what has not: ask the others.
    Lacks,
    /// Who is here has changed.
    Here,
    /// A host has decided something.
    Decided,
    /// A host's word for every machine, as JSON.
    Command(Bytes),
    /// The room closes the line.
    Closed,
}

impl RoomSaid {
    fn encode(&self) -> Bytes {
        let (kind, parts): (u64, [&[u8]; 2]) = match self {
            Self::Update(update) => (0, [update, &[]]),
            Self::Presence { states, whose } => (1, [states, whose]),
            Self::Lacks => (2, [&[], &[]]),
            Self::Here => (3, [&[], &[]]),
            Self::Decided => (4, [&[], &[]]),
            Self::Command(json) => (5, [json, &[]]),
            Self::Closed => (6, [&[], &[]]),
        };
        let mut out = Vec::with_capacity(parts[0].len() + parts[1].len() + 16);
        put_uint(&mut out, kind);
        parts.iter().for_each(|part| put_buffer(&mut out, part));
        out.into()
    }

    /// The next off the front; `None` where not all of it has come.
    fn next(bytes: &mut Bytes) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let kind = reader.uint().ok()?;
        let first = bytes.slice_ref(reader.buffer().ok()?);
        let second = bytes.slice_ref(reader.buffer().ok()?);
        let rest = reader.position();
        *bytes = bytes.slice(rest..);
        Some(match kind {
            0 => Self::Update(first),
            1 => Self::Presence { states: first, whose: second },
            2 => Self::Lacks,
            3 => Self::Here,
            4 => Self::Decided,
            5 => Self::Command(first),
            _ => Self::Closed,
        })
    }
}

/// The dialect.
pub(super) struct PeerEncoder;

impl PeerEncoder {
    /// Presence of who is here: of those at other machines these tell themselves.
    fn presence(here: &Here) -> Bytes {
        let is_here = |client: u64| !here.elsewhere.contains(&client);
        let own: Vec<_> =
            awareness::entries(&here.states).flatten().filter(|e| is_here(e.client)).collect();
        if own.is_empty() {
            return Bytes::new();
        }
        let role = |client: u64| {
            let known = here.roles.iter().find(|(of, _)| *of == client);
            known.map_or(Role::Edit, |(_, role)| *role).name().to_owned()
        };
        let own_persons = here.persons.iter().filter(|(client, _)| is_here(*client));
        let whose: Vec<ClientThere> = own_persons
            .map(|(client, person)| ClientThere {
                client: *client,
                person: person.0,
                role: role(*client),
            })
            .collect();
        let states = awareness::encode(own.into_iter()).into();
        let whose = serde_json::to_vec(&whose).unwrap_or_default().into();
        RoomSaid::Presence { states, whose }.encode()
    }
}

impl Encoder for PeerEncoder {
    fn form(&self) -> EncodingKey {
        EncodingKey::of("machines")
    }

    fn shared(&self, gathered: &Gathered) -> Bytes {
        let people = self.people(gathered);
        match &gathered.update {
            Some(update) => [RoomSaid::Update(update.clone()).encode(), people].concat().into(),
            None => people,
        }
    }

    fn people(&self, gathered: &Gathered) -> Bytes {
        gathered.presence.as_ref().map(Self::presence).unwrap_or_default()
    }

    fn note(&self, note: &Outgoing) -> Bytes {
        match note {
            Outgoing::Step1(_) => RoomSaid::Lacks.encode(),
            Outgoing::Presence(here) => Self::presence(here),
            Outgoing::Peers(PeerNews::Here) => RoomSaid::Here.encode(),
            Outgoing::Peers(PeerNews::Decided) => RoomSaid::Decided.encode(),
            Outgoing::Peers(PeerNews::Command(json)) => {
                RoomSaid::Command(Bytes::copy_from_slice(json.as_bytes())).encode()
            }
            _ => Bytes::new(),
        }
    }

    fn close(&self, _: CloseCode) -> Bytes {
        RoomSaid::Closed.encode()
    }

    fn ping(&self) -> Bytes {
        Bytes::new()
    }
}

/// The connection: what the room has said and the line has not heard yet.
#[derive(Clone, Default)]
pub(super) struct PeerPipe(Arc<SaidBytes>);

#[derive(Default)]
struct SaidBytes {
    bytes: Mutex<Vec<u8>>,
    arrived: Notify,
}

impl PeerPipe {
    /// All that the room has said since; what has not come whole stays.
    pub(super) fn take_said(&self) -> Vec<RoomSaid> {
        let mut waiting = lock(&self.0.bytes);
        let mut bytes = Bytes::from(std::mem::take(&mut *waiting));
        let said = std::iter::from_fn(|| RoomSaid::next(&mut bytes)).collect();
        waiting.extend_from_slice(&bytes);
        said
    }

    /// Waits until the room says something.
    pub(super) async fn arrived(&self) {
        self.0.arrived.notified().await;
    }
}

impl Pipe for PeerPipe {
    fn try_write(&self, bytes: &[u8]) -> io::Result<usize> {
        let mut waiting = lock(&self.0.bytes);
        // One that is larger by itself has to come whole, or the line could never read it.
        let room =
            if waiting.is_empty() { bytes.len() } else { MOST.saturating_sub(waiting.len()) };
        let taken = room.min(bytes.len());
        if taken == 0 {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        waiting.extend_from_slice(&bytes[..taken]);
        self.0.arrived.notify_one();
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_room_says_in_pieces_is_heard_whole_and_in_order() {
        let said = [
            RoomSaid::Update(Bytes::from_static(b"update")),
            RoomSaid::Presence {
                states: Bytes::from_static(b"s"),
                whose: Bytes::from_static(b"[]"),
            },
            RoomSaid::Here,
            RoomSaid::Command(Bytes::from_static(b"{}")),
            RoomSaid::Closed,
        ];
        let all: Vec<u8> = said.iter().flat_map(|said| said.encode()).collect();
        let (pipe, mut heard) = (PeerPipe::default(), Vec::new());
        for piece in all.chunks(3) {
            assert_eq!(pipe.try_write(piece).unwrap(), piece.len());
            heard.extend(pipe.take_said());
        }
        assert_eq!(heard, said);
    }

    #[test]
    fn a_line_that_does_not_listen_makes_the_room_wait_and_remember() {
        let pipe = PeerPipe::default();
        let half = vec![0; MOST / 2 + 1];
        assert_eq!(pipe.try_write(&half).unwrap(), half.len());
        assert_eq!(pipe.try_write(&half).unwrap(), MOST - half.len());
        let full = pipe.try_write(&half).unwrap_err();
        assert_eq!(full.kind(), io::ErrorKind::WouldBlock);
    }
}
