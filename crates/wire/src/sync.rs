//! y-protocols 1.0: the messages of a y-websocket connection.
//!
//! A client may pack several messages into one frame (yrs does) and all are read; the JavaScript
//! client reads only the first of a frame, so every encoder here makes exactly one.

use fadepad_lib0::{Cut, Reader, put_buffer, put_uint};

const SYNC: u64 = 0;
const AWARENESS: u64 = 1;
const AUTH: u64 = 2;
const QUERY_AWARENESS: u64 = 3;
/// Our own tag: JSON for pages that asked with `x=1` (see [`super::extra`]).
const EXTRA: u64 = 101;

const STEP1: u64 = 0;
const STEP2: u64 = 1;
const UPDATE: u64 = 2;

/// Bytes in front of what a message carries, at most: tag, kind, and the length of what fits a pad.
pub const HEAD: usize = 8;

/// One message of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message<'a> {
    /// "This is my state vector": answered with what it lacks.
    Step1(&'a [u8]),
    /// What the sender has and the receiver's state vector lacked: history, of any author.
    Step2(&'a [u8]),
    /// What the sender's people have just typed.
    Update(&'a [u8]),
    /// Presence states (see [`super::awareness`]).
    Awareness(&'a [u8]),
    /// "Tell me everyone's presence."
    QueryAwareness,
    /// Fadepad's own JSON.
    Extra(&'a str),
    /// Something of a later protocol: passed over.
    Unknown(u64),
}

/// Reads the next message off a frame; `None` at its end.
///
/// # Errors
/// Where the frame ends inside a message or has a sync message of unknown kind: then what follows
/// can't be told apart.
pub fn next<'a>(frame: &mut Reader<'a>) -> Option<Result<Message<'a>, Cut>> {
    (!frame.is_empty()).then(|| message(frame))
}

fn message<'a>(frame: &mut Reader<'a>) -> Result<Message<'a>, Cut> {
    match frame.uint()? {
        SYNC => match frame.uint()? {
            STEP1 => Ok(Message::Step1(frame.buffer()?)),
            STEP2 => Ok(Message::Step2(frame.buffer()?)),
            UPDATE => Ok(Message::Update(frame.buffer()?)),
            _ => Err(Cut::Large),
        },
        AWARENESS => Ok(Message::Awareness(frame.buffer()?)),
        QUERY_AWARENESS => Ok(Message::QueryAwareness),
        EXTRA => Ok(Message::Extra(frame.string()?)),
        tag => {
            // Nobody knows where a message of an unknown kind ends: the rest of the frame is its.
            *frame = Reader::new(&[]);
            Ok(Message::Unknown(tag))
        }
    }
}

/// "This is my state vector."
#[must_use]
pub fn step1(state_vector: &[u8]) -> Vec<u8> {
    sync(STEP1, state_vector)
}

/// The answer to a step 1. A client counts as synced at its first step 2, even an empty one.
#[must_use]
pub fn step2(update: &[u8]) -> Vec<u8> {
    sync(STEP2, update)
}

/// Appends a step 2.
pub fn put_step2(out: &mut Vec<u8>, update: &[u8]) {
    put_sync(out, STEP2, update);
}

/// What was typed.
#[must_use]
pub fn update(update: &[u8]) -> Vec<u8> {
    sync(UPDATE, update)
}

/// Appends what was typed.
pub fn put_update(out: &mut Vec<u8>, update: &[u8]) {
    put_sync(out, UPDATE, update);
}

/// Presence states, as [`super::awareness::encode`] makes them.
#[must_use]
pub fn awareness(states: &[u8]) -> Vec<u8> {
    tagged(AWARENESS, states)
}

/// "You may not": the client warns in its console and goes on reading.
#[must_use]
pub fn denied(reason: &str) -> Vec<u8> {
    let mut out = vec![AUTH as u8, 0];
    put_buffer(&mut out, reason.as_bytes());
    out
}

/// The reason of a frame that says "you may not".
#[must_use]
pub fn read_denied(frame: &[u8]) -> Option<&str> {
    let reason = frame.strip_prefix(&[AUTH as u8, 0])?;
    Reader::new(reason).string().ok()
}

/// Fadepad's own JSON, for pages that asked for it.
#[must_use]
pub fn extra(json: &str) -> Vec<u8> {
    tagged(EXTRA, json.as_bytes())
}

fn sync(kind: u64, bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + HEAD);
    put_sync(&mut out, kind, bytes);
    out
}

fn put_sync(out: &mut Vec<u8>, kind: u64, bytes: &[u8]) {
    put_uint(out, SYNC);
    put_uint(out, kind);
    put_buffer(out, bytes);
}

fn tagged(tag: u64, bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + HEAD);
    put_uint(&mut out, tag);
    put_buffer(&mut out, bytes);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<Result<Message<'_>, Cut>> {
        let mut reader = Reader::new(bytes);
        std::iter::from_fn(|| next(&mut reader)).take(9).collect()
    }

    #[test]
    fn a_frame_may_hold_several_messages() {
        let bytes = [step1(&[0]), awareness(&[0]), extra("{}")].concat();
        let expected =
            [Ok(Message::Step1(&[0])), Ok(Message::Awareness(&[0])), Ok(Message::Extra("{}"))];
        assert_eq!(all(&bytes), expected);
    }

    #[test]
    fn a_denial_tells_its_reason_and_nothing_else_is_one() {
        assert_eq!(read_denied(&denied("read only")), Some("read only"));
        assert_eq!(read_denied(&denied("read only")[..5]), None);
        assert_eq!(read_denied(&update(&[1])), None);
    }

    #[test]
    fn a_cut_message_is_told_from_the_end_of_a_frame() {
        let whole = update(&[1, 2, 3]);
        for len in 1..whole.len() {
            let cut = if len < 3 { Cut::Early } else { Cut::Length };
            assert_eq!(all(&whole[..len])[0], Err(cut), "{len} bytes");
        }
        assert!(all(&[]).is_empty());
    }

    #[test]
    fn unknown_tags_are_passed_over_with_the_rest() {
        assert_eq!(all(&[99, 1, 2, 3]), [Ok(Message::Unknown(99))]);
    }
}
