//! Guests whose network takes nothing, while somebody pastes 16 MB a second.

use std::{
    io::Write,
    net::TcpStream,
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use fadepad_wire::{
    frame::BINARY,
    masked,
    sync::{self, Message},
};
use yrs::{ClientID, Doc, GetString, Transact, Update, updates::decoder::Decode};

use super::idle::{at_rest, mebibytes};
use crate::{
    client::Client,
    door::Door,
    measure::{Bar, Bench, Found, Measure},
    process::{pause, resident},
    protocol,
    servers::{Peer, Server},
    typing,
};

pub(crate) const MEASURE: Measure = Measure {
    name: "slow",
    title: "5 guests who never read, 16 MB/s",
    how: "One pastes 1,000 blocks of 16 kB a second and deletes each after 80 ms, so that the document \
          stays at 1.3 MB; one reads all of it; 5 have synced and read nothing. The server's resident \
          memory is read all the time. In the end a last letter is typed, the 5 read again, and yrs says \
          whether they hold the same text as somebody who joins then.",
    run,
};

const CASE: &str = "16 MB/s";
/// Letters of one block.
const BLOCK: usize = 16_000;
/// Blocks a second.
const BLOCKS: u32 = 1_000;
/// Blocks that are in the document.
const KEPT: u64 = 80;
/// Who read nothing.
const SLOW: usize = 5;
/// Who pastes, and who types the last letter.
const PASTES: usize = 0;
const LAST: usize = 900;
/// Nothing came for so long: nothing more comes.
const SILENCE: Duration = Duration::from_secs(8);

fn run(bench: &Bench, found: &mut Found) -> Result<()> {
    let lasts = Duration::from_secs(bench.pick(20, 4));
    bench.each_with_documents(1, found, |peer, found| measure(peer, lasts, found))?;
    found.bar(CASE, "MiB that it grew by at most", Bar::AtMost(8.0));
    found.bar(CASE, "of the 5 in step afterwards", Bar::AtLeast(SLOW as f64));
    found.bar(CASE, "MB/s that it took", Bar::AtLeast(15.0));
    Ok(())
}

fn measure(peer: &Peer, lasts: Duration, found: &mut Found) -> Result<()> {
    let server = (peer.start)()?;
    let door = server.door(0)?;
    // The document as it is later, before memory is looked at.
    let (mut typist, _) = Client::join(&door)?;
    (0..KEPT).try_for_each(|n| typist.send(&sync::update(&block(n))))?;
    typist.state()?;
    let join = || Ok(Reader::new(Client::join(&door)?));
    let live = join()?;
    let slow = (0..SLOW).map(|_| join()).collect::<Result<Vec<Reader>>>()?;
    let live = thread::spawn(move || live.read());
    let start = at_rest(&server)?;

    let drain = drain(&typist)?;
    let writer = typist.writer()?;
    let prefix = door.protocol.prefix().to_vec();
    let pasting = thread::spawn(move || paste(writer, &prefix, lasts));
    let most = watch_memory(&server, &pasting)?;
    let bytes = pasting.join().ok().context("the writer panicked")??;
    last_letter(&door)?;
    let slow: Vec<_> =
        slow.into_iter().map(|reader| thread::spawn(move || reader.read())).collect();
    let live = live.join().ok().context("the reader panicked")?;
    let slow: Vec<_> = slow.into_iter().filter_map(|reader| reader.join().ok()).collect();
    let (_, state) = Client::join(&door)?;
    drop(drain);

    let text = Reader::default().and(&state)?.text();
    ensure!(text.len() > BLOCK, "the document is empty");
    let in_step = |text_of: &&Result<String>| text_of.as_ref().is_ok_and(|of| *of == text);
    let grown = most.saturating_sub(start);
    found.add(CASE, "MiB that it grew by at most", peer, mebibytes(grown));
    let afterwards = at_rest(&server)?.saturating_sub(start);
    found.add(CASE, "MiB above the start afterwards", peer, mebibytes(afterwards));
    found.add(CASE, "MB/s that it took", peer, bytes as f64 / 1e6 / lasts.as_secs_f64());
    let steps = slow.iter().filter(in_step).count();
    found.add(CASE, "of the 5 in step afterwards", peer, steps as f64);
    found.add(CASE, "of the 1 who reads", peer, f64::from(u8::from(in_step(&&live))));
    Ok(())
}

fn block(n: u64) -> Vec<u8> {
    typing::paste(typing::client(PASTES), n, BLOCK, KEPT)
}

/// Pastes by the clock; returns the bytes that the server took in that time.
fn paste(mut writer: TcpStream, prefix: &[u8], lasts: Duration) -> Result<usize> {
    let began = Instant::now();
    let mut bytes = 0;
    let mut n = 0;
    while began.elapsed() < lasts {
        let due = began + Duration::from_secs(1) / BLOCKS * n;
        pause(due.saturating_duration_since(Instant::now()));
        let message = [prefix, &sync::update(&block(KEPT + u64::from(n)))].concat();
        let mut frame = Vec::new();
        masked::put(&mut frame, BINARY, &message);
        writer.write_all(&frame)?;
        bytes += frame.len();
        n += 1;
    }
    Ok(bytes)
}

/// Echoes and acknowledgements have to be read, or the server waits for it.
fn drain(typist: &Client) -> Result<JoinHandle<()>> {
    let mut reader = typist.writer()?;
    reader.set_read_timeout(None)?;
    Ok(thread::spawn(move || drop(std::io::copy(&mut reader, &mut std::io::sink()))))
}

/// The most that was resident while somebody pasted.
fn watch_memory<T>(server: &Server, pasting: &JoinHandle<T>) -> Result<u64> {
    const EVERY: Duration = Duration::from_millis(100);
    let mut most = 0;
    while !pasting.is_finished() {
        most = most.max(resident(server.pid())?);
        pause(EVERY);
    }
    Ok(most)
}

/// By who reads it everybody can tell that nothing more comes.
fn last_letter(door: &Door) -> Result<()> {
    let (mut guest, _) = Client::join(door)?;
    guest.send(&sync::update(&typing::key(typing::client(LAST), 0)))?;
    guest.state()?;
    Ok(())
}

/// A guest who keeps what they read in a document of yrs.
#[derive(Default)]
struct Reader {
    socket: Option<Client>,
    doc: Doc,
    /// The last letter was read.
    is_done: bool,
}

impl Reader {
    fn new((socket, state): (Client, Vec<u8>)) -> Self {
        let reader = Self { socket: Some(socket), ..Self::default() };
        // What a server sends on joining is read again afterwards, and refused there if it is broken.
        reader.and(&state).unwrap_or_default()
    }

    /// Takes one update.
    fn and(mut self, update: &[u8]) -> Result<Self> {
        let update = Update::decode_v1(update)?;
        self.is_done |= update.state_vector().contains_client(&ClientID::new(typing::client(LAST)));
        self.doc.transact_mut().apply_update(update)?;
        Ok(self)
    }

    fn text(&self) -> String {
        let text = self.doc.get_or_insert_text("text");
        text.get_string(&self.doc.transact())
    }

    /// Reads until the last letter; then the text.
    fn read(mut self) -> Result<String> {
        let mut socket = self.socket.take().context("a reader without a socket")?;
        socket.be_patient(SILENCE)?;
        while !self.is_done {
            let bytes = socket.next()?;
            for message in protocol::messages(&bytes) {
                if let Message::Update(update) | Message::Step2(update) = message {
                    self = self.and(update)?;
                }
            }
        }
        Ok(self.text())
    }
}
