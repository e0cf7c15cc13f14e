//! The servers under test: Fadepad, its peers, and the ceiling. Each is a process of its own, so that
//! its CPU time and memory can be told apart.

use std::{
    net::{SocketAddr, TcpListener, TcpStream},
    process::{Child, Command},
    rc::Rc,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use crate::{door::Door, process::pause};

pub(crate) mod bare;
pub(crate) mod fadepad;
mod hocuspocus;
mod install;
pub(crate) mod own;
mod pycrdt;
pub(crate) mod rawcast;
mod y_sweet;
mod y_websocket;

/// A kind of server.
pub(crate) struct Peer {
    /// As the tables call it.
    pub(crate) name: &'static str,
    /// Version and runtime.
    pub(crate) about: &'static str,
    /// Whether it keeps documents: one that does not is asked for broadcasts only.
    pub(crate) documents: bool,
    /// Installs it where it is missing; an error says why it can't be had here.
    pub(crate) install: fn() -> Result<()>,
    /// Starts it on a free port, without limits on rates and counts where it has any.
    pub(crate) start: fn() -> Result<Server>,
}

/// Our own.
pub(crate) const FADEPAD: &Peer = &fadepad::PEER;
/// Our own, which does not wipe what it frees.
pub(crate) const UNWIPED: &Peer = &fadepad::UNWIPED;
/// Our own, in which every author asks for acknowledgement.
pub(crate) const ACKNOWLEDGED: &Peer = &fadepad::ACKNOWLEDGED;
/// A broadcast without documents: what a server that passes on each frame by itself can reach.
pub(crate) const RAWCAST: &Peer = &rawcast::PEER;
/// The others, in the order of the tables.
pub(crate) const PEERS: &[&Peer] =
    &[&y_websocket::PEER, &hocuspocus::PEER, &pycrdt::PEER, &y_sweet::PEER];
/// Built for minutes from source: only where it is asked for, or there already.
pub(crate) const SLOW_TO_BUILD: &Peer = &y_sweet::PEER;

/// Whether the peer that takes long to build is there.
pub(crate) fn is_built() -> bool {
    y_sweet::binary().exists()
}

/// A running server. Dropping it ends the process.
pub(crate) struct Server {
    process: Process,
    door: Box<dyn Fn(usize) -> Result<Door>>,
    /// When the process was started.
    pub(crate) began: Instant,
}

impl Server {
    /// Its process id.
    pub(crate) fn pid(&self) -> u32 {
        self.process.0.id()
    }

    /// The way into the n-th room, which is opened where the server wants that.
    pub(crate) fn door(&self, room: usize) -> Result<Rc<Door>> {
        Ok(Rc::new((self.door)(room)?))
    }
}

/// A child that does not outlive us.
pub(crate) struct Process(pub(crate) Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A port that is free now. Between this and the peer's start somebody may take it: then the start
/// fails and says so.
fn free_port() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

/// Starts a peer, and waits until it takes connections.
fn start(
    command: &mut Command,
    address: SocketAddr,
    door: impl Fn(usize) -> Result<Door> + 'static,
) -> Result<Server> {
    /// A peer in Python on a busy machine takes seconds.
    const LONGEST: Duration = Duration::from_secs(30);
    /// Fine enough to time a start.
    const STEP: Duration = Duration::from_micros(500);
    let began = Instant::now();
    let mut process = Process(install::quiet(command).spawn()?);
    while TcpStream::connect(address).is_err() {
        if let Some(status) = process.0.try_wait()? {
            bail!("it ended at once: {status}");
        }
        if began.elapsed() > LONGEST {
            bail!("it does not listen after {} s", LONGEST.as_secs());
        }
        pause(STEP);
    }
    Ok(Server { process, door: Box::new(door), began })
}
