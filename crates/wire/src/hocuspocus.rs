//! Hocuspocus 4: y-protocols with the name of a document in front of each message, and a few messages of its own.
//! Also how who speaks it is known where it is not spoken.

use fadepad_lib0::{Cut, Reader, put_buffer, put_uint};

use super::{awareness, sync};

const SYNC: u64 = 0;
const AWARENESS: u64 = 1;
const AUTH: u64 = 2;
const QUERY_AWARENESS: u64 = 3;
/// Of the kinds of a sync: the client's state vector, and what was typed. A step 2 only answers.
const STEP1: u64 = 0;
const UPDATE: u64 = 2;
/// Of the kinds of an authentication: the client's token.
const TOKEN: u64 = 0;

const STATELESS: u64 = 5;
const CLOSE: u64 = 7;
const SYNC_STATUS: u64 = 8;
/// Of an authentication: the server's two answers.
const DENIED: u64 = 1;
const AUTHENTICATED: u64 = 2;
/// A frame of this one byte, about no document.
const PING: u8 = 9;
const PONG: u8 = 10;
/// Between a document's name and the session of a provider that shares its connection with another of that name.
const SESSION: char = '\0';

/// One frame of a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProviderFrame<'a> {
    /// Something about a document.
    Of(DocumentName<'a>, DocumentMessage<'a>),
    /// "Are you there?"
    Ping,
    /// "I am."
    Pong,
}

/// Which document a message is about, as its provider writes it: answers have to repeat it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentName<'a>(pub &'a str);

impl<'a> DocumentName<'a> {
    /// The document's name, without the session behind it.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.0.split_once(SESSION).map_or(self.0, |(name, _)| name)
    }
}

/// What a provider says about a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentMessage<'a> {
    /// A message of y-protocols.
    Y(sync::Message<'a>),
    /// "This is my key."
    Token(&'a str),
    /// Something for other providers, which is no part of the document.
    Stateless(&'a str),
    /// "I go."
    Close,
    /// Something that only servers say, or of a later protocol.
    Unknown(u64),
    /// It begins like one of these, and goes on like none.
    Malformed,
}

/// Reads a frame, which holds one message.
///
/// # Errors
/// Where it names no document.
pub fn read(frame: &[u8]) -> Result<ProviderFrame<'_>, Cut> {
    match *frame {
        [PING] => return Ok(ProviderFrame::Ping),
        [PONG] => return Ok(ProviderFrame::Pong),
        _ => {}
    }
    let mut reader = Reader::new(frame);
    let address = DocumentName(reader.string()?);
    Ok(ProviderFrame::Of(address, said(&mut reader).unwrap_or(DocumentMessage::Malformed)))
}

fn said<'a>(reader: &mut Reader<'a>) -> Result<DocumentMessage<'a>, Cut> {
    let body = *reader;
    Ok(match reader.uint()? {
        SYNC | AWARENESS | QUERY_AWARENESS => {
            *reader = body;
            match sync::next(reader) {
                Some(message) => DocumentMessage::Y(message?),
                None => return Err(Cut::Early),
            }
        }
        AUTH => match reader.uint()? {
            TOKEN => DocumentMessage::Token(reader.string()?),
            kind => DocumentMessage::Unknown(kind),
        },
        STATELESS => DocumentMessage::Stateless(reader.string()?),
        CLOSE => DocumentMessage::Close,
        tag => DocumentMessage::Unknown(tag),
    })
}

/// A message of y-protocols about this document.
pub fn put_y(out: &mut Vec<u8>, address: &str, message: impl FnOnce(&mut Vec<u8>)) {
    put_buffer(out, address.as_bytes());
    message(out);
}

/// "You may": to read and write, or to read alone.
#[must_use]
pub fn authenticated(address: &str, writes: bool) -> Vec<u8> {
    let scope: &[u8] = if writes { b"read-write" } else { b"readonly" };
    tagged(address, &[AUTH, AUTHENTICATED], Some(scope))
}

/// "You may not."
#[must_use]
pub fn denied(address: &str, reason: &str) -> Vec<u8> {
    tagged(address, &[AUTH, DENIED], Some(reason.as_bytes()))
}

/// Whether an update was taken.
#[must_use]
pub fn sync_status(address: &str, taken: bool) -> Vec<u8> {
    tagged(address, &[SYNC_STATUS, taken.into()], None)
}

/// Something that is no part of the document.
#[must_use]
pub fn stateless(address: &str, payload: &str) -> Vec<u8> {
    tagged(address, &[STATELESS], Some(payload.as_bytes()))
}

/// "It is over": the connection stays.
#[must_use]
pub fn close(address: &str, reason: &str) -> Vec<u8> {
    tagged(address, &[CLOSE], Some(reason.as_bytes()))
}

/// "Are you there?", about no document.
#[must_use]
pub fn ping() -> [u8; 1] {
    [PING]
}

/// "I am."
#[must_use]
pub fn pong() -> [u8; 1] {
    [PONG]
}

fn tagged(address: &str, tags: &[u64], text: Option<&[u8]>) -> Vec<u8> {
    let mut out = Vec::with_capacity(address.len() + text.map_or(0, <[u8]>::len) + sync::HEAD);
    put_buffer(&mut out, address.as_bytes());
    tags.iter().for_each(|tag| put_uint(&mut out, *tag));
    if let Some(text) = text {
        put_buffer(&mut out, text);
    }
    out
}

/// Whether a connection that begins with this frame is a Hocuspocus provider's: it sends its token,
/// its state vector, its people or what it has, behind the name of a document. No frame of
/// y-protocols that a pad takes is one of these, also where the name is empty.
#[must_use]
pub fn is_greeting(frame: &[u8]) -> bool {
    greeting(frame).unwrap_or(false)
}

fn greeting(frame: &[u8]) -> Result<bool, Cut> {
    let mut reader = Reader::new(frame);
    let name = reader.string()?;
    let known = match reader.uint()? {
        SYNC => {
            let kind = reader.uint()?;
            reader.buffer()?;
            matches!(kind, STEP1 | UPDATE)
        }
        AWARENESS => are_people(reader.buffer()?)?,
        AUTH => is_token(&mut reader)?,
        QUERY_AWARENESS => true,
        _ => false,
    };
    Ok(known && !name.starts_with(char::is_control) && reader.is_empty())
}

/// Whether these bytes are an awareness update and nothing else. An update of Yjs, which stands at
/// the same place behind the tags of y-protocols, never is: it has no JSON there.
fn are_people(bytes: &[u8]) -> Result<bool, Cut> {
    let mut all = Vec::new();
    for entry in awareness::entries(bytes) {
        all.push(entry?);
    }
    let states =
        all.iter().all(|entry| entry.json.starts_with('{') || entry.json == awareness::GONE);
    Ok(states && awareness::encode(all.into_iter()) == bytes)
}

fn is_token(reader: &mut Reader<'_>) -> Result<bool, Cut> {
    let kind = reader.uint()?;
    reader.string()?;
    if !reader.is_empty() {
        // The provider's version, since 3.0.
        reader.string()?;
    }
    Ok(kind == TOKEN)
}
