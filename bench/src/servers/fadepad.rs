//! Fadepad itself: the release binary, started for one measurement.

use std::{
    env,
    io::{self, BufRead, BufReader},
    net::SocketAddr,
    path::PathBuf,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use fadepad_client::Entrance;
use serde_json::Value;

use super::{Peer, Process, Server};
use crate::{
    door::{Door, upgrade},
    http,
    protocol::Protocol,
};

pub(super) const PEER: Peer = Peer {
    name: "Fadepad",
    about: "this commit as it is shipped, one thread",
    documents: true,
    install: || Ok(()),
    start: || Instance::start().map(Instance::into_server),
};

/// The same server under the system's own allocator.
pub(super) const UNWIPED: Peer = Peer {
    name: "without wiping",
    about: "the same server, which does not wipe what it frees",
    start: || Instance::start_binary(unwiped()?, UNLIMITED).map(Instance::into_server),
    ..PEER
};

/// The same server, whose guests all want to hear which of their words were taken.
pub(super) const ACKNOWLEDGED: Peer = Peer {
    name: "with ack=1",
    about: "the same server, whose guests all ask for acknowledgement",
    start: || Instance::start().and_then(Instance::into_acknowledged),
    ..PEER
};

/// Where only this machine comes in.
const LOCAL: &[&str] = &["--bind", "127.0.0.1"];
/// The same without limits on rates and counts.
const UNLIMITED: &[&str] = &["--bind", "127.0.0.1", "--limits", "off"];

/// A running server. Dropping it ends the process.
pub(crate) struct Instance {
    process: Process,
    began: Instant,
    /// What it said when it was ready.
    pub(crate) ready: Value,
    /// From starting the process to reading that it is ready.
    pub(crate) took: Duration,
    /// Where it listens.
    pub(crate) address: SocketAddr,
}

impl Instance {
    /// Starts it without limits on rates and counts, on any free port.
    pub(crate) fn start() -> Result<Self> {
        Self::start_with(&[])
    }

    /// The same with further flags.
    pub(crate) fn start_with(flags: &[&str]) -> Result<Self> {
        Self::start_binary(binary()?, &[UNLIMITED, flags].concat())
    }

    /// The same as anybody starts it, with its limits.
    pub(crate) fn start_limited() -> Result<Self> {
        Self::start_binary(binary()?, LOCAL)
    }

    /// Without those limits, for all networks of the machine, and announced in them.
    pub(crate) fn start_everywhere(flags: &[&str]) -> Result<Self> {
        Self::start_binary(binary()?, &[&["--limits", "off"], flags].concat())
    }

    fn start_binary(binary: PathBuf, flags: &[&str]) -> Result<Self> {
        let mut command = Command::new(binary);
        command.args(["--headless", "--json", "--port", "0"]).args(flags);
        let began = Instant::now();
        let mut process = Process(command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?);
        let mut line = String::new();
        let mut stdout = BufReader::new(process.0.stdout.take().context("it has a stdout")?);
        stdout.read_line(&mut line)?;
        let took = began.elapsed();
        // Somebody has to read what happens, or the pipe fills up.
        thread::spawn(move || io::copy(&mut stdout, &mut io::sink()));
        let ready: Value = serde_json::from_str(&line).with_context(|| format!("ready: {line}"))?;
        let port = ready["port"].as_u64().context("ready names a port")?;
        let address = SocketAddr::from(([127, 0, 0, 1], u16::try_from(port)?));
        Ok(Self { process, began, ready, took, address })
    }

    /// A text of the ready line: `pad`, `epoch`, `edit_key`, …
    pub(crate) fn text(&self, name: &str) -> Result<&str> {
        text(&self.ready, name)
    }

    /// Its process id.
    pub(crate) fn pid(&self) -> u32 {
        self.process.0.id()
    }

    /// The way into the pad that it opened by itself; with `own` as our page speaks.
    pub(crate) fn door(&self, own: bool) -> Result<Door> {
        let epoch = Some(self.text("epoch")?.to_owned());
        let by = if own { fadepad_client::Protocol::Page { epoch } } else { Default::default() };
        Ok(door(self.address, &entrance(self.address, &self.ready, by)?))
    }

    /// The way into the same pad as our page speaks, with this key.
    pub(crate) fn door_with(&self, key: &str) -> Result<Door> {
        let by = fadepad_client::Protocol::Page { epoch: Some(self.text("epoch")?.to_owned()) };
        let entrance = Entrance { key: key.to_owned(), ..entrance(self.address, &self.ready, by)? };
        Ok(door(self.address, &entrance))
    }

    /// The way into the same pad as a Phoenix channel, whose updates go in this form.
    pub(crate) fn channel(&self, enc: &'static str) -> Result<Door> {
        let by = fadepad_client::Protocol::Phoenix(Default::default());
        let entrance = entrance(self.address, &self.ready, by)?;
        let protocol = Protocol::Phoenix { topic: entrance.topic(), enc };
        Ok(Door { protocol, ..door(self.address, &entrance) })
    }

    /// A server of that one channel.
    pub(crate) fn into_channel(self, enc: &'static str) -> Result<Server> {
        let channel = self.channel(enc)?;
        let Self { process, began, .. } = self;
        Ok(Server { process, door: Box::new(move |_| Ok(channel.clone())), began })
    }

    /// A server of the pad that it opened by itself, where everyone asks for acknowledgement.
    fn into_acknowledged(self) -> Result<Server> {
        let entrance = entrance(self.address, &self.ready, fadepad_client::Protocol::Yjs)?;
        let path = format!("{}?ack=1", entrance.path());
        let door = door_at(self.address, &entrance, &path);
        let Self { process, began, .. } = self;
        Ok(Server { process, door: Box::new(move |_| Ok(door.clone())), began })
    }

    /// As one of many servers under test.
    pub(crate) fn into_server(self) -> Server {
        let Self { process, began, ready, address, .. } = self;
        let open = move |room| {
            let plain = |pad: &Value| {
                Ok(door(address, &entrance(address, pad, fadepad_client::Protocol::Yjs)?))
            };
            if room == 0 {
                return plain(&ready);
            }
            let name = format!("{{\"name\":\"room-{room}\"}}");
            let answer = http::post(address, "/api/v1/pads", text(&ready, "host_key")?, &name)?;
            let pad: Value = serde_json::from_str(&answer).with_context(|| answer.clone())?;
            plain(&pad)
        };
        Server { process, door: Box::new(open), began }
    }
}

/// The way into a pad of which the server has told this.
fn entrance(
    address: SocketAddr,
    pad: &Value,
    protocol: fadepad_client::Protocol,
) -> Result<Entrance> {
    let authority = address.to_string();
    let (pad, key) = (text(pad, "pad")?.to_owned(), text(pad, "edit_key")?.to_owned());
    Ok(Entrance { authority, pad, key, protocol })
}

fn door(address: SocketAddr, entrance: &Entrance) -> Door {
    door_at(address, entrance, &entrance.path())
}

fn door_at(address: SocketAddr, entrance: &Entrance, path: &str) -> Door {
    let key = entrance.subprotocols();
    let head = key.map(|key| format!("Sec-WebSocket-Protocol: {key}\r\n")).unwrap_or_default();
    Door { request: upgrade(address, path, &head), ..Door::path(address, path) }
}

fn text<'a>(json: &'a Value, name: &str) -> Result<&'a str> {
    json[name].as_str().with_context(|| format!("there is no {name} in {json}"))
}

/// The binary to measure: `FADEPAD_BIN`, which `cargo xtask bench` sets.
pub(crate) fn binary() -> Result<PathBuf> {
    let path =
        env::var_os("FADEPAD_BIN").context("run `cargo xtask bench`, which sets FADEPAD_BIN")?;
    Ok(path.into())
}

/// The example of that name, beside the binary.
fn unwiped() -> Result<PathBuf> {
    let name = format!("unwiped{}", env::consts::EXE_SUFFIX);
    Ok(binary()?.with_file_name("examples").join(name))
}
