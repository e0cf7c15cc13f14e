//! The floor of a join: a server that accepts, answers anything, and writes as many bytes.

use std::{
    io::{Read, Write},
    net::TcpListener,
    time::Duration,
};

use anyhow::Result;
use fadepad_wire::{frame::binary, sync};

use super::{Peer, Server, own};
use crate::{client::Client, process::cpu_at_rest};

/// As the tables call it. It is measured where it makes sense, not in the row of servers.
pub(crate) const PEER: Peer = Peer {
    name: "bare write",
    about: "accepts, and writes as many bytes",
    documents: false,
    install: || Ok(()),
    start: || start(0),
};

/// Starts it in a process of its own.
pub(crate) fn start(bytes: usize) -> Result<Server> {
    Ok(own::start(&["--bare", &bytes.to_string()])?.0)
}

/// What each of those who connect and read costs it.
pub(crate) fn joins(server: &Server, people: usize) -> Result<Duration> {
    let door = server.door(0)?;
    let before = cpu_at_rest(server.pid())?;
    let mut guests = Vec::new();
    for _ in 0..people {
        let mut guest = Client::enter(&door)?;
        guest.send(&sync::step1(&[0]))?;
        guest.next()?;
        guests.push(guest);
    }
    Ok((cpu_at_rest(server.pid())? - before) / people as u32)
}

/// Listens on any port, prints it, and serves one after another until it is killed.
pub(crate) fn serve(bytes: usize) -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?.port());
    std::io::stdout().flush()?;
    let document = binary(&vec![0; bytes]);
    let mut held = Vec::new();
    loop {
        let (mut stream, _) = listener.accept()?;
        stream.set_nodelay(true)?;
        let _ = stream.read(&mut [0; 4_096])?;
        stream.write_all(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")?;
        let _ = stream.read(&mut [0; 4_096])?;
        stream.write_all(&document)?;
        held.push(stream);
    }
}
