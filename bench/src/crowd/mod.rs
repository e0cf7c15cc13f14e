//! Many guests on one thread: an open-loop generator that types by the clock, whatever the server
//! does, and counts what reaches whom.

use std::{
    cell::RefCell,
    io::{ErrorKind, Write},
    rc::Rc,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use fadepad_wire::{
    frame::{PING, PONG},
    frames::FrameReader,
    masked,
};
use tokio::{
    net::TcpStream,
    runtime::Runtime,
    task::{LocalSet, yield_now},
    time::{sleep, sleep_until},
};

mod ear;
mod heard;
mod rush;

use ear::Ear;
pub(crate) use heard::Heard;
pub(crate) use rush::rush;

use crate::{client::Client, door::Door, servers::Server, typing};

/// A cursor message behind every so many keys.
const CURSOR_EVERY: usize = 5;
/// Nothing delivered for so long means that nothing more comes.
const SILENCE: Duration = Duration::from_millis(2_000);
/// What has not come so long after the last key counts as missing, where everything counts.
pub(crate) const PATIENT: Duration = Duration::from_secs(25);

/// Who types how much.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    /// Rooms.
    pub(crate) rooms: usize,
    /// People in each; all of them type.
    pub(crate) people: usize,
    /// Keys a second of each. 8 is fast typing.
    pub(crate) rate: f64,
    /// How long they type, in seconds.
    pub(crate) seconds: f64,
    /// What has not come so long after the last key counts as missing.
    pub(crate) patience: Duration,
}

impl Plan {
    fn everybody(&self) -> usize {
        self.rooms * self.people
    }

    /// Keys of one person.
    fn keys(&self) -> usize {
        (self.rate * self.seconds).round().max(1.0) as usize
    }

    /// From the beginning until a key has to be typed.
    fn due(&self, person: usize, key: usize) -> Duration {
        Duration::from_secs_f64((phase(person) + key as f64) / self.rate)
    }

    /// How long one's keys take, in seconds.
    pub(crate) fn lasts(&self) -> f64 {
        self.keys() as f64 / self.rate
    }

    /// Keys that have to reach somebody else, over all.
    fn expected(&self) -> u64 {
        (self.everybody() * (self.people - 1) * self.keys()) as u64
    }
}

/// People do not type in step: each has a place of their own between two keys, from 0 to 1.
fn phase(person: usize) -> f64 {
    /// Multiples of the golden ratio fill an interval evenly, however many they are.
    const GOLDEN: f64 = 0.618_033_988_749_895;
    (person as f64 * GOLDEN).fract()
}

/// People with open sockets.
pub(crate) struct Crowd {
    plan: Plan,
    runtime: Runtime,
    sockets: Vec<(Rc<Door>, std::net::TcpStream, FrameReader)>,
}

impl Crowd {
    /// Opens a socket for each and asks for the document.
    pub(crate) fn enter(server: &Server, plan: Plan) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let mut sockets = Vec::new();
        for room in 0..plan.rooms {
            let door = server.door(room)?;
            for _ in 0..plan.people {
                let (mut stream, frames) = Client::enter(&door)?.into_parts();
                let (opcode, payload) = door.protocol.enter();
                stream.write_all(&masked::frame(opcode, &payload))?;
                sockets.push((Rc::clone(&door), stream, frames));
            }
        }
        Ok(Self { plan, runtime, sockets })
    }

    /// Everybody types until their keys are out, and listens until nothing more comes.
    pub(crate) fn type_together(self) -> Result<Heard> {
        let plan = self.plan;
        let (ear, reader) = Ear::new(plan);
        let ear = Rc::new(ear);
        LocalSet::new().block_on(&self.runtime, async {
            let mut guests = Vec::new();
            for (listener, (door, stream, frames)) in self.sockets.into_iter().enumerate() {
                stream.set_nonblocking(true)?;
                let stream = TcpStream::from_std(stream)?;
                let guest = Rc::new(Guest { door, stream, unsent: RefCell::default() });
                guests.push(Rc::clone(&guest));
                tokio::task::spawn_local(listen(guest, frames, listener, Rc::clone(&ear)));
            }
            type_by_the_clock(plan, &guests, &ear).await?;
            until_silence(plan.patience, &guests, &ear).await
        })?;
        drop(ear);
        Ok(reader.finish(plan))
    }
}

/// Somebody with a socket, and what it did not take yet.
struct Guest {
    door: Rc<Door>,
    stream: TcpStream,
    unsent: RefCell<Vec<u8>>,
}

impl Guest {
    fn say(&self, opcode: u8, payload: &[u8]) -> Result<()> {
        masked::put(&mut self.unsent.borrow_mut(), opcode, payload);
        self.flush()
    }

    fn flush(&self) -> Result<()> {
        let mut unsent = self.unsent.borrow_mut();
        if unsent.is_empty() {
            return Ok(());
        }
        match self.stream.try_write(&unsent) {
            Ok(len) => drop(unsent.drain(..len)),
            Err(e) if e.kind() == ErrorKind::WouldBlock => {}
            Err(e) => bail!("the server hung up on a guest who types: {e}"),
        }
        Ok(())
    }

    fn type_key(&self, person: usize, key: usize) -> Result<()> {
        let (client, clock) = (typing::client(person), key as u64);
        let protocol = &self.door.protocol;
        let (opcode, message) = protocol.key(client, clock);
        if (key + 1).is_multiple_of(CURSOR_EVERY) {
            masked::put(&mut self.unsent.borrow_mut(), opcode, &message);
            let (opcode, cursor) = protocol.cursor(client, clock);
            return self.say(opcode, &cursor);
        }
        self.say(opcode, &message)
    }
}

/// Sends each key when it is due, on time or as late as this thread has become.
async fn type_by_the_clock(plan: Plan, guests: &[Rc<Guest>], ear: &Ear) -> Result<()> {
    /// Keys that are sent in a row while there is nothing to wait for; then the others get a turn.
    const ROW: usize = 32;
    let mut people: Vec<usize> = (0..guests.len()).collect();
    people.sort_by(|a, b| phase(*a).total_cmp(&phase(*b)));
    let began = ear.heard().began;
    let mut row = 0;
    for key in 0..plan.keys() {
        for &person in &people {
            let due = began + plan.due(person, key);
            if due > Instant::now() {
                sleep_until(due.into()).await;
                row = 0;
            } else if row == ROW {
                yield_now().await;
                row = 0;
            }
            row += 1;
            ear.heard().sent(due);
            guests[person].type_key(person, key)?;
        }
    }
    Ok(())
}

async fn listen(
    guest: Rc<Guest>,
    mut frames: FrameReader,
    listener: usize,
    ear: Rc<Ear>,
) -> Result<()> {
    let mut bytes = [0; 16_384];
    loop {
        while let Some((opcode, payload)) = frames.next()? {
            match opcode {
                PING => guest.say(PONG, payload)?,
                _ => {
                    for update in guest.door.protocol.updates(opcode, payload) {
                        ear.hears(listener, &update)?;
                    }
                }
            }
        }
        guest.stream.readable().await?;
        match guest.stream.try_read(&mut bytes) {
            Ok(0) => return Ok(()),
            Ok(len) => frames.push(&bytes[..len]),
            Err(e) if e.kind() == ErrorKind::WouldBlock => {}
            Err(e) => return Err(e.into()),
        }
    }
}

async fn until_silence(patience: Duration, guests: &[Rc<Guest>], ear: &Ear) -> Result<()> {
    let over = Instant::now();
    let waits = || {
        let heard = ear.heard();
        heard.missing() > 0 && heard.last.elapsed() < SILENCE
    };
    while waits() && over.elapsed() < patience {
        guests.iter().try_for_each(|guest| guest.flush())?;
        sleep(SILENCE / 100).await;
    }
    Ok(())
}
