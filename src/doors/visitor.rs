//! Who has connected at a door where a connection may have many pads, before any.

use crate::base::close::CloseCode;
use crate::base::ids::Origin;
use crate::room::lobby::Lobby;

/// A place among those who have shown no key yet; dropped when one is shown.
pub type Stranger = Box<dyn Send + Sync>;

/// Hears a key, where there was a valid one, and a close code.
pub type Noted = Box<dyn Fn(Option<&str>, CloseCode) + Send + Sync>;

/// Who has connected, before any pad.
pub struct Visitor {
    /// The pads.
    pub lobby: Lobby,
    /// The key that it connected with; each join may bring another.
    pub token: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Kept until it has shown a key, where it came without one that opens a pad: it has not long.
    pub stranger: Option<Stranger>,
    /// Whether one more pad may be made from there, by the instance's key.
    pub may_open: Box<dyn Fn() -> bool + Send + Sync>,
    /// Hears why seats of this client were closed, and with which key it had come.
    pub noted: Noted,
}

/// Why we closed a client's socket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The code that it was closed with.
    pub code: CloseCode,
    /// The last key that it had joined with.
    pub key: Option<Box<str>>,
    /// Whether it only sent what its protocol's own server would refuse as well.
    pub excused: bool,
}
