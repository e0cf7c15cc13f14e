//! One plain HTTP request at a time.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
};

use anyhow::{Context, Result, ensure};
use flate2::read::GzDecoder;

/// An answer.
pub(crate) struct Answer {
    /// Bytes on the wire: head and body.
    pub(crate) wire: usize,
    /// Whether the body came as gzip.
    pub(crate) gzip: bool,
    /// The body, unpacked.
    pub(crate) text: String,
}

/// Posts JSON as the host; returns the answer's body.
pub(crate) fn post(address: SocketAddr, path: &str, key: &str, json: &str) -> Result<String> {
    ask(address, ("POST", path), key, json)
}

/// The same by any method.
pub(crate) fn ask(
    address: SocketAddr,
    (method, path): (&str, &str),
    key: &str,
    json: &str,
) -> Result<String> {
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {key}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{json}",
        json.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let (head, body) = answer.split_once("\r\n\r\n").context("no head")?;
    ensure!(head.starts_with("HTTP/1.1 2"), "{path}: {answer}");
    Ok(body.to_owned())
}

/// Fetches a path that has to answer 200, asking for gzip as browsers do.
pub(crate) fn get(address: SocketAddr, path: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    )?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").context("no head")? + 4;
    let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
    ensure!(
        head.starts_with("http/1.1 200"),
        "{path}: {}",
        head.lines().next().unwrap_or_default()
    );
    ensure!(!head.contains("transfer-encoding"), "{path}: a body in pieces");
    let gzip = head.contains("content-encoding: gzip");
    let body = &bytes[end..];
    let mut unpacked = Vec::new();
    if gzip {
        GzDecoder::new(body).read_to_end(&mut unpacked)?;
    } else {
        unpacked.extend_from_slice(body);
    }
    let text = String::from_utf8_lossy(&unpacked).into_owned();
    Ok(Answer { wire: bytes.len(), gzip, text })
}
