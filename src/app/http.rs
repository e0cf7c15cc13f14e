//! One request by HTTP or HTTPS, for commands: to the instance that runs here, or to where a link leads.

use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs as _};
use std::time::Duration;

use serde_json::Value;

use super::sealed::{ServerLine, seal};
use crate::base::target::{Seal, Server};

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(8);
/// What an answer may hold: a list of 256 pads with their links is 400 kB.
const MAX_ANSWER: u64 = 4 << 20;
/// The same for a pad that is taken over: the largest that a server holds, in base64.
const MAX_WHOLE: u64 = 96 << 20;
/// What stands before a file.
const MAX_HEAD: u64 = 16 << 10;
/// Where HTTP is, unless a link says otherwise.
const PORT: u16 = 80;
/// Where HTTPS is.
const SEALED_PORT: u16 = 443;
/// What a proxy of this machine says that was itself asked by TLS.
pub(super) const PROXIED: (&str, &str) = ("x-forwarded-proto", "https");

/// What is asked.
pub(super) struct Ask<'a> {
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) key: &'a str,
    pub(super) body: String,
}

/// The answer: its status, where it leads to, and the JSON in it.
pub(super) struct HttpAnswer {
    pub(super) status: u16,
    pub(super) location: Option<String>,
    /// Null where there is none, or where it was cut off.
    pub(super) json: Value,
}

/// Asks the server of this name.
pub(super) fn ask(server: &Server, ask: &Ask<'_>) -> io::Result<HttpAnswer> {
    let line = connect(server, PATIENCE)?;
    exchange((line, MAX_ANSWER), (&server.to_string(), said_of(server)), ask)
}

/// The same for a whole pad.
pub(super) fn ask_whole(server: &Server, ask: &Ask<'_>) -> io::Result<HttpAnswer> {
    let line = connect(server, PATIENCE)?;
    exchange((line, MAX_WHOLE), (&server.to_string(), said_of(server)), ask)
}

/// The bytes of what is at this path, which are as many as it is said to have.
pub(super) fn bytes_at(server: &Server, path: &str, bytes: usize) -> io::Result<Vec<u8>> {
    let mut line = connect(server, PATIENCE)?;
    let (said, broken) = (said_of(server), || io::Error::from(io::ErrorKind::InvalidData));
    write!(line, "GET {path} HTTP/1.0\r\nHost: {server}\r\n{said}Connection: close\r\n\r\n")?;
    line.flush()?;
    let mut answer = Vec::with_capacity(bytes);
    line.take(bytes as u64 + MAX_HEAD).read_to_end(&mut answer)?;
    let head = answer.windows(4).position(|end| end == b"\r\n\r\n").ok_or_else(broken)?;
    let is_there = answer.starts_with(b"HTTP/1.1 200 ") || answer.starts_with(b"HTTP/1.0 200 ");
    let body = answer.split_off(head + 4);
    if is_there && body.len() == bytes { Ok(body) } else { Err(broken()) }
}

/// The port of this server.
pub(super) fn port(server: &Server) -> u16 {
    let usual = match server.seal {
        Seal::Open | Seal::Proxied => PORT,
        Seal::Trusted | Seal::Pinned(_) => SEALED_PORT,
    };
    server.at.port().unwrap_or(usual)
}

/// A line of the head that this server is told how it was asked by.
pub(super) fn said_of(server: &Server) -> String {
    let (name, value) = PROXIED;
    if server.seal == Seal::Proxied { format!("{name}: {value}\r\n") } else { String::new() }
}

/// Connects to the server of this name; nothing may take longer than `patience`.
pub(super) fn connect(server: &Server, patience: Duration) -> io::Result<Box<dyn ServerLine>> {
    let stream = connect_bare(server)?;
    stream.set_read_timeout(Some(patience))?;
    stream.set_write_timeout(Some(patience))?;
    match server.seal {
        Seal::Open | Seal::Proxied => Ok(Box::new(stream)),
        Seal::Trusted => seal(stream, &server.at, None),
        Seal::Pinned(pinned) => seal(stream, &server.at, Some(pinned)),
    }
}

/// Connects to where it listens.
pub(super) fn connect_bare(server: &Server) -> io::Result<TcpStream> {
    let at = (server.at.host(), port(server)).to_socket_addrs()?;
    let mut last = io::Error::from(io::ErrorKind::AddrNotAvailable);
    for address in at {
        match TcpStream::connect_timeout(&address, PATIENCE) {
            Ok(stream) => return Ok(stream),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Asks the server that listens there on this machine.
pub(super) fn ask_here(address: SocketAddr, ask: &Ask<'_>) -> io::Result<HttpAnswer> {
    let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let host = format!("localhost:{}", address.port());
    exchange((stream, MAX_ANSWER), (&host, String::new()), ask)
}

/// What `/readyz` says there. A server with TLS answers a proxy of this machine without leading it round.
pub(super) fn ready(address: SocketAddr) -> io::Result<(u16, String)> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "GET /readyz HTTP/1.0\r\nHost: {address}\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.take(MAX_ANSWER).read_to_string(&mut answer)?;
    let (head, body) = answer.split_once("\r\n\r\n").ok_or(io::ErrorKind::InvalidData)?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    Ok((status.ok_or(io::ErrorKind::InvalidData)?, body.trim().to_owned()))
}

fn exchange(
    (mut stream, most): (impl ServerLine, u64),
    (host, said): (&str, String),
    ask: &Ask<'_>,
) -> io::Result<HttpAnswer> {
    let Ask { method, path, key, body } = ask;
    // By HTTP/1.0 no answer comes in chunks.
    write!(
        stream,
        "{method} {path} HTTP/1.0\r\nHost: {host}\r\n{said}Authorization: Bearer {key}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    stream.flush()?;
    let mut answer = Vec::new();
    stream.take(most).read_to_end(&mut answer)?;
    let answer = String::from_utf8(answer).map_err(io::Error::other)?;
    let (head, body) = answer.split_once("\r\n\r\n").ok_or(io::ErrorKind::InvalidData)?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or(io::ErrorKind::InvalidData)?;
    let location = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("location").then(|| value.trim().to_owned())
    });
    Ok(HttpAnswer { status, location, json: serde_json::from_str(body).unwrap_or_default() })
}
