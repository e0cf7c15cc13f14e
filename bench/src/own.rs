//! This program's own servers, to compare with: each a process, so that its CPU time can be told apart.

use std::{
    env,
    io::{BufRead, BufReader},
    net::SocketAddr,
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result};

/// A running server of ours. Dropping it ends the process.
pub(crate) struct Own {
    child: Child,
    /// Where it listens.
    pub(crate) address: SocketAddr,
}

impl Own {
    /// Starts this program with other arguments; it prints its port.
    pub(crate) fn start(args: &[&str]) -> Result<Self> {
        let mut command = Command::new(env::current_exe()?);
        let mut child = command.args(args).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().context("a stdout")?).read_line(&mut line)?;
        let port = line.trim().parse::<u16>().with_context(|| format!("a port, not {line}"))?;
        Ok(Self { child, address: SocketAddr::from(([127, 0, 0, 1], port)) })
    }

    /// Its process id.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
