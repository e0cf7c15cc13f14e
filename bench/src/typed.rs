//! The real trace through one real socket, and what joining that pad costs.

use std::{
    io::Write,
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, ensure};
use fadepad::wire::sync::{self, Message};
use yrs::{ClientID, Doc, GetString, Transact, Update, updates::decoder::Decode};

use crate::{
    client::{self, Client},
    frame::{self, BINARY},
    house::House,
    own::Own,
    process::{cpu_at_rest, peak, resident},
    report::{Measure, Row, grouped, mebibytes, median, millis, seconds},
    trace::Trace,
    typing,
};

pub(crate) const MEASURE: Measure = Measure {
    name: "typed",
    title: "the trace typed through one socket, and joining that pad",
    how: "One guest sends all keystrokes as fast as the socket takes them, each a message of its own; \
          a second is there from the start, a third joins afterwards, and yrs says that all three \
          hold the text. A join is connection, upgrade, key and document. Before each first join \
          one key is typed, so that nothing is cached; then 50 join one after another.",
    run,
};

/// Rounds of a first join and of those that follow it.
const JOINS: usize = 15;

/// Guests who join together when a code is shown on the wall.
const PHONES: u32 = 50;

fn run() -> Result<Vec<Row>> {
    let trace = Trace::load()?;
    let house = House::start()?;
    let watcher = Watcher::start(&house)?;
    let (mut typist, _) = Client::join(&house, true)?;
    let before = cpu_at_rest(house.pid())?;
    let idle = resident(house.pid())?;
    let began = Instant::now();
    type_all(&trace, &mut typist)?;
    let took = began.elapsed();
    let spent = cpu_at_rest(house.pid())? - before;
    let (now, most) = (resident(house.pid())?, peak(house.pid())?);
    let state = Client::join(&house, false)?.1;
    let frames = watcher.finish(&house, &trace, &state)?;

    let keys = trace.updates().len() as u64;
    let rate = (keys as f64 / took.as_secs_f64()) as u64;
    let mut rows = vec![
        Row::new("server CPU", seconds(spent), ""),
        Row::new("keystrokes a second", grouped(rate), ""),
        Row::new("frames to the second guest", grouped(frames), ""),
        Row::new(
            "resident before · after",
            format!("{} · {}", mebibytes(idle), mebibytes(now)),
            "16 MiB",
        ),
        Row::new("most that was ever resident", mebibytes(most), ""),
        Row::new(
            "the state that a guest gets",
            format!("{} B", grouped(state.len() as u64)),
            "280 KB",
        ),
    ];
    rows.extend(joins(&house, &mut typist)?);
    let floor = median((0..JOINS).map(|_| bare_join(state.len())).collect::<Result<Vec<_>>>()?)?;
    rows.push(Row::new("the same by a server that only writes these bytes", millis(floor), ""));
    Ok(rows)
}

/// Sends every keystroke and waits until all are taken.
pub(crate) fn type_all(trace: &Trace, typist: &mut Client) -> Result<()> {
    let mut wire = Vec::new();
    for update in trace.updates() {
        frame::put(BINARY, &sync::update(update), &mut wire);
    }
    frame::put(BINARY, &sync::extra(r#"{"t":"ping","n":1}"#), &mut wire);
    let mut writer = typist.writer()?;
    let sending = thread::spawn(move || writer.write_all(&wire));
    typist.wait_for(|message| client::is_pong(message).then_some(()))?;
    Ok(sending.join().map_err(|_| anyhow!("the writer panicked"))??)
}

/// A guest who only reads, on a thread of their own, until a last letter comes.
struct Watcher(JoinHandle<Result<Vec<Vec<u8>>>>);

/// Who types the letter that tells the watcher to stop.
const LAST: usize = 900;

impl Watcher {
    fn start(house: &House) -> Result<Self> {
        let (mut guest, state) = Client::join(house, false)?;
        let last = ClientID::new(typing::client(LAST));
        Ok(Self(thread::spawn(move || {
            let mut updates = vec![state];
            let mut is_last = false;
            while !is_last {
                let bytes = guest.next()?;
                if let Message::Update(update) = client::read(&bytes)? {
                    is_last = Update::decode_v1(update)?.state_vector().contains_client(&last);
                    updates.push(update.to_vec());
                }
            }
            Ok(updates)
        })))
    }

    /// Types the last letter, then compares what all three hold. Returns the frames it was sent.
    fn finish(self, house: &House, trace: &Trace, state: &[u8]) -> Result<u64> {
        let (mut other, _) = Client::join(house, true)?;
        other.send(&sync::update(&typing::key(typing::client(LAST), 0)))?;
        other.saved()?;
        let updates = self.0.join().map_err(|_| anyhow!("the watcher panicked"))??;
        let original = text(trace.updates())?;
        ensure!(text([state])? == original, "who joins late does not get the text");
        let watched = text(updates.iter().map(Vec::as_slice))?;
        let watched =
            watched.strip_prefix('k').or(watched.strip_suffix('k')).context("the last letter")?;
        ensure!(watched == original, "the second guest does not hold the text");
        Ok(updates.len() as u64 - 1)
    }
}

/// The text that yrs makes of updates.
fn text<'a>(updates: impl IntoIterator<Item = &'a [u8]>) -> Result<String> {
    let doc = Doc::new();
    let text = doc.get_or_insert_text("text");
    for update in updates {
        doc.transact_mut().apply_update(Update::decode_v1(update)?)?;
    }
    Ok(text.get_string(&doc.transact()))
}

/// Server CPU of a join right after an edit, and of those that follow it.
fn joins(house: &House, typist: &mut Client) -> Result<Vec<Row>> {
    let mut first = Vec::new();
    let mut cached = Vec::new();
    for clock in 0..JOINS as u64 {
        typist.send(&sync::update(&typing::key(typing::client(0), clock)))?;
        typist.saved()?;
        first.push(join(house, 1)?);
        cached.push(join(house, PHONES)? / PHONES);
    }
    Ok(vec![
        Row::new("server CPU of a first join", millis(median(first)?), "1 ms"),
        Row::new("server CPU of a cached join", millis(median(cached)?), "0.15 ms"),
    ])
}

/// What the server spends while guests join, one right after the other.
fn join(house: &House, guests: u32) -> Result<Duration> {
    let before = cpu_at_rest(house.pid())?;
    let guests = (0..guests).map(|_| Client::join(house, false)).collect::<Result<Vec<_>>>()?;
    let spent = cpu_at_rest(house.pid())? - before;
    // Only now: what leaving costs is not a part of joining.
    drop(guests);
    Ok(spent)
}

/// What writing the bytes of the document to fresh connections costs a server that does only this:
/// most of a cached join is the kernel's work, the receiving half of loopback among it.
fn bare_join(bytes: usize) -> Result<Duration> {
    let bare = Own::start(&["--bare", &bytes.to_string()])?;
    let before = cpu_at_rest(bare.pid())?;
    let mut guests = Vec::new();
    for _ in 0..PHONES {
        let mut guest = Client::connect(bare.address, "GET / HTTP/1.1\r\n\r\n")?;
        guest.send(&sync::step1(&[0]))?;
        guest.next()?;
        guests.push(guest);
    }
    Ok((cpu_at_rest(bare.pid())? - before) / PHONES)
}
