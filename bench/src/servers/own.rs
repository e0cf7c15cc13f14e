//! This program's own servers, to compare with.

use std::{
    env,
    io::{BufRead, BufReader},
    net::SocketAddr,
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result};

use super::{Process, Server};
use crate::door::Door;

/// Starts this program with other arguments; it prints its port.
pub(crate) fn start(args: &[&str]) -> Result<(Server, SocketAddr)> {
    let began = Instant::now();
    let child = Command::new(env::current_exe()?).args(args).stdout(Stdio::piped()).spawn()?;
    let mut process = Process(child);
    let mut line = String::new();
    BufReader::new(process.0.stdout.as_mut().context("a stdout")?).read_line(&mut line)?;
    let port = line.trim().parse::<u16>().with_context(|| format!("a port, not {line}"))?;
    let address = SocketAddr::from(([127, 0, 0, 1], port));
    let door = Box::new(move |room| Ok(Door::path(address, &format!("/{room}"))));
    Ok((Server { process, door, began }, address))
}
