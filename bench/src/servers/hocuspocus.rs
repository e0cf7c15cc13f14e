//! `@hocuspocus/server`. It names the document before each message and wants a token first.

use std::process::Command;

use anyhow::Result;
use fadepad_lib0::{put_buffer, put_uint};

use super::{Peer, Server, free_port, install, start};
use crate::{door::Door, protocol::Protocol};

pub(super) const PEER: Peer = Peer {
    name: "Hocuspocus",
    about: "@hocuspocus/server 4.7.0, yjs 13.6.33, on node 22 from npm",
    documents: true,
    install: || install::npm(FOLDER),
    start: serve,
};

const FOLDER: &str = "hocuspocus";

fn serve() -> Result<Server> {
    let address = free_port()?;
    let folder = install::folder(FOLDER);
    let mut node = Command::new(folder.join("node_modules/.bin/node"));
    node.args(["server.mjs", &address.port().to_string()]).current_dir(folder);
    start(&mut node, address, move |room| {
        let mut prefix = Vec::new();
        put_buffer(&mut prefix, format!("room-{room}").as_bytes());
        let hello = vec![token()];
        let protocol = Protocol::Yjs { prefix };
        Ok(Door { protocol, hello, ..Door::path(address, "/") })
    })
}

/// Its message `Auth` with an empty token: nobody asks for more here.
fn token() -> Vec<u8> {
    const AUTH: u64 = 2;
    const TOKEN: u64 = 0;
    let mut message = Vec::new();
    put_uint(&mut message, AUTH);
    put_uint(&mut message, TOKEN);
    put_buffer(&mut message, b"");
    message
}
