//! `@y/websocket-server`, the reference server of y-websocket.

use std::process::Command;

use anyhow::Result;

use super::{Peer, Server, free_port, install, start};
use crate::door::Door;

pub(super) const PEER: Peer = Peer {
    name: "y-websocket",
    about: "@y/websocket-server 0.1.1, yjs 13.6.27, on the machine's node",
    documents: true,
    install: || install::npm(FOLDER),
    start: serve,
};

const FOLDER: &str = "y-websocket";

fn serve() -> Result<Server> {
    let address = free_port()?;
    let mut node = Command::new("node");
    node.arg("node_modules/@y/websocket-server/src/server.js");
    node.current_dir(install::folder(FOLDER));
    node.env("HOST", "127.0.0.1").env("PORT", address.port().to_string());
    start(&mut node, address, move |room| Ok(Door::path(address, &format!("/room-{room}"))))
}
