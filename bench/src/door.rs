//! How a guest enters a room of any of the servers: the request that opens the socket, and what is spoken
//! there.

use std::net::SocketAddr;

use crate::protocol::Protocol;

/// How one enters a room, and what is spoken there.
#[derive(Clone)]
pub(crate) struct Door {
    /// Where the server listens.
    pub(crate) address: SocketAddr,
    /// The request that opens a socket.
    pub(crate) request: String,
    /// What is spoken.
    pub(crate) protocol: Protocol,
    /// Messages without prefix that come before all others.
    pub(crate) hello: Vec<Vec<u8>>,
}

impl Door {
    /// A room that is named by the path alone.
    pub(crate) fn path(address: SocketAddr, path: &str) -> Self {
        let (request, protocol) = (upgrade(address, path, ""), Protocol::plain());
        Self { address, request, protocol, hello: Vec::new() }
    }

    /// A message of y-protocols as it goes over the wire.
    pub(crate) fn wrap(&self, message: &[u8]) -> Vec<u8> {
        [self.protocol.prefix(), message].concat()
    }

    /// The message of y-protocols in a payload.
    pub(crate) fn unwrap<'a>(&self, payload: &'a [u8]) -> &'a [u8] {
        payload.strip_prefix(self.protocol.prefix()).unwrap_or(payload)
    }
}

/// The request that opens a socket (RFC 6455 §4.1). The nonce may be constant: nothing caches.
pub(crate) fn upgrade(address: SocketAddr, path: &str, more: &str) -> String {
    format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{more}\r\n"
    )
}
