//! Windows: a tray needs a loop that hands on the window messages of its thread; a start at login
//! is a value in the user's registry.

use std::io;
use std::path::Path;
use std::process::{Command, Output};

use super::AT_LOGIN;
use crate::desktop::tray::Front;

/// What starts at login.
/// <https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys>
const RUN_KEY: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
const NAME: &str = "Fadepad";

/// Hands on messages until the server hangs up.
pub(super) fn run(mut front: Front) {
    winmsg_executor::block_on(async {
        if front.opens().await {
            let tray = front.raise_now();
            front.keep(tray).await;
        }
    });
}

/// The system's own bar shows icons always.
pub(super) fn shows_icons() -> Option<bool> {
    Some(true)
}
/// There is none.
pub(super) type AwakeLock = std::convert::Infallible;

/// Nothing here asks this system yet.
pub(super) fn stay_awake() -> Result<AwakeLock, String> {
    Err("this system is not asked to stay awake".into())
}

pub(super) fn starts_at_login(program: &Path) -> Option<bool> {
    let told = registry(&["query", RUN_KEY, "/v", NAME]).ok()?;
    Some(told.status.success() && String::from_utf8_lossy(&told.stdout).contains(&line(program)))
}

pub(super) fn start_at_login(program: &Path, on: bool) -> io::Result<()> {
    let line = line(program);
    let told = match on {
        true => registry(&["add", RUN_KEY, "/v", NAME, "/t", "REG_SZ", "/d", &line, "/f"])?,
        false => registry(&["delete", RUN_KEY, "/v", NAME, "/f"])?,
    };
    match told.status.success() {
        true => Ok(()),
        false => Err(io::Error::other(String::from_utf8_lossy(&told.stderr).trim().to_owned())),
    }
}

/// Asks the system's own tool: a crate for two values would be the larger part.
fn registry(arguments: &[&str]) -> io::Result<Output> {
    Command::new("reg.exe").args(arguments).output()
}

fn line(program: &Path) -> String {
    format!("\"{}\" {AT_LOGIN}", program.display())
}
