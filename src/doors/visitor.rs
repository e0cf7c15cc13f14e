//! Who has connected at a door where a connection may have many pads, before any.

use crate::base::close::CloseCode;

/// A place among those who have shown no key yet; dropped when one is shown.
pub type Stranger = Box<dyn Send + Sync>;

/// Hears a key, where there was a valid one, and a close code.
pub type Noted = Box<dyn Fn(Option<&str>, CloseCode) + Send + Sync>;

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
