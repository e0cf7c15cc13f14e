//! A text over HTTP as it comes, however long it is or goes on; and a file that goes out whole.

use std::io::{self, BufRead as _, BufReader, Read, Write as _};
use std::time::Duration;

use serde_json::Value;

use super::PadEntry;
use crate::app::http::{HttpAnswer, connect, said_of};
use crate::app::pads::{Unanswered, judged, no_fadepad, unheard};
use crate::app::sealed::ServerLine;

/// How long nothing may come: a server that is followed says something every 15 s.
const PATIENCE: Duration = Duration::from_secs(40);
/// What is read of a refusal, and of a head, in bytes.
const MAX_REFUSAL: u64 = 64 << 10;
/// What is read of an answer that says what was taken, in bytes: it names what stays out.
const MAX_ANSWER: u64 = 1 << 20;

/// The body of what is at this path.
pub(super) fn open(
    entry: &PadEntry,
    path: &str,
) -> Result<BufReader<impl Read + use<>>, Unanswered> {
    answer(entry, ("GET", path, ""), &[])
}

/// Gives this body of this kind to what is at this path; returns what that says.
pub(super) fn send(
    entry: &PadEntry,
    (path, kind): (&str, &str),
    body: &[u8],
) -> Result<Value, Unanswered> {
    let kind = format!("Content-Type: {kind}\r\nContent-Length: {}\r\n", body.len());
    let mut said = String::new();
    let answered = answer(entry, ("POST", path, &kind), body)?.take(MAX_ANSWER);
    let read = { answered }.read_to_string(&mut said);
    read.map_err(|error| unheard(&entry.server, &error))?;
    serde_json::from_str(&said).map_err(|_| no_fadepad(&entry.server))
}

fn answer(
    entry: &PadEntry,
    (method, path, kind): (&str, &str, &str),
    given: &[u8],
) -> Result<BufReader<impl Read + use<>>, Unanswered> {
    let PadEntry { server, key, .. } = entry;
    let said = said_of(server);
    // By HTTP/1.0 no answer comes in chunks.
    let head = format!(
        "{method} {path} HTTP/1.0\r\nHost: {server}\r\n{said}Authorization: Bearer {key}\r\n{kind}\
         Accept: application/json\r\nConnection: close\r\n\r\n"
    );
    let failed = |error: io::Error| unheard(server, &error);
    let stream = connect(server, PATIENCE).map_err(failed)?;
    let (status, length, mut body) = ask(stream, &head, given).map_err(failed)?;
    if status == 200 {
        return Ok(BufReader::new(WholeBody { body, left: length }));
    }
    let mut refusal = String::new();
    let _ = body.by_ref().take(MAX_REFUSAL).read_to_string(&mut refusal);
    let json = serde_json::from_str(&refusal).unwrap_or_default();
    let refused = judged(HttpAnswer { status, location: None, json }, || no_fadepad(server));
    Err(refused.err().unwrap_or_else(|| no_fadepad(server)))
}

type Asked = (u16, Option<u64>, BufReader<Box<dyn ServerLine>>);

fn ask(mut stream: Box<dyn ServerLine>, head: &str, given: &[u8]) -> io::Result<Asked> {
    stream.write_all(head.as_bytes())?;
    // Whoever refuses it may not read it: the answer says why.
    let _ = stream.write_all(given).and_then(|()| stream.flush());
    let mut body = BufReader::new(stream);
    let (mut status, mut length) = (None, None);
    loop {
        let mut line = String::new();
        let read = body.by_ref().take(MAX_REFUSAL).read_line(&mut line)?;
        let line = line.trim_end();
        if read == 0 || line.is_empty() {
            break;
        }
        match (status, line.split_once(':')) {
            (None, _) => status = line.split(' ').nth(1).and_then(|status| status.parse().ok()),
            (_, Some((name, value))) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().ok();
            }
            _ => {}
        }
    }
    let status = status.ok_or(io::ErrorKind::InvalidData)?;
    Ok((status, length, body))
}

/// A body that fails where it ends before all of it has come: half a text is none.
struct WholeBody<R> {
    body: R,
    left: Option<u64>,
}

impl<R: Read> Read for WholeBody<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.body.read(into)?;
        if let Some(left) = &mut self.left {
            if read == 0 && *left > 0 && !into.is_empty() {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            *left = left.saturating_sub(read as u64);
        }
        Ok(read)
    }
}
