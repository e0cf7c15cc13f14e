//! Many guests on one thread: an open-loop generator that types by the clock, whatever the server
//! does, and counts what reaches whom.

use std::{
    cell::RefCell,
    collections::HashMap,
    io::ErrorKind,
    net::SocketAddr,
    rc::Rc,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use fadepad::wire::sync::{self, Message};
use tokio::{
    net::TcpStream,
    runtime::Runtime,
    task::LocalSet,
    time::{sleep, sleep_until},
};
use yrs::{Update, updates::decoder::Decode};

use crate::{
    client,
    frame::{self, BINARY, Frames},
    typing,
};

/// Between two keys of a person: 8 a second is fast typing.
const KEY_EVERY: Duration = Duration::from_millis(125);
/// How long they type.
const KEYS: usize = 80;
/// A cursor message behind every so many keys.
const CURSOR_EVERY: usize = 5;
/// Nothing delivered for so long means that nothing more comes.
const SILENCE: Duration = Duration::from_millis(1_500);

/// People with open sockets.
pub(crate) struct Crowd {
    runtime: Runtime,
    sockets: Vec<(std::net::TcpStream, Frames)>,
}

impl Crowd {
    /// Opens a socket for each and asks for the document.
    pub(crate) fn enter(address: SocketAddr, request: &str, people: usize) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let sockets = (0..people).map(|_| client::open(address, request));
        let mut sockets = sockets.collect::<Result<Vec<_>>>()?;
        let mut ask = Vec::new();
        frame::put(BINARY, &sync::step1(&[0]), &mut ask);
        for (stream, _) in &mut sockets {
            std::io::Write::write_all(stream, &ask)?;
        }
        Ok(Self { runtime, sockets })
    }

    /// Everybody types until their keys are out, and listens until nothing more comes.
    pub(crate) fn type_together(self) -> Result<Heard> {
        LocalSet::new().block_on(&self.runtime, async {
            let mut streams = Vec::new();
            let heard = Rc::new(RefCell::new(Heard::new(self.sockets.len())));
            for (listener, (stream, frames)) in self.sockets.into_iter().enumerate() {
                stream.set_nonblocking(true)?;
                let stream = Rc::new(TcpStream::from_std(stream)?);
                streams.push(Rc::clone(&stream));
                tokio::task::spawn_local(listen(stream, frames, listener, Rc::clone(&heard)));
            }
            type_by_the_clock(&streams, &heard).await?;
            until_silence(&heard).await;
            let heard = heard.replace(Heard::new(0));
            Ok(heard.closed())
        })
    }
}

/// Sends each key when it is due, on time or as late as this thread has become.
async fn type_by_the_clock(streams: &[Rc<TcpStream>], heard: &RefCell<Heard>) -> Result<()> {
    let mut people: Vec<usize> = (0..streams.len()).collect();
    people.sort_by_key(|person| phase(*person));
    let mut unsent = vec![Vec::new(); streams.len()];
    for key in 0..KEYS {
        for &person in &people {
            let due = heard.borrow().due(person, key);
            sleep_until(due.into()).await;
            heard.borrow_mut().sent(due);
            let bytes = &mut unsent[person];
            put_key(person, key, bytes);
            match streams[person].try_write(bytes) {
                Ok(len) => drop(bytes.drain(..len)),
                Err(e) if e.kind() == ErrorKind::WouldBlock => {}
                Err(e) => bail!("the server hung up on a guest who types: {e}"),
            }
        }
    }
    Ok(())
}

fn put_key(person: usize, key: usize, bytes: &mut Vec<u8>) {
    let client = typing::client(person);
    let clock = key as u64;
    frame::put(BINARY, &sync::update(&typing::key(client, clock)), bytes);
    if (key + 1).is_multiple_of(CURSOR_EVERY) {
        frame::put(BINARY, &typing::cursor(client, clock), bytes);
    }
}

/// People do not type in step: each has a place of their own between two keys.
fn phase(person: usize) -> Duration {
    /// Multiples of the golden ratio fill an interval evenly, however many they are.
    const GOLDEN: f64 = 0.618_033_988_749_895;
    KEY_EVERY.mul_f64((person as f64 * GOLDEN).fract())
}

async fn listen(
    stream: Rc<TcpStream>,
    mut frames: Frames,
    listener: usize,
    heard: Rc<RefCell<Heard>>,
) -> Result<()> {
    let mut bytes = [0; 16_384];
    loop {
        while let Some((opcode, payload)) = frames.next()? {
            if opcode == BINARY {
                heard.borrow_mut().frame(listener, payload)?;
            }
        }
        stream.readable().await?;
        match stream.try_read(&mut bytes) {
            Ok(0) => return Ok(()),
            Ok(len) => frames.push(&bytes[..len]),
            Err(e) if e.kind() == ErrorKind::WouldBlock => {}
            Err(e) => return Err(e.into()),
        }
    }
}

async fn until_silence(heard: &RefCell<Heard>) {
    while heard.borrow().last.elapsed() < SILENCE && heard.borrow().count() > 0 {
        sleep(SILENCE / 10).await;
    }
}

/// One author's clocks that a frame brings, from and up to.
type Brought = (usize, u32, u32);

/// What reached whom, and when.
pub(crate) struct Heard {
    began: Instant,
    last: Instant,
    people: usize,
    /// By listener, by author: the next clock that is news.
    next: Vec<Vec<u32>>,
    /// Frames that were read already: a broadcast is the same for everybody.
    read: HashMap<Box<[u8]>, Rc<[Brought]>>,
    delays: Vec<u32>,
    lateness: Vec<u32>,
    /// Frames that brought keys.
    pub(crate) frames: u64,
    /// Keys and cursors that reached somebody else.
    pub(crate) deliveries: u64,
    /// Keys that did not.
    pub(crate) missing: u64,
}

impl Heard {
    fn new(people: usize) -> Self {
        let began = Instant::now() + KEY_EVERY;
        Self {
            began,
            last: began,
            people,
            next: vec![vec![0; people]; people],
            read: HashMap::new(),
            delays: Vec::new(),
            lateness: Vec::new(),
            frames: 0,
            deliveries: 0,
            missing: 0,
        }
    }

    /// When a key has to be typed.
    fn due(&self, person: usize, key: usize) -> Instant {
        self.began + phase(person) + KEY_EVERY * key as u32
    }

    fn sent(&mut self, due: Instant) {
        self.last = Instant::now();
        self.lateness.push(micros(self.last.saturating_duration_since(due)));
    }

    /// Notes the keys of a frame that are news to its listener.
    fn frame(&mut self, listener: usize, payload: &[u8]) -> Result<()> {
        let brought = match self.read.get(payload) {
            Some(brought) => Rc::clone(brought),
            None => {
                let brought: Rc<[Brought]> = brought(payload)?.into();
                self.read.insert(payload.into(), Rc::clone(&brought));
                brought
            }
        };
        let now = Instant::now();
        self.frames += u64::from(!brought.is_empty());
        for &(author, from, up_to) in brought.iter() {
            if author == listener || author >= self.people {
                continue;
            }
            let next = self.next[listener][author];
            if from > next {
                bail!("keys {next} to {from} of guest {author} were left out");
            }
            for key in next..up_to {
                let due = self.due(author, key as usize);
                self.delays.push(micros(now.saturating_duration_since(due)));
                self.last = now;
            }
            self.next[listener][author] = up_to.max(next);
        }
        Ok(())
    }

    /// Keys that are still on their way.
    fn count(&self) -> u64 {
        let pairs = self.people * self.people.saturating_sub(1);
        (pairs * KEYS) as u64 - self.delays.len() as u64
    }

    /// Adds up once nothing more comes. The newest cursor stands for those that it replaced.
    fn closed(mut self) -> Self {
        let pairs = self.people * self.people.saturating_sub(1);
        self.missing = self.count();
        self.deliveries = (self.delays.len() + pairs * (KEYS / CURSOR_EVERY)) as u64;
        self.delays.sort_unstable();
        self.lateness.sort_unstable();
        self
    }

    /// A percentile of the delays, in microseconds.
    pub(crate) fn delay(&self, percent: usize) -> u32 {
        percentile(&self.delays, percent)
    }

    /// A percentile of how late the generator itself was, in microseconds.
    pub(crate) fn late(&self, percent: usize) -> u32 {
        percentile(&self.lateness, percent)
    }
}

/// What a message brings of the authors of a crowd.
fn brought(payload: &[u8]) -> Result<Vec<Brought>> {
    let (Message::Update(update) | Message::Step2(update)) = client::read(payload)? else {
        return Ok(Vec::new());
    };
    let inserted = Update::decode_v1(update)?.insertions(true);
    let mut brought = Vec::new();
    for (client, ranges) in inserted.iter() {
        let Some(author) = client.get().checked_sub(typing::client(0)) else { continue };
        brought.extend(ranges.iter().map(|keys| (author as usize, keys.start, keys.end)));
    }
    Ok(brought)
}

fn micros(time: Duration) -> u32 {
    u32::try_from(time.as_micros()).unwrap_or(u32::MAX)
}

fn percentile(sorted: &[u32], percent: usize) -> u32 {
    sorted.get(sorted.len() * percent / 100).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_that_comes_twice_counts_once_and_one_left_out_is_noticed() {
        let key = |clock| sync::update(&typing::key(typing::client(1), clock));
        let mut heard = Heard::new(3);
        heard.frame(0, &key(0)).unwrap();
        heard.frame(0, &key(0)).unwrap();
        heard.frame(1, &key(0)).unwrap();
        assert_eq!(heard.delays.len(), 1, "not to its author, and not twice");
        heard.frame(0, &key(1)).unwrap();
        assert_eq!((heard.delays.len(), heard.frames), (2, 4));
        assert!(heard.frame(0, &key(3)).is_err());
    }
}
