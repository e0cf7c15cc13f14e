//! Ctrl-C and termination.

use std::io;

/// What the person at the terminal, or the system, asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// A hangup where there is no terminal to hang up: take what has changed of the configuration.
    Reload,
    /// End the pads.
    End(EndBy),
}

/// By what the end was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EndBy {
    /// Ctrl-C.
    Interrupt,
    /// "Quit" in the tray, asked back there, or a window that was closed.
    Quit,
    /// Termination: a service manager stops or restarts us.
    Terminate,
}

#[cfg(unix)]
pub(super) struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
    /// The window is closed, or the line to it is lost; none where that is to change nothing.
    hangup: Option<tokio::signal::unix::Signal>,
    /// What that asks for.
    hung_up: Asked,
}

#[cfg(unix)]
impl Signals {
    pub(super) fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        let (interrupt, terminate) = (SignalKind::interrupt(), SignalKind::terminate());
        let hangup = is_hangup_heard().then(|| signal(SignalKind::hangup())).transpose()?;
        let (interrupt, terminate) = (signal(interrupt)?, signal(terminate)?);
        let hung_up = if has_terminal() { Asked::End(EndBy::Quit) } else { Asked::Reload };
        Ok(Self { interrupt, terminate, hangup, hung_up })
    }

    /// Waits for the next one.
    pub(super) async fn next(&mut self) -> Asked {
        let hangup = async {
            match &mut self.hangup {
                Some(hangup) => hangup.recv().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = hangup => self.hung_up,
            _ = self.interrupt.recv() => Asked::End(EndBy::Interrupt),
            _ = self.terminate.recv() => Asked::End(EndBy::Terminate),
        }
    }

    /// Waits for Ctrl-C.
    pub(super) async fn interrupted(&mut self) {
        self.interrupt.recv().await;
    }
}

/// Whether there is a window whose end would be the hangup: what a service manager starts has no terminal of its own
/// (tty(4)).
#[cfg(unix)]
fn has_terminal() -> bool {
    std::fs::File::open("/dev/tty").is_ok()
}

/// Whoever starts a program by `nohup` wants it to go on without its window.
#[cfg(target_os = "linux")]
fn is_hangup_heard() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    // Signal 1 is the lowest bit of the mask (proc(5)).
    let mask = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_none_or(|mask| mask & 1 == 0)
}

/// `nohup` also leads the output away from the window.
#[cfg(all(unix, not(target_os = "linux")))]
fn is_hangup_heard() -> bool {
    io::IsTerminal::is_terminal(&io::stdout())
}

#[cfg(not(unix))]
pub(super) struct Signals;

#[cfg(not(unix))]
impl Signals {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self)
    }

    /// Waits for the next one.
    pub(super) async fn next(&mut self) -> Asked {
        self.interrupted().await;
        Asked::End(EndBy::Interrupt)
    }

    /// Waits for Ctrl-C.
    pub(super) async fn interrupted(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
