//! One request by plain HTTP, for commands: to the instance that runs here, or to where a link leads.

use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs as _};
use std::time::Duration;

use serde_json::Value;

use crate::base::authority::Authority;

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(8);
/// What an answer may hold: a list of 256 pads with their links is 400 kB.
const MAX_ANSWER: u64 = 4 << 20;
/// Where plain HTTP is, unless a link says otherwise.
const PORT: u16 = 80;

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
pub(super) fn ask(server: &Authority, ask: &Ask<'_>) -> io::Result<HttpAnswer> {
    exchange(connect(server)?, &server.to_string(), ask)
}

/// Connects to the server of this name.
pub(super) fn connect(server: &Authority) -> io::Result<TcpStream> {
    let at = (server.host(), server.port().unwrap_or(PORT)).to_socket_addrs()?;
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
    exchange(stream, &format!("localhost:{}", address.port()), ask)
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

fn exchange(mut stream: TcpStream, host: &str, ask: &Ask<'_>) -> io::Result<HttpAnswer> {
    let Ask { method, path, key, body } = ask;
    stream.set_read_timeout(Some(PATIENCE))?;
    // By HTTP/1.0 no answer comes in chunks.
    write!(
        stream,
        "{method} {path} HTTP/1.0\r\nHost: {host}\r\nAuthorization: Bearer {key}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    stream.take(MAX_ANSWER).read_to_end(&mut answer)?;
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
