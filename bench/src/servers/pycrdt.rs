//! `pycrdt-websocket`, which Jupyter uses: yrs under Python, here on uvicorn with uvloop.

use std::process::Command;

use anyhow::Result;

use super::{Peer, Server, free_port, install, start};
use crate::door::Door;

pub(super) const PEER: Peer = Peer {
    name: "pycrdt",
    about: "pycrdt-websocket 0.16.5, pycrdt 0.14.13, uvicorn 0.54 with uvloop",
    documents: true,
    install: || install::pip(FOLDER),
    start: serve,
};

const FOLDER: &str = "pycrdt";

fn serve() -> Result<Server> {
    let address = free_port()?;
    let folder = install::folder(FOLDER);
    let mut python = Command::new(folder.join("venv/bin/python"));
    python.args(["server.py", &address.port().to_string()]).current_dir(folder);
    start(&mut python, address, move |room| Ok(Door::path(address, &format!("/room-{room}"))))
}
