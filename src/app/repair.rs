//! `fadepad doctor` mends what a command can mend: it shows the command, asks, runs it, and looks again.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::process::{Command, ExitStatus};

use super::examine;
use crate::config::Config;
use crate::desktop::diagnosis::doctor::{Check, Verdict};

/// Offers to run what helps, to who sits at a terminal; returns what is found afterwards.
///
/// # Errors
/// Where the terminal can't be written to or read.
pub fn repair(config: &Config, checks: Vec<Check>) -> io::Result<Vec<Check>> {
    let is_asked = io::stdin().is_terminal() && io::stdout().is_terminal();
    let offered = checks.iter().filter(|check| check.verdict != Verdict::Fine);
    let Some((what, command)) = offered.filter_map(command_of).next().filter(|_| is_asked) else {
        return Ok(checks);
    };
    let mut out = io::stdout();
    write!(out, "\nRun it now?  {command}  [y/N] ")?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    if !matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes") {
        writeln!(out, "Nothing was changed.")?;
        return Ok(checks);
    }
    match run(&command) {
        Ok(status) if status.success() => {}
        Ok(status) => writeln!(out, "It failed: {status}.")?,
        Err(error) => writeln!(out, "It could not be started: {error}.")?,
    }
    let after = examine(config);
    let now = after.iter().find(|check| check.what == what);
    now.map_or(Ok(()), |check| writeln!(out, "Looked again: {}.", check.found))?;
    Ok(after)
}

fn command_of(check: &Check) -> Option<(&'static str, String)> {
    Some((check.what, check.command.clone()?))
}

/// Runs it as it was shown; without `sudo` on a machine that has none, where root does without.
fn run(command: &str) -> io::Result<ExitStatus> {
    let words = shlex::split(command).unwrap_or_default();
    let start = |words: &[String]| match words {
        [program, args @ ..] => Command::new(program).args(args).status(),
        [] => Err(io::ErrorKind::InvalidInput.into()),
    };
    match start(&words) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && words[0] == "sudo" => {
            start(&words[1..])
        }
        done => done,
    }
}
