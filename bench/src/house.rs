//! The real binary, started for one measurement.

use std::{
    env,
    io::{self, BufRead, BufReader},
    net::SocketAddr,
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use serde_json::Value;

/// A running server. Dropping it ends the process.
pub(crate) struct House {
    child: Child,
    /// What it said when it was ready.
    pub(crate) ready: Value,
    /// From starting the process to reading that it is ready.
    pub(crate) took: Duration,
    /// Where it listens.
    pub(crate) address: SocketAddr,
}

impl House {
    /// Starts it without limits on rates and counts, on any free port.
    pub(crate) fn start() -> Result<Self> {
        Self::start_with(&[])
    }

    /// The same with further flags.
    pub(crate) fn start_with(flags: &[&str]) -> Result<Self> {
        Self::start_binary(binary()?, flags)
    }

    /// The same server, which does not wipe what it frees: see `wiping.rs`.
    pub(crate) fn start_unwiped() -> Result<Self> {
        let name = format!("unwiped{}", env::consts::EXE_SUFFIX);
        Self::start_binary(binary()?.with_file_name("examples").join(name), &[])
    }

    fn start_binary(binary: PathBuf, flags: &[&str]) -> Result<Self> {
        let mut command = Command::new(binary);
        command.args(["--headless", "--json", "--port", "0", "--bind", "127.0.0.1"]);
        command.args(["--limits", "off"]).args(flags);
        let began = Instant::now();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut line = String::new();
        let mut stdout = BufReader::new(child.stdout.take().context("it has a stdout")?);
        stdout.read_line(&mut line)?;
        let took = began.elapsed();
        // Somebody has to read what happens, or the pipe fills up.
        thread::spawn(move || io::copy(&mut stdout, &mut io::sink()));
        let ready: Value = serde_json::from_str(&line).with_context(|| format!("ready: {line}"))?;
        let port = ready["port"].as_u64().context("ready names a port")?;
        let address = SocketAddr::from(([127, 0, 0, 1], u16::try_from(port)?));
        Ok(Self { child, ready, took, address })
    }

    /// A text of the ready line: `pad`, `epoch`, `edit_key`, …
    pub(crate) fn text(&self, name: &str) -> Result<&str> {
        self.ready[name].as_str().with_context(|| format!("ready has no {name}"))
    }

    /// Its process id.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The binary to measure: `FADEPAD_BIN`, which `cargo xtask bench` sets.
fn binary() -> Result<PathBuf> {
    let path =
        env::var_os("FADEPAD_BIN").context("run `cargo xtask bench`, which sets FADEPAD_BIN")?;
    Ok(path.into())
}
