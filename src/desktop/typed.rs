//! Lines that somebody types at this terminal. Where the program runs in the background they are the shell's, and are not read.

use std::io::{self, IsTerminal as _};

/// No answer is longer; a line that is has its end cut off.
const LONGEST: usize = 256;

/// The terminal's lines.
pub struct TypedLines(Option<LineSource>);

impl TypedLines {
    /// Listens, where somebody can type.
    #[must_use]
    pub fn at_terminal() -> Self {
        let source = || {
            LineSource::new()
                .inspect_err(|error| tracing::info!(%error, "nothing is heard that is typed"))
                .ok()
        };
        Self(io::stdin().is_terminal().then(source).flatten())
    }

    /// Nothing is heard.
    #[must_use]
    pub fn none() -> Self {
        Self(None)
    }

    /// Whether anything is heard.
    #[must_use]
    pub fn are_heard(&self) -> bool {
        self.0.is_some()
    }

    /// Waits for the next one; for ever, where nobody can type. May be dropped while it waits.
    pub async fn next(&mut self) -> String {
        if let Some(source) = &mut self.0
            && let Some(line) = source.next().await
        {
            return line;
        }
        self.0 = None;
        std::future::pending().await
    }
}

#[cfg(unix)]
struct LineSource {
    stdin: tokio::io::unix::AsyncFd<io::Stdin>,
    /// Whether the line that was read last goes on.
    cut: bool,
}

#[cfg(unix)]
impl LineSource {
    #[expect(deprecated, reason = "what is sound is unsafe to call; stdin is never closed")]
    fn new() -> io::Result<Self> {
        let readable = tokio::io::Interest::READABLE;
        let stdin = tokio::io::unix::AsyncFd::with_interest(io::stdin(), readable)?;
        Ok(Self { stdin, cut: false })
    }

    /// `None`: nobody types any more. A terminal is readable when a line is whole, and then gives that one.
    async fn next(&mut self) -> Option<String> {
        loop {
            let mut ready = self.stdin.readable().await.ok()?;
            let mut line = [0; LONGEST];
            // Who reads there from the background is stopped by the system. A terminal that is gone, or is not ours, has no
            // front, and would be ready for ever.
            if !is_in_front()? {
                ready.clear_ready();
                continue;
            }
            let read = rustix::io::read(io::stdin(), &mut line[..]).ok().filter(|n| *n > 0)?;
            // It is told once of lines that came together.
            if !is_more() {
                ready.clear_ready();
            }
            let line = &line[..read];
            let is_rest =
                std::mem::replace(&mut self.cut, read == LONGEST && !line.ends_with(b"\n"));
            if !is_rest {
                return Some(String::from_utf8_lossy(line).trim().to_owned());
            }
        }
    }
}

/// Whether a further line can be read now.
#[cfg(unix)]
fn is_more() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let stdin = io::stdin();
    let now = Timespec { tv_sec: 0, tv_nsec: 0 };
    poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&now)).is_ok_and(|ready| ready > 0)
}

#[cfg(unix)]
fn is_in_front() -> Option<bool> {
    let front = rustix::termios::tcgetpgrp(io::stdin()).ok()?;
    Some(front == rustix::process::getpgrp())
}

#[cfg(not(unix))]
struct LineSource(tokio::sync::mpsc::Receiver<String>);

#[cfg(not(unix))]
impl LineSource {
    fn new() -> io::Result<Self> {
        let (lines, typed) = tokio::sync::mpsc::channel(1);
        // It waits in the system's own call, and ends with the program.
        std::thread::Builder::new().name("typed".into()).spawn(move || {
            for line in io::stdin().lines().map_while(Result::ok) {
                let line = line.chars().take(LONGEST).collect::<String>();
                if lines.blocking_send(line.trim().to_owned()).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self(typed))
    }

    async fn next(&mut self) -> Option<String> {
        self.0.recv().await
    }
}
