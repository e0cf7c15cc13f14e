//! The Hocuspocus door: one connection has many documents, and each document is a seat in the room of its
//! pad. The provider of today (4.8) speaks to it unchanged.

mod document;
mod encode;
mod line;

use self::line::DocumentLine;
use super::many;
use super::socket::Socket;
use super::visitor::{Closed, Visitor};
use crate::base::clock::now;
use crate::base::stop::Stop;

/// A provider that has connected.
pub struct HocuspocusClient {
    /// Who it is.
    pub visitor: Visitor,
    /// Whether pads that it makes begin with the empty paragraph of our page.
    pub seeded: bool,
}

/// Serves a client until one of both goes. Tells why we closed the socket, where it was us.
pub fn enter(
    socket: Socket,
    client: HocuspocusClient,
    stop: &Stop,
) -> impl Future<Output = Option<Closed>> {
    many::enter(socket, stop, |pipe| DocumentLine::new(client, pipe, now()))
}
