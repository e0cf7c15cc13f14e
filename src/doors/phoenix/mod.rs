//! The Phoenix door: one connection has many topics, and each topic is a seat in the room of its
//! pad. The official client (1.8), its Presence and y-phoenix-channel speak to it unchanged.

mod channel;
mod encode;
mod join;
mod line;
mod people;
mod poll;
mod topic;

pub use fadepad_wire::phoenix::Version;

pub use self::channel::DocEvent;
use self::line::TopicLine;
pub use self::poll::{Polled, Polls};
use super::many;
use super::socket::Socket;
use super::visitor::{Closed, Visitor};
use crate::base::clock::now;
use crate::base::stop::Stop;

/// A client that has connected.
pub struct PhoenixClient {
    /// Who it is.
    pub visitor: Visitor,
    /// How it wants to be spoken to.
    pub version: Version,
    /// Whether only text reaches it, as by long polling.
    pub only_text: bool,
}

/// Serves a client until one of both goes. Tells why we closed the socket, where it was us.
pub fn enter(
    socket: Socket,
    client: PhoenixClient,
    stop: &Stop,
) -> impl Future<Output = Option<Closed>> {
    many::enter(socket, stop, |pipe| TopicLine::new(client, pipe, now()))
}
