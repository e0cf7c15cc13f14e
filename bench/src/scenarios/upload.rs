//! The real trace typed through one real socket.

use std::{
    io::Write,
    net::Shutdown,
    rc::Rc,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use fadepad_wire::{
    frame::BINARY,
    masked,
    sync::{self, Message},
};
use yrs::{Doc, GetString, Transact, Update, updates::decoder::Decode};

use crate::{
    client::Client,
    door::Door,
    measure::{Bar, Bench, Found, Measure},
    process::{cpu_at_rest, peak, resident},
    protocol,
    servers::{FADEPAD, Peer},
    trace::Trace,
};

pub(crate) const MEASURE: Measure = Measure {
    name: "upload",
    title: "259,778 keystrokes of a paper through one socket",
    how: "One guest sends all keystrokes of a real paper as fast as the socket takes them, each a message \
          of its own, then asks for the document until yrs says that it holds the text. A second guest \
          is there from the start and reads. A server that needs more than a minute is given up.",
    run,
};

const CASE: &str = "the paper";
/// What the plots call it.
pub(crate) const RATE: &str = "keys a second";
/// Beyond this a server is given up.
const LONGEST: Duration = Duration::from_secs(60);

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    let trace = Trace::load()?;
    let text = text([trace.state()?.as_slice()])?;
    bench.each_with_documents(bench.pick(3, 1), found, |peer, found| {
        upload(&trace, &text, peer, found)
    })?;
    found.bar(CASE, RATE, Bar::AtLeast(800_000.0));
    found.bar(CASE, "most MiB that were ever resident", Bar::AtMost(16.0));
    Ok(())
}

fn upload(trace: &Trace, text: &str, peer: &Peer, found: &mut Found) -> Result<()> {
    let server = (peer.start)()?;
    let door = server.door(0)?;
    let watcher = watch(&door)?;
    let (mut typist, _) = Client::join(&door)?;
    let wire = wire(trace, &door);
    let keys = trace.updates().len() as f64;
    let (before, idle) = (cpu_at_rest(server.pid())?, resident(server.pid())?);
    typist.be_patient(LONGEST)?;
    let began = Instant::now();
    let mut writer = typist.writer()?;
    let sending = thread::spawn(move || writer.write_all(&wire));
    let taken = until_taken(&mut typist, text, began);
    let took = began.elapsed();
    if taken.is_err() {
        // So that the other thread ends too.
        typist.into_parts().0.shutdown(Shutdown::Both)?;
    }
    let sent = sending.join();
    let state = taken?;
    sent.ok().context("the writer panicked")??;
    let cpu = cpu_at_rest(server.pid())? - before;
    found.add(CASE, RATE, peer, keys / took.as_secs_f64());
    found.add(CASE, "server CPU, µs a key", peer, cpu.as_secs_f64() * 1e6 / keys);
    found.add(CASE, "MiB resident before", peer, mebibytes(idle));
    found.add(CASE, "MiB resident afterwards", peer, mebibytes(resident(server.pid())?));
    found.add(CASE, "most MiB that were ever resident", peer, mebibytes(peak(server.pid())?));
    found.add(CASE, "bytes of the document that a guest gets", peer, state as f64);
    if peer.name == FADEPAD.name {
        let (frames, watched) = watcher.finish()?;
        ensure!(watched == text, "the second guest does not hold the text");
        found.add(CASE, "frames to the second guest", peer, frames as f64);
    }
    Ok(())
}

/// All keystrokes as they go over the wire.
pub(super) fn wire(trace: &Trace, door: &Door) -> Vec<u8> {
    let mut wire = Vec::new();
    for update in trace.updates() {
        masked::put(&mut wire, BINARY, &door.wrap(&sync::update(update)));
    }
    masked::put(&mut wire, BINARY, &door.wrap(&sync::step1(&[0])));
    wire
}

/// Reads until the server has the text; returns the bytes of its document.
fn until_taken(typist: &mut Client, text: &str, began: Instant) -> Result<usize> {
    loop {
        let bytes = typist.next()?;
        for message in protocol::messages(&bytes) {
            if let Message::Step2(state) = message {
                if self::text([state])? == text {
                    return Ok(state.len());
                }
                typist.send(&sync::step1(&[0]))?;
            }
        }
        let longest = LONGEST.as_secs();
        ensure!(began.elapsed() < LONGEST, "it has not taken the paper after {longest} s");
    }
}

/// A guest who only reads, on a thread of their own.
struct Watcher {
    reading: thread::JoinHandle<Vec<Vec<u8>>>,
    until: std::net::TcpStream,
}

fn watch(door: &Rc<Door>) -> Result<Watcher> {
    let (mut guest, state) = Client::join(door)?;
    let until = guest.writer()?;
    let reading = thread::spawn(move || {
        let mut updates = vec![state];
        while let Ok(bytes) = guest.next() {
            let news = protocol::messages(&bytes).filter_map(|message| match message {
                Message::Update(update) => Some(update.to_vec()),
                _ => None,
            });
            updates.extend(news);
        }
        updates
    });
    Ok(Watcher { reading, until })
}

impl Watcher {
    /// Stops reading: the server is at rest, so all is here. The frames, and what they say.
    fn finish(self) -> Result<(usize, String)> {
        self.until.shutdown(Shutdown::Read)?;
        let updates = self.reading.join().ok().context("the reader panicked")?;
        Ok((updates.len() - 1, text(updates.iter().map(Vec::as_slice))?))
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

fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}
