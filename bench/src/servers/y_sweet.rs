//! `y-sweet`: yrs behind axum, here without a store. It is built from source, for minutes.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::PathBuf,
    process::Command,
};

use anyhow::{Result, ensure};

use super::{Peer, Server, free_port, install, start};
use crate::door::Door;

pub(super) const PEER: Peer = Peer {
    name: "y-sweet",
    about: "y-sweet 0.9.1, yrs 0.19, no store, as many threads as cores",
    documents: true,
    install: || if binary().exists() { Ok(()) } else { install::cargo(NAME, "0.9.1") },
    start: serve,
};

const NAME: &str = "y-sweet";

/// Where `cargo install` puts it.
pub(super) fn binary() -> PathBuf {
    install::folder(NAME).join("bin").join(NAME)
}

fn serve() -> Result<Server> {
    let address = free_port()?;
    let mut sweet = Command::new(binary());
    sweet.args(["serve", "--host", "127.0.0.1", "--port", &address.port().to_string()]);
    start(&mut sweet, address, move |room| {
        let room = format!("room-{room}");
        open(address, &room)?;
        Ok(Door::path(address, &format!("/d/{room}/ws/{room}")))
    })
}

/// A document has to be made before anybody enters it.
fn open(address: SocketAddr, room: &str) -> Result<()> {
    let body = format!(r#"{{"docId":"{room}"}}"#);
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "POST /doc/new HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    ensure!(answer.starts_with("HTTP/1.1 200"), "no new document: {answer}");
    Ok(())
}
