//! One pad = one task. A guest is a guest: the room has one kind of member, the seat, and does not
//! know which transport brought it.

pub mod at_end;
pub mod core;
pub mod files;
mod followers;
mod handle;
mod health;
pub mod lobby;
mod mentions;
pub mod message;
pub mod readings;
mod seat;
pub mod send;
mod task;

use std::sync::Arc;

use bytes::Bytes;
use fadepad_wire::extra::WaitingGuest;
use tokio::sync::oneshot;

use self::core::budget::Arriving;
use self::core::filled::Filled;
use self::core::handing::{HandOn, Handed, NotHanded};
use self::core::knocking::{Answered, AtDoor};
use self::core::pass::Pass;
use self::core::peer_words::{PeerAnswer, PeerWord};
use self::core::persons::Present;
use self::core::steering::NotSteered;
pub use self::followers::{Following, TextFollower};
pub use self::handle::RoomHandle;
use self::message::{Arrival, HostCommand, Overview, Said};
use self::readings::{AsForm, Reading, Rendered};
pub use self::seat::Seat;
use self::send::outbound::Outbound;
use crate::base::clock::now;
use crate::base::close::CloseCode;
use crate::base::ids::SeatId;
use crate::base::why::Why;

/// What a room's task hears. Seats and the server send, the task receives; what is full makes the
/// sender wait, and nothing may be repeated.
enum Inbox {
    Arrive {
        arrival: Arrival,
        outbound: Arc<Outbound>,
        reply: oneshot::Sender<Result<(), CloseCode>>,
    },
    Depart(SeatId),
    /// With what a large message holds while it waits.
    Say(SeatId, Said, Option<Large>),
    Behind(SeatId),
    Look(oneshot::Sender<Overview>),
    /// What somebody decides by a call, all of it or nothing, and what their key says; `None`: the server itself.
    Steer(Option<Pass>, Vec<HostCommand>, oneshot::Sender<Result<Overview, NotSteered>>),
    AtDoor(AtDoor, oneshot::Sender<Answered>),
    Knocks(oneshot::Sender<Vec<WaitingGuest>>),
    Guessing(u32),
    History,
    /// Somebody has come by later links than the room knew of: it looks at that in each turn.
    NewLinks,
    Filled(Vec<u64>, oneshot::Sender<Filled>),
    Persons(oneshot::Sender<Vec<Present>>),
    /// Somebody reads the pad in this form.
    Read(AsForm, oneshot::Sender<Reading>),
    Rendered(Rendered, oneshot::Sender<()>),
    /// A file has come, to which nothing refers yet: the room looks at that from now on.
    NewFile,
    /// Somebody without a connection writes once.
    Write(Arrival, Bytes, oneshot::Sender<Result<(), Why>>),
    /// Another machine takes it.
    HandOn(Pass, HandOn, oneshot::Sender<Result<Handed, NotHanded>>),
    /// What was written at the machine that it was taken from.
    Bring(Bytes, oneshot::Sender<Option<Vec<u8>>>),
    /// The line to the other machines that have the pad.
    Peer(PeerWord, oneshot::Sender<PeerAnswer>),
    /// Nobody comes over from there any more.
    Awaited,
    Leave(CloseCode),
    Fail,
}

/// What a large message holds until its turn.
struct Large {
    /// The memory that it takes.
    memory: Box<Arriving>,
    /// Dropped when it was looked at: its seat says nothing more before that.
    turn: oneshot::Sender<()>,
}

/// A room that does not answer has failed or has just ended: who comes back learns which.
const GONE: CloseCode = CloseCode::Restarting;
