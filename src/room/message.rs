//! What goes into a room's decisions and what comes out: no sockets, no tasks, no frames.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use fadepad_store::Share;
pub use fadepad_wire::extra::Hand;

use crate::base::close::CloseCode;
use crate::base::colour::Colour;
use crate::base::door::Door;
use crate::base::ids::{EndCause, Epoch, Origin, Person, Role, SeatId};
use crate::base::names::PadName;
use crate::base::why::Why;
use crate::room::core::access_change::{AccessChange, Writing};
use crate::room::core::call::Ending;
use crate::room::core::here::{Here, KnownClient};
use crate::room::core::knocks::Knocker;
use crate::room::core::pass::Pass;
use crate::room::core::peer_news::PeerNews;
use crate::room::core::retention::Retention;
use crate::room::core::seat_kind::SeatKind;

/// Somebody who wants a seat.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// The seat's id.
    pub seat: SeatId,
    /// What sits there.
    pub kind: SeatKind,
    /// Whose it is: by the key, or for this connection alone.
    pub person: Person,
    /// Whether they have a key of their own, and are the same when they come again.
    pub own: bool,
    /// What their key says that they may do.
    pub role: Role,
    /// The links that it comes from.
    pub generation: u16,
    /// Where it comes from, where that is known: all seats of one address have a share together.
    pub origin: Option<Origin>,
    /// The page's own secret, the same for all its connections: the next one replaces the last.
    pub tab: Option<Tab>,
}

impl Arrival {
    /// What the host's decisions are about.
    #[must_use]
    pub fn pass(&self) -> Pass {
        let Self { role, generation, person, .. } = *self;
        Pass { role, generation, person: Some(person) }
    }
}

/// A random number that a page keeps to itself.
pub type Tab = u128;

/// A name for one message, given by a seat that wants to know what became of it.
pub type Ticket = Box<str>;

/// A message, and the name by which its sender wants to know what became of it, if they do.
#[derive(Clone, Debug)]
pub struct Said {
    /// The message.
    pub message: Message,
    /// Its name.
    pub ticket: Option<Ticket>,
}

impl From<Message> for Said {
    fn from(message: Message) -> Self {
        Self { message, ticket: None }
    }
}

/// One message of a seat, whatever dialect it came in.
#[derive(Clone, Debug)]
pub enum Message {
    /// The seat's state vector: it wants what it lacks.
    StateVector(Bytes),
    /// The seat's state vector: it wants to know what of it was taken.
    Acknowledge(Bytes),
    /// An update. `live` tells what was just typed from history of any author.
    Update {
        /// The update's bytes, v1.
        bytes: Bytes,
        /// Typed just now by this seat's own people.
        live: bool,
    },
    /// Presence states.
    Presence(Bytes),
    /// "Tell me everyone's presence."
    Query,
    /// What who sits here is called.
    Hello {
        /// The name that others see.
        name: String,
        /// The colour that others see, where one was told.
        colour: Option<Colour>,
    },
    /// "Tell me when everything so far is taken": a number, and a client id that is asked for.
    Ping(u64, Option<u64>),
    /// The host decides about the pad's life.
    Steer(HostCommand),
    /// "I have what I need of it": an answer to the last call.
    Answer,
    /// "Another minute, please."
    More,
    /// "I would like to write", or no more.
    Hand(bool),
    /// Something that is only counted: a ping of the socket, a message of a later protocol.
    Other,
    /// Bytes that are no message.
    Malformed,
    /// A message larger than any.
    TooLarge,
}

/// What a host decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostCommand {
    /// It ends after a last call of this time, or of the usual one; zero: now.
    End(Option<Duration>),
    /// The program is stopped: it ends within this time, and nobody can put it off.
    Stop(Duration),
    /// The program goes, and waits for nobody any more.
    Leave,
    /// It is not ended after all.
    Stay,
    /// Its text goes on in another life, which stands ready.
    Afresh,
    /// How long it is kept.
    Keep(Retention),
    /// Who comes in, and who writes.
    Access(AccessChange),
    /// Somebody who waits at the door is let in, or not now.
    Knock {
        /// Who.
        person: Person,
        /// Whether they come in.
        let_in: bool,
    },
    /// What it is called; `None`: by its name.
    Title(Option<String>),
    /// This person goes.
    ShowOut {
        /// Who.
        person: Person,
        /// Nobody new comes in from where they are.
        address: bool,
    },
}

impl HostCommand {
    /// Whether a restart has to find what comes of it: who comes in, and who writes.
    #[must_use]
    pub fn decides(&self) -> bool {
        matches!(self, Self::Access(_) | Self::Knock { .. } | Self::ShowOut { .. })
    }

    /// Whether it takes from this host what makes them one: so a pad could be left without any.
    #[must_use]
    pub fn takes_from(&self, host: Person) -> bool {
        match *self {
            Self::Access(AccessChange::Role(person, role)) => {
                person == host && role != Some(Role::Host)
            }
            Self::Access(AccessChange::ShowOut { person, .. }) | Self::ShowOut { person, .. } => {
                person == host
            }
            _ => false,
        }
    }
}

/// One thing to do after a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Tell one seat.
    To(SeatId, Outgoing),
    /// Tell these pages of ours the same.
    ToPages(Vec<SeatId>, String),
    /// Close a seat.
    Close(SeatId, CloseCode),
    /// The same where its guest may hear no more: what their socket has not taken is dropped.
    Bar(SeatId, CloseCode),
    /// The pad has ended: close every seat, and hold nothing back for any.
    End,
    /// A seat was replaced by the same page's next connection: let go of it.
    Replace(SeatId),
    /// Somebody else speaks for this seat's clients: find out whether it is still there.
    Probe(SeatId),
    /// Tell the server.
    Event(Event),
}

/// A message to one seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outgoing {
    /// The first word to a seat that hears of the pad's life.
    Welcome {
        /// What message 101 says.
        json: String,
        /// The pad, for who wanted it whole.
        whole: Option<Whole>,
    },
    /// The room's own state vector: "send me what I lack".
    Step1(Vec<u8>),
    /// What the seat lacks.
    Step2(Bytes),
    /// Which ids of the seat's are taken, as an update without content.
    Acknowledged(Bytes),
    /// Presence states of others.
    Presence(Here),
    /// "You have gone, as far as we know": asks a client for its next clock.
    Gone(Vec<u8>),
    /// "You may not."
    Denied,
    /// JSON for a page of ours.
    Page(String),
    /// The message of this ticket is taken.
    Taken(Ticket),
    /// The message of this ticket is not taken, and why.
    Refused(Ticket, Why),
    /// News for the line to other machines.
    Peers(PeerNews),
    /// What the seat lacks by the state vector that came with this ticket.
    Lacking(Ticket, Whole),
}

/// A pad's content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// One update with all of it, or with all that somebody lacks.
    pub update: Bytes,
    /// Its state vector.
    pub vector: Vec<u8>,
}

/// What the room gathered since the last flush, for all its seats.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// What the store took.
    pub update: Option<Bytes>,
    /// Its deletions are not only what authors named when they typed: they don't tell what those had seen.
    pub is_history: bool,
    /// Who changed, and whose the clients are that are here.
    pub presence: Option<Here>,
    /// What was known before of those who changed.
    pub before: Vec<KnownClient>,
    /// The seat that all of it came from, where it is one: it knows it already.
    pub author: Option<SeatId>,
}

/// What a room tells the server. Never content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The pad.
    pub pad: PadName,
    /// Its life.
    pub epoch: Epoch,
    /// What happened.
    pub kind: EventKind,
}

/// What happened in a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// A life has begun.
    Opened,
    /// Somebody came.
    Joined(People),
    /// Somebody who is here has told a name.
    Named(People),
    /// Somebody left.
    Left(People),
    /// Somebody wants to come in.
    Knock {
        /// Who.
        who: Knocker,
        /// How many wait now.
        of: usize,
        /// Whether they were shown out before.
        was_out: bool,
        /// Whether they waited already, and are called something else since.
        again: bool,
    },
    /// Everyone has left.
    Fading {
        /// Until the end.
        ends_in: Duration,
    },
    /// People are offered a copy before the end.
    Ending {
        /// Until the end.
        ends_in: Duration,
        /// How many are asked.
        people: usize,
        /// Who ends it, where that is known.
        by: Option<String>,
        /// The word for why it ends.
        why: &'static str,
        /// How many more minutes can be asked for.
        more: u8,
        /// Whether somebody has asked for one of them just now.
        given: bool,
    },
    /// Somebody has put as much into the pad as one may, and is refused more.
    Filling {
        /// The name, where one was told.
        name: Option<String>,
        /// What is theirs.
        share: Share,
    },
    /// The host lets it live after all.
    Stays,
    /// It goes on at another machine; its end here is told after this.
    HandedOn {
        /// Where people find it there.
        to: Arc<[String]>,
    },
    /// It came from another machine, and whoever was to come over from there has come.
    Taken {
        /// Pages that were left there; `None`: that machine was not heard to the end.
        left: Option<u64>,
    },
    /// The machine that took it is silent: it stays.
    NotHandedOn,
    /// It is over.
    Ended(Receipt),
    /// Copies of it were made on this machine, since its host wants them; this comes before the end is told.
    Kept {
        /// The files.
        files: Vec<PathBuf>,
        /// Why there is none, or not each.
        failed: Option<String>,
    },
    /// A page has dropped its copy of a pad that has ended.
    CopyDropped {
        /// How many people's pages have.
        dropped: usize,
    },
    /// The room failed and was opened again.
    Failed,
    /// The links of this role that were given out so far open nothing any more.
    NewLinks(Role),
    /// How those come in from now on who are new.
    Door(Door),
    /// Whether who comes by code is asked for a PIN, or for another one.
    Pin(bool),
    /// Who may write, all told.
    Writing(Writing),
    /// Who has the pencil.
    Pencil(Person),
    /// Whether walls show the text, too.
    TextOnWalls(bool),
    /// Who asks to write, where that has changed.
    Hands {
        /// How many.
        count: usize,
        /// The first of them.
        of: Vec<Hand<'static>>,
    },
    /// What a host lets somebody do; `None`: what their key says.
    Role(Person, Option<Role>),
    /// Who was shown out.
    ShownOut(Person),
    /// Somebody who knocked was let in, or not now.
    Answered(Person, bool),
}

impl EventKind {
    /// Whether somebody who reads now may read no more after it.
    pub(super) fn changes_who_reads(&self) -> bool {
        matches!(self, Self::NewLinks(_) | Self::Role(..) | Self::ShownOut(_))
    }
}

/// Who is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// The first few names.
    pub names: Vec<String>,
    /// The colours that these have chosen, where they were told.
    pub colours: Vec<Option<Colour>>,
    /// Distinct people.
    pub people: usize,
    /// Connections.
    pub devices: usize,
}

/// What is left of an ended pad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Why it ended.
    pub cause: EndCause,
    /// Bytes that were dropped: of the encoded store, and of the pictures and files in it.
    pub bytes: usize,
    /// People who were there.
    pub people: usize,
    /// Those of them who were told.
    pub people_told: usize,
    /// The grace that it had.
    pub grace: Duration,
    /// Files with its text that this program has kept for the host at its end. What people keep themselves it does not know.
    pub files_kept: usize,
}

/// A room as others may see it.
#[derive(Clone, Debug)]
pub struct Overview {
    /// `waiting`, `alive`, `fading` or `ended`.
    pub state: &'static str,
    /// Who is there.
    pub people: People,
    /// Bytes of the encoded store.
    pub bytes: usize,
    /// The time the pad outlives its last person.
    pub grace: Duration,
    /// How many wait at the door.
    pub knocks: usize,
    /// Time to the end, where it is known.
    pub ends_in: Option<Duration>,
    /// The last call that runs.
    pub ending: Option<Ending>,
    /// Whether the grace ends it.
    pub fades: bool,
    /// Time to the end that comes whatever the host decides.
    pub hard_end: Duration,
    /// What is left of it, once it has ended.
    pub ended: Option<Receipt>,
}
