//! What each system does in its own way: the loop that a tray needs, starting at login. One file per system, all with the same functions.

use std::io;

use super::tray::Front;

#[cfg(not(any(target_os = "macos", target_os = "windows")))]
mod linux;
#[cfg(not(any(target_os = "macos", target_os = "windows")))]
use linux as own;

#[cfg(target_os = "macos")]
mod macos;
#[cfg(target_os = "macos")]
use macos as own;

#[cfg(target_os = "windows")]
mod windows;
#[cfg(target_os = "windows")]
use windows as own;

/// What a start at login is told: to be in the tray, and open no browser.
const AT_LOGIN: &str = "--hidden";

/// Gives this thread to the tray until the server hangs up. It has to be the program's first
/// thread: macOS takes no other.
pub fn run(front: Front) {
    own::run(front);
}

/// Whether this program starts at login; `None` where that can't be known. Reads a file.
#[must_use]
pub fn starts_at_login() -> Option<bool> {
    let program = std::env::current_exe().ok()?;
    own::starts_at_login(&program)
}

/// Lets this program start at login, or not any more. Writes a file.
///
/// # Errors
/// Where the system does not let us.
pub fn start_at_login(on: bool) -> io::Result<()> {
    let program = std::env::current_exe()?;
    own::start_at_login(&program, on)
}

/// As long as it is held, a machine that nobody touches stays awake.
pub struct AwakeLock {
    _held: own::AwakeLock,
}

/// Keeps this machine from falling asleep by itself. Who sends it to sleep, or closes the lid, still does. Blocks.
///
/// # Errors
/// Why the system does not do it.
pub fn stay_awake() -> Result<AwakeLock, String> {
    own::stay_awake().map(|held| AwakeLock { _held: held })
}

/// Whether something shows tray icons here; `None` where nobody could be asked. Blocks.
#[must_use]
pub fn shows_icons() -> Option<bool> {
    own::shows_icons()
}
