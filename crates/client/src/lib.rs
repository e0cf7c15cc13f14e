//! One async guest of a pad. It enters by the door of y-websocket or by that of Phoenix, sends and hears
//! updates of Yjs, presence and Fadepad's own messages, answers pings, and tells with which code it was
//! closed. It keeps no document: whoever holds one asks with its state vector and applies what comes.
//!
//! ```text
//! entrance   which door, pad and key: the request
//! socket     frames over any stream; the one place that names the WebSocket library
//! channels   Phoenix' messages over a socket
//! guest      one seat, by either door
//! ```

#![forbid(unsafe_code)]

/// The example of the README is tried.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct ClientReadme;

mod channels;
mod entrance;
mod guest;
mod socket;

pub use channels::{ChannelEvent, ChannelMessage, ChannelPayload, Channels, PushTarget};
pub use entrance::{Encoding, Entrance, Protocol};
pub use fadepad_wire::awareness::Entry;
pub use fadepad_wire::extra::{FromPage, ToPage};
pub use guest::{Guest, PeerState, Received};
pub use socket::{Close, Error, Frame, Request, WebSocket, request};
