//! The floor of a join: a server that accepts, answers anything, and writes as many bytes.

use std::{
    io::{Read, Write},
    net::TcpListener,
};

use anyhow::Result;
use fadepad::wire::frame::binary;

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
